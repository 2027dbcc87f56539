"""Blocks laid out: where each gram of a block stands, and a digest for every part of every family of lists.

A *family* is named by what its lists hold and the length of its grams: `p2` places of pairs, `s1` documents with
symbols of single units. Digests tell which lists differ from those of another day without making any.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.machine import store
from generator.search import tokens
from generator.search.grams import Flags, Frequent, Grams, Lists, Places, Units, levels, singles
from generator.search.summaries import summarise
from generator.search.tokens import Arrays, Kept, Tokens
from generator.search.zones import ZONES, Zones, starts_of

BITS = 13
"""The most files of a family as a power of two; digests are told apart by as many bits of the grams."""

ENTRY = 128
"""A document with its symbol is one number: so many times the document, and the symbol."""

Digests = NDArray[np.uint64]

_GRAM, _PLACE, _BASE = (np.uint64(odd) for odd in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9))


@dataclass(frozen=True)
class Postings:
    """Some grams with the place of each, counted from the block's first document; places ascend."""

    grams: Grams
    places: Places

    def keep(self, chosen: Flags) -> Postings:
        """Only the chosen ones."""
        return Postings(self.grams[chosen], self.places[chosen])


NOTHING = Postings(np.zeros(0, dtype=np.uint32), np.zeros(0, dtype=np.int32))


@dataclass(frozen=True)
class LaidBlock:
    """A block under the zones and the frequent grams of an index."""

    tokens: Tokens
    zones: Zones
    frequent: Frequent
    starts: Places
    """Where each value begins, as a place."""
    singles: Postings
    """The entries of single units: what most units are needed for, so that they are kept."""
    digests: Mapping[str, Digests]
    """For each family, of all grams that begin with the same bits."""
    counts: Mapping[str, int]
    """How many places or documents each family's lists hold."""

    @classmethod
    def of(cls, of: Tokens, zones: Zones, frequent: Frequent, kept: Kept[bytes], alive: Kept[Any]) -> LaidBlock:
        """The block of some tokens. What does not depend on frequent grams is kept for indexes that have others."""
        laid = ("search places", of.key.hex(), *map(str, zones.widths))
        key = store.key(*laid, repr(frequent.grams))

        def read() -> LaidBlock:
            _, arrays = tokens.arrays_of(kept, store.key(*laid), lambda: ({}, _laid_out(of, zones)))
            singles = Postings(arrays["grams"], arrays["entries"])
            bare = cls(of, zones, frequent, arrays["starts"], singles, {}, {})
            counts, digests = tokens.arrays_of(kept, key, bare._digested)
            return replace(bare, counts=counts, digests=digests)

        block: LaidBlock = tokens.kept_or_made(alive, key, read)
        return block

    def _digested(self) -> tuple[dict[str, int], Arrays]:
        counts = {family: postings.grams.size for family, postings in self.postings.items()}
        return counts, {family: _digests(postings) for family, postings in self.postings.items()}

    @cached_property
    def postings(self) -> dict[str, Postings]:
        """For each family all that its lists are made from."""
        units, places = _row(self.tokens, self.starts)
        found = {"s1": self.singles}
        for level in levels(units, self.frequent):
            every = Postings(level.grams, places[level.at])
            found[f"p{level.length}"] = every.keep(~level.often)
            if level.length in self.frequent.lengths:
                found[f"s{level.length}"] = entries(every.keep(level.often), self.zones)
        return found


def families(frequent: Frequent) -> Iterator[str]:
    """The families of an index."""
    yield from ("s1", "p2")
    for length in frequent.lengths:
        yield from (f"s{length}", f"p{length + 1}")


def entries(postings: Postings, zones: Zones) -> Postings:
    """What lists of documents are made from: for each gram the documents that have it, each with its symbol."""
    lists = Lists.of(postings.grams, postings.places)
    documents, symbols, bounds = summarise(lists, zones)
    held = (documents * ENTRY + symbols).astype(np.int32)
    return Postings(np.repeat(lists.grams, np.diff(bounds)), held)


def _laid_out(of: Tokens, zones: Zones) -> Arrays:
    starts = _starts(of, zones)
    units, places = _row(of, starts)
    level = singles(units)
    found = entries(Postings(level.grams, places[level.at]), zones)
    return {"starts": starts, "grams": found.grams, "entries": found.places}


def _row(of: Tokens, starts: Places) -> tuple[Units, Places]:
    """All units of a block in the order of their places, and the places."""
    sizes, order = of.sizes + 1, np.argsort(starts)
    ends = np.cumsum(sizes)
    steps = np.repeat((ends - sizes)[order] - np.cumsum(sizes[order]) + sizes[order], sizes[order])
    at = steps + np.arange(of.units.size)
    places = at + np.repeat((starts - ends + sizes)[order], sizes[order])
    return of.units[at], places.astype(np.int32 if places.max(initial=0) < 1 << 31 else np.int64)


def _starts(of: Tokens, zones: Zones) -> Places:
    starts = np.zeros(of.field.size, dtype=np.int64)
    sizes = of.sizes
    for field, values in tokens.grouped(of.document, of.field):
        within = starts_of(ZONES[field], zones.widths[field], sizes[values].tolist(), of.seed[values].tolist())
        starts[values] = np.asarray(within) + zones.starts[field]
    return starts + of.document.astype(np.int64) * zones.width


def _digests(postings: Postings) -> Digests:
    sums = np.zeros(1 << BITS, dtype=np.uint64)
    each = scrambled(postings.grams * _GRAM + postings.places.astype(np.uint64) * _PLACE)
    np.add.at(sums, postings.grams >> np.uint32(32 - BITS), each)
    return sums


def scrambled(numbers: Digests) -> Digests:
    """Numbers of which sums tell whether the same were added up."""
    for _ in range(2):
        numbers = (numbers ^ numbers >> np.uint64(32)) * _GRAM
    return numbers ^ numbers >> np.uint64(32)


def sums(found: Sequence[tuple[int, Digests]], shards: int) -> Digests:
    """A digest for each file of a family, from those of its blocks with the number of each block's first document."""
    total = np.zeros(1 << BITS, dtype=np.uint64)
    for base, digests in found:
        total += np.where(digests == 0, digests, scrambled(digests + np.asarray([base], dtype=np.uint64) * _BASE))
    added: Digests = total.reshape(shards, -1).sum(axis=1, dtype=np.uint64)
    return added
