"""The award scheme: levels, how many of each for which tracks, cash, special awards, what winners are given."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from generator.intake.manuscripts import PrintedPlace
from generator.intake.notices import quotas
from generator.intake.notices.award_clauses import (
    ALL_CASH,
    COUNT,
    LEVELS,
    MONEY,
    clauses,
    cny,
    counted,
    levels_in,
    own_names,
    paid,
    with_cards,
)
from generator.intake.notices.fact import Fact, Gap, Tree, mapped
from generator.intake.notices.quotas import EVERY_TRACK, LEADING, NUMBER_HEAD, LevelCount, PrizeRow, Scope
from generator.intake.structure.document_parts import Outline
from generator.intake.structure.seeking import Said, said, tables
from generator.intake.tracks.track_guide import FoundTrack
from generator.text.numerals import NUMERAL

_AWARD = r"(?:(?<=“)[\u4e00-\u9fff]{2,14}奖(?=”)|[\u4e00-\u9fff]{2,8}?奖)"
_LISTED = re.compile(
    rf"(?:^|[、和及，；：（“]|(?:设|评|产生|另有|授予|颁发|获得?|包括|分别[为是])[立置选出]*(?:\d{{1,2}}[个名项])?|以及)(?P<name>{_AWARD})(?=[、和及，；：（）”等各]|\d|{NUMERAL}|若干|$|(?:特色|单项|专项|特别))"
)
"""A name of an award that is set, counted or listed."""
_HONOUR = re.compile(
    r"(?:“(?=[^”]*”(?:(?:“[^”]*”)*(?:集体|个人|单项)?奖项|(?:荣誉)?称号))|(?:设立?|[个名项]、)(?=优秀)|^(?=优秀组织))(?P<name>[\u4e00-\u9fff]{4,10}?)(?=”|\d+[个名]|不超过|若干|，|$)"
)
"""A title that winners bear."""
_GENERIC = re.compile("特色单项奖|(?:特色|单项|专项|特别)奖")
_NOT_AWARDS = re.compile(
    "^线[上下]|技术能手|岗位能手|劳动奖章|劳动模范|其余|为|获奖|评奖|颁奖|(?<!建)设奖|授奖|中奖|领奖|其他奖|各奖|该奖|本奖|下奖|上奖|类奖|(?<!专)项奖$|等奖$|(?<!协)同奖|得奖|大奖|报奖"
)
_FORMS = "奖牌 奖杯 荣誉证书 获奖证书 电子证书 证书 奖金 现金奖励 奖状 奖品 荣誉奖牌 牌匾".split()
_OF_OTHERS = re.compile("(?:^|(?<=。))[^。]*由全国[^。]*(?:组委会|主办单位)[^。]*(?:另行|统一)[^。]*。?")
"""A sentence on awards that are not the notice's to give."""
_LOTTERY = re.compile("[\u4e00-\u9fff]{0,4}抽奖(?:活动|福利)?[：]?")
"""What stands above prizes for readers of a page, which come last."""
_IN_PRINCIPLE = re.compile("原则上(?!同一|每[所家]).{0,12}(?:设|评|奖)")
_NO_CASH = re.compile(
    "(?<![^，。；])(?:本(?:[届次]|年度?)|[大竞比分]赛|专场|赛事|活动|所有|各级?|奖项|但|均|一律)*"
    "不[再另]?[设发][置放]?(?:(?:现金)?奖金|现金奖励)(?![^，。；])"
)
"""A clause that says so of all, unlike 学生组不设奖金 or 重复获奖的不再发放奖金."""
_SECTION = "奖(?!仪式|典礼)|^名额"
_SUM_HEAD = re.compile("奖金|金额|现金|奖励")


class Sum(NamedTuple):
    """Yuan of an award, where that stands, the tracks that the sentence names before it, why it must be looked at."""

    level: str
    cny: int
    place: PrintedPlace
    tracks: tuple[str, ...] = ()
    doubt: str = ""


