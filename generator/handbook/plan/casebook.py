"""典型案例集: awarded cases, the contest before them, the roll of winners and indexes behind.

An edition's own book has its public cases by track; a collection has chosen cases of any contests by sector.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from generator.catalog import addresses
from generator.handbook.book import Book, Bookmark, IndexMark, LateUnit, PageOf, Tab, Unit
from generator.handbook.plan import indexes
from generator.handbook.plan.cases.printed_case import CasePrinter, anchor, unit_id_of
from generator.handbook.plan.covers import Binding
from generator.handbook.plan.display import honours, overview, part_pages
from generator.handbook.plan.display.part_pages import CaseGroup, Look, PartCase
from generator.handbook.plan.indexes import Line
from generator.handbook.plan.maker import UnitMaker
from generator.media.palette import parts as part_colours
from generator.model import WinningCase
from generator.model.handbook import CasebookPlan

TITLE = "典型案例集"
COLLECTION = "案例选集"

_INDEXES = (
    ("unit-index", "unit", "单位索引", "按单位名称的汉语拼音排列，数字为案例首页的页码。"),
    ("region-index", "region", "地区索引", "按地区名称的汉语拼音排列，数字为案例首页的页码。"),
    ("topic-index", "topic", "赛题索引", "按赛题名称的汉语拼音排列，数字为案例首页的页码。"),
)

_Index = tuple[str, str, str, tuple[IndexMark, ...]]
"""An index that has entries: the name of its anchor, its title, how to read it, and what it lists."""


def casebook(maker: UnitMaker) -> Book:
    """The collection of an edition's public cases."""
    return _book(maker, "casebook", maker.planned.casebook, TITLE, tuple(part_pages.by_track(maker)))


def collection(maker: UnitMaker) -> Book:
    """The cases that an edition's organisers chose from any contests; those that are not public stay out."""
    parts = tuple(part_pages.by_sector(maker, maker.site.catalog.chosen(maker.edition.id)))
    return _book(maker, "collection", maker.planned.collection, COLLECTION, parts)


def _book(maker: UnitMaker, kind: str, plan: CasebookPlan, title: str, parts: tuple[CaseGroup, ...]) -> Book:
    maker.schemes = part_colours(maker.branch.colours, len(parts))
    cases = [case for part in parts for case in part.cases]
    maker.anchors.update({addresses.case(case.id): anchor(maker, case) for case in cases})
    binding = Binding(maker, plan, plan.title or maker.say(title))
    units = _Casebook(maker, binding, plan, parts).parts()
    return binding.book(kind, units, {case.id: anchor(maker, case) for case in cases})


