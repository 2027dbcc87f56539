"""How entries are judged: indicators with their points, groups of experts with their sizes, rounds of review.

Rounds are below the headings on judging, else in the schedule, where their passages say how.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import Any

from generator.intake.manuscripts import Grid, PrintedPlace
from generator.intake.notices.fact import Fact, Gap, Tree
from generator.intake.notices.schedule import SCHEDULE, phase_name
from generator.intake.structure.document_parts import NumberedPassage, Outline
from generator.intake.structure.seeking import Spread, column, said, tables, titled
from generator.intake.structure.typing_marks import split_outside
from generator.intake.tracks.track_guide import FoundTrack
from generator.text.numerals import NUMERAL, number

_LEVEL = re.compile(
    "(?:[一二三四]级)?(?:评审|评价|评分|考核)?(?:指标|维度|项目|要素|内容|方面|因素|标准)(?:名称)?|[一二三四]级指标|(?:评审|评价|评分|考核)项"
)
_POINTS = "分值|分数|标准分|权重|满分|得分|占比|赋分|^分$"
_CONTENT = re.compile("内容|方面|要素")
_SCORED = re.compile(
    "((?:[初复终]评)?(?:评[分审价]|打分)(?:标准|指标|细则|办法)|(?:[初复终]评|[初复决]赛)(?:评分|打分)(?:标准|细则|办法|维度|指标)?)(?:（[^（）]*）)?(?:如下)?[为：]*"
)
_ITEM = re.compile("(?!满分|总分|共计)(?:其中)?([\u4e00-\u9fff]{2,16}?)(?:[占为：（])?(\\d{1,3})[分%]）?(?:（(.*)）)?")
"""What says that points follow, and an indicator with its points and with those below it."""
_BRACKETED = re.compile(
    "([^。；：（]{2,30}?)(?:，[^（）]*)?（(?:分值|权重|占比?)?[：为]?(\\d{1,3})[分%]）(?:[：。；](.*))?"
)
"""The same where the points stand in brackets, at the end of a line or before what they are for."""
_RUN = re.compile("(?:[\u4e00-\u9fff]{2,20}(?:（\\d{1,3}[分%]）|\\d{1,3}[分%])[、，和]?){3,}")
"""Indicators in a sentence that says nothing else of them."""
_Row = tuple[str, str, str, str]
"""An indicator, one below it or none, points, what they are for."""
_RUBRIC = "(?:评[审选价分]|打分)[^，。]{0,6}(?:标准|细则|指标|办法|规则|要素|分值|百分制)|评分"
_FULL = 100
"""The usual full mark."""
_SENTENCE = 8
"""Characters of a single focus that may be a sentence."""
_SHORT = 5
"""Characters of a word that may share its ending with the next."""
_CAPTION = re.compile(rf"^附?表(?:\d+|{NUMERAL})[-－.\d：]*")
_SUM = re.compile("合计|总计|总分|小计|满分.*")
"""A cell of a row that is no indicator."""
_LISTED = re.compile("[^，。；、]{2,8}(?:、[^，。；、]{2,8})+")
_EXPLAINED = re.compile("[，；]|。.")
_HEADS = 3
"""Rows in which the head of a table is looked for."""
_NOTE = re.compile("说明|标准|细则|内容描述|描述|含义|评分标准")
_SIZED = re.compile(
    rf"(?P<name>[\u4e00-\u9fff]{{2,12}}(?:专家组|评审组|评委会|专家委员会|审查组))(?:（(?:共)?(?P<count>\d{{1,3}})[人名]）|(?:由|共)?(?P<count2>\d{{1,3}}|{NUMERAL})[人名](?:专家)?(?:组成)?)"
)
_JUDGING = "评审(?!指标)|评选|评比|比赛(?:流程|形式|规则|办法)|赛制|竞赛(?:流程|规则)"
_STAGE = re.compile(
    "初[赛审评选]|复[赛审评]|终[审评]|决赛|预赛|海选|审[查核]|验证|核[查验]|路演|答辩|评审|遴选|筛选|网络投票|考察"
)
_ASIDE, _LEAST_SAID = 12, 10
"""Characters of the name of a round, and of what is said of it."""


def judging(outline: Outline, tracks: Sequence[FoundTrack]) -> dict[str, Tree]:
    """`judging.yml` as far as tables and numbers tell it."""
    spread = [(chapter.title, table) for chapter in outline.parts for table in tables(chapter)]
    spread += [("", table) for table in _spoken(outline)]
    rubrics = [made for title, table in spread if (made := _rubric(table, title, tracks))]
    panels: dict[str, Tree] = {}
    for each in said(*outline.parts):
        for match in _SIZED.finditer(each.text):
            name = re.sub("^.*(?:设置|设立|组建|成立|分为|设|为)", "", match["name"])
            members = Fact(number(match["count"] or match["count2"]), each.place)
            panels.setdefault(name, {"name": Fact(name, each.place), "members": members})
    found: dict[str, Tree] = {"rubrics": rubrics, "panels": list(panels.values()), "stages": _stages(outline)}
    return {key: value for key, value in found.items() if value}


def _spoken(outline: Outline) -> Iterator[Spread]:
    """`甲40分（乙10分、丙30分），丁60分` behind words that say so, and lists below a heading on judging, as tables."""
    for each in said(*outline.parts):
        heading = _SCORED.fullmatch("".join(each.path[-1:]))
        for sentence in each.text.split("。"):
            before = _SCORED.search(sentence)
            name, items = before or heading, sentence[before.end() :] if before else sentence
            runs = _RUN.finditer(items) if name or each.under("评[审选分]") else ()
            bare = (re.sub("^[^（\\d]*(?:从|按照?|由|对|包括|[准标则]为|评价|考[查察核])", "", run[0]) for run in runs)
            path = (name[1],) if name else each.path[-1:]
            whole = _spread([*_listed_indicators(items.rpartition("：")[2])], each.place, path) if name else []
            yield from whole or (
                table for way in bare for table in _spread([*_listed_indicators(way)], each.place, path)
            )
    for top in (passage for part in outline.parts for passage in titled(part, _RUBRIC)):
        yield from _below_heading(top, ())


def _below_heading(passage: NumberedPassage, above: tuple[str, ...]) -> list[Spread]:
    """What stands below a heading as one table, else what stands below each of the headings there."""
    path = (*above, passage.title)
    whole = _spread(_below(passage), passage.place, path)
    return whole or [table for each in passage.below for table in _below_heading(each, path)]


def _spread(rows: Sequence[_Row], place: PrintedPlace, path: tuple[str, ...]) -> list[Spread]:
    """Indicators as a table, none where their points are not the usual full mark."""
    whole = len({row[0] for row in rows}) > 1 and sum(int(points) for *_, points, _ in rows) == _FULL
    return [Spread(Grid((("一级指标", "二级指标", "分值", "要点"), *rows), place), path, "")] if whole else []


def _below(passage: NumberedPassage) -> list[_Row]:
    """Indicators with their points in the lines and passages just below a heading."""
    lines = (NumberedPassage("line", 0, "", block.text, block.place) for block in passage.blocks if not block.grid)
    return [row for each in (*lines, *passage.below) for row in _pointed(each)]


def _pointed(passage: NumberedPassage) -> list[_Row]:
    """Indicators with their points: those that a passage says itself, else those of what stands below it."""
    if match := _BRACKETED.fullmatch(passage.text):
        return [(match[1], "", match[2], (match[3] or "").rstrip("；"))]
    text = passage.text.rstrip("。；")
    own = [*_listed_indicators(text)] if _ITEM.fullmatch(text) else []
    return own or [row if row[1] else (passage.title, row[0], *row[2:]) for row in _below(passage)]


def _listed_indicators(text: str) -> Iterator[_Row]:
    """Indicators of a sentence with those below them and their points."""
    for item in filter(None, map(_ITEM.fullmatch, split_outside(text, "，、；"))):
        if not item[3]:
            yield item[1], "", item[2], ""
            continue
        for part in filter(None, map(_ITEM.fullmatch, re.split("[、，]", item[3]))):
            yield f"{item[1]}（{item[2]}分）", part[1], part[2], ""


@dataclass(frozen=True)
class _Columns:
    """Where a table has the names of indicators, one column a level, their points and their focus."""

    levels: tuple[int, ...]
    points: int | None
    focus: int | None


def _rubric(table: Spread, chapter: str, tracks: Sequence[FoundTrack]) -> Tree | None:
    """A table of indicators as a rubric; None for any other table."""
    rows = _upright([[re.sub(r"\s", "", cell) for cell in row] for row in table.grid.rows])
    at = next((p for p, row in enumerate(rows[:_HEADS]) if _is_head(row)), None)
    if at is None:
        return None
    head, body, place = rows[at], rows[at + 1 :], table.grid.place
    columns = _columns(head, body)
    if not _scores(columns, "".join((*table.path, table.before, chapter, *head))):
        return None
    body = [row for row in body if row[columns.levels[0]] and not any(map(_SUM.fullmatch, row))]
    columns = _without_notes(columns, head, body)
    title = _title((table.before, *table.path[::-1], chapter), head[0])
    indicators = _indicators(body, columns.levels, place, partial(_leaf, columns=columns, place=place))
    if not indicators:
        return None
    made: dict[str, Tree] = {"name": Fact(title or "评价指标", place, "" if title else "通知没有给评分表起名，请核对")}
    if slugs := _tracks(title, tracks):
        made["tracks"] = [Fact(slug, place) for slug in slugs]
    return {**made, **_total(title, sum(_points(indicators)), place), "indicators": indicators}


def _upright(rows: list[list[str]]) -> list[list[str]]:
    """The rows of a table; one of two long rows, indicators above and points below, is turned."""
    on_end = len(rows) == 2 < len(rows[0]) and re.search(_POINTS, rows[1][0])
    return list(map(list, zip(*rows, strict=True))) if on_end else rows


def _is_head(row: Sequence[str]) -> bool:
    """Whether a row names columns of indicators; one cell across the table is a caption."""
    return any(map(_LEVEL.fullmatch, row)) and len(set(row)) > 1


def _columns(head: Sequence[str], body: Sequence[Sequence[str]]) -> _Columns:
    points, focus = column(head, _POINTS), column(head, "要点|重点")
    if focus is not None and any(_EXPLAINED.search(row[focus]) for row in body):
        focus = None  # explanations, even where one of them is a list
    bare = [re.sub("（[^（）]*）$", "", cell) for cell in head]
    named = [at for at, cell in enumerate(bare) if _LEVEL.fullmatch(cell) and at != points]
    return _Columns(tuple(at for at in named if at == 0 or not _NOTE.search(bare[at])), points, focus)


def _scores(columns: _Columns, said: str) -> bool:
    """Whether a table with such columns is on judging: by its points, else by its levels and what is said of it."""
    if columns.points is not None:
        return bool(columns.levels)
    return len(columns.levels) > 1 and bool(re.search("评[审价分]|指标", said))


def _without_notes(columns: _Columns, head: Sequence[str], body: Sequence[Sequence[str]]) -> _Columns:
    """A second level that has just one for each of the first says what that means."""
    if len(columns.levels) != 2 or not _CONTENT.search(head[columns.levels[1]]):
        return columns
    first, told = columns.levels[:1], columns.levels[1]
    if len({row[first[0]] for row in body}) < len(body):
        return columns
    lists = all(_LISTED.fullmatch(row[told]) for row in body)  # else they explain
    return replace(columns, levels=first, focus=told if lists and columns.focus is None else columns.focus)


def _title(above: Sequence[str], corner: str) -> str:
    """The name of a rubric: headings name it better than captions do, and these than the corner of the table."""
    cleaned = [re.sub("（[^（）]*，[^（）]*）", "", text) for text in above]
    names = [*sorted(cleaned, key=lambda text: bool(_CAPTION.match(text))), corner]
    names = [text for text in names if not re.search("[，。]|^[一二三]级指标$|^评分内容$|[均按]|[下如上]表", text)]
    titles = (text for kind in ("指标|标准|评分", "评审", "评选") for text in names if re.search(kind, text))
    return re.sub(f"^.*?附件?[：:]|[:：]$|{_CAPTION.pattern}", "", next(titles, ""))


def _total(title: str, total: float, place: PrintedPlace) -> dict[str, Tree]:
    """The full mark, or a doubt on the name when the points make another."""
    if total in (0, _FULL):
        return {"total": Fact(_FULL, place)} if total else {}
    wrong = f"分值合计是 {total:g}，不是 {_FULL}，可能漏读了几行"
    return {"name": Fact(title, place, wrong)}


def _indicators(
    rows: Sequence[Sequence[str]], levels: Sequence[int], place: PrintedPlace, leaf: Callable[[Sequence[str]], Any]
) -> list[Any]:
    """Rows that share the first cell are one indicator with the others below it; `leaf` reads the rest of a row."""
    made: list[Any] = []
    for name, group in groupby(rows, key=lambda row: row[levels[0]]):
        same = list(group)
        text, own = _split_points(name)
        inner = [row for row in same if len(levels) > 1 and row[levels[1]]]
        below = any(row[levels[1]] != name for row in inner)
        told: dict[str, Any] = {} if own is None else {"points": Fact(own, place)}
        told |= {"children": _indicators(inner, levels[1:], place, leaf)} if below else leaf(same[0])
        made.append({"name": Fact(text, place), **told})
    return made


def _leaf(row: Sequence[str], columns: _Columns, place: PrintedPlace) -> dict[str, Any]:
    """The points and the focus of an indicator without others below it."""
    value = _number(row[columns.points]) if columns.points is not None else None
    cell = row[columns.focus].rstrip("。") if columns.focus is not None else ""
    words = [word.removesuffix("等").strip() for word in cell.split("、") if word]
    shared = len(words) > 1 and len(words[0]) < _SHORT and re.search("(?:情况|程度|水平|能力)$", words[-1])
    sentence = len(words) == 1 and len(words[0]) > _SENTENCE
    doubt = "是一句说明，还是被顿号分开的一项，请核对" if sentence or shared else ""
    found: dict[str, Any] = {} if value is None else {"points": Fact(value, place)}
    return found | ({"focus": [Fact(word, place, doubt) for word in words]} if words else {})


def _points(indicators: Sequence[Any]) -> Iterator[float]:
    """The points of all that have none below them."""
    for each in indicators:
        if "children" in each:
            yield from _points(each["children"])
        elif "points" in each:
            yield each["points"].value


def _split_points(name: str) -> tuple[str, float | None]:
    """`先进性（30分）` as its name and points."""
    match = re.fullmatch(r"(.+?)(?:[（(](?=.*[)）])|(?<=[\u4e00-\u9fff])(?=\d+分$))(\d+(?:\.\d+)?)\s*[分%][)）]?", name)
    return (match[1], _number(match[2])) if match else (name, None)


def _number(text: str) -> float | None:
    match = re.search(r"\d+(?:\.\d+)?", text)
    return None if not match else int(match[0]) if float(match[0]).is_integer() else float(match[0])


def _tracks(title: str, tracks: Sequence[FoundTrack]) -> list[str]:
    if "开放" in title:
        return [track.slug for track in tracks if track.kind == "open"]
    if re.search("专业赛道|行业赛道", title):
        return [track.slug for track in tracks if track.kind == "professional"]
    return [track.slug for track in tracks if f"{track.name}赛道" in title]


def _stages(outline: Outline) -> list[Tree]:
    """The rounds: names, and dimensions that a text lists; how a round goes is to be written."""
    passages = (each for pattern in (_JUDGING, SCHEDULE) for part in outline.parts for each in titled(part, pattern))
    ways = (_rounds(passage) for passage in passages)
    return next((way for way in ways if len(way) > 1), [])


def _rounds(passage: NumberedPassage) -> list[Tree]:
    """The rounds just below a heading, of the level that has most."""
    levels = ([stage for child in inner.below if (stage := _stage(child))] for inner, _ in passage.walk())
    return max(levels, key=len)


def _stage(passage: NumberedPassage) -> Tree | None:
    words = passage.rest + "".join(block.text for inner, _ in passage.walk() for block in inner.blocks)
    words += "".join(inner.text for inner, above in passage.walk() if above)
    name = phase_name(passage.title).removesuffix("阶段")
    fits = _STAGE.search(name) and not re.search("公示|报名|专家(?!初|评|打分)", name)
    if not fits or len(name) > _ASIDE or len(words) < _LEAST_SAID:
        return None
    return {"name": Fact(name, passage.place), "text": Gap("怎样评审", words, passage.place)}
