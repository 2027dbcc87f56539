"""Chapters of the guide estimated beforehand: one that would end with a few lines on a page is set closer.

`blocks` and `case_pages` say how its parts fall on pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from generator.handbook.chinese.count_lines import lines, plain
from generator.handbook.fit.block_heights import Block, heading, items, rows
from generator.handbook.fit.case_pages import estimate
from generator.handbook.page import sizes
from generator.handbook.page.sizes import BODY, HALF, INDENT, LINE, SMALL_LINE
from generator.handbook.page.type_area import TypeArea
from generator.text.html_tree import drop, read, write

_FEW = 11
"""Lines on a chapter's last page below which it is worth setting the chapter closer."""

_DOUBT = 3
"""Lines by which the estimate of a chapter may be wrong."""


@dataclass(frozen=True, slots=True)
class _Spaces:
    """Points that are empty: around the chapter's title, the titles of sections, tables; below entries and items."""

    title: tuple[float, float]
    section: tuple[float, float]
    table: tuple[float, float]
    entry: float
    item: float


_USUAL = _Spaces(sizes.OPENING, sizes.SECTION, sizes.GRID, sizes.ENTRY, sizes.ITEM)
_CLOSE = _Spaces(sizes.CLOSE_OPENING, sizes.CLOSE_SECTION, sizes.CLOSE_GRID, sizes.CLOSE_ENTRY, sizes.CLOSE_ITEM)


def close(html: str, page: TypeArea) -> bool:
    """Whether a chapter should be set closer than usual, to be spared a nearly empty last page."""
    pages, last = estimate(list(_blocks(read(html), page, _USUAL)), page.depth)
    if last > page.depth - _DOUBT * LINE:  # so full that a line more than estimated would begin another page
        return True
    if pages == 1 or last >= _FEW * LINE:
        return False
    return estimate(list(_blocks(read(html), page, _CLOSE)), page.depth)[0] < pages


def _blocks(parent: Element, page: TypeArea, spaces: _Spaces) -> Iterator[Block]:
    for element in parent:
        classes = frozenset(element.get("class", "").split())
        if element.tag in {"section", "div"} and not classes & {"figures", "prose"}:
            yield from _blocks(element, page, spaces)
        else:
            yield from _block(element, classes, page, spaces)


def _block(element: Element, classes: frozenset[str], page: TypeArea, spaces: _Spaces) -> Iterator[Block]:
    name, text = element.tag, plain(write(element))
    if name == "h1":
        yield Block(height=sizes.OPENING_LINE + spaces.title[0], below=spaces.title[1])
    elif name == "h2":
        above, below = spaces.section
        yield Block(height=LINE * lines(text, page.measure / sizes.HEAD), above=above, below=below, heading=True)
    elif name == "h3":
        yield heading()
    elif name == "table":
        above, below = (0.0, 0.0) if "rubric" in classes else spaces.table
        yield Block(rows=tuple(rows(element, page)), above=above, below=below)
    elif name in {"ul", "ol"}:
        yield from _items(element, classes, page, spaces)
    elif name == "dl":
        yield from _entries(element, classes, page, spaces)
    elif classes & {"meta", "note"}:
        height = SMALL_LINE * lines(text, page.measure / sizes.SMALL)
        yield Block(height=height, below=sizes.REMARK, heading="meta" in classes)
    elif "figures" in classes:
        above, below = sizes.HEADING
        yield Block(height=sizes.TITLE_LINE + SMALL_LINE, above=above, below=below)
    elif text:
        yield Block(runs=(lines(text, page.characters),))


def _items(listed: Element, classes: frozenset[str], page: TypeArea, spaces: _Spaces) -> Iterator[Block]:
    small = "points--small" in classes
    size, leading, below = (sizes.NOTE, sizes.NOTE_LINE, sizes.NOTE_ITEM) if small else (BODY, LINE, spaces.item)
    width = page.measure / size - INDENT
    for place, item in enumerate(items(listed)):
        above = HALF if small and not place else 0.0
        yield Block(runs=(lines(plain(item), width),), line=leading, above=above, below=below)


def _entries(listed: Element, classes: frozenset[str], page: TypeArea, spaces: _Spaces) -> Iterator[Block]:
    """Titles with their texts, each kept on one page."""
    small = "entries--notes" in classes
    size, leading, below = (sizes.SMALL, sizes.NOTE_LINE, sizes.NOTE_ENTRY) if small else (BODY, LINE, spaces.entry)
    width = (page.measure - (sizes.TOPIC if "topics" in classes else 0)) / size
    above = HALF
    for title, text in zip(listed.iter("dt"), listed.iter("dd"), strict=True):
        height = 0.0
        for units in text.findall("span[@class='topic__units']"):
            height += SMALL_LINE * lines(plain(write(units)), width * size / sizes.CAPTION)
            drop(units)
        height += leading * (lines(plain(write(title)), width) + lines(plain(write(text)), width))
        yield Block(height=height, above=above, below=below)
        above = 0.0
