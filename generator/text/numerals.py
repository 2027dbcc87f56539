"""Chinese numerals, read and written, and other numerals that are printed beside them."""

from __future__ import annotations

NUMERALS = "〇一二三四五六七八九十"
_ONES = "[一二三四五六七八九两壹贰叁肆伍陆柒捌玖]"
_ALL = "〇零一二三四五六七八九十百两壹贰叁肆伍陆柒捌玖拾佰"
_TENS = f"{_ONES}?[十拾]{_ONES}?"
NUMERAL = rf"(?<![{_ALL}])(?:{_ONES}?[百佰](?:[〇零]{_ONES}|{_TENS})?|{_TENS}|{_ONES})(?![{_ALL}])"
"""A number below a thousand in Chinese; 三五 says three to five and is none."""
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_CIRCLED = 20
"""The last number that has a circled sign."""
_FORMAL = str.maketrans("一二三四五六七八九十", "壹贰叁肆伍陆柒捌玖拾")
_USUAL = str.maketrans("两零壹贰叁肆伍陆柒捌玖拾佰", "二〇一二三四五六七八九十百")


def number(text: str) -> int:
    """二十一 or 21 as 21, 两 as 2, ② as 2, A as 1.

    Raises:
        ValueError: neither.
    """
    if "①" <= text <= circled(_CIRCLED):
        return ord(text) - ord("①") + 1
    text = text.translate(_USUAL)
    if text.isdigit() or text.isascii():
        return int(text) if text.isdigit() else ord(text.upper()) - ord("A") + 1
    hundreds, hundred, rest = text.rpartition("百")
    tens, ten, ones = rest.lstrip("〇").rpartition("十")
    total = (NUMERALS.index(hundreds) if hundreds else 1) * 100 if hundred else 0
    total += (NUMERALS.index(tens) if tens else 1) * 10 if ten else 0
    return total + (NUMERALS.index(ones) if ones else 0)


def chinese(value: int, *, formal: bool = False) -> str:
    """12 as 十二, in the `formal` signs as 拾贰; up to 99."""
    tens, ones = divmod(value, 10)
    ten = ("" if tens == 1 else NUMERALS[tens]) + "十" if tens else ""
    written = ten + (NUMERALS[ones] if ones or not tens else "")
    return written.translate(_FORMAL) if formal else written


def roman(value: int) -> str:
    """12 as XII."""
    written = ""
    for worth, letters in _ROMAN:
        times, value = divmod(value, worth)
        written += letters * times
    return written


def circled(value: int) -> str:
    """12 as ⑫; without a circle where there is no such sign."""
    return chr(ord("①") + value - 1) if 0 < value <= _CIRCLED else str(value)
