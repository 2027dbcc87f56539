"""The kind `gauge`: rings that are full at a greatest value."""

from __future__ import annotations

from scripts.demo_images.canvas import Canvas
from scripts.demo_images.frame import CARD
from scripts.demo_images.geometry import Point
from scripts.demo_images.palette import WHITE, Colour, mix
from scripts.demo_images.spec import Spec
from scripts.demo_images.text import fitting_size, number, wrap


def draw_gauge(canvas: Canvas, spec: Spec) -> None:
    """Rings beside each other."""
    pitch = (CARD[2] - CARD[0] - 60) / len(spec["items"])
    for place, item in enumerate(spec["items"]):
        colour = canvas.palette.series[place % 2]
        draw_ring(canvas, item, (CARD[0] + 30 + pitch * (place + 0.5), CARD[1] + 278), min(pitch * 0.4, 190), colour)


def draw_ring(canvas: Canvas, item: Spec, centre: Point, radius: float, colour: Colour) -> None:
    """Three quarters of a ring, filled by the value, with the number inside and the label below."""
    full, (x, y) = item.get("max", 100), centre
    canvas.ring(centre, radius, 1, mix(WHITE, colour, 0.14), width=34)
    canvas.ring(centre, radius, item["value"] / full, colour, width=34)
    if "before" in item:
        canvas.ring(centre, radius - 38, item["before"] / full, mix(WHITE, canvas.palette.ink, 0.3), width=10)
    value, unit = number(item["value"]), item.get("unit", "")
    size = fitting_size(value, 84, radius * 1.2, True)
    canvas.text((x, y + 8), value, size, canvas.palette.ink, bold=True, anchor="mm")
    canvas.text((x, y + 8 + size * 0.86), unit, 34, colour, bold=True, anchor="mm")
    size = fitting_size(item["label"], 38, radius * 2.3, True)
    canvas.text((x, y + radius + 66), item["label"], size, canvas.palette.ink, bold=True, anchor="mm")
    if item.get("note"):
        canvas.lines((x, y + radius + 134), wrap(item["note"], 27, radius * 2.2), 27, canvas.palette.grey)
