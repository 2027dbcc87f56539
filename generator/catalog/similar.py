"""Cases that readers of one may want to see next."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from generator.model import WinningCase


class CasesByTag:
    """Some cases in their order, found by the tags that they share; every pair need not be compared."""

    def __init__(self, cases: Sequence[WinningCase]) -> None:
        self._cases = cases
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for place, case in enumerate(cases):
            for tag in set(case.tags):
                self._places[tag].append(place)

    def like(self, case: WinningCase) -> Iterator[WinningCase]:
        """All of them: those that share most tags with `case` first, then as they stand."""
        shared = Counter(chain.from_iterable(self._places.get(tag, ()) for tag in set(case.tags)))
        alike = sorted(shared, key=lambda place: (-shared[place], place))
        others = (place for place in range(len(self._cases)) if place not in shared)
        return (self._cases[place] for place in chain(alike, others))
