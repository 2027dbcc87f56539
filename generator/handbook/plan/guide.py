"""参赛指南: all that an entrant must know of an edition, as its notice says it, in one book."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property

from markupsafe import Markup

from generator.catalog import Kind
from generator.handbook.book import Book, Bookmark, LateUnit, PageOf, Unit
from generator.handbook.fit.chapters import close
from generator.handbook.plan.covers import Binding
from generator.handbook.plan.indexes import Line
from generator.handbook.plan.maker import UnitMaker
from generator.text.numerals import chinese
from generator.views.pages import awards, editions, judging, tracks
from generator.views.pages.awards import AwardsView
from generator.views.pages.editions import GuideView, TimelineView
from generator.views.pages.judging import IndicatorRow, JudgingView, RubricView
from generator.views.pages.tracks import TrackView
from generator.views.parts import wording
from generator.views.parts.blocks import Figure

TITLE = "参赛指南"
GLANCE = "一页读懂"

_ASKED = {"每队参赛代表": "参赛代表", "公示期": "公示期", "推荐全国总决赛": "推荐名额"}
"""Facts of the guide that stand beside the registration, and what they are called there."""


@dataclass(frozen=True, slots=True)
class GuideBook:
    """Every view that the guide's chapters show."""

    figures: tuple[Figure, ...]
    guide: GuideView
    timeline: TimelineView
    tracks: tuple[TrackView, ...]
    awards: AwardsView
    judging: JudgingView
    topics: int


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its unit, its title, its sections (anchor name, words, level below the chapter)."""

    id: str
    title: str
    sections: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Indicators of the last level that stand together under one of the level above."""

    name: str
    rows: tuple[IndicatorRow, ...]


@dataclass(frozen=True, slots=True)
class IndicatorGroup:
    """An indicator of the first level with all below it: a table of its own, whose head comes again on every page."""

    name: str
    points: str
    clusters: tuple[Cluster, ...]

    @property
    def rows(self) -> int:
        """How many indicators of the last level it has."""
        return sum(len(cluster.rows) for cluster in self.clusters)


@dataclass(frozen=True, slots=True)
class PrintedRubric(RubricView):
    """A rubric as print shows it: a table for every indicator of the first level, one where there is no other."""

    groups: tuple[IndicatorGroup, ...]

    @property
    def deep(self) -> bool:
        """Whether there are three levels."""
        return self.levels > 2

    @property
    def has_words(self) -> bool:
        """Whether it says what to look at."""
        return self.has_notes or self.has_focus

    @property
    def columns(self) -> tuple[int, ...]:
        """Per cent of the columns with indicators and points; those with words share what is left."""
        words = self.has_notes + self.has_focus
        if not words:
            return (40, 48) if self.deep and self.has_points else (40,) if self.deep else ()
        names = {(True, 1): (18, 22), (True, 2): (16, 20), (False, 1): (32,), (False, 2): (25,)}[self.deep, words]
        return (*names, 9) if self.has_points else names


@dataclass(frozen=True, slots=True)
class ChapterView:
    """What a chapter's template is given. `sections` are the names of those that the chapter shows."""

    book: GuideBook
    rubrics: tuple[PrintedRubric, ...]
    known: bool
    """Whether the notice says how many awards some tracks have."""

    sections: frozenset[str]


_LINES, _PRIZE = 26, 10
"""Lines of phases and awards on one page at most; letters of a prize in a line."""


