"""Plain texts and Markdown: lines joined to paragraphs where they were wrapped, tables of tabs or of bars."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, takewhile
from unicodedata import east_asian_width

from generator.content import tables
from generator.content.radicals import as_seen
from generator.intake.manuscripts.pieces import SET_APART, Grid, Manuscript, Paragraph, PrintedPlace, filled, padded
from generator.machine.apart import Refused

_MARKS = re.compile(r"\*\*|__|(?<=\S)\*(?=\s)|\\(?=[_*#\[\]().!+-])|^>\s?")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^()]*\)")
_TAG = re.compile(r"</?(?!br\b)[a-z][a-z\d]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_LINK = re.compile(r"\[([^\]]*)\]\((\S+?)\)|<((?:https?://|mailto:)[^>\s]+)>")
_BULLET = re.compile(r"^\s*\\?[-*+•]\s+")
_BOLD = re.compile(r"^\W*\*\*([^*]{2,20})\*\*\W*$")
_RULE = re.compile(r"^\s*(?:[-*_—]\s*){3,}$|^\s*```")
FOLIO = re.compile(r"[—–\-·\s]*(?:第\s*)?\d{1,3}(?:\s*[/／]\s*\d{1,3}|\s*页(?:\s*[，,]?\s*共\s*\d+\s*页)?)?[—–\-·\s]*")
"""The number of a page."""
_COUNTED = (
    r"第[一二三四五六七八九十百\d]+[章节条部分]|[（(]?[一二三四五六七八九十]{1,3}[)）、.．:：]|[（(]?\d{1,2}[)）、.．](?!\d)"
    r"|\d{1,2}(?:\.\d{1,2}){1,2}\s*[\u4e00-\u9fff]|[①-⑳]|附\s*件|赛道|赛题|(?i:part)[. ]?\d"
)
_LABELLED = r"[问答]\s*[：:]|(?!https?:)[^。，；]{2,10}[：:｜丨]|[【［][\u4e00-\u9fff]{2,12}[】］]"
ORNAMENT = re.compile("[■-◿★☆➢➤※✓✔]")
"""What begins a line of its own."""
NUMBERED = re.compile(f"^(?:{_COUNTED})")
STARTS = re.compile(f"^(?:{_COUNTED}|{_LABELLED}|{ORNAMENT.pattern})")
"""How a paragraph begins that never goes on from the line before."""
_GROUPED = re.compile("评[分审选价]|指标|维度|赛道|组别|板块|类别|奖项(?=.{,100}(?:项目|作品|案例)名称)")
"""What a column is called whose cells are each of several rows, 奖项 in lists only."""
_SUM = re.compile("合计|总计|总分|小计|备注|注：")
"""What begins a row whose first cell is the wide one."""
_ENDS = tuple("。！？；：!?;:")
_DIVIDER = re.compile(r"\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+")
"""The line below the head of a table whose rows have no bars around them."""
_Wrapping = Callable[[str, str], bool]
_SEVERAL = 4
"""So many lines of a text that was wrapped are full."""
_LONG, _NUMBERED = 24, 50
"""Characters of a line that may be one of several of its paragraph; those of a numbered one, which may be a heading."""


def read(raw: bytes) -> Manuscript:
    """The text; its places are its lines."""
    lines = _barred(_TAG.sub("", as_seen(decoded(raw))).splitlines())
    return Manuscript(tuple(_pieces(list(enumerate(lines, 1)))))


def _barred(lines: list[str]) -> list[str]:
    """The lines, those of tables without bars around their rows with them."""
    for place in [place for place, line in enumerate(lines) if place and _DIVIDER.fullmatch(line)]:
        rows = takewhile(lambda at: "|" in lines[at], range(place - 1, len(lines)))
        for at in [*rows] if "|" in lines[place - 1] else ():
            lines[at] = f"|{lines[at].strip()}|"
    return lines


def decoded(raw: bytes) -> str:
    """The text of a file. Raises `Refused` when it is in none of the usual encodings."""
    text = tables.decoded(raw)
    if text is None:
        raise Refused("读不出文字，不是 UTF-8 或 GBK 编码的文本", "用记事本打开，另存为 UTF-8 再导入")
    return text


def _pieces(lines: list[tuple[int, str]]) -> Iterator[Paragraph | Grid]:
    divided = (_RULE.match(line) or (FOLIO.fullmatch(line) and line.strip()[-1] in "—–-页") for _, line in lines)
    written = [line for line, apart in zip(lines, divided, strict=True) if not apart]
    wrapped = _wrapping([line.rstrip() for _, line in written if not _is_row(line)])
    for is_table, group in groupby(_runs(written), key=lambda run: run[0]):
        runs = [line for _, line in group]
        yield from _tables(runs) if is_table else _joined(runs, wrapped)


def _runs(lines: Sequence[tuple[int, str]]) -> Iterator[tuple[bool, tuple[int, str]]]:
    """Every line, and whether it is of a table; an empty line is of one when it stands within."""
    tabular = [_is_row(line) for _, line in lines]
    for index, line in enumerate(lines):
        empty = not line[1].strip(" \u3000\r")
        within = empty and index and tabular[index - 1] and any(tabular[index : index + 3])
        tabular[index] = tabular[index] or bool(within)
        yield tabular[index], line


def _is_row(line: str) -> bool:
    bars = line.strip()
    return "\t" in line.rstrip(" \n") or (bars.startswith("|") and bars.count("|") > 1)


def _tables(lines: list[tuple[int, str]]) -> Iterator[Grid]:
    place = PrintedPlace(number=lines[0][0], unit="行（表格）")
    if all(line.startswith("\t") and "\t" not in line.strip() for _, line in lines if line.strip(" ")):
        groups = groupby(lines, key=lambda item: bool(item[1].strip(" ")))
        rows = [[line.strip() for _, line in group] for filled, group in groups if filled]
    else:
        rows = [_cells(line) for _, line in lines if line.strip() and not re.fullmatch(r"[|\s:+-]+", line)]
        rows = _with_merged(rows) if rows and lines[0][1].lstrip().startswith("|") else rows
    if max(map(len, rows), default=0) > 1:
        yield Grid(filled(padded(rows)), place)


def _with_merged(rows: list[list[str]]) -> list[list[str]]:
    """Rows with bars; what one lacks below groups is merged with the cells above, which bars cannot show.

    Other rows that are short lack their last cells, as does one that begins with the name of a group.
    """
    head, groups = rows[0], {row[0] for row in rows if len(row) == len(rows[0])}
    grouped = _GROUPED.search("|".join(head))

    def lacking(row: list[str]) -> int:
        lacks = len(head) - len(row)
        may_be = lacks < len(head) - 1 and row[0] not in groups and not _SUM.match(row[0])
        return lacks if may_be and grouped and grouped.start() < len("|".join(head[:lacks])) else 0

    return [[*[""] * lacking(row), *row] for row in rows]


def _cells(line: str) -> list[str]:
    bare = line.strip()
    barred = bare.removeprefix("|").removesuffix("|").split("|") if bare.startswith("|") else None
    cells = barred or line.rstrip("\n").split("\t")
    return [re.sub(r"<br ?/?>", "\n", _MARKS.sub("", _unlinked(cell))).strip() for cell in cells]


def _joined(lines: list[tuple[int, str]], wrapped: _Wrapping | None) -> list[Paragraph]:
    """Paragraphs, put together from wrapped lines."""
    texts = list(_leveled(lines))
    blanks = sum(not text for _, text, *_ in texts) * 3 >= len(texts)  # they divide paragraphs
    made: list[Paragraph] = []
    last, before = 0, ""
    for number, text, level, line in (each for each in texts if each[1]):
        held = made[-1] if made else None
        apart = _BULLET.match(line) or (blanks and number > last + 1 and held and len(held.text) < _NUMBERED)
        full = wrapped and wrapped(before, text)
        last, before = number, line.rstrip()
        if held and not held.level and not level and not apart and _goes_on(held.text, text, full):
            made[-1] = Paragraph(held.text + _between(held.text, text) + text, held.place)
        else:
            made.append(Paragraph(text, PrintedPlace(number=number, unit="行"), level))
    return made


def _leveled(lines: list[tuple[int, str]]) -> Iterator[tuple[int, str, int, str]]:
    """Lines by number: their texts without marks, the level that these tell, and the lines as they are."""
    for (number, line), (_, after) in zip(lines, [*lines[1:], (0, "")], strict=True):
        text, level = _unmarked(line)
        indented = len(after) - len(after.lstrip()) > len(line) - len(line.lstrip())
        heads_a_list = indented and _BULLET.match(line) and _BULLET.match(after)
        yield number, text, level or SET_APART * bool(heads_a_list), line


def _between(above: str, text: str) -> str:
    """A blank between the words of two lines that are one; none within an address."""
    if not above[-1:].isalpha() or not (above[-1:] + text[:1]).isascii():
        return ""
    address = re.search(r"(?:https?://|@|www\.)\S*$", above) or re.match(r"[\w.-]*@", text, re.ASCII)
    return "" if address else " "


def _unmarked(line: str) -> tuple[str, int]:
    """A line without the marks of Markdown, and the level of its heading."""
    heading = re.match(r"\s*(#{1,6})\s+", line)
    text = line[heading.end() :] if heading else _BULLET.sub("", line)
    level = len(heading[1]) if heading else SET_APART * bool(_BOLD.match(line))
    return re.sub(r"[ \u3000\xa0]+", " ", _MARKS.sub("", _unlinked(text))).strip(" |"), level


def _unlinked(text: str) -> str:
    """A text without pictures, its links as their words with their addresses in brackets."""
    return _LINK.sub(
        lambda match: match[3] or (match[1] if match[1] in ("", match[2]) else f"{match[1]}（{match[2]}）"),
        _PICTURE.sub("", text),
    )


def _wrapping(lines: list[str]) -> _Wrapping | None:
    """What tells whether a line of a wrapped text is full, by the next one; none when each holds a whole paragraph."""
    for measure, ragged, widest in ((lambda line: len(line.strip()), 3, 60), (_columns, 5, 120)):
        width = max(map(measure, lines), default=0)
        full = [line for line in lines if measure(line) > width - ragged]
        if width <= widest and len(full) >= _SEVERAL and 2 * sum(line.endswith(_ENDS) for line in full) < len(full):
            return lambda line, after: measure(line + re.sub(r"[^\x21-\x7e].*", "", after)) >= width - ragged
    return None


def _columns(line: str) -> int:
    """How wide a line is: Chinese takes two columns a character."""
    return sum(1 + (east_asian_width(char) in "WFA") for char in line.rstrip())


def _goes_on(before: str, text: str, full: bool | None) -> bool:
    """Whether a line goes on with the paragraph `before`, whose last line is `full` or not where lines were wrapped."""
    if before.endswith(_ENDS) or STARTS.match(text) or re.search("关于.*的(?:通知|公告|通告|函)$", before):
        return False
    if re.search(r"\d{7}$|[\w.]@[\w.]+\.[a-z]+$", before) and re.match("[^，。；]{2,20}(?:[：:]|$)", text):
        return False
    if full is not None:
        return full
    if before[-1:].isdigit():  # a telephone or a date ends its line
        return False
    numbered = STARTS.match(before) is not None
    return len(before) >= (_NUMBERED if numbered else _LONG) and bool(re.search("[，、：]", before))
