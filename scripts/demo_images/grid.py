"""The kind `grid`: a table of coloured cells."""

from __future__ import annotations

from scripts.demo_images.canvas import Canvas
from scripts.demo_images.frame import CARD
from scripts.demo_images.geometry import Box
from scripts.demo_images.palette import WHITE
from scripts.demo_images.spec import Spec
from scripts.demo_images.text import fitting_size, number, text_width


def draw_grid(canvas: Canvas, spec: Spec) -> None:
    """A table of coloured cells."""
    rows, columns, values = spec["rows"], spec["columns"], spec["values"]
    known = [value for row in values for value in row if value is not None]
    low, high = min(known), max(known)
    widest = max(text_width(str(name), 27) for name in rows)
    left, top = CARD[0] + 60 + min(widest, 300), CARD[1] + 84
    breadth, height = (CARD[2] - 40 - left) / len(columns), (CARD[3] - 96 - top) / len(rows)
    for place, name in enumerate(columns):
        size = fitting_size(str(name), 26, breadth - 6)
        canvas.text((left + breadth * (place + 0.5), top - 30), str(name), size, canvas.palette.ink, anchor="mm")
    for place, name in enumerate(rows):
        size = fitting_size(str(name), 27, 300)
        canvas.text((left - 20, top + height * (place + 0.5)), str(name), size, canvas.palette.ink, anchor="rm")
    for place, row in enumerate(values):
        for column, value in enumerate(row):
            x, y = left + breadth * column, top + height * place
            share = 0 if value is None else (value - low) / (high - low or 1)
            framed = [place, column] in spec.get("highlight", [])
            draw_cell(canvas, (x, y, x + breadth, y + height), value, share, framed=framed)
    draw_ramp(canvas, low, high, spec.get("unit", ""))


def draw_cell(canvas: Canvas, box: Box, value: float | None, share: float, *, framed: bool) -> None:
    """One cell, darker the larger its share; framed cells stand out."""
    left, top, right, bottom = box
    inner = (left + 4, top + 4, right - 4, bottom - 4)
    fill = canvas.palette.paper if value is None else canvas.palette.tint(0.12 + 0.88 * share)
    canvas.box(inner, fill, radius=8, outline=canvas.palette.accent if framed else None, width=6)
    if value is not None:
        size = fitting_size(number(value), min(28, (bottom - top) * 0.5), right - left - 20)
        colour = WHITE if share > 0.6 else canvas.palette.ink
        canvas.text(((left + right) / 2, (top + bottom) / 2), number(value), size, colour, bold=True, anchor="mm")


def draw_ramp(canvas: Canvas, low: float, high: float, unit: str) -> None:
    """The scale of colours below a grid."""
    right, y = CARD[2] - 44, CARD[3] - 46
    canvas.text((right, y), f"{number(high)}{unit}", 25, canvas.palette.grey, anchor="rm")
    end = right - text_width(f"{number(high)}{unit}", 25) - 16
    for step in range(12):
        box = (end - 360 + step * 30, y - 12, end - 332 + step * 30, y + 12)
        canvas.box(box, canvas.palette.tint(0.12 + 0.08 * step), radius=4)
    canvas.text((end - 376, y), f"{number(low)}{unit}", 25, canvas.palette.grey, anchor="rm")
