"""What charts are drawn with: shapes and words that have a role, which a style sheet or a book's inks give a colour."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import floor, log10

from markupsafe import escape

Scale = Callable[[float], float]
"""What puts a value at its place."""

LEAD = 1.5
"""From line to line, in letters' sizes."""

_STYLES = (
    ("first", "", ""),
    ("second", "paper", "/"),
    ("first-soft", "first", ""),
    ("second-soft", "second", "\\"),
    ("paper", "first", "/"),
    ("second", "", ""),
    ("first", "paper", "\\"),
    ("paper", "second", ""),
)
"""Fill, outline or hatch, and how it is hatched: every two differ without their colours, too."""


def ems(text: str) -> float:
    """How wide a text is at most in sans serifs, in sizes of its letters."""
    return sum(1 if ord(char) > 0x2E7F else 0.58 for char in text)


_LEAST = 1e-9
"""Values that differ by less are drawn as one, and so are large ones that differ by their last digits alone."""


def ticks(low: float, high: float, most: int = 6) -> list[float]:
    """Round numbers at even distances, from at most `low` to at least `high`."""
    if high - low < _LEAST + 1e-12 * max(abs(low), abs(high)):
        low, high = min(low, 0.0), max(high, 0.0)
    if high - low < _LEAST:
        high = low + 1
    rough = (high - low) / (most - 1)
    power = 10.0 ** floor(log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * 0.999)
    first, last = floor(low / step + 1e-9), -floor(-high / step + 1e-9)
    return [round(number * step, 12) for number in range(first, last + 1)]


def scale(low: float, high: float, start: float, end: float) -> Scale:
    """What puts a value between `low` and `high` between `start` and `end`."""
    return lambda value: start + (end - start) * (value - low) / (high - low)


@dataclass
class Canvas:
    """A drawing `width` wide that grows downwards; `size` is that of its letters.

    `colours` give the colour of each role; without them shapes have classes.
    """

    width: float
    size: float
    colours: Mapping[str, str] | None = None
    lower: float = 0.0
    """By how much what stands on an axis is lower than usual."""

    height: float = 0.0
    shapes: list[str] = field(default_factory=list)

    def svg(self, attributes: str = "", head: str = "") -> str:
        """The finished drawing; `head` comes before its shapes and says it all to those who cannot see them.

        Some screen readers would go on with every number of an axis, though nothing within an image is to be read.
        """
        font = f' font-family="{self.colours["font"]}"' if self.colours else ""
        box = f'viewBox="0 0 {self.width:.1f} {self.height:.1f}"'
        shapes = "".join(self.shapes)
        inner = f'{head}<g aria-hidden="true">{shapes}</g>' if head else shapes
        return f'<svg xmlns="http://www.w3.org/2000/svg" {box}{font}{attributes}>{inner}</svg>'

    @property
    def plot(self) -> float:
        """The height of what stands on an axis."""
        return max(0.33 * self.width - self.lower, 10.5 * self.size)

    def paint(self, fill: str = "", stroke: str = "", weight: float = 1.0) -> str:
        """The attributes that colour a shape."""
        line = f' stroke-width="{weight * self.size / 10:.2f}"' if stroke else ""
        none = "" if fill else ' fill="none"'
        roles = [(kind, role) for kind, role in (("fill", fill), ("stroke", stroke)) if role]
        if self.colours:
            return "".join(f' {kind}="{self.colours[role]}"' for kind, role in roles) + line + none
        return f' class="{" ".join(f"{kind}-{role}" for kind, role in roles)}"{line}{none}'

    def path(self, points: str, paint: str) -> None:
        """Lines as SVG writes them."""
        self.shapes.append(f'<path d="{points}"{paint}/>')

    def rule(self, x1: float, y1: float, x2: float, y2: float, paint: str) -> None:
        """A straight line."""
        self.path(f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}", paint)

    def words(
        self, x: float, y: float, text: str, anchor: str = "start", role: str = "text", part: float = 1.0
    ) -> None:
        """A line of text whose letters stand around the height `y`, `part` as large as usual."""
        size = self.size * part
        at = "" if anchor == "start" else f' text-anchor="{anchor}"'
        place = f'x="{x:.1f}" y="{y + 0.36 * size:.1f}" font-size="{size:.1f}"'
        self.shapes.append(f"<text {place}{at}{self.paint(role)}>{escape(text)}</text>")

    def block(self, x: float, y: float, width: float, height: float, style: int) -> None:
        """A filled area in one of eight styles."""
        fill, line, hatch = _STYLES[style % len(_STYLES)]
        outline = line if line and line != "paper" else ""
        place = f'x="{x:.1f}" y="{y:.1f}" width="{max(width, 0.4):.1f}" height="{max(height, 0.4):.1f}"'
        self.shapes.append(f"<rect {place}{self.paint(fill, outline)}/>")
        if hatch and (strokes := "".join(_hatched(x, y, width, height, 0.62 * self.size, hatch))):
            self.path(strokes, self.paint(stroke=line, weight=1.2))

    def dot(self, x: float, y: float, style: int) -> None:
        """A mark of a series: round, square, a lozenge, a triangle; filled or not."""
        reach = 0.3 * self.size
        role = "second" if style % 2 else "first"
        paint = self.paint("paper" if style in (1, 2) else role, role, 1.4)
        if style == 0:
            self.shapes.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{reach:.1f}"{paint}/>')
            return
        corners = {
            1: ((-1, -1), (1, -1), (1, 1), (-1, 1)),
            2: ((0, -1.4), (1.4, 0), (0, 1.4), (-1.4, 0)),
            3: ((0, -1.3), (1.2, 1), (-1.2, 1)),
        }
        around = [f"{x + reach * across:.1f} {y + reach * down:.1f}" for across, down in corners[style]]
        self.path(f"M{'L'.join(around)}Z", paint)

    def legend(self, names: Sequence[str], mark: Callable[[float, float, int], None]) -> None:
        """What each series is called, beside its mark, which needs two letters; a single one needs no legend."""
        if len(names) < 2:
            return
        x, line = 0.0, LEAD * self.size
        self.height += 0.5 * line
        for style, name in enumerate(names):
            wide = (ems(name) + 4) * self.size
            if x and x + wide > self.width:
                x, self.height = 0.0, self.height + line
            mark(x, self.height, style)
            self.words(x + 2.4 * self.size, self.height, name)
            x += wide
        self.height += line


def known(values: Iterable[float | None]) -> list[float]:
    """Those that are given."""
    return [value for value in values if value is not None]


def _hatched(x: float, y: float, width: float, height: float, step: float, way: str) -> Iterable[str]:
    """Slanted lines across an area."""
    for number in range(1, int((width + height) / step) + 1):
        left = x - height + number * step
        start, end = max(0.0, x - left), min(height, x + width - left)
        up, down = (height - start, height - end) if way == "/" else (start, end)
        if end - start > 0.2:
            yield f"M{left + start:.1f} {y + up:.1f}L{left + end:.1f} {y + down:.1f}"
