"""A case fitted to its pages before it is laid out: how large its pictures are, and between which paragraphs.

A picture that does not fit on the rest of a page would leave that rest empty, and a case may end with three lines
on a page of their own. So the text is set on paper first, by counting: a picture waits until the page has turned,
pictures give up a line or two, the opening page is left alone or not, whatever fills the pages best. The sizes
below are those of the style sheets; the layout decides in the end, and a wrong guess costs no more than a gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

from generator.handbook.measure import lines, plain
from generator.handbook.sheet import LINE, Sheet

CAPTION = 4.5
"""Points above a caption, whose lines are as far apart as those of a table."""

SMALL = 13.5
"""Points from line to line of tables and captions."""

_CELL, _CELL_EDGES, _ROW_EDGES = 9.0, 8.0, 4.9
"""Points of a table's characters; what is empty beside a cell's text, and above and below it."""

_COVERS = (12, 11, 10, 9, 8)
"""Lines that the picture on the opening page may take, the best first."""

_LOSSES = (0, 1, 2, 3)
"""Lines that the pictures in the text may give up."""

_FEW = 12
"""Lines on a case's last page below which it looks forsaken."""

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


@dataclass(frozen=True, slots=True)
class Fitted:
    """What came of it: lines of the cover, whether the text begins on the page after it, the sections' HTML."""

    cover: int
    alone: bool
    slack: float
    """Points that an opening page alone has left."""

    sections: tuple[str, ...]
    pages: int
    """Pages on which all that should fall."""


# Blocks


def blocks(html: str, page: Sheet) -> Iterator[Block]:
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


def _block(name: str, html: str, page: Sheet) -> Block:
    width = page.characters
    if name == "p":
        return Block(html, runs=(lines(plain(html), width, 2),), leads=html.startswith('<p class="leads">'))
    if name in {"ul", "ol"}:
        items = re.findall(r"<li>(.*?)(?=<li>|</li>)", html, re.DOTALL)
        return Block(html, runs=tuple(lines(plain(item), width - 2) for item in items) or (1,))
    if name == "table":
        return Block(html, rows=tuple(rows(html, page)), above=LINE, below=LINE)
    if name == "figure":
        return Block(html, height=_figure(html, page), above=LINE, below=LINE)
    if name == "pre":
        count = html.count("\n") + 1
        return Block(html, runs=(count,), above=LINE / 2 + 4.5, below=LINE / 2 + 4.5, line=SMALL)
    if name in {"h4", "h5", "h6"}:
        return Block(html, height=LINE, above=LINE / 2, heading=True)
    if name == "h3":
        return Block(html, height=LINE, above=LINE, below=LINE / 2, heading=True)
    return Block(html, runs=(lines(plain(html), width - 4),), above=LINE / 2, below=LINE / 2)


def rows(table: str, page: Sheet) -> Iterator[float]:
    """The heights of a table's rows; columns without a width of their own share what is left."""
    listed = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in _ROW.findall(table)]
    columns = max(map(len, listed), default=0)
    shares = [float(width) / 100 for width in _COLUMN.findall(table)][:columns]
    shares += [(1 - sum(shares)) / max(1, columns - len(shares))] * (columns - len(shares))
    for cells in listed:  # cells of the first columns may stand in for several rows
        widths = [(page.measure * share - _CELL_EDGES) / _CELL for share in shares[columns - len(cells) :]]
        heights = (  # what is small stands on lines of its own
            sum(lines(plain(part), width) for part in cell.split("<small>") if part)
            for cell, width in zip(cells, widths, strict=True)
        )
        yield SMALL * max(heights, default=1) + _ROW_EDGES


def _figure(html: str, page: Sheet) -> float:
    """The height of a picture with its caption."""
    size = _SIZE.search(html)
    caption = html.partition("<figcaption>")[2]
    return (float(size[2]) if size else 0) + caption_height(caption, page)


def caption_height(caption: str | None, page: Sheet) -> float:
    """Points that a caption takes, with what is empty above it."""
    return CAPTION + SMALL * lines(plain(caption), page.measure / 8.5) if caption else 0.0


