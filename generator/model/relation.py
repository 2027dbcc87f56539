"""What editors decided about topics of different editions: which are the same, which only sound alike."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from generator.model.base import Record, Text

TopicPair = Annotated[tuple[Text, ...], Field(min_length=2, max_length=2)]
"""Two references `<branch>/<year>/<track>#topic-<number>`."""


def _empty_for_null(value: object) -> object:
    """A key written without a value means an empty list."""
    return () if value is None else value


TopicPairs = Annotated[tuple[TopicPair, ...], BeforeValidator(_empty_for_null)]


class TopicLinks(Record):
    """`content/topic-links.yml`: verdicts that go before what the program finds from titles."""

    same: TopicPairs = Field((), title="同一赛题")
    different: TopicPairs = Field((), title="不同赛题")
