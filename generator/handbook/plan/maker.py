"""What every unit of a book is made with: the templates, prose as print HTML, pictures, links, ids."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import jinja2
from markupsafe import Markup

from generator.catalog import Kind
from generator.catalog.addresses import Address, canonical
from generator.handbook.book import Book, LateUnit, Unit
from generator.handbook.chinese import spacing
from generator.handbook.fit.block_heights import listing_lines, on_grid
from generator.handbook.page.sizes import HALF, LINE, LISTING, SMALL_LINE
from generator.handbook.page.type_area import TypeArea, page_rules, whole
from generator.handbook.plan import brand, data_tables, mathematics, patterns
from generator.handbook.plan.figures.case_figures import CaseFigures
from generator.handbook.plan.figures.printed_size import tallest
from generator.machine import templates
from generator.media import qr
from generator.media.palette import Palette, Scheme, mix, palette
from generator.model import Branch, Edition, Handbook
from generator.papers import Inks, LooseSheet, Make, Piece, SheetFormat, Stock, Wrap
from generator.render import speaking
from generator.text import html_tree, phrases
from generator.text.prose import PictureView, Text
from generator.views import Site
from generator.views.parts import wording

_HERE = Address("index.html")
"""Texts are rendered as if for the site's root, so that every link in them reads as an address."""

_NOTE = re.compile('(?: id="|href="#)(?=fn(?:ref[0-9]*)?:)')
"""Before the names of footnotes and their marks, which are those of a unit."""

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_ANNOUNCED = frozenset({"ul", "ol", "pre", "div"})
"""What a paragraph with a colon at its end announces; a table stands in a `<div>`."""

_TABLE_TITLE = re.compile(r"表\s*[\d一二三四五六七八九十][^。]*$")
_TABLE_NOTE = re.compile(r"(注|备注|说明|(数据|资料)?来源)\s*[:：]|表\s*\d[^。]*$")
"""How a paragraph begins that belongs to the table above it."""

_TITLE = 40
"""Characters of the title of a table, at most."""


