"""Many write-ups in one run: each read apart, matched with its entry, and written at once, so that a run can go on."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from generator.catalog import Catalog
from generator.catalog.names import title_key, unit_key
from generator.intake import drafts
from generator.intake.winners import table
from generator.intake.writeups import case_text, manuscript_text, sections, word
from generator.intake.writeups.passages import PassageReader
from generator.intake.writeups.sections import Arranged
from generator.intake.writeups.sources import Source, digest
from generator.intake.writeups.word import WordPicture
from generator.machine.apart import Refused, each
from generator.model import EditionId, Entry
from generator.privacy.personal import masked

STATE = ".imported/cases.json"
"""Beside the cases: which file became which case, by digests, for no name of a file should stay."""

_LEAD = re.compile(r"^(附件|案例)?[\s\d\-_.、（()）:：]*")
_NEAR = 0.6
"""How near a title of an entry must be to be offered."""

_TELLING = 4
"""Characters of a title that tell a project in the name of a file."""


@dataclass(frozen=True)
class Outcome:
    """What became of one file."""

    source: str
    done: str
    """new, renewed, same, kept (changed by hand since), or refused."""

    slug: str = ""
    notes: tuple[str, ...] = ()


@dataclass
class Batch:
    """The cases of one edition, and what is known from earlier runs."""

    catalog: Catalog
    edition: EditionId
    folder: Path
    meanings: Mapping[str, str] = field(default_factory=dict)
    """Numbers of entries by the titles of write-ups."""

    overwrite: bool = False

    def __post_init__(self) -> None:
        state = self.folder / STATE
        self.state: dict[str, dict[str, str]] = json.loads(state.read_text("utf-8")) if state.is_file() else {}
        catalog, edition = self.catalog, self.edition
        self.entries = [entry for entry in catalog.entries_of(edition) if catalog.has_row(edition, entry.number)]
        cases = self.folder / "cases"
        self.taken = {path.name for path in cases.iterdir()} if cases.is_dir() else set()
        self.matched: dict[str, str] = {}

    def run(self, found: Sequence[Source], progress: Callable[[str, int, int], None]) -> Iterator[Outcome]:
        """Import the files one after the other."""
        pending: list[tuple[Source, str]] = []
        for source in found:
            try:
                told = digest(source.read())
            except Refused as refused:
                yield _refused(source, refused)
                continue
            if self._is_done(source, told):
                yield Outcome(source.name, "same", self._known(source)["slug"])
            else:
                pending.append((source, told))
        progress("读取案例", 0, len(pending))
        outline = tuple(self.catalog.editions[self.edition].case_outline)
        made = each(_convert, [(source, outline) for source, _ in pending])
        for number, ((source, told), result) in enumerate(zip(pending, made, strict=True), 1):
            yield _refused(source, result) if isinstance(result, Refused) else self._keep(source, told, *result)
            progress("读取案例", number, len(pending))
        table.name_cases(self.folder, self.matched)

    def _known(self, source: Source) -> dict[str, str]:
        return self.state.get(digest(source.name.encode()), {})

    def _is_done(self, source: Source, told: str) -> bool:
        """Whether neither the file nor what the table says of its project is another than last time."""
        known = self._known(source)
        if self.overwrite or known.get("file") != told:
            return False
        entry = next((entry for entry in self.entries if entry.number == known.get("number")), None)
        there = (self.folder / "cases" / known["slug"] / "index.md").is_file()
        return there and known.get("entry") == self._facts(entry)

    def _facts(self, entry: Entry | None) -> str:
        facts = drafts.facts(entry, self.catalog, self.edition) if entry else ""
        return digest(repr(facts).encode())

    def _keep(self, source: Source, told: str, made: Arranged, pictures: tuple[WordPicture, ...]) -> Outcome:
        """Write a case, unless somebody has worked on it since."""
        self._name(source, made)
        entry = self._entry(source, made)
        _tell_left_out(made, entry)
        slug = self._slug(source, made, entry)
        path = self.folder / "cases" / slug / "index.md"
        if path.is_file() and not self.overwrite and not self._is_ours(path, source, entry):
            return Outcome(source.name, "kept", slug, ("案例已经有人写过，没有动；要换成这份，加上 --overwrite",))
        done = "renewed" if path.is_file() else "new"
        text = case_text.text(made, entry, self.catalog, self.edition, pictures)
        _write(path.parent, text, pictures)
        self.taken.add(slug)
        if entry:
            self.matched[entry.number] = slug
        known = {"file": told, "slug": slug, "text": digest(text.encode())}
        known |= {"number": entry.number if entry else "", "entry": self._facts(entry)}
        self.state[digest(source.name.encode())] = known
        self._remember()
        return Outcome(source.name, done, slug, tuple(map(masked, made.notes)))

    def _name(self, source: Source, made: Arranged) -> None:
        """Settle the title of a write-up."""
        titles = {title_key(entry.title) for entry in self.entries}
        if not made.title or made.is_guess:
            likely = (line for line in (*made.cover, *(said for _, said in made.cells)) if title_key(line) in titles)
            made.title = next(likely, made.title)
            made.is_guess = made.is_guess and title_key(made.title) not in titles
        if not made.title:
            made.title, made.is_guess = _LEAD.sub("", source.stem) or source.stem, True
            made.notes.append("没有找到案例名称，取自文件名")

    def _entry(self, source: Source, made: Arranged) -> Entry | None:
        """The entry that a write-up is about: by its number or its title, in the text or in the file's name."""
        sure = self._meant(source, made)
        if len(sure) == 1:
            return sure[0]
        by_title = {title_key(entry.title): entry for entry in self.entries}
        near = get_close_matches(title_key(made.title), by_title, n=1, cutoff=_NEAR)
        if sure:
            made.notes.append("项目表里有几个同名的项目，没有对应")
        elif near:
            number, title = by_title[near[0]].number, by_title[near[0]].title
            hint = f"是它就加上 --mean “{made.title}={number}”"
            made.notes.append(f"项目表里没有“{made.title}”，最像 {number}“{title}”：{hint}")
        elif by_title:
            made.notes.append("项目表里没有这个项目")
        return None

    def _meant(self, source: Source, made: Arranged) -> list[Entry]:
        """The entries that a write-up may be about: of the surest way to tell that gives any."""
        wanted = self.meanings.get(made.title) or self.meanings.get(source.stem)
        numbers = set(re.findall(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*", source.stem))
        called, unit = title_key(source.stem), unit_key(made.facts.get("unit", ""))
        titles = {entry.number: title_key(entry.title) for entry in self.entries}

        def of(tells: Callable[[Entry], bool]) -> list[Entry]:
            return list(filter(tells, self.entries))

        found = (
            of(lambda entry: entry.number == wanted)
            or of(lambda entry: titles[entry.number] == title_key(made.title))
            or of(lambda entry: entry.number in numbers and "-" in entry.number)
            or of(lambda entry: len(titles[entry.number]) >= _TELLING and titles[entry.number] in called)
        )
        return found if len(found) == 1 else _told_apart(found, numbers, unit)

    def _slug(self, source: Source, made: Arranged, entry: Entry | None) -> str:
        case = self.catalog.case_of(self.edition, entry.number) if entry else None
        known = case.rpartition("/")[2] if case else self._known(source).get("slug")
        cases = self.catalog.cases_of(self.edition)
        same = (each.slug for each in cases if title_key(each.title) == title_key(made.title))
        named = known or next(same, None) or (entry and entry.case)
        return named or drafts.slug(entry.title if entry else made.title, self.taken)

    def _is_ours(self, path: Path, source: Source, entry: Entry | None) -> bool:
        """Whether a file is as an import wrote it, or a draft without text that one made for the entry."""
        written = path.read_bytes()
        if digest(written) == self._known(source).get("text"):
            return True
        draft = drafts.skeleton(entry, self.catalog, self.edition) if entry else None
        return written.decode("utf-8", "replace") == draft

    def _remember(self) -> None:
        path = self.folder / STATE
        path.parent.mkdir(exist_ok=True)
        new = path.with_suffix(".new")
        new.write_text(json.dumps(self.state, indent=1, sort_keys=True), "utf-8", newline="\n")
        new.replace(path)


def _tell_left_out(made: Arranged, entry: Entry | None) -> None:
    """Tell what before the first section is neither the title nor taken for anything else, nor said by its entry."""
    known = [made.title, "", *(["、".join(entry.people), entry.team] if entry else ())]
    lines = Counter(sections.short(line) for line in made.cover if line != made.title)
    made.notes += [f"第一部分以前的“{line}”没有导入{_times(count)}" for line, count in lines.items()]
    cells = Counter(f"{label}“{sections.short(said)}”" for label, said in made.cells if said not in known)
    if cells:
        listed = "、".join(f"{cell}{_times(count)}" for cell, count in cells.items())
        made.notes.append(f"第一部分以前的表里没有导入：{listed}")


def _told_apart(found: list[Entry], numbers: Collection[str], unit: str) -> list[Entry]:
    """Of several entries those with one of the numbers, or else those of the unit; all where neither tells."""
    by_number = [entry for entry in found if entry.number in numbers]
    return by_number or [entry for entry in found if unit and unit_key(entry.unit or "") == unit] or found


def _write(folder: Path, text: str, pictures: Sequence[WordPicture]) -> None:
    """Write a case whole: its text comes last, and no case is without it."""
    folder.mkdir(parents=True, exist_ok=True)
    for picture in pictures:
        (folder / picture.name).write_bytes(picture.data)
    (folder / "index.md").write_text(text, "utf-8", newline="\n")


def _times(count: int) -> str:
    return f"（{count} 处）" if count > 1 else ""


def _refused(source: Source, refused: Refused) -> Outcome:
    return Outcome(source.name, "refused", notes=(f"{refused.message}；{refused.hint}",))


def _convert(given: tuple[Source, tuple[str, ...]]) -> Any:
    """Read one file, in a process of its own: its text by sections, and its pictures."""
    source, outline = given
    raw = source.read()
    reads = manuscript_text.read if source.ending in manuscript_text.ENDINGS else word.read
    text = reads(raw, source.ending)
    reader = PassageReader(lambda words: bool(sections.section_of(words, outline)))
    made = sections.arrange(reader.blocks(text.html), outline)
    made.notes += dict.fromkeys(reader.notes)
    made.notes += [f"没有照原样导入：{what}" for what in (*text.left_out, *reader.left_out)]
    return made, tuple(picture for picture in text.pictures if picture.name in made.pictures)
