"""Counts violations of the rules of Chinese composition on the pages of a finished PDF, by where its characters are.

Run on a file: python -m tests.handbook.scan book.pdf
"""

from __future__ import annotations

import ctypes
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

from generator.handbook.chinese.characters import CLOSING, HAN, MARKS, OPENING, is_gap

RULES = (
    "closing mark at line start",
    "joining mark at line start",
    "opening mark at line end",
    "broken dash or ellipsis",
    "adjacent marks not squeezed",
    "no quarter em beside Latin",
    "number apart from unit",
    "not flush right",
    "widow",
    "orphan",
    "lonely last character",
    "beyond the measure",
    "torn apart",
)
LEADINGS = {10.5: 18.0, 9.5: 15.0, 9.0: 15.0}
"""Points from line to line of text that is justified, by its size. Tables, which are not, are set closer."""

DRAWN = 8.2
"""Points of the letters in drawings, which are set as they are measured, are fewer."""

MOST = 0.25
"""Ems by which a gap may be widened; a line that would need more is ragged."""

FLUSH = 0.15
"""Points by which the end of a justified line may differ from the edge: less than a hair."""

_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile(r"[A-Za-z0-9]")
_JOINING = frozenset("·・‧～")


@dataclass(frozen=True, slots=True)
class Char:
    """A character: where it begins and ends by its advance, and its size."""

    text: str
    left: float
    right: float
    base: float
    size: float
    sans: bool = False

    @property
    def is_square(self) -> bool:
        """Whether it is as wide as a Han character; quotes of Latin text are not."""
        return self.right - self.left > 0.7 * self.size


@dataclass(slots=True)
class Line:
    """The characters on one baseline, from left to right, without spaces at the ends."""

    chars: list[Char]
    item: bool = False
    """Whether an item of a list begins here."""

    @property
    def text(self) -> str:
        return "".join(char.text for char in self.chars)

    @property
    def base(self) -> float:
        return self.chars[0].base

    @property
    def left(self) -> float:
        """Where the text begins; the blank half of an opening mark hangs out."""
        first = self.chars[0]
        return first.left + (0.5 * first.size if first.text in OPENING and first.is_square else 0)

    @property
    def right(self) -> float:
        """Where the text ends; the blank half of a closing mark hangs out."""
        last = self.chars[-1]
        return last.left + 0.5 * last.size if last.text in CLOSING and last.is_square else last.right

    def moved(self, by: float) -> Line:
        """The line with all its characters so many points further to the right."""
        return Line([replace(char, left=char.left + by, right=char.right + by) for char in self.chars], self.item)

    @property
    def size(self) -> float:
        return Counter(round(char.size, 1) for char in self.chars).most_common(1)[0][0]

    @property
    def gaps(self) -> int:
        """Where it may be stretched: between Han characters, and where a space is."""
        return sum(is_gap(a.text, b.text) or b.left - a.right > 0.15 * a.size for a, b in pairwise(self.chars))

    @property
    def leading(self) -> float:
        return LEADINGS.get(self.size, 0.0)

    @property
    def is_body(self) -> bool:
        """Whether it is of running text: headings are set in sans serif throughout."""
        return bool(self.leading) and not all(char.sans for char in self.chars)


@dataclass(slots=True)
class Result:
    """Violations by rule, with an example of each, and what was looked at."""

    pages: int = 0
    lines: int = 0
    justified: int = 0
    worst: float = 0.0
    found: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)

    def add(self, rule: str, page: int, text: str) -> None:
        self.found[rule] += 1
        self.examples.setdefault(rule, []).append(f"p. {page + 1}: {text}")

    def report(self) -> str:
        lines = [f"{self.pages} pages, {self.lines} lines, {self.justified} justified, worst edge {self.worst:.2f} pt"]
        lines += [f"{self.found[rule]:6d}  {rule}" for rule in RULES]
        lines += [f"        {example}" for rule in RULES for example in self.examples.get(rule, [])[:5]]
        return "\n".join(lines)


