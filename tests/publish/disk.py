"""What really lies in the folder of a site, read without the program."""

from __future__ import annotations

from pathlib import Path

from generator.machine.looks import look
from generator.publish import manifest
from generator.publish.manifest import MARKER, Conditions, FileEntry, Manifest
from generator.publish.verification import Readings


def files(folder: Path) -> dict[str, FileEntry]:
    """Every file but the manifest."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: FileEntry.of(path.read_bytes()) for name, path in found.items() if name != MARKER}


def write_manifest(folder: Path, conditions: Conditions) -> Manifest:
    """Make a folder a site of ours."""
    made = manifest.of(files(folder), conditions)
    (folder / MARKER).unlink(missing_ok=True)
    (folder / MARKER).write_bytes(made.to_json())
    return made


def readings(folder: Path) -> Readings:
    """What the files of a site say, and all of them."""
    return Readings(folder, look(folder).files)


def strangers(folder: Path) -> list[str]:
    """What is not in its manifest."""
    return manifest.strangers(look(folder), manifest.read(folder))
