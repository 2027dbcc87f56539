"""What is wrong with content: which portals it concerns, and how a browser shows it over their last good pages."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

from generator.catalog import Catalog, SourceKey
from generator.diagnostics import Diagnostic

K = TypeVar("K", bound=str | SourceKey)
V = TypeVar("V")

EDITOR = "vscode://file{path}:{line}:{column}"
"""The address that opens a file in an editor; the variable `PORTAL_EDITOR` names another, empty for none."""

_OF_ALL = ("contest", "sectors", "topic_links", "on")
"""What is no mapping of records of branches."""

ALL = None
"""What a mistake outside the folders of branches concerns."""


def concerned(found: Diagnostic) -> str | None:
    """The branch in whose files a problem is, or `ALL`."""
    top, _, rest = found.at.path.partition("/")
    branch, below, _ = rest.partition("/")
    return branch if top in ("content", "branches") and below else ALL


def shown(root: Path, found: Diagnostic) -> dict[str, str]:
    """A problem for the browser: its place, what is wrong, what to do, what opens the file in an editor."""
    at = found.at
    editor = os.environ.get("PORTAL_EDITOR", EDITOR)
    opened = editor.format(path=quote(str(root / at.path)), line=at.line, column=at.column)
    return {"place": str(at), "message": found.message, "hint": found.hint, "editor": opened}


def without(catalog: Catalog, broken: Collection[str], good: Catalog | None) -> Catalog:
    """A catalog whose `broken` branches are as they were when they were good; without those that never were."""

    def mixed(now: Mapping[K, V], then: Mapping[K, V]) -> dict[K, V]:
        kept = [(key, value) for key, value in then.items() if _branch(key) in broken]
        new = [(key, value) for key, value in now.items() if _branch(key) not in broken]
        return dict(sorted([*kept, *new], key=lambda item: _branch(item[0])))

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


def told(found: Iterable[Diagnostic], branch: str | None) -> list[Diagnostic]:
    """Those problems that concern a branch, or the hub."""
    return [each for each in found if concerned(each) in (branch, ALL)]
