"""What was found in a notice: values with their places, and doubts about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.intake.manuscripts import PrintedPlace


@dataclass(frozen=True)
class Fact:
    """A value as content has it; `doubt` says in Chinese why somebody must look at it, empty for no reason to."""

    value: Any
    place: PrintedPlace | None = None
    doubt: str = ""


@dataclass(frozen=True)
class Gap:
    """What content may hold and the notice does not tell, or tells in words that may not be copied."""

    what: str
    excerpt: str = ""
    place: PrintedPlace | None = None


Tree = dict[str, Any] | list[Any] | Fact | Gap
"""Mappings and lists whose leaves are facts and gaps."""
Path = tuple[str | int, ...]


def leaves(tree: Tree, path: Path = ()) -> Iterator[tuple[Path, Fact | Gap]]:
    """Every fact and gap with the keys that lead to it."""
    if isinstance(tree, Fact | Gap):
        yield path, tree
    else:
        for key, inner in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield from leaves(inner, (*path, key))


def mapped(tree: Tree, change: Callable[[Path, Fact | Gap], Any], path: Path = ()) -> Any:
    """The tree with what `change` makes of each fact and gap, given the keys that lead to it."""
    if isinstance(tree, Fact | Gap):
        return change(path, tree)
    if isinstance(tree, Mapping):
        return {key: mapped(inner, change, (*path, key)) for key, inner in tree.items()}
    return [mapped(inner, change, (*path, key)) for key, inner in enumerate(tree)]


def value_of(record: Any, key: str) -> Any:
    """What a record has for a key, None where that is no fact."""
    return fact.value if isinstance(fact := record.get(key), Fact) else None
