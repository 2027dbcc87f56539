"""Word documents: what is printed, with automatic numbers; deleted text, comments and pictures are left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from generator.content.radicals import RAISED, as_seen
from generator.intake.manuscripts import plain_word
from generator.intake.manuscripts.pieces import WIDEST, Grid, Manuscript, Paragraph, PrintedPlace, padded
from generator.intake.manuscripts.word_numbers import WordNumbers

_UNSEEN = {qn(name) for name in ("w:del", "w:moveFrom", "w:instrText", "w:pPr", "w:drawing", "w:pict")}
_ON = ("1", "true", "on")
_BLANKS = {qn("w:tab"): "\t", qn("w:br"): "\n"}


def read(raw: bytes) -> Manuscript:
    """The document; its places are paragraphs and tables counted from the start."""
    document, _ = plain_word.opened(raw)
    numbers = WordNumbers(document)
    pieces: list[Paragraph | Grid] = []
    count = 0
    for element in _blocks(document.element.body):
        if element.tag == qn("w:tbl"):
            rows = _rows(element, numbers)
            count += 1
            if any(any(row) for row in rows):
                struck = frozenset(number for number, row in enumerate(element.tr_lst) if _is_struck(row))
                pieces.append(Grid(rows, PrintedPlace(number=count, unit="段（表格）"), struck))
            continue
        label = numbers.label(element)
        lines = _text(element).split("\n")
        count += bool("".join(lines).strip())
        for place, line in enumerate(lines):
            text = (label + line if not place else line).strip()
            if text and text != label:
                pieces.append(Paragraph(text, PrintedPlace(number=count), numbers.level(element), _is_struck(element)))
    return Manuscript(tuple(pieces), tuple(filter(None, map(_unseen, document.element.body.iter(qn("w:p"))))))


def _blocks(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, also those that were inserted or moved."""
    for child in parent:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag in (qn("w:ins"), qn("w:moveTo")):
            yield from _blocks(child)


def _text(element: Any) -> str:
    if element.tag in _UNSEEN:
        return ""
    if element.tag == qn("w:t"):
        return as_seen(element.text or "")
    if element.tag == qn("w:br") and element.get(qn("w:type")) in ("page", "column"):
        return ""
    text = _BLANKS.get(element.tag) or "".join(map(_text, element))
    looks = {mark.tag: mark.get(qn("w:val"), "1") for mark in element.iterfind(f"{qn('w:rPr')}/*")}
    if looks.get(qn("w:vanish")) in _ON:
        return ""
    return text.translate(RAISED) if looks.get(qn("w:vertAlign")) == "superscript" else text


def _unseen(paragraph: Any) -> str:
    """What of a paragraph is hidden, or deleted in a revision."""
    deleted = (mark.text or "" for mark in paragraph.iter(qn("w:delText")))
    marks = (mark for mark in paragraph.iter(qn("w:vanish")) if mark.get(qn("w:val"), "1") in _ON)
    runs = (run for mark in marks if (run := mark.getparent().getparent()).tag == qn("w:r"))
    hidden = (mark.text or "" for run in runs for mark in run.iter(qn("w:t")))
    return as_seen("".join([*deleted, *hidden])).strip()


def _is_struck(element: Any) -> bool:
    """Whether words in it are struck through, by the format of their own."""
    marks = (mark for name in ("w:strike", "w:dstrike") for mark in element.iter(qn(name)))
    on = (mark.getparent().getparent() for mark in marks if mark.get(qn("w:val"), "1") in _ON)
    return any(run.tag == qn("w:r") and _text(run).strip() for run in on)


def _rows(table: Any, numbers: WordNumbers) -> tuple[tuple[str, ...], ...]:
    """The rows of a table, padded to its width."""
    above: dict[int, str] = {}
    rows: list[list[str]] = []
    for row in table.tr_lst:
        cells: list[str] = []
        for cell in row.tc_lst:
            is_new = cell.vMerge in (None, "restart")
            text = _cell(cell, numbers) if is_new else above.get(len(cells), "")
            for _ in range(min(cell.grid_span, WIDEST)):
                above[len(cells)] = text
                cells.append(text)
        rows.append(cells)
    return tuple(padded(rows))


def _cell(cell: Any, numbers: WordNumbers) -> str:
    paragraphs = (numbers.label(element) + _text(element).strip() for element in cell.iter(qn("w:p")))
    return "\n".join(filter(None, paragraphs))
