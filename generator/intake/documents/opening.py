"""Opens a document of any usual format, within limits of size and time; nothing in it is ever run or fetched."""

from __future__ import annotations

import multiprocessing
import zipfile
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from generator.intake.documents import html_reader, office, pdf_reader, text_reader, word_reader
from generator.intake.documents.pieces import Grid, Manuscript, Unreadable

LARGEST = 50_000_000
"""Bytes of a file."""
LARGEST_UNPACKED = 300_000_000
"""Bytes of all that a packed file holds."""
MOST_PIECES = 50_000
"""Paragraphs and rows."""
PATIENCE = 120.0
"""Seconds that reading may take."""

_READERS: dict[str, Callable[[Path], Manuscript]] = {
    ".docx": word_reader.read,
    ".pdf": pdf_reader.read,
    ".html": html_reader.read,
    ".htm": html_reader.read,
    ".txt": text_reader.read,
    ".md": text_reader.read,
}
_CONVERTED = (".doc", ".wps", ".rtf", ".odt")


def read(path: Path, patience: float = PATIENCE) -> Manuscript:
    """The document in a file.

    Raises:
        Unreadable: it is missing, too large, broken, locked, scanned without text, or of another format.
    """
    _refuse(path)
    here, there = multiprocessing.Pipe(duplex=False)
    worker = multiprocessing.get_context("spawn").Process(target=_work, args=(path, there), daemon=True)
    worker.start()
    there.close()
    try:
        found = here.recv() if here.poll(patience) else None
    except EOFError:
        found = Unreadable(f"{path.name}：文件已损坏，读取时程序中断。请用原来的软件打开，另存一份再试。")
    finally:
        worker.kill()
        worker.join()
    if found is None:
        raise Unreadable(f"{path.name}：{patience:.0f} 秒还没有读完。请拆成几个文件，或另存为纯文本再试。")
    if isinstance(found, Manuscript):
        return found
    raise found


def _refuse(path: Path) -> None:
    """Raise for what need not be opened to be refused."""
    if not path.is_file():
        raise Unreadable(f"{path.name}：没有这个文件。")
    if path.suffix.lower() not in (*_READERS, *_CONVERTED):
        raise Unreadable(
            f"{path.name}：不认识的格式。能读 .docx、.pdf、.html、.txt、.md，装有 LibreOffice 时还有 .doc、.wps。"
        )
    if path.stat().st_size > LARGEST:
        raise Unreadable(f"{path.name}：文件超过 {LARGEST // 1_000_000} MB。请删去图片或拆成几个文件。")
    if path.suffix.lower() == ".docx":
        _refuse_packed(path)


def _refuse_packed(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as packed:
            size = sum(info.file_size for info in packed.infolist())
    except (zipfile.BadZipFile, OSError) as error:
        with path.open("rb") as file:
            old = file.read(8) == bytes.fromhex("d0cf11e0a1b11ae1")
        why = "其实是旧式的 .doc，或者加了密码" if old else "不是完好的 Word 文件"
        raise Unreadable(f"{path.name}：{why}。请用 Word 或 WPS 打开，另存为 .docx。") from error
    if size > LARGEST_UNPACKED:
        raise Unreadable(f"{path.name}：展开后超过 {LARGEST_UNPACKED // 1_000_000} MB，可能是压缩炸弹，没有打开。")


def _work(path: Path, answer: Connection) -> None:
    """In a process of its own: read, and send the document or what to say about it."""
    try:
        found = _opened(path)
        rows = sum(len(piece.rows) if isinstance(piece, Grid) else 1 for piece in found.pieces)
        if rows > MOST_PIECES:
            raise Unreadable(f"{path.name}：超过 {MOST_PIECES} 段，不像一份通知。")
        if not rows:
            raise Unreadable(f"{path.name}：里面没有文字。")
        answer.send(found)
    except Unreadable as error:
        answer.send(error)
    except Exception:  # noqa: BLE001 - a broken file makes the libraries fail in any way
        answer.send(Unreadable(f"{path.name}：文件已损坏，读不出来。请用原来的软件打开，另存一份再试。"))


def _opened(path: Path) -> Manuscript:
    suffix = path.suffix.lower()
    if suffix in _CONVERTED:
        with office.converted(path) as newer:
            return word_reader.read(newer)
    return _READERS[suffix](path)
