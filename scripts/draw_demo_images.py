"""Draw the diagrams of the fabricated cases of the branch `demo`.

    python scripts/draw_demo_images.py                      # every picture
    python scripts/draw_demo_images.py 2026/crane-twin      # the pictures of one case

Every `scripts/demo_images*.yml` is read: a list of pictures, each drawn as a PNG of 1600 × 900 below 80 KB in the
colours of `branches/demo/branch.yml`, and saved as `content/demo/<year>/cases/<slug>/<file>`. The same specs, fonts
and version of Pillow give the same bytes. Needs Pillow, PyYAML and Noto Sans CJK.

Every picture has these keys (`?` marks an optional one):

    - case: 2026/crane-twin          # <year>/<slug> of the case
      file: cover.png
      kind: line                     # line | bar | flow | map | grid | gauge
      title: 吊臂应力预测与实测       # at most about 26 characters
      subtitle: 2026年3月，12台塔机   # ? one line below the title
      …                              # and the keys of its kind

line   Curves over a common axis; a `null` value interrupts a curve.
      x: [1月, 2月, 3月]
      series: [{name: 改造前, values: [8.1, 7.9, 8.3], dashed: true?}, …]     # 1–4
      unit: 小时?    min: 0?    max: 10?    threshold: {value: 5, label: 目标值}?
bar    Groups of bars from zero; `horizontal` suits long labels.
      labels: [云川市, 临河市]
      series: [{name: 2025年, values: [12, 9]}, …]                            # 1–3
      unit: 万元?    max: 20?    horizontal: true?
flow   Either steps with arrows (2–5 in one row, 6–10 in two), or layers, first one on top.
      steps: [{name: 采集, notes: [振动, 电流]?, accent: true?}, …]
      feedback: 结果回流，每周更新?      # an arrow back from the last to the first; one row only
      layers: [{name: 应用层, items: [排产, 质检], accent: true?}, …]          # 2–5 layers of 1–6 items
map    Points on the outline of the fictitious province, or on a plain square (`base: plain`).
      points: [{name: 云川市, at: [50, 40]?, note: 中心节点?, size: 3?, accent: true?}, …]
                                     # at: 0–100 from the top left; may be left out for the cities in CITIES
                                     # size: 1–5
      links: [[云川市, 临河市], …]?    base: plain?    panel: [右侧说明, 每条一行]?
grid   A table of coloured cells; a `null` value stays empty.
      rows: [早高峰, 晚高峰]    columns: [周一, 周二]    values: [[3, 5], [4, null]]
      unit: 分钟?    highlight: [[0, 1]]?                # row and column from 0, framed in the accent colour
gauge  2–4 rings, each full at `max`; `before` adds a thin inner ring.
      items: [{label: 识别准确率, value: 96.4, unit: "%"?, max: 100?, before: 81.0?, note: 提高15.4个百分点?}, …]
"""

from __future__ import annotations

import argparse
import io
import math
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml
from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parent.parent
WIDTH, HEIGHT = 1600, 900
SCALE = 2  # drawn larger and reduced: Pillow itself does not smooth edges
MAX_BYTES = 80 * 1024
CARD = (60.0, 170.0, 1540.0, 836.0)
STEP_HEAD = 64  # the height of the number above the name of a step
FOOTER = "示例分赛 · 虚构数据，仅作演示"

FONT_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local/share/fonts",
    Path.home() / ".fonts",
    Path("/Library/Fonts"),
    Path.home() / "Library/Fonts",
    Path("C:/Windows/Fonts"),
)
FONT_FAMILY = "Noto Sans CJK SC"

COMMON_KEYS = {"case", "file", "kind", "title"}, {"subtitle"}
KIND_KEYS: dict[str, tuple[set[str], set[str]]] = {
    "line": ({"x", "series"}, {"unit", "min", "max", "threshold"}),
    "bar": ({"labels", "series"}, {"unit", "max", "horizontal"}),
    "flow": (set(), {"steps", "layers", "feedback"}),
    "map": ({"points"}, {"links", "base", "panel"}),
    "grid": ({"rows", "columns", "values"}, {"unit", "highlight"}),
    "gauge": ({"items"}, set()),
}

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

