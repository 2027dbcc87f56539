"""Tracks with their guiding units and topics, put together from all places that tell of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from generator.intake.manuscripts import PrintedPlace
from generator.intake.structure import bodies
from generator.intake.structure.document_parts import Outline
from generator.intake.structure.listings import ListEntry
from generator.intake.structure.seeking import told
from generator.intake.tracks import topic_lists, track_lists
from generator.intake.tracks.topic_lists import GUIDED, LED, FoundTopic
from generator.intake.tracks.track_lists import called
from generator.intake.tracks.wanted import Wanted

_INTRODUCES = re.compile("(?:赛道)?(?:简介|说明|背景|介绍|目标)")
_NEAR = 3
"""Characters that may stand before a label at the beginning of a text."""


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
    among: str = ""
    """What the notice calls it together with some others."""

    slug: str = ""
    kind: str = ""
    sectors: Sequence[str] = ()
    front: Any = None
    """As content has it: what its file is called, what kind it is, its fields, its front matter as a tree of facts."""

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
    rows = zip(best.listing.entries, best.names, map(list, best.topics), strict=True)
    made = [FoundTrack(called(e.name), name, e.place, topics=own, doubt=doubt, among=e.kind) for e, name, own in rows]
    told = [(name, entry) for each in found for name, entry in zip(each.names, each.listing.entries, strict=True)]
    entries = {track.name: [entry for name, entry in told if name == track.name] for track in made}
    _add_topics(made, entries)
    for track in made:
        for entry in entries[track.name]:
            _add_units(track, entry)
        _open(track, [entry.told for entry in entries[track.name]])
    if len(made) == 1 and not made[0].topics:
        made[0].topics = topic_lists.called_so(outline.parts)
    _settle_doubts(made, doubt)
    _units_of_topics(made)
    return made


def _settle_doubts(made: Sequence[FoundTrack], doubt: str) -> None:
    """Topics read from sentences are sure when every track has some in one form; others share the tracks' `doubt`."""
    in_one_form = len(made) > 1 and all(
        track.topics or track.kind == "open" or track_lists.OPEN.search(track.name) for track in made
    )
    in_one_form &= not any(topic.doubt == topic_lists.IN_PASSING for track in made for topic in track.topics)
    for track in made:
        for topic in track.topics:
            own = topic.doubt.replace(topic_lists.UNSURE, "") if in_one_form else topic.doubt
            topic.doubt = own or doubt


def _add_topics(made: Sequence[FoundTrack], entries: Mapping[str, Sequence[ListEntry]]) -> None:
    """Topics of tracks that have none yet; where most have some, a single one may be told, too."""
    for one in (False, True):
        if one and 2 * sum(bool(track.topics) for track in made) < len(made):
            return
        for track in made:
            found = (topic_lists.of_entry(entry, one) for entry in entries[track.name])
            track.topics = track.topics or next(filter(None, found), [])


def _open(track: FoundTrack, told: Sequence[str]) -> None:
    """A track whose topics, or what is told instead of any, say that each finds its own is open."""
    topics = [topic_lists.OF_ONES_OWN.search(topic.title) for topic in track.topics]
    if all(topics) if topics else any(map(topic_lists.OF_ONES_OWN.search, told)):
        track.kind, track.topics = "open", []


def _add_units(track: FoundTrack, entry: ListEntry) -> None:
    """Guiding units and an introduction of what stands at an entry."""
    has_units, introduction = bool(track.units), ""
    for text, place in _texts(entry):
        units = _guiding(text)
        if units is not None:
            track.units += [(unit, place) for unit in units if not has_units]
        elif not any(topic.title in text for topic in track.topics):
            introduction += text
    track.introduction = track.introduction or introduction


def _texts(entry: ListEntry) -> Iterator[tuple[str, PrintedPlace]]:
    """What is said of a track: beside its name, in its row, below its heading."""
    yield entry.told, entry.place
    if len(entry.records) == 1:
        yield from ((f"{head}：{cell}", entry.place) for head, cell in entry.records[0].items())
    if entry.passage:
        yield from ((each.text, each.place) for each in told(entry.passage.blocks))
        yield from ((inner.text, inner.place) for inner in entry.passage.below if GUIDED.match(inner.text))
        yield from ((inner.rest, inner.place) for inner in entry.passage.below if _INTRODUCES.fullmatch(inner.title))


def _guiding(text: str) -> list[str] | None:
    """The units that a text says guide a track; None when it says something else."""
    if led := LED.search(text):
        return bodies.listed(led[1])
    label = GUIDED.search(text)
    if label and (label.start() < _NEAR or text[label.start() - 1] in "。；（，"):
        return bodies.listed(text[label.end() :].strip("）"))
    return None


def _units_of_topics(made: Sequence[FoundTrack]) -> None:
    """Units that all topics of a track share are the track's, unless those of another track differ."""
    shared = [{topic.units for topic in track.topics} or {()} for track in made]
    if any(len(units) > 1 for units in shared):
        for track, own in zip(made, shared, strict=True):
            track.units = [told for told in track.units if len(own) > 1 or told[0] not in {*chain(*own)}]
        return
    for track, (units,) in zip(made, shared, strict=True):
        if units and {unit for unit, _ in track.units} <= set(units):
            track.units = [(unit, track.place) for unit in units]
            track.topics = [replace(topic, units=()) for topic in track.topics]
