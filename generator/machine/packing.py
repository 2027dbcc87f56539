"""ZIP files: parts no larger than they are said to be; new ones with the same bytes on every system and day."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from copy import copy
from datetime import datetime
from typing import TYPE_CHECKING

from generator.machine.apart import Refused

if TYPE_CHECKING:
    import xlsxwriter

_DAY = datetime(1980, 1, 1)  # noqa: DTZ001 - the first that the format knows; files tell no zone
_SYSTEM = 3
"""Unix, whatever the system is: it says how permissions are to be read, and here they are none."""

_TEXTS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


_CHUNK = 1 << 20

UNREADABLE = (OSError, ValueError, RuntimeError, EOFError, IndexError, zipfile.BadZipFile, zlib.error, lzma.LZMAError)
"""What is raised for a packed file, or for a part of it, that is none, is damaged, locked, or packed in a rare way."""


def unfolded(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part piece by piece. Raises `Refused` for one that is larger than the file states, as no reader expects."""
    told = copy(part)
    told.file_size, size = part.file_size + 2 * _CHUNK, 0  # or reading would stop where the file says
    with archive.open(told) as opened:
        while piece := opened.read(_CHUNK):
            size += len(piece)
            if size > part.file_size:
                raise Refused("展开以后比文件里写的大，可能是恶意的", "在办公软件里打开，另存为新的文件")
            yield piece


def packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """A ZIP file of parts by name, in their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            part = zipfile.ZipInfo(name, _DAY.timetuple()[:6])
            part.create_system = _SYSTEM
            archive.writestr(part, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


@contextmanager
def new_workbook(target: io.BytesIO, title: str = "") -> Iterator[xlsxwriter.Workbook]:
    """A workbook to be filled, in which texts stay texts; it is in `target` afterwards."""
    import xlsxwriter  # noqa: PLC0415 - few commands write one

    made = io.BytesIO()
    with xlsxwriter.Workbook(made, _TEXTS) as book:
        book.set_properties({"title": title, "created": _DAY})
        yield book
    with zipfile.ZipFile(made) as archive:
        target.write(packed((name, archive.read(name)) for name in archive.namelist()))
