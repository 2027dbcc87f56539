"""What is drawn of pages where they are shared: the picture of an edition, a track, a case, a notice, the hub."""

from __future__ import annotations

from generator.catalog import addresses
from generator.media.cards import Card
from generator.media.pictures import MeasuredPicture
from generator.model import Branch, Edition, EditionId, Notice, Track, WinningCase
from generator.model.record import marked
from generator.views.parts import wording
from generator.views.parts.page import Site
from generator.views.parts.shell import label, portal_head


def edition(site: Site, about: Edition) -> Card:
    """The card of an edition's home."""
    when = about.registration.text
    return _card(site, about.id, about.name, line=about.theme, below=f"报名：{when}" if when else None)


def track(site: Site, about: Track) -> Card:
    """The card of a track."""
    return _card(
        site, about.edition, site.words.track_name(about.name), line=f"{len(about.topics)}{site.say('个赛题')}"
    )


def notice(site: Site, about: Notice) -> Card:
    """The card of a notice."""
    return _card(site, about.edition, about.title, label(site, "notices"), wording.day(about.date), demo=about.demo)


def case(site: Site, about: WinningCase) -> Card:
    """The card of a case, with its cover."""
    gallery = site.galleries.get(addresses.beside(about, ""), {})
    cover = gallery.get(about.images[0].file) if about.images else None
    return _card(site, about.edition, about.title, about.award, about.holder, cover=cover, demo=about.demo)


def hub(site: Site) -> Card:
    """The card of the hub."""
    contest = site.catalog.contest
    return Card(contest.site.mark, contest.name, contest.site.colours, contest.site.title, None, contest.theme)


def _card(
    site: Site,
    key: EditionId,
    title: str,
    badge: str | None = None,
    line: str | None = None,
    below: str | None = None,
    cover: MeasuredPicture | None = None,
    demo: bool = False,
) -> Card:
    about = site.catalog.editions[key]
    branch: Branch = site.catalog.branches[about.branch]
    last = below or (about.name if title != about.name else None)
    name = marked(portal_head(site, branch, about).name, demo or site.catalog.is_demo(key))
    return Card(branch.mark, name, branch.colours, title, badge, line, last, cover)
