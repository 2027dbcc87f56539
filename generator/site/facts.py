"""One build's `Site`: the public catalog with its pictures, its history and its public address."""

from __future__ import annotations

from pathlib import Path

from generator.catalog import Catalog, history
from generator.catalog.books import Shelf
from generator.media.pictures import gallery
from generator.text.prose import Prose
from generator.views import Site


def site(root: Path, catalog: Catalog, site_url: str | None, shelf: Shelf | None = None) -> Site:
    """What views are made from. `catalog` holds what is public; pictures are measured here, and here only."""
    documents = ((case.id, catalog.source("case", case.id)) for case in catalog.cases.values() if case.images)
    galleries = {key: gallery((root / document.path).parent) for key, document in documents if document}
    return Site(catalog, Prose(catalog), galleries, history.last_changes(root), site_url or None, shelf or Shelf())
