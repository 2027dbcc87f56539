"""Cases and chapters fitted to their pages beforehand: what is estimated is what the layout does."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import weasyprint

from generator.handbook.book import Book, Unit
from generator.handbook.chinese.count_lines import lines
from generator.handbook.engine import justify
from generator.handbook.fit import block_heights, chapters
from generator.handbook.fit.block_heights import Block, heading, section
from generator.handbook.fit.case_pages import CaseFit, estimate, fit
from generator.handbook.page.sizes import LINE
from generator.handbook.page.trim import POINTS
from generator.handbook.page.type_area import sheet
from generator.handbook.plan.cases.case_heights import abreast, in_rows
from generator.handbook.plan.cases.printed_case import CasePrinter
from generator.papers import Make, Paper
from generator.views.parts.blocks import Figure
from tests.handbook.books import ROOT, catalog, made, units, without

PAGE = sheet(Paper.K16_LARGE, Make.SCREEN)
FIGURE = '<figure><img style="width:384.00pt;height:216.00pt"></figure>'


def text(count: int) -> Block:
    """A paragraph of so many lines."""
    return Block(f"<p>{count}</p>", runs=(count,))


def figure() -> Block:
    return next(block_heights.blocks(FIGURE, PAGE))


@pytest.mark.parametrize(
    ("words", "ems", "first", "expected"),
    [
        ("数" * 40, 40, 0, 1),
        ("数" * 41, 40, 0, 2),
        ("数" * 39, 40, 2, 2),
        ("数" * 40 + "。", 40, 0, 2),  # the mark takes the character before it along
        ("数" * 39 + "（据此）", 40, 0, 2),
        ("数" * 36 + "，”（据此", 40, 0, 1),  # marks beside marks are half as wide
        ("据此 " + "a" * 200, 40, 0, 4),
        ("", 40, 0, 1),
    ],
)
def test_lines_are_counted_as_they_are_set(words: str, ems: float, first: float, expected: int) -> None:
    assert lines(words, ems, first) == expected


def test_a_picture_without_room_waits_until_the_page_has_turned() -> None:
    parts = [section(), text(30), figure(), text(10), text(6), text(8)]
    fitted = fit(0, None, parts, PAGE)
    assert fitted.sections[1].index("<p>10</p>") < fitted.sections[1].index("<figure")
    assert fitted.sections[1].index("<figure") < fitted.sections[1].index("<p>8</p>")


@pytest.mark.parametrize("rows", range(2, 16))
def test_a_picture_that_waits_does_not_part_a_table_from_its_note(rows: int) -> None:
    table, note = Block("<table>", rows=(LINE,) * rows), replace(text(2), notes=True)
    fitted = fit(0, None, [section(), text(30), figure(), table, note, text(30)], PAGE)
    assert "<table><p>2</p>" in fitted.sections[1]


def test_a_heading_keeps_the_only_picture_below_it_and_pictures_their_order() -> None:
    parts = [section(), text(30), heading("<h5>头</h5>"), figure(), section(), text(20)]
    assert "<h5>头</h5><figure>" in fit(0, None, parts, PAGE).sections[1]
    small = replace(figure(), html="<figure>小</figure>", height=LINE)
    fitted = fit(0, None, [section(), text(30), figure(), text(1), small, text(9), text(9)], PAGE)
    assert fitted.sections[1].index("216.00pt") < fitted.sections[1].index("小")


UPRIGHT = '<figure><img style="width:180.00pt;height:252.00pt"></figure>'


@pytest.mark.parametrize(
    ("before", "above"), [(22, []), (23, []), (24, []), (20, [heading("<h5>头</h5>")]), (22, [heading("<h5>头</h5>")])]
)
def test_an_upright_picture_is_scaled_to_what_is_left(before: int, above: list[Block]) -> None:
    (upright,) = block_heights.blocks(UPRIGHT, PAGE)
    fitted = fit(0, None, [section(), text(before), *above, upright, section(), text(20)], PAGE)
    ((width, height),) = re.findall(r"width:([\d.]+)pt;height:([\d.]+)pt", fitted.sections[1])
    assert 0.6 * 252 <= float(height) < 252
    assert float(width) / float(height) == pytest.approx(180 / 252, abs=0.01)
    (lower,) = block_heights.blocks(UPRIGHT.replace("252.00", height), PAGE)
    assert estimate([section(), text(before), *above, lower], PAGE.depth)[0] == 1
    assert PAGE.depth - estimate([section(), text(before), *above, lower], PAGE.depth)[1] < LINE


def test_a_heading_stays_with_a_chart_that_is_not_drawn_lower() -> None:
    drawings = "".join(f'<img style="width:384.00pt;height:{height}.00pt">' for height in (252, 216, 180))
    chart = Block(
        f'<figure class="chart" style="height:252.0pt">{drawings}</figure>', height=252, above=LINE, below=LINE
    )
    for before in range(15, 32):
        parts = [section(), text(before), heading("<h5>头</h5>"), chart, section(), text(20)]
        assert '<h5>头</h5><figure class="chart"' in fit(0, None, parts, PAGE).sections[1]


def test_text_goes_before_a_picture_rather_than_that_it_is_scaled() -> None:
    (upright,) = block_heights.blocks(UPRIGHT, PAGE)
    fitted = fit(0, None, [section(), text(25), upright, text(9), text(9), text(9)], PAGE)
    assert "height:252.00pt" in fitted.sections[1]
    assert fitted.sections[1].index("<p>9</p>") < fitted.sections[1].index("<figure")


def test_nothing_moves_and_nothing_shrinks_without_need() -> None:
    parts = [section(), text(5), figure(), text(12)]
    assert fit(0, None, parts, PAGE).sections == ("", f"<p>5</p>{FIGURE}<p>12</p>")


def test_pictures_give_up_a_line_or_two_rather_than_begin_another_page() -> None:
    rest = int((PAGE.depth - 3 * 1.5 * LINE) / LINE) - 13  # lines that are left beside heading and picture
    fitted = fit(0, None, [section(), text(4), figure(), text(rest - 3)], PAGE)
    assert fitted.pages == 1
    heights = re.findall(r"height:([\d.]+)pt", fitted.sections[1])
    assert heights in (["216.00"], ["198.00"], ["180.00"])
    assert fit(0, None, [section(), text(4), figure(), text(rest + 60)], PAGE).pages > 1


def test_a_last_page_of_a_few_lines_is_known() -> None:
    """Such a case is set in smaller type where that saves the page."""
    full = int(PAGE.depth / LINE) - 2
    assert [fit(0, None, [section(), text(full + more)], PAGE).forsaken for more in (0, 3, 9)] == [False, True, False]


def test_a_heading_stays_with_its_text_and_pages_are_counted() -> None:
    depth = 10 * LINE
    assert estimate([text(9), section(), text(3)], depth) == (2, 1.5 * LINE + 3 * LINE)
    assert estimate([Block(rows=(18.0,) * 4), Block(rows=(18.0,) * 8)], depth) == (2, 3 * 18.0)  # the head again


@pytest.fixture(scope="module")
def shown() -> tuple[Book, list[tuple[Unit, CaseFit]]]:
    """A collection whose cases are given together with what was estimated for them."""
    found: list[CaseFit] = []
    fitted = CasePrinter._fitted

    def noted(*given: Any, **named: Any) -> tuple[CaseFit, bool]:
        chosen = fitted(*given, **named)
        if not given[0].collected:
            found.append(chosen[0])
        return chosen

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CasePrinter, "_fitted", noted)
        book = made("demo/2026")["casebook"]
    cases = [unit for unit in units(book) if re.search(r'class="case case--', unit.html)]
    return book, list(zip(cases, found, strict=True))


def test_cases_fall_on_the_pages_that_were_estimated(shown: tuple[Book, list[tuple[Unit, CaseFit]]]) -> None:
    justify.install()
    book, cases = shown
    for unit, fitted in cases[:6]:
        pages = _laid_out(unit, book)
        assert len(pages) == fitted.pages, unit.id
        # No page but the last is left with more than four empty lines at its foot, and the last has a third.
        assert max(PAGE.depth - bottom for bottom in pages[:-1]) < 4 * LINE, unit.id
        assert pages[-1] > PAGE.depth / 3, unit.id


def test_a_part_lists_what_its_page_has_room_for() -> None:
    content = catalog()
    here = {key: case for key, case in content.cases.items() if case.edition == "demo/2026"}
    crowded = content.cases | {key: case.model_copy(update={"track": "transport"}) for key, case in here.items()}
    for listed, cases in ((24, crowded), (3, content.cases)):
        book = made("demo/2026", content=without(content, cases=cases))["casebook"]
        part = next(unit for unit in book.parts if unit.id == "part-transport")
        assert isinstance(part, Unit)
        shown = part.html.count('part__case"')
        more = re.search(r"另有(?:\s)*(\d+)", part.html)
        assert shown + int(more[1] if more else 0) == listed
        assert [PAGE.height - 15 * POINTS > bottom + PAGE.top for bottom in _laid_out(part, book)] == [True]


def _laid_out(unit: Unit, book: Book) -> list[float]:
    """How far down each page of a unit is filled, in points from the head of its text."""
    width, height = book.paper.size
    style = weasyprint.CSS(string=f"@page{{size:{width}mm {height}mm}}{book.css}")
    page = f'<html lang="zh-CN" class="screen"><body>{unit.html}</body></html>'
    document = weasyprint.HTML(string=page, base_url=Path(ROOT).as_uri() + "/").render(stylesheets=[style])
    return [
        max(
            (box.position_y + box.height) * 0.75 - PAGE.top
            for box in laid._page_box.descendants(placeholders=True)
            if box.element_tag in {"p", "li", "tr", "img", "figcaption"} and isinstance(box.height, int | float)
        )
        for laid in document.pages
    ]


def test_a_chapter_is_set_closer_only_when_that_saves_a_page() -> None:
    def chapter(entries: int) -> str:
        listed = "".join(f"<div><dt>规则{n}</dt><dd>{'数' * 60}</dd></div>" for n in range(entries))
        return f'<section class="chapter"><h1 class="opening">规则</h1><dl class="entries">{listed}</dl></section>'

    closer = [entries for entries in range(1, 60) if chapters.close(chapter(entries), PAGE)]
    assert closer
    assert not set(closer) & set(range(1, 7)), "one page is one page"
    assert len(closer) < 40


def test_key_figures_stand_in_as_many_rows_as_their_numbers_need() -> None:
    """All beside each other ran off the page."""
    short, long = Figure("条数", "51", "条"), Figure("合计", "123,456,789,012.5", "元")
    counts = {1: 1, 3: 3, 5: 5, 6: 3, 7: 4, 9: 5, 25: 5}
    assert {count: abreast([short] * count, 400) for count in counts} == counts
    assert abreast([short, short, long, long], 400) == 2
    assert in_rows([short] * 6, 400) > in_rows([short] * 5, 400) > in_rows([], 400) == 0
