"""One book, told from units to a finished file in the cache."""

from __future__ import annotations

import functools
import hashlib
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from math import ceil
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

from generator.diagnostics import Diagnostic, Span
from generator.diagnostics.codes import Severity
from generator.handbook.book import Book, LateUnit, Unit
from generator.handbook.chinese.characters import HAN
from generator.handbook.join import assemble, fonts, paging
from generator.handbook.join.assemble import BookLayout
from generator.handbook.layout.cache_files import CACHE, PassedUnits
from generator.handbook.layout.renderer import UnitRenderer, Watch, code, span, tools, unwatched
from generator.handbook.page.fragment import Fragment
from generator.handbook.page.stamps import STAMPS
from generator.handbook.verify import book_rules
from generator.machine import cache
from generator.papers import Make

ROUNDS = 8
"""Contents and indexes are laid out again until their own length is stable; two rounds are usual."""

LaidOut = tuple[Unit, Fragment]

ROOMS = ("handbook/making.py", "handbook/join", "handbook/verify", "text/numerals.py")
"""What decides how a book is joined and checked, once its units are laid out; besides what lays them out."""

COVER_WIDTH = 480
"""Pixels of the cover's thumbnail."""


@dataclass(frozen=True, slots=True)
class BoundBook:
    """A finished book in the cache, its cover beside it, and what was noticed on the way.

    `pdf` is None when it cannot be printed.
    """

    book: Book
    problems: tuple[Diagnostic, ...]
    pdf: Path | None = None
    facts: dict[str, Any] = field(default_factory=dict)


def bind(
    renderer: UnitRenderer, book: Book, expected: Sequence[str] | None = None, watch: Watch = unwatched
) -> BoundBook:
    """Lay out, join and check one book. `expected` are the ids of the cases that must be in it, and no others."""
    pairs, problems = _lay_out(renderer, book, watch)
    problems += _noticed(renderer.root, book, pairs)
    if any(each.severity is Severity.ERROR for each in problems):
        return BoundBook(book, tuple(problems))
    units, fragments = [unit for unit, _ in pairs], [each for _, each in pairs]
    keys = [each.path.stem for each in fragments if each.path]
    target = renderer.root / CACHE / "books" / f"{_key(book, units, keys, expected)}.pdf"
    facts = _remembered(target)
    if facts is None:
        stamped, problems_of_stamps = renderer.render(book, [STAMPS])
        if stamped[0] is None:
            return BoundBook(book, tuple(problems_of_stamps))
        faces = fonts.merged([*fragments, stamped[0]])
        files = renderer.fonts(faces)
        laid = BookLayout(book, units, fragments, _sheets(book, pairs), stamped[0].stamps, faces, files, expected)
        found = _finish(laid, keys, renderer.root, target)
        if found:
            return BoundBook(book, (*problems, *found))
        facts = _facts(book, laid, target)
        cache.write(target.with_suffix(".json"), json.dumps(facts, ensure_ascii=False).encode())
    return BoundBook(book, tuple(problems), target, facts)


# Layout


def _lay_out(renderer: UnitRenderer, book: Book, watch: Watch) -> tuple[list[LaidOut], list[Diagnostic]]:
    """All units of a book, the late ones laid out from the pages of the others until nothing moves any more."""
    fresh = [part for part in book.parts if isinstance(part, Unit)]
    known: dict[str, LaidOut] = {}
    before: dict[str, Unit] = {}
    for number in range(ROUNDS + 1):
        rendered, problems = renderer.render(book, fresh, watch if number < 2 else unwatched)
        known |= {unit.id: (unit, each) for unit, each in zip(fresh, rendered, strict=True) if each}
        if problems:
            return [known[unit.id] for unit in fresh if unit.id in known], problems
        if not before:
            known |= _guessed(book, known)
        laid = _standing(_in_order(book, known))
        pages = paging.places(_sheets(book, laid), [each for _, each in laid])
        made = {part.id: part.make(pages) for part in book.parts if isinstance(part, LateUnit)}
        if made == before:
            return laid, []
        before, fresh = made, list(made.values())
    return laid, [_failure(book, "目录或索引的页码不能稳定下来")]


