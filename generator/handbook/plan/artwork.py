"""Artwork: for covers and part titles fine lines like currents, grown from the branch's id; frames of certificates.

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


def guilloche(palette: Palette, width: float, height: float, edge: float, band: float = 9.0) -> Markup:
    """The frame of a certificate, `edge` points inside its border: woven lines between rules, a rosette in each corner.

    A large, pale rosette lies behind the text.
    """
    primary, accent = palette.light.primary, palette.light.accent
    pale = [mix(primary, "#ffffff", 0.35), mix(accent, "#ffffff", 0.3)]
    drawn = [_rosette(width / 2, height / 2, height * 0.33, 40, mix(primary, "#ffffff", 0.88), 0.4)]
    for inset, colour, weight in ((-5, primary, 1.6), (-2, accent, 0.4), (2, accent, 0.4), (4, primary, 0.8)):
        drawn.append(_rule(width, height, edge + inset + (band if inset > 0 else -band), colour, weight))
    for number in range(_STRANDS):
        ink = f'stroke="{pale[number % 2]}" stroke-width=".4"'
        offset = _BEND * 2 * number / _STRANDS
        for across, along in ((edge, width), (height - edge, width)):
            drawn.append(f'<path d="{_strand(edge, along - edge, across, band, offset)}" {ink}/>')
        for across, along in ((edge, height), (width - edge, height)):
            upright = f'transform="matrix(0 1 1 0 0 0)" {ink}'
            drawn.append(f'<path d="{_strand(edge, along - edge, across, band, offset)}" {upright}/>')
    for x in (edge, width - edge):
        for y in (edge, height - edge):
            drawn.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{band * 2.2:.1f}" fill="#fff"/>')
            drawn += [_rosette(x, y, band * 2, 12, primary, 0.45), _rosette(x, y, band, 9, accent, 0.45)]
    return Markup(  # noqa: S704 - numbers and colours of our own
        f'<svg class="artwork" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.2f} {height:.2f}" '
        f'aria-hidden="true" fill="none">{"".join(drawn)}</svg>'
    )


_STRANDS = 6
_BEND = 14.0
"""Points from bend to bend of a frame's lines."""


def _rule(width: float, height: float, inset: float, colour: str, weight: float) -> str:
    sides = f'x="{inset:.1f}" y="{inset:.1f}" width="{width - 2 * inset:.1f}" height="{height - 2 * inset:.1f}"'
    return f'<rect {sides} stroke="{colour}" stroke-width="{weight}"/>'


def _strand(start: float, end: float, across: float, band: float, offset: float) -> str:
    """One line of a frame's side: a sine of curves, each from one crossing of the middle to the next."""
    bend = (end - start) / round((end - start) / _BEND)
    top, reach = band * 4 / 3, bend * (1 - 4 / 3 / pi)  # as high, and as steep where it crosses, as a sine
    turns = round((end - start) / bend) - 1
    rest = "".join(f"s{reach:.2f} {-top if turn % 2 else top:.1f} {bend:.2f} 0" for turn in range(turns))
    return f"M{start + offset * bend / _BEND / 2:.2f} {across:.1f}{rest}"


def _rosette(x: float, y: float, radius: float, petals: int, colour: str, weight: float) -> str:
    """Ovals turned around a point."""
    ovals = (
        f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{radius:.1f}" ry="{radius * 0.55:.1f}" '
        f'transform="rotate({180 * number / petals:.1f} {x:.1f} {y:.1f})"/>'
        for number in range(petals)
    )
    return f'<g stroke="{colour}" stroke-width="{weight}">{"".join(ovals)}</g>'


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
