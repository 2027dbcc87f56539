"""One laid-out unit, taken apart so that it can be joined with others: PDF objects with movable numbers, and facts.

A fragment is written to the cache as one line of JSON (the facts), then the objects, then the streams. Inside
its objects a reference is written ``<number> 0 R``; numbers from `FIRST_LOCAL` on are the fragment's own and are
renumbered when it is joined, smaller ones are objects that the whole book shares. ``<number> 0 K`` is a key of
the structure's parent tree, renumbered likewise.
"""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass, field
from pathlib import Path
from typing import Any

from generator.machine import cache

FIRST_LOCAL = 100
CATALOG, PAGES, INFO, FONTS, COLOURS, STRUCTURE, DOCUMENT, METADATA = range(1, 9)
"""Numbers of the objects that belong to the whole book."""

FORMAT = "fragment/6"


@dataclass(slots=True)
class Face:
    """A font as one unit uses it: what a PDF says about it, and its glyphs with their text and width."""

    description: str
    name: str
    family: str
    ascent: int
    descent: int
    flags: int
    italic_angle: float
    glyphs: dict[int, str] = field(default_factory=dict)
    widths: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Stamp:
    """A line of text cut from the spare page: its operators, and where its left end and baseline are, in points."""

    operators: str
    x: float
    y: float
    width: float


@dataclass(slots=True)
class Stream:
    """A stream object: its number, its dictionary without `Length`, its data as stored."""

    number: int
    dictionary: bytes
    data: bytes


@dataclass(slots=True)
class Fragment:
    """See the module. `contents`, `annotations`, `parents` are by page; points count from the trim's lower left."""

    pages: list[int] = field(default_factory=list)
    contents: list[int] = field(default_factory=list)
    resources: int = 0
    annotations: list[list[int]] = field(default_factory=list)
    top: list[int] = field(default_factory=list)
    parents: list[list[int]] = field(default_factory=list)
    linked: list[int] = field(default_factory=list)
    """The structure element of every annotation, by parent-tree key."""
    anchors: dict[str, tuple[int, float, float]] = field(default_factory=dict)
    targets: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    elements: dict[str, int] = field(default_factory=dict)
    """How many structure elements of every kind there are that have content."""
    faces: dict[str, Face] = field(default_factory=dict)
    pictures: dict[str, float] = field(default_factory=dict)
    """The fewest pixels that an inch of each picture has, by its file."""

    stamps: dict[str, Stamp] = field(default_factory=dict)
    missing: list[int] = field(default_factory=list)
    """Code points that no font has."""
    objects: list[tuple[int, bytes]] = field(default_factory=list)
    streams: list[Stream] = field(default_factory=list)
    size: int = 0
    """How many numbers the fragment uses."""
    path: Path | None = None
    """Its file in the cache, when it comes from there."""

    def to_bytes(self) -> bytes:
        """The fragment as it is kept in the cache."""
        facts = {
            name: getattr(self, name)
            for name in self.__dataclass_fields__
            if name not in {"objects", "streams", "path"}
        }
        facts["objects"] = [(number, len(text)) for number, text in self.objects]
        facts["streams"] = [(each.number, len(each.dictionary), len(each.data)) for each in self.streams]
        facts["format"] = FORMAT
        parts = [json.dumps(facts, default=astuple, ensure_ascii=False, separators=(",", ":")).encode(), b"\n"]
        parts += [text for _, text in self.objects]
        for each in self.streams:
            parts += [each.dictionary, each.data]
        return b"".join(parts)


def open_file(path: Path) -> Fragment:
    """The facts of a fragment in the cache; its objects and streams stay on disk until `body` asks for them.

    Raises `ValueError` when there is no whole and sound fragment of this version.
    """
    facts, _ = _opened(path)
    if facts.pop("format", "") != FORMAT:
        raise ValueError("not a fragment of this version")
    del facts["objects"], facts["streams"]
    return Fragment(**_decoded(facts), path=path)


def body(path: Path) -> tuple[list[tuple[int, bytes]], list[Stream]]:
    """The objects and streams of a fragment in the cache. Raises `ValueError` when it has been damaged since."""
    facts, data = _opened(path)
    at = 0
    objects = []
    for number, length in facts["objects"]:
        objects.append((number, data[at : at + length]))
        at += length
    streams = []
    for number, head, length in facts["streams"]:
        streams.append(Stream(number, data[at : at + head], data[at + head : at + head + length]))
        at += head + length
    return objects, streams


def _opened(path: Path) -> tuple[dict[str, Any], bytes]:
    """The facts of a fragment, and its objects and streams one after the other."""
    data = cache.read(path)
    if data is None:
        raise ValueError(f"{path} is damaged or not there")
    head, _, rest = data.partition(b"\n")
    return json.loads(head), rest


def _decoded(facts: dict[str, Any]) -> dict[str, Any]:
    facts["faces"] = {key: _face(values) for key, values in facts["faces"].items()}
    facts["stamps"] = {key: Stamp(*values) for key, values in facts["stamps"].items()}
    facts["anchors"] = {key: tuple(values) for key, values in facts["anchors"].items()}
    return facts


def _face(values: list[Any]) -> Face:
    values[-2:] = ({int(key): each for key, each in table.items()} for table in values[-2:])
    return Face(*values)
