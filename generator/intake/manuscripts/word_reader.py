"""Word documents: what is printed, with automatic numbers; deleted text, comments and pictures are left out."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn

from generator.intake.manuscripts.pieces import Grid, Manuscript, Paragraph, PrintedPlace

_UNSEEN = {qn(name) for name in ("w:del", "w:moveFrom", "w:txbxContent", "w:instrText", "w:pPr", "w:drawing", "w:pict")}
_BLANKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_DIGITS = "〇一二三四五六七八九"
_CIRCLED = 20
"""The last number that has a circled sign."""


def read(raw: bytes) -> Manuscript:
    """The document; its places are paragraphs and tables counted from the start."""
    document = docx.Document(io.BytesIO(raw))
    numbers = _Numbers(document)
    pieces: list[Paragraph | Grid] = []
    count = 0
    for element in _blocks(document.element.body):
        if element.tag == qn("w:tbl"):
            rows = tuple(_rows(element, numbers))
            count += 1
            if any(any(row) for row in rows):
                pieces.append(Grid(rows, PrintedPlace(number=count, unit="段（表格）")))
            continue
        label = numbers.label(element)
        lines = _text(element).split("\n")
        count += bool("".join(lines).strip())
        for place, line in enumerate(lines):
            text = (label + line if not place else line).strip()
            if text and text != label:
                pieces.append(Paragraph(text, PrintedPlace(number=count), numbers.level(element)))
    return Manuscript(tuple(pieces))


def _blocks(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, also those in content controls and insertions."""
    for child in parent:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:smartTag")):
            yield from _blocks(child)


def _text(element: Any) -> str:
    if element.tag in _UNSEEN:
        return ""
    if element.tag == qn("w:t"):
        return element.text or ""
    if element.tag == qn("w:br") and element.get(qn("w:type")) in ("page", "column"):
        return ""
    return _BLANKS.get(element.tag) or "".join(map(_text, element))


def _rows(table: Any, numbers: _Numbers) -> Iterator[tuple[str, ...]]:
    """The rows of a table, padded to its width."""
    above: dict[int, str] = {}
    rows: list[list[str]] = []
    for row in table.iter(qn("w:tr")):
        if next(row.iterancestors(qn("w:tbl"))) is not table:
            continue
        cells: list[str] = []
        for cell in row.iter(qn("w:tc")):
            if next(cell.iterancestors(qn("w:tr"))) is not row:
                continue
            span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            goes_on = merge is not None and merge.get(qn("w:val")) != "restart"
            text = above.get(len(cells), "") if goes_on else _cell(cell, numbers)
            for _ in range(int(span.get(qn("w:val"))) if span is not None else 1):
                above[len(cells)] = text
                cells.append(text)
        rows.append(cells)
    width = max(map(len, rows), default=0)
    yield from (tuple(cells + [""] * (width - len(cells))) for cells in rows)


def _cell(cell: Any, numbers: _Numbers) -> str:
    paragraphs = (numbers.label(element) + _text(element).strip() for element in cell.iter(qn("w:p")))
    return "\n".join(filter(None, paragraphs))


class _Numbers:
    """Counts the automatic numbers of a document, as Word prints them."""

    def __init__(self, document: Any) -> None:
        self._styles = {style.style_id: style.element for style in document.styles}
        self._counts: dict[str, Counter[int]] = {}
        self._abstract: dict[str, Any] = {}
        self._of: dict[str, str] = {}
        root = next(
            (r.target_part.element for r in document.part.rels.values() if r.reltype.endswith("/numbering")), ()
        )
        for element in root:
            if element.tag == qn("w:abstractNum"):
                self._abstract[element.get(qn("w:abstractNumId"))] = element
            elif element.tag == qn("w:num"):
                self._of[element.get(qn("w:numId"))] = element.find(qn("w:abstractNumId")).get(qn("w:val"))

    def label(self, paragraph: Any) -> str:
        """The number that stands before a paragraph, empty for none; it counts on."""
        found = self._numbered(paragraph)
        abstract = self._abstract.get(self._of.get(found[0], "")) if found else None
        if not found or abstract is None:
            return ""
        levels = {int(level.get(qn("w:ilvl"))): level for level in abstract.findall(qn("w:lvl"))}
        depth = found[1]
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(abstract.get(qn("w:abstractNumId")), Counter())
        for level in range(depth + 1):
            if level == depth or level not in counts:
                counts[level] = counts[level] + 1 if level in counts else int(_value(levels.get(level), "w:start", "1"))
        for level in [level for level in counts if level > depth]:
            del counts[level]
        text = _value(levels[depth], "w:lvlText")
        for level in range(depth + 1):
            text = text.replace(f"%{level + 1}", _written(counts[level], _value(levels.get(level), "w:numFmt")))
        return "" if _value(levels[depth], "w:numFmt") in ("bullet", "none") else text

    def _numbered(self, paragraph: Any) -> tuple[str, int] | None:
        """Which list a paragraph is in and how deep, by itself or by its style."""
        for element in (paragraph, *self._styles_of(paragraph)):
            found = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if found is not None and (number := _value(found, "w:numId")):
                return (number, int(_value(found, "w:ilvl", "0"))) if number != "0" else None
        return None

    def _styles_of(self, paragraph: Any) -> Iterator[Any]:
        name = _value(paragraph.find(qn("w:pPr")), "w:pStyle")
        for _ in range(10):
            if (style := self._styles.get(name)) is None:
                return
            yield style
            name = _value(style, "w:basedOn")

    def level(self, paragraph: Any) -> int:
        """The level of a heading by outline or style, 0 for none."""
        for element in (paragraph, *self._styles_of(paragraph)):
            outline = _value(element.find(qn("w:pPr")), "w:outlineLvl")
            if outline.isdigit() and int(outline) < 9:
                return int(outline) + 1
        return 0


def _value(parent: Any, name: str, default: str = "") -> str:
    found = parent.find(qn(name)) if parent is not None else None
    return default if found is None else found.get(qn("w:val")) or default


def _written(number: int, form: str) -> str:
    if form.startswith("decimalEnclosed") and number <= _CIRCLED:
        return chr(0x2460 + number - 1)
    if "hinese" in form or "deograph" in form or form in ("japaneseCounting", "taiwaneseCounting"):
        return chinese(number)
    if form in ("lowerLetter", "upperLetter"):
        return chr((97 if form == "lowerLetter" else 65) + (number - 1) % 26)
    return str(number)


def chinese(number: int) -> str:
    """12 as 十二; up to 99."""
    tens, ones = divmod(number, 10)
    ten = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return ten + (_DIGITS[ones] if ones or not tens else "")
