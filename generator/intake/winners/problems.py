"""What is wrong with a table, by sheet and cell, as those say who keep it."""

from __future__ import annotations

from dataclasses import dataclass, field

from xlsxwriter.utility import xl_rowcol_to_cell

from generator.intake.workbooks.workbook import WorkSheet


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
        return f"{self.at}：{self.message}" + (f"\n    提示：{self.hint}" if self.hint else "")


@dataclass(frozen=True)
class Numbered:
    """A sheet with its number."""

    number: int
    sheet: WorkSheet

    def at(self, row: int, column: int = 0) -> CellPlace:
        """A place in it."""
        printed = self.sheet.places[row] if self.sheet.places else ""
        cell = f"第{column + 1}格" if printed and len(self.sheet.rows[row]) > 1 else ""
        return CellPlace(self.number, self.sheet.name, row, column, printed + cell)
