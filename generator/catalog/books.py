"""The printed books of a build: what portals say of them, and where their files lie until they are published."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.model import EditionId
from generator.papers import Make, Piece, SheetFormat


@dataclass(frozen=True, slots=True)
class BookFile:
    """A published book: addresses are relative to the site's root. `cases` gives the folio of every case by id."""

    edition: EditionId
    book: str
    make: Make
    paper: SheetFormat
    title: str
    address: str
    cover: str
    pages: int
    bytes: int
    cases: dict[str, str]
    piece: Piece = Piece.WHOLE


@dataclass(frozen=True)
class Shelf:
    """All books of a build; `folder` holds their files under their addresses."""

    folder: Path = Path()
    books: tuple[BookFile, ...] = ()

    def of(self, edition: EditionId) -> tuple[BookFile, ...]:
        """The books of an edition."""
        return tuple(book for book in self.books if book.edition == edition)

    @cached_property
    def folios(self) -> dict[str, str]:
        """The page of every case in its printed collection, by case id."""
        collections = (book for book in self.books if book.book == "casebook" and book.make is Make.PRINT)
        return {case: folio for book in collections for case, folio in book.cases.items()}

    def files(self, branch: str) -> list[tuple[str, Path]]:
        """The addresses of a branch's book files, and where they are now."""
        own = (book for book in self.books if book.edition.startswith(f"{branch}/"))
        return [(address, self.folder / address) for book in own for address in (book.address, book.cover)]
