"""The lengths that the style sheets set and the fitting counts with: one table, from which both are made.

Points, but whole numbers are characters and shares have no unit. `LINE_GAP` is `var(--line-gap)` in the style sheets
(see `properties`); a pair is what is empty above and below. Lengths that nobody counts with stand in the style sheets
alone.
"""

from __future__ import annotations

from generator.handbook.page import trim


class Share(float):
    """A part of a length, without a unit."""


# Type

BODY = 10.5
"""A body character."""

LINE = 18.0
"""From one line of the body to the next: the grid that heads and figures keep to."""

HALF = LINE / 2
"""Half a line: what is empty beside most things."""

OPENING_LINE = 36.0
"""From line to line of a chapter's title."""

TITLE, TITLE_LINE = 20.0, 27.0
"""A case's title, and a key figure; from line to line."""

LARGE, MINOR, LARGE_LINE = 16.0, 13.0, 22.5
"""Titles of brief cases and large numbers; minor heads, and a quotation in a text; from line to line of both."""

HEAD = 14.0
"""A section's title, and the quotation on a case's page of its own."""

NOTE, NOTE_LINE = 9.5, 15.0
"""Small lists; from line to line of them, and of the small entries."""

SMALL, SMALL_LINE = 9.0, 13.5
"""Tables, facts, remarks, brief cases that would run over their pages; from line to line of all that, and smaller."""

DENSE, DENSE_LINE = 7.8, 11.7
"""Tables of many columns; from line to line of them."""

CAPTION = 8.5
"""Captions and labels."""

CODE_LINE = 12.0
"""From line to line below a QR code."""

# Running text

INDENT = 2
"""Before a paragraph and a list, and on either side of a quotation."""

HEADING = (LINE, HALF)
"""Around a heading in a text, and around key figures."""

CAPTION_GAP = 4.5
"""Between a picture and its caption."""

LISTING = 4.5
"""Within the ground of a listing, above and below its lines."""

CELL_GAP, CELL_SIDE, CELL_RULE = 2.0, 4.0, 0.5
"""Above and below, and on either side of a cell's text; the rule below it."""

# Chapters of the guide: as usual, and set closer

OPENING, CLOSE_OPENING = (18.0, 36.0), (9.0, 27.0)
"""Around a chapter's title."""

SECTION, CLOSE_SECTION = (27.0, 9.0), (18.0, 6.0)
"""Around a section's title."""

GRID, CLOSE_GRID = (9.0, 18.0), (6.0, 12.0)
"""Around a table."""

ENTRY, CLOSE_ENTRY, NOTE_ENTRY = 9.0, 4.5, 6.0
"""Below an entry, and a small one."""

ITEM, CLOSE_ITEM, NOTE_ITEM = 4.5, 1.5, 3.0
"""Below an item of a list, and of a small one."""

REMARK = 4.5
"""Below a remark."""

TOPIC = 5 * BODY
"""Before a topic, where its number stands."""

# A case

EYEBROW_RULE, EYEBROW_GAP = 1.5, 7.5
"""The rule at a case's head, and what is empty below it."""

FIGURE_RULE, FIGURE_GAP = 1.5, 7.0
"""The rule before a key figure, and what is empty beside it."""

FACT_LABEL = 6
"""The names of facts."""

FACT_GAP = 0.9
"""Above and below a fact."""

CODE, CODE_GAP = 21 * trim.POINTS, 14.0
"""A case's QR code, and what is empty before it."""

BAR = 3.0
"""A bar below a key figure, and what is empty above it."""

STACKED_LINE, STACKED_GAP = 20.0, 5.0
"""From line to line of a key figure beside the picture, and what is empty between two."""

BAND = Share(0.36)
"""The share of the measure that key figures beside the picture take."""

BRIEF_HEADING = (6.0, 2.25)
"""Around a heading in a brief case."""

LEAD_TITLE, LEAD_TITLE_LINE = 22.0, 31.5
"""A case's title on a page of its own; from line to line."""

# A part's title page

LISTED_GAP, LISTED_RULE = 9.0, 0.5
"""Above and below a case in the list, and the rule below it."""

COMPACT_GAP = 2.25
"""Above and below a case that is listed by its title alone."""

# The page

BINDING = trim.BINDING * trim.POINTS
"""By how much pages of the print make move away from the spine."""

HAIR = 0.02
"""By how much a line is longer than its measure on either side, so that rounding never breaks one that just fits."""


def properties() -> str:
    """The table as custom properties of a style sheet."""
    names = (name for name in globals() if name.isupper())
    return "".join(f"--{name.lower().replace('_', '-')}:{_css(globals()[name])};" for name in names)


def _css(length: float | tuple[float, float]) -> str:
    if isinstance(length, tuple):
        return f"{_css(length[0])} 0 {_css(length[1])}"
    if isinstance(length, Share):
        return str(float(length))
    return f"{length}em" if isinstance(length, int) else f"{length}pt"
