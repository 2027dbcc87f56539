"""What a portal publishes besides pages: open data of its editions, and its search index."""

from __future__ import annotations

from collections.abc import Iterator

from generator import exports, search
from generator.catalog.addresses import Address
from generator.model import BranchId, WinningCase
from generator.views import Site
from generator.views.parts.blocks import picture


def files(site: Site, branch: BranchId) -> Iterator[tuple[Address, bytes]]:
    """Every data file of a branch's portal."""

    def cover(case: WinningCase) -> Address | None:
        shown = picture(site, case, case.images[0]) if case.images else None
        return shown.sources[0][0] if shown else None

    for edition in site.catalog.editions_of(branch):
        yield from exports.files(site.catalog, edition.id, site.site_url, site.shelf.folios)
    yield from search.files(site.catalog, branch, cover)
