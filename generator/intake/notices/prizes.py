"""The award scheme: levels, how many of each for which tracks, cash, special awards, what winners are given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.intake.manuscripts import PrintedPlace
from generator.intake.notices.award_clauses import (
    ALL_CASH,
    COUNT,
    LEVELS,
    MONEY,
    cny,
    counted,
    levels_in,
    own_names,
    paid,
    shared,
    with_cards,
)
from generator.intake.notices.fact import Fact, Gap, Tree, mapped
from generator.intake.structure.document_parts import Outline
from generator.intake.structure.seeking import Said, said, tables
from generator.text.numerals import NUMERAL

_AWARD = r"(?:(?<=“)[\u4e00-\u9fff]{2,14}奖(?=”)|[\u4e00-\u9fff]{2,8}?奖)"
_LISTED = re.compile(
    rf"(?:^|[、和及，；：（“]|(?:设|评|产生|另有|授予|颁发|获得?|包括|分别[为是])[立置选出]*(?:\d{{1,2}}[个名项])?|以及)(?P<name>{_AWARD})(?=[、和及，；：（）”等各]|\d|{NUMERAL}|若干|$|(?:特色|单项|专项|特别))"
)
"""A name of an award that is set, counted or listed."""
_HONOUR = re.compile(
    r"(?:“(?=[^”]*”(?:荣誉)?称号)|(?:设立?|[个名项]、)(?=优秀))(?P<name>[\u4e00-\u9fff]{4,10}?)(?=”|\d+[个名]|若干|，|$)"
)
"""A title that winners bear."""
_GENERIC = re.compile("特色单项奖|(?:特色|单项|专项|特别)奖")
_NOT_AWARDS = re.compile(
    "^线[上下]|技术能手|岗位能手|劳动奖章|劳动模范|其余|为|获奖|评奖|颁奖|(?<!建)设奖|授奖|中奖|领奖|其他奖|各奖|该奖|本奖|下奖|上奖|类奖|(?<!专)项奖$|等奖$|(?<!协)同奖|得奖|大奖|报奖"
)
_UNCERTAIN = "没有写明名额按赛道还是按全部计算，请核对"
_FORMS = "奖牌 奖杯 荣誉证书 获奖证书 电子证书 证书 奖金 现金奖励 奖状 奖品 荣誉奖牌 牌匾".split()
_OF_OTHERS = re.compile("(?:^|(?<=。))[^。]*由全国[^。]*(?:组委会|主办单位)[^。]*(?:另行|统一)[^。]*。?")
"""A sentence on awards that are not the notice's to give."""
_SECTION = "奖(?!仪式|典礼)"
_COUNTED_OVER_ALL = ("优秀奖", "优胜奖", "入围奖", "提名奖", "鼓励奖")
"""Levels that a clause of their own counts over the edition, unless it names tracks."""
_OTHER_TRACKS = re.compile("(?:其他|其余|其它)(?:各)?(?:\\d+个|" + NUMERAL + "个)?(?:专业|行业)?(?:赛道|赛题|组别)")
_EVERY_TRACK = re.compile(
    "(?:每[个条]?|各|每一)(?:专业|行业|竞赛)?(?:赛道|赛题方向|组别|组|项目(?=[各分]?[评设]))(?!.{0,4}合计)|按照?赛道|"
    rf"(?:\d+|{NUMERAL})个赛道(?=[各均分])"
)
_OF_EACH = re.compile(r"[\u4e00-\u9fff]{0,4}(?:[/／]|（?每个?)(?:赛道|组)")
"""`1支/赛道`, `1名（每赛道）`: what stands behind a number of each track."""
_IN_ONE = re.compile(
    "共(?:设|评)|合并|不分赛道|不按赛道|统一(?:排名|评|设)|合计|总计|全(?:省|市|区|赛|部)|大赛设|分赛设|全届"
)


_OF_ALL = re.compile("以上|上述|名额|按.{0,4}设|分别设")
"""What begins a clause on the numbers of all awards."""
_NUMBER_HEAD, _SUM_HEAD = (
    re.compile("数量|名额|设奖|数(?:$|（)|^每个?(?:赛道|组)$"),
    re.compile("奖金|金额|现金|奖励"),
)


