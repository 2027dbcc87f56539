"""The finished book, checked before anyone sees it. A failure is our bug, and stops the build.

Rules about single pages run for the pages of units that no book has passed with yet; joining moves a unit's bytes
but does not change them. Rules about the whole book always run.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Set
from pathlib import Path

import pikepdf

from generator.handbook.book import working_on
from generator.handbook.join import paging
from generator.handbook.join.assemble import BookLayout
from generator.handbook.verify import pdf_ua, pdf_x
from generator.handbook.verify.finished import FinishedPdf
from generator.papers import Make

SHOWN = 20
"""Failures beyond this many are only counted."""

Finding = tuple[str, int | None]
"""What is wrong, and the index of the page that shows it; None when no single page does."""

WRITTEN = {"Art": "article", "Sect": "section", "Table": "table", "L": "[ou]l|dl", "LI": "li|dt|dd"}
"""The elements of HTML that become those of a structure, of which there must not be more than were written."""

_FIELD = re.compile(rb"(-?[\d.]+) (-?[\d.]+) ([\d.]+) ([\d.]+) re f\b")

BookRule = Callable[[FinishedPdf, BookLayout], Iterator[str]]
"""A rule about a finished file and what it was made from."""


def book(pdf: Path, laid: BookLayout, chosen: Set[int] | None = None) -> list[Finding]:
    """Everything wrong with a finished book. `chosen` are the pages to examine in full, all by default."""
    with pikepdf.open(pdf) as opened:
        finished = FinishedPdf(opened, chosen, frozenset(ink for _, ink in laid.book.inks.named))
        standard = pdf_ua.RULES if laid.book.make is Make.SCREEN else pdf_x.RULES
        try:
            found = [each for rule in standard for each in _findings(finished, rule(finished))]
            found += [each for book_rule in RULES for each in _findings(finished, book_rule(finished, laid))]
        except Exception:
            with working_on(laid.unit_of(finished.at)):
                raise
    more = [(f"……另有 {len(found) - SHOWN} 处", None)] if len(found) > SHOWN else []
    return found[:SHOWN] + more


def _findings(finished: FinishedPdf, messages: Iterator[str]) -> Iterator[Finding]:
    finished.at = None
    yield from ((message, finished.at) for message in messages)


def pages_are_all_there(finished: FinishedPdf, laid: BookLayout) -> Iterator[str]:
    """The file has as many pages as were counted."""
    if len(finished.pdf.pages) != len(laid.sheets):
        yield f"文件有 {len(finished.pdf.pages)} 页，应有 {len(laid.sheets)} 页"


def labels_are_folios(finished: FinishedPdf, laid: BookLayout) -> Iterator[str]:
    """Page labels of numbered pages are the folios that are printed on them."""
    for index, (label, sheet) in enumerate(zip(finished.labels, laid.sheets, strict=False)):
        if sheet.folio and label != sheet.folio:
            yield f"第 {index + 1} 页印着 {sheet.folio}，书签栏显示 {label}"


def bookmarks_are_headings(finished: FinishedPdf, laid: BookLayout) -> Iterator[str]:
    """Bookmarks are the book's headings, in order, and lead to the pages that the headings are on."""
    places = paging.places(laid.sheets, laid.fragments)
    headings = [heading for unit in laid.units for heading in unit.headings]
    for heading in headings:
        if heading.anchor not in places:
            yield f"标题“{heading.title}”在书中没有位置（{heading.anchor}）"
    wanted = [(each.title, places[each.anchor].index) for each in headings if each.anchor in places]
    if [(title, page) for _, title, page in finished.bookmarks()] != wanted:
        yield "书签与标题不一致"


def links_lead_somewhere(_finished: FinishedPdf, laid: BookLayout) -> Iterator[str]:
    """Every link inside the book has a target in it."""
    known = {name for fragment in laid.fragments for name in fragment.anchors}
    for unit, fragment in zip(laid.units, laid.fragments, strict=True):
        for target in fragment.targets:
            if target not in known:
                yield f"“{unit.id}”中的链接没有目标：{target}"


def printed_numbers_are_right(finished: FinishedPdf, laid: BookLayout) -> Iterator[str]:
    """Where the words of a link are a page number, or end with one in brackets, that page is where it leads."""
    if laid.book.make is not Make.SCREEN:
        return  # It has no links; its numbers come from the same pages as the screen make's.
    for index, page in finished.pages:
        for annotation in page.get("/Annots", ()):
            words = str(annotation.get("/Contents", ""))
            named = re.fullmatch(r"(\d{1,4}|[ivxlc]+)|.*〔第\s*(\d+)\s*页〕", words, re.DOTALL)
            if "/Dest" not in annotation or named is None:
                continue
            words = named[1] or named[2]
            place = finished.destinations.get(str(annotation.Dest))
            if place is None:
                yield f"第 {index + 1} 页的链接没有目标"
            elif (label := finished.labels[finished.places[place[0].objgen]]) != words:
                yield f"第 {index + 1} 页写着“{words}”，实际在第 {label} 页"


