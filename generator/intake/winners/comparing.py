"""One import of winners told once: sheets to rows to projects to the difference with `entries.csv`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, dropwhile
from pathlib import Path

from xlsxwriter.utility import xl_col_to_name

from generator.catalog import Catalog
from generator.catalog.names import unit_key
from generator.content import headings
from generator.content.hints import cut, listing
from generator.intake import drafts
from generator.intake.winners import changes, claims, heads, projects, rows, several, sheets, table
from generator.intake.winners.changes import Difference
from generator.intake.winners.heads import Head
from generator.intake.winners.meaning import Ask, Meanings
from generator.intake.winners.projects import TITLES, Candidate
from generator.intake.winners.table import EntryTable
from generator.intake.winners.unit_names import BODY
from generator.intake.workbooks.workbook import Problem, WorkSheet
from generator.machine.apart import Refused
from generator.model import Contest, EditionId, ListKind

_ATTACHED = re.compile(
    r"(?:附件?\s*\d{0,2}\s*[.．、：:]?\s*)?(?:\d{1,2}[.．、]\s*)?(.{2,60}(?:名单|结果|[一览情况汇总公示结果]表))(?:\.\w{2,5})?[。；]?"
)
"""The title of a list among the annexes of a notice."""
_LIKELY = re.compile(f"奖|{BODY}")
"""What is hidden and may be of a list."""
_LISTED = {kind.fact for kind in ListKind}
"""Values that put a project in a list."""
_ADDED = re.compile(r"(?:增[加补列]|新增|补充)[^。；]{0,12}[\d一二三四五六七八九十]+[项个]")
"""How a line tells of projects that the list above it does not have."""


@dataclass(frozen=True)
class Wish:
    """What is imported, and what was said beforehand."""

    catalog: Catalog
    folder: Path
    """Of the edition's content."""

    edition: EditionId
    columns: Mapping[str, str] = field(default_factory=dict)
    """Keys of columns by their titles or letters, `-` for those not to be read."""

    meanings: Mapping[str, str] = field(default_factory=dict)
    stage: ListKind | None = None
    overwrite: bool = False


@dataclass(frozen=True)
class Import:
    """What would be written, or why nothing can be."""

    table: EntryTable
    changes: Difference
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]

    def write(self, folder: Path) -> Path:
        """Write `entries.csv` in the edition's folder, and what the table said for the next time."""
        self.table.update(self.changes.new)
        for change in self.changes.changed:
            self.table.set(change.number, change.key, change.new)
        path, last = folder / "entries.csv", folder / table.LAST
        said = table.read(last)
        said.update(self.changes.seen)
        path.write_bytes(self.table.to_csv())
        last.parent.mkdir(exist_ok=True)
        last.write_bytes(said.to_csv())  # after that: a stop between them must not look like an edit by hand
        return path


def prepare(path: Path, wish: Wish, ask: Ask) -> Import:
    """Read a table of winners and compare it with what is there. Raises `Refused`."""
    file = wish.catalog.entries.get(wish.edition)
    there = table.read(wish.folder / "entries.csv")
    if file and file.entries and not there.places:
        raise Refused("项目写在 entries.yml 里", "把其中的 entries 移到 entries.csv 再导入")
    wish = replace(wish, columns={**_own_names(wish.catalog.contest), **wish.columns})
    meanings = Meanings(ask, wish.catalog.contest, wish.meanings)
    tracks, scheme = wish.catalog.tracks_of(wish.edition), wish.catalog.scheme(wish.edition)
    words = rows.Offered(meanings, tuple(track.name for track in tracks), scheme.names, scheme.levels)
    reading = _read(path, wish, words)
    reader = projects.Reader(tracks, scheme.names, meanings, wish.stage, scheme.levels)
    found = reader.projects(chain.from_iterable(several.parted(row, reading) for row in reading.rows))
    last = table.read(wish.folder / table.LAST)
    compared = changes.compare(found, there, last, tracks, meanings, wish.overwrite)
    _tell_unlisted(found, wish.stage, reading)
    problems = sorted({*reading.problems, *reader.problems, *compared.problems, *meanings.problems()})
    if not problems and (spelled := _spelled_twice(found)):
        reading.notes.append(f"名称相近的单位，是同一个就改成一致：{listing(spelled)}")
    if spaced := [f"{each.row.place('title')}“{each.values['title']}”" for each in found if _is_spaced(each)]:
        reading.notes.append(f"{len(spaced)} 个名称里有空格，照样读了，多余的就删去：{listing(spaced)}")
    return Import(there, compared, tuple(problems), tuple(reading.notes))