@dataclass(frozen=True)
class Named:
    """A track as awards refer to it."""

    slug: str
    name: str
    kind: str
    among: str = ""
    """What the notice calls it together with some others."""


@dataclass(frozen=True)
class _Scope:
    kind: str
    tracks: tuple[str, ...] = ()
    doubt: str = ""


_Prizes = dict[str, tuple[int, PrintedPlace, str]]
"""Yuan by award, where that stands, why it must be looked at."""


@dataclass(frozen=True)
class _Counted:
    """A level, how many of it or what share of something, over what, and where that stands."""

    level: str
    count: int | None
    scope: _Scope
    place: PrintedPlace
    share: float | None = None
    of: str = ""


_Row = tuple[Sequence[str], Sequence[str], str, PrintedPlace]
"""A head, a row below it, what is said of the table, and where it stands."""


def awards(outline: Outline, tracks: Sequence[Named], doubt: str = "") -> Tree:
    """`awards.yml` as far as the notice tells it; `doubt` is that of the tracks."""
    about = re.compile("奖|称号|优秀|冠军|亚军|季军|：$")
    of_the_name = re.compile("|".join(re.findall("[\u4e00-\u9fff]{1,6}奖", outline.main.title)) or "(?!)")
    told = (replace(each, text=of_the_name.sub("", each.text)) for each in with_cards(_spoken(outline)))
    spoken = [each for each in told if about.search(each.text)]
    rows = list(_rows(outline))
    if own := own_names("\n".join([*(each.text for each in spoken), *("".join(row) for _, row, *_ in rows)])):
        usual = {name: level for level, name in own.items()}
        pattern = re.compile("|".join(usual))
        spoken = [replace(each, text=pattern.sub(lambda name: usual[name[0]], each.text)) for each in spoken]
    found = _awards(spoken, rows, tracks, doubt)
    return mapped(found, lambda _, leaf: _called(leaf, own)) if own else found


def _called(leaf: Fact | Gap, names: Mapping[str, str]) -> Fact | Gap:
    """The same with the name that the notice has."""
    return replace(leaf, value=names.get(leaf.value, leaf.value)) if isinstance(leaf, Fact) else leaf


def _awards(spoken: Sequence[Said], rows: Sequence[_Row], tracks: Sequence[Named], doubt: str) -> dict[str, Tree]:
    quotas = list(_quotas_of_rows(rows, tracks)) or list(_quotas(spoken, tracks))
    quotas = list(_narrowed(quotas, tracks))
    quotas += [each for each in _shares(spoken, tracks) if each.level not in [quota.level for quota in quotas]]
    special = _special(spoken)
    prizes = _prizes_of_rows(rows) or _prizes(spoken, [fact.value for fact in special])
    levels = _levels(spoken, quotas)
    names = [fact.value for fact in levels]
    every = next((each for each in spoken if _EVERY_TRACK.search(each.text) and "等奖" in each.text), None)
    if not quotas and every:
        unread = any(re.search(f"{COUNT.pattern}|其余", text) for text, _ in _clauses(spoken) if levels_in(text))
        scope = _Scope("track", doubt="名额没有读出来，请核对" if unread else "")
        quotas = [_Counted(level, None, scope, every.place) for level in names]
    principle = next((each for each in spoken if re.search("原则上.{0,12}(?:设|评|奖)", each.text)), None)
    complete = {quota.level for quota in quotas} >= {name for name in names if name.endswith("等奖")}
    told = ((at, [*row, *(h for h, c in zip(head, row, strict=False) if c == "√")]) for head, row, _, at in rows)
    given = (Said(f"颁发{'、'.join(cells)}", at) for at, cells in told if levels_in("".join(cells)))
    forms = _forms(spoken) or _forms(given)
    found: dict[str, Tree | None] = {
        "levels": [*levels] or [Gap("奖项等级")],
        "quotas": [_quota(quota, tracks, doubt) for quota in quotas if quota.level in names],
        "prizes": [{"level": Fact(k, p), "cny": Fact(v, p, d)} for k, (v, p, d) in prizes.items()],
        "special": [{"name": fact} for fact in special],
        "in_principle": Fact(True, principle.place) if principle else None,
        "total": _total(quotas, tracks, doubt) if complete else None,
        "forms": [*forms],
    }
    return {key: value for key, value in found.items() if value}


