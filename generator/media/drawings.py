"""SVG drawings: only what draws goes out, in our own writing.

A browser runs an SVG file that is opened by itself as it runs a page. So a drawing is read strictly and written
anew from allow-lists. What editing programs keep in their files for themselves is dropped; what could run, load
or move something is refused, so that nobody wonders where a part of the drawing has gone.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

import tinycss2

from generator.media.pictures import UNREADABLE, stripped

MAX_BYTES = 4_000_000
MAX_ELEMENTS = 50_000
MAX_DEPTH = 100
MAX_DRAWN = 200_000
"""Elements that are drawn when all references are followed: ten `use` of ten `use` of … multiply."""

SVG, XLINK, XML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"

_DRAWN = frozenset(
    # Structure, shapes and text
    "svg g defs symbol use switch a title desc style path rect circle ellipse line polyline polygon image text tspan"
    " textPath linearGradient radialGradient stop pattern clipPath mask marker filter"
    # Steps of filters
    " feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap"
    " feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode"
    " feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence".split()
)
_ATTRIBUTES = frozenset(
    # Who an element is, and what it is to assistive technology
    "id class style lang role aria-label aria-labelledby aria-describedby aria-hidden"
    # Where and how large
    " x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy width height d points pathLength viewBox preserveAspectRatio"
    " transform rotate textLength lengthAdjust startOffset method spacing side"
    # Which branch of a `switch`, which style sheet
    " systemLanguage requiredExtensions requiredFeatures media type"
    # Gradients, patterns, masks, markers
    " offset gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform"
    " clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight refX refY orient"
    # Filters
    " filterUnits primitiveUnits in in2 result mode values tableValues slope intercept amplitude exponent operator"
    " k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY edgeMode kernelUnitLength preserveAlpha"
    " surfaceScale diffuseConstant specularConstant specularExponent limitingConeAngle azimuth elevation z"
    " pointsAtX pointsAtY pointsAtZ stdDeviation scale xChannelSelector yChannelSelector baseFrequency numOctaves"
    " seed stitchTiles radius"
    # Presentation, which could as well be said in `style`
    " alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation"
    " color-interpolation-filters color-rendering direction display dominant-baseline fill fill-opacity fill-rule"
    " filter flood-color flood-opacity font font-family font-size font-size-adjust font-stretch font-style"
    " font-variant font-weight glyph-orientation-horizontal glyph-orientation-vertical image-rendering isolation"
    " kerning letter-spacing lighting-color marker marker-end marker-mid marker-start mask mask-type mix-blend-mode"
    " opacity overflow paint-order shape-rendering stop-color stop-opacity stroke stroke-dasharray"
    " stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor"
    " text-decoration text-rendering transform-origin unicode-bidi vector-effect visibility white-space"
    " word-spacing writing-mode".split()
)
_WORDS = frozenset({"id", "class", "lang", "role", "aria-label", "aria-labelledby", "aria-describedby"})
"""Attributes that are no CSS values."""

_PRIVATE = frozenset({"metadata"})
"""What no program draws: dropped with all that is in it."""

_ACTIVE = (
    *("http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML", "http://www.w3.org/2001/XInclude"),
    *("http://www.w3.org/2001/xml-events", "http://www.w3.org/1999/XSL/Transform"),
)
"""Languages that do something inside a drawing; elements of all others are some program's notes to itself."""

_REASONS = {
    "script": "脚本",
    "handler": "脚本",
    "listener": "脚本",
    "foreignObject": "嵌入的网页",
    **dict.fromkeys(("animate", "animateColor", "animateMotion", "animateTransform", "set", "discard"), "动画"),
    **dict.fromkeys(("font", "font-face", "glyph", "missing-glyph"), "嵌入的字体"),
}
_FUNCTIONS = frozenset(
    "url rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix var calc min max clamp"
    " matrix translate translatex translatey rotate scale scalex scaley skew skewx skewy"
    " circle ellipse inset polygon path blur brightness contrast drop-shadow grayscale hue-rotate invert opacity"
    " saturate sepia not is where nth-child nth-last-child nth-of-type nth-last-of-type lang".split()
)
"""The functions of CSS that load nothing, but for `url`, whose address is looked at."""

_INLINE = re.compile(r"data:image/(?:png|jpeg|jpg|webp);base64,([A-Za-z0-9+/=]+)", re.IGNORECASE)


