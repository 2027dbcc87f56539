"""Topics that several editions share: the same title, or the same topic under another title.

Whether two titles mean one topic is decided once for each pair of titles, so that a verdict in
`content/topic-links.yml` about one pair of topics holds for all topics with those titles.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.catalog.catalog import Catalog
from generator.catalog.names import title_key
from generator.model import EditionId, SectorId, Topic, TopicLinks, Track, TrackId

TopicKey = tuple[TrackId, str]
"""A topic by its track and its own id."""

THRESHOLD = 0.52
"""Titles are the same topic from this share of common pairs of characters on.

Of all pairs of titles in comparable sectors that never stand in one edition, the least similar true renaming
has 0.54 and the most similar pairs of different topics have 0.50, but for one that the links refuse.
"""

_REFERENCE = re.compile(r"(?P<track>[^#]+)#(?P<topic>topic-\d+)")


@dataclass(frozen=True)
class RelatedTopic:
    """A topic of another edition that is the same, under the same title or renamed."""

    edition: EditionId
    track: TrackId
    topic: Topic
    kind: Literal["same", "renamed"]


@dataclass(frozen=True)
class _PlacedTopic:
    """A topic with its place and the sectors that it belongs to."""

    edition: EditionId
    track: Track
    topic: Topic
    sectors: frozenset[SectorId]

    @property
    def key(self) -> TopicKey:
        return self.track.id, self.topic.id


@dataclass(frozen=True)
class _Title:
    """All topics that share a title, whatever their edition; `key` tells the titles apart."""

    key: str
    bigrams: frozenset[str]
    topics: tuple[_PlacedTopic, ...]
    editions: frozenset[EditionId]
    sectors: frozenset[SectorId]


def similarity(one: frozenset[str], other: frozenset[str]) -> float:
    """Dice's coefficient of two sets of bigrams, from 0 to 1."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def relations(catalog: Catalog) -> Mapping[TopicKey, tuple[RelatedTopic, ...]]:
    """For each topic that has any, the related topics of other editions.

    The newest editions come first, those of a year by branch, then by track and topic. Fabricated editions are
    related to one another only.
    """
    verdicts = _Verdicts(catalog)
    found: defaultdict[TopicKey, list[tuple[_PlacedTopic, Literal["same", "renamed"]]]] = defaultdict(list)
    for demo in (False, True):
        titles = _titles(catalog, demo)
        for title in titles:
            for one in title.topics:
                for other in title.topics:
                    if one.edition != other.edition and not verdicts.are_different(one.key, other.key):
                        found[one.key].append((other, "same"))
        for one, other in _renamed(titles, verdicts):
            found[one.key].append((other, "renamed"))
            found[other.key].append((one, "renamed"))
    order = _order(catalog)
    return {
        key: tuple(
            RelatedTopic(other.edition, other.track.id, other.topic, kind)
            for other, kind in sorted(found[key], key=lambda related: order[related[0].key])
        )
        for key in sorted(found, key=order.__getitem__)
    }


def _titles(catalog: Catalog, demo: bool) -> list[_Title]:
    """Every title of the real or of the fabricated editions with its topics."""
    topics: defaultdict[str, list[_PlacedTopic]] = defaultdict(list)
    for edition in catalog.editions:
        if catalog.is_demo(edition) is demo:
            for placed in _placed(catalog, edition):
                topics[title_key(placed.topic.title)].append(placed)
    return [
        _Title(
            key,
            frozenset(key[place : place + 2] for place in range(len(key) - 1)),
            tuple(placed),
            frozenset(each.edition for each in placed),
            frozenset[SectorId]().union(*(each.sectors for each in placed)),
        )
        for key, placed in topics.items()
    ]


def _placed(catalog: Catalog, edition: EditionId) -> Iterator[_PlacedTopic]:
    """An edition's topics."""
    for track in catalog.tracks_of(edition):
        for topic in track.topics:
            yield _PlacedTopic(edition, track, topic, sectors_of(catalog, track, topic))


def sectors_of(catalog: Catalog, track: Track, topic: Topic) -> frozenset[SectorId]:
    """The sectors of a topic: its own, that which its group is called like, or all of its track."""
    if topic.sectors:
        return frozenset(map(SectorId, topic.sectors))
    group = next((group.title for group in track.topic_groups if group.number == topic.group), None)
    named = (key for key, sector in catalog.sectors.items() if sector.name == group)
    return frozenset(named) or frozenset(map(SectorId, track.sectors))


def _renamed(titles: list[_Title], verdicts: _Verdicts) -> Iterator[tuple[_PlacedTopic, _PlacedTopic]]:
    """Pairs of topics under two titles that mean one topic.

    An edition that has both titles tells that they are two topics, unless an editor says otherwise.
    """
    for place, one in enumerate(titles):
        for other in titles[place + 1 :]:
            told = verdicts.of(one.key, other.key)
            if told is False or (told is None and not _alike(one, other)):
                continue
            yield from (
                (first, second)
                for first in one.topics
                for second in other.topics
                if first.edition != second.edition and (told or first.sectors & second.sectors)
            )


def _alike(one: _Title, other: _Title) -> bool:
    """Whether two titles are near enough; what is cheap to see comes first."""
    if one.sectors.isdisjoint(other.sectors):
        return False
    few, many = sorted((len(one.bigrams), len(other.bigrams)))
    if 2 * few < THRESHOLD * (few + many):
        return False
    return similarity(one.bigrams, other.bigrams) >= THRESHOLD and one.editions.isdisjoint(other.editions)


class _Verdicts:
    """What the editors decided: about pairs of titles, or about pairs of topics when the titles are equal."""

    def __init__(self, catalog: Catalog) -> None:
        self._titles: dict[frozenset[str], bool] = {}
        self._different: set[frozenset[TopicKey]] = set()
        links = catalog.topic_links or TopicLinks()
        for same, pairs in ((True, links.same), (False, links.different)):
            for pair in pairs:
                topics = [found for found in (find(catalog, reference) for reference in pair) if found]
                titles = frozenset(title_key(topic.title) for _, topic in topics)
                if len(titles) == 2:
                    self._titles[titles] = same
                elif not same:
                    self._different.add(frozenset((track.id, topic.id) for track, topic in topics))

    def of(self, one: str, other: str) -> bool | None:
        """Whether two titles mean the same topic, or None when nobody has decided."""
        return self._titles.get(frozenset((one, other))) if self._titles else None

    def are_different(self, one: TopicKey, other: TopicKey) -> bool:
        """Whether two topics with equal titles were told apart."""
        return frozenset((one, other)) in self._different


def _order(catalog: Catalog) -> dict[TopicKey, int]:
    """The place of every topic in the order of lists."""
    editions = sorted(catalog.editions.values(), key=lambda edition: (-edition.year, edition.branch))
    keys = (
        (track.id, topic.id)
        for edition in editions
        for track in catalog.tracks_of(edition.id)
        for topic in track.topics
    )
    return {key: place for place, key in enumerate(keys)}


def find(catalog: Catalog, reference: str) -> tuple[Track, Topic] | None:
    """The topic that a reference `<branch>/<year>/<track>#topic-<number>` means."""
    match = _REFERENCE.fullmatch(reference)
    track = catalog.tracks.get(TrackId(match["track"])) if match else None
    topic = track.topic(match["topic"]) if track and match else None
    return (track, topic) if track and topic else None
