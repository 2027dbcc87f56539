"""The kind `map`: points and links on the fictitious province, or on a plain square."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.demo_images.canvas import Canvas
from scripts.demo_images.frame import CARD
from scripts.demo_images.geometry import Box, Point, smooth
from scripts.demo_images.palette import BLACK, WHITE, Colour, mix
from scripts.demo_images.spec import Spec, SpecError
from scripts.demo_images.text import text_width, wrap

# The fictitious province, on a square of 100 × 100 with the origin at the top left.
OUTLINE = [
    (8, 40),
    (14, 22),
    (30, 18),
    (40, 6),
    (58, 10),
    (70, 4),
    (86, 14),
    (84, 30),
    (95, 42),
    (90, 62),
    (78, 70),
    (76, 86),
    (60, 94),
    (46, 86),
    (34, 92),
    (22, 80),
    (18, 64),
    (6, 56),
]
RIVER = [(11, 31), (26, 35), (38, 46), (52, 50), (64, 60), (72, 58), (83.5, 66)]
CITIES: dict[str, tuple[float, float]] = {
    "云川市": (48, 42),
    "临河市": (31, 50),
    "青岭市": (62, 20),
    "南屏市": (55, 76),
    "海棠市": (82, 46),
    "北岸市": (32, 26),
    "西陵市": (15, 45),
    "东岳市": (78, 28),
    "石桥市": (33, 74),
    "白鹭市": (68, 70),
}


def draw_map(canvas: Canvas, spec: Spec) -> None:
    """Points and links on the outline of the province or on a plain square."""
    panel = spec.get("panel", [])
    area = (CARD[0] + 40, CARD[1] + 30, CARD[2] - (520 if panel else 40), CARD[3] - 30)
    (draw_plain if spec.get("base") == "plain" else draw_province)(canvas, area)
    places = {point["name"]: on_area(area, point.get("at") or city(point["name"])) for point in spec["points"]}
    for one, other in spec.get("links", []):
        canvas.line([places[one], places[other]], canvas.palette.tint(0.6), 4)
    for point in spec["points"]:
        draw_point(canvas, point, places[point["name"]])
    if panel:
        draw_panel(canvas, panel, (CARD[2] - 480, CARD[1] + 30, CARD[2] - 40, CARD[3] - 30))


def city(name: str) -> Point:
    """The place of a city of the fictitious province."""
    if name not in CITIES:
        raise SpecError(f"point “{name}” needs `at`, it is none of {'、'.join(CITIES)}")
    return CITIES[name]


def on_area(area: Box, at: Sequence[float]) -> Point:
    """A position in percent, on an area."""
    left, top, right, bottom = area
    return left + (right - left) * at[0] / 100, top + (bottom - top) * at[1] / 100


def draw_province(canvas: Canvas, area: Box) -> None:
    """The outline of the province and its river."""
    outline = smooth([on_area(area, at) for at in OUTLINE], closed=True)
    canvas.polygon(outline, canvas.palette.tint(0.1))
    canvas.line([*outline, outline[0]], canvas.palette.tint(0.4), 4)
    canvas.line(smooth([on_area(area, at) for at in RIVER], closed=False), canvas.palette.tint(0.24), 14)


def draw_plain(canvas: Canvas, area: Box) -> None:
    """A square with a fine grid, for a site, a street or a field."""
    canvas.box(area, canvas.palette.tint(0.05), radius=16, outline=canvas.palette.rule)
    for share in range(10, 100, 10):
        left, top = on_area(area, (share, share))
        canvas.line([(left, area[1]), (left, area[3])], canvas.palette.tint(0.1), 1.5)
        canvas.line([(area[0], top), (area[2], top)], canvas.palette.tint(0.1), 1.5)


def draw_point(canvas: Canvas, point: Spec, at: Point) -> None:
    """A disc with its name and note below."""
    colour = canvas.palette.accent if point.get("accent") else canvas.palette.primary
    radius = 9 + 6 * point.get("size", 2)
    canvas.dot(at, radius + 9, mix(WHITE, colour, 0.25))
    canvas.dot(at, radius, colour, rim=WHITE)
    draw_halo_text(canvas, (at[0], at[1] + radius + 30), point["name"], 28, canvas.palette.ink, bold=True)
    if point.get("note"):
        draw_halo_text(canvas, (at[0], at[1] + radius + 62), point["note"], 24, mix(colour, BLACK, 0.2))


def draw_halo_text(canvas: Canvas, at: Point, text: str, size: float, fill: Colour, *, bold: bool = False) -> None:
    """A centred line on a pale plate, readable over links and rivers."""
    half = text_width(text, size, bold) / 2 + 7
    plate = (at[0] - half, at[1] - size * 0.6, at[0] + half, at[1] + size * 0.6)
    canvas.box(plate, canvas.palette.tint(0.06), radius=6)
    canvas.text(at, text, size, fill, bold=bold, anchor="mm")


def draw_panel(canvas: Canvas, lines: Sequence[str], box: Box) -> None:
    """Remarks beside a map, evenly spread."""
    left, top, right, bottom = box
    pitch = (bottom - top) / len(lines)
    for place, text in enumerate(lines):
        y = top + pitch * (place + 0.5)
        canvas.box((left, y - pitch / 2 + 9, right, y + pitch / 2 - 9), canvas.palette.paper, radius=14)
        canvas.box((left, y - pitch / 2 + 9, left + 8, y + pitch / 2 - 9), canvas.palette.accent, radius=4)
        rows = wrap(text, 28, right - left - 70)
        for row, line in enumerate(rows):
            canvas.text((left + 36, y + (row - (len(rows) - 1) / 2) * 40), line, 28, canvas.palette.ink)
