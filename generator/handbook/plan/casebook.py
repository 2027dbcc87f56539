"""典型案例集: awarded cases, the contest before them, the roll of winners and indexes behind.

An edition's own book has its public cases by track; a collection has chosen cases of any contests by sector.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from math import ceil
from pathlib import Path
from typing import Any

from markupsafe import Markup

from generator.catalog import addresses
from generator.handbook.book import Book, Bookmark, IndexMark, LateUnit, PageOf, Tab, Unit
from generator.handbook.chinese import spacing, title_lines
from generator.handbook.chinese.count_lines import lines, plain
from generator.handbook.fit import case_pages
from generator.handbook.fit.block_heights import Block, blocks, caption_height, section
from generator.handbook.fit.case_pages import CaseFit
from generator.handbook.page import sizes
from generator.handbook.page.sizes import BODY, HALF, LINE, SMALL_LINE
from generator.handbook.page.type_area import sheet
from generator.handbook.plan import indexes
from generator.handbook.plan.covers import Binding
from generator.handbook.plan.display import honours, overview, part_pages
from generator.handbook.plan.display.part_pages import CaseGroup, Look, PartCase
from generator.handbook.plan.figures.case_figures import CaseFigures
from generator.handbook.plan.figures.printed_size import tallest
from generator.handbook.plan.indexes import Line
from generator.handbook.plan.maker import UnitMaker
from generator.media.palette import parts as part_colours
from generator.model import Edition, Quote, WinningCase
from generator.model.handbook import BoardLine, CasebookPlan
from generator.papers import Make, Paper
from generator.text import phrases
from generator.text.prose import PictureView
from generator.views import Site
from generator.views.pages import cases as case_views
from generator.views.pages.cases import CaseView
from generator.views.parts.blocks import Figure, opening_picture
from generator.views.parts.blocks import pictures as case_pictures

TITLE = "典型案例集"
COLLECTION = "案例选集"

_INDEXES = (
    ("unit-index", "unit", "单位索引", "按单位名称的汉语拼音排列，数字为案例首页的页码。"),
    ("region-index", "region", "地区索引", "按地区名称的汉语拼音排列，数字为案例首页的页码。"),
    ("topic-index", "topic", "赛题索引", "按赛题名称的汉语拼音排列，数字为案例首页的页码。"),
)

_PAGES = {1: 3, 2: 3, 3: 2}
"""The most pages of a case by rank, without the page before it, where its text can be set on so many."""

_LEAD = 0.64
"""The share of a page's height that the picture before a case takes at most."""

_LEAD_WORDS = 11
"""Lines of all else around the words on that page."""

_LOWEST = (6, 5, 4)
"""Lines of the lowest picture beside key figures, the best first."""


@dataclass(frozen=True, slots=True)
class PrintedCase:
    """A case's page in print: the view of its web page, with original pictures, its number and its code."""

    case: CaseView
    title: tuple[str, ...]
    """Empty where a page before it bears the title."""
    facts: tuple[tuple[str, str], ...]
    fitted: CaseFit
    close: bool
    """Whether its text is in smaller type."""
    number: str
    origin: str
    """Its track or, in a collection, its contest."""
    rank: int
    """Its layout: 1, 2 or 3."""
    style: str
    compared: bool
    """Whether a key figure says what it was before."""
    banded: bool
    """Whether the key figures stand beside the picture."""
    room: float
    """Points that the picture has from side to side."""
    url: str | None
    qr: Markup | None


@dataclass(frozen=True, slots=True)
class LeadView:
    """The page that opens a case of the first rank: a picture or a pattern, the title, and what somebody said of it."""

    number: str
    award: str
    origin: str
    finals: str | None
    title: tuple[str, ...]
    unit: str
    quote: tuple[str, ...]
    by: str | None
    picture: PictureView | None
    picture_height: float
    """Points; the words have the rest of the page."""
    pattern: Markup
    style: str
    demo: bool