def awards(outline: Outline, tracks: Sequence[FoundTrack]) -> Tree:
    """`awards.yml` as far as the notice tells it."""
    about = re.compile(f"奖|称号|优秀|冠军|亚军|季军|设.*{COUNT.pattern}|{LEADING}")
    of_the_name = re.compile("|".join(re.findall("[\u4e00-\u9fff]{1,6}奖", outline.main.title)) or "(?!)")
    told = (replace(each, text=of_the_name.sub("", each.text)) for each in with_cards(_spoken(outline)))
    spoken = [each for each in told if about.search(each.text)]
    rows = list(_rows(outline))
    if own := own_names("\n".join([*(each.text for each in spoken), *("".join(row) for _, row, *_ in rows)])):
        usual = {name: level for level, name in own.items()}
        pattern = re.compile("|".join(usual))
        spoken = [replace(each, text=pattern.sub(lambda name: usual[name[0]], each.text)) for each in spoken]
    found = _awards(spoken, rows, tracks)
    named: Tree = mapped(
        found, lambda _, at: replace(at, value=own.get(at.value, at.value)) if isinstance(at, Fact) else at
    )
    return named


def _awards(spoken: Sequence[Said], rows: Sequence[PrizeRow], tracks: Sequence[FoundTrack]) -> dict[str, Tree]:
    doubt = next((track.doubt for track in tracks if track.doubt), "")
    counts = quotas.told(spoken, rows, tracks)
    special = _special(spoken)
    prizes = _prizes_of_rows(rows) or _prizes(spoken, [fact.value for fact in special], tracks)
    levels = _levels(spoken, counts)
    names = [fact.value for fact in levels]
    counts = counts or _in_every_track(spoken, names)
    found: dict[str, Tree | None] = {
        "levels": [*levels] or [Gap("奖项等级")],
        "quotas": [_quota(count, tracks, doubt) for count in counts if count.level in names],
        "prizes": [_prize(each) for each in prizes],
        "no_cash": None if prizes else _so(spoken, _NO_CASH.search),
        "special": [{"name": fact} for fact in special],
        "in_principle": _so(spoken, _IN_PRINCIPLE.search),
        "total": _total(counts, names, tracks, doubt),
        "forms": [*(_forms(spoken) or _forms(_given(rows)))],
    }
    return {key: value for key, value in found.items() if value}


def _so(spoken: Iterable[Said], is_said: Callable[[str], object]) -> Fact | None:
    """That something is so, where the first sentence says it."""
    return next((Fact(True, each.place) for each in spoken if is_said(each.text)), None)


def _in_every_track(spoken: Sequence[Said], levels: Iterable[str]) -> list[LevelCount]:
    """The levels that every track has, where no number was read."""
    every = next((each for each in spoken if EVERY_TRACK.search(each.text) and "等奖" in each.text), None)
    if every is None:
        return []
    unread = any(re.search(f"{COUNT.pattern}|其余", text) for text, _ in clauses(spoken) if levels_in(text))
    scope = Scope("track", doubt="名额没有读出来，请核对" if unread else "")
    return [LevelCount(level, None, scope, every.place) for level in levels]


def _given(rows: Iterable[PrizeRow]) -> Iterator[Said]:
    """Rows that say what winners of a level are handed, ticked columns by their heads, as sentences."""
    for row in rows:
        ticked = [title for title, cell in zip(row.head, row.cells, strict=False) if cell == "√"]
        if levels_in("".join([*row.cells, *ticked])):
            yield Said(f"颁发{'、'.join([*row.cells, *ticked])}", row.place)


def _spoken(outline: Outline) -> list[Said]:
    """Sentences about awards: in the sections on them, else anywhere in the notice."""
    above = takewhile(lambda each: not _LOTTERY.fullmatch(each.text), said(*outline.parts))
    told = [replace(each, text=_OF_OTHERS.sub("", each.text)) for each in above]
    under = [each for each in told if each.under(_SECTION) and not each.under("赛程|日程|步骤")]
    if under and not any(counted(each.text) for each in under):  # the rounds may say what they award
        under += [each for each in told if re.search("[评决产]出[^。]*奖", each.text) and counted(each.text)]
    return under or [each for each in told if re.search("设.{0,30}奖|[评授].{0,20}奖|奖.{0,6}\\d", each.text)]


