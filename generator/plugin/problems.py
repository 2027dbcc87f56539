"""What is wrong with content, as the live preview shows it over the last good pages."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from mkdocs.exceptions import PluginError

from generator.diagnostics import Diagnostic, Report

EDITOR = "vscode://file{path}:{line}:{column}"
"""The address that opens a file in an editor; the variable `PORTAL_EDITOR` names another, empty for none."""


class ContentMistakes(PluginError):
    """Content has mistakes; MkDocs shows them and builds nothing."""

    def __init__(self, root: Path, report: Report) -> None:
        super().__init__("内容有错误，没有生成网站：\n" + report.to_text())
        self.root = root
        self.report = report


def shown(error: BaseException) -> str:
    """The problems behind an error as JSON: their places, what is wrong, what to do, what opens them in an editor."""
    mistakes = next((each for each in _causes(error) if isinstance(each, ContentMistakes)), None)
    if mistakes is None:
        said = [str(each) for each in _causes(error) if str(each)]
        return json.dumps([{"message": said[-1] if said else "生成时出错，见命令行窗口"}], ensure_ascii=False)
    return json.dumps([_problem(mistakes.root, each) for each in mistakes.report.errors], ensure_ascii=False)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error, and the ones that it came from: MkDocs ends with another that says nothing."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _problem(root: Path, found: Diagnostic) -> dict[str, str]:
    at = found.at
    editor = os.environ.get("PORTAL_EDITOR", EDITOR)
    opened = editor.format(path=quote(str(root / at.path)), line=at.line, column=at.column)
    return {"place": str(at), "message": found.message, "hint": found.hint, "editor": opened}
