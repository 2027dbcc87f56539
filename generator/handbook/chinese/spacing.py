"""The text of a unit made ready for lines, before WeasyPrint sees it, which is not loaded here.

A space stands between Han and Latin characters (a quarter em in our fonts), numbers hold on to their units, and no
paragraph ends with a line of one character. What WeasyPrint is taught besides is in `engine.justify`.
"""

from __future__ import annotations

import re

from generator.handbook.chinese.characters import CLOSING, HAN, MARKS, OPENING
from generator.text.quantities import QUANTITY

_TOKENS = re.compile(
    r"<!--.*?-->|<(?P<kept>pre|svg|style)\b.*?</(?P=kept)>|<code>(?P<code>.*?)</code>|<[^>]*>|[^<]+", re.DOTALL
)
_INLINE = re.compile(r'</?(?:a|abbr|b|del|em|i|kbd|small|strong|sub|sup)\b|</span>|<span(?: class="(?:keep|amount)")?>')
"""Tags that text runs on through; a `<span>` with another class is a part of a template and stands for itself."""

_CELLS = frozenset({"</td>", "</th>"})
_ENDS = dict.fromkeys(("</p>", "</li>", "</dd>", '<span class="topic__units">'), 24) | dict.fromkeys(
    (*_CELLS, "</figcaption>"), 6
)
"""Where a paragraph ends (whom a rule is for stands on a line of its own), and how many characters of it have no second
line to be lonely on: columns are narrow."""

_MOST_KEPT = 12
"""Characters at the end of a cell that are kept together: a longer word may be wider than its column."""

_JOINED_DASH = re.compile("\u2060(?=[—～])")
"""What browsers need before a dash; the engine itself begins no line with one."""

_MARKS = re.escape("".join(sorted(MARKS)))
_LONE = re.compile(
    f"((?:{QUANTITY}|(?:(?:{QUANTITY}|[A-Za-z0-9.%]{{1,20}})[ \u00a0]?[{HAN}]{{0,3}}|[^\\s{_MARKS}])[{_MARKS}]*"
    f"[ \u00a0]?[^\\s{_MARKS}])[{_MARKS}]*)\\s*$"
)
"""The last two characters of a paragraph, or its last word or quantity and character, with their marks."""

_LATIN = r"A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff"
"""Without `×` and `÷`, which stand in Chinese names as closely as Han characters do."""
_INTO_LATIN = re.compile(f"(?<=[{HAN}])(?=[{_LATIN}±$¥])")
_INTO_HAN = re.compile(f"(?<=[{_LATIN}%‰℃°+])(?=[{HAN}])")
_FULL = f"{HAN}{_MARKS}"
_QUOTES = dict(zip("‘’“”", "\ue010\ue011\ue012\ue013", strict=True))
"""Quotes as Latin text has them, which our fonts have as wide as Han characters; what stands for them meanwhile."""

_PLAIN = {ord(latin): quote for quote, latin in _QUOTES.items()}
_WRITTEN = {**{sign: f'<span class="latin">{quote}</span>' for sign, quote in _PLAIN.items()}, 0x200B: "<wbr>"}
_APOSTROPHE = re.compile(f"(?<=[{_LATIN}])’(?=[{_LATIN}])")
_PAIR = re.compile(f"([“‘])([^{_FULL}]*[{_LATIN}][^{_FULL}]*)([”’])")
_LONG = re.compile(r"(?:&\w+;|[!-%'-;=?-~]){20,}")
_WITHIN = re.compile(r"(?:&amp;|[/?=._:;-]|(?<!\d),|,(?!\d))+(?!$|[/?=._:;,-]|.$)")
_ENDLESS = re.compile(r"(?<=\w{10})\w{10}(?=\w{10})", re.ASCII)
"""Letters without a mark that no language has so many of: names of files, keys, words run together."""

_NUMBER_END = re.compile(f"(?<=\\d)(?:\\0| (?=[{HAN}]))")
_NEEDLESS = re.compile(
    f"(?<=[{HAN}])[ ]*\\n\\s*(?=[{HAN}{_MARKS}])|(?<=[{_MARKS}])[ \\n]+(?=\\S)|(?<=\\S)[ \\n]+(?=[{_MARKS}])"
)
"""White space that a line break in the source, or a Latin habit beside a full-width mark, has left."""


def prepare(html: str) -> str:
    """The HTML of a unit with its text made ready for lines; code and drawings stay as they are."""
    out: list[str] = []
    before, length, last = "", 0, 0
    for found in _TOKENS.finditer(_JOINED_DASH.sub("", html)):
        token = found[0]
        if found["code"]:  # what it says stays as it is; it stands apart as a Latin word does
            out += [_spaced("x", before)[:-1], f"<code>{_breaking(found['code'])}</code>"]
            before, length = "x", length + len(found["code"])
            continue
        if not token.startswith("<"):
            if before in CLOSING and token[0] in MARKS:
                out[last] = out[last][:-1] + _half(before)
            spaced = _breaking(_spaced(token, before))
            last, length = len(out), length + len(token)
            out.append(_half(token[0]) + spaced[1:] if before in OPENING and token[0] in OPENING else spaced)
            before = token.rstrip()[-1:] or before
            continue
        if length > _ENDS.get(token, length):
            most = _MOST_KEPT if token in _CELLS else length
            out[last] = _LONE.sub(lambda end: _kept(end, most), out[last])  # noqa: B023 - used at once
        if not _INLINE.match(token):
            before, length = "", 0
        out.append(token)
    # A box that ends in a space before one that begins the next line would be broken far too early.
    return re.sub(' <span class="(latin|keep)">', r'<span class="\1"> ', "".join(out).translate(_WRITTEN))


def spaced(text: str) -> str:
    """A line of plain text with the same spaces."""
    return _spaced(text, "").translate(_PLAIN)


def _breaking(text: str) -> str:
    """Text whose long words may end a line after the marks in them, and endless ones anywhere."""
    return _LONG.sub(lambda word: _ENDLESS.sub("\\g<0>\u200b", _WITHIN.sub("\\g<0>\u200b", word[0])), text)


def _kept(end: re.Match[str], most: int) -> str:
    """The end of a paragraph in one piece, unless it is long."""
    return end[0] if len(end[1]) > most else f'<span class="keep">{end[1]}</span>'


def _half(mark: str) -> str:
    """A mark that loses its blank half to one beyond a tag; within a text `engine.justify` sees to it."""
    return f'<span class="half">{mark}</span>'


def _latin(pair: re.Match[str]) -> str:
    """Quotes around Latin words among Latin words."""
    beside = pair.string[: pair.start()].rstrip()[-1:] + pair.string[pair.end() :].lstrip()[:1]
    if not beside or re.search(f"[{_FULL}]", beside):
        return pair[0]
    return f"{_QUOTES[pair[1]]}{pair[2]}{_QUOTES[pair[3]]}"


def _spaced(text: str, before: str) -> str:
    """A space between Han and Latin characters; one that holds after a number, so that its unit stays with it."""
    joined = _PAIR.sub(_latin, _PAIR.sub(_latin, _APOSTROPHE.sub(_QUOTES["’"], before + text)))
    joined = _INTO_LATIN.sub(lambda match: "\u00a0" if joined[match.start() - 1] == "第" else " ", joined)
    joined = _NEEDLESS.sub("", joined)
    joined = _INTO_HAN.sub("\0", joined)
    joined = _NUMBER_END.sub("\u00a0", joined).replace("\0", " ")
    return joined[len(before) :]
