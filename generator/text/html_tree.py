"""HTML read into a tree, to be asked, changed and written again.

Every element must be closed, as in what `sanitise.clean` lets through and in our templates; void ones need not be.
"""

from __future__ import annotations

import re
from copy import copy
from html.parser import HTMLParser
from typing import cast
from xml.etree.ElementTree import Element, TreeBuilder, tostring

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})

_OPENED = re.compile(r'<\w[^\s<>]*(?: [^\s="<>]+="[^"]*")+>')
"""A start tag with attributes as `tostring` writes it."""


class _TreeBuilder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.builder = TreeBuilder()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self.builder.end(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        self.builder.data(data)


def read(html: str) -> Element:
    """The HTML as the content of one element that has no tag and is not written."""
    reader = _TreeBuilder()
    reader.builder.start("body", {})
    reader.feed(html)
    reader.close()
    reader.builder.end("body")
    return unwrap(reader.builder.close())


def unwrap(element: Element) -> Element:
    """Leave the content of an element in its place; it is no longer written itself."""
    element.tag = cast("str", None)
    return element


def drop(element: Element) -> None:
    """Leave nothing of an element in its place; what follows it stays."""
    del element[:]
    element.text = None
    unwrap(element)


def write(element: Element) -> str:
    """The HTML of an element, without what follows it; `<` stands nowhere but at the beginning of tags."""
    alone = copy(element)
    alone.tail = None
    written = tostring(alone, encoding="unicode", method="html")
    return _OPENED.sub(lambda tag: f"<{tag[0][1:].replace('<', '&lt;')}", written)  # left as it is in attributes
