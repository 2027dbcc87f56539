"""For every gram and document one symbol that says how good the match is: enough to find and rank single grams.

The symbol holds the class of the best field, how early the match stands in it, and how often the gram occurs in the
document. Lower is better. The same symbol is worked out at search time for longer terms, so ranking never depends
on which list answered.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.search.grams import Lists, Places

CLASSES = (0, 1, 1, 2, 2, 2, 2, 3, 4, 4)
"""The class of each field of `documents.FIELDS`: title, unit, labels, summary, text."""

WEIGHTS = (16, 8, 4, 2, 1)
"""What a match in a field of each class is worth."""

EARLY = (8, 64, 512)
"""Bounds between very early, early, late and very late in a field."""

OFTEN = (2, 3, 6)
"""Bounds between once, twice, some and many occurrences in a document."""


Symbols = NDArray[np.uint8]


@dataclass(frozen=True)
class Summaries:
    """For each gram the documents that have it, as the places of `lists`, with their symbols."""

    lists: Lists
    symbols: Symbols

    def reordered(self, order: Places) -> Summaries:
        """The same in another order of grams."""
        symbols = Lists(self.lists.length, self.lists.grams, self.lists.bounds, self.symbols).reordered(order).places
        return Summaries(self.lists.reordered(order), symbols)


def summarise(lists: Lists, zones: Places) -> Summaries:
    """Documents and symbols of every gram of `lists`; `zones` as in `grams.Texts`."""
    width = lists.places.dtype.type(zones[-1])
    document = lists.places // width
    new = np.diff(document, prepend=-1) != 0
    new[lists.bounds[:-1]] = True
    starts = np.flatnonzero(new)
    counts = np.diff(starts, append=document.size)
    first = lists.places[starts] - document[starts] * width
    bounds = np.searchsorted(starts, lists.bounds)
    return Summaries(Lists(lists.length, lists.grams, bounds, document[starts]), symbol(first, counts, zones))


def symbol(first: Places, counts: Places, zones: Places) -> Symbols:
    """The symbols of matches that first stand at `first` and occur `counts` times."""
    zone = _zone_of(zones)[first]
    early = np.searchsorted(EARLY, first - zones.astype(first.dtype)[zone], side="right").astype(np.uint8)
    seldom = 3 - np.searchsorted(OFTEN, counts, side="right").astype(np.uint8)
    return np.asarray(CLASSES, dtype=np.uint8)[zone] * 16 + early * 4 + seldom


def _zone_of(zones: Places) -> Symbols:
    """The zone of every position within a document."""
    return np.repeat(np.arange(zones.size - 1, dtype=np.uint8), np.diff(zones))


def score(value: int) -> int:
    """What a symbol adds to a document's score; scores of several terms are added up."""
    return WEIGHTS[value >> 4] * 4096 + 15 - (value & 15)
