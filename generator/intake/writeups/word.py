"""A Word file as HTML and pictures; what neither can hold leaves a mark in its place."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from PIL import Image

from generator.content.gaps import MISSING
from generator.content.radicals import as_seen
from generator.intake import office
from generator.intake.manuscripts import plain_word
from generator.intake.writeups import equations, list_numbers, mathtype, passages
from generator.intake.writeups.equations import M
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

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/"
_DRAWINGS = {f"{_DRAWN}chart}}chart": "图表", f"{_DRAWN}diagram}}relIds": "SmartArt 图形"}
_PICTURE = f"{_DRAWN}picture}}"
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
        raw, left_out = plain_word.plain(raw)
        gallery = _Gallery(left_out)
        source = io.BytesIO(_marked(list_numbers.marked(raw), left_out))
        converter = mammoth.images.img_element(gallery.add)
        html = gallery.settled(mammoth.convert_to_html(source, style_map=_STYLES, convert_image=converter).value)
    except (KeyError, ValueError, AttributeError, zipfile.BadZipFile, SyntaxError, OSError) as error:
        raise Refused("打不开：文件损坏，或者不是 Word 文件", "在 Word 或 WPS 里打开，另存为 .docx 再导入") from error
    told = [f"{what} {count} 处" if count > 1 else what for what, count in (+left_out).items()]
    return WordText(as_seen(list_numbers.counted(html)), tuple(gallery.pictures), tuple(told))


def _marked(raw: bytes, left_out: Counter[str]) -> bytes:
    """The file with marks for what its reader would leave out in silence."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as parts, zipfile.ZipFile(target, "w") as written:
        for part in parts.infolist():
            data = parts.read(part)
            if plain_word.TEXTS.fullmatch(part.filename):
                data = _mark(data, left_out, _embedded_formulas(parts, part.filename))
            elif part.filename == "word/styles.xml":
                data = _named_styles(data)
            elif re.fullmatch(r"word/(header|footer)\d*\.xml", part.filename) and _has_words(data):
                left_out["页眉、页脚的文字"] = 1
            elif part.filename == "word/comments.xml" and _has_words(data):
                left_out["批注"] = 1
            written.writestr(part.filename, data)
    return target.getvalue()


def _named_styles(data: bytes) -> bytes:
    """The styles by their names and numbers alone: how they look takes five times as long to read as the text."""
    tree = office.parsed(data)
    for style in tree.iter(f"{_W}style"):
        style[:] = [each for each in style if each.tag in (f"{_W}name", f"{_W}pPr")]
    tree[:] = tree.findall(f"{_W}style")
    return bytes(tostring(tree, encoding="UTF-8", xml_declaration=True))


def _has_words(data: bytes) -> bool:
    return any(re.search(r"[^\W\d]", each.text or "") for each in office.parsed(data).iter(f"{_W}t"))


def _embedded_formulas(parts: zipfile.ZipFile, name: str) -> Mapping[str, str | None]:
    """What the objects of a part that are formulas say in LaTeX, by the ids of their relations."""
    folder, _, file = name.rpartition("/")
    relations = f"{folder}/_rels/{file}.rels"
    links = office.parsed(parts.read(relations)) if relations in parts.namelist() else ()
    objects = {each.get("Id", ""): f"{folder}/{each.get('Target')}" for each in links}
    return {key: mathtype.latex(parts.read(file)) for key, file in objects.items() if file in parts.namelist()}


def _mark(data: bytes, left_out: Counter[str], embedded: Mapping[str, str | None]) -> bytes:
    tree = office.parsed(data)
    _mark_raised(tree)
    above = {child: parent for parent in tree.iter() for child in parent}
    for mark in tree.iter(f"{_W}vanish"):
        if plain_word.is_on(mark) and (run := above[above[mark]]).tag == f"{_W}r":
            run[:] = [above[mark]]
            left_out["隐藏的文字"] = 1
    _write_formulas(tree, above, left_out)
    _write_embedded(tree, above, left_out, embedded)
    _mark_drawings(tree, above, left_out)
    left_out["图片的裁剪和旋转（裁掉的部分也导入了，请照原文重新存一张）"] += _turned(tree)
    left_out.update("嵌入的对象（Excel 表等），只有它的图片" for _ in tree.iter(f"{_W}object"))
    if next(chain(tree.iter(f"{_W}del"), tree.iter(f"{_W}ins")), None) is not None:
        left_out["修订记录（按接受修订以后的样子导入）"] = 1
    return bytes(tostring(tree, encoding="UTF-8", xml_declaration=True))


