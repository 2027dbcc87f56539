"""Files of office programs before they are read: size, macros, outer references, and old formats made new."""

from __future__ import annotations

import io
import os
import re
import shutil
import struct
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

from generator.machine import faults
from generator.machine.apart import SECONDS, TOO_LONG, Refused
from generator.machine.packing import UNREADABLE, unfolded

MAX_BYTES = 100_000_000
"""Of a file as it is."""

MAX_UNPACKED = 500_000_000
"""Of all parts of a file together."""

MAX_XML = 100_000_000
"""Of the texts and tables in it: a thousand pages, or half a million rows."""

MAX_PARAGRAPHS = 200_000
"""Of a Word file, with those in cells: what can be read in some seconds."""

MAX_PARTS = 10_000

_MARKUP = re.compile(rb"[\xef\xbb\xbf\xff\xfe\0\s]*<")
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LARGE = "太大：展开以后超过 {} MB"
TOO_MUCH_TEXT = (_LARGE.format(MAX_XML // 1_000_000), "在办公软件里删去多余的行和列，另存以后再导入")


def contents(path: Path) -> bytes:
    """The bytes of a file that may be read. Raises `Refused`."""
    try:
        if not path.is_file():
            raise Refused("不是普通的文件，或者已经移走", "另存成文件再导入")
        if path.stat().st_size > MAX_BYTES:
            raise Refused(f"太大：超过 {MAX_BYTES // 1_000_000} MB", "分成几个文件，或者压缩图片")
        raw = path.read_bytes()
    except OSError as error:
        raise Refused(f"读不出来：{faults.words(error)}", "检查文件能不能打开，再导入") from error
    if not raw:
        raise Refused("是空的", "检查文件有没有传完整")
    return raw


def is_old(raw: bytes) -> bool:
    """Whether it is a file of the formats before 2007: .doc, .xls, .wps, .et."""
    return raw.startswith(_OLD)


def inspect(raw: bytes) -> None:
    """Refuse a packed file (.docx, .xlsx, .ods) that is broken, that unpacks to too much, or that may run anything."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            _inspect(parts)
    except UNREADABLE as error:
        raise Refused(
            "打不开：文件损坏、加了密码，或者不是后缀所说的格式", "在办公软件里打开，另存以后再导入"
        ) from error


def _inspect(parts: zipfile.ZipFile) -> None:
    listed = parts.infolist()
    if len(listed) > MAX_PARTS or sum(part.file_size for part in listed) > MAX_UNPACKED:
        raise Refused(_LARGE.format(MAX_UNPACKED // 1_000_000), "文件可能是恶意的；不是的话分成几个")
    texts = {part for part in listed if part.filename.lower().endswith((".xml", ".rels"))}
    if sum(part.file_size for part in listed if part in texts or _is_markup(parts, part)) > MAX_XML:
        raise Refused(*TOO_MUCH_TEXT)
    if any("vbaproject" in part.filename.lower() or part.filename.startswith("Basic/") for part in listed):
        raise Refused("带宏", "另存为不带宏的 .docx 或 .xlsx 再导入")
    for part in listed:
        _inspect_text(b"".join(piece for piece in unfolded(parts, part) if part in texts))


def _inspect_text(part: bytes) -> None:
    if part.count(b"<w:p>") + part.count(b"<w:p ") + part.count(b"<w:p/>") > MAX_PARAGRAPHS:
        raise Refused(f"超过 {MAX_PARAGRAPHS} 段", "在办公软件里删去空行和不要的表格，另存以后再导入")
    # In UTF-16, too; and wherever it stands, for a long comment may come before it.
    if b"<!DOCTYPE" in part.replace(b"\0", b""):
        raise Refused("里面有 DOCTYPE 声明，办公软件不会写它，可能是恶意的", "在办公软件里打开，另存以后再导入")


def parsed(part: bytes) -> Element:
    """The tree of a part of a file that `inspect` let through."""
    return fromstring(part)  # noqa: S314 - it declares no entities


def _is_markup(parts: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a part begins as a text or a table does, whatever its name: that may be all that its reader asks."""
    with parts.open(part) as opened:
        return bool(_MARKUP.match(opened.read(64)))


_PROGRAMS = (
    "soffice",
    "libreoffice",
    r"%ProgramFiles%\LibreOffice\program\soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
"""How LibreOffice is called, and where it is on systems that do not find it by its name."""


def program() -> str | None:
    """LibreOffice, where it is installed."""
    return next(filter(None, map(shutil.which, map(os.path.expandvars, _PROGRAMS))), None)


def stream(raw: bytes, name: str) -> bytes | None:
    """What has that name in a compound file ([MS-CFB]), as office programs before 2007 wrote; None where it is not."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(raw)) as parts:
            return bytes(parts.openstream(name).read())
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError, struct.error):
        return None  # another kind of file, or a broken one


def converted(raw: bytes, ending: str, into: str) -> bytes:
    """An old file (`ending` .doc or .xls) in a new format (docx, xlsx). Raises `Refused`, also without LibreOffice."""
    if stream(raw, "EncryptionInfo"):
        raise Refused("加了密码", "在办公软件里去掉密码，另存以后再导入")
    made = all_converted([raw], ending, into, SECONDS * 0.8)[0]
    if made is None:
        raise Refused("打不开：文件损坏、加了密码，或者不是办公文件", f"在办公软件里另存为 .{into} 再导入")
    return made


def all_converted(files: Sequence[bytes], ending: str, into: str, seconds: float) -> list[bytes | None]:
    """Files of one format in another, None for one that cannot be; several cost hardly more than one.

    Raises `Refused` without LibreOffice, and when nothing is made in the seconds.
    """
    office = program()
    if office is None:
        raise Refused("是旧格式，这台计算机上没有 LibreOffice，读不了", f"在办公软件里另存为 .{into} 再导入")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = [folder / f"file{number}{ending}" for number, _ in enumerate(files)]
        for source, raw in zip(sources, files, strict=True):
            source.write_bytes(raw)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", into, "--outdir", name, *map(str, sources)]
        made = [source.with_suffix(f".{into}") for source in sources]
        try:
            subprocess.run(command, capture_output=True, timeout=seconds, check=False)
        except subprocess.TimeoutExpired:
            if not any(each.is_file() for each in made[:-1]):
                raise Refused(*TOO_LONG) from None
        return [each.read_bytes() if each.is_file() else None for each in made]
