"""Fonts, how wide text is, where it breaks, and how numbers are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from PIL import ImageFont

from scripts.demo_images.geometry import SCALE

FONT_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local/share/fonts",
    Path.home() / ".fonts",
    Path("/Library/Fonts"),
    Path.home() / "Library/Fonts",
    Path("C:/Windows/Fonts"),
)
FONT_FAMILY = "Noto Sans CJK SC"


@cache
def font_file(weight: str) -> tuple[Path, int]:
    """The file of Noto Sans CJK in that weight, and the index of its simplified Chinese face."""
    for folder in FONT_FOLDERS:
        for path in sorted(folder.rglob(f"NotoSansCJK*-{weight}.*")) if folder.is_dir() else ():
            for index in faces(path):
                return path, index
    folders = "\n  ".join(str(folder) for folder in FONT_FOLDERS)
    raise SystemExit(
        f"Noto Sans CJK {weight} is not installed: no NotoSansCJK*-{weight}.* with the face “{FONT_FAMILY}” in\n"
        f"  {folders}\nInstall it, for example: apt-get install fonts-noto-cjk"
    )


def faces(path: Path) -> Iterator[int]:
    """The indices of the faces of `FONT_FAMILY` in one font file."""
    for index in range(10):
        try:
            family, _ = ImageFont.truetype(path, 10, index=index).getname()
        except OSError:  # no face of that index, or no font file
            return
        if family == FONT_FAMILY:
            yield index


@cache
def font(size: int, bold: bool) -> ImageFont.FreeTypeFont:
    """The font at a size in pixels of the enlarged drawing."""
    path, index = font_file("Bold" if bold else "Regular")
    return ImageFont.truetype(path, size, index=index, layout_engine=ImageFont.Layout.BASIC)


def text_width(text: str, size: float, bold: bool = False) -> float:
    """The width of one line of text, in pixels of the finished picture."""
    return font(round(size * SCALE), bold).getlength(text) / SCALE


def fitting_size(text: str, size: float, width: float, bold: bool = False) -> float:
    """The largest size up to `size` at which the line is no wider than `width`."""
    return min(size, size * width / max(text_width(text, size, bold), 1))


def wrap(text: str, size: float, width: float, bold: bool = False) -> list[str]:
    """Lines no wider than `width`; Latin words and numbers stay whole, no line opens with closing punctuation."""
    lines = [""]
    for word in re.findall(r"[A-Za-z0-9.%+/~-]+[，。、；：）”]*|.[，。、；：）”]*", text):
        if lines[-1] and text_width(lines[-1] + word, size, bold) > width:
            lines.append("")
        lines[-1] += word
    return lines


def number(value: float) -> str:
    """A number without a needless fraction, with thousands separated and a true minus sign."""
    text = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.10g}"
    return text.replace("-", "−")
