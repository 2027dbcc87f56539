"""How an edition's entries are judged: rubrics as tables, stages, panels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Edition, Indicator, Judging, Rubric
from generator.model.judging import Panel, Stage
from generator.views.parts import regulations, wording
from generator.views.parts.blocks import Figure, named_tracks
from generator.views.parts.page import Site
from generator.views.parts.regulations import RuleView


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One leaf of a rubric: the cells of the higher levels that begin here (with row spans), and its own."""

    heads: tuple[tuple[str, int], ...]
    name: str
    points: str
    width: float
    note: str | None
    focus: str


@dataclass(frozen=True, slots=True)
class RubricView:
    """A rubric as a table; `levels` counts its levels of indicators."""

    name: str
    scope: str
    total: str | None
    levels: int
    rows: tuple[IndicatorRow, ...]
    shares: tuple[Figure, ...]
    widths: tuple[float, ...]
    has_points: bool
    has_notes: bool
    has_focus: bool


@dataclass(frozen=True, slots=True)
class JudgingView:
    """How entries are judged."""

    rubrics: tuple[RubricView, ...]
    stages: tuple[Stage, ...]
    panels: tuple[Panel, ...]
    notes: tuple[str, ...]
    rules: tuple[RuleView, ...]


def judging(site: Site, edition: Edition) -> JudgingView:
    """An edition's judging page."""
    given = site.catalog.judging.get(edition.id) or Judging()
    rubrics = tuple(_rubric(site, edition, rubric) for rubric in given.rubrics)
    rules = regulations.about(site, edition, "judging")
    return JudgingView(rubrics, given.stages, given.panels, given.notes, rules)


def _rubric(site: Site, edition: Edition, rubric: Rubric) -> RubricView:
    leaves = [leaf for top in rubric.indicators for leaf in top.leaves()]
    highest = max((leaf.points or 0 for leaf in leaves), default=0)
    rows = tuple(row for top in rubric.indicators for row in _rows(top, (), highest))
    sums = _sums(rubric)
    tracks = [track.name for track in named_tracks(site, edition, rubric.tracks)]
    return RubricView(
        name=rubric.name,
        scope="、".join(tracks) or site.say("全部赛道"),
        total=wording.number(rubric.total) if rubric.total else None,
        levels=max(top.depth for top in rubric.indicators),
        rows=rows,
        shares=tuple(Figure(name, wording.number(points), "分") for name, points in sums),
        widths=_widths([points for _, points in sums], rubric.points() or 0),
        has_points=highest > 0,
        has_notes=any(leaf.note for leaf in leaves),
        has_focus=any(leaf.focus for leaf in leaves),
    )


def _sums(rubric: Rubric) -> list[tuple[str, float]]:
    """The points of the first level, where they are told."""
    sums = ((top.name, sum(leaf.points or 0 for leaf in top.leaves())) for top in rubric.indicators)
    return [(name, points) for name, points in sums if points]


def _widths(points: Sequence[float], whole: float) -> tuple[float, ...]:
    """How wide each is in a bar of all, in hundredths."""
    return tuple(round(100 * each / whole, 2) for each in points) if whole else ()


def _rows(indicator: Indicator, heads: tuple[tuple[str, int], ...], highest: float) -> list[IndicatorRow]:
    if not indicator.children:
        points = indicator.points
        return [
            IndicatorRow(
                heads=heads,
                name=indicator.name,
                points=wording.number(points) if points is not None else "",
                width=round(100 * (points or 0) / highest, 2) if highest else 0,
                note=indicator.note,
                focus="、".join(indicator.focus),
            )
        ]
    rows: list[IndicatorRow] = []
    span = sum(1 for _ in indicator.leaves())
    for index, child in enumerate(indicator.children):
        rows += _rows(child, (*heads, (indicator.name, span)) if index == 0 else (), highest)
    return rows
