"""Radicals that programs take for characters when they read a PDF, such as ⼈ for 人: they only look alike."""

from __future__ import annotations

import re
from unicodedata import normalize

_SUPPLEMENT = (
    "⺁厂⺒巳⺓幺⺟母⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食"
    "⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟"
)
"""Each with its character; what is only a part of characters is not here."""

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Digits set high, such as powers and the marks of footnotes: they are none of the text before them."""

_MARKED = re.compile(".[\u0300-\u036f\u3099\u309a]+")
_UNSEEN = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_RADICAL = re.compile("[\u2e80-\u2fd5]")
_CHARACTERS = str.maketrans(
    {chr(code): normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
    | dict(zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True))
    | {"\u2f3e": "户"}  # in Unicode 戶, which mainland fonts draw otherwise
)
_TWINS = "〜～∕／\u2329〈\u232a〉‵｀㬵胶"
"""Drawn alike by fonts of Chinese: programs that print PDFs take the first for the second (Noto Sans CJK SC)."""

_AS_MEANT = str.maketrans(
    {chr(code): normalize("NFC", chr(code)) for code in range(0xF900, 0xFADA)}
    | dict(zip(_TWINS[::2], _TWINS[1::2], strict=True))
    | {"\u2e3a": "——"}  # as browsers print it
)


def as_characters(text: str) -> str:
    """The text with the characters that its radicals stand for; no place in it moves."""
    return text.translate(_CHARACTERS) if _RADICAL.search(text) else text


def as_seen(text: str) -> str:
    """The text of an office's file as it is read: also without signs that nobody sees, marks one with their letters."""
    text = as_characters(text).translate(_AS_MEANT)
    return _UNSEEN.sub("", _MARKED.sub(lambda match: normalize("NFC", match[0]), text))