def _in_order(book: Book, laid: Mapping[str, LaidOut]) -> list[LaidOut]:
    return [laid[part.id] for part in book.parts if part.id in laid]


def _guessed(book: Book, early: Mapping[str, LaidOut]) -> dict[str, LaidOut]:
    """The late units as if each had one page, as most have: the pages after them are mostly right at once."""
    laid = _in_order(book, early)
    pages = paging.places(_sheets(book, laid), [each for _, each in laid])
    made = [part.make(pages) for part in book.parts if isinstance(part, LateUnit)]
    return {
        unit.id: (unit, Fragment(pages=[0], anchors={each.anchor: (0, 0, 0) for each in unit.headings}))
        for unit in made
    }


def _standing(laid: Sequence[LaidOut]) -> list[LaidOut]:
    """The units without those that so thin a book does without, in both makes alike."""
    counted = [(unit, len(each.pages)) for unit, each in laid]
    pages = sum(1 for sheet in paging.paginate(counted, Make.PRINT) if sheet.numbering != "none")
    return [(unit, each) for unit, each in laid if unit.least <= pages]


def _sheets(book: Book, laid: Sequence[LaidOut]) -> list[paging.Sheet]:
    return paging.paginate([(unit, len(each.pages)) for unit, each in laid], book.make, book.signature)


# What is noticed in the units


def _noticed(root: Path, book: Book, pairs: Sequence[LaidOut]) -> list[Diagnostic]:
    """Characters without a font, pictures with fewer than so many pixels an inch."""
    known: set[int] = set()
    found: list[Diagnostic] = []
    for unit, each in sorted(pairs, key=lambda pair: not pair[0].source):  # contents and indexes last
        if fresh := [code for code in each.missing if unit.source or code not in known]:
            found.append(_missing(root, book, unit, fresh))
            known.update(fresh)
    return found + [problem for unit, each in pairs for problem in _coarse(root, unit, each, book.paper.ppi)]


def _missing(root: Path, book: Book, unit: Unit, codes: Sequence[int]) -> Diagnostic:
    """Characters that cannot be printed, at the first of them; on a sheet to hand over none may be left out."""
    told = "、".join(f"“{chr(code)}”（U+{code:04X}）" for code in codes)
    at = span(root, unit, *map(chr, codes))
    if book.bound:
        return Diagnostic("missing-glyph", at, f"没有字体能印{told}，手册里略去了", _FONT_HINT)
    return Diagnostic("print-layout", at, f"没有字体能印{told}", _FONT_HINT)


_FONT_HINT = "换一个字，或安装有这个字的字体；表情符号不印"


def _coarse(root: Path, unit: Unit, fragment: Fragment, wanted: int) -> list[Diagnostic]:
    """One warning a unit, at its coarsest picture, that names the others: a case may have dozens."""
    found = sorted((ppi, source) for source, ppi in fragment.pictures.items() if ppi < wanted)
    if not found:
        return []
    (ppi, source), *others = found
    message = f"图片“{_file(source)}”印出来每英寸只有 {ppi:.0f} 像素，少于 {wanted}"
    if others:
        told = "、".join(f"{_file(each)}（{own:.0f}）" for own, each in others)
        message += f"；还有 {len(others)} 张也少：{told}"
    hint = f"换一张宽高各为现在 {ceil(10 * wanted / ppi) / 10:.1f} 倍以上的原图"
    return [Diagnostic("low-resolution", span(root, unit, source), message, hint)]


def _file(source: str) -> str:
    return source.rsplit("/", 1)[-1]


def _failure(book: Book, message: str, at: Span | None = None) -> Diagnostic:
    return Diagnostic("print-check", at or Span(book.id), message, "这是程序的问题，请报告给维护者")


