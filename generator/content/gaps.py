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


def is_gap(value: object) -> bool:
    """Whether a value is, or has in it, a mark."""
    return isinstance(value, str) and _MARK.search(value) is not None


def found(document: Document) -> Iterator[Diagnostic]:
    """Every mark in a file, in values and text."""
    for keys, value, _ in document.leaves():
        if is_gap(value):
            yield told(document, keys, value)
    starts = [0, *accumulate(len(line) + 1 for line in document.body.split("\n"))]
    for match in _MARK.finditer(document.body) if MISSING in document.body or DOUBTFUL in document.body else ():
        line = document.body.count("\n", 0, match.start("words"))
        yield _told(document, document.body_span(line, match.start("words") - starts[line] + 1), match["words"])


def told(document: Document, keys: KeyPath, value: str) -> Diagnostic:
    """The mark in a value as a problem."""
    key = next((f"`{key}` " for key in reversed(keys) if isinstance(key, str)), "")
    match = _MARK.search(value)
    return _told(document, document.span(*keys), f"{key}{match['words'] if match else value}")


def _told(document: Document, at: Span, words: str) -> Diagnostic:
    """An error, unless the file is a draft that nobody sees."""
    if document.data.get("draft") is True:
        return Diagnostic("draft-to-do", at, f"草稿：{words.strip()}", _HINT)
    return Diagnostic("to-do", at, words.strip(), _HINT)


_HINT = "补上或核对以后删去这个记号；没有内容而可以省略的，连键删去"
