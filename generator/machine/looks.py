"""What is below a folder, seen in one walk: for thousands of files every further look takes time."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.machine import signs
from generator.machine.signs import Sign


@dataclass(frozen=True)
class Seen:
    """What was below a folder, each by its path there, with slashes."""

    files: Mapping[str, Sign] = field(default_factory=dict)
    """Plain files, and what tells whether they are still what they were."""
    others: Sequence[str] = ()
    """Links, pipes, devices."""
    empty: Sequence[str] = ()
    """Folders with nothing in them."""

    @property
    def ends(self) -> Iterator[str]:
        """Everything that is no folder with something in it."""
        yield from self.files
        yield from self.others
        yield from self.empty


def look(folder: Path | str) -> Seen:
    """What is below a folder; links are not followed. Raises `OSError` when something cannot be looked at."""
    files: dict[str, Sign] = {}
    others: list[str] = []
    empty: list[str] = []
    waiting = [""]
    while waiting:
        start = waiting.pop()
        with os.scandir(f"{folder}/{start}") as found:
            entries = list(found)
        if start and not entries:
            empty.append(start[:-1])
        for entry in entries:
            name = start + entry.name
            if entry.is_dir(follow_symlinks=False):
                waiting.append(f"{name}/")
            elif entry.is_file(follow_symlinks=False):
                files[name] = signs.sign(entry.stat(follow_symlinks=False))
            else:
                others.append(name)
    return Seen(files, others, empty)
