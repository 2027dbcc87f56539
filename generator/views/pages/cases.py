"""The plain list of cases with its filters, and the page of one case."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import ceil

from markupsafe import Markup

from generator.catalog import addresses
from generator.catalog.addresses import Address
from generator.model import CaseText, Edition, EditionId, Quote, WinningCase
from generator.papers import Make
from generator.text import footnotes
from generator.text.prose import PictureView
from generator.views.charts import web_figure
from generator.views.pages import search
from generator.views.pages.entries import facts, finals
from generator.views.pages.search import GalleryView
from generator.views.parts import blocks, today
from generator.views.parts.blocks import AwardBadge, CaseCard, Figure
from generator.views.parts.page import Link, Site
from generator.views.parts.today import ResultsLine

PAGE_SIZE = 48
RELATED = 4


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the list: its name and its choices with counts."""

    name: str
    choices: tuple[tuple[Link, int], ...]


@dataclass(frozen=True, slots=True)
class ListingView:
    """One page of the list of cases."""

    cases: tuple[CaseCard, ...]
    total: int
    results: tuple[ResultsLine, ...]
    """What is said where there are no cases."""
    facets: tuple[Facet, ...]
    page: int
    pages: int
    previous: Address | None
    following: Address | None
    numbers: tuple[Link, ...]
    gallery: GalleryView | None
    """What narrows the list in the browser; only on a first page that lists something."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which cases a list shows: of one track, of one award level (1 is the highest), of both or all."""

    edition: EditionId
    track: str = ""
    award: int | None = None
    page: int = 1

    @property
    def address(self) -> Address:
        """Where the list stands."""
        return addresses.listing(self.edition, self.track, self.award, self.page)


def selections(site: Site, edition: Edition) -> Iterator[Selection]:
    """Every page of every list that has cases; at least the empty list of all."""
    tracks = ["", *(track.slug for track in site.catalog.tracks_of(edition.id))]
    levels = [None, *range(1, len(site.catalog.award_levels(edition.id)) + 1)]
    for track in tracks:
        for award in levels:
            first = Selection(edition.id, track, award)
            pages = ceil(len(chosen(site, first)) / PAGE_SIZE)
            if pages == 0 and (track or award):
                continue
            for page in range(1, max(pages, 1) + 1):
                yield Selection(edition.id, track, award, page)


def chosen(site: Site, selection: Selection) -> list[WinningCase]:
    """All cases of a list, on whatever page."""
    catalog, (_, award) = site.catalog, _named(site, selection)
    if award:
        return catalog.cases_with(selection.edition, award, selection.track)
    record = catalog.track(selection.edition, selection.track) if selection.track else None
    return catalog.cases_in(record.id) if record else catalog.cases_of(selection.edition)


def listing(site: Site, selection: Selection) -> ListingView:
    """One page of the list of an edition's cases."""
    edition = site.catalog.editions[selection.edition]
    found = chosen(site, selection)
    pages = max(1, ceil(len(found) / PAGE_SIZE))
    shown = found[(selection.page - 1) * PAGE_SIZE : selection.page * PAGE_SIZE]
    at = [replace(selection, page=number).address for number in range(1, pages + 1)]
    track, award = _named(site, selection)
    return ListingView(
        cases=tuple(blocks.case_card(site, case) for case in shown),
        total=len(found),
        results=() if found else today.results(site, edition),
        facets=_facets(site, edition, selection),
        page=selection.page,
        pages=pages,
        previous=at[selection.page - 2] if selection.page > 1 else None,
        following=at[selection.page] if selection.page < pages else None,
        numbers=tuple(Link(str(n), where, current=n == selection.page) for n, where in enumerate(at, start=1)),
        gallery=search.cases(site, edition, track=track, award=award) if found and selection.page == 1 else None,
    )


def _named(site: Site, selection: Selection) -> tuple[str, str]:
    """The track and the award that a list is narrowed to, each empty where it is not."""
    catalog = site.catalog
    track = catalog.track(selection.edition, selection.track) if selection.track else None
    award = catalog.award_levels(selection.edition)[selection.award - 1] if selection.award else ""
    return track.name if track else "", award


def chosen_label(site: Site, selection: Selection) -> str:
    """What a list is narrowed to, in words; empty for all cases."""
    track, award = _named(site, selection)
    return " · ".join(part for part in (site.words.track_name(track) if track else "", award) if part)


def _facets(site: Site, edition: Edition, chosen: Selection) -> tuple[Facet, ...]:
    """Years always lead to all cases of a year; tracks and awards that would leave nothing are not offered."""
    tracks = [("", site.say("全部赛道")), *((track.slug, track.name) for track in site.catalog.tracks_of(edition.id))]
    levels = [(None, site.say("全部奖项")), *enumerate(site.catalog.award_levels(edition.id), start=1)]
    years = (
        _choice(site, Selection(other.id), f"{other.year}年", other.id == edition.id)
        for other in site.catalog.editions_of(edition.branch)
    )
    by_track = [
        _choice(site, Selection(edition.id, slug, chosen.award), label, slug == chosen.track) for slug, label in tracks
    ]
    by_award = [
        _choice(site, Selection(edition.id, chosen.track, rank), label, rank == chosen.award) for rank, label in levels
    ]
    facets = (
        Facet("年份", tuple(years)),
        Facet(site.say("赛道"), tuple(each for each in by_track if each[1] or each[0].current)),
        Facet(site.say("奖项"), tuple(each for each in by_award if each[1] or each[0].current)),
    )
    return tuple(facet for facet in facets if len(facet.choices) > 1)


