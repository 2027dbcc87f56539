"""Files of the present site that nothing has touched since their bytes were known: they need not be read again."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from generator.machine import program, signs, store
from generator.machine.signs import Sign
from generator.machine.store import Store
from generator.publish import manifest
from generator.publish.manifest import Manifest


def recall(results: Store, out: Path) -> Mapping[str, Sign]:
    """The signs that the files of the site at `out` had when they were what its manifest says."""
    with suppress(OSError):
        kept = results.recall(_key(out))
        if kept.get("manifest") == manifest.digest(out):
            return {path: tuple(sign) for path, sign in kept["signs"].items()}
    return {}


def remember(results: Store, out: Path, present: Manifest) -> None:
    """Keep the signs of the files of a site that has just been made."""
    latest = signs.latest()
    found = {path: _sign(f"{out}/{path}") for path in present.files}
    told = {path: sign for path, sign in found.items() if sign and signs.holds(sign, latest)}
    results.remember(_key(out), {"manifest": manifest.digest(out), "signs": told})


def _sign(path: str) -> Sign | None:
    """The sign of a file; nothing of what is none."""
    with suppress(OSError):
        facts = os.lstat(path)
        if stat.S_ISREG(facts.st_mode):
            return signs.sign(facts)
    return None


def _key(out: Path) -> bytes:
    return store.key("untouched", program.code(), os.path.realpath(out))
