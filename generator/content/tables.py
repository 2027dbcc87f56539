"""A table that people keep in a spreadsheet program, as a document: values as records want them, each with its place.

A line is a row as the spreadsheet program numbers it, a column its number from the left.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.content.documents import Document, KeyPath
from generator.content.hints import nearest
from generator.diagnostics import Report, Span
from generator.model import Entry, Record

Row = dict[str, Any]

IGNORED = ("序号", "备注")
"""Columns that may stand in a table for those who keep it; they are not read."""

_EMPTY = ("", "无", "/", "／", "-", "—", "——")
"""How a cell says that there is nothing."""

_YES = ("是", "√", "✓", "✔", "true", "1")
_NO = ("否", "×", "✗", "✘", "false", "0")
_BETWEEN = re.compile("[、；;，,\n]")

_ENCODINGS = ("utf-8-sig", "gb18030")
"""UTF-8, or what spreadsheet programs in China write for a table without asking."""


def entries(name: str, raw: bytes, tracks: Mapping[str, str], report: Report) -> Document | None:
    """`entries.csv`: `entries` with a mapping for each row; None after a fault of the whole table.

    A cell may name its track as its edition does; `tracks` has their slugs by name.
    """
    rows = _rows(name, raw, report)
    if not rows:
        return None
    columns = _columns(Entry, rows[0], name, report)
    if columns is None:
        return None
    read = [_Row(name, number, cells, columns, report) for number, cells in enumerate(rows[1:], 2) if any(cells)]
    found = [row for row in read if row.values]
    marks: dict[KeyPath, Span] = {("entries",): Span(name, 1)}
    for index, row in enumerate(found):
        marks.update((("entries", index, *keys), at) for keys, at in row.marks())
        row.values["track"] = tracks.get(row.values["track"], row.values["track"])
    return Document(name, {"entries": tuple(row.values for row in found)}, marks=marks)


def _rows(name: str, raw: bytes, report: Report) -> list[list[str]]:
    text = _text(raw)
    if text is None:
        report.add("encoding", Span(name), "读不出文字：既不是 UTF-8，也不是 GBK 编码", "在表格软件里另存为“CSV UTF-8”")
        return []
    first = text.partition("\n")[0]
    between = max(",\t;", key=first.count)
    try:
        rows = [
            [cell.strip() for cell in row]
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
        ]
    except csv.Error:
        report.add(
            "table-shape", Span(name), "不是一张表格：有一格太长，或者引号没有结束", "用表格软件打开检查，再另存为 CSV"
        )
        return []
    if not rows or not any(rows[0]):
        report.add("table-shape", Span(name), "表格是空的，或者第一行不是表头", "第一行写列名，从“编号”写起")
        return []
    return rows


def _text(raw: bytes) -> str | None:
    encodings = ("utf-16",) if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else _ENCODINGS
    for encoding in encodings:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _titles(model: type[Record]) -> dict[str, str]:
    """The keys of a record by what a column may be called: its Chinese title or the key itself."""
    named = {str(field.title): key for key, field in model.model_fields.items()}
    return named | {key: key for key in model.model_fields}


def _columns(model: type[Record], head: list[str], name: str, report: Report) -> list[str] | None:
    """The key of every column, empty for one that is not read."""
    titles = _titles(model)
    before = len(report.diagnostics)
    keys = [titles.get(title, "") for title in head]
    for place, (title, key) in enumerate(zip(head, keys, strict=True)):
        at = Span(name, 1, place + 1)
        if not key and title and title not in IGNORED:
            hint = f"{nearest(title, titles)}；不公开的列不要放进仓库"
            report.add("unknown-key", at, f"不认识的列“{title}”", hint)
        elif key and key in keys[:place]:
            report.add("duplicate-key", at, f"列“{title}”出现了两次", "删去其中一列")
    for key, field in model.model_fields.items():
        if field.is_required() and key not in keys:
            report.add("missing-key", Span(name, 1), f"表头缺少“{field.title}”这一列", f"加上一列“{field.title}”")
    return keys if len(report.diagnostics) == before else None


class _Row:
    """One row as the values of a record."""

    def __init__(self, name: str, number: int, cells: list[str], columns: list[str], report: Report) -> None:
        self.name = name
        self.number = number
        self.columns = columns
        self.report = report
        self.values: Row = {}
        """Empty for a row whose cells stand in the wrong columns."""
        if any(cells[len(columns) :]):
            at = Span(name, number, len(columns) + 1)
            message = f"这一行有 {len(cells)} 格，表头只有 {len(columns)} 列"
            report.add("table-shape", at, message, "检查有没有多出的逗号；格里有逗号时要由表格软件加上引号")
        else:
            self.values = dict(self._values(cells))

    def marks(self) -> Iterator[tuple[KeyPath, Span]]:
        """The place of the row, and of its cells by their keys."""
        yield (), Span(self.name, self.number)
        yield from (((key,), Span(self.name, self.number, n)) for n, key in enumerate(self.columns, 1) if key)

    def _values(self, cells: list[str]) -> Iterator[tuple[str, Any]]:
        given: Mapping[str, tuple[int, str]] = {
            key: (place, cell) for place, (key, cell) in enumerate(zip(self.columns, cells, strict=False), 1) if key
        }
        for key, field in Entry.model_fields.items():
            place, cell = given.get(key, (0, ""))
            if cell not in _EMPTY:
                yield key, self._value(key, place, cell)
            elif field.is_required():
                at = Span(self.name, self.number, place)
                self.report.add("missing-key", at, f"第 {self.number} 行的“{field.title}”是空的", "填上，或删去整行")
                yield key, "？"  # so that nobody complains a second time

    def _value(self, key: str, place: int, cell: str) -> Any:
        default = Entry.model_fields[key].default
        if default == ():
            return tuple(part.strip() for part in _BETWEEN.split(cell) if part.strip() not in _EMPTY)
        if key in ("sme", "finalist", "recommended"):
            return self._truth(key, place, cell)
        return cell

    def _truth(self, key: str, place: int, cell: str) -> bool | None:
        if cell.lower() in (*_YES, *_NO):
            return cell.lower() in _YES
        title = Entry.model_fields[key].title
        at = Span(self.name, self.number, place)
        self.report.add(
            "invalid-value", at, f"第 {self.number} 行的“{title}”不能是“{cell}”", "写“是”或“否”，不知道就空着"
        )
        return None
