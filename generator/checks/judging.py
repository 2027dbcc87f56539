"""Rules about judging rubrics."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalog import Catalog
from generator.checks.rule import Findings, rule
from generator.content.documents import KeyPath
from generator.diagnostics import Diagnostic
from generator.model import Indicator

_TOLERANCE = 1e-6


@rule
def points_sum_to_the_total(catalog: Catalog) -> Findings:
    """各项指标的分值之和等于满分。"""
    for edition, judging in catalog.judging.items():
        for index, rubric in enumerate(judging.rubrics):
            points = rubric.points()
            if rubric.total is not None and points is not None and abs(points - rubric.total) > _TOLERANCE:
                yield Diagnostic(
                    code="rubric-total",
                    at=catalog.span("judging", edition, "rubrics", index, "total"),
                    message=f"“{rubric.name}”满分 {rubric.total:g}，各项分值之和是 {points:g}",
                    hint="对照通知核对各项分值",
                )


@rule
def parts_sum_to_their_indicator(catalog: Catalog) -> Findings:
    """上级指标写了分值的，等于下级指标分值之和。"""
    for edition, judging in catalog.judging.items():
        for index, rubric in enumerate(judging.rubrics):
            for path, indicator in _indicators(rubric.indicators, ("rubrics", index, "indicators")):
                points = [child.points for child in indicator.children if child.points is not None]
                if indicator.points is not None and points and abs(sum(points) - indicator.points) > _TOLERANCE:
                    yield Diagnostic(
                        code="rubric-total",
                        at=catalog.span("judging", edition, *path, "points"),
                        message=f"“{indicator.name}” {indicator.points:g} 分，下级分值之和是 {sum(points):g}",
                        hint="对照通知核对各项分值",
                    )


def _indicators(indicators: tuple[Indicator, ...], path: KeyPath) -> Iterator[tuple[KeyPath, Indicator]]:
    """Every indicator of a rubric, with its place in the file."""
    for index, indicator in enumerate(indicators):
        yield (*path, index), indicator
        yield from _indicators(indicator.children, (*path, index, "children"))
