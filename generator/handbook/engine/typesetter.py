"""Lays out one unit with WeasyPrint and cuts the result into a `Fragment`. Runs in a worker process only."""

from __future__ import annotations

import functools
import html
import logging
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pydyf
import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from generator.handbook.engine import cut, justify, weasyprint70
from generator.handbook.engine.cut import PX
from generator.handbook.layout import pictures
from generator.handbook.layout.orders import Order
from generator.handbook.page.fragment import Fragment

_EMOJI = re.compile("[\U0001f000-\U0001faff]")
"""Some machines have a font of coloured pictures for these."""

TOO_DEEP = "内容嵌套得太深，排不出来"


class CannotPrint(Exception):
    """A unit that cannot be laid out; the message is for its editor, in Chinese."""


class Typesetter:
    """Lays out units; keeps fonts and parsed style sheets between them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        justify.install()
        self.fonts = FontConfiguration()
        self.counters = weasyprint70.CounterStyle()
        self.faces = weasyprint70.Faces()
        self._sheets: dict[str, Any] = {}
        self._omitted = _OmittedPictures()
        logging.getLogger("weasyprint").addHandler(self._omitted)
        logging.getLogger("weasyprint").propagate = False

    def print(self, order: Order) -> Fragment:
        """One unit, without emoji and without what no font has. Raises `CannotPrint`."""
        lacking = set(map(ord, _EMOJI.findall(f"{order.html}{order.left_head}{order.right_head}")))
        fragment = self._print(_without(order, lacking))
        if fragment.missing:
            lacking.update(fragment.missing)
            fragment = self._print(_without(order, lacking))
        fragment.missing = sorted(lacking)
        return fragment

    def _print(self, order: Order) -> Fragment:
        if untold := re.search(r"<img\b(?![^>]*\salt\s*=)[^>]*>", order.html):
            raise CannotPrint(f"图片没有替代文字：“{html.escape(untold[0])[:80]}”")
        served = pictures.UnitPictures(self.root)
        fetcher = _Fetcher(served)
        self._omitted.names.clear()
        try:
            document = weasyprint.HTML(string=_page(order), base_url=pictures.BASE, url_fetcher=fetcher).render(
                stylesheets=[self._sheet(order.style, fetcher), self._sheet(order.css, fetcher)],
                font_config=self.fonts,
                counter_style=self.counters,
            )
        except MemoryError:
            raise
        except RecursionError as error:
            raise CannotPrint(TOO_DEEP) from error
        except Exception as error:
            raise CannotPrint("排版程序不能处理这部分内容") from error
        self._insist(served)
        try:
            fragment = self._cut(document, order, served)
        except RecursionError as error:
            raise CannotPrint(TOO_DEEP) from error
        self._insist(served)  # drawings are drawn, attachments asked for only now
        return fragment

    def _insist(self, served: pictures.UnitPictures) -> None:
        """Raise `CannotPrint` when something was left out: a page without its picture is not what the editor wrote."""
        told = dict(served.refused) or dict.fromkeys(self._omitted.names, "图片损坏，画不出来")
        if told:
            raise CannotPrint("；".join(f"“{name}”：{reason}" for name, reason in told.items()))

    def find(self, key: str, page: str) -> Any:
        """The font by that key if setting a page uses it."""
        if (font := self.faces.by_hash(key)) is None:
            document = weasyprint.HTML(string=page, url_fetcher=_Fetcher(pictures.UnitPictures(self.root))).render(
                font_config=self.fonts
            )
            document.fonts = self.faces
            document.write_pdf()
            self.faces.harvest()
            font = self.faces.by_hash(key)
        return font

    def _sheet(self, css: str, fetcher: URLFetcher) -> Any:
        if css not in self._sheets:
            self._sheets[css] = weasyprint.CSS(
                string=css,
                base_url=pictures.BASE,
                font_config=self.fonts,
                counter_style=self.counters,
                url_fetcher=fetcher,
            )
        return self._sheets[css]

    def _cut(self, document: Any, order: Order, served: pictures.UnitPictures) -> Fragment:
        try:
            placed = _place_pictures(document, order, served)
        except pictures.RefusedPicture as refused:
            raise CannotPrint(str(refused)) from refused
        served.placed = True
        fragment = Fragment(pictures=placed)
        _measure(document, fragment)
        self.faces.harvest()  # what a unit that failed has left
        document.fonts = self.faces
        document.write_pdf(
            pdf_tags=True,
            uncompressed_pdf=True,
            finisher=lambda printed, pdf: cut.cut(printed, pdf, order, fragment),
        )
        fragment.faces, fragment.missing = self.faces.harvest()
        return fragment


class _OmittedPictures(logging.Handler):
    """Hears of the pictures that WeasyPrint could not load or draw: it says so in its log only, and leaves them out."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.names: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the picture's name; a drawing inside the page has none."""
        if (address := weasyprint70.left_out(record)) is not None:
            self.names.append(pictures.named(address) if address else "SVG")


