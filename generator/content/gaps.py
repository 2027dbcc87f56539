"""What is still to be found: the marks that stand where a fact is missing or doubtful, and never on a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from generator.content.documents import Document, KeyPath
from generator.diagnostics import Diagnostic, Span

MISSING = "待补充"
"""The mark of a fact that is not there; what to look for may follow after a colon."""

DOUBTFUL = "待核对"
"""The mark of a fact that may be wrong; a colon and what was read follow it."""

_ENDS = r"|\]）)】"
_MARK = re.compile(
    r"(?:^[ \t>*+#-]*(?:\d+[.)] *)?|[|\[（(【] *)"
    rf"(?P<words>(?:{MISSING}|{DOUBTFUL})(?:[：:][^\n{_ENDS}]*)?)(?=[\s。；{_ENDS}]|$)",
    re.MULTILINE,
)
"""It begins a value, a line, an item, a cell or a picture's description, or is all that stands in brackets."""

_HOLE = re.compile(r"(?<![A-Za-z0-9])(?:[XxＸｘ×]{2,}|TODO|TBD)(?![A-Za-z0-9])")
"""What people write in forms where something is to be put in: XXX家企业."""

_NUMBER = re.compile(r"[Xx]{2}-\d{1,4}")
"""A value that is the number of an entry of 小学组 by its initials, and no hole."""

_DOTS = re.compile(r"…+|\.{3,}")
"""A value that is nothing else was left of an example."""


def is_gap(value: object) -> bool:
    """Whether a value is, or has in it, a mark."""
    return isinstance(value, str) and bool(_MARK.search(value) or _DOTS.fullmatch(value))


def found(document: Document) -> Iterator[Diagnostic]:
    """Every mark in a file, in values and text."""
    for keys, value, _ in document.leaves():
        if is_gap(value):
            yield told(document, keys, value)
        elif isinstance(value, str) and (hole := _HOLE.search(value)) and not _NUMBER.fullmatch(value):
            yield _told(document, document.span(*keys), f"{_called(keys)}里还有“{hole[0]}”")
    starts = [0, *accumulate(len(line) + 1 for line in document.body.split("\n"))]
    marks = [(match.start("words"), match["words"]) for match in _MARK.finditer(document.body)]
    holes = [(match.start(), f"还有“{match[0]}”") for match in _HOLE.finditer(document.body)]
    for offset, words in [*marks, *holes]:
        line = document.body.count("\n", 0, offset)
        yield _told(document, document.body_span(line, offset - starts[line] + 1), words)


def told(document: Document, keys: KeyPath, value: str) -> Diagnostic:
    """The mark in a value as a problem."""
    match = _MARK.search(value)
    return _told(document, document.span(*keys), f"{_called(keys)}{match['words'] if match else f'里还有“{value}”'}")


def _called(keys: KeyPath) -> str:
    """The key of a value, or of the list that it is in."""
    return next((f"`{key}` " for key in reversed(keys) if isinstance(key, str)), "")


def _told(document: Document, at: Span, words: str) -> Diagnostic:
    """An error, unless the file is a draft that nobody sees."""
    if document.data.get("draft") is True:
        return Diagnostic("draft-to-do", at, f"草稿：{words.strip()}", _HINT)
    return Diagnostic("to-do", at, words.strip(), _HINT)


_HINT = "补上或核对以后删去这个记号；没有内容而可以省略的，连键删去"