def _choice(site: Site, selection: Selection, label: str, current: bool) -> tuple[Link, int]:
    return Link(label, selection.address, current=current), len(chosen(site, selection))


@dataclass(frozen=True, slots=True)
class SectionView:
    """One part of a case's text, with the anchor of its heading."""

    id: str
    heading: str
    body: Markup


@dataclass(frozen=True, slots=True)
class CaseView:
    """A winning case: display strings, links, badges, siblings in order."""

    title: str
    award: AwardBadge
    summary: str
    unit: str
    facts: tuple[tuple[str, str], ...]
    track: Link
    topic: Link | None
    also: tuple[AwardBadge, ...]
    """What else it was awarded."""
    finals: str | None
    metrics: tuple[Figure, ...]
    cover: PictureView | None
    lead: PictureView | None
    quote: Quote | None
    jury: str | None
    tags: tuple[str, ...]
    printed: Link | None
    entry: Link | None
    """How it came to its award."""
    related: tuple[CaseCard, ...]
    previous: Link | None
    following: Link | None
    demo: bool
    introduction: Markup = Markup()  # noqa: RUF009 - immutable
    sections: tuple[SectionView, ...] = ()
    notes: Markup = Markup()  # noqa: RUF009 - likewise


def page(site: Site, record: WinningCase) -> CaseView:
    """One case with its text."""
    figures = {f"#{chart.id}": web_figure.figure(chart) for chart in record.charts}
    write = site.text(addresses.case(record.id), record.edition, blocks.pictures(site, record), figures)
    return with_text(case(site, record), record, site.catalog.case_texts[record.id], write)


def with_text(view: CaseView, record: WinningCase, text: CaseText, write: Callable[[str], Markup]) -> CaseView:
    """A case with its text, in which `write` turns Markdown to HTML part by part.

    Charts that the text does not place stand before it.
    """
    unplaced = (f"![](#{chart.id})" for chart in record.charts if f"#{chart.id}" not in record.placed)
    opening, *bodies = text.parts()
    parts = [write(part) for part in ("\n\n".join([*unplaced, opening]), *bodies)]
    (introduction, *texts), notes = footnotes.gathered(parts)
    sections = (
        SectionView(f"section-{number}", section.heading, body)
        for number, (section, body) in enumerate(zip(text.sections, texts, strict=True), start=1)
    )
    return replace(view, introduction=introduction, sections=tuple(sections), notes=notes)


def case(site: Site, record: WinningCase) -> CaseView:
    """One case but for its text."""
    catalog = site.catalog
    track = catalog.tracks[record.track_id]
    topic = catalog.topic_of(record)
    around = catalog.neighbours(record)
    previous, following = (Link(each.title, addresses.case(each.id)) if each else None for each in around)
    return CaseView(
        title=record.title,
        award=blocks.award_badge(site, record.edition, record.award),
        summary=record.summary,
        unit=record.holder,
        facts=facts(site, record.entry),
        track=Link(site.words.track_name(track.name), addresses.track(track.id)),
        topic=Link(topic.title, addresses.topic(track.id, topic.id)) if topic else None,
        also=_also(site, record),
        finals=finals(site, entry) if (entry := catalog.entry_of(record.id)) else None,
        metrics=blocks.metrics(record),
        cover=blocks.picture(site, record, opening) if (opening := blocks.opening_picture(record)) else None,
        lead=blocks.picture(site, record, record.lead_picture) if record.lead_picture else None,
        quote=record.quote,
        jury=record.jury,
        tags=record.tags,
        printed=_printed(site, record),
        entry=_entry(site, record),
        related=tuple(blocks.case_card(site, other) for other in catalog.cases_like(record, RELATED)),
        previous=previous,
        following=following,
        demo=record.demo or catalog.is_demo(record.edition),
    )


def _also(site: Site, record: WinningCase) -> tuple[AwardBadge, ...]:
    entry = site.catalog.entry_of(record.id)
    awards = entry.awards if entry else ()
    return tuple(blocks.award_badge(site, record.edition, award) for award in awards if award != record.award)


def _entry(site: Site, record: WinningCase) -> Link | None:
    entry = site.catalog.entry_of(record.id)
    if entry is None or not entry.awards or not site.catalog.has_row(record.edition, entry.number):
        return None
    return Link("评选经过", addresses.entry(record.edition, entry.number))


def _printed(site: Site, record: WinningCase) -> Link | None:
    """Where the case stands in the printed collection, with the way to it."""
    folio = site.shelf.folios.get(record.id)
    books = [book for book in site.shelf.of(record.edition) if book.book == "casebook"]
    if folio is None or not books:
        return None
    chosen = next((book for book in books if book.make is Make.SCREEN), books[0])
    return Link(f"见《{chosen.title}》第{folio}页", Address(chosen.address))
