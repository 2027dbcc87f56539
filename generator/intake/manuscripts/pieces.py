"""What a document is made of once it is read: paragraphs and tables in their order; and where printed lines end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain


@dataclass(frozen=True)
class PrintedPlace:
    """Where a piece stands: on which page (0 where there are none), and which of the counted units it is."""

    page: int = 0
    number: int = 0
    unit: str = "段"
    source: str = ""
    """Its file, where there are several."""

    def __str__(self) -> str:
        page = f"第{self.page}页" if self.page else ""
        return f"{self.source and f'{self.source} '}{page}第{self.number}{self.unit}"


WIDEST = 100
"""Columns that one cell takes at most."""

SET_APART = 7
"""The level of headings that no format makes one, as of what a list stands below; it is that of no title."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph with its number as printed; `level` is that of a heading by its format, 0 for none or unknown."""

    text: str
    place: PrintedPlace
    level: int = 0
    is_struck: bool = False
    """Whether words of it are struck through."""


@dataclass(frozen=True)
class Grid:
    """A table: rows of equal length, what is merged repeated in each of its cells."""

    rows: tuple[tuple[str, ...], ...]
    place: PrintedPlace
    struck: frozenset[int] = frozenset()
    """The rows (from 0) with words that are struck through."""

    is_overflowing: bool = False
    """Whether printed words stand over the rules, so that nobody knows in which rows."""


_ADDRESS = re.compile(r"(?:://|@|www\.)[\x21-\x7e]*$")
"""An address at the end of a line, which breaks where it can, not where the line is full."""

_WORD_ENDS, _WORD = re.compile("[A-Za-z][,.;]?$"), re.compile("[A-Za-z0-9(&]")


def joined(lines: Iterable[str]) -> str:
    """Lines of a text that were broken as they were full: between Western words a blank was there."""
    made = ""
    for line in map(str.strip, lines):
        made += " " if _WORD_ENDS.search(made) and _WORD.match(line) and not _ADDRESS.search(made) else ""
        made += line
    return made


WESTERN = "\u2e7f"
"""Above are the characters of East Asia."""

_UNBROKEN = re.compile(
    r"(?:(?:[（(《“‘]*[\u4e00-\u9fff]?[，、。；：！？）》”’“‘]+)+[\u4e00-\u9fff]?)?[（(]?[\x21-\x7e]*"
)
"""What no line is broken within: a word or number, characters with the punctuation and quotation marks between them."""


def wide(text: str) -> float:
    """How wide what a line begins with is, in characters: it went into none with less room."""
    word = _UNBROKEN.match(text)
    return sum(1 if char > WESTERN else 0.5 for char in word[0]) if word else 0


def is_cut(text: str, following: str) -> bool:
    """Whether a line ends within a number, the last word of a title, or an address: behind a sign, or before one."""
    number = re.search(r"\d{3}[-–—]$", text) and re.match(r"\d{6}", following)
    if number or ("关于" in text and re.fullmatch("的?(?:通?知|[通公]?告|函)", following)):
        return True
    ends, begins = _ADDRESS.search(text), re.match(r"[\x21-\x7e]", following)
    return bool(ends and begins and (re.search(r"[-./_@]$", text) or begins[0] in "-./_@?="))


def padded(rows: Iterable[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """The rows, all as long as the longest."""
    rows = list(rows)
    width = max(map(len, rows), default=0)
    return ((*row, *[""] * (width - len(row))) for row in rows)


def filled(rows: Iterable[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The rows, whose merged cells come empty and repeat what stands above them at the left."""
    made: list[tuple[str, ...]] = []
    for row in rows:
        first = next((place for place, cell in enumerate(row[:-1]) if cell), len(row) - 1) if made else 0
        made.append((*(made[-1] if made else ())[:first], *row[first:]))
    return tuple(made)


@dataclass(frozen=True)
class Manuscript:
    """A document in reading order."""

    pieces: tuple[Paragraph | Grid, ...]
    unseen: tuple[str, ...] = ()
    """Texts that are in its file and that nobody sees: hidden, or deleted in a revision that nobody has accepted."""


def texts_of(piece: Paragraph | Grid) -> Iterable[str]:
    """What a paragraph or the cells of a table say."""
    return chain.from_iterable(piece.rows) if isinstance(piece, Grid) else (piece.text,)
