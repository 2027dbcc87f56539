"""The pages around the text of both books: cover, half title, title page, colophon, essays, back cover."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

from generator.catalog import addresses
from generator.handbook.book import Book, Bookmark, LateUnit, PageOf, Unit
from generator.handbook.chinese import spacing
from generator.handbook.page.trim import POINTS
from generator.handbook.page.type_area import whole
from generator.handbook.plan import indexes
from generator.handbook.plan.indexes import Line
from generator.handbook.plan.maker import UnitMaker
from generator.model import BookPlan, Essay
from generator.papers import Make, Paper, SheetFormat, Wrap
from generator.views.parts import wording

NOT_A_BOOKLET = 48
"""Numbered pages of the thinnest book that has a half title."""

LETTERED = 5.0
"""Millimetres of the narrowest spine that bears words."""

SPACING = 1.15
"""From one character of a spine to the next, in characters."""

_QUOTES = str.maketrans("“”‘’（）", "﹃﹄﹁﹂︵︶")
"""Marks that stand for these where lines run down (GB/T 15834)."""


@dataclass(frozen=True, slots=True)
class CoverView:
    """What stands on the covers, the half title and the title page."""

    plan: BookPlan
    title: str
    source: str | None
    """Whose notice the book follows, in a book that no body has issued."""
    image: str | None
    url: str | None
    qr: Markup | None


@dataclass(frozen=True, slots=True)
class ColophonView:
    """The facts of the book itself."""

    plan: BookPlan
    title: str
    facts: tuple[tuple[str, str], ...]
    source: str


@dataclass(frozen=True, slots=True)
class EssayView:
    """A foreword or an afterword."""

    text: Markup
    signed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpineWord:
    """A character that stands upright, or a word in Latin letters or digits that lies; its length in characters."""

    text: str
    lies: bool
    length: float


@dataclass(frozen=True, slots=True)
class SpineView:
    """The words on a spine; its width and the size of its type in points."""

    words: tuple[SpineWord, ...]
    foot: tuple[SpineWord, ...]
    width: float
    size: float


@dataclass(frozen=True, slots=True)
class WrapView:
    """The sheet around a book: where back, spine and front begin, and how wide a cover is, in points."""

    cover: CoverView
    spine: SpineView | None
    lefts: tuple[float, ...]
    width: float


@dataclass(frozen=True)
class Binding:
    """One book's outer parts, from what its editors wrote."""

    maker: UnitMaker
    plan: BookPlan
    title: str

    @cached_property
    def cover(self) -> CoverView:
        """Whose book it is, and where to read on."""
        edition = self.maker.edition
        home = self.maker.public(addresses.edition_home(edition.id))
        return CoverView(
            plan=self.plan,
            title=self.title,
            source=f"依据{edition.document.issuer}发布的通知整理" if edition.document.issuer else None,
            image=f"file:content/{edition.id}/{self.plan.cover}" if self.plan.cover else None,
            url=home,
            qr=self.maker.code(home, f"{edition.name}网站"),
        )

    def opening(self) -> Iterator[Unit]:
        """Everything before the foreword; the cover of the print make is a sheet of its own."""
        maker, view = self.maker, self.cover
        facts: dict[str, Any] = {"bare": True, "numbering": "none"}
        head = (Bookmark(1, self.title, "cover--top"),)
        if maker.make is Make.SCREEN:
            images = _images(view)
            yield maker.unit("cover", "cover.html", view, headings=head, paths=images, source=self.source(), **facts)
        if "half-title" not in self.plan.without:
            yield maker.unit("half-title", "half-title.html", view, recto=True, least=NOT_A_BOOKLET, **facts)
        yield maker.unit("title-page", "title-page.html", view, recto=True, **facts)
        if "colophon" not in self.plan.without:
            yield maker.unit("colophon", "colophon.html", self.colophon_view(), **facts)

    def colophon_view(self) -> ColophonView:
        """The facts that a reader looks for on the edition notice."""
        maker, edition = self.maker, self.maker.edition
        given = maker.planned.colophon
        facts = (
            ("书名", self._full_title),
            ("编印单位", given.issuer or ""),
            ("编写单位", given.editors or ""),
            ("通知印发", edition.document.issuer or ""),
            ("编印日期", given.date or ""),
            ("版次", given.version or ""),
            ("印刷单位", given.printer or ""),
            ("开本", _format(maker.page.paper)),
            ("印数", f"{wording.number(given.print_run)}册" if given.print_run else ""),
            ("书号", f"ISBN {self.plan.isbn}" if self.plan.isbn else ""),
            ("定价", self.plan.price or ""),
            ("使用许可", given.licence or ""),
            ("网址", self.cover.url or ""),
        )
        told = tuple((label, value) for label, value in facts if value)
        return ColophonView(self.plan, self.title, told, wording.source(edition))

    def chapter(self, unit_id: str, template: str, view: Any, title: str, *marks: Bookmark, **facts: Any) -> Unit:
        """A unit that opens with its title; `facts` go before what follows from that."""
        usual = {
            "headings": (Bookmark(1, title, f"{unit_id}--top"), *marks),
            "left_head": spacing.spaced(self._full_title),
            "right_head": title,
            "bare_opening": True,
        }
        return self.maker.unit(unit_id, template, view, title, **usual | facts)

    def essay(self, unit_id: str, essay: Essay | None, title: str, numbering: str) -> Iterator[Unit]:
        """A foreword or an afterword, when there is one."""
        if essay is None or unit_id in self.plan.without:
            return
        name = essay.title or title
        view = EssayView(self.maker.prose(essay.text, level=0), essay.signed)
        facts = {"numbering": numbering, "recto": True, "source": self.source()}
        yield self.chapter(unit_id, "essay.html", view, name, **facts)

    def contents(self, lines: Sequence[Line], *, columns: bool = False) -> LateUnit:
        """The table of contents, in two columns when its lines are short."""

        def contents(pages: Mapping[str, PageOf]) -> Unit:
            view = indexes.numbered(lines, pages, columns=columns)
            return self.chapter("contents", "contents.html", view, "目录", numbering="roman", recto=True)

        return LateUnit("contents", contents)

    def closing(self) -> Iterator[Unit]:
        """The back cover, which the print make has on a sheet of its own."""
        maker = self.maker
        if maker.make is Make.SCREEN:
            yield maker.unit("back", "back.html", self.cover, bare=True, numbering="none")

    def book(self, kind: str, parts: Iterable[Unit | LateUnit], cases: Mapping[str, str] | None = None) -> Book:
        """The book; its print make has a sheet around it."""
        wrap = partial(self._wrapped, kind) if self.maker.make is Make.PRINT else None
        return self.maker.book(kind, self._full_title, parts, self.plan.subtitle or "", cases=cases, wrap=wrap)

    @property
    def _full_title(self) -> str:
        return f"{self.maker.edition.name}{self.title}"

    def _wrapped(self, kind: str, pages: int) -> Book:
        maker, press = self.maker, self.maker.planned.press
        assert isinstance(maker.page.paper, Paper)
        form = Wrap(maker.page.paper, press.spine(pages), press.flap)
        maker = replace(maker, page=whole(form, maker.make))
        shown = WrapView(
            cover=self.cover,
            spine=self._spine(form),
            lefts=tuple(place * POINTS for place in (form.flap, form.front - form.spine, form.front)),
            width=form.paper.size[0] * POINTS,
        )
        unit = maker.unit(
            "cover-wrap",
            "wrap.html",
            shown,
            bare=True,
            numbering="none",
            paths=_images(self.cover),
            source=self.source(),
        )
        return maker.book(kind, self._full_title, [unit], self.plan.subtitle or "", ("wrap.css",))

    def _spine(self, form: Wrap) -> SpineView | None:
        """The words of a spine that is wide enough for them (GB/T 11668)."""
        if form.spine < LETTERED:
            return None
        words = tuple(_upright(f"{self.maker.edition.name}　{self.title}"))
        foot = tuple(_upright(self.maker.planned.colophon.issuer or ""))
        room = (form.size[1] - 45) * POINTS / (SPACING * sum(each.length for each in (*words, *foot)))
        return SpineView(words, foot, form.spine * POINTS, min(14, 0.55 * form.spine * POINTS, room))

    def source(self) -> str:
        """The file in which the book is planned."""
        return self.maker.source("handbook", self.maker.edition.id)


def _images(view: CoverView) -> tuple[Path, ...]:
    return (Path(view.image.removeprefix("file:")),) if view.image else ()


def _upright(text: str) -> Iterator[SpineWord]:
    """Words to be read from the top down."""
    for found in re.finditer(r"[0-9A-Za-z.]+|.", text.translate(_QUOTES)):
        lies = found[0].isascii()
        yield SpineWord(found[0], lies, 0.55 * len(found[0]) if lies else 1)


def _format(paper: SheetFormat) -> str:
    """A paper as a colophon states it."""
    width, height = paper.size
    return f"{width:g}毫米×{height:g}毫米（{paper.label}）"
