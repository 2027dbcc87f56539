"""Markdown made safe, with links to records and the pictures of its case.

Text of cases comes from contestants, so what Markdown gives passes an allow-list. Links to records become relative
to the page on which the text is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions.toc import slugify_unicode
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from generator.catalog import Catalog, addresses
from generator.catalog.addresses import Address
from generator.diagnostics import Diagnostic, Span
from generator.model import EditionId
from generator.text import sanitise
from generator.text.clock import TooLong, at_most
from generator.text.scan import span

SECONDS = 5
"""Processor time for one text; a long one needs a tenth of a second, the worst that passes the check about two."""

_TABLE = re.compile("<table(?: [^>]*)?>")
"""In HTML as nh3 writes it: lower-case, and within attributes `>` is `&gt;`."""

_SIZES = "(min-width: 60em) 44rem, 100vw"


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture as pages show it: its renditions by width, its full size in pixels, its words."""

    sources: tuple[tuple[Address, int], ...]
    width: int
    height: int
    alt: str
    caption: str | None

    @property
    def largest(self) -> Address:
        """The widest rendition."""
        return self.sources[-1][0]

    @property
    def fallback(self) -> Address:
        """The rendition for a browser that does not choose."""
        return self.sources[min(1, len(self.sources) - 1)][0]


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


@dataclass
class Prose:
    """Markdown to safe HTML. One Markdown instance serves all texts."""

    catalog: Catalog

    def __post_init__(self) -> None:
        self._begin()

    def __reduce__(self) -> tuple[type[Prose], tuple[Catalog]]:
        """Another process begins afresh."""
        return Prose, (self.catalog,)

    def _begin(self) -> None:
        self._markdown = markdown.Markdown(
            extensions=["tables", "fenced_code", "sane_lists", "def_list", "toc"],
            extension_configs={"toc": {"slugify": slugify_unicode, "permalink": False, "marker": ""}},
        )
        self._links = _Links(self._markdown)
        self._markdown.treeprocessors.register(self._links, "records", 5)

    def html(self, source: str, text: Text) -> Markup:
        """The text as HTML in which only harmless elements are left. Raises `TextTooHard`."""
        self._links.begin(self.catalog, text)
        try:
            with at_most(SECONDS):
                clean = sanitise.clean(self._markdown.reset().convert(source))
        except (TooLong, RecursionError, MemoryError) as error:
            self._begin()  # the old instance was left in the middle of a text
            raise TextTooHard(self._place(source)) from error
        return Markup(_scrollable_tables(clean, text.tables))  # noqa: S704 - sanitised

    def _place(self, source: str) -> Span:
        """Where a text begins in the content."""
        text = source.strip()
        bodies = (each for each in self.catalog.sources.values() if text in each.body)
        places = (span(document, document.body.index(text)) for document in bodies)
        return next(places, next((at for _, at, essay in self.catalog.essays() if text in essay), Span("content")))


def _scrollable_tables(html: str, numbers: Iterator[int]) -> str:
    """Wide tables scroll in a region of their own, reachable by keyboard and named by their number on the page."""

    def opened(table: re.Match[str]) -> str:
        return f'<div class="table-scroll" role="region" aria-label="表格{next(numbers)}" tabindex="0">{table[0]}'

    return _TABLE.sub(opened, html).replace("</table>", "</table></div>")


class _Links(Treeprocessor):
    """Turns `record:` references into relative links and registered images into figures."""

    def begin(self, catalog: Catalog, text: Text) -> None:
        self.catalog = catalog
        self.text = text

    def run(self, root: Element) -> None:
        for link in list(root.iter("a")):
            self._link(link)
        for parent in list(root.iter()):
            for child in list(parent):
                if child.tag == "p" and len(child) == 1 and child[0].tag == "img" and not (child.text or "").strip():
                    self._figure(child)
        for image in root.iter("img"):
            self._image(image)

    def _link(self, link: Element) -> None:
        """Where a reference leads; to what readers cannot see there is no link, only its words."""
        href = link.get("href", "")
        if href.startswith("record:") and self.text.edition:
            target = addresses.resolve(self.catalog, self.text.edition, href.removeprefix("record:"))
            if target:
                link.set("href", addresses.relative(self.text.address, target))
            else:
                link.tag = "span"  # which the sanitiser removes
                link.attrib.clear()

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
