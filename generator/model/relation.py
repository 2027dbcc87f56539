"""What editors decided about topics of different editions: which are the same, which only sound alike."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.record import ContentFile, Text

TopicPair = Annotated[tuple[Text, ...], Field(min_length=2, max_length=2)]
"""Two references `<branch>/<year>/<track>#topic-<number>`."""


class TopicLinks(ContentFile):
    """`content/topic-links.yml`: verdicts that go before what the program finds from titles."""

    same: tuple[TopicPair, ...] = Field((), title="同一赛题")
    different: tuple[TopicPair, ...] = Field((), title="不同赛题")
