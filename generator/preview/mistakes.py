"""What is wrong with content: and how a browser shows it over their last good pages."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from generator.diagnostics import Diagnostic

EDITOR = "vscode://file{path}:{line}:{column}"
"""The address that opens a file in an editor; the variable `PORTAL_EDITOR` names another, empty for none."""

UNFINISHED = frozenset({"to-do", "quota-exceeded"})
"""Errors that a preview shows, and that are in nobody's way until the site is published."""


def shown(root: Path, found: Diagnostic) -> dict[str, str]:
    """A problem for the browser: its place, what is wrong, what to do, what opens the file in an editor.

    `unfinished` is not empty when pages are shown as they are nevertheless.
    """
    at = found.at
    editor = os.environ.get("PORTAL_EDITOR", EDITOR)
    opened = editor.format(path=quote(str(root / at.path)), line=at.line, column=at.column)
    unfinished = "yes" if found.code in UNFINISHED else ""
    return {
        "place": str(at),
        "message": found.message,
        "hint": found.hint,
        "editor": opened,
        "unfinished": unfinished,
    }


def told(found: Iterable[Diagnostic], branch: str | None) -> list[Diagnostic]:
    """Those problems that concern a branch, or the hub."""
    return [each for each in found if each.at.branch in (branch, None)]
