"""All editions side by side: sectors, numbers, timelines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from generator.catalog import addresses
from generator.catalog.addresses import Address
from generator.catalog.relations import sectors_of
from generator.model import Branch, BranchId, Edition, Phase, Sector, Track
from generator.model.moment import day_of
from generator.views.parts import wording
from generator.views.parts.page import Link, Site

COLUMNS = 8
"""So many editions are shown beside each other; more are shown otherwise."""

LABEL_CHARACTER = 1.65
"""Width of one character of a bar's label, in per cent of the axis at its narrowest."""

LABEL_GAP = 1.5


@dataclass(frozen=True, slots=True)
class Column:
    """One edition as a column of a comparison."""

    branch: str
    year: str
    address: Address
    demo: bool


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A sector, and per edition the tracks that map to it with the number of their topics."""

    sector: str
    cells: tuple[tuple[tuple[Link, str], ...], ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of every edition: as text, and as a bar in per cent of the largest; without bars what has none."""

    name: str
    unit: str
    cells: tuple[tuple[str, float | None], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A phase on the year's axis: left edge and width in per cent of the year, and the lane it lies in."""

    name: str
    text: str
    kind: str
    left: float
    width: float
    lane: int
    approximate: bool
    before: bool
    """Whether its label stands before it, since there is no room after it."""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One edition's phases on the axis of its year."""

    column: Column
    bars: tuple[Bar, ...]
    lanes: int
    timeline: Address


@dataclass(frozen=True, slots=True)
class CompareView:
    """Sectors × editions, numbers side by side, timelines on one axis."""

    columns: tuple[Column, ...]
    matrix: tuple[MatrixRow, ...]
    measures: tuple[Measure, ...]
    timelines: tuple[tuple[str, tuple[TimelineRow, ...]], ...]
    months: tuple[str, ...]
    gaps: tuple[str, ...]
    """Years whose branches have no national edition to be compared with."""

    @property
    def crowded(self) -> bool:
        """Whether on a phone, too, the editions are columns: below each other they would take forty screens."""
        return len(self.columns) > COLUMNS


def all_branches(site: Site, demo: bool = False) -> list[Branch]:
    """The national contest first, then branches by id; fabricated ones last, only when asked for or all there is."""
    listed = [branch for branch in site.catalog.branches.values() if site.catalog.editions_of(branch.key)]
    shown = listed if demo else [branch for branch in listed if not branch.demo] or listed
    return sorted(shown, key=lambda branch: (branch.demo, branch.kind != "national", branch.id))


def searched(site: Site) -> BranchId | None:
    """The only portal, whose index the hub then searches; None when the hub has an index of its own."""
    branches = all_branches(site)
    return branches[0].key if len(branches) == 1 else None


def all_editions(site: Site) -> list[Edition]:
    """All editions, branch by branch, the newest first; fabricated ones only when there is nothing else."""
    listed = [edition for branch in all_branches(site) for edition in site.catalog.editions_of(branch.key)]
    return [edition for edition in listed if not site.catalog.is_demo(edition.id)] or listed


def compare(site: Site) -> CompareView:
    """All editions side by side."""
    listed = all_editions(site)
    sectors = site.catalog.sectors.values()
    rows = (MatrixRow(sector.name, tuple(_cell(site, edition, sector) for edition in listed)) for sector in sectors)
    return CompareView(
        columns=tuple(column(site, edition) for edition in listed),
        matrix=tuple(row for row in rows if any(row.cells)),
        measures=tuple(_as_far_as_known(site, listed, measure) for measure in _measures(site, listed)),
        timelines=_timelines(site, listed),
        months=tuple(f"{month}月" for month in range(1, 13)),
        gaps=_gaps(site, listed),
    )


def _gaps(site: Site, listed: list[Edition]) -> tuple[str, ...]:
    """Where the national contest is there at all; fabricated branches need none."""
    real = [edition for edition in listed if not site.catalog.is_demo(edition.id)]
    told = {edition.year for edition in real if site.catalog.is_national(edition)}
    years = sorted({edition.year for edition in real} - told, reverse=True) if told else []
    return tuple(
        f"{year}{site.say('年全国大赛的通知尚未收录，各分赛只能与其他年份的全国大赛并列。')}" for year in years
    )


def column(site: Site, edition: Edition) -> Column:
    """An edition as a column."""
    branch = site.catalog.branches[edition.branch]
    return Column(branch.name, str(edition.year), addresses.edition_home(edition.id), site.catalog.is_demo(edition.id))


def _cell(site: Site, edition: Edition, sector: Sector) -> tuple[tuple[Link, str], ...]:
    found = (track for track in site.catalog.tracks_of(edition.id) if sector.id in track.sectors)
    return tuple((Link(track.name, addresses.track(track.id)), _topics_of(site, track, sector)) for track in found)


def _topics_of(site: Site, track: Track, sector: Sector) -> str:
    """How many topics a track has in a sector; empty where a track of several sectors does not divide its topics."""
    placed = [sectors_of(site.catalog, track, topic) for topic in track.topics]
    undivided = len(track.sectors) > 1 and all(found == {*track.sectors} for found in placed)
    count = sum(sector.key in found for found in placed)
    return str(count) if count and not undivided else ""


def _measures(site: Site, listed: list[Edition]) -> tuple[Measure, ...]:
    catalog, lacking = site.catalog, "尚未收录"

    def topics(edition: Edition) -> int:
        return sum(len(track.topics) for track in catalog.tracks_of(edition.id))

    def best(edition: Edition) -> int | None:
        return max((prize.cny for prize in catalog.awards[edition.id].prizes if prize.cny), default=None)

    def share(edition: Edition) -> float | None:
        least = edition.finals.sme_min_share
        return None if least is None else round(least * 100, 1)

    def in_principle(edition: Edition) -> str:
        return "原则上" if catalog.awards[edition.id].in_principle else ""

    def at_most(edition: Edition) -> str:
        return site.say(wording.finals_limit(edition.finals))

    def publicity(edition: Edition) -> str:
        return wording.publicity(edition.publicity, catalog.phases_of(edition.id))

    measure = partial(_measure, site, listed)
    return (
        *measure("赛道", "个", lambda edition: len(catalog.tracks_of(edition.id)) or None, lacking),
        *measure("赛题", "个", lambda edition: topics(edition) or None, lacking),
        *measure("奖项总数", "个", lambda edition: catalog.awards[edition.id].total, limit=in_principle),
        *measure("最高奖金", "元", best),
        *measure("推荐总决赛名额", "个", lambda edition: edition.finals.quota, limit=at_most),
        *measure("中小企业最低比例", "%", share),
        *measure("公布案例", "个", lambda edition: len(catalog.cases_of(edition.id)) or None, lacking),
        Measure("公示期", "", tuple((publicity(edition), None) for edition in listed)),
    )


def _as_far_as_known(site: Site, listed: list[Edition], measure: Measure) -> Measure:
    """A measure as it is told of editions with a notice, and of those without one."""
    announced = (site.catalog.is_announced(edition.id) for edition in listed)
    cells = zip(measure.cells, announced, strict=True)
    return replace(measure, cells=tuple((wording.as_announced(text, told), width) for (text, width), told in cells))


def _measure(
    site: Site,
    listed: list[Edition],
    name: str,
    unit: str,
    number: Callable[[Edition], float | None],
    lacking: str = wording.UNSTATED,
    limit: Callable[[Edition], str] = lambda _: "",
) -> Iterator[Measure]:
    """A number of all editions, before each of which stands what limits it; none where no edition has it."""
    values = [number(edition) for edition in listed]
    known = {value for value in values if value}
    largest = max(known) if len(known) > 1 else 0
    texts = [lacking if value is None else wording.number(value) for value in values]
    widths = [round(100 * value / largest, 2) if largest and value is not None else None for value in values]
    cells = zip((f"{limit(edition)}{text}" for edition, text in zip(listed, texts, strict=True)), widths, strict=True)
    if any(value is not None for value in values):
        yield Measure(site.say(name), unit, tuple(cells))


def _timelines(site: Site, listed: list[Edition]) -> tuple[tuple[str, tuple[TimelineRow, ...]], ...]:
    years = sorted({edition.year for edition in listed}, reverse=True)
    return tuple(
        (f"{year}年", tuple(_timeline(site, edition) for edition in listed if edition.year == year)) for year in years
    )


def _timeline(site: Site, edition: Edition) -> TimelineRow:
    bars: list[Bar] = []
    ends: list[float] = []
    for phase in site.catalog.phases_of(edition.id):
        extent = _extent(phase, edition.year)
        if extent is None:
            continue
        left, width = extent
        text = wording.when(phase)
        label = LABEL_GAP + LABEL_CHARACTER * (len(phase.name) + len(text) * 0.75)
        before = left + width + label > 100
        lane = next((lane for lane, end in enumerate(ends) if end <= left - label * before), len(ends))
        ends[lane : lane + 1] = [left + width + (0 if before else label)]
        vague = phase.is_vague or phase.start is None or phase.end is None
        bars.append(Bar(phase.name, text, str(phase.kind), left, width, lane, vague, before))
    return TimelineRow(column(site, edition), tuple(bars), len(ends), addresses.section(edition.id, "timeline"))


def _extent(phase: Phase, year: int) -> tuple[float, float] | None:
    """Left edge and width of a phase on the axis; an open phase is shown at the day that is known."""
    first, last = phase.start or phase.end, phase.end or phase.start
    if first is None or last is None:
        return None
    first, last = day_of(first), day_of(last)
    begin, length = date(year, 1, 1), 365
    left = max(0, (first - begin).days)
    right = min(length, (last - begin).days + 1)
    return (round(100 * left / length, 2), round(100 * (right - left) / length, 2)) if right > left else None
