"""A cell that holds several projects of one unit, read as a row for each where it numbers or quotes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.content.tables import BETWEEN
from generator.intake.winners.rows import Row, RowsRead
from generator.intake.workbooks.workbook import Problem
from generator.model import Entry

_NO_MEASURE = "(?![年月日个项家名种件号万亿]|小时|分钟|公里|维(?![护修]))"
"""Behind the number of a line: 24 小时自助办税 begins with one of its own."""

_DIGITS = "[一二三四五六七八九十\\d]{1,3}"
MARK = (
    r"(?:[(（]?\d{1,4}[)）]|\d{1,4}(?:、|[.．](?=\D)|\t)"
    rf"|\d{{1,2}}\s+{_NO_MEASURE}(?=[一-鿿《“])|第{_DIGITS}名[：:、\s]|(?:NO|No|TOP)[.．\s]*\d{{1,3}}[、.．：:\s]|(?:项目|作品|案例){_DIGITS}[：:、]"
    r"|[①-⑳●■◆▪•○◎▶►▷➤✦]|[·–-]\s+)\s*"
)
"""How a line of a list begins: 1. and ①, 第1名：, 案例一：, a bullet."""

ORDINAL = rf"(?:{MARK}|[(（][一二三四五六七八九十]{{1,3}}[)）]、?\s*|[A-Z][.．、]\s*(?=[一-鿿《“]))"
"""Likewise where it is known to be of a list, as below an award: （一） and A. may be headings elsewhere."""

_NUMBERED = re.compile(r"[(（](\d{1,2})[)）]|(?<![\d.])(\d{1,2})[.．、](?=\D)|([①-⑳])")
_QUOTED = re.compile(r"(?:《[^《》]+》[\s、，,；;和及]*){2,}")
_AROUND = " \n\t；;。，,、"
_SHORTEST = 5
"""Of a name in characters: a line with fewer goes on in the next."""

_GOES_ON = re.compile(r"[的与和及以、，,：:—－(（“《·-]\n|\n[的与和及、，,)）”》(（—－-]")
"""A name that is broken here, and no end of one."""

_NAMED = re.compile("(平台|系统|应用|项目|模型|方案|体系|工程|大脑|一张图|一件事|智能体|大模型|小程序)$")
"""How names of projects end: where all parts of a list do so, each may be one."""

_PAIRS = (("《", "》"), ("（", "）"), ("(", ")"), ("“", "”"))


def parted(row: Row, reading: RowsRead) -> Iterator[Row]:
    """The row, or one for each project that it holds; each has its part of the other cells, or all of them."""
    cell = row.text("title")
    titles = re.findall("《[^《》]+》", cell) if _QUOTED.fullmatch(cell) else numbered(cell)
    if len(titles) < 2:
        yield row
        return
    parts = {key: _parts(key, text, len(titles)) for key, (_, text) in row.cells.items() if key != "title"}
    for key in (key for key, found in parts.items() if not found):
        told = f"{Entry.model_fields[key].title}“{'、'.join(row.text(key).splitlines())}”"
        message = f"一格里有 {len(titles)} 个项目，{told}各是谁的分不清"
        reading.problems.append(Problem(row.place(key), message, "一行写一个项目"))
    reading.notes.append(f"{row.place('title')} 一格里有 {len(titles)} 个项目，分开读了")
    for number, title in enumerate(titles):
        texts = {key: found[number] if found else row.text(key) for key, found in parts.items()} | {"title": title}
        yield replace(row, cells={key: (row.place(key), text) for key, text in texts.items()})


def numbered(cell: str) -> list[str]:
    """The parts of a text that counts them one after the other; none of another."""
    found = [match for match in _NUMBERED.finditer(cell) if not cell[: match.start()] or _begins(cell, match)]
    counted = [ord(match[3]) - ord("①") + 1 if match[3] else int(match[1] or match[2]) for match in found]
    if not found or found[0].start() or counted != list(range(counted[0], counted[0] + len(found))):
        return []
    ends = [*(match.start() for match in found[1:]), len(cell)]
    return [cell[match.end() : end].strip(_AROUND) for match, end in zip(found, ends, strict=True)]


def _begins(cell: str, match: re.Match[str]) -> bool:
    """Whether a number within a text stands where a part may begin, also behind a printed line that is full."""
    before = cell[match.start() - 1]
    is_glued = "一" <= before <= "鿿" and before != "第" and not match[0].endswith("、")
    return not match[2] or is_glued or before in f"{_AROUND}》）)"


def _parts(key: str, cell: str, count: int) -> list[str]:
    """What a cell says of each of so many projects; nothing where that is not clear."""
    if len(counted := numbered(cell)) == count:
        return counted
    lines = [line for line in cell.splitlines() if line]
    if len(lines) == 1:
        several = key in ("awards", "proposed") and BETWEEN.search(cell)
        return [] if several else [cell] * count
    return lines if len(lines) == count and key not in ("unit", "partners") else []


def seem_several(row: Row) -> list[str]:
    """The parts of a title that may be several; none where it is one. A printed one is broken as its lines are full."""
    title = row.text("title")
    lines = _whole(title, "[；;]" if row.place("title").is_printed else "[；;\n]")
    items, awards = _whole(title, "、"), BETWEEN.split(row.text("awards") or row.text("proposed"))
    are_items = len(items) == len(awards) or all(map(_NAMED.search, items))
    return lines or (items if are_items else [])


def _whole(title: str, ends: str) -> list[str]:
    """The parts of a title, each of which may be one; none where some goes on."""
    parts = [part.strip() for part in re.split(f"{ends}(?![^（(]*[)）])", title) if part.strip()]
    are_closed = all(part.count(left) == part.count(right) for part in parts for left, right in _PAIRS)
    are_whole = are_closed and all(len(part) >= _SHORTEST for part in parts)
    return parts if len(parts) > 1 and are_whole and not _GOES_ON.search("\n".join(parts)) else []
