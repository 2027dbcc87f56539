"""Levels of awards with the numbers and sums beside them, as sentences, cards and rows of tables write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import NamedTuple

from generator.intake.structure.seeking import Said
from generator.text.numerals import NUMERAL, number

LEVELS = tuple(
    "总冠军 特等奖 一等奖 二等奖 三等奖 四等奖 金奖 银奖 铜奖 冠军 亚军 季军 优胜奖 优秀奖 入围奖 提名奖 鼓励奖".split()
)
"""Awards that stand in an order, from the highest."""
_PRINTED = tuple({"金奖": "(?<![现资奖基])金奖(?!励)", "亚军": "(?<!冠)亚军"}.get(level, level) for level in LEVELS)
"""The same as patterns: there is no 金奖 in 现金奖励, and 冠亚军 is a pair of places."""
_SERIES = re.compile(
    r"(特等|特)?[、/]?(一)(?:等奖)?[、/]?(二)(?:等奖)?[、/]?(三)等奖|金(?:奖)?[、]?银(?:奖)?[、]?铜奖|一[、]二等奖|二[、]三等奖|冠[、]?亚[、]?季军"
)
_MARKS = (("金银铜", "奖"), ("冠亚季", "军"), ("特一二三", "等奖"))
"""What the levels of a series begin with, and how they end."""
_RANKS = rf"{_SERIES.pattern}|{'|'.join(_PRINTED[: LEVELS.index('优胜奖')])}"
_NAME = rf"{_RANKS}|{'|'.join(_PRINTED)}"
COUNT = re.compile(
    rf"(?<![第前\d.—~至-])(?<![工展席]位)(?P<count>\d{{1,3}}|{NUMERAL})\s*(?:个|名|项|支|件|组|队|份|人|家|套|篇|部)"
    "(?!赛道|赛题|专业|行业|工作日|方向|领域|月|奖项|类|组别|专题)|(?P<some>若干)"
)
MONEY = re.compile(
    rf"(?<!价值)(?<!面值)(?<!券)(?<!\d)(?<!\d[.,，])(?:[￥¥]\s*(?P<marked>\d[\d,，]*\d(?:\.\d+)?)(?P<marked_unit>万|千)?元?"
    rf"|(?P<sum>\d{{1,3}}(?:[,，]\d{{3}})+|\d+(?:\.\d+)?|{NUMERAL})\s*(?:(?P<unit>万|千|百)?元|(?P<bare>万)(?=[、，和/])))"
)
_ONE_UNIT = re.compile(r"(?<=\d)(?=[、/](?:\d{1,3}[、/])*\d{1,3}[个名项])")
"""Behind numbers that have the unit of the last: `各1、2、3名`."""
_SHARE = re.compile(r"(?P<share>\d{1,2}(?:\.\d+)?)\s*[%％]")
_BASE = re.compile(
    "(?:按照?|[以占]|[占为]本组)(?P<of>[\u4e00-\u9fff]{2,16}?(?:数量|总数|数|(?:作品|项目|团队|队伍)(?!总?数)))(?=的|总|为基数|[评设]|\\d)"
)
_OF_IT = re.compile(
    "[：（]?(?:分别|依次|各|均|占比|比例|的?数量|不超过|不高于|不多于|最多|约|按照?|[占为以的，])*(?:本组|该组)?"
    "(?:[\u4e00-\u9fff]{2,16}?(?:数量|总数|数|作品|项目|团队|队伍)的?(?:不超过|约)?)?"
)
"""What may stand between a level and its share; a share of money, or of smaller firms, is something else."""
_UNITS = {"万": 10_000, "千": 1_000, "百": 100, None: 1}
_OWN = re.compile(
    r"(?:^|[，；。、：“]|[评设选立置出])((?<=“)[\u4e00-\u9fff]{2,8}(?=”)|[\u4e00-\u9fff]{2,6}(?:奖|产品|作品|成果|案例))”?"
    rf"(?=(?:\d{{1,2}}|{NUMERAL})[个名项支，])",
    re.MULTILINE,
)
"""A level that has a name of its own."""
ALL_CASH = re.compile(
    "(?:总奖金|奖金(?:总额|池)|总奖池)[^，。；]*"
    r"|(?:\d[\d.,]*[万千百]?元?[、和至-])*\d[\d.,]*[万千百]?元(?:的|以内|以下)?[^，。；、元和及与并加]{0,8}(?:券|额度|贷款|资源包|服务包|保险|空间|算力|流量)"
)
"""Sums that no award brings in cash: what there is for all, and what things and services are worth."""
_FARTHEST, _CARD, _LINE = 24, 16, 40
"""Characters between a level and what is said of it; of a line that heads a card, and of a line on it."""


class Pair(NamedTuple):
    """A level or an award, what is said of it (None for 若干), where its name begins and ends, where the value ends."""

    name: str
    value: int | None
    start: int
    name_end: int
    end: int


def levels_in(text: str) -> list[str]:
    """The levels that a text names, in their order; 一、二、三等奖 are three."""
    found = re.findall("|".join(_PRINTED), text)
    for match in _SERIES.finditer(text):
        marks, end = next((each for each in _MARKS if each[0][-1] in match[0]), _MARKS[-1])
        found += [f"{mark}{end}" for mark in marks if mark in match[0]]
    return [level for level in LEVELS if level in found]


def own_names(text: str) -> dict[str, str]:
    """What a notice calls levels that it counts, from the highest, by usual names; empty where it uses any of these."""
    told = re.sub(r"\s*[×xX*]\s*(?=\d)", "", text)
    found = list(dict.fromkeys(re.sub("^(?:.*[评设])?[选立置出]*", "", name) for name in _OWN.findall(told)))
    if re.search(_NAME, text):  # besides 金穗奖, 银穗奖, which only differ in one character, there may be a 提名奖
        found = [] if re.search(_RANKS, text) else [name for name in found if _differ_in_one(name, found[0])]
    return dict(zip(LEVELS[2:], found, strict=False)) if len(found) > 1 else {}


def _differ_in_one(name: str, other: str) -> bool:
    """Whether two names are one, or of a series."""
    return len(name) == len(other) and sum(one != two for one, two in zip(name, other, strict=True)) < 2


def counted(text: str) -> list[Pair]:
    """How many there are of each level."""
    text = re.sub(r"(?<=奖)\s*[×xX*]\s*(\d{1,3})(?!\d)", r"\1个", text)
    return _pairs(each(_ONE_UNIT.sub("名", text)), _NAME, COUNT)


def shared(text: str) -> tuple[list[Pair], str]:
    """What share there is of each level, in thousandths, and of what; shares may stand before all levels."""
    shares, names = list(_SHARE.finditer(text)), list(re.finditer(_NAME, text))
    base = _BASE.search(text)
    levels = levels_in(re.split("[，；。]", text[names[0].start() :])[0]) if names else []  # not of ，其余为优秀奖
    if shares and len(levels) == len(shares) and shares[-1].end() <= names[0].start():
        pairs, first = zip(levels, shares, strict=True), shares[0].start()
        found = [Pair(level, _value(share), first, share.end(), share.end()) for level, share in pairs]
    else:
        told = ((pair, _SHARE.search(text, pair.name_end)) for pair in _pairs(text, _NAME, _SHARE))
        found = [pair for pair, first in told if first and _OF_IT.fullmatch(text, pair.name_end, first.start())]
    return found, base["of"] if base else ""


def each(text: str) -> str:
    """The text without a sum before what each track has of it."""
    return re.sub(rf"\d{{1,3}}[个名项]（(每个?(?:赛道|组别?)(?:\d{{1,3}}|{NUMERAL})[个名项])）", r"（\1）", text)


def paid(text: str, awards: Iterable[str], before: Sequence[str]) -> list[Pair]:
    """Yuan of each level or award; sums without any are of those that the sentence `before` names."""
    for level in levels_in("".join(re.findall("[^，。；（]*不[设发给]奖金", text))):
        text = text.replace(level, "")
    names = "|".join([_NAME, *map(re.escape, sorted(awards, key=len, reverse=True))])
    sums = list(MONEY.finditer(text))
    if sums and not re.search(names, text) and len(sums) == len(before):
        return [Pair(name, cny(found), 0, 0, found.end()) for name, found in zip(before, sums, strict=True)]
    return _pairs(text, names, MONEY)


def cny(match: re.Match[str]) -> int:
    """The sum that an amount is."""
    digits = re.sub("[,，]", "", match["marked"] or match["sum"])
    amount = float(digits) if re.fullmatch(r"[\d.]+", digits) else number(digits)
    return round(amount * _UNITS[match["marked_unit"] or match["unit"] or match["bare"]])


def _pairs(text: str, names: str, values: re.Pattern[str]) -> list[Pair]:
    """Runs of names, each with the run of values behind it: one for one, or one for all that it says."""
    told = _told(text, names, values)
    is_value_first = [each.re is values for each in told[:2]] == [True, False]
    if is_value_first and text[told[0].end() : told[1].start()] in ("", "的"):
        both = zip(told[::2], told[1::2], strict=False)  # 1个一等奖
        fit = ((value, name) for value, name in both if value.re is values is not name.re)
        return [Pair(name[0], _value(value), value.start(), name.end(), name.end()) for value, name in fit]
    runs = [list(group) for _, group in groupby(told, key=lambda each: each.re is values)]
    made = [pair for run, found in pairwise(runs) if found[0].re is values for pair in _of_runs(text, run, found)]
    first = {pair.name: pair for pair in reversed(made)}
    return sorted(first.values(), key=lambda pair: pair.start)


def _told(text: str, names: str, values: re.Pattern[str]) -> list[re.Match[str]]:
    """Names and values in their order; what begins within a name is no value."""
    named = list(re.finditer(names, text))
    within = {at for name in named for at in range(*name.span())}
    apart = (value for value in values.finditer(text) if value.start() not in within)
    return sorted([*named, *apart], key=re.Match.span)


def _of_runs(text: str, run: Sequence[re.Match[str]], found: Sequence[re.Match[str]]) -> Iterator[Pair]:
    """A run of names with the values behind it; when these are fewer, of the names after the last comma."""
    own = [(name, *each.span()) for each in run for name in levels_in(each[0]) or [each[0]]]
    between = text[run[-1].end() : found[0].start()]
    farthest = _FARTHEST * (2 if len(found) > 1 else 1)
    if len(between) > farthest or re.search("[。；]|推荐|晋级", between):
        return
    for_all = len(found) == 1 and re.search("[各均]", between)
    counts = [*found] * len(own) if for_all else found[: len(own)]
    last = [each for each in own if not re.search("[，；（]", text[each[2] : own[-1][1]])]
    mine = own if len(own) == len(counts) else last
    if len(mine) == len(counts):
        for (name, start, end), value in zip(mine, counts, strict=True):
            yield Pair(name, _value(value), start, end, value.end())


def _value(match: re.Match[str]) -> int | None:
    if match.re is _SHARE:
        return round(float(match["share"]) * 10)
    if match.re is MONEY:
        return cny(match)
    return None if match["some"] else number(match["count"])


def clauses(spoken: Iterable[Said]) -> Iterator[tuple[str, Said]]:
    """Clauses of paragraphs, without sums that no award brings, each with its paragraph."""
    for told in spoken:
        for clause in re.split("[。；]", ALL_CASH.sub("", told.text)):
            yield clause, told


def with_cards(spoken: Iterable[Said]) -> Iterator[Said]:
    """Paragraphs, where a line that is no more than a level goes together with the lines below it."""
    held: Said | None = None
    for each in spoken:
        if held and len(each.text) <= _LINE and not re.search(f"{_NAME}|^（?(?:以上|上述|注)|：$", each.text):
            held = replace(held, text=f"{held.text}，{each.text}")
            continue
        if held:
            yield held
            held = None
        if re.search(_NAME, each.text) and len(each.text) <= _CARD and not re.search("[，。；]|：$", each.text):
            held = each
        else:
            yield each
    if held:
        yield held
