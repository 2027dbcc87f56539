"""Rows as projects: every value as `entries.csv` has it, or a problem."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from generator.catalog.names import title_key, unit_key
from generator.content.hints import cut, listing
from generator.content.tables import ALONE, BETWEEN, NO, YES, listed
from generator.intake.manuscripts.pieces import joined
from generator.intake.winners import unit_names
from generator.intake.winners.heads import PERSONS
from generator.intake.winners.meaning import NO_AWARD, Meanings
from generator.intake.winners.rows import BESIDE, Row
from generator.intake.winners.several import ORDINAL, seem_several
from generator.intake.winners.unit_names import PERSON
from generator.intake.workbooks.workbook import CellPlace, Problem
from generator.model import Entry, ListKind, Track
from generator.model.entry import NUMBER
from generator.privacy.personal import find

TITLES = {key: str(field.title) for key, field in Entry.model_fields.items()}
"""What the columns of `entries.csv` are called, by key, in their order."""

_SMALL = ("中型", "小型", "微型", "中小微", "中小企业", "中小微企业")
_TRUE = {"sme": _SMALL, "finalist": ("入围",), "recommended": ("推荐",)}
_FALSE = {"sme": ("大型", "非中小企业"), "finalist": ("未入围", "不入围"), "recommended": ("不推荐", "未推荐")}
_LISTS = {key for key, field in Entry.model_fields.items() if field.default == ()}

_PERSONS = re.compile(r"[^\W\d_a-zA-Z]{2,4}([、，,；;\s]+[^\W\d_a-zA-Z]{2,4})+")
"""Several names of two to four characters."""

_NO_NAME = re.compile(r"[\W\d_]+|.{200,}|.*(…|\.{3,})", re.DOTALL)
_DOTS = re.compile(r"[。．；;，,、]+$|(?<=[^\x00-\x7f])\.$")
_SPACED_OUT = re.compile(r"[^\x00-\x7f](\s+[^\x00-\x7f])+")
_QUOTED = re.compile("《([^《》]+)》|“([^“”]+)”")

_NO_PERSON = re.compile(r"[（）()“”\"《》:：\d]|小组|团队")
"""What no name of a person has: a team or a role is said there besides."""

_TEAM = re.compile("(?:[战小分]队|团队|队伍|小组|[^部车舰船梯编]队)$")
"""How names of teams end."""

_PERSONS_ONLY = "人名", "个人的名单不能导入；写在别的列里的，用 --map 说明；就叫这些名称"
_NAMES = (
    ("title", PERSON.fullmatch, *_PERSONS_ONLY),
    ("unit", PERSON.fullmatch, *_PERSONS_ONLY),
    ("title", _TEAM.search, "团队名称", "补上项目名称，团队写在“团队名称”一列；项目就叫这些名称"),
)
"""What is no project or unit, with what to do about a list of it."""

_DITTO = ("同上", "〃", "″", '"', "待定", "不详", *ALONE)
_GONE = re.compile(
    r"[（(【\[][^（()）】\]]*(放弃|弃权|取消|撤[回销]|退[出赛]|[递替]补|除名|候补|提名|原[名为]|更名|改为)[^（()）】\]]*[）)】\]][*＊※]?$"
)
"""What is said behind a name or an award of what has become of a project."""

_MARK = "*＊※★☆▲△①-⑳"
_MARKED = re.compile(
    rf"(?<=[^*＊])[{_MARK}](?=[）)]?$)|(?<=[^\x00-\x7f])[⁰¹²³⁴-⁹]+(?=[）)]?$)|[\[［〔]注?[\d¹²³⁰⁴-⁹]{{1,2}}[\]］〕]$"
)
_MARKED_TITLE = re.compile(rf"^[{_MARK}](?=[^*＊])|{_MARKED.pattern}")
"""A mark behind a name, or before a title, that a note somewhere else explains."""

_SAME = {"title": title_key, "unit": unit_key}
_TITLE_NUMBER = re.compile(rf"{ORDINAL}(?=\D)")
_AWARD_BESIDE = re.compile(r"[（(]([^（()）]+奖)[)）]")


@dataclass
class Candidate:
    """A project of the table: its row, and its values by key, as texts; empty ones are not there."""

    row: Row
    values: dict[str, str]

    @property
    def name(self) -> str:
        """By what it is known when it has no number."""
        return name_of(self.values)


def name_of(values: Mapping[str, str]) -> str:
    """The title and the unit of a project, but for dress."""
    return f"{title_key(values.get('title', ''))}\n{unit_key(values.get('unit', ''))}"


@dataclass
class Reader:
    """Makes projects of rows, and collects what keeps it from that."""

    tracks: Sequence[Track]
    awards: Sequence[str]
    meanings: Meanings
    stage: ListKind | None = None
    """The list that the table is, where its columns do not say."""

    levels: Sequence[str] = ()
    problems: list[Problem] = field(default_factory=list)
    are_counted: bool = False
    """Whether all titles begin with a number that only counts them."""

    def projects(self, rows: Iterable[Row]) -> list[Candidate]:
        """The projects; one that stands in several rows with different awards is one."""
        found: dict[str, Candidate] = {}
        last: Candidate | None = None
        rows = list(map(self._entering, rows))
        self._look_for_columns(rows)
        titles = [row.text("title") for row in rows]
        self.are_counted = len(titles) > 1 and all(map(_TITLE_NUMBER.match, titles))
        self._look_for_names(rows)
        for row in rows:
            project = self._project(row)
            if row.goes_on and last:
                self._go_on(last, project)
                continue
            last = found.setdefault(project.values.get("number") or project.name, project)
            if last is not project:
                self._join(last, project)
        return list(found.values())

    def _entering(self, row: Row) -> Row:
        """The row without a unit that only says there is none, where persons may enter by themselves."""
        if self.meanings.contest.entrants.unit or row.text("unit") not in ALONE:
            return row
        return replace(row, cells={key: cell for key, cell in row.cells.items() if key != "unit"})

    def _go_on(self, known: Candidate, more: Candidate) -> None:
        """Another row of a project whose title is merged over several: its units are partners of the first."""
        units = [known.values.get("unit", ""), *known.values.get("partners", "").split("、")]
        added = [more.values.get("unit", ""), *more.values.get("partners", "").split("、")]
        units += [unit for unit in added if unit and unit not in units]
        if partners := [unit for unit in units[1:] if unit]:
            known.values["partners"] = "、".join(partners)
        rest = {key: value for key, value in more.values.items() if key not in ("unit", "partners")}
        self._join(known, Candidate(more.row, rest), is_whole=False)

    def _project(self, row: Row) -> Candidate:
        values = {key: value for key in TITLES if (value := self._value(row, key))}
        if len(self.tracks) == 1:
            values.setdefault("track", self.tracks[0].name)
        if "unit" in values:
            first, *more = self._units(row.text("unit"), row.place("unit")) or [""]
            others = dict.fromkeys((*more, *BETWEEN.split(values.pop("partners", ""))))
            partners = "、".join(unit for unit in others if unit not in ("", first))
            values |= {"unit": first} | ({"partners": partners} if partners else {})
        if self.stage and self.stage.fact in ("finalist", "recommended"):
            values |= {self.stage.fact: "是"} if self.stage.fact not in row.columns else {}
        elif self.stage and "awards" in values and self.stage.fact not in values:
            values[self.stage.fact] = values.pop("awards")
        self._look(row, values)
        return Candidate(row, values)

    def _look_for_columns(self, rows: Iterable[Row]) -> None:
        """Complain once of what no row of a sheet says, else of each row."""
        unit, track = self.meanings.contest.entrants.unit, len(self.tracks) != 1
        needed = ("title", *["unit"] * unit, *["track"] * track)
        for _, group in groupby(rows, key=lambda row: row.at.number):
            all_rows = list(group)
            for key in needed:
                missing = [row.at for row in all_rows if not row.text(key)]
                if len(missing) == len(all_rows) > 1:
                    hint = f"列名不同的，加上 --map “列名={TITLES[key]}”；没有的加上这一列"
                    self._tell(missing[0], f"没有写着{TITLES[key]}的列", hint)
                    continue
                for at in missing:
                    self._tell(at, f"这一行没有{TITLES[key]}", "填上，或删去整行")
            self._look_for_groups(all_rows)

    def _look_for_names(self, rows: Sequence[Row]) -> None:
        """Complain once of titles, or of units, most of which are names of persons or of teams."""
        for key, is_name, what, hint in _NAMES:
            named = [row for row in rows if is_name(row.text(key).replace(" ", ""))]
            first = named[0].text(key) if 2 * len(named) > len(rows) > 1 else ""
            if first and first not in self.meanings.given:
                told = f"{listing(row.text(key) for row in named)}像是{what}，不像{TITLES[key]}"
                self._tell(named[0].place(key), told, f"{hint}，加上 --mean “{first}={first}”")

    def _look_for_groups(self, rows: Sequence[Row]) -> None:
        """Complain where awards stand only in the first row of each group, as merged cells leave them."""
        rows = [row for row in rows if row.columns & {"awards", "proposed"}]
        awards = [row.text("awards") or row.text("proposed") for row in rows]
        filled = [award for award in awards if award]
        first = next((place for place, award in enumerate(awards) if not award), len(rows))
        if any(awards[:first]) and any(awards[first:]) and all(one != other for one, other in pairwise(filled)):
            hint = "像是合并的格拆开以后只留下第一行；每行都填上，确实没有奖项的写“无”"
            self._tell(rows[first].at, "这一行和别的行没有奖项，奖项像是只写在每组的第一行", hint)

    def _look(self, row: Row, values: Mapping[str, str]) -> None:
        """Complain of what must not come in."""
        if _PERSONS.fullmatch(values.get("team", "")):
            message = f"“{values['team']}”像是人名，不是团队名称"
            self._tell(row.place("team"), message, "不读这一列，加上 --map “列名=-”")
        for at, cell in row.cells.values():
            if ditto := next((part for part in BETWEEN.split(cell) if part.strip() in _DITTO), None):
                self._tell(at, f"“{ditto}”没有写出来是什么", "写出来；没有的空着")
        self._look_behind(row)
        for key, value in values.items():
            if value[0] in "=@+":
                self._tell(row.place(key), f"“{value[:20]}”像是公式", "改成普通文字")
            for personal in () if key in PERSONS else find(value, TITLES[key]):
                self._tell(row.place(key), personal.message, "删去，只写机构")

    def _look_behind(self, row: Row) -> None:
        """Complain of what is no part of a name or an award, or is none at all."""
        self._look_for_changes(row)
        self._look_at_title(row)
        for key in ("title", "unit"):
            if _NO_NAME.fullmatch(name := row.text(key)):
                message = f"“{name[:20]}”不像{TITLES[key]}：太长、没有写完，或者只有数字和日期"
                self._tell(row.place(key), message, "改成名称")
        self._look_for_marks(row)

    def _look_for_changes(self, row: Row) -> None:
        """What says that the project is gone or another."""
        for key in ("title", "unit", "awards", "proposed"):
            if _GONE.search(cell := row.text(key)) and cell not in self.meanings.given:
                hint = f"已不在名单里的删去这一行，还在的删去这几个字；就是这样写的，加上 --mean “{cell}={cell}”"
                self._tell(row.place(key), f"“{cell}”像是说这一项变了", hint)

    def _look_at_title(self, row: Row) -> None:
        """A title that is a heading, or several titles."""
        title, given = row.text("title"), self.meanings.given
        names = [*self.awards, *(track.name for track in self.tracks)]
        units = [("unit", name) for name in unit_names.in_cell(row.text("unit"))]
        for key, name in (("title", title), *units):
            if name and name not in self.meanings.given and self.meanings.exact(name, names):
                hint = f"看看是不是少了一格；是小标题就移到上面单独一行；就叫这个名称，加上 --mean “{name}={name}”"
                self._tell(row.place(key), f"“{name}”是赛道或奖项，不像{TITLES[key]}", hint)
        if (before := re.split("[：:]", title, maxsplit=1))[1:] and self.meanings.exact(before[0], self.awards):
            hint = "一行写一个项目，奖项写在自己的一列；或者写成“一等奖”下面一行一个“项目名称（单位）”"
            self._tell(row.place("title"), f"“{cut(title, 20)}”前面写着奖项", hint)
        if (beside := BESIDE.fullmatch(title)) and self.meanings.exact(beside["said"], names) and title not in given:
            hint = f"改成一致；名称里就有的，加上 --mean “{title}={title}”"
            self._tell(row.place("title"), f"“{title}”后面写的与别的格里的赛道或奖项不同", hint)
        parts, whole = seem_several(row) or _run_on(row), "".join(title.splitlines())
        if parts and not self.meanings.given.keys() & {title, whole}:
            hint = f"是几个项目就一行写一个；是一个就删去换行和分号，或者加上 --mean “{whole}={whole}”"
            self._tell(row.place("title"), f"一格里像有 {len(parts)} 个项目：{listing(parts)}", hint)

    def _look_for_marks(self, row: Row) -> None:
        """Marks of footnotes before and behind names."""
        for key in ("title", "unit", "partners", "awards", "proposed"):
            form = _MARKED_TITLE if key == "title" and not self.are_counted else _MARKED
            for name in [row.text(key)] if key == "title" else listed(row.text(key)):
                if (mark := form.search(name)) and name not in self.meanings.given:
                    hint = f"看看表外的说明，再加上 --mean “{name}={form.sub('', name)}”；名称里本来就有的写成它自己"
                    self._tell(row.place(key), f"“{name}”{'后' if mark.start() else '前'}面像是脚注的记号", hint)

    def _value(self, row: Row, key: str) -> str:
        cell, at = row.text(key), row.place(key)
        if not cell:
            return ""
        if key in ("proposed", "awards"):
            words = (self.meanings.of("奖项", word, at, self.awards) for word in self._awards(cell))
            return "、".join(filter(None, dict.fromkeys(words)))
        if key in PERSONS:
            return "、".join(name for part in listed(cell) for name in self._persons(part, at))
        if key in _LISTS:
            return "、".join(self._units(cell, at) if key == "partners" else listed(cell))
        if key in _TRUE:
            return self._truth(key, cell, at)
        if key == "number":
            return self._number(cell, at)
        if key == "track":
            return self._track(cell, at)
        if key == "topic":
            return self._topic(row, cell, at)
        unmarked = self.meanings.given.get(cell) if _MARKED_TITLE.search(cell) else None
        text = unmarked or joined(cell.splitlines())
        return self._title(text) if key == "title" else text

    def _title(self, text: str) -> str:
        """A title without its number, its quotation marks, a full stop, and blanks between all of its characters."""
        text = _TITLE_NUMBER.sub("", text) if self.are_counted else text
        text = _DOTS.sub("", re.sub(r"\s", "", text) if _SPACED_OUT.fullmatch(text) else text)
        return text[1:-1] if _QUOTED.fullmatch(text) else text

    def _persons(self, part: str, at: CellPlace) -> list[str]:
        """The names that blanks part, or the one that they fill up to the width of others."""
        words = part.split()
        if _NO_PERSON.search(part):
            hint = "几个姓名之间用顿号隔开，只写姓名；团队的名称写在“团队名称”一列"
            self._tell(at, f"“{part}”不只是一个人的姓名", hint)
            return [part]
        if part.isascii() or len(words) < 2 or all(len(word) > 1 for word in words):
            return [part] if part.isascii() else words
        if len(words) > 2 or len("".join(words)) > 2:
            self._tell(at, f"“{part}”是几个人看不出来", "几个姓名之间用顿号隔开，姓名里不要空格")
        return ["".join(words)]

    def _units(self, cell: str, at: CellPlace) -> list[str]:
        return [unit for name in unit_names.in_cell(cell) for unit in self._named(name, at, cell)]

    def _named(self, name: str, at: CellPlace, cell: str) -> list[str]:
        """The unit of a name, or those that somebody said it is; a line or what a slash parts may be less."""
        plain = re.sub(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", "", name)
        if given := self.meanings.given.get(name) or self.meanings.given.get(plain):
            return listed(given)
        if unit_names.may_be_several(name, cell, at.is_printed):
            hint = f"改成用顿号隔开的全称；或者加上 --mean “{name}={plain}”，是几个就写 --mean “{name}=甲单位、乙单位”"
            self._tell(at, f"“{name}”不像一个单位的全称：几个写在一起、没有写全，或者多了别的", hint)
        return [plain]

    def _awards(self, cell: str) -> list[str]:
        """The awards in a cell, which may be joined by a plus as well, or stand in brackets behind another."""
        cell = cell if cell in self.awards else _AWARD_BESIDE.sub(r"、\1", cell)
        if self.meanings.exact(cell, self.awards):
            return [cell]
        return [part for word in listed(cell) for part in re.split("[+＋]", word) if part.strip() not in NO_AWARD]

    def _track(self, cell: str, at: CellPlace) -> str:
        known = self._known_track(cell)
        return known.name if known else self.meanings.of("赛道", cell, at, [track.name for track in self.tracks]) or ""

    def _known_track(self, cell: str) -> Track | None:
        words = {word: track for track in self.tracks for word in (track.source_name, track.slug, track.name) if word}
        word = self.meanings.exact(cell, list(words))
        return words[word] if word else None

    def _topic(self, row: Row, cell: str, at: CellPlace) -> str:
        track = self._known_track(row.text("track"))
        if track is None or track.topic(cell):
            return cell
        return self.meanings.of(f"赛题（{track.name}）", cell, at, [topic.title for topic in track.topics]) or ""

    def _truth(self, key: str, cell: str, at: CellPlace) -> str:
        word = cell.strip().lower()
        if word in (*YES, *_TRUE[key]):
            return "是"
        if word not in (*NO, *_FALSE[key]):
            self._tell(at, f"{TITLES[key]}不能是“{cell}”", "写“是”或“否”，不知道就空着")
        return "否"

    def _number(self, cell: str, at: CellPlace) -> str:
        number = unicodedata.normalize("NFKC", cell)
        if re.fullmatch(NUMBER, number) and not re.fullmatch(r"\d{4}-\d\d-\d\d", number):
            return number
        hint = "只用字母、数字和单个连字符，如 A-017；不用表里的编号，就加上 --map “编号的列名=-”，由程序编"
        self._tell(at, f"编号不能是“{cell}”", hint)
        return ""

    def _join(self, known: Candidate, again: Candidate, is_whole: bool = True) -> None:
        """A second row of a project may say more, but nothing else."""
        more = False
        for key, value in again.values.items():
            have = known.values.get(key)
            if key in ("awards", "proposed") and have:
                new = [award for award in value.split("、") if award not in have.split("、")]
                known.values[key], more = (won := "、".join([have, *new])), more or bool(new)
                if new and len({*won.split("、")} & {*self.levels}) > 1 and won not in self.meanings.given:
                    hint = f"只有一处是最终的，删去别的；确实都得了，加上 --mean “{won}={won}”"
                    message = f"“{known.values.get('title')}”在 {known.row.place(key)} 是“{have}”，这里是“{value}”"
                    self._tell(again.row.place(key), message, hint)
            elif not have:
                known.values[key], more = value, True
            elif have != value and not (key in _SAME and _SAME[key](have) == _SAME[key](value)):
                message = f"同一项目的{TITLES[key]}，{known.row.place(key)} 写“{have}”，这里写“{value}”"
                self._tell(again.row.place(key), message, "改成一致；不是同一个项目，编号就不能相同")
                more = True
        if is_whole and not more:
            self._tell(again.row.at, f"与 {known.row.at} 重复", "删去其中一行")

    def _tell(self, at: CellPlace, message: str, hint: str) -> None:
        self.problems.append(Problem(at, message, hint))


def _run_on(row: Row) -> list[str]:
    match = unit_names.RUN_ON.fullmatch(row.text("title")) if row.place("title").is_printed else None
    return [*match.groups()] if match else []
