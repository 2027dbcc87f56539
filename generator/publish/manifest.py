"""The manifest of a site: every file with its size and hash, and under which conditions it was built.

It tells what a build changed, shows whether two builds gave the same bytes, and marks a folder as a site of ours.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from generator import __version__
from generator.machine.paths import name_in

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


@dataclass(frozen=True, slots=True)
class Changes:
    """How a site differs from the one before, by path."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def of(
    folder: Path,
    conditions: Conditions,
    known: Mapping[str, FileEntry] = MappingProxyType({}),
    portals: Mapping[BranchId, Origin] | None = None,
) -> Manifest:
    """The manifest of the site in `folder`; the manifest file itself is not in it. `known` files are not read again.

    That of a part says from what each of its `portals` was made.
    """
    entries = {path: known.get(path) or _entry(folder / path) for path in sorted(_ends(folder))}
    entries.pop(MARKER, None)
    return Manifest(conditions.to_dict() | ({PORTALS: portals} if portals else {}), entries)


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


def strangers(folder: Path) -> list[str]:
    """What is in a folder and not in its manifest: files, links, empty folders; all that it has when that is none."""
    named = read(folder).files
    if not named:  # it may be a whole disk
        return sorted(path.name for path in folder.iterdir())
    known = {*named, MARKER}
    return sorted(path for path in _ends(folder) if path not in known)


def _ends(folder: Path) -> Iterator[str]:
    """Everything that is no folder with something in it, by its path."""
    for here, folders, files in os.walk(folder):
        links = [name for name in folders if os.path.islink(f"{here}/{name}")]  # noqa: PTH114 - thousands of files
        start = name_in(folder, f"{here}/")
        if start and not folders and not files:
            yield start[:-1]
        yield from (start + name for name in (*files, *links))


def is_intact(
    folder: Path, manifest: Manifest, part: str = "", known: Callable[[str, FileEntry], bool] | None = None
) -> bool:
    """Whether all files below `part` are what the manifest of the site in `folder` says, and no others are there.

    Those that are `known` to be are not read.
    """
    named = below(manifest, part)
    try:
        whole = bool(named) and not misplaced(folder, named, part)
        files = named.items()
        return whole and all((known and known(path, entry)) or _is(folder / path, entry) for path, entry in files)
    except OSError:
        return False


def below(manifest: Manifest, part: str) -> dict[str, FileEntry]:
    """The files below a folder of a site; all of them below no folder."""
    start = f"{part}/" if part else ""
    return {path: entry for path, entry in manifest.files.items() if path.startswith(start)}


def misplaced(folder: Path, named: Mapping[str, FileEntry], part: str = "") -> list[str]:
    """What is named and not there below `part`, and what is there and not named."""
    start = f"{part}/" if part else ""
    return sorted(({f"{start}{path}" for path in _ends(folder / part)} - {MARKER}) ^ named.keys())


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


def _is(path: Path, entry: FileEntry) -> bool:
    """Whether a file itself, not one that it is a link to, is as noted."""
    return not os.path.islink(path) and _entry(path) == entry  # noqa: PTH114 - thousands of files


def _row(path: str, entry: FileEntry) -> dict[str, str | int]:
    return {"path": path, "size": entry.size, "sha256": entry.sha256}
