"""The text block of a page: a whole number of characters wide and of lines deep, centred on the trimmed page.

A line holds a whole number of characters, so that Chinese text without
Latin words stands flush by itself. In the print make the engine moves the block away from the spine, see `frame`.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.handbook.page.sizes import BODY, HAIR, LINE, properties
from generator.handbook.page.trim import POINTS, overdraw
from generator.papers import Make, Paper, SheetFormat

_BLOCKS = {Paper.A4: (41, 38, 27.0), Paper.K16_LARGE: (40, 36, 26.0), Paper.K16: (35, 33, 23.0)}
"""Characters a line, lines a page, and the head margin in millimetres."""


@dataclass(frozen=True, slots=True)
class TypeArea:
    """Sizes in points. `overdraw` is how far grounds run over the trimmed edge."""

    paper: SheetFormat
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
    return TypeArea(paper, width, height, top * POINTS, characters, lines, _over(paper, make))


def whole(paper: SheetFormat, make: Make) -> TypeArea:
    """The page of a sheet that is designed up to its edges."""
    width, height = (side * POINTS for side in paper.size)
    return TypeArea(paper, width, height, 0, int(width / BODY), int(height / LINE), _over(paper, make))


def _over(paper: SheetFormat, make: Make) -> float:
    return overdraw(make, paper) * POINTS or 1.0  # no hairline at a screen page's edge


def page_rules(page: TypeArea) -> str:
    """The margins of pages, and all sizes as custom properties."""
    named = {"page-width": page.width, "page-height": page.height}
    named |= {name: getattr(page, name) for name in ("overdraw", "measure", "depth", "side", "top", "bottom")}
    sizes = "".join(f"--{name}:{value:.3f}pt;" for name, value in named.items()) + properties()
    side, bottom = page.side - HAIR, page.bottom - 0.6  # nor does rounding break a page that fits exactly
    return (
        f"@page{{margin:{page.top:.3f}pt {side:.3f}pt {bottom:.3f}pt {side:.3f}pt}}\n"
        f"@page full{{margin:0}}\n:root{{{sizes}}}\n"
    )
