"""Colours by how they look: the contrast of two, and those between two hues.

Contrast is as the Web Content Accessibility Guidelines 2.2 define it. Hues are those of OKLCH, where equal steps look
equal (Björn Ottosson, 2020).
"""

from __future__ import annotations

from math import atan2, cos, hypot, pi, sin

READABLE = 4.5
"""The least contrast of normal text with its background (WCAG success criterion 1.4.3, level AA)."""

_CALM = 0.12
"""The most chroma of a colour on the way, so that none is louder than the ends."""

_TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_CONES = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)

_Row = tuple[float, float, float]


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two `#rrggbb` colours: 1 for equal ones, 21 for black on white."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in bytes.fromhex(colour[1:]))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    """How much light a channel from 0 to 1 stands for (sRGB)."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def between(first: str, second: str, share: float) -> str:
    """The colour `share` of the way from one `#rrggbb` to another, by the shorter way around the circle of hues."""
    if share in (0, 1):
        return second if share else first
    (light, chroma, hue), (other_light, other_chroma, other_hue) = _polar(first), _polar(second)
    turn = (other_hue - hue + pi) % (2 * pi) - pi
    return _written(
        light + (other_light - light) * share,
        min(_CALM, chroma + (other_chroma - chroma) * share),
        hue + turn * share,
    )


def _polar(colour: str) -> _Row:
    """Lightness, chroma, and hue in radians."""
    red, green, blue = (_linear(channel / 255) for channel in bytes.fromhex(colour[1:]))
    cones = _product(_TO_CONES, (red, green, blue))
    light, a, b = _product(_TO_LAB, (cones[0] ** (1 / 3), cones[1] ** (1 / 3), cones[2] ** (1 / 3)))
    return light, hypot(a, b), atan2(b, a)


def _written(light: float, chroma: float, hue: float) -> str:
    roots = _product(_FROM_LAB, (light, chroma * cos(hue), chroma * sin(hue)))
    channels = _product(_FROM_CONES, (roots[0] ** 3, roots[1] ** 3, roots[2] ** 3))
    return "#" + "".join(f"{round(255 * _gamma(min(1, max(0, each)))):02x}" for each in channels)


def _gamma(value: float) -> float:
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def _product(matrix: tuple[_Row, _Row, _Row], row: _Row) -> _Row:
    first, second, third = (sum(a * b for a, b in zip(line, row, strict=True)) for line in matrix)
    return first, second, third
