"""An edition like that of another year: what stays is copied, and what was of that year is marked as doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from generator.content import documents
from generator.content.documents import Document, KeyPath
from generator.content.gaps import DOUBTFUL
from generator.diagnostics import Report
from generator.model import EditionId
from generator.model.record import year_of
from generator.start.new_files import NewFile

COPIED = (
    "edition.yml",
    "timeline.yml",
    "awards.yml",
    "judging.yml",
    "faq.yml",
    "tracks/*.md",
    "pages/*.md",
)
"""What one year has of another; notices, cases, lists and figures are each year's own, as are the books' details."""

_OF_ITS_YEAR = frozenset({"document", "registration", "results", "attachments", "source_notes"})
"""The keys of `edition.yml` below which everything is of its year."""

_DAY = re.compile(r"\d\s*月|[上中下]旬")


def copied(root: Path, known: EditionId, new: EditionId, name: str) -> Iterator[NewFile]:
    """The files of an edition that is called `name`, after those of a known one."""
    folder = root / "content" / known
    for path in (path for pattern in COPIED for path in sorted(folder.glob(pattern))):
        below = path.relative_to(folder).as_posix()
        raw = path.read_bytes()
        document = documents.parse(below, raw, Report())
        if document is not None:
            text = raw.decode("utf-8-sig").replace("\r\n", "\n")
            yield NewFile(f"content/{new}/{below}", _doubted(text, document, str(year_of(known)), name))


def _doubted(text: str, document: Document, year: str, name: str) -> str:
    """A file's text with marks before all that was of that year; an edition has its new name."""
    lines = text.split("\n")
    places = [document.span(*keys) for keys, value, _ in document.leaves() if _is_of_year(keys, value, year)]
    for at in sorted(places, key=lambda at: (at.line, at.column), reverse=True):
        line, start = lines[at.line - 1], at.column - 1
        start += line[start] in "\"'"
        if line[start] not in "|>":  # what follows such a mark is on other lines
            lines[at.line - 1] = f"{line[:start]}{DOUBTFUL}：{line[start:]}"
    first = document.body_line - 1 if document.body else len(lines)
    lines[first:] = [
        re.sub(r"^(\W*)(?=.)", rf"\1{DOUBTFUL}：", line) if year in line else line for line in lines[first:]
    ]
    if document.path == "edition.yml":
        at = document.span("name")
        lines[at.line - 1] = f"{lines[at.line - 1][: at.column - 1]}{name}"
    return "\n".join(lines)


def _is_of_year(keys: KeyPath, value: Any, year: str) -> bool:
    """Whether a value that is there belongs to one year, as far as can be told; the name of an edition is made anew."""
    if value is None or isinstance(value, bool) or keys == ("name",):
        return False
    return isinstance(value, date) or keys[0] in _OF_ITS_YEAR or year in str(value) or bool(_DAY.search(str(value)))
