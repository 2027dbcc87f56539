"""What every page is made of: links, the shell around a page, and the plan that says how to make it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from generator.catalog import Catalog, addresses
from generator.catalog.addresses import Address
from generator.catalog.books import Shelf
from generator.catalog.relations import RelatedTopic, TopicKey, relations
from generator.media.pictures import Gallery
from generator.model import EditionId


@dataclass(frozen=True, slots=True)
class Link:
    """A labelled link to an address of the site, or to another site when `external` is set."""

    label: str
    address: Address | None = None
    external: str | None = None
    current: bool = False


@dataclass(frozen=True, slots=True)
class PortalHead:
    """Who speaks: the name and mark of a portal (or of the hub)."""

    name: str
    full_name: str
    mark: str
    home: Address
    assets: Address
    logo: Address | None = None
    colour: str = "#333333"
    hub: bool = False


@dataclass(frozen=True, slots=True)
class FooterView:
    """What stands under every page."""

    organiser: str | None
    lines: tuple[str, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SearchBox:
    """The search in a page's header: the page of all hits, and where the indexes of the portals it covers begin."""

    page: Address
    manifests: tuple[Address, ...]
    scope: str
    root: Address = addresses.ROOT


@dataclass(frozen=True, slots=True)
class Shell:
    """Everything around a page's own content."""

    address: Address
    title: str
    heading: str
    description: str
    portal: PortalHead
    navigation: tuple[Link, ...]
    breadcrumbs: tuple[Link, ...]
    editions: tuple[Link, ...]
    footer: FooterView
    search: SearchBox
    demo: bool = False
    source: str | None = None
    source_url: str | None = None
    edit_url: str | None = None
    updated: str | None = None
    updated_iso: str | None = None
    canonical: str | None = None
    base: str | None = None
    """Where the links of the page for missing addresses start from, since it is shown at any depth."""
    feed: Address | None = None
    index: bool = True
    json_ld: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A page to be made: where, from which template, last changed when, and how to make its shell and view."""

    address: Address
    template: str
    make: Callable[[], tuple[Shell, Any]]
    edition: EditionId | None = None
    changed: date | None = None
    listed: bool = True
    """Whether the page belongs in the site map."""


@dataclass(frozen=True)
class Site:
    """What views are made from: the public catalog and a few facts about this build."""

    catalog: Catalog
    galleries: Callable[[str], Gallery]
    history: Mapping[str, date] = field(default_factory=dict)
    site_url: str | None = None
    shelf: Shelf = Shelf()  # noqa: RUF009 - frozen

    @cached_property
    def related_topics(self) -> Mapping[TopicKey, tuple[RelatedTopic, ...]]:
        """The same or renamed topics of other editions."""
        return relations(self.catalog)

    def changed(self, *paths: str | None) -> date | None:
        """The last day on which any of these content files changed."""
        days = [self.history[path] for path in paths if path and path in self.history]
        return max(days, default=None)

    def canonical(self, address: Address) -> str | None:
        """The public URL of an address, when the site's own is known."""
        return addresses.canonical(self.site_url, address) if self.site_url else None

    def base(self, address: Address) -> str | None:
        """For a page shown at any depth (`404.html`): the public URL of the folder it stands in."""
        missing = self.site_url and address.endswith("404.html")
        return f"{self.site_url}{address.removesuffix('404.html')}" if missing else None
