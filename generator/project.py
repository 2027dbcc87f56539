"""Load a project: the whole story from files to a checked catalog, told once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from generator import checks
from generator.catalog import Catalog, Kind, SourceKey, addresses
from generator.catalog.records import FIELDS
from generator.content import decode, documents, tables, tree
from generator.content.documents import Document
from generator.content.kept import KeptRecords
from generator.content.tree import FolderEntry, Tree
from generator.content.validate import validate
from generator.diagnostics import Report, Span
from generator.model import (
    AwardScheme,
    Branch,
    BranchId,
    Contest,
    EditionId,
    Entries,
    Faq,
    FreePage,
    Handbook,
    Judging,
    Notice,
    Record,
    SearchWords,
    Statistics,
    Timeline,
    TopicLinks,
    Track,
    WrittenCase,
)
from generator.model.contest import SectorsFile

R = TypeVar("R", bound=Record)

_REQUIRED: Mapping[Kind, type[Record]] = {"timeline": Timeline, "awards": AwardScheme}
_OPTIONAL: Mapping[Kind, type[Record]] = {"judging": Judging, "handbook": Handbook, "statistics": Statistics}
"""The files `<kind>.yml` of an edition whose records are what is written in them."""

_NAMED: Mapping[Kind, re.Pattern[str]] = {
    "track": re.compile(r"(\d{2})-(.+)"),
    "notice": re.compile(r"(\d{4}-\d{2}-\d{2})-(.+)"),
    "page": re.compile("()(.+)"),
}
"""What a text's file is called without its ending: what is before the slug, and that."""

_TEXT = re.compile(r"(?P<stem>.+?)(?P<ending>\.(?:md|markdown)(?:\.txt)?)", re.IGNORECASE)


_NEW = "参照 docs/content-format.md 新建"
"""What to do about a file that is missing."""

_ENDINGS = {"yml": r"(?:\.(?:ya?ml|txt))+", "md": r"(?:\.(?:md|markdown|txt))+", "csv": r"\.csv(?:\.txt)?", "": ""}
"""What people and their programs make of the ending of a file's name."""


def _nearly(name: str) -> re.Pattern[str]:
    """What a file or a folder is called that was meant to have the name, which has an ending if it is a file's."""
    stem, _, ending = name.partition(".")
    return re.compile(rf"{stem.removesuffix('s')}s?{_ENDINGS[ending]}", re.IGNORECASE)


@dataclass(frozen=True)
class Project:
    """A project's root folder, its catalog, and everything found wrong with its content."""

    root: Path
    catalog: Catalog | None
    report: Report


def load(root: Path, kept: KeptRecords | None = None) -> Project:
    """Read every content file below `root`, decode it, index it and check it.

    Files that are `kept` as sound are neither decoded nor looked at alone again. The catalog is None only when the
    contest itself cannot be read, or when something in the project's folders must not be read: then nothing is.
    """
    looked_at = tree.look(root.resolve())
    loader = _Loader(looked_at, Report(), kept or KeptRecords())
    loader.report.extend(looked_at.problems)
    if loader.report.has_errors:
        return Project(looked_at.root, None, loader.report)
    loader.read_contest()
    loader.read_branches()
    for branch in sorted(loader.branches):
        loader.read_editions(branch)
    catalog = loader.catalog()
    if catalog is not None and checks.run(looked_at, catalog, loader.report):
        loader.keep_sound()
    return Project(looked_at.root, catalog, loader.report)


