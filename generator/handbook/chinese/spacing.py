"""The text of a unit made ready for lines, before WeasyPrint sees it, which is not loaded here.

A space stands between Han and Latin characters (a quarter em in our fonts), numbers hold on to their units, and no
paragraph ends with a line of one character. What WeasyPrint is taught besides is in `engine.justify`.
"""

from __future__ import annotations

import re

from generator.handbook.chinese.characters import CLOSING, HAN, MARKS, OPENING

_TOKENS = re.compile(r"<!--.*?-->|<(?:pre|code|svg|style)\b.*?</(?:pre|code|svg|style)>|<[^>]*>|[^<]+", re.DOTALL)
_INLINE = re.compile(r"</?(?:a|abbr|b|del|em|i|kbd|small|strong|sub|sup)\b|</span>|<span>")
"""Tags that text runs on through; a `<span>` with a class is a part of a template and stands for itself."""

_SHORT = 24
"""Characters of a paragraph that has no second line to be lonely on."""

_MARKS = re.escape("".join(sorted(MARKS)))
_LONE = re.compile(
    f"((?:[A-Za-z0-9.%]+[ \u00a0]?[{HAN}]{{0,3}}|[^\\s{_MARKS}])[{_MARKS}]*[ \u00a0]?[^\\s{_MARKS}][{_MARKS}]*)\\s*$"
)
"""The last two characters of a paragraph, or its last word and character, with their marks."""

_LATIN = r"A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff"
"""Without `×` and `÷`, which stand in Chinese names as closely as Han characters do."""
_INTO_LATIN = re.compile(f"(?<=[{HAN}])(?=[{_LATIN}±$¥])")
_INTO_HAN = re.compile(f"(?<=[{_LATIN}%‰℃°+])(?=[{HAN}])")
_NUMBER_END = re.compile(f"(?<=\\d)(?:\\0| (?=[{HAN}]))")
_NEEDLESS = re.compile(
    f"(?<=[{HAN}])[ ]*\\n\\s*(?=[{HAN}{_MARKS}])|(?<=[{_MARKS}])[ \\n]+(?=\\S)|(?<=\\S)[ \\n]+(?=[{_MARKS}])"
)
"""White space that a line break in the source, or a Latin habit beside a full-width mark, has left."""


def prepare(html: str) -> str:
    """The HTML of a unit with its text made ready for lines; code and drawings stay as they are."""
    out: list[str] = []
    before, length, last = "", 0, 0
    for token in _TOKENS.findall(html):
        if not token.startswith("<"):
            if before in CLOSING and token[0] in MARKS:
                out[last] = out[last][:-1] + _half(before)
            spaced = _spaced(token, before)
            last, length = len(out), length + len(token)
            out.append(_half(token[0]) + spaced[1:] if before in OPENING and token[0] in OPENING else spaced)
            before = token.rstrip()[-1:] or before
            continue
        if token in {"</p>", "</li>", "</dd>"} and length > _SHORT:
            out[last] = _LONE.sub(r'<span class="keep">\1</span>', out[last])
        if not _INLINE.match(token):
            before, length = "", 0
        out.append(token)
    return "".join(out)


def spaced(text: str) -> str:
    """A line of plain text with the same spaces."""
    return _spaced(text, "")


def _half(mark: str) -> str:
    """A mark that loses its blank half to one beyond a tag; within a text `engine.justify` sees to it."""
    return f'<span class="half">{mark}</span>'


def _spaced(text: str, before: str) -> str:
    """A space between Han and Latin characters; one that holds after a number, so that its unit stays with it."""
    joined = before + text
    joined = _INTO_LATIN.sub(lambda match: "\u00a0" if joined[match.start() - 1] == "第" else " ", joined)
    joined = _NEEDLESS.sub("", joined)
    joined = _INTO_HAN.sub("\0", joined)
    joined = _NUMBER_END.sub("\u00a0", joined).replace("\0", " ")
    return joined[len(before) :]
