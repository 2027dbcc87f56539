"""The shelf: which books there are, where they are, on which page a case stands."""

from __future__ import annotations

from pathlib import Path

from generator.catalog.books import BookFile, Shelf
from generator.papers import Make, Paper


def file(edition: str, book: str, make: str, **cases: str) -> BookFile:
    name = f"{edition}/downloads/{book}-{make}"
    return BookFile(edition, book, Make(make), Paper.A4, "书", f"{name}.pdf", f"{name}.png", 8, 9, cases)  # type: ignore[arg-type]


SHELF = Shelf(
    Path("/cache"),
    (
        file("alpha/2026", "casebook", "screen", a="1", b="3"),
        file("alpha/2026", "casebook", "print", a="1", b="3"),
        file("alpha/2026", "guide", "print"),
        file("alphabet/2026", "casebook", "print", c="7"),
    ),
)


def test_books_of_an_edition_in_their_order() -> None:
    listed = [(book.book, book.make) for book in SHELF.of("alpha/2026")]  # type: ignore[arg-type]
    assert listed == [("casebook", "screen"), ("casebook", "print"), ("guide", "print")]
    assert SHELF.of("alpha/2025") == ()  # type: ignore[arg-type]


def test_books_by_kind_begin_with_what_readers_want() -> None:
    turned = Shelf(books=(SHELF.books[1], SHELF.books[0], SHELF.books[2]))
    assert turned.kinds("alpha/2026") == [[SHELF.books[0], SHELF.books[1]], [SHELF.books[2]]]  # type: ignore[arg-type]


def test_pages_of_all_editions() -> None:
    assert SHELF.folios == {"a": "1", "b": "3", "c": "7"}


def test_files_of_a_branch_and_no_other() -> None:
    assert SHELF.files("alphabet") == [
        (f"alphabet/2026/downloads/casebook-print.{end}", Path(f"/cache/alphabet/2026/downloads/casebook-print.{end}"))
        for end in ("png", "pdf")
    ]
    assert [path.name for _, path in SHELF.files("alpha")] == [
        *("casebook-screen.png", "casebook-screen.pdf", "casebook-print.pdf"),  # no page shows that of the print make
        *("guide-print.png", "guide-print.pdf"),
    ]


def test_an_empty_shelf() -> None:
    assert (Shelf().books, Shelf().folios, Shelf().files("alpha")) == ((), {}, [])
