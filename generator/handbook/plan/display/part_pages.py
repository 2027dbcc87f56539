"""The parts of a book of cases, by track or by sector, and their title pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from markupsafe import Markup

from generator.catalog.relations import sectors_of
from generator.handbook.book import Tab
from generator.handbook.chinese.count_lines import lines, plain
from generator.handbook.page import sizes
from generator.handbook.page.sizes import HALF, LINE, SMALL_LINE
from generator.handbook.page.trim import POINTS
from generator.handbook.plan.maker import UnitMaker
from generator.media.palette import Scheme
from generator.model import WinningCase
from generator.text.numerals import chinese
from generator.views.parts import wording
from generator.views.parts.blocks import Figure

PATTERN = 0.3
"""The share of a page's height that a part's pattern takes."""

_GENEROUS = LINE + SMALL_LINE + 2 * sizes.LISTED_GAP + sizes.LISTED_RULE
_COMPACT = LINE + 2 * sizes.COMPACT_GAP
"""Points of a case in the list on a part's title page: with its unit, or by its title alone."""

_BESIDE = 8
"""Characters of a line that the award beside a title takes, and ends between phrases."""

_OTHERS = "其他领域"


@dataclass(frozen=True, slots=True)
class CaseGroup:
    """Cases that belong together: by whom they are told of, what counts them, where they are introduced."""

    id: str
    name: str
    head: str
    """What stands over its left pages."""

    cases: tuple[WinningCase, ...]
    figures: tuple[Figure, ...]
    introduction: str = ""
    units: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """How a part looks: its place among all, its colours, the tab of its pages."""

    place: int
    scheme: Scheme
    tab: Tab

    @property
    def style(self) -> str:
        """Its colours as the style sheet's custom properties."""
        named = {"primary": self.scheme.primary, "soft": self.scheme.soft, "rule": self.scheme.line}
        return "".join(f"--{name}:{value};" for name, value in {**named, "banner": self.scheme.primary}.items())


@dataclass(frozen=True, slots=True)
class PartCase:
    """A case in the list on a part's title page."""

    anchor: str
    title: str
    award: str
    unit: str


@dataclass(frozen=True, slots=True)
class PartView:
    """The title of a part."""

    part: CaseGroup
    number: str
    numeral: int
    style: str
    pattern: Markup
    introduction: Markup
    listed: tuple[PartCase, ...]
    compact: bool
    more: int
    """Cases that are not listed for want of room."""

    demo: bool


def by_track(maker: UnitMaker) -> Iterator[CaseGroup]:
    """An edition's cases by track."""
    catalog = maker.site.catalog
    for track in catalog.tracks_of(maker.edition.id):
        cases = catalog.cases_in(track.id)
        counts = ((level, sum(case.award == level for case in cases)) for level in catalog.award_levels(track.edition))
        figures = ((maker.say("获奖案例"), len(cases)), *counts, (maker.say("赛题"), len(track.topics)))
        if cases:
            yield CaseGroup(
                id=track.slug,
                name=track.name,
                head=maker.site.words.track_name(track.name),
                cases=tuple(cases),
                figures=tuple(Figure(label, wording.number(count)) for label, count in figures if count),
                introduction=track.introduction,
                units=track.guiding_units,
                source=maker.source("track", track.id),
            )


def by_sector(maker: UnitMaker, cases: Iterable[WinningCase]) -> Iterator[CaseGroup]:
    """Cases of several contests by sector, in the order in which they are given."""
    found: dict[str, list[WinningCase]] = {}
    for case in cases:
        found.setdefault(_sector(maker, case), []).append(case)
    names = {key: sector.name for key, sector in maker.site.catalog.sectors.items()} | {"": _OTHERS}
    for key, name in names.items():
        if chosen := found.get(str(key)):
            origins = {case.edition for case in chosen}
            figures = (("案例", len(chosen)), ("来自赛事", len(origins)))
            yield CaseGroup(
                id=str(key) or "others",
                name=name,
                head=name,
                cases=tuple(chosen),
                figures=tuple(Figure(maker.say(label), wording.number(count)) for label, count in figures),
            )


def _sector(maker: UnitMaker, case: WinningCase) -> str:
    """The first of a case's sectors; empty when none is known."""
    catalog = maker.site.catalog
    track, topic = catalog.tracks[case.track_id], catalog.topic_of(case)
    sectors = sectors_of(catalog, track, topic) if topic else frozenset(track.sectors)
    return next((str(key) for key in catalog.sectors if key in sectors), "")


def title(maker: UnitMaker, part: CaseGroup, look: Look, listed: Iterable[PartCase], *, demo: bool) -> PartView:
    """A part's title page, with as many of its cases as there is room for."""
    every = tuple(listed)
    room = _room(maker, part)
    more = [LINE * (lines(each.title, maker.page.characters - _BESIDE) - 1) for each in every]
    compact = len(every) * _GENEROUS + sum(more) > room
    ends = accumulate(_COMPACT + each for each in more)
    shown = sum(end <= room - LINE for end in ends) if compact else len(every)
    return PartView(
        part=part,
        number=f"第{chinese(look.place + 1)}部分",
        numeral=look.place + 1,
        style=look.style,
        pattern=maker.artwork(PATTERN, f"{maker.branch.id}/{part.id}", look.scheme),
        introduction=maker.prose(part.introduction),
        listed=every[:shown],
        compact=compact,
        more=len(every) - shown,
        demo=demo,
    )


def _room(maker: UnitMaker, part: CaseGroup) -> float:
    """Points that a part's title page has for the list of its cases."""
    page = maker.page
    above = 2 * LINE + 4 * LINE  # the figures, and what is empty above the list
    if part.introduction:
        above += LINE + LINE * lines(plain(part.introduction), page.characters)
    if part.units:
        above += HALF + LINE * lines("、".join(part.units), page.measure / sizes.NOTE - 5)
    return 0.51 * page.height - above - 18 * POINTS
