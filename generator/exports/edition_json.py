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
    Branch,
    Edition,
    EditionId,
    Indicator,
    Judging,
    Phase,
    PhaseKind,
    Quota,
    QuotaScope,
    Rubric,
    Topic,
    Track,
    TrackKind,
)


class BranchOut(Export):
    """Whose edition it is."""

    id: str = Field(title="分赛编号")
    name: str = Field(title="简称")
    full_name: str = Field(title="全称")


class DocumentOut(Export):
    """The official document that the facts come from."""

    number: str | None = Field(title="文号")
    issued: date | None = Field(title="成文日期")


class OrganisersOut(Export):
    """The bodies behind the edition, by role."""

    guiding: tuple[str, ...] = Field(title="指导单位")
    hosts: tuple[str, ...] = Field(title="主办单位")
    undertakers: tuple[str, ...] = Field(title="承办单位")
    committee: tuple[str, ...] = Field(title="组委会成员单位")


class TopicOut(Export):
    """A topic; `group` is the heading that it stands under in a composite track."""

    id: str = Field(title="赛题编号")
    number: int = Field(title="序号")
    title: str = Field(title="赛题名称")
    group: str | None = Field(title="所在分组")
    guiding_units: tuple[str, ...] = Field(title="赛题指导单位")
    summary: str | None = Field(title="简介")


class TrackOut(Export):
    """A track with its topics in order."""

    id: str = Field(title="赛道编号")
    number: int = Field(title="序号")
    name: str = Field(title="赛道名称")
    kind: TrackKind = Field(title="类别")
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


class PrizeOut(Export):
    """Cash for one award of a level."""

    level: str = Field(title="奖项")
    cny: int = Field(title="奖金（元）")


class AwardsOut(Export):
    """The award scheme, levels from the highest."""

    levels: tuple[str, ...] = Field(title="奖项等级")
    quotas: tuple[QuotaOut, ...] = Field(title="名额")
    prizes: tuple[PrizeOut, ...] = Field(title="奖金")
    special: tuple[str, ...] = Field(title="特色奖")
    total: int | None = Field(title="奖项总数")


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


def edition_json(catalog: Catalog, edition_id: EditionId) -> bytes:
    """The bytes of `edition.json`."""
    return to_json(document(catalog, edition_id))


def document(catalog: Catalog, edition_id: EditionId) -> EditionOut:
    """The edition as the contract wants it; lists are empty and values null where the notice is silent."""
    edition = catalog.editions[edition_id]
    tracks = catalog.tracks_of(edition_id)
    slugs = tuple(track.slug for track in tracks)
    timeline = catalog.timelines.get(edition_id)
    return EditionOut(
        branch=_branch(catalog.branches[edition.branch]),
        year=edition.year,
        name=edition.name,
        theme=edition.theme,
        document=DocumentOut(number=edition.document.number, issued=edition.document.issued),
        organisers=_organisers(edition),
        tracks=tuple(_track(track) for track in tracks),
        timeline=tuple(_phase(phase) for phase in timeline.phases) if timeline else (),
        awards=_awards(catalog.awards.get(edition_id), slugs),
        judging=_judging(catalog.judging.get(edition_id), slugs),
        publicity_days=edition.publicity.days if edition.publicity else None,
        finals=FinalsOut(**edition.finals.model_dump()),
        contacts=_contacts(edition),
        registration_url=edition.registration.url,
    )


def _branch(branch: Branch) -> BranchOut:
    return BranchOut(id=branch.id, name=branch.name, full_name=branch.full_name)


def _organisers(edition: Edition) -> OrganisersOut:
    bodies = edition.organisers
    return OrganisersOut(
        guiding=bodies.guiding, hosts=bodies.hosts, undertakers=bodies.undertakers, committee=bodies.committee
    )


def _contacts(edition: Edition) -> tuple[ContactOut, ...]:
    return tuple(
        ContactOut(role=contact.role, phone=contact.phone, email=contact.email) for contact in edition.contacts
    )


def _track(track: Track) -> TrackOut:
    headings = {group.number: group.title for group in track.topic_groups}
    return TrackOut(
        id=track.slug,
        number=track.number,
        name=track.name,
        kind=track.kind,
        sectors=track.sectors,
        guiding_units=track.guiding_units,
        topics=tuple(_topic(topic, headings) for topic in track.topics),
    )


def _topic(topic: Topic, headings: dict[int, str]) -> TopicOut:
    return TopicOut(
        id=topic.id,
        number=topic.number,
        title=topic.title,
        group=None if topic.group is None else headings[topic.group],
        guiding_units=topic.guiding_units,
        summary=topic.summary or None,
    )


def _phase(phase: Phase) -> PhaseOut:
    return PhaseOut(
        id=phase.id,
        name=phase.name,
        kind=phase.kind,
        start=phase.start,
        end=phase.end,
        approximate=phase.approximate,
        exact=phase.exact,
        text=phase.text,
    )


def _awards(scheme: AwardScheme | None, slugs: tuple[str, ...]) -> AwardsOut:
    if scheme is None:
        return AwardsOut(levels=(), quotas=(), prizes=(), special=(), total=None)
    return AwardsOut(
        levels=scheme.levels,
        quotas=tuple(_quota(quota, slugs) for quota in scheme.quotas),
        prizes=tuple(PrizeOut(level=prize.level, cny=prize.cny) for prize in scheme.prizes),
        special=tuple(award.name for award in scheme.special),
        total=scheme.total,
    )


def _quota(quota: Quota, slugs: tuple[str, ...]) -> QuotaOut:
    return QuotaOut(scope=quota.scope, tracks=quota.holds_for(slugs), level=quota.level, count=quota.count)


def _judging(judging: Judging | None, slugs: tuple[str, ...]) -> tuple[RubricOut, ...]:
    return tuple(_rubric(rubric, slugs) for rubric in judging.rubrics) if judging else ()


def _rubric(rubric: Rubric, slugs: tuple[str, ...]) -> RubricOut:
    """A rubric without tracks holds for every track."""
    return RubricOut(
        name=rubric.name,
        tracks=rubric.tracks or slugs,
        total=rubric.total,
        indicators=tuple(leaf for top in rubric.indicators for leaf in _leaves(top)),
    )


def _leaves(indicator: Indicator, above: tuple[str, ...] = ()) -> Iterator[IndicatorOut]:
    path = (*above, indicator.name)
    if not indicator.children:
        yield IndicatorOut(path=path, points=indicator.points)
    for child in indicator.children:
        yield from _leaves(child, path)
