"""Chinese composition that WeasyPrint lacks; see docs/decisions/0005-chinese-typography-in-print.md.

`install` teaches WeasyPrint to squeeze adjacent marks, to keep dashes and units whole, and to justify a line by
widening all its gaps evenly, with the blank halves of marks hanging into the margins.
"""

from __future__ import annotations

from itertools import accumulate
from math import ceil
from typing import Any

from generator.handbook.chinese.characters import CLOSING, OPENING, is_gap, squeezed, stretching, unbroken
from generator.handbook.engine import weasyprint70
from generator.handbook.engine.weasyprint70 import TO_UNITS, InlineBox, LineBox, TextBox, create_layout, ffi, pango

OBJECT = "\ufffc"
"""What stands for a box in a line that is not text."""

MOST = 0.25
"""Ems by which a gap may be widened."""


def install() -> None:
    """Make WeasyPrint compose Chinese text in this process."""
    weasyprint70.compose(_set_text, _text_align)


def _is_chinese(box_style: Any) -> bool:
    return bool(box_style["lang"]) and box_style["lang"].startswith("zh")


def _set_text(layout: Any, text: str, justify: bool = False) -> None:
    """Give a layout its text, and its attributes: squeezed marks, unbroken ranges, stretched gaps."""
    if not _is_chinese(layout.style):
        weasyprint70.plain_set_text(layout, text, justify)
        return
    _forget(layout)
    weasyprint70.plain_set_text(layout, text)
    if len(text) < 2:
        return
    attributes = pango.pango_layout_get_attributes(layout.layout)
    if attributes == ffi.NULL:
        attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    at = _offsets(text)
    for place in squeezed(text):
        half = pango.pango_attr_font_features_new(b"halt 1")
        _insert(attributes, half, at[place], at[place + 1])
    for start, end in unbroken(text):
        _insert(attributes, pango.pango_attr_allow_breaks_new(False), at[start], at[end])
    pango.pango_layout_set_attributes(layout.layout, attributes)
    if justify and layout.justification_spacing:
        _stretch(layout, text, at)


def _forget(layout: Any) -> None:
    """Take away the attributes of the layout's text before, which stand at places of their own."""
    if not hasattr(layout, "own_attributes"):
        given = pango.pango_layout_get_attributes(layout.layout)
        layout.own_attributes = (
            ffi.NULL if given == ffi.NULL else ffi.gc(pango.pango_attr_list_copy(given), pango.pango_attr_list_unref)
        )
        return
    fresh = ffi.NULL
    if layout.own_attributes != ffi.NULL:
        fresh = ffi.gc(pango.pango_attr_list_copy(layout.own_attributes), pango.pango_attr_list_unref)
    pango.pango_layout_set_attributes(layout.layout, fresh)


def _insert(attributes: Any, attribute: Any, start: int, end: int) -> None:
    attribute.start_index, attribute.end_index = start, end
    pango.pango_attr_list_insert(attributes, attribute)


def _stretch(layout: Any, text: str, at: list[int]) -> None:
    """Widen the glyphs before the gaps of a laid-out line, each by whole thousandths of an em.

    WeasyPrint writes advances as whole thousandths and cuts off the rest, which would add up along a line.
    """
    gaps = stretching(text)
    if not gaps:
        return
    unit = layout.style["font_size"] * TO_UNITS / 1000
    each, more = divmod(round(layout.justification_spacing * len(gaps) * TO_UNITS / unit), len(gaps))
    added = {at[place]: each + (number < more) for number, place in enumerate(gaps)}
    # Drawing sets this mode; were it not set already, the line would be laid out again without our widths.
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    run = pango.pango_layout_get_line_readonly(layout.layout, 0).runs
    while run != ffi.NULL:
        item = ffi.cast("PangoGlyphItem *", run.data)
        start, glyphs = item.item.offset, item.glyphs
        for number in range(glyphs.num_glyphs):
            if extra := added.pop(start + glyphs.log_clusters[number], 0):
                geometry = glyphs.glyphs[number].geometry
                geometry.width = ceil(geometry.width + extra * unit)
        run = run.next


def _offsets(text: str) -> list[int]:
    """Where every character begins among the text's UTF-8 bytes, and where the last one ends."""
    return [*accumulate((len(char.encode()) for char in text), initial=0)]


# Justification


def _text_align(context: Any, line: Any, available_width: float, last: bool) -> float:
    """Stretch a justified line of Chinese text; marks at its ends hang their blank halves into the margins."""
    if line.style["text_align_all"] != "justify" or not _is_chinese(line.style):
        return float(weasyprint70.plain_text_align(context, line, available_width, last))
    texts = [box for box in _leaves(line) if isinstance(box, TextBox) and box.text]
    if not texts:
        return 0.0
    before = _blank(texts[0], 0, OPENING)
    if not last:
        after = _blank(texts[-1], -1, CLOSING)
        _spread(context, line, available_width - line.width + before + after)
    return -before


def _blank(box: Any, place: int, marks: frozenset[str]) -> float:
    """The blank half of a mark at the end of a line, unless it has been squeezed already."""
    if box.style["font_feature_settings"] != "normal":
        return 0.0
    return 0.5 * float(box.style["font_size"]) if box.text[place] in marks else 0.0


def _leaves(box: Any) -> list[Any]:
    """The boxes of a line that hold no others, in order."""
    if isinstance(box, LineBox | InlineBox):
        return [leaf for child in box.children if child.is_in_normal_flow() for leaf in _leaves(child)]
    return [box]


def _spread(context: Any, line: Any, extra: float) -> None:
    """Share `extra` points among all gaps of a line; one that would be torn apart stays ragged."""
    gaps, before = 0, ""
    for leaf in _leaves(line):
        text = leaf.text if isinstance(leaf, TextBox) else OBJECT
        gaps += len(stretching(text)) + is_gap(before, text[:1])
        before = text[-1:] or before
    if 0 < extra <= gaps * MOST * line.style["font_size"]:
        _Stretcher(context, extra / gaps).move(line)


class _Stretcher:
    """Moves and widens the boxes of a line, from left to right."""

    def __init__(self, context: Any, spacing: float) -> None:
        self.context = context
        self.spacing = spacing
        self.advance = 0.0
        self.before = ""

    def move(self, box: Any) -> None:
        """Move a box by what has been added before it, and widen it by what is added inside."""
        if isinstance(box, LineBox | InlineBox):
            before = self.advance
            box.position_x += before
            for child in box.children:
                if child.is_in_normal_flow():
                    self.move(child)
            box.width += self.advance - before
        elif isinstance(box, TextBox):
            self._step(box.text)
            box.position_x += self.advance
            self._widen(box)
        else:
            self._step(OBJECT)
            box.translate(self.advance, 0)

    def _step(self, text: str) -> None:
        self.advance += self.spacing * is_gap(self.before, text[:1])
        self.before = text[-1:] or self.before

    def _widen(self, box: Any) -> None:
        added = self.spacing * len(stretching(box.text))
        if added:
            box.justification_spacing = self.spacing
            layout = create_layout(box.text, box.style, self.context, None, self.spacing)
            layout.deactivate()
            box.pango_layout = layout
            box.width += added
            self.advance += added
