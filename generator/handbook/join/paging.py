"""Which page of the book is which: order, blank pages, left and right, folios.

Folios are the same in both makes: a blank page that puts a part on a right page is counted in both, and only the
print make holds it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.handbook.book import Numbering, PageOf, Unit
from generator.handbook.page.fragment import Fragment
from generator.papers import Make
from generator.text.numerals import roman


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of the book: the unit that it shows (or none), that unit's page, its number and its side."""

    unit: int | None
    page: int
    numbering: Numbering
    number: int
    right: bool
    bare: bool

    @property
    def folio(self) -> str:
        """The number as printed; empty on pages that are not numbered."""
        return written(self.numbering, self.number)


def written(numbering: Numbering, number: int) -> str:
    """A page number in its style."""
    if numbering == "none":
        return ""
    return str(number) if numbering == "arabic" else roman(number).lower()


def paginate(units: Sequence[tuple[Unit, int]], make: Make, signature: int = 1) -> list[Sheet]:
    """The pages of the book, from its units and the number of pages of each; see `Book.signature`."""
    sheets: list[Sheet] = []
    counts: dict[Numbering, int] = {"none": 0, "roman": 0, "arabic": 0}
    right = True
    before: Numbering = "none"
    for place, (unit, pages) in enumerate(units):
        if unit.recto and not right:
            # The blank page belongs to the part before it.
            counts[before] += 1
            if make is Make.PRINT:
                sheets.append(Sheet(None, 0, before, counts[before], right, bare=True))
            right = True
        for page in range(pages):
            counts[unit.numbering] += 1
            sheets.append(Sheet(place, page, unit.numbering, counts[unit.numbering], right, unit.bare))
            right = not right
        before = unit.numbering
    while make is Make.PRINT and len(sheets) % signature:
        counts["none"] += 1
        sheets.append(Sheet(None, 0, "none", counts["none"], right, bare=True))
        right = not right
    return sheets


def places(sheets: Sequence[Sheet], fragments: Sequence[Fragment]) -> Mapping[str, PageOf]:
    """On which page every anchor of the book is."""
    return {name: PageOf(sheets[index].folio, index) for name, (index, _, _) in anchors(sheets, fragments).items()}


def anchors(sheets: Sequence[Sheet], fragments: Sequence[Fragment]) -> Mapping[str, tuple[int, float, float]]:
    """Where every anchor of the book is: the 0-based page of the file, and the place on it in points."""
    found: dict[str, tuple[int, float, float]] = {}
    for index, sheet in enumerate(sheets):
        for name, (page, x, y) in fragments[sheet.unit].anchors.items() if sheet.unit is not None else ():
            if page == sheet.page:
                found.setdefault(name, (index, x, y))
    return found


def labels(sheets: Sequence[Sheet]) -> list[tuple[int, Numbering, int]]:
    """Ranges of page labels: the page that each begins at, its style, its first number."""
    ranges: list[tuple[int, Numbering, int]] = []
    expected: tuple[Numbering, int] | None = None
    for index, sheet in enumerate(sheets):
        if (sheet.numbering, sheet.number) != expected:
            ranges.append((index, sheet.numbering, sheet.number))
        expected = (sheet.numbering, sheet.number + 1)
    return ranges
