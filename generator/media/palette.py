"""The colours of a portal: tints and shades of a branch's two hues, each with the contrast its use needs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache

from generator.media.hues import between, contrast
from generator.model.branch import Colours

LIGHT_PAPER = "#ffffff"
DARK_PAPER = "#12151b"


@dataclass(frozen=True, slots=True)
class Scheme:
    """One colour scheme as `#rrggbb` values: text in `primary` and `accent` reads on paper and on `soft`."""

    primary: str
    on_primary: str
    soft: str
    line: str
    accent: str
    accent_soft: str


@dataclass(frozen=True, slots=True)
class Palette:
    """The light and the dark scheme of a portal, and the deep shade of its banner."""

    light: Scheme
    dark: Scheme
    banner: str
    banner_deep: str


@cache
def palette(colours: Colours) -> Palette:
    """Derive both schemes from the branch's hues."""
    primary, soft = _tones(colours.primary, LIGHT_PAPER, 0.93, 7.0)
    accent, accent_soft = _tones(colours.accent, LIGHT_PAPER, 0.9, 5.5)
    light = Scheme(primary, "#ffffff", soft, mix(colours.primary, LIGHT_PAPER, 0.78), accent, accent_soft)
    primary, soft = _tones(colours.primary, DARK_PAPER, 0.78, 7.0)
    accent, accent_soft = _tones(colours.accent, DARK_PAPER, 0.84, 7.0)
    dark = Scheme(primary, "#0c0e12", soft, mix(colours.primary, DARK_PAPER, 0.55), accent, accent_soft)
    banner = readable(colours.primary, ("#ffffff",), 7.5)
    return Palette(light, dark, banner, mix(banner, "#05070b", 0.35))


def _tones(hue: str, paper: str, share: float, ratio: float) -> tuple[str, str]:
    """A hue that reads on paper and on its soft tint, and that tint, which is so near to the paper."""
    soft = mix(hue, paper, share)
    return readable(hue, (soft, paper), ratio), soft


@cache
def parts(colours: Colours, count: int) -> tuple[Scheme, ...]:
    """A scheme for each part of a book, by hues from the branch's first to its second.

    White reads on each `primary`, and so does that on paper and on its `soft`.
    """
    light = palette(colours).light
    made = []
    for place in range(count):
        hue = between(colours.primary, colours.accent, place / max(1, count - 1))
        colour, soft = _tones(hue, LIGHT_PAPER, 0.93, 7.0)
        made.append(replace(light, primary=colour, soft=soft, line=mix(hue, LIGHT_PAPER, 0.78)))
    return tuple(made)


def stylesheet(colours: Colours) -> str:
    """The light colours as CSS custom properties, and on screens the dark ones for readers who ask for them."""
    found = palette(colours)
    light, dark = _properties(found.light), _properties(found.dark)
    banner = f"--banner:{found.banner};--banner-deep:{found.banner_deep};"
    return (
        f":root{{{banner}{light}}}\n"
        f"@media screen and (prefers-color-scheme: dark){{:root:not([data-theme=light]){{{dark}}}}}\n"
        f"@media screen{{:root[data-theme=dark]{{{dark}}}}}\n"
    )


def _properties(scheme: Scheme) -> str:
    named = {
        "primary": scheme.primary,
        "on-primary": scheme.on_primary,
        "primary-soft": scheme.soft,
        "primary-line": scheme.line,
        "accent": scheme.accent,
        "accent-soft": scheme.accent_soft,
    }
    return "".join(f"--{name}:{value};" for name, value in named.items())


@lru_cache(maxsize=4096)  # patterns ask for the same few tints thousands of times
def mix(first: str, second: str, share: float) -> str:
    """The colour `share` of the way from `first` to `second`."""
    channels = zip(bytes.fromhex(first[1:]), bytes.fromhex(second[1:]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in channels)


def readable(colour: str, papers: tuple[str, ...], ratio: float) -> str:
    """`colour` moved towards black or white until its contrast on each of the `papers` is at least `ratio`."""
    target = "#000000" if contrast("#000000", papers[0]) > contrast("#ffffff", papers[0]) else "#ffffff"
    steps = (mix(colour, target, step / 40) for step in range(41))
    return next((found for found in steps if min(contrast(found, paper) for paper in papers) >= ratio), target)
