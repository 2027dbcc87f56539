"""Scales of values: round ticks, rules and the names below a chart."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scripts.demo_images.canvas import Canvas
from scripts.demo_images.spec import Spec
from scripts.demo_images.text import fitting_size, number, text_width


@dataclass(frozen=True)
class Axis:
    """A linear scale from `low` to `high` between two positions in pixels."""

    low: float
    high: float
    step: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The position of a value."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    @property
    def ticks(self) -> list[float]:
        """The values that get a rule, from the lowest."""
        count = round((self.high - self.low) / self.step)
        return [round(self.low + self.step * tick, 6) for tick in range(count + 1)]


def axis(values: Iterable[float], spec: Spec, start: float, end: float, *, zero: bool) -> Axis:
    """A scale with round ticks around the values, or between the `min` and `max` of the picture."""
    known = list(values)
    low = spec.get("min", 0 if zero or 0 <= min(known) < 0.6 * max(known) else min(known))
    high = spec.get("max", max(known) + (max(known) - low) * (0.04 if zero else 0.02))
    step = round_step((high - low or 1) / 5)
    return Axis(math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step, step, start, end)


def round_step(rough: float) -> float:
    """The next of 1, 2, 2.5, 5, 10 … at or above a rough step."""
    power: float = 10 ** math.floor(math.log10(rough))
    return next(unit * power for unit in (1, 2, 2.5, 5, 10) if unit * power >= rough * 0.999)


def series_values(spec: Spec) -> list[float]:
    """All values of a picture's series that are there."""
    return [value for row in spec["series"] for value in row["values"] if value is not None]


def draw_value_axis(canvas: Canvas, scale: Axis, left: float, right: float) -> None:
    """Horizontal rules with the values at their left."""
    for tick in scale.ticks:
        y = scale.at(tick)
        strong = tick == scale.low
        canvas.line([(left, y), (right, y)], canvas.palette.grey if strong else canvas.palette.rule, 2)
        canvas.text((left - 18, y), number(tick), 26, canvas.palette.grey, anchor="rm")


def draw_names(canvas: Canvas, names: Sequence[str], places: Sequence[float], bottom: float) -> None:
    """Names below a chart; when they would touch, only every second, third … is shown."""
    gap = places[1] - places[0] if len(places) > 1 else 1000.0
    widest = max(text_width(str(name), 26) for name in names)
    every = math.ceil((widest + 14) / gap) if widest < 200 else 1
    for name, place in list(zip(names, places, strict=True))[::every]:
        size = fitting_size(str(name), 26, gap * every - 10)
        canvas.text((place, bottom + 34), str(name), size, canvas.palette.ink, anchor="mm")
