"""Rules about the images of texts and of books' covers."""

from __future__ import annotations

import os
import re
import struct
import zlib
from collections.abc import Mapping
from typing import BinaryIO

from PIL import Image

from generator.catalog import Catalog
from generator.catalog.addresses import folded, name_fault
from generator.catalog.records import Illustrated
from generator.checks.rule import Findings, file_rule, in_other_letters, references, rule
from generator.content.documents import Document
from generator.content.hints import listing
from generator.content.tree import Tree
from generator.diagnostics import Diagnostic, Span
from generator.media.pictures import FORMATS, MAX_BYTES, MAX_PIXELS, MAX_SIDE, PILLOW, UNREADABLE, fits, published_stem
from generator.model import EditionId, Track, WinningCase
from generator.text.scan import Reference, images, span

_TOPICS = re.compile("^## ", re.MULTILINE)
"""Where the topics of a track begin, which have no pictures."""

_TAIL = 64 * 1024
"""Some cameras append data after the end mark; it is looked for in this many last bytes."""

PICTURES = frozenset({*FORMATS, ".gif", ".svg", ".bmp", ".tif", ".tiff", ".heic", ".avif", ".jfif"})
"""How the names of pictures end, also of those that cannot be published."""

_SMALLEST = 40
"""Pixels of the longer side below which a picture is an icon, a bullet or a mark that nobody should see."""

_LONGEST = 12
"""How often the shorter side goes into the longer one, at most: long pictures of telephones have ten."""

_HEAD = 4096
"""Bytes in which a picture says whether it moves."""

_ANIMATED = 0b10
"""The flag of a WebP file that has several frames."""

_SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")

_ONLY_NUMBER = re.compile(r"(插图|图片|照片|配图|图|[Ff]igure|[Ii]mage|[Pp]icture)[\s\d一二三四五六七八九十.:：-]*")
"""An alternative text that says that there is a picture, and no more."""

_OTHERS = {
    **dict.fromkeys((b"ftyphe", b"ftypmif1", b"ftypmsf1"), "HEIC（苹果手机的照片格式）"),
    b"ftypavif": "AVIF",
    b"8BPS": "Photoshop 文件",
    b"GIF8": "GIF",
    b"BM": "BMP",
    **dict.fromkeys((b"II*\0", b"MM\0*"), "TIFF"),
    b"%PDF": "PDF",
    b"PK\3\4": "Office 文件或压缩包",
    b"\xd0\xcf\x11\xe0": "旧格式的 Office 文件",
    b"<": "网页或 SVG",
}
"""What is often saved or renamed as a picture, by the signs at its beginning."""

_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
_PNG_KINDS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Bits of a sample by type of colour, as the standard has them (PNG, table 11.1)."""

Folder = Mapping[str, int]
"""The images in a folder: name to size in bytes."""

Shape = tuple[int, int]
"""Width and height in pixels."""

Problem = tuple[str, str, str]
"""Code, message, hint."""


@file_rule
def pictures_are_sound(catalog: Catalog, tree: Tree) -> Findings:
    """图片与用它的文件放在同一目录，登记在册，写明替代文字，能打开，大小合适，没有多余。"""
    for folder, texts in _by_folder(catalog).items():
        base = f"{tree.root}/{folder}"
        files = _pictures(tree, folder)
        known: set[str] = set()
        for document, record in texts:
            lead = record.lead if isinstance(record, WinningCase) else None
            if document.sound and not files and not record.images and not lead:
                continue
            used = references(document.body, images, "src")
            if lead and lead not in {picture.file for picture in record.images}:
                hint = f"登记在 `images` 中；已登记的有：{listing(picture.file for picture in record.images)}"
                yield Diagnostic("unregistered-image", document.span("lead"), f"主图 {lead} 没有登记", hint)
            known.update(image.target for image in used)
            known.update(picture.file for picture in record.images)
            yield from _registered(document, record, base, files)
            yield from _used(document, record, used)
            yield from _unused(document, record, files, used)
        for name in _left_over(files, known):
            hint = "登记在 `images` 中，或删去文件"
            yield Diagnostic("unreferenced-image", Span(f"{folder}/{name}"), f"图片 {name} 没有登记", hint)


def _left_over(files: Folder, known: set[str]) -> list[str]:
    """The files that no text names, nor names in other letters, of which is told where it does."""
    missing = {folded(name) for name in known - files.keys()}
    return sorted(name for name in files.keys() - known if folded(name) not in missing)


def _by_folder(catalog: Catalog) -> dict[str, list[tuple[Document, Illustrated]]]:
    """All texts that may have pictures, by the folder that they stand in."""
    found: dict[str, list[tuple[Document, Illustrated]]] = {}
    for kind, record in catalog.all_of("case", "track", "page", "notice"):
        document = catalog.sources[kind, record.id]
        found.setdefault(document.path.rpartition("/")[0], []).append((document, record))
    return found


def _pictures(tree: Tree, folder: str) -> Folder:
    return {name: entry.size for name, entry in tree.inside(folder).items() if _suffix(name) in PICTURES}


def _suffix(name: str) -> str:
    """The ending of a file's name, such as `.png`."""
    return f".{name.rpartition('.')[2].lower()}"