Point = tuple[float, float]
Box = tuple[float, float, float, float]
Colour = tuple[int, int, int]


class SpecError(Exception):
    """A picture is described wrongly; the message names the file, the picture and the mistake."""


def mix(colour: Colour, other: Colour, share: float) -> Colour:
    """`colour` with `share` (0–1) of `other`."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(colour, other, strict=True))
    return red, green, blue


WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)


@dataclass(frozen=True)
class Palette:
    """The branch's two colours; every other colour is derived from them."""

    primary: Colour
    accent: Colour

    @property
    def ink(self) -> Colour:
        return mix(self.primary, BLACK, 0.55)

    @property
    def grey(self) -> Colour:
        return mix(self.ink, WHITE, 0.38)

    @property
    def rule(self) -> Colour:
        return self.tint(0.14)

    @property
    def paper(self) -> Colour:
        return self.tint(0.055)

    @property
    def series(self) -> tuple[Colour, ...]:
        return self.primary, self.accent, self.tint(0.45), mix(self.accent, WHITE, 0.5)

    @property
    def table(self) -> list[Colour]:
        """The colours of a finished picture: steps from white to each colour, for smooth edges.

        They are at least 8 apart, because Pillow matches no finer and white must stay white.
        """
        table = [WHITE, self.paper]
        for colour, palest in ((self.primary, 50), (self.accent, 50), (self.ink, 35), (self.grey, 35)):
            for step in range(palest + 1):
                shade = mix(colour, WHITE, step / 50)
                if all(max(abs(a - b) for a, b in zip(shade, known, strict=True)) >= 8 for known in table):
                    table.append(shade)
        return table

    def tint(self, strength: float) -> Colour:
        """The primary colour thinned with white; 0 is white, 1 is the full colour."""
        return mix(WHITE, self.primary, strength)


def read_palette(root: Path) -> Palette:
    """The colours in `branches/demo/branch.yml`."""
    colours = yaml.safe_load((root / "branches/demo/branch.yml").read_text("utf-8"))["colours"]
    return Palette(parse_colour(colours["primary"]), parse_colour(colours["accent"]))


def parse_colour(text: str) -> Colour:
    """`#rrggbb` as three numbers."""
    red, green, blue = bytes.fromhex(text.removeprefix("#"))
    return red, green, blue


# Fonts and text


@cache
def font_file(weight: str) -> tuple[Path, int]:
    """The file of Noto Sans CJK in that weight, and the index of its simplified Chinese face."""
    for folder in FONT_FOLDERS:
        for path in sorted(folder.rglob(f"NotoSansCJK*-{weight}.*")) if folder.is_dir() else ():
            for index in faces(path):
                return path, index
    folders = "\n  ".join(str(folder) for folder in FONT_FOLDERS)
    raise SystemExit(
        f"Noto Sans CJK {weight} is not installed: no NotoSansCJK*-{weight}.* with the face “{FONT_FAMILY}” in\n"
        f"  {folders}\nInstall it, for example: apt-get install fonts-noto-cjk"
    )


def faces(path: Path) -> Iterator[int]:
    """The indices of the faces of `FONT_FAMILY` in one font file."""
    for index in range(10):
        try:
            family, _ = ImageFont.truetype(path, 10, index=index).getname()
        except OSError:  # no face of that index, or no font file
            return
        if family == FONT_FAMILY:
            yield index


@cache
def font(size: int, bold: bool) -> ImageFont.FreeTypeFont:
    """The font at a size in pixels of the enlarged drawing."""
    path, index = font_file("Bold" if bold else "Regular")
    return ImageFont.truetype(path, size, index=index, layout_engine=ImageFont.Layout.BASIC)


def text_width(text: str, size: float, bold: bool = False) -> float:
    """The width of one line of text, in pixels of the finished picture."""
    return font(round(size * SCALE), bold).getlength(text) / SCALE


def fitting_size(text: str, size: float, width: float, bold: bool = False) -> float:
    """The largest size up to `size` at which the line is no wider than `width`."""
    return min(size, size * width / max(text_width(text, size, bold), 1))


