"""Small Chinese wordings shared by messages and pages."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(typed: str, offered: Iterable[str], limit: int = 12) -> str:
    """A hint: the offered word closest to what was typed, else the list of what may be written."""
    words = list(dict.fromkeys(offered))
    close = get_close_matches(typed, words, n=1, cutoff=0.6)
    if close:
        return f"您是否想写“{close[0]}”？"
    if not words:
        return ""
    listed = "、".join(words[:limit])
    return f"可以写：{listed}{'……' if len(words) > limit else ''}"