class UnsafeDrawing(ValueError):
    """A drawing that may not be published; the message says why, in Chinese."""


def cleaned(data: bytes) -> bytes:
    """The drawing, written anew with nothing but what draws; the same bytes each time. Raises `UnsafeDrawing`."""
    if len(data) > MAX_BYTES:
        raise UnsafeDrawing("超过 4 MB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnsafeDrawing("不是 UTF-8 编码") from None
    writer = _Writer()
    try:
        writer.parser.Parse(text.encode(), True)
    except expat.ExpatError as error:
        raise UnsafeDrawing(f"第 {error.lineno} 行不合 XML 写法，可能损坏或者不是 SVG") from None
    return writer.finished()


class _Writer:
    """Handlers of the parser that write what is allowed."""

    def __init__(self) -> None:
        # The encoding is given, so that a declaration cannot make other characters of the bytes.
        self.parser = expat.ParserCreate("utf-8", "}")
        self.parser.buffer_text = True
        self.parser.ordered_attributes = True
        self.parser.XmlDeclHandler = self._declaration
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = lambda *_: self._refuse("实体定义")
        self.parser.SkippedEntityHandler = lambda *_: self._refuse("没有定义的实体")
        self.parser.ProcessingInstructionHandler = lambda *_: self._refuse("处理指令（<?…?>）")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.out: list[str] = []
        self.sheet: list[str] | None = None
        """The text of the `style` element that is being read."""
        self.skipped = 0
        """How many elements are open from the dropped one on."""
        self.count = 0
        self.root = _Part()
        self.open: list[_Part] = []
        self.named: dict[str, _Part] = {}

    def finished(self) -> bytes:
        """The whole drawing. Raises `UnsafeDrawing` when references multiply it."""
        if self._drawn(self.root, 0) > MAX_DRAWN:
            raise UnsafeDrawing("里的图形互相引用，展开后过大")
        return "".join(self.out).encode()

    def _drawn(self, part: _Part, depth: int) -> int:
        """How many elements a part is with all that it refers to; a circle, which nobody draws, counts once."""
        if depth > MAX_DEPTH:
            return MAX_DRAWN + 1
        if part.drawn:
            return part.drawn
        part.drawn = part.count
        total = part.count
        for name in part.references:
            total += self._drawn(self.named[name], depth + 1) if name in self.named else 0
            if total > MAX_DRAWN:
                break
        part.drawn = total
        return total

    def _refuse(self, what: str) -> None:
        raise UnsafeDrawing(f"第 {self.parser.CurrentLineNumber} 行有{what}")

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() not in {"utf-8", "utf8", "us-ascii", "ascii"}:
            raise UnsafeDrawing("不是 UTF-8 编码")

    def _doctype(self, _name: str, _system: str | None, _public: str | None, internal: int) -> None:
        """A plain DOCTYPE, as Illustrator writes it, says nothing and is dropped."""
        if internal:
            self._refuse("实体定义")

    def _start(self, tag: str, attributes: list[str]) -> None:
        self.count += 1
        if self.count > MAX_ELEMENTS:
            raise UnsafeDrawing(f"的图形超过 {MAX_ELEMENTS} 个")
        if len(self.open) + self.skipped >= MAX_DEPTH:
            raise UnsafeDrawing(f"嵌套超过 {MAX_DEPTH} 层")
        space, _, name = tag.rpartition("}")
        if not self.open and (space, name) != (SVG, "svg"):
            raise UnsafeDrawing("的根元素不是 SVG 的 <svg>")
        if self.skipped or self._is_private(space, name):
            self.skipped += 1
            return
        if name not in _DRAWN or self.sheet is not None:
            self._refuse(f"{_REASONS.get(name, '不支持的元素')} <{name}>")
        part = _Part() if self.open else self.root
        self.open.append(part)
        pairs = dict(zip(attributes[::2], attributes[1::2], strict=True))
        written = "".join(self._attributes(name, pairs, part))
        head = f' xmlns="{SVG}" xmlns:xlink="{XLINK}"' if len(self.open) == 1 else ""
        self.out.append(f"<{name}{head}{written}>")
        if name == "style":
            if pairs.get("type", "text/css").strip().lower() not in {"", "text/css"}:
                self._refuse("CSS 之外的样式")
            self.sheet = []

    def _is_private(self, space: str, name: str) -> bool:
        if space in _ACTIVE:
            self._refuse(f"不属于 SVG 的元素 <{name}>")
        return name in _PRIVATE if space == SVG else bool(space)

    def _end(self, tag: str) -> None:
        if self.skipped:
            self.skipped -= 1
            return
        part = self.open.pop()
        if self.sheet is not None:
            self.out.append(escape(self._css("".join(self.sheet), part)))
            self.sheet = None
        self.out.append(f"</{tag.rpartition('}')[2]}>")
        if self.open:
            self.open[-1].add(part)

    def _text(self, text: str) -> None:
        if self.sheet is not None:
            self.sheet.append(text)
        elif not self.skipped:
            self.out.append(escape(text, {"\r": "&#13;"}))

    def _attributes(self, element: str, pairs: dict[str, str], part: _Part) -> Iterator[str]:
        for key, value in pairs.items():
            space, _, name = key.rpartition("}")
            if not space and name.lower().startswith("on"):
                self._refuse(f"脚本 {name}")
            if (space, name) == (XML, "base"):
                self._refuse("xml:base")
            if name == "href" and space in {"", XLINK}:
                yield f" {'xlink:' * bool(space)}href={quoteattr(self._link(element, value, part))}"
            elif space == XML and name in {"space", "lang"}:
                yield f" xml:{name}={quoteattr(value)}"
            elif not space and name in _ATTRIBUTES:
                yield f" {name}={quoteattr(value if name in _WORDS else self._css(value, part))}"
                if name == "id":
                    self.named.setdefault(value, part)

    def _link(self, element: str, value: str, part: _Part) -> str:
        link = value.strip()
        if link.startswith("#"):
            part.references.append(link[1:])
            return link
        inline = _INLINE.fullmatch("".join(link.split()))
        if inline is None or element not in {"image", "feImage"}:
            self._refuse("指向文件之外的链接" if not link.lower().startswith("data:") else "不支持的内嵌内容")
        assert inline
        try:
            media, data = stripped(base64.b64decode(inline[1], validate=True))
        except UNREADABLE:  # `binascii.Error` is a `ValueError`
            self._refuse("损坏或过大的内嵌图片")
        return f"data:{media};base64,{base64.b64encode(data).decode()}"

    def _css(self, text: str, part: _Part) -> str:
        """CSS that loads nothing, as its parser has understood it."""
        if "(" not in text and "\\" not in text and "@" not in text:
            return text
        found, references, fault = _read_css(text)
        if fault:
            self._refuse(fault)
        part.references += references
        return found


@lru_cache(maxsize=4096)
def _read_css(text: str) -> tuple[str, tuple[str, ...], str]:
    """The CSS, the ids it refers to, and what is wrong with it."""
    tokens = tinycss2.parse_component_value_list(text, skip_comments=True)
    references = []
    todo: list[tuple[Any, int]] = [(token, 1) for token in tokens]
    while todo:
        token, depth = todo.pop()
        if token.type == "error" or depth > MAX_DEPTH:
            return "", (), "写错的样式"
        if token.type == "at-keyword" and token.lower_value != "media":
            return "", (), f"样式 @{token.value}"
        if token.type == "function" and token.lower_name not in _FUNCTIONS:
            return "", (), f"样式函数 {token.name}()"
        address = _address(token)
        if address is not None:
            if not address.startswith("#"):
                return "", (), "指向文件之外的样式 url()"
            references.append(address[1:])
        inside: Iterable[Any] = getattr(token, "arguments", None) or getattr(token, "content", None) or ()
        todo += [(each, depth + 1) for each in inside]
    return tinycss2.serialize(tokens), tuple(references), ""


def _address(token: Any) -> str | None:
    """Where `url(x)` or `url("x")` leads; an empty address for what is neither."""
    if token.type == "url":
        return str(token.value).strip()
    if token.type != "function" or token.lower_name != "url":
        return None
    given = [each for each in token.arguments if each.type != "whitespace"]
    return str(given[0].value).strip() if len(given) == 1 and given[0].type == "string" else ""


@dataclass
class _Part:
    """An element with all that is in it: how many elements, which ids they refer to."""

    count: int = 1
    references: list[str] = field(default_factory=list)
    drawn: int = 0
    """The same with all that the ids stand for; 0 until it is counted."""

    def add(self, inner: _Part) -> None:
        """Count what is inside."""
        self.count += inner.count
        self.references += inner.references
