"""Cuts WeasyPrint's PDF of one unit into a `Fragment`: renumbers its objects and leaves the book's own ones out."""

from __future__ import annotations

import re
import zlib
from typing import Any

import pydyf

from generator.handbook.engine import tags
from generator.handbook.engine.weasyprint70 import BlockBox, TextBox, boxes, content
from generator.handbook.page.fragment import COLOURS, DOCUMENT, FIRST_LOCAL, FONTS, PAGES, Fragment, Stamp, Stream
from generator.papers import Make

PX = 0.75
_TOKEN = re.compile(rb"\((?:\\.|[^\\()])*\)|(\d+) 0 R", re.DOTALL)
_NUMBER = re.compile(rb"\d+ 0 [RK]")
_GREY = re.compile(rb"(?<![\d.] )(?<![\d.])([\d.]+) \1 \1 (rg|RG)\b")
_MARK = re.compile(rb"/\w+\s+(?:<</MCID \d+>>\s+BDC|BMC)\n|EMC\n")
_MARKED = re.compile(rb"<</MCID (\d+)>>\s+BDC")
_CUT = re.compile(rb"/Span\s+<</MCID (\d+)>>\s+BDC\n(.*?)EMC\n", re.DOTALL)
_MATRIX = re.compile(rb"1 0 0 -1 ([\d.-]+) ([\d.-]+) Tm")


def cut(document: Any, pdf: Any, order: Any, fragment: Fragment) -> None:
    """Fill a fragment from the PDF that WeasyPrint is about to write."""
    _Cutter(document, pdf, order, fragment).run()


