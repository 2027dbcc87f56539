"""The files of an edition as sheets: single values by their places, lists of like things as tables; and back."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.content import documents
from generator.content.documents import Document, KeyPath
from generator.content.hints import cut
from generator.content.validate import record_in, titles, validate
from generator.diagnostics import Report, Span
from generator.intake.exchange import leaves, yaml_edit
from generator.intake.exchange.leaves import Leaves
from generator.intake.exchange.sheets_out import SheetOut, workbook
from generator.intake.workbooks.workbook import WorkSheet
from generator.machine.apart import Refused
from generator.model import (
    AwardScheme,
    EditionFile,
    Entries,
    Faq,
    Handbook,
    Judging,
    Record,
    Statistics,
    Timeline,
    TrackFile,
)

FILES: Mapping[str, tuple[str, type[Record]]] = {
    "edition": ("届次", EditionFile),
    "timeline": ("赛程", Timeline),
    "awards": ("奖项", AwardScheme),
    "judging": ("评审", Judging),
    "entries": ("名单", Entries),
    "handbook": ("手册", Handbook),
    "statistics": ("统计", Statistics),
    "faq": ("问答", Faq),
}
"""The files that are exported: what their sheets are called, and what is in them."""

_TRACKS = "赛道 tracks"
_BODY = "正文"
_COLUMN = re.compile(r"（(\w+)(，[^（）]*)?）$")
_HEAD = ("位置", "名称", "内容")


@dataclass(frozen=True)
class FileText:
    """One file as it is: its values, and the text that they are written in."""

    path: Path
    name: str
    model: type[Record]
    text: str
    document: Document

    @property
    def sheet(self) -> str:
        """What its sheet is called; that of a track is one for all."""
        return f"{FILES[self.name][0]} {self.name}" if self.name in FILES else _TRACKS

    @property
    def data(self) -> dict[str, Any]:
        """Its values."""
        return dict(self.document.data)


@dataclass
class EditionChanges:
    """What a workbook would change in an edition's files."""

    texts: dict[Path, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    report: Report = field(default_factory=Report)

    def write(self) -> None:
        """Write the files that differ, with the ends of lines that each has."""
        for path, text in self.texts.items():
            path.write_text(text, "utf-8", newline="\r\n" if b"\r\n" in path.read_bytes() else "\n")


def _opened(folder: Path) -> Iterator[FileText]:
    """The files of an edition. Raises `Refused` for one that cannot be read."""
    listed = [(folder / f"{name}.yml", name, model) for name, (_, model) in FILES.items()]
    listed += [(path, path.name, TrackFile) for path in sorted(folder.glob("tracks/*.md"))]
    for path, name, model in listed:
        if path.is_file():
            report = Report()
            raw = path.read_bytes()
            document = documents.parse(path.name, raw, report)
            if document is None or report.has_errors:
                raise Refused(f"{path.name} 读不出来", "先运行 portal check，改好以后再来")
            yield FileText(path, name, model, raw.decode("utf-8-sig").replace("\r\n", "\n"), document)


# Out


def export(folder: Path) -> bytes:
    """The workbook of an edition's files. Raises `Refused`."""
    files = list(_opened(folder))
    sheets = [sheet for file in files if file.model is not TrackFile for sheet in _sheets(file)]
    tracks = [file for file in files if file.model is TrackFile]
    return workbook([*sheets, *([_tracks(tracks)] if tracks else [])])


def _sheets(file: FileText) -> Iterator[SheetOut]:
    tables = {key: value for key, value in file.data.items() if _is_table(value)}
    rest = leaves.leaves({key: value for key, value in file.data.items() if key not in tables})
    named = {path: "／".join(titles(file.model, path)) for path in rest}
    rows = [(documents.written(path), named[path], leaves.to_text(value)) for path, value in rest.items()]
    yield SheetOut(file.sheet, _HEAD, rows)
    for key, value in tables.items():
        yield _table(f"{file.sheet}.{key}", record_in(file.model.model_fields[key].annotation), value)


def _is_table(value: Any) -> bool:
    """Whether it is a list of like things, each with single values or lists of them."""
    rows = value if isinstance(value, tuple) else ()
    return bool(rows) and all(isinstance(row, Mapping) and not any(map(_is_deep, row.values())) for row in rows)


def _is_deep(value: Any) -> bool:
    if isinstance(value, tuple):
        return any(isinstance(inner, Mapping | tuple) or "\n" in str(inner) for inner in value)
    return isinstance(value, Mapping)


def _table(name: str, model: type[Record], items: Iterable[Mapping[str, Any]]) -> SheetOut:
    """A row an item; all keys have their column, so that any may be filled in."""
    fields = {key: each for key, each in model.model_fields.items() if record_in(each.annotation) is None}
    heads = [f"{each.title}（{key}{'，一行一个' * ('tuple' in str(each.annotation))}）" for key, each in fields.items()]
    rows = [[_cell(item, key) for key in fields] for item in items]
    return SheetOut(name, heads, rows)


def _cell(item: Mapping[str, Any], key: str) -> str:
    value = item.get(key, "")
    return "\n".join(map(leaves.to_text, value)) if isinstance(value, tuple) else leaves.to_text(value)


def _tracks(files: Iterable[FileText]) -> SheetOut:
    made = _table(_TRACKS, TrackFile, [file.data for file in files])
    rows = [[file.name, *row, file.document.body] for file, row in zip(files, made.rows, strict=True)]
    return SheetOut(_TRACKS, ["文件", *made.titles, _BODY], rows)


# Back


def read(sheets: Iterable[WorkSheet], folder: Path) -> EditionChanges:
    """Compare a workbook with the files of an edition. Raises `Refused` when it is no such workbook."""
    by_name = {sheet.name: sheet for sheet in sheets}
    made = EditionChanges()
    files = list(_opened(folder))
    if not {_TRACKS, *(file.sheet for file in files)} & by_name.keys():
        raise Refused("不是 portal export edition 导出的工作簿", "先导出，在导出的工作簿里改")
    for file in files:
        places: dict[KeyPath, Span] = {}
        if file.model is TrackFile and _TRACKS in by_name:
            _track(file, by_name[_TRACKS], made)
        elif file.sheet in by_name:
            _compare(file, _values(file, by_name, places), file.document.body, places, made)
    return made


def _values(file: FileText, sheets: Mapping[str, WorkSheet], places: dict[KeyPath, Span]) -> Leaves:
    """The texts of a file's cells by their places in the data."""
    name = file.sheet
    found: Leaves = {}
    for number, row in enumerate(sheets[name].rows[1:], 2):
        cells = [*row, "", "", ""]
        if cells[0] and cells[2]:
            path = leaves.parsed(cells[0])
            found[path], places[path] = cells[2], Span(name, number, 3)
    for sheet in sheets.values():
        if sheet.name.startswith(f"{name}."):
            key = sheet.name.removeprefix(f"{name}.")
            found |= _items(sheet, places, (key,))
    order = {key: place for place, key in enumerate(file.data)}
    return dict(sorted(found.items(), key=lambda each: order.get(str(each[0][0]), len(order))))


def _items(sheet: WorkSheet, places: dict[KeyPath, Span], above: KeyPath) -> Leaves:
    found: Leaves = {}
    rows = [(number, row) for number, row in enumerate(sheet.rows[1:], 2) if any(row)]
    for index, (number, row) in enumerate(rows):
        for path, (column, text) in _row(sheet, row).items():
            found[*above, index, *path] = text
            places[*above, index, *path] = Span(sheet.name, number, column)
        places[*above, index] = Span(sheet.name, number)
    return found


def _row(sheet: WorkSheet, row: list[str]) -> dict[KeyPath, tuple[int, str]]:
    """The texts of a row by key, with their columns."""
    found: dict[KeyPath, tuple[int, str]] = {}
    for column, (head, text) in enumerate(zip(sheet.rows[0], row, strict=False), 1):
        match = _COLUMN.search(head)
        if match and text:
            key, several = match.groups()
            parts = [part for part in text.split("\n") if part.strip()] if several else [text]
            found |= {((key, place) if several else (key,)): (column, part) for place, part in enumerate(parts)}
    return found


def _track(file: FileText, sheet: WorkSheet, made: EditionChanges) -> None:
    number, row = next(((n, row) for n, row in enumerate(sheet.rows, 1) if row[:1] == [file.name]), (0, []))
    if not row:
        return
    cells = _row(sheet, row)
    places = {path: Span(sheet.name, number, column) for path, (column, _) in cells.items()}
    body = dict(zip(sheet.rows[0], row, strict=False)).get(_BODY, "")
    same = body.strip() == file.document.body.strip()
    columns = {match[1] for head in sheet.rows[0] if (match := _COLUMN.search(head))}
    beside = leaves.leaves({key: value for key, value in file.data.items() if key not in columns})
    values = {path: text for path, (_, text) in cells.items()}
    values |= {path: leaves.to_text(value) for path, value in beside.items()}  # what no column holds
    _compare(file, values, file.document.body if same else f"{body}\n", places, made)


def _compare(file: FileText, found: Leaves, body: str, places: dict[KeyPath, Span], made: EditionChanges) -> None:
    """Settle what the texts are, and note what differs from the file."""
    data = _settled(file, found, places, made.report)
    changes = list(yaml_edit.paths(data, file.data))
    for path, old, new in changes:
        made.lines.append(f"{file.path.name} {documents.written(path)}：{_short(old)} → {_short(new)}")
    made.lines += [f"{file.path.name} 正文改了"] * (body != file.document.body)
    if changes or body != file.document.body:
        made.texts[file.path] = _text(file, data, body)


def _short(value: Any) -> str:
    return "（没有）" if value is yaml_edit.ABSENT else f"“{cut(leaves.to_text(value), 40)}”"


def _settled(file: FileText, found: Leaves, places: dict[KeyPath, Span], report: Report) -> dict[str, Any]:
    """The data of a file: a text that was not changed is the value that it was, another is what the format wants."""
    before = leaves.leaves(file.data)
    known = {path: text.strip() for path, text in found.items() if path in before}
    same = {path: before[path] for path, text in known.items() if leaves.to_text(before[path]).strip() == text}

    def data(texts: Collection[KeyPath]) -> dict[str, Any]:
        meant = {path: text if path in texts else leaves.to_value(text) for path, text in found.items()}
        return leaves.nested(meant | same)

    doubts, guess, marked = Report(), data(()), {**places, (): Span(file.path.name)}
    if validate(file.model, Document(file.path.name, guess, marks=marked), doubts) is None:
        # What looks like a number may be a text: a telephone.
        wrong = {diagnostic.at for diagnostic in doubts.diagnostics}
        guess = data([path for path in found if places.get(path) in wrong])
        if validate(file.model, Document(file.path.name, guess, marks=marked), report) is None:
            return data(found)
    return guess


def _text(file: FileText, data: Mapping[str, Any], body: str) -> str:
    if not file.path.name.endswith(".md"):
        return yaml_edit.edited(file.text, file.data, data)
    front = file.text.partition("---\n")[2].partition("\n---")[0] + "\n"
    return f"---\n{yaml_edit.edited(front, file.data, data).rstrip()}\n---\n{body}"
