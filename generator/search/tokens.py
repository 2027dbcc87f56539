"""Runs of documents as they are compared: tokenised once, whoever shows them, and kept from build to build.

A *block* is a run of documents that ends where a document's address says so: a document more or less changes the
block it is in and no other. The portal's index and the hub's are made from the same blocks.
"""

from __future__ import annotations

import hashlib
import json
from base64 import b32encode
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Protocol, TypeVar
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from generator.machine import program, store
from generator.search import columns, grams, zones
from generator.search.entries import FIELDS, Draft, SearchEntry
from generator.search.grams import Places, Units
from generator.search.normalise import VALUE_END, normalise_joined, without_ends
from generator.search.sounds import NAMES, sounds
from generator.search.variants import letters
from generator.search.zones import ZONES

BLOCK = 64
"""Documents in a block on average."""

ALIGNED = 8
"""Arrays begin at multiples of so many bytes, as the widest numbers should."""

Arrays = dict[str, NDArray[Any]]


T = TypeVar("T")


class Kept(Protocol[T]):
    """What keeps results from build to build, or from edit to edit."""

    def get(self, key: bytes) -> T | None:
        """A result, or None when there is none."""

    def put(self, key: bytes, value: T) -> None:
        """Keep a result."""


class Memory(dict[bytes, T]):
    """Keeps results as long as it lives."""

    def put(self, key: bytes, value: T) -> None:
        """Keep a result."""
        self[key] = value


def kept_or_made(kept: Kept[T], key: bytes, make: Callable[[], T]) -> T:
    """A result, made where it is not there."""
    found = kept.get(key)
    if found is None:
        found = make()
        kept.put(key, found)
    return found


def name_of(*parts: str | bytes) -> str:
    """A name for content of which these parts tell everything: 40 bits that survive any file system."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part)
        digest.update(b"\0")
    return b32encode(digest.digest()[:5]).decode().lower()


def cut(drafts: Sequence[Draft]) -> Iterator[Sequence[Draft]]:
    """The blocks of some documents."""
    ends = [at for at, draft in enumerate(drafts, start=1) if crc32(draft.address.encode()) % BLOCK == 0]
    for start, end in pairwise([0, *ends, len(drafts)]):
        if start < end:
            yield drafts[start:end]


@dataclass(frozen=True)
class Tokens:
    """The documents of a block."""

    key: bytes
    """Stands for all that they are made from."""
    documents: int
    units: Units
    """All values, each followed by `VALUE_END`."""
    document: NDArray[np.uint16]
    """Of each value, its document, its field and a digest of it."""
    field: NDArray[np.uint8]
    seed: NDArray[np.uint32]
    most: list[int]
    """For each field the places that the document needs that needs most."""
    common: dict[str, int]
    """How often grams occur that are common in this block."""
    name: str
    """Stands for the block's cards and texts."""
    facts: dict[str, str]
    """What columns are made from, for each file of columns as JSON."""
    letters: str
    """The Chinese characters of the block, each once."""

    @property
    def sizes(self) -> Places:
        """The units of each value."""
        return np.diff(np.flatnonzero(self.units == ord(VALUE_END)), prepend=-1) - 1

    @classmethod
    def of(cls, drafts: Sequence[Draft], least: int, kept: Kept[bytes], alive: Kept[Any]) -> Tokens:
        """Those of some documents; a gram is common that occurs `least` times in the block.

        Blocks that are `alive` are not even read from what is kept.
        """
        key = store.key("search tokens", program.code(), str(least), *(draft.key for draft in drafts))

        def read() -> Tokens:
            head, arrays = arrays_of(kept, key, lambda: _tokenised([draft.make() for draft in drafts], least, kept))
            return cls(key=key, **{**head, **arrays})

        block: Tokens = kept_or_made(alive, key, read)
        return block


