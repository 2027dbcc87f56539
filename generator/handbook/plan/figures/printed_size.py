"""How large a picture is printed: as wide as the text where its pixels and the page allow it."""

from __future__ import annotations

from generator.handbook.page.sizes import HALF, LINE
from generator.handbook.page.type_area import TypeArea
from generator.text.prose import PictureView

SHARP_PPI, LEAST_PPI = 300, 200
"""Pixels an inch of a picture that prints sharp, and those below which it is not enlarged any more."""

_NEARLY = 0.8
"""A picture that prints sharp at this share of the measure is printed so; a smaller one is enlarged."""

_UPRIGHT, _WIDE, _USUAL = 14, 15, 12
"""Lines of the grid that pictures may take: upright ones, those that fill the measure with no more, and others."""


def tallest(view: PictureView, page: TypeArea) -> float:
    """The height of a picture, in points, where there is room for all of it; half lines, unless it is tiny."""
    aspect = view.width / view.height
    most = _UPRIGHT if aspect < 1 else _WIDE if aspect >= 1.45 else _USUAL
    widest = view.width * 72 / SHARP_PPI
    if widest < _NEARLY * page.measure:
        widest = view.width * 72 / LEAST_PPI
    height = min(most * LINE, min(widest, page.measure) / aspect)
    return height if height < 2 * LINE else height // HALF * HALF


def enlarged(view: PictureView) -> float:
    """The height, in points, up to which a picture may be enlarged."""
    return view.height * 72 / LEAST_PPI
