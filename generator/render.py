"""From views to HTML: the Jinja environment, and Markdown made safe with links to records.

Text of cases comes from contestants, so rendered Markdown passes an allow-list; templates escape everything
else. Links in pages are written as addresses and become relative here, for the page being rendered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from itertools import count
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import jinja2
import markdown
from markdown.extensions.toc import slugify_unicode
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from generator.catalog import Catalog, addresses
from generator.catalog.addresses import Address
from generator.diagnostics import Diagnostic, Span
from generator.model import EditionId
from generator.security import policy
from generator.text import sanitise
from generator.text.clock import TooLong, at_most
from generator.text.scan import span
from generator.views.parts.blocks import PictureView

SECONDS = 5
"""Processor time for one text; a long one needs a tenth of a second, the worst that passes the check about two."""

_SIZES = "(min-width: 60em) 44rem, 100vw"


@dataclass(frozen=True)
class Text:
    """Where a text stands: its page, its edition (for `record:` references), the pictures it may show."""

    address: Address
    edition: EditionId | None
    pictures: Mapping[str, PictureView] = field(default_factory=dict)
    tables: Iterator[int] = field(default_factory=lambda: count(1))
    """Numbers for the page's tables."""


class TextTooHard(Exception):
    """A text that takes too long or too much memory to render, although it is within all limits."""

    def __init__(self, at: Span) -> None:
        super().__init__(at)
        self.at = at

    def __str__(self) -> str:
        return f"从这里开始的文字太复杂，{SECONDS} 秒内排不出来"

    def diagnostic(self) -> Diagnostic:
        """Said only now: nobody can tell how long a text takes without rendering it."""
        return Diagnostic("slow-text", self.at, str(self), "分成几篇，减少嵌套、标记和 HTML；从别处粘贴的内容先清理")


class Prose:
    """Markdown to safe HTML. One Markdown instance serves all texts."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._begin()

    def _begin(self) -> None:
        self._markdown = markdown.Markdown(
            extensions=["tables", "fenced_code", "sane_lists", "def_list", "toc"],
            extension_configs={"toc": {"slugify": slugify_unicode, "permalink": False, "marker": ""}},
        )
        self._links = _Links(self._markdown)
        self._markdown.treeprocessors.register(self._links, "records", 5)

    def html(self, source: str, text: Text) -> Markup:
        """The text as HTML in which only harmless elements are left. Raises `TextTooHard`."""
        self._links.begin(self._catalog, text)
        try:
            with at_most(SECONDS):
                clean = sanitise.clean(self._markdown.reset().convert(source))
        except (TooLong, RecursionError, MemoryError) as error:
            self._begin()  # the old instance was left in the middle of a text
            raise TextTooHard(self._place(source)) from error
        return Markup(_scrollable_tables(clean, text.tables))

    def _place(self, source: str) -> Span:
        """Where a text begins in the content."""
        text = source.strip()
        bodies = (each for each in self._catalog.sources.values() if text in each.body)
        places = (span(document, document.body.index(text)) for document in bodies)
        return next(places, next((at for _, at, essay in self._catalog.essays() if text in essay), Span("content")))


def _scrollable_tables(html: str, numbers: Iterator[int]) -> str:
    """Wide tables scroll in a region of their own, reachable by keyboard and named by their number on the page."""

    def opened(_: re.Match[str]) -> str:
        return f'<div class="table-scroll" role="region" aria-label="表格{next(numbers)}" tabindex="0"><table>'

    return re.sub("<table>", opened, html).replace("</table>", "</table></div>")


class _Links(Treeprocessor):
    """Turns `record:` references into relative links and registered images into figures."""

    def begin(self, catalog: Catalog, text: Text) -> None:
        self.catalog = catalog
        self.text = text

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            self._link(link)
        for parent in list(root.iter()):
            for child in list(parent):
                if child.tag == "p" and len(child) == 1 and child[0].tag == "img" and not (child.text or "").strip():
                    self._figure(child)
        for image in root.iter("img"):
            self._image(image)

    def _link(self, link: Element) -> None:
        href = link.get("href", "")
        if href.startswith("record:") and self.text.edition:
            target = addresses.resolve(self.catalog, self.text.edition, href.removeprefix("record:"))
            link.set("href", addresses.relative(self.text.address, target) if target else "#")

    def _figure(self, paragraph: Element) -> None:
        picture = self.text.pictures.get(paragraph[0].get("src", ""))
        paragraph.tag = "figure"
        if picture and picture.caption:
            caption = Element("figcaption")
            caption.text = picture.caption
            paragraph.append(caption)

    def _image(self, image: Element) -> None:
        picture = self.text.pictures.get(image.get("src", ""))
        if picture is None:
            return
        here = self.text.address
        image.set("src", addresses.relative(here, picture.fallback))
        image.set("srcset", ", ".join(f"{addresses.relative(here, at)} {width}w" for at, width in picture.sources))
        image.set("sizes", _SIZES)
        image.set("width", str(picture.width))
        image.set("height", str(picture.height))
        image.set("alt", picture.alt or image.get("alt", ""))
        image.set("loading", "lazy")
        image.set("decoding", "async")


@dataclass
class Renderer:
    """Renders views with the templates found in `folders`, the first that has one winning."""

    catalog: Catalog
    folders: Sequence[Path]
    assets: Mapping[str, str] = field(default_factory=dict)
    """Published names of style sheets and scripts by their plain names, below the portal's `assets`."""

    @cached_property
    def environment(self) -> jinja2.Environment:
        """The Jinja environment: strict, escaping, told nothing but how to write icons and the policy."""
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader([str(folder) for folder in self.folders]),
            undefined=jinja2.StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        environment.globals["icon"] = self._icon
        environment.globals["policy"] = Markup(policy.PAGE)
        return environment

    @cached_property
    def _prose(self) -> Prose:
        return Prose(self.catalog)

    @cached_property
    def _icons(self) -> dict[str, Markup]:
        return {}

    def _icon(self, name: str) -> Markup:
        """A Material icon as inline SVG, hidden from screen readers."""
        if name not in self._icons:
            source, _, _ = self.environment.loader.get_source(self.environment, f".icons/material/{name}.svg")  # type: ignore[union-attr]
            self._icons[name] = Markup(
                source.replace("<svg ", '<svg class="icon" aria-hidden="true" focusable="false" ', 1)
            )
        return self._icons[name]

    def context(self, shell: Any, view: Any, edition: EditionId | None = None) -> dict[str, Any]:
        """What a template is given: the shell, the view, and the means to write links, assets and prose."""
        here: Address = shell.address

        def href(target: Address) -> str:
            return addresses.relative(here, target)

        tables = count(1)

        def prose(source: str, pictures: Mapping[str, PictureView] | None = None) -> Markup:
            return self._prose.html(source, Text(here, edition, pictures or {}, tables))

        def asset(name: str) -> str:
            return href(Address(f"{shell.portal.assets}/{self.assets.get(name, name)}"))

        return {"shell": shell, "view": view, "href": href, "prose": prose, "asset": asset, "srcset": srcset(href)}

    def page(self, template: str, shell: Any, view: Any, edition: EditionId | None = None) -> str:
        """A whole page."""
        return self.environment.get_template(template).render(self.context(shell, view, edition))


def srcset(href: Callable[[Address], str]) -> Callable[[PictureView], Markup]:
    """A function that writes the `srcset` of a picture with links made by `href`."""

    def write(picture: PictureView) -> Markup:
        return Markup(", ".join(f"{escape(href(at))} {width}w" for at, width in picture.sources))

    return write
