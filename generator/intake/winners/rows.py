"""The rows of a sheet that are projects, each cell with its place; headings, sums and notes set apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from xlsxwriter.utility import xl_col_to_name

from generator.content import headings
from generator.content.hints import cut
from generator.content.tables import BETWEEN, EMPTY, is_sum
from generator.intake.winners import heads
from generator.intake.winners.heads import JOINED, REMARKS, Head
from generator.intake.winners.meaning import NO_AWARD, Meanings, uncounted
from generator.intake.workbooks.appearance import NO_VALUE, RAISED, STRUCK
from generator.intake.workbooks.workbook import CellPlace, Problem, WorkSheet
from generator.model import Entry

OTHERS = re.compile(
    ".{,8}(入围|未获奖|候补|备选)(项目|作品|企业)?名单|(最佳|优秀|先进|突出).{,6}(单位|集体|机构|个人|教师|老师|导师|教练|领队|专家|评委|者|组织奖?|指导奖)奖?"
)
_OTHER = re.compile(r".+\t|[(（]?\d{1,3}[)）.．、]")
"""A heading above what is no project, and how a row below it begins."""

COUNT = re.compile(r"[（(]?共?(\d+)[项个名件家][)）]?")
_LEADS = re.compile("牵头(申报)?(单位)?")
VACANT = re.compile("(.{,20}[：:奖])?[（(]?[空从]缺[）)]?[。；;]?")
CHANGED = re.compile(
    "(?:不符合.{,6}|[不未]通过.{,4}|不合格|作废|无效)(?=$|[，,；;。）)])|放弃|弃权|取消|撤[回销]|退[出赛]|[递替]补|更[名正]|变更|调整|原为|[改应]为|除名|异议|(?:联合|共同)(?:申报|完成|报送)"
)
"""What may have become of a project of which this is said."""
BESIDE = re.compile(r"(?P<title>.+?)\s*[（(](?P<said>[^（()）]*(?:赛道|领域|组|类|奖))[)）]")
SHOWN = 30
"""Characters of a text that a message repeats."""
_COMMENT = "批注"
_MARKED = {
    STRUCK: ("划了删除线，这一项可能已经删去", "删去划线的字或整行；没有删去的，去掉删除线"),
    RAISED: ("有上标的字，读进来会成为普通的字", "是脚注的记号就删去；是平方一类的，改成“²”这样的字"),
    NO_VALUE: ("公式没有算出值", "在表格软件里打开，改好公式，另存以后再导入"),
}
Cells = dict[str, tuple[CellPlace, str]]  # texts by key, each with its place
_NOTE = re.compile(r"^[*※]?([（(]?续|附?注|说明|备注|填表|填报|制表|审核|联系|日期|单位[（(]?盖章|附件|\d{4}年)")


@dataclass(frozen=True)
class Row:
    """A project as it stands in a sheet: texts by key, and what the headings above say where no column does."""

    at: CellPlace
    cells: Mapping[str, tuple[CellPlace, str]]
    goes_on: bool = False
    """Whether its title is merged with that of the row above: another unit of the same project."""

    columns: frozenset[str] = frozenset()
    """The keys that columns are for, so that an empty cell in one says something."""

    def place(self, key: str) -> CellPlace:
        """Where a key's cell is, or the row."""
        return self.cells[key][0] if key in self.cells else self.at

    def text(self, key: str) -> str:
        """The text of a cell; empty where there is nothing."""
        return self.cells[key][1] if key in self.cells else ""


@dataclass
class RowsRead:
    """What was read, what was wrong, and what was left out on purpose."""

    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    """What stands in columns of remarks, each with its place."""

    lines: list[tuple[CellPlace, str]] = field(default_factory=list)
    """What stands between and below the rows and is not read."""


