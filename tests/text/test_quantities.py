"""Days, times and numbers with their units are found as wholes, as they are written and as books set them."""

from __future__ import annotations

import re

import pytest

from generator.handbook.chinese.characters import unbroken
from generator.handbook.chinese.spacing import prepare
from generator.text import phrases
from generator.text.quantities import QUANTITY


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026年4月10日至6月上旬", ["2026年", "4月10日", "6月上旬"]),
        ("3月9日—3月31日（17:00截止）", ["3月9日", "3月31日", "17:00"]),
        ("截至8月31日下午5时30分", ["8月31日", "下午5时30分"]),
        ("公示5个工作日，奖金3.5万元，共1,200余家", ["5个工作日", "3.5万元", "1,200余家"]),
        ("不超过20 MB，提高2.3个百分点，12亿立方米", ["20 MB", "2.3个百分点", "12亿立方米"]),
        ("GB/T 35273标准，v1.2版，第3方", []),
    ],
)
def test_a_quantity_is_found_whole(text: str, found: list[str]) -> None:
    assert re.findall(QUANTITY, text) == found
    set_text = re.sub("<[^>]*>", "", prepare(f"<p>{text}</p>"))
    kept = [set_text[start:end] for start, end in unbroken(set_text)]
    plain = [re.sub("[ \u00a0—]", "", each) for each in kept]
    assert [each.replace(" ", "") for each in found if each.replace(" ", "") not in plain] == []


def test_a_dash_behind_a_day_stays_with_it() -> None:
    (first, _) = unbroken("3月9日—3月31日")
    assert "3月9日—3月31日"[slice(*first)] == "3月9日—"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("3月9日—3月31日（17:00截止）", "17:00 截止）"),
        ("4月1日—4月10日。", "4 月 10 日。"),
        ("自4月10日起", "4 月 10 日起"),
    ],
)
def test_the_end_of_a_cell_takes_a_quantity_whole(text: str, last: str) -> None:
    (kept,) = re.findall('<span class="keep">(.*?)</span>', prepare(f"<table><tr><td>{text}</td></tr></table>"))
    assert kept.replace("\u00a0", " ").strip() == last


def test_pages_keep_quantities_whole_and_leave_tags_and_code_alone() -> None:
    assert phrases.unbroken("<4月10日>") == '&lt;<span class="amount">4月10日</span>&gt;'
    html = phrases.Markup('<p title="5个工作日"><code>3天</code>共3天</p>')
    assert phrases.unbroken(html) == '<p title="5个工作日"><code>3天</code>共<span class="amount">3天</span></p>'
