"""Load a project: the whole story from files to a checked catalog, told once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator import checks
from generator.catalog import Catalog, Kind, SourceKey, addresses
from generator.content import decode, documents, tree
from generator.content.documents import Document
from generator.diagnostics import Report, Span
from generator.model import BranchId, Contest, EditionId, TopicLinks

_TRACK_FILE = re.compile(r"(\d{2})-(.+)")
_NOTICE_FILE = re.compile(r"(\d{4}-\d{2}-\d{2})-(.+)")


@dataclass(frozen=True)
class Project:
    """A project's root folder, its catalog, and everything found wrong with its content."""

    root: Path
    catalog: Catalog | None
    report: Report


def load(root: Path) -> Project:
    """Read every content file below `root`, decode it, index it and check it.

    The catalog is None only when the contest itself cannot be read, or when something in the project's folders must
    not be read: then nothing is.
    """
    loader = _Loader(root.resolve(), Report())
    loader.report.extend(tree.problems(loader.root))
    if loader.report.has_errors:
        return Project(loader.root, None, loader.report)
    loader.read_contest()
    loader.read_branches()
    for branch in sorted(loader.branches):
        loader.read_editions(branch)
    catalog = loader.catalog()
    if catalog is not None:
        checks.run(root.resolve(), catalog, loader.report)
    return Project(root.resolve(), catalog, loader.report)


