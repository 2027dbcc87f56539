"""The phases of an edition, with the vagueness that its notice gives them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field

from generator.model.moment import Moment, day_of
from generator.model.record import ContentFile, Record, Text


class PhaseKind(StrEnum):
    """What happens in a phase."""

    PREPARATION = "preparation"
    REGISTRATION = "registration"
    REVIEW = "review"
    PUBLICITY = "publicity"
    FINAL = "final"
    CEREMONY = "ceremony"
    OTHER = "other"


class Approximation(StrEnum):
    """How vague the notice is: a morning or afternoon, a ten-day period 旬, a part of a month, a whole month."""

    HALF_DAY = "half-day"
    TEN_DAY = "ten-day"
    PART_OF_MONTH = "part-of-month"
    MONTH = "month"


class Phase(Record):
    """One step of the timeline.

    `start` and `end` are inclusive moments, either may be open (None). When `approximate` is set they are the
    earliest and the latest that the wording allows, but for the one that is `exact`; `text` is what readers see.
    """

    id: Text = Field(title="编号", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: Text = Field(title="名称")
    kind: PhaseKind = Field(title="类别", strict=False)
    start: Moment | None = Field(None, title="开始日期")
    end: Moment | None = Field(None, title="结束日期")
    text: Text = Field(title="通知的写法")
    approximate: Approximation | None = Field(None, title="约略程度", strict=False)
    exact: Literal["start", "end"] | None = Field(None, title="约略阶段中写明的一头")
    description: Text | None = Field(None, title="说明")

    @property
    def days(self) -> dict[str, date]:
        """What is known of when it starts and ends, by key."""
        return {key: day for key, day in (("start", self.start), ("end", self.end)) if day}

    @property
    def sort_day(self) -> date:
        """The earliest day of the phase that is known; phases without any day sort last."""
        return day_of(self.start or self.end or date.max)

    @property
    def is_vague(self) -> bool:
        """Whether the notice leaves open on which day the phase begins or ends; of a half day the day is known."""
        return self.approximate not in (None, Approximation.HALF_DAY)

    @property
    def exact_start(self) -> date | None:
        """When the phase begins, if the notice says exactly."""
        return None if self.is_vague and self.exact != "start" else self.start

    @property
    def exact_end(self) -> date | None:
        """When the phase ends, if the notice says exactly."""
        return None if self.is_vague and self.exact != "end" else self.end

    @property
    def last(self) -> date | None:
        """When the phase ends, as far as it can be known: a ceremony on one day is over with it; not 11月8日起."""
        is_day = self.kind is PhaseKind.CEREMONY and self.exact_start and not self.text.endswith("起")
        return self.end or (day_of(self.start) if is_day and self.start else None)


class Timeline(ContentFile):
    """`timeline.yml`."""

    phases: tuple[Phase, ...] = Field(title="赛程阶段")