def _tokenised(entries: Sequence[SearchEntry], least: int, kept: Kept[bytes]) -> tuple[dict[str, Any], Arrays]:
    values = [some for entry in entries for some in _values(entry, kept)]
    counts = list(map(len, values))
    joined = "".join(without_ends(value) + VALUE_END for some in values for value in some)
    units = grams.units_of(normalise_joined(joined))
    ends = np.flatnonzero(units == ord(VALUE_END))
    field = np.repeat(np.tile(np.arange(len(ZONES), dtype=np.uint8), len(entries)), counts)
    document = np.repeat(np.repeat(np.arange(len(entries), dtype=np.uint16), len(ZONES)), counts)
    content = units.tobytes()
    seeds = [crc32(content[2 * start + 2 : 2 * end]) for start, end in pairwise([-1, *ends.tolist()])]
    arrays: Arrays = {"units": units, "document": document, "field": field, "seed": np.asarray(seeds, dtype=np.uint32)}
    head = {
        "documents": len(entries),
        "most": _most(document, field, np.diff(ends, prepend=-1) - 1),
        "common": grams.common(units, least),
        "name": name_of(*columns.shown(entries, (1, 1))),
        "letters": letters(units),
        "facts": {name: compact(list(map(fact, entries))) for name, fact in columns.FACTS.items()},
    }
    return head, arrays


def _values(entry: SearchEntry, kept: Kept[bytes]) -> Iterator[Sequence[str]]:
    """The values of each of `ZONES`."""
    yield from (entry.texts.get(name, ()) for name in FIELDS)
    yield _sounds([entry.one(name) for name in NAMES], kept)


def _sounds(names: Sequence[str], kept: Kept[bytes]) -> Sequence[str]:
    """How names sound; the readings of characters take half a second to load, and most edits change no name."""
    key = store.key("sounds", program.code(), *names)
    found: Sequence[str] = json.loads(kept_or_made(kept, key, lambda: compact(list(sounds(names))).encode()))
    return found


def _most(document: NDArray[Any], field: NDArray[Any], sizes: Places) -> list[int]:
    most = [0] * len(ZONES)
    for number, values in grouped(document, field):
        name = ZONES[number]
        most[number] = max(most[number], zones.needed(name, sizes[values].tolist()))
    return most


def grouped(document: NDArray[Any], field: NDArray[Any]) -> Iterator[tuple[int, slice]]:
    """For each document the fields that have values, and where their values are."""
    if field.size:
        changes = np.flatnonzero((np.diff(document) != 0) | (np.diff(field) != 0)) + 1
        for start, end in pairwise([0, *changes.tolist(), field.size]):
            yield int(field[start]), slice(start, end)


def compact(data: Any) -> str:
    """JSON without blanks."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


# How blocks are kept: a line of JSON, then arrays


def arrays_of(kept: Kept[bytes], key: bytes, make: Callable[[], tuple[dict[str, Any], Arrays]]) -> tuple[Any, Arrays]:
    """A head and some arrays, from what is kept if they are there."""
    return unpacked(kept_or_made(kept, key, lambda: packed(*make())))


def packed(head: dict[str, Any], arrays: Arrays) -> bytes:
    """A head and some arrays as bytes."""
    shapes = [(name, array.dtype.str, array.size) for name, array in arrays.items()]
    line = compact([head, shapes]).encode("utf-8", "surrogatepass") + b"\n"
    return b"".join([_padded(line), *(_padded(array.tobytes()) for array in arrays.values())])


def unpacked(content: bytes) -> tuple[dict[str, Any], Arrays]:
    """The head and the arrays again."""
    at = content.index(b"\n") + 1
    head, shapes = json.loads(content[:at])
    arrays: Arrays = {}
    for name, kind, size in shapes:
        arrays[name] = np.frombuffer(content, dtype=kind, count=size, offset=at + -at % ALIGNED)
        at += -at % ALIGNED + arrays[name].nbytes
    return head, arrays


def _padded(content: bytes) -> bytes:
    return content + bytes(-len(content) % ALIGNED)
