"""The font that drawn pictures are lettered with: Noto Sans CJK, where the machine has it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from generator.diagnostics import Diagnostic, Span

_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
    f"{os.environ.get('WINDIR', 'C:/Windows')}/Fonts",
)
"""Where Linux, macOS and Windows keep fonts."""

_NAMES = ("NotoSansCJK-{}.ttc", "NotoSansCJKsc-{}.otf", "NotoSansSC-{}.otf", "NotoSansSC-{}.ttf")
_FAMILIES = ("Noto Sans CJK SC", "Noto Sans SC")
_HEAD = 1 << 16
"""So many bytes hold the directories of all faces of a collection."""

_FACES = 10
"""So many faces a collection has at most."""


def shortcomings() -> Iterator[Diagnostic]:
    """Why pages will have no picture where they are shared, and portals no icon of their own."""
    if files() is None:
        hint = "安装 fonts-noto-cjk（Noto Sans CJK 的 Bold 和 Regular）；网站其余部分不受影响"
        yield Diagnostic("no-font", Span("content"), "没有 Noto Sans CJK 字体，不画分享图片和网站图标", hint)


@cache
def files() -> tuple[Path, Path] | None:
    """The files of the bold and of the regular font; None where one is missing."""
    bold, regular = _found("Bold"), _found("Regular")
    return (bold, regular) if bold and regular else None


def _found(weight: str) -> Path | None:
    names = {name.format(weight) for name in _NAMES}
    for folder in _FOLDERS:
        for base, folders, found in os.walk(Path(folder).expanduser()):
            folders.sort()
            if here := sorted(names.intersection(found)):
                return Path(base, here[0])
    return None


@cache
def font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    """A font of so many pixels, as it is made for simplified Chinese; laid out the same on every machine."""
    for index in range(_FACES):
        try:
            face = ImageFont.truetype(path, size, index=index, layout_engine=ImageFont.Layout.BASIC)
        except OSError:
            break
        if face.getname()[0] in _FAMILIES:
            return face
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


class Glyph(NamedTuple):
    """A character's shape, where it stands from the writing point, and how far that point moves; in pixels."""

    shape: Image.Image
    left: int
    top: int
    advance: float


@lru_cache(maxsize=4096)
def _glyph(face: ImageFont.FreeTypeFont, character: str) -> Glyph:
    """Drawn once: some hundred characters make the titles of a thousand pictures."""
    left, top, right, bottom = map(round, face.getbbox(character, anchor="ls"))
    shape = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(shape).text((-left, -top), character, 255, face, anchor="ls")
    return Glyph(shape, left, top, face.getlength(character))


def width(text: str, face: ImageFont.FreeTypeFont) -> float:
    """Pixels that a line of text takes."""
    return sum(_glyph(face, character).advance for character in text)


def write(image: Image.Image, at: tuple[int, int], text: str, colour: str, face: ImageFont.FreeTypeFont) -> None:
    """Set a line of text from a point on its base line; Chinese faces have no pairs that draw together."""
    x: float
    x, base = at
    for character in text:
        shape, left, top, advance = _glyph(face, character)
        if shape.width:
            image.paste(colour, (round(x) + left, base + top), shape)
        x += advance


@cache
def digest() -> str:
    """Stands for what the fonts draw; empty where there are none. They begin with check sums of all their tables."""
    return hashlib.sha256(b"".join(map(_head, files() or ()))).hexdigest()[:16]


def _head(path: Path) -> bytes:
    with path.open("rb") as font:
        return font.read(_HEAD) + str(path.stat().st_size).encode()
