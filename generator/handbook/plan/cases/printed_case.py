"""One awarded case in a casebook: the page before it, its view, its text and pictures fitted to pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import ceil
from pathlib import Path
from typing import Any

from markupsafe import Markup

from generator.catalog import addresses
from generator.handbook.book import Bookmark, IndexMark, Unit
from generator.handbook.chinese import count_lines, spacing
from generator.handbook.fit import case_pages
from generator.handbook.fit.block_heights import Block, blocks, caption_height, section
from generator.handbook.fit.case_pages import CaseFit
from generator.handbook.page import sizes
from generator.handbook.page.sizes import BODY, LINE
from generator.handbook.plan.cases import case_heights
from generator.handbook.plan.display.part_pages import CaseGroup, Look
from generator.handbook.plan.figures.case_figures import CaseFigures
from generator.handbook.plan.figures.printed_size import tallest
from generator.handbook.plan.maker import UnitMaker
from generator.model import Quote, WinningCase
from generator.text import phrases
from generator.text.prose import PictureView
from generator.views.pages import cases as case_views
from generator.views.pages.cases import CaseView
from generator.views.parts.blocks import opening_picture
from generator.views.parts.blocks import pictures as case_pictures

_PAGES = {1: 3, 2: 3, 3: 2}
"""The most pages of a case by rank, without the page before it, where its text can be set on so many."""

_LEAD = 0.64
"""The share of a page's height that the picture before a case takes at most."""

_LEAD_WORDS = 11
"""Lines of all else around the words on that page."""

_STACKED = 6
"""Key figures beside a picture at most."""

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
    abreast: int
    """Key figures in a row."""
    room: float
    """Points that the picture has from side to side."""
    url: str | None
    qr: Markup | None


@dataclass(frozen=True, slots=True)
class LeadView:
    """The page that opens a case of the first rank: a picture or a pattern, the title, and what somebody said of it."""

    case: CaseView
    number: str
    origin: str
    title: tuple[str, ...]
    quote: tuple[str, ...]
    picture_height: float
    """Points; the words have the rest of the page."""
    pattern: Markup
    style: str


def anchor(maker: UnitMaker, case: WinningCase) -> str:
    """Where a case opens."""
    return f"{unit_id_of(maker, case)}--top"


def unit_id_of(maker: UnitMaker, case: WinningCase) -> str:
    """The id of a case's unit; a case of another contest bears that in its name."""
    own = case.edition == maker.edition.id
    return f"case-{case.slug}" if own else f"case-{case.id.replace('/', '-')}"


