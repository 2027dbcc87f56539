from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from pydantic import Field

from generator.content import decode, documents
from generator.content.documents import Document
from generator.content.validate import validate
from generator.diagnostics import Report
from generator.model import BranchId, EditionId, Record, Track, WrittenCase

EDITION = EditionId("alpha/2026")
CASE = "title: 甲\ntrack: water\naward: 一等奖\nunit: 乙\nsummary: 丙\n"
TRACK = "name: 碧水\nnumber: 1\nkind: open\n"


def document(folder: Path, front: str, body: str = "") -> Document:
    path = folder / "file.md"
    path.write_text(f"---\n{front}---\n{body}", encoding="utf-8")
    report = Report()
    found = documents.parse(path.name, path.read_bytes(), report)
    assert found is not None, report.to_text()
    return found


def case(folder: Path, front: str, body: str = "") -> tuple[WrittenCase | None, Report]:
    report = Report()
    return decode.case(document(folder, front, body), EDITION, "slug", report), report


def track(folder: Path, body: str, front: str = TRACK) -> tuple[Track | None, Report]:
    report = Report()
    return decode.track(document(folder, front, body), EDITION, "water", report), report


def messages(report: Report) -> list[str]:
    return [f"{found.at.line}:{found.at.column} {found.code} {found.message}" for found in report.diagnostics]


def test_a_case_is_its_front_matter_and_sections(tmp_path: Path) -> None:
    found, report = case(tmp_path, CASE, "引言\n\n## 概述\n\n甲\n\n### 细节\n乙\n\n## 成效\n丙\n")
    assert found is not None
    assert messages(report) == []
    assert (found.case.id, found.case.track_id) == ("alpha/2026/slug", "alpha/2026/water")
    assert found.text.introduction == "引言"
    assert [(part.heading, part.body) for part in found.text.sections] == [
        ("概述", "甲\n\n### 细节\n乙"),
        ("成效", "丙"),
    ]


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    found, report = case(tmp_path, "titel: 甲\ntrack: 3\nunit: 乙\nsummary: ''\nsme: 是\n")
    assert found is None
    assert messages(report) == [
        "1:1 missing-key 缺少必填的键 `award`（奖项）",
        "2:8 unknown-key 不认识的键 `titel`",
        "3:8 unquoted-value `track` 应为文字，但“3”没有引号，被读成了数字",
        "5:1 invalid-value `summary` 不能为空",
        "6:6 wrong-type `sme` 应为 true 或 false，写的却是“是”",
    ]


def test_values_of_several_types_are_one_mistake(tmp_path: Path) -> None:
    _, report = case(tmp_path, CASE + "metrics:\n  - {label: 甲, value: {a: 1}}\n  - {label: 乙, value: 2026-01-01}\n")
    assert messages(report) == [
        "8:16 wrong-type `metrics[1].value` 应为数字或文字，写的却是一组“键: 值”",
        "9:23 unquoted-value `metrics[2].value` 应为文字，但“2026-01-01”没有引号，被读成了日期",
    ]


def test_dates_that_do_not_exist_are_told_once(tmp_path: Path) -> None:
    page = document(tmp_path, "title: 甲\ndate: 2026-02-30\n")
    report = Report()
    assert decode.notice(page, EDITION, "slug", report) is None
    assert messages(report) == []  # reading the file has told it already


def test_fullwidth_colons_in_lists_of_mappings_are_told(tmp_path: Path) -> None:
    _, report = case(tmp_path, CASE + "images:\n  - file：cover.png\n")
    assert messages(report) == ["8:5 fullwidth-colon 键 `file` 后面是全角冒号“：”"]
    found, _ = case(tmp_path, CASE + "tags: [AI：应用]\n")
    assert found is not None


def test_long_wrong_values_are_cut(tmp_path: Path) -> None:
    _, report = case(tmp_path, CASE + f"sme: {'长' * 500}\n")
    assert all(len(found.message) < 80 for found in report.diagnostics)


@pytest.mark.parametrize("value", ["", " null", " []"])
def test_empty_lists_may_be_written_three_ways(tmp_path: Path, value: str) -> None:
    found, report = case(tmp_path, CASE + f"tags:{value}\n")
    assert found is not None, report.to_text()
    assert found.case.tags == ()


def test_topics_are_numbered(tmp_path: Path) -> None:
    found, report = track(
        tmp_path, '介绍\n\n## 甲 {units="一厅、二局"}\n第一行\n第二行\n\n## 乙 {label="（三）"}\n简介\n'
    )
    assert found is not None
    assert messages(report) == []
    assert found.introduction == "介绍"
    assert [(topic.id, topic.title, topic.summary) for topic in found.topics] == [
        ("topic-1", "甲", "第一行 第二行"),
        ("topic-2", "乙", "简介"),
    ]
    assert found.topics[0].guiding_units == ("一厅", "二局")
    assert found.topics[1].label == "（三）"
    assert [topic.line for topic in found.topics] == [8, 12]


