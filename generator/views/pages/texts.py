"""Notices, free pages, downloads, the site map, the page for a missing address, and aliases."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.catalog import addresses
from generator.catalog.addresses import Address
from generator.catalog.books import BookFile
from generator.catalog.records import Offering
from generator.model import Branch, Edition, FreePage, ListKind, Notice, Track, WinningCase
from generator.views.parts import blocks, wording
from generator.views.parts.blocks import FoundingDocument, NoticeItem
from generator.views.parts.page import Link, Site
from generator.views.parts.shell import navigation


@dataclass(frozen=True, slots=True)
class NoticesView:
    """All notices, the newest first, and the document that came before them."""

    notices: tuple[NoticeItem, ...]
    document: FoundingDocument | None
    feed: Address


def notices(site: Site, edition: Edition) -> NoticesView:
    """An edition's notices."""
    listed = tuple(blocks.notice_item(notice) for notice in site.catalog.notices_of(edition.id))
    return NoticesView(listed, blocks.founding_document(edition), addresses.export(edition.id, "feed.xml"))


@dataclass(frozen=True, slots=True)
class TextView:
    """A notice (with its day) or a free page."""

    body: Markup
    summary: str | None
    day: str | None
    iso: str | None
    source: str | None
    demo: bool
    attachments: tuple[Download, ...] = ()


def notice(site: Site, record: Notice) -> TextView:
    """One notice."""
    day = record.date
    return replace(free_page(site, record), day=wording.day(day), iso=day.isoformat(), source=record.source)


def free_page(site: Site, record: FreePage | Notice) -> TextView:
    """One page of free prose."""
    body = site.text(addresses.of(record), record.edition, blocks.pictures(site, record))(record.body)
    return TextView(body, record.summary, None, None, None, record.demo, attached(site, record))


@dataclass(frozen=True, slots=True)
class Download:
    """A file to download."""

    name: str
    text: str
    address: Address
    form: str


@dataclass(frozen=True, slots=True)
class BookDownload:
    """A printed book: its cover, and its makes with their sizes."""

    title: str
    text: str
    cover: Address
    makes: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class DownloadsView:
    """Everything of an edition that can be downloaded."""

    attachments: tuple[Download, ...]
    books: tuple[BookDownload, ...]
    data: tuple[Download, ...]


_NOMINATIONS = "推荐参加总决赛的项目，一行一个，可以直接打印。"


def downloads(site: Site, edition: Edition) -> DownloadsView:
    """An edition's downloads."""
    nominated = site.catalog.entries_in(edition.id, ListKind.RECOMMENDED)
    listed = (
        *((("推荐汇总表", "nominations.xlsx", "XLSX", _NOMINATIONS),) if nominated else ()),
        ("赛程日历", "timeline.ics", "iCalendar", "导入手机或电脑日历，赛程各阶段一目了然。"),
        ("项目名单（表格）", "entries.csv", "CSV", "用电子表格软件打开，一行一个项目，入围、获奖、推荐各占一列。"),
        ("项目数据", "entries.json", "JSON", "供程序读取的名单、项目与变动的开放数据。"),
        ("案例清单（表格）", "cases.csv", "CSV", "用电子表格软件打开，一行一个案例。"),
        ("案例数据", "cases.json", "JSON", "供程序读取的案例开放数据。"),
        ("本届比赛数据", "edition.json", "JSON", "赛道、赛题、赛程、奖项与评审指标的开放数据。"),
        ("通知订阅", "feed.xml", "Atom", "在阅读器中订阅通知公告。"),
    )
    catalog = site.catalog
    records: list[Offering] = [edition, *catalog.tracks_of(edition.id), *catalog.pages_of(edition.id)]
    records += catalog.notices_of(edition.id)
    offered = (file for record in records for file in attached(site, record))
    return DownloadsView(
        tuple(offered),
        _books(site, edition),
        tuple(
            Download(site.say(name), site.say(text), addresses.export(edition.id, file), form)
            for name, file, form, text in listed
        ),
    )


def attached(site: Site, record: Offering) -> tuple[Download, ...]:
    """The files that a record offers, each with the title of its notice or page, or its track's name."""
    about = site.words.track_name(record.name) if isinstance(record, Track) else getattr(record, "title", "")
    return tuple(
        Download(
            each.title, about, addresses.beside(record, each.path.name), f"{each.form}，{wording.size(each.bytes)}"
        )
        for each in site.attachments.get(addresses.beside(record, ""), ())
    )


KINDS = {
    "collection": "从各届各分赛选收的案例与索引",
    "casebook": "获奖案例全文、获奖名单与索引",
    "guide": "通知要点、赛道与全部赛题、赛程、材料与奖项",
    "checklist": "材料、提纲、日程与要求，逐项打勾",
    "scoring": "按公布的评价指标排好，每个赛道一张",
}
FORMS = ("checklist", "scoring")
"""Those that are to be printed and filled in, and have one make."""

_PRINTABLE = ("打印版", "用办公打印机和 A4 纸就能印")


def _books(site: Site, edition: Edition) -> tuple[BookDownload, ...]:
    return tuple(_book(site, makes) for makes in site.shelf.kinds(edition.id))


def _book(site: Site, makes: list[BookFile]) -> BookDownload:
    downloads = (
        Download(
            *(
                _PRINTABLE
                if book.book in FORMS
                else (book.make.label + book.piece.label, book.piece.note or book.make.note)
            ),
            address=Address(book.address),
            form=f"PDF，{book.paper.label}，{book.pages}页，{wording.size(book.bytes)}",
        )
        for book in makes
    )
    first = makes[0]
    return BookDownload(first.title, site.say(KINDS.get(first.book, "")), Address(first.cover), tuple(downloads))


@dataclass(frozen=True, slots=True)
class SitemapView:
    """Every page of a portal in groups."""

    groups: tuple[tuple[str, tuple[Link, ...]], ...]


def sitemap(site: Site, branch: Branch) -> SitemapView:
    """A portal's map: per edition its sections, tracks, texts and cases."""
    groups: list[tuple[str, tuple[Link, ...]]] = []
    for edition in site.catalog.editions_of(branch.key):
        groups += [(f"{edition.year}年 · {site.say(name)}", links) for name, links in _groups(site, edition) if links]
    return SitemapView(tuple(groups))


def _groups(site: Site, edition: Edition) -> list[tuple[str, tuple[Link, ...]]]:
    catalog = site.catalog
    return [
        ("栏目", navigation(site, edition, empty=True)),
        ("页面", tuple(Link(page.title, addresses.of(page)) for page in catalog.pages_of(edition.id))),
        ("赛道", tuple(Link(track.name, addresses.of(track)) for track in catalog.tracks_of(edition.id))),
        ("通知", tuple(Link(record.title, addresses.of(record)) for record in catalog.notices_of(edition.id))),
        ("案例", tuple(Link(case.title, addresses.of(case)) for case in catalog.cases_of(edition.id))),
    ]


@dataclass(frozen=True, slots=True)
class MovedView:
    """An old address that leads on."""

    target: Address
    title: str


def moved(_: Site, record: Track | Notice | FreePage | WinningCase) -> MovedView:
    """The page at an old address of a record."""
    return MovedView(addresses.of(record), record.name if isinstance(record, Track) else record.title)
