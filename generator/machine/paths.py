"""Paths as the project tells and keeps them on every system: below a folder, with slashes; how they go."""

from __future__ import annotations

import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path

_LITTER = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


def is_litter(name: str) -> bool:
    """Whether systems and office programs leave a file or folder of that name: hidden, or who has a text open."""
    return name.startswith((".", "~")) or name.lower() in _LITTER


def name_in(folder: Path | str, path: str) -> str:
    """What `path`, which the system gave for something in `folder`, is called there; empty for the folder itself.

    Without `Path`, for there may be thousands. Windows gives backslashes.
    """
    return path[len(str(folder)) + 1 :].replace(os.sep, "/")


def unlink(path: str | Path) -> None:
    """Remove a file, also one that is marked as read-only, which Windows keeps. Raises `OSError`."""
    try:
        os.unlink(path)  # noqa: PTH108 - thousands of files
    except PermissionError:
        if os.name != "nt":
            raise
        os.chmod(path, stat.S_IWRITE)  # noqa: PTH101
        os.unlink(path)  # noqa: PTH108


def remove_tree(folder: Path) -> None:
    """Remove a folder with all that is in it, as far as that can be."""
    shutil.rmtree(folder, ignore_errors=True)
    if os.name == "nt" and folder.exists():
        for here, _, files in os.walk(folder):
            for name in files:
                with suppress(OSError):
                    unlink(f"{here}/{name}")
        shutil.rmtree(folder, ignore_errors=True)
