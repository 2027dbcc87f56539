"""Tidies the structure tree that WeasyPrint makes: fewer elements, and only those that mean something.

WeasyPrint tags every box and every line of text. Elements without a meaning of their own dissolve into their
parents, empty ones vanish; most of them go, and paragraphs read as one. Works on pydyf's objects.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

MEANINGLESS = frozenset({"/NonStruct", "/Span", "/Div"})
STRICT = frozenset({"/Document", "/Table", "/THead", "/TBody", "/TFoot", "/TR", "/L", "/LI", "/Sect", "/Art", "/Part"})
"""Elements that hold other elements, never text."""

HEADINGS = frozenset(f"/H{level}" for level in range(1, 7))
CELLS = frozenset({"/TH", "/TD"})


@dataclass(slots=True)
class Element:
    """A structure element: its kids are elements, marked content (numbers), and annotations (references)."""

    source: Any
    kind: str
    kids: list[Element | int | bytes] = field(default_factory=list)

    @property
    def number(self) -> int:
        """The number of its object."""
        found: int = self.source.number
        return found


def tree(objects: dict[int, Any], number: int, ornaments: set[int]) -> Element:
    """The tidied element of one object with all below it; `ornaments` gets the content of pictures without words."""
    source = objects[number]
    element = Element(source, str(source["S"]))
    for kid in source["K"]:
        if isinstance(kid, int):
            element.kids.append(kid)
        else:
            found = objects[int(kid.split()[0])]
            element.kids += (
                dissolved(tree(objects, found.number, ornaments), element.kind, ornaments) if "S" in found else [kid]
            )
    return _named(_untabled(element))


def dissolved(element: Element, parent: str, ornaments: set[int]) -> list[Element | int | bytes]:
    """What stands for an element among its parent's kids: itself, its own kids, or nothing."""
    if element.kind == "/Figure" and "Alt" not in element.source:
        ornaments.update(kid for kid in element.kids if isinstance(kid, int))
        return []
    if not element.kids and element.kind not in CELLS:
        return []
    if element.kind not in MEANINGLESS or "Alt" in element.source:
        return [element]
    if element.kind == "/Div" and parent == "/LI":  # what an item holds besides its mark
        element.kind = "/LBody"
        return [element]
    loose = any(not isinstance(kid, Element) for kid in element.kids)
    if loose and parent in STRICT:
        element.kind = "/P"
        return [element]
    if loose and element.kind == "/Div" and parent in MEANINGLESS:
        element.kind = "/P"
        return [element]
    return element.kids


def _untabled(element: Element) -> Element:
    """A table without a single header cell is there for its looks; in a list of links it is a table of contents."""
    if element.kind == "/Table" and "/TH" not in kinds(element):
        contents = "/Link" in kinds(element)
        element.kind = "/TOC" if contents else "/Div"
        _rename(element, {"/TR": "/TOCI" if contents else "/Div", "/TD": "/P"})
    return element


def _rename(element: Element, names: dict[str, str]) -> None:
    """Make rows and cells something else; groups of rows dissolve."""
    kids: list[Element | int | bytes] = []
    for kid in element.kids:
        if isinstance(kid, Element):
            _rename(kid, names)
            kid.source.pop("A", None)
            kid.kind = names.get(kid.kind, kid.kind)
            kids += (
                kid.kids if kid.kind in {"/TBody", "/TFoot", "/THead"} or kid.kind == "/P" == element.kind else [kid]
            )
        else:
            kids.append(kid)
    element.kids = kids


def _named(element: Element) -> Element:
    """Captions are captions only where the standard knows them; list items hold labels and bodies."""
    allowed = {"/Table", "/L", "/Figure"}
    if element.kind not in allowed:
        for kid in element.kids:
            if isinstance(kid, Element) and kid.kind == "/Caption":
                kid.kind = "/P"
    return element


def write(element: Element, parent: bytes, page: bytes, parents: dict[int, int]) -> list[tuple[int, Any]]:
    """Put the tree back into its objects; fills `parents`: marked content to the number of its element."""
    source = element.source
    source.pop("Type", None)
    source["S"], source["P"], source["Pg"] = element.kind, parent, page
    written = [(source.number, source)]
    reference = source.reference
    source["K"].clear()
    for kid in element.kids:
        if isinstance(kid, Element):
            source["K"].append(kid.source.reference)
            written += write(kid, reference, page, parents)
        else:
            source["K"].append(kid)
            if isinstance(kid, int):
                parents[kid] = source.number
    if not source["K"]:
        del source["K"]
    return written


def kinds(element: Element) -> list[str]:
    """The kinds of an element and all below it, in reading order."""
    found = [element.kind]
    for kid in element.kids:
        if isinstance(kid, Element):
            found += kinds(kid)
    return found


class Levels:
    """Closes gaps between heading levels: where an author goes from `##` to `####`, readers are told of `###`."""

    def __init__(self) -> None:
        self._path: list[tuple[int, int]] = []

    def close(self, element: Element) -> None:
        """Correct the headings in an element, which follows all that were corrected before."""
        if element.kind in HEADINGS:
            written = int(element.kind[2])
            while self._path and self._path[-1][0] >= written:
                self._path.pop()
            level = self._path[-1][1] + 1 if self._path else written
            self._path.append((written, level))
            element.kind = f"/H{level}"
        for kid in element.kids:
            if isinstance(kid, Element):
                self.close(kid)
