"""Joins laid-out units into one PDF: pages in order, one font set, one structure tree, stamps, ways through it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from generator.handbook.book import Book, Unit, working_on
from generator.handbook.join import document_info, fonts, navigation, paging, running_heads, tabs
from generator.handbook.join.paging import Sheet
from generator.handbook.join.writer import Writer, array, dictionary, number, numbers, reference, text
from generator.handbook.page.fragment import (
    CATALOG,
    COLOURS,
    DOCUMENT,
    FIRST_LOCAL,
    INFO,
    METADATA,
    PAGES,
    STRUCTURE,
    Face,
    Fragment,
    Stamp,
    body,
)
from generator.handbook.page.inks import STATES
from generator.handbook.page.trim import Frame, frame
from generator.papers import Make

_MOVABLE = re.compile(rb"(\d+) 0 ([RK])\b")
_STATES = dictionary(**{name: state.encode() for name, state in STATES.items()})
KIDS = 50
"""Pages below one node of the page tree."""


@dataclass(frozen=True, slots=True)
class BookLayout:
    """A book with all its units laid out and its pages counted: ready to be written."""

    book: Book
    units: Sequence[Unit]
    fragments: Sequence[Fragment]
    sheets: Sequence[Sheet]
    stamps: Mapping[str, Stamp]
    faces: Mapping[str, Face]
    files: Mapping[str, bytes]
    """The subsetted font file of every face."""
    expected: Sequence[str] | None = None
    """The ids of the cases that must be in the book, and no others; None when that is not to be checked."""

    def unit_of(self, index: int | None) -> Unit | None:
        """The unit that a page of the file shows."""
        place = self.sheets[index].unit if index is not None and index < len(self.sheets) else None
        return None if place is None else self.units[place]


def write(laid: BookLayout, out: BinaryIO) -> None:
    """Write the finished PDF."""
    version = "1.6" if laid.book.make is Make.PRINT else "1.7"  # PDF/X-4 is made of PDF 1.6
    _Assembly(laid, Writer(out, FIRST_LOCAL, version)).run()


@dataclass
class _Assembly:
    laid: BookLayout
    writer: Writer
    bases: list[int] = field(default_factory=list)
    seen: dict[bytes, int] = field(default_factory=dict)
    """Digests of the streams that were written, each with its number."""
    twins: dict[int, int] = field(default_factory=dict)
    """Streams that were not written since an equal one was, by the number they would have: the number to use."""
    pages: list[int] = field(default_factory=list)
    parents: list[bytes] = field(default_factory=list)
    keys: list[int] = field(default_factory=list)
    """The parent-tree key of every unit's first link."""

    @property
    def tagged(self) -> bool:
        """Only the screen make carries a structure: print allows no links, and needs none."""
        return self.laid.book.make is Make.SCREEN

    def run(self) -> None:
        """The whole file."""
        laid, writer = self.laid, self.writer
        fonts.write(writer, dict(laid.faces), dict(laid.files))
        writer.add(document_info.colours(laid.book.make), COLOURS)
        self._number()
        for place, unit in enumerate(laid.units):
            with working_on(unit):
                self._copy(place)
        self._write_pages(frame(laid.book.make, laid.book.paper))
        if self.tagged:
            self._write_structure()
        self._write_catalog()
        writer.finish(CATALOG, INFO)

    def _number(self) -> None:
        """Give every unit its numbers, every page its object, every link its key."""
        self.keys = []
        key = len(self.laid.sheets)
        for fragment in self.laid.fragments:
            self.bases.append(self.writer.reserve(fragment.size) - FIRST_LOCAL)
            self.keys.append(key)
            key += len(fragment.linked)
        for sheet in self.laid.sheets:
            if sheet.unit is None:
                self.pages.append(self.writer.reserve())
            else:
                self.pages.append(self.bases[sheet.unit] + self.laid.fragments[sheet.unit].pages[sheet.page])

    # Units

    def _copy(self, place: int) -> None:
        """All objects of one unit; a stream that another unit has as well, such as a picture, is written once."""
        fragment, base, key = self.laid.fragments[place], self.bases[place], self.keys[place]
        assert fragment.path
        objects, streams = body(fragment.path)
        for stream in streams:
            if not _MOVABLE.search(stream.dictionary):
                digest = hashlib.sha256(stream.dictionary + stream.data).digest()
                known = self.seen.setdefault(digest, base + stream.number)
                if known != base + stream.number:
                    self.twins[base + stream.number] = known

        def moved(match: re.Match[bytes]) -> bytes:
            local = int(match[1])
            if match[2] == b"K":
                return b"%d" % (key + local)
            if local < FIRST_LOCAL:
                return match[0]
            return reference(self._written(base + local))

        for local, data in objects:
            self.writer.add(_MOVABLE.sub(moved, data), base + local)
        for stream in streams:
            if base + stream.number not in self.twins:
                self.writer.stream(_MOVABLE.sub(moved, stream.dictionary), stream.data, base + stream.number)

    def _written(self, number: int) -> int:
        """The number of the stream that was written for one of these bytes."""
        return self.twins.get(number, number)

    # Pages

    def _write_pages(self, edges: Frame) -> None:
        """Every page with its stamps, and the tree of pages."""
        before = {right: self._prefix(edges, right) for right in (False, True)}
        before_bare = self._prefix(edges, None)
        nodes = [self.writer.reserve() for _ in range(0, len(self.pages), KIDS)]
        laid = self.laid
        for index, sheet in enumerate(laid.sheets):
            prefix = before_bare if sheet.bare else before[sheet.right]
            with working_on(laid.unit_of(index)):
                self._write_page(index, sheet, prefix, nodes[index // KIDS], edges)
        for place, node in enumerate(nodes):
            kids = self.pages[place * KIDS : (place + 1) * KIDS]
            held = array(map(reference, kids))
            entry = dictionary(Type=b"/Pages", Parent=reference(PAGES), Count=b"%d" % len(kids), Kids=held)
            self.writer.add(entry, node)
        held = array(map(reference, nodes))
        self.writer.add(dictionary(Type=b"/Pages", Count=b"%d" % len(self.pages), Kids=held), PAGES)

    def _prefix(self, edges: Frame, right: bool | None) -> int:
        """What comes before a unit's own drawing: keep its state apart, clip it to the bleed, shift it for binding."""
        operators = b"q\n"
        if self.laid.book.make is Make.PRINT:
            left, bottom, far, top = edges.bleed
            operators += b"%s re W n\n" % numbers((left, bottom, far - left, top - bottom))[1:-1]
            operators += b"1 0 0 1 %s 0 cm\n" % number(0 if right is None else edges.shift(right))
        return self.writer.packed(operators)

    def _write_page(self, index: int, sheet: Sheet, prefix: int, node: int, edges: Frame) -> None:
        laid = self.laid
        entries: dict[str, bytes | None] = {
            "Type": b"/Page",
            "Parent": reference(node),
            "MediaBox": numbers(edges.media),
            "BleedBox": numbers(edges.bleed),
            "TrimBox": numbers(edges.trim),
        }
        unit, own = None, {}
        if sheet.unit is None:
            entries["Resources"] = b"<</Font 4 0 R/ColorSpace 5 0 R/ExtGState %s>>" % _STATES
            before = [prefix]
        else:
            unit, fragment, base = laid.units[sheet.unit], laid.fragments[sheet.unit], self.bases[sheet.unit]
            own = fragment.stamps
            entries["Resources"] = reference(base + fragment.resources)
            before = [prefix, self._written(base + fragment.contents[sheet.page])]
            if fragment.annotations[sheet.page]:
                entries["Annots"] = array(reference(base + each) for each in fragment.annotations[sheet.page])
        after = self.writer.packed(self._suffix(sheet, unit, own, edges))
        entries["Contents"] = array(reference(each) for each in (*before, after))
        if self.tagged:
            entries |= {"StructParents": b"%d" % index, "Tabs": b"/S"}
        self.writer.add(dictionary(**entries), self.pages[index])

    def _suffix(self, sheet: Sheet, unit: Unit | None, own: Mapping[str, Stamp], edges: Frame) -> bytes:
        """What comes after it: running head, folio and mark, shifted with the page, then crop marks."""
        stamped = running_heads.drawn(sheet, unit, self.laid.stamps, own, self.laid.book.demo)
        tab = tabs.drawn(unit.tab, self.laid.book, edges, own, sheet.right) if unit and unit.tab else ""
        if self.laid.book.make is Make.SCREEN:
            return f"Q\n{tab}{stamped}".encode("latin-1")
        shift = 0 if sheet.bare else edges.shift(sheet.right)
        # The print make has no structure, so its stamps carry no marks either.
        tab, bare = (re.sub(r"/Artifact .*? BDC\n|EMC\n", "", each) for each in (tab, stamped))
        return f"Q\n{tab}q\n1 0 0 1 {shift:.3f} 0 cm\n{bare}Q\n".encode("latin-1") + edges.crop_marks()

    # Structure

    def _write_structure(self) -> None:
        """One tree for the whole book: units side by side, marked content and links found by their keys."""
        laid, writer = self.laid, self.writer
        values = [self._content(sheet) for sheet in laid.sheets]
        top: list[bytes] = []
        for fragment, base in zip(laid.fragments, self.bases, strict=True):
            values += [reference(base + element) for element in fragment.linked]
            top += [reference(base + element) for element in fragment.top]
        language = text(laid.book.language)
        writer.add(dictionary(S=b"/Document", P=reference(STRUCTURE), K=array(top), Lang=language), DOCUMENT)
        root = dictionary(
            Type=b"/StructTreeRoot",
            K=array([reference(DOCUMENT)]),
            ParentTree=navigation.number_tree(writer, values),
            ParentTreeNextKey=b"%d" % len(values),
        )
        writer.add(root, STRUCTURE)

    def _content(self, sheet: Sheet) -> bytes:
        """The elements of a page's marked content, by its number."""
        if sheet.unit is None:
            return b"[]"
        base = self.bases[sheet.unit]
        elements = self.laid.fragments[sheet.unit].parents[sheet.page]
        return reference(self.writer.add(array(reference(base + each) if each else b"null" for each in elements)))

    # The document

    def _write_catalog(self) -> None:
        laid, writer, book = self.laid, self.writer, self.laid.book
        anchors = paging.anchors(laid.sheets, laid.fragments)
        places = {name: navigation.destination(self.pages[index], x, y) for name, (index, x, y) in anchors.items()}
        headings = [heading for unit in laid.units for heading in unit.headings]
        writer.gather()
        outline = navigation.outline(writer, headings, places)
        writer.gather()
        names = navigation.name_tree(writer, places) if self.tagged else None
        writer.stream(b"<</Type /Metadata/Subtype /XML>>", document_info.xmp(book), METADATA)
        writer.add(document_info.info(book), INFO)
        catalog: dict[str, bytes | None] = {
            "Type": b"/Catalog",
            "Pages": reference(PAGES),
            "Lang": text(book.language),
            "Metadata": reference(METADATA),
            "Outlines": outline,
            "PageMode": b"/UseOutlines" if outline else None,
            "PageLabels": navigation.page_labels(paging.labels(laid.sheets)),
            "Names": b"<</Dests %s>>" % names if names else None,
            "ViewerPreferences": b"<</DisplayDocTitle true>>",
        }
        if self.tagged:
            catalog |= {"MarkInfo": b"<</Marked true>>", "StructTreeRoot": reference(STRUCTURE)}
        else:
            catalog["OutputIntents"] = array([document_info.output_intent(writer, book.inks.stock)])
        writer.add(dictionary(**catalog), CATALOG)
