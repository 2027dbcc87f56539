"""One build's `Site`: the public catalog with its pictures, its history and its public address."""

from __future__ import annotations

import functools
from pathlib import Path

from generator.catalog import Catalog, history
from generator.catalog.books import Shelf
from generator.media.pictures import Gallery, gallery
from generator.views import Site


def site(root: Path, catalog: Catalog, site_url: str | None, shelf: Shelf | None = None) -> Site:
    """What views are made from. `catalog` holds what is public; folders of pictures are measured once each."""

    @functools.cache
    def galleries(folder: str) -> Gallery:
        return gallery(root / folder)

    return Site(catalog, galleries, history.last_changes(root), site_url or None, shelf or Shelf())