@dataclass(frozen=True, slots=True)
class EditorsView:
    """Who made the book."""

    title: str
    lines: tuple[BoardLine, ...]


def casebook(root: Path, site: Site, edition: Edition, make: Make, paper: Paper | None = None) -> Book:
    """The collection of an edition's public cases."""
    planned = site.catalog.handbook(edition.id)
    maker = UnitMaker(root, site, edition, make, sheet(paper or planned.paper, make))
    return _book(maker, "casebook", planned.casebook, TITLE, tuple(part_pages.by_track(maker)))


def collection(root: Path, site: Site, edition: Edition, make: Make, paper: Paper | None = None) -> Book:
    """The cases that an edition's organisers chose from any contests; those that are not public stay out."""
    planned = site.catalog.handbook(edition.id)
    maker = UnitMaker(root, site, edition, make, sheet(paper or planned.paper, make))
    parts = tuple(part_pages.by_sector(maker, site.catalog.chosen(edition.id)))
    return _book(maker, "collection", planned.collection, COLLECTION, parts)


def _book(maker: UnitMaker, kind: str, plan: CasebookPlan, title: str, parts: tuple[CaseGroup, ...]) -> Book:
    maker.schemes = part_colours(maker.branch.colours, len(parts))
    cases = [case for part in parts for case in part.cases]
    maker.anchors.update({addresses.case(case.id): anchor(maker, case) for case in cases})
    binding = Binding(maker, plan, plan.title or title)
    units = _Casebook(maker, binding, plan, parts).parts()
    return binding.book(kind, units, {case.id: anchor(maker, case) for case in cases})


def anchor(maker: UnitMaker, case: WinningCase) -> str:
    """Where a case opens."""
    return f"{_unit_id(maker, case)}--top"