@dataclass
class UnitMaker:
    """Makes the units of one book: knows the edition, the make, the page and the templates."""

    root: Path
    site: Site
    edition: Edition
    make: Make
    page: TypeArea
    anchors: dict[Address, str] = field(default_factory=dict)
    """Pages of the portal that stand in this book, with their anchors: links to them stay in the book."""
    schemes: tuple[Scheme, ...] = ()
    """The colours of the book's parts."""

    @classmethod
    def of_sheets(
        cls, root: Path, site: Site, edition: Edition, paper: SheetFormat, make: Make = Make.SCREEN
    ) -> UnitMaker:
        """Makes sheets that are designed up to their edges."""
        return cls(root, site, edition, make, whole(paper, make))

    @cached_property
    def planned(self) -> Handbook:
        """What the edition's books are to be."""
        return self.site.catalog.handbook(self.edition.id)

    @cached_property
    def branch(self) -> Branch:
        """The edition's branch."""
        return self.site.catalog.branches[self.edition.branch]

    @cached_property
    def colours(self) -> Palette:
        """The branch's palette."""
        return palette(self.branch.colours)

    @cached_property
    def inks(self) -> Inks:
        """How the branch's colours are printed: books as planned, loose sheets on coated paper."""
        stock = self.planned.press.stock if self.bound else Stock.COATED
        return brand.inks(self.branch.colours, stock, self.schemes)

    def say(self, text: str) -> str:
        """A text of the program in the contest's words."""
        return self.site.say(text)

    @property
    def bound(self) -> bool:
        """Whether the leaves are bound, rather than handed over or hung up one by one."""
        return not isinstance(self.page.paper, LooseSheet)

    @cached_property
    def demo(self) -> bool:
        """Whether the whole edition is fabricated."""
        return self.site.catalog.is_demo(self.edition.id)

    def public(self, address: Address) -> str | None:
        """The address that a book names: that of the edition's permanent website, or else of this build's site."""
        website = self.planned.website
        return canonical(f"{website.rstrip('/')}/", address) if website else self.site.canonical(address)

    def code(self, url: str | None, leads_to: str) -> Markup | None:
        """A QR code with its alternative text, where there is an address."""
        return qr.svg(url, f"二维码：{leads_to}") if url else None

    @cached_property
    def folders(self) -> tuple[Path, ...]:
        """Where templates of books are looked up: the branch's own first."""
        own = self.root / "branches" / self.branch.id / "templates" / "handbook"
        return (own, *templates.folders(self.root, "handbook"))

    @cached_property
    def _environment(self) -> jinja2.Environment:
        environment = speaking(self.folders, self.site.words)
        environment.filters["phrases"] = phrases.kept
        environment.globals.update(
            edition=self.edition,
            colophon=self.planned.colophon,
            phrases=partial(wording.phrases, contest=self.site.catalog.contest.name),
            picture=self.picture,
            artwork=self.artwork,
            demo_book=self.demo,
            fabricated="示例 · 内容虚构",
            unstated=wording.UNSTATED,
        )
        return environment

    def unit(self, unit_id: str, template: str, view: Any, title: str = "", **facts: Any) -> Unit:
        """A unit from a template; its ids begin with the unit's own. `facts` are the other fields of `Unit`.

        It is as fabricated as the edition, unless they say otherwise.
        """
        html = self._environment.get_template(template).render(view=view, id=f"{unit_id}--", title=title)
        html = _NOTE.sub(rf"\g<0>{unit_id}--", html)
        html = wording.as_announced(html, self.site.catalog.is_announced(self.edition.id))
        return Unit(id=unit_id, html=spacing.prepare(html), **{"demo": self.demo} | facts)

    def source(self, kind: Kind, record_id: str) -> str:
        """The content file of a record, to be named when its unit cannot be laid out."""
        return self.site.catalog.file(kind, record_id) or ""

    def book(
        self,
        kind: str,
        title: str,
        parts: Iterable[Unit | LateUnit],
        subtitle: str = "",
        sheets: tuple[str, ...] = (),
        cases: Mapping[str, str] | None = None,
        wrap: Callable[[int], Book] | None = None,
    ) -> Book:
        """A book of this edition; `sheets` are more style sheets, named from the folder of templates."""
        edition, colophon = self.edition, self.planned.colophon
        return Book(
            id=f"{edition.branch}-{edition.year}-{kind}",
            title=title,
            subtitle=subtitle,
            author=colophon.issuer or self.site.catalog.contest.name,
            language="zh-CN",
            subject=edition.theme or edition.name,
            date=colophon.date or "",
            make=self.make,
            paper=self.page.paper,
            parts=tuple(parts),
            css=self.css(sheets),
            demo=self.demo,
            inks=self.inks,
            piece=Piece.WRAP if isinstance(self.page.paper, Wrap) else Piece.BODY if wrap else Piece.WHOLE,
            signature=self.planned.press.multiple if wrap else 1,
            wrap=wrap,
            cases=cases or {},
        )

    def css(self, more: tuple[str, ...] = ()) -> str:
        """The style sheet: the page, the branch's colours, then the project's files in order."""
        light = self.colours.light
        named = {
            "primary": light.primary,
            "accent": light.accent,
            "soft": light.soft,
            "rule": light.line,
            "accent-soft": light.accent_soft,
            "banner": self.colours.banner,
            "banner-deep": self.colours.banner_deep,
        }
        properties = "".join(f"--{name}:{value};" for name, value in named.items())
        also = (next(folder / name for folder in self.folders if (folder / name).is_file()) for name in more)
        sheets = (file.read_text("utf-8") for file in (*templates.found(self.root, "handbook/css", "*.css"), *also))
        return f"{page_rules(self.page)}:root{{{properties}}}\n" + "\n".join(sheets)

    def artwork(self, share: float = 1.0, seed: str = "", scheme: Scheme | None = None) -> Markup:
        """A drawing for a whole page with its bleed, or for the upper share of it: the branch's, or that of a part."""
        over = 2 * self.page.overdraw
        return self.drawing(self.page.width + over, (self.page.height + over) * share, seed, scheme)

    def drawing(self, width: float, height: float, seed: str = "", scheme: Scheme | None = None) -> Markup:
        """A drawing of the branch's family on its banner's colour, or on that of a part; lengths in points."""
        colours = (scheme.primary, scheme.accent) if scheme else (self.colours.banner, self.colours.light.accent)
        ground = patterns.Ground(colours[0], mix(colours[1], "#ffffff", 0.45))
        return patterns.pattern(str(self.branch.id), seed or str(self.branch.id), ground, width, height)

    # Prose

    def prose(
        self,
        source: str,
        pictures: Mapping[str, PictureView] | None = None,
        level: int = 1,
        write: Callable[[str], Markup] | None = None,
        figures: CaseFigures | None = None,
    ) -> Markup:
        """Markdown as HTML for print; its `##` headings become `level` levels lower.

        Parts of one text have one `write` (see `writer`), which numbers their footnotes through, and one `figures`.
        """
        text = html_tree.read((write or self.writer(pictures))(source))
        tables: list[Element] = []
        shown = {view.fallback: view for view in (pictures or {}).values()}
        for element in list(text.iter()):
            _mark_leads(element)
            if element.tag in _HEADINGS:
                element.tag, element.attrib = f"h{min(6, int(element.tag[1]) + level)}", {}
            elif element.get("tabindex"):
                tables += _tables_in(html_tree.unwrap(element))
            elif element.tag == "img":
                self._image(element, shown.get(Address(element.get("src", ""))))
            elif element.tag == "pre":
                on_grid(element, SMALL_LINE * listing_lines(element) + 2 * LISTING, HALF)
            elif element.tag == "math":
                mathematics.set_in(element)
            elif element.tag == "a" and "href" in element.attrib:
                self._link(element)
        data_tables.set_all(text, tables, self.page)
        if figures:
            figures.set_in(text, {f"file:{view.largest}": view for view in shown.values()})
        return Markup(html_tree.write(text))  # noqa: S704 - sanitised by `Prose`

    def writer(
        self, pictures: Mapping[str, PictureView] | None = None, charts: Mapping[str, Markup] | None = None
    ) -> Callable[[str], Markup]:
        """What renders the parts of one text."""
        return partial(self.site.prose.html, text=Text(_HERE, self.edition.id, pictures or {}, charts or {}))

    def _image(self, image: Element, view: PictureView | None) -> None:
        if view:
            image.attrib = self._placed(view)
        elif not image.get("src", "").startswith("data:"):  # a chart
            html_tree.drop(image)

    def picture(self, view: PictureView, lines: int | None = None, measure: float = 0) -> Markup:
        """A picture on the grid: as wide as the text or its column, or as high as so many lines allow."""
        return Markup('<img src="{src}" alt="{alt}" style="{style}">').format(**self._placed(view, lines, measure))

    def _placed(self, view: PictureView, lines: int | None = None, measure: float = 0) -> dict[str, str]:
        height = tallest(view, self.page)
        height = min(height, lines * LINE) if lines else height
        width = min(measure or self.page.measure, height * view.width / view.height)
        height = min(height, width * view.height / view.width) if measure else height
        style = f"width:{width:.2f}pt;height:{height:.2f}pt"
        return {"src": f"file:{view.largest}", "alt": view.alt, "style": style}

    def printed(self, picture: PictureView, folder: str, name: str) -> PictureView:
        """The picture with its original file instead of the renditions for the web."""
        return replace(picture, sources=((Address(f"{folder}/{name}"), picture.width),))

    def _link(self, link: Element) -> None:
        if link.attrib["href"].startswith("#fnref"):
            html_tree.drop(link)
        elif target := self._target(link.attrib["href"]):
            link.attrib = {"href": target}
            if target.startswith("#") and target.removeprefix("#") in self.anchors.values():
                _name_page(link, target.removeprefix("#"))
        else:
            html_tree.unwrap(link)

    def _target(self, target: str) -> str | None:
        """A place in the book or on the public site, or None where there is nothing to lead to."""
        if target.startswith(("http:", "https:", "mailto:", "tel:", "#fn:")):
            return target
        if anchor := self.anchors.get(Address(target.partition("#")[0])):
            return f"#{anchor}"
        public = target.endswith("index.html") or ("#" in target and not target.startswith("#"))
        return self.public(Address(target)) if public else None


