"""What git knows of a project's folder."""

from __future__ import annotations

import subprocess
from pathlib import Path


def said(root: Path, *command: str) -> str | None:
    """What git says; None when there is no git or no checkout."""
    try:
        run = subprocess.run(["git", *command], cwd=root, capture_output=True, text=True, check=True, encoding="utf-8")
    except (OSError, subprocess.CalledProcessError, UnicodeDecodeError):
        return None
    return run.stdout


def state(root: Path) -> str:
    """What the days of the last changes depend on: the commit that is checked out, and whether its history is whole."""
    return said(root, "rev-parse", "HEAD", "--show-prefix", "--is-shallow-repository") or ""
