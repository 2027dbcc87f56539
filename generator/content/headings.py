"""What the columns of a table of entries are called: as our format names them, or as offices usually do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.model import Entry

NAMES = {str(field.title): key for key, field in Entry.model_fields.items()} | {key: key for key in Entry.model_fields}
"""The keys of an entry by what a column is called in our format: its Chinese title or the key itself."""

_ALSO = {
    "number": "项目编号 作品编号 参赛编号 申报编号 报名编号 公示编号 受理编号 项目编码 作品编码 案例编号",
    "title": "项目 作品 作品名称 参赛项目 参赛项目名称 参赛作品 参赛作品名称 项目名 案例名称 申报项目 "
    "申报项目名称 获奖项目 获奖项目名称 获奖作品 入围项目 推荐项目 方案名称 解决方案 解决方案名称 成果名称",
    "unit": "申报单位 参赛单位 单位名称 单位 单位全称 牵头申报单位 牵头参赛单位 第一申报单位 申报单位名称 "
    "参赛单位名称 参赛单位全称 牵头单位名称 申报主体 参赛主体 完成单位 主要完成单位 第一完成单位 "
    "学校 参赛学校 所在学校 主申报单位 承担单位 实施单位 所在单位 所属单位 获奖单位 企业名称 参赛企业 申报企业 "
    "报名单位 报名主体 主体单位 牵头企业 项目单位 项目申报单位 项目牵头单位 项目承担单位 项目完成单位 "
    "作者单位 选手单位 团队单位 队伍单位 负责人单位 主创单位 牵头部门 申报部门 申报机构 参赛机构 建设单位",
    "partners": "联合单位 参与单位 联合申报单位 联合参赛单位 其他参赛单位 合作单位名称 协作单位 参加单位 "
    "支撑单位 技术支撑单位 技术支持单位 联合体单位 联合体成员 联合申报单位名称 其他完成单位 "
    "参与完成单位 其他单位 合作企业",
    "team": "团队 参赛团队 参赛团队名称 参赛队伍 参赛队伍名称 队伍名称 队名 团队名",
    "track": "组别 参赛组别 所属组别 方向 "
    "赛道简称 所属赛道 参赛赛道 申报赛道 报名赛道 所报赛道 赛道名称 赛道类别 赛道方向 参赛方向 领域 所属领域 行业领域",
    "topic": "课题 任务 题目 所选题目 所选赛题 选做题目 所属赛题 参赛赛题 申报赛题 赛题名称 赛题方向 选题",
    "region": "所在地区 所属地区 地市 所在地市 所属地市 城市 所在城市 市州 所在市州 所属市州 地市州 所在地 "
    "所在省份 省份 属地 所在市 所在省市 所在市县 所在区域 推荐地区 报送地区",
    "kind": "单位性质 单位类别 单位属性 企业性质 主体类型",
    "sme": "中小微企业 中小企业标识 企业规模",
    "finalist": "晋级 入围决赛 进入决赛 入围情况",
    "proposed": "拟获奖等级 拟授奖项 拟授予奖项 拟获奖等次 拟获奖情况 拟授奖等级 拟奖项 拟定奖项 建议奖项 建议等级",
    "awards": "获奖 获奖等级 获奖等次 获奖情况 获奖奖项 获奖名称 奖项名称 奖项等级 奖励等级 等次 等级 获奖级别 "
    "获奖类别 获奖结果 单项奖 单项奖名称 专项奖 专项奖名称 特色奖 特别奖 奖次 奖级 奖等 等次奖 等级奖 "
    "获奖名次 最终奖项 所获奖项 赛道及奖项 赛道奖项",
    "recommended": "推荐 推荐全国总决赛 推荐参加总决赛 推荐参加全国总决赛 推荐国赛 推荐参加国赛 推荐情况",
    "finals": "总决赛获奖 总决赛获奖情况 全国总决赛奖项 全国总决赛获奖情况 国赛奖项 国赛获奖情况",
}
_KEYS = NAMES | {word: key for key, words in _ALSO.items() for word in words.split()}

_ENGLISH = re.compile(r"(?<![\s/])[\s/]+(?!ID\b)[A-Za-z][A-Za-z .&'/()-]*$|^[A-Za-z][A-Za-z .&'/()-]*\s+(?=[一-龥])")
"""What stands beside or below a name: 项目名称 Project."""

_ASIDE = re.compile(r"\s|^是否为?|[（(].*?[）)]|[:：*＊]")
"""What a form adds to the name of a column: 是否中小企业（是/否）."""

_ROLE = re.compile(r"单位[（(](牵头|联合|参与|合作|协作|其他)(单位)?[）)]$")
"""Which of the units a column means: 参赛单位（参与）."""

_LATER = re.compile("第[2-6二三四五六](完成|申报|参赛|承担|参与)?单位")
_COUNTED = re.compile("(?P<name>.*单位)(?P<number>[1-9一二三四五六])")

_TITLED = re.compile("(项目|作品|案例|提案|论文)(名称|题目)$")
"""What the name of a project is called, whatever stands before: 改善项目名称."""

_TOP = 10
_SEVERAL = 3


@lru_cache(maxsize=4096)  # a long list is asked cell by cell, and says the same again and again
def key_of(title: str) -> str:
    """The key that a column is for; empty when nobody calls one so."""
    role = _ROLE.search(title)
    name = f"{role[1]}单位" if role else plain(title)
    if _LATER.fullmatch(name):
        return "partners"
    counted = _COUNTED.fullmatch(name)
    if counted and name not in _KEYS:
        return key_of(counted["name"]) if counted["number"] in "1一" else "partners"
    ways = {_KEYS.get(way, "") for way in re.split("[/／或]", name)}  # 项目/作品名称
    one = ways.pop() if len(ways) == 1 else ""
    return _KEYS.get(title) or _KEYS.get(name) or one or ("title" if _TITLED.search(name) else "")


def plain(title: str) -> str:
    """The name of a column without what a form adds to it."""
    return _ASIDE.sub("", _ENGLISH.sub("", title))


def place_of_head(rows: Sequence[Sequence[str]]) -> int:
    """Which row names the columns: the first at the top that names several, for a heading may stand above it."""
    known = (sum(bool(key_of(cell)) for cell in row) >= _SEVERAL for row in rows[:_TOP])
    return next((place for place, named in enumerate(known) if named), 0)
