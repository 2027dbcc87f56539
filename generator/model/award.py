"""The award scheme of an edition: levels, how many of each, prizes, special awards."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.model.record import ContentFile, Count, Record, Text, Texts


class QuotaScope(StrEnum):
    """What a quota counts over: every listed track by itself, the listed tracks together, the whole edition."""

    TRACK = "track"
    GROUP = "group"
    EDITION = "edition"


class Quota(Record):
    """How many awards of one level may be given; `count` is None where the notice does not say."""

    scope: QuotaScope = Field(title="范围", strict=False)
    tracks: Texts = Field((), title="赛道")
    level: Text = Field(title="奖项等级")
    count: Count | None = Field(title="名额")


class Prize(Record):
    """Cash for one award of a level, in yuan."""

    level: Text = Field(title="奖项")
    cny: Count = Field(title="奖金（元）")


class SpecialAward(Record):
    """An award outside the order of levels."""

    name: Text = Field(title="名称")
    rule: Text | None = Field(None, title="规则")


class AwardScheme(ContentFile):
    """`awards.yml`: the levels from the highest to the lowest, with quotas and prizes."""

    levels: Texts = Field(title="奖项等级")
    quotas: tuple[Quota, ...] = Field((), title="名额")
    prizes: tuple[Prize, ...] = Field((), title="奖金")
    special: tuple[SpecialAward, ...] = Field((), title="特色奖")
    total: Count | None = Field(None, title="奖项总数")
    forms: Texts = Field((), title="奖励形式")
    notes: Texts = Field((), title="说明")
