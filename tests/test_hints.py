"""The word that was meant, else what may be written, and never too much of it."""

from __future__ import annotations

from generator.content.hints import by_id_or_name, listing, nearest

NAMES = {f"key-{letter}": f"名{letter}" for letter in "abcdefghijklm"}


def test_the_nearest_word_is_offered() -> None:
    assert nearest("一等将", ["一等奖", "二等奖"]) == "您是否想写“一等奖”？"
    assert nearest("优秀", ["一等奖", "二等奖", "一等奖"]) == "可以写：一等奖、二等奖"
    assert nearest("优秀", []) == ""


def test_lists_are_cut() -> None:
    words = [str(number) for number in range(12)]
    assert nearest("甲", words) == "可以写：0、1、2、3、4、5、6、7、8、9、10、11"
    assert nearest("甲", [*words, "12"]) == "可以写：0、1、2、3、4、5、6、7、8、9、10、11……"
    assert listing("123456") == "1、2、3、4、5、6"
    assert listing("1234567") == "1、2、3、4、5、6……"


def test_names_lead_to_ids() -> None:
    assert by_id_or_name("碧水", {"water": "碧水", "air": "蓝天"}) == "这里写编号而不写名称：`water`"
    assert by_id_or_name("watr", {"water": "碧水", "air": "蓝天"}) == "您是否想写 `water`（碧水）？"
    assert by_id_or_name("碧水赛", {"water": "碧水", "air": "蓝天"}) == "您是否想写 `water`（碧水）？"
    assert by_id_or_name("watr", {"water": "water"}) == "您是否想写 `water`？"
    assert by_id_or_name("甲", {"water": "碧水", "air": "air"}) == "可以写：water（碧水）、air"
    assert by_id_or_name("甲", {}) == ""


def test_the_nearest_number_is_no_help() -> None:
    assert (
        by_id_or_name("topic-9", {"topic-1": "预报", "topic-2": "节水"}) == "可以写：topic-1（预报）、topic-2（节水）"
    )


def test_lists_of_ids_are_cut() -> None:
    twelve = dict(list(NAMES.items())[:12])
    assert by_id_or_name("甲", twelve).endswith("、key-l（名l）")
    assert by_id_or_name("甲", NAMES).endswith("、key-l（名l）……")