def _unit_id(maker: UnitMaker, case: WinningCase) -> str:
    """The id of a case's unit; a case of another contest bears that in its name."""
    own = case.edition == maker.edition.id
    return f"case-{case.slug}" if own else f"case-{case.id.replace('/', '-')}"


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
        late = list(self._indexes(body))
        yield from self.binding.opening()
        yield from board
        yield from front
        titled = (*self._lines([*board, *front, *opening]), *self._lines(body), *self._lines(roll))
        yield self.binding.contents((*titled, *self._index_lines(body), *self._lines(after)))
        yield from opening
        yield from (_with_folios(unit) for unit in body)
        yield from roll
        yield from late
        yield from after
        yield from self.binding.closing()

    @property
    def _collected(self) -> bool:
        """Whether the cases are of several contests."""
        return any(case.edition != self.maker.edition.id for part in self.chapters for case in part.cases)

    # Before the cases

    def _board(self) -> Iterator[Unit]:
        if self.plan.board and "board" not in self.plan.without:
            yield self._page(
                "board", "board.html", EditorsView("编委会", self.plan.board), numbering="roman", recto=True
            )

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
        view = overview.in_numbers(maker, self._laureates)
        if view.figures:
            yield maker.unit("numbers", "numbers.html", view, bare=True, numbering="roman", recto=True)
        told = overview.overview(maker, self._laureates, "大赛概览")
        sections = (
            ("matrix", "获奖项目分布", told.matrix),
            ("regions", "各地获奖项目", told.regions),
            ("timeline", "赛程", told.phases),
            ("judging", "怎样评选", told.judging.stages or told.judging.rubrics),
            ("organisers", "组织机构", told.organisers),
        )
        marks = [Bookmark(2, title, f"overview--{name}") for name, title, shown in sections if shown]
        if marks:
            yield self._page("overview", "overview.html", told, *marks, numbering="roman")

    def _page(
        self, unit_id: str, template: str, view: honours.RollView | object, *marks: Bookmark, **facts: object
    ) -> Unit:
        """A chapter that opens with its title."""
        title = getattr(view, "title")  # noqa: B009 - every such view has one
        return self.maker.unit(
            unit_id,
            template,
            view,
            headings=(Bookmark(1, title, f"{unit_id}--top"), *marks),
            left_head=self.binding.running_title(),
            right_head=title,
            bare_opening=True,
            **facts,
        )

    # Parts and cases

    def _body(self) -> Iterator[Unit]:
        number = 0
        for place, part in enumerate(self.chapters):
            scheme = self.maker.schemes[place]
            look = Look(place, scheme, Tab(place, len(self.chapters), scheme.primary, str(place + 1)))
            yield self._part(part, look)
            for case in part.cases:
                number += 1
                yield from self._case(case, number, part, look)

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
        return f"{case.unit}　{self._contest(case)}" if self._collected else case.unit

    def _contest(self, case: WinningCase) -> str:
        edition = self.maker.site.catalog.editions[case.edition]
        return f"{self.maker.site.catalog.branches[edition.branch].name}{edition.year}年"

    def _case(self, case: WinningCase, number: int, part: CaseGroup, look: Look) -> Iterator[Unit]:
        maker = self.maker
        folder = maker.source("case", case.id).rpartition("/")[0]
        found = case_pictures(maker.site, case)
        pictures = {name: maker.printed(picture, folder, name) for name, picture in found.items()}
        view = case_views.case(maker.site, case)
        rank = min(view.award.rank or 3, 3)
        lead: PictureView | None = pictures.get(case.lead or "")
        led = rank == 1 and bool(lead or case.quote)
        opening = opening_picture(case)
        placed = [lead if not led else None, pictures.get(opening.file) if opening else None]
        figures = CaseFigures(number, maker.page, maker.colours)
        shown_first = [_numbered(each, figures) for each in placed if each]
        cover, others = next(iter(shown_first), None), shown_first[1:]
        write = maker.writer(pictures, figures.charts(case.charts))
        prose = partial(maker.prose, pictures=pictures, level=2, write=write, figures=figures)
        shown = case_views.with_text(replace(view, cover=cover, lead=lead), case, prose)
        facts: dict[str, Any] = {
            "demo": view.demo,
            "tab": look.tab,
            "source": maker.source("case", case.id),
            "paths": tuple(Path(folder) / name for name in pictures),
        }
        unit_id = _unit_id(maker, case)
        titled: dict[str, Any] = {
            "headings": (Bookmark(2, case.title, f"{unit_id}--top"),),  # its sections are called as those of all cases
            "marks": tuple(self._marks(case)),
        }
        if led:
            page = self._lead(case, shown, number, part, look)
            yield maker.unit(unit_id, "lead.html", page, bare=True, **titled, **facts)
        else:
            shown, facts = self._with_more(shown, others), facts | titled | {"bare_opening": True}
        yield maker.unit(
            f"{unit_id}-text" if led else unit_id,
            "case.html",
            self._printed(case, shown, number, rank, part, look, led=led),
            left_head=spacing.spaced(part.head),
            right_head=spacing.spaced(case.title),
            **facts,
        )

    def _lead(self, case: WinningCase, shown: CaseView, number: int, part: CaseGroup, look: Look) -> LeadView:
        maker, page = self.maker, self.maker.page
        title = title_lines.broken(phrases.split(case.title), page.measure / sizes.LEAD_TITLE)
        quote = title_lines.broken(phrases.split(case.quote.text), page.measure / sizes.HEAD) if case.quote else ()
        words = _LEAD_WORDS * LINE + sizes.LEAD_TITLE_LINE * _lines_of(title, page.measure / sizes.LEAD_TITLE)
        words += sizes.LARGE_LINE * _lines_of(quote, page.measure / sizes.HEAD)
        return LeadView(
            number=f"{number:02d}",
            award=shown.award.name,
            origin=self._origin(case, part),
            finals=shown.finals,
            title=title,
            unit=case.unit,
            quote=quote,
            by=case.quote.by if case.quote else None,
            picture=shown.lead,
            picture_height=min(_LEAD * page.height, page.height - words),
            pattern=Markup() if shown.lead else look.pattern(maker, case.id, _LEAD),
            style=look.style,
            demo=shown.demo,
        )

    def _with_more(self, shown: CaseView, pictures: Sequence[PictureView]) -> CaseView:
        """A case without a page for its quotation: it stands in its text, and so does what its lead made room for."""
        figure = Markup("<figure>{}{}</figure>")
        parts = [_pulled(shown.quote)] if shown.quote else []
        parts += [figure.format(self.maker.picture(each), _caption(each)) for each in pictures]
        return replace(shown, introduction=Markup("").join([*parts, shown.introduction]))

    def _origin(self, case: WinningCase, part: CaseGroup) -> str:
        """The track of a case or, among cases of several contests, its contest."""
        return self._contest(case) if self._collected else part.head

    def _printed(
        self, case: WinningCase, shown: CaseView, number: int, rank: int, part: CaseGroup, look: Look, *, led: bool
    ) -> PrintedCase:
        maker = self.maker
        facts = tuple(_printed_facts(shown))
        url = maker.public(addresses.case(case.id))
        code = maker.code(url, f"{case.title}的网页")
        size = sizes.LARGE if rank == 3 else sizes.TITLE
        title = title_lines.broken(phrases.split(case.title), maker.page.measure / size)
        banded = rank == 3 and bool(shown.cover and shown.metrics)
        above = self._brief_opening if rank == 3 else self._opening
        opening = above(shown, () if led else title, facts, coded=bool(code))
        fitted, close = self._fitted(shown, opening, rank, banded=banded)
        return PrintedCase(
            case=shown,
            title=() if led else title,
            facts=facts,
            fitted=fitted,
            close=close,
            number=f"{number:02d}",
            origin=self._origin(case, part),
            rank=rank,
            style=look.style,
            compared=any(figure.before for figure in shown.metrics),
            banded=banded,
            room=self._beside if banded else 0,
            url=url,
            qr=code,
        )

    @property
    def _beside(self) -> float:
        """Points from side to side that the picture has beside the key figures."""
        return self.maker.page.measure * (1 - sizes.BAND) - LINE

    def _fitted(self, case: CaseView, opening: float, rank: int, *, banded: bool) -> tuple[CaseFit, bool]:
        """The case's text and pictures, arranged so that its pages are well filled; and whether in smaller type.

        Smaller type is for a case below the first rank that would run over its pages. `opening` are the points that
        all above the figures and the picture takes.
        """
        most = _PAGES[rank]
        arrange = self._banded if banded else self._in_order
        usual = arrange(case, self._blocks(case, brief=rank == 3), opening, most)
        if rank == 1 or usual.pages <= most:
            return usual, False
        closer = arrange(case, self._blocks(case, brief=rank == 3, close=True), opening, most)
        return (closer, True) if closer.pages <= most else (usual, False)

    def _blocks(self, case: CaseView, *, brief: bool, close: bool = False) -> list[Block]:
        page = self.maker.page
        parts = [*blocks(case.introduction, page, close=close)]
        for part in case.sections:
            parts += [section(brief=brief), *blocks(part.body, page, close=close)]
        parts += blocks(case.notes, page, close=close)
        if case.jury:
            said = Markup('<blockquote class="jury"><p>{}</p></blockquote>').format(case.jury)
            parts += [section(brief=brief), *blocks(said, page, close=close)]
        return parts

    def _in_order(self, case: CaseView, parts: list[Block], opening: float, most: int) -> CaseFit:
        """Key figures in a row, the picture below."""
        page, cover = self.maker.page, None
        if case.cover:
            cover = (max(1, int(tallest(case.cover, page) / LINE)), caption_height(case.cover.caption, page))
        return case_pages.fit(opening + _in_a_row(case.metrics, page.measure), cover, parts, page, most)

    def _banded(self, case: CaseView, parts: list[Block], opening: float, most: int) -> CaseFit:
        """Key figures one below the other, the picture beside them."""
        assert case.cover
        page, shape = self.maker.page, case.cover.height / case.cover.width
        caption = caption_height(case.cover.caption, replace(page, characters=int(self._beside / BODY)))
        stack = _stacked(case.metrics, page.measure * sizes.BAND)
        room = int(min(self._beside * shape, tallest(case.cover, page)) / LINE)
        tries = []
        for lowest in _LOWEST:
            tall = max(1, min(room, ceil(max(stack - caption, lowest * LINE) / LINE)))
            band = LINE + max(stack, min(tall * LINE, self._beside * shape) + caption)
            tries.append(replace(case_pages.fit(opening + band, None, parts, page, most), cover=tall))
        return min(tries, key=lambda each: each.pages)

    def _opening(
        self, case: CaseView, title: tuple[str, ...], facts: tuple[tuple[str, str], ...], *, coded: bool
    ) -> float:
        """Points that all but the key figures above the picture on a case's first page takes."""
        measure = self.maker.page.measure
        head = 0.0
        if title:
            head = sizes.EYEBROW_RULE + sizes.EYEBROW_GAP + 2 * LINE + 3 * HALF  # with the unit below the title
            head += sizes.TITLE_LINE * _lines_of(title, measure / sizes.TITLE)
        summary = 2 * HALF + LINE * lines(plain(case.summary), measure / BODY - 2)
        room = (measure - (sizes.CODE + sizes.CODE_GAP if coded else 0)) / sizes.SMALL - sizes.FACT_LABEL
        about = sum(2 * sizes.FACT_GAP + SMALL_LINE * lines(plain(value), room) for _, value in facts)
        return head + summary + LINE + max(about, sizes.CODE + sizes.CODE_LINE if coded else 0)

    def _brief_opening(
        self, case: CaseView, title: tuple[str, ...], facts: tuple[tuple[str, str], ...], *, coded: bool
    ) -> float:
        """The same for a brief case, whose facts stand in one paragraph."""
        measure = self.maker.page.measure
        head = sizes.EYEBROW_RULE + sizes.EYEBROW_GAP + 2 * LINE + 2 * HALF
        head += sizes.LARGE_LINE * _lines_of(title, measure / sizes.LARGE)
        summary = HALF + LINE * lines(plain(case.summary), measure / BODY)
        room = (measure - (sizes.CODE + sizes.CODE_GAP if coded else 0)) / sizes.SMALL
        about = SMALL_LINE * lines(plain("　".join(f"{label} {value}" for label, value in facts)), room)
        return head + summary + LINE + max(about, sizes.CODE + sizes.CODE_LINE if coded else 0)

    def _marks(self, case: WinningCase) -> Iterator[IndexMark]:
        at = anchor(self.maker, case)
        for unit in case.units:
            yield indexes.mark("unit", unit, at)
        if case.region:
            yield indexes.mark("region", case.region, at)
        topic = self.maker.site.catalog.topic_of(case)
        if topic:
            yield indexes.mark("topic", topic.title, at)

    # Back matter

    def _roll(self) -> Iterator[Unit]:
        maker = self.maker
        if self._collected or "winners" in self.plan.without:
            return
        view = honours.roll(maker.site, maker.edition, self._laureates, "获奖名单")
        levels = (Bookmark(2, each.award, f"winners--{place}") for place, each in enumerate(view.honours, 1))
        demo = maker.demo or any(each.demo for each in self._laureates)
        yield self._page("winners", "winners.html", view, *levels, recto=True, demo=demo)

    def _photos(self) -> Iterator[Unit]:
        given = self.plan.photos
        if given and "photos" not in self.plan.without:
            paths = tuple(Path(f"content/{self.maker.edition.id}/{each.file}") for each in given)
            view = honours.photos(self.maker, given, "颁奖现场")
            yield self._page("photos", "photos.html", view, paths=paths, source=self.binding.source())

    def _indexes(self, body: list[Unit]) -> Iterator[LateUnit]:
        """One unit with all indexes, so that a short one need not begin a page."""
        wanted = tuple((*each, indexes.marks_of(body, each[1])) for each in _INDEXES)
        shown = tuple(each for each in wanted if each[-1] and each[0] not in self.plan.without)
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

    def _lines(self, units: Sequence[Unit]) -> Iterator[Line]:
        """Parts and cases; sections of cases and of the roll stay out of the contents."""
        cases = {_unit_id(self.maker, case): case for part in self.chapters for case in part.cases}
        numbers = {unit_id: f"{number:02d}" for number, unit_id in enumerate(cases, start=1)}
        for unit in units:
            if not unit.headings:
                continue
            head, case = unit.headings[0], cases.get(unit.id)
            level = head.level if case or unit.id.startswith("part-") else 0
            detail, award = (self._from(case), case.award) if case else ("", "")
            yield Line(level, head.title, head.anchor, "", detail, award, numbers.get(unit.id, ""))

    def _index_lines(self, body: list[Unit]) -> Iterator[Line]:
        for unit_id, name, title, _ in _INDEXES:
            if indexes.marks_of(body, name) and unit_id not in self.plan.without:
                yield Line(0, title, f"indexes--{unit_id}")


