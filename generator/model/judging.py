"""How entries are judged: rubrics of up to three levels of indicators, review stages, expert panels."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from generator.model.record import ContentFile, Count, Record, Text, Texts


class Indicator(Record):
    """An indicator; leaves may carry points, the others carry further indicators."""

    name: Text = Field(title="指标")
    points: float | None = Field(None, title="分值", gt=0)
    note: Text | None = Field(None, title="评价说明")
    focus: Texts = Field((), title="评审要点")
    children: tuple[Indicator, ...] = Field((), title="下级指标")

    def leaves(self) -> Iterator[Indicator]:
        """The indicators without further ones below them."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()

    @property
    def depth(self) -> int:
        """Levels of indicators from here down, at least 1."""
        return 1 + max((child.depth for child in self.children), default=0)


class Rubric(Record):
    """A table of indicators for some tracks, or for all when `tracks` is empty."""

    name: Text = Field(title="名称")
    tracks: Texts = Field((), title="赛道")
    total: float | None = Field(None, title="满分", gt=0)
    indicators: tuple[Indicator, ...] = Field(title="指标", min_length=1)

    def points(self) -> float | None:
        """The sum of all leaf points, or None when no leaf has any."""
        given = [leaf.points for top in self.indicators for leaf in top.leaves() if leaf.points is not None]
        return sum(given) if given else None


class Stage(Record):
    """One round of review."""

    name: Text = Field(title="名称")
    text: Text = Field(title="说明")
    dimensions: Texts = Field((), title="没有分值的评审维度")


class Panel(Record):
    """A group of experts."""

    name: Text = Field(title="名称")
    members: Count | None = Field(None, title="人数")
    text: Text | None = Field(None, title="说明")


class Judging(ContentFile):
    """`judging.yml`."""

    rubrics: tuple[Rubric, ...] = Field((), title="评价指标")
    stages: tuple[Stage, ...] = Field((), title="评审环节")
    panels: tuple[Panel, ...] = Field((), title="专家组")
    notes: Texts = Field((), title="说明")
