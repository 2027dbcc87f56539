"""Colours as a press prints them: RGB to the inks of a printing condition, and never more ink than its paper holds.

Black and grey are black ink alone. Text is black, white, or a colour that has a name in the book; a drawing's own
colours stay only where two inks at most make them, since letters mixed from more never fit together on paper.
"""

from __future__ import annotations

import functools
import io
from importlib.resources import files
from typing import cast

from PIL import Image, ImageChops, ImageCms, ImageFilter

from generator.papers import Ink, Inks, Stock

Colour = tuple[int, int, int]
"""Red, green and blue, from 0 to 255."""

BLACK: Ink = (0, 0, 0, 1)
WHITE: Ink = (0, 0, 0, 0)

OVER, KNOCK = b"/over gs", b"/knock gs"
STATES = {"over": "<</OP true/op true/OPM 1>>", "knock": "<</OP false/op false/OPM 0>>"}
"""Graphics states: what is painted from here on leaves the other inks below it as they are, or takes them away."""

HAIRLINE = 0.5
"""Points of the thinnest line that prints when its ink is screened."""

TWO_INKS = 1.5
"""The most ink of letters in a drawing's own colour."""

_NEUTRAL = 8
"""By how much the parts of a grey may differ."""

_PALE = 204
"""Grey letters from here on are meant for a dark ground."""

_GRID = 17
_NOISE = 0.1
"""Ink kept free in pictures, which JPEG then blurs."""


@functools.cache
def profile(stock: Stock) -> bytes:
    """The ICC profile of a printing condition."""
    return (files("generator.handbook.page") / f"{stock}.icc").read_bytes()


@functools.lru_cache(maxsize=4096)
def paint(colour: Colour, inks: Inks) -> Ink:
    """The inks of an area or a line."""
    if named := dict(inks.named).get("#{:02x}{:02x}{:02x}".format(*colour)):
        return named
    if max(colour) - min(colour) <= _NEUTRAL:
        return (0, 0, 0, round(1 - sum(colour) / 765, 2))
    return converted(colour, inks.stock)


@functools.lru_cache(maxsize=4096)
def letters(colour: Colour, inks: Inks) -> Ink:
    """The inks of text."""
    found = paint(colour, inks)
    if found in dict(inks.named).values():
        return found
    if max(colour) - min(colour) <= _NEUTRAL:
        return WHITE if min(colour) >= _PALE else BLACK
    return found if sum(found) <= TWO_INKS else BLACK


def converted(colour: Colour, stock: Stock) -> Ink:
    """A colour by the profile, in whole hundredths."""
    pixel = _transform(stock).apply(Image.new("RGB", (1, 1), colour)).tobytes()
    cyan, magenta, yellow, black = (round(share / 255, 2) for share in pixel)
    return limited((cyan, magenta, yellow, black), stock.limit)


def limited(ink: Ink, limit: float) -> Ink:
    """Inks with less of the three colours where all together would be too much."""
    *colours, black = ink
    least = min(1.0, (limit - black) / (sum(colours) or 1))
    cyan, magenta, yellow = (int(share * least * 100 + 1e-6) / 100 for share in colours)
    return (cyan, magenta, yellow, black)


def picture(image: Image.Image, stock: Stock) -> Image.Image:
    """An RGB picture in inks."""
    return image.filter(_table(stock))


def most(image: Image.Image) -> float:
    """The most ink of a pixel of a picture in inks."""
    cyan, magenta, yellow, black = image.split()
    halves = (ImageChops.add(cyan, magenta, 2), ImageChops.add(yellow, black, 2))
    _, found = cast("tuple[int, int]", ImageChops.add(*halves, 2).getextrema())  # of its one band
    return found * 4 / 255


@functools.cache
def _transform(stock: Stock) -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"),
        ImageCms.ImageCmsProfile(io.BytesIO(profile(stock))),
        "RGB",
        "CMYK",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )


@functools.cache
def _table(stock: Stock) -> ImageFilter.Color3DLUT:
    """The profile as a grid whose points hold no more ink than they may; so what lies between them does not either."""
    steps = [round(255 * step / (_GRID - 1)) for step in range(_GRID)]
    grid = Image.new("RGB", (_GRID, _GRID**2))
    grid.putdata([(red, green, blue) for blue in steps for green in steps for red in steps])
    pixels = _transform(stock).apply(grid).tobytes()
    table: list[float] = []
    for at in range(0, len(pixels), 4):
        cyan, magenta, yellow, black = (share / 255 for share in pixels[at : at + 4])
        least = min(1.0, (stock.limit - _NOISE - black) / (cyan + magenta + yellow or 1))
        table += (cyan * least, magenta * least, yellow * least, black)
    return ImageFilter.Color3DLUT(_GRID, table, channels=4, target_mode="CMYK")
