"""Tables of texts as books set them: columns as wide as what they hold, numbers in line, wide tables turned."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import islice
from xml.etree.ElementTree import Element, SubElement

from generator.handbook.chinese.count_lines import width
from generator.handbook.fit.block_heights import on_grid, rows
from generator.handbook.page import sizes
from generator.handbook.page.type_area import TypeArea
from generator.text import html_tree

MANY, TOO_MANY = 6, 9
"""Columns above which a table is set in smaller type, and is turned."""

_WIDEST = 16.0
"""Ems that a column of text is given before others get more than they need."""

_LEAST = 2.0
"""Ems of the narrowest column."""

_SLACK = 0.97
"""The share of a turned page that is filled by counting, for rows may be higher than counted."""

_NUMBER = re.compile(r"[<>≤≥≈约+−±-]?\s?[\d,]*\d(?:\.(?P<fraction>\d+))?(?P<unit>\D{0,4})")
_BLANK = re.compile("[—–－/-]*|无")
_WHOLE = re.compile(r"[\d.,:%~～—–−/+-]{1,16}\D{0,4}")
"""What is not divided in a cell: numbers, spans of them, dates."""

_WORD = re.compile("[!-~\u00c0-\u024f]+")


def set_all(text: Element, regions: Sequence[Element], page: TypeArea) -> None:
    """The tables of a text, each in a region, made for their pages; turned ones have title and note with them."""
    beside = {each: pair for parent in text.iter() for each, *pair in _neighbours(parent)}
    for region in regions:
        above, below = beside[region]
        note = below if below is not None and "data-note" in below.attrib else None
        region[:] = set_in(region[0], page, sizes.LINE if note is not None else 0)
        if region[0].get("class") == "turned":
            if above is not None and "data-title" in above.attrib:
                region[0][0].insert(0, _moved(above))
            if note is not None:
                region[-1][0].append(_moved(note))


def _neighbours(parent: Element) -> Iterable[tuple[Element, Element | None, Element | None]]:
    """Each child with what stands before and behind it."""
    children = list(parent)
    return zip(children, [None, *children], [*children[1:], None], strict=False)


def _moved(element: Element) -> Element:
    copied = deepcopy(element)
    copied.tail = None
    html_tree.drop(element)
    return copied


def set_in(table: Element, page: TypeArea, below: float = 0) -> list[Element]:
    """The table made for its page, or the figures that stand in for one that has to be turned.

    `below` are the points that a turned table leaves on its last page.
    """
    listed = [list(row) for row in table.iter("tr")]
    columns = max(map(len, listed), default=0)
    if not columns:
        return [table]
    if columns > MANY:
        table.set("class", "dense")
    _align_numbers(listed[1:], listed[0], columns)
    turned, size = columns > TOO_MANY, sizes.DENSE if columns > MANY else sizes.SMALL
    room = (page.depth if turned else page.measure) - 2 * sizes.CELL_SIDE * columns
    table.insert(0, _columns(list(_shares(listed, columns, room / size))))
    if turned:
        return list(_turned(table, page, below))
    on_grid(table, sum(rows(table, page)), sizes.LINE)
    return [table]


def _text(cell: Element) -> str:
    return "".join(cell.itertext()).strip()


# Numbers


def _align_numbers(body: Sequence[Sequence[Element]], head: Sequence[Element], columns: int) -> None:
    """Numbers of a column stand below each other by their places, and are not divided."""
    for column in range(columns):
        cells = [row[column] for row in body if column < len(row)]
        for cell in cells:
            if _WHOLE.fullmatch(_text(cell)):
                cell.set("class", "whole")
        if numbers := _numbers(cells):
            for cell in (*cells, *head[column : column + 1]):
                cell.set("class", "number")
            if not any(found["unit"] for found in numbers):
                _pad(cells, max(len(found["fraction"] or "") for found in numbers))


def _numbers(cells: Sequence[Element]) -> list[re.Match[str]]:
    """The numbers of a column that has nothing else, and no place of its own for them."""
    plain = all(_NUMBER.fullmatch(_text(cell)) or _BLANK.fullmatch(_text(cell)) for cell in cells)
    if not plain or any("style" in cell.attrib for cell in cells):
        return []
    return [found for cell in cells if cell.tag == "td" and (found := _NUMBER.fullmatch(_text(cell)))]


def _pad(cells: Sequence[Element], places: int) -> None:
    """Leave room for the decimals that a number lacks, in the widths of the digits and the point of our sans serif."""
    for cell in cells:
        if found := _NUMBER.fullmatch(_text(cell)):
            own = len(found["fraction"] or "")
            lack = 0.555 * (places - own) + 0.278 * (places > 0 and not own)
            if lack:
                cell.set("style", f"padding-right:calc({sizes.CELL_SIDE}pt + {lack:.3f}em)")


# Widths


def _shares(listed: Sequence[Sequence[Element]], columns: int, room: float) -> Iterator[float]:
    """The width of each column as a share of the table: what stays whole fits, the rest by how much there is."""
    least, natural = [_LEAST] * columns, [_LEAST] * columns
    for row in listed:
        for column, cell in enumerate(row):
            text = _text(cell)
            whole = width(text) if cell.get("class") in {"whole", "number"} and cell.tag == "td" else 0.0
            longest = max(map(width, _WORD.findall(text)), default=0.0)
            least[column] = max(least[column], min(whole or longest, _WIDEST / 2))
            natural[column] = max(natural[column], min(width(text), _WIDEST))
    natural = [max(pair) for pair in zip(natural, least, strict=True)]
    low, high = (least, natural) if sum(natural) > room else (natural, [2 * each for each in natural])
    spread = sum(high) - sum(low)
    given = [a + (b - a) * (room - sum(low)) / spread if spread else a for a, b in zip(low, high, strict=True)]
    given = [max(each, _LEAST / 2) + 2 * sizes.CELL_SIDE / sizes.SMALL for each in given]
    yield from (each / sum(given) for each in given)


def _columns(shares: Sequence[float]) -> Element:
    group = Element("colgroup")
    for share in shares:
        SubElement(group, "col", {"style": f"width:{100 * share:.2f}%"})
    return group


# Turned


def _turned(table: Element, page: TypeArea, below: float) -> Iterator[Element]:
    """As many turned pages as the table needs."""
    heights = list(rows(table, page, page.depth))
    body = table.find("tbody")
    listed = [] if body is None else list(body)
    head = len(heights) - len(listed)
    room = _SLACK * page.measure - sizes.LINE - below - sum(heights[:head])
    waiting = iter(listed)
    for number, count in enumerate(_evenly(heights[head:], room)):
        yield _figure(table, list(islice(waiting, count)), page, again=number > 0)


def _evenly(heights: Sequence[float], room: float) -> list[int]:
    """How many rows stand on each page: no more pages than needed, and none with only the last few rows."""
    counts = _filled(heights, room)
    even = sum(heights) / max(1, len(counts))
    while len(evener := _filled(heights, even)) > len(counts):
        even = min(even + sizes.HALF, room)
    return evener


def _filled(heights: Sequence[float], room: float) -> list[int]:
    """How many rows stand on each page when every page takes what it has room for."""
    counts, used = [0], 0.0
    for height in heights:
        if used + height > room and counts[-1]:
            counts.append(0)
            used = 0.0
        counts[-1] += 1
        used += height
    return counts


def _figure(table: Element, part: Sequence[Element], page: TypeArea, *, again: bool) -> Element:
    figure = Element("figure", {"class": "turned", "style": f"height:{page.depth - 1:.1f}pt"})
    inner = SubElement(figure, "div", {"class": "turned__inner", "style": f"width:{page.depth - 1:.1f}pt"})
    if again:
        SubElement(inner, "p", {"class": "turned__again"}).text = "续表"
    copied = SubElement(inner, "table", dict(table.attrib))
    copied.extend(deepcopy(each) for each in table if each.tag != "tbody")
    SubElement(copied, "tbody").extend(part)
    return figure
