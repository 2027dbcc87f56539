"""For every gram and document one symbol that says how good the match is: enough to find and rank single grams.

The symbol holds the class of the best field, how early the match stands in it, and how often the gram occurs in the
document. Lower is better. The same symbol is worked out at search time for longer terms, so ranking never depends
on which list answered.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.search.grams import Grams, Lists, Places

CLASSES = (0, 1, 1, 2, 2, 2, 2, 3, 4, 4)
"""The class of each field of `documents.FIELDS`: title, unit, labels, summary, text."""

WEIGHTS = (16, 8, 4, 2, 1)
"""What a match in a field of each class is worth."""

EARLY = (8, 64, 512)
"""Bounds between very early, early, late and very late in a field."""

OFTEN = (2, 3, 6)
"""Bounds between once, twice, some and many occurrences in a document."""


@dataclass(frozen=True)
class Summaries:
    """Grams in ascending order, and for each the documents that have it with their symbols."""

    length: int
    grams: Grams
    bounds: Places
    documents: Places
    symbols: np.typing.NDArray[np.uint8]


def summarise(lists: Lists, zones: Places) -> Summaries:
    """Documents and symbols of every gram of `lists`; `zones` as in `grams.Texts`."""
    document, position = np.divmod(lists.places, zones[-1])
    new = np.diff(document, prepend=-1) != 0
    new[lists.bounds[:-1]] = True
    starts = np.flatnonzero(new)
    counts = np.diff(np.concatenate((starts, [document.size])))
    bounds = np.searchsorted(starts, lists.bounds)
    return Summaries(lists.length, lists.grams, bounds, document[starts], symbol(position[starts], counts, zones))


def symbol(first: Places, counts: Places, zones: Places) -> np.typing.NDArray[np.uint8]:
    """The symbols of matches that first stand at `first` and occur `counts` times."""
    zone = np.searchsorted(zones, first, side="right") - 1
    early = np.searchsorted(EARLY, first - zones[zone], side="right")
    seldom = 3 - np.searchsorted(OFTEN, counts, side="right")
    return (np.asarray(CLASSES)[zone] * 16 + early * 4 + seldom).astype(np.uint8)


def score(value: int) -> int:
    """What a symbol adds to a document's score; scores of several terms are added up."""
    return WEIGHTS[value >> 4] * 4096 + 15 - (value & 15)
