"""The numbers that Word gives to paragraphs by itself, as it prints them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from docx.oxml.ns import qn

from generator.text.numerals import chinese, circled, roman


class WordNumbers:
    """Counts the automatic numbers of a document, as Word prints them."""

    def __init__(self, document: Any) -> None:
        self._styles = {style.style_id: style.element for style in document.styles}
        self._counts: dict[str, Counter[int]] = {}
        self._abstract: dict[str, Any] = {}
        self._of: dict[str, str] = {}
        self._restarts: dict[str, str] = {}
        """Lists that begin anew though their form was used before, with their first number."""

        related = document.part.rels.values()
        root = next((part.target_part.element for part in related if part.reltype.endswith("/numbering")), ())
        for element in root:
            if element.tag == qn("w:abstractNum"):
                self._abstract[element.get(qn("w:abstractNumId"))] = element
            elif element.tag == qn("w:num"):
                self._of[element.get(qn("w:numId"))] = element.find(qn("w:abstractNumId")).get(qn("w:val"))
                if (start := element.find(f"{qn('w:lvlOverride')}[@{qn('w:ilvl')}='0']")) is not None:
                    self._restarts[element.get(qn("w:numId"))] = _value(start, "w:startOverride")

    def label(self, paragraph: Any) -> str:
        """The number that stands before a paragraph, empty for none; it counts on."""
        number, depth = self._numbered(paragraph)
        form = self._of.get(number, "")
        parts = self._abstract.get(form, ())
        levels = {int(each.get(qn("w:ilvl"))): each for each in parts if each.tag == qn("w:lvl")}
        if number == "0" or depth not in levels or depth > 8:  # Word has nine
            return ""
        if number in self._restarts:
            first = int(self._restarts.pop(number) or "1")
            self._counts[form] = Counter({0: first - (depth == 0)})
        counts = self._counts.setdefault(form, Counter())
        _count_on(counts, levels, depth)
        return _label(counts, levels, depth)

    def _numbered(self, paragraph: Any) -> tuple[str, int]:
        """Which list a paragraph is in and how deep, by itself or by its style; 0 is that of none."""
        for element in (paragraph, *self._styles_of(paragraph)):
            found = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if found is not None and (number := _value(found, "w:numId")):
                return number, int(_value(found, "w:ilvl", "0"))
        return "0", 0

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


def _count_on(counts: Counter[int], levels: Mapping[int, Any], depth: int) -> None:
    """One more at that depth; levels above begin where nothing has been counted, those below begin anew."""
    for level in range(depth + 1):
        if level == depth or level not in counts:
            counts[level] = counts[level] + 1 if level in counts else int(_value(levels.get(level), "w:start", "1"))
    for level in [level for level in counts if level > depth]:
        del counts[level]


def _label(counts: Counter[int], levels: Mapping[int, Any], depth: int) -> str:
    """What is counted, as the level at that depth writes it; empty for bullets."""
    text = _value(levels[depth], "w:lvlText")
    in_digits = levels[depth].find(qn("w:isLgl")) is not None
    for level in range(depth + 1):
        form = "" if in_digits else _value(levels.get(level), "w:numFmt")
        text = text.replace(f"%{level + 1}", _written(counts[level], form))
    return "" if _value(levels[depth], "w:numFmt") in ("bullet", "none") else text


def _value(parent: Any, name: str, default: str = "") -> str:
    found = parent.find(qn(name)) if parent is not None else None
    return default if found is None else found.get(qn("w:val")) or default


def _written(number: int, form: str) -> str:
    if form.startswith("decimalEnclosed"):
        return circled(number)
    if form in _SERIES:
        series = _SERIES[form]
        return series[number - 1] if 0 < number <= len(series) else str(number)
    if "egal" in form:  # chineseLegalSimplified, ideographLegalTraditional
        return chinese(number, formal=True)
    if "hinese" in form or "deograph" in form or form in ("japaneseCounting", "taiwaneseCounting"):
        return chinese(number)
    if form in ("lowerLetter", "upperLetter"):
        letter = chr((97 if form == "lowerLetter" else 65) + (number - 1) % 26)
        return letter * ((number - 1) // 26 + 1)
    if form in ("lowerRoman", "upperRoman"):
        return roman(number) if form == "upperRoman" else roman(number).lower()
    return f"{number:02}" if form == "decimalZero" else str(number)


_SERIES = {"ideographTraditional": "甲乙丙丁戊己庚辛壬癸", "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥"}
