"""The search index of a portal or the hub: static files that the visitor's browser reads, docs/search-format.md."""

from __future__ import annotations

from generator.catalog import Catalog
from generator.machine import digests
from generator.model import BranchId
from generator.search.entries import Cover, Draft, gather
from generator.search.index import Index, Portal

__all__ = ["Index", "Portal", "drafts"]


def drafts(catalog: Catalog, branch: BranchId, cover: Cover, known: digests.Known | None = None) -> list[Draft]:
    """Everything of a branch's portal that can be found; in `known` digests of records are kept."""
    return [draft for edition in catalog.editions_of(branch) for draft in gather(catalog, edition, cover, known)]
