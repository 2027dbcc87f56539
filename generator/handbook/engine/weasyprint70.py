"""The one door to WeasyPrint's insides: every name that is no documented API, with what it is used for.

WeasyPrint offers no way to leave fonts out of a PDF, to see which glyphs were used, to read the structure tree or to
compose Chinese lines. `tests/handbook/test_weasyprint70.py` holds each name to what is asked of it here.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from math import inf
from typing import Any

import pydyf
import weasyprint
from PIL import ImageFile

if not weasyprint.__version__.startswith("70."):
    raise RuntimeError(f"needs WeasyPrint 70, found {weasyprint.__version__}")

from weasyprint.css.counters import CounterStyle  # `@counter-style` rules, shared by sheets and document
from weasyprint.formatting_structure.boxes import BlockBox, InlineBox, InlineLevelBox, LineBox, ReplacedBox, TextBox
from weasyprint.images import RasterImage  # has pixels: `id`, `width`, `height`, and `get_x_object` for the PDF
from weasyprint.layout import (
    block,  # what lays out columns takes `block_box_layout` from it
    inline,  # calls its own `text_align` for every line
)
from weasyprint.layout.replaced import replacedbox_layout  # the size at which all of an image would be drawn
from weasyprint.pdf import tags  # calls its own `_build_box_tree` for every box
from weasyprint.text.ffi import TO_UNITS, ffi, pango  # Pango itself, and its units in a CSS pixel
from weasyprint.text.line_break import Layout, create_layout  # the text of a line, and its glyphs

from generator.handbook.page.fragment import Face

__all__ = ["TO_UNITS", "BlockBox", "CounterStyle", "InlineBox", "LineBox", "TextBox", "create_layout", "ffi", "pango"]

ffi.cdef("""
PangoAttribute * pango_attr_allow_breaks_new (gboolean allow_breaks);
PangoAttrList * pango_attr_list_copy (PangoAttrList * list);
""")
ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint sets it: half a photo would be printed without a word

plain_set_text = Layout.set_text
plain_text_align = inline.text_align
plain_box_tree = tags._build_box_tree
plain_block_box_layout = block.block_box_layout


def compose(set_text: Callable[..., None], text_align: Callable[..., float]) -> None:
    """Have these two give layouts their text and lines their place, in this process."""
    Layout.set_text, inline.text_align = set_text, text_align


def boxes(page: Any) -> Iterator[Any]:
    """All boxes of a page, those that stand for absolutely placed ones too."""
    found: Iterator[Any] = page._page_box.descendants(placeholders=True)
    return found


def content(stream: pydyf.Stream) -> bytes:
    """What a stream draws."""
    return b"\n".join(pydyf._to_bytes(item) for item in stream.stream)


# Columns


@wraps(plain_block_box_layout)
def _block_box_layout(context: Any, box: Any, bottom_space: float, skip_stack: Any, *others: Any, **more: Any) -> Any:
    """As WeasyPrint's, but a box that is not broken is as high as all of it when columns ask for what comes next.

    They ask without any room, get its first line, and grow by one pixel after the other until all of it fits.
    """
    if bottom_space == inf and skip_stack:
        ((place, within),) = skip_stack.items()
        asked = box.children[place]
        whole = asked.get_wrapped_table() if asked.is_table_wrapper else asked
        if within is None and whole.style["break_inside"] == "avoid":
            box, bottom_space, skip_stack = box.copy_with_children([asked]), -inf, None
    return plain_block_box_layout(context, box, bottom_space, skip_stack, *others, **more)


block.block_box_layout = _block_box_layout


# Structure


@dataclass(frozen=True, slots=True)
class BoxPiece:
    """What a structure element was made from: a box of an HTML element, or a piece of one."""

    element: Any
    tag: str
    """The HTML element's name, with `::before` and the like."""
    block: bool

    def get(self, name: str) -> str:
        """An attribute of the HTML element itself, empty for what CSS adds to it."""
        return str(self.element.get(name, "")) if self.tag == self.element.tag else ""


