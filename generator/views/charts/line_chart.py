"""Lines over an axis, each with its own dashes and marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby, pairwise

from generator.model.figures.chart import Chart
from generator.views.charts.bar_chart import shown
from generator.views.charts.canvas import LEAD, Canvas, Scale, ems, known, scale, ticks

_DASHES = ("", "4 2", "1 2", "7 2 1 2")
"""In tenths of the letters' size times five."""

_MARKED = 16
"""Marks that a line has at most."""

_TOLD = 12
"""Points of a single line up to which each has its value."""


@dataclass(frozen=True, slots=True)
class _Axes:
    """Where points stand: `x` takes the number of a category, `y` a value."""

    x: Scale
    y: Scale
    left: float
    foot: float


def draw(chart: Chart, canvas: Canvas) -> None:
    """The whole chart."""
    threshold = [f"{chart.threshold.label} {shown(chart.threshold.value)}"] if chart.threshold else []
    canvas.legend([*(series.name for series in chart.series), *threshold], partial(_sample, chart, canvas))
    axes = _axes(chart, canvas)
    if chart.threshold:
        _threshold(canvas, axes.left, canvas.width, axes.y(chart.threshold.value))
    for style, series in enumerate(chart.series):
        points = [None if v is None else (axes.x(place), axes.y(v)) for place, v in enumerate(series.values)]
        _line(canvas, points, style)
        for point in points[:: -(-len(points) // _MARKED)]:
            if point:
                canvas.dot(*point, style)
    if len(chart.series) == 1:
        _values(chart, canvas, axes)
    _names_below(chart, canvas, axes)
    canvas.height = axes.foot + 1.7 * canvas.size


def _axes(chart: Chart, canvas: Canvas) -> _Axes:
    """The grid with its values."""
    size = canvas.size
    values = known(value for series in chart.series for value in series.values)
    values += [chart.threshold.value] if chart.threshold else []
    low, high = min(values), max(values)
    marks = ticks(0.0 if 0 <= low < 0.5 * high else low, high)
    names = list(map(shown, marks))
    left = (max(map(ems, names)) + 0.6) * size
    top = canvas.height + (LEAD if len(chart.series) == 1 else 0.6) * size
    foot = top + canvas.plot
    inset = min(1.6 * size, 0.5 * (canvas.width - left) / len(chart.categories))
    x = scale(0, max(1, len(chart.categories) - 1), left + inset, canvas.width - inset)
    y = scale(marks[0], marks[-1], foot, top)
    for mark, name in zip(marks, names, strict=True):
        canvas.words(left - 0.6 * size, y(mark), name, "end")
        role, weight = ("text", 0.8) if mark == marks[0] else ("grid", 0.7)
        canvas.rule(left, y(mark), canvas.width, y(mark), canvas.paint(stroke=role, weight=weight))
    return _Axes(x, y, left, foot)


def _sample(chart: Chart, canvas: Canvas, x: float, y: float, style: int) -> None:
    """A piece of a line for the legend; the one after the last series is that of the threshold."""
    end = x + 1.8 * canvas.size
    if style == len(chart.series):
        _threshold(canvas, x, end, y)
    else:
        _line(canvas, [(x, y), (end, y)], style)
        canvas.dot((x + end) / 2, y, style)


def _line(canvas: Canvas, points: Sequence[tuple[float, float] | None], style: int) -> None:
    """A line with gaps where nothing is known."""
    dashes = " ".join(f"{float(part) * canvas.size / 5:.1f}" for part in _DASHES[style].split())
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    runs = [[point for point in run if point] for known, run in groupby(points, bool) if known]
    joined = "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in run) for run in runs)
    canvas.path(joined, canvas.paint(stroke="second" if style % 2 else "first", weight=1.8) + dashed)


def _threshold(canvas: Canvas, left: float, right: float, y: float) -> None:
    dashes = f' stroke-dasharray="{0.5 * canvas.size:.1f} {0.3 * canvas.size:.1f}"'
    canvas.rule(left, y, right, y, canvas.paint(stroke="text", weight=1.0) + dashes)


def _values(chart: Chart, canvas: Canvas, axes: _Axes) -> None:
    """The values above a single line, when they fit side by side."""
    (series,) = chart.series
    step = canvas.width / len(chart.categories)
    told = [(place, value) for place, value in enumerate(series.values) if value is not None]
    if len(told) > _TOLD or max(ems(shown(value)) for _, value in told) * canvas.size > 1.1 * step:
        return
    for place, value in told:
        half = ems(shown(value)) * canvas.size / 2
        x = min(max(axes.x(place), axes.left + half), canvas.width - half)
        canvas.words(x, axes.y(value) - 0.9 * canvas.size, shown(value), "middle", part=0.92)


def _names_below(chart: Chart, canvas: Canvas, axes: _Axes) -> None:
    """As many names of points as fit, evenly, the last one among them."""
    size, count = canvas.size, len(chart.categories)
    halves = [ems(name) * size / 2 for name in chart.categories]
    middles = [min(max(axes.x(n), half), canvas.width - half) for n, half in enumerate(halves)]

    def apart(every: int) -> bool:
        places = range((count - 1) % every, count, every)
        return all(middles[b] - middles[a] >= halves[a] + halves[b] + 0.5 * size for a, b in pairwise(places))

    every = next(filter(apart, range(1, count + 1)))
    for place in range((count - 1) % every, count, every):
        canvas.words(middles[place], axes.foot + 0.9 * size, chart.categories[place], "middle")