@dataclass(frozen=True)
class _Casebook:
    maker: UnitMaker
    binding: Binding
    plan: CasebookPlan
    chapters: tuple[CaseGroup, ...]

    def parts(self) -> Iterator[Unit | LateUnit]:
        """The book in order. The contents come early and are made last."""
        plan = self.plan
        board = list(self._board())
        front = list(self.binding.essay("foreword", plan.foreword, "前言", "roman"))
        opening = list(self._overview())
        body = list(self._body())
        after = [*self._photos(), *self.binding.essay("afterword", plan.afterword, "后记", "arabic")]
        roll = list(self._roll())
        shown = tuple(self._indexed(body))
        yield from self.binding.opening()
        yield from board
        yield from front
        titled = (*self._lines([*board, *front, *opening]), *self._lines(body), *self._lines(roll))
        listed = (Line(0, title, f"indexes--{name}") for name, title, _, _ in shown)
        yield self.binding.contents((*titled, *listed, *self._lines(after)))
        yield from opening
        yield from (_with_folios(unit) for unit in body)
        yield from roll
        if shown:
            yield LateUnit("indexes", partial(self._indexes, shown))
        yield from after
        yield from self.binding.closing()

    @property
    def _collected(self) -> bool:
        """Whether the cases are of several contests."""
        return any(case.edition != self.maker.edition.id for part in self.chapters for case in part.cases)

    @cached_property
    def _printer(self) -> CasePrinter:
        return CasePrinter(self.maker, self._collected)

    # Before the cases

    def _board(self) -> Iterator[Unit]:
        if self.plan.board and "board" not in self.plan.without:
            board = self.plan.board
            yield self.binding.chapter("board", "board.html", board, "编委会", numbering="roman", recto=True)

    @cached_property
    def _laureates(self) -> tuple[honours.Laureate, ...]:
        maker = self.maker
        anchors = {str(address): name for address, name in maker.anchors.items()}
        return honours.laureates(maker.site, maker.edition, anchors)

    def _overview(self) -> Iterator[Unit]:
        """The contest in numbers, and what led to its awards; a collection is of no single contest."""
        if self._collected or "contest" in self.plan.without:
            return
        maker = self.maker
        if figures := overview.in_numbers(maker, self._laureates):
            yield maker.unit("numbers", "numbers.html", figures, bare=True, numbering="roman", recto=True)
        title, told = maker.say("大赛概览"), overview.overview(maker, self._laureates)
        sections = (
            ("matrix", "获奖项目分布", told.matrix),
            ("regions", "各地获奖项目", told.regions),
            ("timeline", "赛程", told.phases),
            ("judging", "怎样评选", told.judged),
            ("organisers", "组织机构", told.organisers),
        )
        marks = [Bookmark(2, maker.say(words), f"overview--{name}") for name, words, shown in sections if shown]
        if marks:
            yield self.binding.chapter("overview", "overview.html", told, title, *marks, numbering="roman")

    # Parts and cases

    def _body(self) -> Iterator[Unit]:
        number = 0
        for place, part in enumerate(self.chapters):
            scheme = self.maker.schemes[place]
            look = Look(place, scheme, Tab(place, len(self.chapters), scheme.primary, str(place + 1)))
            yield self._part(part, look)
            for case in part.cases:
                number += 1
                yield from self._printer.units(case, number, part, look)

    def _part(self, part: CaseGroup, look: Look) -> Unit:
        maker = self.maker
        demo = maker.demo or any(case.demo for case in part.cases)
        listed = (PartCase(anchor(maker, case), case.title, case.award, self._from(case)) for case in part.cases)
        view = part_pages.title(maker, part, look, listed, demo=demo)
        unit_id = f"part-{part.id}"
        return maker.unit(
            unit_id,
            "part.html",
            view,
            headings=(Bookmark(1, f"{view.number} {part.name}", f"{unit_id}--top"),),
            recto=True,
            bare=True,
            demo=demo,
            tab=look.tab,
            source=part.source,
        )

    def _from(self, case: WinningCase) -> str:
        """Whose case it is, and of which contest where there are several."""
        return f"{case.holder}　{self._printer.contest(case)}" if self._collected else case.holder

    # Back matter

    def _roll(self) -> Iterator[Unit]:
        maker = self.maker
        if self._collected or "winners" in self.plan.without:
            return
        roll, title = honours.roll(maker.site, maker.edition, self._laureates), maker.say("获奖名单")
        levels = (Bookmark(2, each.award, f"winners--{place}") for place, each in enumerate(roll, 1))
        demo = maker.demo or any(each.demo for each in self._laureates)
        yield self.binding.chapter("winners", "winners.html", roll, title, *levels, recto=True, demo=demo)

    def _photos(self) -> Iterator[Unit]:
        given = self.plan.photos
        if given and "photos" not in self.plan.without:
            paths = tuple(Path(f"content/{self.maker.edition.id}/{each.file}") for each in given)
            rows = honours.photos(self.maker, given)
            facts = {"paths": paths, "source": self.binding.source()}
            yield self.binding.chapter("photos", "photos.html", rows, "颁奖现场", **facts)

    def _indexed(self, body: list[Unit]) -> Iterator[_Index]:
        for name, index, title, note in _INDEXES:
            marks = tuple(mark for unit in body for mark in unit.marks if mark.index == index)
            if marks and name not in self.plan.without:
                yield name, self.maker.say(title), self.maker.say(note), marks

    def _indexes(self, shown: tuple[_Index, ...], pages: Mapping[str, PageOf]) -> Unit:
        """One unit with all indexes, so that a short one need not begin a page."""
        views = tuple(indexes.index_view(*each, pages) for each in shown)
        heads = tuple(Bookmark(1, view.title, f"indexes--{view.name}") for view in views)
        return self.binding.chapter("indexes", "index.html", views, "索引", headings=heads)

    # Contents

    def _lines(self, units: Sequence[Unit]) -> Iterator[Line]:
        """Parts and cases; sections of cases and of the roll stay out of the contents."""
        cases = {unit_id_of(self.maker, case): case for part in self.chapters for case in part.cases}
        numbers = {unit_id: f"{number:02d}" for number, unit_id in enumerate(cases, start=1)}
        for unit in units:
            if not unit.headings:
                continue
            head, case = unit.headings[0], cases.get(unit.id)
            level = head.level if case or unit.id.startswith("part-") else 0
            detail, award = (self._from(case), case.award) if case else ("", "")
            yield Line(level, head.title, head.anchor, "", detail, award, numbers.get(unit.id, ""))


def _with_folios(unit: Unit) -> Unit | LateUnit:
    """A unit that names pages of others is made once these are known."""
    if not indexes.FOLIO.search(unit.html):
        return unit
    return LateUnit(unit.id, lambda pages: replace(unit, html=indexes.with_folios(unit.html, pages)))
