"""Ways in which a file of the cache may come to harm, by name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path


def _flip(entry: Path) -> None:
    data = bytearray(entry.read_bytes())
    data[len(data) // 2] ^= 0x10
    entry.write_bytes(data)


def _folder(entry: Path) -> None:
    entry.unlink()
    (entry / "inside").mkdir(parents=True)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "a bit flipped": _flip,
    "cut in half": lambda entry: entry.write_bytes(entry.read_bytes()[: entry.stat().st_size // 2]),
    "emptied": lambda entry: entry.write_bytes(b""),
    "other bytes": lambda entry: entry.write_bytes(b"of another version"),
    "a folder": _folder,
}
