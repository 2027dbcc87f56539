"""What every unit of a book is made with: the templates, prose as print HTML, pictures, links, ids."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

from generator.catalog import Kind
from generator.catalog.addresses import Address, canonical
from generator.handbook.book import Unit
from generator.handbook.chinese import spacing
from generator.handbook.page.sizes import LINE
from generator.handbook.page.type_area import TypeArea, page_rules
from generator.handbook.plan import artwork
from generator.media.palette import Palette, palette
from generator.model import Branch, Edition
from generator.papers import Make
from generator.text.prose import PictureView
from generator.views import Site
from generator.views.parts import wording

_TALLEST = 12
"""Lines of the grid that a picture may take."""

_PPI = 300
"""Pixels an inch of a picture that prints sharp."""

_NEARLY = 0.8
"""A picture that is sharp at this share of the full width is printed so; a smaller one gains nothing by it."""

_HERE = Address("index.html")
"""Texts are rendered as if for the site's root, so that every link in them reads as an address."""

_WRAPPER = re.compile(r'<div class="table-scroll"[^>]*>(<table>.*?</table>)</div>', re.DOTALL)
_HEADING = re.compile(r"<(/?)h([2-6])(?:\s[^>]*)?>")
_IMAGE = re.compile(r"<img\s[^>]*>")
_SOURCE = re.compile(r'\ssrc="([^"]*)"')
_LINK = re.compile(r'<a\s[^>]*?href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_LEADS = re.compile(r"<p>((?:(?!</p>).)*：)</p>(?=\s*<(?:ul|ol|table|pre))", re.DOTALL)
"""A paragraph that announces what comes after it."""

_HEAD = re.compile(r"<th(?=[\s>])(?![^>]*\bscope=)")
_FIRST = re.compile(r"(<tr>\s*)<td\b([^>]*)>((?:(?!</td>).)*)</td>(?=\s*<td)", re.DOTALL)


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

    @cached_property
    def branch(self) -> Branch:
        """The edition's branch."""
        return self.site.catalog.branches[self.edition.branch]

    @cached_property
    def colours(self) -> Palette:
        """The branch's palette."""
        return palette(self.branch.colours)

    @cached_property
    def demo(self) -> bool:
        """Whether the whole edition is fabricated."""
        return self.site.catalog.is_demo(self.edition.id)

    def public(self, address: Address) -> str | None:
        """The address that a book names: that of the edition's permanent website, or else of this build's site."""
        website = self.site.catalog.handbook(self.edition.id).website
        return canonical(f"{website.rstrip('/')}/", address) if website else self.site.canonical(address)

    @property
    def folder(self) -> Path:
        """The templates of handbooks."""
        return self.root / "templates" / "handbook"

    @cached_property
    def _environment(self) -> jinja2.Environment:
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(
                [str(self.root / "branches" / self.branch.id / "templates" / "handbook"), str(self.folder)]
            ),
            undefined=jinja2.StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        environment.globals.update(
            edition=self.edition,
            branch=self.branch,
            phrases=wording.phrases,
            ordinal=wording.ordinal,
            picture=self.picture,
            artwork=self.artwork,
            demo_book=self.demo,
            fabricated="示例 · 内容虚构",
            unstated=wording.UNSTATED,
        )
        return environment

    def unit(self, unit_id: str, template: str, view: Any, **facts: Any) -> Unit:
        """A unit from a template; its ids begin with the unit's own. `facts` are the other fields of `Unit`."""
        html = self._environment.get_template(template).render(view=view, id=f"{unit_id}--")
        return Unit(id=unit_id, html=spacing.prepare(html), **facts)

    def source(self, kind: Kind, record_id: str) -> str:
        """The content file of a record, to be named when its unit cannot be laid out."""
        document = self.site.catalog.source(kind, record_id)
        return document.path if document else ""

    def css(self) -> str:
        """The book's style sheet: the page, the branch's colours, then the project's files in order."""
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
        files = sorted((self.folder / "css").glob("*.css"))
        sheets = (file.read_text("utf-8") for file in files)
        return f"{page_rules(self.page)}:root{{{properties}}}\n" + "\n".join(sheets)

    def artwork(self, share: float = 1.0) -> Markup:
        """The branch's drawing for a whole page with its bleed, or for the upper share of it."""
        page = self.page
        width, height = page.width + 2 * page.overdraw, (page.height + 2 * page.overdraw) * share
        return artwork.currents(f"{self.branch.id}", self.colours, width, height)

    # Prose

    def prose(self, source: str, pictures: Mapping[str, PictureView] | None = None, level: int = 1) -> Markup:
        """Markdown as HTML for print; its `##` headings become `level` levels lower."""
        html = str(self.site.text(_HERE, self.edition.id, pictures)(source))
        html = _WRAPPER.sub(lambda match: _headed(match[1]), html)
        html = _LEADS.sub(r'<p class="leads">\1</p>', html)
        html = _HEADING.sub(lambda match: f"<{match[1]}h{min(6, int(match[2]) + level)}>", html)
        html = _IMAGE.sub(lambda match: self._image(match[0], pictures or {}), html)
        return Markup(_LINK.sub(self._link, html))  # noqa: S704 - sanitised by `Prose`

    def _image(self, tag: str, pictures: Mapping[str, PictureView]) -> str:
        source = _SOURCE.search(tag)
        shown = next((view for view in pictures.values() if source and view.fallback == unescape(source[1])), None)
        return str(self.picture(shown)) if shown else ""

    def tallest(self, view: PictureView) -> int:
        """The lines of the grid that a picture takes where there is room for all of it."""
        sharp = view.width * 72 / _PPI
        widest = sharp if _NEARLY <= sharp / self.page.measure < 1 else self.page.measure
        return min(_TALLEST, max(4, int(widest * view.height / view.width / LINE)))

    def picture(self, view: PictureView, lines: int = _TALLEST) -> Markup:
        """A picture on the grid: as wide as the text, or as high as so many lines allow."""
        height = min(lines, self.tallest(view)) * LINE
        width = min(self.page.measure, height * view.width / view.height)
        style = f"width:{width:.2f}pt;height:{height:.2f}pt"
        return Markup('<img src="file:{}" alt="{}" style="{}">').format(view.largest, view.alt, style)

    def printed(self, picture: PictureView, folder: str, name: str) -> PictureView:
        """The picture with its original file instead of the renditions for the web."""
        return replace(picture, sources=((Address(f"{folder}/{name}"), picture.width),))

    def _link(self, match: re.Match[str]) -> str:
        """A link within the book, to the public site, or none where there is nothing to lead to."""
        target, words = unescape(match[1]), match[2]
        if re.match(r"https?:|mailto:|tel:", target):
            return f'<a href="{escape(target)}">{words}</a>'
        path, _, _ = target.partition("#")
        if not path:
            return words
        if anchor := self.anchors.get(Address(path)):
            return f'<a href="#{anchor}">{words}</a>'
        public = self.public(Address(target)) if target.endswith("index.html") or "#" in target else None
        return f'<a href="{escape(public)}">{words}</a>' if public else words


def _headed(table: str) -> str:
    """A table whose head names columns, and whose first cells name rows."""
    head, body, rest = table.partition("<tbody>")
    return _HEAD.sub('<th scope="col"', head) + body + _FIRST.sub(r'\1<th scope="row"\2>\3</th>', rest)
