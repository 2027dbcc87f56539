"""All runs of one to four characters of all texts with their places, as sorted arrays.

A *unit* is a UTF-16 code unit, which is what JavaScript counts in. A *place* is one number for document and
position: every document has the same `width`, every field begins at the same offset in it (its *zone*), so
``place // width`` is the document and ``place % width`` tells the field and the position in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from generator.search.normalise import FIELD_END

LONGEST = 4
"""Longer grams do not fit into one 64-bit number, and are never needed in practice."""

Units = NDArray[np.uint16]
Grams = NDArray[np.uint64]
Places = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Lists:
    """Grams in ascending order, and the places of each: those of gram i are ``places[bounds[i]:bounds[i + 1]]``."""

    length: int
    grams: Grams
    bounds: Places
    places: Places

    @property
    def counts(self) -> Places:
        """How many places each gram has."""
        return np.diff(self.bounds)

    def keep(self, chosen: Flags) -> Lists:
        """Only the chosen grams."""
        counts = self.counts
        bounds = np.concatenate(([0], np.cumsum(counts[chosen])))
        return Lists(self.length, self.grams[chosen], bounds, self.places[np.repeat(chosen, counts)])

    def texts(self) -> list[str]:
        """The grams as strings."""
        shifts = np.arange(self.length - 1, -1, -1, dtype=np.uint64) * np.uint64(16)
        units = (self.grams[:, None] >> shifts).astype(np.uint16)
        return [row.tobytes().decode("utf-16-le", "surrogatepass") for row in units]


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
        starts = np.concatenate(([0], self._ends[:-1] + 1)).reshape(self.documents, self.fields)
        wanted = np.arange(self.documents)[:, None] * self.width + self.zones[:-1]
        return np.arange(self.units.size) + np.repeat((wanted - starts).ravel(), self._sizes.ravel())

    @cached_property
    def _alive(self) -> Flags:
        return self.units > 0x20

    def singles(self) -> Lists:
        """Every unit by itself."""
        at = np.flatnonzero(self._alive)
        units = self.units[at]
        order = np.argsort(units, kind="stable")
        return _lists(1, units[order].astype(np.uint64), self.places[at[order]])

    def pairs(self) -> tuple[Lists, Places]:
        """Every pair of units, and where each pair of the lists begins in `units`."""
        alive = self._alive[:-1] & self._alive[1:] if self.units.size else self._alive
        at = np.flatnonzero(alive).astype(np.uint64)
        first, second = self.units[:-1][alive], self.units[1:][alive]
        keys = (first.astype(np.uint64) << np.uint64(48)) | (second.astype(np.uint64) << np.uint64(32)) | at
        keys.sort()
        at = (keys & np.uint64(0xFFFFFFFF)).astype(np.int64)
        return _lists(2, keys >> np.uint64(32), self.places[at]), at

    def longer(self, length: int, frequent: Flags) -> tuple[Lists, Places]:
        """Runs of `length` units that begin or end with a frequent run of one less; `frequent` says where those are."""
        begins = np.zeros(self.units.size, dtype=np.bool_)
        begins[:-1] = frequent[:-1] & self._alive_after(length - 1)[:-1]
        begins[:-1] |= self._alive[:-1] & frequent[1:]
        at = np.flatnonzero(begins)
        grams = np.zeros(at.size, dtype=np.uint64)
        for step in range(length):
            grams = (grams << np.uint64(16)) | self.units[at + step]
        order = np.argsort(grams, kind="stable")
        return _lists(length, grams[order], self.places[at[order]]), at[order]

    def _alive_after(self, steps: int) -> Flags:
        later = np.zeros(self.units.size, dtype=np.bool_)
        later[: self.units.size - steps] = self._alive[steps:]
        return later

    def flags(self, at: Places, lists: Lists, chosen: Flags) -> Flags:
        """For each unit whether a chosen gram of `lists` begins there; `at` is where each entry of the lists begins."""
        flags = np.zeros(self.units.size, dtype=np.bool_)
        flags[at[np.repeat(chosen, lists.counts)]] = True
        return flags


def _lists(length: int, grams: Grams, places: Places) -> Lists:
    new = np.flatnonzero(np.diff(grams)) + 1
    starts = np.concatenate(([0], new)) if grams.size else np.zeros(0, dtype=np.int64)
    return Lists(length, grams[starts], np.concatenate((starts, [grams.size])), places)
