"""Numbers of awards and sums of prizes, compared with those that are read in the notice: swapped ones differ, too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.content.documents import KeyPath
from generator.intake.notices.fact import Fact, Gap, Path, mapped
from generator.intake.notices.gathering import Gathered

Amounts = dict[tuple[str, str, int | str], Any]
"""What is counted (`count`, `cny`), of which award, for the track of that number or over what."""


def read(gathered: Gathered) -> Amounts:
    """The amounts that are read in the notice without a doubt."""
    slugs = [sheet.slug for sheet in gathered.tracks]
    found: Amounts = {}
    for _, keys, value in written(mapped(gathered.files.get("awards.yml", {}), _plain), slugs):
        found.update((key, value) for key in keys)
    return found


def written(scheme: Mapping[str, Any], slugs: Sequence[str]) -> Iterator[tuple[KeyPath, list[tuple[Any, ...]], Any]]:
    """The amounts of `awards.yml`: where each stands, what it is of, and itself."""
    for place, quota in enumerate(scheme.get("quotas") or ()):
        over: list[int | str] = [quota.get("scope")]
        if over == ["track"]:
            over = [slugs.index(slug) + 1 for slug in quota.get("tracks") or slugs if slug in slugs]
        if quota.get("count") is not None and over != [None]:
            yield ("quotas", place, "count"), [("count", quota["level"], each) for each in over], quota["count"]
    for place, prize in enumerate(scheme.get("prizes") or ()):
        if prize.get("cny") is not None:
            yield ("prizes", place, "cny"), [("cny", prize["level"], "")], prize["cny"]


def _plain(_: Path, leaf: Fact | Gap) -> Any:
    """A fact as its value; what is doubted or missing is None."""
    return leaf.value if isinstance(leaf, Fact) and not leaf.doubt else None
