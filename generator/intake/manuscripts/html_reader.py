"""Web pages: their paragraphs and tables; scripts, styles, navigation and forms are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

import nh3

from generator.content.radicals import RAISED, as_seen
from generator.intake.manuscripts.pieces import SET_APART, WIDEST, Grid, Manuscript, Paragraph, PrintedPlace, padded
from generator.intake.manuscripts.text_reader import decoded
from generator.text import html_tree

_BLOCKS = frozenset(
    "p div li h1 h2 h3 h4 h5 h6 section article main td th tr tbody table caption ul ol dd dt blockquote pre".split()
)
_LEFT_OUT = frozenset("nav header footer aside form button select".split())
_STRUCK = frozenset(("s", "strike", "del"))
_KEPT = (
    _BLOCKS | _LEFT_OUT | _STRUCK | frozenset("br b strong i em u span font a thead tfoot sup sub dl center".split())
)
_ATTRIBUTES = {"*": {"colspan", "rowspan", "start", "style", "hidden"}}
_UNSEEN = re.compile(r"(display:none|visibility:hidden)")
_BIG5 = re.compile(rb"""charset\s*=\s*["']?big5""", re.IGNORECASE)
_HIDDEN = {"script", "style", "head", "title", "noscript", "template", "rt", "rp"}
_FILE = re.compile(r"附\s*件|\.(?:docx?|wps|pdf|xlsx?|et|zip|rar)\b|://")
_MENU = 0.6
"""A block of so much text within links leads elsewhere."""
_OF_AWARD = re.compile(r"(?!.*[获颁])[^，。]{1,12}奖(?:[（(][^（()）]*[)）])?[：:]?")
"""What a list of links stands below that leads to winners."""
_BOLD = 20
"""Characters of a bold paragraph that may be a heading."""
_LAYOUT = 400
"""A table with a longer cell lays out the page; it holds no data."""


def read(raw: bytes) -> Manuscript:
    """The page; its places are paragraphs counted from the start."""
    text = raw.decode("big5hkscs", "replace") if _BIG5.search(raw[:2000]) else decoded(raw)
    html = nh3.clean(text, tags=set(_KEPT), attributes=_ATTRIBUTES, clean_content_tags=_HIDDEN)
    tree = html_tree.read(html)
    for each in (each for pre in tree.iter("pre") for each in pre.iter()):
        each.text = (each.text or "").replace("\n", "\r")
        each.tail = (each.tail or "").replace("\n", "\r")
    found = (each for each in _pieces(tree) if isinstance(each, Paragraph) or any(map(any, each.rows)))
    pieces = tuple(replace(each, place=PrintedPlace(number=at)) for at, each in enumerate(found, 1))
    return Manuscript(pieces, tuple(_unseen(tree)))


def _pieces(element: Element, level: int = 0, is_struck: bool = False) -> Iterator[Paragraph | Grid]:
    """Its texts, and tables, in order, as yet without their places."""
    loose: list[Element] = [_alone(element.text)]
    last = ""
    for number, child in enumerate(element, int(element.get("start") or 1)):
        is_menu, last = _is_menu(child) and not _OF_AWARD.fullmatch(last), _words(child) or last
        if child.tag in _LEFT_OUT or _is_unseen(child) or is_menu:
            pass
        elif any(inner.tag in _BLOCKS for inner in child.iter()):
            yield from _lines(loose, level, is_struck)
            loose = []
            if child.tag in _BLOCKS:
                above = 0 if child.tag in ("ul", "ol") else level
                yield from _block(child, f"{number}." if element.tag == "ol" else "", above, is_struck)
            else:
                yield from _pieces(child, level, is_struck or child.tag in _STRUCK)
        else:
            loose.append(child)
        loose.append(_alone(child.tail))
    yield from _lines(loose, level, is_struck)


def _alone(text: str | None) -> Element:
    element = Element("span")
    element.text = text
    return element


def _is_unseen(element: Element) -> bool:
    return "hidden" in element.attrib or bool(_UNSEEN.search(re.sub(r"\s", "", element.get("style", "").lower())))


def _unseen(element: Element) -> Iterator[str]:
    """What is in the page and not shown, an element a text."""
    for child in element:
        if child.tag not in _LEFT_OUT and not _is_unseen(child):
            yield from _unseen(child)
        elif child.tag not in _LEFT_OUT and (words := _words(child)):
            yield words


