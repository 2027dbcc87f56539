"""Tables that have a project a column, or a cell a line, turned so that they have a project a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise, takewhile

from xlsxwriter.utility import xl_col_to_name

from generator.content import headings
from generator.intake.winners.heads import REMARKS, SERIAL
from generator.intake.workbooks.appearance import Appearance
from generator.intake.workbooks.workbook import Rows, WorkSheet
from generator.machine.apart import Refused

_WIDEST = 16
"""Columns of a table whose cells are lines."""


def are_projects(columns: Sequence[Sequence[str]]) -> bool:
    """Whether each column of a table but the first, which names what they say, is a project."""
    named = [name for name in columns[0] if headings.plain(name) not in ("", SERIAL, REMARKS)]
    keys = {key for name in named if (key := headings.key_of(name))}
    is_named = {"title"} < keys and 2 * len(keys) >= len(named)
    return is_named and len(columns) > 2 and not any(map(headings.key_of, chain(*columns[1:])))


def by_label(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The form of one project with several labels a row, with one a row; nothing for any other table."""
    pairs = [pair for row in rows for pair in zip(row[::2], row[1::2], strict=False) if len({*pair}) > 1]
    keys = [*map(headings.key_of, dict(pairs))]
    is_form = len(rows[0]) in (4, 6, 8) and "title" in keys and len(keys) == len(pairs) <= 2 * sum(map(bool, keys))
    is_table = any(headings.key_of(text) for _, text in pairs)  # its head has names beside names
    return [[*pair] for pair in pairs] if is_form and not is_table else []


def rows_of_projects(sheet: WorkSheet) -> WorkSheet:
    """The sheet, turned where its columns are projects, below lines that are about all of them.

    Columns that go on below others name once more what they say. Where something is hidden or marked it stays as it is.
    """
    several = [row for row, cells in enumerate(sheet.rows) if len(set(filter(None, cells))) > 1]
    keys = {headings.key_of(next(filter(None, sheet.rows[row]))) for row in several}
    if not {"title"} < keys - {""} or sheet.looks != Appearance():
        return sheet
    bands = _bands(sheet, several[0])
    if not all(are_projects([*columns.values()]) for _, columns in bands):
        return sheet
    above = [
        (str(sheet.at(row)), [next(filter(None, cells), "")]) for row, cells in enumerate(sheet.rows[: several[0]])
    ]
    found = [(start, column, cells) for start, columns in bands for column, cells in columns.items()]
    called = f"“{sheet.name}”表 " if sheet.name else ""
    below = [(f"{called}{xl_col_to_name(column)} 列", [""] * start + cells) for start, column, cells in found]
    places, rows = zip(*above, *below, strict=True)
    continued = frozenset(_continued(sheet, found, len(above)))
    return replace(sheet, rows=list(rows), places=places, across={}, continued=continued)


def _continued(sheet: WorkSheet, found: Sequence[tuple[int, int, list[str]]], first: int) -> Iterator[tuple[int, int]]:
    """The new places of cells that are merged with those before them, when what was found is rows from `first` on."""
    merged = {(row, left + more) for (row, left), span in sheet.across.items() for more in range(1, span)}
    for place, (start, column, cells) in enumerate(found, first):
        for row in range(start, start + len(cells)):
            if (row, column) in merged:
                yield place, row


def _bands(sheet: WorkSheet, first: int) -> list[tuple[int, dict[int, list[str]]]]:
    """Rows with their columns: from the `first` with several cells on, each time its name comes again."""
    filled = [sheet.filled(row) for row in range(len(sheet.rows))]
    names = [next(filter(None, cells), "") for cells in filled]
    starts = [row for row, name in enumerate(names) if row >= first and name == names[first]]
    return [(start, _columns(filled[start:end])) for start, end in pairwise([*starts, len(filled)])]


def _columns(rows: Rows) -> dict[int, list[str]]:
    """The columns in which something stands."""
    return {place: list(cells) for place, cells in enumerate(zip(*rows, strict=True)) if any(cells)}


def of_cells(rows: Rows, places: Sequence[str]) -> tuple[Rows, list[str]]:
    """Lines that are the cells of a table, as copying a page leaves it, as rows with the places where these begin.

    Such a table has a column of numbers, which say where rows begin. Raises `Refused` where cells of a row are lost.
    """
    texts = [row[0].strip(" |｜\t\u3000") if len(row) == 1 else "" for row in rows]
    made: Rows = []
    kept: list[str] = []
    done = 0
    while starts := _starts(texts, done):
        width = starts[1] - starts[0]
        end = min(starts[-1] + width, len(rows))
        cells = [texts[start:stop] for start, stop in pairwise([*starts, end])]
        if short := next((at for at, row in enumerate(cells) if len(row) != width), 0):
            told = f"{places[starts[short]]}起的第 {short} 项只有 {len(cells[short])} 格，列名有 {width} 个"
            raise Refused(f"{told}，看不出少了哪一格", "一格一行的名单，空着的格写“无”；或者用原来的表格导入")
        made += [*rows[done : starts[0]], *cells]
        kept += [*places[done : starts[0]], *(places[at] for at in starts)]
        done = end
    return [*made, *rows[done:]], [*kept, *places[done:]]


def _starts(texts: Sequence[str], done: int) -> list[int]:
    """Where the head of the next table begins, and each of its rows; empty where there is none."""
    begin = next((at for at in range(done, len(texts)) if headings.plain(texts[at]) == SERIAL), done)
    named = [*takewhile(lambda text: text != "1", texts[begin : begin + _WIDEST])]
    first = begin + len(named)
    is_head = {"title"} < {*map(headings.key_of, named)} - {""} and all(named)
    return [begin, *_counted(texts, first, len(named))] if is_head and texts[first : first + 1] == ["1"] else []


def _counted(texts: Sequence[str], first: int, width: int) -> Iterator[int]:
    """Where the cells 1, 2, 3 stand that begin the rows, each no further from the last than a row is wide."""
    at, number = first, 1
    while at:
        yield at
        number += 1
        near = range(min(at + width, len(texts) - 1), at + 1, -1)
        at = next((each for each in near if texts[each] == str(number)), 0)