def test_topics_of_groups_count_through_the_track(tmp_path: Path) -> None:
    found, report = track(
        tmp_path, "## 一\n\n### 甲\n简介\n\n### 乙\n简介\n\n## 二\n\n### 丙\n简介\n", TRACK + "groups: true\n"
    )
    assert found is not None
    assert messages(report) == []
    assert [group.title for group in found.topic_groups] == ["一", "二"]
    assert [(topic.id, topic.group, topic.place) for topic in found.topics] == [
        ("topic-1", 1, 1),
        ("topic-2", 1, 2),
        ("topic-3", 2, 1),
    ]


def test_headings_of_the_wrong_level_are_told(tmp_path: Path) -> None:
    found, report = track(tmp_path, "## 乙\n简介\n### 甲\n简介\n")
    assert found is None  # else whatever names the topic would be told as a mistake, too
    assert messages(report) == ["8:1 invalid-value 标题“甲”的级别不对"]
    _, report = track(tmp_path, "### 甲\n简介\n", TRACK + "groups: true\n")
    assert messages(report) == ["7:1 invalid-value 标题“甲”的级别不对"]


def test_an_edition_belongs_to_its_folder(tmp_path: Path) -> None:
    report = Report()
    found = decode.edition(
        document(tmp_path, "name: 甲\ndocument: {}\norganisers: {}\n"), BranchId("alpha"), 2026, report
    )
    assert found is not None, report.to_text()
    assert (found.id, found.branch, found.year) == ("alpha/2026", "alpha", 2026)


def test_ids_cannot_be_written_by_hand(tmp_path: Path) -> None:
    found, report = case(tmp_path, CASE + "id: other\nslug: other\n")
    assert found is None
    assert [found.code for found in report.diagnostics] == ["unknown-key", "unknown-key"]


class Choosing(Record):
    """A record with a choice that pydantic's sentence does not tell plainly."""

    words: tuple[Literal["it's", "是"] | None, ...]


def test_what_may_be_written_is_what_the_record_takes(tmp_path: Path) -> None:
    report = Report()
    assert validate(Choosing, document(tmp_path, "words: [否]\n"), report) is None
    (found,) = report.diagnostics
    assert (found.message, found.hint) == ("`words[1]` 不能是“否”", "可以写：it's、是")


class Inner(Record):
    number: int | None = None


class Bounded(Record):
    """A record with every kind of limit that a value can break."""

    above: int = Field(default=1, gt=0)
    least: float = Field(default=0.5, ge=0.5)
    most: int = Field(default=2, le=2)
    text: str = Field(default="甲", min_length=1, max_length=3)
    few: tuple[str, ...] = Field(default=("甲",), min_length=1, max_length=2)
    form: str = Field(default="a", pattern="^[a-z]$")
    yes: bool = True
    day: date | None = None
    inner: Inner | None = None
    numbers: tuple[int, ...] = ()
    word: Literal["一等奖", "二等奖"] = "一等奖"
    value: int | float | str = 1
    under: int = Field(default=1, lt=5)