@dataclass
class Offered:
    """What headings of a sheet may name."""

    meanings: Meanings
    tracks: tuple[str, ...]
    awards: tuple[str, ...]
    levels: tuple[str, ...] = ()
    """Of the awards those of which a project has only one."""

    def named(self, text: str) -> dict[str, str]:
        """The track and the award in a heading: 一、工业制造赛道, 一等奖（3项）, 工业制造赛道一等奖."""
        parts = re.split(r"(?:(?<!\s)\s+)?[|｜]\s*", text)
        if len(parts) == 2 and all(sides := list(map(self.named, parts))):  # 一等奖 | 工业制造赛道
            return sides[0] | sides[1]
        bare = uncounted(text) if re.search(r"[^\W\d]", text) else ""  # a number alone is that of a page
        found = {"track": self.meanings.exact(bare, self.tracks), "awards": self.meanings.exact(bare, self.awards)}
        if not any(found.values()):
            track = next((each for each in self.tracks if bare.startswith(each)), None)
            award = next((each for each in self.awards if bare.endswith(each)), None)
            between = bare.removeprefix(track or "").removesuffix(award or "") if track and award else "?"
            gap = f"({self.meanings.contest.words.track}|领域|[类组])?[-—·：: ]*"
            found = {"track": track, "awards": award} if re.fullmatch(gap, between) else {}
        return {key: word for key, word in found.items() if word}

    def beside(self, title: str) -> tuple[str, dict[str, str]]:
        """A title without the track or the award in brackets behind it, and these: 某项目（工业制造赛道）."""
        match = BESIDE.fullmatch(title)
        found = self.named(match["said"]) if match else {}
        return (match["title"], found) if match and found else (title, {})

    def titled(self, text: str) -> dict[str, str]:
        """Likewise in the title of a whole sheet, which says more: 某分赛智能制造赛道一等奖获奖项目名单."""
        tracks = [each for each in self.tracks if re.search(rf"{re.escape(each)}(赛道|领域|组)", text)]
        awards = [each for each in self.awards if re.search(rf"(?<![、和及]){re.escape(each)}(?![、和及])", text)]
        found = {"track": tracks, "awards": awards}
        return self.named(text) or {key: words[0] for key, words in found.items() if len(words) == 1}

    def above(self, sheet: WorkSheet, head: Head) -> dict[str, str]:
        """What the name of a sheet and the lines above its head say of all its rows."""
        found = self.titled(sheet.name)
        for cells in sheet.rows[: head.row + 1]:  # in the row itself where the head stands in none
            title = next(filter(None, cells), "")
            found = _under(found, {} if title.endswith("。") else self.titled(title))
        return found

    def of_columns(self, sheet: WorkSheet, head: Head, reading: RowsRead) -> Head:
        """The head with the columns whose names nobody knows and that hold nothing but awards, tracks or ticks."""
        head = self._ticked(sheet, head, reading)
        for column, title in head.titles.items():
            key = self._held(sheet, head, column) if title in head.unread else None
            if key in head.keys.values() or (key and "proposed" in head.keys.values()):
                hint = f"要读入就加上 --map “{title}=奖项”，不读就加上 --map “{title}=-”"
                reading.problems.append(Problem(sheet.at(max(head.row, 0), column), f"“{title}”里也是奖项", hint))
            elif key:
                unread = tuple(each for each in head.unread if each != title)
                head = replace(head, keys={**head.keys, column: key}, unread=unread)
                reading.notes.append(f"{called(sheet)}的“{title}”按内容当作{'奖项' if key == 'awards' else '赛道'}")
        return head

    def _ticked(self, sheet: WorkSheet, head: Head, reading: RowsRead) -> Head:
        """The head with the columns that are called like awards, where one of them has a tick."""
        named = {
            column: self.meanings.exact(headings.plain(title), self.awards) for column, title in head.titles.items()
        }
        found = {column: award for column, award in named.items() if award and head.titles[column] in head.unread}
        if not found or "proposed" in head.keys.values():
            return head
        ticked = replace(head, ticked=found)
        titles = [head.titles[column] for column in found]
        told = "、".join(f"“{title}”" for title in titles)
        below = (pair for cells in sheet.rows[head.row + 1 :] for pair in enumerate(cells))
        if not any(ticked.is_tick(*pair) or ticked.names(*pair) for pair in below):
            hint = f"得了的打“√”；不是说得没得奖的，每列加上 --map “{titles[0]}=-”"
            message = f"{told}里没有认得的记号，看不出谁得了奖"
            reading.problems.append(Problem(sheet.at(max(head.row, 0), min(found)), message, hint))
            return head
        reading.notes.append(f"{called(sheet)}的{told}里打了记号的，当作得了这个奖项")
        unread = tuple(title for title in head.unread if title not in titles)
        return replace(ticked, keys={**head.keys, **dict.fromkeys(found, "awards")}, unread=unread)

    def _held(self, sheet: WorkSheet, head: Head, column: int) -> str | None:
        rows = [cells for cells in sheet.rows[head.row + 1 :] if len(set(filter(None, cells))) > 1]
        below = [cells[column : column + 1] for cells in rows]
        cells = {cell for (cell,) in filter(None, below) if cell not in (*NO_AWARD, head.titles[column])}
        words = {word for cell in cells for word in BETWEEN.split(cell)}
        offered = {"awards": self.awards, "track": () if "track" in head.keys.values() else self.tracks}
        # What is a number may be a rank or a score.
        is_named = bool(words) and all(re.search(r"[^\W\d]", word) for word in words)
        known = (key for key, each in offered.items() if all(self.meanings.exact(word, each) for word in words))
        return next(known, None) if is_named else None


