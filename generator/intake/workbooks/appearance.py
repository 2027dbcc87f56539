"""What an .xlsx file shows besides the texts of its cells, which the reader of cells does not tell."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, tostring

from xlsxwriter.utility import xl_cell_to_rowcol

from generator.intake import office

STRUCK = "划了删除线"
RAISED = "有上标"
NO_VALUE = "公式没有值"
"""Of an error, or of a formula that no spreadsheet program has computed yet."""

_TRUE = ("1", "true")
_LITERAL = r'((?:"[^"]*"|\\.|[^\s0#?.,;@"\\*_%/\[\]A-Za-z])*)'
_FORMAT = re.compile(f"{_LITERAL}(0+|#|General|G/通用格式|@){_LITERAL}")
"""What is shown with leading zeros, or with fixed words before or behind: `"GY-"000`."""

_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?v\b[^>/]*>([^<]+)")
_STRIKE = re.compile(rb"<(?:\w+:)?strike\b(?![^>]*[\"'](?:0|false)[\"'])")
_WIDEST = 16_384

Marks = Mapping[int, Mapping[int, str]]


@dataclass(frozen=True)
class Appearance:
    """Of one sheet: rows and columns (from 0) that are hidden; by these its marks and comments."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()
    marks: Marks = field(default_factory=dict)
    comments: Marks = field(default_factory=dict)
    formats: Marks = field(default_factory=dict)
    """Of cells that show more digits or words than they hold; `as_shown` makes their text."""

    unseen: tuple[str, ...] = ()
    """Texts of a document that nobody sees in it."""


def of_sheets(raw: bytes) -> Iterator[Appearance]:
    """The looks of every sheet in order; of none where the file is no .xlsx."""
    with zipfile.ZipFile(io.BytesIO(raw)) as parts:
        links = _links(parts, "xl/workbook.xml")
        if not links:
            return
        struck, formats = _styles(_part(parts, "xl/styles.xml"))
        texts = _marked_texts(_part(parts, "xl/sharedStrings.xml"))
        for tag in re.findall(rb"<(?:\w+:)?sheet\s[^>]*>", parts.read("xl/workbook.xml")):
            name = links.get(_attributes(tag).get("r:id", ""), ("", ""))[1]
            sheet = _part(parts, name)
            found = _marks(sheet, struck, texts), _comments(parts, name), _formatted(sheet, formats)
            marks, comments, shown = map(_by_row, found)
            yield Appearance(*_hidden(sheet), marks=marks, comments=comments, formats=shown)


def as_shown(text: str, form: str) -> str:
    """What a cell shows of its text in a format of `Appearance.formats`."""
    parts = _FORMAT.fullmatch(form)
    if not parts or not (parts[2] == "@" or text.isdecimal()):
        return text
    before, behind = (re.sub(r'"([^"]*)"|\\(.)', r"\1\2", parts[side]) for side in (1, 3))
    return f"{before}{text.zfill(parts[2].count('0'))}{behind}" if text else text


def _part(parts: zipfile.ZipFile, name: str) -> bytes:
    return parts.read(name) if name in parts.namelist() else b""


def _links(parts: zipfile.ZipFile, name: str) -> dict[str, tuple[str, str]]:
    """The kind and the name of every part that a part refers to, by its id."""
    folder, file = posixpath.split(name)
    found = re.findall(rb"<Relationship\s[^>]*>", _part(parts, f"{folder}/_rels/{file}.rels"))
    links = (link for link in map(_attributes, found) if link.keys() >= {"Id", "Type", "Target"})
    return {
        link["Id"]: (link["Type"], posixpath.normpath(posixpath.join("/", folder, link["Target"])).lstrip("/"))
        for link in links
    }


def _by_row(found: Iterable[tuple[str, str]]) -> Marks:
    """What was found of cells, by their rows and columns."""
    marks: dict[int, dict[int, str]] = defaultdict(dict)
    for cell, told in found:
        row, column = xl_cell_to_rowcol(cell)
        marks[row][column] = told
    return marks