class _Fetcher(URLFetcher):  # type: ignore[misc]
    """Serves the pictures of a unit, and nothing else: no network, no other file."""

    def __init__(self, served: pictures.UnitPictures) -> None:
        super().__init__(allowed_protocols=())
        self.served = served

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002 - WeasyPrint's signature
        data, media = self.served.serve(url)
        return URLFetcherResponse(url, data, {"Content-Type": media})


def _without(order: Order, characters: set[int]) -> Order:
    """The unit without some characters."""
    if not characters:
        return order
    gone = dict.fromkeys(characters)
    texts = {name: getattr(order, name).translate(gone) for name in ("html", "left_head", "right_head")}
    return replace(order, **texts)


def _page(order: Order) -> str:
    """The unit's HTML as a document, with the spare page of running heads at its end."""
    lines = (
        ("left-head", "running-head verso", order.left_head),
        ("right-head", "running-head recto", order.right_head),
        *order.stamps,
    )
    spare = "".join(
        f'<div class="{classes}" id="spare:{name}">{html.escape(text)}</div>' for name, classes, text in lines if text
    )
    return (
        f'<!doctype html><html lang="{order.language}" class="{order.classes}"><head><title>{order.id}</title></head>'
        f'<body>{order.html}<div class="spare">{spare}</div></body></html>'
    )


# Pictures


def _place_pictures(document: Any, order: Order, served: pictures.UnitPictures) -> dict[str, float]:
    """Give every drawn image its real content, now that its printed size is known; see `Fragment.pictures`."""
    urls = {weasyprint70.image_id(url): url for url in served.sources}
    coarsest: dict[str, float] = {}
    images: dict[str, Any] = {}
    for image, width, height in weasyprint70.drawn_images(document):
        url = urls.get(image.id)
        if url is not None and width and height:
            ppi = min(image.width / (width / 96), image.height / (height / 96))
            coarsest[url] = min(coarsest.get(url, ppi), ppi)
            images[url] = image
    for url, image in images.items():
        encoded = pictures.encode(served.sources[url], order.make, coarsest[url], order.inks.stock)
        weasyprint70.fill(image, functools.partial(_x_object, encoded))
    named = ((served.sources[url].relative_to(served.root.resolve()).as_posix(), ppi) for url, ppi in coarsest.items())
    return {name: round(ppi, 1) for name, ppi in sorted(named, reverse=True)}  # two addresses may lead to one file


def _x_object(encoded: pictures.EncodedPicture) -> pydyf.Stream:
    """What we encoded, as it stands in the PDF."""
    entries = _entries(encoded)
    if encoded.mask:
        entries["SMask"] = pydyf.Stream([encoded.mask.data], _entries(encoded.mask))
    return pydyf.Stream([encoded.data], entries)


SPACES = {"L": ("/DeviceGray", 1), "RGB": ("/DeviceRGB", 3), "CMYK": ("/DeviceCMYK", 4)}


def _entries(encoded: pictures.EncodedPicture) -> pydyf.Dictionary:
    space, channels = SPACES[encoded.mode]
    entries = pydyf.Dictionary(
        {
            "Type": "/XObject",
            "Subtype": "/Image",
            "Width": encoded.width,
            "Height": encoded.height,
            "ColorSpace": space,
            "BitsPerComponent": 8,
            "Filter": "/DCTDecode" if encoded.form == "JPEG" else "/FlateDecode",
        }
    )
    if encoded.form == "PNG":
        predicted = {"Predictor": 15, "Columns": encoded.width, "Colors": channels}
        entries["DecodeParms"] = pydyf.Dictionary(predicted)
    elif encoded.mode == "CMYK":
        entries["Decode"] = pydyf.Array([1, 0] * 4)  # a JPEG of four inks tells how much of each is missing
    return entries


# Positions


def _measure(document: Any, fragment: Fragment) -> None:
    """Where every anchor is; links out of the unit are made to survive."""
    hollow: set[str] = set()
    for index, page in enumerate(document.pages[:-1]):
        for name, (x, y, _, bottom) in page.anchors.items():
            # A split box has an anchor on each of its pages; on the first there may be nothing of it.
            if name in fragment.anchors and name not in hollow:
                continue
            fragment.anchors[name] = (index, round(x * PX, 2), round((page.height - y) * PX, 2))
            (hollow.add if bottom <= y else hollow.discard)(name)
    targets = {target for page in document.pages for kind, target, _, _ in page.links if kind == "internal"}
    for name in targets - fragment.anchors.keys():
        document.pages[0].anchors[name] = (0, 0, 0, 0)
    fragment.targets = sorted(targets)


# Fonts


STRETCHES = (100, 87.5, 75, 112.5, 125, 62.5, 50, 150, 200)
"""Widths of fonts in percent, the likeliest first."""


def subset(engine: Typesetter, key: str, css: str, glyphs: dict[int, str]) -> bytes:
    """A font file with just these glyphs, under their own numbers."""
    sample = html.escape(next((text for text in glyphs.values() if text.strip()), "x"))
    for stretch in STRETCHES:
        font = engine.find(key, f'<p style="{html.escape(css)};font-stretch:{stretch}%">{sample}</p>')
        if font is not None:
            return weasyprint70.subset(font, sorted(glyphs))
    raise RuntimeError(f"font is gone: {css}")
