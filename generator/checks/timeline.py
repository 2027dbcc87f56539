"""Rules about the timeline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.catalog import Catalog
from generator.checks.rule import Findings, repeated, rule
from generator.diagnostics import Diagnostic, Span
from generator.model import EditionId
from generator.model.moment import begins, day_of, ends, written
from generator.model.record import year_of
from generator.model.timeline import Phase, Timeline

_DAY = re.compile(r"(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})[日号]")


@rule
def phases_end_after_they_start(catalog: Catalog) -> Findings:
    """赛程阶段的结束日期不能早于开始日期。"""
    for edition, timeline in catalog.timelines.items():
        for index, phase in _dated(edition, timeline):
            if phase.start and phase.end and ends(phase.end) <= begins(phase.start):
                yield Diagnostic(
                    code="phase-order",
                    at=catalog.span("timeline", edition, "phases", index, "end"),
                    message=f"“{phase.name}”的结束日期 {written(phase.end)} 早于开始日期 {written(phase.start)}",
                    hint="对照通知改正 `start` 或 `end`",
                )


@rule
def phases_stand_in_order(catalog: Catalog) -> Findings:
    """赛程按先后书写，后写的阶段不能先开始。"""
    for edition, timeline in catalog.timelines.items():
        for (_, before), (index, phase) in pairwise(_dated(edition, timeline)):
            if _latest_start(phase) < before.sort_day:
                yield Diagnostic(
                    code="phase-order",
                    at=catalog.span("timeline", edition, "phases", index),
                    message=f"“{phase.name}”（{phase.text}）写在“{before.name}”（{before.text}）之后，却先开始",
                    hint="按开始的先后排列各阶段，或改正日期",
                )


def _dated(edition: EditionId, timeline: Timeline) -> Iterator[tuple[int, Phase]]:
    """The phases that have days, and days that may be theirs, by their places."""
    for index, phase in enumerate(timeline.phases):
        if phase.days and not days_outside(edition, phase):
            yield index, phase


def _latest_start(phase: Phase) -> date:
    """The last day on which the phase may begin; vague wordings leave room."""
    return day_of((phase.end if phase.is_vague else None) or phase.sort_day)


@rule
def phases_lie_in_their_year(catalog: Catalog) -> Findings:
    """赛程在本届年份前后，最早从上年 9 月，最晚到次年 6 月。"""
    for edition, timeline in catalog.timelines.items():
        span = f"本届（{year_of(edition) - 1} 年 9 月至 {year_of(edition) + 1} 年 6 月）"
        dated = [phase for phase in timeline.phases if phase.days]
        if len(dated) > 1 and all(days_outside(edition, phase).keys() == phase.days.keys() for phase in dated):
            at = catalog.span("timeline", edition, "phases")
            message = f"赛程从 {dated[0].sort_day} 起的日期都不在{span}之内"
            yield Diagnostic("phase-outside", at, message, "像是复制另一届时留下的：换成这一届的日期")
            continue
        for index, phase in enumerate(timeline.phases):
            for key, day in days_outside(edition, phase).items():
                yield Diagnostic(
                    code="phase-outside",
                    at=catalog.span("timeline", edition, "phases", index, key),
                    message=f"“{phase.name}”的日期 {written(day)} 不在{span}之内",
                    hint="检查年份是否写错",
                )


def days_outside(edition: EditionId, phase: Phase) -> dict[str, date]:
    """The days of a phase, by key, whose years must be wrong; what follows from them is not told as well."""
    year = year_of(edition)
    first, last = date(year - 1, 9, 1), date(year + 1, 6, 30)
    return {key: day for key, day in phase.days.items() if not first <= day_of(day) <= last}


@rule
def texts_say_their_days(catalog: Catalog) -> Findings:
    """赛程和报名的文字与日期说的是同样的日子；只说大概的不比。"""
    for edition, timeline in catalog.timelines.items():
        for index, phase in enumerate(timeline.phases):
            if phase.approximate is None and (key := _unsaid(phase.text, start=phase.start, end=phase.end)):
                yield _other_day(catalog.span("timeline", edition, "phases", index, key), phase.text)
    for edition, record in catalog.editions.items():
        given = record.registration
        if key := _unsaid(given.text or "", opens=given.opens, closes=given.closes):
            yield _other_day(catalog.span("edition", edition, "registration", key), given.text or "")


def _other_day(at: Span, text: str) -> Diagnostic:
    return Diagnostic("date-text", at, f"这个日期与文字“{text}”不一致", "对照通知，两处改成一致")


def _unsaid(text: str, **moments: date | None) -> str:
    """The key of the first moment whose day a text does not say, though it says as many days."""
    said: set[tuple[int, int]] = set()
    month = 0
    for found in _DAY.finditer(text):
        month = int(found["month"] or month)
        said.add((month, int(found["day"])))
    days = {key: day_of(moment) for key, moment in moments.items() if moment}
    other = [key for key, day in days.items() if (day.month, day.day) not in said]
    is_told = said and all(month for month, _ in said)
    return other[-1] if is_told and other and len(days) - len(other) < len(said) else ""


@rule
def phase_ids_differ(catalog: Catalog) -> Findings:
    """每个赛程阶段的编号只用一次，日历文件靠它认出同一个阶段。"""
    for edition, timeline in catalog.timelines.items():
        for index, phase_id in repeated(phase.id for phase in timeline.phases):
            yield Diagnostic(
                code="duplicate-entry",
                at=catalog.span("timeline", edition, "phases", index, "id"),
                message=f"阶段编号“{phase_id}”前面已经用过",
                hint="换一个编号",
            )
