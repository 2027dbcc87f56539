"""The award scheme: levels, how many of each for which tracks, cash, special awards, what winners are given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.intake.manuscripts import PrintedPlace
from generator.intake.notices.fact import Fact, Gap, Tree
from generator.intake.structure.document_parts import Outline
from generator.intake.structure.seeking import Said, column, said, tables
from generator.intake.structure.typing_marks import NUMERAL, number

LEVELS = tuple("特等奖 一等奖 二等奖 三等奖 四等奖 金奖 银奖 铜奖 优胜奖 优秀奖 入围奖 提名奖 鼓励奖".split())
"""Awards that stand in an order, from the highest."""
_SERIES = re.compile(
    r"(特等|特)?[、]?(一)(?:等奖)?[、]?(二)(?:等奖)?[、]?(三)等奖|金[、]?银[、]?铜奖|一[、]二等奖|二[、]三等奖"
)
_AWARD = r"[\u4e00-\u9fff]{2,8}?奖"
_COUNT = rf"(?P<count>\d{{1,3}}|{NUMERAL})\s*(?:个|名|项|支|件|组|队)"
_BETWEEN = "各|名额|数量|为|：|（|不超过|不多于|共|[,，]|每个?赛道|各?赛道"
_EACH = re.compile(rf"(?P<level>{'|'.join(LEVELS)})(?:奖项)?(?:{_BETWEEN})*{_COUNT}")
_SOME = re.compile(rf"(?P<level>{'|'.join(LEVELS)})若干")
_MONEY = re.compile(rf"(?P<sum>\d{{1,3}}(?:[,，]\d{{3}})+|\d+(?:\.\d+)?|{NUMERAL})\s*(?P<unit>万|千|百)?元")
_ALL_CASH = re.compile("(?:总奖金|奖金(?:总额|池))[^，。；]*")
_NEXT_TO = re.compile(
    rf"(?P<level>{'|'.join(LEVELS)}|(?<=[、，。；：和及设]){_AWARD}(?<!等奖))"
    rf"(?:{_COUNT.replace('P<count>', ':')}|[每各均](?:个?赛道|[个项名队人])?|奖金|奖励|奖|现金|人民币|"
    rf"给予|为|[：，（])*{_MONEY.pattern}"
)
"""A sum with the award that it stands beside."""
_UNITS = {"万": 10_000, "千": 1_000, "百": 100, None: 1}
_SPECIAL_LIST = re.compile(
    rf"(?P<list>{_AWARD}(?:[、和及]{_AWARD})*)等?(?:若干)?(?:等)?(?:\d+个)?(?:特色(?:单项)?奖项?|单项奖项?|专项奖项?|特别奖项?)"
)
_SPECIAL_NAMED = re.compile(
    rf"(?:特色(?:单项)?奖项?|单项奖项?|专项奖项?|特别奖项?)(?:包括|分别为|：|（|，即|，分别是|，包括)(?P<list>{_AWARD}(?:[、和及]{_AWARD})*)"
)
_SPECIAL_SET = re.compile(rf"(?:(?:另|增|还|并|同时)(?:设立?|设置|评选?)|授予)(?P<list>{_AWARD}(?:[、和及]{_AWARD})*)")
_COUNTED_AWARD = re.compile(rf"(?:^|[、，；：（]|设立?|设置)(?P<list>{_AWARD})[：（]?(?:{_COUNT}|若干)")
_GENERIC = re.compile("特色单项奖|(?:特色|单项|专项|特别)奖")
_NOT_AWARDS = re.compile(
    "获奖|评奖|颁奖|设奖|授奖|中奖|领奖|其他奖|各奖|该奖|本奖|下奖|上奖|类奖|项奖$|等奖$|同奖|得奖|大奖|报奖"
)
_UNCERTAIN = "没有写明名额按赛道还是按全部计算，请核对"
_FORMS = ("奖牌", "奖杯", "荣誉证书", "获奖证书", "证书", "奖金", "现金奖励", "奖状", "奖品", "荣誉奖牌", "牌匾")
_SECTION = "奖(?!仪式|典礼)"
_COUNTED_OVER_ALL = ("优秀奖", "优胜奖", "入围奖", "提名奖", "鼓励奖")
"""Levels that a clause of their own counts over the edition, unless it names tracks."""
_OTHER_TRACKS = re.compile("(?:其他|其余|其它)(?:各)?(?:\\d+个|" + NUMERAL + "个)?(?:专业|行业)?(?:赛道|赛题|组别)")
_EVERY_TRACK = re.compile(
    "(?:每个?|各|每一)(?:专业|行业|竞赛)?(?:赛道|赛题方向|组别|组|项目(?=[各分]?[评设]))(?!.{0,4}合计)|按(?:照)?赛道"
)
_PROFESSIONAL = re.compile(r"(?:\d+|" + NUMERAL + r")?个?(?:专业|行业)(?:性)?赛道")


@dataclass(frozen=True)
class Named:
    """A track as awards refer to it."""

    slug: str
    name: str
    kind: str


@dataclass(frozen=True)
class _Scope:
    kind: str
    tracks: tuple[str, ...] = ()
    doubt: str = ""


_Prizes = dict[str, tuple[int, PrintedPlace, str]]
"""Yuan by award, where that stands, why it must be looked at."""
_Counted = tuple[str, int | None, _Scope, PrintedPlace]
"""A level, how many of it, over what, and where that stands."""


def awards(outline: Outline, tracks: Sequence[Named]) -> Tree:
    """`awards.yml` as far as the notice tells it."""
    spoken = [each for each in _spoken(outline) if "奖" in each.text or each.text.endswith("：")]
    quotas = list(_quotas_of_tables(outline, tracks)) or list(_quotas(spoken, tracks))
    prizes = _prizes_of_tables(outline) or _prizes(spoken)
    special = _special(spoken)
    levels = _levels(spoken, quotas, prizes)
    names = [fact.value for fact in levels]
    if not quotas and levels and any(_EVERY_TRACK.search(each.text) and "等奖" in each.text for each in spoken):
        each = next(each for each in spoken if _EVERY_TRACK.search(each.text) and "等奖" in each.text)
        quotas = [(level, None, _Scope("track"), each.place) for level in names]
    rest = [award for award in prizes if award not in names]
    special += [Fact(award, prizes[award][1]) for award in rest if award not in [fact.value for fact in special]]
    found: dict[str, Tree] = {"levels": list(levels) or [Gap("奖项等级")]}
    if quotas:
        found["quotas"] = [_quota(quota, tracks) for quota in quotas if quota[0] in names]
    if prizes:
        found["prizes"] = [{"level": Fact(k, p), "cny": Fact(v, p, doubt)} for k, (v, p, doubt) in prizes.items()]
    if special:
        found["special"] = [{"name": fact} for fact in special]
    principle = next((each for each in spoken if re.search("原则上.{0,12}(?:设|评|奖)", each.text)), None)
    if principle:
        found["in_principle"] = Fact(True, principle.place)
    if (total := _total(quotas, tracks)) is not None:
        found["total"] = total
    return found | ({"forms": list(forms)} if (forms := _forms(spoken)) else {})


def _spoken(outline: Outline) -> Iterator[Said]:
    """Sentences about awards: in the sections on them, else anywhere in the notice, else in annexes."""
    under = [each for each in said(outline.main) if each.under(_SECTION) and not each.under("赛程|日程|步骤")]
    under = under or [each for each in said(outline.main) if each.under(_SECTION)]
    yield from under or [each for each in said(outline.main) if re.search("设.{0,30}奖|奖.{0,6}\\d", each.text)]
    for annex in outline.annexes:
        if re.search("奖", annex.title):
            yield from said(annex)
        elif not under:
            yield from (each for each in said(annex) if each.under(_SECTION))


def _clauses(spoken: Iterable[Said]) -> Iterator[tuple[str, Said]]:
    """The clauses without what they say of all cash together."""
    for each in spoken:
        for clause in re.split("[。；]", _ALL_CASH.sub("", each.text)):
            yield clause, each


def _levels(spoken: Iterable[Said], quotas: Sequence[Any], prizes: Iterable[str]) -> list[Fact]:
    found: dict[str, PrintedPlace] = {}
    for level, _, _, place in quotas:
        found.setdefault(level, place)
    for text, each in _clauses(spoken):
        if quotas and not re.search("设|评", text):
            continue
        for level in _levels_in(text):
            found.setdefault(level, each.place)
    for level in prizes:
        if level in LEVELS and "等奖" in level:
            found.setdefault(level, quotas[0][3] if quotas else PrintedPlace())
    return [Fact(level, found[level]) for level in LEVELS if level in found]


def _levels_in(text: str) -> list[str]:
    found = [level for level in LEVELS if level in text]
    for match in _SERIES.finditer(text):
        if "金" in match[0]:
            found += ["金奖", "银奖", "铜奖"]
        else:
            found += [f"{mark}等奖" for mark in "特一二三" if mark in match[0]]
    return list(dict.fromkeys(level for level in LEVELS if level in found))


def _quotas(spoken: Sequence[Said], tracks: Sequence[Named]) -> Iterator[_Counted]:
    uncertain = _UNCERTAIN if any(re.search("赛道|赛题|组别", each.text) for each in spoken) else ""
    leading: tuple[tuple[str, ...], _Scope | None] = ((), None)
    for each in spoken:
        if each.text.endswith("："):  # 每个赛道设： before a line for each award
            leading = each.path, _scope(each.text, tracks, ())
        for sentence in re.split("[。]", each.text):
            scope = leading[1] if leading[0] == each.path else None
            named: tuple[str, ...] = ()
            for clause in re.split(
                "；|，(?=(?:其他|其余|每个|各赛道|另|全|大赛))|(?<=[名个项])、(?=[^、，；]*赛道)", sentence
            ):
                pieces = list(_counted(clause))
                if not pieces:
                    continue
                own = _scope(clause[: pieces[0][2]], tracks, named)
                if own is None and scope is None and re.search("[每各](?![项个名]?奖)", clause[: pieces[0][2] - 6]):
                    own = _Scope("edition", doubt=_UNCERTAIN)
                if own is None and pieces[0][0] in _COUNTED_OVER_ALL:
                    mine = _Scope("edition", doubt="" if "设" in clause else uncertain)
                else:
                    mine = scope = own or scope or _Scope("edition", doubt=uncertain)
                    named += mine.tracks
                yield from ((level, count, mine, each.place) for level, count, _ in pieces)


def _counted(clause: str) -> list[tuple[str, int | None, int]]:
    """Levels with how many of each (None for 若干), and up to where the words stand that say over what."""
    found: list[tuple[str, int | None, int]]
    found = [(match["level"], number(match["count"]), match.end("level") + 6) for match in _EACH.finditer(clause)]
    found += [(match["level"], None, match.end("level") + 6) for match in _SOME.finditer(clause)]
    for match in re.finditer(rf"{_COUNT}(?P<level>{'|'.join(LEVELS)})", clause):
        if match["level"] not in [level for level, _, _ in found]:
            found.append((match["level"], number(match["count"]), match.start()))
    for match in re.finditer(rf"(?P<list>一[、]?二[、]?三等奖)各{_COUNT}", clause):
        found += [(f"{mark}等奖", number(match["count"]), match.start()) for mark in "一二三"]
    unique = {level: (level, count, at) for level, count, at in reversed(found)}
    return sorted(unique.values(), key=lambda item: item[2])


def _scope(before: str, tracks: Sequence[Named], named: tuple[str, ...]) -> _Scope | None:
    """What a number counts over, by the words before it."""
    if re.search("每[道个]赛题|各赛题", before):
        return _Scope("edition", doubt="名额按赛题计算，请核对")
    if _OTHER_TRACKS.search(before):
        return _Scope("track", tuple(track.slug for track in tracks if track.slug not in named))
    if found := tuple(track.slug for track in tracks if re.search(re.escape(track.name) + "(?:赛道|组)?", before)):
        together = "合计" in before or ("共" in before and len(found) > 1)
        return _Scope("group" if together else "track", found)
    if _PROFESSIONAL.search(before) and any(track.kind != "professional" for track in tracks):
        return _Scope("track", tuple(track.slug for track in tracks if track.kind == "professional"))
    if re.search("开放(?:性)?(?:创新)?赛道|创新赛道", before) and any(track.kind == "open" for track in tracks):
        return _Scope("track", tuple(track.slug for track in tracks if track.kind == "open"))
    if _EVERY_TRACK.search(before) or _PROFESSIONAL.search(before):
        return _Scope("track")
    if re.search("共(?:设|评)|合计|总计|全(?:省|市|区|赛|部)|大赛设|分赛设|全届", before):
        return _Scope("edition")
    return None


def _quotas_of_tables(outline: Outline, tracks: Sequence[Named]) -> Iterator[_Counted]:
    """Tables of awards: a row a level with a column of numbers, or a row a track with a column a level."""
    for table in tables(*outline.parts):
        head, place = table.grid.rows[0], table.grid.place
        columns = [p for p, cell in enumerate(head) if _levels_in(cell)]
        number_at = column(head, "数量|名额|个数|设奖数")
        if number_at is not None and any(_levels_in(row[0] + row[1]) for row in table.grid.rows[1:]):
            about = head[number_at] + table.before + "".join(table.path[-1:])
            scope = _Scope("track") if re.search("每个?赛道|各赛道", about) else _Scope("edition")
            for row in table.grid.rows[1:]:
                level, count = _levels_in("".join(row[:number_at])), re.search(r"\d+", row[number_at])
                if len(level) == 1 and count:
                    per = _Scope("track") if re.search("每|各", row[number_at]) else scope
                    yield level[0], int(count[0]), per, place
        elif len(columns) > 1:
            yield from _of_matrix(table.grid.rows, columns, tracks, place)


def _of_matrix(
    rows: Sequence[Sequence[str]], columns: Sequence[int], tracks: Sequence[Named], place: PrintedPlace
) -> Iterator[_Counted]:
    for row in rows[1:]:
        slugs = tuple(track.slug for track in tracks if any(track.name in cell for cell in row[: columns[0]]))
        for place_of_level in columns:
            if slugs and (count := re.search(r"\d+", row[place_of_level])):
                yield _levels_in(rows[0][place_of_level])[0], int(count[0]), _Scope("track", slugs), place


def _quota(quota: _Counted, tracks: Sequence[Named]) -> Tree:
    level, count, scope, place = quota
    lost = "没有读到赛道，请核对" if scope.kind == "track" and not tracks else ""
    found: dict[str, Tree] = {"scope": Fact(scope.kind, place, scope.doubt or lost)}
    if scope.tracks and len(scope.tracks) < len(tracks):
        found["tracks"] = [Fact(track) for track in scope.tracks]
    return {**found, "level": Fact(level, place), "count": Fact(count, place)}


def _total(quotas: Sequence[_Counted], tracks: Sequence[Named]) -> Fact | None:
    """The sum of all numbers, when every one is told."""
    counts = [
        None if count is None else count * ((len(scope.tracks) or len(tracks)) if scope.kind == "track" else 1)
        for _, count, scope, _ in quotas
    ]
    doubt = next((scope.doubt for _, _, scope, _ in quotas if scope.doubt), "")
    known = [count for count in counts if count is not None]
    return Fact(sum(known), quotas[0][3], doubt) if quotas and len(known) == len(counts) and all(known) else None


def _prizes(spoken: Iterable[Said]) -> _Prizes:
    """Cash by award: lists that correspond (`一、二等奖…分别…3万元、2万元`), or a sum right after each award."""
    found: _Prizes = {}
    for text, each in _clauses(spoken):
        for name, cny in _paired(text):
            doubt = "几处金额不同，请核对" if name in found and found[name][0] != cny else ""
            found[name] = (cny, each.place, doubt or (found[name][2] if name in found else ""))
    return found


def _paired(text: str) -> Iterator[tuple[str, int]]:
    """Awards of a clause with their sums."""
    sums = list(_MONEY.finditer(text))
    names = _awards_in(text[: sums[0].start()]) if sums else []
    if len(sums) > 1 and len(names) == len(sums):
        yield from zip(names, map(_cny, sums), strict=True)
    elif len(sums) == 1 and len(names) > 1 and re.search("[各均]", text):
        yield from ((name, _cny(sums[0])) for name in names)
    else:
        yield from ((match["level"], _cny(match)) for match in _NEXT_TO.finditer(text))


def _awards_in(text: str) -> list[str]:
    """Awards in the order of a text, `一、二、三等奖` taken apart."""
    text = re.sub(rf"(?:各|分别)?{_COUNT.replace('P<count>', ':')}|奖金|现金|人民币|为?每[个项名]?", "、", text)
    text = _SERIES.sub(lambda match: "、".join(_levels_in(match[0])), text)
    cut = re.split("[、，。；：（）和及与对获得的给予为]|设[立置]?|评[选出]?|分别|奖励|每[个项名]", text)
    return [
        part.strip()
        for part in cut
        if (re.fullmatch(_AWARD, part.strip()) and not _NOT_AWARDS.search(part)) or part in LEVELS
    ]


def _cny(match: re.Match[str]) -> int:
    digits = re.sub("[,，]", "", match["sum"])
    amount = float(digits) if re.fullmatch(r"[\d.]+", digits) else number(digits)
    return round(amount * _UNITS[match["unit"]])


def _prizes_of_tables(outline: Outline) -> _Prizes:
    found: _Prizes = {}
    for table in tables(*outline.parts):
        head = table.grid.rows[0]
        cash = column(head, "奖金|金额|现金|奖励")
        if cash is None:
            continue
        unit = re.search("[（/](万|千)?元", head[cash])
        for row in table.grid.rows[1:]:
            names = [cell for cell in row[:cash] if cell in LEVELS or re.fullmatch(_AWARD, cell)]
            money = _MONEY.search(re.sub(r"[￥¥]\s*([\d.,，]+)元?", r"\1元", row[cash]))
            plain = re.fullmatch(r"(\d+(?:\.\d+)?)", row[cash].replace(",", ""))
            if names and money:
                found[names[0]] = (_cny(money), table.grid.place, "")
            elif names and plain and unit:
                found[names[0]] = (round(float(plain[1]) * _UNITS[unit[1]]), table.grid.place, "")
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
    """Names of awards that a clause lists as special, sets besides, or counts."""
    if re.search("设|评选|评出", text):
        yield from (name for name in re.findall("“([\u4e00-\u9fff]{2,8}奖)”", text) if name not in LEVELS)
    for pattern in (_SPECIAL_LIST, _SPECIAL_NAMED, _SPECIAL_SET, _COUNTED_AWARD):
        for match in pattern.finditer(text):
            for part in re.split("[、和及]", match["list"]):
                name = re.sub("^.*(?:增设|设立|设置|评选|评出|设|以及|分别)", "", part)
                if name not in LEVELS and not _NOT_AWARDS.search(name) and not _GENERIC.fullmatch(name):
                    yield name


def _forms(spoken: Iterable[Said]) -> list[Fact]:
    """What winners are handed, in the order of the first sentence that says so."""
    for text, each in _clauses(spoken):
        if not (given := re.search("颁发|发放|授予|给予|奖励|形式", text)):
            continue
        after = text[given.start() :]
        part = after if any(form in after for form in _FORMS) else text
        found = sorted((part.index(form), form) for form in _FORMS if form in part)
        kept = [form for _, form in found if not any(form != other and form in other for _, other in found)]
        if kept:
            return [Fact(form, each.place) for form in kept]
    return []
