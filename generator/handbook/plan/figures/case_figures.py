"""The figures of one case: charts drawn in the book's colours and type, all numbered as they come."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from xml.etree.ElementTree import Element, SubElement

from markupsafe import Markup

from generator.handbook.fit.block_heights import caption_height
from generator.handbook.page.sizes import HALF, LINE
from generator.handbook.page.type_area import TypeArea
from generator.handbook.plan.figures.plate import PlateFigure, plates
from generator.media.palette import Palette
from generator.model.figures.chart import Chart
from generator.text.prose import PictureView
from generator.views.charts import drawing
from generator.views.charts.canvas import Canvas

_CHART = Markup(
    '<figure class="chart">{drawings}'
    '<figcaption>{title}　<span class="whole-line">数据来源：{source}</span></figcaption></figure>'
)
_IMAGE = Markup('<img src="data:image/svg+xml;base64,{data}" alt="{alt}" style="{style}">')
_LETTERS = 8.0
"""Points of letters in charts; the smallest are a tenth smaller."""

_LOWER = range(4)
"""Lines by which charts may be lower than usual, so that pages are well filled."""

_PANORAMA = 2.5
"""Width by height from which on a picture has the measure for itself."""

_SEVERAL = 3
"""Pictures in succession that make a plate, upright or not."""


@dataclass
class CaseFigures:
    """Numbers the figures of the case with this number."""

    case: int
    page: TypeArea
    colours: Palette
    count: int = 0

    def caption(self, words: str | None) -> str:
        """The words below the next figure."""
        self.count += 1
        return f"图 {self.case}-{self.count}{f'　{words}' if words else ''}"

    def charts(self, charts: Sequence[Chart]) -> Mapping[str, Markup]:
        """Charts as the measure is wide, by the name that texts place them by; not numbered yet."""
        return {f"#{chart.id}": self._chart(chart) for chart in charts}

    def _chart(self, chart: Chart) -> Markup:
        """A chart in all its heights, of which `fit` leaves one."""
        drawings = dict.fromkeys(self._drawing(chart, lines * LINE) for lines in _LOWER)
        return _CHART.format(drawings=Markup("").join(drawings), title=drawing.title(chart), source=chart.source)

    def _drawing(self, chart: Chart, lower: float) -> Markup:
        width, colours = self.page.measure, drawing.roles(self.colours)
        canvas = drawing.drawn(chart, Canvas(width, _LETTERS, colours, lower))
        svg = canvas.svg(f' width="{width:.2f}pt" height="{canvas.height:.2f}pt"')
        return _IMAGE.format(
            data=base64.b64encode(svg.encode()).decode(),
            alt=f"{drawing.title(chart)}。{drawing.description(chart)}",
            style=f"width:{width:.2f}pt;height:{canvas.height:.2f}pt",
        )

    def set_in(self, text: Element, pictures: Mapping[str, PictureView]) -> None:
        """Number the figures of a text, and lay out those that stand together; `pictures` by the names of files."""
        for parent in [text, *text.iter("blockquote"), *text.iter("li")]:
            self._set_in(parent, pictures)

    def _set_in(self, parent: Element, pictures: Mapping[str, PictureView]) -> None:
        parts: list[Element] = []
        for kind, found in groupby(list(parent), _kind):
            group = list(found)
            if kind == "picture":
                parts += self._pictures(group, pictures)
            else:
                parts += group
                if kind == "chart":
                    for figure in group:
                        self._fix(figure)
        parent[:] = parts

    def _fix(self, figure: Element) -> None:
        """A chart is never enlarged or reduced, so that its letters keep their size."""
        words = self._number(figure)
        height = float(figure[0].get("style", "").rpartition("height:")[2].removesuffix("pt"))
        depth = ceil((height + caption_height(words, self.page)) / HALF) * HALF
        figure.set("style", f"height:{depth:.1f}pt")

    def _pictures(self, group: Sequence[Element], pictures: Mapping[str, PictureView]) -> Iterator[Element]:
        """Figures in succession: one below the other, or together when they were written so, are upright or many."""
        singles = [single for figure in group for single in figure.findall("figure") or [figure]]
        found = [
            PlateFigure(single, image, pictures[image.get("src", "")], self._number(single))
            for single in singles
            if (image := single.find("img")) is not None
        ]
        together = len(singles) > len(group) or all(each.aspect < 1 for each in found) or len(found) >= _SEVERAL
        for is_panorama, run in groupby(found, lambda each: each.aspect > _PANORAMA):
            near = list(run)
            if together and len(near) > 1 and not is_panorama:
                yield from plates(near, self.page)
            else:
                yield from (each.figure for each in near)

    def _number(self, figure: Element) -> str:
        caption = figure.find("figcaption")
        if caption is None:
            caption = SubElement(figure, "figcaption")
        caption.text = self.caption(caption.text)
        return "".join(caption.itertext())


def _kind(element: Element) -> str:
    if element.tag != "figure":
        return ""
    return (
        "chart" if element.get("class") == "chart" else "picture" if next(element.iter("img"), None) is not None else ""
    )
