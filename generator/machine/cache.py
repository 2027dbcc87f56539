"""What is kept from build to build below `.cache`: entries that are whole and sound, or made again.

The name of an entry is the hash of everything that it depends on, and its last bytes are the digest of those
before them: what a full disk, another program or a restored copy damaged is as good as absent. An entry's time is
that of its last use; `prune` goes by it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

_ELSEWHERE = os.environ.get("PORTAL_CACHE")
FOLDER = Path(_ELSEWHERE, "portal-cache") if _ELSEWHERE else Path(".cache")
"""Below the project's folder, or below another that is named: a project may be on a disk that can only be read.

It is a folder of its own there, for what lies in it long unused is removed.
"""

KEPT = ("images", "attachments", "cards", "styles", "handbook/units", "handbook/fonts", "handbook/books")
"""The folders of entries."""

_SEAL = hashlib.sha256().digest_size

DAY = 86_400
MAX_AGE = 30 * DAY
"""Seconds without use after which an entry goes."""

MAX_BYTES = 2_000_000_000
"""Beyond this the entries go that have rested longest; one make of a book of 1,000 cases needs some 30 MB."""

SAFE_AGE = DAY
"""Seconds after its last use in which an entry never goes: a build that runs beside this one may be reading it."""


def write(target: Path, data: bytes) -> None:
    """Write a whole entry or none; whatever stands in its way was not made by us and goes."""
    try:
        replace(target, data + hashlib.sha256(data).digest())
    except PermissionError:  # on Windows nothing is replaced that another process reads, which has made the same
        if read(target) != data:
            raise


def read(path: Path) -> bytes | None:
    """The data of an entry; None when it is absent or damaged."""
    try:
        sealed = path.read_bytes()
    except OSError:
        return None
    data = sealed[:-_SEAL]
    return data if hashlib.sha256(data).digest() == sealed[-_SEAL:] else None


def entry(path: Path, make: Callable[[], bytes]) -> bytes:
    """The data of an entry, made where it is absent or damaged; it counts as used now."""
    data = read(path)
    if data is None:
        data = make()
        write(path, data)
    used(path)
    return data


def replace(target: Path, data: bytes) -> None:
    """Write a whole file or none, without a digest."""
    beside = part(target)
    try:
        beside.write_bytes(data)
        settle(beside, target)
    finally:
        beside.unlink(missing_ok=True)


def part(target: Path) -> Path:
    """Where a file is written before it takes its place: a name of this process alone, in a folder that is there."""
    _make_folder(target.parent)
    return target.with_name(f"{target.name}.{os.getpid()}.tmp")


def make_room(target: Path) -> None:
    """See that a file can stand there: its folder is made, a folder in its place goes."""
    _make_folder(target.parent)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        _clear(folder)
        folder.mkdir(parents=True, exist_ok=True)


def _clear(folder: Path) -> None:
    """Remove the file that stands where the cache, or a folder in it, belongs."""
    for place in (*reversed(folder.parents), folder):
        if FOLDER.name in place.parts and os.path.lexists(place) and not place.is_dir():
            place.unlink()


def settle(beside: Path, target: Path) -> None:
    """Have a finished file take its place."""
    make_room(target)
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
        with contextlib.suppress(OSError):
            os.unlink(entry.path)  # noqa: PTH108 - thousands of files
            removed += 1
        size -= entry.size
    return removed


def _entries(root: Path) -> Iterable[_Entry]:
    """Every file of the cache that has the hash of what it depends on for its name, and leftovers of killed builds."""
    for folder in KEPT:
        for here, _, names in os.walk(root / FOLDER / folder):
            for name in names:
                path = os.path.join(here, name)  # noqa: PTH118 - thousands of files
                with contextlib.suppress(OSError):
                    facts = os.lstat(path)
                    yield _Entry(path, facts.st_mtime, facts.st_size)