@dataclass
class _Loader:
    """Walks the tree of `content/` and `branches/` and fills one dictionary per kind of record.

    Files and folders go by their paths below the project's root.
    """

    tree: Tree
    report: Report
    kept: KeptRecords
    contest: Contest | None = None
    topic_links: TopicLinks | None = None
    search_words: SearchWords | None = None
    branches: set[BranchId] = field(default_factory=set)
    records: dict[Kind, dict[Any, Any]] = field(default_factory=dict)
    sources: dict[SourceKey, Document] = field(default_factory=dict)
    looked_at: list[tuple[SourceKey, Record, bytes, bytes]] = field(default_factory=list)
    """What was decoded now: its source and record, the key under which it may be kept, its bytes."""

    def catalog(self) -> Catalog | None:
        """The records read so far."""
        if self.contest is None:
            return None
        cases = self.records.pop("case", {})
        named: dict[str, Any] = {FIELDS[kind]: found for kind, found in self.records.items()}
        return Catalog(
            contest=self.contest,
            **named,
            cases={key: written.case for key, written in cases.items()},
            case_texts={key: written.text for key, written in cases.items()},
            topic_links=self.topic_links,
            search_words=self.search_words or SearchWords(),
            sources=self.sources,
        )

    def keep_sound(self) -> None:
        """Keep the files in which nothing was found; all rules must have been applied."""
        faulty = {found.at.path for found in self.report.diagnostics}
        for source, record, key, raw in self.looked_at:
            document = self.sources[source]
            if document.path not in faulty:
                self.sources[source] = self.kept.keep(key, record, document, raw)

    def read_contest(self) -> None:
        """`contest.yml` and `sectors.yml`, `topic-links.yml` and `search.yml` where they are."""
        if document := self._required("content/contest.yml", "contest", ""):
            self.contest = validate(Contest, document, self.report)
        if document := self._required("content/sectors.yml", "sectors", ""):
            listed = validate(SectorsFile, document, self.report)
            self.records["sectors"] = {sector.key: sector for sector in listed.sectors} if listed else {}
        if document := self._optional("content/topic-links.yml", "topic-links", "", exactly=True):
            self.topic_links = validate(TopicLinks, document, self.report)
        if document := self._optional("content/search.yml", "search", "", exactly=True):
            self.search_words = validate(SearchWords, document, self.report)

    def read_branches(self) -> None:
        """Every `branches/<id>/branch.yml`."""
        folders = self._folders("branches")
        self._match_content({folder.lower(): folder for folder in folders})
        for folder in folders:
            if not addresses.is_slug(folder):
                hint = "分赛的目录名就是网址，改成小写字母、数字和连字符；content/ 里同名的也改"
                self._unsafe(f"branches/{folder}", hint)
                continue
            branch_id = BranchId(folder)
            self.branches.add(branch_id)
            document = self._required(f"branches/{branch_id}/branch.yml", "branch", branch_id)
            if document and (branch := validate(Branch, document, self.report)):
                if branch.id != branch_id:
                    hint = f"改成 `id: {branch_id}`，或给目录改名"
                    self.report.add("invalid-value", document.span("id"), f"编号“{branch.id}”与目录名不同", hint)
                self._store("branch", branch_id, branch)

    def _match_content(self, named: Mapping[str, str]) -> None:
        """See that what is in `content/` is of a branch; `named` are the folders of branches by their small letters."""
        for folder in self._folders("content"):
            name = named.get(folder.lower())
            if name is None:
                hint = f"运行 portal new branch {folder} 新建，content/{folder} 里已有的不动"
                self._required(f"branches/{folder}/branch.yml", "branch", folder, hint)
            elif name != folder or not addresses.is_slug(name):
                if addresses.is_slug(name):
                    self._misnamed(f"content/{folder}", name)
                for year in self._folders(f"content/{folder}"):  # nobody is told that these are not there
                    self._add("edition", f"{name.lower()}/{year}", f"content/{folder}/{year}/edition.yml", None)

    def read_editions(self, branch: BranchId) -> None:
        """Every year folder of a branch."""
        for year in self._folders(f"content/{branch}"):
            if re.fullmatch(r"20\d\d", year):
                self._read_edition(branch, int(year))
            else:
                at, hint = Span(f"content/{branch}/{year}"), "届次目录用四位年份命名，如 2026"
                self.report.add("unsafe-path", at, f"“{year}”不是年份", hint)

    def _read_edition(self, branch: BranchId, year: int) -> None:
        edition = EditionId(f"{branch}/{year}")
        base = f"content/{edition}"
        if document := self._required(f"{base}/edition.yml", "edition", edition):
            self._store("edition", edition, decode.edition(document, branch, year, self.report))
        for find, models in ((self._required, _REQUIRED), (self._optional, _OPTIONAL)):
            for kind, model in models.items():
                if document := find(f"{base}/{kind}.yml", kind, edition):
                    self._store(kind, edition, validate(model, document, self.report))
        if document := self._optional(f"{base}/faq.yml", "faq", edition, exactly=True):
            self._store("faq", edition, validate(Faq, document, self.report))
        self._read_tracks(edition)
        self._read_entries(edition)
        self._read_notices(edition)
        self._read_pages(edition)
        self._read_cases(edition)

    def _read_entries(self, edition: EditionId) -> None:
        """`entries.yml`, and its rows from `entries.csv` where there is one."""
        document = self._optional(f"content/{edition}/entries.yml", "entries", edition)
        name = self._meant(f"content/{edition}/entries.csv")
        if self.tree.has_file(name):
            raw = documents.read(self.tree.root, name, self.report)
            known = self.records.get("track", {}).values()
            tracks = {track.name: track.slug for track in known if track.edition == edition}
            rows = None
            if raw is not None and self.contest:
                rows = tables.entries(name, raw, self.contest, tracks, self.report)
            if document and "entries" in document.data:
                at, hint = document.span("entries"), "项目只写在一个文件里：删去这里的，或删去 entries.csv"
                self.report.add("duplicate-entry", at, "entries.csv 里已经有项目", hint)
            document = documents.joined(rows, document) if rows else None
            self.sources["entries", edition] = document or Document(name, {})
        if document:
            self._store("entries", edition, validate(Entries, document, self.report))

    def _read_tracks(self, edition: EditionId) -> None:
        hint = "赛道文件命名为“两位序号-英文短名.md”，如 07-urban-governance.md"
        for track, called in self._texts(edition, "track", Track, decode.track, hint):
            if track.number != int(called):
                at = self.sources["track", track.id].span("number")
                self.report.add("track-number", at, f"序号 {track.number} 与文件名的 {called} 不一致", "改成一致")

    def _read_notices(self, edition: EditionId) -> None:
        hint = "通知文件命名为“日期-英文短名.md”，如 2026-06-01-launch.md"
        for notice, called in self._texts(edition, "notice", Notice, decode.notice, hint):
            if notice.date.isoformat() != called:
                at = self.sources["notice", notice.id].span("date")
                self.report.add("invalid-value", at, f"日期 {notice.date} 与文件名的 {called} 不一致", "改成一致")

    def _read_pages(self, edition: EditionId) -> None:
        self._texts(edition, "page", FreePage, decode.page, "页面文件名只用小写字母、数字和连字符")

    def _texts(
        self, edition: EditionId, kind: Kind, model: type[R], decoded: Callable[..., R | None], hint: str
    ) -> list[tuple[R, str]]:
        """The records in a folder of texts, each with what its file's name has before the slug."""
        found = []
        for stem, name in self._markdown(f"content/{edition}/{FIELDS[kind]}"):
            match = _NAMED[kind].fullmatch(stem)
            if match is None or not addresses.is_slug(match[2]):
                self._unsafe(name, hint)
                # What refers to it by the rest of its name is not told again.
                self._add(kind, f"{edition}/{stem.lstrip('0123456789-')}", name, None)
                continue
            decode_it = partial(decoded, edition_id=edition, slug=match[2])
            records = self._records(kind, model, {name: (f"{edition}/{match[2]}", decode_it)})
            found += [(record, match[1]) for record in records if record]
        return found

    def _read_cases(self, edition: EditionId) -> None:
        cases = f"content/{edition}/cases"
        if self._meant(cases) != cases:
            return  # pictures are looked for beside the text where it should be
        written = {}
        for folder in self._folders(cases):
            if not addresses.is_slug(folder):
                self._unsafe(f"{cases}/{folder}", "案例目录名只用小写字母、数字和连字符，如 river-level-forecast")
                continue
            name = self._meant(f"{cases}/{folder}/index.md")
            if self._is_there(name):
                written[name] = (f"{edition}/{folder}", partial(decode.case, edition_id=edition, slug=folder))
            else:
                self._add("case", f"{edition}/{folder}", name, None)
        self._records("case", WrittenCase, written)

    # Small tools

    def _records(
        self, kind: Kind, model: type[R], written: Mapping[str, tuple[str, Callable[..., R | None]]]
    ) -> list[R | None]:
        """The records in files, of which there may be thousands; those that are kept are not decoded again."""
        read = [self.kept.read(self.tree, name, self.report) for name in written]
        self.kept.look_up(key for _, key in read)
        made: list[R | None] = []
        for (name, (record_id, decoded)), (raw, key) in zip(written.items(), read, strict=True):
            record, document = self.kept.get(key, model, name, raw or b"") or (None, self._parsed(name, raw))
            is_new = self._add(kind, record_id, name, document)
            if is_new and record is None and document and raw:
                record = decoded(document, report=self.report)
                self.looked_at += [((kind, record_id), record, key, raw)] if record else []
            made.append(record if is_new else None)
            self._store(kind, record_id, made[-1])
        return made

    def _parsed(self, name: str, raw: bytes | None) -> Document | None:
        return None if raw is None else documents.parse(name, raw, self.report)

    def _store(self, kind: Kind, record_id: str, record: object) -> None:
        if record is not None:
            self.records.setdefault(kind, {})[record_id] = record

    def _required(self, name: str, kind: Kind, record_id: str, hint: str = _NEW) -> Document | None:
        found = self._meant(name)
        if self._is_there(found, hint):
            return self._read(found, kind, record_id)
        self._add(kind, record_id, name, None)
        return None

    def _optional(self, name: str, kind: Kind, record_id: str, exactly: bool = False) -> Document | None:
        found = name if exactly else self._meant(name)
        return self._read(found, kind, record_id) if self.tree.has_file(found) else None

    def _meant(self, path: str) -> str:
        """The path, or what stands there under nearly its name: that is told, and read so that nothing else is."""
        folder, _, name = path.rpartition("/")
        inside = self._inside(folder)
        if name in inside:
            return path
        near = _nearly(name)
        for other, entry in inside.items():
            if near.fullmatch(other) and entry.is_folder != ("." in name):
                self._misnamed(f"{folder}/{other}", name)
                return f"{folder}/{other}"
        return path

    def _misnamed(self, path: str, name: str) -> None:
        message = f"“{path.rpartition('/')[2]}”应当叫“{name}”"
        self.report.add("missing-file", Span(path), message, f"改名为 {name}")

    def _is_there(self, path: str, hint: str = _NEW) -> bool:
        if self.tree.has_file(path):
            return True
        self.report.add("missing-file", Span(path), "缺少这个文件", hint)
        return False

    def _read(self, path: str, kind: Kind, record_id: str) -> Document | None:
        document = self._parsed(path, documents.read(self.tree.root, path, self.report))
        return document if self._add(kind, record_id, path, document) else None

    def _add(self, kind: Kind, record_id: str, name: str, document: Document | None) -> bool:
        """Note the source of a record, unless another has its address."""
        key: SourceKey = (kind, record_id)
        if key in self.sources:
            message = f"网址与 {self.sources[key].path} 相同"
            self.report.add("address-collision", Span(name), message, "换一个文件名")
            return False
        self.sources[key] = document or Document(name, {})
        return True

    def _folders(self, path: str) -> list[str]:
        """The names of the folders in a folder that are meant to be read."""
        return [name for name, entry in self._inside(path).items() if entry.is_folder and name[0] not in "._"]

    def _markdown(self, path: str) -> Iterator[tuple[str, str]]:
        """The texts in a folder, each with its name without the ending."""
        base = self._meant(path)
        for name in self._inside(base):
            if match := _TEXT.fullmatch(name):
                if match["ending"] != ".md":
                    self._misnamed(f"{base}/{name}", f"{match['stem']}.md")
                yield match["stem"], f"{base}/{name}"

    def _inside(self, path: str) -> Mapping[str, FolderEntry]:
        """What is in a folder, in order."""
        if self.tree.has_file(path):
            message = f"“{path.rpartition('/')[2]}”是一个文件，这里应为目录"
            self.report.add("unreadable-file", Span(path), message, "改名，或换成目录")
        return self.tree.inside(path)

    def _unsafe(self, path: str, hint: str) -> None:
        name = path.rpartition("/")[2]
        # `07-con.md` is published as the folder `con`.
        fault = addresses.name_fault(name.removesuffix(".md").lstrip("0123456789- ")) or "不能用作网址"
        self.report.add("unsafe-path", Span(path), f"名字“{name}”{fault}", hint)
