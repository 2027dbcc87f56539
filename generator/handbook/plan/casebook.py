"""典型案例集: every public awarded case of an edition, the roll of winners, and indexes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from markupsafe import Markup

from generator.catalog import addresses
from generator.handbook.book import Book, Bookmark, IndexMark, LateUnit, PageOf, Unit
from generator.handbook.chinese import spacing
from generator.handbook.chinese.count_lines import lines, plain
from generator.handbook.fit import case_pages
from generator.handbook.fit.block_heights import blocks, caption_height, section
from generator.handbook.fit.case_pages import CaseFit
from generator.handbook.page import sizes
from generator.handbook.page.sizes import BODY, HALF, LINE, SMALL_LINE
from generator.handbook.page.trim import POINTS
from generator.handbook.page.type_area import sheet
from generator.handbook.plan import indexes
from generator.handbook.plan.covers import Binding
from generator.handbook.plan.figures.case_figures import CaseFigures
from generator.handbook.plan.figures.printed_size import tallest
from generator.handbook.plan.indexes import Line
from generator.handbook.plan.maker import UnitMaker
from generator.model import Edition, Track, WinningCase
from generator.papers import Make, Paper
from generator.text.prose import PictureView
from generator.views import Site
from generator.views.pages import cases as case_views
from generator.views.pages import entries as entry_views
from generator.views.pages import tracks as track_views
from generator.views.pages.cases import CaseView
from generator.views.pages.entries import ListView
from generator.views.pages.tracks import TrackView
from generator.views.parts import wording
from generator.views.parts.blocks import opening_picture
from generator.views.parts.blocks import pictures as case_pictures

TITLE = "典型案例集"

_GENEROUS = LINE + SMALL_LINE + 2 * sizes.LISTED_GAP + sizes.LISTED_RULE
_COMPACT = LINE + 2 * sizes.COMPACT_GAP
"""Points of a case in the list on a part's title page: with its unit, or by its title alone."""

_INDEXES = (
    ("unit-index", "unit", "单位索引", "按单位名称的汉语拼音排列，数字为案例首页的页码。"),
    ("region-index", "region", "地区索引", "按地区名称的汉语拼音排列，数字为案例首页的页码。"),
    ("topic-index", "topic", "赛题索引", "按赛题名称的汉语拼音排列，数字为案例首页的页码。"),
)


@dataclass(frozen=True, slots=True)
class PartCase:
    """A case in the list on a part's title page."""

    anchor: str
    title: str
    award: str
    unit: str


@dataclass(frozen=True, slots=True)
class PartView:
    """The title of a part: a track, who guides it, its numbers, its cases."""

    number: str
    track: TrackView
    levels: tuple[tuple[str, int], ...]
    cases: int
    listed: tuple[PartCase, ...]
    compact: bool
    more: int
    """Cases that are not listed for want of room."""

    demo: bool


@dataclass(frozen=True, slots=True)
class PrintedCase:
    """A case's page in print: the view of its web page, with original pictures, its number and its code."""

    case: CaseView
    title: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    fitted: CaseFit
    number: str
    url: str | None
    qr: Markup | None


@dataclass(frozen=True, slots=True)
class RollView:
    """The roll of winners."""

    winners: ListView
    title: str


def casebook(root: Path, site: Site, edition: Edition, make: Make, paper: Paper | None = None) -> Book:
    """The collection of an edition's public cases."""
    planned = site.catalog.handbook(edition.id)
    paper = paper or planned.paper
    maker = UnitMaker(root, site, edition, make, sheet(paper, make))
    cases: dict[str, str] = {case.id: anchor(case) for case in site.catalog.cases_of(edition.id)}
    maker.anchors.update({addresses.case(case.id): anchor(case) for case in site.catalog.cases_of(edition.id)})
    binding = Binding(maker, planned.casebook, planned.casebook.title or TITLE)
    return binding.book("casebook", _Casebook(maker, binding).parts(), cases)


def anchor(case: WinningCase) -> str:
    """Where a case opens."""
    return f"case-{case.slug}--top"


