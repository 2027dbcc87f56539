"""A case fitted to its pages before it is laid out: how large its pictures are, and between which paragraphs.

A picture that does not fit on the rest of a page would leave that rest empty, and a case may end with three lines
on a page of their own. So the text is set on paper first, by counting: a picture waits until the page has turned,
pictures give up a line or two, the opening page is left alone or not, whatever fills the pages best. The layout
decides in the end, and a wrong guess costs no more than a gap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import ceil
from operator import itemgetter

from generator.handbook.fit.block_heights import Block, smaller
from generator.handbook.page.sizes import LINE
from generator.handbook.page.type_area import TypeArea


@dataclass(frozen=True, slots=True)
class _Leeway:
    """What may be tried."""

    covers: tuple[int, ...]
    """Lines of the picture on the opening page, the best first."""
    losses: tuple[int, ...]
    """Lines that the pictures in the text give up."""
    least: float
    """What of its height a picture keeps."""
    legible: float = 0.6
    """The same of one that is alone in being scaled to what is left of its page."""


_USUAL = _Leeway((12, 11, 10, 9, 8), (0, 1, 2, 3), 0.75)
_MORE = _Leeway((12, 11, 10, 9, 8, 7, 6), (0, 1, 2, 3, 4, 5, 6), 0.65)
"""What is tried as usual, and where a case would have more pages than it should."""

_OVER, _TIGHT = 300, 40
"""What a page too many costs, in squared lines, and a last page without a line to spare: a guess may be off by one."""

_ALL = 99
"""More lines than any picture has: as many as it can give up."""

_FEW = 12
"""Lines on a case's last page below which it looks forsaken."""

_LOST = 5
"""The same where a page is better saved, be it by smaller type."""


@dataclass(frozen=True, slots=True)
class CaseFit:
    """What came of it: lines of the cover, whether the text begins on the page after it, the sections' HTML."""

    cover: int
    alone: bool
    slack: float
    """Points that an opening page alone has left."""

    sections: tuple[str, ...]
    pages: int
    """Pages on which all that should fall."""

    forsaken: bool = False
    """Whether the last of several pages has but a few lines."""


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
    owed: bool = False
    """Whether pictures wait for the note of a table to end that went over to this page."""
    legible: float = 1
    """What of its height a picture keeps that has less room; 1: it is not scaled."""
    lost: float = 0.0
    """Points by which pictures were scaled."""

    def set(self, parts: Sequence[Block]) -> None:
        """Everything, in order."""
        for place, block in enumerate(parts):
            following, beyond = [*parts[place + 1 : place + 3], None, None][:2]
            if block.heading:
                self._heading(block, following, alone=beyond is None or beyond.heading)
            elif block.picture:
                self._picture(block, following)
            elif block.rows:
                self._table(block, noted=following is not None and following.notes)
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

    def _heading(self, block: Block, following: Block | None, *, alone: bool) -> None:
        """A heading stays with what it heads; `alone` is whether that is all."""
        self.moved += len(self.waiting)
        if alone:
            self._place_waiting()
        after = 0.0
        if following:  # a picture may wait, so two lines of what comes after it will do
            waits = following.picture and not alone
            least = self._lower(following, _ALL).least
            after = max(block.below, following.above) + (2 * LINE if waits else least)
        if not self._fits(self._gap(block) + block.height + after):
            self._turn_before()
        if block.section:
            self.sections.append([])
        else:
            self._keep(block)
        self.y += self._gap(block) + block.height
        self.below = block.below

    def _picture(self, block: Block, following: Block | None) -> None:
        block = block if self.waiting else self._scaled(block)
        if not self.waiting and self._fits(self._gap(block) + block.height):
            self._solid(block)
        elif following is None and not self.waiting:
            self.turn()
            self._solid(block)
        else:
            self.waiting.append(block)
            self.moved += 1

    def _lower(self, block: Block, loss: int) -> Block:
        """A picture without so many lines, or as low as it may be."""
        return smaller(block, loss, self.legible) if block.picture and self.legible < 1 else block

    def _scaled(self, block: Block) -> Block:
        """A picture as large as what is left of the page, where it can still be read; else as it is."""
        over = self.y + self._gap(block) + block.height - self.depth
        lower = self._lower(block, ceil(over / LINE)) if over > 0.5 else block
        if not self._fits(self._gap(block) + lower.height):
            return block
        self.lost += block.height - lower.height
        return lower

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
        for block in map(self._scaled, self.waiting):
            if not self._fits(self._gap(block) + block.height):
                self.turn()
            self._solid(block)
        self.waiting = []

    def _table(self, block: Block, *, noted: bool) -> None:
        """Rows stay whole; the head comes again on every page. Pictures that wait come after the table's note."""
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
        self.owed = turned and noted
        self._end(block, turned and not noted)

    def _text(self, block: Block, announced: Block | None) -> None:
        """Lines of a paragraph or an item; two stay together at either side of a page's end."""
        needed = block.least
        if announced:
            needed = block.line * sum(block.runs) + announced.above + announced.least
        turned, self.owed = self.owed, False
        if not self._fits(self._gap(block) + needed):
            turned = block.notes
            self.turn() if turned else self._turn_before()
        self.y += self._gap(block)
        self.below = 0.0
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


