"""Texts as a page shows them: links to records lead from that page, pictures of its case have their renditions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from html import unescape
from itertools import count

from markupsafe import Markup, escape

from generator.catalog import Catalog, addresses
from generator.catalog.addresses import Address
from generator.diagnostics import Diagnostic, Span
from generator.model import EditionId
from generator.text import footnotes, html_tree, markdown
from generator.text.scan import span

_SCHEME = "record:"
_FORMULA = re.compile(r'<math\b[^>]*?display="(?P<display>\w+)".*?</math>', re.DOTALL)
"""A formula, which scrolls where it is too wide."""

_LONG_FORMULA = 24
"""Characters of a formula in a line that may be wider than the screen of a phone."""

_DASH = re.compile(r"<(?P<kept>code|pre)\b.*?</(?P=kept)>|<[^>]*>|(?P<dash>(?<![\s>—～])[—～])", re.DOTALL)
"""A dash among words: browsers would begin a line with it. Tags and code stay as they are."""

_TABLE = re.compile("<table(?: [^>]*)?>")
_RECORD = re.compile(
    r'<a(?P<before>[^>]*) href="record:(?P<reference>[^"]*)"(?P<after>[^>]*)>(?P<words>.*?)</a>', re.DOTALL
)
_FIGURE = re.compile(r"(?P<image><img [^>]*>)(?P<alone></figure>)?")

_CHART = re.compile(r'<figure>\s*<img [^>]*?src="(?P<alone>#[^"]*)"[^>]*>\s*</figure>|<img [^>]*?src="#[^>]*>')

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
    charts: Mapping[str, Markup] = field(default_factory=dict)
    """The figures that stand for `![](#id)`, by `#id`."""

    tables: Iterator[int] = field(default_factory=lambda: count(1))
    """Numbers for the page's tables."""

    notes: Iterator[int] = field(default_factory=lambda: count(1))
    """Numbers for the page's footnotes."""


class TextTooHard(Exception):
    """A text that takes too long or too much memory to render, although it is within all limits."""

    def __init__(self, at: Span) -> None:
        super().__init__(at)
        self.at = at

    def __str__(self) -> str:
        return f"从这里开始的文字太复杂，{markdown.SECONDS} 秒内排不出来"

    def diagnostic(self) -> Diagnostic:
        """Said only now: nobody can tell how long a text takes without rendering it."""
        return Diagnostic("slow-text", self.at, str(self), "分成几篇，减少嵌套、标记和 HTML；从别处粘贴的内容先清理")


@dataclass(frozen=True)
class Prose:
    """Markdown to safe HTML for a page, over the records that readers can see."""

    catalog: Catalog

    def html(self, source: str, text: Text) -> Markup:
        """The text as its page shows it. Raises `TextTooHard`."""
        try:
            html = markdown.html(source)
        except markdown.TooComplex as error:
            raise TextTooHard(self._place(source)) from error
        if "—" in html or "～" in html:
            html = _DASH.sub(lambda found: ("\u2060" if found["dash"] else "") + found[0], html)
        if _SCHEME in html:
            html = _RECORD.sub(partial(self._link, text), html)
        if 'id="fn:' in html:
            html = footnotes.numbered(html, text.notes)
        if text.pictures:
            html = _FIGURE.sub(partial(_figure, text), html)
        html = _FORMULA.sub(_formula, html)
        html = _scrollable_tables(html.replace("<figure><figure>", '<figure class="plate"><figure>'), text.tables)
        return Markup(_CHART.sub(partial(_chart, text), html))  # noqa: S704 - sanitised

    def references(self, source: str) -> list[str]:
        """The records that a text names, as it names them. Raises `TextTooHard`."""
        if _SCHEME not in unescape(source):
            return []  # nothing in Markdown makes one of letters that do not stand there
        try:
            found = list(markdown.targets(source, "href"))
        except markdown.TooComplex as error:
            raise TextTooHard(self._place(source)) from error
        return [target.removeprefix(_SCHEME) for target in found if target.startswith(_SCHEME)]

    def _link(self, text: Text, link: re.Match[str]) -> str:
        """Where a reference leads; to what readers cannot see there is no link, only its words."""
        reference = unescape(link["reference"])
        target = addresses.resolve(self.catalog, text.edition, reference) if text.edition else None
        if target is None:
            return link["words"]
        href = escape(addresses.relative(text.address, target))
        return f'<a{link["before"]} href="{href}"{link["after"]}>{link["words"]}</a>'

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


def _chart(text: Text, found: re.Match[str]) -> Markup:
    """The figure of a chart; it stands alone, and nothing stands for one that is not known."""
    return text.charts.get(found["alone"], Markup())


def _formula(found: re.Match[str]) -> str:
    """A formula of its own, or a long one in a line, in a region that scrolls."""
    is_block = found["display"] == "block"
    if not is_block and len(re.sub("<[^>]*>", "", found[0])) <= _LONG_FORMULA:
        return found[0]
    name = "formula-scroll" if is_block else "formula-scroll formula-scroll--inline"
    return f'<span class="{name}" role="group" aria-label="公式" tabindex="0">{found[0]}</span>'


def _figure(text: Text, found: re.Match[str]) -> str:
    """A picture of the case in all its renditions; alone in its figure, with its caption."""
    (image,) = html_tree.read(found["image"])
    picture = text.pictures.get(image.get("src", ""))
    if picture is None:
        return found[0]
    here = text.address
    image.set("src", addresses.relative(here, picture.fallback))
    image.set("srcset", ", ".join(f"{addresses.relative(here, at)} {width}w" for at, width in picture.sources))
    image.set("sizes", _SIZES)
    image.set("width", str(picture.width))
    image.set("height", str(picture.height))
    image.set("alt", picture.alt or image.get("alt", ""))
    image.set("loading", "lazy")
    image.set("decoding", "async")
    caption = f"<figcaption>{escape(picture.caption)}</figcaption>" if found["alone"] and picture.caption else ""
    return f"{html_tree.write(image)}{caption}{found['alone'] or ''}"
