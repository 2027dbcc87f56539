"""Traditional characters for those that an index holds: readers of Hong Kong, Macau and Taiwan find simplified text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import numpy as np

from generator.search.grams import Units

HAN = range(0x3400, 0xA000)
"""The Chinese characters of one unit."""


def letters(units: Units) -> str:
    """The Chinese characters of a text, each once."""
    there = np.flatnonzero(np.bincount(units, minlength=HAN.stop)[HAN.start : HAN.stop])
    return "".join(map(chr, (there + HAN.start).tolist()))


def variants(held: Iterable[str]) -> str:
    """Traditional forms of the characters that are held, each before the simplified one."""
    simple = set().union(*held)
    return "".join(form + letter for form, letter in _simplified().items() if letter in simple)


@cache
def _simplified() -> dict[str, str]:
    from opencc import OpenCC  # noqa: PLC0415  (a third of a second, and most builds need none)

    forms = [chr(code) for code in HAN]
    found = OpenCC("t2s").convert("\n".join(forms)).split("\n")
    return {form: letter for form, letter in zip(forms, found, strict=True) if form != letter and len(letter) == 1}
