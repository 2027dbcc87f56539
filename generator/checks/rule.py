"""What a rule is, and what several rules go through."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from generator.catalog import Catalog, Kind
from generator.content.documents import Document
from generator.content.hints import by_id_or_name
from generator.diagnostics import Diagnostic, Span
from generator.model import EditionId, FreePage, Notice, WinningCase
from generator.text.scan import span

Findings = Iterator[Diagnostic]
"""The problems that a rule finds."""

Rule = Callable[[Catalog], Findings]
"""A rule over the records alone."""

FileRule = Callable[[Catalog, Path], Findings]
"""A rule that also looks at files beside the records; the path is the project's root."""


def new_documents(catalog: Catalog) -> Iterator[tuple[Kind, Document]]:
    """The files that a rule about each alone has not yet been applied to, with the kinds of their records."""
    yield from ((kind, document) for (kind, _), document in catalog.sources.items() if not document.sound)


def written(catalog: Catalog) -> Iterator[tuple[Callable[[int], Span], str]]:
    """Every Markdown text that is new, with what tells the place of an offset in it."""
    for _, document in new_documents(catalog):
        yield partial(span, document), document.body
    for _, at, text in catalog.essays():
        yield (lambda _, at=at: at), text  # type: ignore[misc]


def published(catalog: Catalog) -> Iterator[tuple[Kind, WinningCase | Notice | FreePage]]:
    """Every record that has terms of publication, with its kind."""
    yield from (("case", case) for case in catalog.cases.values())
    yield from (("notice", notice) for notice in catalog.notices.values())
    yield from (("page", page) for page in catalog.pages.values())


def names(root: Path, folder: str) -> list[str]:
    """The names of the files in a folder below the root, in order; none when there is no such folder."""
    try:
        return sorted(os.listdir(f"{root}/{folder}"))  # noqa: PTH208 (thousands of folders: a `Path` costs more)
    except OSError:
        return []


def any_broken(catalog: Catalog, kind: Kind, edition: EditionId) -> bool:
    """Whether some file of that kind in the edition could not be decoded, so that counting tells nothing."""
    prefix = f"{edition}/"
    return any(
        found == kind and key.startswith(prefix) and catalog.is_broken(kind, key) for found, key in catalog.sources
    )


def track_hint(catalog: Catalog, edition: EditionId, typed: str) -> str:
    """What to write for a track of an edition."""
    offered = {record.slug: record.name for record in catalog.tracks_of(edition)}
    return by_id_or_name(typed.removesuffix("赛道"), offered) or f"content/{edition}/tracks/ 里还没有赛道文件"
