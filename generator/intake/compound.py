"""Compound files: what office programs before 2007 wrote, and still write for an object within another file."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA
"""From here on a number stands for no sector."""

_ENTRY = 128
_ROOT = 5


def stream(raw: bytes, name: str) -> bytes | None:
    """The bytes of a stream of a small file, None where there is no such stream or no such file ([MS-CFB])."""
    try:
        return _stream(raw, name) if raw.startswith(MAGIC) else None
    except (struct.error, IndexError, ValueError):  # a number that leads out of the file
        return None


def _stream(raw: bytes, name: str) -> bytes | None:
    size, small = (1 << power for power in struct.unpack_from("<HH", raw, 30))
    directory, *_ = struct.unpack_from("<I", raw, 48)
    least, table = struct.unpack_from("<II", raw, 56)

    def sector(number: int) -> bytes:
        return raw[(number + 1) * size : (number + 2) * size]

    tables = (sector(number) for number in struct.unpack_from("<109I", raw, 76) if number < _END)
    nexts = _numbers(b"".join(tables))
    entries = _chain(directory, nexts, sector)
    found: dict[str, tuple[int, int]] = {}
    root = 0
    for at in range(0, len(entries), _ENTRY):
        length, kind = struct.unpack_from("<HB", entries, at + 64)
        place = struct.unpack_from("<II", entries, at + 116)
        found[entries[at : at + max(length - 2, 0)].decode("utf-16-le", "replace")] = (place[0], place[1])
        root = place[0] if kind == _ROOT else root
    if name not in found:
        return None
    start, length = found[name]
    if length >= least:
        return _chain(start, nexts, sector)[:length]
    short = _chain(root, nexts, sector)
    following = _numbers(_chain(table, nexts, sector))
    return _chain(start, following, lambda number: short[number * small : (number + 1) * small])[:length]


def _numbers(table: bytes) -> Sequence[int]:
    return struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])


def _chain(number: int, nexts: Sequence[int], sector: Callable[[int], bytes]) -> bytes:
    parts: list[bytes] = []
    while number < _END and len(parts) <= len(nexts):  # a chain that bites its tail ends, too
        parts.append(sector(number))
        number = nexts[number]
    return b"".join(parts)
