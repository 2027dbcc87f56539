"""Patterns for covers and titles of parts: a family by the branch, a drawing by the seed.

The same seed gives the same drawing on every machine: the numbers come from a hash, and are rounded.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, exp, hypot, pi, sin
from typing import NamedTuple

from markupsafe import Markup

from generator.media.palette import mix

_STEP = 12.0
"""Points between the bends of a line."""

_STEPS = 32
"""Tints between a ground and white, and sizes of discs."""


class Stroke(NamedTuple):
    """A part of a pattern."""

    path: str
    paint: str
    """Attributes of SVG."""
    layer: int = 0
    """Above the layers before it; strokes of one do not cover each other."""


Strokes = Iterator[Stroke]


@dataclass(frozen=True, slots=True)
class Ground:
    """What a pattern is drawn on: its colour, and the light of the few parts that stand out."""

    colour: str
    glow: str

    def tint(self, share: float) -> str:
        """The ground's colour so much paler, in steps that no eye tells apart."""
        return mix(self.colour, "#ffffff", round(share * _STEPS) / _STEPS)


def pattern(family: str, seed: str, ground: Ground, width: float, height: float) -> Markup:
    """A drawing of `width` × `height` points for a dark ground, of the family that a word leads to."""
    draw = _FAMILIES[_numbers(family)[0] % len(_FAMILIES)]
    drawn = "".join(_joined(draw(seed, ground, width, height)))
    return Markup(  # noqa: S704 - numbers and colours of our own
        f'<svg class="artwork" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'preserveAspectRatio="xMidYMid slice" aria-hidden="true" fill="none">{drawn}</svg>'
    )


def _joined(strokes: Strokes) -> Iterator[str]:
    """One path for all strokes of a layer that are painted alike: elements cost the layout far more than bends."""
    alike: dict[tuple[int, str], list[str]] = {}
    for path, paint, layer in strokes:
        alike.setdefault((layer, paint), []).append(path)
    for (_, paint), paths in alike.items():
        yield f'<path {paint} d="{"".join(paths)}"/>'


def _disc(x: float, y: float, radius: float, colour: str, layer: int = 0) -> Stroke:
    """The round end of a line of no length: a disc that costs nothing."""
    return Stroke(
        f"M{x:.1f} {y:.1f}h0", f'stroke="{colour}" stroke-width="{2 * radius:.1f}" stroke-linecap="round"', layer
    )


def _ring(x: float, y: float, radius: float) -> str:
    """Three quarters and one: by quarters it is round, while half a circle would be drawn as a single bend."""
    r = f"{radius:.1f}"
    return f"M{x + radius:.1f} {y:.1f}a{r} {r} 0 1 1 -{r} -{r}a{r} {r} 0 0 1 {r} {r}z"


def _numbers(seed: str, count: int = 32) -> list[int]:
    """So many numbers from 0 to 255."""
    blocks = (hashlib.sha256(f"{seed}:{place}".encode()).digest() for place in range(ceil(count / 32)))
    return [byte for block in blocks for byte in block][:count]


# Currents: lines like contours of a relief


@dataclass(frozen=True, slots=True)
class _Wave:
    """One of the swells that bend the lines: how long, how high, where it starts, how it leans."""

    length: float
    height: float
    phase: float
    lean: float


