"""How many awards of each level there are, and over what they count: as sentences and rows of tables tell it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.intake.manuscripts import PrintedPlace
from generator.intake.notices.award_clauses import COUNT, clauses, counted, levels_in, shared
from generator.intake.structure.seeking import Said
from generator.intake.tracks.track_guide import FoundTrack
from generator.text.numerals import NUMERAL

_UNCERTAIN = "没有写明名额按赛道还是按全部计算，请核对"
_COUNTED_OVER_ALL = ("优秀奖", "优胜奖", "入围奖", "提名奖", "鼓励奖")
"""Levels that a clause of their own counts over the edition, unless it names tracks."""
_OTHER_TRACKS = re.compile(f"(?:其他|其余|其它)(?:各)?(?:\\d+个|{NUMERAL}个)?(?:专业|行业)?(?:赛道|赛题|组别)")
EVERY_TRACK = re.compile(
    "(?:每[个条]?|各|每一)(?:专业|行业|竞赛)?(?:赛道|赛题方向|组别|类别|专题|赛项|组|项目(?=[各分]?[评设]))(?!.{0,4}合计)|按照?赛道|"
    rf"(?:\d+|{NUMERAL})个赛道(?=[各均分])"
)
_OF_EACH = re.compile(r"[\u4e00-\u9fff]{0,4}(?:[/／]|（?每个?)(?:赛道|组)")
"""`1支/赛道`, `1名（每赛道）`: what stands behind a number of each track."""
_IN_ONE = re.compile(
    "共(?:设|评)|合并|不分赛道|不按赛道|统一(?:排名|评|设)|合计|总计|全(?:省|市|区|赛|部)|大赛设|分赛设|全届"
)
_LIMIT = re.compile(
    "(?:同一|每[个所家支])(?:参赛)?(?:[院高学]校|单位|企业|地区|团队|队伍)(?=[^，]{,40}(?:超过|[最至]多))"
)
"""Where a clause goes on with how many awards one of the entrants may have."""
_OF_ALL = re.compile("以上|上述|名额|按.{0,4}设|分别设")
"""What begins a clause on the numbers of all awards."""
LEADING = "：(?:（[^（）]*）)?$"
"""How a line ends before a line for each award: `每个赛道设：`, `学生组：（全日制在校生）`."""
_CLAUSE = re.compile("；|(?<!赛道)，(?=(?:其他|其余|每个|各赛道|另|全|大赛))|(?<=[名个项])、(?=[^、，；]*赛道)")
"""Where a clause ends that may have a scope of its own."""
_LABEL = 20
"""Characters of a label that may be the name of a track."""
NUMBER_HEAD = re.compile("数量|名额|设奖|数(?:$|（)|^每个?(?:赛道|组)$")


@dataclass(frozen=True)
class Scope:
    """What a number counts over: the edition, each of some tracks (all when none is named), or these together."""

    kind: str
    tracks: tuple[str, ...] = ()
    doubt: str = ""


_EDITION = Scope("edition")


@dataclass(frozen=True)
class LevelCount:
    """A level, how many of it or what share of something, over what, and where that stands."""

    level: str
    count: int | None
    scope: Scope
    place: PrintedPlace
    share: float | None = None
    of: str = ""


class PrizeRow(NamedTuple):
    """A row of a table on awards with the head above it, what is said of the table, and where it stands."""

    head: Sequence[str]
    cells: Sequence[str]
    about: str
    place: PrintedPlace


def told(spoken: Sequence[Said], rows: Sequence[PrizeRow], tracks: Sequence[FoundTrack]) -> list[LevelCount]:
    """The numbers of all levels: of tables, else of sentences; then the shares of levels without a number."""
    numbers = [found for row in rows for found in _of_row(row, tracks)] or list(_of_sentences(spoken, tracks))
    numbers = list(_narrowed(numbers, tracks))
    numbered = {each.level for each in numbers}
    return [*numbers, *(each for each in _shares(spoken, tracks) if each.level not in numbered)]


def _of_sentences(spoken: Sequence[Said], tracks: Sequence[FoundTrack]) -> Iterator[LevelCount]:
    whole = _of_the_whole(spoken, tracks)
    for each, above in _with_scopes(spoken, tracks):
        for sentence in each.text.split("。"):
            yield from _of_sentence(sentence, above, whole, each.place, tracks)


def _with_scopes(spoken: Iterable[Said], tracks: Sequence[FoundTrack]) -> Iterator[tuple[Said, Scope | None]]:
    """Paragraphs, each with what its numbers count over by the track it begins with, the line before, its heading."""
    leading: tuple[tuple[str, ...], Scope | None] = (("",), None)
    for each in spoken:
        if re.search(LEADING, each.text) and not levels_in(each.text):
            leading = each.path, _scope(each.text, tracks)
        led = leading[0] == each.path[: len(leading[0])]
        above = leading[1] if led else _scope("".join(each.path[-2:-1]), tracks)
        label = re.split("[：。]", each.text)[0]
        yield each, (of_named(label, tracks) if len(label) <= min(_LABEL, len(each.text) - 1) else None) or above


def _of_the_whole(spoken: Sequence[Said], tracks: Sequence[FoundTrack]) -> Scope:
    """What numbers count over that have no scope of their own: what a clause on all says, else the edition."""
    for text, _ in clauses(spoken):
        on_all = re.search("不[分按]赛道", text) or (_OF_ALL.search(text) and not counted(text))
        if on_all and (scope := _scope(text, tracks)):
            return scope
    on_tracks = any(re.search("赛道|赛题|组别|类别|(?<![0-9元])[各每][^，。]{0,6}[设评]", each.text) for each in spoken)
    return Scope("edition", doubt=_UNCERTAIN if on_tracks else "")


def _of_sentence(
    sentence: str, above: Scope | None, whole: Scope, place: PrintedPlace, tracks: Sequence[FoundTrack]
) -> Iterator[LevelCount]:
    """The numbers of a sentence: each counts over what its clause says, else over what the clause before said."""
    scope = above
    named: tuple[str, ...] = ()
    for clause in _CLAUSE.split(sentence):
        pairs = counted(_LIMIT.split(clause)[0])
        if not pairs:
            continue
        first = pairs[0]
        before = clause[: first.start] + clause[first.name_end : first.end]
        own = _scope(before, tracks, named) or (Scope("track") if _OF_EACH.match(clause, first.end) else None)
        if own is None and first.name in _COUNTED_OVER_ALL and not (above and above.tracks):
            mine = _EDITION if re.search("设|评", clause) or scope == _EDITION else whole
        else:
            mine = scope = _within(own, above) or scope or whole
            named += mine.tracks
        yield from (LevelCount(pair.name, pair.value, mine, place) for pair in pairs)


def _within(own: Scope | None, above: Scope | None) -> Scope | None:
    """What a clause says that its numbers count over: of each track, only those that its paragraph is on."""
    return above if own == Scope("track") and above and above.tracks else own


def _shares(spoken: Iterable[Said], tracks: Sequence[FoundTrack]) -> Iterator[LevelCount]:
    """Levels that are given to a share of something."""
    for each, above in _with_scopes(spoken, tracks):
        pairs, of = shared(each.text)
        for level, thousandths, start, *_ in pairs:
            scope = _scope(each.text[:start], tracks) or above or _EDITION
            yield LevelCount(level, None, scope, each.place, (thousandths or 0) / 1000, of)


def _scope(before: str, tracks: Sequence[FoundTrack], named: tuple[str, ...] = ()) -> Scope | None:
    """What a number counts over, by the words before it; what these include is no part of them.

    `named` are the tracks of the clauses before, which 其他赛道 leaves out.
    """
    before = re.sub("（[包内]?[含括][^（）]*）", "", before)
    if re.search("每[道个]赛题|各赛题", before):
        return Scope("edition", doubt="名额按赛题计算，请核对")
    if re.search("不[分按]赛道", before):
        return _EDITION
    if _OTHER_TRACKS.search(before):
        return Scope("track", tuple(track.slug for track in tracks if track.slug not in named))
    if found := of_named(before, tracks):
        return found
    one_kind = re.search("(?:专业|行业)性?赛道", before) or (len(tracks) == 1 and re.search("[该本]赛道", before))
    if one_kind or EVERY_TRACK.search(before):
        return Scope("track")
    if _IN_ONE.search(before):
        return _EDITION
    if re.search("组(?:将|分别|中)?(?:各|分别[设评])|^分别设", before):  # 成年组和少年组将各评选
        return Scope("edition", doubt="名额按组别计算，请核对")
    unread = Scope("track", doubt="这里说的赛道没有读到，请核对")
    return unread if re.search("[\u4e00-\u9fff]赛道", before) else None


def of_named(before: str, tracks: Sequence[FoundTrack]) -> Scope | None:
    """The scope of words that name tracks, by what some are called together or one by one."""
    if among := tuple(track.slug for track in tracks if track.among and track.among in before):
        return Scope("track", among)
    found = tuple(track.slug for track in tracks if re.search(re.escape(track.name) + "(?:赛道|组)?", before))
    if not found:
        return None
    if re.search("(?:专业|行业)赛道", before):
        found = tuple(track.slug for track in tracks if track.slug in found or track.kind != "open")
    together = "合计" in before or (re.search("共(?=[评设有])", before) and len(found) > 1)
    return Scope("group" if together else "track", found)


def _narrowed(numbers: Sequence[LevelCount], tracks: Sequence[FoundTrack]) -> Iterator[LevelCount]:
    """Numbers of many tracks without those that another number of the level names among fewer."""
    named = [set(each.scope.tracks or (track.slug for track in tracks)) for each in numbers]
    for number, mine in zip(numbers, named, strict=True):
        others = [other for each, other in zip(numbers, named, strict=True) if each.level == number.level]
        fewer = [other for other in others if len(other) < len(mine)]
        left = tuple(track.slug for track in tracks if track.slug in mine.difference(*fewer))
        narrower = number.scope.kind == "track" and fewer and left
        yield replace(number, scope=replace(number.scope, tracks=left)) if narrower else number


# Tables


def _of_row(row: PrizeRow, tracks: Sequence[FoundTrack]) -> Iterator[LevelCount]:
    """The numbers of a row, each in a cell of one level."""
    for levels, at, scope in _cells_of_levels(row, tracks):
        count = re.search(r"\d+", row.cells[at])
        if len(levels) == 1 and count:
            yield LevelCount(levels[0], int(count[0]), scope, row.place)


def _cells_of_levels(row: PrizeRow, tracks: Sequence[FoundTrack]) -> list[tuple[list[str], int, Scope]]:
    """A row a level with a column a track or with its number, or a row a track with a column a level."""
    levels = next(filter(None, map(levels_in, row.cells)), [])
    by_track = [(at, track.slug) for track in tracks for at, cell in enumerate(row.head) if track.name in cell]
    by_level = [at for at, cell in enumerate(row.head) if levels_in(cell)]
    slugs = tuple(track.slug for track in tracks if any(track.name in cell for cell in row.cells))
    if levels and len(by_track) > 1:
        return [(levels[:1], at, Scope("track", (slug,))) for at, slug in by_track]
    if len(by_level) > 1:
        return [(levels_in(row.head[at]), at, Scope("track", slugs)) for at in by_level if slugs]
    return [(levels, at, _scope_of_cell(row, at, slugs)) for at in _column_of_numbers(row)]


def _column_of_numbers(row: PrizeRow) -> list[int]:
    """The first column whose head or cell says that it counts; none in a table on something else."""
    return [at for at, cell in enumerate(row.head) if NUMBER_HEAD.search(cell) or COUNT.fullmatch(row.cells[at])][:1]


def _scope_of_cell(row: PrizeRow, at: int, slugs: tuple[str, ...]) -> Scope:
    words = row.head[at] + row.cells[at]
    every = EVERY_TRACK.search(words + row.about) or re.search("每|各", words)
    return Scope("track", slugs) if slugs or every else _EDITION
