"""The printed books of a build: what portals say of them, and where their files lie until they are published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.model import EditionId
from generator.papers import Make, Paper, Piece, SheetFormat


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

    @classmethod
    def of(cls, edition: EditionId, name: str, facts: Mapping[str, Any]) -> BookFile:
        """A book by the name of its files (see `file_name`) and the facts beside them.

        Raises `ValueError`, `KeyError` or `TypeError` when they are those of no book.
        """
        book, make, piece = (*name.rpartition("/")[2].split("-", 2), "")[:3]
        return cls(
            edition=edition,
            book=book,
            make=Make(make),
            piece=Piece(piece),
            paper=Paper(facts["paper"]),
            title=facts["title"],
            address=f"{name}.pdf",
            cover=f"{name}.png",
            pages=facts["pages"],
            bytes=facts["bytes"],
            cases=facts["cases"],
        )


def file_name(edition: EditionId, book: str, make: Make, piece: Piece) -> str:
    """Where the files of a book are, below the site's root, without their endings."""
    return f"{edition}/downloads/{'-'.join(filter(None, (book, make, piece)))}"


@dataclass(frozen=True)
class Shelf:
    """All books of a build; `folder` holds their files under their addresses."""

    folder: Path = Path()
    books: tuple[BookFile, ...] = ()

    def of(self, edition: EditionId) -> tuple[BookFile, ...]:
        """The books of an edition."""
        return tuple(book for book in self.books if book.edition == edition)

    def kinds(self, edition: EditionId) -> list[list[BookFile]]:
        """The books of an edition by what they are; of each, the makes for readers before those for printers."""
        own = self.of(edition)
        kinds = dict.fromkeys(book.book for book in own)
        order = list(Make)
        return [
            sorted((book for book in own if book.book == kind), key=lambda book: order.index(book.make))
            for kind in kinds
        ]

    @cached_property
    def folios(self) -> dict[str, str]:
        """The page of every case in its printed collection, by case id."""
        collections = (book for book in self.books if book.book == "casebook" and book.make is Make.PRINT)
        return {case: folio for book in collections for case, folio in book.cases.items()}

    def files(self, branch: str) -> list[tuple[str, Path]]:
        """The addresses of a branch's book files and of the covers that stand for them, and where they are now."""
        editions = dict.fromkeys(book.edition for book in self.books if book.edition.startswith(f"{branch}/"))
        kinds = [makes for edition in editions for makes in self.kinds(edition)]
        addresses = [address for makes in kinds for address in (makes[0].cover, *(book.address for book in makes))]
        return [(address, self.folder / address) for address in addresses]
