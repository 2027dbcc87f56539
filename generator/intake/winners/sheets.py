"""Files of any kind as sheets: workbooks as they are; a document with its lines and the rows of its tables as one."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.intake import manuscripts, office
from generator.intake.manuscripts import Grid, Manuscript
from generator.intake.winners.heads import Head
from generator.intake.winners.projects import BODY
from generator.intake.workbooks import workbook
from generator.intake.workbooks.appearance import STRUCK, Appearance
from generator.intake.workbooks.workbook import WorkSheet
from generator.machine.apart import Refused

_DOCUMENTS = (".docx", ".doc", ".wps", ".pdf", ".html", ".htm")
_PAGE = re.compile(rb"(\xef\xbb\xbf)?\s*<(!doctype html|html|head|meta|table)", re.IGNORECASE)

_ITEM = re.compile(r"[(（]?\d{1,4}[)）.．、]\s*(?=\D)")
_INNER = r"(?:[^（）()]|[（(][^（）()]*[）)])+"
_FORMS = (
    re.compile(rf"《(?P<title>.+)》(?:[（(](?P<within>{_INNER})[）)]|[\s，,：:—-]+(?P<unit>.+?))[。；;]?"),
    re.compile(r"(?P<unit>[^《》]+?)[\s，,：:]*《(?P<title>.+)》[。；;]?"),
    re.compile(rf"(?P<title>.+)[（(](?P<unit>{_INNER})[）)][。；;]?"),
)
_FEWEST = 2


def read(path: Path) -> tuple[WorkSheet, ...]:
    """The sheets that have something in them. Raises `Refused`."""
    ending = path.suffix.lower()
    if ending not in (*workbook.ENDINGS, *_DOCUMENTS):
        raise Refused(
            f"是不认识的格式：读得了的有 {'、'.join((*workbook.ENDINGS, *_DOCUMENTS))}", "另存为 .xlsx 再导入"
        )
    if ending in (".xls", ".et") and _PAGE.match(office.contents(path)):  # as many systems export tables
        ending = ".html"
    return (_sheet(manuscripts.read(path, ending)),) if ending in _DOCUMENTS else workbook.read(path)


def _sheet(document: Manuscript) -> WorkSheet:
    rows: list[list[str]] = []
    places: list[str] = []
    continued: set[tuple[int, int]] = set()
    struck: set[int] = set()
    for piece in document.pieces:
        cells = list(_columns(piece)) if isinstance(piece, Grid) else [[piece.text]]
        more = enumerate(itertools.pairwise(cells), len(rows) + 1)
        continued |= {(row, column) for row, pair in more for column in _merged(*pair)}
        struck |= {len(rows) + row for row in (piece.struck if isinstance(piece, Grid) else [0] * piece.is_struck)}
        rows += cells
        ends = [f"第{row}行" if isinstance(piece, Grid) else "" for row in range(1, len(cells) + 1)]
        places += [f"{piece.place}{end}" for end in ends]
    marks = {row: dict.fromkeys(range(len(rows[row])), STRUCK) for row in struck}
    return WorkSheet("", rows, continued=frozenset(continued), places=tuple(places), looks=Appearance(marks=marks))


def _columns(grid: Grid) -> Iterator[list[str]]:
    """The rows without columns that only repeat the one before: their cells are merged in every row."""
    width = len(grid.rows[0])
    kept = [each for each in range(width) if not each or any(row[each] != row[each - 1] for row in grid.rows)]
    return ([row[each].strip() for each in kept] for row in grid.rows)


def _merged(above: list[str], row: list[str]) -> list[int]:
    """The columns of a row whose cells are merged with those above, as far as their texts tell."""
    pairs = list(zip(above, row, strict=True))
    counted = any(one != other and one.isdecimal() and other.isdecimal() for one, other in pairs)
    is_other = counted or above[0] != row[0] or above == row
    return [] if is_other else [column for column, (one, other) in enumerate(pairs) if one == other != ""]


def numbered_lines(sheet: WorkSheet) -> tuple[WorkSheet, Head] | None:
    """Lines like `1. 项目（单位、单位）` as a table with its head; None where there are none."""
    texts = [list(dict.fromkeys(filter(None, cells))) for cells in sheet.rows]
    found = {place: item for place, cells in enumerate(texts) if len(cells) == 1 and (item := _item(cells[0]))}
    if len(found) < _FEWEST:
        return None
    rows = [found.get(place, cells) for place, cells in enumerate(texts)]
    titles = {0: "项目名称", 1: "牵头单位"}
    return replace(sheet, rows=rows), Head(min(found) - 1, {0: "title", 1: "unit"}, titles, known=frozenset(titles))


def _item(line: str) -> list[str] | None:
    """The title and the units in a numbered line."""
    text = _ITEM.sub("", line, count=1)
    match = next(filter(None, (form.fullmatch(text) for form in _FORMS if text != line)), None)
    if match is None:
        return None
    groups = match.groupdict()
    units = groups.get("within") or groups["unit"]
    return [groups["title"], units] if re.search(BODY, units) else None
