"""Search: the pages that list all hits, and the gallery that also narrows the plain lists of cases.

Hits and their counts are found in the browser; a page says where the search starts and what its lists are called.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.catalog import addresses
from generator.model import Branch, Edition, EditionId
from generator.views.pages.compare import all_branches
from generator.views.parts.page import Link, Site
from generator.views.parts.shell import label

Values = Mapping[str, tuple[str, ...]]
"""Chosen values by facet, as the search index names them."""


@dataclass(frozen=True, slots=True)
class GalleryView:
    """Where a page's gallery starts: facets it never leaves, facets the reader may change, ranks of awards."""

    fixed: Values = field(default_factory=dict)
    preset: Values = field(default_factory=dict)
    awards: Mapping[str, int] = field(default_factory=dict)
    """The rank of each award by its name, 1 the highest; a special award has none."""
    grid: bool = False


@dataclass(frozen=True, slots=True)
class SearchView:
    """A search page: its gallery, and where to look while scripts are off."""

    gallery: GalleryView
    plain: tuple[Link, ...]
    elsewhere: Link | None = None
    """The search over all portals, from that of one."""


def portal(site: Site, branch: Branch) -> SearchView:
    """The search page of a portal."""
    editions = site.catalog.editions_of(branch.key)
    lists = (
        Link(f"{edition.year}年{label(site, name)}", addresses.section(edition.id, name))
        for edition in editions
        for name in ("tracks", "cases")
        if not site.catalog.is_empty(edition.id, name)
    )
    plain = (*lists, Link("网站地图", addresses.branch_page(branch.key, "sitemap")))
    elsewhere = Link(site.say("在各分赛中搜索"), addresses.hub("search")) if site.hub else None
    return SearchView(GalleryView(awards=awards(site, (edition.id for edition in editions))), plain, elsewhere)


def hub(site: Site) -> SearchView:
    """The search page over all portals."""
    branches = all_branches(site)
    maps = (Link(f"{branch.full_name}网站地图", addresses.branch_page(branch.key, "sitemap")) for branch in branches)
    plain = (Link(site.say("全部案例"), addresses.hub("cases")), *maps)
    return SearchView(GalleryView(awards=awards(site, site.catalog.editions)), plain)


def cases(site: Site, edition: Edition, **chosen: str) -> GalleryView:
    """The gallery above an edition's plain list of cases, which may be narrowed to `chosen` values of facets."""
    preset = {"year": (str(edition.year),), **{name: (value,) for name, value in chosen.items() if value}}
    return GalleryView(fixed={"kind": ("case",)}, preset=preset, awards=awards(site, [edition.id]), grid=True)


def all_cases(site: Site) -> GalleryView:
    """The gallery above the cases of all branches."""
    return GalleryView(fixed={"kind": ("case",)}, awards=awards(site, site.catalog.editions), grid=True)


def awards(site: Site, editions: Iterable[EditionId]) -> dict[str, int]:
    """The rank of every award level of these editions by its name; the lowest number where editions differ."""
    ranks: dict[str, int] = {}
    for edition in editions:
        for rank, level in enumerate(site.catalog.scheme(edition).levels, start=1):
            ranks[level] = min(rank, ranks.get(level, rank))
    return ranks
