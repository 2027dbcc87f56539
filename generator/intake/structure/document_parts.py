"""What an official document consists of: pieces of text, numbered passages, notices and annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.intake.manuscripts import Grid, PrintedPlace

LONGEST_TITLE = 45
"""Characters of a heading."""


@dataclass
class OutlineBlock:
    """A piece with its text tidied; `raw` is as written."""

    text: str
    raw: str
    place: PrintedPlace
    level: int = 0
    grid: Grid | None = None


@dataclass
class NumberedPassage:
    """A numbered or headed piece of a document with all that stands below it."""

    kind: str
    number: int
    label: str
    text: str
    place: PrintedPlace
    raw: str = ""
    blocks: list[OutlineBlock] = field(default_factory=list)
    below: list[NumberedPassage] = field(default_factory=list)

    @property
    def title(self) -> str:
        """Its heading."""
        return heading_of(self.text)

    @property
    def rest(self) -> str:
        """What follows the heading in its own paragraph."""
        return self.text[len(self.title) :].lstrip("。：")

    def walk(
        self, above: tuple[NumberedPassage, ...] = ()
    ) -> Iterator[tuple[NumberedPassage, tuple[NumberedPassage, ...]]]:
        """This and all below in reading order, each with those above it."""
        yield self, above
        for inner in self.below:
            yield from inner.walk((*above, self))

    def all_blocks(self) -> Iterator[OutlineBlock]:
        """Its text and all pieces below."""
        for passage, _ in self.walk():
            yield OutlineBlock(passage.text, passage.raw, passage.place)
            yield from passage.blocks


def heading_of(text: str) -> str:
    """The whole text, or what stands before the first full stop or colon."""
    whole = text.rstrip("。：")
    for mark in ("。", "：") if len(whole) > LONGEST_TITLE or "。" in whole else ("：",):
        head, found, _ = whole.partition(mark)
        if found and len(head) <= LONGEST_TITLE:
            head = head.partition("：")[0]
            return head[: head.rindex("（")] if head.count("（") > head.count("）") else head
    return whole if len(whole) <= 2 * LONGEST_TITLE else re.split("[，；。：]", whole)[0]


@dataclass
class NoticePart:
    """A notice or an annex: what stands before its first number is its head."""

    kind: str
    title: str = ""
    root: NumberedPassage = field(default_factory=lambda: NumberedPassage("root", 0, "", "", PrintedPlace()))
    signed: list[OutlineBlock] = field(default_factory=list)
    issued: OutlineBlock | None = None
    """The paragraph with the date of the signature."""
    title_place: PrintedPlace | None = None
    listed: list[OutlineBlock] = field(default_factory=list)
    """The titles of its annexes, as the list of them says."""

    def walk(self) -> Iterator[tuple[NumberedPassage, tuple[NumberedPassage, ...]]]:
        """All passages with those above them; the root is not among them."""
        for inner in self.root.below:
            yield from inner.walk()

    def blocks(self) -> Iterator[OutlineBlock]:
        """All paragraphs and tables in reading order."""
        return (block for block in self.root.all_blocks() if block.text or block.grid)


@dataclass
class Outline:
    """A whole document: the notice that counts, its annexes, and what else is in the file."""

    main: NoticePart
    annexes: list[NoticePart]
    others: list[NoticePart]

    @property
    def parts(self) -> tuple[NoticePart, ...]:
        """What counts: the notice, then its annexes."""
        return self.main, *self.annexes
