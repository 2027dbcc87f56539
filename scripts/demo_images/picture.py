"""One picture: the frame, and in it what its kind draws."""

from __future__ import annotations

from collections.abc import Callable

from scripts.demo_images.canvas import Canvas
from scripts.demo_images.charts import draw_bar, draw_line
from scripts.demo_images.flow import draw_flow
from scripts.demo_images.frame import draw_frame
from scripts.demo_images.gauge import draw_gauge
from scripts.demo_images.grid import draw_grid
from scripts.demo_images.map import draw_map
from scripts.demo_images.palette import Palette
from scripts.demo_images.spec import Spec

DRAWERS: dict[str, Callable[[Canvas, Spec], None]] = {
    "line": draw_line,
    "bar": draw_bar,
    "flow": draw_flow,
    "map": draw_map,
    "grid": draw_grid,
    "gauge": draw_gauge,
}


def draw(spec: Spec, palette: Palette) -> bytes:
    """The finished PNG of one picture."""
    canvas = Canvas(palette)
    draw_frame(canvas, spec["title"], spec.get("subtitle", ""))
    DRAWERS[spec["kind"]](canvas, spec)
    return canvas.png()
