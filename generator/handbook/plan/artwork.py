"""Frames of certificates: woven lines and rosettes, like those of papers of value."""

from __future__ import annotations

from math import pi

from markupsafe import Markup

from generator.media.palette import Palette, mix


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
