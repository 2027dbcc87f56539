"""Chinese composition that WeasyPrint lacks, in two steps; docs/decisions/0005-chinese-typography-in-print.md.

`prepare` works on a unit's HTML: a space between Han and Latin characters, numbers tied to their units, no lonely
last character. `install` teaches WeasyPrint to squeeze adjacent marks, to keep dashes and units whole, and to
justify a line by stretching all its gaps evenly. It touches five functions of one tested version; with any other
version nothing is touched, and `style` lets lines end ragged instead.
"""

from __future__ import annotations

import re
from math import ceil
from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text import line_break
from weasyprint.text.ffi import TO_UNITS, ffi, pango

from generator.handbook.characters import CLOSING, HAN, MARKS, OPENING, is_gap, squeezed, stretching, unbroken

TESTED = ("70.",)
"""Beginnings of the versions of WeasyPrint whose insides are known."""

_TOKENS = re.compile(r"<!--.*?-->|<(?:pre|code|svg|style)\b.*?</(?:pre|code|svg|style)>|<[^>]*>|[^<]+", re.DOTALL)
_INLINE = re.compile(r"</?(?:a|abbr|b|del|em|i|kbd|small|span|strong|sub|sup)\b")
_LONE = re.compile(f"([{HAN}]{{2}}[{re.escape(''.join(sorted(CLOSING)))}]*)\\s*$")
OBJECT = "\ufffc"
"""What stands for a box in a line that is not text."""

_SHORT = 24
"""Characters of a paragraph that has no second line to be lonely on."""

_MARKS = re.escape("".join(sorted(MARKS)))
_LATIN = r"A-Za-z0-9\u00c0-\u024f\u0370-\u03ff"
_INTO_LATIN = re.compile(f"(?<=[{HAN}])(?=[{_LATIN}±$¥])")
_INTO_HAN = re.compile(f"(?<=[{_LATIN}%‰℃°+])(?=[{HAN}])")
_NUMBER_END = re.compile(f"(?<=\\d)(?:\\0| (?=[{HAN}]))")
_NEEDLESS = re.compile(
    f"(?<=[{HAN}])[ ]*\\n\\s*(?=[{HAN}{_MARKS}])|(?<=[{_MARKS}])[ \\n]+(?=\\S)|(?<=\\S)[ \\n]+(?=[{_MARKS}])"
)
"""White space that a line break in the source, or a Latin habit beside a full-width mark, has left."""


# Preparing the text


def prepare(html: str) -> str:
    """The HTML of a unit with its text made ready for lines; code and drawings stay as they are."""
    out: list[str] = []
    before = ""
    length = 0
    for token in _TOKENS.findall(html):
        if not token.startswith("<"):
            spaced = _spaced(token, before)
            out.append(spaced)
            before = token.rstrip()[-1:] or before
            length += len(token)
            continue
        if token in {"</p>", "</li>", "</dd>"} and length > _SHORT:
            out[-1] = _LONE.sub(r'<span class="keep">\1</span>', out[-1])
        if not _INLINE.match(token):
            before, length = "", 0
        out.append(token)
    return "".join(out)


def _spaced(text: str, before: str) -> str:
    """A space between Han and Latin characters; one that holds after a number, so that its unit stays with it."""
    joined = before + text
    joined = _INTO_LATIN.sub(lambda match: "\u00a0" if joined[match.start() - 1] == "第" else " ", joined)
    joined = _NEEDLESS.sub("", joined)
    joined = _INTO_HAN.sub("\0", joined)
    joined = _NUMBER_END.sub("\u00a0", joined).replace("\0", " ")
    return joined[len(before) :]


# Teaching WeasyPrint


def supported() -> bool:
    """Whether the installed WeasyPrint is a tested one."""
    return weasyprint.__version__.startswith(TESTED)


def style() -> str:
    """What a style sheet needs besides: ragged lines where justification would only tear words apart."""
    return "" if supported() else "*{text-align-last:auto}p,li{text-align:left !important}\n"


def install() -> bool:
    """Make WeasyPrint compose Chinese text in this process, once; False when its version is not a tested one."""
    if not supported():
        return False
    if line_break.Layout.set_text is not _set_text:
        ffi.cdef("PangoAttribute * pango_attr_allow_breaks_new (gboolean allow_breaks);")
        line_break.Layout.set_text = _set_text
        inline.text_align = _text_align
    return True


_plain_set_text = line_break.Layout.set_text
_plain_text_align = inline.text_align


def _is_chinese(box_style: Any) -> bool:
    return bool(box_style["lang"]) and box_style["lang"].startswith("zh")


def _set_text(layout: Any, text: str, justify: bool = False) -> None:
    """Give a layout its text, and its attributes: squeezed marks, unbroken ranges, stretched gaps."""
    if not _is_chinese(layout.style):
        _plain_set_text(layout, text, justify)
        return
    _plain_set_text(layout, text)
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
    offsets = [0]
    for char in text:
        offsets.append(offsets[-1] + len(char.encode()))
    return offsets


# Justification


def _text_align(context: Any, line: Any, available_width: float, last: bool) -> float:
    """Stretch a justified line of Chinese text; marks at its ends hang their blank halves into the margins."""
    if line.style["text_align_all"] != "justify" or not _is_chinese(line.style):
        return float(_plain_text_align(context, line, available_width, last))
    texts = [box for box in _leaves(line) if isinstance(box, boxes.TextBox) and box.text]
    if not texts:
        return 0.0
    before = _blank(texts[0], 0, OPENING)
    if not last:
        after = _blank(texts[-1], -1, CLOSING)
        _spread(context, line, available_width - line.width + before + after)
    return -before


def _blank(box: Any, place: int, marks: frozenset[str]) -> float:
    """The blank half of a mark at the end of a line."""
    return 0.5 * float(box.style["font_size"]) if box.text[place] in marks else 0.0


def _leaves(box: Any) -> list[Any]:
    """The boxes of a line that hold no others, in order."""
    if isinstance(box, boxes.LineBox | boxes.InlineBox):
        return [leaf for child in box.children if child.is_in_normal_flow() for leaf in _leaves(child)]
    return [box]


def _spread(context: Any, line: Any, extra: float) -> None:
    """Share `extra` points among all gaps of a line."""
    gaps, before = 0, ""
    for leaf in _leaves(line):
        text = leaf.text if isinstance(leaf, boxes.TextBox) else OBJECT
        gaps += len(stretching(text)) + is_gap(before, text[:1])
        before = text[-1:] or before
    if extra > 0 and gaps:
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
        if isinstance(box, boxes.LineBox | boxes.InlineBox):
            before = self.advance
            box.position_x += before
            for child in box.children:
                if child.is_in_normal_flow():
                    self.move(child)
            box.width += self.advance - before
        elif isinstance(box, boxes.TextBox):
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
            layout = line_break.create_layout(box.text, box.style, self.context, None, self.spacing)
            layout.deactivate()
            box.pango_layout = layout
            box.width += added
            self.advance += added