def _words(element: Element) -> str:
    return re.sub(r"\s+", " ", " ".join(element.itertext())).strip()


def _is_menu(element: Element) -> bool:
    """Whether a block is links to other pages: several of them, none to a file or an address that is told."""
    links = ["".join(link.itertext()) for link in element.iter("a")] if element.tag in _BLOCKS else []
    text = re.sub(r"[\s|｜·>»]+", "", "".join(element.itertext()))
    linked = sum(len(re.sub(r"\s", "", link)) for link in links)
    return len(links) > 1 and linked > _MENU * len(text) and not _FILE.search("".join(links))


def _block(element: Element, label: str, level: int, is_struck: bool) -> Iterator[Paragraph | Grid]:
    if element.tag == "table" and _is_data(element):
        for caption in element.iter("caption"):
            yield from _pieces(caption, SET_APART)
        yield _grid(element)
        return
    heading = re.fullmatch(r"h(\d)", str(element.tag))
    if element.tag in ("dt", "caption") or _is_bold(element):
        level = SET_APART
    if element.tag == "li" and element.text and any(inner.tag in ("ul", "ol") for inner in element):
        level = SET_APART
    for found in _pieces(element, int(heading[1]) if heading else level, is_struck):
        yield replace(found, text=label + found.text) if isinstance(found, Paragraph) else found
        label = ""


def _is_bold(element: Element) -> bool:
    """Whether a short paragraph is nothing but bold."""
    whole = "".join(element.itertext()).strip()
    bold = [inner for inner in element if inner.tag in ("b", "strong")] if element.tag == "p" else []
    return 2 <= len(whole) <= _BOLD and "".join("".join(inner.itertext()) for inner in bold) == whole


def _lines(loose: list[Element], level: int, is_struck: bool) -> Iterator[Paragraph]:
    struck = is_struck or any(map(_is_struck, loose))
    for line in as_seen("".join(map(_inline, loose))).split("\r"):
        if plain := re.sub(r"[ \t\n\xa0]+", " ", line).strip(" \u3000"):
            yield Paragraph(plain, PrintedPlace(), level, struck)


def _inline(element: Element) -> str:
    if element.tag == "br":
        return "\r"
    text = (element.text or "") + "".join(_inline(child) + (child.tail or "") for child in element)
    return text.translate(RAISED) if element.tag == "sup" else text


def _is_data(table: Element) -> bool:
    cells = [cell for cell in table.iter() if cell.tag in ("td", "th")]
    nested = any(inner is not table and inner.tag == "table" for inner in table.iter())
    return len(cells) > 1 and not nested and all(len("".join(cell.itertext())) <= _LAYOUT for cell in cells)


def _grid(table: Element) -> Grid:
    """The texts of its cells, merged ones repeated."""
    grid = cell_grid(table)
    cells = {cell for row in grid for cell in row}
    texts = {cell: "\n".join(found.text for found in _pieces(cell) if isinstance(found, Paragraph)) for cell in cells}
    struck = (number for number, row in enumerate(grid) if any(map(_is_struck, row)))
    return Grid(tuple(padded([texts[cell] for cell in row] for row in grid)), PrintedPlace(), frozenset(struck))


def _is_struck(element: Element) -> bool:
    return any(inner.tag in _STRUCK or "line-through" in inner.get("style", "") for inner in element.iter())


def cell_grid(table: Element) -> list[list[Element]]:
    """The cells by row and column; a merged one stands in all of its places, an empty one where there is none."""
    rows = _rows(table)
    grid: list[list[Element | None]] = [[] for _ in rows]
    for number, row in enumerate(rows):
        for cell in row:
            column = next((place for place, taken in enumerate(grid[number]) if taken is None), len(grid[number]))
            wide = min(_span(cell, "colspan"), WIDEST)
            for below in grid[number : number + _span(cell, "rowspan")]:
                below.extend([None] * (column + wide - len(below)))
                below[column : column + wide] = [cell] * wide
    return [[cell if cell is not None else Element("td") for cell in row] for row in grid]


def _rows(table: Element) -> list[list[Element]]:
    """The cells of the rows that are seen."""
    parts = (row for part in table for row in ([part] if part.tag == "tr" else part.findall("tr")))
    return [[cell for cell in row if cell.tag in ("td", "th")] for row in parts if not _is_unseen(row)]


def _span(cell: Element, name: str) -> int:
    value = cell.get(name, "1")
    return max(int(value), 1) if value.isdigit() else 1