def _hidden(sheet: bytes) -> tuple[frozenset[int], frozenset[int]]:
    rows = enumerate(map(_attributes, re.findall(rb"<(?:\w+:)?row\b[^>]*>", sheet)), 1)
    hidden = frozenset(int(row.get("r", place)) - 1 for place, row in rows if row.get("hidden") in _TRUE)
    columns = map(_attributes, re.findall(rb"<(?:\w+:)?col\s[^>]*>", sheet))
    spans = ((int(each["min"]) - 1, int(each["max"])) for each in columns if each.get("hidden") in _TRUE)
    return hidden, frozenset(column for left, right in spans for column in range(left, min(right, _WIDEST)))


def _marks(sheet: bytes, styles: frozenset[str], texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if not (styles or texts or any(word in sheet for word in (b"<f", b":f", b'"e"', b"strike", b"superscript"))):
        return
    for tag, inner in _CELL.findall(sheet):
        cell = _attributes(tag)
        kind, value = cell.get("t"), _VALUE.search(inner)
        text = texts.get(value[1].decode(), "") if kind == "s" and value else _mark_of(inner)
        is_open = kind != "str" and not value and re.search(rb"<(\w+:)?f\b", inner)
        mark = STRUCK if inner and cell.get("s") in styles else text or NO_VALUE * bool(kind == "e" or is_open)
        if mark and "r" in cell:
            yield cell["r"], mark


def _mark_of(text: bytes) -> str:
    return STRUCK if _STRIKE.search(text) else RAISED if b"superscript" in text else ""


def _styles(part: bytes) -> tuple[frozenset[str], dict[str, str]]:
    """The styles of cells whose font is struck through; and the formats of those that show more than the cells hold."""
    if not any(word in part for word in (b"strike", b"<numFmt", b":numFmt")):
        return frozenset(), {}
    root = office.parsed(part)
    marks = enumerate(_mark_of(tostring(font)) for font in root.findall("{*}fonts/{*}font"))
    fonts = {str(number) for number, mark in marks if mark == STRUCK}
    telling = _telling(root)
    cells = {str(number): cell for number, cell in enumerate(root.findall("{*}cellXfs/{*}xf"))}
    struck = frozenset(number for number, cell in cells.items() if cell.get("fontId") in fonts)
    formats = {number: telling.get(cell.get("numFmtId")) for number, cell in cells.items()}
    return struck, {number: code for number, code in formats.items() if code}


def _telling(root: Element) -> dict[str | None, str]:
    """By their numbers the formats that show more than a cell holds."""
    codes = ((each.get("numFmtId"), each.get("formatCode", "")) for each in root.iterfind("{*}numFmts/{*}numFmt"))
    plain = ((number, re.sub(r"\[[^\]]*\]", "", code).split(";")[0]) for number, code in codes)
    return {number: code for number, code in plain if _FORMAT.fullmatch(code) and code not in ("0", "@", "#")}


def _formatted(sheet: bytes, formats: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for cell in (_attributes(tag) for tag, _ in _CELL.findall(sheet)) if formats else ():
        if cell.get("s") in formats and "r" in cell:
            yield cell["r"], formats[cell["s"]]


def _marked_texts(strings: bytes) -> dict[str, str]:
    """The marks of texts that are struck through or set high in part."""
    marks = enumerate(map(_mark_of, re.split(rb"<(?:\w+:)?si\b", strings)))
    return {str(number - 1): mark for number, mark in marks if mark and number}


def _comments(parts: zipfile.ZipFile, name: str) -> Iterator[tuple[str, str]]:
    for kind, target in _links(parts, name).values():
        listed = _part(parts, target) if kind.endswith("/comments") else b""
        for comment in office.parsed(listed).findall(".//{*}comment") if listed else ():
            yield comment.get("ref", "A1"), " ".join("".join(comment.itertext()).split())


def _attributes(tag: bytes) -> dict[str, str]:
    return dict(re.findall(r"([\w:]+)=[\"']([^\"']*)", tag.decode("utf-8", "replace")))
