"""A book as data: units in order, each laid out by itself, joined and numbered afterwards.

A unit is the smallest part that is rendered and cached alone (one case is one unit). It never knows its page
numbers. Units whose text needs them (contents, indexes) are `LateUnit`: made from the pages of all others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from generator.papers import Inks, Make, Paper, Piece, SheetFormat

Numbering = Literal["none", "roman", "arabic"]


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark: its level (1 is the highest), its words, and the id in the unit's HTML that it leads to."""

    level: int
    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class IndexMark:
    """An entry of an index: which index, the words, and the id that they stand for."""

    index: str
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Tab:
    """A coloured tab at the edge of every page of a unit, by which a part is found in the closed book.

    It stands in place `place` (from 0) of `of`; its colour as `#rrggbb` has a name in the book; `label` is white on it.
    """

    place: int
    of: int
    colour: str
    label: str


@dataclass(frozen=True, slots=True)
class Unit:
    """One part of a book, laid out by itself.

    `html` is the inside of `<body>`, with images as `file:` names relative to the project's root; ids are unique
    in the whole book (`<unit id>--<name>`). `left_head` and `right_head` are the running heads of its pages; the
    opening page has its folio but no head when `bare_opening`. Pages of a `bare` unit have neither, nor the mark of
    samples when they carry one themselves (with `data-demo`). `paths` are the files that its bytes depend on.
    """

    id: str
    html: str
    headings: tuple[Bookmark, ...] = ()
    marks: tuple[IndexMark, ...] = ()
    left_head: str = ""
    right_head: str = ""
    numbering: Numbering = "arabic"
    recto: bool = False
    bare: bool = False
    bare_opening: bool = False
    demo: bool = False
    paths: tuple[Path, ...] = ()
    tab: Tab | None = None
    least: int = 0
    """It stands only in books with so many numbered pages."""
    source: str = ""
    """The content file to name when the unit cannot be laid out."""


@contextmanager
def working_on(unit: Unit | None) -> Iterator[None]:
    """Have whatever fails say in which unit, and in which content file, it did."""
    try:
        yield
    except Exception as error:
        if unit is not None:
            error.add_note(f"排印“{unit.id}”时出错，内容在 {unit.source or '程序自己的模板里'}")
        raise


@dataclass(frozen=True, slots=True)
class PageOf:
    """Where an anchor landed: the folio as printed, and the 0-based page of the file."""

    folio: str
    index: int


@dataclass(frozen=True, slots=True)
class LateUnit:
    """A unit made from the pages of the others; laid out again until its own length is stable."""

    id: str
    make: Callable[[Mapping[str, PageOf]], Unit]


@dataclass(frozen=True, slots=True)
class Book:
    """A book: its parts in order, its style sheet, and the facts for the file's metadata."""

    id: str
    title: str
    subtitle: str
    author: str
    language: str
    subject: str
    date: str
    make: Make
    paper: SheetFormat
    parts: tuple[Unit | LateUnit, ...]
    css: str
    demo: bool = False
    inks: Inks = field(default_factory=Inks)
    """How the print make's colours are printed."""
    piece: Piece = Piece.WHOLE
    signature: int = 1
    """Pages of the print make are filled up with blank ones to a multiple of so many."""
    wrap: Callable[[int], Book] | None = None
    """The sheet around it, when its body has so many pages."""
    cases: Mapping[str, str] = field(default_factory=dict)
    """Anchor of the opening of every case by case id: the portal says on which page a case stands."""

    @property
    def bound(self) -> bool:
        """Whether its leaves are bound, rather than handed over or hung up one by one."""
        return isinstance(self.paper, Paper)
