"""Topics that several editions share, with the way to each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalog import addresses
from generator.catalog.relations import TopicKey, sectors_of
from generator.model import Topic, Track
from generator.views.pages.compare import COLUMNS, Column, all_editions, column
from generator.views.parts.page import Link, Site


@dataclass(frozen=True, slots=True)
class SharedTopic:
    """One topic under its newest title; per edition the way to it under its title there."""

    title: str
    cells: tuple[tuple[Link, ...], ...]

    @property
    def names(self) -> Mapping[str, Sequence[tuple[int, Link]]]:
        """Each title with the editions that use it: their places among the columns, and the way there."""
        found: defaultdict[str, list[tuple[int, Link]]] = defaultdict(list)
        for place, cell in enumerate(self.cells):
            for link in cell:
                found[link.label].append((place, link))
        return found


@dataclass(frozen=True, slots=True)
class SharedSector:
    """The shared topics of one sector."""

    name: str
    topics: tuple[SharedTopic, ...]


@dataclass(frozen=True, slots=True)
class TopicsView:
    """All shared topics by sector, or by track where tracks have none."""

    columns: tuple[Column, ...]
    sectors: tuple[SharedSector, ...]
    shared: int
    total: int

    @property
    def crowded(self) -> bool:
        """Whether a column for every edition would be too narrow to be read."""
        return len(self.columns) > COLUMNS


def topics(site: Site) -> TopicsView:
    """The topics that two or more editions share."""
    listed = sorted(all_editions(site), key=lambda edition: -edition.year)
    places = {edition.id: place for place, edition in enumerate(listed)}
    by_sector: defaultdict[str, list[SharedTopic]] = defaultdict(list)
    for members in _clusters(site):
        found = [(places[track.edition], track, topic) for track, topic in members if track.edition in places]
        found.sort(key=lambda member: (member[0], member[1].number, member[2].number))
        if len({place for place, _, _ in found}) > 1:
            by_sector[_sector(site, found[0][1], found[0][2])].append(_shared(found, len(listed)))
    names = dict.fromkeys((*(sector.name for sector in site.catalog.sectors.values()), *by_sector))
    sectors = tuple(SharedSector(name, tuple(by_sector[name])) for name in names if name in by_sector)
    return TopicsView(
        columns=tuple(column(site, edition) for edition in listed),
        sectors=sectors,
        shared=sum(len(sector.topics) for sector in sectors),
        total=sum(len(track.topics) for edition in listed for track in site.catalog.tracks_of(edition.id)),
    )


def _clusters(site: Site) -> Iterator[list[tuple[Track, Topic]]]:
    """Topics joined by their relations, each cluster once, in reading order."""
    records = {(track.id, topic.id): (track, topic) for track in site.catalog.tracks.values() for topic in track.topics}
    seen: set[TopicKey] = set()
    for start in site.related_topics:
        members: list[tuple[Track, Topic]] = []
        waiting = [start]
        while waiting:
            key = waiting.pop()
            if key not in seen:
                seen.add(key)
                members.append(records[key])
                waiting += [(other.track, other.topic.id) for other in site.related_topics.get(key, ())]
        if members:
            yield members


def _shared(found: list[tuple[int, Track, Topic]], columns: int) -> SharedTopic:
    title = found[0][2].title
    cells: list[list[Link]] = [[] for _ in range(columns)]
    for place, track, topic in found:
        cells[place].append(Link(topic.title, addresses.topic(track.id, topic.id)))
    return SharedTopic(title, tuple(tuple(cell) for cell in cells))


def _sector(site: Site, track: Track, topic: Topic) -> str:
    """The sector that a topic is listed under: the first of its own."""
    own = sectors_of(site.catalog, track, topic)
    return next((sector.name for key, sector in site.catalog.sectors.items() if key in own), track.name)
