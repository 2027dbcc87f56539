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

from generator.machine import templates


@cache
def code() -> str:
    """A digest of the program itself: all its files, the versions of its libraries and of Python.

    One version has many states while somebody works on it, and libraries are renewed below it.
    """
    base = Path(str(of_package("generator")))
    files = (path for path in sorted(base.rglob("*")) if path.suffix != ".pyc" and path.is_file())
    lines = [*(_line(base, path) for path in files), *_libraries(), f"python {platform.python_version()}"]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def of(root: Path) -> str:
    """A digest of the program, and of the templates and settings that all parts of a project share."""
    settings = [_line(root, path) for path in [root / "mkdocs.yml"] if path.is_file()]
    looks = map(folder, templates.folders(root))
    return hashlib.sha256("\n".join([code(), *looks, *settings]).encode()).hexdigest()


def folder(base: Path) -> str:
    """A digest of all files below a folder; that of no files when there is none."""
    walked = (Path(here, name) for here, _, names in os.walk(base, followlinks=True) for name in names)
    lines = [_line(base, path) for path in sorted(walked) if path.is_file()]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _line(base: Path, path: Path) -> str:
    return f"{path.relative_to(base).as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}"


def _libraries() -> Iterator[str]:
    for wanted in requires("contest-portal") or ():
        if "extra ==" not in wanted:
            name = re.split(r"[^\w.-]", wanted)[0]
            yield f"{name} {version(name)}"
