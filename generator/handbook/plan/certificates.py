"""荣誉证书: one sheet for every award of every entry, with a number and a code that lead to the page of the entry."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from generator.catalog import addresses
from generator.exports.cases import cell
from generator.handbook.book import Book, Bookmark, Unit
from generator.handbook.chinese.count_lines import lines as count
from generator.handbook.page.trim import POINTS
from generator.handbook.page.type_area import whole
from generator.handbook.plan import artwork
from generator.handbook.plan.maker import UnitMaker
from generator.model import Edition
from generator.model.entry import ListKind
from generator.papers import LooseSheet, Make
from generator.views import Site
from generator.views.parts import certificates as numbered
from generator.views.parts import wording
from generator.views.parts.certificates import Awarded

ROOM = 80 * POINTS
"""The height of the text."""

MEASURE, HOLDER, TEXT, TEXT_LINE, AWARD_LINE = 213 * POINTS, 17.0, 16.0, 28.0, 52.0
"""The width of the text, the size of the holders' line and of the text, from line to line of both and of the award."""

FRAME = 13 * POINTS
"""From the edge of the sheet to the middle of the frame, which no office printer cuts off."""

COLUMNS = ("证书编号", "奖项", "项目名称", "牵头单位", "合作单位", "团队", "赛道", "项目编号", "核对网址", "文件")


@dataclass(frozen=True, slots=True)
class CertificateView:
    """What stands on a certificate. A line that is the award alone is set large; a date is missing to be written."""

    title: str
    contest: str
    number: str
    units: str
    team: str | None
    award: str
    lines: tuple[str, ...]
    dense: bool
    """Whether it is set smaller, since there is much to say."""

    issuers: tuple[str, ...]
    date: str | None
    qr: Markup | None
    demo: bool
    frame: Markup


def certificates(
    root: Path, site: Site, edition: Edition, make: Make = Make.SCREEN, chosen: Sequence[Awarded] | None = None
) -> Book:
    """Certificates of an edition, all unless some are `chosen`."""
    maker = UnitMaker(root, site, edition, make, whole(LooseSheet.CERTIFICATE, make))
    title = f"{edition.name}{site.catalog.handbook(edition.id).certificate.title}"
    found = numbered.awarded(site, edition) if chosen is None else chosen
    kind = f"certificate-{file_name(found[0])}" if len(found) == 1 else "certificates"
    return maker.book(kind, title, _sheets(maker, found), sheets=("prints/certificate.css",))


def _sheets(maker: UnitMaker, awarded: Sequence[Awarded]) -> Iterator[Unit]:
    page = maker.page
    frame = artwork.guilloche(maker.colours, page.width, page.height, FRAME)
    for each in awarded:
        unit_id = f"certificate-{each.level}-{each.entry.number}"
        yield maker.unit(
            unit_id,
            "prints/certificate.html",
            _view(maker, each, frame),
            headings=(Bookmark(1, f"{each.award} {each.entry.title}", f"{unit_id}--top"),),
            bare=True,
            numbering="none",
            source=maker.source("entries", maker.edition.id),
        )


def _view(maker: UnitMaker, each: Awarded, frame: Markup) -> CertificateView:
    edition, entry = maker.edition, each.entry
    catalog = maker.site.catalog
    planned, units = catalog.handbook(edition.id).certificate, "、".join(entry.units)
    text = planned.text.format(
        unit=units, team=entry.team or "", title=entry.title, edition=edition.name, track=each.track, award=each.award
    )
    lists = catalog.entries.get(edition.id)
    issued = lists.list_of(ListKind.WINNERS).issued if lists else None
    url, lines = address(maker, each), tuple(line for line in text.splitlines() if line.strip())
    return CertificateView(
        title=planned.title,
        contest=edition.name,
        number=each.number,
        units=units,
        team=entry.team,
        award=each.award,
        lines=lines,
        dense=_height(units, each.award, lines) > ROOM,
        issuers=planned.issuers or _issuer(maker),
        date=planned.date or (wording.day(issued) if issued else None),
        qr=maker.code(url, f"核对证书{each.number}的网页"),
        demo=maker.demo,
        frame=frame,
    )


def _issuer(maker: UnitMaker) -> tuple[str, ...]:
    """Who issues the books, or else the first host, or the notice: one body has room for its seal."""
    edition, colophon = maker.edition, maker.site.catalog.handbook(maker.edition.id).colophon
    bodies = (colophon.issuer, *edition.organisers.hosts, edition.document.issuer)
    return tuple(body for body in bodies if body)[:1]


def _height(units: str, award: str, text: Sequence[str]) -> float:
    deep = [count(f"{units}：", MEASURE / HOLDER) * TEXT_LINE]
    deep += [AWARD_LINE if line == award else count(line, MEASURE / TEXT, first=2) * TEXT_LINE for line in text]
    return sum(deep)


def file_name(each: Awarded) -> str:
    """A certificate's number as the name of a file."""
    return re.sub(r"[^\w〔〕()（）-]+", "-", each.number)


def address(maker: UnitMaker, each: Awarded) -> str | None:
    """Where number and holder can be checked; an entry that stands in no table has its case alone."""
    catalog, edition, entry = maker.site.catalog, maker.edition.id, each.entry
    if catalog.has_row(edition, entry.number):
        return maker.public(addresses.entry(edition, entry.number))
    return maker.public(addresses.case(case)) if (case := catalog.case_of(edition, entry.number)) else None


def table(root: Path, site: Site, edition: Edition) -> bytes:
    """Numbers and holders of all certificates as CSV: UTF-8 with BOM and CRLF, for spreadsheet programs."""
    maker = UnitMaker(root, site, edition, Make.SCREEN, whole(LooseSheet.CERTIFICATE, Make.SCREEN))
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for each in numbered.awarded(site, edition):
        entry = each.entry
        named = (each.number, each.award, entry.title, entry.unit, "、".join(entry.partners), entry.team or "")
        row = map(cell, (*named, each.track, entry.number))
        writer.writerow([*row, address(maker, each) or "", f"{file_name(each)}.pdf"])
    return text.getvalue().encode("utf-8-sig")
