"""Writes a PDF file object by object: small objects gathered in compressed object streams, no clock, no chance.

Made for books of thousands of pages joined from ready pieces: nothing is parsed, nothing is kept in memory but
the offset of every object.
"""

from __future__ import annotations

import hashlib
import re
import struct
import zlib
from collections.abc import Iterable, Mapping
from typing import BinaryIO

GATHERED = 200
"""Objects in one object stream."""

_PLAIN = re.compile(r"[\x20-\x7e]*")


def text(value: str) -> bytes:
    """A text string: ASCII in parentheses, everything else as UTF-16 in hexadecimal."""
    if _PLAIN.fullmatch(value):
        escaped = re.sub(r"([\\()])", r"\\\1", value)
        return b"(" + escaped.encode() + b")"
    return b"<feff" + value.encode("utf-16-be").hex().encode() + b">"


def key(value: str) -> bytes:
    """The bytes by which names are sorted: those of the string that `text` writes."""
    return value.encode() if _PLAIN.fullmatch(value) else b"\xfe\xff" + value.encode("utf-16-be")


def dictionary(**entries: bytes | None) -> bytes:
    """A dictionary of ready values; entries without a value are left out."""
    return b"<<" + b"".join(b"/%s %s" % (name.encode(), value) for name, value in entries.items() if value) + b">>"


def array(values: Iterable[bytes]) -> bytes:
    """An array of ready values."""
    return b"[" + b" ".join(values) + b"]"


def numbers(values: Iterable[float]) -> bytes:
    """An array of numbers."""
    return array(number(value) for value in values)


def number(value: float) -> bytes:
    """A number with three decimals at most."""
    return f"{value:.3f}".rstrip("0").rstrip(".").encode()


def reference(target: int) -> bytes:
    """A reference to an object."""
    return b"%d 0 R" % target


class Writer:
    """Writes objects to a file, then the table of where they are."""

    def __init__(self, out: BinaryIO, first_free: int, version: str = "1.7") -> None:
        self.out = out
        self.next = first_free
        self._offsets: dict[int, tuple[int, int, int]] = {}
        self._gathered: list[tuple[int, bytes]] = []
        self._at = 0
        self._digest = hashlib.sha256()
        self._write(b"%%PDF-%s\n%%\xe2\xe3\xcf\xd3\n" % version.encode())

    def reserve(self, count: int = 1) -> int:
        """The first of some fresh numbers."""
        first = self.next
        self.next += count
        return first

    def add(self, data: bytes, target: int | None = None) -> int:
        """An object that is not a stream; gives its number."""
        target = self.reserve() if target is None else target
        self._gathered.append((target, data))
        if len(self._gathered) >= GATHERED:
            self.gather()
        return target

    def stream(self, head: bytes, data: bytes, target: int | None = None) -> int:
        """A stream whose data is as its dictionary says; gives its number."""
        target = self.reserve() if target is None else target
        self._offsets[target] = (1, self._at, 0)
        inner = head[2:-2] if head else b""
        self._write(b"%d 0 obj\n<<%s/Length %d>>stream\n" % (target, inner, len(data)))
        self._write(data)
        self._write(b"\nendstream\nendobj\n")
        return target

    def packed(self, data: bytes, entries: Mapping[str, bytes | None] | None = None, target: int | None = None) -> int:
        """A stream that is compressed here."""
        head = dictionary(**(entries or {}), Filter=b"/FlateDecode")
        return self.stream(head, zlib.compress(data, 6), target)

    def finish(self, catalog: int, info: int) -> None:
        """The cross-reference stream; its identifier is a digest of everything before it."""
        self.gather()
        own = self.reserve()
        self._offsets[own] = (1, self._at, 0)
        rows = [struct.pack(">BIH", *self._offsets.get(each, (0, 0, 65535))) for each in range(self.next)]
        identifier = b"<" + self._digest.hexdigest()[:32].encode() + b">"
        start = self._at
        self.packed(
            b"".join(rows),
            {
                "Type": b"/XRef",
                "Size": b"%d" % self.next,
                "W": b"[1 4 2]",
                "Root": reference(catalog),
                "Info": reference(info),
                "ID": array([identifier, identifier]),
            },
            own,
        )
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)

    def gather(self) -> None:
        """Write the objects that wait for it: what comes after them stands in another object stream."""
        if not self._gathered:
            return
        home = self.reserve()
        index, bodies, at = [], [], 0
        for place, (target, data) in enumerate(self._gathered):
            index.append(b"%d %d" % (target, at))
            bodies.append(data)
            at += len(data) + 1
            self._offsets[target] = (2, home, place)
        self._gathered = []
        head = b" ".join(index) + b"\n"
        entries = {"Type": b"/ObjStm", "N": b"%d" % len(index), "First": b"%d" % len(head)}
        self.packed(head + b"\n".join(bodies), entries, home)

    def _write(self, data: bytes) -> None:
        self._digest.update(data)
        self._at += len(data)
        self.out.write(data)
