"""典型案例集: every public awarded case of an edition, the roll of winners, and indexes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from math import ceil
from pathlib import Path

from markupsafe import Markup

from generator import addresses
from generator.handbook import indexes, qr
from generator.handbook.book import Book, Heading, IndexMark, Late, Make, PageOf, Paper, Unit
from generator.handbook.covers import Binding
from generator.handbook.indexes import Line
from generator.handbook.pages import Press
from generator.handbook.sheet import sheet
from generator.model import Edition, Track, WinningCase
from generator.views import Site, wording
from generator.views import cases as case_views
from generator.views import tracks as track_views
from generator.views.cases import CaseView, WinnersView
from generator.views.parts import PictureView
from generator.views.tracks import TrackView

TITLE = "典型案例集"

_TITLE_SIZE = 20.0
"""Points of a character of a case's title, as the style sheet has it."""

_SMALLEST = 8
"""Lines of the smallest picture on an opening page."""

_INDEXES = (
    ("unit-index", "unit", "单位索引", "按单位名称的汉语拼音排列，数字为案例首页的页码。"),
    ("region-index", "region", "地区索引", "按地区名称的汉语拼音排列，数字为案例首页的页码。"),
    ("topic-index", "topic", "赛题索引", "按赛题名称的汉语拼音排列，数字为案例首页的页码。"),
)


@dataclass(frozen=True, slots=True)
class PartView:
    """The title of a part: a track, who guides it, its numbers, its cases."""

    number: str
    track: TrackView
    levels: tuple[tuple[str, int], ...]
    cases: int
    listed: tuple[tuple[str, str, str], ...]
    demo: bool


@dataclass(frozen=True, slots=True)
class PrintedCase:
    """A case's page in print: the view of its web page, with original pictures, its number and its code."""

    case: CaseView
    title: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    cover_lines: int
    number: str
    url: str | None
    qr: Markup | None


@dataclass(frozen=True, slots=True)
class RollView:
    """The roll of winners."""

    winners: WinnersView
    title: str


def casebook(root: Path, site: Site, edition: Edition, make: Make, paper: Paper | None = None) -> Book:
    """The collection of an edition's public cases."""
    planned = site.catalog.handbook(edition.id)
    paper = paper or Paper(planned.paper)
    press = Press(root, site, edition, make, sheet(paper, make))
    press.anchors.update({addresses.case(case.id): anchor(case) for case in site.catalog.cases_of(edition.id)})
    binding = Binding(press, planned.casebook, planned.casebook.title or TITLE)
    cover = binding.cover_view()
    return Book(
        id=f"{edition.branch}-{edition.year}-casebook",
        title=f"{edition.name}{cover.title}",
        subtitle=cover.subtitle or "",
        author=cover.issuer or site.catalog.contest.name,
        language="zh-CN",
        subject=edition.theme or edition.name,
        date=planned.colophon.date or "",
        make=make,
        paper=paper,
        parts=tuple(_Casebook(press, binding).parts()),
        css=press.css(),
        demo=press.demo,
        cases={case.id: anchor(case) for case in site.catalog.cases_of(edition.id)},
    )


def anchor(case: WinningCase) -> str:
    """Where a case opens."""
    return f"case-{case.slug}--top"


