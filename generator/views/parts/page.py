"""What every page is made of: links, the shell around a page, the kind that says how to make it, and its plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from markupsafe import Markup

from generator.catalog import Catalog, Kind, addresses
from generator.catalog.addresses import Address
from generator.catalog.books import Shelf
from generator.catalog.relations import RelatedTopic, TopicKey, relations
from generator.media.attachments import AttachedFile
from generator.media.cards import Card
from generator.media.pictures import Gallery
from generator.model import EditionId, Words
from generator.text import phrases
from generator.text.prose import PictureView, Prose, Text


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
    overview: Address | None = None
    """The hub over the portals."""


@dataclass(frozen=True, slots=True)
class FooterView:
    """What stands under every page."""

    texts: tuple[str, ...]
    links: tuple[Link, ...]
    lines: tuple[Link, ...] = ()
    """Who is responsible, how to reach them, and numbers with the registers where these are found."""
    marks: tuple[Mark, ...] = ()
    police: Link | None = None
    badge: Address | None = None
    """The badge of the police before their number."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A picture in the footer that vouches for the site, with the page that confirms it."""

    picture: Address
    words: str
    external: str | None


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a page tells programs of itself, and what it looks like among others."""

    names: tuple[tuple[str, str], ...] = ()
    """`<meta name>` with their contents."""
    properties: tuple[tuple[str, str], ...] = ()
    """`<meta property>` with their contents (Open Graph)."""
    spoken: tuple[tuple[str, str], ...] = ()
    """`<meta itemprop>` with their contents."""
    icons: Icons | None = None


@dataclass(frozen=True, slots=True)
class Icons:
    """The icons of a portal, and the manifest that names them."""

    favicon: Address
    touch: Address
    manifest: Address


@dataclass(frozen=True, slots=True)
class Sharing:
    """How a page is passed on: its public address, and that as a QR code."""

    url: str | None
    code: Markup | None


@dataclass(frozen=True, slots=True)
class SearchBox:
    """The search in a page's header: the page of all hits, and where the index begins."""

    page: Address
    manifest: Address
    scope: str
    branches: bool = False
    """Whether it covers several branches, so that hits say theirs."""
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
    accessibility: Address
    elders: Address | None = None
    demo: bool = False
    announced: bool = True
    """Whether there is a notice: else no page may say that it is silent."""
    source: str | None = None
    source_url: str | None = None
    edit_url: str | None = None
    updated: str | None = None
    updated_iso: str | None = None
    canonical: str | None = None
    base: str | None = None
    """Where the links of a page that is shown at any depth start from; None when the site's address is not known."""
    missing: bool = False
    """Whether this is the page for missing addresses, shown at any depth."""
    feed: Address | None = None
    index: bool = True
    json_ld: tuple[str, ...] = ()
    head: PageHead = PageHead()
    sharing: Sharing | None = None
    """How a page that is passed on by itself is passed on."""
    leaving: str | None = None
    """Which links to other sites ask first: `always`, or those to others than `non-government` sites."""


@dataclass(frozen=True)
class Site:
    """What views are made from: the public catalog and a few facts about this build."""

    catalog: Catalog
    prose: Prose
    galleries: Mapping[Address, Gallery] = field(default_factory=dict)
    """The measured pictures of every record that has some, by the folder that its pictures are published in."""
    attachments: Mapping[Address, tuple[AttachedFile, ...]] = field(default_factory=dict)
    """The files that records offer, by the folder that these are published in."""
    history: Mapping[str, date] = field(default_factory=dict)
    site_url: str | None = None
    shelf: Shelf = Shelf()  # noqa: RUF009 - frozen
    hub: bool = True
    """Whether the hub stands beside the portals."""
    lettered: bool = False
    """Whether there is a font to letter pictures with: icons, and with a public address those for sharing."""

    @property
    def words(self) -> Words:
        """How the contest calls things."""
        return self.catalog.contest.words

    def say(self, text: str) -> str:
        """A text of the program in the contest's words."""
        return self.words.say(text)

    @cached_property
    def related_topics(self) -> Mapping[TopicKey, tuple[RelatedTopic, ...]]:
        """The same or renamed topics of other editions."""
        return relations(self.catalog)

    def changed(self, *paths: str) -> date | None:
        """The last day on which any of these content files changed."""
        return max((self.history[path] for path in paths if path in self.history), default=None)

    def text(
        self,
        here: Address,
        edition: EditionId,
        pictures: Mapping[str, PictureView] | None = None,
        charts: Mapping[str, Markup] | None = None,
    ) -> Callable[[str], Markup]:
        """What renders the Markdown of one page, part by part; `charts` are its figures as in `Text`."""
        where = Text(here, edition, pictures or {}, charts or {})
        return lambda source: phrases.unbroken(self.prose.html(source, where))

    def canonical(self, address: Address) -> str | None:
        """The public URL of an address, when the site's own is known."""
        return addresses.canonical(self.site_url, address) if self.site_url else None

    def base(self, address: Address) -> str | None:
        """For a page shown at any depth (`404.html`): the public URL of the folder it stands in."""
        missing = self.site_url and address.endswith("404.html")
        return f"{self.site_url}{address.removesuffix('404.html')}" if missing else None


@dataclass(frozen=True, slots=True)
class PageKind:
    """What all pages of a kind have in common."""

    template: str
    view: Callable[..., Any]
    """Makes the template's view of the site and of what the page is about."""
    shell: Callable[[Site, Plan], Shell]
    section: str = ""
    """The entry of the navigation that is marked as the current one."""
    documents: tuple[Kind, ...] = ()
    """The records of what the page is about that it is made from; readers are told when these last changed."""
    listed: bool = True
    """Whether such pages belong in the site map."""
    card: Callable[..., Card] | None = None
    """Makes what is drawn of such a page where it is shared, of the site and of what the page is about."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A page to be made: where, of which kind, and about what (an edition, a branch, a record; nothing on the hub)."""

    address: Address
    kind: PageKind
    about: tuple[Any, ...] = ()
    edition: EditionId | None = None
    documents: tuple[str, ...] = ()
    """The content files that the page is made from, the main one first."""
    changed: date | None = None
    listed: bool = True

    def card(self, site: Site) -> Card | None:
        """What is drawn of the page where it is shared, if it has a picture of its own."""
        return self.kind.card(site, *self.about) if self.kind.card and site.site_url and site.lettered else None

    def make(self, site: Site) -> tuple[Shell, Any]:
        """The page's shell and view."""
        return self.kind.shell(site, self), self.kind.view(site, *self.about)
