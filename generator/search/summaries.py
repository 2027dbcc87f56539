"""For every gram and document one symbol that says how good the match is: enough to find and rank single grams.

The symbol holds the class of the best field, how early the match stands in it where that is told (`zones.SINGLE`),
and how often the gram occurs in the document. Lower is better. The same symbol is worked out at search time for
longer terms, so ranking never depends on which list answered.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from generator.search.grams import Lists, Places
from generator.search.zones import SINGLE, ZONES, Zones

CLASSES = (0, 1, 1, 2, 2, 2, 2, 3, 4, 4, 1)
"""The class of each of `ZONES`: title, unit, labels, summary, text, and names by sound."""

EARLY = (8, 64, 512)
"""Bounds between very early, early, late and very late in a field."""

OFTEN = (2, 3, 6)
"""Bounds between once, twice, some and many occurrences in a document."""

Symbols = NDArray[np.uint8]


def summarise(lists: Lists, zones: Zones) -> tuple[Places, Symbols, Places]:
    """The documents of every gram of `lists` with their symbols, and where those of each gram begin."""
    document = lists.places // zones.width
    new = np.diff(document, prepend=-1) != 0
    new[lists.bounds[:-1]] = True
    starts = np.flatnonzero(new)
    counts = np.diff(starts, append=document.size)
    found = document[starts]
    return (
        found,
        symbol(lists.places[starts] - found * zones.width, counts, zones),
        np.searchsorted(starts, lists.bounds),
    )


def symbol(first: Places, counts: Places, zones: Zones) -> Symbols:
    """The symbols of matches that first stand at `first` and occur `counts` times."""
    starts = np.asarray(zones.starts)
    field = np.searchsorted(starts, first, side="right") - 1
    is_single = np.asarray([name in SINGLE for name in ZONES])[field]
    early = np.where(is_single, np.searchsorted(EARLY, first - starts[field], side="right"), 0)
    seldom = 3 - np.searchsorted(OFTEN, counts, side="right")
    symbols: Symbols = (np.asarray(CLASSES)[field] * 16 + early * 4 + seldom).astype(np.uint8)
    return symbols
