"""The word that was meant, else what may be written, and never too much of it."""

from __future__ import annotations

import pytest

from generator.content.hints import by_id_or_name, listing, nearest, to_day, to_number

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


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026/9/3", "写成 2026-09-03，不加引号"),
        ("２０２６年９月３日 17时", "写成 2026-09-03T17:00，不加引号"),
        ("2026-09-03 17:30", "写成 2026-09-03T17:30，不加引号"),
        ("2026-09-03T24:00", "写成 2026-09-03，不加引号"),
        ("2026.9.31", "没有“2026.9.31”这个日子或时刻，对照原文改正"),
        ("9月3日", "写成 2026-06-22 的形式，不加引号"),
    ],
)
def test_how_to_write_a_day(typed: str, meant: str) -> None:
    assert to_day(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8000元", "写成 8000，不加引号和单位"),
        ("０.8万", "写成 8000，不加引号和单位"),
        ("10%", "比例写成小数：0.1；不是比例的，去掉百分号"),
        ("1,200", "写成 1200，不加引号和单位"),
        ("410", "去掉引号和单位，只写数字"),
        ("八千", "写成阿拉伯数字，不加引号和单位"),
    ],
)
def test_how_to_write_a_number(typed: str, meant: str) -> None:
    assert to_number(typed) == meant
