"""What pictures have in common: title, card, notice and legend."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.demo_images.canvas import Canvas
from scripts.demo_images.palette import WHITE
from scripts.demo_images.spec import Spec
from scripts.demo_images.text import fitting_size, text_width

CARD = (60.0, 170.0, 1540.0, 836.0)
FOOTER = "示例分赛 · 虚构数据，仅作演示"


def draw_frame(canvas: Canvas, title: str, subtitle: str) -> None:
    """What all pictures have: title, white card and the notice that the data are fabricated."""
    palette = canvas.palette
    middle = 72 if subtitle else 92
    canvas.box((60, middle - 32, 70, middle + 32), palette.accent, radius=5)
    canvas.text((96, middle), title, fitting_size(title, 54, 1440, True), palette.ink, bold=True)
    if subtitle:
        canvas.text((96, 134), subtitle, fitting_size(subtitle, 29, 1440), palette.grey)
    canvas.box(CARD, WHITE, radius=24, outline=palette.rule)
    canvas.text((1540, 867), FOOTER, 22, palette.grey, anchor="rm")


def draw_legend(canvas: Canvas, series: Sequence[Spec], unit: str) -> None:
    """The names of the series at the top right of the card, the unit at its top left."""
    left, top, right, _ = CARD
    if unit:
        canvas.text((left + 40, top + 44), f"单位：{unit}", 26, canvas.palette.grey)
    for row, colour in reversed(list(zip(series, canvas.palette.series, strict=False))):
        width = text_width(row["name"], 27)
        canvas.text((right - 40, top + 44), row["name"], 27, canvas.palette.ink, anchor="rm")
        mark = right - 40 - width - 52
        canvas.line([(mark, top + 44), (mark + 36, top + 44)], colour, 8, dash=13 if row.get("dashed") else 0)
        right = mark - 2
