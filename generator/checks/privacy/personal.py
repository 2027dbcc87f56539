"""Personal data in a text.

A text is read twice: with its digits, blanks and dashes made ordinary, and once more with Chinese numerals as digits
when a run of them is long enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.privacy.comparable import NUMERAL_RUN, NUMERALS, comparable, key
from generator.checks.privacy.kinds import KINDS, NUMBER_SIGN, Kind, suspect
from generator.checks.privacy.proofs import Match


@dataclass(frozen=True, slots=True)
class PersonalDatum:
    """A datum of a private person: where it begins and ends in the text, what to say, and itself made comparable."""

    offset: int
    end: int
    message: str
    key: str


def find(text: str, lead: str = "") -> Iterator[PersonalDatum]:
    """The personal data of a text; `lead` is what stands before it on the page, such as the label of a figure."""
    if not suspect(f"{lead} {text}"):
        return
    plain, places = comparable(f"{lead}:{text}" if lead else text)
    begin = len(lead) + 1 if lead else 0
    taken = bytearray(len(plain))
    for kind, match in _matches(plain):
        start, end = match.span("it")
        if not any(taken[start:end]) and kind.proved(match):
            taken[start:end] = bytes([1]) * (end - start)
            if places[start] >= begin:
                message = f"出现{kind.name} {_masked(match['it'], kind.shown)}"
                yield PersonalDatum(places[start] - begin, places[end - 1] + 1 - begin, message, key(plain[start:end]))


def _matches(plain: str) -> Iterator[tuple[Kind, Match]]:
    """What may be a datum, in both readings; the second is for kinds of numbers."""
    for kind in KINDS:
        if kind.sign.search(plain):
            yield from ((kind, match) for match in kind.pattern.finditer(plain))
    digits = plain.translate(NUMERALS)
    if digits != plain and NUMERAL_RUN.search(plain):
        for kind in KINDS:
            if kind.sign is NUMBER_SIGN:
                yield from ((kind, match) for match in kind.pattern.finditer(digits))


def _masked(datum: str, shown: int) -> str:
    compact = re.sub(r"[\W_]", "", datum)
    return compact[:shown] + "*" * max(len(compact) - shown, 1)