def _levels(spoken: Iterable[Said], counts: Sequence[LevelCount]) -> list[Fact]:
    found: dict[str, PrintedPlace] = {}
    for count in counts:
        found.setdefault(count.level, count.place)
    for text, each in clauses(spoken):
        if re.search("往届|上届|曾获", text) or (counts and not re.search("设|评", text)):
            continue
        for level in levels_in(text):
            found.setdefault(level, each.place)
    return [Fact(level, found[level]) for level in LEVELS if level in found]


def _rows(outline: Outline) -> Iterator[PrizeRow]:
    """Rows of tables on awards; those of tables that stand on end are turned."""
    for table in tables(*outline.parts):
        grid, about = table.grid.rows, table.before + "".join(table.path[-1:])
        heads_below = any(NUMBER_HEAD.search(row[0]) or _SUM_HEAD.search(row[0]) for row in grid[1:])
        if heads_below and sum(bool(levels_in(cell)) for cell in grid[0]) > 1:
            grid = tuple(zip(*grid, strict=True))
        yield from (PrizeRow(grid[0], row, about, table.grid.place) for row in grid[1:])


def _prizes_of_rows(rows: Iterable[PrizeRow]) -> list[Sum]:
    found: dict[str, list[Sum]] = {}
    for row in rows:
        name = next((cell for cell in row.cells if cell in LEVELS or re.fullmatch(_AWARD, cell)), None)
        for title, cell in zip(row.head, row.cells, strict=False):
            whose, sum_ = name or next(iter(levels_in(title)), None), _sum_in(title, cell)
            if whose and sum_:
                found.setdefault(whose, []).append(Sum(whose, sum_, row.place))
    return [prize for sums in found.values() for prize in _of_one(sums)]


def _sum_in(title: str, cell: str) -> int | None:
    """Yuan in a cell: written with their unit, or a bare number below a head on money that has the unit."""
    if re.search("小计|合计|总", title):
        return None
    bare = re.fullmatch(r"\d+(?:\.\d+)?", cell.replace(",", ""))
    if bare and not _SUM_HEAD.search(title):
        return None
    unit = re.search("[（/](万|千)?元", title)
    money = MONEY.search(f"{bare[0]}{unit[1] or ''}元" if bare and unit else ALL_CASH.sub("", cell))
    return cny(money) if money else None


def _quota(quota: LevelCount, tracks: Sequence[FoundTrack], doubt: str) -> Tree:
    place, scope = quota.place, quota.scope
    lost = doubt or "没有读到赛道，请核对" * (not tracks)
    found: dict[str, Tree] = {"scope": Fact(scope.kind, place, scope.doubt or (lost if scope.kind == "track" else ""))}
    if scope.tracks and len(scope.tracks) < len(tracks):
        found["tracks"] = [Fact(track) for track in scope.tracks]
    found["level"] = Fact(quota.level, place)
    if quota.share is None:
        return {**found, "count": Fact(quota.count, place)}
    found["share"] = Fact(quota.share, place)
    return found | ({"of": Fact(quota.of, place)} if quota.of else {})


def _total(
    counts: Sequence[LevelCount], levels: Iterable[str], tracks: Sequence[FoundTrack], doubt: str
) -> Fact | None:
    """The sum of all numbers, when every one is told and no level in the order is without."""
    if not counts or {level for level in levels if level.endswith("等奖")} - {count.level for count in counts}:
        return None
    times = [(len(each.scope.tracks) or len(tracks)) if each.scope.kind == "track" else 1 for each in counts]
    sums = [(each.count or 0) * every for each, every in zip(counts, times, strict=True)]
    doubt = next((each.scope.doubt for each in counts if each.scope.doubt), doubt)
    return Fact(sum(sums), counts[0].place, doubt) if all(sums) else None