def _own_names(contest: Contest) -> dict[str, str]:
    """The keys of columns by what this contest calls them; those of persons only where it publishes their names.

    A column 作品 names projects, where a contest calls its cases so: of folders only the program's own tables tell.
    """
    public = {"people": contest.entrants.names, "mentors": contest.entrants.mentors, "case": False}
    words = ((key, title, word) for key, title in TITLES.items() for word in (title, contest.words.say(title)))
    return {word: key for key, title, word in words if public.get(key, word != title)}


def _is_spaced(project: Candidate) -> bool:
    """Whether a title has a blank that nobody types between Chinese characters without a reason."""
    return re.search(r"[^\x00-\x7f]\s+[^\x00-\x7f]", project.values.get("title", "")) is not None


def _spelled_twice(found: Sequence[Candidate]) -> list[str]:
    """Names of units that differ in dress only: 某某有限公司 and 某某有限责任公司, brackets of two widths."""
    lists = (f"{each.values.get('unit', '')}、{each.values.get('partners', '')}".split("、") for each in found)
    by_key: dict[str, set[str]] = {}
    for name in filter(None, chain.from_iterable(lists)):
        by_key.setdefault(unit_key(name).replace("有限责任公司", "有限公司"), set()).add(name)
    return ["与".join(f"“{name}”" for name in sorted(names)) for names in by_key.values() if len(names) > 1]


def _tell_unlisted(found: Sequence[Candidate], stage: ListKind | None, reading: rows.RowsRead) -> None:
    """Tell of projects without an award; when somebody said that these are winners, it must be somewhere."""
    wanted = {stage.fact} if stage else _LISTED
    places = [each.row.at for each in found if not wanted & each.values.keys()]
    is_told = any("awards" in each.row.cells for each in found)  # in words that are asked about
    if not places:
        return
    if (are_all := len(places) == len(found)) and stage and not is_told:
        hint = "写在别的列里的，加上 --map “列名=奖项”，再用 --mean 说明各是什么；都是一个奖项的，在表的上面加一行写上"
        reading.problems.append(Problem(places[0], "表里没有写明奖项，项目进不了这份名单", hint))
    elif are_all:
        reading.notes.append("表里没有写明奖项，项目还不在任何名单里；是哪份名单，用 --list 说明")
    else:
        reading.notes.append(f"{len(places)} 行没有写奖项：{listing(list(map(str, places)))}")


def _read(path: Path, wish: Wish, words: rows.Offered) -> rows.RowsRead:
    """The rows of all sheets that have a head."""
    reading = rows.RowsRead()
    if path.suffix.lower() in (".xls", ".et"):
        reading.notes.append(
            "旧格式里看不出隐藏的行列、删除线、批注和没有值的公式，都读了；不放心就另存为 .xlsx 再导入"
        )
    wholes = _named_by_file(path.stem, sheets.read(path), words)
    parts = ((whole, part) for whole in wholes for part in heads.side_by_side(whole.seen(), wish.columns))
    headed = ((whole, *_headed(replace(part, number=at), wish)) for at, (whole, part) in enumerate(parts))
    for whole, sheet, head in headed:
        if head:
            reading.notes += [note for note in _unseen(whole) if note not in reading.notes]
            known = words.of_columns(sheet, head, reading)
            _tell_stage(sheet, known, words.above(sheet, known), path.stem, wish, reading)
            rows.read(sheet, known, words, reading, wish.columns)
        else:
            _tell_unread(sheet, wish, reading)
    _tell_said(wholes, wish, words, reading)
    if wish.catalog.contest.entrants.unit and (parted := sheets.units_apart(reading.rows)):
        reading.rows = parted
        reading.notes.append(f"没有写着牵头单位的列，取自项目名称后面，如“{parted[0].text('unit')}”")
    _tell_changes(reading)
    if reading.remarks:
        reading.notes.append(f"{len(reading.remarks)} 处备注没有读入：{listing(reading.remarks)}")
    if not reading.rows and not reading.problems:
        raise _refused(wholes, reading.notes)
    return reading


