"""Questions to a document: what is said where, under which headings, after which labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from generator.intake.manuscripts import Grid, PrintedPlace
from generator.intake.structure.bodies import is_unit
from generator.intake.structure.document_parts import NoticePart, NumberedPassage, OutlineBlock

_LABEL = (
    r"(?:^|(?<=[。；，]))(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．])?\s*"
    r"(?:[^。；，]{0,6}的|大赛|赛事|分赛|比赛|竞赛|活动)?(?:%s)(?:名单)?(?:：|[为是有]|\s+(?=\S))"
)
_NEXT = re.compile("，(?=[^，、。]{0,6}(?:单位|方|机构|媒体)[为是有：])")
"""What begins another label in the same sentence."""


@dataclass(frozen=True)
class Said:
    """A paragraph with the headings above it, from the top down, its own last."""

    text: str
    place: PrintedPlace
    path: tuple[str, ...] = ()
    raw: str = ""

    def under(self, pattern: str) -> bool:
        """Whether one of its headings matches."""
        return any(re.search(pattern, title) for title in self.path)


@dataclass(frozen=True)
class Spread:
    """A table with the headings above it, and the paragraph just before it."""

    grid: Grid
    path: tuple[str, ...]
    before: str


def said(*chapters: NoticePart) -> Iterator[Said]:
    """Every paragraph in reading order; tables of two columns or two rows are told as `name：value`."""
    for block, path, _ in (each for chapter in chapters for each in _around(chapter)):
        yield from told([block], path)


def told(blocks: Iterable[OutlineBlock], path: tuple[str, ...] = ()) -> Iterator[Said]:
    """The paragraphs of pieces below some headings; tables of two columns or two rows are told as `name：value`."""
    for block in blocks:
        if not block.grid:
            yield Said(block.text, block.place, path, block.raw)
        elif len(block.grid.rows[0]) == 2 or (len(block.grid.rows) == 2 < len(block.grid.rows[0])):
            one = len(block.grid.rows[0]) > 2
            rows = zip(*block.grid.rows, strict=True) if one else block.grid.rows
            yield from (Said(f"{name}：{value}", block.place, path) for name, value in rows if name and value)


def cells(*chapters: NoticePart) -> Iterator[Said]:
    """Every cell of wider tables, told as `head：cell`."""
    for table in tables(*chapters):
        head, *rows = table.grid.rows
        if len(head) > 2:
            for row in rows:
                pairs = zip(head, row, strict=False)
                yield from (Said(f"{name}：{cell}", table.grid.place, table.path) for name, cell in pairs)


def sentences(*chapters: NoticePart) -> Iterator[Said]:
    """Every sentence."""
    for each in said(*chapters):
        for sentence in re.split("(?<=[。；])", each.text):
            if sentence:
                yield Said(sentence, each.place, each.path)


def titled(chapter: NoticePart, pattern: str) -> list[NumberedPassage]:
    """The passages whose headings match, the outermost ones."""
    found: list[NumberedPassage] = []
    for passage, above in chapter.walk():
        if re.search(pattern, passage.title) and not any(inner in found for inner in above):
            found.append(passage)
    return found


def labelled(chapter: NoticePart, labels: str) -> Iterator[tuple[str, Said]]:
    """What follows a label: in its paragraph, in its row, or in the paragraphs below it as a heading."""
    pattern = re.compile(_LABEL % labels)
    for each in said(chapter):
        if (match := pattern.search(each.text)) and (value := _NEXT.split(each.text[match.end() :])[0].strip()):
            yield value, each
    for passage, above in chapter.walk():
        if re.fullmatch(f"(?:{labels})(?:名单)?", passage.title):
            path = (*(inner.title for inner in above), passage.title)
            yield from _headed(passage, path, pattern)


def _headed(passage: NumberedPassage, path: tuple[str, ...], label: re.Pattern[str]) -> Iterator[tuple[str, Said]]:
    """What follows a heading in its paragraph, unless behind a `label`, or below it: all of a list, or the first."""
    below: Sequence[NumberedPassage | OutlineBlock] = passage.below or [b for b in passage.blocks if not b.grid]
    texts = [each.text for each in below]
    if passage.rest and not label.match(passage.text):
        yield passage.rest, Said(passage.text, passage.place, path)
    elif not passage.rest and below:
        short = all(len(text) < 40 and not re.search("[。、]", text) for text in texts)
        value = "、".join(texts if short else [*takewhile(is_unit, texts)] or texts[:1])
        yield value, Said(f"{passage.title}：{value}", below[0].place, path, below[0].raw)


def tables(*chapters: NoticePart) -> Iterator[Spread]:
    """Every table; parts of one that go on with the same width are joined."""
    held: Spread | None = None
    for block, path, before in (each for chapter in chapters for each in (*_around(chapter), _END)):
        if held and block.grid and len(held.grid.rows[0]) == len(block.grid.rows[0]):
            held = Spread(Grid(held.grid.rows + block.grid.rows, held.grid.place), held.path, held.before)
            continue
        if held:
            yield held
        held = Spread(block.grid, path, before) if block.grid else None


_END = OutlineBlock("", "", PrintedPlace()), (), ""


def _around(chapter: NoticePart) -> Iterator[tuple[OutlineBlock, tuple[str, ...], str]]:
    before = chapter.title
    for passage, above in ((chapter.root, ()), *chapter.walk()):
        path = tuple(inner.title for inner in (*above, passage) if inner.kind != "root")
        if passage.text:
            before = passage.text
            yield OutlineBlock(passage.text, passage.raw, passage.place), path, before
        for block in passage.blocks:
            yield block, path, before
            before = block.text or before


def column(head: Sequence[str], pattern: str) -> int | None:
    """The first column of a table's head that a pattern is found in."""
    return next((place for place, cell in enumerate(head) if re.search(pattern, cell)), None)
