"""Files of any kind as sheets: workbooks as they are; a document with its lines and the rows of its tables as one."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator.content import headings, tables
from generator.content.tables import EMPTY
from generator.intake import manuscripts, office
from generator.intake.manuscripts import Grid, Manuscript, Paragraph
from generator.intake.winners import heads, items, turning
from generator.intake.winners.heads import SERIAL, Head
from generator.intake.winners.items import LABELLED, UNIT
from generator.intake.winners.meaning import undressed
from generator.intake.winners.rows import OTHERS, Row
from generator.intake.winners.unit_names import ENDS
from generator.intake.workbooks import workbook
from generator.intake.workbooks.appearance import STRUCK, Appearance
from generator.intake.workbooks.workbook import WorkSheet
from generator.machine.apart import Refused

_DOCUMENTS = (".docx", ".doc", ".wps", ".pdf", ".html", ".htm", ".md")
_PAGE = re.compile(rb"(\xef\xbb\xbf)?\s*<(!doctype html|html|head|meta|table)", re.IGNORECASE)

_STACKED = re.compile(r"(?:NO|No|TOP)?[.\s]*\d{1,4}\n(.+)\n(.+)")
_AWARD = r".{,20}(?:奖(?:[（(][^（()）]*[)）]|\d+[项个件名])?|[（(]共?\d+[项个件][)）])"
_OF_AWARD = re.compile(rf"{_AWARD}(?:的?(?:项目|作品|案例)(?:名单)?(?:[为是有]|如下)?)?[：:]?")
_RUN_ON = re.compile(rf"(?P<head>{_AWARD}[：:])(?P<items>.+)")
"""An award, and its projects one behind the other."""

_AWARDS = re.compile(r"(?:(?<=[：:])|[；;。])\s*(?=[^：:；;。，、]{,12}奖(?:[（(][^（()）]*[)）])?[：:])")
_BETWEEN = re.compile(r"[；;。]\s*|(?<=[）)》”])[、，,]")
_BLANKS = re.compile(r"(?<!\s)\s+(?=[^：:\s]{2,12}[：:])")
_UNLABELLED = "项目名称"
_ADDRESS = re.compile(r"（https?://[^（）\s]+）")
_FEWEST = 2


def read(path: Path) -> tuple[WorkSheet, ...]:
    """The sheets that have something in them. Raises `Refused`."""
    ending = path.suffix.lower()
    if ending not in (known := (*workbook.ENDINGS, *_DOCUMENTS)):
        raise Refused(f"是不认识的格式：读得了的有 {'、'.join(known)}", "另存为 .xlsx 再导入")
    if ending in (".xls", ".et") and _PAGE.match(office.contents(path)):  # as many systems export tables
        ending = ".html"
    if ending in _DOCUMENTS:
        return (_sheet(manuscripts.read(path, ending)),)
    found = tuple(map(turning.rows_of_projects, workbook.read(path)))
    found = tuple(map(_refilled, found)) if ending in (".txt", ".csv", ".tsv") else found
    return (_of_lines(path, found[0]),) if ending == ".txt" else found


def _refilled(sheet: WorkSheet) -> WorkSheet:
    """The table with the cells before its numbers that copying a page loses where they are merged downwards."""
    rows, continued, before, number = list(sheet.rows), set(sheet.continued), 0, 0
    for place, cells in enumerate(rows):
        if SERIAL in (names := [*map(headings.plain, cells)]):
            before, number = names.index(SERIAL), 0
        elif cells[before : before + 1] == ["1"]:
            number = 1
        elif found := [at for at, cell in enumerate(cells[: before + 1]) if cell == str(number + 1)]:
            lost, number = (before - found[-1]) * bool(number), number + 1
            rows[place] = [*rows[place - 1][:lost], *cells]
            continued |= {(place, column) for column in range(lost)}
    return replace(sheet, rows=rows, continued=frozenset(continued))


def _of_lines(path: Path, table: WorkSheet) -> WorkSheet:
    """The lines of a text, and those that stand in one; the `table` that it is where marks or blanks part its cells."""
    text = (tables.decoded(office.contents(path)) or "").splitlines()
    if sum(len(cells) > 1 for cells in table.rows) * 2 > len(text) or "\t" in "".join(text) or heads.of(table, {}):
        return table
    filled = ((f"第{number}行", line.strip()) for number, line in enumerate(text, 1) if line.strip())
    made = [(place, row) for place, line in filled for row in _lines(line)]
    rows, places = turning.of_cells([row for _, row in made], [place for place, _ in made])
    return WorkSheet("", rows, places=tuple(places))


def _sheet(document: Manuscript) -> WorkSheet:
    rows: list[list[str]] = []
    places: list[str] = []
    continued: set[tuple[int, int]] = set()
    struck: set[int] = set()
    pieces = [each for piece in document.pieces for each in _unframed(piece)]
    is_text = not any(isinstance(piece, Grid) for piece in pieces)
    for piece in pieces:
        unit, cells, marked = _rows(piece, is_text)
        more = enumerate(itertools.pairwise(cells), len(rows) + 1)
        continued |= {(row, column) for row, pair in more for column in _merged(*pair)}
        struck |= {len(rows) + row for row in marked}
        places += [f"{piece.place}{unit and f'第{row}{unit}'}" for row in range(1, len(cells) + 1)]
        rows += cells
    if is_text:
        rows, places = _of_columns(*turning.of_cells(rows, places))
    marks = {row: dict.fromkeys(range(len(rows[row])), STRUCK) for row in struck}
    looks = Appearance(marks=marks, unseen=document.unseen)
    return WorkSheet("", rows, continued=frozenset(continued), places=tuple(places), looks=looks)


def _of_columns(rows: list[list[str]], places: list[str]) -> tuple[list[list[str]], list[str]]:
    """The rows, parted where they are lines whose blanks stand below each other, with their places."""
    are_lines = all(len(row) == 1 for row in rows)
    return (workbook.aligned([text for (text,) in rows], are_whole=False) if are_lines else []) or rows, places


def _rows(piece: Paragraph | Grid, is_text: bool) -> tuple[str, list[list[str]], frozenset[int]]:
    """How the rows of a piece are counted, what is in them, and which are struck out. Raises `Refused`."""
    if not isinstance(piece, Grid):
        cells = _lines(piece.text) if is_text else [[piece.text]]
        return "", cells, frozenset(range(len(cells) * piece.is_struck))
    if piece.is_overflowing:
        told = f"{piece.place}有的字超出了格子，分不清是哪一行的"
        raise Refused(told, "把行高调到放得下再输出，或者用原来的表格导入")
    return *_columns(piece), piece.struck


def _unframed(piece: Paragraph | Grid) -> Sequence[Paragraph | Grid]:
    """The piece, or the lines in a table of one cell, which is a frame around them."""
    if isinstance(piece, Grid) and len(piece.rows) == len(piece.rows[0]) == 1 and not piece.struck:
        return [Paragraph(line, piece.place) for line in piece.rows[0][0].splitlines()]
    return [piece]


def _columns(grid: Grid) -> tuple[str, list[list[str]]]:
    """Its rows and how they are counted: a form by its labels, turned where columns are projects, no column twice."""
    turned = list(zip(*grid.rows, strict=True))
    if not grid.struck and turning.are_projects(turned):
        return "列", list(map(list, turned))
    if not grid.struck and (labelled := turning.by_label(grid.rows)):
        return "", labelled
    kept = [each for each, column in enumerate(turned) if not each or column != turned[each - 1]]
    return "行", [[_ADDRESS.sub("", row[each]).strip() for each in kept] for row in grid.rows]


def _merged(above: list[str], row: list[str]) -> list[int]:
    """The columns of a row whose cells are merged with those above, as far as their texts tell."""
    pairs = list(zip(above, row, strict=True))
    counted = any(one != other and one.isdecimal() and other.isdecimal() for one, other in pairs)
    is_other = counted or above[0] != row[0] or above == row
    return [] if is_other else [column for column, (one, other) in enumerate(pairs) if one == other != ""]


def _lines(text: str) -> list[list[str]]:
    """A paragraph as a row, or as those of awards and their projects, or of what it says of one project with labels."""
    if said := items.sentences(text):
        return [[line] for line in said]
    if len(parts := [part for part in _AWARDS.split(text) if part]) > 1:
        return [row for part in parts for row in _lines(part)]
    if said := _sayings(text):
        return [[part] for part in said]
    match = _RUN_ON.fullmatch(text)
    found = [item for item in _BETWEEN.split(match["items"]) if item] if match else []
    return [[match["head"]], *([item] for item in found)] if match and all(map(items.of, found)) else [[text]]


def _sayings(text: str) -> list[str]:
    """The parts of a line that is nothing but labels with what they say of one project; none of any other line."""
    bare = items.BEGINS.sub("", text, count=1)
    for between in (_BETWEEN, _BLANKS):
        parts = [part for part in between.split(bare) if part]
        if len(parts) > 1 and all(map(LABELLED.fullmatch, parts)):
            return parts
    return []


def unfolded(sheet: WorkSheet) -> WorkSheet:
    """The sheet with a table whose columns are awards (赛道, 一等奖, 二等奖) as lines: a track, an award, projects."""
    named = [{at: cell for at, cell in enumerate(cells) if _OF_AWARD.fullmatch(cell)} for cells in sheet.rows]
    head = next((place for place, awards in enumerate(named) if len(awards) >= _FEWEST), None)
    if head is None or sheet.looks.marks or sheet.looks.comments:
        return sheet
    lines = list(_unfolded(sheet, head, named[head]))
    rows, places = [row for row, _ in lines], tuple(place for _, place in lines)
    return replace(sheet, rows=rows, places=places, across={}, continued=frozenset())


def _unfolded(sheet: WorkSheet, head: int, awards: Mapping[int, str]) -> Iterator[tuple[list[str], str]]:
    """The cells of a sheet as lines with their places, those below an award behind it; `head` is the row of awards."""
    for place, cells in enumerate(sheet.rows):
        if place == head:
            continue
        for at, cell in enumerate(cells if len({*cells}) > 1 else cells[:1]):
            if cell in (*EMPTY, "空缺") or cell.isdecimal():
                continue
            award = awards.get(at, "") if place > head else ""
            for row in _lines(f"{award}：{cell}".replace("\n", "；")) if award else [[cell]]:
                yield row, str(sheet.at(place, at))


def numbered_lines(sheet: WorkSheet) -> tuple[WorkSheet, Head] | None:
    """Lines like `1. 项目（单位、单位）` or `1. 项目——单位` as a table with its head; None where there are none.

    Directly below an award they need no number.
    """
    texts = [_different(cells) for cells in sheet.rows]
    likely = dict(items.kept(_items(texts)))
    sure = {place: item for place, item in likely.items() if UNIT.search(item[1])}
    found = likely if len(sure) * 2 >= len(likely) else sure  # among units that are plain others are units too
    if len(found) < _FEWEST:
        return None
    rows = [found.get(place, cells) for place, cells in enumerate(texts)]
    above = [(at, cells[0]) for at, cells in enumerate(texts[: min(found)]) if cells]
    unread = (at - 1 for at, text in above if _RUN_ON.fullmatch(text))  # an award with projects that nobody can tell
    named = (at for at, text in above if _is_award(text) and not OTHERS.fullmatch(text))
    first = min(next(unread, min(found) - 1), next(named, min(found) - 1))
    width = max(map(len, found.values()))
    titles = dict(enumerate((_UNLABELLED, "牵头单位", "奖项")[:width]))
    keys = dict(enumerate(("title", "unit", "awards")[:width]))
    return replace(sheet, rows=rows), Head(first, keys, titles, known=frozenset(titles))


def _items(texts: list[list[str]]) -> dict[int, list[str]]:
    """Lines that are a title and units, by their rows; of one that takes three lines the others are emptied."""
    found: dict[int, list[str]] = {}
    is_below = False
    for place, cells in enumerate(texts):
        if stack := _stacked(texts[place : place + 3]):
            found[place], texts[place + 1], texts[place + 2] = stack, [], []
        elif len(cells) == 1 and (is_below or items.may_be(cells[0])) and not items.UNCLEAR.match(cells[0]):
            found |= {place: item} if (item := items.of(cells[0])) else {}
        is_below = place in found or bool(cells and _is_award(cells[0])) or (is_below and not cells)
    return found


def _is_award(line: str) -> bool:
    """Whether a line is an award that its projects stand below."""
    return _OF_AWARD.fullmatch(undressed(line)) is not None


def _stacked(lines: list[list[str]]) -> list[str]:
    """The title and the unit of a number, a title and a unit in a line each."""
    stack = _STACKED.fullmatch("\n".join(cells[0] if len(cells) == 1 else "" for cells in lines))
    return [*stack.groups()] if stack and ENDS.search(stack[2]) and not any(map(items.of, stack.groups())) else []


def _different(cells: list[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, cells)))


def units_apart(found: list[Row]) -> list[Row]:
    """Rows none of which has a unit, but each a title with one behind it, with their units; none otherwise."""
    parted: list[Row] = []
    for row in found:
        item, at = None if row.text("unit") else items.of(row.text("title")), row.place("title")
        if not item:
            return []
        parted.append(replace(row, cells={**row.cells, "title": (at, item[0]), "unit": (at, item[1])}))
    return parted


def cards(sheet: WorkSheet) -> WorkSheet:
    """The sheet with projects that are lines with labels (申报单位：…) as a table; as it is where there are none."""
    texts = [_different(cells) for cells in sheet.rows]
    found = [(at, card) for at, card in _cards(texts) if {"title"} < {*map(headings.key_of, card)} - {""}]
    if len(found) < _FEWEST:
        return sheet
    labels = list(dict.fromkeys(label for _, card in found for label in card))
    rows, first = list(sheet.rows), found[0][0]
    for at, card in found:
        rows[at : at + len(card)] = [[card.get(label, "") for label in labels], *[[]] * (len(card) - 1)]
    rows[first : first + 2] = [labels, rows[first]]
    return replace(sheet, rows=rows)


def _cards(texts: list[list[str]]) -> Iterator[tuple[int, dict[str, str]]]:
    """Lines with labels that follow each other, by these, with the row where they begin; a title may stand above."""
    labelled = [_labelled(cells) for cells in texts]
    at, card = 0, dict[str, str]()
    for place, pair in enumerate([*labelled, None]):
        if card and (pair is None or pair[0] in card):
            yield at, card
            card = {}
        if pair and not card:
            is_titled = headings.key_of(pair[0]) != "title" and place > 0 and len(texts[place - 1]) == 1
            is_titled = is_titled and labelled[place - 1] is None
            at, card = (place - 1, {_UNLABELLED: texts[place - 1][0]}) if is_titled else (place, {})
        if pair:
            card[pair[0]] = pair[1]


def _labelled(cells: list[str]) -> tuple[str, str] | None:
    """A label and what stands behind it, or in the cell beside it."""
    match = LABELLED.fullmatch(cells[0]) if len(cells) == 1 else None
    return (match[1], match[2]) if match else (cells[0], cells[1]) if len(cells) == 2 else None
