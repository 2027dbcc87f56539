"""The list of tracks, and a track with its topics and the cases under each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.catalog import addresses
from generator.catalog.addresses import Address
from generator.catalog.relations import RelatedTopic
from generator.model import Edition, Topic, Track, WinningCase
from generator.text.numerals import chinese
from generator.views.pages.texts import Download, attached
from generator.views.parts import blocks, today, wording
from generator.views.parts.blocks import CaseCard, TrackCard
from generator.views.parts.page import Link, Site
from generator.views.parts.today import ResultsLine

KINDS = {"professional": "专业赛道", "open": "开放创新赛道", "composite": "综合赛道"}


@dataclass(frozen=True, slots=True)
class TrackOutline:
    """A track with the titles of its topics, for the list of tracks."""

    card: TrackCard
    groups: tuple[tuple[str | None, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True)
class TracksView:
    """All tracks of an edition."""

    tracks: tuple[TrackOutline, ...]
    topics: int
    unguided: str
    """Of which tracks the notice does not say who guides them, empty when it says it of all."""


def tracks(site: Site, edition: Edition) -> TracksView:
    """The list of an edition's tracks."""
    listed = site.catalog.tracks_of(edition.id)
    outlines = tuple(TrackOutline(blocks.track_card(site, track), _outline(track)) for track in listed)
    unguided = [track for track in listed if not track.guiding_units]
    which = f"其中{len(unguided)}个赛道" if len(unguided) < len(listed) else "各赛道"
    told = f"{site.say(which)}的指导单位：{wording.UNSTATED}" if unguided else ""
    return TracksView(outlines, sum(len(track.topics) for track in listed), told)


def _outline(record: Track) -> tuple[tuple[str | None, tuple[Link, ...]], ...]:
    """A track's topics as links to their places, by group."""
    return tuple(
        (title, tuple(Link(topic.title, addresses.topic(record.id, topic.id)) for topic in topics))
        for title, _, topics in _by_group(record)
    )


def _by_group(record: Track) -> Iterator[tuple[str | None, str, tuple[Topic, ...]]]:
    """Title, id and topics of a track's groups; a track that is not composite has one without a title."""
    if not record.topic_groups:
        yield None, "", record.topics
    for group in record.topic_groups:
        topics = tuple(topic for topic in record.topics if topic.group == group.number)
        yield f"（{chinese(group.number)}）{group.title}", f"group-{group.number}", topics


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic: how the notice numbers it, what it asks, who guides it, the cases that answer it."""

    id: str
    label: str
    title: str
    summary: str
    guiding_units: str | None
    facts: str
    """Its difficulty and the contest's own fields, in one line."""
    cases: tuple[Link, ...]
    related: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TopicGroupView:
    """Topics under one heading; a track that is not composite has one group without a title."""

    title: str | None
    id: str
    topics: tuple[TopicView, ...]


@dataclass(frozen=True, slots=True)
class TrackView:
    """A track's page."""

    number: int
    name: str
    kind: str
    source_name: str | None
    introduction: Markup
    attachments: tuple[Download, ...]
    guiding_units: tuple[str, ...]
    sectors: tuple[str, ...]
    quotas: tuple[tuple[str, str], ...]
    prizes: tuple[tuple[str, str], ...]
    """What awards bring in this track and not in all."""
    topic_count: int
    groups: tuple[TopicGroupView, ...]
    cases: tuple[CaseCard, ...]
    listing: Address
    results: tuple[ResultsLine, ...]
    """What is said where there are no cases."""
    previous: Link | None
    following: Link | None


def track(site: Site, record: Track) -> TrackView:
    """One track."""
    cases = site.catalog.cases_in(record.id)
    sectors = (site.catalog.sectors.get(key) for key in record.sectors)  # type: ignore[call-overload]
    previous, following = _neighbours(site, record)
    return TrackView(
        number=record.number,
        name=record.name,
        kind=site.say(KINDS.get(record.kind or "", "")),
        source_name=record.source_name,
        introduction=site.text(addresses.track(record.id), record.edition, blocks.pictures(site, record))(
            record.introduction
        ),
        attachments=attached(site, record),
        guiding_units=record.guiding_units,
        sectors=tuple(sector.name for sector in sectors if sector),
        quotas=_quotas(site, record),
        prizes=_prizes(site, record),
        topic_count=len(record.topics),
        groups=_groups(site, record, cases),
        cases=tuple(blocks.case_card(site, case) for case in cases),
        listing=addresses.listing(record.edition, record.slug),
        results=() if cases else today.results(site, site.catalog.editions[record.edition]),
        previous=previous,
        following=following,
    )


def _quotas(site: Site, record: Track) -> tuple[tuple[str, str], ...]:
    """What the award scheme says of this track alone."""
    quotas = (quota for quota in site.catalog.scheme(record.edition).quotas if quota.scope == "track")
    own = (quota for quota in quotas if not quota.tracks or record.slug in quota.tracks)
    return tuple((quota.level, f"{wording.quota(quota)}{'个' * (quota.count is not None)}") for quota in own)


def _prizes(site: Site, record: Track) -> tuple[tuple[str, str], ...]:
    given = site.catalog.scheme(record.edition).prizes
    return tuple((prize.level, wording.prize(prize)) for prize in given if record.slug in prize.tracks)


def _groups(site: Site, record: Track, cases: list[WinningCase]) -> tuple[TopicGroupView, ...]:
    return tuple(
        TopicGroupView(title, name, tuple(_topic(site, record, topic, cases) for topic in topics))
        for title, name, topics in _by_group(record)
    )


def _topic(site: Site, record: Track, topic: Topic, cases: list[WinningCase]) -> TopicView:
    return TopicView(
        id=topic.id,
        label=topic.label or f"{site.say('赛题')}{topic.place}",
        title=topic.title,
        summary=topic.summary,
        guiding_units="、".join(topic.guiding_units) or None,
        facts="；".join(f"{name}：{fact}" for name, fact in topic.facts),
        cases=tuple(
            Link(f"{case.title}（{case.award}）", addresses.case(case.id))
            for case in cases
            if case.topic and topic.matches(case.topic)
        ),
        related=tuple(related(site, other) for other in site.related_topics.get((record.id, topic.id), ())),
    )


def related(site: Site, other: RelatedTopic) -> Link:
    """The same topic elsewhere, with its own title where it has another."""
    edition = site.catalog.editions[other.edition]
    where = f"{site.catalog.branches[edition.branch].name}{edition.year}"
    label = where if other.kind == "same" else f"{where}（{other.topic.title}）"
    return Link(label, addresses.topic(other.track, other.topic.id))


def _neighbours(site: Site, record: Track) -> Iterator[Link | None]:
    """The ways to the tracks before and after it."""
    around = [None, *site.catalog.tracks_of(record.edition), None]
    index = around.index(record)
    for each in (around[index - 1], around[index + 1]):
        name = f"{each.number}. {site.words.track_name(each.name)}" if each else ""
        yield Link(name, addresses.track(each.id)) if each else None
