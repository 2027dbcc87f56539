"""Bars: upright where their labels fit, else lying, with every value beside its bar."""

from __future__ import annotations

from generator.model.figures.chart import Chart
from generator.views.charts.canvas import LEAD, Canvas, ems, known, scale
from generator.views.parts.wording import number

_BLANK = "—"
_SMALL = 0.92
"""The size of values beside bars."""


def draw(chart: Chart, canvas: Canvas) -> None:
    """The whole chart."""
    size = canvas.size
    canvas.legend(
        [series.name for series in chart.series],
        lambda x, y, style: canvas.block(x, y - 0.5 * size, 1.8 * size, size, style),
    )
    (_columns if _stands(chart, canvas) else _rows)(chart, canvas)


def shown(value: float | None) -> str:
    """A value in words."""
    return _BLANK if value is None else number(value).replace("-", "−")


def label_column(chart: Chart, canvas: Canvas) -> float:
    """How wide the names of rows are beside them; 0 when they are so long that they stand above."""
    wide = max(map(ems, chart.categories)) * canvas.size
    return wide + 0.8 * canvas.size if wide <= 0.3 * canvas.width else 0.0


def extent(chart: Chart) -> tuple[float, float]:
    """The least and the greatest of its values and 0; apart, even if all are 0."""
    values = known(value for series in chart.series for value in series.values)
    low, high = min(0.0, *values), max(0.0, *values)
    return (low, high) if high > low else (0.0, 1.0)


def _bar(chart: Chart, canvas: Canvas) -> float:
    """The width of an upright bar."""
    slot = canvas.width / len(chart.categories)
    return min(0.76 * slot / len(chart.series), 4.2 * canvas.size)


def _stands(chart: Chart, canvas: Canvas) -> bool:
    slot = canvas.width / len(chart.categories)
    widest = max(ems(shown(value)) for series in chart.series for value in series.values) * _SMALL * canvas.size
    return max(map(ems, chart.categories)) * canvas.size <= 0.94 * slot and widest <= 1.1 * _bar(chart, canvas)


def _columns(chart: Chart, canvas: Canvas) -> None:
    size = canvas.size
    low, high = extent(chart)
    top = canvas.height + LEAD * size
    foot = top + canvas.plot
    at = scale(low, high, foot - (LEAD * size if low < 0 else 0), top)
    slot, bar = canvas.width / len(chart.categories), _bar(chart, canvas)
    for place, category in enumerate(chart.categories):
        middle = (place + 0.5) * slot
        for style, series in enumerate(chart.series):
            x, value = middle + (style - len(chart.series) / 2) * bar, series.values[place]
            y, zero = at(value or 0), at(0)
            if value:
                canvas.block(x + 0.04 * bar, min(y, zero), 0.92 * bar, abs(y - zero), style)
            beside = y + (0.75 if (value or 0) < 0 else -0.65) * size
            canvas.words(x + bar / 2, beside, shown(value), "middle", part=_SMALL)
        canvas.words(middle, foot + 0.9 * size, category, "middle")
    canvas.rule(0, at(0), canvas.width, at(0), canvas.paint(stroke="text", weight=0.8))
    canvas.height = foot + 1.7 * size


def _rows(chart: Chart, canvas: Canvas) -> None:
    size = canvas.size
    low, high = extent(chart)
    beside = label_column(chart, canvas)
    values = [ems(shown(value)) for series in chart.series for value in series.values]
    room = (max(values) * _SMALL + 0.6) * size
    at = scale(low, high, beside + (room if low < 0 else 0), canvas.width - room)
    thick, y = 1.25 * size, canvas.height
    for place, category in enumerate(chart.categories):
        deep = thick * len(chart.series)
        if beside:
            canvas.words(beside - 0.8 * size, y + deep / 2, category, "end")
        else:
            canvas.words(0, y + 0.6 * size, category)
            y += 1.35 * size
        canvas.rule(at(0), y, at(0), y + deep, canvas.paint(stroke="text", weight=0.8))
        for style, series in enumerate(chart.series):
            value = series.values[place]
            end, zero, under = at(value or 0), at(0), (value or 0) < 0
            if value:
                canvas.block(min(end, zero), y + 0.06 * thick, abs(end - zero), 0.88 * thick, style)
            x = end + (-0.35 if under else 0.35) * size
            canvas.words(x, y + thick / 2, shown(value), "end" if under else "start", part=_SMALL)
            y += thick
        y += 0.7 * size
    canvas.height = y
