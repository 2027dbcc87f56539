"""Texts that stand in pictures and PDF files and that pages do not show: metadata, comments, and the text of PDFs."""

from __future__ import annotations

import io
import json
import re
import warnings
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any, BinaryIO

from PIL import ExifTags, Image

from generator.machine.apart import Refused
from generator.machine.examined import examined
from generator.media.pictures import UNREADABLE, has_exif

MAX_PDF = 64 * 1024 * 1024
MAX_PAGES = 300
MAX_TEXT = 1_000_000
"""What is read of one file: bytes of a PDF, its pages, characters of all its texts."""

_HEAD = 256 * 1024
_SIGNS = {
    True: (b"tEXt", b"iTXt", b"zTXt", b"eXIf"),
    False: (b"Exif\0", b"EXIF", b"XMP ", b"ns.adobe", b"Photoshop", b"\xff\xfe"),
}
"""What stands near the beginning or the end of every picture with metadata, PNG and others."""

_PNG = b"\x89PNG\r\n\x1a\n"
_TEXTS = frozenset((b"IHDR", b"tEXt", b"iTXt", b"zTXt", b"eXIf"))
_AUTHORS = frozenset(("Artist", "Author", "Creator", "XPAuthor", "CameraOwnerName", "By-line"))
_CREATOR = re.compile(r"creator>\s*<rdf:(?:Seq|Bag)>\s*<rdf:li[^<>]*>([^<>]*)")

_NAME = f"texts-{version('pypdfium2')}"

Text = tuple[str, str]
"""The name of a field and its text; the field is `author` where people are named."""


def of_picture(path: Path) -> Iterator[Text]:
    """The texts of a picture's metadata, read from its header; nothing from files that are no pictures."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            file.seek(max(_HEAD, path.stat().st_size - _HEAD))
            is_png = head.startswith(_PNG)
            if any(sign in part for part in (head, file.read()) for sign in _SIGNS[is_png]):
                file.seek(0)
                yield from _of_image(_without_pixels(file) if is_png else file)
    except UNREADABLE:
        return


def _without_pixels(file: BinaryIO) -> BinaryIO:
    """A PNG with the texts that stand behind its pixels put before them."""
    kept = [file.read(8)]
    while len(head := file.read(8)) == 8 and head[4:] != b"IEND":
        length = int.from_bytes(head[:4])
        if head[4:] in _TEXTS and length < MAX_TEXT:
            kept.append(head + file.read(length + 4))
        else:
            file.seek(length + 4, io.SEEK_CUR)
    return io.BytesIO(b"".join([*kept, b"\0\0\0\0IDAT\x35\xaf\x06\x1e"]))


def _of_image(file: BinaryIO) -> Iterator[Text]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(file, formats=("PNG", "JPEG", "WEBP")) as image:
            exif = image.getexif() if has_exif(image) else Image.Exif()
            fields: dict[str, Any] = {str(name): value for name, value in image.info.items() if name != "exif"}
            for tag, value in {**exif, **exif.get_ifd(ExifTags.IFD.Exif)}.items():
                fields[ExifTags.TAGS.get(tag, str(tag))] = value
    for name, value in fields.items():
        for text in _decoded(value, name):
            yield "author" if name in _AUTHORS else name, text
            yield from (("author", creator) for creator in _CREATOR.findall(text))


def _decoded(value: Any, name: str) -> Iterator[str]:
    """The texts of a field, whatever its encoding."""
    if isinstance(value, dict):
        for part in value.values():
            yield from _decoded(part, name)
    elif isinstance(value, str):
        yield _repaired(value)[:MAX_TEXT]
    elif isinstance(value, bytes) and len(value) < MAX_TEXT:
        encodings = ("utf-16-le",) if name.startswith("XP") else ("utf-8", "gb18030")
        plain = value.removeprefix(b"ASCII\0\0\0").removeprefix(b"UNICODE\0")
        for encoding in ("utf-16",) if value.startswith(b"UNICODE\0") else encodings:
            try:
                yield plain.decode(encoding).replace("\0", "\n")
                return
            except UnicodeDecodeError:
                continue


def _repaired(text: str) -> str:
    """Chinese that was read as Latin-1, as Pillow reads the text fields of most formats."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return text.encode("latin-1").decode(encoding)
        except UnicodeError:
            continue
    return text


def of_pdfs(paths: Iterable[Path], root: Path) -> dict[Path, list[Text] | None]:
    """The texts of PDFs, of their metadata and pages, kept in the cache of the project at `root`.

    None for one that cannot be opened, takes too much, or is not there.
    """
    found: dict[Path, list[Text] | None] = dict.fromkeys(paths)
    there = (path for path in found if path.is_file() and path.stat().st_size <= MAX_PDF)
    for path, made in examined(_of_pdf, there, root, _NAME).items():
        texts = None if isinstance(made, Refused) else json.loads(made)
        found[path] = None if texts is None else [(name, text) for name, text in texts]
    return found


def _of_pdf(path: Path) -> bytes:
    """As JSON; that of None when it cannot be opened."""
    import pypdfium2  # noqa: PLC0415 - slow to load, and few contests have such files

    try:
        texts = list(_of_document(pypdfium2.PdfDocument(path)))
    except (pypdfium2.PdfiumError, OSError, ValueError):
        return b"null"
    return json.dumps(texts, ensure_ascii=False).encode("utf-8", "replace")


def _of_document(document: Any) -> Iterator[Text]:
    from pypdfium2 import PdfiumError  # noqa: PLC0415

    left = MAX_TEXT
    try:
        for name, value in document.get_metadata_dict().items():
            yield "author" if name in _AUTHORS else name, value
        for number in range(min(len(document), MAX_PAGES)):
            try:
                text = document[number].get_textpage().get_text_bounded()[:left]
            except PdfiumError:  # a page that breaks off
                continue
            yield f"第 {number + 1} 页", text
            left -= len(text)
    finally:
        document.close()
