"""All runs of characters of some texts, as numbers: single units, pairs, and longer runs around frequent ones.

A *unit* is a UTF-16 code unit, which is what JavaScript counts in. A gram's *code* has 32 bits: a single unit, two
units, or the number of the frequent gram that a longer gram begins or ends with and the one unit more. Codes are
*mixed* one to one, so that their first bits spread grams evenly over files and nothing is lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

LONGEST = 6
"""Grams of this length are never taken for frequent; longer ones are not needed in practice."""

RARER = 4
"""Longer grams are counted where they are so many times as common as pairs have to be: most are not."""

LOWEST = 0x21
"""Units below are blanks, which no gram contains, and the marks between values."""

_TAIL = 1 << 31
"""Marks the code of a gram that only ends with a frequent one."""

_FACTOR, _INVERSE = 0x045D9F3B, 0x119DE1F3
"""An odd factor, and what undoes it in 32 bits."""

Units = NDArray[np.uint16]
Grams = NDArray[np.uint32]
Places = NDArray[np.signedinteger[Any]]
Flags = NDArray[np.bool_]


def mixed(codes: Grams) -> Grams:
    """Codes spread evenly over 32 bits."""
    for _ in range(2):
        codes = (codes ^ codes >> np.uint32(16)) * np.uint32(_FACTOR)
    return codes ^ codes >> np.uint32(16)


def unmixed(grams: Grams) -> Grams:
    """The codes again."""
    for _ in range(2):
        grams = (grams ^ grams >> np.uint32(16)) * np.uint32(_INVERSE)
    return grams ^ grams >> np.uint32(16)


def units_of(text: str) -> Units:
    """A text as units."""
    return np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)


def text_of(units: Units) -> str:
    """Units as a text."""
    return units.tobytes().decode("utf-16-le", "surrogatepass")


@dataclass(frozen=True)
class Frequent:
    """Grams that occur too often to have lists of places, by length from two; each has its number in its length."""

    grams: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def of(cls, counts: Mapping[str, int], most: int) -> Frequent:
        """Those that occur more than `most` times. What is in a gram that is frequent has to be counted as often."""
        chosen = sorted(gram for gram, count in counts.items() if count > most)
        lengths = {gram: units_of(gram).size for gram in chosen}
        longest = max(lengths.values(), default=1)
        return cls(tuple(tuple(gram for gram in chosen if lengths[gram] == size) for size in range(2, longest + 1)))

    @property
    def lengths(self) -> range:
        """The lengths of which there are any."""
        return range(2, len(self.grams) + 2)

    @cached_property
    def _tables(self) -> list[_Table]:
        tables: list[_Table] = []
        for grams in self.grams:
            units = np.stack([units_of(gram) for gram in grams])
            codes = tables[-1].codes(units) if tables else _pair_codes(units[:, 0], units[:, 1])
            tables.append(_Table.of(units, mixed(codes)))
        return tables

    def numbers(self, length: int, grams: Grams) -> NDArray[np.int32]:
        """The number of each gram among the frequent ones of its length; -1 for one that is not frequent."""
        if length in self.lengths:
            return self._tables[length - 2].numbers(grams)
        return np.full(grams.size, -1, dtype=np.int32)

    def units(self, length: int, grams: Grams) -> Units:
        """The units of grams, a row for each."""
        codes = unmixed(grams)
        if length > 2:
            return self._tables[length - 3].longer(codes)
        return np.stack([codes >> np.uint32(16), codes], axis=1)[:, 2 - length :].astype(np.uint16)


@dataclass(frozen=True)
class _Table:
    """The frequent grams of one length."""

    rows: Units
    order: Places
    known: Grams
    """In ascending order."""
    first: Places
    """By the first 16 bits of a gram the place where it would be among the known ones."""

    @classmethod
    def of(cls, rows: Units, grams: Grams) -> _Table:
        order = np.argsort(grams)
        return cls(rows, order, grams[order], np.searchsorted(grams[order] >> np.uint32(16), np.arange((1 << 16) + 1)))

    def numbers(self, grams: Grams) -> NDArray[np.int32]:
        numbers = np.full(grams.size, -1, dtype=np.int32)
        alike = np.diff(self.first)
        maybe = np.flatnonzero((alike > 0)[grams >> np.uint32(16)])
        sought = grams[maybe]
        first = self.first[sought >> np.uint32(16)]
        for step in range(int(alike.max())):
            place = np.minimum(first + step, self.known.size - 1)
            found = self.known[place] == sought
            numbers[maybe[found]] = self.order[place[found]]
        return numbers

    def codes(self, rows: Units) -> Grams:
        """The codes of grams that are longer by one."""
        numbers = {text_of(row): number for number, row in enumerate(self.rows)}
        heads = [numbers.get(text_of(row[:-1])) for row in rows]
        found = [
            head << 16 | int(row[-1]) if head is not None else _TAIL | numbers[text_of(row[1:])] << 16 | int(row[0])
            for head, row in zip(heads, rows, strict=True)
        ]
        return np.asarray(found, dtype=np.uint32)

    def longer(self, codes: Grams) -> Units:
        """The units of grams that are longer by one, by their codes."""
        rows = self.rows[codes >> np.uint32(16) & np.uint32(0x7FFF)]
        more = (codes & np.uint32(0xFFFF)).astype(np.uint16)[:, None]
        is_tail = codes[:, None] >= _TAIL
        return np.where(is_tail, np.hstack([more, rows]), np.hstack([rows, more]))


@dataclass(frozen=True)
class Level:
    """All grams of one length that are looked at: where each stands in the units, and which are frequent."""

    length: int
    at: Places
    grams: Grams
    often: Flags


def singles(units: Units) -> Level:
    """Every unit by itself."""
    at = np.flatnonzero(units >= LOWEST)
    return Level(1, at, mixed(units[at].astype(np.uint32)), np.zeros(at.size, dtype=np.bool_))


def levels(units: Units, frequent: Frequent) -> Iterator[Level]:
    """All pairs, then those longer grams that begin or end with a frequent one."""
    alive = units >= LOWEST
    at, codes = _pairs(units, alive)
    for length in range(2, LONGEST + 1):
        grams = mixed(codes)
        numbers = frequent.numbers(length, grams)
        yield Level(length, at, grams, numbers >= 0)
        if length not in frequent.lengths:
            return
        at, codes = _longer(units, alive, length, at, numbers)


def common(units: Units, least: int) -> dict[str, int]:
    """How often pairs occur that occur `least` times, and longer grams, not the longest, that occur `RARER` times that.

    Whatever is counted as often as a frequent gram, the grams in it are, too.
    """
    found: dict[str, int] = {}
    alive = units >= LOWEST
    at, codes = _pairs(units, alive)
    for length in range(2, LONGEST):
        grams = mixed(codes)
        ordered = np.sort(grams)
        starts = np.flatnonzero(np.diff(ordered, prepend=~ordered[:1]))
        counts = np.diff(starts, append=grams.size)
        if length == 2:
            seldom = (counts >= least) & (counts < least * RARER)
            found.update(_named_pairs(unmixed(ordered[starts[seldom]]), counts[seldom]))
        often = counts >= least * RARER
        if not often.any():
            break
        chosen = ordered[starts[often]]
        numbers = _Table.of(np.zeros((chosen.size, 0), dtype=np.uint16), chosen).numbers(grams)
        first = np.zeros(chosen.size, dtype=np.int64)
        first[numbers[numbers >= 0]] = at[numbers >= 0]
        names = (text_of(units[start : start + length]) for start in first.tolist())
        found.update(zip(names, counts[often].tolist(), strict=True))
        at, codes = _longer(units, alive, length, at, numbers)
    return found


def _named_pairs(codes: Grams, counts: Places) -> Iterator[tuple[str, int]]:
    rows = np.stack([codes >> np.uint32(16), codes], axis=1).astype(np.uint16)
    return zip(map(text_of, rows), counts.tolist(), strict=True)


def _pairs(units: Units, alive: Flags) -> tuple[Places, Grams]:
    at = np.flatnonzero(alive[:-1] & alive[1:])
    return at, _pair_codes(units[at], units[at + 1])


def _pair_codes(first: Units, second: Units) -> Grams:
    return first.astype(np.uint32) << np.uint32(16) | second


def _longer(units: Units, alive: Flags, length: int, at: Places, numbers: NDArray[np.int32]) -> tuple[Places, Grams]:
    """Places and codes of the runs that begin or end with a frequent run of `length`, one unit longer."""
    often = numbers >= 0
    starts, codes = at[often], numbers[often].astype(np.uint32) << np.uint32(16)
    heads = starts + length < units.size
    heads[heads] = alive[starts[heads] + length]
    is_start = np.zeros(units.size, dtype=np.bool_)
    is_start[starts] = True
    tails = starts > 0
    tails[tails] = alive[starts[tails] - 1] & ~is_start[starts[tails] - 1]
    places = np.concatenate((starts[heads], starts[tails] - 1))
    found = np.concatenate(
        (codes[heads] | units[starts[heads] + length], np.uint32(_TAIL) | codes[tails] | units[starts[tails] - 1])
    )
    order = np.argsort(places, kind="stable")
    return places[order], found[order]


@dataclass(frozen=True)
class Lists:
    """Grams in ascending order, and the places of each: those of gram i are ``places[bounds[i]:bounds[i + 1]]``."""

    grams: Grams
    bounds: Places
    places: Places

    @classmethod
    def of(cls, grams: Grams, places: Places) -> Lists:
        """From a gram at each place; the places of each gram ascend."""
        keys = grams.astype(np.uint64) << np.uint64(32)
        keys |= np.arange(grams.size, dtype=np.uint64)
        keys.sort()
        order = (keys & np.uint64(0xFFFFFFFF)).astype(np.int64)
        keys >>= np.uint64(32)
        starts = np.flatnonzero(np.diff(keys, prepend=keys[:1] ^ np.uint64(1)))
        return cls(keys[starts].astype(np.uint32), np.append(starts, grams.size), places[order])


def counted(blocks: Sequence[Mapping[str, int]]) -> dict[str, int]:
    """The sums of what several blocks count."""
    total = Counter[str]()
    for counts in blocks:
        total.update(counts)
    return total
