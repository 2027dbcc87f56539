"""The surface that everything is drawn on: text, lines, boxes, discs, and the finished PNG."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Sequence

from PIL import Image, ImageDraw

from scripts.demo_images.geometry import HEIGHT, SCALE, WIDTH, Box, Point, dashes, polar, scaled
from scripts.demo_images.palette import Colour, Palette
from scripts.demo_images.text import font


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
