"""Titles of several lines: they end between phrases, and are about as long as each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import ceil

from generator.handbook.chinese.count_lines import width

_MOST = 4
"""Lines of a title beyond which the layout breaks it alone."""

_MANY = 24
"""Phrases of a text that is no title any more."""


def broken(phrases: Sequence[str], ems: float) -> tuple[str, ...]:
    """The lines of a title `ems` characters wide; one line when it fits, or cannot be broken between its phrases."""
    title = "".join(phrases)
    if width(title) <= ems or len(phrases) > _MANY:
        return (title,)
    for count in range(ceil(width(title) / ems), _MOST + 1):
        if found := _evenest(phrases, count, ems):
            return found
    return (title,)


def _evenest(phrases: Sequence[str], count: int, ems: float) -> tuple[str, ...] | None:
    """The phrases on so many lines, as even as can be; a colon at a line's end is worth some evenness."""
    best, least = None, float("inf")
    for places in combinations(range(1, len(phrases)), count - 1):
        lines = ["".join(phrases[start:end]) for start, end in zip((0, *places), (*places, len(phrases)), strict=True)]
        widths = [width(line) for line in lines]
        uneven = max(widths) - min(widths) - ems * 0.6 * any(line.endswith("：") for line in lines[:-1])
        if max(widths) <= ems and uneven < least and min(widths) >= min(4, ems / 4):
            best, least = tuple(lines), uneven
    return best