@dataclass
class _Loader:
    """Walks the tree of `content/` and `branches/` and fills one dictionary per kind of record."""

    root: Path
    report: Report
    contest: Contest | None = None
    topic_links: TopicLinks | None = None
    branches: set[BranchId] = field(default_factory=set)
    records: dict[Kind, dict[Any, Any]] = field(default_factory=dict)
    sources: dict[SourceKey, Document] = field(default_factory=dict)

    def catalog(self) -> Catalog | None:
        """The records read so far."""
        if self.contest is None:
            return None
        kinds = self.records
        return Catalog(
            contest=self.contest,
            sectors=kinds.get("sectors", {}),
            branches=kinds.get("branch", {}),
            editions=kinds.get("edition", {}),
            timelines=kinds.get("timeline", {}),
            awards=kinds.get("awards", {}),
            judging=kinds.get("judging", {}),
            handbooks=kinds.get("handbook", {}),
            tracks=kinds.get("track", {}),
            notices=kinds.get("notice", {}),
            pages=kinds.get("page", {}),
            cases=kinds.get("case", {}),
            topic_links=self.topic_links,
            sources=self.sources,
        )

    def read_contest(self) -> None:
        """`contest.yml` and `sectors.yml`, and `topic-links.yml` where there is one."""
        if document := self._required("content/contest.yml", "contest", ""):
            self.contest = decode.contest(document, self.report)
        if document := self._required("content/sectors.yml", "sectors", ""):
            listed = decode.sectors(document, self.report)
            self.records["sectors"] = {sector.key: sector for sector in listed.sectors} if listed else {}
        links = self.root / "content/topic-links.yml"
        if links.is_file() and (document := self._read(links, "topic-links", "")):
            self.topic_links = decode.topic_links(document, self.report)

    def read_branches(self) -> None:
        """Every `branches/<id>/branch.yml`."""
        for folder in self._folders("content"):
            if not (self.root / "branches" / folder.name).is_dir():
                self._required(f"branches/{folder.name}/branch.yml", "branch", folder.name)
        for folder in self._folders("branches"):
            branch_id = BranchId(folder.name)
            self.branches.add(branch_id)
            document = self._required(f"branches/{branch_id}/branch.yml", "branch", branch_id)
            if document and (branch := decode.branch(document, self.report)):
                if branch.id != branch_id:
                    hint = f"改成 `id: {branch_id}`，或给目录改名"
                    self.report.add("invalid-value", document.span("id"), f"编号“{branch.id}”与目录名不同", hint)
                self._store("branch", branch_id, branch)

    def read_editions(self, branch: BranchId) -> None:
        """Every year folder of a branch."""
        for folder in self._folders(f"content/{branch}"):
            if re.fullmatch(r"20\d\d", folder.name):
                self._read_edition(branch, int(folder.name))
            else:
                at = Span(folder.relative_to(self.root).as_posix())
                self.report.add("unsafe-path", at, f"“{folder.name}”不是年份", "届次目录用四位年份命名，如 2026")

    def _read_edition(self, branch: BranchId, year: int) -> None:
        edition = EditionId(f"{branch}/{year}")
        base = f"content/{edition}"
        if document := self._required(f"{base}/edition.yml", "edition", edition):
            self._store("edition", edition, decode.edition(document, branch, year, self.report))
        if document := self._required(f"{base}/timeline.yml", "timeline", edition):
            self._store("timeline", edition, decode.timeline(document, self.report))
        if document := self._required(f"{base}/awards.yml", "awards", edition):
            self._store("awards", edition, decode.awards(document, self.report))
        if (self.root / base / "judging.yml").exists() and (
            document := self._required(f"{base}/judging.yml", "judging", edition)
        ):
            self._store("judging", edition, decode.judging(document, self.report))
        if (self.root / base / "handbook.yml").exists() and (
            document := self._required(f"{base}/handbook.yml", "handbook", edition)
        ):
            self._store("handbook", edition, decode.handbook(document, edition, self.report))
        self._read_tracks(edition)
        self._read_notices(edition)
        self._read_pages(edition)
        self._read_cases(edition)

    def _read_tracks(self, edition: EditionId) -> None:
        for path in self._markdown(f"content/{edition}/tracks"):
            match = _TRACK_FILE.fullmatch(path.stem)
            if match is None or not addresses.is_slug(match[2]):
                self._unsafe(path, "赛道文件命名为“两位序号-英文短名.md”，如 07-urban-governance.md")
                continue
            document = self._read(path, "track", f"{edition}/{match[2]}")
            if document and (track := decode.track(document, edition, match[2], self.report)):
                self._store("track", track.id, track)
                if track.number != int(match[1]):
                    at = document.span("number")
                    self.report.add("track-number", at, f"序号 {track.number} 与文件名的 {match[1]} 不一致", "改成一致")

    def _read_notices(self, edition: EditionId) -> None:
        for path in self._markdown(f"content/{edition}/notices"):
            match = _NOTICE_FILE.fullmatch(path.stem)
            if match is None or not addresses.is_slug(match[2]):
                self._unsafe(path, "通知文件命名为“日期-英文短名.md”，如 2026-06-01-launch.md")
                continue
            document = self._read(path, "notice", f"{edition}/{match[2]}")
            if document and (notice := decode.notice(document, edition, match[2], self.report)):
                self._store("notice", notice.id, notice)
                if notice.date.isoformat() != match[1]:
                    at = document.span("date")
                    self.report.add("invalid-value", at, f"日期 {notice.date} 与文件名的 {match[1]} 不一致", "改成一致")

    def _read_pages(self, edition: EditionId) -> None:
        for path in self._markdown(f"content/{edition}/pages"):
            if not addresses.is_slug(path.stem):
                self._unsafe(path, "页面文件名只用小写字母、数字和连字符")
                continue
            document = self._read(path, "page", f"{edition}/{path.stem}")
            if document and (page := decode.page(document, edition, path.stem, self.report)):
                self._store("page", page.id, page)

    def _read_cases(self, edition: EditionId) -> None:
        for folder in self._folders(f"content/{edition}/cases"):
            if not addresses.is_slug(folder.name):
                self._unsafe(folder, "案例目录名只用小写字母、数字和连字符，如 river-level-forecast")
                continue
            name = f"{folder.relative_to(self.root).as_posix()}/index.md"
            document = self._required(name, "case", f"{edition}/{folder.name}")
            if document and (case := decode.case(document, edition, folder.name, self.report)):
                self._store("case", case.id, case)

    # Small tools

    def _store(self, kind: Kind, record_id: str, record: object) -> None:
        if record is not None:
            self.records.setdefault(kind, {})[record_id] = record

    def _required(self, name: str, kind: Kind, record_id: str) -> Document | None:
        path = self.root / name
        if path.is_file():
            return self._read(path, kind, record_id)
        self.report.add("missing-file", Span(name), "缺少这个文件", "参照 docs/content-format.md 新建")
        return None

    def _read(self, path: Path, kind: Kind, record_id: str) -> Document | None:
        document = documents.read(self.root, path, self.report)
        name = path.relative_to(self.root).as_posix()
        key: SourceKey = (kind, record_id)
        if key in self.sources:
            message = f"网址与 {self.sources[key].path} 相同"
            self.report.add("address-collision", Span(name), message, "换一个文件名")
            return None
        self.sources[key] = document or Document(name, {})
        return document

    def _folders(self, name: str) -> list[Path]:
        return [path for path in self._inside(name) if path.is_dir() and path.name[0] not in "._"]

    def _markdown(self, name: str) -> list[Path]:
        return [path for path in self._inside(name) if path.suffix == ".md"]

    def _inside(self, name: str) -> list[Path]:
        base = self.root / name
        if base.is_file():
            self.report.add("unreadable-file", Span(name), f"“{base.name}”是一个文件，这里应为目录", "改名，或换成目录")
        return sorted(base.iterdir()) if base.is_dir() else []

    def _unsafe(self, path: Path, hint: str) -> None:
        name = path.relative_to(self.root).as_posix()
        # `07-con.md` is published as the folder `con`.
        fault = addresses.name_fault(path.stem.lstrip("0123456789-")) or "不能用作网址"
        self.report.add("unsafe-path", Span(name), f"名字“{path.name}”{fault}", hint)
