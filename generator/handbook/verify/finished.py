"""A finished PDF as the checks read it, through pikepdf: independently of the program that wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pikepdf

from generator.handbook.verify import inking
from generator.handbook.verify.inking import Painted

_OPERATOR = re.compile(
    rb"/(?P<tag>\w+)\s+<</MCID (?P<mark>\d+)>>\s+BDC|/Artifact\b(?P<artifact>[^\n]*?)\s+(?:BMC|BDC)\b"
    rb"|(?P<end>\bEMC\b)|(?<![/\w])(?P<paint>Tj|TJ|Do|f\*?|S|s|B\*?|b\*?|sh|BI)(?!\w)"
)


@dataclass(slots=True)
class Node:
    """A structure element: its standard type, its parent's, its object, and its content by page and number."""

    kind: str
    parent: str
    object: Any
    kids: list[Node] = field(default_factory=list)
    marks: list[tuple[tuple[int, int], int]] = field(default_factory=list)
    annotations: list[Any] = field(default_factory=list)
    page: tuple[int, int] | None = None
    """The object of the page that it is on, or begins on."""


@dataclass
class FinishedPdf:
    """One PDF, and which of its pages are to be examined in full (None: all)."""

    pdf: pikepdf.Pdf
    chosen: Set[int] | None = None
    colours: frozenset[tuple[float, ...]] = frozenset()
    """The inks of the colours that have a name in the book."""
    at: int | None = None
    """The page that was looked at last, by its index."""
    _painted: dict[tuple[int, int], frozenset[Painted]] = field(default_factory=dict)

    @cached_property
    def root(self) -> Any:
        """The document catalog."""
        return self.pdf.Root

    @cached_property
    def places(self) -> dict[tuple[int, int], int]:
        """Index of every page by its object."""
        return {page.obj.objgen: index for index, page in enumerate(self.pdf.pages)}

    @property
    def pages(self) -> Iterator[tuple[int, Any]]:
        """The pages to be examined with their indices."""
        for index, page in self._pages:
            self.at = index
            yield index, page

    @cached_property
    def _pages(self) -> list[tuple[int, Any]]:
        return [(index, page.obj) for index, page in enumerate(self.pdf.pages) if self.is_chosen(index)]

    @property
    def nodes(self) -> Iterator[Node]:
        """The structure elements of those pages, in reading order."""
        for node in self._nodes:
            self.at = self.places[node.page] if node.page else None
            yield node

    @cached_property
    def _nodes(self) -> list[Node]:
        tree = self.root.get("/StructTreeRoot")
        if tree is None:
            return []
        document = tree.K[0] if isinstance(tree.K, pikepdf.Array) else tree.K
        found: list[Node] = []
        for kid in document.get("/K", ()):
            if "/Pg" not in kid or self.is_chosen(self.places.get(kid.Pg.objgen)):
                found += list(self._walk(kid, "Document"))
        return found

    def is_chosen(self, index: int | None) -> bool:
        """Whether a page is to be examined."""
        return self.chosen is None or index in self.chosen

    def _walk(self, element: Any, parent: str) -> Iterator[Node]:
        node = Node(str(element.S)[1:], parent, element, page=element.Pg.objgen if "/Pg" in element else None)
        yield node
        kids = element.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else (kids,):
            if isinstance(kid, int):
                assert node.page, "the page of its content"
                node.marks.append((node.page, kid))
            elif kid.get("/Type") == "/MCR":
                node.marks.append((kid.Pg.objgen, int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                node.annotations.append(kid.Obj)
            else:
                for place, below in enumerate(self._walk(kid, node.kind)):
                    if place == 0:
                        node.kids.append(below)
                    yield below

    @cached_property
    def parent_tree(self) -> dict[int, Any]:
        """The parent tree, flat."""
        tree = self.root.get("/StructTreeRoot")
        return dict(pikepdf.NumberTree(tree.ParentTree).items()) if tree is not None else {}

    @cached_property
    def destinations(self) -> dict[str, Any]:
        """The named destinations."""
        names = self.root.get("/Names")
        return {str(name): place for name, place in pikepdf.NameTree(names.Dests).items()} if names is not None else {}

    @cached_property
    def fonts(self) -> list[Any]:
        """Every font of the book: the pages share one dictionary."""
        seen = {}
        for _, page in self.pages:
            shared = page.Resources.get("/Font")
            if shared is not None and shared.objgen not in seen:
                seen[shared.objgen] = list(shared.values())
        return [font for fonts in seen.values() for font in fonts]

    @cached_property
    def labels(self) -> list[str]:
        """The label of every page, as viewers show it."""
        return [str(page.label) for page in self.pdf.pages]

    def bookmarks(self) -> list[tuple[int, str, int]]:
        """Level, title and page index of every bookmark, in order."""
        outlines = self.root.get("/Outlines")
        return list(self._items(outlines.get("/First"), 1)) if outlines is not None else []

    def _items(self, item: Any, level: int) -> Iterator[tuple[int, str, int]]:
        while item is not None:
            yield level, str(item.Title), self.places[item.Dest[0].objgen]
            yield from self._items(item.get("/First"), level + 1)
            item = item.get("/Next")

    def painted(self, page: Any) -> frozenset[Painted]:
        """What a page paints."""
        if page.objgen not in self._painted:
            self._painted[page.objgen] = inking.painted(page)
        return self._painted[page.objgen]

    def operators(self, page: Any) -> Iterator[re.Match[bytes]]:
        """What a page's content marks and paints."""
        return _OPERATOR.finditer(inking.content(page))
