"""The papers and makes of all that is printed, as content, portals, commands and the print engine name them.

It stands outside the model because the engine's workers need it, and no records.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

Ink = tuple[float, float, float, float]
"""Shares of cyan, magenta, yellow and black, from 0 to 1."""


class _Named(StrEnum):
    """A choice with its name."""

    label: str
    note: str
    """What it is for, in a reader's words."""

    def __new__(cls, value: str, label: str = "", note: str = "") -> Self:
        """One choice."""
        made = str.__new__(cls, value)
        made._value_, made.label, made.note = value, label, note
        return made


class Make(_Named):
    """Screen: linked, tagged, small. Print: bleed, crop marks, original images, binding margins."""

    SCREEN = "screen", "屏幕阅读版", "带书签和链接，适合在手机和电脑上看"
    PRINT = "print", "付印版", "带出血和裁切线，交印刷厂用"


class Piece(_Named):
    """Which of its pieces a file of the print make is: a book's covers are a sheet of their own."""

    WHOLE = ""
    BODY = "body", "正文", "不含封面，页数已补足，带出血和裁切线，交印刷厂用"
    WRAP = "cover-wrap", "封面", "封底、书脊、封面连成一张，标明折线，交印刷厂用"


class Stock(StrEnum):
    """What a book's body is printed on: the printing condition that colours are made for."""

    label: str
    condition: str
    """Its name in the ICC's registry."""

    described: str
    limit: float
    """The most ink that it holds: the sum of the four shares."""

    weight: int
    """The usual weight in grams a square metre."""

    bulk: float
    """Millimetres of thickness for 1,000 g/m²."""

    def __new__(cls, value: str, *facts: Any) -> Self:
        """A stock with its facts."""
        made = str.__new__(cls, value)
        made._value_ = value
        made.label, made.condition, made.described, made.limit, made.weight, made.bulk = facts
        return made

    COATED = "coated", "铜版纸", "FOGRA39", "Offset printing, coated paper, ISO 12647-2:2004/Amd 1", 3.0, 128, 0.82
    UNCOATED = "uncoated", "胶版纸", "FOGRA29", "Offset printing, uncoated paper, ISO 12647-2:2004", 2.8, 100, 1.25


@dataclass(frozen=True, slots=True)
class Inks:
    """How colours are printed: on what, and the inks of the colours with a name, by their `#rrggbb`."""

    stock: Stock = Stock.COATED
    named: tuple[tuple[str, Ink], ...] = ()


class Format(StrEnum):
    """Trimmed sizes."""

    label: str
    size: tuple[float, float]
    """Width and height in millimetres."""

    bleed: float
    """Millimetres of printed paper that are cut off."""

    ppi: int
    """Pixels an inch that a picture needs to look sharp from where the sheet is read."""

    folds: tuple[float, ...]

    def __new__(
        cls, value: str, label: str = "", width: float = 0, height: float = 0, bleed: float = 3, ppi: int = 300
    ) -> Self:
        """A format with its name."""
        made = str.__new__(cls, value)
        made._value_, made.label, made.size, made.bleed, made.ppi = value, label, (width, height), bleed, ppi
        made.folds = ()
        return made


class Paper(Format):
    """The papers of books."""

    A4 = "a4", "A4", 210.0, 297.0
    K16_LARGE = "210x285", "大16开", 210.0, 285.0
    K16 = "185x260", "16开", 185.0, 260.0


class LooseSheet(Format):
    """Sheets to hand over or to hang up. Boards are read from two metres, where the eye parts 45 pixels an inch."""

    CERTIFICATE = "a4-landscape", "A4横向", 297, 210
    ROLL_UP = "80x180", "80厘米×180厘米", 800, 1800, 10, 45
    PANEL = "90x120", "90厘米×120厘米", 900, 1200, 10, 45


@dataclass(frozen=True, slots=True)
class Wrap:
    """The sheet around a book's body: flap, back, spine, front, flap. Lengths in millimetres."""

    paper: Paper
    spine: float
    flap: float = 0
    bleed: float = 3
    ppi: int = 300

    @property
    def size(self) -> tuple[float, float]:
        """Width and height when trimmed."""
        width, height = self.paper.size
        return (2 * (width + self.flap) + self.spine, height)

    @property
    def label(self) -> str:
        """The name of the book's paper."""
        return self.paper.label

    @property
    def front(self) -> float:
        """Where the front cover begins, from the left edge."""
        return self.flap + self.paper.size[0] + self.spine

    @property
    def folds(self) -> tuple[float, ...]:
        """Where it is folded, from the left edge."""
        width = self.paper.size[0]
        places = (self.flap, self.flap + width, self.front, self.front + width)
        return tuple(dict.fromkeys(place for place in places if 0 < place < self.size[0]))

    def __str__(self) -> str:
        return str(self.paper)


SheetFormat = Format | Wrap
"""What is printed on."""
