"""Rules about an edition's own facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.catalog import Catalog, Kind
from generator.checks.rule import Findings, repeated, rule
from generator.checks.timeline import days_outside
from generator.diagnostics import Diagnostic
from generator.model import Branch, Edition, EditionId, Submitted
from generator.model.moment import begins, ends
from generator.model.record import year_of
from generator.model.timeline import Phase, PhaseKind


@rule
def name_is_mandated(catalog: Catalog) -> Findings:
    """对外须完整使用规范名称：年份、大赛名称、分赛简称或全称，一字不差。"""
    for edition in catalog.editions.values():
        branch = catalog.branches.get(edition.branch)
        if branch is None:
            continue
        forms = mandated_names(catalog, branch, edition.year)
        if edition.name not in forms:
            yield Diagnostic(
                code="edition-name",
                at=catalog.span("edition", edition.id, "name"),
                message=f"届次名称“{edition.name}”不是规范形式",
                hint=f"写成{'或'.join(f'“{form}”' for form in forms)}；形式由 contest.yml 的 `name_forms` 规定",
            )


def mandated_names(catalog: Catalog, branch: Branch, year: int) -> tuple[str, ...]:
    """How a branch's edition of a year may be called."""
    forms = catalog.contest.name_forms
    return tuple(dict.fromkeys(forms.called(branch.kind, year, name) for name in (branch.name, branch.full_name)))


@rule
def registration_ends_after_it_opens(catalog: Catalog) -> Findings:
    """报名截止不能早于报名开始。"""
    for edition in catalog.editions.values():
        opens, closes = edition.registration.opens, edition.registration.closes
        if opens and closes and ends(closes) <= begins(opens):
            yield Diagnostic(
                code="registration-dates",
                at=catalog.span("edition", edition.id, "registration", "closes"),
                message=f"报名截止 {_written(closes)} 早于报名开始 {_written(opens)}",
                hint="对照通知改正 `opens` 或 `closes`",
            )


@rule
def registration_agrees_with_timeline(catalog: Catalog) -> Findings:
    """报名起止日期只有一种说法：届次文件与赛程表要一致。"""
    for edition in catalog.editions.values():
        phases = [phase for phase in catalog.phases_of(edition.id) if phase.kind is PhaseKind.REGISTRATION]
        if not phases or any(days_outside(edition.id, phase) for phase in phases):
            continue
        first = min(phases, key=lambda phase: phase.sort_day)
        last = max(phases, key=lambda phase: ends(phase.end or phase.sort_day))
        given = edition.registration
        yield from _disagreement(catalog, edition, "opens", given.opens, first, first.exact_start)
        yield from _disagreement(catalog, edition, "closes", given.closes, last, last.exact_end)


def _disagreement(
    catalog: Catalog, edition: Edition, key: str, said: date | None, phase: Phase, planned: date | None
) -> Findings:
    if said and planned and said != planned:
        yield Diagnostic(
            code="registration-dates",
            at=catalog.span("edition", edition.id, "registration", key),
            message=f"报名{'开始' if key == 'opens' else '截止'} {_written(said)} "
            f"与赛程“{phase.name}”的 {_written(planned)} 不一致",
            hint="对照通知，在 edition.yml 和 timeline.yml 里写成一样的，钟点也要写",
        )


def _written(moment: date) -> str:
    return moment.isoformat().removesuffix(":00")


@rule
def figures_add_up(catalog: Catalog) -> Findings:
    """每一种分项数字加起来都等于合计。"""
    for edition, figures in catalog.statistics.items():
        for key, field in Submitted.model_fields.items():
            parts = getattr(figures.submitted, key)
            if key == "total" or not parts or sum(parts.values()) == figures.submitted.total:
                continue
            at = catalog.span("statistics", edition, "submitted", key)
            message = f"{field.title}各项加起来是 {sum(parts.values())}，合计是 {figures.submitted.total}"
            yield Diagnostic("figures-total", at, message, "核对各项和 `total`；分项不全就整段删去")


@rule
def entries_were_submitted(catalog: Catalog) -> Findings:
    """名单里的项目不能多于报送的项目，全届和每个赛道都是。"""
    for edition, figures in catalog.statistics.items():
        submitted = figures.submitted
        counted = {"": submitted.total} | submitted.by_track
        for slug, count in counted.items():
            listed = sum(not slug or entry.track == slug for entry in catalog.entries_of(edition))
            if listed > count:
                at = catalog.span("statistics", edition, "submitted", *(("by_track", slug) if slug else ("total",)))
                message = f"报送 {count} 个项目，名单里却有 {listed} 个"
                yield Diagnostic("figures-total", at, message, "核对报送数和项目名单")


@rule
def questions_are_asked_once(catalog: Catalog) -> Findings:
    """常见问题里每个问题只问一次，答案只有一个。"""
    for edition, faq in catalog.faqs.items():
        for place, question in repeated(each.question for each in faq.questions):
            at = catalog.span("faq", edition, "questions", place, "question")
            yield Diagnostic("duplicate-entry", at, f"问题“{question}”前面已经问过", "合成一个")


@rule
def each_year_has_its_own(catalog: Catalog) -> Findings:
    """复制上一届来做这一届的，通知、案例、名单和报送数字都要换成这一届的。"""
    first: dict[tuple[str, str, object], tuple[EditionId, str]] = {}
    for kind, edition, record_id, what, facts in _of_one_year(catalog):
        found, known = first.setdefault((kind, edition.partition("/")[0], facts), (edition, record_id))
        if found != edition:
            message = f"{what}与 {catalog.span(kind, known).path} 的一样，像是复制另一届时留下的"
            yield Diagnostic("copied-content", catalog.span(kind, record_id), message, "换成这一届的，或删去这个文件")


def _of_one_year(catalog: Catalog) -> Iterator[tuple[Kind, EditionId, str, str, object]]:
    """What two years cannot have in common: kind, edition, id, how it is called, and what makes it the same."""
    for notice in catalog.notices.values():  # those of a summer before are told by their dates
        if notice.date >= date(year_of(notice.edition) - 1, 9, 1):
            yield "notice", notice.edition, notice.id, f"通知“{notice.title}”", (notice.title, notice.date)
    for case in catalog.cases.values():
        yield "case", case.edition, case.id, f"案例“{case.title}”", (case.title, case.holder, case.summary)
    for edition, kept in catalog.entries.items():
        if rows := tuple((entry.number, entry.title, entry.unit) for entry in kept.entries):
            yield "entries", edition, edition, "项目表", rows
    for edition, figures in catalog.statistics.items():
        yield "statistics", edition, edition, "报送数字", figures.submitted.model_dump_json()


@rule
def titles_of_lists_are_of_their_year(catalog: Catalog) -> Findings:
    """名单标题里的年份是这一届的。"""
    for edition, kept in catalog.entries.items():
        for index, listed in enumerate(kept.lists):
            years = set(re.findall(r"(?<!\d)(\d{4})年", listed.title or ""))
            if years and str(year_of(edition)) not in years:
                at = catalog.span("entries", edition, "lists", index, "title")
                message = f"名单标题写的是 {min(years)} 年，这一届是 {year_of(edition)} 年"
                yield Diagnostic("odd-date", at, message, "检查年份是否写错")
