"""Lists and tables as people write them, made regular for Python-Markdown: four spaces a level, apart from the rest.

Two or three spaces are enough for a list within a list; lists and tables may follow a paragraph without a blank line;
a line of hyphens below a paragraph is a rule; a year with a dot stays what it is.
"""

from __future__ import annotations

import re
from itertools import zip_longest

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from generator.text import scan

_ITEM = re.compile(r"(?P<indent> *)(?P<mark>[-*+]|\d{1,9}\.) +(?P<text>\S.*)")
_RULE = re.compile(r" {0,3}([-*])(?: *\1){2,} *")
_YEAR = re.compile(r"^( {0,3}\d{4,})\.(?= )")
"""No item has such a number; it is a date: 2026. 9. 1."""

_FURTHER = 2
"""Spaces by which what belongs to an item is at least further in than its mark."""


class RegularLists(Preprocessor):
    """Works on what is left when code and HTML have been put aside."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines of a text, those of lists written anew."""
        writer = _ListWriter()
        for line in lines:
            writer.take(line)
        return writer.lines


class _ListWriter:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self.open: list[tuple[int, bool]] = []
        """The items that the present line may belong to: how far in each one's mark is, and whether it is numbered."""

        self.first = (0, False)
        """How deep the first line after the last blank one is, and whether it is an item.

        Another blank line is needed before items that are less deep, or that come after a paragraph.
        """

    def take(self, line: str) -> None:
        line = _YEAR.sub(r"\1\\.", line)
        item = None if _RULE.fullmatch(line) else _ITEM.fullmatch(line)
        if item and self._begins(item):
            self._item(item)
        elif not line.strip() or not self.open:
            self._add(line)
        else:
            self._more(line)

    def _add(self, line: str, *, item: bool = False) -> None:
        if self._blank():
            self.first = ((len(line) - len(line.lstrip(" "))) // 4, item)
        self.lines.append(line)

    def _blank(self) -> bool:
        return not self.lines or not self.lines[-1].strip()

    def _begins(self, item: re.Match[str]) -> bool:
        """Whether it is an item; in the middle of a paragraph only a first one is, so that years may begin a line."""
        if self.open:
            return True
        return len(item["indent"]) < 4 and (self._blank() or not item["mark"][0].isdigit() or item["mark"] == "1.")

    def _item(self, item: re.Match[str]) -> None:
        indent, numbered = len(item["indent"]), item["mark"][0].isdigit()
        sibling = None
        while self.open and indent < self.open[-1][0] + _FURTHER:
            sibling = self.open.pop()
        other = sibling is not None and sibling[1] is not numbered
        depth, listed = self.first
        if not self._blank() and (other or depth > len(self.open) or not listed):
            self._add("")
        self._add(f"{'    ' * len(self.open)}{item['mark']} {item['text']}", item=True)
        self.open.append((indent, numbered))

    def _more(self, line: str) -> None:
        """A line that goes on with the items it is far enough in for; one that is not ends the list after a gap."""
        text = line.lstrip(" ")
        indent = len(line) - len(text)
        if not self._blank():
            if text.startswith("#") and not indent:
                self.open = []
            self._add(line if not self.open else f"{'    ' * (len(self.open) - 1)}{text}")
            return
        while self.open and indent < self.open[-1][0] + _FURTHER:
            self.open.pop()
        level = 4 * len(self.open)
        self._add(f"{' ' * max(level, indent)}{text}" if self.open else line)


class TablesApart(Preprocessor):
    """Puts an empty line before a table that follows a paragraph."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines of a text, each table apart from what is before it."""
        apart: list[str] = []
        for line, following in zip_longest(lines, lines[1:], fillvalue=""):
            if apart and apart[-1].strip() and "|" not in apart[-1] and scan.is_head(line, following):
                apart.append("")
            apart.append(line)
        return apart


def register(reader: Markdown) -> None:
    """Have a reader of Markdown read so: after fenced code and HTML, which it puts aside first."""
    reader.preprocessors.register(TablesApart(reader), "tables apart", 16)
    reader.preprocessors.register(RegularLists(reader), "lists", 15)
    reader.parser.blockprocessors.deregister("setextheader")
