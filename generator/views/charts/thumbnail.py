"""A chart as the picture of its case in lists: its shapes alone, for a chart's words cannot be read there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.media.palette import Palette
from generator.model.figures.chart import Chart, ChartKind
from generator.views.charts import drawing
from generator.views.charts.canvas import Canvas
from generator.views.parts.blocks import THUMBNAIL

_SIDE = 44


class _Wordless(Canvas):
    def words(self, *_: object, **__: object) -> None:
        """Nothing."""

    def legend(self, names: Sequence[str], mark: Callable[[float, float, int], None]) -> None:
        """Nothing."""


def svg(chart: Chart, colours: Palette) -> str:
    """The picture, the same in light and dark pages, as photographs are."""
    kind = ChartKind.BAR if chart.type is ChartKind.SHARE else chart.type
    bare = chart.model_copy(update={"type": kind, "categories": (" ",) * len(chart.categories)})
    width, height = THUMBNAIL
    canvas = drawing.drawn(bare, _Wordless(width - 2 * _SIDE, 20, drawing.roles(colours)))
    factor = min(1.0, (height - _SIDE) / canvas.height)
    x, y = (width - canvas.width * factor) / 2, (height - canvas.height * factor) / 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<rect width="{width}" height="{height}" fill="{colours.light.soft}"/>'
        f'<g transform="translate({x:.1f} {y:.1f}) scale({factor:.3f})">{"".join(canvas.shapes)}</g></svg>'
    )