def _registered(document: Document, record: Illustrated, base: str, folder: Folder) -> Findings:
    """Each entry of `images`: its file, its alternative text, and that it stands there once."""
    name_of = document.path.rpartition("/")[2]
    seen: set[str] = set()
    published: dict[str, str] = {}
    for index, picture in enumerate(record.images):
        if picture.file in seen:
            at = document.span("images", index, "file")
            yield Diagnostic("duplicate-entry", at, f"图片 {picture.file} 登记了两次", "删去其中一个")
            continue
        seen.add(picture.file)
        # Renditions end in a number and `.webp`: two pictures share a name only when it begins the same.
        if (first := published.setdefault(folded(published_stem(picture.file)), picture.file)) != picture.file:
            at = document.span("images", index, "file")
            message = f"图片 {picture.file} 发布后的文件名与 {first} 的相同"
            yield Diagnostic("address-collision", at, message, "给其中一个换名字，不要只差大小写或后缀")
        if problem := _file_problem(f"{base}/{picture.file}", picture.file, folder, name_of):
            code, message, hint = problem
            yield Diagnostic(code, document.span("images", index, "file"), message, hint)
        if problem := _alt_problem(picture.file, picture.alt):
            code, message, hint = problem
            yield Diagnostic(code, document.span("images", index, "alt"), message, hint)


def _file_problem(path: str, name: str, folder: Folder, beside: str) -> Problem | None:
    """What is wrong with a file that is named in the file `beside` it."""
    if name not in folder:
        where = f"图片与 {beside} 放在同一目录，只写文件名"
        hint = f"{where}；目录里有：{listing(folder)}" if folder else where
        return "missing-image", f"图片 {name} 不存在", in_other_letters(name, folder) or hint
    if name_fault(name):
        return None  # told of every file
    if not _SAFE_NAME.fullmatch(name):
        return "unsafe-path", f"图片名“{name}”不能用作网址", "文件名只用英文字母、数字、点、连字符和下划线"
    shape, problem = _looked_at(path, folder[name])
    code, problem = ("broken-image", problem) if problem else ("odd-picture", shape and _odd(path, *shape))
    return (code, f"图片 {name} {problem[0]}", problem[1]) if problem else None


def content_problem(path: str, size: int) -> tuple[str, str] | None:
    """What is wrong with an image itself, told from its size and its header: message and hint."""
    return _looked_at(path, size)[1]


def _looked_at(path: str, size: int) -> tuple[Shape | None, tuple[str, str] | None]:
    """The shape of an image, and what is wrong with it."""
    if _suffix(path) not in FORMATS:
        return None, ("的格式不受支持", "存成 PNG、JPEG 或 WebP")
    if size > MAX_BYTES:
        return None, (f"有 {size / 1024 / 1024:.1f} MB，超过 10 MB", "缩小尺寸或压缩后重新放入")
    shape = _shape(path, size)
    return shape, _too_large(*shape) if shape and 0 not in shape else _unreadable(path)


