"""The manifest of a site: every file with its size and hash, and under which conditions it was built.

It tells what a build changed, shows whether two builds gave the same bytes, and marks a folder as a site of ours.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from generator import __version__
from generator.machine.looks import Seen, look
from generator.machine.signs import Sign

if TYPE_CHECKING:
    from generator.model import BranchId

MARKER = "manifest.json"
"""The file by which a folder is known as a site of ours."""

SCHEMA = "manifest/1"

PORTALS = "portals"
"""The key under which the manifest of a part says from what its portals were made."""

Origin = Mapping[str, Any]
"""From what a portal was made: a value or a digest for each thing, see `publish.origins`."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a build depends on besides the content: its day, the site's address, what made it (`machine.program`)."""

    as_of: date
    site_url: str | None
    generator: str = __version__
    handbooks: bool = True
    program: str = ""

    def to_dict(self) -> dict[str, str | bool | None]:
        """The fields as plain values, for JSON."""
        return {
            "generator": self.generator,
            "as_of": self.as_of.isoformat(),
            "site_url": self.site_url,
            "handbooks": self.handbooks,
            "program": self.program,
        }


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One published file: its size in bytes and the SHA-256 of its content."""

    size: int
    sha256: str

    @classmethod
    def of(cls, content: bytes) -> FileEntry:
        """The entry of a file that holds `content`."""
        return cls(len(content), hashlib.sha256(content).hexdigest())


@dataclass(frozen=True)
class Manifest:
    """The files of a site by path, and the conditions of its build; of a part also what its portals were made from."""

    conditions: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, FileEntry] = field(default_factory=dict)

    def to_json(self) -> bytes:
        """The manifest as JSON, one line a file; the same site gives the same bytes."""
        head = json.dumps({"schema": SCHEMA, **self.conditions}, ensure_ascii=False)
        rows = (_row(path, entry) for path, entry in sorted(self.files.items()))
        lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        return f'{head[:-1]}, "files": [\n{lines}\n]}}\n'.encode()


def of(
    files: Mapping[str, FileEntry], conditions: Conditions, portals: Mapping[BranchId, Origin] | None = None
) -> Manifest:
    """The manifest of a site with those files. That of a part says from what each of its `portals` was made."""
    return Manifest(conditions.to_dict() | ({PORTALS: portals} if portals else {}), dict(sorted(files.items())))


@dataclass(frozen=True, slots=True)
class Changes:
    """How a site differs from the one before, by path."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def read(folder: Path) -> Manifest:
    """The manifest that was published with a site; an empty one when there is none that can be read."""
    try:
        document: dict[str, Any] = json.loads((folder / MARKER).read_bytes())
        rows = document.pop("files")
        files = {row["path"]: FileEntry(row["size"], row["sha256"]) for row in rows}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Manifest()
    if document.pop("schema", None) != SCHEMA:
        return Manifest()
    return Manifest(document, files)


def digest(folder: Path) -> str:
    """The SHA-256 of the manifest that was published with a site. Raises `OSError` when there is none."""
    return hashlib.sha256((folder / MARKER).read_bytes()).hexdigest()


def strangers(found: Seen, site: Manifest) -> list[str]:
    """What was found in the folder of a site and is not in its manifest; all of it when that is none."""
    known = {*site.files, MARKER} if site.files else set()
    return sorted(path for path in found.ends if path not in known)


def is_intact(
    folder: Path, manifest: Manifest, part: str = "", untouched: Mapping[str, Sign] = MappingProxyType({})
) -> bool:
    """Whether all files below `part` are what the manifest of the site in `folder` says, and no others are there.

    Those that still have the sign of an `untouched` file are not read.
    """
    named, start = below(manifest, part), _start(part)
    try:
        found = look(folder / part)
        seen = {start + path: sign for path, sign in found.files.items()}
        return (
            bool(named)
            and not _misplaced(found, named, start)
            and all(
                untouched.get(path) == seen[path] or _entry(folder / path) == entry for path, entry in named.items()
            )
        )
    except (OSError, LookupError):
        return False


def below(manifest: Manifest, part: str) -> dict[str, FileEntry]:
    """The files below a folder of a site; all of them below no folder."""
    start = _start(part)
    return {path: entry for path, entry in manifest.files.items() if path.startswith(start)}


def misplaced(folder: Path, named: Mapping[str, FileEntry]) -> list[str]:
    """What is named and not there, and what is there and not named. Raises `OSError` when that cannot be seen."""
    return _misplaced(look(folder), named)


def _misplaced(found: Seen, named: Mapping[str, FileEntry], start: str = "") -> list[str]:
    return sorted(({start + path for path in found.ends} - {MARKER}) ^ named.keys())


def _start(part: str) -> str:
    return f"{part}/" if part else ""


def mismatch(folder: Path, path: str) -> str:
    """That a file is not what the manifest of its folder says, in words."""
    return f"{folder} 已损坏：{path} 与它的清单（{MARKER}）不符"


def changes(before: Manifest, after: Manifest) -> Changes:
    """What was added, changed and removed between two builds."""
    old, new = before.files, after.files
    return Changes(
        added=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(sorted(path for path in new.keys() & old.keys() if new[path] != old[path])),
        removed=tuple(sorted(old.keys() - new.keys())),
    )


def _entry(path: Path) -> FileEntry:
    return FileEntry.of(path.read_bytes())


def _row(path: str, entry: FileEntry) -> dict[str, str | int]:
    return {"path": path, "size": entry.size, "sha256": entry.sha256}