class _Cutter:
    def __init__(self, document: Any, pdf: Any, order: Any, fragment: Fragment) -> None:
        self.document, self.pdf, self.order, self.fragment = document, pdf, order, fragment
        self.objects = {each.number: each for each in pdf.objects if each.number}
        self.pages = [self.objects[int(reference.split()[0])] for reference in pdf.page_references]
        self.numbers: dict[int, int] = {pdf.pages.number: PAGES}
        self.ornaments: dict[int, set[int]] = {}
        """Marked content outside the text, such as pictures without words, by the number of its page's content."""

    def run(self) -> None:
        fragment = self.fragment
        self._take_stamps()
        printed = self.pages[:-1]
        resources = self.objects[_target(printed[0]["Resources"])]
        self._share(resources)
        wanted = self._link_texts()
        if self.order.make is Make.SCREEN:
            wanted += self._structure(printed)
        for page in printed:
            fragment.pages.append(self._local(page.number))
            fragment.contents.append(self._local(_target(page["Contents"])))
        fragment.resources = self._local(resources.number)
        self._write([resources, *(self.objects[_target(page["Contents"])] for page in printed), *wanted])
        fragment.size = max([0, *self.numbers.values()]) - FIRST_LOCAL + 1

    # Numbers

    def _local(self, number: int) -> int:
        if number not in self.numbers:
            self.numbers[number] = FIRST_LOCAL + self._used()
        return self.numbers[number]

    def _used(self) -> int:
        return sum(1 for number in self.numbers.values() if number >= FIRST_LOCAL)

    def _share(self, resources: Any) -> None:
        """Fonts and colour spaces belong to the whole book."""
        self.numbers[_target(resources["Font"])] = FONTS
        self.numbers[_target(resources["ColorSpace"])] = COLOURS

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
            literal = match[0]
            return b"<" + _unescaped(literal).hex().encode() + b">" if _NUMBER.search(literal) else literal

        return _TOKEN.sub(one, text)

    def _stream(self, number: int, source: Any) -> Stream:
        extra = dict(source.extra)
        data = content(source)
        if "Filter" not in extra:
            extra["Filter"] = "/FlateDecode"
            data = zlib.compress(self._printable(data, self.ornaments.get(source.number, set())), 6)
        extra.pop("Length", None)
        return Stream(number, self._moved(pydyf.Dictionary(extra).data), data)

    def _printable(self, operators: bytes, ornaments: set[int]) -> bytes:
        """Grey is printed with black ink alone; the print make carries no marks of a structure that it has not."""
        for mark in ornaments:
            operators = re.sub(rb"/\w+\s+<</MCID %d>>\s+BDC" % mark, b"/Artifact\nBMC", operators)
        operators = _GREY.sub(_grey, operators)
        return _MARK.sub(b"", operators) if self.order.make is Make.PRINT else operators

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
        """Tidy the structure tree, and say how it hangs together with pages and links."""
        root = self.objects[_target(self.pdf.catalog["StructTreeRoot"])]
        document = self.objects[_target(root["K"][0])]
        self.numbers[document.number] = DOCUMENT
        by_page: dict[bytes, list[Any]] = {page.reference: [] for page in printed}
        for reference in document["K"]:
            source = self.objects[_target(reference)]
            if source["Pg"] in by_page:
                by_page[source["Pg"]].append(source)
        written: list[Any] = []
        kinds: list[str] = []
        levels = tags.Levels()
        for page in printed:
            marks: dict[int, int] = {}
            ornaments = self.ornaments.setdefault(_target(page["Contents"]), set())
            for source in by_page[page.reference]:
                top = tags.tree(self.objects, source.number, ornaments)
                for element in tags.dissolved(top, "/Document", ornaments):
                    assert isinstance(element, tags.Element)
                    levels.close(element)
                    kinds += tags.kinds(element)
                    self.fragment.top.append(self._local(element.number))
                    written += [each for _, each in tags.write(element, document.reference, page.reference, marks)]
            found = map(int, _MARKED.findall(content(self.objects[_target(page["Contents"])])))
            ornaments.update(mark for mark in found if mark not in marks)  # what stands in margins
            count = max(marks, default=-1) + 1
            self.fragment.parents.append([self._local(marks[mark]) if mark in marks else 0 for mark in range(count)])
        self.fragment.headings = [int(kind[2]) for kind in kinds if re.fullmatch(r"/H[1-6]", kind)]
        self._number_links(written)
        self._name_headers(written)
        return written

    def _number_links(self, elements: list[Any]) -> None:
        """Give every link its key in the parent tree."""
        for element in elements:
            for kid in element.get("K", ()):
                if isinstance(kid, int):
                    continue
                reference = self.objects[_target(kid)]
                if reference.get("Type") == "/OBJR":
                    annotation = self.objects[_target(reference["Obj"])]
                    annotation["StructParent"] = b"%d 0 K" % len(self.fragment.linked)
                    self.fragment.linked.append(self._local(element.number))

    def _name_headers(self, elements: list[Any]) -> None:
        """Table headers have names that are unique in the book, and say which way they head."""
        for element in elements:
            if element["S"] == "/TH":
                element["A"]["Scope"] = "/Row" if self._heads_a_row(element) else "/Column"
                if "ID" in element:
                    element["ID"] = self._unique(element["ID"])
                    self.fragment.ids.append((element["ID"].string, self._local(element.number)))
            if headers := element.get("A", {}).get("Headers") if isinstance(element.get("A"), dict) else None:
                element["A"]["Headers"] = pydyf.Array([self._unique(header) for header in headers])

    def _heads_a_row(self, header: Any) -> bool:
        """Whether a header stands before data cells, and not in the head of its table."""
        row = self.objects[_target(header["P"])]
        kinds = {self.objects[_target(kid)].get("S") for kid in row["K"] if isinstance(kid, bytes)}
        return "/TD" in kinds and self.objects[_target(row["P"])]["S"] != "/THead"

    def _unique(self, name: Any) -> Any:
        return name if name.string.startswith(self.order.id) else pydyf.String(f"{self.order.id}:{name.string}")

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
        red, green, blue = box.style["color"].to("srgb").coordinates
        x, baseline = box.position_x * PX, (height - box.position_y - box.baseline) * PX
        text = operators[operators.index(b"BT") : operators.rindex(b"ET")]
        text = _MATRIX.sub(b"0.75 0 0 0.75 %(x)s %(y)s Tm", text.replace(b"%", b"%%"), count=1)
        ink = f"{red:.4g} g" if red == green == blue else f"{red:.4g} {green:.4g} {blue:.4g} rg"
        drawn = (ink.encode() + b"\n" + text + b"ET").decode("latin-1")
        self.fragment.stamps[name] = Stamp(drawn, round(x, 3), round(baseline, 3), round(width * PX, 3))


def _grey(match: re.Match[bytes]) -> bytes:
    return match[1] + (b" g" if match[2] == b"rg" else b" G")


def _target(reference: bytes) -> int:
    return int(reference.split()[0])


def _unescaped(literal: bytes) -> bytes:
    return re.sub(rb"\\(.)", rb"\1", literal[1:-1], flags=re.DOTALL)
