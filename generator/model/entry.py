"""Entries: the projects of an edition in its lists, from finalists to the national finals, with or without a write-up.

What becomes of a project is told stage by stage and never overwritten: `proposed` stays when `awards` differ, and what
changed is a `Change`. A stage is public as soon as its list is; until then nobody learns of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum

from pydantic import Field

from generator.model.moment import Moment, begins
from generator.model.record import ContentFile, EditionId, Email, Record, Text, Texts, TrackId


class ListKind(StrEnum):
    """The lists of an edition, in the order in which they are made."""

    FINALISTS = "finalists"
    PROPOSED = "proposed"
    WINNERS = "winners"
    RECOMMENDED = "recommended"
    FINALS = "finals"

    @property
    def fact(self) -> str:
        """The field of an entry that says whether, or how, it is in the list."""
        return _FACTS[self]


_FACTS = {
    ListKind.FINALISTS: "finalist",
    ListKind.PROPOSED: "proposed",
    ListKind.WINNERS: "awards",
    ListKind.RECOMMENDED: "recommended",
    ListKind.FINALS: "finals",
}


NUMBER = r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"
"""The number of an entry, which is part of its address and of its certificate's number."""


UNTOLD = "？"
"""What stands for the track or unit of a row that does not say it, after that was reported."""


class Entry(Record):
    """A project. Its stages are empty where its edition has not come that far, or does not say."""

    number: Text = Field(title="编号", pattern=NUMBER, max_length=60)
    title: Text = Field(title="项目名称")
    unit: Text | None = Field(None, title="牵头单位")
    partners: Texts = Field((), title="合作单位")
    team: Text | None = Field(None, title="团队名称")
    track: Text = Field(title="赛道")
    topic: Text | None = Field(None, title="赛题")
    region: Text | None = Field(None, title="地区")
    kind: Text | None = Field(None, title="单位类型")
    sme: bool | None = Field(None, title="中小企业")
    finalist: bool | None = Field(None, title="入围")
    proposed: Texts = Field((), title="拟获奖项")
    awards: Texts = Field((), title="奖项")
    recommended: bool | None = Field(None, title="推荐总决赛")
    finals: Text | None = Field(None, title="总决赛奖项")
    case: Text | None = Field(None, title="案例")
    people: Texts = Field((), title="参赛者")
    mentors: Texts = Field((), title="指导教师")

    def is_in(self, stage: ListKind) -> bool:
        """Whether it stands in a list."""
        return bool(getattr(self, stage.fact))

    @property
    def units(self) -> tuple[str, ...]:
        """The leading unit where there is one, then its partners."""
        return (*((self.unit,) if self.unit else ()), *self.partners)

    @property
    def holder(self) -> str:
        """Who is named first: the unit, or else the team, or the people."""
        return self.unit or self.team or "、".join(self.people)


class ChangeKind(StrEnum):
    """What happened to an entry after it stood in a list."""

    WITHDRAWN = "withdrawn"
    DISQUALIFIED = "disqualified"
    REPLACED = "replaced"
    REGRADED = "regraded"
    CORRECTED = "corrected"

    @property
    def ends(self) -> bool:
        """Whether the entry stands in no later list."""
        return self in (ChangeKind.WITHDRAWN, ChangeKind.DISQUALIFIED, ChangeKind.REPLACED)


class Change(Record):
    """One thing that became different; `by` is the entry that took the place."""

    entry: Text = Field(title="编号")
    on: date = Field(title="日期")
    kind: ChangeKind = Field(title="变动", strict=False)
    by: Text | None = Field(None, title="替补项目的编号")
    note: Text | None = Field(None, title="说明")


class Office(Record):
    """An office that takes objections; never a private person."""

    role: Text = Field(title="机构或岗位")
    phone: Text | None = Field(None, title="电话")
    email: Email | None = Field(None, title="电子邮箱")
    address: Text | None = Field(None, title="地址")


class EntryList(Record):
    """One list as it is published; `start` and `end` are the period in which it is open to objections."""

    stage: ListKind = Field(title="名单", strict=False)
    title: Text | None = Field(None, title="标题")
    basis: Text | None = Field(None, title="依据")
    publish_at: Moment | None = Field(None, title="发布时间")
    start: Moment | None = Field(None, title="公示开始")
    end: Moment | None = Field(None, title="公示结束")
    objections: Text | None = Field(None, title="异议的提出")
    offices: tuple[Office, ...] = Field((), title="受理异议的机构")
    issuer: Text | None = Field(None, title="发布机构")
    issued: date | None = Field(None, title="落款日期")
    note: Text | None = Field(None, title="说明")

    def is_public(self, at: datetime, drafts: bool = False) -> bool:
        """Whether readers may see it at that minute."""
        return drafts or self.publish_at is None or begins(self.publish_at) <= at


class Barred(Record):
    """A unit that may not take part, and why; for checks only and never published."""

    unit: Text = Field(title="单位")
    reason: Text = Field(title="原因")


class Entries(ContentFile):
    """The entries of one edition: `entries.yml`, whose rows may stand in `entries.csv` instead."""

    lists: tuple[EntryList, ...] = Field((), title="名单")
    changes: tuple[Change, ...] = Field((), title="变动")
    barred: tuple[Barred, ...] = Field((), title="不得参赛的单位", exclude=True, repr=False)
    entries: tuple[Entry, ...] = Field((), title="项目")

    def list_of(self, stage: ListKind) -> EntryList:
        """What is known of a list."""
        return next((each for each in self.lists if each.stage is stage), EntryList(stage=stage))

    def public(self, at: datetime, drafts: bool = False) -> Entries:
        """The entries as readers may know them at that minute."""
        hidden = [stage for stage in ListKind if not self.list_of(stage).is_public(at, drafts)]
        blank = {stage.fact: Entry.model_fields[stage.fact].default for stage in hidden}
        seen = (entry.model_copy(update=blank) for entry in self.entries) if blank else self.entries
        entries = tuple(entry for entry in seen if any(map(entry.is_in, ListKind)))
        known = {entry.number for entry in entries}
        made = (each for each in self.changes if each.entry in known and begins(each.on) <= at)
        changes = (each if each.by in known else each.model_copy(update={"by": None}) for each in made)
        lists = (each for each in self.lists if each.stage not in hidden)
        return self.model_copy(update={"lists": tuple(lists), "changes": tuple(changes), "entries": entries})

    def ended(self) -> Mapping[str, Change]:
        """The last change of every entry that left, by number."""
        return {change.entry: change for change in self.changes if change.kind.ends}


def track_of(edition: EditionId, entry: Entry) -> TrackId:
    """The id of an entry's track."""
    return TrackId(f"{edition}/{entry.track}")


def sme_share(entries: Iterable[Entry]) -> tuple[int, int, int]:
    """How many are entries of small or medium enterprises, how many are not known to be, and how many there are."""
    known = [entry.sme for entry in entries]
    return sum(sme is True for sme in known), sum(sme is None for sme in known), len(known)
