"""Chapters of the guide estimated beforehand: one that would end with a few lines on a page is set closer.

`blocks` and `case_pages` say how its parts fall on pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.handbook.chinese.count_lines import lines, plain
from generator.handbook.fit.block_heights import Block, elements, heading, rows
from generator.handbook.fit.case_pages import estimate
from generator.handbook.page import sizes
from generator.handbook.page.sizes import BODY, HALF, INDENT, LINE, SMALL_LINE
from generator.handbook.page.type_area import TypeArea

_FEW = 11
"""Lines on a chapter's last page below which it is worth setting the chapter closer."""

_DOUBT = 3
"""Lines by which the estimate of a chapter may be wrong."""

_ITEM = re.compile(r"<li>(.*?)</li>", re.DOTALL)
_ENTRY = re.compile(r"<dt>(.*?)</dt><dd>(.*?)</dd>", re.DOTALL)
_UNITS = re.compile(r'<span class="topic__units">(.*?)</span>', re.DOTALL)
_CLASS = re.compile(r'^<[a-z0-9]+[^>]*\sclass="([^"]*)"')
_INSIDE = re.compile(r"^<[^>]*>(.*)</[^>]*>$", re.DOTALL)


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
    inside = html[html.index(">") + 1 : html.rindex("</section>")]
    pages, last = estimate(list(_blocks(inside, page, _USUAL)), page.depth)
    if last > page.depth - _DOUBT * LINE:  # so full that a line more than estimated would begin another page
        return True
    if pages == 1 or last >= _FEW * LINE:
        return False
    return estimate(list(_blocks(inside, page, _CLOSE)), page.depth)[0] < pages


def _blocks(html: str, page: TypeArea, spaces: _Spaces) -> Iterator[Block]:
    for name, part in elements(html):
        found = _CLASS.match(part)
        classes = frozenset(found[1].split()) if found else frozenset()
        inner = _INSIDE.match(part)
        if inner and name in {"section", "div"} and not classes & {"figures", "prose"}:
            yield from _blocks(inner[1], page, spaces)
        else:
            yield from _block(name, part, classes, page, spaces)


def _block(name: str, html: str, classes: frozenset[str], page: TypeArea, spaces: _Spaces) -> Iterator[Block]:
    text = plain(html)
    if name == "h1":
        yield Block(height=sizes.OPENING_LINE + spaces.title[0], below=spaces.title[1])
    elif name == "h2":
        above, below = spaces.section
        yield Block(height=LINE * lines(text, page.measure / sizes.HEAD), above=above, below=below, heading=True)
    elif name == "h3":
        yield heading()
    elif name == "table":
        above, below = (0.0, 0.0) if "rubric" in classes else spaces.table
        yield Block(rows=tuple(rows(html, page)), above=above, below=below)
    elif name in {"ul", "ol"}:
        yield from _items(html, classes, page, spaces)
    elif name == "dl":
        yield from _entries(html, classes, page, spaces)
    elif classes & {"meta", "note"}:
        height = SMALL_LINE * lines(text, page.measure / sizes.SMALL)
        yield Block(height=height, below=sizes.REMARK, heading="meta" in classes)
    elif "figures" in classes:
        above, below = sizes.HEADING
        yield Block(height=sizes.TITLE_LINE + SMALL_LINE, above=above, below=below)
    elif text:
        yield Block(runs=(lines(text, page.characters),))


def _items(html: str, classes: frozenset[str], page: TypeArea, spaces: _Spaces) -> Iterator[Block]:
    small = "points--small" in classes
    size, leading, below = (sizes.NOTE, sizes.NOTE_LINE, sizes.NOTE_ITEM) if small else (BODY, LINE, spaces.item)
    width = page.measure / size - INDENT
    for place, item in enumerate(_ITEM.findall(html)):
        above = HALF if small and not place else 0.0
        yield Block(runs=(lines(plain(item), width),), line=leading, above=above, below=below)


def _entries(html: str, classes: frozenset[str], page: TypeArea, spaces: _Spaces) -> Iterator[Block]:
    """Titles with their texts, each kept on one page."""
    small = "entries--notes" in classes
    size, leading, below = (sizes.SMALL, sizes.NOTE_LINE, sizes.NOTE_ENTRY) if small else (BODY, LINE, spaces.entry)
    width = (page.measure - (sizes.TOPIC if "topics" in classes else 0)) / size
    above = HALF
    for title, text in _ENTRY.findall(html):
        units = _UNITS.search(text)
        height = leading * (lines(plain(title), width) + lines(plain(_UNITS.sub("", text)), width))
        height += SMALL_LINE * lines(plain(units[1]), width * size / sizes.CAPTION) if units else 0.0
        yield Block(height=height, above=above, below=below)
        above = 0.0
