"""The contest before its cases: in numbers, by field and region, its timeline, its judging, its organisers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.handbook.page.type_area import TypeArea
from generator.handbook.plan.display.honours import Laureate
from generator.handbook.plan.maker import UnitMaker
from generator.views.pages import judging, numbers
from generator.views.pages.judging import JudgingView
from generator.views.parts import blocks, wording
from generator.views.parts.blocks import Figure, PhaseView

_NAMES = 96.0
"""Points of the column with the names of fields, and with the sums."""
_SUM = 26.0
_NARROWEST = 15.0
"""Points of a region's column."""

_FEW = 3
"""Awards of one level in a cell that are shown one by one; more are counted."""

_OTHERS = "其他"
_BARS = 14
"""Regions that have a bar of their own."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Awards of one level in a cell of the matrix: the level's sign, its rank, how many."""

    sign: str
    rank: int
    count: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Fields down, regions across, awards in the cells; the width of a region's column in points."""

    columns: tuple[str, ...]
    width: float
    rows: tuple[tuple[str, tuple[tuple[Hit, ...], ...], int], ...]
    sums: tuple[int, ...]
    total: int
    legend: tuple[tuple[Hit, str], ...]


@dataclass(frozen=True, slots=True)
class RegionBar:
    """A region with its awards by rank, each as a share of the longest bar in per cent."""

    name: str
    count: int
    shares: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class OverviewView:
    """What the opening spreads tell."""

    names: float
    """Points of the matrix's column of names."""
    matrix: Matrix | None
    regions: tuple[RegionBar, ...]
    phases: tuple[PhaseView, ...]
    judging: JudgingView
    organisers: tuple[tuple[str, tuple[str, ...]], ...]
    """The bodies by role."""

    @property
    def judged(self) -> bool:
        """Whether there is anything to draw of the judging; indicators without points are the guide's."""
        judging = self.judging
        return bool(judging.stages or judging.panels or any(rubric.shares for rubric in judging.rubrics))


def in_numbers(maker: UnitMaker, found: Sequence[Laureate]) -> tuple[Figure, ...]:
    """The largest numbers of the contest: what was handed in, what came of it."""
    site, edition = maker.site, maker.edition
    tracks = site.catalog.tracks_of(edition.id)
    counted = (
        ("赛道", len(tracks)),
        ("赛题", sum(len(track.topics) for track in tracks)),
        ("获奖地区", len({each.region for each in found if each.region})),
    )
    told = numbers.statistics(site, edition).figures
    figures = (*told, *(Figure(maker.say(label), wording.number(count), "个") for label, count in counted if count))
    return figures[: len(figures) // 2 * 2][:8]


def overview(maker: UnitMaker, found: Sequence[Laureate]) -> OverviewView:
    """The spreads that follow."""
    site, edition = maker.site, maker.edition
    levels = site.catalog.scheme(edition.id).levels
    return OverviewView(
        names=_NAMES,
        matrix=matrix(found, levels, [track.name for track in site.catalog.tracks_of(edition.id)], maker.page),
        regions=_bars(found, levels),
        phases=blocks.phases(site, edition),
        judging=judging.judging(site, edition),
        organisers=edition.organisers.roles(),
    )


# The matrix


def matrix(found: Sequence[Laureate], levels: Sequence[str], fields: Sequence[str], page: TypeArea) -> Matrix | None:
    """The winners by field and region; None when there are no regions to set apart."""
    columns = _regions(found, int((page.measure - _NAMES - _SUM) / _NARROWEST))
    if not columns:
        return None
    signs = _signs(levels)
    rows = []
    for field in fields:
        own = [each for each in found if each.track == field]
        if own:
            cells = tuple(_cell([each for each in own if _column(each, columns) == name], signs) for name in columns)
            rows.append((field, cells, len(own)))
    sums = Counter(_column(each, columns) for each in found)
    legend = tuple((Hit(sign, rank, 1), level) for level, (sign, rank) in signs.items())
    width = (page.measure - _NAMES - _SUM) / len(columns)
    return Matrix(tuple(columns), width, tuple(rows), tuple(sums[name] for name in columns), len(found), legend)


def _regions(found: Sequence[Laureate], most: int) -> list[str]:
    """The commonest regions, and what stands for the others, `most` together; none when there is but one."""
    regions = Counter(each.region for each in found if each.region)
    if len(regions) < 2:
        return []
    shown = [name for name, _ in regions.most_common(most if len(regions) <= most else most - 1)]
    return shown if all(each.region in shown for each in found) else [*shown, _OTHERS]


def _column(each: Laureate, columns: Sequence[str]) -> str:
    return each.region if each.region in columns and each.region else _OTHERS


def _signs(levels: Sequence[str]) -> dict[str, tuple[str, int]]:
    """A sign for every level: its first character, or its number where several begin alike."""
    firsts = [level[0] for level in levels]
    alike = len(set(firsts)) < len(firsts)
    return {level: (str(rank) if alike else level[0], rank) for rank, level in enumerate(levels, start=1)}


def _cell(own: Sequence[Laureate], signs: dict[str, tuple[str, int]]) -> tuple[Hit, ...]:
    hits: list[Hit] = []
    for level, (sign, rank) in signs.items():
        count = sum(level in each.awards for each in own)
        hits += [Hit(sign, rank, 1)] * count if count <= _FEW else [Hit(sign, rank, count)]
    return tuple(hits)


def _bars(found: Sequence[Laureate], levels: Sequence[str]) -> tuple[RegionBar, ...]:
    regions = Counter(each.region for each in found if each.region)
    if len(regions) < 2:
        return ()
    longest = max(regions.values())
    bars = []
    for name, count in regions.most_common(_BARS):
        own = [each for each in found if each.region == name]
        counts = [(rank, sum(level in each.awards for each in own)) for rank, level in enumerate(levels, start=1)]
        shares = tuple((rank, round(100 * number / longest, 2)) for rank, number in counts if number)
        bars.append(RegionBar(name, count, shares))
    return tuple(bars)