def wrap(text: str, size: float, width: float, bold: bool = False) -> list[str]:
    """Lines no wider than `width`; Latin words and numbers stay whole, no line opens with closing punctuation."""
    lines = [""]
    for word in re.findall(r"[A-Za-z0-9.%+/~-]+[，。、；：）”]*|.[，。、；：）”]*", text):
        if lines[-1] and text_width(lines[-1] + word, size, bold) > width:
            lines.append("")
        lines[-1] += word
    return lines


def number(value: float) -> str:
    """A number without a needless fraction, with thousands separated and a true minus sign."""
    text = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.10g}"
    return text.replace("-", "−")


# The surface


class Canvas:
    """A surface of 1600 × 900; all positions, sizes and widths are pixels of the finished picture."""

    def __init__(self, palette: Palette) -> None:
        self.palette = palette
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), palette.paper)
        self.pen = ImageDraw.Draw(self.image)

    def text(self, at: Point, text: str, size: float, fill: Colour, *, bold: bool = False, anchor: str = "lm") -> None:
        """One line; `anchor` is Pillow's, by default left and vertically centred."""
        self.pen.text(scaled(at), text, fill, font(round(size * SCALE), bold), anchor)

    def lines(self, at: Point, lines: Sequence[str], size: float, fill: Colour, *, bold: bool = False) -> None:
        """Centred lines around a middle point."""
        step = size * 1.4
        top = at[1] - step * (len(lines) - 1) / 2
        for row, line in enumerate(lines):
            self.text((at[0], top + row * step), line, size, fill, bold=bold, anchor="mm")

    def line(self, points: Sequence[Point], fill: Colour, width: float, *, dash: float = 0) -> None:
        """A line through the points, with round corners and ends; `dash` is the length of a dash and of a gap."""
        for piece in dashes(points, dash) if dash else [points]:
            self.pen.line([scaled(point) for point in piece], fill, round(width * SCALE), joint="curve")
            for end in (piece[0], piece[-1]):
                self.dot(end, width / 2, fill)

    def dot(self, at: Point, radius: float, fill: Colour, *, rim: Colour | None = None, rim_width: float = 4) -> None:
        """A disc, with an optional rim outside of it."""
        if rim is not None:
            self.dot(at, radius + rim_width, rim)
        x, y, r = at[0] * SCALE, at[1] * SCALE, radius * SCALE
        self.pen.ellipse((x - r, y - r, x + r, y + r), fill)

    def box(
        self,
        box: Box,
        fill: Colour | None,
        *,
        radius: float = 0,
        outline: Colour | None = None,
        width: float = 2,
    ) -> None:
        """A rectangle with rounded corners."""
        left, top, right, bottom = (value * SCALE for value in box)
        self.pen.rounded_rectangle((left, top, right, bottom), radius * SCALE, fill, outline, round(width * SCALE))

    def polygon(self, points: Iterable[Point], fill: Colour) -> None:
        """A filled polygon."""
        self.pen.polygon([scaled(point) for point in points], fill)

    def arrow(self, points: Sequence[Point], fill: Colour, *, width: float = 5, dash: float = 0) -> None:
        """A line through the points with a head at the last one."""
        (x0, y0), (x1, y1) = points[-2:]
        angle, size = math.atan2(y1 - y0, x1 - x0), width * 3.6
        neck = polar((x1, y1), size * 0.8, math.degrees(angle) + 180)
        self.line([*points[:-1], neck], fill, width, dash=dash)
        self.polygon(((x1, y1), *(polar((x1, y1), size, math.degrees(angle) + 180 + turn) for turn in (-28, 28))), fill)

    def ring(self, centre: Point, radius: float, share: float, fill: Colour, *, width: float) -> None:
        """A share (0–1) of three quarters of a circle, open at the bottom, with round ends."""
        (x, y), r = scaled(centre), (radius + width / 2) * SCALE
        start, end = 135.0, 135 + 270 * min(share, 1)
        self.pen.arc((x - r, y - r, x + r, y + r), start, end, fill, round(width * SCALE))
        for cap in (start, end):
            self.dot(polar(centre, radius, cap), width / 2, fill)

    def png(self) -> bytes:
        """The finished picture: reduced, with a fixed palette, without any time stamp."""
        picture = self.image.resize((WIDTH, HEIGHT), Image.Resampling.BOX)
        table = Image.new("P", (1, 1))
        table.putpalette([part for colour in self.palette.table for part in colour])
        few = picture.quantize(palette=table, dither=Image.Dither.NONE)
        data = io.BytesIO()
        few.save(data, "PNG", optimize=True)
        return data.getvalue()


