"""Formulas of Word as the LaTeX that texts have, where pages and books can show them."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from generator.text import formulas

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FORMS = {
    "f": r"\frac{{{num}}}{{{den}}}",
    "sSub": "{{{e}}}_{{{sub}}}",
    "sSup": "{{{e}}}^{{{sup}}}",
    "sSubSup": "{{{e}}}_{{{sub}}}^{{{sup}}}",
    "func": "{fName}{e}",
}
_SUMS = {"∑": r"\sum", "∏": r"\prod", "∫": r"\int"}


def latex(formula: Element) -> str | None:
    """A formula without its dollars, or None where something in it cannot be written, or not be set in books."""
    try:
        return printable(_row(formula))
    except (KeyError, AttributeError):  # something of another form, no element, or a part that is not there
        return None


def printable(written: str) -> str | None:
    """The LaTeX if pages and books can show it."""
    written = written.strip()  # a dollar beside a blank begins or ends no formula
    shown = formulas.mathml(written) if written and formulas.is_formula(written) else None
    return written if shown and set(re.findall(r"<(\w+)", shown)) <= formulas.PRINTED else None


def _row(element: Element) -> str:
    return "".join(_written(child) for child in element if not child.tag.endswith("Pr"))


def _written(element: Element) -> str:
    tag = element.tag.removeprefix(M)
    if tag == "r":
        return _letters(element)
    if tag == "oMath":
        return _row(element)
    parts = {child.tag.removeprefix(M): _row(child) for child in element if not child.tag.endswith("Pr")}
    if tag == "nary":
        limits = scripts(parts.get("sub"), parts.get("sup"))
        return f"{_SUMS[_property(element, 'chr', '∫')]}{limits}{parts['e']}"
    if tag == "d" and len(element.findall(f"{M}e")) == 1:
        return f"{plain(_property(element, 'begChr', '('))}{parts['e']}{plain(_property(element, 'endChr', ')'))}"
    if tag == "rad" and not parts.get("deg"):
        return rf"\sqrt{{{parts['e']}}}"
    if tag == "f" and _property(element, "type", "bar") == "noBar":
        raise KeyError(tag)
    return _FORMS[tag].format(**parts)


def scripts(below: str | None, above: str | None) -> str:
    """What stands below and above a sign, as far as something does."""
    return "".join(f"{sign}{{{said}}}" for sign, said in (("_", below), ("^", above)) if said)


def _property(element: Element, name: str, usual: str) -> str:
    found = element.find(f"*/{M}{name}")
    return usual if found is None else found.get(f"{M}val", usual)


def _letters(run: Element) -> str:
    """Text of a formula: Chinese and what is upright as words, for letters beside each other are factors."""
    text = plain("".join(each.text or "" for each in run.iter(f"{M}t")))
    style = run.find(f"{M}rPr/{M}sty")
    is_upright = run.find(f"{M}rPr/{M}nor") is not None or (style is not None and style.get(f"{M}val") == "p")
    if is_upright and re.fullmatch(r"[A-Za-z]{2,}", text):
        return rf"\mathrm{{{text}}}"
    return worded(text)


def worded(text: str) -> str:
    """LaTeX whose Chinese characters are words, as nothing else may be."""
    return re.sub("[\u2e80-\u9fff（），、：；]+", lambda found: rf"\text{{{found[0]}}}", text)


def plain(text: str) -> str:
    """Text of a formula in LaTeX. Raises `KeyError` for what that takes for something else."""
    if set(text) & set("\\^"):
        raise KeyError(text)
    return re.sub("[%#&_{}$]", lambda found: rf"\{found[0]}", text).replace("~", r"\sim ")
