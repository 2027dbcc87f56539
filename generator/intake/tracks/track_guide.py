"""Tracks with their guiding units and topics, put together from all places that tell of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.intake.manuscripts import PrintedPlace
from generator.intake.structure import bodies
from generator.intake.structure.document_parts import Outline
from generator.intake.structure.listings import ListEntry
from generator.intake.structure.seeking import said
from generator.intake.tracks import topic_lists, track_lists
from generator.intake.tracks.topic_lists import GUIDED, LED, FoundTopic
from generator.intake.tracks.track_lists import called
from generator.intake.tracks.wanted import Wanted

_TOLD = (
    r"的?(?:主要)?(?:赛题|题目)?(?:\d{1,2}[个道项]，?)?(?:[：为有含设即]|由|包括|包含|涵盖|聚焦|围绕|发布|面向|涉及)"
)
"""What follows the name of a track in a sentence that tells of it."""
_INTRODUCES = re.compile("(?:赛道)?(?:简介|说明|背景|介绍|目标)")


@dataclass
class FoundTrack:
    """A track as the notice calls it (`printed`), and its name without what all are called."""

    printed: str
    name: str
    place: PrintedPlace
    units: list[tuple[str, PrintedPlace]] = field(default_factory=list)
    introduction: str = ""
    topics: list[FoundTopic] = field(default_factory=list)
    doubt: str = ""

    @property
    def groups(self) -> list[str]:
        """The groups that its topics are in."""
        return list(dict.fromkeys(topic.group for topic in self.topics if topic.group))


def tracks(outline: Outline, wanted: Wanted) -> list[FoundTrack]:
    """The tracks in order, each with its topics."""
    found = track_lists.candidates(outline, wanted)
    if not found:
        return []
    best, doubt = found[0], track_lists.doubt(found, track_lists.claims(outline), wanted)
    made = [
        FoundTrack(called(entry.name), name, entry.place, topics=list(topics), doubt=doubt)
        for entry, name, topics in zip(best.listing.entries, best.names, best.topics, strict=True)
    ]
    entries: dict[str, list[ListEntry]] = {name: [] for name in best.names}
    told = [(name, entry) for each in found for name, entry in zip(each.names, each.listing.entries, strict=True)]
    for name, entry in (*told, *_spoken(outline, best.names, wanted)):
        entries.get(name, []).append(entry)
    _add_topics(made, entries)
    if len(made) > 1 and all(track.topics for track in made):  # told of all in one form
        for track in made:
            track.topics = [replace(t, doubt=t.doubt.replace(topic_lists.UNSURE, "")) for t in track.topics]
    for track in made:
        for entry in entries[track.name]:
            _add_units(track, entry)
    for track in made:
        for topic in track.topics:
            topic.doubt = topic.doubt or doubt
        _units_of_topics(track)
    return made


def _add_topics(made: Sequence[FoundTrack], entries: Mapping[str, Sequence[ListEntry]]) -> None:
    """Topics of tracks that have none yet; where most have some, a single one may be told, too."""
    for one in (False, True):
        if one and 2 * sum(bool(track.topics) for track in made) < len(made):
            return
        for track in made:
            found = (topic_lists.of_entry(entry, one) for entry in entries[track.name])
            track.topics = track.topics or next(filter(None, found), [])


def _spoken(outline: Outline, names: Sequence[str], wanted: Wanted) -> Iterator[tuple[str, ListEntry]]:
    """What sentences tell of a track: from its name on to that of the next."""
    called_so = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    begins = re.compile(
        rf"(?:^|(?<=[。；，、：“中]))(?P<name>{called_so})”?(?:{track_lists.words(wanted)})?(?:（[^（）]*）)?(?={_TOLD})"
    )
    for each in (each for each in said(*outline.parts) if not each.under(track_lists.AWAY)):
        starts = list(begins.finditer(each.text))
        ends = [*(match.start() for match in starts[1:]), len(each.text)]
        for match, end in zip(starts, ends, strict=False):
            yield match["name"], ListEntry(match["name"], each.place, each.text[match.end() : end].rstrip("，；。、“"))


def _add_units(track: FoundTrack, entry: ListEntry) -> None:
    """Guiding units and an introduction of what stands at an entry."""
    texts = [(entry.told, entry.place)]
    if len(entry.records) == 1:
        texts += [(f"{head}：{cell}", entry.place) for head, cell in entry.records[0].items()]
    if entry.passage:
        texts += [(block.text, block.place) for block in entry.passage.blocks if not block.grid]
        texts += [(inner.text, inner.place) for inner in entry.passage.below if GUIDED.match(inner.text)]
        texts += [(inner.rest, inner.place) for inner in entry.passage.below if _INTRODUCES.fullmatch(inner.title)]
    kept, introduction = list(track.units), ""
    for text, place in texts:
        match = GUIDED.search(text)
        if led := LED.search(text):
            track.units += [(unit, place) for unit in bodies.listed(led[1]) if not kept]
        elif match and (match.start() < 3 or text[match.start() - 1] in "。；（，"):
            track.units += [
                (unit, place) for unit in bodies.listed(text[match.end() :].strip("）")) if unit and not kept
            ]
        elif not any(topic.title in text for topic in track.topics):
            introduction += text
    track.introduction = track.introduction or introduction


def _units_of_topics(track: FoundTrack) -> None:
    """Units that all topics share are the track's."""
    shared = {topic.units for topic in track.topics}
    if len(shared) == 1 and (units := shared.pop()) and {unit for unit, _ in track.units} <= set(units):
        track.units = [(unit, track.place) for unit in units]
        track.topics = [replace(topic, units=()) for topic in track.topics]
