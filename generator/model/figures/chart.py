"""A chart: figures of a case that are drawn when pages and books are made."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.record import Record, Text, Texts


class ChartKind(StrEnum):
    """How figures are shown: side by side, along a line, as parts of a whole, before and after."""

    BAR = "bar"
    LINE = "line"
    SHARE = "share"
    CHANGE = "before-after"


Number = Annotated[float, Field(allow_inf_nan=False)]


class Series(Record):
    """One row of figures, one for each category; None where nothing is known."""

    name: Text = Field(title="名称")
    values: tuple[Number | None, ...] = Field(title="数值")


class Threshold(Record):
    """A value that the figures are held against, such as a warning level."""

    value: Number = Field(title="数值")
    label: Text = Field(title="名称")


class Chart(Record):
    """Figures that a text names by `![](#id)`; those that it does not name stand before it."""

    id: str = Field(title="编号", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    type: Annotated[ChartKind, Field(strict=False)] = Field(title="图表类型")
    title: Text = Field(title="图题")
    unit: Text | None = Field(None, title="单位")
    categories: Texts = Field(title="类别")
    series: tuple[Series, ...] = Field(title="数据")
    threshold: Threshold | None = Field(None, title="参照值")
    source: Text = Field(title="数据来源")
