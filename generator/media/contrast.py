"""Contrast of two colours, as the Web Content Accessibility Guidelines 2.2 define it."""

from __future__ import annotations

READABLE = 4.5
"""The least contrast of normal text with its background (WCAG success criterion 1.4.3, level AA)."""


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two `#rrggbb` colours: 1 for equal ones, 21 for black on white."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel: float) -> float:
    """How much light a channel from 0 to 1 stands for (sRGB)."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
