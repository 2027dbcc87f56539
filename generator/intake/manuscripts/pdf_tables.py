"""Ruled tables of PDF pages: their cells, lines of a cell that go on, and tables that go on over pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import Any

from generator.intake.manuscripts.pieces import Grid, PrintedPlace, filled, is_cut, joined, wide
from generator.intake.manuscripts.printed_sheets import PrintedGrid, is_overflowing

_MARGINS = 2.5
"""Characters between the end of a full line and the edge of its cell, at most."""

_LOOSE = 0.75
"""Characters that the widest line of a column may be wider than others that are full, as with hanging points."""

_STOPS = ("。", "；", "）")

_Box = tuple[float, float, float, float]
_Rows = tuple[tuple[str, ...], ...]


def of_rules(table: Any, place: PrintedPlace) -> PrintedGrid:
    """A table that pdfplumber found by its rules, what is merged across repeated."""
    told = zip(table.rows, table.extract(), strict=True)
    cells = [each for row, found in told for each in zip(row.cells, found, strict=True)]
    texts = {cell: (text or "").strip() for cell, text in cells if cell}
    broken = [cell for cell, text in texts.items() if "\n" in text]
    texts |= _unwrapped({cell: table.page.crop(cell, strict=False).extract_text_lines() for cell in broken})
    rows, lefts = _laid_out(table, texts)
    tops = tuple(row.bbox[1] for row, cells in zip(table.rows, rows, strict=True) if any(cells))
    shown = tuple(tuple(texts[cell] if cell else "" for cell in row) for row in rows if any(row))
    return PrintedGrid(shown, place, is_overflowing=is_overflowing(table), tops=tops, lefts=lefts)


def _laid_out(table: Any, texts: Mapping[_Box, str]) -> tuple[list[list[_Box | None]], tuple[float, ...]]:
    """The cells of each row, those that are merged in every row and column that they take; and the left edges."""
    middles = [(row.bbox[1] + min(cell[3] for cell in row.cells if cell)) / 2 for row in table.rows]
    rows: list[list[_Box | None]] = [[*sorted(cell for cell in texts if cell[1] < y < cell[3])] for y in middles]
    lefts = sorted({cell[0] for cell in texts})
    if len(set(map(len, rows))) > 1:  # some are merged across
        rows = [[next((c for c in row if c and c[0] <= left < c[2]), None) for left in lefts] for row in rows]
    return rows, tuple(lefts)


def _unwrapped(lines: Mapping[_Box, list[Any]]) -> Iterator[tuple[_Box, str]]:
    """The texts of cells by their lines: one that the next would have fitted in goes on in none."""
    widest: dict[tuple[float, float], float] = defaultdict(float)
    for cell, found in lines.items():
        widest[cell[0], cell[2]] = max(widest[cell[0], cell[2]], *(line["x1"] - line["x0"] for line in found))
    for cell, found in lines.items():
        parts: list[list[str]] = [[]]
        for line, after in zip(found, [*found[1:], {"text": ""}], strict=True):
            size, room = line["chars"][0]["size"], widest[cell[0], cell[2]] - (line["x1"] - line["x0"])
            is_full = cell[2] - line["x1"] < _MARGINS * size and room < (wide(after["text"]) + _LOOSE) * size
            goes_on = is_full or is_cut(line["text"], after["text"])
            parts[-1].append(line["text"])
            parts += [] if goes_on else [[]]
        yield cell, "\n".join(map(joined, parts)).strip()


def over_pages(table: Grid, more: Grid) -> Grid:
    """A table with what of it stands on the next page, which may repeat the head and begin within a row."""
    rows, below = table.rows, more.rows[more.rows[0] == table.rows[0] :]
    rest = ("",) * len(rows[0])
    apart = below and all(bool(one) != bool(other) for one, other in zip(rows[-1], below[0], strict=True))
    if apart or (below and (_is_rest(below[0], filled(rows)) or any(map(is_cut, rows[-1], below[0])))):
        rest, below = below[0], below[1:]
        rows = (*rows[:-1], tuple(map(joined, zip(rows[-1], rest, strict=True))))
    rows = (*rows, *_across(filled(rows)[-1], rest, below))
    return replace(table, rows=rows, is_overflowing=table.is_overflowing or more.is_overflowing)


def _across(above: tuple[str, ...], rest: tuple[str, ...], rows: _Rows) -> Iterator[tuple[str, ...]]:
    """Rows behind a cut: what is merged across it stands beside their numbers with the rest of its text, or empty."""
    for at, row in enumerate(rows):
        first = int(row[0].isdigit())
        pairs = [*zip(row[first:-1], rest[first:], strict=False)]  # rows of a broken table may differ in length
        end = first + len([*takewhile(lambda pair: pair[0] in ("", pair[1]), pairs)])
        if end == first:
            yield from rows[at:]
            return
        above = (*row[:first], *above[first:end], *row[end:])
        yield above


def _is_rest(row: tuple[str, ...], before: _Rows) -> bool:
    """Whether a row only goes on with the last one before: it is empty where nothing is merged, or ends a sentence."""
    if row[0]:
        return False
    return _is_cut(row, before) or any(cell and _is_open(place, before) for place, cell in enumerate(row))


def _is_cut(row: tuple[str, ...], before: _Rows) -> bool:
    """Whether a row lacks a cell that the last one before has and nothing merged stands for."""
    first = next((place for place, cell in enumerate(row) if cell), 0)
    merged = {place for one, other in pairwise(before) for place, cell in enumerate(one) if cell == other[place]}
    lacking = [place for place, cell in enumerate(row) if before[-1][place] and not cell]
    is_open = bool(merged) and not before[-1][first].endswith(_STOPS)
    return any(place > first or (place not in merged and (is_open or before[-1][place].isdigit())) for place in lacking)


def _is_open(place: int, rows: _Rows) -> bool:
    """Whether the last cell of a column of sentences is none."""
    above = [row[place].endswith(_STOPS) for row in rows[1:-1]]
    return len(above) > 1 and all(above) and not rows[-1][place].endswith(_STOPS)