@wraps(plain_box_tree)
def _with_boxes(box: Any, *others: Any) -> Iterator[Any]:
    """WeasyPrint's structure elements for a box, each with the box that it stands for."""
    for made in plain_box_tree(box, *others):
        if not hasattr(made, "box"):
            made.box = box
        yield made


tags._build_box_tree = _with_boxes


def piece(source: Any) -> BoxPiece | None:
    """Where a structure element comes from; None for a line of text."""
    box = getattr(source, "box", None)
    box = getattr(box, "_box", box)  # placed absolutely
    if box is None or box.element is None:
        return None
    return BoxPiece(box.element, box.element_tag, not isinstance(box, InlineLevelBox))


# Images


def image_id(url: str) -> str:
    """The `id` of the raster image from an address."""
    return hashlib.md5(url.encode(), usedforsecurity=False).hexdigest()


def drawn_images(document: Any) -> Iterator[tuple[Any, float, float]]:
    """Every raster image, and the width and height in CSS pixels at which all of it would be drawn."""
    for page in document.pages:
        for box in boxes(page):
            if isinstance(box, ReplacedBox) and isinstance(box.replacement, RasterImage):
                width, height, _, _ = replacedbox_layout(box)
                yield box.replacement, width, height
            for layer in getattr(box.background, "layers", ()):
                if isinstance(layer.image, RasterImage):
                    yield layer.image, *layer.size


def fill(image: Any, content: Callable[[], pydyf.Stream]) -> None:
    """Have a raster image put this content into the PDF."""
    image.get_x_object = lambda _interpolate, _ratio: content()


def left_out(record: logging.LogRecord) -> str | None:
    """The address of an image that could not be loaded or drawn, of which only the log tells; empty for one inline."""
    if not str(record.msg).startswith("Failed to"):
        return None
    return next((word for word in record.args or () if isinstance(word, str)), "")


# Fonts


class Faces(dict[int, Any]):
    """The fonts of `Document.fonts`, kept from unit to unit, and invisible when WeasyPrint wants to embed them."""

    def values(self) -> Any:
        """Nothing: WeasyPrint embeds and subsets what it finds here, and we do that once for the whole book."""
        return ()

    def harvest(self) -> tuple[dict[str, Face], list[int]]:
        """The fonts that were used since the last harvest, and the code points that no font has."""
        found: dict[str, Face] = {}
        missing: set[int] = set()
        for font in self._fonts():
            if font.widths:
                missing |= set(font.missing)
                merged = found.setdefault(font.hash, _face(font))
                lacking = set(font.missing.values())
                merged.glyphs.update({g: text for g, text in font.to_unicode.items() if g not in lacking})
                merged.widths.update({g: width for g, width in font.widths.items() if g not in lacking})
            font.widths, font.to_unicode, font.missing = {}, {}, {}
        return found, sorted(missing)

    def __setitem__(self, key: int, font: Any) -> None:
        font.file_content = font.file_content[:4]  # 20 MB a font, and all that is asked of it now is its kind
        super().__setitem__(key, font)

    def by_hash(self, key: str) -> Any:
        """A font that has been used before."""
        return next((font for font in self._fonts() if font.hash == key), None)

    def _fonts(self) -> Any:
        return super().values()


def _face(font: Any) -> Face:
    name = font.name.decode().lstrip("/").partition("+")[2]
    style = "italic" if font.style else "normal"
    css = f"font-family:'{font.family}';font-weight:{int(font.weight)};font-style:{style}"
    return Face(css, name, font.family, font.ascent, font.descent, font.flags, font.italic_angle)


def subset(font: Any, glyphs: list[int]) -> bytes:
    """A font file with just these glyphs, under their own numbers."""
    font.file_content = b""
    font.subset(dict.fromkeys(glyphs, ""), False)
    data, font.file_content = font.file_content, font.file_content[:4]
    return bytes(data)
