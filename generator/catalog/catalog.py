"""Every record, found by what it belongs to: the front door of what is known of a contest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property
from itertools import chain, islice
from typing import TypeVar

from generator.catalog.listed import Listed, listed
from generator.catalog.records import Records
from generator.catalog.similar import CasesByTag
from generator.catalog.standing import ALWAYS, Standing, last_begun, standings
from generator.model import (
    AwardScheme,
    BranchId,
    CaseId,
    Edition,
    EditionId,
    Entries,
    Entry,
    FaqItem,
    FreePage,
    Handbook,
    ListKind,
    Notice,
    Phase,
    Topic,
    Track,
    TrackId,
    WinningCase,
)
from generator.model.moment import begins
from generator.model.record import edition_of

K = TypeVar("K")
V = TypeVar("V")


class Catalog(Records):
    """Every record, found by what it belongs to, in reading order."""

    # Reverse indexes, in reading order

    @cached_property
    def _editions_by_branch(self) -> Mapping[BranchId, list[Edition]]:
        newest_first = sorted(self.editions.values(), key=lambda edition: -edition.year)
        return _group((edition.branch, edition) for edition in newest_first)

    @cached_property
    def _tracks_by_edition(self) -> Mapping[EditionId, list[Track]]:
        in_order = sorted(self.tracks.values(), key=lambda track: (track.number, track.slug))
        return _group((track.edition, track) for track in in_order)

    @cached_property
    def _notices_by_edition(self) -> Mapping[EditionId, list[Notice]]:
        newest_first = sorted(self.notices.values(), key=lambda notice: (-notice.date.toordinal(), notice.slug))
        return _group((notice.edition, notice) for notice in newest_first)

    @cached_property
    def _pages_by_edition(self) -> Mapping[EditionId, list[FreePage]]:
        in_order = sorted(self.pages.values(), key=lambda page: (page.order, page.slug))
        return _group((page.edition, page) for page in in_order)

    @cached_property
    def _cases_by_edition(self) -> Mapping[EditionId, list[WinningCase]]:
        return _group((case.edition, case) for case in sorted(self.cases.values(), key=self._case_order))

    @cached_property
    def _cases_by_track(self) -> Mapping[TrackId, list[WinningCase]]:
        return _group((case.track_id, case) for cases in self._cases_by_edition.values() for case in cases)

    @cached_property
    def _cases_by_topic(self) -> Mapping[tuple[TrackId, str | None], list[WinningCase]]:
        in_order = (case for cases in self._cases_by_track.values() for case in cases)
        return _group(((case.track_id, case.topic), case) for case in in_order)

    @cached_property
    def _cases_by_award(self) -> Mapping[tuple[EditionId, str, str], list[WinningCase]]:
        """By edition, award and track; the empty track stands for all of them."""
        in_order = (case for cases in self._cases_by_edition.values() for case in cases)
        return _group(((case.edition, case.award, track), case) for case in in_order for track in ("", case.track))

    def _case_order(self, case: WinningCase) -> tuple[int, int, str]:
        """Cases stand by track, then by award from the highest, then by slug."""
        track = self.tracks.get(case.track_id)
        return (track.number if track else 0, self.award_rank(case.edition, case.award), case.slug)

    # Queries

    def editions_of(self, branch: BranchId) -> list[Edition]:
        """A branch's editions, the newest first."""
        return self._editions_by_branch.get(branch, [])

    def current_edition(self, branch: BranchId) -> Edition | None:
        """A branch's newest edition."""
        return next(iter(self.editions_of(branch)), None)

    def tracks_of(self, edition: EditionId) -> list[Track]:
        """An edition's tracks by number."""
        return self._tracks_by_edition.get(edition, [])

    def track_slugs(self, edition: EditionId) -> tuple[str, ...]:
        """The slugs of an edition's tracks by number."""
        return tuple(track.slug for track in self.tracks_of(edition))

    def track(self, edition: EditionId, slug: str) -> Track | None:
        """The track of an edition with that slug."""
        return self.tracks.get(TrackId(f"{edition}/{slug}"))

    def topic_of(self, case: WinningCase) -> Topic | None:
        """The topic that a case answers, when it names one."""
        track = self.tracks.get(case.track_id)
        return track.topic(case.topic) if track and case.topic else None

    def notices_of(self, edition: EditionId) -> list[Notice]:
        """An edition's notices, the newest first."""
        return self._notices_by_edition.get(edition, [])

    def is_announced(self, edition: EditionId) -> bool:
        """Whether there is a notice of an edition, or anything is known of the document that it began with."""
        return any(value for _, value in self.editions[edition].document) or bool(self.notices_of(edition))

    def pages_of(self, edition: EditionId) -> list[FreePage]:
        """An edition's pages of free prose in their order."""
        return self._pages_by_edition.get(edition, [])

    def cases_of(self, edition: EditionId) -> list[WinningCase]:
        """An edition's cases by track, award and slug."""
        return self._cases_by_edition.get(edition, [])

    def cases_in(self, track: TrackId) -> list[WinningCase]:
        """A track's cases by award and slug."""
        return self._cases_by_track.get(track, [])

    @cached_property
    def _tags_by_topic(self) -> Mapping[tuple[TrackId, str | None], CasesByTag]:
        return {key: CasesByTag(cases) for key, cases in self._cases_by_topic.items()}

    @cached_property
    def _tags_by_track(self) -> Mapping[TrackId, CasesByTag]:
        return {key: CasesByTag(cases) for key, cases in self._cases_by_track.items()}

    def cases_like(self, case: WinningCase, most: int) -> list[WinningCase]:
        """Other cases of a case's track: those of its topic first, then those that share most tags."""
        of_topic = self._tags_by_topic[case.track_id, case.topic].like(case)
        others = (other for other in self._tags_by_track[case.track_id].like(case) if other.topic != case.topic)
        return list(islice((other for other in chain(of_topic, others) if other.id != case.id), most))

    @cached_property
    def _place_of_case(self) -> Mapping[CaseId, int]:
        return {case.id: place for cases in self._cases_by_edition.values() for place, case in enumerate(cases)}

    def neighbours(self, case: WinningCase) -> tuple[WinningCase | None, WinningCase | None]:
        """The cases before and after one in its edition's order."""
        cases = self.cases_of(case.edition)
        place = self._place_of_case[case.id]
        before = cases[place - 1] if place else None
        return before, cases[place + 1] if place + 1 < len(cases) else None

    def handbook(self, edition: EditionId) -> Handbook:
        """What an edition's books are to be; plain ones when its editors say nothing."""
        return self.handbooks.get(edition) or Handbook()

    def chosen(self, edition: EditionId) -> list[WinningCase]:
        """The cases of whatever contests that an edition chose for a book, in its order."""
        named = self.handbook(edition).collection.cases
        return [self.cases[case] for case in dict.fromkeys(named) if case in self.cases]

    def cases_with(self, edition: EditionId, award: str, track: str = "") -> list[WinningCase]:
        """An edition's cases with an award, perhaps of one track (by its slug)."""
        return self._cases_by_award.get((edition, award, track), [])

    @cached_property
    def _listed(self) -> Mapping[EditionId, Listed]:
        """Drafts are no entries yet."""
        return {
            edition: listed(
                self.entries[edition].entries if edition in self.entries else (),
                [case for case in self.cases_of(edition) if not case.draft],
            )
            for edition in self.editions
        }

    def kept(self, edition: EditionId) -> Entries:
        """What is kept of an edition's entries: empty where it has no file of them."""
        return self.entries.get(edition) or Entries()

    def entries_of(self, edition: EditionId) -> tuple[Entry, ...]:
        """An edition's entries in the order of its file, then those of cases that are not in it."""
        return tuple(self._listed[edition].entries.values()) if edition in self._listed else ()

    def entry(self, edition: EditionId, number: str) -> Entry | None:
        """The entry of an edition with that number."""
        return self._listed[edition].entries.get(number)

    def entry_of(self, case: CaseId) -> Entry | None:
        """What a case is in the lists of its edition; nothing while it is a draft."""
        found = self._listed[edition_of(case)]
        return found.entries[found.numbers[case]] if case in found.numbers else None

    def case_of(self, edition: EditionId, number: str) -> CaseId | None:
        """The write-up of an entry."""
        return self._listed[edition].cases.get(number)

    def is_made_up(self, edition: EditionId, number: str) -> bool:
        """Whether an entry is fabricated, by its edition or by its case."""
        case = self.case_of(edition, number)
        return self.is_demo(edition) or bool(case and self.cases[case].demo)

    @cached_property
    def _lists(self) -> dict[tuple[EditionId, ListKind], tuple[Entry, ...]]:
        """Those that somebody has asked for."""
        return {}

    def _in_order(self, edition: EditionId, stage: ListKind, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """By track, then by the highest award, then as they are written."""
        tracks = {slug: place for place, slug in enumerate(self.track_slugs(edition))}
        ranks = {award: self.award_rank(edition, award) for award in self.award_levels(edition)}
        without = len(ranks) + 1

        def place(entry: Entry) -> tuple[int, int]:
            told = {ListKind.FINALISTS: (), ListKind.PROPOSED: entry.proposed}.get(stage, entry.awards)
            best = min((ranks.get(award, without) for award in told), default=without)
            return tracks.get(entry.track, len(tracks)), best

        return tuple(sorted(entries, key=place))

    def entries_in(self, edition: EditionId, stage: ListKind) -> tuple[Entry, ...]:
        """The entries in one of an edition's lists by track and award, also those that left later."""
        if (edition, stage) not in self._lists:
            listed = ListKind(stage)  # of a question that was kept it is told as text
            found = [entry for entry in self.entries_of(edition) if entry.is_in(listed)]
            self._lists[edition, listed] = self._in_order(edition, listed, found) if found else ()
        return self._lists[edition, stage]

    def _beside(self, edition: EditionId) -> list[Edition]:
        """All editions of its year; only fabricated ones where it is fabricated itself, else none of these."""
        told = self.editions[edition].year, self.is_demo(edition)
        return [each for each in self.editions.values() if (each.year, self.is_demo(each.id)) == told]

    def is_national(self, edition: Edition) -> bool:
        """Whether an edition is that of the national contest, to which branches send projects."""
        branch = self.branches.get(edition.branch)
        return branch is not None and branch.kind == "national" and branch.key != self.only_portal

    @cached_property
    def only_portal(self) -> BranchId | None:
        """The portal of a contest without branches: that of the contest itself, and no other."""
        alone = [key for key in self.branches if self.branches[key].kind == "national" and self.editions_of(key)]
        return alone[0] if len(alone) == len(self.branches) == 1 else None

    def national_edition(self, edition: EditionId) -> EditionId | None:
        """The national edition of the same year; fabricated editions have a fabricated one or none."""
        return next((each.id for each in self._beside(edition) if self.is_national(each)), None)

    def branch_editions(self, national: EditionId) -> tuple[EditionId, ...]:
        """The editions of branches whose projects may reach a national edition."""
        return tuple(sorted(each.id for each in self._beside(national) if not self.is_national(each)))

    def has_finals(self, edition: EditionId) -> bool:
        """Whether there is something to say of the way to the national finals."""
        return self.is_national(self.editions[edition]) or bool(self.entries_in(edition, ListKind.RECOMMENDED))

    def is_empty(self, edition: EditionId, section: str) -> bool:
        """Whether a section that lists something has nothing in it yet."""
        if section == "winners":
            return not self.entries_in(edition, ListKind.WINNERS)
        listed = {"cases": self.cases_of, "notices": self.notices_of}.get(section)
        return listed is not None and not listed(edition)

    def has_statistics(self, edition: EditionId) -> bool:
        """Whether there is something to count."""
        listed = self._listed.get(edition)
        return bool(listed and listed.entries) or edition in self.statistics

    def questions_of(self, edition: EditionId) -> tuple[FaqItem, ...]:
        """The questions that an edition answers."""
        faq = self.faqs.get(edition)
        return faq.questions if faq else ()

    def phases_of(self, edition: EditionId) -> tuple[Phase, ...]:
        """An edition's phases in the order of its notice."""
        timeline = self.timelines.get(edition)
        return timeline.phases if timeline else ()

    def scheme(self, edition: EditionId) -> AwardScheme:
        """The awards of an edition; none where it has no file of them."""
        return self.awards.get(edition) or AwardScheme(levels=())

    def award_levels(self, edition: EditionId) -> tuple[str, ...]:
        """The award levels of an edition from the highest, then its special awards."""
        return self.scheme(edition).names

    def award_rank(self, edition: EditionId, award: str) -> int:
        """The place of an award in its edition's order, from 1; unknown awards come last."""
        return self.scheme(edition).rank(award)

    def standings(self, edition: EditionId) -> tuple[Standing, ...]:
        """Where an edition stands at any moment."""
        return standings(self.editions[edition], self.phases_of(edition))

    def standing(self, edition: EditionId) -> int:
        """The place in that table on the catalog's day."""
        return last_begun(self.standings(edition), begins(self.on) if self.on else ALWAYS)

    def due(self, at: datetime) -> datetime | None:
        """When, after that minute, something else is public."""
        lists = (each.publish_at for kept in self.entries.values() for each in kept.lists)
        figures = (each.publish_at for each in self.statistics.values())
        records = [*self.notices.values(), *self.pages.values(), *self.cases.values()]
        standing = (row.since for edition in self.editions for row in self.standings(edition))
        moments = chain(lists, figures, standing, *((record.publish_at, record.expire_at) for record in records))
        return min((begins(moment) for moment in moments if moment and begins(moment) > at), default=None)


def _group(pairs: Iterable[tuple[K, V]]) -> Mapping[K, list[V]]:
    groups: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return dict(groups)
