"""The parts of a text that stand one below the other, each with the room that it will take on a page.

The layout decides in the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from generator.handbook.chinese.count_lines import lines, plain
from generator.handbook.page import sizes
from generator.handbook.page.sizes import HALF, INDENT, LINE, SMALL_LINE
from generator.handbook.page.type_area import TypeArea
from generator.text.html_tree import drop, read, write

_SHARE = re.compile(r"width:([\d.]+)%")
_HEADS = {"h3": 13, "h4": 11, "h5": 11, "h6": 11}
"""Sizes of headings, which matter where one is longer than a line."""

_HOLDING = frozenset({"p", "li", "dt", "dd", "ul", "ol", "dl", "div", "pre", "blockquote", "table"})
_OWN = re.compile(r"^height:([\d.]+)pt$")
"""The height that a figure has whatever is in it."""

_MARGIN = re.compile(r"^margin-bottom:([\d.]+)pt$")
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

    notes: bool = False
    """Whether it says something of the table above it."""

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


def heading(html: str = "", around: tuple[float, float] = sizes.HEADING) -> Block:
    """A heading in a text, with what is empty above and below it."""
    above, below = around
    return Block(html, height=LINE, above=above, below=below, heading=True)


def section(*, brief: bool = False) -> Block:
    """The heading of a section of a case."""
    return replace(heading(around=sizes.BRIEF_HEADING if brief else sizes.HEADING), section=True)


def blocks(html: str, page: TypeArea, *, close: bool = False) -> Iterator[Block]:
    """The parts of a section's prose, in the usual type or, when `close`, in that of brief cases."""
    size, line = (sizes.SMALL, SMALL_LINE) if close else (sizes.BODY, LINE)
    for element in read(html):
        yield _block(element, page, page.measure / size, line)


def _block(element: Element, page: TypeArea, width: float, line: float) -> Block:
    """One of them; running text is `width` characters wide, each of its lines `line` points high."""
    name, html, gap = element.tag, write(element), LINE if line == LINE else HALF
    if name == "p":
        return _paragraph(element, html, width, line)
    if name in {"ul", "ol", "dl"}:
        return Block(html, runs=tuple(_runs(element, width)) or (1,), line=line)
    if element.get("class") == "notes":
        runs = tuple(_runs(element, page.measure / sizes.SMALL))
        return Block(html, runs=runs, line=sizes.SMALL_LINE, above=LINE + HALF)
    if name == "table":
        return Block(html, rows=tuple(rows(element, page)), above=gap, below=_below(element, gap))
    if element.get("class") == "turned":
        return Block(html, height=page.depth)
    if name == "figure" or element.get("class") == "pull":
        height = _figure(element, page) if name == "figure" else _quotation(element, page)
        return Block(html, height=height, above=gap, below=gap)
    if name == "pre":
        below = _below(element, HALF) + sizes.LISTING
        runs = (listing_lines(element),)
        return Block(html, runs=runs, above=HALF + sizes.LISTING, below=below, line=sizes.SMALL_LINE)
    if name in _HEADS:
        block = heading(html) if name == "h3" else Block(html, above=HALF, heading=True)
        return replace(block, height=LINE * lines(plain(html), page.measure / _HEADS[name]))
    return Block(html, runs=(lines(plain(html), width - 2 * INDENT),), above=HALF, below=HALF, line=line)


def _quotation(quoted: Element, page: TypeArea) -> float:
    """The height of words that stand out, and of who said them."""
    words, by = (plain(write(part)) for part in quoted)
    return sizes.LARGE_LINE * lines(words, page.measure / sizes.MINOR - 2) + (SMALL_LINE if by else 0)


def listing_lines(listing: Element) -> int:
    """The lines of a listing, none of which is too long."""
    return "".join(listing.itertext()).rstrip().count("\n") + 1


def on_grid(element: Element, height: float, below: float) -> None:
    """Leave so much more room below something that what follows stands on the grid, as it would without it."""
    if odd := height % HALF:
        element.set("style", f"margin-bottom:{below + HALF - odd:.2f}pt")


def _below(element: Element, usual: float) -> float:
    own = _MARGIN.match(element.get("style", ""))
    return float(own[1]) if own else usual


def _paragraph(element: Element, html: str, width: float, line: float) -> Block:
    if "formula--block" in html:
        high = "formula__fraction" in html or "formula__stack" in html
        return Block(html, height=(3 if high else 2) * LINE)
    runs = (lines(plain(html), width, INDENT),)
    return Block(html, runs=runs, leads=element.get("class") == "leads", notes="data-note" in element.attrib, line=line)


