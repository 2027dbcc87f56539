"""The award scheme of an edition: levels, how many of each, prizes, special awards."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.model.record import ContentFile, Count, Record, Share, Text, Texts


class QuotaScope(StrEnum):
    """What a quota counts over: every listed track by itself, the listed tracks together, the whole edition."""

    TRACK = "track"
    GROUP = "group"
    EDITION = "edition"


class Quota(Record):
    """How many awards of one level may be given: a number, or a share of something; None of both: not said."""

    scope: QuotaScope = Field(title="范围", strict=False)
    tracks: Texts = Field((), title="赛道")
    level: Text = Field(title="奖项等级")
    count: Count | None = Field(None, title="名额")
    share: Share | None = Field(None, title="比例")
    of: Text | None = Field(None, title="占什么的比例")

    def holds_for(self, tracks: tuple[str, ...]) -> tuple[str, ...]:
        """The tracks that it names; all of its edition's `tracks` when it names none, unless it is the edition's."""
        return self.tracks or (() if self.scope is QuotaScope.EDITION else tracks)

    def total(self, tracks: tuple[str, ...]) -> int | None:
        """How many awards it allows in all, in an edition with these tracks; None where the notice does not say."""
        times = len(self.holds_for(tracks)) if self.scope is QuotaScope.TRACK else 1
        return None if self.count is None else self.count * times


class Prize(Record):
    """What one award brings: cash in yuan, things and services; of some tracks only when `tracks` names them."""

    level: Text = Field(title="奖项")
    cny: Count | None = Field(None, title="奖金（元）")
    items: Texts = Field((), title="实物和服务")
    tracks: Texts = Field((), title="赛道")


class SpecialAward(Record):
    """An award outside the order of levels."""

    name: Text = Field(title="名称")
    rule: Text | None = Field(None, title="规则")


class AwardScheme(ContentFile):
    """`awards.yml`: the levels from the highest to the lowest, with quotas and prizes."""

    levels: Texts = Field(title="奖项等级")
    quotas: tuple[Quota, ...] = Field((), title="名额")
    prizes: tuple[Prize, ...] = Field((), title="奖励")
    no_cash: bool = Field(False, title="不设奖金")
    special: tuple[SpecialAward, ...] = Field((), title="特色奖")
    in_principle: bool = Field(False, title="名额可以调整")
    total: Count | None = Field(None, title="奖项总数")
    forms: Texts = Field((), title="奖励形式")
    notes: Texts = Field((), title="说明")

    @property
    def names(self) -> tuple[str, ...]:
        """Every award: the levels from the highest, then the special ones."""
        return (*self.levels, *(award.name for award in self.special))

    def rank(self, award: str) -> int:
        """The place of an award among all, 1 for the highest level; unknown ones come last."""
        return self.names.index(award) + 1 if award in self.names else len(self.names) + 1

    def total_of(self, level: str, tracks: tuple[str, ...]) -> int | None:
        """How many awards of a level there are in an edition with these tracks; None where the notice does not say."""
        totals = [quota.total(tracks) for quota in self.quotas if quota.level == level]
        known = [total for total in totals if total is not None]
        return sum(known) if known and len(known) == len(totals) else None
