"""Tidies the structure tree that WeasyPrint makes: fewer elements, and only those that mean something.

WeasyPrint tags every box and every line of text. Elements without a meaning of their own dissolve into their
parents, empty ones vanish; that leaves about a third, and paragraphs that read as one. Works on pydyf's objects.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

MEANINGLESS = frozenset({"/NonStruct", "/Span", "/Div"})
STRICT = frozenset({"/Document", "/Table", "/THead", "/TBody", "/TFoot", "/TR", "/L", "/LI", "/Sect", "/Art", "/Part"})
"""Elements that hold other elements, never text."""

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


def tree(objects: dict[int, Any], number: int) -> Element:
    """The tidied element of one object with all below it."""
    source = objects[number]
    element = Element(source, str(source["S"]))
    for kid in source["K"]:
        if isinstance(kid, int):
            element.kids.append(kid)
        else:
            found = objects[int(kid.split()[0])]
            element.kids += dissolved(tree(objects, found.number), element.kind) if "S" in found else [kid]
    return _named(element)


def dissolved(element: Element, parent: str) -> list[Element | int | bytes]:
    """What stands for an element among its parent's kids: itself, its own kids, or nothing."""
    if not element.kids and element.kind not in CELLS:
        return []
    if element.kind not in MEANINGLESS or "Alt" in element.source:
        return [element]
    loose = any(not isinstance(kid, Element) for kid in element.kids)
    if loose and parent in STRICT:
        element.kind = "/P"
        return [element]
    if loose and element.kind == "/Div" and parent in MEANINGLESS:
        element.kind = "/P"
        return [element]
    return element.kids


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
