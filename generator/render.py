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
import nh3
from markdown.extensions.toc import slugify_unicode
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from generator import addresses, policy
from generator.addresses import Address
from generator.catalog import Catalog
from generator.model import EditionId
from generator.views.parts import PictureView

_TAGS = {
    *("p", "br", "hr", "strong", "em", "del", "code", "pre", "blockquote", "sub", "sup", "kbd", "abbr"),
    *("h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "a"),
    *("table", "thead", "tbody", "tr", "th", "td", "img", "figure", "figcaption"),
}
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "srcset", "sizes", "alt", "width", "height", "loading", "decoding"},
    "ol": {"start"},
    "th": {"style", "scope"},
    "td": {"style"},
    **{level: {"id"} for level in ("h2", "h3", "h4", "h5", "h6")},
}
_ALIGN = re.compile(r"text-align:\s*(left|center|right);?")
_SIZES = "(min-width: 60em) 44rem, 100vw"


@dataclass(frozen=True)
class Text:
    """Where a text stands: its page, its edition (for `record:` references), the pictures it may show."""

    address: Address
    edition: EditionId | None
    pictures: Mapping[str, PictureView] = field(default_factory=dict)
    tables: Iterator[int] = field(default_factory=lambda: count(1))
    """Numbers for the page's tables."""


class Prose:
    """Markdown to safe HTML. One Markdown instance serves all texts."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._markdown = markdown.Markdown(
            extensions=["tables", "fenced_code", "sane_lists", "def_list", "toc"],
            extension_configs={"toc": {"slugify": slugify_unicode, "permalink": False}},
        )
        self._links = _Links(self._markdown)
        self._markdown.treeprocessors.register(self._links, "records", 5)

    def html(self, source: str, text: Text) -> Markup:
        """The text as HTML in which only harmless elements are left."""
        self._links.begin(self._catalog, text)
        rendered = self._markdown.reset().convert(source)
        clean = nh3.clean(
            rendered,
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            attribute_filter=_keep,
            url_schemes={"http", "https", "mailto", "tel"},
            link_rel="noopener",
        )
        return Markup(_scrollable_tables(clean, text.tables))


def _keep(_element: str, attribute: str, value: str) -> str | None:
    """Of styles only the alignment of table cells is kept."""
    if attribute != "style":
        return value
    match = _ALIGN.fullmatch(value.strip())
    return f"text-align: {match[1]}" if match else None


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
