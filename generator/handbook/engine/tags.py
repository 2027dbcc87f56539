"""The structure tree of a unit as a reader wants it: one element for what is one, and only those that mean something.

WeasyPrint tags every box, every piece of a box that pages, columns or lines cut, and every line of text. Here all
that comes from one element of the HTML becomes one element again; elements without a meaning of their own dissolve
into their parents, empty ones vanish, and each holds what the standard lets it hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import pydyf

from generator.handbook.engine.weasyprint70 import BoxPiece, piece

MEANINGLESS = frozenset({"/NonStruct", "/Span", "/Div"})
HEADINGS = frozenset(f"/H{level}" for level in range(1, 7))
UNCHANGED = MEANINGLESS | {"/Figure"}
LINES = frozenset({"/P", "/Lbl", "/Link", "/Span"}) | HEADINGS
"""Elements that hold text and no paragraphs."""

FLOWS = frozenset({"/TH", "/TD", "/LBody", "/BlockQuote", "/Caption"})
"""Elements that hold text, or paragraphs and the like."""

INLINE = frozenset({"", "/Link", "/Span", "/Figure"})
"""What a line of text consists of; content has no kind."""

CELLS = frozenset({"/TH", "/TD"})
ROWS = frozenset({"/THead", "/TBody", "/TFoot"})
REPEATED = frozenset({"/THead", "/TFoot"})
"""Groups of rows that stand again on every page of their table."""

DEFINITIONS = {"dt": "/Lbl", "dd": "/LBody"}
CAPTIONED = frozenset({"/Table", "/L", "/Figure"})

Mark = tuple[int, int]
"""Marked content: its page, from 0, and its number there."""


@dataclass(slots=True)
class Element:
    """A structure element: its kids are elements, marked content, and references to links."""

    kind: str
    kids: list[Kid] = field(default_factory=list)
    entries: dict[str, Any] = field(default_factory=dict)
    block: bool = True
    """Whether it begins a line of its own."""

    def walk(self) -> Iterator[Kid]:
        """The element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()
            else:
                yield kid

    def marks(self) -> Iterator[Mark]:
        """All content below it, in reading order."""
        return (each for each in self.walk() if isinstance(each, tuple))


Kid = Element | Mark | bytes


class Structure:
    """The elements at the top of a document, and its `ornaments`: content of none, such as pictures without words."""

    def __init__(self, objects: Mapping[int, Any], document: Any, pages: Mapping[bytes, int], blank: set[Mark]) -> None:
        self.ornaments = blank
        self._objects = objects
        self._known: dict[Any, Element] = {}
        top = Element("/Document")
        for reference in document["K"]:
            source = objects[int(reference.split()[0])]
            if source["Pg"] in pages:
                self._take(top, source, pages[source["Pg"]])
        self._tidy(top)
        self.top = [kid for kid in top.kids if isinstance(kid, Element)]
        _close_gaps(self.top)

    def headings(self) -> list[int]:
        """The levels of all headings."""
        kinds = [each.kind for top in self.top for each in top.walk() if isinstance(each, Element)]
        return [int(kind[2]) for kind in kinds if kind in HEADINGS]

    # What belongs together

    def _take(self, parent: Element, source: Any, page: int, hidden: bool = False) -> None:
        """Add a piece to the element that it is one of; what comes again is only there for the eye, as is `hidden`."""
        made = piece(source)
        if made is None:
            element = parent  # a line of text
        elif (known := self._known.get((made.element, made.tag))) is None:
            element = self._known[made.element, made.tag] = _begun(source, made)
            parent.kids.append(element)
        else:
            element, hidden = known, hidden or known.kind in REPEATED
        if made and made.get("aria-hidden") == "true":
            hidden = True
        for kid in source["K"]:
            if isinstance(kid, int):
                if hidden:
                    self.ornaments.add((page, kid))
                elif (page, kid) not in self.ornaments:
                    element.kids.append((page, kid))
            elif "S" in (found := self._objects[int(kid.split()[0])]):
                self._take(element, found, page, hidden)
            else:
                element.kids.append(kid)

    # What means something

    def _tidied(self, element: Element) -> list[Kid]:
        """What stands for an element among its parent's kids: itself, its own kids, or nothing."""
        if element.kind == "/Figure" and "Alt" not in element.entries:
            self.ornaments.update(element.marks())
            return []
        _untable(element)
        self._tidy(element)
        if not element.kids and element.kind not in CELLS:
            return []
        if element.kind not in MEANINGLESS or element.entries:
            return [element]
        if element.block and _is_text(element.kids):
            element.kind = "/P"
            return [element]
        return _paragraphs(element.kids) if element.block else element.kids

    def _tidy(self, element: Element) -> None:
        """Give an element the kids that it may have."""
        kids: list[Kid] = []
        for kid in element.kids:
            if isinstance(kid, Element):
                if kid.kind == "/Caption" and element.kind not in CAPTIONED:
                    kid.kind = "/Div"
                kids += self._tidied(kid)
            else:
                kids.append(kid)
        if element.kind in LINES:
            kids = _line(element.kind, kids)
        elif element.kind == "/L":
            kids = _items(kids)
        elif element.kind == "/LI":
            kids = _item(kids)
        elif element.kind in FLOWS:
            kids = _flow(kids)
        elif element.kind not in UNCHANGED:
            kids = _paragraphs(kids)
        element.kids = kids


