"""A text made comparable: digits, blanks and dashes as ordinary ones, without what readers do not see."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
"""Chinese characters, as a range of a pattern."""

_ZEROS = (0x660, 0x6F0, 0x966, 0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1FBF0)
_FOLDED = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **{zero + digit: 0x30 + digit for zero in _ZEROS for digit in range(10)},
    **dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000, 0x09), 0x20),
    **dict.fromkeys((*range(0x2010, 0x2016), 0x2212, 0xFE58, 0xFE63, 0x2500), 0x2D),
    **dict.fromkeys(map(ord, "·•‧∙⋅・。"), 0x2E),
    ord("×"): ord("X"),
    ord("Ⅹ"): ord("X"),
}
"""Wide letters and signs, foreign digits, unusual blanks, dashes and dots, with what they stand for."""

_DIGITS = ("零〇○Oo", "一幺壹lI", "二贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
NUMERALS = {
    **{code: str(digit) for code in range(0xB2, 0x2794) if (digit := unicodedata.digit(chr(code), None)) is not None},
    **{ord(numeral): str(digit) for digit, row in enumerate(_DIGITS) for numeral in row},
}
"""Chinese, circled and raised numerals, and letters that look like digits."""

_NUMERAL = "0-9" + "".join(map(chr, NUMERALS))
NUMERAL_RUN = re.compile(rf"[{_NUMERAL}](?:[ .\n-]{{0,3}}[{_NUMERAL}]){{10}}")
"""Enough numerals to be a number of a person."""

_HIDDEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e01ef\u0300-\u036f\u20d0-\u20ff"
)
_UNSEEN = re.compile(
    rf"[{_HIDDEN}]"
    r"|&(?:nbsp|ensp|emsp|thinsp|zwn?j|shy);|</?[A-Za-z]{1,8} ?/?>|&#(?P<code>[0-9]{2,7}|[xX][0-9A-Fa-f]{2,6});"
)
"""What readers do not see inside a number; a character that is written by its code is that character."""


def comparable(text: str) -> tuple[str, Sequence[int]]:
    """The text as ordinary characters, and where each of them stands in it."""
    if not _UNSEEN.search(text):
        return text.translate(_FOLDED), range(len(text) + 1)
    kept: list[str] = []
    places: list[int] = []
    last = 0
    for match in _UNSEEN.finditer(text):
        kept.append(text[last : match.start()])
        places += range(last, match.start())
        if match["code"] and (character := _character(match["code"])):
            kept.append(character)
            places.append(match.start())
        last = match.end()
    return "".join([*kept, text[last:]]).translate(_FOLDED), [*places, *range(last, len(text) + 1)]


def _character(code: str) -> str:
    """What an HTML reference stands for; nothing when it stands for no visible character."""
    number = int(code[1:], 16) if code[0] in "xX" else int(code)
    return _UNSEEN.sub("", chr(number)) if 0x20 <= number < 0x110000 and not 0xD800 <= number < 0xE000 else ""


def key(text: str) -> str:
    """A datum without blanks and signs, to be compared with an exception."""
    return re.sub(r"[\W_]", "", comparable(text)[0].translate(NUMERALS)).lower()
