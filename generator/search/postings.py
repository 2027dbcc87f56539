"""Blocks laid out: where each gram of a block stands, and a digest for every part of every family of lists.

A *family* is named by what its lists hold and the length of its grams: `p2` places of pairs, `s1` documents with
symbols of single units. Digests tell which lists differ from those of another day without making any.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from generator.machine import store
from generator.search import tokens
from generator.search.entries import FIELDS
from generator.search.grams import Flags, Frequent, Grams, Level, Lists, Places, Units, levels, singles
from generator.search.summaries import summarise
from generator.search.tokens import Kept, Tokens
from generator.search.zones import Zones, starts_of

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
    def of(cls, of: Tokens, zones: Zones, frequent: Frequent, kept: Kept) -> LaidBlock:
        """The block of some tokens."""
        key = store.key("search block", of.key.hex(), *map(str, zones.widths), repr(frequent.grams))
        packed = kept.get(key)
        if packed is None:
            packed = _laid_out(of, zones, frequent)
            kept.put(key, packed)
        counts, arrays = tokens.unpacked(packed)
        singles = Postings(arrays.pop("grams"), arrays.pop("entries"))
        return cls(of, zones, frequent, arrays.pop("starts"), singles, arrays, counts)

    @cached_property
    def _row(self) -> tuple[Units, Places]:
        """All units in the order of their places, and the places."""
        sizes, order = self.tokens.sizes + 1, np.argsort(self.starts)
        ends = np.cumsum(sizes)
        steps = np.repeat((ends - sizes)[order] - np.cumsum(sizes[order]) + sizes[order], sizes[order])
        at = steps + np.arange(self.tokens.units.size)
        places = at + np.repeat((self.starts - ends + sizes)[order], sizes[order])
        return self.tokens.units[at], places.astype(np.int32 if places.max(initial=0) < 1 << 31 else np.int64)

    @cached_property
    def _longer(self) -> list[Level]:
        """Those grams that are frequent, or longer than two units: few beside all pairs."""
        pairs, *longer = levels(self._row[0], self.frequent)
        return [pairs.keep(pairs.often), *longer]

    def postings(self, family: str) -> Postings:
        """All that the lists of a family are made from."""
        kind, length = family[0], int(family[1:])
        if length == 1:
            return self.singles
        units, places = self._row
        level = next(levels(units, self.frequent)) if family == "p2" else self._longer[length - 2]
        chosen = level.keep(level.often == (kind == "s"))
        postings = Postings(chosen.grams, places[chosen.at])
        return postings if kind == "p" else entries(postings, self.zones)


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


def _laid_out(of: Tokens, zones: Zones, frequent: Frequent) -> bytes:
    block = LaidBlock(of, zones, frequent, _starts(of, zones), NOTHING, {}, {})
    units, places = block._row
    single = singles(units)
    block = replace(block, singles=entries(Postings(single.grams, places[single.at]), zones))
    held = {family: block.postings(family) for family in families(frequent)}
    arrays = {"starts": block.starts, "grams": block.singles.grams, "entries": block.singles.places}
    digests = {family: _digests(postings) for family, postings in held.items()}
    return tokens.packed({family: postings.grams.size for family, postings in held.items()}, {**arrays, **digests})


def _starts(of: Tokens, zones: Zones) -> Places:
    starts = np.zeros(of.field.size, dtype=np.int64)
    sizes = of.sizes
    for field, values in tokens.grouped(of.document, of.field):
        within = starts_of(FIELDS[field], zones.widths[field], sizes[values].tolist(), of.seed[values].tolist())
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
