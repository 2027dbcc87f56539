"""A winning case: an awarded project as it is published."""

from __future__ import annotations

from functools import cached_property
from typing import Self

from pydantic import Field

from generator.model.entry import Entry
from generator.model.figures.chart import Chart
from generator.model.record import CaseId, Count, EditionId, Picture, Publication, Record, Text, Texts, TrackId


class Team(Record):
    """The team behind a case."""

    name: Text | None = Field(None, title="团队名称")
    representatives: Count | None = Field(None, title="参赛代表人数")


class FinalsResult(Record):
    """Whether the case went to the national finals, and what it won there."""

    recommended: bool = Field(title="是否推荐")
    award: Text | None = Field(None, title="总决赛奖项")


class Metric(Record):
    """One figure that shows the effect: a label, a number (or a wording) and its unit."""

    label: Text = Field(title="指标名称")
    value: int | float | str = Field(title="数值")
    unit: Text | None = Field(None, title="单位")
    before: int | float | str | None = Field(None, title="应用前的数值")


class Quote(Record):
    """What somebody said of a case, word for word, and who: a unit or an office, as it wants to be named."""

    text: Text = Field(title="引语")
    by: Text | None = Field(None, title="出处")


class CaseFile(Publication):
    """The front matter of a case as an editor writes it."""

    title: Text = Field(title="案例名称")
    track: Text = Field(title="赛道")
    topic: Text | None = Field(None, title="赛题")
    award: Text = Field(title="奖项")
    unit: Text | None = Field(None, title="牵头单位")
    partners: Texts = Field((), title="合作单位")
    team: Team = Field(Team(), title="团队")
    people: Texts = Field((), title="参赛者")
    mentors: Texts = Field((), title="指导教师")
    region: Text | None = Field(None, title="地区")
    sme: bool | None = Field(None, title="中小企业")
    finals: FinalsResult | None = Field(None, title="全国总决赛")
    tags: Texts = Field((), title="标签")
    summary: Text = Field(title="摘要")
    metrics: tuple[Metric, ...] = Field((), title="成效指标")
    images: tuple[Picture, ...] = Field((), title="图片")
    charts: tuple[Chart, ...] = Field((), title="图表")
    lead: Text | None = Field(None, title="主图文件名")
    quote: Quote | None = Field(None, title="引语")
    jury: Text | None = Field(None, title="评委评语")


class Section(Record):
    """One part of a case's text: a heading and its Markdown."""

    heading: str
    body: str


class CaseText(Record):
    """What a case tells below its front matter: Markdown before the first heading, then part by part."""

    introduction: str = ""
    sections: tuple[Section, ...] = ()

    def parts(self) -> tuple[str, ...]:
        """Its Markdown, as pages show it."""
        return (self.introduction, *(section.body for section in self.sections))


class WinningCase(CaseFile):
    """A project that received an award in one edition; lists show it without its text, which is a record apart."""

    id: CaseId
    edition: EditionId
    slug: str
    placed: tuple[str, ...] = ()
    """The pictures, and by `#id` the charts, for which the text has a place."""

    @property
    def track_id(self) -> TrackId:
        """The id of the case's track."""
        return TrackId(f"{self.edition}/{self.track}")

    @property
    def lead_picture(self) -> Picture | None:
        """The picture that fills a page of the book."""
        return next((image for image in self.images if image.file == self.lead), None)

    @property
    def cover_picture(self) -> Picture | None:
        """The picture at the head of the case: the first one, but for that which has a page of its own."""
        return next((image for image in self.images if image.file != self.lead), None)

    @property
    def units(self) -> tuple[str, ...]:
        """The leading unit where there is one, then its partners."""
        return (*((self.unit,) if self.unit else ()), *self.partners)

    @property
    def holder(self) -> str:
        """Who is named first: the unit, or else the team, or the people."""
        return self.unit or self.team.name or "、".join(self.people)

    def __copy__(self) -> Self:
        """One that may be given other values: what was worked out of these stays behind."""
        copied = super().__copy__()
        copied.__dict__.pop("entry", None)
        return copied

    @cached_property
    def entry(self) -> Entry:
        """What a case is in lists that no row tells of, with its slug for a number."""
        return Entry(
            number=self.slug,
            title=self.title,
            unit=self.unit,
            partners=self.partners,
            team=self.team.name,
            people=self.people,
            mentors=self.mentors,
            track=self.track,
            topic=self.topic,
            region=self.region,
            sme=self.sme,
            awards=(self.award,),
            recommended=self.finals.recommended if self.finals else None,
            finals=self.finals.award if self.finals else None,
            case=self.slug,
        )


class WrittenCase(Record):
    """The file of a case: what it is, and its text."""

    case: WinningCase
    text: CaseText
