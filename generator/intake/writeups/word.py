"""A Word file as HTML and pictures; what neither can hold leaves a mark in its place."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from PIL import Image

from generator.content.gaps import MISSING
from generator.content.radicals import as_seen
from generator.intake import office
from generator.intake.manuscripts import plain_word
from generator.intake.manuscripts.word_numbers import WordNumbers
from generator.intake.writeups import equations, mathtype, passages
from generator.machine.apart import Refused
from generator.media import pictures

MAX_SIDE = 3200
"""Pixels: what A4 needs in print; more is made smaller."""

_LEAST_SIDE = 24
"""Pixels of a side: what is smaller is a bullet or a rule."""

_METAFILES = (".emf", ".wmf")
_DRAWING_SECONDS = 60
_NO_PICTURE = "图片（打不开，或者只是小图标）"

_RAISED = 2
"""Half points."""

_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_DRAWINGS = {"c:chart": "图表", "dgm:relIds": "SmartArt 图形"}
_CUTS = ("l", "t", "r", "b", "cropleft", "croptop", "cropright", "cropbottom")
_TURNS = ("rot", "flipH", "flipV")
_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='标题'] => h1.title:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='标题 1'] => h1:fresh
p[style-name='标题 2'] => h2:fresh
p[style-name='标题 3'] => h3:fresh
p[style-name='标题 4'] => h4:fresh
p[style-name^='toc '] => p.contents:fresh
p[style-name='table of figures'] => p.contents:fresh
"""

_OPEN, _CLOSE = "\ue000", "\ue001"
_PLAIN = re.compile(r"(\d+)[.、．]?")
_FIRST = re.compile(f"<ol><li>((?:<[a-z]+>)*){_OPEN}(\\d+){_CLOSE}")
_ANY = re.compile(f"{_OPEN}\\d+{_CLOSE}")
"""Marks around the plain number of an item, and how its list then reads in HTML."""


@dataclass(frozen=True)
class WordPicture:
    """A picture as it will be published: its file's name, its bytes, and what Word says that it shows."""

    name: str
    data: bytes
    alt: str


@dataclass(frozen=True)
class WordText:
    """The text of a file as HTML whose pictures are named by `src`, and what could not be taken over."""

    html: str
    pictures: tuple[WordPicture, ...]
    left_out: tuple[str, ...]


def read(raw: bytes, ending: str) -> WordText:
    """The text of a .docx, .doc or .wps file. Raises `Refused`."""
    import mammoth

    if office.is_old(raw):
        raw = office.converted(raw, ".doc", "docx")
    elif ending not in (".docx", ".doc", ".wps"):
        raise Refused("不是 Word 文件", "在 Word 或 WPS 里另存为 .docx 再导入")
    office.inspect(raw)
    try:
        document, left_out = plain_word.opened(raw)
        gallery = _Gallery(left_out)
        source = io.BytesIO(_marked(document, left_out))
        converter = mammoth.images.img_element(gallery.add)
        html = gallery.settled(mammoth.convert_to_html(source, style_map=_STYLES, convert_image=converter).value)
    except (KeyError, ValueError, AttributeError, zipfile.BadZipFile, SyntaxError, OSError) as error:
        raise Refused("打不开：文件损坏，或者不是 Word 文件", "在 Word 或 WPS 里打开，另存为 .docx 再导入") from error
    told = [f"{what} {count} 处" if count > 1 else what for what, count in (+left_out).items()]
    return WordText(as_seen(_counted(html)), tuple(gallery.pictures), tuple(told))


def _marked(document: Any, left_out: Counter[str]) -> bytes:
    """The file with its numbers in its text, and with marks for what its reader would leave out in silence."""
    _write_numbers(document)
    for part in document.part.package.iter_parts():
        name = part.partname.lstrip("/")
        if plain_word.TEXTS.fullmatch(name):
            _mark(part, left_out)
        elif name == "word/styles.xml":
            _leave_names(part.element)
        elif re.fullmatch(r"word/(header|footer)\d*\.xml", name) and _has_words(part.element):
            left_out["页眉、页脚的文字"] = 1
        elif name == "word/comments.xml" and _has_words(part.element):
            left_out["批注"] = 1
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _write_numbers(document: Any) -> None:
    """Make automatic numbers text, for the reader counts every list from 1: a mark for plain ones, others as （一）."""
    numbers = WordNumbers(document)
    for paragraph in list(document.element.body.iter(qn("w:p"))):
        if label := numbers.label(paragraph):
            plain = _PLAIN.fullmatch(label)
            _prepend(paragraph, f"{_OPEN}{plain[1]}{_CLOSE}" if plain else label + " " * label.isascii())
            if not plain:
                _free(paragraph)


