"""Formulas in the manner of LaTeX, between dollars, as MathML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from xml.etree.ElementTree import Element, tostring

from generator.text.clock import TooLong

LONGEST = 1_000
"""Characters of a formula."""

PRINTED = frozenset(
    {
        *("math", "mrow", "mstyle", "mi", "mn", "mo", "mtext", "mspace"),
        *("msup", "msub", "msubsup", "mfrac", "msqrt", "mover", "munder", "munderover"),
    }
)
"""The elements that books can set."""

_PARTS = {"mfrac": 2, "msup": 2, "msub": 2, "mover": 2, "munder": 2, "mroot": 2, "msubsup": 3, "munderover": 3}
_SHOWN = PRINTED | {"mroot", "mtable", "mtr", "mtd", "mpadded"}
_KEPT = frozenset({"display", "mathvariant", "stretchy", "fence", "form", "accent", "linethickness", "displaystyle"})

_SOURCE = re.compile(
    r"(?<![\\$])(?:\$\$(?P<block>[^$]+)\$\$|\$(?![\s$])(?P<inline>(?:\\.|[^\\$\n]|\n(?![ \t]*\n))+?)(?<!\s)\$)"
)
_IN_BRACKETS = re.compile(r"\\\((?:\\.|[^\\\n])+?\\\)|\\\[(?!\d+(?:\s*[-–—,，、]\s*\d+)*\\\])(?:\\.|[^\\\n])+?\\\]")
"""What other programs take for formulas: \\(…\\), \\[…\\]; numbers alone are those of sources."""

_BRACE = re.compile(r"\\[{}]|\\[lr]brace\b")
_WORDS = re.compile(r"\\(?:text\w*|mathrm|operatorname)\{[^{}]*\}")
_PROSE = re.compile(r"[\u2e80-\u9fff\uff01-\uff5e\u2018-\u2026]|[,;.]$")
"""What stands between two dollars of a text about money, and in a formula only as `\\text{…}`."""


def is_formula(latex: str) -> bool:
    """Whether what stands between dollars is meant as a formula."""
    return len(latex) <= LONGEST and not _PROSE.search(_WORDS.sub("", latex))


@lru_cache(maxsize=1 << 12)
def mathml(latex: str, display: str = "inline") -> str | None:
    """The formula as MathML, or None if it cannot be read; `display` is `inline` or `block`."""
    from latex2mathml.converter import convert_to_element  # noqa: PLC0415 - few texts have formulas

    try:
        math = convert_to_element(latex, display=display)
    except TooLong:
        raise
    except Exception:  # noqa: BLE001 - whatever the library meets in what it cannot read
        return None
    del math.attrib["xmlns"]
    if not all(map(_is_sound, math.iter())):
        return None
    if sum(element.text in ("{", "}") for element in math.iter()) > len(_BRACE.findall(latex)):
        return None  # one that should have held something together
    math.set("alttext", latex)
    return tostring(math, encoding="unicode", short_empty_elements=False)


def _is_sound(element: Element) -> bool:
    """Whether an element is known and complete; its attributes are then harmless, and its text is written out."""
    element.attrib = {name: value for name, value in element.attrib.items() if name in _KEPT}
    element.text = unescape(element.text or "")
    whole = element.tag not in _PARTS or len(element) == _PARTS[element.tag]
    return element.tag in _SHOWN and whole and not element.text.startswith("\\")


def _is_apart(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands in the paragraph."""
    first, last = text.rfind("\n\n", 0, start), text.find("\n\n", end)
    around = text[first + 1 : start] + text[end : last if last >= 0 else len(text)]
    return not around.strip(" \t\n>")


def problems(text: str) -> Iterator[tuple[int, str]]:
    """Formulas of a text without code that pages or books cannot show: offset, and what is wrong."""
    yield from ((found.start(), f"公式“{found[0]}”会照原样显示") for found in _IN_BRACKETS.finditer(text))
    for found in _SOURCE.finditer(text) if "$" in text else ():
        latex = (found["block"] or found["inline"]).strip()
        if not is_formula(latex):
            continue
        shown = mathml(latex)
        if found["block"] and not _is_apart(text, *found.span()):
            yield found.start(), f"公式“{latex}”写在 $$ 之间，却不是单独成段，前后会多出 $"
        elif shown is None:
            yield found.start(), f"读不懂公式“{latex}”，会照原样显示"
        elif not set(re.findall(r"<(\w+)", shown)) <= PRINTED:
            yield found.start(), f"手册里排不出公式“{latex}”，会照原样印"
