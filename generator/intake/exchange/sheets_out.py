"""Tables written as a workbook: texts only, so that no program makes dates or formulas of them."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import xlsxwriter

from generator.machine.apart import Refused
from generator.machine.packing import new_workbook

_NARROW, _WIDE = 8, 60
_EMPTY_ROWS = 500
"""Rows below the last one that are ready for more."""

MAX_CELL = 32_767
"""Characters that a cell can have."""


@dataclass(frozen=True)
class SheetOut:
    """A sheet: a row of titles, rows of texts, and the words that may stand in a column, by its place."""

    name: str
    titles: Sequence[str]
    rows: Sequence[Sequence[str]]
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)


def workbook(sheets: Sequence[SheetOut]) -> bytes:
    """The workbook. Raises `Refused` for a text that no cell can have."""
    target = io.BytesIO()
    with new_workbook(target) as book:
        frame = {"border": 1, "text_wrap": True, "valign": "top", "num_format": "@"}
        cell, head = book.add_format(frame), book.add_format({**frame, "bold": True, "bg_color": "#e8eef4"})
        for made in sheets:
            sheet = book.add_worksheet(made.name)
            sheet.freeze_panes(1, 0)
            _fill(sheet, made, cell, head)
    return target.getvalue()


def _fill(sheet: xlsxwriter.worksheet.Worksheet, made: SheetOut, cell: object, head: object) -> None:
    for column, title in enumerate(made.titles):
        texts = [title, *(row[column] for row in made.rows if column < len(row))]
        longest = max((_width(line) for text in texts for line in text.split("\n")), default=0)
        sheet.set_column(column, column, min(max(longest + 2, _NARROW), _WIDE), cell)
        sheet.write_string(0, column, title, head)
    for number, row in enumerate(made.rows, 1):
        for column, text in enumerate(row):
            if len(text) > MAX_CELL:
                raise Refused(f"“{text[:20]}……”有 {len(text)} 个字，一格放不下", "这一处在文件里改")
            sheet.write_string(number, column, text, cell)
    for column, words in made.choices.items():
        if sum(map(len, words)) + len(words) < 255:  # what the format can hold
            rule = {"validate": "list", "source": list(words), "error_type": "information"}
            sheet.data_validation(1, column, len(made.rows) + _EMPTY_ROWS, column, rule)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
