"""Chinese headings as phrases: a line may break between two of them, and not within a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from markupsafe import Markup, escape

from generator.text.quantities import QUANTITY

_OPENING = "“‘（《〈【〔「『([{"
_QUOTED = re.compile(rf"([“‘（《][^“”‘’（）《》]{{1,8}}[”’）》]|{QUANTITY})")
_AMOUNT = re.compile(rf"<(?P<kept>code|pre|math|svg)\b.*?</(?P=kept)>|<[^>]*>|(?P<amount>{QUANTITY})", re.DOTALL)
_SIGN = re.compile(r"^(?=.{1,12}$).*[^\w\s“”‘’（）《》〈〉【】、，。：；！？·…]")
_FORWARD = frozenset("与和及或对从在把被将为以新高大小全再多非跨各每第向由按于")
"""Words of one character that belong to what follows; others, and parts of unknown words, belong to what is before."""

_BREAK = Markup('<wbr aria-hidden="true">')
"""Where a line may break; in the names that Chromium gives links and headings, one that is not hidden is a blank."""

_NARROW = 10
"""Characters that fit in every column of our books."""


def split(text: str) -> tuple[str, ...]:
    """The phrases of a heading; joined they are the heading."""
    phrases: list[str] = []
    for word in _words(text):
        last = phrases[-1] if phrases else ""
        if last and (len(last) == 1 or last[-1] in _OPENING or last.endswith(" ") or _continues(last, word)):
            phrases[-1] += word
        else:
            phrases.append(word)
    return tuple(phrases)


@lru_cache(maxsize=1 << 14)
def html(text: str) -> Markup:
    """A heading as HTML with `<wbr>` between phrases. That of a page stands in many lists."""
    found = split(str(text))
    if not found:
        return Markup("")
    return Markup('<span class="phrases">{}</span>').format(_BREAK.join(map(_whole, found)))


def kept(text: str) -> Markup:
    """A heading as HTML for books, whose engine knows no style that keeps words whole: each phrase in a box.

    One that is longer than a narrow column may be breaks anywhere.
    """
    box = Markup('<span class="keep">{}</span>')
    return Markup().join(box.format(each) if len(each) <= _NARROW else escape(each) for each in split(str(text)))


def unbroken(text: str) -> Markup:
    """A text, or HTML, whose days, times and numbers with their units stay whole in a browser."""
    return Markup(_AMOUNT.sub(lambda found: _on_one_line(found["amount"], found[0]), escape(text)))  # noqa: S704 - marks only


def _on_one_line(amount: str | None, found: str) -> str:
    return f'<span class="amount">{found}</span>' if amount else found


def _whole(phrase: str) -> Markup:
    """A short phrase with a sign in it, such as “人工智能+”, needs more than a style that keeps words whole."""
    return Markup('<span class="whole">{}</span>').format(phrase) if _SIGN.search(phrase) else escape(phrase)


def _words(text: str) -> Iterator[str]:
    import rjieba  # noqa: PLC0415 - loading its dictionary takes a tenth of a small build

    for part in _QUOTED.split(text):
        if _QUOTED.fullmatch(part):
            yield part
        else:
            yield from rjieba.cut(part)


def _continues(before: str, word: str) -> bool:
    """Whether a word belongs to the phrase before it: punctuation, particles, numbers with what they count."""
    if not word[0].isalnum():
        return word[0] not in _OPENING
    if not before[-1].isalnum():
        return before[-1].isascii() and word.isascii()  # A&B
    if word[0].isdigit():
        return True
    if word.isascii() or before[-1].isascii():
        return before[-1].isdigit() and word[0] in "万亿千百十个年月日项件次家人天届元吨米%％"
    return len(word) == 1 and word not in _FORWARD