def _runs(listed: Element, width: float) -> Iterator[int]:
    """The lines of everything in a list, each list within it being so much narrower."""
    inner = width if listed.tag == "dt" else width - INDENT * (listed.tag in {"ul", "ol", "dd"})
    if not any(each.tag in _HOLDING for each in listed):
        yield from _words(write(listed), inner)
        return
    yield from _words(listed.text, inner)
    for part in listed:
        yield from _runs(part, inner)
        yield from _words(part.tail, inner)


def _words(text: str | None, width: float) -> Iterator[int]:
    if words := plain(text or ""):
        yield lines(words, width)


def items(listed: Element) -> Iterator[str]:
    """The items of a list in order, each without the lists within it, which come after it."""
    for item in list(listed.iter("li")):
        for nested in [*item.iter("ul"), *item.iter("ol")]:
            drop(nested)
        yield write(item)


def rows(table: Element, page: TypeArea, measure: float | None = None) -> Iterator[float]:
    """The heights of a table's rows; columns without a width of their own share what is left."""
    dense = table.get("class") == "dense"
    size, line = (sizes.DENSE, sizes.DENSE_LINE) if dense else (sizes.SMALL, sizes.SMALL_LINE)
    listed = [list(row) for row in table.iter("tr")]
    columns = max(map(len, listed), default=0)
    widths = (_SHARE.search(column.get("style", "")) for column in table.iter("col"))
    shares = [float(width[1]) / 100 for width in widths if width][:columns]
    shares += [(1 - sum(shares)) / max(1, columns - len(shares))] * (columns - len(shares))
    for cells in listed:  # cells of the first columns may stand in for several rows
        wide = measure or page.measure
        rooms = [(wide * share - 2 * sizes.CELL_SIDE) / size for share in shares[columns - len(cells) :]]
        heights = (_cell(cell, room) for cell, room in zip(cells, rooms, strict=True))
        yield line * max(heights, default=1) + 2 * sizes.CELL_GAP + sizes.CELL_RULE


def _cell(cell: Element, room: float) -> int:
    """The lines of a table's cell; what is small stands on lines of its own."""
    parts = []
    for small in list(cell.iter("small")):
        parts.append(write(small))
        drop(small)
    return sum(lines(words, room) for words in map(plain, [write(cell), *parts]) if words)


def _figure(figure: Element, page: TypeArea) -> float:
    """The height of a picture with its caption."""
    if own := _OWN.match(figure.get("style", "")):
        return float(own[1])
    html, caption = write(figure), figure.find("figcaption")
    size = _SIZE.search(html)
    return (float(size[2]) if size else 0) + caption_height(None if caption is None else write(caption), page)


def caption_height(caption: str | None, page: TypeArea, width: float | None = None) -> float:
    """Points that a caption takes, with what is empty above it; as wide as the text, or as its picture."""
    if not caption:
        return 0.0
    return sizes.CAPTION_GAP + sizes.SMALL_LINE * lines(plain(caption), (width or page.measure) / sizes.CAPTION)


def smaller(block: Block, loss: int, least: float = 0.75) -> Block:
    """A picture that gives up some lines, but keeps a share of its height; charts are drawn lower."""
    if block.html.startswith('<figure class="chart"'):
        return _lower(block, loss)
    size = _SIZE.search(block.html)
    if not size or not loss or block.html.startswith('<figure class="'):
        return block
    width, height = float(size[1]), float(size[2])
    left = max(height - loss * LINE, least * height // HALF * HALF)
    style = f"width:{width * left / height:.2f}pt;height:{left:.2f}pt"
    return replace(block, html=_SIZE.sub(style, block.html, count=1), height=block.height - height + left)


def _lower(block: Block, loss: int) -> Block:
    """The one of a chart's drawings that is so many lines lower, or the lowest."""
    drawings = re.findall("<img [^>]*>", block.html)
    heights = [float(size[2]) for size in _SIZE.finditer(block.html)]
    place = min(loss, len(drawings) - 1)
    height = block.height - (heights[0] - heights[place]) // HALF * HALF
    html = block.html.replace("".join(drawings), drawings[place])
    return replace(block, html=html.replace(f"height:{block.height:.1f}pt", f"height:{height:.1f}pt", 1), height=height)
