"""Index tabs at the fore-edge: a coloured field that runs into the bleed, with the number of its part."""

from __future__ import annotations

from collections.abc import Mapping

from generator.handbook.book import Book, Tab
from generator.handbook.join.writer import number
from generator.handbook.page.fragment import Stamp
from generator.handbook.page.inks import KNOCK, converted
from generator.handbook.page.stamps import SIDES
from generator.handbook.page.trim import POINTS, Box, Frame
from generator.papers import Make

WIDTH = 8 * POINTS
"""How far a tab reaches into the page."""

_TALLEST, _GAP, _MARGIN = 54.0, 3.0, 75.0
"""Points: the height of a tab, what is empty between two, and above the first and below the last."""

_DIGIT = 3.6
"""Points from the middle of a tab down to the base of its number."""


def area(tab: Tab, edges: Frame, right: bool) -> Box:
    """The rectangle of a tab: left, bottom, width, height. It reaches to the edge of the bleed."""
    step = min(_TALLEST, (edges.height - 2 * _MARGIN) / tab.of)
    top = edges.height - _MARGIN - tab.place * step
    over = edges.bleed[2] - edges.width
    left = edges.width - WIDTH if right else -over
    return (left, top - step, WIDTH + over, step - min(_GAP, step / 4))


def drawn(tab: Tab, book: Book, edges: Frame, own: Mapping[str, Stamp], right: bool) -> str:
    """The operators that draw a tab, on a page that is not shifted."""
    left, bottom, width, height = area(tab, edges, right)
    field = " ".join(number(each).decode() for each in (left, bottom, width, height))
    words, middle = own[f"tab-{SIDES[right]}"], (edges.width - WIDTH / 2 if right else WIDTH / 2)
    at = {"x": f"{middle - words.width / 2:.3f}", "y": f"{bottom + height / 2 - _DIGIT:.3f}"}
    return (
        f"/Artifact <</Type /Layout>> BDC\nq\n{_filled(tab.colour, book)}\n{field} re f\n"
        f"{words.operators % at}\nQ\nEMC\n"
    )


def _filled(colour: str, book: Book) -> str:
    if book.make is Make.PRINT:
        red, green, blue = bytes.fromhex(colour[1:])
        inks = dict(book.inks.named).get(colour) or converted((red, green, blue), book.inks.stock)
        return f"{KNOCK.decode()}\n{' '.join(f'{share:.4g}' for share in inks)} k"
    return " ".join(f"{channel / 255:.4g}" for channel in bytes.fromhex(colour[1:])) + " rg"
