"""A chart on a web page: a drawing for wide and one for narrow screens, and its figures as a table in a fold."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.figures.chart import Chart
from generator.views.charts import drawing
from generator.views.charts.bar_chart import shown
from generator.views.charts.canvas import Canvas

_SIZES = (("wide", 640, 14), ("narrow", 340, 14))
"""Widths and letters in CSS pixels."""

_FIGURE = Markup(
    '<figure class="chart" id="{id}"><figcaption>{title}</figcaption>{drawings}'
    '<p class="chart__source">数据来源：{source}</p>'
    '<details class="chart__data"><summary>查看数据</summary>'
    '<div class="table-scroll" role="region" aria-label="{title}" tabindex="0">{table}</div></details></figure>'
)
_HEAD = Markup('<title id="{id}-title">{title}</title><desc id="{id}-text">{text}</desc>')
_ATTRIBUTES = ' class="chart__{name}" role="img" aria-labelledby="{id}-title" aria-describedby="{id}-text"'


def figure(chart: Chart) -> Markup:
    """The whole figure."""
    return _FIGURE.format(
        id=f"chart-{chart.id}",
        title=drawing.title(chart),
        source=chart.source,
        drawings=Markup("").join(_drawings(chart)),
        table=_table(chart),
    )


def _drawings(chart: Chart) -> Iterator[Markup]:
    for name, width, size in _SIZES:
        own = f"chart-{chart.id}-{name}"
        head = _HEAD.format(id=own, title=drawing.title(chart), text=drawing.description(chart))
        canvas = drawing.drawn(chart, Canvas(width, size))
        yield Markup(canvas.svg(_ATTRIBUTES.format(name=name, id=own), head))  # noqa: S704 - escaped by the canvas


def _table(chart: Chart) -> Markup:
    columns = [series.name for series in chart.series]
    head = Markup("").join(Markup('<th scope="col" class="number">{}</th>').format(name) for name in columns)
    rows = Markup("").join(_row(chart, place) for place in range(len(chart.categories)))
    corner = Markup("<td></td>")
    return Markup('<table class="table"><thead><tr>{}{}</tr></thead><tbody>{}</tbody></table>').format(
        corner, head, rows
    )


def _row(chart: Chart, place: int) -> Markup:
    cells = (Markup('<td class="number">{}</td>').format(shown(series.values[place])) for series in chart.series)
    name = Markup('<tr><th scope="row">{}</th>').format(chart.categories[place])
    return name + Markup("").join(cells) + Markup("</tr>")