@dataclass(frozen=True)
class _Casebook:
    press: Press
    binding: Binding

    def parts(self) -> Iterator[Unit | Late]:
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
            *self._late_lines(late),
            *self._lines(after),
        )
        yield Late("contents", partial(self._contents, lines))
        yield from body
        yield from roll
        yield from late
        yield from after
        yield self.binding.back()

    # Parts and cases

    def _body(self) -> Iterator[Unit]:
        catalog = self.press.site.catalog
        tracks = [track for track in catalog.tracks_of(self.press.edition.id) if catalog.cases_in(track.id)]
        number = 0
        for place, track in enumerate(tracks, start=1):
            yield self._part(track, place)
            for case in catalog.cases_in(track.id):
                number += 1
                yield self._case(case, number, track)

    def _part(self, track: Track, place: int) -> Unit:
        press, catalog = self.press, self.press.site.catalog
        cases = catalog.cases_in(track.id)
        levels = catalog.award_levels(track.edition)
        counts = tuple((level, sum(case.award == level for case in cases)) for level in levels)
        view = PartView(
            number=f"第{wording.ordinal(place)}部分",
            track=track_views.track(press.site, track),
            levels=tuple((level, count) for level, count in counts if count),
            cases=len(cases),
            listed=tuple((anchor(case), case.title, case.award) for case in cases),
            demo=press.demo or any(case.demo for case in cases),
        )
        unit_id = f"part-{track.slug}"
        return press.unit(
            unit_id,
            "part.html",
            view,
            headings=(Heading(1, f"{view.number} {track.name}", f"{unit_id}--top"),),
            recto=True,
            bare=True,
            demo=view.demo,
            source=press.source("track", track.id),
        )

    def _case(self, case: WinningCase, number: int, track: Track) -> Unit:
        press = self.press
        folder = press.source("case", case.id).rpartition("/")[0]
        view = case_views.case(press.site, case)
        pictures = {name: press.printed(picture, folder, name) for name, picture in view.pictures.items()}
        cover: PictureView | None = pictures.get(case.images[0].file) if case.images else None
        shown = replace(view, pictures=pictures, cover=cover)
        facts = tuple(_printed_facts(shown))
        url = press.site.canonical(addresses.case(case.id))
        code = qr.svg(url, f"二维码：{case.title}的网页") if url else None
        unit_id = f"case-{case.slug}"
        sections = (Heading(3, part.heading, f"{unit_id}--{part.id}") for part in shown.sections)
        return press.unit(
            unit_id,
            "case.html",
            PrintedCase(
                case=shown,
                title=_title_lines(case.title, press.page.measure),
                facts=facts,
                cover_lines=self._room(shown, facts),
                number=f"{number:02d}",
                url=url,
                qr=code,
            ),
            headings=(Heading(2, case.title, f"{unit_id}--top"), *sections),
            marks=tuple(self._marks(case)),
            left_head=f"{track.name}赛道",
            right_head=case.title,
            bare_opening=False,
            demo=view.demo,
            paths=tuple(Path(folder) / name for name in pictures),
            source=press.source("case", case.id),
        )

    def _room(self, case: CaseView, facts: tuple[tuple[str, str], ...]) -> int:
        """Lines that the opening page has left for a picture, by a cautious estimate."""
        width = self.press.page.characters
        title = 1.5 * ceil(len(case.title) * 1.9 / width)
        summary = ceil(len(case.summary) / (width - 3))
        table = sum(0.85 * ceil(len(value) / (width * 0.75)) for _, value in facts)
        figures = 4 * ceil(len(case.metrics) / 4)
        return max(_SMALLEST, int(self.press.page.lines - title - summary - table - figures - 9))

    def _marks(self, case: WinningCase) -> Iterator[IndexMark]:
        at = anchor(case)
        for unit in case.units:
            yield indexes.mark("unit", unit, at)
        if case.region:
            yield indexes.mark("region", case.region, at)
        topic = self.press.site.catalog.topic_of(case)
        if topic:
            yield indexes.mark("topic", topic.title, at)

    # Back matter

    def _roll(self) -> Unit:
        press = self.press
        view = RollView(case_views.winners(press.site, press.edition), "获奖名单")
        tracks = (
            Heading(2, f"{track.name}赛道", f"winners--{place}") for place, track in enumerate(view.winners.tracks, 1)
        )
        return press.unit(
            "winners",
            "winners.html",
            view,
            headings=(Heading(1, view.title, "winners--top"), *tracks),
            left_head=self.binding.running_title(),
            right_head=view.title,
            recto=True,
            demo=press.demo or any(row.demo for track in view.winners.tracks for row in track.rows),
        )

    def _indexes(self, body: list[Unit]) -> Iterator[Late]:
        for unit_id, name, title, note in _INDEXES:
            marks = indexes.marks_of(body, name)
            if marks and unit_id not in self.binding.plan.without:
                yield Late(unit_id, partial(self._index, unit_id, title, note, marks))

    def _index(
        self,
        unit_id: str,
        title: str,
        note: str,
        marks: tuple[IndexMark, ...],
        pages: Mapping[str, PageOf],
    ) -> Unit:
        view = indexes.index_view(title, note, marks, pages)
        return self.press.unit(
            unit_id,
            "index.html",
            view,
            headings=(Heading(1, title, f"{unit_id}--top"),),
            left_head=self.binding.running_title(),
            right_head=title,
            demo=self.press.demo,
        )

    # Contents

    def _contents(self, lines: tuple[Line, ...], pages: Mapping[str, PageOf]) -> Unit:
        return self.press.unit(
            "contents",
            "contents.html",
            indexes.numbered(lines, pages),
            headings=(Heading(1, "目录", "contents--top"),),
            left_head=self.binding.running_title(),
            right_head="目录",
            numbering="roman",
            recto=True,
            bare_opening=True,
            demo=self.press.demo,
        )

    def _lines(self, units: list[Unit]) -> Iterator[Line]:
        """Parts and cases; sections of cases and of the roll stay out of the contents."""
        catalog = self.press.site.catalog
        cases = {f"case-{case.slug}": case for case in catalog.cases_of(self.press.edition.id)}
        for unit in units:
            head = unit.headings[0]
            case = cases.get(unit.id)
            level = head.level if case or unit.id.startswith("part-") else 0
            yield Line(level, head.title, head.anchor, "", case.unit if case else "", case.award if case else "")

    def _late_lines(self, late: list[Late]) -> Iterator[Line]:
        titles = {unit_id: title for unit_id, _, title, _ in _INDEXES}
        for each in late:
            yield Line(0, titles[each.id], f"{each.id}--top")


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
    fits = max(len(head) + 1, len(rest)) * _TITLE_SIZE <= measure
    return (head + colon, rest) if rest and fits and len(title) * _TITLE_SIZE > measure else (title,)
