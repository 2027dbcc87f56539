"""A Word file said in the few elements that all readers of it know, so that nothing printed is passed over in silence.

Text boxes, content controls, fields, ruby and signs of symbol fonts become plain paragraphs and runs; what was printed
as one paragraph is one. The names are those of ECMA-376, part 1.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, PartFactory, XmlPart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tc

from generator.machine.apart import Refused
from generator.text.numerals import circled

TEXTS = re.compile(r"word/(document|footnotes|endnotes)\d*\.xml")
"""The parts that hold what is printed, but for headers and footers."""

UNKNOWN = "〓"
"""What printers set for a sign that they do not have."""

STRICT = {
    b"http://purl.oclc.org/ooxml/officeDocument/": b"http://schemas.openxmlformats.org/officeDocument/2006/",
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
}
"""“Strict Open XML” says the same under other names."""

_USUAL = str.maketrans("🗸🗹🗴🗶🗵🗷⮽◻◼", "✓☑✗✗☒☒☒□■")
"""Signs that Chinese fonts do not have, with those that they have."""

_IN_FONT = re.compile("[!-ÿ\uf021-\uf0ff]")
"""What is set in a symbol font where Chinese characters beside it are set in another."""

_IN_ANY = re.compile("[\ue000-\uf8ff]")
"""What only a symbol font shows, and is lost in any other."""

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"
_WORDS = (qn("w:txbxContent"), _TEXT_PATH)
"""What is printed in a shape."""

_WRAPPERS = ("w:sdtContent", "w:sdt", "w:fldSimple", "w:bdo", "w:dir", "w:smartTag", "w:customXml")
_GONE = ("w:sdtPr", "w:sdtEndPr", "w:smartTagPr", "w:customXmlPr", "w:softHyphen")
_SAID = {"w:noBreakHyphen": ("w:t", "-"), "w:cr": ("w:br", None), "w:ptab": ("w:tab", None)}
_EQUATION = re.compile(r"\s*EQ\b", re.IGNORECASE)
_ENCLOSED = re.compile(r"\\o(?:\\a[clr])?\s*\([○◯〇□☐△◇][,，]\s*(\w{1,3}|[√✓✔])\s*\)", re.IGNORECASE)
_ANNOTATED = re.compile(r"\\o(?:\\a[dclr])?\s*\(\\s\\up\s*\d+\([^()]*\)[,，]\s*([^()]+)\)", re.IGNORECASE)
_FRACTION = re.compile(r"\\f\s*\(\s*([^(),，]+)[,，]\s*([^(),，]+)\)", re.IGNORECASE)

_usual_class = PartFactory.part_class_selector


def _part_class(content_type: str, relation: str) -> type[Part] | None:
    """Notes are trees as all that is written in, whatever a file says that they are."""
    if relation in {RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES}:
        return XmlPart
    return _usual_class(content_type, relation) if _usual_class else None


PartFactory.part_class_selector = staticmethod(_part_class)


def opened(raw: bytes) -> tuple[Any, Counter[str]]:
    """The document in plain elements, and what of it reads otherwise than it was printed, with how often.

    Raises `Refused` for a file that holds another one, which only Word can show.
    """
    told: Counter[str] = Counter()
    document = docx.Document(io.BytesIO(_in_usual_names(raw)))
    for part in document.part.package.iter_parts():
        if TEXTS.fullmatch(part.partname.lstrip("/")):
            _make_plain(part.element, told)
    return document, +told


def _in_usual_names(raw: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as parts, zipfile.ZipFile(target, "w") as written:
        for part in parts.infolist():
            data = parts.read(part)
            if part.filename.endswith((".xml", ".rels")):
                for strict, usual in STRICT.items():
                    data = data.replace(strict, usual)
            written.writestr(part.filename, data)
    return target.getvalue()


def _make_plain(root: Any, told: Counter[str]) -> None:
    if _all(root, "w:altChunk", "w:subDoc"):
        raise Refused("正文里嵌入了另一份文件（网页转成的 Word 常这样）", "在 Word 里打开，另存为 .docx 再导入")
    _lift_boxes(root, told)
    for mark in _all(root, "w:showingPlcHdr"):
        told["没有填的空（内容控件里的提示文字）"] += is_on(mark)
        for words in mark.getparent().getparent().iter(qn("w:t")):
            words.text = "" if is_on(mark) else words.text
    for element in _all(root, *_GONE):
        _drop(element)
    for element in _all(root, *_WRAPPERS):
        replace(element, element)
    for ruby in _all(root, "w:ruby"):
        replace(ruby.getparent(), ruby.iterfind(f"{qn('w:rubyBase')}/{qn('w:r')}"))
    _say_fields(root, told)
    for name, (said, text) in _SAID.items():
        for element in _all(root, name):
            replace(element, [_element(said, text)])
    _say_signs(root, told)
    _join_paragraphs(root)
    for row in _all(root, "w:tr"):
        _fill_row(row)


# Elements


def _all(root: Any, *names: str) -> list[Any]:
    """A list: the tree changes meanwhile."""
    return list(root.iter(*map(qn, names)))


def _element(name: str, text: str | None = None) -> Any:
    element = OxmlElement(name)
    element.text = text
    if text is not None:
        element.set(qn("xml:space"), "preserve")
    return element


def text_run(text: str) -> Any:
    """A run of plain text."""
    run = OxmlElement("w:r")
    run.append(_element("w:t", text))
    return run


def _drop(element: Any) -> None:
    element.getparent().remove(element)


def replace(element: Any, others: Any) -> None:
    """Put others where an element is."""
    for other in list(others):
        element.addprevious(other)
    _drop(element)


# Shapes


def _lift_boxes(root: Any, told: Counter[str]) -> None:
    """Have the texts of shapes follow the paragraph that they are anchored in, each once."""
    for either in root.iter(f"{_MC}AlternateContent"):
        said = [each for each in either if next(each.iter(*_WORDS), None) is not None]
        for words in [words for other in said[1:] for words in other.iter(*_WORDS)]:
            _drop(words)
    for paragraph in [each for each in _all(root, "w:p") if next(each.iterancestors(_WORDS[0]), None) is None]:
        words = [*_shape_texts(paragraph)]
        for element in reversed(words):
            paragraph.addnext(element)
        told["文本框、图形里的文字，排在它所在的段落后面"] += bool(words)


def _shape_texts(paragraph: Any) -> Iterator[Any]:
    """The paragraphs and tables of all shapes of a paragraph, and the words of WordArt."""
    for element in list(paragraph.iter(*_WORDS)):
        if element.tag == _TEXT_PATH:
            if words := element.get("string", "").strip():
                lifted = OxmlElement("w:p")
                lifted.append(text_run(words))
                yield lifted
        else:
            yield from [each for each in element if _is_said(each)]
            _drop(element)


def _is_said(element: Any) -> bool:
    shown = element.iter(*map(qn, ("w:drawing", "w:pict", "w:object")))
    return any((each.text or "").strip() for each in element.iter(qn("w:t"))) or next(shown, None) is not None


# Fields


def _say_fields(root: Any, told: Counter[str]) -> None:
    """Say fields that print something and keep no text for it: signs in a circle, fractions, boxes to be ticked."""
    open_fields: list[list[Any]] = []
    for run in _all(root, "w:r"):
        for mark in run.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:t")):
            kind = mark.get(qn("w:fldCharType"))
            if kind == "begin":
                open_fields.append([mark])
            elif open_fields and kind == "end":
                _say_field(open_fields.pop(), run, told)
            elif open_fields:
                open_fields[-1].append(mark)


def _say_field(marks: list[Any], end: Any, told: Counter[str]) -> None:
    code = "".join(mark.text or "" for mark in marks if mark.tag == qn("w:instrText"))
    if any(mark.tag == qn("w:t") and (mark.text or "").strip() for mark in marks):
        return
    if _EQUATION.match(code):
        said = _equation(code)
        end.addnext(text_run(said or UNKNOWN))
        told[f"域“{code.strip()}”，写成 {UNKNOWN}，请照原文改"] += not said
    elif "FORMCHECKBOX" in code:
        for mark in marks:
            if mark.tag == qn("w:instrText"):
                mark.text = ""
        end.addnext(text_run("☑" if _is_ticked(marks[0]) else "☐"))


def _equation(code: str) -> str:
    """What the field EQ prints of a sign in a circle, a character with its sound above, or a fraction of two values."""
    if enclosed := _ENCLOSED.search(code):
        return circled(int(enclosed[1])) if enclosed[1].isdecimal() else re.sub(r"\W", "☑", enclosed[1])
    if annotated := _ANNOTATED.search(code):
        return annotated[1].strip()
    fraction = _FRACTION.search(code)
    return f"{fraction[1].strip()}/{fraction[2].strip()}" if fraction else ""


def _is_ticked(field: Any) -> bool:
    box = f"{qn('w:ffData')}/{qn('w:checkBox')}"
    mark = next((found for name in ("w:checked", "w:default") for found in field.iterfind(f"{box}/{qn(name)}")), None)
    return mark is not None and is_on(mark)


def is_on(mark: Any) -> bool:
    """Whether an element that is either on or off is on, as it is when it says nothing."""
    return mark.get(qn("w:val"), "1") not in ("0", "false", "off")


# Signs


def _say_signs(root: Any, told: Counter[str]) -> None:
    """Say the signs of symbol fonts as characters: in them a tick is the letter ü."""
    from mammoth.docx.dingbats import dingbats  # here: a large table, and most files have none

    def sign(font: str, code: int) -> str:
        found = dingbats.get((font, code)) or dingbats.get((font, code & 0xFF))
        told[f"符号字体里不认得的符号，写成 {UNKNOWN}"] += not found
        return chr(found).translate(_USUAL) if found else UNKNOWN

    for symbol in _all(root, "w:sym"):
        code = int(symbol.get(qn("w:char"), "0"), 16)
        replace(symbol, [_element("w:t", sign(symbol.get(qn("w:font"), ""), code))])
    fonts = {font for font, _ in dingbats}
    for run in root.iter(qn("w:r")):
        look = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        font = look.get(qn("w:ascii"), "") if look is not None else ""
        signs = _IN_FONT if font in fonts else _IN_ANY
        for words in run.iterfind(qn("w:t")):
            text = (words.text or "").replace("\uf020", " ")
            words.text = signs.sub(lambda each: sign(font, ord(each[0])), text)  # noqa: B023 - used at once


# Paragraphs and tables


def _join_paragraphs(root: Any) -> None:
    """Have a large first letter, and what stands before a paragraph mark that was deleted, begin the next paragraph."""
    for paragraph in _all(root, "w:p"):
        frame = paragraph.find(f"{qn('w:pPr')}/{qn('w:framePr')}")
        is_begun = frame is not None and frame.get(qn("w:dropCap")) is not None
        is_joined = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}") is not None
        after = paragraph.getnext()
        if not (is_begun or is_joined) or after is None or after.tag != qn("w:p"):
            continue
        place = 1 if after.find(qn("w:pPr")) is not None else 0
        for run in reversed([each for each in paragraph if each.tag != qn("w:pPr")]):
            after.insert(place, run)
        _drop(paragraph)


def _fill_row(row: Any) -> None:
    """Give a row that begins further right, or ends sooner, the empty cells that stand there."""
    cells = [each for each in row if each.tag == qn("w:tc")]
    for name in ("w:gridBefore", "w:gridAfter"):
        skipped = row.find(f"{qn('w:trPr')}/{qn(name)}")
        if skipped is None or not cells:
            continue
        empty = CT_Tc.new()
        empty.get_or_add_tcPr().get_or_add_gridSpan().set(qn("w:val"), skipped.get(qn("w:val"), "1"))
        if name == "w:gridBefore":
            cells[0].addprevious(empty)
        else:
            cells[-1].addnext(empty)
