"""What there is: every record by its id, where each was written, and which of them readers may see."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, Literal, Self

from generator.content.documents import Document
from generator.diagnostics import Span
from generator.model import (
    AwardScheme,
    Branch,
    BranchId,
    CaseId,
    CaseText,
    Contest,
    Edition,
    EditionId,
    Entries,
    Faq,
    FreePage,
    Handbook,
    Judging,
    Notice,
    NoticeId,
    PageId,
    SearchWords,
    Sector,
    SectorId,
    Statistics,
    Timeline,
    TopicLinks,
    Track,
    TrackId,
    WinningCase,
)
from generator.model.moment import begins
from generator.model.record import Attachment, edition_of

Illustrated = WinningCase | Notice | FreePage | Track
"""Records that may have pictures."""

Offering = Edition | Notice | FreePage | Track
"""Records that may have files to download."""

Kind = Literal[
    "contest",
    "sectors",
    "topic-links",
    "search",
    "branch",
    "edition",
    "timeline",
    "awards",
    "judging",
    "handbook",
    "entries",
    "statistics",
    "faq",
    "track",
    "notice",
    "page",
    "case",
]
SourceKey = tuple[Kind, str]

FIELDS: Mapping[Kind, str] = {
    "sectors": "sectors",
    "branch": "branches",
    "edition": "editions",
    "timeline": "timelines",
    "awards": "awards",
    "judging": "judging",
    "handbook": "handbooks",
    "entries": "entries",
    "statistics": "statistics",
    "faq": "faqs",
    "track": "tracks",
    "notice": "notices",
    "page": "pages",
    "case": "cases",
}
"""Where the records of each kind are, of which there are several."""

_BELOW_EDITIONS = (*(name for name in FIELDS.values() if name not in ("sectors", "branches", "editions")), "case_texts")


@dataclass(frozen=True)
class Records:
    """Every record of the project. References between records are ids, looked up here."""

    contest: Contest
    sectors: Mapping[SectorId, Sector] = field(default_factory=dict)
    branches: Mapping[BranchId, Branch] = field(default_factory=dict)
    editions: Mapping[EditionId, Edition] = field(default_factory=dict)
    timelines: Mapping[EditionId, Timeline] = field(default_factory=dict)
    awards: Mapping[EditionId, AwardScheme] = field(default_factory=dict)
    judging: Mapping[EditionId, Judging] = field(default_factory=dict)
    handbooks: Mapping[EditionId, Handbook] = field(default_factory=dict)
    entries: Mapping[EditionId, Entries] = field(default_factory=dict)
    statistics: Mapping[EditionId, Statistics] = field(default_factory=dict)
    faqs: Mapping[EditionId, Faq] = field(default_factory=dict)
    tracks: Mapping[TrackId, Track] = field(default_factory=dict)
    notices: Mapping[NoticeId, Notice] = field(default_factory=dict)
    pages: Mapping[PageId, FreePage] = field(default_factory=dict)
    cases: Mapping[CaseId, WinningCase] = field(default_factory=dict)
    case_texts: Mapping[CaseId, CaseText] = field(default_factory=dict)
    topic_links: TopicLinks | None = None
    search_words: SearchWords = field(default_factory=SearchWords)
    sources: Mapping[SourceKey, Document] = field(default_factory=dict)
    """The document of every record, also of those that could not be decoded."""
    on: date | None = None
    """The day for which it is public; None while everything is in it."""

    # Places

    def source(self, kind: Kind, record_id: str) -> Document | None:
        """The document of a record, or None when the record is not from a file."""
        return self.sources.get((kind, record_id))

    def file(self, kind: Kind, record_id: str) -> str | None:
        """The path of that document below the project's root."""
        document = self.source(kind, record_id)
        return document.path if document else None

    def span(self, kind: Kind, record_id: str, *keys: str | int) -> Span:
        """Where a record's value was written."""
        document = self.source(kind, record_id)
        return document.span(*keys) if document else Span("content")

    def entry_span(self, edition: EditionId, number: str, fact: str) -> Span:
        """Where it is written what an entry is: in its row, or in its case."""
        row = self._rows[edition].get(number) if edition in self._rows else None
        if row is not None:
            return self.span("entries", edition, "entries", row, fact)
        keys = {"awards": ("award",), "recommended": ("finals", "recommended"), "finals": ("finals", "award")}
        return self.span("case", f"{edition}/{number}", *keys.get(fact, (fact,)))

    @cached_property
    def _rows(self) -> Mapping[EditionId, Mapping[str, int]]:
        return {key: {row.number: at for at, row in enumerate(each.entries)} for key, each in self.entries.items()}

    def has_row(self, edition: EditionId, number: str) -> bool:
        """Whether an entry stands in its edition's table; others are cases that are not in one."""
        return number in self._rows.get(edition, ())

    def is_broken(self, kind: Kind, record_id: str) -> bool:
        """Whether the record has a file that could not be decoded; a reference to it is no second mistake."""
        alone = {"contest": True, "search": True, "sectors": self.sectors, "topic-links": self.topic_links}
        there = alone[kind] if kind in alone else record_id in getattr(self, FIELDS[kind])
        return (kind, record_id) in self.sources and not there

    def all_of(self, *kinds: Kind) -> Iterator[tuple[Kind, Any]]:
        """The records of some kinds, each with its kind."""
        return ((kind, record) for kind in kinds for record in getattr(self, FIELDS[kind]).values())

    def attached(self) -> Iterator[tuple[Kind, Offering, list[tuple[Attachment, str]]]]:
        """Every record with attachments: its kind, itself, and each attachment with the path of its file."""
        for kind, record in self.all_of("edition", "track", "page", "notice"):
            if record.attachments:
                folder = self.span(kind, record.id).path.rpartition("/")[0]
                yield kind, record, [(each, f"{folder}/{each.file}") for each in record.attachments]

    def illustrated(self) -> Iterator[tuple[Document, Illustrated]]:
        """Every record with pictures or charts, and the file that it was read from."""
        for kind, record in self.all_of("case", "track", "page", "notice"):
            drawn = isinstance(record, WinningCase) and record.charts
            if (record.images or drawn) and (document := self.source(kind, record.id)):
                yield document, record

    def texts(self, new: bool = False) -> Iterator[str]:
        """Every Markdown text of a page, part by part as pages show it; if `new`, of cases only what was not known."""
        for case, text in self.case_texts.items():
            if not (new and (document := self.source("case", case)) and not document.new):
                yield from text.parts()
        for track in self.tracks.values():
            yield track.introduction
            yield from (topic.summary for topic in track.topics)
        yield from (notice.body for notice in self.notices.values())
        yield from (page.body for page in self.pages.values())

    def essays(self) -> Iterator[tuple[EditionId, Span, str]]:
        """Every foreword and afterword of a book: its edition, where it is written, its Markdown."""
        for edition, planned in self.handbooks.items():
            for name, book in planned.books.items():
                for part, essay in (("foreword", book.foreword), ("afterword", book.afterword)):
                    if essay:
                        yield edition, self.span("handbook", edition, name, part, "text"), essay.text

    def is_demo(self, edition: EditionId) -> bool:
        """Whether a whole edition is fabricated sample data."""
        record = self.editions[edition]
        return record.demo or self.branches[record.branch].demo

    def public(self, on: date, drafts: bool = False) -> Self:
        """The catalog without what readers may not see at that moment; with drafts for who writes them.

        A day is meant as it begins.
        """
        at = begins(on)
        told = self if self.contest.site.demo else self._real()
        entries = {edition: kept.public(at, drafts) for edition, kept in told.entries.items()}
        figures = {edition: kept for edition, kept in told.statistics.items() if kept.is_public(at)}

        def is_seen(record: Notice | FreePage | WinningCase) -> bool:
            if isinstance(record, WinningCase) and record.draft and record.track_id not in told.tracks:
                return False  # it may not know its track yet; then no page has a place for it
            return record.is_public(at, drafts)

        return replace(told._where(is_seen), on=on, entries=entries, statistics=figures)

    def of(self, branch: BranchId) -> Self:
        """The catalog with the records of one branch alone."""
        return self._with({branch: self.branches[branch]}, lambda edition: edition.branch == branch)

    def _real(self) -> Self:
        """The catalog without what was made up to show how things look."""
        branches = {key: branch for key, branch in self.branches.items() if not branch.demo}
        kept = self._with(branches, lambda edition: not self.is_demo(edition.id))
        return kept._where(lambda record: not record.demo)

    def _where(self, keeps: Callable[[Notice | FreePage | WinningCase], bool]) -> Self:
        """The catalog with those notices, pages and cases that it keeps."""
        cases = {key: case for key, case in self.cases.items() if keeps(case)}
        return replace(
            self,
            notices={key: notice for key, notice in self.notices.items() if keeps(notice)},
            pages={key: page for key, page in self.pages.items() if keeps(page)},
            cases=cases,
            case_texts={key: text for key, text in self.case_texts.items() if key in cases},
        )

    def _with(self, branches: Mapping[BranchId, Branch], keeps: Callable[[Edition], bool]) -> Self:
        """The catalog with these branches, and of their editions those that it keeps."""
        editions = {key: edition for key, edition in self.editions.items() if keeps(edition)}
        kept: dict[str, Any] = {name: _below(editions, getattr(self, name)) for name in _BELOW_EDITIONS}
        return replace(self, branches=branches, editions=editions, **kept)

    @cached_property
    def readable(self) -> str:
        """A digest of which notices, pages, cases, lists and figures there are: the same when the same can be read."""
        lists = [f"{edition}/{each.stage}" for edition, entries in self.entries.items() for each in entries.lists]
        figures = [f"{edition}/statistics" for edition in self.statistics]
        changes = [f"{edition}/{len(entries.changes)}" for edition, entries in self.entries.items()]
        ids = sorted([*self.notices, *self.pages, *self.cases, *lists, *changes, *figures])
        return hashlib.sha256("\n".join(ids).encode()).hexdigest()


def _below(editions: Collection[str], records: Mapping[str, Any]) -> Mapping[str, Any]:
    return {key: record for key, record in records.items() if key in editions or edition_of(key) in editions}
