"""参赛指南: all that an entrant must know of an edition, as its notice says it, in one book."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from generator.catalog import Kind
from generator.handbook import indexes
from generator.handbook.book import Book, Heading, Late, Make, PageOf, Paper, Unit
from generator.handbook.covers import Binding
from generator.handbook.indexes import Line
from generator.handbook.pages import Press
from generator.handbook.sheet import sheet
from generator.model import Edition
from generator.views import Site, awards, editions, judging, tracks, wording
from generator.views.awards import AwardsView
from generator.views.editions import ContactView, GuideView, HomeView, TimelineView
from generator.views.judging import JudgingView
from generator.views.tracks import TrackView

TITLE = "参赛指南"


@dataclass(frozen=True, slots=True)
class GuideBook:
    """Every view that the guide's chapters show."""

    home: HomeView
    guide: GuideView
    timeline: TimelineView
    tracks: tuple[TrackView, ...]
    awards: AwardsView
    judging: JudgingView
    contact: ContactView
    topics: int


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its unit, its title, its sections (anchor name, words, level below the chapter)."""

    id: str
    title: str
    sections: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class ChapterView:
    """What a chapter's template is given."""

    title: str
    book: GuideBook


def guide(root: Path, site: Site, edition: Edition, make: Make, paper: Paper | None = None) -> Book:
    """The guide of an edition."""
    planned = site.catalog.handbook(edition.id)
    paper = paper or Paper(planned.paper)
    press = Press(root, site, edition, make, sheet(paper, make))
    binding = Binding(press, planned.guide, planned.guide.title or TITLE)
    cover = binding.cover_view()
    return Book(
        id=f"{edition.branch}-{edition.year}-guide",
        title=f"{edition.name}{cover.title}",
        subtitle=cover.subtitle or "",
        author=cover.issuer or site.catalog.contest.name,
        language="zh-CN",
        subject=edition.theme or edition.name,
        date=planned.colophon.date or "",
        make=make,
        paper=paper,
        parts=tuple(_Guide(press, binding).parts()),
        css=press.css(),
        demo=press.demo,
    )


@dataclass(frozen=True)
class _Guide:
    press: Press
    binding: Binding

    @cached_property
    def _book(self) -> GuideBook:
        site, edition = self.press.site, self.press.edition
        listed = tuple(tracks.track(site, track) for track in site.catalog.tracks_of(edition.id))
        return GuideBook(
            home=editions.home(site, edition),
            guide=editions.guide(site, edition),
            timeline=editions.timeline(site, edition),
            tracks=listed,
            awards=awards.awards(site, edition),
            judging=judging.judging(site, edition),
            contact=editions.contact(site, edition),
            topics=sum(track.topic_count for track in listed),
        )

    def parts(self) -> Iterator[Unit | Late]:
        """The book in order."""
        plan = self.binding.plan
        chapters = [self._chapter(number, chapter) for number, chapter in enumerate(self._chapters(), start=1)]
        after = list(self.binding.essay("afterword", plan.afterword, "后记", "arabic"))
        lines = tuple(_lines([*chapters, *after]))
        yield from self.binding.opening()
        yield from self.binding.essay("foreword", plan.foreword, "前言", "roman")
        yield Late("contents", partial(self._contents, lines))
        yield from chapters
        yield from after
        yield self.binding.back()

    def _chapters(self) -> Iterator[Chapter]:
        book, plan = self._book, self.binding.plan
        about = (
            ("facts", "基本信息", True),
            ("goals", "赛事目标", book.guide.goals),
            ("timeline", "赛程安排", book.timeline.phases),
            ("organisers", "组织机构", book.guide.organisers),
        )
        entry = (
            ("eligibility", "参赛单位要求", book.guide.eligibility),
            ("projects", "参赛项目要求", book.guide.project_requirements),
            ("submission", "提交材料", book.guide.submission),
        )
        rewards = (
            ("quotas", "奖项名额", True),
            ("special", "特色奖", book.awards.special),
            ("finals", "推荐全国总决赛", True),
            ("benefits", "奖励与权益", book.guide.benefits),
        )
        last = (
            ("rules", "其他规则", book.guide.rules),
            ("contacts", "联系方式", book.contact.contacts),
            ("source-notes", "关于通知原文的说明", book.guide.source_notes and "source-notes" not in plan.without),
        )
        yield Chapter("about", "赛事概况", _shown(about))
        yield Chapter("tracks", "赛道与赛题", tuple(self._track_sections()))
        yield Chapter("entry", "参赛要求", _shown(entry))
        yield Chapter("awards", "奖项与权益", _shown(rewards))
        if book.judging.rubrics or book.judging.stages:
            yield Chapter("judging", "评审标准", tuple(self._judging_sections()))
        if _shown(last):
            yield Chapter("rules", "规则与联系方式", _shown(last))

    def _track_sections(self) -> Iterator[tuple[str, str, int]]:
        for track in self._book.tracks:
            yield f"track-{track.number}", f"{track.number}. {track.name}赛道", 1
            for group in track.groups:
                if group.title:
                    yield f"track-{track.number}-{group.id}", group.title, 2

    def _judging_sections(self) -> Iterator[tuple[str, str, int]]:
        view = self._book.judging
        if view.stages:
            yield "stages", "评审环节", 1
        for place, rubric in enumerate(view.rubrics, start=1):
            yield f"rubric-{place}", rubric.name, 1
        if view.panels:
            yield "panels", "专家组", 1

    def _chapter(self, number: int, chapter: Chapter) -> Unit:
        title = f"{wording.ordinal(number)}、{chapter.title}"
        sections = (Heading(1 + level, words, f"{chapter.id}--{name}") for name, words, level in chapter.sections)
        documents: dict[str, Kind] = {"awards": "awards", "judging": "judging"}
        return self.press.unit(
            chapter.id,
            f"guide/{chapter.id}.html",
            ChapterView(title, self._book),
            headings=(Heading(1, title, f"{chapter.id}--top"), *sections),
            left_head=self.binding.running_title(),
            right_head=chapter.title,
            recto=False,
            demo=self.press.demo,
            source=self.press.source(documents.get(chapter.id, "edition"), self.press.edition.id),
        )

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


def _shown(sections: tuple[tuple[str, str, object], ...]) -> tuple[tuple[str, str, int], ...]:
    """The sections that have something to say."""
    return tuple((name, title, 1) for name, title, content in sections if content)


def _lines(units: list[Unit]) -> Iterator[Line]:
    for unit in units:
        yield from (Line(head.level, head.title, head.anchor) for head in unit.headings if head.level <= 2)
