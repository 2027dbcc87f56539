"""Characters that nobody sees, that turn the order of reading, or that have no meaning of their own.

Most of them have a place where they belong: direction marks in Arabic letters, joiners in emoji, selectors behind the
character they select. What is out of place is named by its code point, never shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.catalog import Catalog
from generator.checks.rule import Findings, new_documents, rule
from generator.diagnostics import Diagnostic, Span
from generator.text.scan import span

MAX_MARKS = 4
"""Combining marks that may follow one another; more of them run into the lines above and below."""

_LOST = "\ufffd"
_UNUSUAL = re.compile(
    "[^\n\x20-\x7e\t\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0590\u2000-\u200a\u2010-\u2027\u202f-\u205f\u2070-\u20cf"
    "\u2100-\u302d\u3030-\u3098\u309b-\u3163\u3165-\ua66e\uac00-\ud7ff\uf900-\ufaff\uff01-\uff9f\uffe0-\uffe6]"
)
"""A text without any of these has nothing out of place; all others are read character by character."""

_KINDS = (
    ("控制字符", "\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"),
    ("改变文字方向的字符", "\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c"),
    ("零宽字符", "\u200b-\u200d\u2060-\u2065\u206a-\u206f\u180e\ufeff"),
    ("空白占位字符", "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"),
    ("行间注释字符", "\ufff9-\ufffc"),
    ("标签字符", "\U000e0000-\U000e007f"),
    ("孤立的异体选择符", "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"),
    ("私用区字符", "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"),
    ("非字符", "\ufdd0-\ufdef" + "".join(f"{chr(end)}{chr(end + 1)}" for end in range(0xFFFE, 0x110000, 0x10000))),
)
_CLASSES = tuple((name, re.compile(f"[{members}]")) for name, members in _KINDS)
_ANY = re.compile("[" + "".join(members for _, members in _KINDS) + _LOST + "]")
_SEEN = frozenset(("私用区字符", "非字符"))
"""Kinds that show as an empty box; all others are invisible."""

_ISOLATES = "\u2066\u2067\u2068"
_END = "\u2069"
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_MARKS = frozenset("\u200e\u200f\u061c")
_NON_JOINER, _JOINER = "\u200c", "\u200d"
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]{1,16}\U000e007f")
_PARAGRAPH = re.compile(r"\n[ \t>]*\n")
_KEYCAPS = frozenset("#*0123456789ℹ〰〽‼⁉")


@rule
def no_control_characters(catalog: Catalog) -> Findings:
    """文字里没有控制字符、隐形字符和乱码；它们看不见、印不出，会使读音、次序和检索出错。"""
    for _, document in new_documents(catalog):
        if "\\" in document.written or _UNUSUAL.search(document.written):
            for keys, value, _ in document.leaves():
                if isinstance(value, str):
                    yield from (_told(document.span(*keys), found) for _, found in out_of_place(value))
        for offset, found in out_of_place(document.body):
            yield _told(span(document, offset), found)


def _told(at: Span, found: str) -> Diagnostic:
    if found == _LOST:
        return Diagnostic("control-character", at, "这里有一个没能读出的字（�）", "对照原文补上这个字")
    if len(found) > MAX_MARKS:
        message = f"这里一个字上叠了 {len(found)} 个附加符号（U+{ord(found[0]):04X} 等）"
        return Diagnostic("control-character", at, message, f"删去多余的符号，最多留 {MAX_MARKS} 个")
    name = next(name for name, members in _CLASSES if members.match(found))
    seen = "各种字体里没有的" if name in _SEEN else "看不见的"
    hint = "换成通用的字" if name == "私用区字符" else "删去它；从别的软件粘贴时常会带进来"
    return Diagnostic("control-character", at, f"这里有{seen}{name}（U+{ord(found):04X}）", hint)


def out_of_place(text: str) -> Iterator[tuple[int, str]]:
    """What is out of place in a text, each character once: its offset and itself; a run of marks as a whole."""
    if not _UNUSUAL.search(text):
        return
    told: set[str] = set()
    flags = {place for match in _FLAG.finditer(text) for place in range(*match.span())}
    unpaired = _unpaired(text)
    has_letters = _RIGHT_TO_LEFT.search(text) is not None
    for match in _ANY.finditer(text):
        place, character = match.start(), match[0]
        if character not in told and place not in flags and not _belongs(text, place, unpaired, has_letters):
            told.add(character)
            yield place, character
    yield from _floods(text)


def _belongs(text: str, place: int, unpaired: frozenset[int], reads_right_to_left: bool) -> bool:
    """Whether a character of `_ANY` has its place where it stands."""
    character = text[place]
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if character in _ISOLATES or character == _END:
        return place not in unpaired
    if character in _MARKS:
        return reads_right_to_left
    if character in (_NON_JOINER, _JOINER):
        if _joins(before) and (_joins(after) or (after in ("", " ", "\n") and character == _JOINER)):
            return True
        return character == _JOINER and _is_emoji(before) and _is_emoji(after)
    if "\u180b" <= character <= "\u180f" and character != "\u180e":
        return "\u1800" <= before <= "\u18aa"
    if "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef":
        return _selects(character, before)
    return False


def _joins(character: str) -> bool:
    """Whether it is a letter or mark of a script whose letters join: Arabic, Mongolian and those of South Asia."""
    return bool(character) and unicodedata.name(character, "").startswith(
        ("ARABIC", "SYRIAC", "MONGOLIAN", "DEVANAGARI", "BENGALI", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA")
    )


def _is_emoji(character: str) -> bool:
    """Whether it may stand in a joined emoji: a symbol, a skin tone, or the selector of emoji style."""
    return character == "\ufe0f" or (bool(character) and unicodedata.category(character) in ("So", "Sk", "Sm"))


def _selects(selector: str, base: str) -> bool:
    """Whether a variation selector stands behind a character that has variants."""
    if not base:
        return False
    if selector in "\ufe0e\ufe0f":
        return base in _KEYCAPS or (ord(base) > 0x7F and unicodedata.category(base) in ("So", "Sm", "Sk", "Po", "Pd"))
    is_han = unicodedata.name(base, "").startswith(("CJK", "IDEOGRAPHIC"))
    return is_han or (selector <= "\ufe0d" and unicodedata.category(base) in ("Sm", "Lo", "Po"))


def _unpaired(text: str) -> frozenset[int]:
    """The places of isolates that are not closed in their paragraph, and of ends that close nothing."""
    lonely: list[int] = []
    opened: list[int] = []
    for match in re.finditer(f"[{_ISOLATES}{_END}]|{_PARAGRAPH.pattern}", text):
        if match[0] == _END:
            if opened:
                opened.pop()
            else:
                lonely.append(match.start())
        elif match[0] in _ISOLATES:
            opened.append(match.start())
        else:
            lonely += opened
            opened = []
    return frozenset((*lonely, *opened))


def _floods(text: str) -> Iterator[tuple[int, str]]:
    """Runs of more combining marks than a letter can carry."""
    start = 0
    for place, character in enumerate(f"{text} "):
        if unicodedata.category(character) in ("Mn", "Me") and not _ANY.match(character):
            continue
        if place - start > MAX_MARKS:
            yield start, text[start:place]
        start = place + 1
