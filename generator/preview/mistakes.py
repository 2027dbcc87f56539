"""What is wrong with content: and how a browser shows it over their last good pages."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from generator.diagnostics import Diagnostic

EDITOR = "vscode://file{path}:{line}:{column}"
"""The address that opens a file in an editor; the variable `PORTAL_EDITOR` names another, empty for none."""


def shown(root: Path, found: Diagnostic) -> dict[str, str]:
    """A problem for the browser: its place, what is wrong, what to do, what opens the file in an editor."""
    at = found.at
    editor = os.environ.get("PORTAL_EDITOR", EDITOR)
    opened = editor.format(path=quote(str(root / at.path)), line=at.line, column=at.column)
    return {"place": str(at), "message": found.message, "hint": found.hint, "editor": opened}


def told(found: Iterable[Diagnostic], branch: str | None) -> list[Diagnostic]:
    """Those problems that concern a branch, or the hub."""
    return [each for each in found if each.at.branch in (branch, None)]
