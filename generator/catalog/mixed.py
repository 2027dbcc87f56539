"""A catalog in which some branches are as they were at another time."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from generator.catalog.catalog import Catalog
from generator.catalog.records import SourceKey

K = TypeVar("K", bound=str | SourceKey)
V = TypeVar("V")

_OF_ALL = ("contest", "sectors", "topic_links", "search_words", "on")
"""What is no mapping of records of branches."""


def without(catalog: Catalog, broken: Collection[str], good: Catalog | None = None) -> Catalog:
    """A catalog whose `broken` branches are as they were when they were good; without those that never were."""

    def mixed(now: Mapping[K, V], then: Mapping[K, V]) -> dict[K, V]:
        kept = [(key, value) for key, value in then.items() if _branch(key) in broken]
        new = [(key, value) for key, value in now.items() if _branch(key) not in broken]
        return dict(sorted([*kept, *new], key=lambda item: _branch(item[0])))

    if not broken:
        return catalog
    then = good or Catalog(catalog.contest)
    names = (each.name for each in fields(Catalog) if each.name not in _OF_ALL)
    by_branch: dict[str, Any] = {name: mixed(getattr(catalog, name), getattr(then, name)) for name in names}
    return replace(
        catalog,
        **by_branch,
        # It names topics, which may be missing with their branch.
        topic_links=catalog.topic_links if then.branches.keys() >= set(broken) else None,
    )


def _branch(key: str | SourceKey) -> str:
    """The branch of a record's id, or of its source."""
    return (key if isinstance(key, str) else key[1]).partition("/")[0]
