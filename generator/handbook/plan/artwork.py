"""Artwork for covers and part titles: a field of fine lines like currents, grown from the branch's id.

The same id gives the same drawing on every machine: the numbers come from a hash, and are rounded.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, pi, sin

from markupsafe import Markup

from generator.media.palette import Palette, mix

_STEP = 12.0
"""Points between the bends of a line."""


@dataclass(frozen=True, slots=True)
class Wave:
    """One of the swells that bend the lines: how long, how high, where it starts, how it leans."""

    length: float
    height: float
    phase: float
    lean: float


def currents(seed: str, palette: Palette, width: float, height: float, lines: int = 56) -> Markup:
    """The drawing for a dark ground, `width` × `height` points: light lines, one of them in the accent's colour."""
    waves = tuple(_waves(seed, width))
    accent = lines * 5 // 8
    glow = mix(palette.light.accent, "#ffffff", 0.45)
    shapes = _fitted([_line(waves, number / (lines - 1), width) for number in range(lines)], height)
    drawn = []
    for number, ys in enumerate(shapes):
        bell = _bell(number / (lines - 1), 0.6)
        colour = glow if number == accent else mix(palette.banner, "#ffffff", 0.22 + 0.45 * bell)
        weight = 1.5 if number == accent else 0.35 + 0.4 * bell
        drawn.append(f'<path d="{_path(ys)}" stroke="{colour}" stroke-width="{weight:.2f}"/>')
    return Markup(  # noqa: S704 - numbers and colours of our own
        f'<svg class="artwork" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'preserveAspectRatio="none" aria-hidden="true" fill="none">{"".join(drawn)}</svg>'
    )


def _waves(seed: str, width: float) -> Iterator[Wave]:
    numbers = [byte / 255 for byte in hashlib.sha256(seed.encode()).digest()]
    for place, (length, height) in enumerate(((1.9, 1.0), (1.1, 0.45), (0.6, 0.16))):
        first, second, third, fourth = numbers[4 * place : 4 * place + 4]
        yield Wave(width * length * (0.85 + 0.3 * first), height * (0.7 + 0.6 * second), 2 * pi * third, 2 * fourth - 1)


def _line(waves: tuple[Wave, ...], share: float, width: float) -> list[float]:
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


def _path(heights: list[float]) -> str:
    return "M" + "L".join(f"{step * _STEP:.0f} {y:.1f}" for step, y in enumerate(heights))


def _bell(value: float, centre: float) -> float:
    return exp(-(((value - centre) / 0.22) ** 2))
