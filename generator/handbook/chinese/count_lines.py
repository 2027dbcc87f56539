"""How many lines a text needs: the widths of characters, where a line may end, and where those of a title do.

Layout itself happens in a worker, long after the book is planned. Whoever must know beforehand how much room a text
takes (which pictures still fit on a page) counts with this: right to a line or so in a page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from html import unescape
from itertools import combinations
from math import ceil

from generator.handbook.chinese.characters import CLOSING, JOINING, MARKS, OPENING, squeezed, unbroken
from generator.handbook.chinese.spacing import prepare

_LATIN = (
    *(256, 308, 376, 574, 550, 923, 779, 196, 364, 364, 478, 580, 327, 346, 327, 352, 557, 471, 558, 557, 555, 558),
    *(558, 549, 558, 562, 327, 327, 580, 580, 580, 432, 912, 718, 670, 691, 770, 652, 629, 741, 853, 405, 402, 731),
    *(625, 975, 796, 767, 641, 767, 715, 567, 659, 797, 714, 1053, 700, 687, 605, 344, 352, 344, 580, 563, 435, 557),
    *(638, 538, 629, 546, 388, 566, 663, 332, 311, 607, 334, 974, 661, 596, 638, 607, 462, 473, 367, 653, 548, 838),
    *(564, 552, 498, 374, 316, 374, 580),
)
"""Advances of the characters from space to `~` in Noto Serif CJK, in thousandths of an em."""

_WIDTHS = {chr(32 + place): width for place, width in enumerate(_LATIN)} | {"\u00a0": 256, "·": 327, "—": 890}

_TAG = re.compile(r"<[^>]*>")
_TOGETHER = re.compile(r"[!-~\u00a0\u00c0-\u024f]")
"""Characters between which no line ends: letters, digits and the marks among them."""


def width(text: str) -> float:
    """How wide a text is on one line, in ems."""
    return sum(_WIDTHS.get(char, 1000) for char in text) / 1000


def plain(html: str) -> str:
    """The words of some HTML as they are set, with the spaces between Han and Latin characters."""
    return unescape(_TAG.sub("", prepare(html))).strip()


@lru_cache(maxsize=50_000)
def lines(text: str, ems: float, first: float = 0.0) -> int:
    """The lines of a paragraph `ems` characters wide, whose first line begins `first` characters in."""
    halves = set(squeezed(text))
    inside = {place for start, end in unbroken(text) for place in range(start + 1, end)}
    room, used, count = ems * 1000, first * 1000, 1
    word = 0.0  # what has been set since the last place where a line may end
    before = ""
    for place, char in enumerate(text):
        width = 500 if place in halves else _WIDTHS.get(char, 1000)
        if _may_end(before, char) and place not in inside:
            word = 0.0
        if used + width > room + 1 and char != " ":
            count += 1
            used = word = word if word + width <= room else 0.0  # a word longer than a line ends anywhere
        used += width
        word += width
        before = char
    return count


def _may_end(before: str, after: str) -> bool:
    """Whether a line may end between two characters."""
    if not before or after in CLOSING or after in JOINING or before in OPENING or after in " \u00a0":
        return False
    if before == " ":
        return after not in MARKS or after in OPENING
    if _TOGETHER.match(after) and _TOGETHER.match(before):
        return False
    return before != "\u00a0"


# Titles: their lines end between phrases, and are about as long as each other

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
