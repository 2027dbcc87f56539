"""Which columns of a sheet tell what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.content import headings
from generator.intake.workbooks.workbook import WorkSheet, cell_name

LEFT_OUT = "-"
"""What a column is mapped to that is not to be read."""

_TOP = 30
_FEWEST = 2
PERSONAL = re.compile(
    "联系|负责人|手机|电话|邮箱|姓名|身份证|成员|微信|QQ|住址|地址|银行|账号|开户|指导教师|作者|性别|职务|职称"
)


@dataclass(frozen=True)
class Head:
    """The row (from 0) that names the columns of a sheet, and what each column (from 0) is for."""

    row: int
    keys: Mapping[int, str]
    titles: Mapping[int, str]
    unread: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
    """Columns about persons, which never come in."""

    twice: Mapping[int, int] = field(default_factory=dict)
    """Columns that tell what an earlier one tells."""

    unnamed: tuple[int, ...] = ()
    """Columns without a name that have something in them."""


def of(sheet: WorkSheet, named: Mapping[str, str]) -> Head | None:
    """The head of a sheet; `named` are the keys of columns by what they are called, in this table only."""
    best, most = None, _FEWEST - 1
    for row in range(min(_TOP, len(sheet.rows))):
        keys = _keys(sheet, row, named)
        count = len(set(keys.values()) - {LEFT_OUT})
        # Of a head in two rows the lower one is complete, for what is merged downwards stands in both.
        if count > most or (best == row - 1 and count == most):
            best, most = row, count
    return None if best is None or "title" not in _keys(sheet, best, named).values() else _head(sheet, best, named)


def _keys(sheet: WorkSheet, row: int, named: Mapping[str, str]) -> dict[int, str]:
    found = ((column, _key(sheet, row, column, named)) for column in range(len(sheet.rows[row])))
    return {column: key for column, key in found if key}


def _key(sheet: WorkSheet, row: int, column: int, named: Mapping[str, str]) -> str:
    """The key of a column by its title, or by that with what stands over it: 申报单位 over 牵头 and 合作."""
    title = sheet.rows[row][column]
    letters = cell_name(row, column).rstrip("0123456789")
    if letters in named or headings.plain(title) in named:
        return named.get(letters) or named[headings.plain(title)]
    over = headings.plain(sheet.over(row - 1, column)) if row and title else ""
    words = (title, f"{title}{over[-2:]}", f"{over}{title}")
    return next((key for word in words if word and (key := headings.key_of(word))), "")


def _head(sheet: WorkSheet, row: int, named: Mapping[str, str]) -> Head:
    keys: dict[int, str] = {}
    twice: dict[int, int] = {}
    for column, key in _keys(sheet, row, named).items():
        first = next((place for place, known in keys.items() if known == key != LEFT_OUT), None)
        if first is None:
            keys[column] = key
        else:
            twice[column] = first
    titles = {column: title for column, title in enumerate(sheet.rows[row]) if title}
    rest = [title for column, title in titles.items() if column not in keys and column not in twice]
    personal = tuple(title for title in rest if PERSONAL.search(title))
    width = max(map(len, sheet.rows))
    unnamed = (column for column in range(width) if column not in titles and column not in keys)
    return Head(
        row,
        {column: key for column, key in keys.items() if key != LEFT_OUT},
        titles,
        tuple(title for title in rest if title not in personal and headings.plain(title) not in ("序号", "备注")),
        personal,
        twice,
        tuple(column for column in unnamed if any(any(cells[column : column + 1]) for cells in sheet.rows[row + 1 :])),
    )
