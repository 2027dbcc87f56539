"""Which columns of a sheet tell what."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from xlsxwriter.utility import xl_col_to_name

from generator.content import headings
from generator.content.tables import EMPTY, NO, YES
from generator.intake.workbooks.workbook import WorkSheet

LEFT_OUT = "-"
"""What a column is mapped to that is not to be read."""

REMARKS = "备注"
SERIAL = "序号"

PERSONS = ("people", "mentors")
"""Keys for names, which come in only when somebody says that a column is one of these."""

JOINED = ("awards", "partners", *PERSONS)
"""Keys that several columns may tell: 奖项 and 单项奖, 第一作者 and 第二作者."""

_TICKS = (*YES, "☑", "●", "■", "◆", "★", "ü", "y", "yes", "v", "有", "获奖", "获得")
"""What says in a column of an award that a project has it; ü is what Wingdings show as a tick."""

_NO_TICKS = (*NO, *EMPTY, "□", "☐")

_TOP = 30
_FEWEST = 2
LETTERS = re.compile("[A-Z]{1,3}")
_NONE = -1
"""The row of a head that is not there."""

PERSONAL = re.compile(
    "联系|负责人|手机|电话|邮箱|姓名|身份证|成员|微信|QQ|住址|地址|银行|账号|开户|指导教师|作者|性别|职务|职称"
)
NO_NAMES = re.compile("电话|手机|邮箱|身份证|微信|QQ|住址|地址|银行|账号|开户|性别|职务|职称")
"""What columns about persons hold that is never to be published, names or not."""

_NAMES = re.compile("(选手|队员|学生|教师|老师|导师|教练|领队)(姓名|名单)?$")


_BOXES, _TICKED = "□☐", "☑√✓✔■"
_SIGN, _WORD = rf"(?P<sign>[{_BOXES}{_TICKED}])\s*", rf"(?P<word>[^{_BOXES}{_TICKED}\s]+)\s*"
_CHOICES = (re.compile(_SIGN + _WORD), re.compile(_WORD + _SIGN))
"""A word behind its box, or before it."""


def _chosen(cell: str) -> str:
    """The words that are ticked where others are not: ☑一等奖 □二等奖; empty for what is no such choice."""
    form = next((form for form in _CHOICES if re.fullmatch(f"(?:{form.pattern})+", cell)), None)
    if form is None or not {*_BOXES} & {*cell}:
        return ""
    return "、".join(each["word"] for each in form.finditer(cell) if each["sign"] in _TICKED)


@dataclass(frozen=True)
class Head:
    """The row (from 0; -1: none) that names the columns of a sheet, and what each column (from 0) is for."""

    row: int
    keys: Mapping[int, str]
    titles: Mapping[int, str]
    unread: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
    """Columns about persons, which never come in."""

    serial: str = ""
    """The title of a column of numbers that only count the rows of the sheet."""

    twice: Mapping[int, int] = field(default_factory=dict)
    """Columns that tell what an earlier one tells."""

    known: frozenset[int] = frozenset()
    """Columns that have a name or were spoken of."""

    remarks: tuple[int, ...] = ()
    """Columns of remarks, which may say that a project is no longer what its row says."""

    ticked: Mapping[int, str] = field(default_factory=dict)
    """Columns of one award each, in which a tick says that a project has it, by what they are called."""

    def called(self, column: int) -> str:
        """The title of a column, or its letters where it has none of its own: `--map` takes both."""
        title = self.titles.get(column, "")
        return title if [*self.titles.values()].count(title) == 1 else xl_col_to_name(column)

    def is_tick(self, column: int, cell: str) -> bool:
        """Whether a cell says that a project has the award of its column."""
        return column in self.ticked and cell.lower() in _TICKS

    def names(self, column: int, cell: str) -> bool:
        """Whether a cell repeats what its column of an award is called."""
        return column in self.ticked and cell in (self.ticked[column], self.titles[column])

    def said(self, column: int, cell: str) -> str:
        """What a cell says, where ticks stand for awards, or for one of the words beside them."""
        if self.is_tick(column, cell) or self.names(column, cell):
            return self.ticked[column]
        if column in self.ticked and cell.lower() in _NO_TICKS:
            return ""
        return _chosen(cell) or cell


def of(sheet: WorkSheet, named: Mapping[str, str]) -> Head | None:
    """The head of a sheet; `named` are the keys of columns by what they are called, in this table only."""
    best, most = None, _FEWEST - 1
    full = (row for row, cells in enumerate(sheet.rows) if len(set(filter(None, cells))) > 1)
    for row in islice(full, _TOP):
        # A column that somebody spoke of is a column for sure, also one that is not to be read.
        said = {*map(headings.plain, sheet.rows[row])} & named.keys()
        count = len(set(_keys(sheet, row, named).values()) - {LEFT_OUT}) + len(said)
        # Of a head in two rows the lower one is complete, for what is merged downwards stands in both.
        if count > most or (best == row - 1 and count == most):
            best, most = row, count
    lettered = "title" in (key for word, key in named.items() if LETTERS.fullmatch(word))
    if best is None:
        return _head(sheet, _NONE, named) if lettered else None
    if below := _second_row(sheet, best):
        sheet, best = below, best + 1
    return _head(sheet, best, named) if lettered or "title" in _keys(sheet, best, named).values() else None


def _second_row(sheet: WorkSheet, row: int) -> WorkSheet | None:
    """The sheet with a head in two rows that nobody merged as if they had; None where the head is one row."""
    top, low = (dict(enumerate(cells)) for cells in (sheet.rows[row], [*sheet.rows, []][row + 1]))
    parts = [column for column, text in low.items() if text and (row + 1, column) not in sheet.continued]
    groups = _groups(top, low, parts)
    if not groups:
        return None
    across, left = dict(sheet.across), 0
    for column in parts:
        left = column if column in groups else left
        across[row, left] = column - left + 1
    names = [low.get(column) or text for column, text in top.items()]
    return replace(sheet, rows=[*sheet.rows[: row + 1], names, *sheet.rows[row + 2 :]], across=across)


def _groups(top: Mapping[int, str], low: Mapping[int, str], parts: Collection[int]) -> set[int]:
    """The columns from which a name in the upper row goes over several of the `parts`; none if any is no such part."""
    groups = {column for column in parts if top.get(column) and low.get(column + 1) and not top.get(column + 1)}
    is_stray = any(top.get(column) and column not in groups for column in parts)
    has_numbers = any(re.search(r"\d", low[column]) for column in parts)
    return set() if is_stray or has_numbers else groups


def side_by_side(sheet: WorkSheet, named: Mapping[str, str]) -> list[WorkSheet]:
    """The tables that stand beside each other in a sheet, each with nothing in the columns of the others."""
    head = of(sheet, named)
    keys = {place: head.keys.get(head.twice.get(place, place)) for place in head.titles} if head else {}
    if head is None or len(places := [place for place, key in keys.items() if key == "title"]) < 2:
        return [sheet]
    left, width = min(head.titles), places[1] - places[0]
    starts = range(left, left + width * len(places), width)
    names = [[head.titles[place] for place in range(at, at + width) if place in head.titles] for at in starts]
    if any(each != names[0] for each in names):
        return [sheet]
    return [sheet.within(at, at + width) for at in starts]


def again(sheet: WorkSheet, row: int, named: Mapping[str, str]) -> Head | None:
    """A row further down that names columns once more, perhaps others."""
    keys, filled = _keys(sheet, row, named), sum(map(bool, sheet.rows[row]))
    is_head = "title" in keys.values() and len(keys) >= _FEWEST and 2 * len(keys) >= filled
    return _head(sheet, row, named) if is_head else None


def others(sheet: WorkSheet, row: int, named: Mapping[str, str]) -> tuple[str, ...] | None:
    """What the columns of a table without projects are called, in the row that names them: 序号, 单位名称."""
    titles = tuple(filter(None, sheet.rows[row]))
    is_head = len(titles) > 1 and headings.plain(titles[0]) == SERIAL
    return titles if is_head and "title" not in _keys(sheet, row, named).values() else None


def nearly(sheet: WorkSheet, named: Mapping[str, str]) -> tuple[int, tuple[str, ...]] | None:
    """The first row that looks like a head but names no project, with what its columns are called."""
    rows = [row for row in range(min(_TOP, len(sheet.rows))) if len(set(filter(None, sheet.rows[row]))) > 1]
    known = [row for row in rows if others(sheet, row, named) or len(_keys(sheet, row, named)) >= _FEWEST]
    if not known:
        return None
    row = known[0] + (known[0] + 1 in known)  # what is merged downwards stands in both rows of a head
    return row, tuple(dict.fromkeys(filter(None, sheet.rows[row])))


def doubtful(titles: Iterable[str], named: Mapping[str, str]) -> tuple[str, ...]:
    """The columns of unknown names, of which one may be that of projects; none in a table of persons."""
    words = [headings.plain(title) for title in titles]
    known = {SERIAL, REMARKS, *named}
    unknown = (word for word in words if word not in known and not headings.key_of(word) and not _is_personal(word))
    return () if "姓名" in words else tuple(unknown)


def _is_personal(title: str) -> bool:
    return bool(PERSONAL.search(title) or _NAMES.search(title))


def _keys(sheet: WorkSheet, row: int, named: Mapping[str, str]) -> dict[int, str]:
    """The keys of columns by their titles in a row."""
    found = ((column, _key(sheet, row, column, named)) for column in range(len(sheet.rows[row])))
    return {column: key for column, key in found if key}


def _key(sheet: WorkSheet, row: int, column: int, named: Mapping[str, str]) -> str:
    """The key of a column by its title, or by that with what stands over it: 申报单位 over 牵头 and 合作."""
    title = sheet.rows[row][column]
    if headings.plain(title) in named:
        return named[headings.plain(title)]
    above = (headings.plain(sheet.over(each, column)) for each in range(row - 1, max(row - 3, -1), -1) if title)
    overs = [re.sub("(基本)?(信息|情况)$", "", word) for word in above]
    is_name = bool(headings.plain(title))  # and not only explained, in brackets
    words = (title, *(word for over in overs for word in (f"{title}{over[-2:]}" * is_name, f"{over}{title}")))
    return next((key for word in words if word and (key := headings.key_of(word)) and key not in PERSONS), "")


def _all_keys(sheet: WorkSheet, row: int, named: Mapping[str, str]) -> dict[int, str]:
    """The keys of columns by their letters, and of the others by their titles."""
    letters = {column: xl_col_to_name(column) for column in range(max(map(len, sheet.rows)))}
    titled = {} if row == _NONE else _keys(sheet, row, named)
    return titled | {column: named[letter] for column, letter in letters.items() if letter in named}


def _head(sheet: WorkSheet, row: int, named: Mapping[str, str]) -> Head:
    titles = {} if row == _NONE else {column: title for column, title in enumerate(sheet.rows[row]) if title}
    keys, twice = _told_once(_all_keys(sheet, row, named), titles)
    if "unit" not in keys.values():  # the members of a consortium are all units that there are
        keys |= dict.fromkeys([column for column in keys if "联合体" in titles.get(column, "")][:1], "unit")
    counting = (column for column, key in keys.items() if key == "number" and _counts(sheet, row, column))
    serial = None if "number" in named.values() else next(counting, None)
    keys = _without(keys, {serial})
    rest = _without(titles, keys)
    unread, personal = _left_out(_without(rest, {*twice, serial}))
    return Head(
        row=row,
        keys={column: key for column, key in keys.items() if key != LEFT_OUT},
        titles=titles,
        unread=unread,
        personal=personal,
        serial="" if serial is None else titles[serial],
        twice=twice,
        known=frozenset((*titles, *keys)),
        remarks=tuple(column for column, title in rest.items() if headings.plain(title) == REMARKS),
    )


def _without(columns: Mapping[int, str], others: Collection[int | None]) -> dict[int, str]:
    """The columns but for those others, with what is said of each."""
    return {column: said for column, said in columns.items() if column not in others}


def _left_out(titles: Mapping[int, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The titles of columns that are for no key: those that should be told, and those about persons."""
    personal = tuple(filter(_is_personal, titles.values()))
    others = (title for title in titles.values() if title not in personal)
    return tuple(title for title in others if headings.plain(title) not in (SERIAL, REMARKS)), personal


def _told_once(keys: Mapping[int, str], titles: Mapping[int, str]) -> tuple[dict[int, str], dict[int, int]]:
    """The first column of each key, and the others with that first one; some keys several columns may tell.

    Two columns of awards with one name are none of these: the second may be of a sum beside the table.
    """
    first: dict[int, str] = {}
    twice: dict[int, int] = {}
    for column, key in sorted(keys.items()):
        others = (place for place, known in first.items() if known == key != LEFT_OUT)
        is_one = key not in JOINED
        same = next((at for at in others if is_one or (key == "awards" and titles.get(at) == titles.get(column))), None)
        if same is None:
            first[column] = key
        else:
            twice[column] = same
    return first, twice


def _counts(sheet: WorkSheet, row: int, column: int) -> bool:
    """Whether a column only counts from 1 on."""
    cells = [cells[column] for cells in sheet.rows[row + 1 :] if cells[column : column + 1] > [""]]
    numbers = list(dict.fromkeys(cell for cell in cells if cell.isdecimal()))  # merged cells stand twice
    return bool(numbers) and numbers == [str(number) for number in range(1, len(numbers) + 1)]
