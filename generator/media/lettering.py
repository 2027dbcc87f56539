"""The font that drawn pictures are lettered with: Noto Sans CJK, where the machine has it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from PIL import ImageFont

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


@cache
def digest() -> str:
    """Stands for what the fonts draw; empty where there are none. They begin with check sums of all their tables."""
    return hashlib.sha256(b"".join(map(_head, files() or ()))).hexdigest()[:16]


def _head(path: Path) -> bytes:
    with path.open("rb") as font:
        return font.read(_HEAD) + str(path.stat().st_size).encode()
