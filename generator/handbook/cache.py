"""What books are made of, kept from build to build below `.cache/handbook`: units, fonts, finished books.

The name of an entry is the hash of everything that it depends on, so an entry is right or is not there. An entry's
time is that of its last use; `prune` goes by it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

CACHE = Path(".cache") / "handbook"
FOLDERS = ("units", "fonts", "books")

DAY = 86_400
MAX_AGE = 30 * DAY
"""Seconds without use after which an entry goes."""

MAX_BYTES = 2_000_000_000
"""Beyond this the entries go that have rested longest; one make of a book of 1,000 cases needs some 30 MB."""

SAFE_AGE = DAY
"""Seconds after its last use in which an entry never goes: a build that runs beside this one may be reading it."""


def store(target: Path, data: bytes) -> None:
    """Write a whole file or none."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_suffix(f"{target.suffix}.{os.getpid()}.tmp")
    beside.write_bytes(data)
    beside.replace(target)


def used(*entries: Path) -> None:
    """Say that entries have been used just now; those that are not there are passed over."""
    for entry in entries:
        with contextlib.suppress(OSError):
            os.utime(entry)


# What goes


@dataclass(frozen=True, slots=True)
class _Entry:
    path: str
    used: float
    size: int


def prune(root: Path, now: float | None = None) -> int:
    """Remove what has not been used for long, and more when the cache is too large; gives the number of files.

    `now` is a moment in seconds since 1970, the present by default: what stays decides how fast the next build is,
    never what it makes.
    """
    now = time.time() if now is None else now
    entries = sorted(_entries(root), key=lambda entry: entry.used)
    size = sum(entry.size for entry in entries)
    removed = 0
    for entry in entries:
        age = now - entry.used
        if age <= SAFE_AGE or (age <= MAX_AGE and size <= MAX_BYTES):
            break  # all that follow have been used later
        with contextlib.suppress(FileNotFoundError):
            os.unlink(entry.path)  # noqa: PTH108 - thousands of files
            removed += 1
        size -= entry.size
    return removed


def _entries(root: Path) -> Iterable[_Entry]:
    """Every file of the cache that has the hash of what it depends on for its name, and leftovers of killed builds."""
    for folder in FOLDERS:
        for here, _, names in os.walk(root / CACHE / folder):
            for name in names:
                path = os.path.join(here, name)  # noqa: PTH118 - thousands of files
                with contextlib.suppress(FileNotFoundError):
                    facts = os.stat(path)  # noqa: PTH116 - thousands of files
                    yield _Entry(path, facts.st_mtime, facts.st_size)


# Facts about files


class Passed:
    """The units whose pages have passed the checks in some book: joining moves their bytes, but never changes them."""

    def __init__(self, root: Path, code: str) -> None:
        self.root, self.file, self.code = root, root / CACHE / "passed.json", code
        try:
            code, *keys = json.loads(self.file.read_text("utf-8"))
        except (OSError, ValueError):
            code, keys = "", []
        self.keys: set[str] = set(keys) if code == self.code else set()

    def add(self, keys: Iterable[str]) -> None:
        """Remember more; units that have left the cache are forgotten."""
        self.keys = {key for key in self.keys if unit(self.root, key).exists()} | set(keys)
        store(self.file, json.dumps([self.code, *sorted(self.keys)]).encode())


def unit(root: Path, key: str) -> Path:
    """Where the unit with that key is kept."""
    return root / CACHE / "units" / key[:2] / f"{key}.unit"


class Digests:
    """Hashes of files, remembered by size and time so that an unchanged photo is not read again."""

    def __init__(self, root: Path) -> None:
        self.file = root / CACHE / "digests.json"
        self.changed = False
        try:
            self.known: dict[str, list[str | int]] = json.loads(self.file.read_text("utf-8"))
        except (OSError, ValueError):
            self.known = {}

    def of(self, path: Path) -> str:
        """The SHA-256 of a file; empty when there is none."""
        try:
            facts = path.stat()
        except OSError:
            return ""
        stamp = [facts.st_size, facts.st_mtime_ns]
        if (known := self.known.get(str(path))) and known[:2] == stamp:
            return str(known[2])
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        self.known[str(path)] = [*stamp, digest]
        self.changed = True
        return digest

    def save(self) -> None:
        """Keep what was learnt; files that are gone are forgotten."""
        if self.changed:
            self.known = {path: facts for path, facts in self.known.items() if os.path.exists(path)}  # noqa: PTH110
            store(self.file, json.dumps(self.known).encode())
            self.changed = False