def read(sheet: WorkSheet, head: Head, words: Offered, reading: RowsRead, named: Mapping[str, str]) -> None:
    """Add the projects of a sheet; `named` are the keys of columns by what they are called in this table only."""
    _tell_head(sheet, head, reading, words)
    above = _told_above(sheet, head, words, reading)
    rows = [(place, cells) for place, cells in enumerate(sheet.rows) if place > head.row and any(cells)]
    within = _within(rows, head, words)
    passed: Counter[str] = Counter()
    is_other = False  # below the head of a table of other things than projects
    for (place, cells), (below, _) in pairwise([*rows, *rows[-1:]]):
        texts = texts_of(cells)
        found = {} if len(texts) > 1 else words.named(texts[0])
        if kind := _passed(cells, head):
            passed[kind] += 1
        elif other := heads.again(sheet, place, named):
            head, is_other = words.of_columns(sheet, other, reading), False
            _tell_head(sheet, head, reading, words)
        elif titles := heads.others(sheet, place, named):
            tell_others(sheet, place, titles, named, reading)
            is_other = True
        elif found:
            above, is_other = _under(above, found), False
        elif is_other and _OTHER.match("\t".join(texts)):
            passed["不是项目"] += 1
        elif len(texts) > 1:
            _tell_unnamed(sheet, place, cells, head, reading)
            _tell_beside(sheet, place, cells, head, words, reading)
            reading.rows.append(_row(sheet, place, cells, head, above, words))
        elif OTHERS.fullmatch(uncounted(texts[0])) or heads.others(sheet, below, named):
            reading.notes.append(f"{sheet.at(place)} “{cut(texts[0], SHOWN)}”下面不是获奖项目，没有读入")
            is_other = True
        else:
            _tell_line(sheet, place, texts[0], within, words, reading)
    told = "、".join(f"{count} 行{what}" for what, count in passed.items())
    reading.notes += [f"{called(sheet)}跳过了 {told}"] * bool(told)


def _tell_head(sheet: WorkSheet, head: Head, reading: RowsRead, words: Offered) -> None:
    """Say what is to be said of the columns."""
    for column, first in head.twice.items():
        message = f"“{head.called(column)}”与“{head.called(first)}”是同一列"
        hint = f"留一列：加上 --map “{head.called(column)}=-” 不读这一列"
        reading.problems.append(Problem(sheet.at(max(head.row, 0), column), message, hint))
    if head.serial:
        told = f"{called(sheet)}的“{head.serial}”只是 1、2、3，没有当作项目编号"
        reading.notes.append(f"{told}（要当作编号，加上 --map “{head.serial}=编号”）")
    if head.personal:
        _tell_persons(sheet, head, reading, words)
    if head.unread:
        told = "、".join(map(headings.plain, head.unread))
        hint = "要读入，加上 --map “列名=项目名称”一类的选项"
        reading.notes.append(f"{called(sheet)}没有读入不认识的列：{told}（{hint}）")
        for column in (column for column, title in head.titles.items() if title in head.unread):
            if any(_LEADS.fullmatch(cells[column]) for cells in sheet.rows[head.row + 1 :] if column < len(cells)):
                title = headings.plain(head.titles[column])
                hint = f"把牵头单位放在最前面，再加上 --map “{title}=-”"
                reading.problems.append(Problem(sheet.at(max(head.row, 0), column), f"“{title}”写着谁牵头", hint))


def _tell_persons(sheet: WorkSheet, head: Head, reading: RowsRead, words: Offered) -> None:
    """Say which columns of persons are left out, and ask of them where nothing else says whose the projects are."""
    entrants, told = words.meanings.contest.entrants, "、".join(map(headings.plain, head.personal))
    named = next((title for title in head.personal if not heads.NO_NAMES.search(title)), "")
    may = named and (entrants.names or entrants.mentors)
    answer = f"--map “{headings.plain(named)}=参赛者”或“=指导教师”"
    reading.notes.append(
        f"{called(sheet)}没有读入有关个人的列：{told}{f'（准许公开的，加上 {answer}）' if may else ''}"
    )
    if may and not entrants.unit and not {"unit", "team", "people"} & {*head.keys.values()}:
        at = sheet.at(max(head.row, 0), next(at for at, title in head.titles.items() if title == named))
        hint = f"加上 {answer}，是团队就写“=团队名称”，不公布就写“=-”"
        reading.problems.append(Problem(at, f"项目是谁的，只写在“{headings.plain(named)}”里", hint))


