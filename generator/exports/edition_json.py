"""`edition.json`: the facts of one edition, for programs. The models here are the contract `edition/1`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from generator.catalog import Catalog
from generator.exports.json_model import Export, Number, When, to_json
from generator.model import (
    Approximation,
    AwardScheme,
    EditionId,
    Indicator,
    Judging,
    PhaseKind,
    QuotaScope,
    Rubric,
    Track,
    TrackKind,
)
from generator.model.edition import About, Audience


class BranchOut(Export):
    """Whose edition it is."""

    id: str = Field(title="分赛编号")
    name: str = Field(title="简称")
    full_name: str = Field(title="全称")


class DocumentOut(Export):
    """The official document that the facts come from."""

    number: str | None = Field(title="文号")
    issued: date | None = Field(title="成文日期")
    title: str | None = Field(title="文件标题")
    issuer: str | None = Field(title="发文机关")
    url: str | None = Field(title="原文地址")
    bases: tuple[str, ...] = Field(title="办赛依据")


class OrganisersOut(Export):
    """The bodies behind the edition, by role."""

    guiding: tuple[str, ...] = Field(title="指导单位")
    hosts: tuple[str, ...] = Field(title="主办单位")
    undertakers: tuple[str, ...] = Field(title="承办单位")
    committee: tuple[str, ...] = Field(title="组委会成员单位")
    supporters: tuple[str, ...] = Field(title="协办和支持单位")
    secretariat: tuple[str, ...] = Field(title="秘书处")


class TopicOut(Export):
    """A topic; `group` is the heading that it stands under in a composite track."""

    id: str = Field(title="赛题编号")
    number: int = Field(title="序号")
    title: str = Field(title="赛题名称")
    group: str | None = Field(title="所在分组")
    place: int = Field(title="在分组中的次序")
    label: str | None = Field(title="通知印的序号")
    guiding_units: tuple[str, ...] = Field(title="赛题指导单位")
    summary: str | None = Field(title="简介")


class TrackOut(Export):
    """A track with its topics in order."""

    id: str = Field(title="赛道编号")
    number: int = Field(title="序号")
    name: str = Field(title="赛道名称")
    kind: TrackKind | None = Field(title="类别")
    sectors: tuple[str, ...] = Field(title="统一领域")
    guiding_units: tuple[str, ...] = Field(title="指导单位")
    topics: tuple[TopicOut, ...] = Field(title="赛题")


class PhaseOut(Export):
    """A phase; when `approximate` is set, the days are the earliest and latest that the wording allows."""

    id: str = Field(title="阶段编号")
    name: str = Field(title="名称")
    kind: PhaseKind = Field(title="类别")
    start: When | None = Field(title="开始日期")
    end: When | None = Field(title="结束日期")
    approximate: Approximation | None = Field(title="约略程度")
    exact: Literal["start", "end"] | None = Field(title="约略阶段中写明的一头")
    text: str = Field(title="通知的写法")


class QuotaOut(Export):
    """How many awards of a level: for each of the tracks, for the tracks together, or for the edition."""

    scope: QuotaScope = Field(title="范围")
    tracks: tuple[str, ...] = Field(title="赛道")
    level: str = Field(title="奖项等级")
    count: int | None = Field(title="名额")
    share: float | None = Field(title="比例")
    of: str | None = Field(title="占什么的比例")


class PrizeOut(Export):
    """Cash for one award of a level, where that is the same in all tracks."""

    level: str = Field(title="奖项")
    cny: int = Field(title="奖金（元）")


class RewardOut(Export):
    """What one award of a level brings: cash, things and services; in all tracks, or in those listed."""

    level: str = Field(title="奖项")
    cny: int | None = Field(title="奖金（元）")
    items: tuple[str, ...] = Field(title="实物和服务")
    tracks: tuple[str, ...] = Field(title="赛道")


class AwardsOut(Export):
    """The award scheme, levels from the highest."""

    levels: tuple[str, ...] = Field(title="奖项等级")
    quotas: tuple[QuotaOut, ...] = Field(title="名额")
    prizes: tuple[PrizeOut, ...] = Field(title="奖金")
    special: tuple[str, ...] = Field(title="特色奖")
    special_rules: tuple[str | None, ...] = Field(title="特色奖的规则，与特色奖一一对应")
    in_principle: bool = Field(title="名额可以调整")
    total: int | None = Field(title="奖项总数")
    rewards: tuple[RewardOut, ...] = Field(title="全部奖励")


class IndicatorOut(Export):
    """A last-level indicator; `path` names it after the indicators above it."""

    path: tuple[str, ...] = Field(title="各级指标", min_length=1)
    points: Number | None = Field(title="分值")


class RubricOut(Export):
    """A table of indicators and the tracks that it holds for."""

    name: str = Field(title="名称")
    tracks: tuple[str, ...] = Field(title="赛道")
    total: Number | None = Field(title="满分")
    indicators: tuple[IndicatorOut, ...] = Field(title="指标")


class FinalsOut(Export):
    """What the branch may recommend to the national finals."""

    quota: int | None = Field(title="推荐名额")
    at_most: bool = Field(title="名额是上限")
    scope: Literal["this-branch", "each-branch"] = Field(title="名额属于谁")
    others_at_most: int | None = Field(title="其他赛事各自的上限")
    sme_min_share: float | None = Field(title="中小企业最低比例")


class ContactOut(Export):
    """An office or role that answers questions."""

    role: str = Field(title="机构或岗位")
    phone: str | None = Field(title="电话")
    email: str | None = Field(title="电子邮箱")
    hours: str | None = Field(title="受理时间")
    about: About | None = Field(title="受理什么")


class RegistrationOut(Export):
    """Where and when teams register."""

    url: str | None = Field(title="报名网址")
    opens: When | None = Field(title="开始日期")
    closes: When | None = Field(title="截止日期")
    text: str | None = Field(title="通知的写法")


class MaterialOut(Export):
    """One thing that an entry must hand in."""

    item: str = Field(title="材料")
    due: str | None = Field(title="何时提交")
    parts: tuple[str, ...] = Field(title="组成部分")


class PublicityOut(Export):
    """How long results are open to objections."""

    days: int = Field(title="天数")
    of: tuple[str, ...] = Field(title="公示什么")
    unit: Literal["calendar", "working"] | None = Field(title="自然日或工作日")


class BenefitOut(Export):
    """Something offered; to those of some tracks when it names them."""

    name: str = Field(title="名称")
    text: str = Field(title="说明")
    tracks: tuple[str, ...] = Field(title="赛道")


class RuleOut(Export):
    """A rule, what it is about and whom it binds."""

    name: str = Field(title="名称")
    text: str = Field(title="说明")
    about: About | None = Field(title="关于什么")
    audience: tuple[Audience, ...] = Field(title="对谁说")


class StageOut(Export):
    """One round of review."""

    name: str = Field(title="名称")
    text: str = Field(title="说明")
    dimensions: tuple[str, ...] = Field(title="没有分值的评审维度")


class PanelOut(Export):
    """A group of experts."""

    name: str = Field(title="名称")
    members: int | None = Field(title="人数")
    text: str | None = Field(title="说明")


class ResultsOut(Export):
    """Where the results stand that the site does not hold."""

    url: str | None = Field(title="结果网址")
    note: str | None = Field(title="说明")


class EditionOut(Export):
    """The whole of `edition.json`."""

    schema_: Literal["edition/1"] = Field("edition/1", alias="schema", title="格式版本")
    branch: BranchOut = Field(title="分赛")
    year: int = Field(title="年份")
    name: str = Field(title="规范名称")
    theme: str | None = Field(title="主题")
    document: DocumentOut = Field(title="依据文件")
    organisers: OrganisersOut = Field(title="组织机构")
    tracks: tuple[TrackOut, ...] = Field(title="赛道")
    timeline: tuple[PhaseOut, ...] = Field(title="赛程")
    awards: AwardsOut = Field(title="奖项设置")
    judging: tuple[RubricOut, ...] = Field(title="评价指标")
    publicity_days: int | None = Field(title="公示天数")
    finals: FinalsOut = Field(title="全国总决赛")
    contacts: tuple[ContactOut, ...] = Field(title="联系方式")
    registration_url: str | None = Field(title="报名网址")
    registration: RegistrationOut = Field(title="报名")
    eligibility: tuple[str, ...] = Field(title="参赛单位要求")
    project_requirements: tuple[str, ...] = Field(title="参赛项目要求")
    submission: tuple[MaterialOut, ...] = Field(title="提交材料")
    case_outline: tuple[str, ...] = Field(title="案例提纲")
    max_representatives: int | None = Field(title="参赛代表人数上限")
    publicity: PublicityOut | None = Field(title="公示")
    benefits: tuple[BenefitOut, ...] = Field(title="权益")
    rules: tuple[RuleOut, ...] = Field(title="其他规则")
    stages: tuple[StageOut, ...] = Field(title="评审环节")
    panels: tuple[PanelOut, ...] = Field(title="专家组")
    results: ResultsOut = Field(title="其他渠道公布的结果")


def edition_json(catalog: Catalog, edition_id: EditionId) -> bytes:
    """The bytes of `edition.json`."""
    return to_json(document(catalog, edition_id))


def document(catalog: Catalog, edition_id: EditionId) -> EditionOut:
    """The edition as the contract wants it; lists are empty and values null where the notice is silent."""
    edition = catalog.editions[edition_id]
    tracks = catalog.tracks_of(edition_id)
    slugs = tuple(track.slug for track in tracks)
    judging = catalog.judging.get(edition_id) or Judging()
    return EditionOut.from_record(
        edition,
        branch=catalog.branches[edition.branch],
        tracks=tuple(_track(track) for track in tracks),
        timeline=catalog.phases_of(edition_id),
        awards=_awards(catalog.scheme(edition_id), slugs),
        judging=tuple(_rubric(rubric, slugs) for rubric in judging.rubrics),
        publicity_days=edition.publicity.days if edition.publicity else None,
        registration_url=edition.registration.url,
        max_representatives=edition.team.max_representatives,
        stages=judging.stages,
        panels=judging.panels,
    )


def _track(track: Track) -> TrackOut:
    headings = {group.number: group.title for group in track.topic_groups}
    topics = tuple(
        TopicOut.from_record(each, group=headings.get(each.group or 0), summary=each.summary or None)
        for each in track.topics
    )
    return TrackOut.from_record(track, id=track.slug, topics=topics)


def _awards(scheme: AwardScheme, slugs: tuple[str, ...]) -> AwardsOut:
    return AwardsOut.from_record(
        scheme,
        quotas=tuple(QuotaOut.from_record(each, tracks=each.holds_for(slugs)) for each in scheme.quotas),
        prizes=tuple(prize for prize in scheme.prizes if prize.cny is not None and not prize.tracks),
        special=tuple(award.name for award in scheme.special),
        special_rules=tuple(award.rule for award in scheme.special),
        rewards=scheme.prizes,
    )


def _rubric(rubric: Rubric, slugs: tuple[str, ...]) -> RubricOut:
    """A rubric without tracks holds for every track."""
    indicators = tuple(leaf for top in rubric.indicators for leaf in _leaves(top))
    return RubricOut.from_record(rubric, tracks=rubric.tracks or slugs, indicators=indicators)


def _leaves(indicator: Indicator, above: tuple[str, ...] = ()) -> Iterator[IndicatorOut]:
    path = (*above, indicator.name)
    if not indicator.children:
        yield IndicatorOut(path=path, points=indicator.points)
    for child in indicator.children:
        yield from _leaves(child, path)
