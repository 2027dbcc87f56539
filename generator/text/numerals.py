"""Chinese numerals, read and written."""

from __future__ import annotations

NUMERALS = "〇一二三四五六七八九十"
_ONES = "[一二三四五六七八九两壹贰叁肆伍陆柒捌玖]"
_ALL = "〇零一二三四五六七八九十百两壹贰叁肆伍陆柒捌玖拾佰"
_TENS = f"{_ONES}?[十拾]{_ONES}?"
NUMERAL = rf"(?<![{_ALL}])(?:{_ONES}?[百佰](?:[〇零]{_ONES}|{_TENS})?|{_TENS}|{_ONES})(?![{_ALL}])"
"""A number below a thousand in Chinese; 三五 says three to five and is none."""
_USUAL = str.maketrans("两零壹贰叁肆伍陆柒捌玖拾佰", "二〇一二三四五六七八九十百")


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


def chinese(value: int) -> str:
    """12 as 十二; up to 99."""
    tens, ones = divmod(value, 10)
    ten = ("" if tens == 1 else NUMERALS[tens]) + "十" if tens else ""
    return ten + (NUMERALS[ones] if ones or not tens else "")