def _currents(seed: str, ground: Ground, width: float, height: float) -> Strokes:
    waves = tuple(_waves(seed, width))
    count = 40
    shapes = _fitted([_line(waves, number / (count - 1), width) for number in range(count)], height)
    for number, ys in enumerate(shapes):
        bell = exp(-(((number / (count - 1) - 0.6) / 0.3) ** 2))
        accent = number in {count * 5 // 8, count * 5 // 8 + 1}
        colour = ground.glow if accent else ground.tint(0.15 + 0.6 * bell)
        weight = 2.2 if accent else 0.7 + 1.3 * bell
        path = "M" + "L".join(f"{step * _STEP:.0f} {y:.1f}" for step, y in enumerate(ys))
        yield Stroke(path, f'stroke="{colour}" stroke-width="{weight:.2f}"')


def _waves(seed: str, width: float) -> Iterator[_Wave]:
    numbers = [each / 255 for each in _numbers(seed)]
    for place, (length, height) in enumerate(((1.9, 1.0), (1.1, 0.45), (0.6, 0.16))):
        first, second, third, fourth = numbers[4 * place : 4 * place + 4]
        yield _Wave(
            width * length * (0.85 + 0.3 * first), height * (0.7 + 0.6 * second), 2 * pi * third, 2 * fourth - 1
        )


def _line(waves: Sequence[_Wave], share: float, width: float) -> list[float]:
    """The heights of one line: apart at the edges, drawn together where the swells cross."""
    heights = []
    for step in range(int(width / _STEP) + 2):
        x = step * _STEP
        swell = sum(
            wave.height * sin(2 * pi * x / wave.length + wave.phase + wave.lean * 2.4 * share) for wave in waves
        )
        spread = 0.30 + 0.55 * (0.5 + 0.5 * sin(2 * pi * x / (width * 1.6) + waves[0].phase))
        heights.append(0.2 * swell + (share - 0.5) * spread)
    return heights


def _fitted(shapes: list[list[float]], height: float) -> list[list[float]]:
    """The lines moved and stretched so that they just fill the height."""
    least, most = min(map(min, shapes)), max(map(max, shapes))
    return [[2 + (height - 4) * (each - least) / (most - least) for each in shape] for shape in shapes]


# Patterns of a grid


def _grid(seed: str, width: float, height: float, cell: float) -> Iterator[tuple[float, float, int, float]]:
    """The cells of a grid: left, top, a number from 0 to 255, and how high a swell runs there (0 to 1)."""
    columns, rows = ceil(width / cell), ceil(height / cell)
    numbers = _numbers(seed, columns * rows)
    phase, lean = numbers[0] / 255 * 2 * pi, numbers[1] / 128 - 1
    for place, chance in enumerate(numbers):
        row, column = divmod(place, columns)
        swell = sin(2.1 * pi * column / columns + phase + lean * row / rows) + sin(2.6 * pi * row / rows + phase * lean)
        yield column * cell, row * cell, chance, (swell + 2) / 4


def _beads(seed: str, ground: Ground, width: float, height: float) -> Strokes:
    """Discs that grow and shrink as the rings of a ripple run through them."""
    cell = 11.5
    across, along, *_ = (each / 255 for each in _numbers(seed))
    spring = (width * (0.15 + 0.7 * across), height * (0.9 + 0.5 * along))
    for left, top, chance, _ in _grid(seed, width, height, cell):
        x, y = left + cell / 2, top + cell / 2
        away = hypot(x - spring[0], y - spring[1])
        swell = round((0.5 + 0.5 * sin(away / 17)) * (0.35 + 0.65 * exp(-away / width)) * _STEPS) / _STEPS
        radius = cell * (0.07 + 0.43 * swell)
        colour = ground.glow if chance < 6 and swell > 0.4 else ground.tint(0.14 + 0.6 * swell)
        yield _disc(x, y, radius, colour)


def _arcs(seed: str, ground: Ground, width: float, height: float) -> Strokes:
    """Quarter circles that join to paths from cell to cell."""
    cell = 50.0
    for left, top, chance, swell in _grid(seed, width, height, cell):
        right, bottom = left + cell, top + cell
        ends = ((left, top, right, bottom), (right, top, left, bottom))[chance % 2]
        for x, y in (ends[:2], ends[2:]):
            for share, weight in ((1 / 6, 2.6), (1 / 2, 7.0), (5 / 6, 2.6)):
                radius = cell * share
                along, across = (radius if x == left else -radius), (radius if y == top else -radius)
                sweep = int((x == left) == (y == top))
                glows = share == 0.5 and chance < 14
                colour = ground.glow if glows else ground.tint((0.16 if share != 0.5 else 0.24) + 0.34 * swell)
                path = f"M{x + along:.1f} {y:.1f}A{radius:.1f} {radius:.1f} 0 0 {sweep} {x:.1f} {y + across:.1f}"
                yield Stroke(path, f'stroke="{colour}" stroke-width="{weight}"')


def _scales(seed: str, ground: Ground, width: float, height: float) -> Strokes:
    """Rings that overlap like scales, or like waves drawn on porcelain."""
    radius = 42.0
    rows = ceil(height / (radius / 2)) + 2
    columns = ceil(width / (2 * radius)) + 2
    numbers = _numbers(seed, rows * columns)
    for place, chance in enumerate(numbers):
        row, column = divmod(place, columns)
        x = 2 * radius * column - (radius if row % 2 else 0)
        y = radius / 2 * row
        swell = 0.5 + 0.5 * sin(3 * pi * row / rows + numbers[0] / 40 + 2 * pi * column / columns)
        yield _disc(x, y, radius, ground.colour, row)
        for ring, share in enumerate((0.94, 0.7, 0.46, 0.22)):
            lit = chance < 14 and ring % 2 == 0
            colour = ground.glow if lit else ground.tint(0.14 + 0.42 * swell * (1 - ring / 6))
            yield Stroke(_ring(x, y, radius * share), f'stroke="{colour}" stroke-width="4"', row)


_FAMILIES: tuple[Callable[[str, Ground, float, float], Strokes], ...] = (_currents, _beads, _arcs, _scales)
