"""Annexes that come as files of their own, put behind their notice as if they stood in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise, takewhile
from pathlib import Path

from generator.intake import manuscripts
from generator.intake.manuscripts import Grid, Manuscript, Paragraph, PrintedPlace
from generator.intake.manuscripts.pieces import padded, texts_of
from generator.intake.workbooks import workbook
from generator.intake.workbooks.workbook import WorkSheet
from generator.text.numerals import NUMERAL

_TABLES = (".xlsx", ".xls", ".et", ".ods", ".csv")
_NAMED = re.compile(rf"\s*附\s*[件表]\s*(?P<number>\d{{1,2}}|{NUMERAL})?[：:.、\s\-_—]*(?P<title>.*)")
_TITLE = re.compile(rf"\s*表\s*(?:\d|{NUMERAL})")
_NOTICE = re.compile("关于.{4,60}的(?:通知|[公通]告)")
_HEAD = 3
"""Among so many pieces an annex has its title."""

_Numbered = tuple[int, Sequence[str]]
"""A row with its number in the sheet."""


def read(path: Path) -> Manuscript:
    """A notice or an annex of one, which may be a workbook. Raises `Refused`."""
    if path.suffix.lower() not in _TABLES:
        return manuscripts.read(path)
    sheets = [sheet for sheet in workbook.read(path) if not sheet.is_hidden]
    names = [f"（{sheet.name}）" * (len(sheets) > 1) for sheet in sheets]
    return manuscripts.within_limits(Manuscript(tuple(chain.from_iterable(map(_pieces, sheets, names)))))


def in_order(paths: Sequence[Path]) -> list[Path]:
    """The notice first, whatever comes first where files are sorted by name."""
    return sorted(paths, key=lambda path: _NAMED.match(path.stem) is not None)


def title(path: Path, number: int) -> str:
    """What an annex is called, the `number`th of its notice, from the name of its file."""
    named = _NAMED.fullmatch(path.stem)
    if not named:
        return path.stem
    called = f"附件{named['number'] or number}"
    return f"{called}：{named['title'].strip()}" if named["title"].strip() else called


def together(files: Sequence[tuple[str, Manuscript]]) -> Manuscript:
    """A notice with its annexes, by the names of the files; places in annexes tell theirs."""
    (_, notice), *annexes = files
    pieces = [*notice.pieces]
    for number, (name, annex) in enumerate(annexes, start=1):
        source = re.sub(r"[\s<>#\-]+", " ", name)
        found = (replace(piece, place=replace(piece.place, source=source)) for piece in annex.pieces)
        pieces += _headed([*found], Path(name).stem, number)
    return Manuscript(tuple(pieces))


def _headed(pieces: Sequence[Paragraph | Grid], stem: str, number: int) -> Iterator[Paragraph | Grid]:
    """An annex below its number and its title, which stand in it or in the name of its file; a notice as it is."""
    first, place = pieces[0], pieces[0].place
    own, named = _NAMED.fullmatch(first.text) if isinstance(first, Paragraph) else None, _NAMED.fullmatch(stem)
    if not (own or named) and _NOTICE.search(_words(pieces[:_HEAD])):
        yield from pieces
        return
    told = (match["number"] for match in (own, named) if match and match["number"])
    yield Paragraph(f"附件{next(told, number)}", place)
    if own and own["title"]:
        yield Paragraph(own["title"], place)
    rest = pieces[1:] if own else pieces
    title = (named["title"] if named else stem).strip()
    if title and not (own and own["title"]) and re.sub(r"\s", "", title) not in _words(rest[:_HEAD]):
        yield Paragraph(title, place)
    yield from rest


def _words(pieces: Sequence[Paragraph | Grid]) -> str:
    return re.sub(r"\s", "", "".join(chain.from_iterable(map(texts_of, pieces))))


def _pieces(sheet: WorkSheet, where: str) -> Iterator[Paragraph | Grid]:
    """A sheet: its tables, and the lines of one text above each and below the last."""
    seen = sheet.seen()
    rows = [(at + 1, seen.filled(at)) for at, row in enumerate(seen.rows) if any(row)]
    starts = [at for at, row in enumerate(rows) if at and _is_line(row) and _TITLE.match("".join(row[1]))]
    for start, end in pairwise([0, *starts, len(rows)]):
        yield from _table(rows[start:end], where)


def _table(rows: Sequence[_Numbered], where: str) -> Iterator[Paragraph | Grid]:
    """A table with its lines; in one of a single column only the first is a line."""
    lines = [*takewhile(_is_line, rows)]
    above = rows[: len(lines)] if len(lines) < len(rows) else rows[:1]
    below = [*takewhile(_is_line, reversed(rows[len(above) :]))] if len(lines) < len(rows) else []
    table = rows[len(above) : len(rows) - len(below)]
    yield from (_line(row, where) for row in above)
    if table:
        width = max(at for _, row in table for at, cell in enumerate(row, start=1) if cell)
        cells = padded(row[:width] for _, row in table)
        yield Grid(tuple(cells), PrintedPlace(number=table[0][0], unit=f"行起的表{where}"))
    yield from (_line(row, where) for row in reversed(below))


def _line(row: _Numbered, where: str) -> Paragraph:
    return Paragraph(next(filter(None, row[1])), PrintedPlace(number=row[0], unit=f"行{where}"))


def _is_line(row: _Numbered) -> bool:
    return len({*filter(None, row[1])}) == 1
