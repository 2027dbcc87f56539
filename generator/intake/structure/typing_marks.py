"""Texts without what typing leaves to chance."""

from __future__ import annotations

import re
import unicodedata

from generator.text.numerals import NUMERAL, number

_WIDE = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’—…×]"
_BLANK = re.compile(rf"(?<={_WIDE})[ \u3000\xa0\t]+|[ \u3000\xa0\t]+(?={_WIDE})|(?<=^\d) (?=\.)")
_HAN = r"[\u3400-\u9fff“”《》（）]"
_NARROW = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！"}
_COLONS = str.maketrans("∶︰", "::")
_RADICALS = re.compile("[\u2e80-\u2fdf]+")
_YEAR = str.maketrans("〇零○Ｏ一二三四五六七八九", "0000123456789")
_WRITTEN_DAY = re.compile(rf"(二[〇零○Ｏ0][一二三四五六七八九〇零○Ｏ0]{{2}})年({NUMERAL})月({NUMERAL})日")
"""二〇二六年四月二十八日, as signatures have it."""
_DIGITS = re.compile("[０-９Ａ-Ｚａ-ｚ．％＋－／＠]+")


def tidy(text: str) -> str:
    """A text with the widths and blanks that print would have: no blanks beside Chinese, its marks wide, digits not."""
    text = re.sub(r"\n(?!\d\d?:\d)", "", text.translate(_COLONS))
    text = _DIGITS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = _RADICALS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = _BLANK.sub("", text).strip()
    text = re.sub(rf"(?<={_HAN})[,:;?!]|[,:;?!](?={_HAN})", lambda match: _NARROW[match[0]], text)
    text = re.sub(r"\(([^()]*)\)", r"（\1）", text)
    text = re.sub(r'"([^"]*)"', r"“\1”", text) if re.search(_HAN, text) else text
    text = re.sub(r"[﹝\[［【](20\d\d)[﹞\]］】]", r"〔\1〕", text)
    return _WRITTEN_DAY.sub(lambda m: f"{m[1].translate(_YEAR)}年{number(m[2])}月{number(m[3])}日", text)


def split_outside(text: str, marks: str) -> list[str]:
    """Split at marks outside brackets and quotation marks."""
    parts, depth = [""], 0
    for char in text:
        depth += (char in "（《“") - (char in "）》”")
        if char in marks and depth <= 0:
            parts.append("")
        else:
            parts[-1] += char
    return parts
