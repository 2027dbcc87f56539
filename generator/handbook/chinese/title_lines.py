"""Headings of several lines: they end where a reader pauses, and are about as long as each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from math import ceil

from generator.handbook.chinese.count_lines import width

_PAUSE = re.compile(r"(?<=[：，、；。！？”》）])(?![：，、；。！？”》）])|(?<=的)|(?=[与和及])|(?<=\S)(?=[“《（])")
"""Where a line may end without a word being torn: after marks and 的, before 与, 和, 及, quotes and brackets."""

_MOST = 4
"""Lines of a heading beyond which the layout breaks it alone."""


def broken(title: str, ems: float) -> tuple[str, ...]:
    """The lines of a title `ems` characters wide; one line when it fits, or has no place to pause."""
    if width(title) <= ems:
        return (title,)
    pieces = [piece for piece in _PAUSE.split(title) if piece]
    for count in range(ceil(width(title) / ems), _MOST + 1):
        if found := _evenest(pieces, count, ems):
            return found
    return (title,)


def _evenest(pieces: Sequence[str], count: int, ems: float) -> tuple[str, ...] | None:
    """The pieces on so many lines, as even as can be; a colon at a line's end is worth some evenness."""
    best, least = None, float("inf")
    for places in combinations(range(1, len(pieces)), count - 1):
        lines = ["".join(pieces[start:end]) for start, end in zip((0, *places), (*places, len(pieces)), strict=True)]
        widths = [width(line) for line in lines]
        uneven = max(widths) - min(widths) - ems / 3 * any(line.endswith("：") for line in lines[:-1])
        if max(widths) <= ems and uneven < least and min(widths) >= min(4, ems / 4):
            best, least = tuple(lines), uneven
    return best
