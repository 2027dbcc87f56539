"""Texts without what typing leaves to chance, and Chinese numerals."""

from __future__ import annotations

import re
import unicodedata

NUMERALS = "〇一二三四五六七八九十"
_ONES, _ALL = "[一二三四五六七八九两壹贰叁肆伍陆柒捌玖]", "〇零一二三四五六七八九十百两壹贰叁肆伍陆柒捌玖拾佰"
_TENS = f"{_ONES}?[十拾]{_ONES}?"
NUMERAL = rf"(?<![{_ALL}])(?:{_ONES}?[百佰](?:[〇零]{_ONES}|{_TENS})?|{_TENS}|{_ONES})(?![{_ALL}])"
"""A number below a thousand in Chinese; 三五 says three to five and is none."""
_USUAL = str.maketrans("两零壹贰叁肆伍陆柒捌玖拾佰", "二〇一二三四五六七八九十百")
_WIDE = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’—…×]"
_BLANK = re.compile(rf"(?<={_WIDE})[ \u3000\xa0\t]+|[ \u3000\xa0\t]+(?={_WIDE})")
_HAN = r"[\u3400-\u9fff“”《》（）]"
_NARROW = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！"}
_RADICALS = re.compile("[\u2e80-\u2fdf]+")
_YEAR = str.maketrans("〇零○Ｏ一二三四五六七八九", "0000123456789")
_WRITTEN_DAY = re.compile(rf"(二[〇零○Ｏ][一二三四五六七八九〇零○Ｏ]{{2}})年({NUMERAL})月({NUMERAL})日")
"""二〇二六年四月二十八日, as signatures have it."""
_DIGITS = re.compile("[０-９Ａ-Ｚａ-ｚ．％＋－／＠]+")


def tidy(text: str) -> str:
    """A text with the widths and blanks that print would have: no blanks beside Chinese, its marks wide, digits not."""
    text = _DIGITS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text.replace("\n", ""))
    text = _RADICALS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = _BLANK.sub("", text).strip()
    text = re.sub(rf"(?<={_HAN})[,:;?!]|[,:;?!](?={_HAN})", lambda match: _NARROW[match[0]], text)
    text = re.sub(r"\(([^()]*)\)", r"（\1）", text)
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


def number(text: str) -> int:
    """二十一, 两 or 21 as 21, A as 1.

    Raises:
        ValueError: neither.
    """
    text = text.translate(_USUAL)
    if text.isdigit() or text.isascii():
        return int(text) if text.isdigit() else ord(text.upper()) - ord("A") + 1
    hundreds, hundred, rest = text.rpartition("百")
    tens, ten, ones = rest.lstrip("〇").rpartition("十")
    total = (NUMERALS.index(hundreds) if hundreds else 1) * 100 if hundred else 0
    total += (NUMERALS.index(tens) if tens else 1) * 10 if ten else 0
    return total + (NUMERALS.index(ones) if ones else 0)
