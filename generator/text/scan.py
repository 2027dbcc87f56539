"""What rules need to know of a Markdown text, with the offset of each finding. Nothing is rendered here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.documents import Document
from generator.diagnostics import Span
from generator.text.limits import without_fences

_TARGET = (
    r"\(\s*(?:<(?P<angle>[^<>\n]*)>|(?P<bare>[^\s()]*(?:\([^\s()]*\)[^\s()]*)*"
    r"(?:(?:[ \t]|\n(?![ \t]*\n))+(?:[^\s\"')][^)\n]*|\"[^\"\n]*\"[ \t]*[^\s\")][^)\n]*))?))"
)
"""Where a link leads; what follows after a blank and is no title belongs to it, as Python-Markdown has it."""

_IMAGE = re.compile(r"!\[(?P<text>[^\]]*)\]" + _TARGET)
_IMAGE_BY_NAME = re.compile(r"!\[(?P<text>[^\]\[]*)\](?!\()(?:\s?\[(?P<name>[^\]\[]*)\])?")
_LINK = re.compile(r"\]" + _TARGET)
_DEFINITION = re.compile(
    r"^(?:[>*+-] ?|\d+\. | (?! {3}))*\[(?!\^)(?P<name>[^\]\n]+)\]:[ \t]*(?:\n[ \t]*)?<?(?P<bare>[^\s<>]+)", re.MULTILINE
)
_HTML_LINK = re.compile(
    r"""<a\s(?:[^<>"']|"[^"]*"|'[^']*')*?(?<![^\s"'])href\s*=\s*"""
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^"'\s<>]*))""",
    re.IGNORECASE,
)
_HTML_IMAGE = re.compile(r"<img\s[^<>]*>", re.IGNORECASE)
_SOURCE = re.compile(r"""\ssrc\s*=\s*["']?([^"'\s<>]*)""", re.IGNORECASE)
_CODE = re.compile(r"(?<![`\\])(?P<tick>`+)(?!`)(?:[^\n]|\n(?![ \t]*\n))*?(?<!`)(?P=tick)(?!`)")
"""Code within a paragraph; it may go over several lines."""

_DELIMITER = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELL_END = re.compile(r"(?<!\\)\|")
_ANCHOR = re.compile(r"[^\w\s-]")


@dataclass(frozen=True, slots=True)
class Reference:
    """A link or an image: its offset in the text, what it leads to, and whether it is written in HTML."""

    offset: int
    target: str
    html: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its 0-based header line, its header cells, and its rows of cells."""

    line: int
    header: list[str]
    rows: list[list[str]]


def prose(text: str) -> str:
    """The text with code blanked out; every other character keeps its offset."""
    text = without_fences(text)
    return _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text) if "`" in text else text


LINKING = ("](", "]:", "<")
"""Without one of these there is no link and no image in a text."""


def may_link(text: str) -> bool:
    """Whether there can be a link or an image in a text: a fast first look."""
    return any(mark in text for mark in LINKING)


def images(text: str) -> Iterator[Reference]:
    """The images of a text without code."""
    if "![" in text:
        for match in _IMAGE.finditer(text):
            yield Reference(match.start(), match["angle"] or match["bare"] or "")
        targets = {match["name"].lower(): match["bare"] for match in _DEFINITION.finditer(text)} if "]:" in text else {}
        for match in _IMAGE_BY_NAME.finditer(text) if targets else ():
            if target := targets.get((match["name"] or match["text"]).lower()):
                yield Reference(match.start(), target)
    if "<" in text:
        for match in _HTML_IMAGE.finditer(text):
            source = _SOURCE.search(match[0])
            yield Reference(match.start(), source[1] if source else "", html=True)


def links(text: str) -> Iterator[Reference]:
    """The links of a text without code: inline, defined below, and in HTML."""
    if "](" in text:
        taken = {match.start("text") + len(match["text"]) for match in _IMAGE.finditer(text)}
        for match in _LINK.finditer(text):
            if match.start() not in taken:
                yield Reference(match.end() - len(match[0]) + 2, match["angle"] or match["bare"] or "")
    if "]:" in text:
        for match in _DEFINITION.finditer(text):
            yield Reference(match.start("bare"), match["bare"])
    if "<" in text:
        for match in _HTML_LINK.finditer(text):
            quoted = match.lastgroup or "bare"
            yield Reference(match.start(quoted), match[quoted].strip(), html=True)


def anchor(heading: str) -> str:
    """A heading's own anchor: lower-case words joined by hyphens, Chinese characters kept."""
    words = _ANCHOR.sub("", unicodedata.normalize("NFKC", heading)).strip().lower()
    return re.sub(r"[-\s]+", "-", words)


def tables(text: str) -> Iterator[Table]:
    """The pipe tables of a text without code."""
    if "|" not in text or "-" not in text:
        return
    lines = text.split("\n")
    for number in range(1, len(lines)):
        if is_head(lines[number - 1], lines[number]):
            end = number + 1
            while end < len(lines) and "|" in lines[end]:
                end += 1
            yield Table(number - 1, cells(lines[number - 1]), [cells(row) for row in lines[number + 1 : end]])


def is_head(line: str, rule: str) -> bool:
    """Whether a table begins with these two lines: its head, and a rule of as many cells."""
    return "|" in line and is_delimiter(rule) and len(cells(line)) == len(cells(rule))


def is_delimiter(line: str) -> bool:
    """Whether a line is the rule below a table's head."""
    return "-" in line and _DELIMITER.match(line) is not None


def cells(row: str) -> list[str]:
    """The cells of one row of a table."""
    inner = row.strip().removeprefix("|")
    if not inner.endswith("\\|"):
        inner = inner.removesuffix("|")
    return [cell.strip() for cell in _CELL_END.split(inner)]


def span(document: Document, offset: int) -> Span:
    """The place of an offset of the document's body."""
    before = document.body.rfind("\n", 0, offset) + 1
    return document.body_span(document.body.count("\n", 0, offset), offset - before + 1)
