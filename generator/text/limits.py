"""How hard a Markdown text may be: what Python-Markdown reads in well under five seconds of processor time.

The time of some constructs grows with the square of their number. Everything here is counted in one pass, so a
text that would take hours is refused at once. Each limit, and the time measured at it, is in
docs/decisions/0012-limits-of-texts.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.text.html_tree import VOID

LONG, DEEP, MARKS = "text-too-long", "text-too-deep", "too-many-marks"
"""The codes of what is found here."""


@dataclass(frozen=True, slots=True)
class TooHard:
    """One limit that a text exceeds: the code, the offset of the place, what and how much it is, the remedy."""

    code: str
    offset: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Limit:
    """The most of something: a whole text may have `most`; what it is called, and what to do about more."""

    code: str
    most: int
    what: str
    hint: str

    def exceeded(self, amount: int, offset: int = 0) -> Iterator[TooHard]:
        """The finding when `amount` is over the limit."""
        if amount > self.most:
            message = self.what.format(amount=f"{amount:,}", most=f"{self.most:,}")
            yield TooHard(self.code, offset, message, self.hint)


MAX_MARKS = 400
"""Opening brackets of one kind in a paragraph."""

MAX_STRING = 20_000
"""Characters of a value in YAML that is no text of its own."""

_LENGTH = Limit(LONG, 400_000, "这篇文字有 {amount} 个字符，超过 {most} 个", "分成几篇，或改放附件的链接")
_LINES = Limit(LONG, 20_000, "这篇文字有 {amount} 行，超过 {most} 行", "分成几篇，或改放附件的链接")
_ROWS = Limit(LONG, 1_500, "这篇文字的表格共有 {amount} 行，超过 {most} 行", "只留要紧的行，全表改放附件的链接")
_CELLS = Limit(LONG, 6_000, "这篇文字的表格共有 {amount} 格，超过 {most} 格", "只留要紧的行和列，全表改放附件的链接")
_COLUMNS = Limit(LONG, 50, "这一行有 {amount} 条竖线，超过 {most} 条", "把表格拆成几张较窄的，或把行和列对调")
_DEPTH = Limit(
    DEEP, 20, "这里的列表、引用或缩进有 {amount} 层，超过 {most} 层", "减少层次；大段的缩进文字放进 ``` 代码块"
)
_BRACKET_DEPTH = Limit(DEEP, 30, "这里的方括号套了 {amount} 层，超过 {most} 层", "减少层次，或把一部分移到括号外")
_OPEN_TAGS = Limit(DEEP, 30, "到这里有 {amount} 个 HTML 标签没有结束，超过 {most} 个", "补上结束标签，或删去这些标签")
_TERMS = Limit(DEEP, 30, "这一段有 {amount} 条以冒号开头的释义，超过 {most} 条", "每条释义之间空一行")
_MOST = Limit(
    MARKS,
    MAX_MARKS,
    "这一段有 {amount} 个左括号标记（[ 或 <），超过 {most} 个",
    "删去多余的括号；确实是一长串链接时，分成几段或列表",
)
_ALL = Limit(
    MARKS, 30_000, "这篇文字有 {amount} 个 Markdown 标记，超过 {most} 个", "删去多余的标记；是代码就放进 ``` 代码块"
)
_TAGS = Limit(MARKS, 2_000, "这篇文字有 {amount} 个 HTML 标签，超过 {most} 个", "改用 Markdown 写法")
_QUOTES = Limit(
    MARKS, MAX_MARKS, "这一段有链接定义和 {amount} 个引号，引号超过 {most} 个", "链接定义单独成段，或改成 [文字](网址)"
)
_UNPAIRED = Limit(
    MARKS,
    3_000_000,
    "没有配对的括号要来回读 {amount} 个字，超过 {most} 个",
    "补上另一半括号；不是链接就删去，或把段落分短",
)
_UNCLOSED = Limit(
    MARKS, 15_000_000, "没有结束的 < 要来回读 {amount} 个字，超过 {most} 个", "补上 >；小于号写成“小于”或 &lt;"
)
_CUT = Limit(
    MARKS, 8_000_000, "连成一段的标题、分隔线和链接定义要来回读 {amount} 个字，超过 {most} 个", "它们前后各空一行"
)
_FENCES = Limit(
    MARKS, 20_000_000, "没有结束的 ``` 要来回读 {amount} 个字，超过 {most} 个", "每个代码块用同样的一行 ``` 结束"
)
_DENSE = Limit(
    MARKS, 1_500_000_000, "长段落里的标记要来回读 {amount} 个字，超过 {most} 个", "把段落分短；是代码就放进 ``` 代码块"
)
_RUNS = Limit(
    MARKS,
    400_000_000,
    "挤在一段里的 * 和 _ 要来回配对 {amount} 次，超过 {most} 次",
    "把段落分短；不是强调就写成 \\* 和 \\_",
)

_OPENING = re.compile(r" *(?:\{[^\n]*\}|\.?[\w#.+-]* *(?:hl_lines=(?:\"[^\"]*\"|'[^']*') *)?)")
"""What may follow the marks that open a fenced block, as Python-Markdown reads it."""

_FENCE_LINE = re.compile(r"^(~{3,}|`{3,})(.*)$", re.MULTILINE)
_PARAGRAPH = re.compile(r"(?:^[^\n]*[^ \t\n][^\n]*(?:\n|\Z))+", re.MULTILINE)
_PREFIX = re.compile(r"(?:[ \t]|>|[-*+](?=[ \t])|\d+\.(?=[ \t])|:(?=[ \t]))*")
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/<>]*+)(?:[^<>/]|/(?!>))*+(/?)>")
_OPENED = re.compile(r"<[A-Za-z/!?]")
_TARGET = re.compile(r"\]\(\s*+(?:<[^<>\n]*+>|[^\s()\"']*+)(?:\s++(?:\"[^\"\n]*+\"|'[^'\n]*+'))?+\s*+\)")
_CUTTING = re.compile(r"^[ \t>]*(?:#|=+[ \t]*$|[-*_][-*_ \t]*$|\[[^\]\n]*\]:)", re.MULTILINE)
_DEFINITION = re.compile(r"^[ \t>]*\[[^\]\n]*\]:", re.MULTILINE)
_TERM = re.compile(r"^[ \t>]*:[ \t]", re.MULTILINE)
_RUN = re.compile(r"\*+|_+")
_CODE_SPAN = re.compile(r"(`+)[^`]*\1")


def without_fences(text: str) -> str:
    """The text with closed fenced blocks blanked out; every other character keeps its offset.

    Blocks are found line by line: the search of Python-Markdown's own pattern takes time with the square of the
    blocks that are not closed.
    """
    if "```" not in text and "~~~" not in text:
        return text
    lines = list(_FENCE_LINE.finditer(text))
    closing: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        if not line[2].strip(" "):
            closing.setdefault(line[1], []).append(number)
    parts, done, number = [], 0, 0
    while number < len(lines):
        later = closing.get(lines[number][1], [])
        while later and later[0] <= number:
            later.pop(0)
        if later and _OPENING.fullmatch(lines[number][2]):
            end = lines[later[0]].end()
            parts += [text[done : lines[number].start()], re.sub(r"[^\n]", " ", text[lines[number].start() : end])]
            done, number = end, later[0]
        number += 1
    return "".join([*parts, text[done:]])


def too_hard(source: str) -> Iterator[TooHard]:
    """Every limit that the text exceeds, at most once each."""
    text = without_fences(source.expandtabs(4) if "\t" in source else source)
    counted = [
        *_LENGTH.exceeded(len(source)),
        *_LINES.exceeded(source.count("\n")),
        *_ALL.exceeded(_marks(text)),
    ]
    yield from counted
    if counted:
        return
    yield from _of_lines(text)
    yield from _of_tags(text)
    yield from _FENCES.exceeded(_cost(_FENCE_LINE.finditer(text), len(text)))
    yield from _of_paragraphs(text)


def _marks(text: str) -> int:
    return sum(map(text.count, "[]<>*_`\\&!#~"))


def _cost(found: Iterator[re.Match[str]], end: int) -> int:
    """Characters read when from each place all the rest is read."""
    return sum(end - match.start() for match in found)


def _of_lines(text: str) -> Iterator[TooHard]:
    """Depth of structure, and size of tables."""
    deepest, widest, rows, cells, offset = (0, 0), (0, 0), 0, 0, 0
    for line in text.split("\n"):
        if line[:1] in " >-*+:0123456789" and not line.isspace():  # blanks alone, as fenced code is here, are no depth
            prefix = _PREFIX.match(line)
            deepest = max(deepest, (len(re.findall(r"[>:+*.-]|    ", prefix[0])) if prefix else 0, -offset))
        if bars := line.count("|"):
            widest = max(widest, (bars, -offset))
            rows += 1
            cells += max(1, bars - 1)
        offset += len(line) + 1
    for limit, (amount, place) in ((_DEPTH, deepest), (_COLUMNS, widest)):
        yield from limit.exceeded(amount, -place)
    yield from _ROWS.exceeded(rows)
    yield from _CELLS.exceeded(cells)


def _of_tags(text: str) -> Iterator[TooHard]:
    """Tags in all, tags open at one place, and what is read in search of ends that are missing."""
    if "<" not in text:
        return
    tags, opened, most = 0, Counter[str](), (0, 0)
    for tag in _TAG.finditer(text):
        tags += 1
        name = tag[2].lower()
        if tag[1]:
            opened[name] = max(0, opened[name] - 1)
        elif name not in VOID and not tag[3]:
            opened[name] += 1
            most = max(most, (opened.total(), -tag.start()))
    yield from _TAGS.exceeded(tags)
    yield from _OPEN_TAGS.exceeded(most[0], -most[1])
    ends = {tag.start() for tag in _TAG.finditer(text)}
    yield from _UNCLOSED.exceeded(_cost((at for at in _OPENED.finditer(text) if at.start() not in ends), len(text)))


def _of_paragraphs(text: str) -> Iterator[TooHard]:
    """Marks that belong together within a paragraph; of what adds up, the paragraph with most of it is named."""
    summed: dict[Limit, list[tuple[int, int]]] = {limit: [] for limit in (_UNPAIRED, _CUT, _RUNS, _DENSE)}
    most: dict[Limit, tuple[int, int]] = dict.fromkeys((_MOST, _QUOTES, _TERMS, _BRACKET_DEPTH), (0, 0))
    for paragraph in _PARAGRAPH.finditer(text):
        block, at = paragraph[0], -paragraph.start()
        for limit, amount in _sums(block):
            summed[limit].append((amount, at))
        for limit, amount in _most(block):
            most[limit] = max(most[limit], (amount, at))
    for limit, amounts in summed.items():
        if amounts:
            yield from limit.exceeded(sum(amount for amount, _ in amounts), -max(amounts)[1])
    for limit, (amount, at) in most.items():
        yield from limit.exceeded(amount, -at)


def _sums(block: str) -> Iterator[tuple[Limit, int]]:
    if "[" in block:
        unclosed = _cost(re.finditer(r"\]\(", _TARGET.sub(_blank, block)), len(block))
        yield _UNPAIRED, _bracket_cost(block)[0] + unclosed
    if cuts := sum(1 for _ in _CUTTING.finditer(block)):
        yield _CUT, cuts * len(block)
    yield _DENSE, _marks(block) * len(block)
    if runs := len(_RUN.findall(block)):
        yield _RUNS, runs * runs


def _most(block: str) -> Iterator[tuple[Limit, int]]:
    if "[" in block or "<" in block:
        plain = re.sub(r"^.*\|.*$", "", block, flags=re.MULTILINE) if "|" in block else block  # a table is many texts
        yield _MOST, max(plain.count("["), plain.count("<"))
        yield _BRACKET_DEPTH, _bracket_cost(block)[1]
    if _DEFINITION.search(block):
        yield _QUOTES, block.count('"') + block.count("'")
    yield _TERMS, len(_TERM.findall(block))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _bracket_cost(block: str) -> tuple[int, int]:
    """Characters read from every `[` to its partner or the end, and how deep pairs are nested."""
    plain = re.sub(r"\\.", "  ", block) if "\\" in block else block
    plain = _CODE_SPAN.sub(_blank, plain) if "`" in plain else plain
    cost, waiting, deepest = 0, list[int](), 0
    for mark in re.finditer(r"[\[\]]", plain):
        if mark[0] == "[":
            waiting.append(mark.start())
        elif waiting:
            deepest = max(deepest, len(waiting))
            cost += mark.start() - waiting.pop()
    return cost + sum(len(block) - start for start in waiting), deepest
