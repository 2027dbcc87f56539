"""Where the cache keeps what books are made of, and what is remembered of files and units."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.machine import cache

CACHE = cache.FOLDER / "handbook"


def unit(root: Path, key: str) -> Path:
    """Where the unit with that key is kept."""
    return root / CACHE / "units" / key[:2] / f"{key}.unit"


class PassedUnits:
    """The units whose pages have passed the checks in some book: joining moves their bytes, but never changes them."""

    def __init__(self, root: Path, code: str) -> None:
        self.root, self.file, self.code = root, root / CACHE / "passed", code
        code, *keys = _remembered(self.file, [""])
        self.keys: set[str] = set(keys) if code == self.code else set()

    def add(self, keys: Iterable[str]) -> None:
        """Remember more; units that have left the cache are forgotten."""
        self.keys = {key for key in self.keys if unit(self.root, key).exists()} | set(keys)
        cache.write(self.file, json.dumps([self.code, *sorted(self.keys)]).encode())


class Digests:
    """Hashes of files, remembered by size and time so that an unchanged photo is not read again."""

    def __init__(self, root: Path) -> None:
        self.file = root / CACHE / "digests"
        self.changed = False
        self.known: dict[str, list[str | int]] = _remembered(self.file, {})

    def of(self, path: Path) -> str:
        """The SHA-256 of a file; empty when there is none."""
        try:
            facts = path.stat()
        except OSError:
            return ""
        stamp = [facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino]
        if (known := self.known.get(str(path))) and known[:-1] == stamp:
            return str(known[-1])
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        self.known[str(path)] = [*stamp, digest]
        self.changed = True
        return digest

    def save(self) -> None:
        """Keep what was learnt; files that are gone are forgotten."""
        if self.changed:
            self.known = {path: facts for path, facts in self.known.items() if os.path.exists(path)}  # noqa: PTH110
            cache.write(self.file, json.dumps(self.known).encode())
            self.changed = False


def _remembered(file: Path, otherwise: Any) -> Any:
    data = cache.read(file)
    return otherwise if data is None else json.loads(data)
