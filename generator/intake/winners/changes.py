"""What a table of winners would change in `entries.csv`: told first, written when that is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Literal

from generator.catalog.names import title_key, unit_key
from generator.content.hints import cut, listing
from generator.content.tables import BETWEEN, track_of
from generator.intake.winners.entry_numbers import Numbers
from generator.intake.winners.meaning import NEW, PROJECT, Meanings
from generator.intake.winners.projects import TITLES, Candidate, name_of
from generator.intake.winners.table import EntryTable
from generator.intake.workbooks.workbook import Problem
from generator.model import Contest, Track

_ALIKE = 0.6
"""So much of two titles of one unit is the same when it may be one project that was renamed."""

_SHOWN = 40


@dataclass(frozen=True)
class Edit:
    """A value that becomes different, or that is kept though the table says otherwise."""

    number: str
    key: str
    old: str
    new: str

    def __str__(self) -> str:
        old, new = (cut(text, _SHOWN) for text in (self.old, self.new))
        return f"{self.number} {TITLES[self.key]}：{f'“{old}”' if old else '（空）'} → “{new}”"


@dataclass
class Difference:
    """The difference between a table and the entries."""

    new: dict[str, dict[str, str]] = field(default_factory=dict)
    changed: list[Edit] = field(default_factory=list)
    kept: list[Edit] = field(default_factory=list)
    """Values written by hand that the table says otherwise."""

    settled: list[Edit] = field(default_factory=list)
    """Those among them that were told before: the table says what it said then."""

    same: int = 0
    absent: list[str] = field(default_factory=list)
    seen: dict[str, dict[str, str]] = field(default_factory=dict)
    """What the table says, by number: what the next import compares with."""

    problems: list[Problem] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        return not self.new and not self.changed

    def to_text(self) -> str:
        """The lines that an office reads before it says yes."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        for number, values in self.new.items():
            told = "，".join(values[key] for key in ("unit", "track", "awards", "proposed") if key in values)
            yield f"+ {number} {values['title']}（{told}）"
        yield from (f"~ {change}" for change in self.changed)
        for change in self.kept:
            title, old, new = TITLES[change.key], change.old, change.new
            yield f"! {change.number} {title}保留“{old}”（改过，或不是导入的），表里是“{new}”"
        if self.settled:
            settled = [f"{each.number} {TITLES[each.key]}“{each.old}”（表里“{each.new}”）" for each in self.settled]
            yield f"以前手改过、与表里不同的 {len(settled)} 处，照旧保留：{listing(settled, 10)}"
        if self.absent:
            yield f"项目表里有、这张表里没有的 {len(self.absent)} 项，不动：{listing(self.absent, 10)}"
        rows = len({change.number for change in self.changed})
        kept = f"，保留手改 {len(self.kept)} 处" if self.kept else ""
        yield f"新增 {len(self.new)} 项，修改 {rows} 项，不变 {self.same} 项{kept}。"


def _renumbered(project: Candidate, number: str) -> Problem:
    """A project that is there under another number: one that was given out must not change."""
    message = f"“{project.values['title']}”在项目表里是 {number}，这里是 {project.values['number']}"
    hint = f"编号发出以后不改：沿用 {number} 就加上 --map “编号的列名=-”；要用这里的，先在 entries.csv 里改"
    return Problem(project.row.place("number"), message, hint)


def compare(
    projects: Sequence[Candidate],
    table: EntryTable,
    last: EntryTable,
    tracks: Sequence[Track],
    meanings: Meanings,
    overwrite: bool = False,
) -> Difference:
    """What projects say beyond the table, in its words; `last` is what they said the last time.

    A value that was changed by hand since, or that no import wrote, is kept unless `overwrite`.
    """
    changes = Difference()
    known = _Known(table, last, projects, meanings)
    numbers = Numbers(tracks, {number: table.values(number).get("track", "") for number in table.places})
    same = _same_in(meanings.contest, tracks)
    for project in projects:
        number = known.number(project)
        if other := known.renumbered(project):
            changes.problems.append(_renumbered(project, other))
        if number is None:
            number = project.values.get("number") or numbers.next(project.values.get("track", ""))
            changes.new[number] = {"number": number, **project.values}
        else:
            found = list(_differences(number, project, table, last, same, overwrite))
            for change, fate in found:
                getattr(changes, fate).append(change)
            changes.same += all(fate != "changed" for _, fate in found)
        changes.seen[number] = {**project.values, "number": number}
    changes.absent = [number for number in table.places if number not in changes.seen]
    return changes


