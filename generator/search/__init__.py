"""The search index of a portal or the hub: static files that the visitor's browser reads, docs/search-format.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.catalog import Catalog
from generator.machine import digests
from generator.model import BranchId, WinningCase
from generator.search.entries import Cover, Draft, SearchEntry, gather
from generator.search.index import FREQUENT, Index, Portal

__all__ = ["Index", "Portal", "drafts", "index", "no_cover"]


def no_cover(_: WinningCase) -> None:
    """Cards without pictures."""


def drafts(
    catalog: Catalog, branch: BranchId, cover: Cover = no_cover, known: digests.Known | None = None
) -> list[Draft]:
    """Everything of a branch's portal that can be found; in `known` digests of records are kept."""
    return [draft for edition in catalog.editions_of(branch) for draft in gather(catalog, edition, cover, known)]


def index(
    found: Sequence[SearchEntry], branch: str, name: str, frequent: int = FREQUENT
) -> Iterator[tuple[str, bytes]]:
    """The index of some documents by paths within the index's folder."""
    made = Index([Portal(list(map(Draft.of, found)))], branch, name, most=frequent)
    for path in made.paths():
        made.expect(path)
    return ((path, made.file(path)) for path in made.paths())
