"""When content files last changed, from the git history: the same on every machine for one commit."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path


def last_changes(root: Path) -> Mapping[str, date]:
    """The day of the last commit that touched each content file, by path relative to `root`.

    Empty when `root` is not in a git checkout or git is not installed; files never committed are absent.
    """
    command = [
        "git",
        "-c",
        "core.quotePath=off",
        "log",
        "--format=%x00%cs",
        "--name-only",
        "--relative",
        "--",
        "content",
        "branches",
    ]
    try:
        log = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    except (OSError, subprocess.CalledProcessError):
        return {}
    changes: dict[str, date] = {}
    for commit in log.split("\0")[1:]:
        day, *paths = commit.split("\n")
        for path in filter(None, paths):
            changes.setdefault(path, date.fromisoformat(day))
    return changes