def scaled(point: Point) -> Point:
    """A point on the enlarged drawing."""
    return point[0] * SCALE, point[1] * SCALE


def polar(centre: Point, radius: float, degrees: float) -> Point:
    """The point at a distance and an angle from a centre."""
    angle = math.radians(degrees)
    return centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)


def dashes(points: Sequence[Point], length: float) -> Iterator[list[Point]]:
    """The dashes of a line through the points; dashes and gaps are equally long and run on around corners."""
    dash: list[Point] = [points[0]]
    left, drawing = length, True
    for (x0, y0), (x1, y1) in pairwise(points):
        span, done = math.dist((x0, y0), (x1, y1)), 0.0
        while span - done > left:
            done += left
            corner = (x0 + (x1 - x0) * done / span, y0 + (y1 - y0) * done / span)
            if drawing:
                yield [*dash, corner]
            dash, left, drawing = [corner], length, not drawing
        left -= span - done
        dash.append((x1, y1))
    if drawing and len(dash) > 1:
        yield dash


def smooth(points: Sequence[Point], *, closed: bool, rounds: int = 4) -> list[Point]:
    """The curve through the cut corners of the points (Chaikin)."""
    for _ in range(rounds):
        pairs = list(zip(points, [*points[1:], points[0]], strict=True))
        cut = [
            (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
            for a, b in (pairs if closed else pairs[:-1])
            for share in (0.25, 0.75)
        ]
        points = cut if closed else [points[0], *cut, points[-1]]
    return list(points)


# One picture


def draw(spec: dict[str, Any], palette: Palette) -> bytes:
    """The finished PNG of one picture."""
    canvas = Canvas(palette)
    draw_frame(canvas, spec["title"], spec.get("subtitle", ""))
    DRAWERS[spec["kind"]](canvas, spec)
    return canvas.png()


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


def draw_legend(canvas: Canvas, series: Sequence[dict[str, Any]], unit: str) -> None:
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


# line and bar


@dataclass(frozen=True)
class Axis:
    """A linear scale from `low` to `high` between two positions in pixels."""

    low: float
    high: float
    step: float
    start: float
    end: float

    def at(self, value: float) -> float:
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    @property
    def ticks(self) -> list[float]:
        count = round((self.high - self.low) / self.step)
        return [round(self.low + self.step * tick, 6) for tick in range(count + 1)]


def axis(values: Iterable[float], spec: dict[str, Any], start: float, end: float, *, zero: bool) -> Axis:
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


def series_values(spec: dict[str, Any]) -> list[float]:
    """All values of a picture's series that are there."""
    return [value for row in spec["series"] for value in row["values"] if value is not None]


def draw_line(canvas: Canvas, spec: dict[str, Any]) -> None:
    """Curves over a common axis."""
    left, top, right, bottom = CARD[0] + 130, CARD[1] + 96, CARD[2] - 70, CARD[3] - 84
    threshold = spec.get("threshold")
    known = series_values(spec) + ([threshold["value"]] if threshold else [])
    scale = axis(known, spec, bottom, top, zero=False)
    gap = (right - left) / max(len(spec["x"]) - 1, 1)
    curves = [curve_points(row["values"], left, gap, scale) for row in spec["series"]]
    for piece in curves[0] if len(spec["series"]) < 3 else ():
        canvas.polygon([(piece[0][0], bottom), *piece, (piece[-1][0], bottom)], canvas.palette.tint(0.08))
    draw_value_axis(canvas, scale, left, right)
    draw_names(canvas, spec["x"], [left + gap * place for place in range(len(spec["x"]))], bottom)
    if threshold:
        draw_threshold(canvas, scale.at(threshold["value"]), threshold["label"], left, right)
    for row, colour, pieces in reversed(list(zip(spec["series"], canvas.palette.series, curves, strict=False))):
        draw_curve(canvas, pieces, colour, dashed=row.get("dashed", False), marks=len(spec["x"]) <= 16)
    draw_legend(canvas, spec["series"], spec.get("unit", ""))


def curve_points(values: Sequence[float | None], left: float, gap: float, scale: Axis) -> list[list[Point]]:
    """The pieces of a curve between missing values."""
    pieces: list[list[Point]] = [[]]
    for place, value in enumerate(values):
        if value is None:
            pieces.append([])
        else:
            pieces[-1].append((left + gap * place, scale.at(value)))
    return [piece for piece in pieces if piece]


def draw_curve(canvas: Canvas, pieces: list[list[Point]], colour: Colour, *, dashed: bool, marks: bool) -> None:
    """One curve, with a disc at every value when there are few."""
    for piece in pieces:
        canvas.line(piece, colour, 6, dash=16 if dashed else 0)
        for at in piece if marks and not dashed else ():
            canvas.dot(at, 6, WHITE, rim=colour, rim_width=5)


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


def draw_threshold(canvas: Canvas, y: float, label: str, left: float, right: float) -> None:
    """A dashed line across a chart, its label above the right end."""
    canvas.line([(left, y), (right, y)], canvas.palette.accent, 3, dash=12)
    canvas.text((right, y - 22), label, 25, canvas.palette.accent, bold=True, anchor="rm")


def draw_bar(canvas: Canvas, spec: dict[str, Any]) -> None:
    """Groups of bars from zero."""
    (draw_rows if spec.get("horizontal") else draw_columns)(canvas, spec)
    draw_legend(canvas, spec["series"] if len(spec["series"]) > 1 else [], spec.get("unit", ""))


def bar_places(start: float, end: float, groups: int, members: int) -> Iterator[tuple[int, int, float, float]]:
    """Group, member, start and breadth of every bar between two positions."""
    pitch = (end - start) / groups
    breadth = min(pitch * 0.66 / members, 92)
    for group in range(groups):
        first = start + pitch * (group + 0.5) - breadth * members / 2
        for member in range(members):
            yield group, member, first + breadth * member, breadth


def draw_columns(canvas: Canvas, spec: dict[str, Any]) -> None:
    """Upright bars."""
    left, top, right, bottom = CARD[0] + 130, CARD[1] + 104, CARD[2] - 50, CARD[3] - 84
    scale = axis(series_values(spec), spec, bottom, top, zero=True)
    draw_value_axis(canvas, scale, left, right)
    groups, pitch = len(spec["labels"]), (right - left) / len(spec["labels"])
    draw_names(canvas, spec["labels"], [left + pitch * (group + 0.5) for group in range(groups)], bottom)
    for group, member, start, breadth in bar_places(left, right, groups, len(spec["series"])):
        value = spec["series"][member]["values"][group]
        if value is not None:
            y, label = scale.at(value), number(value)
            canvas.box((start + 3, y, start + breadth - 3, bottom), canvas.palette.series[member], radius=5)
            size = fitting_size(label, 25, breadth + 4)
            canvas.text((start + breadth / 2, y - 20), label, size, canvas.palette.ink, bold=True, anchor="mm")


def draw_rows(canvas: Canvas, spec: dict[str, Any]) -> None:
    """Lying bars, the labels at their left."""
    widest = max(text_width(label, 28) for label in spec["labels"])
    left, right = CARD[0] + 70 + min(widest, 460), CARD[2] - 150
    top, bottom = CARD[1] + (84 if len(spec["series"]) > 1 or spec.get("unit") else 30), CARD[3] - 30
    scale = axis(series_values(spec), spec, left, right, zero=True)
    canvas.line([(left, top), (left, bottom)], canvas.palette.grey, 2)
    for group, label in enumerate(spec["labels"]):
        y = top + (bottom - top) / len(spec["labels"]) * (group + 0.5)
        canvas.text((left - 22, y), label, fitting_size(label, 28, 460), canvas.palette.ink, anchor="rm")
    for group, member, start, breadth in bar_places(top, bottom, len(spec["labels"]), len(spec["series"])):
        value = spec["series"][member]["values"][group]
        if value is not None:
            x = scale.at(value)
            canvas.box((left, start + 3, x, start + breadth - 3), canvas.palette.series[member], radius=5)
            canvas.text((x + 14, start + breadth / 2), number(value), 27, canvas.palette.ink, bold=True)


# flow


def draw_flow(canvas: Canvas, spec: dict[str, Any]) -> None:
    """Steps with arrows, or layers."""
    if "layers" in spec:
        draw_layers(canvas, spec["layers"])
    else:
        draw_steps(canvas, spec["steps"], spec.get("feedback", ""))


def draw_steps(canvas: Canvas, steps: Sequence[dict[str, Any]], feedback: str) -> None:
    """Numbered steps; a second row runs back from the right to the left."""
    boxes = step_boxes(len(steps), CARD[3] - (130 if feedback else 44))
    texts = [step_text(step, boxes[0]) for step in steps]
    height = max(text.height for text in texts)
    spare = max(0, (boxes[0][3] - boxes[0][1] - height - 180) / 2)
    boxes = [(left, top + spare, right, bottom - spare) for left, top, right, bottom in boxes]
    for before, after in pairwise(boxes):
        canvas.arrow(step_arrow(before, after), canvas.palette.primary)
    for place, (step, text, box) in enumerate(zip(steps, texts, boxes, strict=True), 1):
        colour = canvas.palette.accent if step.get("accent") else canvas.palette.primary
        canvas.box(box, mix(WHITE, colour, 0.07), radius=18, outline=mix(WHITE, colour, 0.3))
        middle, top = (box[0] + box[2]) / 2, (box[1] + box[3] - height) / 2
        canvas.dot((middle, top + 27), 27, colour)
        canvas.text((middle, top + 27), str(place), 30, WHITE, bold=True, anchor="mm")
        draw_step_text(canvas, text, (middle, top + STEP_HEAD), mix(WHITE, colour, 0.4))
    if feedback:
        draw_feedback(canvas, boxes[0], boxes[-1], feedback)


def step_boxes(count: int, bottom: float) -> list[Box]:
    """The boxes of the steps in reading order: one row, or two of which the second runs backwards."""
    left, top, right = CARD[0] + 40, CARD[1] + 44, CARD[2] - 40
    rows = 1 if count <= 5 else 2
    columns, gap = math.ceil(count / rows), 58.0
    breadth, height = (right - left + gap) / columns - gap, (bottom - top + gap) / rows - gap
    boxes = []
    for place in range(count):
        row, column = divmod(place, columns)
        x = left + (columns - 1 - column if row else column) * (breadth + gap)
        y = top + row * (height + gap)
        boxes.append((x, y, x + breadth, y + height))
    return boxes


def step_arrow(before: Box, after: Box) -> list[Point]:
    """The ends of the arrow between two neighbouring boxes."""
    if before[1] == after[1]:
        y = (before[1] + before[3]) / 2
        forward = before[0] < after[0]
        return [(before[2] + 9, y), (after[0] - 9, y)] if forward else [(before[0] - 9, y), (after[2] + 9, y)]
    x = (before[0] + before[2]) / 2
    return [(x, before[3] + 9), (x, after[1] - 9)]


@dataclass(frozen=True)
class StepText:
    """The wrapped words of one step, and how large its notes are."""

    name: list[str]
    notes: list[list[str]]
    size: float

    @property
    def height(self) -> float:
        """Of the number, the name and the notes together."""
        return STEP_HEAD + self.name_height + (22 + sum(self.note_heights) if self.notes else 0)

    @property
    def name_height(self) -> float:
        return len(self.name) * self.name_size * 1.4

    @property
    def name_size(self) -> float:
        return self.size + 9

    @property
    def note_heights(self) -> list[float]:
        return [len(lines) * self.size * 1.4 + 10 for lines in self.notes]


def step_text(step: dict[str, Any], box: Box) -> StepText:
    """The words of a step, wrapped to a box; low boxes have smaller notes."""
    breadth, size = box[2] - box[0] - 32, 28.0 if box[3] - box[1] > 300 else 23.0
    notes = [wrap(note, size, breadth) for note in step.get("notes", [])]
    return StepText(wrap(step["name"], size + 9, breadth, True), notes, size)


def draw_step_text(canvas: Canvas, text: StepText, at: Point, rule: Colour) -> None:
    """The name and the notes of a step, from a top middle point downwards."""
    x, y = at
    canvas.lines((x, y + text.name_height / 2), text.name, text.name_size, canvas.palette.ink, bold=True)
    y += text.name_height + 10
    if text.notes:
        canvas.line([(x - 34, y), (x + 34, y)], rule, 3)
    y += 12
    for lines, height in zip(text.notes, text.note_heights, strict=True):
        canvas.lines((x, y + height / 2), lines, text.size, canvas.palette.grey)
        y += height


def draw_feedback(canvas: Canvas, first: Box, last: Box, label: str) -> None:
    """A dashed arrow back from below the last box to the first, with its label on the line."""
    start, end, low = (last[0] + last[2]) / 2, (first[0] + first[2]) / 2, first[3] + 56
    way = [(start, last[3] + 6), (start, low), (end, low), (end, first[3] + 8)]
    canvas.arrow(way, canvas.palette.accent, width=4, dash=12)
    half = text_width(label, 27, True) / 2 + 18
    middle = (start + end) / 2
    canvas.box((middle - half, low - 24, middle + half, low + 24), WHITE)
    canvas.text((middle, low), label, 27, canvas.palette.accent, bold=True, anchor="mm")


def draw_layers(canvas: Canvas, layers: Sequence[dict[str, Any]]) -> None:
    """Layers on top of each other; arrows point upwards, as the data go."""
    left, top, right, bottom = CARD[0] + 40, CARD[1] + 36, CARD[2] - 40, CARD[3] - 36
    gap = 40.0
    height = (bottom - top + gap) / len(layers) - gap
    for place, layer in enumerate(layers):
        y = top + place * (height + gap)
        draw_layer(canvas, layer, (left, y, right, y + height))
        if place:
            for x in (left + 500, (left + right) / 2 + 120, right - 260):
                canvas.arrow([(x, y - 5), (x, y - gap + 5)], canvas.palette.tint(0.55), width=4)


def draw_layer(canvas: Canvas, layer: dict[str, Any], box: Box) -> None:
    """One layer: its name at the left, its items beside each other."""
    left, top, right, bottom = box
    colour = canvas.palette.accent if layer.get("accent") else canvas.palette.primary
    middle, items = (top + bottom) / 2, layer["items"]
    canvas.box(box, mix(WHITE, colour, 0.07), radius=16, outline=mix(WHITE, colour, 0.25))
    canvas.box((left, top, left + 210, bottom), colour, radius=16)
    canvas.lines((left + 105, middle), wrap(layer["name"], 31, 186, True), 31, WHITE, bold=True)
    pitch = (right - left - 226) / len(items)
    for place, item in enumerate(items):
        start = left + 218 + pitch * place
        plate = (start + 10, top + 16, start + pitch - 6, bottom - 16)
        canvas.box(plate, WHITE, radius=12, outline=mix(WHITE, colour, 0.3))
        canvas.lines((start + 2 + pitch / 2, middle), wrap(item, 27, pitch - 40), 27, canvas.palette.ink)


# map


def draw_map(canvas: Canvas, spec: dict[str, Any]) -> None:
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


def draw_point(canvas: Canvas, point: dict[str, Any], at: Point) -> None:
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


# grid


def draw_grid(canvas: Canvas, spec: dict[str, Any]) -> None:
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


# gauge


def draw_gauge(canvas: Canvas, spec: dict[str, Any]) -> None:
    """Rings beside each other."""
    pitch = (CARD[2] - CARD[0] - 60) / len(spec["items"])
    for place, item in enumerate(spec["items"]):
        colour = canvas.palette.series[place % 2]
        draw_ring(canvas, item, (CARD[0] + 30 + pitch * (place + 0.5), CARD[1] + 278), min(pitch * 0.4, 190), colour)


def draw_ring(canvas: Canvas, item: dict[str, Any], centre: Point, radius: float, colour: Colour) -> None:
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


DRAWERS: dict[str, Callable[[Canvas, dict[str, Any]], None]] = {
    "line": draw_line,
    "bar": draw_bar,
    "flow": draw_flow,
    "map": draw_map,
    "grid": draw_grid,
    "gauge": draw_gauge,
}


# Specs


def read_specs(root: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every picture of every spec file, with the words that name it in a message."""
    for path in sorted((root / "scripts").glob("demo_images*.yml")):
        for place, spec in enumerate(yaml.safe_load(path.read_text("utf-8")) or [], 1):
            yield f"{path.name}, picture {place} ({spec.get('case')}/{spec.get('file')})", spec


def check_spec(spec: dict[str, Any]) -> None:
    """Raise `SpecError` when keys are missing or unknown, or lists do not match."""
    if spec.get("kind") not in KIND_KEYS:
        raise SpecError(f"kind “{spec.get('kind')}” is none of {', '.join(KIND_KEYS)}")
    required, optional = (a | b for a, b in zip(COMMON_KEYS, KIND_KEYS[spec["kind"]], strict=True))
    if missing := required - spec.keys():
        raise SpecError(f"missing: {', '.join(sorted(missing))}")
    if unknown := spec.keys() - required - optional:
        raise SpecError(f"unknown: {', '.join(sorted(unknown))}")
    if not re.fullmatch(r"\d{4}/[a-z0-9-]+", spec["case"]) or not re.fullmatch(r"[a-z0-9-]+\.png", spec["file"]):
        raise SpecError("case must look like 2026/slug, file like cover.png")
    check_lengths(spec)


def check_lengths(spec: dict[str, Any]) -> None:
    """Raise `SpecError` when the lists of one picture do not belong together."""
    names = spec.get("x") or spec.get("labels") or []
    for row in spec.get("series", []):
        if len(row["values"]) != len(names):
            raise SpecError(f"series “{row['name']}” has {len(row['values'])} values for {len(names)} names")
    if spec["kind"] == "grid" and [len(row) for row in spec["values"]] != [len(spec["columns"])] * len(spec["rows"]):
        raise SpecError("values must have one list per row and one value per column")
    if spec["kind"] == "flow" and ("steps" in spec) == ("layers" in spec):
        raise SpecError("needs either steps or layers")
    if spec.get("feedback") and not 2 <= len(spec.get("steps", [])) <= 5:
        raise SpecError("feedback needs 2–5 steps")


def save(root: Path, spec: dict[str, Any], palette: Palette) -> str:
    """Draw one picture, save it and say where and how large."""
    year, slug = spec["case"].split("/")
    data = draw(spec, palette)
    if len(data) > MAX_BYTES:
        raise SpecError(f"{len(data)} bytes, more than {MAX_BYTES}")
    path = root / "content/demo" / year / "cases" / slug / spec["file"]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return f"{path.relative_to(root)}  {len(data) / 1024:.0f} KB"


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw all pictures, or those of the named cases; 1 when any of them is described wrongly."""
    parser = argparse.ArgumentParser(description="Draw the diagrams of the fabricated demo cases.")
    parser.add_argument("cases", nargs="*", metavar="YEAR/SLUG", help="only the pictures of these cases")
    wanted = parser.parse_args(arguments).cases
    palette, failures = read_palette(ROOT), 0
    for name, spec in read_specs(ROOT):
        if wanted and spec.get("case") not in wanted:
            continue
        try:
            check_spec(spec)
            print(save(ROOT, spec, palette))
        except SpecError as mistake:
            failures += 1
            print(f"{name}: {mistake}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
