"""Where printed lines end: what was broken only because a line or a cell was full."""

from __future__ import annotations

import re

from generator.intake.manuscripts.pieces import ADDRESS

WESTERN = "\u2e7f"
"""Above are the characters of East Asia."""

_UNBROKEN = re.compile(
    r"(?:(?:[（(《“‘]*[\u4e00-\u9fff]?[，、。；：！？）》”’“‘]+)+[\u4e00-\u9fff]?)?[（(]?[\x21-\x7e]*"
)
"""What no line is broken within: a word or number, characters with the punctuation and quotation marks between them."""


def wide(text: str) -> float:
    """How wide what a line begins with is, in characters: it went into none with less room."""
    word = _UNBROKEN.match(text)
    return sum(1 if char > WESTERN else 0.5 for char in word[0]) if word else 0


def is_cut(text: str, following: str) -> bool:
    """Whether a line ends within a number, the last word of a title, or an address: behind a sign, or before one."""
    number = re.search(r"\d{3}[-–—]$", text) and re.match(r"\d{6}", following)
    if number or ("关于" in text and re.fullmatch("的?(?:通?知|[通公]?告|函)", following)):
        return True
    ends, begins = ADDRESS.search(text), re.match(r"[\x21-\x7e]", following)
    return bool(ends and begins and (re.search(r"[-./_@]$", text) or begins[0] in "-./_@?="))