def _spoken(outline: Outline) -> list[Said]:
    """Sentences about awards: in the sections on them, else anywhere in the notice."""
    told = [replace(each, text=_OF_OTHERS.sub("", each.text)) for each in said(*outline.parts)]
    under = [each for each in told if each.under(_SECTION) and not each.under("赛程|日程|步骤")]
    return under or [each for each in told if re.search("设.{0,30}奖|[评授].{0,20}奖|奖.{0,6}\\d", each.text)]


def _clauses(spoken: Iterable[Said]) -> Iterator[tuple[str, Said]]:
    for each in spoken:
        for clause in re.split("[。；]", ALL_CASH.sub("", each.text)):
            yield clause, each


def _levels(spoken: Iterable[Said], quotas: Sequence[_Counted]) -> list[Fact]:
    found: dict[str, PrintedPlace] = {}
    for quota in quotas:
        found.setdefault(quota.level, quota.place)
    for text, each in _clauses(spoken):
        if quotas and not re.search("设|评", text):
            continue
        for level in levels_in(text):
            found.setdefault(level, each.place)
    return [Fact(level, found[level]) for level in LEVELS if level in found]


def _quotas(spoken: Sequence[Said], tracks: Sequence[Named]) -> Iterator[_Counted]:
    on_tracks = any(re.search("赛道|赛题|组别", each.text) for each in spoken)
    told = (t for t, _ in _clauses(spoken) if re.search("不[分按]赛道", t) or (not counted(t) and _OF_ALL.search(t)))
    besides = next((scope for text in told if (scope := _scope(text, tracks, ()))), None)
    leading: tuple[tuple[str, ...], _Scope | None] = ((), None)
    for each in spoken:
        if each.text.endswith("："):  # 每个赛道设： before a line for each award
            leading = each.path, _scope(each.text, tracks, ())
        for sentence in re.split("[。]", each.text):
            led = leading[0] == each.path[: len(leading[0])]
            scope = leading[1] if led else _scope("".join(each.path[-2:-1]), tracks, ())
            named: tuple[str, ...] = ()
            for clause in re.split(
                "；|(?<!赛道)，(?=(?:其他|其余|每个|各赛道|另|全|大赛))|(?<=[名个项])、(?=[^、，；]*赛道)", sentence
            ):
                pairs = counted(clause)
                if not pairs:
                    continue
                before = clause[: pairs[0].start] + clause[pairs[0].name_end : pairs[0].end]
                behind = _OF_EACH.match(clause, pairs[0].end) and _Scope("track")
                own = _scope(before, tracks, named) or behind
                whole = besides or _Scope("edition", doubt=_UNCERTAIN if on_tracks else "")
                if own is None and pairs[0].name in _COUNTED_OVER_ALL:
                    mine = _Scope("edition") if re.search("设|评", clause) or scope == _Scope("edition") else whole
                else:
                    mine = scope = own or scope or whole
                    named += mine.tracks
                yield from (_Counted(pair.name, pair.value, mine, each.place) for pair in pairs)


def _shares(spoken: Iterable[Said], tracks: Sequence[Named]) -> Iterator[_Counted]:
    """Levels that are given to a share of something."""
    for each in spoken:
        pairs, of = shared(each.text)
        for level, thousandths, start, *_ in pairs:
            scope = _scope(each.text[:start], tracks, ()) or _Scope("edition")
            yield _Counted(level, None, scope, each.place, (thousandths or 0) / 1000, of)


