"""Pages for whom others are hard to use: a portal's few main things in large type, and what is done for access."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalog import addresses
from generator.catalog.addresses import Address
from generator.model import Branch, Edition
from generator.model.edition import Contact
from generator.views.parts import today, wording
from generator.views.parts.page import Link, Site
from generator.views.parts.shell import label
from generator.views.parts.today import StandingLine

MORE = ("timeline", "awards", "winners", "notices")


@dataclass(frozen=True, slots=True)
class EldersView:
    """What matters most of a portal's current edition."""

    standing: tuple[StandingLine, ...]
    registration: str | None
    guide: Address
    tracks: tuple[tuple[Link, str], ...]
    """Each track, and how many topics it has."""
    contacts: tuple[Contact, ...]
    more: tuple[Link, ...]


def elders(site: Site, edition: Edition) -> EldersView:
    """The page for elders."""
    tracks = site.catalog.tracks_of(edition.id)
    registration = wording.registration(edition, site.catalog.phases_of(edition.id))
    return EldersView(
        standing=today.standing(site, edition),
        registration=registration if registration != wording.UNSTATED else None,
        guide=addresses.section(edition.id, "guide"),
        tracks=tuple(
            (Link(track.name, addresses.track(track.id)), f"{count}{site.say('个赛题')}" if count else "")
            for track, count in ((track, len(track.topics)) for track in tracks)
        ),
        contacts=edition.contacts,
        more=(
            *(Link(label(site, name), addresses.section(edition.id, name)) for name in MORE),
            Link("回到首页", addresses.branch_home(edition.branch)),
        ),
    )


@dataclass(frozen=True, slots=True)
class AccessibilityView:
    """Whom to tell of what is hard to use, and the page for elders, both where there is a portal."""

    contacts: tuple[Contact, ...]
    elders: Address | None


def accessibility(site: Site, branch: Branch) -> AccessibilityView:
    """A portal's statement."""
    edition = site.catalog.current_edition(branch.key)
    contacts = edition.contacts if edition else ()
    return AccessibilityView(contacts, addresses.branch_page(branch.key, "elders"))


def of_hub(_: Site) -> AccessibilityView:
    """The hub's statement."""
    return AccessibilityView((), None)
