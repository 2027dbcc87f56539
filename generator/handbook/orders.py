"""What is said between the process that gives orders, which never loads WeasyPrint, and its workers."""

from __future__ import annotations

import pickle
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from generator.handbook.book import Make


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
    stamps: tuple[tuple[str, str, str], ...] = ()
    """More lines for the spare page: name, class, text."""


@dataclass(frozen=True, slots=True)
class Subset:
    """A request for a font file with only some glyphs."""

    key: str
    css: str
    glyphs: dict[int, str]


@dataclass(frozen=True, slots=True)
class Done:
    """A finished task; for a font its bytes, for a unit nothing: its fragment is in the cache now."""

    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Failed:
    """A unit that cannot be laid out, and why, in Chinese."""

    message: str


@dataclass(frozen=True, slots=True)
class Crashed:
    """A bug of ours, with its traceback."""

    traceback: str


def send(stream: IO[bytes], message: Any) -> None:
    """Write one message."""
    data = pickle.dumps(message, protocol=5)
    stream.write(struct.pack("<Q", len(data)) + data)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """Read one message. Raises `EOFError` at the end."""
    head = _read(stream, 8)
    return pickle.loads(_read(stream, struct.unpack("<Q", head)[0]))  # noqa: S301 - between our own two processes


def _read(stream: IO[bytes], count: int) -> bytes:
    data = stream.read(count)
    if len(data) < count:
        raise EOFError
    return data
