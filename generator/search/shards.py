"""Lists packed into files of bounded size. A gram's file follows from its code, so nobody needs a directory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from generator.search import encode
from generator.search.grams import Frequent, Grams, Lists, Places, text_of
from generator.search.postings import BITS, ENTRY, NOTHING, LaidBlock, Postings
from generator.search.zones import Zones

TARGET = 16_000
"""Characters of lists that a file holds on average at most, at least half of it."""

CHARACTERS = {"p": 4, "s": 2}
"""About so many characters are written for a place, and for a document with its symbol."""


def number(family: str, counts: int) -> int:
    """How many files a family has, as a power of two: few edits change it."""
    files = -(-counts * CHARACTERS[family[0]] // TARGET)
    return min(1 << BITS, 1 << max(0, files - 1).bit_length())


def shard_of(grams: Grams, shards: int) -> Places:
    """The file of each gram: its first bits."""
    return (grams >> np.uint32(33 - shards.bit_length())).astype(np.int64) if shards > 1 else np.zeros(grams.size, int)


def pack(
    parts: Sequence[tuple[int, LaidBlock]],
    zones: Zones,
    frequent: Frequent,
    family: str,
    shards: int,
    wanted: Sequence[int],
) -> Iterator[dict[str, str]]:
    """The data of some files of a family in ascending order; `parts` are blocks with their first document's number."""
    is_wanted = np.zeros(shards, dtype=np.bool_)
    is_wanted[wanted] = True
    size = zones.width if family[0] == "p" else ENTRY
    found = [NOTHING]
    for base, block in parts:
        postings = block.postings[family]
        chosen = postings.keep(is_wanted[shard_of(postings.grams, shards)])
        found.append(Postings(chosen.grams, chosen.places + np.int64(base * size)))
    lists = Lists.of(np.concatenate([each.grams for each in found]), np.concatenate([each.places for each in found]))
    names = frequent.units(int(family[1:]), lists.grams)
    bounds = list(pairwise(np.searchsorted(shard_of(lists.grams, shards), [*wanted, shards]).tolist()))
    packed = _places(lists, bounds) if family[0] == "p" else _entries(lists, bounds)
    for data, (start, end) in zip(packed, bounds, strict=True):
        yield {"k": text_of(names[start:end]), **data}


def _places(lists: Lists, bounds: Sequence[tuple[int, int]]) -> Iterator[dict[str, str]]:
    text, ends = encode.encode(_gaps(lists))
    joined, at = text.tobytes().decode("ascii"), ends[lists.bounds]
    for start, end in bounds:
        yield {"n": encode.text_of(np.diff(at[start : end + 1])), "d": joined[at[start] : at[end]]}


def _entries(lists: Lists, bounds: Sequence[tuple[int, int]]) -> Iterator[dict[str, str]]:
    documents, symbols = np.divmod(lists.places, ENTRY)
    joined, at = encode.symbols(symbols.astype(np.uint8)).tobytes().decode("ascii"), lists.bounds
    packed = _places(Lists(lists.grams, lists.bounds, documents), bounds)
    for data, (start, end) in zip(packed, bounds, strict=True):
        yield {**data, "m": encode.text_of(np.diff(at[start : end + 1])), "s": joined[at[start] : at[end]]}


def _gaps(lists: Lists) -> Places:
    """The first place of each list, then the steps from one to the next."""
    gaps = np.diff(lists.places, prepend=0)
    gaps[lists.bounds[:-1]] = lists.places[lists.bounds[:-1]]
    return gaps