def _prepend(paragraph: Any, text: str) -> None:
    run = plain_word.text_run(text)
    if (looks := paragraph.find(f"{qn('w:r')}/{qn('w:rPr')}")) is not None:
        run.insert(0, deepcopy(looks))  # a heading in bold stays one
    paragraph.insert(0 if paragraph.pPr is None else 1, run)


def _free(paragraph: Any) -> None:
    """Take a paragraph out of its list, whether it or its style says that it is in one."""
    properties = paragraph.get_or_add_pPr()
    properties._remove_numPr()
    properties.get_or_add_numPr().get_or_add_numId().val = 0
    if properties.style and not re.match("heading|\\d|标题", properties.style, re.IGNORECASE):
        properties._remove_pStyle()


def _counted(html: str) -> str:
    """The HTML whose lists begin with the numbers that were marked."""
    return _ANY.sub("", _FIRST.sub(r'<ol start="\2"><li>\1', html))


def _leave_names(styles: Any) -> None:
    """Leave of styles their names and numbers alone: how they look takes five times as long to read as the text."""
    for style in styles.iter(qn("w:style")):
        style[:] = [each for each in style if each.tag in (qn("w:name"), qn("w:pPr"))]
    styles[:] = styles.findall(qn("w:style"))


def _has_words(tree: Any) -> bool:
    return any(re.search(r"[^\W\d]", each.text or "") for each in tree.iter(qn("w:t")))


def _mark(part: Any, left_out: Counter[str]) -> None:
    tree = part.element
    _mark_raised(tree)
    for mark in list(tree.iter(qn("w:vanish"))):
        looks = mark.getparent()
        if plain_word.is_on(mark) and (run := looks.getparent()).tag == qn("w:r"):
            run[:] = [looks]
            left_out["隐藏的文字"] = 1
    _write_formulas(tree, left_out)
    _write_embedded(part, left_out)
    _mark_drawings(tree, left_out)
    left_out["图片的裁剪和旋转（裁掉的部分也导入了，请照原文重新存一张）"] += _turned(tree)
    left_out.update("嵌入的对象（Excel 表等），只有它的图片" for _ in tree.iter(qn("w:object")))
    if next(tree.iter(qn("w:del"), qn("w:ins")), None) is not None:
        left_out["修订记录（按接受修订以后的样子导入）"] = 1


def _mark_raised(tree: Any) -> None:
    """Call superscript and subscript what was raised and lowered by hand, as some programs write 10³."""
    for run in tree.iter(qn("w:rPr")):
        height = int((next(run.iter(qn("w:position")), run).get(qn("w:val")) or "0").removesuffix(".0") or 0)
        if abs(height) >= _RAISED and run.find(qn("w:vertAlign")) is None:
            run.append(OxmlElement("w:vertAlign", {qn("w:val"): "superscript" if height > 0 else "subscript"}))


def _mark_drawings(tree: Any, left_out: Counter[str]) -> None:
    """Put marks where drawings are that only the program that made them can show."""
    for tag, what in _DRAWINGS.items():
        for drawing in list(tree.iter(qn(tag))):
            run = next(drawing.iterancestors(qn("w:r")), None)
            if run is not None and run.getparent() is not None:  # else it held another one
                _replace(run, f"{what}，另存为图片")
                left_out[f"{what}，原处留了记号"] += 1


def _turned(tree: Any) -> int:
    """How many pictures are cropped, turned or mirrored: their files hold what they were before."""
    cuts = tree.iter("{*}srcRect", "{*}imagedata")
    cropped = sum(any(key in _CUTS and value.strip("0f") for key, value in each.items()) for each in cuts)
    frames = (frame for each in tree.iter(qn("pic:spPr")) for frame in each.iter(qn("a:xfrm")))
    return cropped + sum(any(each.get(key, "0") not in ("0", "false") for key in _TURNS) for each in frames)


def _write_formulas(tree: Any, left_out: Counter[str]) -> None:
    for tag in ("m:oMathPara", "m:oMath"):  # a formula in a line of its own stands in the former, and is gone with it
        for formula in list(tree.iter(qn(tag))):
            if written := equations.latex(formula):
                plain_word.replace(formula, [plain_word.text_run(written.join(passages.FORMULA))])
                left_out["公式的样式，内容写成了 LaTeX，请对照原文"] += 1
            else:
                words = "".join(each.text or "" for each in formula.iter(qn("m:t")))
                _replace(formula, f"公式 {words}")
                left_out["公式，原处留了记号"] += 1