def _told_above(sheet: WorkSheet, head: Head, words: Offered, reading: RowsRead) -> dict[str, str]:
    above = words.above(sheet, head)
    for key in sorted(above.keys() - head.keys.values()):
        reading.notes.append(
            f"{called(sheet)}没有“{Entry.model_fields[key].title}”这一列，按表名、文件名或标题都是“{above[key]}”"
        )
    return above


def texts_of(cells: list[str]) -> list[str]:
    """The different texts of a row; one for a heading with its count in another cell."""
    first, *more = dict.fromkeys(filter(None, cells))
    return [first, *more] if any(not COUNT.fullmatch(text) for text in more) else [first]


def _within(rows: list[tuple[int, list[str]]], head: Head, words: Offered) -> range:
    """From the head, or from the first row with several texts where there is none, to the last that is no sum.

    A heading that names an award is the last where no such row is below it.
    """
    full = [place for place, cells in rows if len(set(filter(None, cells))) > 1 and not is_sum(cells)] or [0]
    named = [place for place, cells in rows if "awards" in words.named(texts_of(cells)[0])]
    return range(full[0] if head.row < 0 else 0, max(full[-1], *named, 0) + 1)


def _tell_line(sheet: WorkSheet, place: int, text: str, within: range, words: Offered, reading: RowsRead) -> None:
    """A line that is no heading: a note, or something that one must speak of among the rows (`within`)."""
    goes_on = place == within.stop and _OTHER.match(text)  # numbered like the projects above it
    is_around = (place >= within.stop and not goes_on) or (place < within.start and not re.search("奖|赛道", text))
    is_left_out = words.meanings.given.get(word := uncounted(text) or text) == heads.LEFT_OUT
    if is_around or is_left_out or _NOTE.match(text) or text.endswith("。"):
        reading.notes.append(f"{sheet.at(place)} 没有读入：“{cut(text, SHOWN)}”")
        reading.lines.append((sheet.at(place), text))
        return
    column = next(column for column, cell in enumerate(sheet.rows[place]) if cell)
    hint = (
        f"是项目就补上单位；是赛道、奖项的小标题就加上 --mean “{word}=…”；不必管的加上 --mean “{word}={heads.LEFT_OUT}”"
    )
    message = f"这一行只有“{cut(text, SHOWN)}”，看不出是什么"
    reading.problems.append(Problem(sheet.at(place, column), message, hint))


def tell_others(
    sheet: WorkSheet, place: int, titles: tuple[str, ...], named: Mapping[str, str], reading: RowsRead
) -> None:
    """Tell of a table whose columns name no project: one of units or persons is passed over, of others one must say."""
    listed = "、".join(map(headings.plain, titles))
    if unknown := heads.doubtful(titles, named):
        hint = f"有的话，加上 --map “列名=项目名称”；不是项目的表，加上 --map “{unknown[0]}=-”"
        reading.problems.append(Problem(sheet.at(place), f"没有写着项目名称的列：{listed}", hint))
    else:
        reading.notes.append(f"{sheet.at(place)} 以下没有写着项目名称的列（{listed}），没有读入")


def _tell_unnamed(sheet: WorkSheet, place: int, cells: list[str], head: Head, reading: RowsRead) -> None:
    """A column without a name must have nothing in it, or it would be lost in silence."""
    for column, cell in enumerate(cells):
        if cell and column not in head.known:
            hint = f"写上列名，或者加上 --map “{xl_col_to_name(column)}=列名”，不读就写 =-"
            reading.problems.append(Problem(sheet.at(place, column), "这一列没有列名，却有内容", hint))


