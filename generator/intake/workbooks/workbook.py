"""A workbook or a CSV file as sheets: every cell a text, merged cells told."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import chain, repeat
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from xlsxwriter.utility import xl_rowcol_to_cell

from generator.content import tables
from generator.content.radicals import as_seen
from generator.diagnostics import Report
from generator.intake import office
from generator.intake.workbooks import appearance, shared_texts
from generator.intake.workbooks.appearance import Appearance
from generator.machine.apart import Apart, Refused
from generator.privacy.personal import masked

MAX_ROWS = 100_000
"""Of one sheet: ten times the largest contest."""

MAX_COLUMNS = 500

ENDINGS = (".xlsx", ".xls", ".et", ".ods", ".csv", ".tsv", ".txt")

Rows = list[list[str]]
_PART = re.compile(r"\S+(?:[ \u3000]\S+)*")
_BLANK = re.compile("[\u00a0\u2000-\u200a\u202f]")


@dataclass(frozen=True, order=True)
class CellPlace:
    """A cell: the number of its sheet for the order, the sheet's name, row and column from 0."""

    number: int
    sheet: str
    row: int
    column: int = 0
    printed: str = field(default="", compare=False)
    """Where it stands in a document."""

    @property
    def is_printed(self) -> bool:
        """Whether it stands on a page, where lines are broken as they fit."""
        return "页" in self.printed

    def __str__(self) -> str:
        return self.printed or f"{f'“{self.sheet}”表 ' if self.sheet else ''}{xl_rowcol_to_cell(self.row, self.column)}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that keeps a table from being taken over, and what to do about it."""

    at: CellPlace
    message: str
    hint: str = ""

    def __str__(self) -> str:
        told = f"{self.message}\n    提示：{self.hint}" if self.hint else self.message
        return f"{self.at}：{masked(told)}"


@dataclass(frozen=True)
class WorkSheet:
    """One sheet. What was merged downwards stands in each of its rows; what was merged across only at its left."""

    name: str
    rows: Rows
    across: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """The columns that a cell takes, by its row and column (from 0), where it takes several."""

    continued: frozenset[tuple[int, int]] = frozenset()
    """The cells that are merged with the one above."""

    is_hidden: bool = False
    looks: Appearance = field(default_factory=Appearance)
    """What it shows besides texts. What stands in hidden rows and columns is there all the same."""

    places: tuple[str, ...] = ()
    """Where each row stands, in what has no rows and columns of its own."""

    number: int = 0
    """Its place among those of its file."""

    def at(self, row: int, column: int = 0) -> CellPlace:
        """A place in it."""
        printed = self.places[row] if self.places else ""
        cell = f"第{column + 1}格" if printed and len(self.rows[row]) > 1 else ""
        return CellPlace(self.number, self.name, row, column, printed + cell)

    def seen(self) -> WorkSheet:
        """The sheet with nothing in what is hidden."""
        seen = [["" if at in self.looks.columns else cell for at, cell in enumerate(row)] for row in self.rows]
        rows = [[] if place in self.looks.rows else row for place, row in enumerate(seen)]
        return replace(self, rows=rows)

    def within(self, left: int, right: int) -> WorkSheet:
        """The sheet with nothing outside of some columns, but for lines of one text, which are about all of them."""
        outer = [""] * left
        rows = [row if len(set(filter(None, row))) < 2 else [*outer, *row[left:right]] for row in self.rows]
        return replace(self, rows=rows)

    @cached_property
    def width(self) -> int:
        """Its columns."""
        return max(map(len, self.rows), default=0)

    def filled(self, row: int) -> list[str]:
        """The cells of a row as wide as the sheet, with what is merged across in each of its columns."""
        cells = [*self.rows[row], *[""] * (self.width - len(self.rows[row]))]
        for left in range(len(cells)):
            if (span := self.across.get((row, left), 1)) > 1:
                cells[left : left + span] = [cells[left]] * len(cells[left : left + span])
        return cells

    def over(self, row: int, column: int) -> str:
        """What is written over a column in a row, also when it is merged from a cell further left."""
        return self.filled(row)[column]