def _smaller(block: Block, loss: int) -> Block:
    """A picture that gives up some lines, but never more than a quarter of its height."""
    size = _SIZE.search(block.html)
    if not size or not loss:
        return block
    width, height = float(size[1]), float(size[2])
    left = max(height - loss * LINE, 0.75 * height // (LINE / 2) * (LINE / 2))
    style = f"width:{width * left / height:.2f}pt;height:{left:.2f}pt"
    return replace(block, html=_SIZE.sub(style, block.html, count=1), height=block.height - height + left)


# Pages


@dataclass
class _Setter:
    """Sets blocks one after the other, as the layout will, and notes what stays empty at the foot of pages."""

    depth: float
    y: float
    below: float = 0.0
    empty: list[float] = field(default_factory=list)
    sections: list[list[Block]] = field(default_factory=lambda: [[]])
    waiting: list[Block] = field(default_factory=list)
    moved: int = 0

    def set(self, parts: Sequence[Block]) -> None:
        """Everything, in order."""
        for block, following in zip(parts, [*parts[1:], None], strict=True):
            if block.heading:
                self._heading(block, following)
            elif block.picture:
                self._picture(block, following)
            elif block.rows:
                self._table(block)
            elif block.runs:
                self._text(block, following if block.leads else None)
            else:
                self._whole(block)
        self._place_waiting()

    def turn(self) -> None:
        """Go on to the next page."""
        self.empty.append(self.depth - self.y)
        self.y = self.below = 0.0

    def _fits(self, points: float) -> bool:
        return self.y + points <= self.depth + 0.5

    def _gap(self, block: Block) -> float:
        return max(self.below, block.above) if self.y else 0.0

    def _turn_before(self) -> None:
        """Go on to the next page, where the pictures that wait come first."""
        self.turn()
        self._place_waiting()

    def _keep(self, block: Block) -> None:
        self.sections[-1].append(block)

    def _heading(self, block: Block, following: Block | None) -> None:
        """A heading stays with what it heads."""
        after = 0.0
        if following:  # a picture may wait, so two lines of what comes after it will do
            after = max(block.below, following.above) + (2 * LINE if following.picture else following.least)
        if not self._fits(self._gap(block) + block.height + after):
            self._turn_before()
        if block.section:
            self.sections.append([])
        else:
            self._keep(block)
        self.y += self._gap(block) + block.height
        self.below = block.below

    def _picture(self, block: Block, following: Block | None) -> None:
        if self._fits(self._gap(block) + block.height):
            self._solid(block)
        elif following is None:
            self.turn()
            self._solid(block)
        else:
            self.waiting.append(block)
            self.moved += 1

    def _whole(self, block: Block) -> None:
        """Something that is never divided."""
        if not self._fits(self._gap(block) + block.height):
            self._turn_before()
        self._solid(block)

    def _solid(self, block: Block) -> None:
        self.y += self._gap(block) + block.height
        self.below = block.below
        self._keep(block)

    def _place_waiting(self) -> None:
        for block in self.waiting:
            if not self._fits(self._gap(block) + block.height):
                self.turn()
            self._solid(block)
        self.waiting = []

    def _table(self, block: Block) -> None:
        """Rows stay whole; the head comes again on every page."""
        if not self._fits(self._gap(block) + block.least):
            self._turn_before()
        self.y += self._gap(block)
        self.below = 0.0
        head, turned = block.rows[0], False
        self.y += head
        for row in block.rows[1:]:
            if not self._fits(row):
                self.turn()
                self.y, turned = head, True
            self.y += row
        self._end(block, turned)

    def _text(self, block: Block, announced: Block | None) -> None:
        """Lines of a paragraph or an item; two stay together at either side of a page's end."""
        needed = block.least
        if announced:
            needed = block.line * sum(block.runs) + announced.above + announced.least
        if not self._fits(self._gap(block) + needed):
            self._turn_before()
        self.y += self._gap(block)
        self.below, turned = 0.0, False
        for run in block.runs:
            room = int((self.depth + 0.5 - self.y) / block.line)
            first = min(room, run - 2)
            if run <= room:
                self.y += run * block.line
                continue
            if first >= 2:
                self.y += first * block.line
            else:
                first = 0
            self.turn()
            self.y, turned = (run - first) * block.line, True
        self._end(block, turned)

    def _end(self, block: Block, turned: bool) -> None:
        self.below = block.below
        self._keep(block)
        if turned and not block.leads:
            self._place_waiting()


# The choice


def fit(opening: float, cover: tuple[int, float] | None, parts: Sequence[Block], page: Sheet) -> Fitted:
    """Fit a case to its pages.

    `opening` is the height of all above the picture on the opening page; `cover` are the most lines that picture
    can take and the height of its caption, None without one; `parts` are the sections with their headings. Of the
    result's sections the first is what stands before any heading.
    """
    return min(_tries(opening, cover, parts, page), key=lambda each: each[0])[1]


def _tries(
    opening: float, cover: tuple[int, float] | None, parts: Sequence[Block], page: Sheet
) -> Iterator[tuple[float, Fitted]]:
    most, caption = cover or (0, 0.0)
    sizes = [each for each in _COVERS if each <= most] or [most]
    pictures = any(block.picture for block in parts)
    for loss in _LOSSES if pictures else (0,):
        shrunk = [_smaller(block, loss) if block.picture else block for block in parts]
        for lines_of_cover, alone in product(sizes, (False, True) if cover else (False,)):
            head = opening + (LINE + lines_of_cover * LINE + caption if cover else 0.0)
            if head > page.depth and lines_of_cover != sizes[-1]:
                continue
            setter = _Setter(page.depth, head, below=LINE if cover else 0.0)
            if alone:
                setter.turn()
            setter.set(shrunk)
            cost = _cost(setter, alone) + 3 * loss * sum(block.picture for block in parts) + 3 * (most - lines_of_cover)
            slack = max(0.0, page.depth - head) if alone else 0.0
            sections = tuple("".join(block.html for block in section) for section in setter.sections)
            yield cost, Fitted(lines_of_cover, alone, slack, sections, len(setter.empty) + 1)


def _cost(setter: _Setter, alone: bool) -> float:
    """How far from well the pages are filled, in squared lines."""
    empty = [points / LINE for points in setter.empty]
    if alone:
        empty[0] *= 0.6  # it is spread over the page
    last = setter.y / LINE
    short = 3 * (_FEW - last) ** 2 if setter.empty and last < _FEW else 0.0
    return sum(each**2 for each in empty) + short + 4 * setter.moved + 4 * len(empty)


def section() -> Block:
    """The heading of a section of a case."""
    return Block(height=LINE, above=LINE, below=LINE / 2, heading=True, section=True)


def reckon(parts: Sequence[Block], depth: float) -> tuple[int, float]:
    """On how many pages some blocks fall, and how many points of the last one they take."""
    setter = _Setter(depth, 0.0)
    setter.set(parts)
    return len(setter.empty) + 1, setter.y
