"""What makes a site besides its content, as digests: this program and its libraries, templates and settings."""

from __future__ import annotations

import hashlib
import os
import platform
import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import requires, version
from importlib.resources import files as of_package
from pathlib import Path

from generator.machine import signs, templates
from generator.machine.paths import name_in
from generator.machine.signs import Sign


@cache
def code() -> str:
    """A digest of the program itself: all its files, the versions of its libraries and of Python.

    One version has many states while somebody works on it, and libraries are renewed below it.
    """
    base = Path(str(of_package("generator")))
    lines = [*_lines(base, (".pyc",)), *_libraries(), f"python {platform.python_version()}"]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def of(root: Path) -> str:
    """A digest of the program, and of the templates and settings that all parts of a project share."""
    settings = [_line(root, str(path)) for path in [root / "mkdocs.yml"] if path.is_file()]
    looks = map(folder, templates.folders(root))
    return hashlib.sha256("\n".join([code(), *looks, *settings]).encode()).hexdigest()


def folder(base: Path) -> str:
    """A digest of all files below a folder; that of no files when there is none."""
    return hashlib.sha256("\n".join(_lines(base)).encode()).hexdigest()


def _lines(base: Path, without: tuple[str, ...] = ()) -> list[str]:
    """A line for each file but those with some endings. No `Path`, for a preview asks for hundreds at every save."""
    walked = (f"{here}{os.sep}{name}" for here, _, names in os.walk(base, followlinks=True) for name in names)
    wanted = (path for path in walked if not path.endswith(without) and os.path.isfile(path))  # noqa: PTH113
    return sorted(_line(base, path) for path in wanted)


def _line(base: Path, path: str) -> str:
    return f"{name_in(base, path)} {_digest(path)}"


_read: dict[str, tuple[Sign, str]] = {}
"""The digests of files that this process has read, with the signs that they had, by path."""


def _digest(path: str) -> str:
    """A file's SHA-256; one is read again only when it may have changed."""
    latest, now = signs.latest(), signs.sign(os.stat(path))  # noqa: PTH116
    known, digest = _read.get(path, (None, ""))
    if known != now:
        with open(path, "rb") as file:  # noqa: PTH123
            digest = hashlib.sha256(file.read()).hexdigest()
        if signs.holds(now, latest):
            _read[path] = now, digest
    return digest


def _libraries() -> Iterator[str]:
    for wanted in requires("contest-portal") or ():
        if "extra ==" not in wanted:
            name = re.split(r"[^\w.-]", wanted)[0]
            yield f"{name} {version(name)}"
