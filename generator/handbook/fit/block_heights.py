"""The parts of a text that stand one below the other, each with the room that it will take on a page.

The layout decides in the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.handbook.chinese.count_lines import lines, plain
from generator.handbook.page import sizes
from generator.handbook.page.sizes import HALF, INDENT, LINE
from generator.handbook.page.type_area import TypeArea

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^>]*?(/?)>")
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_COLUMN = re.compile(r'<col style="width:([\d.]+)%">')
_VOID = frozenset({"br", "col", "hr", "img", "path"})
_SIZE = re.compile(r"width:([\d.]+)pt;height:([\d.]+)pt")


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a text that stands between others: text in `runs` of lines, `rows` of a table, or a solid thing.

    `above` and `below` are its margins; those of neighbours collapse, and none is left at the head of a page.
    """

    html: str = ""
    runs: tuple[int, ...] = ()
    rows: tuple[float, ...] = ()
    height: float = 0.0
    above: float = 0.0
    below: float = 0.0
    line: float = LINE
    heading: bool = False
    leads: bool = False
    """Whether it announces what comes after it, and stays with that."""

    section: bool = False
    """Whether it is the heading of a section, which the template writes."""

    @property
    def picture(self) -> bool:
        """Whether it may move and shrink."""
        return self.html.startswith("<figure")

    @property
    def least(self) -> float:
        """Points that must be free for it to begin on a page."""
        if self.rows:
            return sum(self.rows[:2])
        if self.runs:
            return self.line * (self.runs[0] if self.runs[0] < 4 else 2)
        return self.height


def heading(html: str = "") -> Block:
    """A heading in a text."""
    above, below = sizes.HEADING
    return Block(html, height=LINE, above=above, below=below, heading=True)


def section() -> Block:
    """The heading of a section of a case."""
    return replace(heading(), section=True)


def blocks(html: str, page: TypeArea) -> Iterator[Block]:
    """The parts of a section's prose."""
    for name, part in elements(html):
        yield _block(name, part, page)


def elements(html: str) -> Iterator[tuple[str, str]]:
    """The outermost elements of some HTML with their names."""
    depth, start, outer = 0, 0, ""
    for match in _TAG.finditer(html):
        closing, name, empty = match.groups()
        if name in _VOID or empty:
            if depth == 0:
                yield name, match[0]
        elif closing:
            depth -= 1
            if depth == 0:
                yield outer, html[start : match.end()]
        else:
            if depth == 0:
                start, outer = match.start(), name
            depth += 1


def _block(name: str, html: str, page: TypeArea) -> Block:
    width = page.characters
    if name == "p":
        return Block(html, runs=(lines(plain(html), width, INDENT),), leads=html.startswith('<p class="leads">'))
    if name in {"ul", "ol"}:
        items = re.findall(r"<li>(.*?)(?=<li>|</li>)", html, re.DOTALL)
        return Block(html, runs=tuple(lines(plain(item), width - INDENT) for item in items) or (1,))
    if name == "table":
        return Block(html, rows=tuple(rows(html, page)), above=LINE, below=LINE)
    if name == "figure":
        return Block(html, height=_figure(html, page), above=LINE, below=LINE)
    if name == "pre":
        count, room = html.count("\n") + 1, HALF + sizes.LISTING
        return Block(html, runs=(count,), above=room, below=room, line=sizes.SMALL_LINE)
    if name in {"h4", "h5", "h6"}:
        return Block(html, height=LINE, above=HALF, heading=True)
    if name == "h3":
        return heading(html)
    return Block(html, runs=(lines(plain(html), width - 2 * INDENT),), above=HALF, below=HALF)


def rows(table: str, page: TypeArea) -> Iterator[float]:
    """The heights of a table's rows; columns without a width of their own share what is left."""
    listed = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in _ROW.findall(table)]
    columns = max(map(len, listed), default=0)
    shares = [float(width) / 100 for width in _COLUMN.findall(table)][:columns]
    shares += [(1 - sum(shares)) / max(1, columns - len(shares))] * (columns - len(shares))
    for cells in listed:  # cells of the first columns may stand in for several rows
        widths = [
            (page.measure * share - 2 * sizes.CELL_SIDE) / sizes.SMALL for share in shares[columns - len(cells) :]
        ]
        heights = (  # what is small stands on lines of its own
            sum(lines(plain(part), width) for part in cell.split("<small>") if part)
            for cell, width in zip(cells, widths, strict=True)
        )
        yield sizes.SMALL_LINE * max(heights, default=1) + 2 * sizes.CELL_GAP + sizes.CELL_RULE


def _figure(html: str, page: TypeArea) -> float:
    """The height of a picture with its caption."""
    size = _SIZE.search(html)
    caption = html.partition("<figcaption>")[2]
    return (float(size[2]) if size else 0) + caption_height(caption, page)


def caption_height(caption: str | None, page: TypeArea) -> float:
    """Points that a caption takes, with what is empty above it."""
    if not caption:
        return 0.0
    return sizes.CAPTION_GAP + sizes.SMALL_LINE * lines(plain(caption), page.measure / sizes.CAPTION)


def smaller(block: Block, loss: int) -> Block:
    """A picture that gives up some lines, but never more than a quarter of its height."""
    size = _SIZE.search(block.html)
    if not size or not loss:
        return block
    width, height = float(size[1]), float(size[2])
    left = max(height - loss * LINE, 0.75 * height // HALF * HALF)
    style = f"width:{width * left / height:.2f}pt;height:{left:.2f}pt"
    return replace(block, html=_SIZE.sub(style, block.html, count=1), height=block.height - height + left)
