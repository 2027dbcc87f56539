"""Rules about single cases, and about all cases of an edition together."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import pairwise

from generator.catalog import Catalog
from generator.catalog.names import title_key, unit_key
from generator.checks.rule import Findings, Rule, any_broken, published, track_hint
from generator.content.documents import headings
from generator.content.hints import listing, nearest
from generator.diagnostics import Diagnostic, Span
from generator.model import Edition, EditionId, WinningCase
from generator.model.record import year_of


def track_is_known(catalog: Catalog) -> Findings:
    """案例所属的赛道必须是本届的赛道。"""
    for case in catalog.cases.values():
        if case.track_id not in catalog.tracks and not catalog.is_broken("track", case.track_id):
            yield Diagnostic(
                code="unknown-track",
                at=catalog.span("case", case.id, "track"),
                message=f"本届没有赛道“{case.track}”",
                hint=track_hint(catalog, case.edition, case.track),
            )


def topic_is_known(catalog: Catalog) -> Findings:
    """案例所答的赛题必须是所属赛道的赛题，名称一字不差。"""
    for case in catalog.cases.values():
        track = catalog.tracks.get(case.track_id)
        if track and case.topic and track.topic(case.topic) is None:
            yield Diagnostic(
                code="unknown-topic",
                at=catalog.span("case", case.id, "topic"),
                message=f"“{track.name}”赛道没有赛题“{case.topic}”",
                hint=nearest(case.topic, [topic.title for topic in track.topics]),
            )


def award_is_offered(catalog: Catalog) -> Findings:
    """案例所获奖项必须是本届设置的奖项。"""
    offered = {edition: catalog.award_levels(edition) for edition in catalog.awards}
    for case in catalog.cases.values():
        levels = offered.get(case.edition)
        if levels is not None and case.award not in levels:
            yield Diagnostic(
                code="unknown-award",
                at=catalog.span("case", case.id, "award"),
                message=f"本届没有“{case.award}”这个奖项",
                hint=nearest(case.award, levels),
            )


def project_is_awarded_once(catalog: Catalog) -> Findings:
    """一个项目一年只能参加一个分赛、一个赛道、一个赛题，不能重复获奖。"""
    seen: dict[tuple[int, str, str], WinningCase] = {}
    for case in catalog.cases.values():
        if case.draft:
            continue
        year = year_of(case.edition)
        first = seen.setdefault((year, title_key(case.title), unit_key(case.unit)), case)
        if first is not case:
            yield Diagnostic(
                code="repeated-project",
                at=catalog.span("case", case.id, "title"),
                message=f"“{case.title}”与 {catalog.span('case', first.id).path} 是同一单位的同一项目",
                hint="一个项目一年只能获奖一次，请核对后删去其中一个",
            )


def team_is_small_enough(catalog: Catalog) -> Findings:
    """参赛代表人数不能超过本届规定的上限。"""
    for case in catalog.cases.values():
        edition = catalog.editions.get(case.edition)
        limit = edition.team.max_representatives if edition else None
        if limit is not None and (case.team.representatives or 0) > limit:
            yield Diagnostic(
                code="too-many-representatives",
                at=catalog.span("case", case.id, "team", "representatives"),
                message=f"参赛代表 {case.team.representatives} 人，上限是 {limit} 人",
                hint="核对参赛代表人数",
            )


def finals_award_needs_recommendation(catalog: Catalog) -> Findings:
    """只有推荐参加全国总决赛的项目才会在总决赛获奖。"""
    for case in catalog.cases.values():
        if case.finals and case.finals.award and not case.finals.recommended:
            yield Diagnostic(
                code="invalid-value",
                at=catalog.span("case", case.id, "finals", "award"),
                message=f"没有推荐参加总决赛，却写了总决赛奖项“{case.finals.award}”",
                hint="把 `recommended` 改成 true，或删去 `award`",
            )


def recommended_stay_within_quota(catalog: Catalog) -> Findings:
    """推荐参加全国总决赛的项目不能超过推荐名额；草稿不计。"""
    for edition, cases in _recommended(catalog):
        quota = edition.finals.quota
        if quota is not None and len(cases) > quota:
            yield Diagnostic(
                code="finals-quota",
                at=catalog.span("case", cases[-1].id, "finals", "recommended"),
                message=f"推荐全国总决赛的案例有 {len(cases)} 个，名额是 {quota} 个",
                hint=f"核对推荐名单：{listing(case.slug for case in cases)}",
            )


def recommended_include_small_firms(catalog: Catalog) -> Findings:
    """推荐项目中来自中小企业的不能低于规定比例；没有写明的不算中小企业。"""
    for edition, cases in _recommended(catalog):
        minimum = edition.finals.sme_min_share
        small = sum(case.sme is True for case in cases)
        if minimum is None or small >= minimum * len(cases) - 1e-9:
            continue
        if not any_broken(catalog, "case", edition.id):
            silent = [case.slug for case in cases if case.sme is None]
            yield Diagnostic(
                code="sme-share",
                at=catalog.span("edition", edition.id, "finals", "sme_min_share"),
                message=f"推荐的 {len(cases)} 个案例中，中小企业有 {small} 个，不足 {minimum:.0%}",
                hint=f"这些案例没有写 `sme`：{listing(silent)}" if silent else "核对推荐名单和各案例的 `sme`",
            )


def _recommended(catalog: Catalog) -> Iterator[tuple[Edition, list[WinningCase]]]:
    """Each edition whose own quota is known, with its cases that go to the national finals."""
    for edition in catalog.editions.values():
        if edition.finals.scope != "this-branch":
            continue
        cases = catalog.cases_of(edition.id)
        yield edition, [case for case in cases if not case.draft and case.finals and case.finals.recommended]


def outline_is_complete(catalog: Catalog) -> Findings:
    """案例要有本届规定的各个部分，每一部分都要有内容；草稿可以不全。"""
    for edition, case in _finished(catalog):
        written = {section.heading: section.body for section in case.sections}
        for heading in edition.case_outline:
            if not written.get(heading):
                yield _incomplete(catalog, case, heading, written)


def _incomplete(catalog: Catalog, case: WinningCase, heading: str, written: dict[str, str]) -> Diagnostic:
    document = catalog.sources["case", case.id]
    if heading in written:
        return Diagnostic(
            code="missing-section",
            at=_heading_span(catalog, case, heading),
            message=f"“{heading}”这一部分没有内容",
            hint="在标题下面写上内容",
        )
    outline = catalog.editions[case.edition].case_outline
    spare = [name for name in written if name not in outline]
    close = get_close_matches(heading, spare, n=1, cutoff=0.5)
    hint = f"加上标题 `## {heading}` 和内容"
    if close:
        hint = f"把标题“{close[0]}”改成“{heading}”"
    elif f"##{heading}" in document.body:
        hint = f"`##` 后面加一个空格：`## {heading}`"
    return Diagnostic("missing-section", document.body_span(0), f"缺少“{heading}”这一部分", hint)


def outline_is_in_order(catalog: Catalog) -> Findings:
    """案例各部分的先后与本届规定的提纲一致，每一部分只写一次。"""
    for edition, case in _finished(catalog):
        rank = {heading: place for place, heading in enumerate(edition.case_outline)}
        known = [section.heading for section in case.sections if section.heading in rank]
        wrong = next((later for before, later in pairwise(known) if rank[later] <= rank[before]), None)
        if wrong is not None:
            yield Diagnostic(
                code="section-order",
                at=_heading_span(catalog, case, wrong, last=True),
                message=f"“{wrong}”重复，或者不在规定的位置",
                hint=f"依次写：{'、'.join(edition.case_outline)}",
            )


def _finished(catalog: Catalog) -> Iterator[tuple[Edition, WinningCase]]:
    """Each case that is no draft, with its edition."""
    for case in catalog.cases.values():
        edition = catalog.editions.get(case.edition)
        if edition is not None and not case.draft:
            yield edition, case


def _heading_span(catalog: Catalog, case: WinningCase, heading: str, last: bool = False) -> Span:
    """Where the `##` heading stands."""
    document = catalog.sources["case", case.id]
    lines = [line for line, level, text in headings(document.body) if level == 2 and text == heading]
    return document.body_span(lines[-1 if last else 0] if lines else 0)


def samples_are_marked(catalog: Catalog) -> Findings:
    """虚构的案例必须写 demo: true；示例分赛的案例都是虚构的。"""
    for case in catalog.cases.values():
        if not case.demo and _is_known(catalog, case.edition) and catalog.is_demo(case.edition):
            yield Diagnostic(
                code="not-demo",
                at=catalog.span("case", case.id, "demo"),
                message="示例分赛的案例没有标明是虚构的",
                hint="加上 `demo: true`",
            )


def real_editions_hold_no_samples(catalog: Catalog) -> Findings:
    """真实的分赛里不能有任何虚构的内容。"""
    for kind, record in published(catalog):
        if record.demo and _is_known(catalog, record.edition) and not catalog.is_demo(record.edition):
            yield Diagnostic(
                code="not-demo",
                at=catalog.span(kind, record.id, "demo"),
                message="虚构的内容放进了真实的分赛",
                hint="移到示例分赛，或者内容属实时删去 `demo: true`",
            )


def _is_known(catalog: Catalog, edition: EditionId) -> bool:
    """Whether the files that say what is fabricated, those of the edition and its branch, could be decoded."""
    record = catalog.editions.get(edition)
    return record is not None and record.branch in catalog.branches


RULES: tuple[Rule, ...] = (
    track_is_known,
    topic_is_known,
    award_is_offered,
    project_is_awarded_once,
    team_is_small_enough,
    finals_award_needs_recommendation,
    recommended_stay_within_quota,
    recommended_include_small_firms,
    outline_is_complete,
    outline_is_in_order,
    samples_are_marked,
    real_editions_hold_no_samples,
)
