"""Shares: one bar for the whole, and its parts by name and value below it."""

from __future__ import annotations

from generator.model.figures.chart import Chart
from generator.views.charts.canvas import LEAD, Canvas, ems
from generator.views.parts.wording import number

_DARK = (0, 5)
"""Styles on which words are white; on hatched ones there are none."""


def draw(chart: Chart, canvas: Canvas) -> None:
    """The whole chart."""
    size = canvas.size
    values = [value or 0.0 for value in chart.series[0].values]
    whole, x, thick = sum(values), 0.0, 2.6 * size
    for style, value in enumerate(values):
        wide = canvas.width * value / whole
        if value:
            canvas.block(x + 0.5, canvas.height + 0.5, wide - 1, thick, style)
        words = f"{number(value)}%"
        if ems(words) * size < wide - size and style in (*_DARK, 2):
            role = "on" if style in _DARK else "text"
            canvas.words(x + wide / 2, canvas.height + thick / 2, words, "middle", role)
        x += wide
    canvas.height += thick + 0.8 * size
    _key(chart, canvas, values)


def _key(chart: Chart, canvas: Canvas, values: list[float]) -> None:
    """The parts in as many columns as fit, from the left to the right."""
    size = canvas.size
    words = [f"{name} {number(value)}%" for name, value in zip(chart.categories, values, strict=True)]
    wide = (max(map(ems, words)) + 4) * size
    columns = max(1, min(4, int(canvas.width / wide)))
    for style, text in enumerate(words):
        x = style % columns * canvas.width / columns
        y = canvas.height + (style // columns + 0.5) * LEAD * size
        canvas.block(x + 0.5, y - 0.5 * size, 1.6 * size, size, style)
        canvas.words(x + 2.2 * size, y, text)
    canvas.height += -(-len(words) // columns) * LEAD * size + 0.2 * size
