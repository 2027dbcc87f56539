"""Rules about single cases, and about all cases of an edition together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import pairwise

from generator.catalog import Catalog
from generator.checks.rule import Findings, published, rule, shows
from generator.content.documents import headings
from generator.content.hints import nearest
from generator.diagnostics import Diagnostic, Span
from generator.model import Edition, EditionId, WinningCase

_DRESS = re.compile(r"^\W*(?:[一二三四五六七八九十\d]+[、.．）)\s]+)?|\W+$")
"""What stands around the words of a heading."""


@rule
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


@rule
def chosen_cases_are_known(catalog: Catalog) -> Findings:
    """案例选集选收的案例必须存在，写法是“分赛/年份/案例”。"""
    for edition, planned in catalog.handbooks.items():
        for index, case in enumerate(planned.collection.cases):
            if case not in catalog.cases and not catalog.is_broken("case", case):
                yield Diagnostic(
                    code="unknown-case",
                    at=catalog.span("handbook", edition, "collection", "cases", index),
                    message=f"没有案例“{case}”",
                    hint=nearest(case, list(catalog.cases)),
                )


@rule
def real_books_choose_no_samples(catalog: Catalog) -> Findings:
    """真实的分赛不能选收虚构的案例。"""
    for edition, planned in catalog.handbooks.items():
        for index, case in enumerate(planned.collection.cases):
            chosen = catalog.cases.get(case)
            if chosen and chosen.demo and _is_known(catalog, edition) and not catalog.is_demo(edition):
                yield Diagnostic(
                    code="not-demo",
                    at=catalog.span("handbook", edition, "collection", "cases", index),
                    message="真实的分赛选收了虚构的案例",
                    hint="删去这一项",
                )


@rule
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


@rule
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


@rule
def outline_is_complete(catalog: Catalog) -> Findings:
    """案例要有本届规定的各个部分，每一部分都要有内容；草稿可以不全。"""
    for edition, case in _finished(catalog):
        written = {section.heading: section.body for section in catalog.case_texts[case.id].sections}
        for heading in edition.case_outline:
            if not shows(written.get(heading, "")):
                yield _incomplete(catalog, case, heading, written)
        extra = written.keys() - {*edition.case_outline}
        for heading in extra if edition.case_outline and len(written) > len(edition.case_outline) else ():
            at, hint = _heading_span(catalog, case, heading), "不是单独的部分就改成 ### 小标题，或并入规定的部分"
            yield Diagnostic("extra-section", at, f"“{heading}”不在规定的各部分之内", hint)


def _incomplete(catalog: Catalog, case: WinningCase, heading: str, written: dict[str, str]) -> Diagnostic:
    document = catalog.sources["case", case.id]
    if heading in written:
        return Diagnostic(
            code="missing-section",
            at=_heading_span(catalog, case, heading),
            message=f"“{heading}”这一部分没有内容",
            hint="在标题下面写上内容",
        )
    lines = enumerate(document.body.splitlines())
    place, line = next(((place, line) for place, line in lines if _bare(line) == _bare(heading)), (0, ""))
    outline = catalog.editions[case.edition].case_outline
    close = get_close_matches(heading, [name for name in written if name not in outline], n=1, cutoff=0.5)
    hint = f"加上标题 `## {heading}` 和内容"
    if line:
        hint = f"“{line.strip()}”改成 `## {heading}`：两个半角井号、一个空格"
    elif close:
        hint = f"把标题“{close[0]}”改成“{heading}”"
    return Diagnostic("missing-section", document.body_span(place), f"缺少“{heading}”这一部分", hint)


def _bare(line: str) -> str:
    """A heading in whatever form: ＃＃项目概述, **项目概述**, 一、项目概述."""
    return _DRESS.sub("", line)


@rule
def outline_is_in_order(catalog: Catalog) -> Findings:
    """案例各部分的先后与本届规定的提纲一致，每一部分只写一次。"""
    for edition, case in _finished(catalog):
        rank = {heading: place for place, heading in enumerate(edition.case_outline)}
        known = [part.heading for part in catalog.case_texts[case.id].sections if part.heading in rank]
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


@rule
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


@rule
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
