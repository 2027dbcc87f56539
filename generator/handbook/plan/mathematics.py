"""Formulas as books set them: MathML turned to HTML with the letters, marks and lines of the page's own fonts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from xml.etree.ElementTree import Element

from generator.text.formulas import PRINTED

_OPENING = frozenset("([{|⟨+−-±=<>≤≥,")
"""After these a plus or a minus is a sign, not an operation."""

_LARGE = frozenset("∑∏∫⋃⋂")
_SPACED = frozenset("=<>≤≥≠≈≡∼∝→⇒+−-±×÷·⋅∈⊂∪∩")


def set_in(math: Element) -> None:
    """Leave a formula in the place of its MathML: set, or as it was written when that is beyond a book."""
    block, latex = math.get("display") == "block", math.get("alttext", "")
    known = all(part.tag in PRINTED for part in math.iter())
    inside = _row(math) if known else [_span("", f"$${latex}$$" if block else f"${latex}$")]
    math.tag, math.text, math[:] = "span", None, inside
    math.attrib = {"class": "formula formula--block" if block else "formula"}


def _span(name: str, *inside: str | Element) -> Element:
    span = Element("span", {"class": name} if name else {})
    span.text = "".join(part for part in inside if isinstance(part, str))
    span.extend(part for part in inside if not isinstance(part, str))
    return span


def _row(parent: Element) -> list[Element]:
    """The parts of a row; an operation stands apart from what it joins."""
    found, before = list[Element](), ""
    for part in parent:
        set_part = _part(part)
        text = "".join(part.itertext())
        if part.tag == "mo" and text in _SPACED and before and before not in _OPENING:
            set_part.set("class", "formula__operator")
        found.append(set_part)
        before = text if part.tag == "mo" else "x"
    return found


def _part(part: Element) -> Element:
    if make := _MADE.get(part.tag):
        return make(*map(_part, part))
    if len(part) or part.tag in {"math", "mrow", "mstyle"}:
        return _span("", *_row(part))
    text = (part.text or "").replace("-", "−") if part.tag == "mo" else part.text or ""
    single = part.tag == "mi" and len(text) == 1 and part.get("mathvariant") != "normal"
    return _span("formula__letter" if single else "", text)


def _stack(*rows: Element) -> Element:
    for row in rows:
        if row.text and row.text in _LARGE:
            row.set("class", "formula__large")
    return _span("formula__stack", *rows)


def _scripted(tag: str, base: Element, script: Element) -> Element:
    script.tag = tag
    return _span("", base, script)


_MADE: dict[str, Callable[..., Element]] = {
    "mfrac": lambda above, below: _span("formula__fraction", above, below),
    "msup": partial(_scripted, "sup"),
    "msub": partial(_scripted, "sub"),
    "msubsup": lambda base, below, above: _span("", base, _span("formula__scripts", above, below)),
    "mover": lambda base, above: _stack(above, base),
    "munder": _stack,
    "munderover": lambda base, below, above: _stack(above, base, below),
    "msqrt": lambda *inside: _span("", _span("", "√"), _span("formula__root", *inside)),
    "mspace": lambda: _span("", " "),
}
