"""Tables, lists and paragraphs that are typed so that a page would not show them as such, or not all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from itertools import accumulate, groupby

from generator.catalog import Catalog
from generator.checks.rule import Findings, new_documents, rule, written
from generator.diagnostics import Diagnostic
from generator.text import markdown, scan
from generator.text.sanitise import SPANS

_PASTED = re.compile(r"\S[ ]*\t+[ ]*\S")
_ITEM = re.compile(
    r"[ \t\u3000]*(?:[-+](?=[^\s\d+-])|\*(?=[^\s*]+$)|[•·●○◆◇■□▪※➢]|\d{1,2}(?:[、)）．]|\.(?=[^\s\d]))"
    r"|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}、"
    r"|[—–](?=[^\s—–])|[\u4e00-\u9fff]{2,8}：\S)"
)
"""How items begin in other programs, and in ours without the blank after the mark; lines of 联系电话：…, too."""

_BREAK = re.compile(r"(?: {2}|\\|<br ?/?>)$")
_NUMBERED = re.compile(r"(?P<indent> *)(?P<number>\d{1,3})\. +\S")


_INDENTED = re.compile(r"^(?: {4}| {0,3}\t)[ \t]*\S", re.MULTILINE)
_CODE = re.compile(r"<pre><code>(?P<words>[^<]*[\u4e00-\u9fff][^<]*)</code>")


@rule
def paragraphs_are_no_code(catalog: Catalog) -> Findings:
    """段首不空格：前面有四个以上半角空格或 Tab 的一段会排成代码。"""
    for kind, document in new_documents(catalog):
        if kind != "track" and _INDENTED.search(document.body):  # topics are one line
            for offset in _coded(scan.prose(document.body)):
                message = "这一段前面有四个以上的空格或 Tab，会排成代码，不换行"
                hint = "删去段首的空格，网页和手册会自己排；是代码就写在两行 ``` 之间"
                yield Diagnostic("indented-text", scan.span(document, offset), message, hint)


def _coded(text: str) -> Iterator[int]:
    """Where what becomes code begins in a text without fenced code."""
    try:
        html, at = markdown.html(text), 0
    except markdown.TooComplex:  # told when it is built
        return
    for found in _CODE.finditer(html):
        at = max(at, text.find(unescape(found["words"]).split("\n")[0].strip(), at))
        yield at


@rule
def tables_are_read(catalog: Catalog) -> Findings:
    """表格要有表头、分隔行，各行之间不空行，竖线用半角；不然只是一段文字。"""
    for at, text in written(catalog):
        if "|" in text or "｜" in text or "\t" in text:
            for offset, message, hint in _lost_tables(scan.prose(text)):
                yield Diagnostic("lost-table", at(offset), message, hint)


def _lost_tables(text: str) -> Iterator[tuple[int, str, str]]:
    lines = text.split("\n")
    starts = _starts(lines)
    inside = {number for table in scan.tables(text) for number in range(table.line, table.line + 2 + len(table.rows))}
    for number, run in _runs(lines, lambda number: number not in inside and _row(lines[number])):
        after = number > 1 and not lines[number - 1].strip() and number - 2 in inside
        if len(run) > 1 or after or number - 1 in inside:
            yield starts[number], *_why_no_table(run, after=after)


def _row(line: str) -> bool:
    bars = line.count("|") + line.count("｜")
    return bars > 1 or line.lstrip().startswith(("|", "｜")) or bool(_PASTED.search(line.rstrip()))


def _why_no_table(rows: list[str], *, after: bool) -> tuple[str, str]:
    if not any("|" in row or "｜" in row for row in rows):
        return "粘贴来的表格会连成一段文字", "每行写成 | 甲 | 乙 |，表头下面加一行 | --- | --- |"
    if any("｜" in row for row in rows):
        return "表格的竖线是全角的，会照原样显示", "改成半角竖线 |"
    if after:
        return "表格中间空了一行，后面的行不在表里", "删去空行；是另一张表就给它表头和分隔行"
    if len(rows) > 1 and scan.is_delimiter(rows[1]):
        heads, rules = len(scan.cells(rows[0])), len(scan.cells(rows[1]))
        return f"表头有 {heads} 格，分隔行有 {rules} 格，不会排成表格", "两行的格数要一样"
    return "表头下面没有分隔行，不会排成表格", "在第二行写 | --- | --- |，有几列写几个"


@rule
def tables_keep_their_cells(catalog: Catalog) -> Findings:
    """表格每一行的格数不能多于表头，也不能合并单元格；多出来的格不会显示，后面的格会错位。"""
    for _, document in new_documents(catalog):
        text = scan.prose(document.body) if "|" in document.body or "span" in document.body else ""
        for table in scan.tables(text):
            for row, cells in enumerate(table.rows, table.line + 2):
                if len(cells) > len(table.header):
                    message = f"这一行有 {len(cells)} 格，表头只有 {len(table.header)} 格，多出的不会显示"
                    yield Diagnostic("table-shape", document.body_span(row), message, _SHAPE_HINT)
        for span in SPANS.finditer(text):
            message = f"合并单元格 {span['name']} 会被去掉，后面的格会错位"
            yield Diagnostic("table-shape", scan.span(document, span.start("name")), message, _SPAN_HINT)


_SHAPE_HINT = "检查有没有多出的竖线；文字里的竖线写成 \\|"
_SPAN_HINT = "不合并：每一格都写上内容"


@rule
def lists_are_read(catalog: Catalog) -> Findings:
    """列表每项写“- 内容”或“1. 内容”，符号后面空一格；不然各行会连成一段。"""
    for at, text in written(catalog):
        lines = scan.prose(text).split("\n") if _ITEM.search(text) else []
        starts = _starts(lines)
        for number, run in _runs(lines, lambda number: bool(_ITEM.match(lines[number]))):  # noqa: B023 - used at once
            if len(run) > 1 and not all(_BREAK.search(line) for line in run[:-1]):
                yield Diagnostic("lost-list", at(starts[number]), f"这 {len(run)} 行会连成一段", _LIST_HINT)


_LIST_HINT = "是列表就写成“- 内容”或“1. 内容”，符号后面空一格；不是列表就在各行之间空一行"


@rule
def numbers_are_kept(catalog: Catalog) -> Findings:
    """编号列表由程序从第一项起连续编号；中间跳号、重号，网页上的号就与所写的不同。"""
    for at, text in written(catalog):
        lines = scan.prose(text).split("\n") if ". " in text else []
        starts = _starts(lines)
        for number, typed, shown in _renumbered(lines):
            message = f"这一项写的是 {typed}，会显示成 {shown}"
            yield Diagnostic("changed-number", at(starts[number]), message, f"改成 {shown}，或写成 {typed}\\.")


def _renumbered(lines: list[str]) -> Iterator[tuple[int, int, int]]:
    """The line, the number and what becomes of it, for each item whose number does not follow; `1. 1. 1.` may be."""
    seen: dict[int, list[int]] = {}
    blank = True
    for number, line in enumerate(lines):
        item = _NUMBERED.match(line)
        indent = len(line) - len(line.lstrip(" "))
        if item:
            seen = {level: kept for level, kept in seen.items() if level <= indent}
            before = seen.setdefault(indent, [])
            before.append(int(item["number"]))
            shown = before[0] + len(before) - 1
            if before[-1] != shown and set(before) != {before[0]}:
                yield number, before[-1], shown
        elif line.strip() and (blank or line.startswith("#")):
            seen = {level: kept for level, kept in seen.items() if level < indent}
        blank = not line.strip()


def _runs(lines: list[str], wanted: Callable[[int], bool]) -> Iterator[tuple[int, list[str]]]:
    """Lines one after another that are wanted: the number of the first, and themselves."""
    for is_wanted, run in groupby(range(len(lines)), wanted):
        if is_wanted:
            numbers = list(run)
            yield numbers[0], lines[numbers[0] : numbers[-1] + 1]


def _starts(lines: list[str]) -> list[int]:
    """Where each line begins in its text."""
    return [0, *accumulate(len(line) + 1 for line in lines)]
