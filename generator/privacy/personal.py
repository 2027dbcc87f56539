"""Personal data in a text.

A text is read twice: with its digits, blanks and dashes made ordinary, and once more with Chinese numerals as digits
when a run of them is long enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.privacy.comparable import NUMERAL_RUN, NUMERALS, comparable, key
from generator.privacy.kinds import KINDS, NUMBER_SIGN, Kind, suspect
from generator.privacy.proofs import Match


@dataclass(frozen=True, slots=True)
class PersonalDatum:
    """A datum of a private person, and where it begins and ends in the text."""

    offset: int
    end: int
    kind: Kind
    text: str
    """Itself in ordinary characters."""

    @property
    def message(self) -> str:
        """What to say of it."""
        return f"出现{self.kind.name} {self.shown}"

    @property
    def shown(self) -> str:
        """As much of it as a message may show."""
        compact = re.sub(r"[\W_]", "", self.text)
        return compact[: self.kind.shown] + "*" * max(len(compact) - self.kind.shown, 1)

    @property
    def key(self) -> str:
        """Itself made comparable."""
        return key(self.text)


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
                yield PersonalDatum(places[start] - begin, places[end - 1] + 1 - begin, kind, match["it"])


def masked(text: str) -> str:
    """The text with numbers of persons as messages show them. Names stay: where they are allowed, hints need them."""
    numbers = (datum for datum in find(text) if datum.kind.sign is NUMBER_SIGN)
    for datum in sorted(numbers, key=lambda each: -each.offset):
        text = text[: datum.offset] + datum.shown + text[datum.end :]
    return text


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
