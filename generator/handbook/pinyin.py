"""Chinese words in the order of their pinyin, as indexes of books have them."""

from __future__ import annotations

from functools import lru_cache

from pypinyin import Style, lazy_pinyin

OTHER = "#"
"""The group of words that begin with a digit or a mark."""


@lru_cache(maxsize=20_000)
def sort_key(label: str) -> str:
    """A key by which labels sort: syllable by syllable, then tone, then the characters themselves."""
    syllables = lazy_pinyin(label, style=Style.TONE3, neutral_tone_with_five=True, errors=str.lower)
    return " ".join(syllables) + "\0" + label


def initial(label: str) -> str:
    """The letter under which an index lists a label."""
    first = sort_key(label)[:1].upper()
    return first if "A" <= first <= "Z" else OTHER
