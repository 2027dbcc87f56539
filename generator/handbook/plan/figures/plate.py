"""Pictures that stand together: rows as wide as the text, in which all are equally high."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from xml.etree.ElementTree import Element, SubElement

from generator.handbook.fit.block_heights import caption_height
from generator.handbook.page.sizes import HALF, LINE
from generator.handbook.page.type_area import TypeArea
from generator.handbook.plan.figures.printed_size import enlarged
from generator.text.prose import PictureView

_MOST = 6
"""Pictures of a plate: three rows of two or two of three are as many as the eye takes in."""

_TALLEST = 13 * LINE
_NARROWEST = 0.5
"""Width by height of the narrowest room for a picture and its caption."""

_GAP = 12.0
"""Points between the pictures of a row."""


@dataclass(frozen=True, slots=True)
class PlateFigure:
    """One picture with its words; its room is never so narrow that these have none."""

    figure: Element
    image: Element
    view: PictureView
    caption: str

    @property
    def aspect(self) -> float:
        """Width by height of its room."""
        return max(self.view.width / self.view.height, _NARROWEST)


def plates(figures: Sequence[PlateFigure], page: TypeArea) -> Iterator[Element]:
    """As many plates as the pictures need, all about equally full."""
    count = ceil(len(figures) / _MOST)
    start = 0
    for number in range(count):
        end = start + ceil((len(figures) - start) / (count - number))
        yield from _fitting(figures[start:end], page)
        start = end


def _fitting(figures: Sequence[PlateFigure], page: TypeArea) -> Iterator[Element]:
    """One plate, or two where captions are so long that one would be higher than a page."""
    plate, depth = _plate(figures, page)
    if depth > page.depth and len(figures) > 1:
        half = ceil(len(figures) / 2)
        yield from _fitting(figures[:half], page)
        yield from _fitting(figures[half:], page)
    else:
        yield plate


def _plate(figures: Sequence[PlateFigure], page: TypeArea) -> tuple[Element, float]:
    """A plate and its height."""
    plate, depth = Element("figure", {"class": "plate"}), -HALF
    for row in _rows(figures):
        height = _height(row, page)
        line = SubElement(plate, "div", {"class": "plate__row"})
        for each in row:
            each.figure.attrib = {"style": f"width:{height * each.aspect:.2f}pt"}
            width = height * each.view.width / each.view.height
            each.image.set("style", f"width:{width:.2f}pt;height:{height:.2f}pt")
            line.append(each.figure)
        depth += HALF + height + max(caption_height(each.caption, page, height * each.aspect) for each in row)
    depth = ceil(depth / HALF) * HALF
    plate.set("style", f"height:{depth:.1f}pt")
    return plate, depth


def _rows(figures: Sequence[PlateFigure]) -> list[Sequence[PlateFigure]]:
    """Rows of up to three: two and two of four, three and three of six; upright pictures make room for a third."""
    count = len(figures)
    most = 2 if count in (2, 4) else 3
    if count == 3 and sum(each.aspect for each in figures) > 4:
        most = 2
    rows = ceil(count / most)
    cuts = [round(count * number / rows) for number in range(rows + 1)]
    return [figures[start:end] for start, end in pairwise(cuts)]


def _height(row: Sequence[PlateFigure], page: TypeArea) -> float:
    together = (page.measure - _GAP * (len(row) - 1)) / sum(each.aspect for each in row)
    return min(together, _TALLEST, *(enlarged(each.view) for each in row))
