"""Files of the present site that nothing has touched since their bytes were known: they need not be read again."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from generator.machine import program, signs, store
from generator.machine.signs import Sign
from generator.machine.store import Store
from generator.publish import manifest
from generator.publish.manifest import FileEntry, Manifest


@dataclass(frozen=True)
class Untouched:
    """What the files of a site were when they were looked at last."""

    folder: Path = Path()
    files: Mapping[str, FileEntry] = field(default_factory=dict)
    signs: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def holds(self, path: str, entry: FileEntry) -> bool:
        """Whether a file is known to be as noted without reading it."""
        is_noted = path in self.signs and self.files.get(path) == entry
        return is_noted and tuple(self.signs[path]) == _sign(f"{self.folder}/{path}")


def recall(results: Store, out: Path, present: Manifest) -> Untouched:
    """What is known of the site at `out`, whose manifest is `present`."""
    with suppress(OSError):
        kept = json.loads(results.get(_key(out)) or b"{}")
        if kept.get("manifest") == manifest.digest(out):
            return Untouched(out, present.files, kept["signs"])
    return Untouched()


def remember(results: Store, out: Path, present: Manifest) -> None:
    """Keep what the files of a site are that has just been made, or looked at."""
    latest = signs.latest()
    found = {path: _sign(f"{out}/{path}") for path in present.files}
    told = {path: sign for path, sign in found.items() if sign and signs.holds(sign, latest)}
    results.put(_key(out), json.dumps({"manifest": manifest.digest(out), "signs": told}, ensure_ascii=False).encode())


def _sign(path: str) -> Sign | None:
    """The sign of a file; nothing of what is none."""
    with suppress(OSError):
        facts = os.lstat(path)
        if stat.S_ISREG(facts.st_mode):
            return signs.sign(facts)
    return None


def _key(out: Path) -> bytes:
    return store.key("untouched", program.code(), os.path.realpath(out))
