"""Parts that several pages show: cards of cases and tracks, phases, pictures, notices, key figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.catalog import addresses
from generator.catalog.addresses import Address
from generator.catalog.records import Illustrated
from generator.media.pictures import MeasuredPicture
from generator.model import Edition, EditionId, Metric, Notice, Phase, Picture, Track, WinningCase
from generator.model.figures.chart import Chart
from generator.model.moment import begins, ends, written
from generator.model.record import year_of
from generator.text.prose import PictureView
from generator.views.parts import wording
from generator.views.parts.page import Link, Site

THUMBNAIL = (640, 360)
"""Width and height of a chart as the picture of its case in lists, in CSS pixels."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One key figure: a number and what it counts; `address` leads to the page that lists it."""

    label: str
    value: str
    unit: str = ""
    address: Address | None = None
    before: str = ""
    """The number as it was before."""

    @property
    def shares(self) -> tuple[float, float] | None:
        """Both numbers in per cent of the larger one, before and now; None where they cannot be held side by side."""
        try:
            pair = [float(each.replace(",", "")) for each in (self.before, self.value)]
        except ValueError:
            return None
        return (100 * pair[0] / max(pair), 100 * pair[1] / max(pair)) if min(pair) >= 0 < max(pair) else None


@dataclass(frozen=True, slots=True)
class AwardBadge:
    """An award's name and its rank: 1 is the highest level, 0 a special award."""

    name: str
    rank: int


@dataclass(frozen=True, slots=True)
class CaseCard:
    """A case in a list."""

    title: str
    address: Address
    award: AwardBadge
    unit: str
    track: str
    edition: str
    summary: str
    region: str | None
    cover: PictureView | None
    metric: Figure | None
    demo: bool


@dataclass(frozen=True, slots=True)
class TrackCard:
    """A track in a grid."""

    number: int
    name: str
    address: Address
    kind: str | None
    topics: int
    groups: int
    guiding_units: str
    cases: int


@dataclass(frozen=True, slots=True)
class PhaseView:
    """A phase as pages show it; `starts`/`ends` are ISO minutes for the reader's clock, empty when open.

    From `ends` on it is over.
    """

    name: str
    kind: str
    text: str
    description: str | None
    starts: str
    ends: str
    approximate: bool


@dataclass(frozen=True, slots=True)
class NoticeItem:
    """A notice in a list."""

    title: str
    address: Address
    day: str
    iso: str
    summary: str | None
    demo: bool


@dataclass(frozen=True, slots=True)
class FoundingDocument:
    """The official document that an edition began with, which is in the list of notices without being a page."""

    title: str
    issuer: str | None
    day: str | None
    iso: str | None
    url: str | None


def award_badge(site: Site, edition: EditionId, award: str) -> AwardBadge:
    """An award with its rank among the edition's levels."""
    scheme = site.catalog.scheme(edition)
    return AwardBadge(award, scheme.rank(award) if award in scheme.levels else 0)


def case_card(site: Site, case: WinningCase) -> CaseCard:
    """A case in a list."""
    track = site.catalog.tracks.get(case.track_id)
    metric = case.metrics[0] if case.metrics else None
    return CaseCard(
        title=case.title,
        address=addresses.case(case.id),
        award=award_badge(site, case.edition, case.award),
        unit=case.holder,
        track=track.name if track else case.track,
        edition=str(year_of(case.edition)),
        summary=case.summary,
        region=case.region,
        cover=cover(site, case),
        metric=_figure(metric) if metric else None,
        demo=case.demo or site.catalog.is_demo(case.edition),
    )


def cover(site: Site, case: WinningCase) -> PictureView | None:
    """The picture of a case in lists: its lead, one that is not in its text, its first chart, or its first picture."""
    opening = case.lead_picture or opening_picture(case)
    if opening is None and case.charts:
        chart = case.charts[0]
        address = addresses.beside(case, thumbnail_name(chart))
        return PictureView(((address, THUMBNAIL[0]),), *THUMBNAIL, chart.title, None)
    image = opening or next(iter(case.images), None)
    return picture(site, case, image) if image else None


