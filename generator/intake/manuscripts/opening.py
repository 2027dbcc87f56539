"""Opens a document of any usual format, within limits of size and time; nothing in it is ever run or fetched."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain
from pathlib import Path

from generator.intake import office
from generator.intake.manuscripts import html_reader, pdf_reader, text_reader, word_reader
from generator.intake.manuscripts.pieces import Grid, Manuscript, Paragraph, texts_of
from generator.machine.apart import Apart, Refused

MOST_PIECES = 50_000
"""Paragraphs and rows."""
LONGEST = 8_000
"""Characters of a paragraph: what asks about its words takes the square of the time for a longer one."""
_UNKNOWN = re.compile(r"\(cid:\d+\)|\ufffd")
"""What stands for a glyph of a font that does not say which letter it is, and for bytes that are none."""
_MOST_UNKNOWN = 20
"""A document in which there is one for so many letters is not read."""
_BROKEN = "已损坏或加了密码，读不出来", "用原来的软件打开，另存一份再导入"

_READERS: dict[str, Callable[[bytes], Manuscript]] = {
    ".docx": word_reader.read,
    ".pdf": pdf_reader.read,
    ".html": html_reader.read,
    ".htm": html_reader.read,
    ".txt": text_reader.read,
    ".md": text_reader.read,
}
_CONVERTED = (".doc", ".wps", ".rtf", ".odt")


def read(path: Path, ending: str = "") -> Manuscript:
    """The document in a file; `ending` is that of its format where its name says another.

    Raises:
        Refused: it is missing, too large, broken, locked, scanned without text, or of another format.
    """
    ending = ending or path.suffix.lower()
    if ending not in (*_READERS, *_CONVERTED):
        raise Refused("是不认识的格式", "能读 .docx、.pdf、.html、.txt、.md，装有 LibreOffice 时还有 .doc、.wps")
    with Apart(opened) as apart:
        return apart((ending, office.contents(path)))


def opened(given: tuple[str, bytes]) -> Manuscript:
    """The document in bytes of an ending; for files from elsewhere in a process of its own. Raises `Refused`."""
    suffix, raw = given
    if suffix in _CONVERTED or (suffix == ".docx" and office.is_old(raw)):
        suffix, raw = ".docx", office.converted(raw, suffix if suffix in _CONVERTED else ".doc", "docx")
    if suffix == ".docx":
        office.inspect(raw)
    try:
        found = _READERS[suffix](raw)
    except (Refused, MemoryError):
        raise
    except Exception as error:
        raise Refused(*_BROKEN) from error  # the libraries fail over a broken file in any way
    return within_limits(found)


def within_limits(found: Manuscript) -> Manuscript:
    """A document that can be one. Raises `Refused` for one without letters, or far too long."""
    rows = sum(len(piece.rows) if isinstance(piece, Grid) else 1 for piece in found.pieces)
    written = "".join(chain.from_iterable(map(texts_of, found.pieces)))
    if _MOST_UNKNOWN * len(_UNKNOWN.findall(written)) > len(_UNKNOWN.sub("", written)):
        raise Refused("里没有写明字形是哪些字，读出来是乱码", "用 Word 原件，或者先做文字识别（OCR）再导入")
    if not any(map(str.isalnum, written)):
        raise Refused("里面没有文字", "检查是不是选错了文件")
    if rows > MOST_PIECES:
        raise Refused(f"超过 {MOST_PIECES} 段，不像一份通知", "只留下通知正文和附件再导入")
    long = next((each.place for each in found.pieces if isinstance(each, Paragraph) and len(each.text) > LONGEST), None)
    if long:
        raise Refused(f"{long}超过 {LONGEST} 字，不像一段", "照原文分好段，另存以后再导入")
    return found
