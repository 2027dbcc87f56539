"""What stands on each plate of the print make, as Ghostscript sees it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.handbook.book import Unit
from generator.papers import Inks, Make
from tests.handbook.fabricated import book, build
from tests.handbook.separations import ink, separated, total

TINT = (0.3, 0.1, 0.0, 0.0)


def test_pages_of_text_have_ink_on_the_black_plate_alone(printed):
    _, *pages = separated(printed)
    for *colours, black in pages[1:-3]:  # the last case has a coloured tab on each of its pages
        assert [ink(plate) for plate in colours] == [(0, 0)] * 3
        assert ink(black)[0] == 0
    assert sum(ink(black)[1] > 0.9 for *_, black in pages) > 6


def test_marks_are_on_every_plate(printed):
    for page in separated(printed, "MediaBox"):
        assert all(ink(plate)[1] > 0.9 for plate in page)


def test_no_place_has_more_ink_than_paper_holds(coloured):
    (page,) = separated(coloured)
    assert 1 < total(page) <= 3


@pytest.mark.parametrize(("colour", "hole"), [("#1d1d1f", False), ("#ffffff", True)])
def test_black_text_leaves_the_ground_whole_and_white_text_opens_it(press, colour, hole):
    ground = f'<div class="cover" style="background:#aaccee;color:{colour};font-size:90pt">国国国</div>'
    named = Inks(named=(("#aaccee", TINT),))
    parts = (Unit("u", ground, bare=True),)
    bound, _ = build(press, replace(book(0, Make.PRINT), parts=parts, css="@page { margin: 0 }", inks=named))
    assert bound.pdf, bound.problems
    ((cyan, magenta, yellow, black),) = separated(bound.pdf, "TrimBox")
    top = (9, 9, cyan.width - 9, 99)  # within the margins of <body>
    assert ink(cyan.crop(top)) == pytest.approx((0 if hole else TINT[0], TINT[0]), abs=0.02)
    assert ink(magenta.crop(top)) == pytest.approx((0 if hole else TINT[1], TINT[1]), abs=0.02)
    assert ink(yellow) == (0, 0)
    assert ink(black.crop(top))[1] == (0 if hole else 1)
