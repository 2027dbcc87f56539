"""The stamps of a book: the characters of folios and the 示例 mark, set once and put on every page that needs them."""

from __future__ import annotations

import re

from generator.handbook.book import Unit

DEMO = "示例"
OWN_MARK = re.compile(r'<p class="[^"<>]+" data-demo>')
"""The mark of a bare page that says so in its own design."""

CHARACTERS = "0123456789ivxlc"
SIDES = ("verso", "recto")

LINES = tuple(
    [(f"folio-{side}-{character}", f"folio {side}", character) for side in SIDES for character in CHARACTERS]
    + [(f"demo-{side}", f"demo-mark {side}", DEMO) for side in SIDES]
)
"""What the spare page of the book's own unit of stamps holds."""


def tab_lines(label: str) -> tuple[tuple[str, str, str], ...]:
    """The words on a unit's tab, for its own spare page."""
    return tuple((f"tab-{side}", f"tab {side}", label) for side in SIDES)


STAMPS = Unit("stamps", "<p>&#160;</p>")
"""The unit that is nothing but its spare page."""