def _too_large(width: int, height: int) -> tuple[str, str] | None:
    shape = width, height
    if max(shape) > MAX_SIDE:
        return f"有 {width}×{height} 像素，一边超过 {MAX_SIDE}", "缩小尺寸，或者分成几张"
    if width * height > MAX_PIXELS:
        return f"有 {width * height / 1_000_000:.0f} 百万像素，超过 40 百万", "把长边缩到 3200 像素以内"
    if not fits(width, height):
        return f"有 {width}×{height} 像素，太细长", "重新截取或导出这张图片"
    return None


def _odd(path: str, width: int, height: int) -> tuple[str, str] | None:
    """Why hardly anything is to be seen in an image that can be shown, or not all of it."""
    low, high = sorted((width, height))
    if high < _SMALLEST:
        return f"只有 {width}×{height} 像素，看不出内容", "换成原图；只是图标、占位的，删去"
    if high > _LONGEST * low:
        told = f"宽是高的 {high // low} 倍" if width > height else f"高是宽的 {high // low} 倍"
        return f"有 {width}×{height} 像素，{told}，排出来只是一条", "截取有内容的部分，或者分成几张；只是装饰的，删去"
    if _moves(path):
        return "是动画，网页和手册里只显示第一幅画面", "换成最能说明问题的一幅，或者把几幅并排放"
    return None


def _moves(path: str) -> bool:
    """Whether a picture has several frames, by what stands before its pixels."""
    with open(path, "rb") as file:  # noqa: PTH123 (as in `_shape`)
        head = file.read(_HEAD)
    if head.startswith(_PNG):
        return b"acTL" in head.partition(b"IDAT")[0]
    return head[12:16] == b"VP8X" and bool(head[20] & _ANIMATED)


def _unreadable(path: str) -> tuple[str, str]:
    """Why an image cannot be opened: it may be of another kind than its name says."""
    with open(path, "rb") as file:  # noqa: PTH123 (as in `_shape`)
        head = file.read(12)
    if not head:
        return "是空的", "重新放入这张图片"
    kind = next((kind for sign, kind in _OTHERS.items() if sign in head), None)
    if kind:
        return f"其实是 {kind}，只是后缀不同", "在看图软件里打开，另存为 JPEG 或 PNG，不要只改后缀"
    return "打不开，可能损坏或者不是图片", "用看图软件打开确认，重新导出为 PNG 或 JPEG"


def _shape(path: str, size: int) -> Shape | None:
    """Width and height from the file's header, or None when it is no whole image."""
    with open(path, "rb") as file:  # noqa: PTH123 (thousands of files: a `Path` costs more than the reading)
        header = file.read(33)
        if header.startswith(_PNG):  # by hand, which takes a fifth of Pillow's time
            whole = _ends_with(file, size, 12, b"IEND") or _ends_with(file, size, _TAIL, b"IEND")
            return _shape_of_png(header) if whole else None
        file.seek(0)
        return _shape_of_others(file, header, size)


def _shape_of_png(header: bytes) -> Shape | None:
    width, height, bits, colour, packed, filtered, interlaced, check = struct.unpack(">IIBBBBBI", header[16:])
    sound = bits in _PNG_KINDS.get(colour, ()) and packed == filtered == 0 and interlaced < 2
    return (width, height) if sound and zlib.crc32(header[12:29]) == check else None


def _shape_of_others(file: BinaryIO, header: bytes, size: int) -> Shape | None:
    try:
        with Image.open(file, formats=PILLOW) as image:
            shape, form = image.size, image.format
    except Image.DecompressionBombError:
        return MAX_SIDE, MAX_SIDE  # more pixels than are allowed
    except UNREADABLE:
        return None
    if form == "WEBP":
        return shape if int.from_bytes(header[4:8], "little") + 8 <= size else None
    return shape if _ends_with(file, size, _TAIL, b"\xff\xd9") else None


def _ends_with(file: BinaryIO, size: int, length: int, mark: bytes) -> bool:
    """Whether the format's end mark is among the last bytes; an upload that broke off has none."""
    file.seek(-min(size, length), os.SEEK_END)
    return mark in file.read()