LONG = "长" * 31
MISTAKES = [
    ("above: 0", 8, "`above` 的值“0”必须大于 0", "请改正"),
    ("least: 0.4", 8, "`least` 的值“0.4”不能小于 0.5", "请改正"),
    ("most: 3", 7, "`most` 的值“3”不能大于 2", "请改正"),
    ("under: 5", 8, "`under` 的值“5”不符合要求", "请改正"),
    ("text: ''", 1, "`text` 不能为空", "写上内容；可省略的连键删去"),
    ("text: 甲乙丙丁", 7, "`text` 的值“甲乙丙丁”不能超过 3 个字", "请改正"),
    ("few: []", 1, "`few` 的值一个列表至少要有 1 项", "请改正"),
    ("few: [a, b, c]", 1, "`few` 的值一个列表最多只能有 2 项", "请改正"),
    ("form: B", 7, "`form` 的值“B”写法不对", "请改正"),
    ("yes: 1", 6, "`yes` 应为 true 或 false，写的却是“1”", "写 true 或 false，不加引号"),
    ("yes: ''", 1, "`yes` 应为 true 或 false，写的却是空的", "写 true 或 false，不加引号"),
    (f"yes: {LONG[:30]}", 6, f"`yes` 应为 true 或 false，写的却是“{LONG[:30]}”", "写 true 或 false，不加引号"),
    (f"yes: {LONG}", 6, f"`yes` 应为 true 或 false，写的却是“{LONG[:30]}……”", "写 true 或 false，不加引号"),
    ("day: 六月", 6, "`day` 应为日期（如 2026-06-22），写的却是“六月”", "写成 2026-06-22 的形式，不加引号"),
    ("day: true", 6, "`day` 应为日期（如 2026-06-22），写的却是“true”", "写成 2026-06-22 的形式，不加引号"),
    ("inner: 甲", 8, "`inner` 应为一组“键: 值”，写的却是“甲”", "写成 {number: …}；可以写的键：number"),
    ("inner: [1]", 1, "`inner` 应为一组“键: 值”，写的却是一个列表", "写成 {number: …}；可以写的键：number"),
    ("inner: {number: x}", 17, "`inner.number` 应为整数，写的却是“x”", "去掉引号和单位，只写数字"),
    ("inner: {numbr: 1}", 16, "不认识的键 `numbr`", "您是否想写“number”？"),
    ("inner: number：3", 8, "键 `number` 后面是全角冒号“：”", "改成半角冒号加一个空格：`number: `"),
    ("numbers: 3", 10, "`numbers` 应为列表，写的却是“3”", "写成列表：[3]"),
    (f"numbers: {LONG}", 10, f"`numbers` 应为列表，写的却是“{LONG[:30]}……”", f"写成列表：[{LONG[:30]}]"),
    ("numbers: {a: 1}", 1, "`numbers` 应为列表，写的却是一组“键: 值”", "写法见 docs/content-format.md"),
    ("numbers: [1, a]", 14, "`numbers[2]` 应为整数，写的却是“a”", "去掉引号和单位，只写数字"),
    ("numbers: [[2]]", 11, "`numbers[1]` 应为整数，写的却是一个列表", "写法见 docs/content-format.md"),
    ("word: 三等", 7, "`word` 不能是“三等”", "可以写：一等奖、二等奖"),
    ("word:", 1, "`word` 不能是空的", "可以写：一等奖、二等奖"),
    ("text: 5", 7, "`text` 应为文字，但“5”没有引号，被读成了数字", '加上引号："5"'),
    ("text: 1.5", 7, "`text` 应为文字，但“1.5”没有引号，被读成了数字", '加上引号："1.5"'),
    ("text: true", 7, "`text` 应为文字，但“true”没有引号，被读成了真假值", '加上引号："true"'),
    ("text: 2026-01-01", 7, "`text` 应为文字，但“2026-01-01”没有引号，被读成了日期", '加上引号："2026-01-01"'),
    ("text:", 1, "`text` 应为文字，写的却是空的", "补上内容；可省略的键也可以删去"),
    ("above: null", 8, "`above` 应为整数，写的却是空的", "补上内容；可省略的键也可以删去"),
    ("value: [1]", 1, "`value` 应为数字或文字，写的却是一个列表", "写法见 docs/content-format.md"),
]


@pytest.mark.parametrize(("text", "column", "message", "hint"), MISTAKES, ids=[text for text, *_ in MISTAKES])
def test_every_kind_of_wrong_value_is_told(tmp_path: Path, text: str, column: int, message: str, hint: str) -> None:
    report = Report()
    assert validate(Bounded, document(tmp_path, text + "\n"), report) is None
    told = [(found.at.line, found.at.column, found.message, found.hint) for found in report.diagnostics]
    assert told == [(2, column, message, hint)]


def test_topics_have_their_own_mistakes(tmp_path: Path) -> None:
    body = '## 甲 {unit="一厅"}\n简介\n## 甲\n简介\n## 丙\n\n## 丁 {units="一厅;二局；三处"}\n简介\n'
    found, report = track(tmp_path, body)
    assert found is not None
    assert messages(report) == [
        "6:1 unknown-key 不认识的标记 `unit`",
        "8:1 duplicate-key 赛题“甲”重复",
        "10:1 missing-summary 赛题“丙”没有简介",
    ]
    assert report.diagnostics[0].hint == "您是否想写“units”？"
    assert [(topic.number, topic.place, topic.title) for topic in found.topics] == [
        (1, 1, "甲"),
        (2, 2, "甲"),
        (3, 3, "丙"),
        (4, 4, "丁"),
    ]
    assert found.topics[3].guiding_units == ("一厅", "二局", "三处")
    assert found.introduction == ""


def test_places_of_topics_are_counted_in_their_group(tmp_path: Path) -> None:
    body = "引言\n## 一\n### 甲\n简介\n## 二\n### 乙\n简介\n### 丙\n简介\n"
    found, _ = track(tmp_path, body, TRACK + "groups: true\n")
    assert found is not None
    assert [(topic.group, topic.place, topic.number) for topic in found.topics] == [(1, 1, 1), (2, 1, 2), (2, 2, 3)]
    assert found.introduction == "引言"
