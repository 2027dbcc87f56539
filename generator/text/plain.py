"""The words of a Markdown text without its marks, one string for each block or table cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

_FENCE = re.compile(r"^[ \t]*(?:```|~~~).*$", re.MULTILINE)
_TABLE_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_TAG = re.compile(r"<[/!]?[a-zA-Z][^<>]*>")
_EMPHASIS = re.compile(r"(?<!\\)(\*\*|__|\*|~~|`+)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|\w+);")
_BLOCK = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+>#|]|\d+[.)]))")
_MARK = re.compile(r"(?:[ \t]*(?:[-*+][ \t]+|>[ \t]?|\d+[.)][ \t]+|#{1,6}[ \t]+|:[ \t]+))+")


def blocks(markdown: str) -> Iterator[str]:
    """What readers see of a text: its paragraphs, headings, list items and table cells in order."""
    for block in _BLOCK.split(_without_marks(markdown)):
        text = _MARK.sub("", block, count=1) if _MARK.match(block) else block
        cells = text.strip().strip("|").split("|") if text.lstrip().startswith("|") else (text,)
        yield from (cell for cell in map(str.strip, cells) if cell)


def _without_comments(text: str) -> str:
    """What editors note between `<!--` and `-->` is nobody else's; in time with the length, whatever stands there."""
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[at:start])
        at = end + len("-->")
    return "".join([*kept, text[at:]])


def _without_marks(text: str) -> str:
    text = _without_comments(text)
    if "|" in text:
        text = _TABLE_RULE.sub("", text)
    if "](" in text:
        text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    if "```" in text or "~~~" in text:
        text = _FENCE.sub("", text)
    if "<" in text:
        text = _TAG.sub("", text)
    if "*" in text or "`" in text or "__" in text or "~~" in text:
        text = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text))
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    return _ENTITY.sub(lambda entity: unescape(entity[0]), text) if "&" in text else text
