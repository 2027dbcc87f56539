"""The page as the engine sees it: trimmed size, bleed, shift for binding, and the spare page of running heads.

What a book's style sheet may rely on:

* the engine sets the page's size and bleed; a background drawn over the whole page reaches into the bleed;
* `<html>` carries the classes `screen` or `print`, `demo` on demo books, and the paper's name (`paper-a4`);
* in the print make every page that is not bare moves `BINDING` mm away from the spine, so the inner margin grows;
* running heads, folios and the 示例 mark are laid out once on a spare page without margins, positioned from its
  trimmed corner by the style sheet, and stamped on the pages afterwards: `.running-head`, `.folio`, `.demo-mark`,
  each with `.verso` (left page) or `.recto` (right page). A mark on the verso begins at its left edge, one on the
  recto ends at its right edge. Only their text is stamped: no borders, no backgrounds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.handbook.book import Book
from generator.papers import Make, SheetFormat

BINDING = 3.0
"""Millimetres by which pages of the print make move away from the spine."""

SLUG = 7.0
"""Millimetres from the bleed to the edge of a print sheet, where crop marks stand."""

MARK_GAP = 0.5
"""Millimetres between the bleed and the beginning of a crop mark."""

POINTS = 72 / 25.4

Box = tuple[float, float, float, float]

STYLE = """
@page {{ size: {width}mm {height}mm; bleed: {overdraw}mm }}
@page spare {{ margin: 0; background: none }}
.spare {{ page: spare; break-before: page; position: relative; width: {width}mm; height: {height}mm;
  margin: 0; padding: 0; text-indent: 0 }}
.spare > * {{ position: absolute; margin: 0; padding: 0; white-space: nowrap; text-indent: 0; line-height: 1;
  font-size: 8.5pt; color: #444 }}
.running-head {{ top: 12mm; max-width: {head}mm; overflow: hidden; text-overflow: ellipsis }}
.folio {{ bottom: 12mm }}
.demo-mark {{ top: 6mm; color: #b00020 }}
.spare > .verso {{ left: 20mm; text-align: left }}
.spare > .recto {{ right: 20mm; text-align: right }}
"""
"""The engine's own style sheet; the book's comes after it and may change everything but the page's size."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the edges of a page are; all boxes in points from the trimmed corner at the lower left."""

    width: float
    height: float
    make: Make
    over: float
    """Millimetres of bleed."""
    folds: tuple[float, ...] = ()
    """Where the sheet is folded, in points from its left edge."""

    @property
    def trim(self) -> Box:
        """The page as the reader holds it."""
        return (0.0, 0.0, self.width, self.height)

    @property
    def bleed(self) -> Box:
        """As far as colour is printed."""
        return self._grown(self.over)

    @property
    def media(self) -> Box:
        """The sheet: the page itself on screen, with crop marks around it in print."""
        return self._grown(self.over + SLUG)

    def _grown(self, millimetres: float) -> Box:
        if self.make is Make.SCREEN:
            return self.trim
        by = millimetres * POINTS
        return (-by, -by, self.width + by, self.height + by)

    def shift(self, right_page: bool) -> float:
        """Points by which a page of the print make that is not bare moves away from the spine."""
        return BINDING * POINTS * (1 if right_page else -1)

    def crop_marks(self) -> bytes:
        """Operators that draw the eight crop marks, and dashed ones at folds, in the colour of every plate."""
        near, far = (self.over + MARK_GAP) * POINTS, (self.over + SLUG - 0.5) * POINTS
        lines = []
        for x in (0.0, self.width):
            lines += [(x, -near, x, -far), (x, self.height + near, x, self.height + far)]
        for y in (0.0, self.height):
            lines += [(-near, y, -far, y), (self.width + near, y, self.width + far, y)]
        folds = [(x, *y) for x in self.folds for y in ((-near, -far), (self.height + near, self.height + far))]
        dashed = f"[2 1] 0 d\n{_drawn((x, a, x, b) for x, a, b in folds)}" if folds else ""
        return f"q 0.5 w /Registration CS 1 SCN\n{_drawn(lines)}{dashed}Q\n".encode()


def _drawn(lines: Iterable[Box]) -> str:
    return "".join(f"{a:.3f} {b:.3f} m {c:.3f} {d:.3f} l\n" for a, b, c, d in lines) + "S\n"


def frame(make: Make, paper: SheetFormat) -> Frame:
    """The frame of a book's pages."""
    width, height = paper.size
    return Frame(width * POINTS, height * POINTS, make, paper.bleed, tuple(place * POINTS for place in paper.folds))


def overdraw(make: Make, paper: SheetFormat) -> float:
    """Millimetres that units are drawn beyond the trim, so that a shifted page still fills its bleed."""
    return paper.bleed + BINDING if make is Make.PRINT else 0


def style(book: Book) -> str:
    """The engine's style sheet for a book."""
    width, height = book.paper.size
    over = overdraw(book.make, book.paper)
    return STYLE.format(width=width, height=height, overdraw=over, head=round(width * 0.6))
