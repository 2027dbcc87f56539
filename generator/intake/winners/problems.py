"""What is wrong with a table, by sheet and cell, as those say who keep it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.intake.workbooks.workbook import CellPlace


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that keeps a table from being taken over, and what to do about it."""

    at: CellPlace
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.at}：{self.message}" + (f"\n    提示：{self.hint}" if self.hint else "")
