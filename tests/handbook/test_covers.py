"""How books are made up for the press: whole sheets, and the covers in one sheet around them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pikepdf
import pytest

from generator.handbook.book import Unit
from generator.handbook.join.paging import paginate
from generator.handbook.page.trim import POINTS, frame
from generator.model.handbook import CasebookPlan, Colophon, Handbook, Press
from generator.papers import Make, Paper, Piece, Stock, Wrap
from tests.handbook.books import Planned, catalog, made, text, units, without
from tests.handbook.fabricated import book, build, case

EDITION = "demo/2026"


@cache
def planned(**plan: object) -> Planned:
    """The demo's books in the print make, as that plan would have them."""
    content = catalog()
    plan = {"colophon": Colophon(issuer="编印的单位"), **plan}
    changed = content.handbooks | {EDITION: Handbook(**plan)}  # type: ignore[arg-type]
    return made(EDITION, Make.PRINT, content=without(content, handbooks=changed))


def wrapped(pages: int, **plan: object) -> tuple[Wrap, str]:
    """The sheet around a body of so many pages, and its HTML."""
    found = planned(**plan)["casebook"]
    assert found.wrap
    around = found.wrap(pages)
    assert around.piece is Piece.WRAP
    assert isinstance(around.paper, Wrap)
    (unit,) = around.parts
    assert isinstance(unit, Unit)
    return around.paper, unit.html


# Sheets


@pytest.mark.parametrize(("signature", "pages"), [(1, 6), (4, 8), (8, 8), (16, 16)])
def test_the_body_is_filled_up_to_whole_sheets(signature, pages):
    counted = [(case(1), 3), (case(2), 2)]
    assert len(paginate(counted, Make.PRINT, signature)) == pages
    assert len(paginate(counted, Make.SCREEN, signature)) == 5


def test_a_booklet_has_no_half_title_in_either_make(press, read):
    """The blank page before a part is counted on screen too, where it is not shown."""
    grand = Unit("grand", "<p>大标题</p>", numbering="none", bare=True)
    for make in Make:
        for least, stands in ((5, True), (99, False)):
            first = replace(grand, least=least)
            thin = replace(book(4, make), parts=(first, *book(4, make).parts), id=f"thin-{least}")
            bound, _ = build(press, thin)
            assert bound.pdf, bound.problems
            assert ("大标题" in "".join(read(bound.pdf))) == stands


def test_covers_are_in_the_screen_make_and_around_the_print_make():
    screen, printed = made(EDITION)["casebook"], planned()["casebook"]
    ids = [unit.id for unit in units(screen)]
    assert (ids[0], ids[-1]) == ("cover", "back")
    assert not {"cover", "back"} & {part.id for part in printed.parts}
    assert (screen.piece, screen.wrap, screen.signature) == (Piece.WHOLE, None, 1)
    assert (printed.piece, printed.signature) == (Piece.BODY, 4)
    assert planned(press=Press(multiple=16))["guide"].signature == 16


# The sheet around them


@pytest.mark.parametrize(
    ("press", "pages", "spine"),
    [
        (Press(), 108, 5.7),
        (Press(), 20, 0),
        (Press(weight=157), 200, 12.9),
        (Press(thickness=0.2), 60, 6.0),
        (Press(stock=Stock.UNCOATED), 100, 6.2),
    ],
)
def test_a_spine_is_as_thick_as_its_pages(press, pages, spine):
    assert press.spine(pages) == pytest.approx(spine, abs=0.05)


def test_a_sheet_has_its_folds_and_its_flaps():
    plain, flapped = Wrap(Paper.A4, 8), Wrap(Paper.A4, 8, flap=80)
    assert (plain.size, plain.folds) == ((428, 297), (210, 218))
    assert (flapped.size, flapped.folds) == ((588, 297), (80, 290, 298, 508))
    assert Wrap(Paper.A4, 0).folds == (210,)
    marks = frame(Make.PRINT, flapped).crop_marks().decode()
    assert [f"{place * POINTS:.3f} " in marks.partition("[2 1] 0 d")[2] for place in flapped.folds] == [True] * 4


def test_a_wide_spine_has_words_and_a_narrow_one_has_none():
    _, wide = wrapped(108)
    assert "﹃" in wide
    assert "wrap__spine" not in wrapped(60)[1]
    words = text(wide.partition("wrap__spine")[2].partition('class="cover')[0])
    assert "2026年﹃数据要素×﹄大赛示例分赛" in words
    assert words.endswith("编印的单位<div")


def test_numbers_price_and_barcode_stand_where_they_are_given():
    plan = CasebookPlan(isbn="978-7-0000-0000-1", price="58.00元", cip=("图书在版编目（CIP）数据", "示例"))
    _, html = wrapped(108, casebook=plan)
    assert "ISBN 978-7-0000-0000-1" in html
    assert "定价：58.00元" in text(html)
    (colophon,) = [part for part in planned(casebook=plan)["casebook"].parts if part.id == "colophon"]
    assert isinstance(colophon, Unit)
    assert "图书在版编目（CIP）数据" in colophon.html
    assert "ISBN978-7-0000-0000-1" in text(colophon.html)
    assert "back__code" not in wrapped(108)[1]


def test_the_stock_decides_on_profile_and_inks(press):
    changed = replace(book(1, Make.PRINT), inks=planned(press=Press(stock=Stock.UNCOATED))["guide"].inks, id="uncoated")
    assert changed.inks.stock is Stock.UNCOATED
    assert changed.inks.named != planned()["guide"].inks.named
    bound, _ = build(press, changed)
    assert bound.pdf
    with pikepdf.open(bound.pdf) as pdf:
        assert str(pdf.Root.OutputIntents[0].OutputConditionIdentifier) == "FOGRA29"
