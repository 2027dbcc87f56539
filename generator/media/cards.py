"""Pictures that stand for pages where they are shared, and the icons of a portal, drawn when the site is made.

The same facts and the same font give the same bytes. Pictures are kept in the cache by all that they are drawn from.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import PIL
from PIL import Image, ImageDraw, ImageFont, ImageOps

from generator.machine import cache, digests
from generator.media import lettering, pictures
from generator.media.palette import mix, palette
from generator.media.pictures import MeasuredPicture
from generator.model.branch import Colours

SIZE = (1200, 630)
"""Pixels that all who show such pictures ask for."""

MAX_BYTES = 80_000
ICONS = (192, 512)
"""Pixels of the icons that the web app manifest names."""

TOUCH = 180
"""Pixels of the icon on an iPhone's home screen."""

_ICO = [(16, 16), (32, 32), (48, 48)]
_SHADES = 32
"""Enough for smooth edges of one colour on another."""

Image.core.set_blocks_max(2)  # type: ignore[attr-defined]
"""Two pictures' memory is used again for the next: to have it new from the system takes a quarter of drawing one."""

_DRAWN = f"3-{PIL.__version__}"
"""The number grows when the same facts are drawn otherwise, and so may the library."""

_EDGE = 64
_COVER = 520
"""Pixels across a cover; words have the rest, and without a cover the whole width."""

_CUT = 0.6
"""A cover of which less would be seen when it fills its place is shown whole instead, on white."""

_TITLE_SIZES = (60, 52, 46)
_LINES = 3
_ASCENT = 1.16
"""From the top of a line to its base, in its size."""

_OPENING = frozenset("“‘「『【《〈（")
"""Their left half is empty: at the start of a line they hang out."""

_NO_START = frozenset("，。、；：？！）》”’」』】〉…—·%℃,.;:?!)]}")
_NO_END = frozenset("（《“‘「『【〈([{")


@dataclass(frozen=True, slots=True)
class Card:
    """What is drawn of a page: the portal's mark, name and colours, the page's title and what belongs to it."""

    mark: str
    portal: str
    colours: Colours
    title: str
    badge: str | None = None
    line: str | None = None
    edition: str | None = None
    cover: MeasuredPicture | None = None


def key(card: Card) -> str:
    """Stands for all that a card is drawn from."""
    original = f"{pictures.digest(card.cover)} {pictures.ENCODING}" if card.cover else ""
    facts = (card.mark, card.portal, card.colours, card.title, card.badge, card.line, card.edition)
    return hashlib.sha256("\0".join([digests.of(facts), original, lettering.digest(), _DRAWN]).encode()).hexdigest()[
        :32
    ]


def share_picture(card: Card, root: Path) -> bytes:
    """A card as JPEG, kept in the cache of the project at `root`. Raises `BrokenPicture`."""
    return cache.entry(root / cache.FOLDER / "cards" / key(card), lambda: _jpeg(_drawn(card, root)))


def _jpeg(image: Image.Image) -> bytes:
    """As good as the limit allows; codes chosen for each picture make it a tenth smaller and take thrice as long."""
    for quality in (70, 56, 40, 20, 10):
        out = io.BytesIO()
        image.save(out, "JPEG", quality=quality, subsampling="4:2:0")
        if out.tell() <= MAX_BYTES:
            break
    return out.getvalue()


def _drawn(card: Card, root: Path) -> Image.Image:
    image = _ground(card.mark, card.portal, card.colours, card.cover is None).copy()
    if card.cover:
        image.paste(_cover(card.cover, root), (SIZE[0] - _COVER, 0))
    width = SIZE[0] - (_COVER + 2 * _EDGE if card.cover else 3 * _EDGE)
    _foot(image, card, width)
    _title(image, card, width, palette(card.colours).light.accent)
    return image


@lru_cache(maxsize=16)
def _ground(mark: str, portal: str, colours: Colours, plain: bool) -> Image.Image:
    """What all cards of a portal have: its colours, its mark and its name; where there is no cover, a large mark."""
    shades = palette(colours)
    image = Image.new("RGB", SIZE, shades.banner)
    draw = ImageDraw.Draw(image)
    if plain:
        shade = mix(shades.banner, "#ffffff", 0.08)
        draw.text((SIZE[0] - 40, SIZE[1] + 60), mark[:1], shade, _bold(520), anchor="rd")
    draw.rectangle((0, SIZE[1] - 12, SIZE[0], SIZE[1]), shades.light.accent)
    _head(draw, mark, portal, shades.banner)
    return image


def _cover(cover: MeasuredPicture, root: Path) -> Image.Image:
    """The cover as pages show it: filling its place, or whole on white where too little of it would be seen."""
    size = (_COVER, SIZE[1] - 12)
    shown = next((each for each in cover.renditions if each.width >= 0.9 * _COVER), cover.renditions[-1])
    with Image.open(io.BytesIO(pictures.encode(cover, shown, root))) as opened:
        image = opened.convert("RGBA")
    ground = Image.alpha_composite(Image.new("RGBA", image.size, "#ffffff"), image).convert("RGB")
    ratio = cover.width * size[1] / (cover.height * size[0])
    if min(ratio, 1 / ratio) < _CUT:
        return ImageOps.pad(ground, size, Image.Resampling.BICUBIC, "#ffffff")
    return ImageOps.fit(ground, size, Image.Resampling.BICUBIC)