Same = Callable[[str, str, str], bool]


def _same_in(contest: Contest, tracks: Sequence[Track]) -> Same:
    """Whether two values of a key say the same: a track by its name or its slug, lists cut anywhere."""
    slugs = {track.name: track.slug for track in tracks}

    def same(key: str, one: str, other: str) -> bool:
        if key == "track":
            return track_of(one, contest, slugs) == track_of(other, contest, slugs)
        if key in ("partners", "proposed", "awards"):
            return [part.strip() for part in BETWEEN.split(one)] == [part.strip() for part in BETWEEN.split(other)]
        return one == other

    return same


def _differences(
    number: str, project: Candidate, table: EntryTable, last: EntryTable, same: Same, overwrite: bool
) -> Iterator[tuple[Edit, Literal["changed", "kept", "settled"]]]:
    """The values of an entry that differ, and to which of the lists of a `Difference` each belongs."""
    before = last.values(number)
    for key, value in project.values.items():
        here = table.value(number, key)
        if key == "number" or same(key, here, value):
            continue
        moved = not same(key, before.get(key, ""), value)
        untouched = not here or same(key, here, before.get(key, ""))
        is_taken, is_new = overwrite or (untouched and moved), moved or key not in before
        yield Edit(number, key, here, value), "changed" if is_taken else "kept" if is_new else "settled"


class _Known:
    """Finds the entry that a project is."""

    def __init__(self, table: EntryTable, last: EntryTable, projects: Sequence[Candidate], meanings: Meanings) -> None:
        self.table, self.meanings = table, meanings
        self.by_name: dict[str, str] = {}
        self.free: dict[str, list[tuple[str, str]]] = {}
        """Entries that no project is, with their titles, by their units and by their titles."""
        taken = {project.name for project in projects} | {project.values.get("number", "") for project in projects}
        for number in table.places:
            values = table.values(number)
            before = last.values(number)
            names = {name_of(values), name_of(before or values)}
            self.by_name |= dict.fromkeys(names, number)
            if not names & taken and number not in taken:
                title = values.get("title", "")
                for key in (unit_key(values.get("unit", "")), title_key(title)):
                    self.free.setdefault(key, []).append((number, title))

    def number(self, project: Candidate) -> str | None:
        """The number of the entry; None for a new one."""
        number = project.values.get("number")
        if number:
            return number if number in self.table.places else None
        return self.by_name.get(project.name) or self._renamed(project)

    def renumbered(self, project: Candidate) -> str | None:
        """The number by which a project with a number of its own is known already."""
        number = project.values.get("number")
        return self.by_name.get(project.name) if number and number not in self.table.places else None

    def _renamed(self, project: Candidate) -> str | None:
        """An entry with the same unit and a title that is alike, or the same title, when somebody says it is that."""
        title, unit = project.values.get("title", ""), project.values.get("unit", "")
        said = self.meanings.given.get(title)
        if said in self.table.places:
            return said
        alone = self.free.get(title_key(title), ())
        if not unit and len(alone) == 1:  # a table without units
            return alone[0][0]
        free = (*self.free.get(unit_key(unit), ()), *self.free.get(title_key(title), ()))
        near = dict.fromkeys(f"{number} {known}" for number, known in free if _alike(title, known))
        if not near:
            return None
        answer = self.meanings.of(PROJECT, title, project.row.place("title"), [*near, NEW])
        return answer.partition(" ")[0] if answer and answer != NEW else None


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, title_key(one), title_key(other)).ratio() >= _ALIKE