def _mark_raised(tree: Element) -> None:
    """Call superscript and subscript what was raised and lowered by hand, as some programs write 10³."""
    for run in tree.iter(f"{_W}rPr"):
        height = int((next(run.iter(f"{_W}position"), run).get(f"{_W}val") or "0").removesuffix(".0") or 0)
        if abs(height) >= _RAISED and run.find(f"{_W}vertAlign") is None:
            SubElement(run, f"{_W}vertAlign").set(f"{_W}val", "superscript" if height > 0 else "subscript")


def _mark_drawings(tree: Element, above: dict[Element, Element], left_out: Counter[str]) -> None:
    """Put marks where drawings are that only the program that made them can show."""
    for tag, what in _DRAWINGS.items():
        for drawing in list(tree.iter(tag)):
            run = drawing
            while run.tag != f"{_W}r" and run in above:
                run = above[run]
            if run in above and run in list(above[run]):
                _replace(run, above[run], f"{what}，另存为图片")
                left_out[f"{what}，原处留了记号"] += 1


def _turned(tree: Element) -> int:
    """How many pictures are cropped, turned or mirrored: their files hold what they were before."""
    cuts = (each for name in ("srcRect", "imagedata") for each in tree.iter() if each.tag.endswith(f"}}{name}"))
    cropped = sum(any(key in _CUTS and value.strip("0f") for key, value in each.items()) for each in cuts)
    frames = (frame for each in tree.iter(f"{_PICTURE}spPr") for frame in each.iter(f"{_DRAWN}main}}xfrm"))
    return cropped + sum(any(each.get(key, "0") not in ("0", "false") for key in _TURNS) for each in frames)


def _write_formulas(tree: Element, above: dict[Element, Element], left_out: Counter[str]) -> None:
    for tag in ("oMathPara", "oMath"):  # a formula in a line of its own stands in the former, and is gone with it
        for formula in list(tree.iter(f"{M}{tag}")):
            if written := equations.latex(formula):
                _put(formula, above[formula], written.join(passages.FORMULA))
                left_out["公式的样式，内容写成了 LaTeX，请对照原文"] += 1
            else:
                words = "".join(each.text or "" for each in formula.iter(f"{M}t"))
                _replace(formula, above[formula], f"公式 {words}")
                left_out["公式，原处留了记号"] += 1


def _write_embedded(
    tree: Element, above: dict[Element, Element], left_out: Counter[str], embedded: Mapping[str, str | None]
) -> None:
    """Write the formulas of equation editors where their pictures stand, which are not for pages or for readers."""
    for linked in list(tree.iter(f"{_OFFICE}OLEObject")):
        run = above[above[linked]]
        if not (linked.get("ProgID") or "").startswith("Equation") or run.tag != f"{_W}r":
            continue
        written = embedded.get(linked.get(_ID, ""))
        told = "公式的样式，内容写成了 LaTeX，请对照原文" if written else "公式，原处留了记号"
        text = Element(f"{_W}t")
        text.text = written.join(passages.FORMULA) if written else f"（{MISSING}：公式）"
        run[list(run).index(above[linked])] = text
        run[:] = [each for each in run if each.tag != f"{_W}rPr"]  # it stands lower, as the picture did
        left_out[told] += 1


def _replace(element: Element, above: Element, what: str) -> None:
    """Put a mark where an element is."""
    _put(element, above, f"（{MISSING}：{re.sub('[|)）】]', ' ', what).replace(']', ' ').strip()}）")


def _put(element: Element, above: Element, text: str) -> None:
    """Put a text where an element is."""
    run = Element(f"{_W}r")
    SubElement(run, f"{_W}t").text = text
    run.tail = element.tail
    above[list(above).index(element)] = run


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
