"""The inks of a branch's colours: as it gives them, with tints and shades that follow, or by the book's profile."""

from __future__ import annotations

from dataclasses import astuple

from generator.handbook.page.inks import converted, limited
from generator.media.palette import Scheme, mix, palette
from generator.model.branch import Colours, Percents
from generator.papers import Ink, Inks, Stock


def inks(colours: Colours, stock: Stock, parts: tuple[Scheme, ...] = ()) -> Inks:
    """How a book prints the colours of its style sheet, and those of its parts."""
    found = palette(colours)
    schemes = (colour for part in parts for colour in astuple(part))
    named = dict.fromkeys((*astuple(found.light), found.banner, found.banner_deep, *schemes))
    return Inks(stock, tuple((colour, _ink(colour, colours, stock)) for colour in named))


def _ink(colour: str, colours: Colours, stock: Stock) -> Ink:
    for hue, given in ((colours.primary, colours.primary_cmyk), (colours.accent, colours.accent_cmyk)):
        if given and (ink := _derived(colour, hue.lower(), given)):
            return limited(ink, stock.limit)
    red, green, blue = bytes.fromhex(colour[1:])
    return converted((red, green, blue), stock)


def _derived(colour: str, hue: str, given: Percents) -> Ink | None:
    """The inks of a colour that is so much paler or darker than a hue."""
    cyan, magenta, yellow, black = (share / 100 for share in given)
    for pale in (step / 100 for step in range(101)):
        if mix(hue, "#ffffff", pale) == colour:
            return (cyan * (1 - pale), magenta * (1 - pale), yellow * (1 - pale), black * (1 - pale))
    for dark in (step / 40 for step in range(41)):
        if mix(hue, "#000000", dark) == colour:
            return (cyan, magenta, yellow, black + (1 - black) * dark)
    return None