def _tell_beside(sheet: WorkSheet, place: int, cells: list[str], head: Head, words: Offered, reading: RowsRead) -> None:
    """What stands beside the texts that are read may say that a row does not hold any more: somebody must decide."""
    title = next((cell for at, cell in enumerate(cells) if head.keys.get(at) == "title"), "")
    for column, kind, said in _beside(sheet, place, cells, head):
        at, text = sheet.at(place, column), cut(said, SHOWN)
        if CHANGED.search(said):
            hint = "已不在名单里的删去这一行，变动写在 entries.yml 的 changes 里；不必管的"
            hint += "删去批注" if kind == _COMMENT else f"加上 --map “{kind}=-”"
            reading.problems.append(Problem(at, f"{kind}说“{text}”，“{cut(title, SHOWN)}”可能变了", hint))
        elif kind in (REMARKS, _COMMENT):
            reading.remarks.append(f"{at}“{text}”")
    ticked = [at for at, cell in enumerate(cells) if head.is_tick(at, cell) and head.ticked[at] in words.levels]
    if len(ticked) > 1:  # a slip, or meant, but then somebody must say so
        told, hint = "和".join(f"“{head.ticked[at]}”" for at in ticked), "只留一个；确实都得了的，把记号改成奖项的名称"
        reading.problems.append(Problem(sheet.at(place, ticked[-1]), f"{told}都打了记号", hint))
    marks = {mark: column for column, mark in sheet.looks.marks.get(place, {}).items() if column in head.keys}
    reading.problems += [Problem(sheet.at(place, column), *_MARKED[mark]) for mark, column in marks.items()]


def _beside(sheet: WorkSheet, place: int, cells: list[str], head: Head) -> Iterator[tuple[int, str, str]]:
    """Remarks, comments, and short texts in columns that are not read, each with its column and what it is."""
    for column, cell in enumerate(cells):
        title = headings.plain(head.titles.get(column, ""))
        if cell and column in head.remarks:
            yield column, REMARKS, cell
        elif cell and head.titles.get(column) in head.unread and len(cell) <= SHOWN:
            yield column, title, cell
    yield from ((column, _COMMENT, said) for column, said in sheet.looks.comments.get(place, {}).items())


def called(sheet: WorkSheet) -> str:
    """What a sheet is called in a sentence."""
    return f"“{sheet.name}”表" if sheet.name else "表里"


def _passed(cells: list[str], head: Head) -> str:
    """What a row is that says nothing of a project; empty for others."""
    if is_sum(cells):
        return "小计、合计"
    if any(map(VACANT.fullmatch, cells)):
        return "空缺"
    named = [column for column in head.keys if column < len(cells) and cells[column]]
    again = all(headings.plain(cells[c]) == headings.plain(head.titles.get(c, "")) for c in named)
    return "重复的表头" * (again and len(named) > 1)  # as on every printed sheet


def _under(above: Mapping[str, str], found: Mapping[str, str]) -> dict[str, str]:
    """What holds below a heading: what it says, and what headings of a higher kind said before."""
    kept = takewhile(lambda said: said[0] not in found, above.items())
    return {**dict(kept), **found}


def _row(sheet: WorkSheet, place: int, cells: list[str], head: Head, above: Mapping[str, str], words: Offered) -> Row:
    given: Cells = {}
    for key, (at, text) in _cells(sheet, place, cells, head):
        given[key] = (given[key][0], f"{given[key][1]}、{text}") if key in JOINED and key in given else (at, text)
    given = _without_brackets(given, above, words)
    told = {key: (sheet.at(place), word) for key, word in above.items() if key not in head.keys.values()}
    for key in {"awards", "proposed"} & given.keys() if "track" not in given else ():  # 工业制造类一等奖
        at, found = given[key][0], words.named(given[key][1])
        given |= {name: (at, found[of]) for name, of in (("track", "track"), (key, "awards")) if len(found) > 1}
    title = next(column for column, key in head.keys.items() if key == "title")
    columns = frozenset(head.keys.values())
    return Row(sheet.at(place), {**told, **given}, (place, title) in sheet.continued, columns)


def _without_brackets(given: Cells, above: Mapping[str, str], words: Offered) -> Cells:
    """The cells, a track or an award in brackets behind the title apart, unless another is said besides."""
    at, text = given.get("title", (None, ""))
    title, said = words.beside(text)
    others = {**above, **{key: cell for key, (_, cell) in given.items()}}
    is_same = all(words.named(others[key]) == {key: word} for key, word in said.items() if key in others)
    apart: Cells = {key: (at, word) for key, word in said.items()} if at and is_same else {}
    return {**apart, **given, "title": (at, title)} if at and apart else given


def _cells(sheet: WorkSheet, place: int, cells: list[str], head: Head) -> Iterator[tuple[str, tuple[CellPlace, str]]]:
    for column, key in head.keys.items():
        text = head.said(column, cells[column]) if column < len(cells) else ""
        if text not in (EMPTY if key not in JOINED else ("",)):
            yield key, (sheet.at(place, column), text)