@dataclass(frozen=True)
class CasePrinter:
    """Makes the units of cases."""

    maker: UnitMaker
    collected: bool
    """Whether the cases of its book are of several contests."""

    def units(self, case: WinningCase, number: int, part: CaseGroup, look: Look) -> Iterator[Unit]:
        """A case's units: the page before it, where it has one, and its text."""
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
        shown_first = [replace(each, caption=figures.caption(each.caption)) for each in placed if each]
        cover, others = next(iter(shown_first), None), shown_first[1:]
        write = maker.writer(pictures, figures.charts(case.charts))
        prose = partial(maker.prose, pictures=pictures, level=2, write=write, figures=figures)
        text = maker.site.catalog.case_texts[case.id]
        shown = case_views.with_text(replace(view, cover=cover, lead=lead), case, text, prose)
        facts: dict[str, Any] = {
            "demo": view.demo,
            "tab": look.tab,
            "source": maker.source("case", case.id),
            "paths": tuple(Path(folder) / name for name in pictures),
        }
        unit_id = unit_id_of(maker, case)
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
        title = count_lines.broken(phrases.split(case.title), page.measure / sizes.LEAD_TITLE)
        quote = count_lines.broken(phrases.split(case.quote.text), page.measure / sizes.HEAD) if case.quote else ()
        words = _LEAD_WORDS * LINE + sizes.LEAD_TITLE_LINE * case_heights.lines_of(
            title, page.measure / sizes.LEAD_TITLE
        )
        words += sizes.LARGE_LINE * case_heights.lines_of(quote, page.measure / sizes.HEAD)
        return LeadView(
            case=shown,
            number=f"{number:02d}",
            origin=self._origin(case, part),
            title=title,
            quote=quote,
            picture_height=min(_LEAD * page.height, page.height - words),
            pattern=Markup() if shown.lead else maker.artwork(_LEAD, case.id, look.scheme),
            style=look.style,
        )

    def _with_more(self, shown: CaseView, pictures: Sequence[PictureView]) -> CaseView:
        """A case without a page for its quotation: it stands in its text, and so does what its lead made room for."""
        figure = Markup("<figure>{}{}</figure>")
        parts = [_pulled(shown.quote)] if shown.quote else []
        parts += [figure.format(self.maker.picture(each), _caption(each)) for each in pictures]
        return replace(shown, introduction=Markup("").join([*parts, shown.introduction]))

    def contest(self, case: WinningCase) -> str:
        """Of which contest a case is."""
        edition = self.maker.site.catalog.editions[case.edition]
        return f"{self.maker.site.catalog.branches[edition.branch].name}{edition.year}年"

    def _origin(self, case: WinningCase, part: CaseGroup) -> str:
        """The track of a case or, among cases of several contests, its contest."""
        return self.contest(case) if self.collected else part.head

    def _printed(
        self, case: WinningCase, shown: CaseView, number: int, rank: int, part: CaseGroup, look: Look, *, led: bool
    ) -> PrintedCase:
        maker = self.maker
        facts = tuple(_printed_facts(shown, maker.say("赛题")))
        url = maker.public(addresses.case(case.id))
        code = maker.code(url, f"{case.title}的网页")
        size = sizes.LARGE if rank == 3 else sizes.TITLE
        title = count_lines.broken(phrases.split(case.title), maker.page.measure / size)
        banded = rank == 3 and bool(shown.cover) and 0 < len(shown.metrics) <= _STACKED
        above = case_heights.brief_opening if rank == 3 else case_heights.opening
        opening = above(shown, () if led else title, facts, maker.page.measure, coded=bool(code))
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
            abreast=len(shown.metrics) if banded else case_heights.abreast(shown.metrics, maker.page.measure),
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

        Smaller type is for a case below the first rank that would run over its pages, or have a last one of a few
        lines. `opening` are the points that all above the figures and the picture takes.
        """
        most = _PAGES[rank]
        arrange = self._banded if banded else self._in_order
        usual = arrange(case, self._blocks(case, brief=rank == 3), opening, most)
        if rank == 1 or (usual.pages <= most and not usual.forsaken):
            return usual, False
        closer = arrange(case, self._blocks(case, brief=rank == 3, close=True), opening, most)
        return (closer, True) if closer.pages <= min(most, usual.pages - 1) else (usual, False)

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
        return case_pages.fit(opening + case_heights.in_rows(case.metrics, page.measure), cover, parts, page, most)

    def _banded(self, case: CaseView, parts: list[Block], opening: float, most: int) -> CaseFit:
        """Key figures one below the other, the picture beside them."""
        assert case.cover
        page, shape = self.maker.page, case.cover.height / case.cover.width
        caption = caption_height(case.cover.caption, replace(page, characters=int(self._beside / BODY)))
        stack = case_heights.stacked(case.metrics, page.measure * sizes.BAND)
        room = int(min(self._beside * shape, tallest(case.cover, page)) / LINE)
        tries = []
        for lowest in _LOWEST:
            tall = max(1, min(room, ceil(max(stack - caption, lowest * LINE) / LINE)))
            band = LINE + max(stack, min(tall * LINE, self._beside * shape) + caption)
            tries.append(replace(case_pages.fit(opening + band, None, parts, page, most), cover=tall))
        return min(tries, key=lambda each: each.pages)

    def _marks(self, case: WinningCase) -> Iterator[IndexMark]:
        at = anchor(self.maker, case)
        for unit in case.units:
            yield IndexMark("unit", unit, at)
        if case.region:
            yield IndexMark("region", case.region, at)
        topic = self.maker.site.catalog.topic_of(case)
        if topic:
            yield IndexMark("topic", topic.title, at)


def _pulled(quote: Quote) -> Markup:
    pull = Markup('<blockquote class="pull"><p>{}</p><p class="pull__by">{}</p></blockquote>')
    return pull.format(quote.text, quote.by or "")


def _caption(picture: PictureView) -> Markup:
    return Markup("<figcaption>{}</figcaption>").format(picture.caption) if picture.caption else Markup()


def _printed_facts(case: CaseView, topic: str) -> Iterator[tuple[str, str]]:
    """The facts beside a case; its leading unit stands under the title already."""
    yield from ((label, value) for label, value in case.facts if value != case.unit)
    if case.topic:
        yield topic, case.topic.label
    if case.tags:
        yield "关键词", "、".join(case.tags)