@dataclass(frozen=True)
class _Casebook:
    maker: UnitMaker
    binding: Binding

    def parts(self) -> Iterator[Unit | LateUnit]:
        """The book in order. The contents come early and are made last."""
        plan = self.binding.plan
        front = list(self.binding.essay("foreword", plan.foreword, "前言", "roman"))
        body = list(self._body())
        after = list(self.binding.essay("afterword", plan.afterword, "后记", "arabic"))
        roll = [self._roll()] if "winners" not in plan.without else []
        late = list(self._indexes(body))
        yield from self.binding.opening()
        yield from front
        lines = (
            *self._lines(front),
            *self._lines(body),
            *self._lines(roll),
            *self._index_lines(body),
            *self._lines(after),
        )
        yield self.binding.contents(lines)
        yield from body
        yield from roll
        yield from late
        yield from after
        yield from self.binding.closing()

    # Parts and cases

    def _body(self) -> Iterator[Unit]:
        catalog = self.maker.site.catalog
        tracks = [track for track in catalog.tracks_of(self.maker.edition.id) if catalog.cases_in(track.id)]
        number = 0
        for place, track in enumerate(tracks, start=1):
            yield self._part(track, place)
            for case in catalog.cases_in(track.id):
                number += 1
                yield self._case(case, number, track)

    def _part(self, track: Track, place: int) -> Unit:
        maker, catalog = self.maker, self.maker.site.catalog
        cases = catalog.cases_in(track.id)
        levels = catalog.award_levels(track.edition)
        room = self._room(track)
        compact = len(cases) * _GENEROUS > room
        shown = len(cases) if not compact else min(len(cases), int((room - LINE) / _COMPACT))
        counts = tuple((level, sum(case.award == level for case in cases)) for level in levels)
        view = PartView(
            number=f"第{wording.ordinal(place)}部分",
            track=replace(track_views.track(maker.site, track), introduction=maker.prose(track.introduction)),
            levels=tuple((level, count) for level, count in counts if count),
            cases=len(cases),
            listed=tuple(PartCase(anchor(case), case.title, case.award, case.unit) for case in cases[:shown]),
            compact=compact,
            more=len(cases) - shown,
            demo=maker.demo or any(case.demo for case in cases),
        )
        unit_id = f"part-{track.slug}"
        return maker.unit(
            unit_id,
            "part.html",
            view,
            headings=(Bookmark(1, f"{view.number} {track.name}", f"{unit_id}--top"),),
            recto=True,
            bare=True,
            demo=view.demo,
            source=maker.source("track", track.id),
        )

    def _room(self, track: Track) -> float:
        """Points that a part's title page has for the list of its cases."""
        page = self.maker.page
        above = 2 * LINE + 4 * LINE  # the figures, and what is empty above the list
        if track.introduction:
            above += LINE + LINE * lines(plain(track.introduction), page.characters)
        if track.guiding_units:
            above += HALF + LINE * lines("、".join(track.guiding_units), page.measure / sizes.NOTE - 5)
        return 0.51 * page.height - above - 18 * POINTS

    def _case(self, case: WinningCase, number: int, track: Track) -> Unit:
        maker = self.maker
        folder = maker.source("case", case.id).rpartition("/")[0]
        found = case_pictures(maker.site, case)
        pictures = {name: maker.printed(picture, folder, name) for name, picture in found.items()}
        opening = opening_picture(case)
        cover: PictureView | None = pictures.get(opening.file) if opening else None
        figures = CaseFigures(number, maker.page, maker.colours)
        if cover:
            cover = replace(cover, caption=figures.caption(cover.caption))
        view = replace(case_views.case(maker.site, case), cover=cover)
        write = maker.writer(pictures, figures.charts(case.charts))
        prose = partial(maker.prose, pictures=pictures, level=2, write=write, figures=figures)
        shown = case_views.with_text(view, case, prose)
        facts = tuple(_printed_facts(shown))
        url = maker.public(addresses.case(case.id))
        code = maker.code(url, f"{case.title}的网页")
        title = _title_lines(case.title, maker.page.measure)
        unit_id = f"case-{case.slug}"
        return maker.unit(
            unit_id,
            "case.html",
            PrintedCase(
                case=shown,
                title=title,
                facts=facts,
                fitted=self._fitted(shown, title, facts, coded=bool(code)),
                number=f"{number:02d}",
                url=url,
                qr=code,
            ),
            headings=(Bookmark(2, case.title, f"{unit_id}--top"),),  # its sections are called as those of all cases
            marks=tuple(self._marks(case)),
            left_head=spacing.spaced(f"{track.name}赛道"),
            right_head=spacing.spaced(case.title),
            bare_opening=True,
            demo=view.demo,
            paths=tuple(Path(folder) / name for name in pictures),
            source=maker.source("case", case.id),
        )

    def _fitted(
        self, case: CaseView, title: tuple[str, ...], facts: tuple[tuple[str, str], ...], *, coded: bool
    ) -> CaseFit:
        """The case's text and pictures, arranged so that its pages are well filled."""
        page = self.maker.page
        parts = [*blocks(case.introduction, page)]
        for part in case.sections:
            parts += [section(), *blocks(part.body, page)]
        parts += blocks(case.notes, page)
        cover = None
        if case.cover:
            cover = (max(1, int(tallest(case.cover, page) / LINE)), caption_height(case.cover.caption, page))
        return case_pages.fit(self._opening(case, title, facts, coded=coded), cover, parts, page)

    def _opening(
        self, case: CaseView, title: tuple[str, ...], facts: tuple[tuple[str, str], ...], *, coded: bool
    ) -> float:
        """Points that all above the picture on a case's first page takes."""
        measure = self.maker.page.measure
        head = sizes.EYEBROW_RULE + sizes.EYEBROW_GAP + 2 * LINE + 2 * HALF  # with the unit below the title
        head += sizes.TITLE_LINE * sum(lines(plain(each), measure / sizes.TITLE) for each in title)
        summary = 3 * HALF + LINE * lines(plain(case.summary), measure / BODY - 2)
        figures = 0.0
        if case.metrics:
            room = (measure / len(case.metrics) - sizes.FIGURE_RULE - sizes.FIGURE_GAP) / sizes.CAPTION
            labels = max(lines(plain(each.label), room) for each in case.metrics)
            figures = LINE + sizes.TITLE_LINE + SMALL_LINE * labels
        room = (measure - (sizes.CODE + sizes.CODE_GAP if coded else 0)) / sizes.SMALL - sizes.FACT_LABEL
        about = sum(2 * sizes.FACT_GAP + SMALL_LINE * lines(plain(value), room) for _, value in facts)
        return head + summary + figures + LINE + max(about, sizes.CODE + sizes.CODE_LINE if coded else 0)

    def _marks(self, case: WinningCase) -> Iterator[IndexMark]:
        at = anchor(case)
        for unit in case.units:
            yield indexes.mark("unit", unit, at)
        if case.region:
            yield indexes.mark("region", case.region, at)
        topic = self.maker.site.catalog.topic_of(case)
        if topic:
            yield indexes.mark("topic", topic.title, at)

    # Back matter

    def _roll(self) -> Unit:
        maker = self.maker
        view = RollView(entry_views.winners(maker.site, maker.edition), "获奖名单")
        tracks = (
            Bookmark(2, f"{track.name}赛道", f"winners--{place}") for place, track in enumerate(view.winners.tracks, 1)
        )
        return maker.unit(
            "winners",
            "winners.html",
            view,
            headings=(Bookmark(1, view.title, "winners--top"), *tracks),
            left_head=self.binding.running_title(),
            right_head=view.title,
            recto=True,
            bare_opening=True,
            demo=maker.demo or any(row.demo for track in view.winners.tracks for row in track.rows),
        )

    def _indexes(self, body: list[Unit]) -> Iterator[LateUnit]:
        """One unit with all indexes, so that a short one need not begin a page."""
        wanted = tuple((*each, indexes.marks_of(body, each[1])) for each in _INDEXES)
        shown = tuple(each for each in wanted if each[-1] and each[0] not in self.binding.plan.without)
        if shown:
            yield LateUnit("indexes", partial(self._index, shown))

    def _index(
        self, shown: tuple[tuple[str, str, str, str, tuple[IndexMark, ...]], ...], pages: Mapping[str, PageOf]
    ) -> Unit:
        views = tuple(indexes.index_view(name, title, note, marks, pages) for name, _, title, note, marks in shown)
        return self.maker.unit(
            "indexes",
            "index.html",
            views,
            headings=tuple(Bookmark(1, view.title, f"indexes--{view.name}") for view in views),
            left_head=self.binding.running_title(),
            right_head="索引",
            bare_opening=True,
        )

    # Contents

    def _lines(self, units: list[Unit]) -> Iterator[Line]:
        """Parts and cases; sections of cases and of the roll stay out of the contents."""
        catalog = self.maker.site.catalog
        cases = {f"case-{case.slug}": case for case in catalog.cases_of(self.maker.edition.id)}
        for unit in units:
            head = unit.headings[0]
            case = cases.get(unit.id)
            level = head.level if case or unit.id.startswith("part-") else 0
            yield Line(level, head.title, head.anchor, "", case.unit if case else "", case.award if case else "")

    def _index_lines(self, body: list[Unit]) -> Iterator[Line]:
        for unit_id, name, title, _ in _INDEXES:
            if indexes.marks_of(body, name) and unit_id not in self.binding.plan.without:
                yield Line(0, title, f"indexes--{unit_id}")


def _printed_facts(case: CaseView) -> Iterator[tuple[str, str]]:
    """The facts beside a case; its leading unit stands under the title already."""
    yield from ((label, value) for label, value in case.facts if value != case.unit)
    if case.topic:
        yield "对应赛题", case.topic.label
    if case.tags:
        yield "关键词", "、".join(case.tags)


def _title_lines(title: str, measure: float) -> tuple[str, ...]:
    """A title that needs two lines breaks after its colon, when it has one."""
    head, colon, rest = title.partition("：")
    fits = max(len(head) + 1, len(rest)) * sizes.TITLE <= measure
    return (head + colon, rest) if rest and fits and len(title) * sizes.TITLE > measure else (title,)
