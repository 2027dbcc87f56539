"""Texts as books print them."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from generator.handbook.book import Make, Paper
from generator.handbook.fit import block_heights as blocks
from generator.handbook.page.type_area import sheet
from generator.handbook.plan.maker import UnitMaker
from generator.site.facts import site
from tests.handbook.books import ROOT, URL, catalog

PAGE = sheet(Paper.K16_LARGE, Make.SCREEN)


@pytest.fixture(scope="module")
def maker() -> UnitMaker:
    shown = catalog()
    return UnitMaker(ROOT, site(ROOT, shown, URL), shown.editions["demo/2026"], Make.SCREEN, PAGE)  # type: ignore[index]


def printed(maker: UnitMaker, text: str) -> str:
    return re.sub(r"\s*\n\s*", "", maker.prose(text))


@pytest.mark.parametrize(
    "text", ["如下：\n\n- 一", "**如下：**\n\n1. 一", "如下：\n\n| 甲 |\n|---|\n| 1 |", "如下：\n\n```\n一\n```"]
)
def test_a_paragraph_with_a_colon_at_its_end_stays_with_what_it_announces(maker: UnitMaker, text: str) -> None:
    assert printed(maker, text).startswith('<p class="leads">')
    assert next(blocks.blocks(maker.prose(text), PAGE)).leads


def test_titles_and_notes_of_tables_stay_with_them(maker: UnitMaker) -> None:
    table = "| 甲 |\n|---|\n| 1 |\n\n"
    made = printed(maker, f"表1-1 目标\n\n{table}注：截至年底。\n\n如表1。\n\n表2 收益\n\n{table}表 3 支出\n\n{table}")
    assert re.findall("<p[^>]*>[^<]*", made) == [
        '<p data-title="" class="leads">表1-1 目标',
        '<p data-note="">注：截至年底。',
        "<p>如表1。",
        '<p data-title="" class="leads">表2 收益',
        '<p data-title="" class="leads">表 3 支出',
    ]
    assert [block.notes for block in blocks.blocks(Markup('<p data-note="">注：一。</p><p>二</p>'), PAGE)] == [
        True,
        False,
    ]


@pytest.mark.parametrize("text", ["如下：\n\n一", "如下：", "如下\n\n- 一：", "<p>如下：</p>外\n<ul><li>一</li></ul>"])
def test_other_paragraphs_announce_nothing(maker: UnitMaker, text: str) -> None:
    assert "leads" not in printed(maker, text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("## 一\n\n##### 二", "<h3>一</h3><h6>二</h6>"),
        ("[外](https://a.example/?a=1&b=2)", '<p><a href="https://a.example/?a=1&amp;b=2">外</a></p>'),
        ("前 [**一** `二`](#甲) 后", "<p>前 <strong>一</strong> <code>二</code> 后</p>"),
        ("前 ![图](a.png) 后", "<p>前  后</p>"),
        (
            "| 甲 |\n|---|\n| 1 |",
            (
                '<table><colgroup><col style="width:100.00%"></colgroup>'
                '<thead><tr><th scope="col" class="number">甲</th></tr>'
                '</thead><tbody><tr><td class="number">1</td></tr></tbody></table>'
            ),
        ),
        (
            '<table lang="en"><tr><td>1</td><td>2</td></tr></table>',
            (
                '<table lang="en"><colgroup><col style="width:50.00%"><col style="width:50.00%"></colgroup>'
                '<tbody><tr><th scope="row">1</th><td>2</td></tr></tbody></table>'
            ),
        ),
    ],
)
def test_prose_is_made_for_paper(maker: UnitMaker, text: str, html: str) -> None:
    assert printed(maker, text) == html


def test_every_item_of_a_list_takes_its_own_lines() -> None:
    long = "数" * 100
    listed = f"<ul><li>{long}<ul><li>二</li></ul>{long}</li><li><p>三</p></li></ul>"
    assert next(blocks.blocks(listed, PAGE)).runs == (3, 1, 3, 1)


def test_a_table_within_a_table_counts_its_rows() -> None:
    inner = "<table><tbody><tr><td>二</td></tr></tbody></table>"
    (block,) = blocks.blocks(f"<table><tbody><tr><td>一{inner}</td></tr></tbody></table>", PAGE)
    assert len(block.rows) == 2
