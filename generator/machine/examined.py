"""Files from elsewhere, opened once and apart: what was made of each is kept, in the cache, by its bytes."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.machine import apart, cache
from generator.machine.apart import Refused

SECONDS = 30
"""What one file may take."""


def examined(
    make: Callable[[Path], bytes], paths: Iterable[Path], root: Path, name: str
) -> dict[Path, bytes | Refused]:
    """What a function of a module makes of every file; `name` stands for what it does.

    Raises `OSError` for a file that is not there.
    """
    known = {path: cache.read(entry(path, root, name)) for path in dict.fromkeys(paths)}
    unknown = [path for path, made in known.items() if made is None]
    found = {path: made for path, made in known.items() if made is not None}
    made = dict(zip(unknown, apart.each(make, unknown, SECONDS), strict=True))
    for path, result in made.items():
        if not isinstance(result, Refused):
            with contextlib.suppress(OSError):  # it can be made again
                cache.write(entry(path, root, name), result)
    return {**found, **made}


def entry(path: Path, root: Path, name: str) -> Path:
    """Where it is kept."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:32]
    return root / cache.FOLDER / "attachments" / f"{digest}-{name}{path.suffix}"
