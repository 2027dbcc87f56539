"""A chart as a drawing and in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.media.palette import Palette
from generator.model.figures.chart import Chart, ChartKind, Series
from generator.views.charts import bar_chart, change_chart, line_chart, share_chart
from generator.views.charts.bar_chart import shown
from generator.views.charts.canvas import Canvas

_KINDS: Mapping[ChartKind, tuple[str, Callable[[Chart, Canvas], None]]] = {
    ChartKind.BAR: ("柱状图", bar_chart.draw),
    ChartKind.LINE: ("折线图", line_chart.draw),
    ChartKind.SHARE: ("占比图", share_chart.draw),
    ChartKind.CHANGE: ("前后对比图", change_chart.draw),
}


def drawn(chart: Chart, canvas: Canvas) -> Canvas:
    """The canvas with the chart on it."""
    _KINDS[chart.type][1](chart, canvas)
    return canvas


def roles(colours: Palette) -> Mapping[str, str]:
    """The colours of all roles, on light paper."""
    light = colours.light
    return {
        "font": "Noto Sans CJK SC",
        "first": light.primary,
        "second": light.accent,
        "first-soft": light.line,
        "second-soft": light.accent_soft,
        "paper": "#ffffff",
        "text": "#000000",
        "grid": light.line,
        "on": "#ffffff",
    }


def title(chart: Chart) -> str:
    """What the chart shows, with its unit."""
    return f"{chart.title}（单位：{chart.unit}）" if chart.unit else chart.title


def description(chart: Chart) -> str:
    """What can be seen in the chart, for those who cannot see it."""
    parts = "；".join(_described(chart, series) for series in chart.series)
    unit = f"，单位：{chart.unit}" if chart.unit else ""
    return f"{_KINDS[chart.type][0]}{unit}。{parts}。"


def _described(chart: Chart, series: Series) -> str:
    """All values of a short series, else its ends and extremes."""
    pairs = [(name, v) for name, v in zip(chart.categories, series.values, strict=True) if v is not None]
    if len(pairs) <= 6:
        return f"{series.name}：" + "，".join(f"{name}{shown(value)}" for name, value in pairs)
    (first, begun), (last, ended) = pairs[0], pairs[-1]
    (low, least), (high, most) = min(pairs, key=lambda pair: pair[1]), max(pairs, key=lambda pair: pair[1])
    ends = f"从{first}的{shown(begun)}到{last}的{shown(ended)}"
    return f"{series.name}：{ends}，最高{shown(most)}（{high}），最低{shown(least)}（{low}）"