def _begun(source: Any, made: BoxPiece) -> Element:
    """An element as WeasyPrint began it. Headers have a scope instead of a name that every cell repeats."""
    kind = DEFINITIONS.get(made.tag, str(source["S"]))
    entries = {"Alt": source["Alt"]} if "Alt" in source else {}
    attributes = {name: value for name, value in source.get("A", {}).items() if name != "Headers"}
    if kind == "/TH":
        attributes["Scope"] = "/Row" if made.get("scope").startswith("row") else "/Column"
    if len(attributes) > 1:  # not their owner alone
        entries["A"] = pydyf.Dictionary(attributes)
    if language := made.get("lang"):
        entries["Lang"] = pydyf.String(language)
    return Element(kind, [], entries, made.block)


def _kind(kid: Kid) -> str:
    """The kind of an element, empty for content."""
    return kid.kind if isinstance(kid, Element) else ""


def _is_loose(kid: Kid) -> bool:
    return _kind(kid) in INLINE


def _is_text(kids: list[Kid]) -> bool:
    """Whether these are a line of text, perhaps with pictures in it; pictures alone are none."""
    return all(map(_is_loose, kids)) and any(_kind(kid) != "/Figure" for kid in kids)


def _paragraphs(kids: Iterable[Kid]) -> list[Kid]:
    """Text that stands among paragraphs becomes one, too."""
    found: list[Kid] = []
    for loose, group in groupby(kids, _is_loose):
        run = list(group)
        found += [Element("/P", run)] if loose and _is_text(run) else run
    return found


def _flow(kids: list[Kid]) -> list[Kid]:
    return kids if _is_text(kids) else _paragraphs(kids)


def _line(kind: str, kids: Iterable[Kid]) -> list[Kid]:
    """No paragraph in a line of text, and no link in a link."""
    return [
        each for kid in kids for each in (kid.kids if isinstance(kid, Element) and kid.kind in {"/P", kind} else [kid])
    ]


def _item(kids: Iterable[Kid]) -> list[Kid]:
    """An item of a list: labels, then the body that holds all else."""
    labels: list[Kid] = []
    rest: list[Kid] = []
    for kid in kids:
        if isinstance(kid, Element) and kid.kind == "/LBody":
            rest += kid.kids
        else:
            (labels if _kind(kid) == "/Lbl" else rest).append(kid)
    return [*labels, *([Element("/LBody", _flow(rest))] if rest else [])]


def _items(kids: Iterable[Kid]) -> list[Kid]:
    """The items of a list. A term begins one; whatever is none, such as a list within a list, belongs to the last."""
    found: list[Kid] = []
    for kid in kids:
        last = found[-1] if found else None
        if _kind(kid) in {"/LI", "/Caption"}:
            found.append(kid)
        elif isinstance(last, Element) and _takes(last, kid):
            last.kids = _item([*last.kids, kid])
        else:
            found.append(Element("/LI", _item([kid])))
    return found


def _takes(last: Element, kid: Kid) -> bool:
    return last.kind == "/LI" and (_kind(kid) != "/Lbl" or _kind(last.kids[-1]) == "/Lbl")


def _untable(element: Element) -> None:
    """A table without a single header cell is there for its looks; in a list of links it is a table of contents."""
    if element.kind != "/Table":
        return
    below = [each for each in element.walk() if isinstance(each, Element)]
    kinds = {each.kind for each in below}
    if "/TH" in kinds:
        return
    names = {"/Table": "/TOC", "/TR": "/TOCI"} if "/Link" in kinds else {}
    for each in below:
        if each.kind in {"/Table", "/TR", "/TD"} | ROWS:
            each.kind = names.get(each.kind, "/Div")
            each.entries.pop("A", None)


def _close_gaps(elements: Iterable[Element]) -> None:
    """Close gaps between heading levels: where an author goes from `##` to `####`, readers are told of `###`."""
    path: list[tuple[int, int]] = []
    for each in (part for element in elements for part in element.walk()):
        if isinstance(each, Element) and each.kind in HEADINGS:
            written = int(each.kind[2])
            while path and path[-1][0] >= written:
                path.pop()
            level = path[-1][1] + 1 if path else written
            path.append((written, level))
            each.kind = f"/H{level}"