def _name_page(link: Element, anchor: str) -> None:
    """Have a reference within the book say its page, which is filled in once it is known."""
    around = SubElement(link, "span", {"class": "seen"})
    around.text = "〔"
    folio = SubElement(around, "span", {"data-of": anchor})
    folio.text, folio.tail = "第000页", "〕"


def _mark_leads(parent: Element) -> None:
    """Paragraphs that announce what comes after them stay with it, as do titles and notes of tables with these."""
    for part, following in pairwise(parent):
        words = "".join(part.itertext()) + (part.tail or "").strip()
        if part.tag == "p" and following.tag in _ANNOUNCED:
            is_title = following.tag == "div" and len(words) <= _TITLE and _names_table(part, words)
            if is_title:
                part.attrib = {"data-title": ""}
            if is_title or words.endswith("："):
                part.set("class", "leads")
        elif part.tag == "div" and following.tag == "p" and _TABLE_NOTE.match("".join(following.itertext())):
            following.set("data-note", "")


def _names_table(part: Element, words: str) -> bool:
    """Whether a short paragraph above a table is its title: by its number, or in bold throughout."""
    is_bold = [each.tag for each in part] == ["strong"] and "".join(part[0].itertext()) == words
    return is_bold or _TABLE_TITLE.match(words) is not None


def _tables_in(region: Element) -> Iterator[Element]:
    """A region that scrolls on the web, if a table does."""
    for table in region.iterfind("table"):
        _name_rows_and_columns(table)
        yield region


def _name_rows_and_columns(table: Element) -> None:
    """The cells of a table's head name columns, and the first cells of its rows name these."""
    for cell in table.iterfind("thead/tr/th"):
        cell.attrib = {"scope": "col", **cell.attrib}
    for row in table.iterfind("tbody/tr"):
        if [cell.tag for cell in row[:2]] == ["td", "td"]:
            row[0].tag, row[0].attrib = "th", {"scope": "row", **row[0].attrib}
