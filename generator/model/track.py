"""A track of an edition with its topics, in groups where it is composite; which topics of editions are the same."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.record import Accompanied, ContentFile, Count, EditionId, Record, Text, Texts, TrackId

DIFFICULTY = "难度"
"""The field of a topic whose values the contest lists."""


class TrackKind(StrEnum):
    """Professional: one field. Open: anything new. Composite: several fields as topic groups."""

    PROFESSIONAL = "professional"
    OPEN = "open"
    COMPOSITE = "composite"


class Topic(Record):
    """One question that entries answer. `number` counts through the track, `place` within its group."""

    id: str
    number: int
    title: str
    summary: str = ""
    group: int | None = None
    place: int
    guiding_units: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    """Its own sectors among those of its track; empty where the heading does not say."""
    label: str | None = None
    facts: tuple[tuple[str, str], ...] = ()
    """How hard it is, and the contest's own fields: name and value."""
    line: int = 0

    def matches(self, reference: str) -> bool:
        """Whether a case that names `reference` as its topic means this one."""
        return reference in (self.id, self.title)


class TopicGroup(Record):
    """A heading inside a composite track; `number` counts from 1."""

    number: int
    title: str


class TrackFile(ContentFile, Accompanied):
    """The front matter of a track file as an editor writes it."""

    name: Text = Field(title="赛道名称")
    number: Count = Field(title="序号")
    kind: TrackKind | None = Field(None, title="类别", strict=False)
    sectors: Texts = Field((), title="领域")
    guiding_units: Texts = Field((), title="指导单位")
    source_name: Text | None = Field(None, title="通知中的叫法")
    groups: bool = Field(False, title="是否分组")
    aliases: Texts = Field((), title="旧网址")


class Track(TrackFile):
    """A track with its introduction (Markdown) and its topics in order."""

    id: TrackId
    edition: EditionId
    slug: str
    introduction: str = ""
    topic_groups: tuple[TopicGroup, ...] = ()
    topics: tuple[Topic, ...] = ()

    def topic(self, reference: str) -> Topic | None:
        """The topic with that id or exact title."""
        return next((topic for topic in self.topics if topic.matches(reference)), None)


TopicPair = Annotated[tuple[Text, ...], Field(min_length=2, max_length=2)]
"""Two references `<branch>/<year>/<track>#topic-<number>`."""


class TopicLinks(ContentFile):
    """`content/topic-links.yml`: what editors decided, which goes before what the program finds from titles."""

    same: tuple[TopicPair, ...] = Field((), title="同一赛题")
    different: tuple[TopicPair, ...] = Field((), title="不同赛题")
