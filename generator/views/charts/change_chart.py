"""Before and after: two marks a row, joined by an arrow, each with its value."""

from __future__ import annotations

from generator.model.figures.chart import Chart
from generator.views.charts.bar_chart import extent, label_column, shown
from generator.views.charts.canvas import Canvas, Scale, ems, known, scale

_BEFORE, _AFTER = 1, 0
"""The marks: hollow, and filled."""


def draw(chart: Chart, canvas: Canvas) -> None:
    """The whole chart."""
    size = canvas.size
    before, after = chart.series
    styles = (_BEFORE, _AFTER)
    canvas.legend([before.name, after.name], lambda x, y, place: canvas.dot(x + size, y, styles[place]))
    values = known((*before.values, *after.values))
    room = (max(map(ems, map(shown, values))) + 1) * size
    beside = label_column(chart, canvas)
    if beside + 2 * room > 0.8 * canvas.width:
        beside = 0.0  # names stand above their rows where long numbers need the room
    at = scale(*extent(chart), beside + room, canvas.width - room)
    for name, first, second in zip(chart.categories, before.values, after.values, strict=True):
        if beside:
            canvas.words(beside - 0.8 * size, canvas.height + size, name, "end")
        else:
            canvas.words(0, canvas.height + 0.6 * size, name)
            canvas.height += 1.1 * size
        _row(canvas, canvas.height + size, first, second, at)
        canvas.height += 2.2 * size


def _row(canvas: Canvas, y: float, first: float | None, second: float | None, at: Scale) -> None:
    size = canvas.size
    if first is not None and second is not None and abs(at(second) - at(first)) > size:
        way = 1 if second > first else -1
        tip = at(second) - way * 0.5 * size
        canvas.rule(at(first), y, tip, y, canvas.paint(stroke="first", weight=1.6))
        back = tip - way * 0.5 * size
        head = f"M{back:.1f} {y - 0.3 * size:.1f}L{tip:.1f} {y:.1f}L{back:.1f} {y + 0.3 * size:.1f}"
        canvas.path(head, canvas.paint(stroke="first", weight=1.6))
    for value, other, style in ((first, second, _BEFORE), (second, first, _AFTER)):
        if value is not None:
            left = value < 0 if other is None else value < other or (value == other and style == _AFTER)
            canvas.dot(at(value), y, style)
            x = at(value) + (-0.75 if left else 0.75) * size
            canvas.words(x, y, shown(value), "end" if left else "start")
