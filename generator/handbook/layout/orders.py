"""What is said between the process that gives orders, which never loads WeasyPrint, and its workers.

A message is its length and its data. Orders are pickles: a worker trusts its parent. Replies are JSON of one shape,
for a worker reads what contestants wrote: were it taken over, nothing that it says may run in the parent.
"""

from __future__ import annotations

import base64
import errno
import json
import os
import pickle
import struct
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from generator.papers import Inks, Make


@dataclass(frozen=True, slots=True)
class Order:
    """Everything that the layout of one unit depends on, besides files and fonts."""

    id: str
    html: str
    left_head: str
    right_head: str
    style: str
    css: str
    make: Make
    language: str
    classes: str
    target: Path
    """Where in the cache the fragment belongs."""
    inks: Inks = field(default_factory=Inks)
    """How the print make's colours are printed."""
    stamps: tuple[tuple[str, str, str], ...] = ()
    """More lines for the spare page: name, class, text."""


@dataclass(frozen=True, slots=True)
class Subset:
    """A request for a font file with only some glyphs."""

    key: str
    css: str
    glyphs: dict[int, str]


@dataclass(frozen=True, slots=True)
class Success:
    """A finished task; for a font its bytes, for a unit nothing: its fragment is in the cache now."""

    data: bytes = b""


@dataclass(frozen=True)
class _Told:
    """A reply in words."""

    message: str


class Failure(_Told):
    """A unit that cannot be laid out, and why, in Chinese."""


class MachineFault(_Told):
    """What the machine lacks: the system's error number, and the file that it was about."""

    def error(self) -> OSError:
        """The error as the worker met it."""
        number, _, path = self.message.partition(" ")
        code = int(number) if number.isdecimal() else errno.EIO
        return OSError(code, os.strerror(code), path or None)


class Unprepared(_Told):
    """The engine cannot start, for a library of the system is missing; what the system says of it."""


class Crash(_Told):
    """A bug of ours, with its traceback."""


Result = Success | Failure | MachineFault | Unprepared | Crash

_KINDS = {kind.__name__: kind for kind in (Failure, MachineFault, Unprepared, Crash)}

LONGEST = 64 * 2**20
"""Bytes that a reply may have: twice those of a whole Chinese font in base64."""


def send(stream: IO[bytes], order: Any) -> None:
    """Write one order."""
    _write(stream, pickle.dumps(order, protocol=5))


def receive(stream: IO[bytes]) -> Any:
    """Read one order, in a worker only. Raises `EOFError` at the end."""
    return pickle.loads(_read(stream, sys.maxsize))  # noqa: S301 - from our parent


def reply(stream: IO[bytes], result: Result) -> None:
    """Write one result."""
    told = base64.b64encode(result.data).decode() if isinstance(result, Success) else result.message
    _write(stream, json.dumps([type(result).__name__, told]).encode())


def receive_reply(stream: IO[bytes]) -> Result:
    """Read one result. Raises `EOFError` at the end, and for all that is not a reply: it takes a worker gone astray."""
    try:
        match json.loads(_read(stream, LONGEST)):
            case ["Success", str(told)]:
                return Success(base64.b64decode(told, validate=True))
            case [str(kind), str(told)] if kind in _KINDS:
                told.encode()  # half a surrogate pair could not be shown to anybody
                return _KINDS[kind](told)
    except (ValueError, RecursionError) as error:
        raise EOFError("not a reply") from error
    raise EOFError("not a reply")


def _write(stream: IO[bytes], data: bytes) -> None:
    stream.write(struct.pack("<Q", len(data)) + data)
    stream.flush()


def _read(stream: IO[bytes], longest: int) -> bytes:
    (length,) = struct.unpack("<Q", _exactly(stream, 8))
    if length > longest:
        raise EOFError("too long")
    return _exactly(stream, length)


def _exactly(stream: IO[bytes], count: int) -> bytes:
    data = stream.read(count)
    if len(data) < count:
        raise EOFError
    return data
