"""When two names mean the same body or the same project."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_BLANKS_AND_BRACKETS = re.compile(r"[\s()\[\]{}<>〈〉《》「」『』【】〔〕]+")
_NO_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=65536)
def unit_key(name: str) -> str:
    """A body's name without what typing leaves to chance: width, blanks, brackets, case."""
    return _BLANKS_AND_BRACKETS.sub("", unicodedata.normalize("NFKC", name)).casefold()


@lru_cache(maxsize=65536)
def title_key(title: str) -> str:
    """A title reduced to its letters and digits: width, blanks and punctuation do not count."""
    return _NO_WORD.sub("", unicodedata.normalize("NFKC", title)).casefold()


def is_company(name: str) -> bool:
    """Whether a body is an enterprise rather than a public body."""
    return "公司" in name or "集团" in name


def group_key(name: str) -> str:
    """The part of a company's name that its whole group shares: up to `集团`, else the whole name."""
    key = unit_key(name)
    before, found, _ = key.partition("集团")
    return before + found
