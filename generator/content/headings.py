"""What the columns of a table of entries are called: as our format names them, or as offices usually do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import Entry

NAMES = {str(field.title): key for key, field in Entry.model_fields.items()} | {key: key for key in Entry.model_fields}
"""The keys of an entry by what a column is called in our format: its Chinese title or the key itself."""

_ALSO = {
    "number": "项目编号 作品编号 参赛编号 申报编号",
    "title": "作品名称 参赛项目 参赛项目名称 参赛作品 项目名 案例名称",
    "unit": "申报单位 参赛单位 单位名称 单位 牵头申报单位 牵头参赛单位 第一申报单位",
    "partners": "联合单位 参与单位 联合申报单位 联合参赛单位 其他参赛单位",
    "team": "团队 参赛团队 参赛团队名称",
    "track": "所属赛道 参赛赛道 申报赛道 赛道名称",
    "topic": "所属赛题 参赛赛题 赛题名称 赛题方向",
    "region": "所在地区 所属地区 地市 所在地市 所属地市 城市 所在城市",
    "kind": "单位性质 单位类别",
    "sme": "中小微企业",
    "finalist": "入围决赛",
    "proposed": "拟获奖等级 拟授奖项 拟授予奖项 拟获奖等次",
    "awards": "获奖等级 获奖等次 获奖情况 获奖奖项 获奖名称 奖项名称 奖项等级 奖励等级 等次",
    "recommended": "推荐全国总决赛 推荐参加总决赛 推荐参加全国总决赛",
    "finals": "总决赛获奖 总决赛获奖情况 全国总决赛奖项",
}
_KEYS = NAMES | {word: key for key, words in _ALSO.items() for word in words.split()}

_ASIDE = re.compile(r"\s|^是否为?|[（(].*?[）)]|[:：*＊]")
"""What a form adds to the name of a column: 是否中小企业（是/否）."""

_TOP = 10
_SEVERAL = 3


def key_of(title: str) -> str:
    """The key that a column is for; empty when nobody calls one so."""
    return _KEYS.get(title) or _KEYS.get(plain(title), "")


def plain(title: str) -> str:
    """The name of a column without what a form adds to it."""
    return _ASIDE.sub("", title)


def place_of_head(rows: Sequence[Sequence[str]]) -> int:
    """Which row names the columns: the first at the top that names several, for a heading may stand above it."""
    known = (sum(bool(key_of(cell)) for cell in row) >= _SEVERAL for row in rows[:_TOP])
    return next((place for place, named in enumerate(known) if named), 0)
