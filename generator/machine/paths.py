"""Paths as the project tells and keeps them on every system: below a folder, with slashes."""

from __future__ import annotations

import os
from pathlib import Path


def name_in(folder: Path | str, path: str) -> str:
    """What `path`, which the system gave for something in `folder`, is called there; empty for the folder itself.

    Without `Path`, for there may be thousands. Windows gives backslashes.
    """
    return path[len(str(folder)) + 1 :].replace(os.sep, "/")
