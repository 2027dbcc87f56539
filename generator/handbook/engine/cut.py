"""Cuts WeasyPrint's PDF of one unit into a `Fragment`: renumbers its objects and leaves the book's own ones out."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Any

import pydyf

from generator.handbook.engine import plates, tags
from generator.handbook.engine.weasyprint70 import BlockBox, TextBox, boxes, content
from generator.handbook.page.fragment import COLOURS, DOCUMENT, FIRST_LOCAL, FONTS, PAGES, Fragment, Stamp, Stream
from generator.papers import Make

PX = 0.75
"""Points in a CSS pixel."""

_TOKEN = re.compile(rb"\((?:\\.|[^\\()])*\)|(\d+) 0 R", re.DOTALL)
_NUMBER = re.compile(rb"\d+ 0 [RK]")
_GREY = re.compile(rb"(?<![\d.] )(?<![\d.])([\d.]+) \1 \1 (rg|RG)\b")
_MARK = re.compile(rb"/\w+\s+(?:<</MCID \d+>>\s+BDC|BMC)\n|EMC\n")
_BEGIN = re.compile(rb"/\w+\s+<</MCID (\d+)>>\s+BDC")
_BLANK = re.compile(rb"<</MCID (\d+)>>\s+BDC\n(?:[^\n]*(?:gs|g|rg)\n)*BT\nET\nEMC")
_CUT = re.compile(rb"/Span\s+<</MCID (\d+)>>\s+BDC\n(.*?)EMC\n", re.DOTALL)
_MATRIX = re.compile(rb"1 0 0 -1 ([\d.-]+) ([\d.-]+) Tm")


def cut(document: Any, pdf: Any, order: Any, fragment: Fragment) -> None:
    """Fill a fragment from the PDF that WeasyPrint is about to write."""
    _Cutter(document, pdf, order, fragment).run()


class _Cutter:
    def __init__(self, document: Any, pdf: Any, order: Any, fragment: Fragment) -> None:
        self.document, self.pdf, self.order, self.fragment = document, pdf, order, fragment
        self.inks = order.inks if order.make is Make.PRINT else None
        self.objects = {each.number: each for each in pdf.objects if each.number}
        self.pages = [self.objects[int(reference.split()[0])] for reference in pdf.page_references]
        self.numbers: dict[int, int] = {pdf.pages.number: PAGES}
        self.next = FIRST_LOCAL
        self.ornaments: dict[int, set[int]] = {}
        """Marked content that no element holds, by the number of its page's content."""

    def run(self) -> None:
        fragment = self.fragment
        self._take_stamps()
        printed = self.pages[:-1]
        resources = self.objects[_target(printed[0]["Resources"])]
        # Fonts and colour spaces belong to the whole book.
        self.numbers |= {_target(resources["Font"]): FONTS, _target(resources["ColorSpace"]): COLOURS}
        wanted = self._link_texts()
        if self.order.make is Make.SCREEN:
            wanted += self._structure(printed)
        for page in printed:
            fragment.pages.append(self._local(page.number))
            fragment.contents.append(self._local(_target(page["Contents"])))
        fragment.resources = self._local(resources.number)
        self._write([resources, *(self.objects[_target(page["Contents"])] for page in printed), *wanted])
        fragment.size = self.next - FIRST_LOCAL

    # Numbers

    def _local(self, number: int) -> int:
        if number not in self.numbers:
            self.numbers[number] = self.next
            self.next += 1
        return self.numbers[number]

    def _write(self, todo: list[Any]) -> None:
        """Write objects and everything that they refer to."""
        fragment, written = self.fragment, set(self.fragment.pages)
        while todo:
            source = todo.pop()
            number = self._local(source.number)
            if number in written or number < FIRST_LOCAL:
                continue
            written.add(number)
            before = set(self.numbers)
            if self.inks:
                plates.provide(source)
            if isinstance(source, pydyf.Stream):
                fragment.streams.append(self._stream(number, source))
            else:
                fragment.objects.append((number, self._moved(source.data)))
            todo += [self.objects[new] for new in self.numbers.keys() - before]
        fragment.objects.sort()
        fragment.streams.sort(key=lambda each: each.number)

    def _moved(self, text: bytes) -> bytes:
        """An object's text with the fragment's numbers."""

        def one(match: re.Match[bytes]) -> bytes:
            if match[1]:
                return b"%d 0 R" % self._local(int(match[1]))
            if not _NUMBER.search(match[0]):
                return match[0]
            unescaped = re.sub(rb"\\(.)", rb"\1", match[0][1:-1], flags=re.DOTALL)
            return b"<" + unescaped.hex().encode() + b">"

        return _TOKEN.sub(one, plates.entries(text, self.inks) if self.inks else text)

    def _stream(self, number: int, source: Any) -> Stream:
        extra = dict(source.extra)
        data = content(source)
        if "Filter" not in extra:
            extra["Filter"] = "/FlateDecode"
            data = zlib.compress(self._printable(data, self.ornaments.get(source.number, set())), 6)
        extra.pop("Length", None)
        return Stream(number, self._moved(pydyf.Dictionary(extra).data), data)

    def _printable(self, operators: bytes, ornaments: set[int]) -> bytes:
        """The print make in inks, without the marks of a structure that it has not; grey is grey in both."""
        if ornaments:
            operators = _BEGIN.sub(lambda each: b"/Artifact\nBMC" if int(each[1]) in ornaments else each[0], operators)
        if self.inks:
            return plates.operators(_MARK.sub(b"", operators), self.inks)
        return _GREY.sub(_grey, operators)

    # Structure

    def _link_texts(self) -> list[Any]:
        """Say in words where links lead; gather each page's links. The print make has none."""
        for page in self.document.pages:
            for _, target, _, box in page.links:
                if box.link_annotation is not None:
                    text = "".join(box.element.itertext()).strip() or box.element.get("aria-label") or target
                    box.link_annotation["Contents"] = pydyf.String(" ".join(text.split()))
        found = []
        for source in self.pages[:-1]:
            references = source.get("Annots", []) if self.order.make is Make.SCREEN else []
            annotations = [self.objects[_target(reference)] for reference in references]
            self.fragment.annotations.append([self._local(each.number) for each in annotations])
            found += annotations
        return found

    def _structure(self, printed: list[Any]) -> list[Any]:
        """Write the tidied structure tree, and say how it hangs together with pages and links."""
        root = self.objects[_target(self.pdf.catalog["StructTreeRoot"])]
        document = self.objects[_target(root["K"][0])]
        self.numbers[document.number] = DOCUMENT
        pages = {page.reference: place for place, page in enumerate(printed)}
        structure = tags.Structure(self.objects, document, pages, set(self._blank(printed)))
        for page, mark in structure.ornaments:
            self.ornaments.setdefault(_target(printed[page]["Contents"]), set()).add(mark)
        written: list[Any] = []
        owners: dict[tags.Mark, int] = {}
        for element in structure.top:
            made = self._element(element, document.reference, owners, written)
            self.fragment.top.append(self._local(made.number))
        for place in range(len(printed)):
            self._margins(printed[place], {mark for page, mark in owners if page == place})
            count = max((mark for page, mark in owners if page == place), default=-1) + 1
            self.fragment.parents.append([owners.get((place, mark), 0) for mark in range(count)])
        self.fragment.headings = structure.headings()
        return written

    def _margins(self, page: Any, owned: set[int]) -> None:
        """What no element holds stands in the margins of a page."""
        contents = _target(page["Contents"])
        marks = map(int, _BEGIN.findall(content(self.objects[contents])))
        self.ornaments.setdefault(contents, set()).update(mark for mark in marks if mark not in owned)

    def _blank(self, printed: list[Any]) -> Iterator[tags.Mark]:
        """The content that draws nothing: spaces between boxes."""
        for place, page in enumerate(printed):
            drawn = content(self.objects[_target(page["Contents"])])
            yield from ((place, int(mark)) for mark in _BLANK.findall(drawn))

    def _element(self, element: tags.Element, parent: bytes, owners: dict[tags.Mark, int], written: list[Any]) -> Any:
        """Write an element with all below it; `owners` gets the element of all content."""
        made = pydyf.Dictionary({"S": element.kind, "P": parent, **element.entries})
        self.pdf.add_object(made)
        self.objects[made.number] = made
        written.append(made)
        number = self._local(made.number)
        if (first := next(element.marks(), None)) is not None:
            kind = element.kind[1:]
            self.fragment.elements[kind] = self.fragment.elements.get(kind, 0) + 1
            made["Pg"] = self.pages[first[0]].reference
            if box := made.get("A", {}).get("BBox"):
                made["A"]["BBox"] = _area(box, self.document.pages[first[0]].height)
        kids = pydyf.Array()
        for kid in element.kids:
            if isinstance(kid, tags.Element):
                kids.append(self._element(kid, made.reference, owners, written).reference)
            elif isinstance(kid, bytes):
                kids.append(kid)
                self._number_link(self.objects[_target(kid)], number)
            else:
                owners[kid] = number
                page, mark = kid
                reference = pydyf.Dictionary({"Type": "/MCR", "Pg": self.pages[page].reference, "MCID": mark})
                kids.append(mark if self.pages[page].reference == made["Pg"] else reference)
        if kids:
            made["K"] = kids
        return made

    def _number_link(self, reference: Any, element: int) -> None:
        """Give a link its key in the parent tree."""
        self.objects[_target(reference["Obj"])]["StructParent"] = b"%d 0 K" % len(self.fragment.linked)
        self.fragment.linked.append(element)

    # Stamps

    def _take_stamps(self) -> None:
        """Cut the lines of the spare page, each by the mark around its text."""
        page = self.document.pages[-1]
        stream = self.objects[_target(self.pages[-1]["Contents"])]
        texts = {int(mark): operators for mark, operators in _CUT.findall(content(stream) + b"\n")}
        blocks = [box for box in boxes(page) if type(box) is BlockBox and box.element is not None]
        widths = {box.element.get("id"): box.width for box in blocks}
        lines = [box for box in boxes(page) if type(box) is TextBox]
        for box, mark in zip(lines, sorted(texts), strict=True):
            name = box.element.get("id", "")
            if name.startswith("spare:"):
                self._stamp(name.removeprefix("spare:"), box, min(box.width, widths[name]), page.height, texts[mark])

    def _stamp(self, name: str, box: Any, width: float, height: float, operators: bytes) -> None:
        colour = box.style["color"].to("srgb").coordinates
        x, baseline = box.position_x * PX, (height - box.position_y - box.baseline) * PX
        text = operators[operators.index(b"BT") : operators.rindex(b"ET")]
        text = _MATRIX.sub(b"0.75 0 0 0.75 %(x)s %(y)s Tm", text.replace(b"%", b"%%"), count=1)
        text += b"ET"
        if self.inks:
            drawn = plates.stamp(colour, self.inks, text)
        else:
            drawn = _GREY.sub(_grey, b"%.4g %.4g %.4g rg" % tuple(colour)) + b"\n" + text
        self.fragment.stamps[name] = Stamp(
            drawn.decode("latin-1"), round(x, 3), round(baseline, 3), round(width * PX, 3)
        )


def _area(box: Any, height: float) -> Any:
    """A rectangle in CSS pixels from the top of a page, in points from its foot."""
    left, top, right, bottom = box
    return pydyf.Array(round(each * PX, 2) for each in (left, height - bottom, right, height - top))


def _grey(match: re.Match[bytes]) -> bytes:
    return match[1] + (b" g" if match[2] == b"rg" else b" G")


def _target(reference: bytes) -> int:
    return int(reference.split()[0])
