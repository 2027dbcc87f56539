"""The text block of a page: a whole number of characters wide and of lines deep, centred on the trimmed page.

The body is 10.5 pt on lines 18 pt apart. A line holds a whole number of characters, so that Chinese text without
Latin words stands flush by itself. In the print make the engine moves the block away from the spine, see `frame`.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.handbook.book import Make, Paper
from generator.handbook.page.trim import OVERDRAW, POINTS

BODY = 10.5
"""Points of a body character."""

LINE = 18.0
"""Points from one line of the body to the next: the grid that heads and figures keep to."""

_BLOCKS = {Paper.A4: (41, 38, 27.0), Paper.K16_LARGE: (40, 36, 26.0), Paper.K16: (35, 33, 23.0)}
"""Characters a line, lines a page, and the head margin in millimetres."""


@dataclass(frozen=True, slots=True)
class TypeArea:
    """Sizes in points. `overdraw` is how far grounds run over the trimmed edge."""

    paper: Paper
    width: float
    height: float
    top: float
    characters: int
    lines: int
    overdraw: float

    @property
    def measure(self) -> float:
        """The length of a line."""
        return self.characters * BODY

    @property
    def depth(self) -> float:
        """The height of the text block."""
        return self.lines * LINE

    @property
    def side(self) -> float:
        """The margin on either side."""
        return (self.width - self.measure) / 2

    @property
    def bottom(self) -> float:
        """The foot margin."""
        return self.height - self.top - self.depth


def sheet(paper: Paper, make: Make) -> TypeArea:
    """The page of a paper in a make."""
    characters, lines, top = _BLOCKS[paper]
    width, height = (side * POINTS for side in paper.size)
    overdraw = OVERDRAW * POINTS if make is Make.PRINT else 1.0  # no hairline at a screen page's edge
    return TypeArea(paper, width, height, top * POINTS, characters, lines, overdraw)


def page_rules(page: TypeArea) -> str:
    """The margins of pages, and the page's sizes as custom properties."""
    named = {
        "page-width": page.width,
        "page-height": page.height,
        "overdraw": page.overdraw,
        "measure": page.measure,
        "depth": page.depth,
        "side": page.side,
        "top": page.top,
        "bottom": page.bottom,
    }
    properties = "".join(f"--{name}:{value:.3f}pt;" for name, value in named.items())
    # A hair more than the measure and the depth, so that rounding never breaks a line, or a page, that fits exactly.
    side, bottom = page.side - 0.02, page.bottom - 0.6
    return (
        f"@page{{margin:{page.top:.3f}pt {side:.3f}pt {bottom:.3f}pt {side:.3f}pt}}\n"
        f"@page full{{margin:0}}\n:root{{{properties}}}\n"
    )