def _scope(before: str, tracks: Sequence[Named], named: tuple[str, ...]) -> _Scope | None:
    """What a number counts over, by the words before it; what these include is no part of them."""
    before = re.sub("（[包内]?[含括][^（）]*）", "", before)
    if re.search("每[道个]赛题|各赛题", before):
        return _Scope("edition", doubt="名额按赛题计算，请核对")
    if re.search("不[分按]赛道", before):
        return _Scope("edition")
    if _OTHER_TRACKS.search(before):
        return _Scope("track", tuple(track.slug for track in tracks if track.slug not in named))
    if among := tuple(track.slug for track in tracks if track.among and track.among in before):
        return _Scope("track", among)
    if found := tuple(track.slug for track in tracks if re.search(re.escape(track.name) + "(?:赛道|组)?", before)):
        if re.search("(?:专业|行业)赛道", before):
            found = tuple(track.slug for track in tracks if track.slug in found or track.kind != "open")
        together = "合计" in before or (re.search("共(?=[评设有])", before) and len(found) > 1)
        return _Scope("group" if together else "track", found)
    one_kind = re.search("(?:专业|行业)性?赛道", before) or (len(tracks) == 1 and re.search("[该本]赛道", before))
    if one_kind or _EVERY_TRACK.search(before):
        return _Scope("track")
    if _IN_ONE.search(before):
        return _Scope("edition")
    unread = _Scope("track", doubt="这里说的赛道没有读到，请核对")
    return unread if re.search("[\u4e00-\u9fff]赛道", before) else None


def _narrowed(quotas: Sequence[_Counted], tracks: Sequence[Named]) -> Iterator[_Counted]:
    """Numbers of many tracks without those that another number of the level names among fewer."""
    named = [set(quota.scope.tracks or (track.slug for track in tracks)) for quota in quotas]
    for quota, mine in zip(quotas, named, strict=True):
        others = [other for each, other in zip(quotas, named, strict=True) if each.level == quota.level]
        fewer = [other for other in others if len(other) < len(mine)]
        left = tuple(track.slug for track in tracks if track.slug in mine.difference(*fewer))
        narrower = quota.scope.kind == "track" and fewer and left
        yield replace(quota, scope=replace(quota.scope, tracks=left)) if narrower else quota


def _rows(outline: Outline) -> Iterator[_Row]:
    """Rows of tables on awards with their heads and what is said of the table; those that stand on end are turned."""
    for table in tables(*outline.parts):
        grid, about = table.grid.rows, table.before + "".join(table.path[-1:])
        if sum(bool(levels_in(cell)) for cell in grid[0]) > 1 and any(
            _NUMBER_HEAD.search(row[0]) or _SUM_HEAD.search(row[0]) for row in grid[1:]
        ):
            grid = tuple(zip(*grid, strict=True))
        yield from ((grid[0], row, about, table.grid.place) for row in grid[1:])


def _quotas_of_rows(rows: Sequence[_Row], tracks: Sequence[Named]) -> Iterator[_Counted]:
    """A row a level with its number, or a row a track with a column a level."""
    for head, row, about, place in rows:
        slugs = tuple(track.slug for track in tracks if any(track.name in cell for cell in row))
        own = [cell for cell in row if levels_in(cell)]
        columns_of = [(at, track.slug) for track in tracks for at, cell in enumerate(head) if track.name in cell]
        if own and len(columns_of) > 1:  # a column a track
            told = [(re.search(r"\d+", row[column]), slug) for column, slug in columns_of]
            name = levels_in(own[0])[0]
            yield from (_Counted(name, int(n[0]), _Scope("track", (slug,)), place) for n, slug in told if n)
            continue
        if sum(bool(levels_in(cell)) for cell in head) > 1:
            columns = [at for at, cell in enumerate(head) if levels_in(cell)] if slugs else []
            found = [(levels_in(head[at]), re.search(r"\d+", row[at]), "") for at in columns]
        elif own:
            at = [at for at, cell in enumerate(head) if _NUMBER_HEAD.search(cell) or COUNT.fullmatch(row[at])]
            found = [(levels_in(own[0]), re.search(r"\d+", row[at[0]]), head[at[0]] + row[at[0]])] if at else []
        else:
            continue
        for level, count, words in found:
            every = _EVERY_TRACK.search(words + about) or re.search("每|各", words)
            scope = _Scope("track", slugs) if slugs else _Scope("track" if every else "edition")
            if len(level) == 1 and count:
                yield _Counted(level[0], int(count[0]), scope, place)


