"""荣誉证书: one sheet for every award of every entry, with a number and a code that lead to the page of the entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.catalog import addresses
from generator.exports.cases import cell, csv_of
from generator.handbook.book import Book, Bookmark, Unit
from generator.handbook.chinese.count_lines import lines as count
from generator.handbook.page.trim import POINTS
from generator.handbook.plan import artwork
from generator.handbook.plan.maker import UnitMaker
from generator.model.entry import ListKind
from generator.views.parts import wording
from generator.views.parts.certificates import Awarded, persons

SIZES = (16.0, 14.0, 12.5, 11.0, 10.0, 9.0)
"""Sizes of the text in points: the first at which it has room."""

MEASURE, ROOM = 213 * POINTS, 80 * POINTS
"""The width of the text, and its height where nothing below it is higher than usual."""

LINE, AWARD_LINE = 1.75, 3.25
"""From line to line of the text and of the award, in ems of the text."""

HEAD, TITLE, CONTEST = 237 * POINTS, 65.0, 13.25
"""The width of the head, and from one character of its two lines to the next."""

SEAL, SEAL_SIZE, SEAL_LINE, SEAL_FOOT = 92 * POINTS, 14.0, 22.0, 96 * POINTS
"""Issuers and date: width, size, from line to line, and where they end below the top of the text."""

FACTS, FACTS_SIZE, FACTS_LINE, FACTS_FOOT = 98 * POINTS, 10.0, 16.0, 100 * POINTS
"""The same of team, persons, number and hint."""

FRAME = 13 * POINTS
"""From the edge of the sheet to the middle of the frame, which no office printer cuts off."""

COLUMNS = ("证书编号", "奖项", "项目名称", "牵头单位", "合作单位", "团队", "赛道", "项目编号", "核对网址", "文件")


@dataclass(frozen=True, slots=True)
class CertificateView:
    """What stands on a certificate. A line that is the award alone is set large; a date is missing to be written."""

    awarded: Awarded
    units: str
    facts: tuple[tuple[str, str], ...]
    """Team, persons and number, each with what it is."""

    lines: tuple[str, ...]
    size: float
    """Points of the text."""

    issuers: tuple[str, ...]
    date: str | None
    qr: Markup | None
    demo: bool
    frame: Markup


def certificates(maker: UnitMaker, awarded: Sequence[Awarded]) -> Book:
    """Certificates of an edition, each of which must have room (see `size`)."""
    title = f"{maker.edition.name}{maker.planned.certificate.title}"
    kind = f"certificate-{file_name(awarded[0])}" if len(awarded) == 1 else "certificates"
    return maker.book(kind, title, _sheets(maker, awarded), sheets=("prints/certificate.css",))


def _sheets(maker: UnitMaker, awarded: Sequence[Awarded]) -> Iterator[Unit]:
    page = maker.page
    frame = artwork.guilloche(maker.colours, page.width, page.height, FRAME)
    for each in awarded:
        unit_id = f"certificate-{each.level}-{each.entry.number}"
        yield maker.unit(
            unit_id,
            "prints/certificate.html",
            _view(maker, each, frame),
            maker.planned.certificate.title,
            headings=(Bookmark(1, f"{each.award} {each.entry.title}", f"{unit_id}--top"),),
            bare=True,
            numbering="none",
            demo=maker.site.catalog.is_made_up(maker.edition.id, each.entry.number),
            source=maker.source("entries", maker.edition.id),
        )


def _view(maker: UnitMaker, each: Awarded, frame: Markup) -> CertificateView:
    issued = maker.site.catalog.kept(maker.edition.id).list_of(ListKind.WINNERS).issued
    return CertificateView(
        awarded=each,
        units=_units(each),
        facts=tuple(_facts(maker, each)),
        lines=_lines(maker, each),
        size=size(maker, each) or SIZES[-1],
        issuers=_issuers(maker),
        date=maker.planned.certificate.date or (wording.day(issued) if issued else None),
        qr=maker.code(address(maker, each), f"核对证书{each.number}的网页"),
        demo=maker.site.catalog.is_made_up(maker.edition.id, each.entry.number),
        frame=frame,
    )


def _units(each: Awarded) -> str:
    return "、".join(each.entry.units) or "、".join(each.entry.people) or each.entry.holder


def _facts(maker: UnitMaker, each: Awarded) -> Iterator[tuple[str, str]]:
    if team := each.entry.team:
        yield maker.say("获奖团队"), team
    yield from persons(maker.site, each.entry)
    yield "证书编号", each.number


def _lines(maker: UnitMaker, each: Awarded) -> tuple[str, ...]:
    """The text below the holders."""
    entry, wanted = each.entry, maker.planned.certificate
    text = wanted.text.replace("{track}赛道", "{named}")
    text = text if "text" in wanted.model_fields_set else maker.say(text)
    facts = {"title": entry.title, "edition": maker.edition.name, "track": each.track, "award": each.award}
    named = maker.site.words.track_name(each.track)
    told = text.format(unit=_units(each), team=entry.team or "", named=named, **facts)
    return tuple(line for line in told.splitlines() if line.strip())


def _issuers(maker: UnitMaker) -> tuple[str, ...]:
    """As planned, or who issues the books, or else the first host, or the notice: one body has room for its seal."""
    edition = maker.edition
    bodies = (maker.planned.colophon.issuer, *edition.organisers.hosts, edition.document.issuer)
    return maker.planned.certificate.issuers or tuple(body for body in bodies if body)[:1]


def size(maker: UnitMaker, each: Awarded) -> float | None:
    """The points at which the text of a certificate has room; None when it, or what stands around it, is too long."""
    if count(maker.planned.certificate.title, HEAD / TITLE) > 1 or count(maker.edition.name, HEAD / CONTEST) > 1:
        return None
    seal = 1 + sum(count(name, SEAL / SEAL_SIZE) for name in _issuers(maker))
    facts = 1 + sum(count("　".join(fact), FACTS / FACTS_SIZE) for fact in _facts(maker, each))
    room = min(ROOM, SEAL_FOOT - SEAL_LINE * seal, FACTS_FOOT - FACTS_LINE * facts)
    lines = _lines(maker, each)

    def ems(size: float) -> float:
        text = [count(line, MEASURE / size, first=2) for line in lines if line != each.award]
        return LINE * (count(f"{_units(each)}：", MEASURE / size) + sum(text)) + AWARD_LINE * (len(lines) - len(text))

    return next((size for size in SIZES if ems(size) * size <= room), None)


def file_name(each: Awarded) -> str:
    """A certificate's number as the name of a file."""
    return re.sub(r"[^\w〔〕()（）-]+", "-", each.number)


def address(maker: UnitMaker, each: Awarded) -> str | None:
    """Where number and holder can be checked; an entry that stands in no table has its case alone."""
    catalog, edition, entry = maker.site.catalog, maker.edition.id, each.entry
    if catalog.has_row(edition, entry.number):
        return maker.public(addresses.entry(edition, entry.number))
    return maker.public(addresses.case(case)) if (case := catalog.case_of(edition, entry.number)) else None


def table(maker: UnitMaker, awarded: Sequence[Awarded]) -> bytes:
    """Numbers and holders of certificates as CSV."""
    return csv_of(map(maker.say, COLUMNS), (_table_row(maker, each) for each in awarded))


def _table_row(maker: UnitMaker, each: Awarded) -> list[str]:
    entry = each.entry
    named = (each.number, each.award, entry.title, entry.unit or "", "、".join(entry.partners), entry.team or "")
    return [*map(cell, (*named, each.track, entry.number)), address(maker, each) or "", f"{file_name(each)}.pdf"]
