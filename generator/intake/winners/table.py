"""`entries.csv` as it is: its cells are kept as they were written, but for those that the import changes."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.content import headings, tables
from generator.content.tables import EMPTY
from generator.diagnostics import Report
from generator.intake.winners.projects import TITLES
from generator.machine.apart import Refused

LAST = ".imported/entries.csv"
"""Beside `entries.csv`: what was last taken from a table, so that later edits by hand are known as such."""


@dataclass
class EntryTable:
    """The rows of a table of entries below its head, and the column of each key."""

    rows: list[list[str]]
    head: int
    columns: dict[str, int]
    places: dict[str, int] = field(default_factory=dict)
    """The row of every entry by its number."""

    def value(self, number: str, key: str) -> str:
        """What an entry's cell says; empty where there is nothing."""
        row, column = self.rows[self.places[number]], self.columns.get(key)
        text = row[column] if column is not None and column < len(row) else ""
        return "" if text in EMPTY else text

    def values(self, number: str) -> dict[str, str]:
        """All that is said of an entry, by key; nothing of one that is not there."""
        there = self.columns if number in self.places else ()
        return {key: value for key in there if (value := self.value(number, key))}

    def set(self, number: str, key: str, value: str) -> None:
        """Write a cell, in a new row or column where there is none yet."""
        if key not in self.columns:
            self.columns[key] = len(self.rows[self.head])
            self.rows[self.head].append(TITLES[key])
        if number not in self.places:
            self.places[number] = len(self.rows)
            self.rows.append([])
        row, column = self.rows[self.places[number]], self.columns[key]
        row.extend([""] * (column + 1 - len(row)))
        row[column] = value

    def update(self, entries: Mapping[str, Mapping[str, str]]) -> None:
        """Write the cells of entries, by number and key."""
        for number, values in entries.items():
            for key, value in values.items():
                self.set(number, key, value)

    def to_csv(self) -> bytes:
        """The file as spreadsheet programs open it without asking."""
        text, width = io.StringIO(newline=""), max(map(len, self.rows))
        csv.writer(text, lineterminator="\n").writerows([*row, *[""] * (width - len(row))] for row in self.rows)
        return text.getvalue().encode("utf-8-sig")


def read(path: Path) -> EntryTable:
    """The table in a file, or one without rows. Raises `Refused` when it cannot be read as it is."""
    if not path.is_file():
        return new({})
    report = Report()
    rows = tables.rows(path.name, path.read_bytes(), report)
    if report.has_errors:
        raise Refused(f"现有的 {path.name} {report.errors[0].message}", "先运行 portal check，改好以后再导入")
    head = headings.place_of_head(rows)
    keys = [headings.key_of(title) for title in rows[head]]
    columns = {key: place for place, key in enumerate(keys) if key}
    if "number" not in columns:
        raise Refused(f"现有的 {path.name} 没有“编号”这一列", "先运行 portal check，改好以后再导入")
    numbers = [(row[columns["number"]] if columns["number"] < len(row) else "") for row in rows]
    places = {number: place for place, number in enumerate(numbers) if number and place > head}
    return EntryTable(rows, head, columns, places)


def new(entries: Mapping[str, Mapping[str, str]]) -> EntryTable:
    """A table with the columns that its entries need, in their usual order."""
    used = {"number", "title", "unit", *(key for values in entries.values() for key in values)}
    columns = {key: place for place, key in enumerate(key for key in TITLES if key in used)}
    table = EntryTable([[TITLES[key] for key in columns]], 0, columns)
    table.update(entries)
    return table


def name_cases(folder: Path, names: Mapping[str, str]) -> None:
    """Write the names of cases into an edition's `entries.csv`, if it has one, by the numbers of their entries."""
    path = folder / "entries.csv"
    if names and path.is_file():
        entries = read(path)
        entries.update({number: {"case": name} for number, name in names.items()})
        path.write_bytes(entries.to_csv())
