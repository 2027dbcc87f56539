"""Where each value of a document stands in the row of its places, so that an edit moves no other value.

Every field has its *zone*, as wide as a power of two, at the same offset in every document. A title, a unit or a
summary begins where its zone begins. A value of a field that may have several begins at a place that follows from
its own text, or at the next that is free; so a new paragraph leaves the places of the others as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from generator.search.entries import FIELDS

ZONES = (*FIELDS, "sound")
"""What has a zone: the fields of a document, and how its names sound."""

STEP = 16
"""Values of a field that may have several begin at multiples of so many units."""

ROOM = 4
"""Such a field has so many times the room that its values need: most find their own place free, and all find one."""

SINGLE = frozenset({"title", "unit", "summary"})
"""The fields of one value at most. Only they say how early in the field a match stands."""

LEAST = {"body": 1 << 14}
"""The narrowest zones, for all but a few odd texts: that one more is added then changes no place."""

_LEAST = 1 << 8


def needed(name: str, sizes: Sequence[int]) -> int:
    """The places that values of these lengths take in a field."""
    return sum(sizes) + 1 if name in SINGLE else ROOM * sum(map(_steps, sizes)) * STEP


@dataclass(frozen=True)
class Zones:
    """The widths of all zones."""

    widths: tuple[int, ...]

    @classmethod
    def of(cls, most: Sequence[int]) -> Zones:
        """Wide enough for the document that needs most, field by field."""
        least = [LEAST.get(name, _LEAST) for name in ZONES]
        return cls(tuple(max(low, 1 << (size - 1).bit_length()) for low, size in zip(least, most, strict=True)))

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset at which each zone begins."""
        return tuple(accumulate(self.widths[:-1], initial=0))

    @property
    def width(self) -> int:
        """The places of one document."""
        return sum(self.widths)


def starts_of(name: str, width: int, sizes: Sequence[int], seeds: Sequence[int]) -> list[int]:
    """Where values begin in a zone; `seeds` are digests of them. The longest choose first, so there is room for all."""
    if name in SINGLE:
        return [0] * len(sizes)
    taken, found = 0, [0] * len(sizes)
    for value in sorted(range(len(sizes)), key=lambda value: (-_steps(sizes[value]), seeds[value])):
        steps = _steps(sizes[value])
        last = width // STEP - steps
        mask, at = (1 << steps) - 1, seeds[value] % (last + 1)
        while taken >> at & mask:
            at = at + 1 if at < last else 0
        taken |= mask << at
        found[value] = at * STEP
    return found


def _steps(size: int) -> int:
    """Steps that a value takes with at least one unit after it, so that no two values touch."""
    return size // STEP + 1