@dataclass(frozen=True, slots=True)
class GlanceView:
    """What an entrant asks first, on one page. `pages` are the folios of places that say more."""

    book: GuideBook
    facts: tuple[tuple[str, str], ...]
    """What else decides on an entry: the size of teams, how long results are open to objections."""

    qr: Markup | None
    pages: Mapping[str, str]

    @property
    def long(self) -> bool:
        """Whether phases and awards are more than half a page has room for: all stands below each other then."""
        awards = sum(1 + len(bar.prize or "") // _PRIZE for bar in self.book.awards.bars)
        return len(self.book.timeline.phases) + awards > _LINES


def guide(maker: UnitMaker) -> Book:
    """The guide of an edition."""
    plan = maker.planned.guide
    binding = Binding(maker, plan, plan.title or maker.say(TITLE))
    return binding.book("guide", _Guide(maker, binding).parts())


@dataclass(frozen=True)
class _Guide:
    maker: UnitMaker
    binding: Binding

    @cached_property
    def _book(self) -> GuideBook:
        site, edition = self.maker.site, self.maker.edition
        listed = tuple(
            replace(tracks.track(site, track), introduction=self.maker.prose(track.introduction, level=2))
            for track in site.catalog.tracks_of(edition.id)
        )
        return GuideBook(
            figures=editions.figures(site, edition),
            guide=editions.guide(site, edition),
            timeline=editions.timeline(site, edition),
            tracks=listed,
            awards=awards.awards(site, edition),
            judging=judging.judging(site, edition),
            topics=sum(track.topic_count for track in listed),
        )

    def parts(self) -> Iterator[Unit | LateUnit]:
        """The book in order."""
        plan = self.binding.plan
        chapters = [self._chapter(number, chapter) for number, chapter in enumerate(self._chapters(), start=1)]
        after = list(self.binding.essay("afterword", plan.afterword, "后记", "arabic"))
        lines = (Line(1, GLANCE, "glance--top"), *_lines([*chapters, *after]))
        yield from self.binding.opening()
        yield from self.binding.essay("foreword", plan.foreword, "前言", "roman")
        yield self.binding.contents(lines, columns=True)
        yield LateUnit("glance", self._glance)
        yield from chapters
        yield from after
        yield from self.binding.closing()

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
            ("outline", "案例提纲", book.guide.case_outline),
        )
        rewards = (
            ("quotas", "奖项名额", book.awards.bars or book.awards.rows),
            ("special", "特色奖", book.awards.special),
            ("finals", "推荐全国总决赛", book.awards.finals),
            ("benefits", "奖励与权益", book.guide.benefits),
        )
        last = (
            ("rules", "其他规则", book.guide.rules),
            ("contacts", "联系方式", self.maker.edition.contacts),
            ("source-notes", "关于通知原文的说明", book.guide.source_notes and "source-notes" not in plan.without),
        )
        yield Chapter("about", "赛事概况", self._shown(about))
        if book.tracks:
            yield Chapter("tracks", "赛道与赛题", tuple(self._track_sections()))
        if self._shown(entry):
            yield Chapter("entry", "参赛要求", self._shown(entry))
        if self._shown(rewards):
            yield Chapter("awards", "奖项与权益", self._shown(rewards))
        if book.judging.rubrics or book.judging.stages:
            yield Chapter("judging", "评审标准", tuple(self._judging_sections()))
        if self._shown(last):
            yield Chapter("rules", "规则与联系方式", self._shown(last))

    def _shown(self, sections: tuple[tuple[str, str, object], ...]) -> tuple[tuple[str, str, int], ...]:
        """The sections that have something to say."""
        return tuple((name, self.maker.say(title), 1) for name, title, content in sections if content)

    def _track_sections(self) -> Iterator[tuple[str, str, int]]:
        words = self.maker.site.words
        for track in self._book.tracks:
            yield f"track-{track.number}", f"{track.number}. {words.track_name(track.name)}", 1
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
        head = self.maker.say(chapter.title)
        title = f"{chinese(number)}、{head}"
        sections = (Bookmark(1 + level, words, f"{chapter.id}--{name}") for name, words, level in chapter.sections)
        documents: dict[str, Kind] = {"awards": "awards", "judging": "judging"}
        unit = self.binding.chapter(
            chapter.id,
            f"guide/{chapter.id}.html",
            ChapterView(
                self._book,
                tuple(printed(rubric) for rubric in self._book.judging.rubrics),
                any(count != wording.UNSTATED for row in self._book.awards.rows for count in row.counts),
                frozenset(name for name, _, _ in chapter.sections),
            ),
            title,
            *sections,
            right_head=head,
            source=self.maker.source(documents.get(chapter.id, "edition"), self.maker.edition.id),
        )
        if not close(unit.html, self.maker.page):
            return unit
        return replace(unit, html=unit.html.replace('class="chapter"', 'class="chapter chapter--close"', 1))

    def _glance(self, pages: Mapping[str, PageOf]) -> Unit:
        """The first page of the body: what an entrant asks first, and where the book says more."""
        url = self.maker.edition.registration.url
        asked = {self.maker.say(label): self.maker.say(short) for label, short in _ASKED.items()}
        sections = (
            ("timeline", "赛程"),
            ("awards", "奖项"),
            ("entry", "报名"),
            ("contacts", "咨询"),
            *((("tracks", "赛道"),) if self._book.tracks else ()),
        )
        places = ("about--timeline", "entry--top", "awards--top", "rules--contacts", "tracks--top")
        return self.binding.chapter(
            "glance",
            "guide/glance.html",
            GlanceView(
                self._book,
                tuple((asked[label], value) for label, value in self._book.guide.facts if label in asked),
                self.maker.code(url, f"{self.maker.edition.name}报名网址"),
                {place: pages[place].folio for place in places if place in pages},
            ),
            GLANCE,
            *(Bookmark(2, self.maker.say(words), f"glance--{name}") for name, words in sections),
            recto=True,
            source=self.maker.source("edition", self.maker.edition.id),
        )


def _lines(units: list[Unit]) -> Iterator[Line]:
    for unit in units:
        yield from (Line(head.level, head.title, head.anchor) for head in unit.headings if head.level <= 2)


def printed(rubric: RubricView) -> PrintedRubric:
    """A rubric cut at its indicators of the first level."""
    points = {share.label: share.value for share in rubric.shares}
    groups: list[tuple[str, list[tuple[str, list[IndicatorRow]]]]] = []
    left = 0
    for row in rubric.rows:
        heads = row.heads
        if rubric.levels == 1:
            groups, left = groups or [("评价指标", [])], 1
        elif not left:  # a new indicator of the first level, which may have none below it
            (name, left), heads = (heads[0], heads[1:]) if heads else ((row.name, 1), ())
            groups.append((name, []))
        left -= 1
        clusters = groups[-1][1]
        if heads or not clusters:
            clusters.append((heads[0][0] if heads else "", []))
        clusters[-1][1].append(row)
    cut = tuple(
        IndicatorGroup(name, points.get(name, ""), tuple(Cluster(inner, tuple(rows)) for inner, rows in clusters))
        for name, clusters in groups
    )
    return PrintedRubric(**{each.name: getattr(rubric, each.name) for each in fields(rubric)}, groups=cut)