def _prizes(spoken: Iterable[Said], special: Sequence[str], tracks: Sequence[FoundTrack]) -> list[Sum]:
    """Cash by award; what a sentence sums up may be of the levels that the one before it names."""
    found: dict[str, list[Sum]] = {}
    sentences = ((text, each) for each in spoken for text in ALL_CASH.sub("", each.text).split("。"))
    before: list[str] = []
    for text, each in sentences:
        for pair in paid(text, special, before):
            named = quotas.of_named(text[: pair.start], tracks)
            own = named.tracks if named else ()
            found.setdefault(pair.name, []).append(Sum(pair.name, pair.value or 0, each.place, own))
        before = levels_in(text) or before
    return [prize for sums in found.values() for prize in _of_one(sums)]


def _of_one(sums: Sequence[Sum]) -> Sequence[Sum]:
    """What one award brings: a sum, or other ones in other tracks where each sentence names its own; else a doubt."""
    named = [slug for each in sums for slug in each.tracks]
    if len({each.cny for each in sums}) == 1:
        return [sums[-1]._replace(tracks=())]
    if all(each.tracks for each in sums) and len(named) == len(set(named)):
        return sums
    return [sums[-1]._replace(tracks=(), doubt="几处金额不同，请核对")]


def _prize(prize: Sum) -> Tree:
    made: dict[str, Tree] = {"level": Fact(prize.level, prize.place), "cny": Fact(prize.cny, prize.place, prize.doubt)}
    return made | ({"tracks": [Fact(track) for track in prize.tracks]} if prize.tracks else {})


def _special(spoken: Sequence[Said]) -> list[Fact]:
    """Awards outside the order: those that are listed by name, else the general word for them."""
    listed: dict[str, Fact] = {}
    generic: dict[str, Fact] = {}
    for text, each in clauses(spoken):
        for name in _special_in(text):
            listed.setdefault(name, Fact(name, each.place))
        if found := _GENERIC.search(text):
            generic.setdefault(found[0], Fact(found[0], each.place))
    text = "".join(each.text for each in spoken)
    divided = set(re.findall("(?=([\u4e00-\u9fff]{2,8}奖)(?:的?设[定置]|分)?[为设：]{1,2}(?:特等|一等|金)奖)", text))
    listed = {name: fact for name, fact in listed.items() if name not in divided}
    longest = sorted(generic.values(), key=lambda fact: -len(fact.value))[:1]
    return list(listed.values()) or [fact for fact in longest if not re.search("等奖", fact.value)]


def _special_in(text: str) -> Iterator[str]:
    """Names of awards that a clause sets, counts or lists besides the levels."""
    told = re.search("设|评|另有|产生|授予|颁发|获|包括|\\d[个名项件家]|若干|称号|分别|奖：", text)
    if not told or re.search("推荐[^，。；]*(?:参加|参与|评选|申报)", text):
        return
    for pattern in (_LISTED, _HONOUR):
        for match in pattern.finditer(text):
            name = re.sub("^.*(?:(?<!建)设(?!计)[立置]?|评[选出]|另评|以及|分别|产生|获|授予|颁发)", "", match["name"])
            if len(name) > 2 and name not in LEVELS and not _NOT_AWARDS.search(name) and not _GENERIC.fullmatch(name):
                yield name


def _forms(spoken: Iterable[Said]) -> list[Fact]:
    """What winners are handed, in the order of the first sentence that says so."""
    for text, each in clauses(spoken):
        whole = re.sub("不[发设含给颁][^，。；]*|(?:入围|参赛)证书|奖金(?=分别|各|为|\\d)", "", text)
        if not (given := re.search("颁发|(?<!奖金)发[放给]|授予|给予|得到|获得|奖励|形式", whole)):
            continue
        after = whole[given.start() :]
        part = after if any(form in after for form in _FORMS) else whole
        found = sorted((part.index(form), form) for form in _FORMS if form in part)
        kept = [form for _, form in found if not any(form != other and form in other for _, other in found)]
        if kept:
            return [Fact(form, each.place) for form in kept]
    return []
