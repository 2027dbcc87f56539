"""Texts that an .xlsx file keeps once for all cells that show them: what they come to when each cell has its own."""

from __future__ import annotations

import io
import re
import zipfile

_TEXT = re.compile(rb"<(?:\w+:)?si\b")
_TAG = re.compile(rb"<[^>]*>")
_CELL = re.compile(rb"<(?:\w+:)?c\b[^>]*?\bt\s*=\s*[\"']s[\"'][^>]*>.*?<(?:\w+:)?v\b[^>]*>\s*(\d+)", re.DOTALL)
_VALUE = b"v>"
_STRINGS = "xl/sharedstrings.xml"


def exceed(raw: bytes, limit: int) -> bool:
    """Whether the cells of all sheets come to more bytes than that; those of other files share no texts."""
    with zipfile.ZipFile(io.BytesIO(raw)) as parts:
        strings = next((name for name in parts.namelist() if name.lower() == _STRINGS), None)
        sheets = [name for name in parts.namelist() if name != strings]
        if strings is None:
            return False
        sizes = [len(_TAG.sub(b"", text)) for text in _TEXT.split(parts.read(strings))[1:]]
        cells = sum(parts.read(name).count(_VALUE) for name in sheets)
        if cells * max(sizes, default=0) <= limit:  # as in nearly all files: then no cell is looked at
            return False
        places = (int(cell[1]) for name in sheets for cell in _CELL.finditer(parts.read(name)))
        return sum(sizes[place] for place in places if place < len(sizes)) > limit
