"""Canary words: each tells by itself whether it may be published, so that a search needs no list of them."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

EMBARGO = date(2026, 9, 10)
"""The first day on which embargoed records are public."""

EXPIRY = date(2026, 9, 20)
"""The first day on which expiring records are public no more."""

DAYS = (date(2026, 9, 15), date(2026, 9, 1), date(2026, 9, 25))
"""A day on which both are public, one before and one after."""

ORIGIN = "canary.example"
"""No page may ask this host, or any other, for anything."""


class Fate(StrEnum):
    """What becomes of a word."""

    PUBLIC = "c"
    SECRET = "s"
    """In drafts, in metadata of pictures, in files and comments that are not published: never to be seen."""
    EMBARGOED = "e"
    EXPIRING = "x"

    def is_hidden(self, on: date) -> bool:
        """Whether nobody may see the word on that day."""
        if self is Fate.EMBARGOED:
            return on < EMBARGO
        if self is Fate.EXPIRING:
            return on >= EXPIRY
        return self is Fate.SECRET


WORD = re.compile(r"zqxj7([csex])([0-9]+)q", re.IGNORECASE)

_RARE = {Fate.SECRET: 0x3400, Fate.EMBARGOED: 0x3800, Fate.EXPIRING: 0x3C00}
"""Blocks of 1,024 rare Han characters: a search index holds single characters and pairs, not whole words."""

_RARE_WRITTEN = re.compile(r"[\u3400-\u3fff]|\\u(3[4-9a-f][0-9a-f]{2})|&#(1[3-6][0-9]{3});", re.IGNORECASE)


def word(fate: Fate, number: int) -> str:
    """The word of an input, in letters and digits that every form of writing leaves alone."""
    return f"zqxj7{fate.value}{number}q"


def rare(fate: Fate, number: int) -> str:
    """Two characters that stand in no other text."""
    start = _RARE[fate] + number * 2 % 1024
    return chr(start) + chr(start + 1)


def hidden_words(text: str, on: date) -> list[str]:
    """Every occurrence of a word that nobody may see on that day."""
    return [found[0] for found in WORD.finditer(text) if Fate(found[1].lower()).is_hidden(on)]


def hidden_characters(text: str, on: date) -> list[str]:
    """Every rare character, written as itself or escaped, that nobody may see on that day."""
    hidden = [start for fate, start in _RARE.items() if fate.is_hidden(on)]
    found = []
    for match in _RARE_WRITTEN.finditer(text):
        code = int(match[1], 16) if match[1] else int(match[2]) if match[2] else ord(match[0])
        if any(start <= code < start + 1024 for start in hidden):
            found.append(match[0])
    return found