def _tell_changes(reading: rows.RowsRead) -> None:
    """Tell of lines by which what was read may have changed, such as 注：某某项目放弃，由某某递补 or 增加三等奖1项."""
    names = dict.fromkeys(row.text(key) for row in reading.rows for key in ("title", "unit"))
    for at, text in reading.lines:
        named = next((name for name in names if len(name) > 1 and name in text), None)
        if named and rows.CHANGED.search(text):
            hint = "已不在名单里的删去那一项，变动写在 entries.yml 的 changes 里；不必管的删去这一行"
            reading.problems.append(Problem(at, f"“{cut(text, rows.SHOWN)}”，“{named}”可能变了", hint))
        elif _ADDED.search(text):
            hint = "照名单的样子补上那几项；不必管的删去这一行"
            reading.problems.append(Problem(at, f"“{cut(text, rows.SHOWN)}”，可能还有没有读入的项目", hint))


def _tell_unread(sheet: WorkSheet, wish: Wish, reading: rows.RowsRead) -> None:
    """Tell why a sheet without the head of a list is not read: it has that of another table, is hidden, or has none."""
    if not sheet.is_hidden and (found := heads.nearly(sheet, wish.columns)):
        rows.tell_others(sheet, *found, wish.columns, reading)
    else:
        why = "它是隐藏的" if sheet.is_hidden else f"找不到写着项目名称等列名的一行{_like_a_head(sheet)}"
        reading.notes.append(f"{rows.called(sheet)}没有读入：{why}")


def _tell_said(wholes: Sequence[WorkSheet], wish: Wish, words: rows.Offered, reading: rows.RowsRead) -> None:
    """Hold what headings count, and what somebody said of columns, against what is there."""
    for whole in wholes:
        claims.tell(whole.seen(), words, reading)
    texts = {headings.plain(cell) for whole in wholes for cells in whole.rows for cell in cells}
    unused = sorted(wish.columns.keys() - texts - _own_names(wish.catalog.contest).keys())
    if told := [f"“{word}”" for word in unused if not heads.LETTERS.fullmatch(word)]:
        reading.notes.append(f"没有叫{listing(told)}的列，--map 里的没有用上")


def _named_by_file(stem: str, wholes: tuple[WorkSheet, ...], words: rows.Offered) -> tuple[WorkSheet, ...]:
    """The sheets; a single one whose name tells nothing is called like its file, as where every track has a file."""
    is_told = len(wholes) == 1 and not words.titled(wholes[0].name) and words.titled(stem)
    return (replace(wholes[0], name=stem),) if is_told else wholes


def _refused(wholes: Sequence[WorkSheet], notes: Sequence[str]) -> Refused:
    """Why nothing was read: the list is in an annex; or what columns are called, or which lines tell of awards."""
    if attached := _attached(wholes):
        return Refused(f"文里没有名单，说是在附件里：{listing(attached)}", "导入附件的文件")
    lines = [(each.at(at), [*filter(None, {*cells})]) for each in wholes for at, cells in enumerate(each.rows)]
    told = "；".join(dict.fromkeys(notes)) or "列名下面没有内容"
    hint = "列名不同的，加上 --map “列名=项目名称”一类的选项；没有列名的，写列的字母，如 --map A=项目名称；不是表格的"
    if all(len(texts) < 2 for _, texts in lines):
        awarded = [f"{at}“{cut(text, 20)}”" for at, texts in lines for text in texts if "奖" in text]
        told = f"找不到名单：没有表格，也没有读得出项目名称和单位的行；写着奖项的行：{listing(awarded) or '没有'}"
        hint = "写成“一等奖”下面一行一个“项目名称（单位）”；或者"
    return Refused(told, f"{hint}先整理成第一行是列名、下面一行一个项目的表格")