def headings_of_the_book_descend(_finished: FinishedPdf, laid: BookLayout) -> Iterator[str]:
    """ISO 14289-1, 7.4: over the whole book, too, headings begin with the first level and skip none."""
    level = 0
    for unit, fragment in zip(laid.units, laid.fragments, strict=True):
        for own in fragment.headings:
            if own > level + 1:
                yield f"“{unit.id}”的标题跳级：{level} 级之后是 {own} 级"
            level = own


def cases_are_all_there(_finished: FinishedPdf, laid: BookLayout) -> Iterator[str]:
    """Every public case is in the book, and no other."""
    known = {name for fragment in laid.fragments for name in fragment.anchors}
    for case, anchor in laid.book.cases.items():
        if anchor not in known:
            yield f"案例“{case}”不在书中"
    if laid.expected is not None:
        for case in sorted(set(laid.expected) - set(laid.book.cases)):
            yield f"案例“{case}”已经公开，书中却没有"
        for case in sorted(set(laid.book.cases) - set(laid.expected)):
            yield f"案例“{case}”还没有公开，书中却有"


def no_anchor_is_used_twice(_finished: FinishedPdf, laid: BookLayout) -> Iterator[str]:
    """An anchor belongs to one unit."""
    owners: dict[str, str] = {}
    for unit, fragment in zip(laid.units, laid.fragments, strict=True):
        for name in fragment.anchors:
            if (owner := owners.setdefault(name, unit.id)) != unit.id:
                yield f"“{owner}”和“{unit.id}”用了同一个名称：{name}"


def nothing_is_cut(finished: FinishedPdf, laid: BookLayout) -> Iterator[str]:
    """What is one element in a unit's text is one in the file, however many pages it runs over."""
    found: list[Counter[str]] = [Counter() for _ in laid.units]
    for node in finished.nodes:
        if node.page and (place := laid.sheets[finished.places[node.page]].unit) is not None:
            found[place][node.kind] += 1
    for place in _examined(finished, laid):
        unit, made = laid.units[place], laid.fragments[place].elements
        for kind in sorted(made | found[place]):
            if found[place][kind] != made.get(kind, 0):
                yield f"“{unit.id}”排出 {made.get(kind, 0)} 个 {kind}，文件里有 {found[place][kind]} 个"
        for kind, tags in WRITTEN.items():
            if made.get(kind, 0) > (written := len(re.findall(rf"<(?:{tags})[\s>]", unit.html))):
                yield f"“{unit.id}”写了 {written} 个 {kind}，排出 {made[kind]} 个"


def _examined(finished: FinishedPdf, laid: BookLayout) -> Iterator[int]:
    """The units of which every page is examined."""
    missing = {sheet.unit for index, sheet in enumerate(laid.sheets) if not finished.is_chosen(index)}
    return (place for place in range(len(laid.units)) if place not in missing)


def opens_at_its_first_page(finished: FinishedPdf, laid: BookLayout) -> Iterator[str]:
    """The screen make is linearised: it can be read before all of it has arrived."""
    if laid.book.make is Make.SCREEN and not finished.pdf.is_linearized:
        yield "文件要全部下载才能打开"


def tabs_run_into_the_bleed(finished: FinishedPdf, laid: BookLayout) -> Iterator[str]:
    """Every page of a part has its tab at the fore-edge, as far as colour is printed."""
    for index, page in finished.pages:
        unit = laid.unit_of(index)
        if unit is None or unit.tab is None:
            continue
        box = [float(each) for each in page.get("/BleedBox", page.TrimBox)]
        fields = [[float(each) for each in found] for found in _FIELD.findall(page.Contents[-1].read_bytes())]
        reach = [(left, left + width) for left, _, width, _ in fields]
        if not any(
            right >= box[2] - 0.1 if laid.sheets[index].right else left <= box[0] + 0.1 for left, right in reach
        ):
            yield f"第 {index + 1} 页“{unit.id}”的书口标记没有到出血边"


RULES: tuple[BookRule, ...] = (
    pages_are_all_there,
    labels_are_folios,
    bookmarks_are_headings,
    links_lead_somewhere,
    printed_numbers_are_right,
    headings_of_the_book_descend,
    cases_are_all_there,
    no_anchor_is_used_twice,
    nothing_is_cut,
    opens_at_its_first_page,
    tabs_run_into_the_bleed,
)
