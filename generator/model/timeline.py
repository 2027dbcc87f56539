"""The phases of an edition, with the vagueness that its notice gives them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

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
    """How vague the notice is: a ten-day period 旬, the beginning or end of a month, a whole month."""

    TEN_DAY = "ten-day"
    PART_OF_MONTH = "part-of-month"
    MONTH = "month"


class Phase(Record):
    """One step of the timeline.

    `start` and `end` are inclusive days, either may be open (None). When `approximate` is set they are the
    earliest and the latest day that the wording allows, good for sorting only; `text` is what readers see.
    """

    id: Text = Field(title="编号", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: Text = Field(title="名称")
    kind: PhaseKind = Field(title="类别", strict=False)
    start: date | None = Field(None, title="开始日期")
    end: date | None = Field(None, title="结束日期")
    text: Text = Field(title="通知的写法")
    approximate: Approximation | None = Field(None, title="约略程度", strict=False)
    description: Text | None = Field(None, title="说明")

    @property
    def sort_day(self) -> date:
        """The earliest day of the phase that is known; phases without any day sort last."""
        return self.start or self.end or date.max


class Timeline(ContentFile):
    """`timeline.yml`."""

    phases: tuple[Phase, ...] = Field(title="赛程阶段", min_length=1)
