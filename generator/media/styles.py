"""Style sheets as they are published: without what no page uses, in words that old browsers know, minified.

Many visitors read in WeChat or in 360 on a kernel of Chromium 84 to 88. It drops a whole rule for one word that it does
not know, so `:is()` and `inset` are written out (docs/decisions/0002-dependencies.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import rcssmin
import tinycss2

_IS = re.compile(r":is\(([^()]*)\)")
_SELECTORS = re.compile(r"[^{};]*:is\([^{};]*(?=\{)")
_COMPOUND = re.compile(r"[^\s>+~(]*$")
_COMMA = re.compile(r",(?![^()]*\))")
_INSET = re.compile(r"(?<![\w-])inset:([^;}]+)")
_CLASS_OR_ID = re.compile(r"[.#](-?[_a-zA-Z][\w-]*)")
_FOREIGN = re.compile(r"\[(?:data-|dir|align|role|type|id)|\b(?:details|summary|iframe|video)\b|:root\b")
"""What our pages' texts never have; properties of Material's colours are ours (`30-prose.css`)."""


@lru_cache(maxsize=8)  # a preview asks at every save
def published(sheet: str) -> str:
    """A style sheet of ours for old browsers, and small."""
    text = _SELECTORS.sub(lambda found: ",".join(_written_out(_COMMA.split(found[0]))), rcssmin.cssmin(sheet))
    return _INSET.sub(lambda found: ";".join(f"{side}:{found[1]}" for side in ("top", "right", "bottom", "left")), text)


def prose(sheet: str) -> str:
    """Of Material's style sheet the rules for elements, also those in `md-typeset`; the rest is about its own pages."""
    return "".join(_used(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)))


def _used(rules: Iterable[Any]) -> Iterator[str]:
    for rule in rules:
        prelude = tinycss2.serialize(rule.prelude).strip()
        if rule.type == "qualified-rule":
            selectors = [each for each in _COMMA.split(prelude) if _is_of_texts(each)]
            if selectors:
                yield f"{','.join(selectors)}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.at_keyword == "media" and rule.content:
            inner = "".join(_used(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)))
            if inner:
                yield f"@media {prelude}{{{inner}}}"


def _is_of_texts(selector: str) -> bool:
    return set(_CLASS_OR_ID.findall(selector)) <= {"md-typeset"} and not _FOREIGN.search(selector)


def _written_out(selectors: Iterable[str]) -> Iterator[str]:
    for selector in selectors:
        if found := _IS.search(selector):
            before, after = selector[: found.start()], selector[found.end() :]
            yield from _written_out(f"{_joined(before, choice)}{after}" for choice in found[1].split(","))
        else:
            yield selector


def _joined(before: str, choice: str) -> str:
    """A selector with one of several things at its end; the name of an element comes before its classes."""
    start = _COMPOUND.search(before).start() if choice[0].isalpha() else len(before)  # type: ignore[union-attr]
    return f"{before[:start]}{choice}{before[start:]}"