def _with_folios(unit: Unit) -> Unit | LateUnit:
    """A unit that names pages of others is made once these are known."""
    if not indexes.FOLIO.search(unit.html):
        return unit
    return LateUnit(unit.id, lambda pages: replace(unit, html=indexes.with_folios(unit.html, pages)))


def _lines_of(parts: Sequence[str], ems: float) -> int:
    """The lines of a title or a quotation that is broken already, where a part may still be too long for one."""
    return sum(lines(plain(each), ems) for each in parts)


def _pulled(quote: Quote) -> Markup:
    by = f"{quote.by}" if quote.by else ""
    return Markup('<blockquote class="pull"><p>{}</p><p class="pull__by">{}</p></blockquote>').format(quote.text, by)


def _numbered(picture: PictureView, figures: CaseFigures) -> PictureView:
    return replace(picture, caption=figures.caption(picture.caption))


def _caption(picture: PictureView) -> Markup:
    return Markup("<figcaption>{}</figcaption>").format(picture.caption) if picture.caption else Markup()


def _in_a_row(figures: Sequence[Figure], measure: float) -> float:
    """Points that key figures take side by side."""
    if not figures:
        return 0.0
    room = measure / len(figures) - sizes.FIGURE_RULE - sizes.FIGURE_GAP
    return LINE + sizes.TITLE_LINE + max(_below(each, figures, room) for each in figures)


def _stacked(figures: Sequence[Figure], measure: float) -> float:
    """Points that key figures take one below the other."""
    room = measure - sizes.FIGURE_RULE - sizes.FIGURE_GAP
    each = (sizes.STACKED_LINE + _below(figure, figures, room) for figure in figures)
    return sum(each) + sizes.STACKED_GAP * (len(figures) - 1)


def _below(figure: Figure, figures: Sequence[Figure], room: float) -> float:
    """Points of what stands below a key figure: its name, what it was before."""
    names = SMALL_LINE * lines(plain(figure.label), room / sizes.CAPTION)
    return names + (SMALL_LINE + 4 * sizes.BAR if any(each.before for each in figures) else 0)


def _printed_facts(case: CaseView) -> Iterator[tuple[str, str]]:
    """The facts beside a case; its leading unit stands under the title already."""
    yield from ((label, value) for label, value in case.facts if value != case.unit)
    if case.topic:
        yield "对应赛题", case.topic.label
    if case.tags:
        yield "关键词", "、".join(case.tags)