def thumbnail_name(chart: Chart) -> str:
    """The file of a chart's picture for lists."""
    return f"{chart.id}.svg"


def opening_picture(case: WinningCase) -> Picture | None:
    """The picture before a case's text: the first one but its lead, unless it stands in the text."""
    image = case.cover_picture
    return image if image and image.file not in case.placed else None


def pictures(site: Site, record: Illustrated) -> dict[str, PictureView]:
    """The readable pictures of a record by file name."""
    found = ((image.file, picture(site, record, image)) for image in record.images)
    return {name: view for name, view in found if view is not None}


def picture(site: Site, record: Illustrated, image: Picture) -> PictureView | None:
    """One picture of a record, or None when its file cannot be read."""
    measured: MeasuredPicture | None = site.galleries.get(addresses.beside(record, ""), {}).get(image.file)
    if measured is None:
        return None
    sources = tuple((addresses.beside(record, rendition.name), rendition.width) for rendition in measured.renditions)
    return PictureView(sources, measured.width, measured.height, image.alt, image.caption)


def metrics(case: WinningCase) -> tuple[Figure, ...]:
    """The figures that show a case's effect."""
    return tuple(map(_figure, case.metrics))


def _figure(metric: Metric) -> Figure:
    before = "" if metric.before is None else _value(metric.before)
    return Figure(metric.label, _value(metric.value), metric.unit or "", before=before)


def _value(value: int | float | str) -> str:
    return value if isinstance(value, str) else wording.number(value)


def named_tracks(site: Site, edition: Edition, slugs: Iterable[str]) -> list[Track]:
    """Those of an edition's tracks that are named."""
    return [track for slug in slugs if (track := site.catalog.track(edition.id, slug))]


def track_links(tracks: Iterable[Track]) -> tuple[Link, ...]:
    """The ways to some tracks."""
    return tuple(Link(track.name, addresses.track(track.id)) for track in tracks)


def track_card(site: Site, track: Track) -> TrackCard:
    """A track in a grid."""
    kinds = {"open": "开放创新", "composite": "综合"}
    return TrackCard(
        number=track.number,
        name=track.name,
        address=addresses.track(track.id),
        kind=kinds.get(track.kind or ""),
        topics=len(track.topics),
        groups=len(track.topic_groups),
        guiding_units="、".join(track.guiding_units),
        cases=len(site.catalog.cases_in(track.id)),
    )


def phase(record: Phase) -> PhaseView:
    """A phase with the days that a reader's clock can be held against."""
    return PhaseView(
        name=record.name,
        kind=str(record.kind),
        text=wording.when(record),
        description=record.description,
        starts=written(begins(record.start)) if record.start else "",
        ends=written(ends(record.last)) if record.last else "",
        approximate=record.is_vague,
    )


def phases(site: Site, edition: Edition) -> tuple[PhaseView, ...]:
    """An edition's phases in the order of the notice."""
    return tuple(map(phase, site.catalog.phases_of(edition.id)))


def notice_item(notice: Notice) -> NoticeItem:
    """A notice in a list."""
    return NoticeItem(
        title=notice.title,
        address=addresses.of(notice),
        day=wording.day(notice.date),
        iso=notice.date.isoformat(),
        summary=notice.summary,
        demo=notice.demo,
    )


def founding_document(edition: Edition) -> FoundingDocument | None:
    """The document that an edition's facts come from; None when its title is not known."""
    document = edition.document
    if not document.title:
        return None
    return FoundingDocument(
        title=wording.source(edition),
        issuer=document.issuer,
        day=wording.day(document.issued) if document.issued else None,
        iso=document.issued.isoformat() if document.issued else None,
        url=document.url,
    )
