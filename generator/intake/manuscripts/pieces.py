"""What a document is made of once it is read: paragraphs and tables in their order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class PrintedPlace:
    """Where a piece stands: on which page (0 where there are none), and which of the counted units it is."""

    page: int = 0
    number: int = 0
    unit: str = "段"

    def __str__(self) -> str:
        return f"第{self.page}页第{self.number}{self.unit}" if self.page else f"第{self.number}{self.unit}"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph with its number as printed; `level` is that of a heading by its format, 0 for none or unknown."""

    text: str
    place: PrintedPlace
    level: int = 0


@dataclass(frozen=True)
class Grid:
    """A table: rows of equal length, what is merged repeated in each of its cells."""

    rows: tuple[tuple[str, ...], ...]
    place: PrintedPlace


@dataclass(frozen=True)
class Manuscript:
    """A document in reading order."""

    pieces: tuple[Paragraph | Grid, ...]
