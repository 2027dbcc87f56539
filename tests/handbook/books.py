"""Books of the project's own content, and of a small contest, for tests: units with made-up page numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path

from generator import project
from generator.catalog import Catalog
from generator.handbook.book import Book, LateUnit, PageOf, Unit
from generator.handbook.printing import books
from generator.papers import Make
from generator.site.facts import site

ROOT = Path(__file__).parents[2]
URL = "https://contest.example/"
EDITIONS = sorted(f"{file.parts[-3]}/{file.parts[-2]}" for file in ROOT.glob("content/*/*/edition.yml"))
"""By their files: not every process of a run needs the catalog."""


@cache
def catalog(root: Path = ROOT) -> Catalog:
    """What is public at the end of 2026."""
    loaded = project.load(root).catalog
    assert loaded
    return loaded.public(date(2026, 12, 31))


@dataclass(frozen=True)
class Planned:
    """An edition's books by the last word of their id, each planned when it is asked for."""

    plan: Callable[..., list[Book]]

    def __getitem__(self, kind: str) -> Book:
        (book,) = self.plan(kinds=(kind,))
        return book

    def __contains__(self, kind: str) -> bool:
        return bool(self.plan(kinds=(kind,)))


def made(edition: str, make: Make = Make.SCREEN, url: str | None = URL, content: Catalog | None = None) -> Planned:
    """The books of an edition of the project, or of other content."""
    content = content or catalog()
    return Planned(partial(books, site(ROOT, content, url), content.editions[edition], make, ROOT))  # type: ignore[index]


def units(book: Book) -> list[Unit]:
    """Every unit, the late ones with the page numbers that their place in the book suggests."""
    early = [part for part in book.parts if isinstance(part, Unit)]
    pages = {anchor: PageOf(str(number), number) for number, unit in enumerate(early, 1) for anchor in ids(unit)}
    late = [part.make(pages) for part in book.parts if isinstance(part, LateUnit)]
    pages |= {
        anchor: PageOf(str(900 + number), 900 + number) for number, unit in enumerate(late) for anchor in ids(unit)
    }
    return [part.make(pages) if isinstance(part, LateUnit) else part for part in book.parts]


def ids(unit: Unit) -> Iterator[str]:
    """The ids of a unit's elements."""
    yield from re.findall(r'\sid="([^"]*)"', unit.html)


def text(html: str) -> str:
    """The words of some HTML, without white space."""
    return re.sub(r"\s|\u00a0", "", re.sub(r"<[^>]*>", "", html))


def without(content: Catalog, **kinds: object) -> Catalog:
    """The catalog with some of its records replaced."""
    return replace(content, **kinds)  # type: ignore[arg-type]
