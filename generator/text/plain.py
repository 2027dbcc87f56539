"""The words of a text as readers see them, one string for each block or table cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from generator.text import footnotes, markdown

_INLINE = re.compile(r"</?(?:a|abbr|br|code|del|em|img|kbd|span|strong|sub|sup|m[a-z]+)(?: [^>]*)?>")
"""What text runs on through; `m…` are those of formulas."""

_BLOCK = re.compile(r"<[^>]*>")


def blocks(source: str) -> Iterator[str]:
    """What readers see of a Markdown text: its paragraphs, headings, list items and table cells in order."""
    parts = _BLOCK.split(_INLINE.sub("", footnotes.MARKS.sub("", markdown.html(source))))
    yield from filter(None, (unescape(part).strip() for part in parts))