def _write_embedded(part: Any, left_out: Counter[str]) -> None:
    """Write the formulas of equation editors where their pictures stand, which are not for pages or for readers."""
    for linked in list(part.element.iter(f"{_OFFICE}OLEObject")):
        shown = linked.getparent()
        run = shown.getparent()
        if not (linked.get("ProgID") or "").startswith("Equation") or run.tag != qn("w:r"):
            continue
        link = part.rels.get(linked.get(qn("r:id")))
        written = mathtype.latex(link.target_part.blob) if link and not link.is_external else None
        told = "公式的样式，内容写成了 LaTeX，请对照原文" if written else "公式，原处留了记号"
        text = OxmlElement("w:t")
        text.text = written.join(passages.FORMULA) if written else f"（{MISSING}：公式）"
        plain_word.replace(shown, [text])
        run[:] = [each for each in run if each.tag != qn("w:rPr")]  # it stands lower, as the picture did
        left_out[told] += 1


def _replace(element: Any, what: str) -> None:
    """Put a mark where an element is."""
    told = f"（{MISSING}：{re.sub('[|)）】]', ' ', what).replace(']', ' ').strip()}）"
    plain_word.replace(element, [plain_word.text_run(told)])


class _Gallery:
    """The pictures of one file, each once, in formats that pages can show."""

    def __init__(self, left_out: Counter[str]) -> None:
        self.pictures: list[WordPicture] = []
        self.left_out = left_out
        self._names: dict[bytes, str] = {}

    def add(self, image: Any) -> dict[str, str]:
        """The attributes of a picture's element; no name for one that is left out."""
        try:
            with image.open() as opened:
                data = opened.read()
        except (OSError, KeyError):  # a link to a file that did not come along
            self.left_out["图片（没有随文件保存）"] += 1
            return {"src": ""}
        digest = hashlib.sha256(data).digest()
        if digest not in self._names:
            self._names[digest] = self._keep(data, image.content_type or "", image.alt_text or "")
        return {"src": self._names[digest]}

    def _keep(self, data: bytes, kind: str, alt: str) -> str:
        drawn = next((ending for ending in _METAFILES if ending[1:] in kind), None)
        made = (drawn, data) if drawn else _published(data)
        if made is None:
            self.left_out[_NO_PICTURE] += 1
            return ""
        self.pictures.append(WordPicture(f"figure-{len(self.pictures) + 1}{made[0]}", made[1], alt))
        return self.pictures[-1].name

    def settled(self, html: str) -> str:
        """The HTML when drawings are pictures: all at once, for LibreOffice takes longer to start than to draw."""
        for ending in _METAFILES:
            waiting = [each for each in self.pictures if each.name.endswith(ending)]
            for each, png in zip(waiting, _drawn([each.data for each in waiting], ending), strict=True):
                made = _published(png) if png else None
                if made is None:
                    self.left_out[_NO_PICTURE if png else "图片（EMF、WMF 格式），另存为 PNG 再补上"] += 1
                name = f"{each.name.removesuffix(ending)}.png" if made else ""
                html = html.replace(f'src="{each.name}"', f'src="{name}"')
                place = self.pictures.index(each)
                self.pictures[place : place + 1] = [WordPicture(name, made[1], each.alt)] if made else []
        return html


def _drawn(files: Sequence[bytes], ending: str) -> Sequence[bytes | None]:
    """Drawings of Windows as PNG, None for one that cannot be drawn here."""
    try:
        return office.all_converted(files, ending, "png", _DRAWING_SECONDS) if files else ()
    except Refused:
        return [None] * len(files)


def _published(data: bytes) -> tuple[str, bytes] | None:
    """A picture as PNG or JPEG, upright, in sRGB, no larger than print needs, without what cameras add."""
    try:
        with Image.open(io.BytesIO(data)) as opened:
            if min(opened.size) < _LEAST_SIDE:
                return None
            is_photo = opened.format in ("JPEG", "MPO")
            picture = pictures.plain(opened)
            picture.thumbnail((MAX_SIDE, MAX_SIDE))
            target = io.BytesIO()
            picture.save(target, "JPEG" if is_photo else "PNG", quality=90)
            return (".jpg" if is_photo else ".png"), target.getvalue()
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError):
        return None