def _at_fault(root: Path, laid: BookLayout, pdf: Path, message: str, page: int | None) -> Diagnostic:
    """What is wrong with a finished book, where the words of its page or unit were written."""
    unit = laid.unit_of(page) or next((each for each in laid.units if f"“{each.id}”" in message), None)
    if unit is None or not unit.source:
        return _failure(laid.book, message)
    return _failure(laid.book, message, span(root, unit, *([] if page is None else _words(pdf, page))))


def _words(pdf: Path, page: int) -> list[str]:
    """Beginnings of what a page says, long enough to be found again."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[page].get_textpage().get_text_bounded()
    return re.findall(rf"[{HAN}]{{4,12}}", text)


# The file


def _key(book: Book, units: Sequence[Unit], keys: Sequence[str], expected: Sequence[str] | None) -> str:
    """The hash of everything that the finished file depends on, and of the cases that it was checked for."""
    plain = replace(book, parts=(), css="", cases={}, wrap=None)
    wanted = None if expected is None else sorted(expected)
    parts = [tools(), _code(), repr(plain), repr(sorted(book.cases.items())), repr(wanted)]
    for unit, key in zip(units, keys, strict=True):
        parts += [key, repr(replace(unit, html="", paths=()))]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@functools.cache
def _code() -> str:
    """A digest of what joins and checks."""
    return f"pikepdf={version('pikepdf')} {code(*ROOMS)}"


def _remembered(target: Path) -> dict[str, Any] | None:
    """The facts of a book that was finished before, when its file and its cover are still what they were."""
    told, cover = cache.read(target.with_suffix(".json")), target.with_suffix(".png")
    if told is None:
        return None
    facts: dict[str, Any] = json.loads(told)
    try:
        if (_digest(target), _digest(cover)) != (facts["sha256"], facts["cover_sha256"]):
            return None
    except OSError:
        return None
    cache.used(*(target.with_suffix(suffix) for suffix in (".pdf", ".png", ".json")))
    return facts


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _finish(laid: BookLayout, keys: Sequence[str], root: Path, target: Path) -> list[Diagnostic]:
    """Write the file, check it, and keep it only when nothing is wrong with it."""
    passed = PassedUnits(root, _code())
    fresh = {place for place, key in enumerate(keys) if key not in passed.keys}
    chosen = {0, *(index for index, sheet in enumerate(laid.sheets) if sheet.unit in fresh)}
    beside = cache.part(target)
    try:
        with beside.open("wb") as out:
            assemble.write(laid, out)
        if laid.book.make is Make.SCREEN:
            _linearize(beside)
        failures = book_rules.book(beside, laid, chosen)
        if failures:
            return [_at_fault(root, laid, beside, *each) for each in failures]
        cache.replace(target.with_suffix(".png"), _cover(beside))
        cache.settle(beside, target)
    finally:
        beside.unlink(missing_ok=True)
    passed.add(keys)
    return []


def _linearize(pdf: Path) -> None:
    """The same objects in the order in which a browser shows them, and the same bytes whenever that is done."""
    with pikepdf.open(pdf, allow_overwriting_input=True) as opened:
        undecoded = pikepdf.StreamDecodeLevel.none
        opened.save(pdf, linearize=True, deterministic_id=True, stream_decode_level=undecoded)


def _cover(pdf: Path) -> bytes:
    """The first page as a small PNG."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        page.set_mediabox(*page.get_trimbox())
        page.set_cropbox(*page.get_trimbox())
        image = page.render(scale=COVER_WIDTH / page.get_width()).to_pil().convert("RGB")
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _facts(book: Book, laid: BookLayout, target: Path) -> dict[str, Any]:
    """What the portal says about the file."""
    pages = paging.places(laid.sheets, laid.fragments)
    return {
        "schema": "handbook/1",
        "book": book.id,
        "make": str(book.make),
        "piece": str(book.piece),
        "paper": str(book.paper),
        "title": book.title,
        "subtitle": book.subtitle,
        "date": book.date,
        "pages": len(laid.sheets),
        "bytes": target.stat().st_size,
        "sha256": _digest(target),
        "cover_sha256": _digest(target.with_suffix(".png")),
        "cases": {case: pages[anchor].folio for case, anchor in sorted(book.cases.items())},
    }