def _attached(wholes: Sequence[WorkSheet]) -> list[str]:
    """The lists that a notice says it has in its annexes."""
    texts = [str(cell).strip() for whole in wholes for cells in whole.rows for cell in cells if cell]
    annexed = dropwhile(lambda text: not text.startswith("附件"), texts)
    return list(dict.fromkeys(match[1] for text in annexed if (match := _ATTACHED.fullmatch(text))))


def _like_a_head(sheet: WorkSheet) -> str:
    """What the columns may be called where nobody knows: the first of the fullest rows, if it has no numbers."""
    texts = max((list(dict.fromkeys(filter(None, cells))) for cells in sheet.rows), key=len, default=[])
    is_head = len(texts) > 1 and not re.search(r"\d", "".join(texts))
    known = f"；认得的只有“{one[0]}”，还要有单位、奖项等" if (one := [*filter(headings.key_of, texts)]) else ""
    return f"，只有：{listing(texts, 10)}{known}" if is_head else ""


def _headed(sheet: WorkSheet, wish: Wish) -> tuple[WorkSheet, Head | None]:
    """A sheet, or its numbered lines or cards as one, with its head; without one where it is hidden or no list."""
    head = None if sheet.is_hidden else heads.of(sheet, wish.columns)
    if head or sheet.is_hidden:
        return sheet, head
    made = sheets.cards(sheet)
    return sheets.numbered_lines(sheets.unfolded(sheet)) or (made, heads.of(made, wish.columns))


def _unseen(sheet: WorkSheet) -> Iterator[str]:
    """What is hidden in a sheet or a document and has something in it."""
    hidden = [str(row + 1) for row in sorted(sheet.looks.rows) if row < len(sheet.rows) and any(sheet.rows[row])]
    used = {column for cells in sheet.rows for column, cell in enumerate(cells) if cell}
    columns = map(xl_col_to_name, sorted(sheet.looks.columns & used))
    likely = [cut(text, rows.SHOWN) for text in sheet.looks.unseen if _LIKELY.search(text)]
    if likely:
        yield f"{len(likely)} 处隐藏的、修订里删去的内容没有读入：{listing(likely)}（要读入，先让它们显示出来）"
    for word, found in (("行", hidden), ("列", [*columns])):
        if found:
            yield f"“{sheet.name}”表隐藏的{word}没有读入：{listing(found)}（要读入，先在表格软件里取消隐藏或筛选）"


def _tell_stage(
    sheet: WorkSheet, head: Head, title: Mapping[str, str], name: str, wish: Wish, reading: rows.RowsRead
) -> None:
    """Ask which list it is when the table calls itself one before the last, for awards in it are not final."""
    above = (cell for row in sheet.rows[: max(head.row, 0)] for cell in row)
    said = (cell for cells in sheet.rows[max(head.row, 0) + 1 :] for cell in cells if re.match("拟[获推授评]", cell))
    is_before = re.search("公示|拟获|拟授|拟推荐|拟评", " ".join([name, sheet.name, *above, *said]))
    place = next((place for place, key in head.keys.items() if key == "awards"), 0 if "awards" in title else None)
    if place is not None and wish.stage is None and is_before:
        hint = "是公示名单就加上 --list proposed，奖项写进“拟获奖项”；已是最终结果就加上 --list winners"
        at = sheet.at(max(head.row, 0), place)
        reading.problems.append(Problem(at, "这张表像是公示名单，里面的奖项是拟定的还是最终的", hint))


def write_cases(folder: Path, catalog: Catalog, edition: EditionId) -> list[str]:
    """A draft of a case for every winner that has none yet, named in `entries.csv`; the names of their folders."""
    cases, made = folder / "cases", dict[str, str]()
    taken = {path.name for path in cases.iterdir()} if cases.is_dir() else set()
    for entry in catalog.entries_of(edition):
        if not entry.is_in(ListKind.WINNERS) or catalog.case_of(edition, entry.number) or entry.case:
            continue
        name = drafts.slug(entry.title, taken)
        (cases / name).mkdir(parents=True)
        text = drafts.skeleton(entry, catalog, edition)
        (cases / name / "index.md").write_text(text, "utf-8", newline="\n")
        taken.add(name)
        made[entry.number] = name
    table.name_cases(folder, made)
    return [*made.values()]
