"""Templates, style sheets and scripts: a project's own, by the same path, before those that the program brings."""

from __future__ import annotations

import os
from importlib.resources import files as of_package
from pathlib import Path


def folders(root: Path, *below: str) -> tuple[Path, ...]:
    """Where a file of `templates/<below>` is looked up, the first that has it winning."""
    own, brought = root / "templates", _brought("templates")
    known = (own,) if os.path.realpath(own) == os.path.realpath(brought) else (own, brought)
    return tuple(folder.joinpath(*below) for folder in known)


def found(root: Path, below: str, pattern: str) -> list[Path]:
    """The files of such a folder in the order of their names, each once."""
    named = {path.name: path for folder in reversed(folders(root, below)) for path in folder.glob(pattern)}
    return [named[name] for name in sorted(named)]


def manual(name: str) -> str:
    """The text of one of the manuals for editors in `docs/`, which a wheel has, too."""
    return (_brought("docs") / name).read_text("utf-8")


def _brought(name: str) -> Path:
    """In the package where it is installed from a wheel, beside it in a checkout."""
    package = Path(str(of_package("generator")))
    inside = package / name
    return inside if inside.is_dir() else package.parent / name