def scan(path: Path, left: float, right: float, binding: float = 0.0) -> Result:
    """Look at every page; `left` and `right` are the edges of the text block in points.

    In a book that is bound right pages, the first among them, move by `binding` points to the right, left pages to
    the left.
    """
    document = pdfium.PdfDocument(path)
    result = Result(pages=len(document))
    before: Line | None = None
    for number in range(len(document)):
        shift = -binding if number % 2 else binding
        lines = [line.moved(-shift) for line in lines_of(document[number])]
        _page(result, number, lines, left, right)
        body = [line for line in lines if line.is_body and line.left < right]
        _page_ends(result, number, before, body, left, right)
        before = body[-1] if body and abs(body[-1].left - left) < 2.5 * body[-1].size else None
    document.close()
    return result


def lines_of(page: pdfium.PdfPage) -> list[Line]:
    """The lines of a page, from above."""
    text = page.get_textpage()
    chars = [char for index in range(text.count_chars()) if (char := _char(text, index))]
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda char: -char.base):
        if rows and rows[-1][0].base - char.base < 1:
            rows[-1].append(char)
        else:
            rows.append([char])
    lines = [line for row in rows for line in _split(sorted(row, key=lambda char: char.left))]
    return sorted(lines, key=lambda line: (-line.base, line.left))


def _split(row: list[Char]) -> Iterator[Line]:
    """A row of a table is several lines: cells stand apart."""
    text = _without_marker(row)
    item = len(text) < len(row)
    part: list[Char] = []
    for char in text:
        if part and char.left - part[-1].right > 2.2 * char.size:
            yield Line(part, item)
            part = []
        part.append(char)
    if part:
        yield Line(part, item)


def _without_marker(row: list[Char]) -> list[Char]:
    """The row without the bullet or number of a list's item."""
    match = re.match(r"[·•]|\d+\.", "".join(char.text for char in row))
    end = match.end() if match else 0
    apart = 0 < end < len(row) and row[end].left - row[end - 1].right > 0.1 * row[end].size
    return row[end:] if apart else row


def _char(text: pdfium.PdfTextPage, index: int) -> Char | None:
    code = raw.FPDFText_GetUnicode(text, index)
    if 0xD800 <= code < 0xDC00:
        code = 0x10000 + ((code - 0xD800) << 10) + (raw.FPDFText_GetUnicode(text, index + 1) - 0xDC00)
    if code == 2:  # what PDFium says of a hyphen at the end of a line
        code = ord("-")
    if code < 33 or code == 0xA0 or 0xDC00 <= code < 0xE000 or raw.FPDFText_IsGenerated(text, index):
        return None
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, index, box)
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, index, x, y)
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, index, matrix)
    size = raw.FPDFText_GetFontSize(text, index) * abs(matrix.d)
    # The box of some characters is wider than their advance; one that fills a square is as wide as its size.
    width = box.right - box.left
    if is_gap(chr(code), chr(code)) and (chr(code) not in "‘’“”" or width > 0.7 * size):  # or else it is a Latin quote
        width = size
    return Char(chr(code), x.value, x.value + width, y.value, size, _sans(text, index))


def _sans(text: pdfium.PdfTextPage, index: int) -> bool:
    name = ctypes.create_string_buffer(64)
    raw.FPDFText_GetFontInfo(text, index, name, len(name), ctypes.c_int())
    return b"Sans" in name.value


def _page(result: Result, number: int, lines: list[Line], left: float, right: float) -> None:
    for line in lines:
        result.lines += 1
        _inside(result, number, line)
        if line.chars[0].text in CLOSING:
            result.add(RULES[0], number, line.text)
        if line.chars[0].text in _JOINING and len(line.chars) > 1:
            result.add(RULES[1], number, line.text)
        if line.chars[-1].text in OPENING:
            result.add(RULES[2], number, line.text)
        inside = left - 1 < line.left < right  # or it is a tab on the fore-edge
        if line.right > right + 1 and inside and line.size <= max(LEADINGS):  # tables, too; no covers
            result.add(RULES[11], number, line.text)
    for line, following in pairwise(line for line in lines if line.is_body):
        if _continues(line, following):
            _across(result, number, line, following, (left, right))


