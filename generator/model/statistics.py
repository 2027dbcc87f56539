"""Figures of an edition that its list of entries does not hold: above all how many projects were handed in."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from generator.model.moment import Moment, begins
from generator.model.record import ContentFile, Count, Record, Text


class Submitted(Record):
    """How many projects were handed in, in all and by what is known of them; each division is whole or absent."""

    total: Count = Field(title="合计")
    by_track: dict[Text, Count] = Field({}, title="按赛道")
    by_region: dict[Text, Count] = Field({}, title="按地区")
    by_kind: dict[Text, Count] = Field({}, title="按单位类型")


class Statistics(ContentFile):
    """The figures of one edition: `statistics.yml`."""

    submitted: Submitted = Field(title="报送项目")
    source: Text = Field(title="数字来源")
    publish_at: Moment | None = Field(None, title="发布时间")

    def is_public(self, on: date) -> bool:
        """Whether readers may see the figures at that moment."""
        return self.publish_at is None or begins(self.publish_at) <= begins(on)
