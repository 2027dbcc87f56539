"""All runs of one to four characters of all texts with their places, as sorted arrays.

A *unit* is a UTF-16 code unit, which is what JavaScript counts in. A *place* is one number for document and
position: every document has the same `width`, every field begins at the same offset in it (its *zone*), so
``place // width`` is the document and ``place % width`` tells the field and the position in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.search.normalise import FIELD_END

LONGEST = 4
"""Longer grams do not fit into one 64-bit number, and are never needed in practice."""

Units = NDArray[np.uint16]
Grams = NDArray[np.uint64]
Places = NDArray[np.signedinteger[Any]]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Lists:
    """Grams in ascending order, and the places of each: those of gram i are ``places[bounds[i]:bounds[i + 1]]``."""

    length: int
    grams: Grams
    bounds: Places
    places: NDArray[Any]

    @property
    def counts(self) -> Places:
        """How many places each gram has."""
        return np.diff(self.bounds)

    def keep(self, chosen: Flags) -> Lists:
        """Only the chosen grams."""
        counts = self.counts
        bounds = np.concatenate(([0], np.cumsum(counts[chosen])))
        return Lists(self.length, self.grams[chosen], bounds, self.places[np.repeat(chosen, counts)])

    def reordered(self, order: Places) -> Lists:
        """The same lists in another order of grams."""
        counts = self.counts[order]
        bounds = np.concatenate(([0], np.cumsum(counts)))
        at = np.arange(self.places.size) + np.repeat(self.bounds[:-1][order] - bounds[:-1], counts)
        return Lists(self.length, self.grams[order], bounds, self.places[at])

    @cached_property
    def units(self) -> Units:
        """The grams as units, a row for each."""
        shifts = np.arange(self.length - 1, -1, -1, dtype=np.uint64) * np.uint64(16)
        return (self.grams[:, None] >> shifts).astype(np.uint16)

    def text(self, start: int = 0, end: int | None = None) -> str:
        """Some of the grams as one string."""
        return self.units[start:end].tobytes().decode("utf-16-le", "surrogatepass")


@dataclass(frozen=True)
class Texts:
    """All normalised texts as one array of units, each field followed by `FIELD_END`."""

    units: Units
    fields: int

    @classmethod
    def of(cls, texts: list[str], fields: int) -> Texts:
        """From one joined text per document; each has the same number of fields."""
        return cls(np.frombuffer("".join(texts).encode("utf-16-le"), dtype=np.uint16), fields)

    @cached_property
    def documents(self) -> int:
        """How many documents there are."""
        return self._ends.size // self.fields

    @cached_property
    def _ends(self) -> Places:
        return np.flatnonzero(self.units == ord(FIELD_END))

    @cached_property
    def _sizes(self) -> Places:
        """Length of each field with its end, a row for each document."""
        return np.diff(self._ends, prepend=-1).reshape(self.documents, self.fields)

    @cached_property
    def zones(self) -> Places:
        """The offset at which each field begins, and the width of a document."""
        longest = self._sizes.max(axis=0, initial=1)
        return np.concatenate(([0], np.cumsum(longest)))

    @property
    def width(self) -> int:
        """Room for the longest value of every field."""
        return int(self.zones[-1])

    @cached_property
    def places(self) -> Places:
        """The place of each unit."""
        starts = self._ends.reshape(self._sizes.shape) - self._sizes + 1
        wanted = np.arange(self.documents)[:, None] * self.width + self.zones[:-1]
        kind: type[np.signedinteger[Any]] = np.int32 if self.documents * self.width < 1 << 31 else np.int64
        steps: Places = np.repeat((wanted - starts).ravel().astype(kind), self._sizes.ravel())
        steps += np.arange(self.units.size).astype(kind)
        return steps

    @cached_property
    def _alive(self) -> Flags:
        return self.units > 0x20

    @cached_property
    def _by_unit(self) -> NDArray[np.int32]:
        """Where units stand in `units`, by unit, then by place; 16-bit numbers are sorted stably by radix."""
        order = np.argsort(self.units, kind="stable")
        return order[np.count_nonzero(~self._alive) :].astype(np.int32)

    def singles(self) -> Lists:
        """Every unit by itself."""
        at = self._by_unit
        return _lists(1, self.units[at], self.places[at])

    def pairs(self) -> Lists:
        """Every pair of units: those that stand by their second unit are sorted again by their first.

        What stands before the very first unit is the last one, the end of a field, and so never a pair.
        """
        at = self._by_unit - 1
        at = at[self._alive[at]]
        at = at[np.argsort(self.units[at], kind="stable")]
        grams = self.units[:-1].astype(np.uint32) << 16 | self.units[1:]
        return _lists(2, grams[at], self.places[at])

    def longer(self, length: int, frequent: Flags) -> Lists:
        """Runs of `length` units that begin or end with a frequent run of one less; `frequent` says where those are."""
        begins = np.zeros(self.units.size, dtype=np.bool_)
        begins[:-1] = frequent[:-1] & self._alive_after(length - 1)[:-1]
        begins[:-1] |= self._alive[:-1] & frequent[1:]
        at = np.flatnonzero(begins)
        grams = np.zeros(at.size, dtype=np.uint64)
        for step in range(length):
            grams = (grams << np.uint64(16)) | self.units[at + step]
        order = np.argsort(grams, kind="stable")
        return _lists(length, grams[order], self.places[at[order]])

    def _alive_after(self, steps: int) -> Flags:
        later = np.zeros(self.units.size, dtype=np.bool_)
        later[: self.units.size - steps] = self._alive[steps:]
        return later

    def flags(self, lists: Lists) -> Flags:
        """For each unit whether one of some grams begins there."""
        flags = np.zeros(self.units.size, dtype=np.bool_)
        flags[np.searchsorted(self.places, lists.places)] = True
        return flags


def _lists(length: int, grams: NDArray[Any], places: Places) -> Lists:
    """Lists from grams in ascending order and the place of each."""
    new = np.flatnonzero(np.diff(grams)) + 1
    starts = np.concatenate(([0], new)) if grams.size else np.zeros(0, dtype=np.int64)
    return Lists(length, grams[starts].astype(np.uint64), np.concatenate((starts, [grams.size])), places)
