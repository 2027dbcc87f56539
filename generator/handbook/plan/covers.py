"""The pages around the text of both books: cover, half title, title page, colophon, essays, back cover."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from generator.catalog import addresses
from generator.handbook.book import Bookmark, Unit
from generator.handbook.chinese import spacing
from generator.handbook.plan import qr
from generator.handbook.plan.maker import UnitMaker
from generator.model import BookPlan, Essay
from generator.papers import SheetFormat
from generator.views.parts import wording


@dataclass(frozen=True, slots=True)
class CoverView:
    """What stands on the cover, the half title and the title page."""

    title: str
    subtitle: str | None
    contest: tuple[str, ...]
    year: int
    theme: str | None
    issuer: str | None
    source: str | None
    """Whose notice the book follows, in a book that no body has issued."""
    date: str | None
    image: str | None
    demo: bool


@dataclass(frozen=True, slots=True)
class ColophonView:
    """The facts of the book itself."""

    title: str
    subtitle: str | None
    facts: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    source: str
    demo: bool


@dataclass(frozen=True, slots=True)
class EssayView:
    """A foreword or an afterword."""

    title: str
    text: Markup
    signed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BackView:
    """The back cover."""

    title: str
    contest: str
    theme: str | None
    issuer: str | None
    url: str | None
    qr: Markup | None
    demo: bool


@dataclass(frozen=True)
class Binding:
    """One book's outer parts, from what its editors wrote."""

    maker: UnitMaker
    plan: BookPlan
    title: str

    def cover_view(self) -> CoverView:
        """Title, contest and issuing body."""
        maker, edition = self.maker, self.maker.edition
        colophon = maker.site.catalog.handbook(edition.id).colophon
        image = f"file:content/{edition.id}/{self.plan.cover}" if self.plan.cover else None
        return CoverView(
            title=self.title,
            subtitle=self.plan.subtitle,
            contest=wording.phrases(edition.name),
            year=edition.year,
            theme=edition.theme,
            issuer=colophon.issuer,
            source=f"依据{edition.document.issuer}发布的通知整理" if edition.document.issuer else None,
            date=colophon.date,
            image=image,
            demo=maker.demo,
        )

    def opening(self) -> Iterator[Unit]:
        """Everything before the foreword."""
        maker, view = self.maker, self.cover_view()
        images = (Path(view.image.removeprefix("file:")),) if view.image else ()
        facts = {"bare": True, "numbering": "none", "demo": maker.demo}
        head = (Bookmark(1, self.title, "cover--top"),)
        yield maker.unit("cover", "cover.html", view, headings=head, paths=images, source=self.source(), **facts)
        if "half-title" not in self.plan.without:
            yield maker.unit("half-title", "half-title.html", view, recto=True, **facts)
        yield maker.unit("title-page", "title-page.html", view, recto=True, **facts)
        if "colophon" not in self.plan.without:
            yield maker.unit("colophon", "colophon.html", self.colophon_view(), **facts)

    def colophon_view(self) -> ColophonView:
        """The facts that a reader looks for on the edition notice."""
        maker, edition = self.maker, self.maker.edition
        given = maker.site.catalog.handbook(edition.id).colophon
        home = maker.public(addresses.edition_home(edition.id))
        facts = (
            ("书名", f"{edition.name}{self.title}"),
            ("编印单位", given.issuer or ""),
            ("编写单位", given.editors or ""),
            ("通知印发", edition.document.issuer or ""),
            ("编印日期", given.date or ""),
            ("版次", given.version or ""),
            ("开本", _format(maker.page.paper)),
            ("使用许可", given.licence or ""),
            ("网址", home or ""),
        )
        return ColophonView(
            title=self.title,
            subtitle=self.plan.subtitle,
            facts=tuple((label, value) for label, value in facts if value),
            notes=given.notes,
            source=wording.source(edition),
            demo=maker.demo,
        )

    def essay(self, unit_id: str, essay: Essay | None, title: str, numbering: str) -> Iterator[Unit]:
        """A foreword or an afterword, when there is one."""
        if essay is None or unit_id in self.plan.without:
            return
        name = essay.title or title
        yield self.maker.unit(
            unit_id,
            "essay.html",
            EssayView(name, self.maker.prose(essay.text, level=0), essay.signed),
            headings=(Bookmark(1, name, f"{unit_id}--top"),),
            left_head=self.running_title(),
            right_head=name,
            numbering=numbering,
            recto=True,
            bare_opening=True,
            demo=self.maker.demo,
            source=self.source(),
        )

    def back(self) -> Unit:
        """The back cover."""
        maker, edition = self.maker, self.maker.edition
        given = maker.site.catalog.handbook(edition.id).colophon
        home = maker.public(addresses.edition_home(edition.id))
        code = qr.svg(home, f"二维码：{edition.name}网站") if home else None
        view = BackView(self.title, edition.name, edition.theme, given.issuer, home, code, maker.demo)
        return maker.unit("back", "back.html", view, bare=True, numbering="none", demo=maker.demo)

    def running_title(self) -> str:
        """What stands over left pages outside of parts."""
        return spacing.spaced(f"{self.maker.edition.name}{self.title}")

    def source(self) -> str:
        """The file in which the book is planned."""
        return self.maker.source("handbook", self.maker.edition.id)


def _format(paper: SheetFormat) -> str:
    """A paper as a colophon states it."""
    width, height = paper.size
    return f"{width:g}毫米×{height:g}毫米（{paper.label}）"