def _prizes_of_rows(rows: Iterable[_Row]) -> _Prizes:
    found: _Prizes = {}
    for head, row, _, place in rows:
        names = [cell for cell in row if cell in LEVELS or re.fullmatch(_AWARD, cell)]
        for title, cell in zip(head, row, strict=False):
            unit = re.search("[（/](万|千)?元", title)
            plain = re.fullmatch(r"\d+(?:\.\d+)?", cell.replace(",", ""))
            money = MONEY.search(f"{plain[0]}{unit[1] or ''}元" if plain and unit else ALL_CASH.sub("", cell))
            if names and money and not re.search("小计|合计|总", title) and (_SUM_HEAD.search(title) or not plain):
                found[names[0]] = (cny(money), place, "")
    return found


def _quota(quota: _Counted, tracks: Sequence[Named], doubt: str) -> Tree:
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


def _total(quotas: Sequence[_Counted], tracks: Sequence[Named], doubt: str) -> Fact | None:
    """The sum of all numbers, when every one is told."""
    times = [(len(q.scope.tracks) or len(tracks)) if q.scope.kind == "track" else 1 for q in quotas]
    sums = [(quota.count or 0) * every for quota, every in zip(quotas, times, strict=True)]
    doubt = next((quota.scope.doubt for quota in quotas if quota.scope.doubt), doubt)
    return Fact(sum(sums), quotas[0].place, doubt) if quotas and all(sums) else None


def _prizes(spoken: Iterable[Said], special: Sequence[str]) -> _Prizes:
    """Cash by award; what a sentence sums up may be of the levels that the one before it names."""
    found: _Prizes = {}
    sentences = ((text, each) for each in spoken for text in ALL_CASH.sub("", each.text).split("。"))
    before: list[str] = []
    for text, each in sentences:
        for pair in paid(text, special, before):
            other = pair.name in found and found[pair.name][0] != pair.value
            doubt = "几处金额不同，请核对" if other else found[pair.name][2] if pair.name in found else ""
            found[pair.name] = (pair.value or 0, each.place, doubt)
        before = levels_in(text) or before
    return found


def _special(spoken: Iterable[Said]) -> list[Fact]:
    """Awards outside the order: those that are listed by name, else the general word for them."""
    listed: dict[str, Fact] = {}
    generic: dict[str, Fact] = {}
    for text, each in _clauses(spoken):
        for name in _special_in(text):
            listed.setdefault(name, Fact(name, each.place))
        if found := _GENERIC.search(text):
            generic.setdefault(found[0], Fact(found[0], each.place))
    longest = sorted(generic.values(), key=lambda fact: -len(fact.value))[:1]
    return list(listed.values()) or [fact for fact in longest if not re.search("等奖", fact.value)]


def _special_in(text: str) -> Iterator[str]:
    """Names of awards that a clause sets, counts or lists besides the levels."""
    if not re.search("设|评|另有|产生|授予|颁发|获|包括|\\d[个名项]|若干|称号|分别|奖：", text):
        return
    for pattern in (_LISTED, _HONOUR):
        for match in pattern.finditer(text):
            name = re.sub("^.*(?:(?<!建)设[立置]?|评[选出]|另评|以及|分别|产生|获|授予|颁发)", "", match["name"])
            if len(name) > 2 and name not in LEVELS and not _NOT_AWARDS.search(name) and not _GENERIC.fullmatch(name):
                yield name


def _forms(spoken: Iterable[Said]) -> list[Fact]:
    """What winners are handed, in the order of the first sentence that says so."""
    for text, each in _clauses(spoken):
        if not (given := re.search("颁发|(?<!奖金)发[放给]|授予|给予|得到|获得|奖励|形式", text)):
            continue
        whole = re.sub("不[发设含给颁][^，。；]*|(?:入围|参赛)证书|奖金(?=分别|各|为|\\d)", "", text)
        after = whole[given.start() :]
        part = after if any(form in after for form in _FORMS) else whole
        found = sorted((part.index(form), form) for form in _FORMS if form in part)
        kept = [form for _, form in found if not any(form != other and form in other for _, other in found)]
        if kept:
            return [Fact(form, each.place) for form in kept]
    return []
