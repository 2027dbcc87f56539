"""The page of a book: trimmed paper, margins, and a text block that is a whole number of characters and lines.

The body is 10.5 pt on lines 18 pt apart. A line holds a whole number of characters, so that Chinese text without
Latin words stands flush by itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.handbook.book import Make, Paper

BODY = 10.5
"""Points of a body character."""

LINE = 18.0
"""Points from one line of the body to the next: the grid that heads, figures and tables keep to."""

BLEED = 3.0
"""Millimetres that colour runs over the trimmed edge in the print make."""

_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Sheet:
    """Sizes in points. `inner` is the binding side; in the screen make both sides are equal."""

    width: float
    height: float
    inner: float
    outer: float
    top: float
    bottom: float
    characters: int
    lines: int
    bleed: float

    @property
    def measure(self) -> float:
        """The length of a line."""
        return self.characters * BODY

    @property
    def depth(self) -> float:
        """The height of the text block."""
        return self.lines * LINE


_BLOCKS = {Paper.A4: (41, 37, 25.0, 26.0), Paper.K16_LARGE: (40, 35, 25.0, 25.0), Paper.K16: (35, 32, 23.0, 22.0)}
"""Characters a line, lines a page, inner margin (print) and top margin in millimetres."""


def sheet(paper: Paper, make: Make) -> Sheet:
    """The page of a paper in a make."""
    characters, lines, inner, top = _BLOCKS[paper]
    width, height = (side * _MM for side in paper.size)
    sides = width - characters * BODY
    bound = inner * _MM if make is Make.PRINT else sides / 2
    return Sheet(
        width=width,
        height=height,
        inner=bound,
        outer=sides - bound,
        top=top * _MM,
        bottom=height - top * _MM - lines * LINE,
        characters=characters,
        lines=lines,
        bleed=BLEED * _MM if make is Make.PRINT else 0,
    )


def page_rules(page: Sheet) -> str:
    """The `@page` rules of a sheet: margins mirrored on left and right pages, bleed and crop marks in print."""
    marks = f"bleed:{page.bleed:.3f}pt;marks:crop;" if page.bleed else ""
    edge = f"{page.top:.3f}pt {{right:.3f}}pt {page.bottom:.3f}pt {{left:.3f}}pt"
    return (
        f"@page{{size:{page.width:.3f}pt {page.height:.3f}pt;{marks}margin:{edge.format(left=page.inner, right=page.outer)}}}\n"
        f"@page :left{{margin:{edge.format(left=page.outer, right=page.inner)}}}\n"
        "@page full{margin:0}\n"
        f":root{{--page-width:{page.width:.3f}pt;--page-height:{page.height:.3f}pt;--bleed:{page.bleed:.3f}pt;"
        f"--measure:{page.measure:.3f}pt;--depth:{page.depth:.3f}pt;--inner:{page.inner:.3f}pt;--outer:{page.outer:.3f}pt;"
        f"--top:{page.top:.3f}pt;--bottom:{page.bottom:.3f}pt}}\n"
    )
