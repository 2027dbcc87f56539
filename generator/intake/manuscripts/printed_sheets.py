"""Spreadsheets as printed: pages with more columns of the rows of others stand beside these again."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from generator.intake.manuscripts.pieces import Grid

_NEAR = 1.5
"""Points between rules that are the same on two pages, at most."""

_WITHIN = 0.3
"""Of the size of a character: so much of it over a rule is no chance of its font."""

_FEW = 3
"""Characters over rules that may be those of a stamp."""


@dataclass(frozen=True)
class PrintedGrid(Grid):
    """A table of one page, with where its rows begin from the top and its columns from the left, in points."""

    tops: tuple[float, ...] = ()
    lefts: tuple[float, ...] = ()


def side_by_side(pages: list[list[Any]]) -> list[list[Any]]:
    """The pieces of pages, of those that go on beside others together with these; all as they are where none do."""
    tables = [[piece for piece in page if isinstance(piece, PrintedGrid)] for page in pages]
    for groups in _arrangements(len(pages)):
        if all(_go_beside(tables[one], tables[other]) for group in groups for one, other in pairwise(group)):
            return [_together([pages[number] for number in group]) for group in groups]
    return pages


def _arrangements(count: int) -> Iterator[list[Sequence[int]]]:
    """The pages of each strip of a sheet, as printed down and then over, or over and then down."""
    for strips in (each for each in range(1, count // 2 + 1) if count % each == 0):
        yield [range(first, count, strips) for first in range(strips)]
        yield [range(first, first + count // strips) for first in range(0, count, count // strips)]


def _go_beside(tables: list[PrintedGrid], others: list[PrintedGrid]) -> bool:
    """Whether each of the others has the rows of one of the tables, and other columns."""
    return bool(others) and all(any(_is_beside(table, other) for table in tables) for other in others)


def _is_beside(table: PrintedGrid, other: PrintedGrid) -> bool:
    same = sum(_place(table.tops, top) is not None for top in other.tops)
    return 1 < same == len(other.tops) and 2 * same > len(table.tops) and table.lefts != other.lefts


def _place(tops: tuple[float, ...], top: float) -> int | None:
    return next((place for place, each in enumerate(tops) if abs(each - top) < _NEAR), None)


def _together(pages: list[list[Any]]) -> list[Any]:
    """The pieces of pages beside each other; a line that is cut stands on each of them."""
    first, *more = pages
    there = {piece.text for piece in first if not isinstance(piece, Grid)}
    rest = [piece for page in more for piece in page if not isinstance(piece, Grid) and piece.text not in there]
    others = [piece for page in more for piece in page if isinstance(piece, PrintedGrid)]
    return [_widened(piece, others) if isinstance(piece, PrintedGrid) else piece for piece in first] + rest


def _widened(table: PrintedGrid, others: list[PrintedGrid]) -> PrintedGrid:
    rows = [list(row) for row in table.rows]
    for other in (each for each in others if _is_beside(table, each)):
        below = {_place(table.tops, top): row for top, row in zip(other.tops, other.rows, strict=True)}
        for place, row in enumerate(rows):
            rows[place] = [*row, *below.get(place, [""] * len(other.rows[0]))]
    is_doubtful = any(each.is_overflowing for each in (table, *others))
    return replace(table, rows=tuple(map(tuple, rows)), is_overflowing=is_doubtful)


def is_overflowing(table: Any) -> bool:
    """Whether characters stand over the rules of a table, as when its rows are too low for what they hold."""
    rules: dict[float, list[tuple[float, float]]] = defaultdict(list)
    for left, top, right, bottom in table.cells:
        rules[top].append((left, right))
        rules[bottom].append((left, right))
    heights = sorted(rules)
    return sum(_stands_over(char, heights, rules) for char in table.page.chars) > _FEW


def _stands_over(char: Any, heights: list[float], rules: dict[float, list[tuple[float, float]]]) -> bool:
    inner, middle = _WITHIN * char["size"], (char["x0"] + char["x1"]) / 2
    for height in heights[bisect(heights, char["top"] + inner) : bisect(heights, char["bottom"] - inner)]:
        if char["upright"] and any(left < middle < right for left, right in rules[height]):
            return True
    return False
