"""A table that people keep in a spreadsheet program, as a document: values as records want them, each with its place.

A line is a row as the spreadsheet program numbers it, a column its number from the left.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from generator.content import headings
from generator.content.documents import Document, KeyPath, in_conflict
from generator.content.hints import nearest
from generator.content.radicals import as_characters
from generator.diagnostics import Report, Span
from generator.model import Contest, Entry
from generator.model.entry import NUMBER, UNTOLD

Row = dict[str, Any]

IGNORED = ("序号", "备注")
"""Columns that may stand in a table for those who keep it; they are not read."""

EMPTY = ("", "无", "/", "／", "-", "—", "——", "--", "－", "暂无", "没有", "不涉及", "无联合单位", "N/A", "n/a")
"""How a cell says that there is nothing."""

ALONE = ("个人", "自然人")
"""How a cell for the unit says that a person enters without one."""

YES = ("是", "√", "✓", "✔", "true", "1")
NO = ("否", "×", "✗", "✘", "false", "0")
BETWEEN = re.compile(
    r"(?:[、；;，\n]|,(?!\s*(?:Ltd|LTD|Inc|LLC)\b)"
    r"|[/／](?!(?<=[A-Za-z][/／])(?<![A-Za-z]{2}[/／])[A-Za-z](?![A-Za-z])))(?![^（(]*[)）])"
)
"""What parts the items of a cell, but for what stands in brackets, Co., Ltd. and I/O."""

_SUM = re.compile(r"(小计|合计|总计|共计|累计)[:：]?(共?\d+[项个件家]?)?|共计?\d+[项个件家]")
_FORM_OF_NUMBER = "只用字母、数字和单个连字符，如 A-017"

_ENCODINGS = ("utf-8-sig", "gb18030")
"""UTF-8, or what spreadsheet programs in China write for a table without asking."""


def entries(name: str, raw: bytes, contest: Contest, tracks: Mapping[str, str], report: Report) -> Document | None:
    """`entries.csv`: `entries` with a mapping for each row; None after a fault of the whole table.

    A cell may name its track as its edition does; `tracks` has their slugs by name. What stands above the row that
    names the columns is not read.
    """
    table = rows(name, raw, report)
    if not table:
        return None
    head = headings.place_of_head(table)
    needed = required(contest)
    columns = _columns(table, head, name, needed, report)
    if columns is None:
        return None
    filled = [(number, cells) for number, cells in enumerate(table[head + 1 :], head + 2) if any(cells)]
    for number, _ in (each for each in filled if is_sum(each[1])):
        report.add("table-shape", Span(name, number), "这一行是合计，不是项目", "删去这一行")
    filled = [each for each in filled if not is_sum(each[1])]
    read = [_Row(name, number, cells, columns, needed, report) for number, cells in filled]
    _tell_gaps(read, report)
    found = [row for row in read if row.values]
    marks: dict[KeyPath, Span] = {("entries",): Span(name, 1)}
    for index, row in enumerate(found):
        marks.update((("entries", index, *keys), at) for keys, at in row.marks())
        row.values["track"] = track_of(row.values["track"], contest, tracks)
    return Document(name, {"entries": tuple(row.values for row in found)}, marks=marks)


def is_sum(cells: Iterable[str]) -> bool:
    """Whether a row only sums up others: 合计：14件."""
    first = next(filter(None, cells), "")
    return _SUM.fullmatch(re.sub(r"\s", "", first)) is not None


def listed(cell: str) -> list[str]:
    """The entries of a list in a cell, however they are parted."""
    return [part.strip() for part in BETWEEN.split(cell) if part.strip() not in EMPTY]


def required(contest: Contest) -> tuple[str, ...]:
    """The columns that a table of entries must have, and fill; that of units where only units enter."""
    unit = ("unit",) if contest.entrants.unit else ()
    return tuple(key for key, field in Entry.model_fields.items() if field.is_required() or key in unit)


def track_of(cell: str, contest: Contest, tracks: Mapping[str, str]) -> str:
    """The slug of the track that a cell means, or what it says."""
    short = contest.bare(cell)
    return next((tracks[word] for word in (cell, short, f"{short}{contest.words.track}") if word in tracks), cell)


def rows(name: str, raw: bytes, report: Report) -> list[list[str]]:
    """The cells of a CSV file in whatever encoding and with whatever mark between them; none after a fault."""
    text = decoded(raw)
    if text is None:
        report.add("encoding", Span(name), "读不出文字：既不是 UTF-8，也不是 GBK 编码", "在表格软件里另存为“CSV UTF-8”")
        return []
    if in_conflict(text, name, report):
        return []
    text = as_characters(text)
    first = next((line for line in text.split("\n") if re.search("[,;\t]", line)), "")
    between = max(",\t;", key=first.count)
    try:
        found = [
            [cell.strip() for cell in row]
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
        ]
    except csv.Error:
        report.add(
            "table-shape", Span(name), "不是一张表格：有一格太长，或者引号没有结束", "用表格软件打开检查，再另存为 CSV"
        )
        return []
    if not any(map(any, found)):
        report.add("table-shape", Span(name), "表格是空的", "写一行列名，从“编号”写起，下面一行一个项目")
        return []
    return found


def decoded(raw: bytes) -> str | None:
    """The text of a file in UTF-8, UTF-16 or the encodings of China; None in none of these, also with zero bytes."""
    encodings = ("utf-16",) if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else _ENCODINGS
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
            return None if "\0" in text else text
        except UnicodeDecodeError:
            continue
    return None


def _columns(rows: list[list[str]], head: int, name: str, needed: Collection[str], report: Report) -> list[str] | None:
    """The key of every column, empty for one that is not read."""
    before = len(report.diagnostics)
    titles = rows[head]
    keys = [headings.key_of(title) for title in titles]
    for place, (title, key) in enumerate(zip(titles, keys, strict=True)):
        at = Span(name, head + 1, place + 1)
        if not title:
            _tell_unnamed(rows, head, place, name, report)
        elif not key and headings.plain(title) not in IGNORED:
            hint = f"{nearest(title, headings.NAMES)}；不公开的列不要放进仓库"
            report.add("unknown-key", at, f"不认识的列“{title}”", hint)
        elif key and key in keys[:place]:
            first = titles[keys.index(key)]
            same = "出现了两次" if title == first else f"与“{first}”是同一列"
            report.add("duplicate-key", at, f"列“{title}”{same}", "删去其中一列")
    for key in needed:
        if key not in keys:
            more = "；没有编号的自己编，如 A-001，发布后不改" if key == "number" else ""
            at, called = Span(name, head + 1), Entry.model_fields[key].title
            report.add("missing-key", at, f"表头缺少“{called}”这一列", f"加上一列“{called}”{more}")
    return keys if len(report.diagnostics) == before else None


def _tell_unnamed(rows: list[list[str]], head: int, place: int, name: str, report: Report) -> None:
    """A column without a name must have nothing in it, or it would be lost in silence."""
    filled = (number for number, cells in enumerate(rows[head + 1 :], head + 2) if any(cells[place : place + 1]))
    number = next(filled, None)
    if number:
        hint = "写上列名；两列合用一个列名的，取消合并；不要这一列就删去"
        report.add("table-shape", Span(name, number, place + 1), f"第 {place + 1} 列没有列名，却有内容", hint)


def _tell_gaps(rows: Iterable[_Row], report: Report) -> None:
    """Required cells that are empty: told once for rows that follow one another, as merged cells leave them."""
    for (_, missing), found in groupby(enumerate(rows), key=lambda each: (each[1].number - each[0], each[1].missing)):
        run = [row for _, row in found]
        if missing:
            titles = "".join(f"“{Entry.model_fields[key].title}”" for key in missing)
            where = f"第 {run[0].number} 行" if len(run) == 1 else f"第 {run[0].number}—{run[-1].number} 行"
            merged = "每行都填上。合并过的格另存以后只有第一行有字：先在表格软件里取消合并，再填满"
            hint = "填上，或删去整行" if len(run) == 1 else merged
            message = f"{where}的{titles}{'都' if len(missing) > 1 else ''}是空的"
            report.add("missing-key", run[0].at(missing[0]), message, hint)


class _Row:
    """One row as the values of a record."""

    def __init__(
        self, name: str, number: int, cells: list[str], columns: list[str], needed: Collection[str], report: Report
    ) -> None:
        self.name = name
        self.number = number
        self.columns = columns
        self.needed = needed
        self.report = report
        self.values: Row = {}
        """Empty for a row whose cells stand in the wrong columns."""
        self.missing: tuple[str, ...] = ()
        """The required keys whose cells are empty."""
        if any(cells[len(columns) :]):
            at = Span(name, number, len(columns) + 1)
            message = f"这一行有 {len(cells)} 格，表头只有 {len(columns)} 列"
            report.add("table-shape", at, message, "检查有没有多出的逗号；格里有逗号时要由表格软件加上引号")
        else:
            self.values = dict(self._values(cells))

    @property
    def _stand_in(self) -> str:
        return f"row-{self.number}"

    def at(self, key: str) -> Span:
        """The place of a cell."""
        return Span(self.name, self.number, self.columns.index(key) + 1)

    def marks(self) -> Iterator[tuple[KeyPath, Span]]:
        """The place of the row, and of its cells by their keys."""
        yield (), Span(self.name, self.number)
        yield from (((key,), Span(self.name, self.number, n)) for n, key in enumerate(self.columns, 1) if key)

    def _values(self, cells: list[str]) -> Iterator[tuple[str, Any]]:
        given: Mapping[str, tuple[int, str]] = {
            key: (place, cell) for place, (key, cell) in enumerate(zip(self.columns, cells, strict=False), 1) if key
        }
        for key in Entry.model_fields:
            place, cell = given.get(key, (0, ""))
            nothing = (*EMPTY, *ALONE) if key == "unit" and key not in self.needed else EMPTY
            if cell not in nothing:
                yield key, self._value(key, place, cell)
            elif key in self.needed:
                self.missing = (*self.missing, key)
                # What stands in keeps others from complaining a second time.
                yield key, self._stand_in if key in ("number", "title") else UNTOLD

    def _value(self, key: str, place: int, cell: str) -> Any:
        default = Entry.model_fields[key].default
        if default == ():
            return tuple(listed(cell))
        if key in ("sme", "finalist", "recommended"):
            return self._truth(key, place, cell)
        if key == "number":
            return self._number(place, cell)
        # A cell is wrapped to be seen whole; but two lines of units may be two units.
        return cell if key == "unit" else "".join(line.strip() for line in cell.splitlines())

    def _number(self, place: int, cell: str) -> str:
        """In ASCII, whatever the width of the keyboard."""
        number = unicodedata.normalize("NFKC", cell)
        if re.search(NUMBER, number):
            return number
        message = f"第 {self.number} 行的“编号”不能是“{cell}”"
        self.report.add("invalid-value", Span(self.name, self.number, place), message, _FORM_OF_NUMBER)
        return self._stand_in

    def _truth(self, key: str, place: int, cell: str) -> bool | None:
        if cell.lower() in (*YES, *NO):
            return cell.lower() in YES
        title = Entry.model_fields[key].title
        at = Span(self.name, self.number, place)
        self.report.add(
            "invalid-value", at, f"第 {self.number} 行的“{title}”不能是“{cell}”", "写“是”或“否”，不知道就空着"
        )
        return None