def _continues(line: Line, following: Line) -> bool:
    """Whether the second of two lines goes on with the paragraph of the first."""
    near = not following.item and abs(line.base - following.base - line.leading) < 0.2 and line.size == following.size
    # A line further left than the one after it opens a list's item or, by two characters less, a paragraph.
    return near and (abs(line.left - following.left) < 0.6 or abs(line.left - following.left - 2 * line.size) < 0.6)


def _across(result: Result, number: int, line: Line, following: Line, edges: tuple[float, float]) -> None:
    left, right = edges
    shown = f"{line.text[-16:]} | {following.text[:8]}"
    if (line.text[-1], following.text[0]) in {("—", "—"), ("…", "…")}:
        result.add(RULES[3], number, shown)
    if line.text[-1].isdigit() and _HAN.match(following.text[0]):
        result.add(RULES[6], number, shown)
    indented = abs(following.left - left - 2 * line.size) < 0.6
    if right - line.right > 8 * line.size or (indented and line.text[-1] in "。？！；："):
        return  # the end of a block of short lines, or of a paragraph of one line
    if len(following.text.rstrip("".join(CLOSING))) < 2 and len(line.chars) > 12:
        result.add(RULES[10], number, shown)
    result.justified += 1
    squares = ((a, b) for a, b in pairwise(line.chars) if _HAN.match(a.text) and _HAN.match(b.text))
    if any(b.left - a.right > (MOST + 0.02) * a.size for a, b in squares):
        result.add(RULES[12], number, shown)
    inset = line.size if abs(following.left - left - line.size) < 0.6 else 0.0  # the text of a summary
    off = right - inset - line.right
    result.worst = max(result.worst, abs(off))
    if abs(off) > FLUSH and off < MOST * line.size * (line.gaps - 1):  # a subscript, left out, looks like one
        result.add(RULES[7], number, f"{off:+.2f} pt {shown}")


def _inside(result: Result, number: int, line: Line) -> None:
    steps = [b.left - a.left for a, b in pairwise(line.chars) if _HAN.match(a.text) and _HAN.match(b.text)]
    usual = min(steps, default=(1 + MOST) * line.chars[0].size)
    for first, second in pairwise(line.chars):
        pair = first.text + second.text
        squeezed = (first.text in CLOSING and second.text in MARKS) or (
            first.text in OPENING and second.text in OPENING
        )
        if squeezed and second.left - first.left > usual - 0.3 * first.size:
            result.add(RULES[4], number, line.text)
        beside = (_HAN.match(first.text) and _LATIN.match(second.text)) or (
            _LATIN.match(first.text) and _HAN.match(second.text)
        )
        drawn = first.sans and first.size < DRAWN
        if beside and not drawn and first.size == second.size and second.left - first.right < 0.15 * first.size:
            result.add(RULES[5], number, f"{pair} {second.left - first.right:.2f} {line.text}")


def _page_ends(result: Result, number: int, before: Line | None, body: list[Line], left: float, right: float) -> None:
    """A paragraph that goes on from the page before must leave and bring two lines at least."""
    if before is None or not body:
        return
    first = body[0]
    goes_on = abs(before.right - right) < FLUSH and abs(first.left - left) < 0.6
    if not goes_on:
        return
    alone = len(body) < 2 or not _continues(first, body[1])
    if alone:
        result.add(RULES[8], number, first.text)
    if abs(before.left - left - 2 * before.size) < 0.6:
        result.add(RULES[9], number, before.text)


if __name__ == "__main__":
    sys.stdout.write(scan(Path(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3])).report() + "\n")
