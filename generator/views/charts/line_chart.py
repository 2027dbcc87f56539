"""Lines over an axis, each with its own dashes and marks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from generator.model.figures.chart import Chart
from generator.views.charts.bar_chart import shown
from generator.views.charts.canvas import LEAD, Canvas, Scale, ems, known, scale, ticks

_DASHES = ("", "4 2", "1 2", "7 2 1 2")
"""In tenths of the letters' size times five."""

_MARKED = 16
"""Marks that a line has at most."""

_TOLD = 12
"""Points of a single line up to which each has its value."""


def draw(chart: Chart, canvas: Canvas) -> None:
    """The whole chart."""
    size = canvas.size
    canvas.legend([series.name for series in chart.series], lambda x, y, style: _sample(canvas, x, y, style))
    values = known(value for series in chart.series for value in series.values)
    values += [chart.threshold.value] if chart.threshold else []
    low, high = min(values), max(values)
    marks = ticks(0.0 if 0 <= low < 0.5 * high else low, high)
    names = list(map(shown, marks))
    left = (max(map(ems, names)) + 0.6) * size
    top = canvas.height + (LEAD if len(chart.series) == 1 or chart.threshold else 0.6) * size
    foot = top + canvas.plot
    y = scale(marks[0], marks[-1], foot, top)
    inset = min(1.6 * size, 0.5 * (canvas.width - left) / len(chart.categories))
    x = scale(0, max(1, len(chart.categories) - 1), left + inset, canvas.width - inset)
    for mark, name in zip(marks, names, strict=True):
        canvas.words(left - 0.6 * size, y(mark), name, "end")
        role, weight = ("text", 0.8) if mark == marks[0] else ("grid", 0.7)
        canvas.rule(left, y(mark), canvas.width, y(mark), canvas.paint(stroke=role, weight=weight))
    if chart.threshold:
        _threshold(chart, canvas, left, y(chart.threshold.value))
    for style, series in enumerate(chart.series):
        points = [None if v is None else (x(place), y(v)) for place, v in enumerate(series.values)]
        _line(canvas, points, style)
        for point in points[:: -(-len(points) // _MARKED)]:
            if point:
                canvas.dot(*point, style)
    if len(chart.series) == 1:
        _values(chart, canvas, x, y)
    _names_below(chart, canvas, x, foot + 0.9 * size)
    canvas.height = foot + 1.7 * size


def _sample(canvas: Canvas, x: float, y: float, style: int) -> None:
    _line(canvas, [(x, y), (x + 1.8 * canvas.size, y)], style)
    canvas.dot(x + 0.9 * canvas.size, y, style)


def _line(canvas: Canvas, points: Sequence[tuple[float, float] | None], style: int) -> None:
    """A line with gaps where nothing is known."""
    dashes = " ".join(f"{float(part) * canvas.size / 5:.1f}" for part in _DASHES[style].split())
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    runs = [[point for point in run if point] for known, run in groupby(points, bool) if known]
    joined = "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in run) for run in runs)
    canvas.path(joined, canvas.paint(stroke="second" if style % 2 else "first", weight=1.8) + dashed)


def _threshold(chart: Chart, canvas: Canvas, left: float, y: float) -> None:
    assert chart.threshold
    size = canvas.size
    dashed = f' stroke-dasharray="{0.5 * size:.1f} {0.3 * size:.1f}"'
    canvas.rule(left, y, canvas.width, y, canvas.paint(stroke="second", weight=1.0) + dashed)
    words = f"{chart.threshold.label} {shown(chart.threshold.value)}"
    canvas.words(left + 0.4 * size, y - 0.7 * size, words, role="second")


def _values(chart: Chart, canvas: Canvas, x: Scale, y: Scale) -> None:
    """The values above a single line, when they fit side by side."""
    (series,) = chart.series
    step = canvas.width / len(chart.categories)
    told = [(place, value) for place, value in enumerate(series.values) if value is not None]
    if len(told) > _TOLD or max(ems(shown(value)) for _, value in told) * canvas.size > 1.1 * step:
        return
    for place, value in told:
        canvas.words(x(place), y(value) - 0.9 * canvas.size, shown(value), "middle", part=0.92)


def _names_below(chart: Chart, canvas: Canvas, x: Scale, y: float) -> None:
    """As many names of points as fit, evenly, the last one among them."""
    size, last = canvas.size, len(chart.categories) - 1
    widest = max(map(ems, chart.categories)) * size + 0.8 * size
    every = next((n for n in range(1, last + 1) if x(n) - x(0) >= widest), max(1, last))
    for place in range(last % every, last + 1, every):
        name = chart.categories[place]
        half = ems(name) * size / 2
        canvas.words(min(max(x(place), half), canvas.width - half), y, name, "middle")