def _alt_problem(name: str, alt: str) -> Problem | None:
    alt = alt.strip()
    told = "没有替代文字" if not alt else "的替代文字只是文件名" if alt in (name, name.rpartition(".")[0]) else ""
    told = told or (f"的替代文字只写了“{alt}”" if _ONLY_NUMBER.fullmatch(alt) else "")
    return ("missing-alt", f"图片 {name} {told}", "用一句话写出画面内容，给看不到图的读者") if told else None


def _used(document: Document, record: Illustrated, used: list[Reference]) -> Findings:
    """Each image in the text is registered; its alternative text is the registered one."""
    known = {picture.file for picture in record.images}
    topics = _TOPICS.search(document.body) if isinstance(record, Track) else None
    for image in used:
        at = span(document, image.offset)
        if topics and image.offset > topics.start():
            yield _out_of_place(image, at)
        elif image.html:
            hint = "登记在 `images` 中，正文写 `![画面内容](文件名)`"
            yield Diagnostic("unregistered-image", at, f"HTML 写法的图片“{image.target}”不会显示", hint)
        elif image.target.startswith("#") and isinstance(record, WinningCase):
            continue  # a chart
        elif image.target not in known:
            hint = f"图片与 {document.path.rpartition('/')[2]} 放在同一目录，并登记在 `images` 中"
            yield Diagnostic("unregistered-image", at, f"正文用了没有登记的图片“{image.target}”", hint)


def _unused(document: Document, record: Illustrated, folder: Folder, used: list[Reference]) -> Findings:
    """Entries of images that no reader sees: neither in the text nor the cover or the lead of a case."""
    shown, only = {image.target for image in used}, ""
    if isinstance(record, WinningCase):
        shown, only = (
            shown | {each.file for each in (record.cover_picture, record.lead_picture) if each},
            "（只有第一张用作封面）",
        )
    for index, picture in enumerate(record.images):
        if picture.file not in shown and picture.file in folder:
            at = document.span("images", index, "file")
            hint = f"在正文写 `![画面内容]({picture.file})`，或删去这一项{only}"
            yield Diagnostic("unreferenced-image", at, f"图片 {picture.file} 没有用在正文里", hint)


@file_rule
def covers_are_sound(catalog: Catalog, tree: Tree) -> Findings:
    """手册的封面图片放在 handbook.yml 旁边，能打开，大小合适。"""
    for edition, planned in catalog.handbooks.items():
        for name, book in planned.books.items():
            if book.cover and (problem := _beside(tree, edition, book.cover)):
                code, message, hint = problem
                yield Diagnostic(code, catalog.span("handbook", edition, name, "cover"), message, hint)


@file_rule
def photos_are_sound(catalog: Catalog, tree: Tree) -> Findings:
    """手册的颁奖照片放在 handbook.yml 旁边，能打开，大小合适，写明替代文字。"""
    for edition, planned in catalog.handbooks.items():
        for name, book in (("casebook", planned.casebook), ("collection", planned.collection)):
            for index, photo in enumerate(book.photos):
                found = (("file", _beside(tree, edition, photo.file)), ("alt", _alt_problem(photo.file, photo.alt)))
                for key, problem in found:
                    if problem:
                        code, message, hint = problem
                        at = catalog.span("handbook", edition, name, "photos", index, key)
                        yield Diagnostic(code, at, message, hint)


def _beside(tree: Tree, edition: EditionId, name: str) -> Problem | None:
    folder = f"content/{edition}"
    return _file_problem(f"{tree.root}/{folder}/{name}", name, _pictures(tree, folder), "handbook.yml")


@rule
def essays_have_no_pictures(catalog: Catalog) -> Findings:
    """手册的前言后记不配图。"""
    for _, at, text in catalog.essays():
        yield from (_out_of_place(image, at) for image in references(text, images, "src"))


def _out_of_place(image: Reference, at: Span) -> Diagnostic:
    message = f"这里不能配图：“{image.target}”不会显示"
    return Diagnostic(
        "unregistered-image", at, message, "图片可以放在案例、通知、页面的正文和赛道说明里；这里请改用文字或表格"
    )
