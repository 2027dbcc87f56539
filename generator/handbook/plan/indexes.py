"""Indexes and contents: made last, from the pages on which everything else landed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.handbook.book import IndexMark, PageOf
from generator.handbook.chinese.pinyin import initial, sort_key

FOLIO = re.compile(r'(<span data-of="([^"]+)">[^<0-9]*)([0-9]+)([^<]*</span>)')
"""The page of an anchor within a text; digits of the usual width until it is known."""


_FEW = 3
"""Pages beside an entry that take a third of a line, where two take a sixth."""


@dataclass(frozen=True, slots=True)
class Locator:
    """A place that an entry stands for: its anchor and the folio printed there."""

    anchor: str
    folio: str


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One line of an index."""

    label: str
    references: tuple[Locator, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The entries under one letter."""

    letter: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """An index with the name of its anchor, its title and a line on how to read it."""

    name: str
    title: str
    note: str
    groups: tuple[Group, ...]

    @property
    def room(self) -> str:
        """How much of a line the pages need: empty for one or two, some, many."""
        most = max((len(entry.references) for group in self.groups for entry in group.entries), default=0)
        return "many" if most > _FEW else "some" if most > 2 else ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the contents: its level (0 stands alone), words, what stands beside them, and its page."""

    level: int
    title: str
    anchor: str
    folio: str = ""
    detail: str = ""
    tag: str = ""
    number: str = ""
    """The number of a case."""


@dataclass(frozen=True, slots=True)
class ContentsView:
    """The contents: in one column, or its chapters in two when their lines are short and many."""

    lines: tuple[Line, ...]
    columns: bool = False

    @property
    def chapters(self) -> tuple[tuple[Line, ...], ...]:
        """Every line of the first level with those below it."""
        found: list[list[Line]] = []
        for line in self.lines:
            if line.level < 2 or not found:
                found.append([])
            found[-1].append(line)
        return tuple(tuple(chapter) for chapter in found)


def index_view(name: str, title: str, note: str, marks: Iterable[IndexMark], pages: Mapping[str, PageOf]) -> IndexView:
    """Marks of one index by letter; several marks with the same words share a line."""
    ordered = sorted(marks, key=lambda each: sort_key(each.label))
    entries = [
        IndexEntry(label, _references(list(same), pages))
        for label, same in groupby(ordered, key=lambda each: each.label)
    ]
    entries.sort(key=lambda entry: (initial(entry.label), sort_key(entry.label)))
    groups = groupby(entries, key=lambda entry: initial(entry.label))
    return IndexView(name, title, note, tuple(Group(letter, tuple(under)) for letter, under in groups))


def _references(marks: Sequence[IndexMark], pages: Mapping[str, PageOf]) -> tuple[Locator, ...]:
    """One reference a page, in the order of pages."""
    by_folio: dict[str, str] = {}
    for each in sorted(marks, key=lambda each: pages[each.anchor].index if each.anchor in pages else 0):
        by_folio.setdefault(_folio(each.anchor, pages), each.anchor)
    return tuple(Locator(anchor, folio) for folio, anchor in by_folio.items())


def _folio(anchor: str, pages: Mapping[str, PageOf]) -> str:
    return pages[anchor].folio if anchor in pages else "000"


def numbered(lines: Iterable[Line], pages: Mapping[str, PageOf], *, columns: bool = False) -> ContentsView:
    """The contents with page numbers; before there are pages, numbers of the usual width."""
    return ContentsView(tuple(replace(each, folio=_folio(each.anchor, pages)) for each in lines), columns)


def with_folios(html: str, pages: Mapping[str, PageOf]) -> str:
    """Some HTML with the pages of the anchors that it names (see `FOLIO`)."""
    return FOLIO.sub(lambda found: f"{found[1]}{_folio(found[2], pages)}{found[4]}", html)