def read(path: Path) -> tuple[WorkSheet, ...]:
    """The sheets that have something in them. Raises `Refused`."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise Refused(f"不是表格：读得了的有 {'、'.join(ENDINGS)}", "在表格软件里另存为 .xlsx 再导入")
    raw = office.contents(path)
    if ending in (".csv", ".tsv", ".txt"):
        sheets = [_csv(path.name, raw)]
    else:
        if not office.is_old(raw):
            office.inspect(raw)
        if ending == ".ods" and office.program():  # the reader does not see which cells of it are merged
            raw = office.converted(raw, ".ods", "xlsx")
        with Apart(_workbook) as apart:
            sheets = apart(raw)
    found = tuple(sheet for sheet in sheets if any(map(any, sheet.rows)))
    if not found:
        raise Refused("里面没有内容", "检查是不是选错了文件")
    return found


def _csv(name: str, raw: bytes) -> WorkSheet:
    report = Report()
    rows = tables.rows(name, raw, report)
    if report.has_errors:
        raise Refused(report.errors[0].message, report.errors[0].hint)
    _limit(name, len(rows), width := max(map(len, rows)))
    rows = (aligned((tables.decoded(raw) or "").split("\n"), are_whole=True) if width < 2 else []) or rows
    return WorkSheet("", [[_plain(cell) for cell in row] for row in rows])


def aligned(lines: list[str], are_whole: bool) -> Rows:
    """The cells of lines in columns that only blanks hold apart; of whole ones some may be empty where others align."""
    parts = [_by_columns(line) for line in lines]
    rows = [row for row in parts if len(row) > 1]
    starts = max(rows, key=len) if len(rows) > 1 else {}
    if len(starts) <= 2:
        return []
    if all(len(row) == len(starts) for row in rows):
        return [[*row.values()] for row in parts]
    if are_whole and all(row.keys() <= starts.keys() for row in rows):
        return [[row.get(at, "") for at in starts] if len(row) > 1 else [*row.values()] for row in parts]
    return []


def _by_columns(line: str) -> dict[int, str]:
    """The cells of a line by the columns of a screen in which they begin."""
    # In GBK a character has as many bytes as it takes columns of a screen.
    return {len(line[: part.start()].encode("gbk", "replace")): part[0] for part in _PART.finditer(line)}


def _limit(name: str, rows: int, columns: int) -> None:
    if rows > MAX_ROWS or columns > MAX_COLUMNS:
        told = f"“{name}”有 {rows} 行 {columns} 列，最多读 {MAX_ROWS} 行 {MAX_COLUMNS} 列"
        raise Refused(told, "删去表格下面和右边多余的内容（按 Ctrl+End 看到最后一格），另存以后再导入")


def _workbook(raw: bytes) -> list[WorkSheet]:
    """The sheets of a workbook, hidden ones too; called in a process of its own."""
    import python_calamine

    logging.disable()
    try:
        if not office.is_old(raw) and shared_texts.exceed(raw, office.MAX_XML):
            raise Refused(*office.TOO_MUCH_TEXT)
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw))
        shown = () if office.is_old(raw) else appearance.of_sheets(raw)
        made: list[WorkSheet] = []
        for each, look in zip(book.sheets_metadata, chain(shown, repeat(Appearance())), strict=False):
            if each.name in book.sheet_names:
                hidden = each.visible != python_calamine.SheetVisibleEnum.Visible
                made.append(replace(_sheet(book.get_sheet_by_name(each.name), look), is_hidden=hidden))
        return made
    except python_calamine.PasswordError:
        raise Refused("加了密码", "在表格软件里去掉密码，另存以后再导入") from None
    except (python_calamine.CalamineError, ParseError, KeyError, ValueError):
        raise Refused("打不开：文件损坏，或者不是后缀所说的格式", "在表格软件里打开，另存为 .xlsx 再导入") from None


def _sheet(sheet: Any, looks: Appearance) -> WorkSheet:
    _limit(sheet.name, sheet.height, sheet.width)
    rows = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    for number, formats in looks.formats.items():
        for column, form in formats.items():
            if number < len(rows) and column < len(rows[number]):
                rows[number][column] = appearance.as_shown(rows[number][column], form)
    across, continued = {}, set()
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if top < len(rows) and left < len(rows[top]):
            for row in range(top, min(bottom + 1, len(rows))):
                if {*rows[row][left : right + 1]} - {rows[top][left], ""}:
                    told = f"“{sheet.name}”表从 {xl_rowcol_to_cell(top, left)} 起合并的格盖住了别的内容"
                    raise Refused(told, "取消合并，看看哪些是要的，另存以后再导入")
                rows[row][left] = rows[top][left]
                continued |= {(row, left)} if row > top else set()
                if right > left:
                    across[row, left] = right - left + 1
    return WorkSheet(sheet.name, rows, across, frozenset(continued), looks=looks)


def _text(cell: Any) -> str:
    """A cell as it is seen, but for its format."""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return f"{cell:.15g}" if abs(cell) < 1e15 else f"{cell:.0f}"
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "seconds").removesuffix(" 00:00:00")
    if isinstance(cell, timedelta):
        minutes, seconds = divmod(round(cell.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return cell.isoformat() if isinstance(cell, date) else _plain(str(cell))


def _plain(text: str) -> str:
    """A text without what nobody sees, as it comes with what is copied from pages."""
    return _BLANK.sub(" ", as_seen(text)).strip()
