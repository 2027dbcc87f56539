"""What git knows of a project's folder."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Literal


def said(root: Path, *command: str) -> str | None:
    """What git says; None when there is no git or no checkout."""
    try:
        run = subprocess.run(["git", *command], cwd=root, capture_output=True, text=True, check=True, encoding="utf-8")
    except (OSError, subprocess.CalledProcessError, UnicodeDecodeError):
        return None
    return run.stdout


def silence(root: Path) -> Literal["absent", "foreign", "none"]:
    """Why git says nothing: it is not installed, the folder belongs to somebody else, or nothing was committed."""
    try:
        run = subprocess.run(["git", "rev-parse", "HEAD"], cwd=root, capture_output=True, check=False)
    except OSError:
        return "absent"
    return "foreign" if b"safe.directory" in run.stderr else "none"  # the setting that git tells, in any language


def state(root: Path) -> str:
    """What the days of the last changes depend on: the commit that is checked out, and whether its history is whole."""
    return said(root, "rev-parse", "HEAD", "--show-prefix", "--is-shallow-repository") or ""