def fit(
    opening: float, cover: tuple[int, float] | None, parts: Sequence[Block], page: TypeArea, pages: int = 0
) -> CaseFit:
    """Fit a case to its pages, to no more than `pages` of them where that can be (0: however many there are).

    `opening` is the height of all above the picture on the opening page; `cover` are the most lines that picture
    can take and the height of its caption, None without one; `parts` are the sections with their headings. Of the
    result's sections the first is what stands before any heading.
    """
    best = min(_tries(opening, cover, parts, page, pages, _USUAL), key=itemgetter(0))
    if pages and best[1].pages > pages:
        best = min(_tries(opening, cover, parts, page, pages, _MORE), key=itemgetter(0))
    return best[1]


def _tries(
    opening: float,
    cover: tuple[int, float] | None,
    parts: Sequence[Block],
    page: TypeArea,
    pages: int,
    leeway: _Leeway,
) -> Iterator[tuple[float, CaseFit]]:
    most, caption = cover or (0, 0.0)
    sizes = [each for each in leeway.covers if each <= most] or [most]
    pictures = sum(block.picture for block in parts)
    for loss, legible, shrunk in _shrunk(parts, leeway):
        for lines_of_cover, alone in product(sizes, (False, True) if cover else (False,)):
            head = opening + (LINE + lines_of_cover * LINE + caption if cover else 0.0)
            if head > page.depth and lines_of_cover != sizes[-1]:
                continue
            setter = _Setter(page.depth, head, below=LINE if cover else 0.0, legible=legible)
            if alone:
                setter.turn()
            setter.set(shrunk)
            cost = _cost(setter, alone) + _limit(setter, pages)
            cost += 3 * loss * pictures + 3 * (most - lines_of_cover)
            cost += 3 * setter.lost / LINE
            slack = max(0.0, page.depth - head) if alone else 0.0
            yield cost, _fit(setter, lines_of_cover, alone, slack)


def _shrunk(parts: Sequence[Block], leeway: _Leeway) -> Iterator[tuple[float, float, list[Block]]]:
    """The parts with their pictures in each size that they may have, below what that loses and its legibility."""
    if not any(block.picture for block in parts):
        yield 0, 1, [*parts]
        return
    for loss, legible in (*((loss, 1) for loss in leeway.losses), (0, leeway.legible)):
        yield loss, legible, [smaller(block, loss, leeway.least) if block.picture else block for block in parts]


def _fit(setter: _Setter, lines_of_cover: int, alone: bool, slack: float) -> CaseFit:
    """What a setter has made of a case."""
    sections = tuple("".join(block.html for block in section) for section in setter.sections)
    forsaken = bool(setter.empty) and setter.y < _LOST * LINE
    return CaseFit(lines_of_cover, alone, slack, sections, len(setter.empty) + 1, forsaken)


def _cost(setter: _Setter, alone: bool) -> float:
    """How far from well the pages are filled, in squared lines."""
    empty = [points / LINE for points in setter.empty]
    if alone:
        empty[0] *= 0.6  # it is spread over the page
    last = setter.y / LINE
    short = 3 * (_FEW - last) ** 2 if setter.empty and last < _FEW else 0.0
    return sum(each**2 for each in empty) + short + 4 * setter.moved + 4 * len(empty)


def _limit(setter: _Setter, pages: int) -> float:
    """What it costs to run over so many pages, or just not to."""
    made = len(setter.empty) + 1
    tight = made == pages and setter.y > setter.depth - LINE
    return _OVER * max(0, made - pages) + _TIGHT * tight if pages else 0.0


def estimate(parts: Sequence[Block], depth: float) -> tuple[int, float]:
    """On how many pages some blocks fall, and how many points of the last one they take."""
    setter = _Setter(depth, 0.0)
    setter.set(parts)
    return len(setter.empty) + 1, setter.y