def _head(draw: ImageDraw.ImageDraw, mark: str, portal: str, banner: str) -> None:
    """The mark on its square, and the portal's name."""
    box = (_EDGE, 48, _EDGE + 72, 120)
    draw.rounded_rectangle(box, 14, "#ffffff")
    size = 44 if len(mark) == 1 else 30
    draw.text((_EDGE + 36, 84), mark, banner, _bold(size), anchor="mm")
    hang = 16 if portal[0] in _OPENING else 0
    draw.text((_EDGE + 92 - hang, 84), portal, "#ffffff", _bold(32), anchor="lm")


def _title(image: Image.Image, card: Card, width: int, accent: str) -> None:
    """The title in the largest letters in which it fits, below its badge."""
    top = 168
    if card.badge:
        face = _bold(28)
        across = round(lettering.width(card.badge, face))
        box = (_EDGE, top, _EDGE + across + 40, top + 50)
        ImageDraw.Draw(image).rounded_rectangle(box, 25, "#ffffff")
        lettering.write(image, (_EDGE + 20, top + 36), card.badge, accent, face)
        top += 70
    for size in _TITLE_SIZES:
        lines = wrapped(card.title, _bold(size), width)
        if len(lines) <= _LINES:
            break
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], f"{lines[_LINES - 1][:-1]}…"]
    for number, line in enumerate(lines):
        hang = size // 2 if line[0] in _OPENING else 0
        base = top + round(size * (_ASCENT + number * 1.32))
        lettering.write(image, (_EDGE - hang, base), line, "#ffffff", _bold(size))


def _foot(image: Image.Image, card: Card, width: int) -> None:
    """Who stands behind it, and of which edition it is."""
    face = _face(1, 28)
    below = [text for text in (card.line, card.edition) if text]
    lines = [_cut(text, face, width) for text in below]
    for number, line in enumerate(reversed(lines)):
        lettering.write(image, (_EDGE, SIZE[1] - 52 - number * 46), line, "#ffffff", face)


def _cut(text: str, face: ImageFont.FreeTypeFont, width: int) -> str:
    if lettering.width(text, face) <= width:
        return text
    while text and lettering.width(f"{text}…", face) > width:
        text = text[:-1]
    return f"{text}…"


def wrapped(text: str, face: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Lines of a text: between Chinese characters, never within a word or number, punctuation where it belongs."""
    lines, line = [], ""
    for piece in _pieces(text):
        if line and lettering.width((line + piece).rstrip(), face) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line] if line else lines


def _pieces(text: str) -> list[str]:
    """What may not be parted."""
    pieces: list[str] = []
    for character in text:
        before = pieces[-1][-1] if pieces else ""
        word = character.isascii() and not character.isspace() and before.isascii() and before.strip()
        if before and (character in _NO_START or before in _NO_END or word):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _bold(size: int) -> ImageFont.FreeTypeFont:
    return _face(0, size)


def _face(weight: int, size: int) -> ImageFont.FreeTypeFont:
    found = lettering.files()
    if found is None:
        raise FileNotFoundError("Noto Sans CJK")
    return lettering.font(found[weight], size)


# Icons


@lru_cache(maxsize=64)
def icon(mark: str, colour: str, size: int) -> bytes:
    """A portal's mark on its colour as PNG; kept, since every build asks for it again."""
    out = io.BytesIO()
    _icon(mark, colour, size).quantize(_SHADES).save(out, "PNG", optimize=True)
    return out.getvalue()


@lru_cache(maxsize=32)
def favicon(mark: str, colour: str) -> bytes:
    """The same as `favicon.ico`, drawn for each size."""
    out = io.BytesIO()
    drawn = [_icon(mark, colour, size, corners=True) for size, _ in _ICO]
    drawn = [image.quantize(_SHADES).convert("RGBA") for image in drawn]  # as PNG half as heavy
    drawn[-1].save(out, "ICO", sizes=_ICO, append_images=drawn[:-1])
    return out.getvalue()


def _icon(mark: str, colour: str, size: int, corners: bool = False) -> Image.Image:
    """Full to the edges, since home screens cut their own corners; with `corners`, rounded and clear outside."""
    image = Image.new("RGBA" if corners else "RGB", (size, size), (0, 0, 0, 0) if corners else colour)
    draw = ImageDraw.Draw(image)
    if corners:
        draw.rounded_rectangle((0, 0, size - 1, size - 1), size // 6, colour)
    share = (0.74 if corners else 0.6) if len(mark) == 1 else 0.42
    draw.text((size / 2, size / 2), mark, "#ffffff", _bold(max(8, round(size * share))), anchor="mm")
    return image
