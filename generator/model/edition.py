"""An edition: one branch's contest of one year, as its notice describes it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from generator.model.moment import Moment
from generator.model.record import (
    FABRICATED,
    Attachment,
    BranchId,
    ContentFile,
    Count,
    EditionId,
    Email,
    Record,
    Share,
    Text,
    Texts,
)


class SourceDocument(Record):
    """The official document that the edition's facts come from."""

    number: Text | None = Field(None, title="文号")
    title: Text | None = Field(None, title="文件标题")
    issuer: Text | None = Field(None, title="发文机关")
    issued: date | None = Field(None, title="成文日期")
    url: str | None = Field(None, title="原文地址", pattern=r"^https?://")
    bases: Texts = Field((), title="办赛依据")


class Organisers(Record):
    """The bodies behind an edition, by role."""

    guiding: Texts = Field((), title="指导单位")
    hosts: Texts = Field((), title="主办单位")
    undertakers: Texts = Field((), title="承办单位")
    supporters: Texts = Field((), title="协办和支持单位")
    committee: Texts = Field((), title="组委会成员单位")
    secretariat: Texts = Field((), title="秘书处")
    notes: Texts = Field((), title="机构分工")

    def roles(self) -> tuple[tuple[str, Texts], ...]:
        """The bodies by role; roles that the notice does not name are left out."""
        roles = (
            ("指导单位", self.guiding),
            ("主办单位", self.hosts),
            ("承办单位", self.undertakers),
            ("协办和支持单位", self.supporters),
            ("组委会成员单位", self.committee),
            ("秘书处（组委会办公室）", self.secretariat),
        )
        return tuple((role, names) for role, names in roles if names)


class Registration(Record):
    """Where and when teams register."""

    url: str | None = Field(None, title="报名网址", pattern=r"^https?://")
    opens: Moment | None = Field(None, title="开始日期")
    closes: Moment | None = Field(None, title="截止日期")
    text: Text | None = Field(None, title="通知的写法")


class SubmissionItem(Record):
    """One thing that an entry must hand in."""

    item: Text = Field(title="材料")
    due: Text | None = Field(None, title="何时提交")
    parts: Texts = Field((), title="组成部分")


class TeamRules(Record):
    """Rules for teams."""

    max_representatives: Count | None = Field(None, title="参赛代表人数上限")
    organisers_may_enter: bool = Field(False, title="组织单位可以参赛")


class Publicity(Record):
    """How long results are open to objections; so long each time when it says `of` what."""

    days: Count = Field(title="天数")
    of: Texts = Field((), title="公示什么")
    unit: Literal["calendar", "working"] | None = Field(None, title="自然日或工作日")


class Finals(Record):
    """What may be recommended to the national finals: by this branch, or by each branch as the national notice says."""

    quota: Count | None = Field(None, title="推荐名额")
    at_most: bool = Field(False, title="名额是上限")
    scope: Literal["this-branch", "each-branch"] = Field("this-branch", title="名额属于谁")
    others_at_most: Count | None = Field(None, title="其他赛事各自的上限")
    sme_min_share: Share | None = Field(None, title="中小企业最低比例")


class Results(Record):
    """Where the results stand that this site does not hold."""

    url: str | None = Field(None, title="结果网址", pattern=r"^https?://")
    note: Text | None = Field(None, title="说明")


class Benefit(Record):
    """Something offered to entrants or winners; to those of some tracks only when `tracks` names them."""

    name: Text = Field(title="名称")
    text: Text = Field(title="说明")
    tracks: Texts = Field((), title="赛道")


Audience = Literal["entrants", "branches", "contests", "experts", "press"]
"""Whom a rule binds: who enters, who holds a branch's contest, who holds other contests, who judges, who reports."""

About = Literal[
    "eligibility",
    "registration",
    "materials",
    "judging",
    "awards",
    "finals",
    "publicity",
    "complaints",
    "names",
    "fees",
    "promotion",
    "organising",
    "questions",
]
"""What a rule is about, in the order in which rules are shown."""


class Rule(Record):
    """A rule that has no place of its own in the format."""

    name: Text = Field(title="名称")
    text: Text = Field(title="说明")
    about: About | None = Field(None, title="关于什么")
    audience: tuple[Audience, ...] = Field((), title="对谁说")


class Contact(Record):
    """An office or role that answers questions; never a private person."""

    role: Text = Field(title="机构或岗位")
    phone: Text | None = Field(None, title="电话")
    email: Email | None = Field(None, title="电子邮箱")
    hours: Text | None = Field(None, title="受理时间")
    about: About | None = Field(None, title="受理什么")


class SourceNote(Record):
    """A gap or contradiction in the notice itself, kept as it is."""

    place: Text = Field(title="位置")
    note: Text = Field(title="说明")


class EditionFile(ContentFile):
    """`edition.yml` as an editor writes it."""

    name: Text = Field(title="规范名称")
    theme: Text | None = Field(None, title="主题")
    summary: Text | None = Field(None, title="简介")
    document: SourceDocument = Field(SourceDocument(), title="依据文件")
    organisers: Organisers = Field(Organisers(), title="组织机构")
    registration: Registration = Field(Registration(), title="报名")
    goals: Texts = Field((), title="赛事目标")
    eligibility: Texts = Field((), title="参赛单位要求")
    project_requirements: Texts = Field((), title="参赛项目要求")
    submission: tuple[SubmissionItem, ...] = Field((), title="提交材料")
    case_outline: Texts = Field((), title="案例提纲")
    team: TeamRules = Field(TeamRules(), title="团队")
    publicity: Publicity | None = Field(None, title="公示")
    finals: Finals = Field(Finals(), title="全国总决赛")
    results: Results = Field(Results(), title="其他渠道公布的结果")
    benefits: tuple[Benefit, ...] = Field((), title="权益")
    rules: tuple[Rule, ...] = Field((), title="其他规则")
    contacts: tuple[Contact, ...] = Field((), title="联系方式")
    attachments: tuple[Attachment, ...] = Field((), title="附件")
    source_notes: tuple[SourceNote, ...] = Field((), title="来源说明")
    demo: bool = Field(False, title=FABRICATED)


class Edition(EditionFile):
    """One branch's contest of one year."""

    id: EditionId
    branch: BranchId
    year: int

    @property
    def begun(self) -> date:
        """The day on which its notice was issued; the year's first day when it is not known."""
        return self.document.issued or date(self.year, 1, 1)
