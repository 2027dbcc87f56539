"""Text as it is compared: NFKC, case-folded, without blanks and invisible characters.

The same steps are written in JavaScript (`templates/shell/assets/js/search/normalise.js`); both are held to the table
in `tests/search/normalise_cases.json`. What is removed is a fixed list of ranges and no Unicode category, so that no
version of Python or of a browser decides otherwise.
"""

from __future__ import annotations

import re
import unicodedata

VALUE_END = "\x1f"
"""Stands between the values of one field (paragraphs, table cells, names) while texts are joined."""

FIELD_END = "\x1e"
"""Stands after each field while texts are joined."""

REMOVED = (
    "\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\u3000\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff"
)
"""Blanks, controls, zero-width and direction marks, variation selectors, lone surrogates: ranges for a pattern."""

_ALL = re.compile(f"[\x00-\x20{REMOVED}]+")
_BUT_ENDS = re.compile(f"[\x00-\x1d\x20{REMOVED}]+")
_ENDS = str.maketrans("", "", VALUE_END + FIELD_END)
_FULL_WIDTH = (("，", ","), ("：", ":"), ("；", ";"), ("（", "("), ("）", ")"), ("？", "?"), ("！", "!"), ("％", "%"))
_CASED = re.compile(
    "[\u00b5\u00c0-\u00d6\u00d8-\u2009\u2126-\u2188\u24b6-\u24e9\u2c00-\u2dff\ua640-\uabff\ufb00-\ufb17]|[\U00010400-\U0001e943]"
)
"""Where letters stand, other than ASCII, that casefold changes (all of them are within these ranges)."""


def normalise(text: str) -> str:
    """One text, or one term of a query, as it is compared."""
    return _ALL.sub("", fold(text))


def normalise_joined(text: str) -> str:
    """Texts joined by `VALUE_END` and `FIELD_END`, which stay."""
    return _BUT_ENDS.sub("", fold(text))


def without_ends(text: str) -> str:
    """A text that can be joined to others: free of the characters that mark ends."""
    return text.translate(_ENDS) if VALUE_END in text or FIELD_END in text else text


def fold(text: str) -> str:
    """NFKC and case folding, again in NFKC because folding may take characters apart."""
    folded = _composed(text).casefold()
    return unicodedata.normalize("NFKC", folded) if _CASED.search(folded) else folded


def _composed(text: str) -> str:
    """NFKC; the full-width marks of ordinary Chinese text are put first, so that most texts need nothing more."""
    for full, half in _FULL_WIDTH:
        text = text.replace(full, half)
    return text if unicodedata.is_normalized("NFKC", text) else unicodedata.normalize("NFKC", text)
