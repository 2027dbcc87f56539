"""Colours: the branch's two, and all others derived from them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

Colour = tuple[int, int, int]
WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)


def mix(colour: Colour, other: Colour, share: float) -> Colour:
    """`colour` with `share` (0–1) of `other`."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(colour, other, strict=True))
    return red, green, blue


@dataclass(frozen=True)
class Palette:
    """The branch's two colours; every other colour is derived from them."""

    primary: Colour
    accent: Colour

    @property
    def ink(self) -> Colour:
        """Of titles and words."""
        return mix(self.primary, BLACK, 0.55)

    @property
    def grey(self) -> Colour:
        """Of remarks and scales."""
        return mix(self.ink, WHITE, 0.38)

    @property
    def rule(self) -> Colour:
        """Of thin lines and borders."""
        return self.tint(0.14)

    @property
    def paper(self) -> Colour:
        """Of the ground behind the card."""
        return self.tint(0.055)

    @property
    def series(self) -> tuple[Colour, ...]:
        """Of the first to the fourth series."""
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
