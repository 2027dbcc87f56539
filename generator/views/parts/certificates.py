"""The certificates of an edition: who gets one for which award, and under which number."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Edition, WinningCase
from generator.model.entry import Entry, ListKind
from generator.views.parts.page import Site


@dataclass(frozen=True, slots=True)
class Awarded:
    """One award of one entry. `level` is its place among the edition's awards, `track` the track's name."""

    number: str
    award: str
    level: int
    track: str
    entry: Entry


def persons(site: Site, entry: Entry | WinningCase) -> tuple[tuple[str, str], ...]:
    """Roles and names of those who stand beside the holder, where the contest publishes names."""
    named = (("参赛者", "、".join(entry.people)), ("指导教师", "、".join(entry.mentors)))
    return tuple((site.say(role), names) for role, names in named if names not in ("", entry.holder))


def awarded(site: Site, edition: Edition) -> tuple[Awarded, ...]:
    """All certificates by award, track and number of the entry."""
    winners = site.catalog.entries_in(edition.id, ListKind.WINNERS)
    tracks = {slug: place for place, slug in enumerate(site.catalog.track_slugs(edition.id))}
    found = (each for entry in winners for each in of(site, edition, entry))
    return tuple(sorted(found, key=lambda each: (each.level, tracks[each.entry.track], each.entry.number)))


def of(site: Site, edition: Edition, entry: Entry) -> tuple[Awarded, ...]:
    """The certificates of one entry, one for every award; none once it has left its list."""
    left = entry.number in site.catalog.kept(edition.id).ended()
    return () if left else tuple(_awarded(site, edition, entry, award) for award in entry.awards)


def _awarded(site: Site, edition: Edition, entry: Entry, award: str) -> Awarded:
    catalog = site.catalog
    track, level = catalog.track(edition.id, entry.track), catalog.award_rank(edition.id, award)
    number = catalog.handbook(edition.id).certificate.number.format(
        year=edition.year,
        branch=edition.branch,
        level=level,
        track=track.number if track else 0,
        entry=entry.number.upper(),
    )
    return Awarded(number, award, level, track.name if track else entry.track, entry)
