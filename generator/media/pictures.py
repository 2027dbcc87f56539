"""Images of cases: sizes, web renditions and their names.

Every published image is re-encoded, which drops EXIF, GPS and anything else that hides in a file. The work is
kept in a cache by the content's hash, so an unchanged image costs nothing.
"""

from __future__ import annotations

import hashlib
import os
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

WIDTHS = (480, 960, 1600)
"""Widths in pixels that pages choose from; never wider than the original."""

QUALITY = 84
SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".webp"})


@dataclass(frozen=True, slots=True)
class Rendition:
    """One published file of a picture: its name and its width in pixels."""

    name: str
    width: int


@dataclass(frozen=True, slots=True)
class Measured:
    """A picture's original file, its size in pixels as shown, and its renditions from narrow to wide."""

    path: Path
    width: int
    height: int
    renditions: tuple[Rendition, ...]


UNREADABLE = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    OverflowError,
    TypeError,
    LookupError,
    struct.error,
    Image.DecompressionBombError,
)
"""What Pillow raises for headers that make no sense."""

Gallery = Mapping[str, Measured]
"""The readable pictures of one folder by file name."""


def gallery(folder: Path) -> Gallery:
    """Measure every picture of a folder from its header; unreadable files are left out (checks report them)."""
    if not folder.is_dir():
        return {}
    names = sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES)
    measured = ((path.name, _measure(path)) for path in names)
    return {name: found for name, found in measured if found is not None}


def _measure(path: Path) -> Measured | None:
    try:
        with Image.open(path) as image:
            width, height = image.size
            if image.getexif().get(0x0112, 1) >= 5:  # orientations 5–8 are turned by a quarter
                width, height = height, width
    except UNREADABLE:
        return None
    return Measured(path, width, height, _renditions(path.stem, path.suffix, width))


def _renditions(stem: str, suffix: str, width: int) -> tuple[Rendition, ...]:
    # The suffix keeps apart two originals that differ in nothing else.
    base = stem if suffix.lower() == ".png" else f"{stem}-{suffix[1:].lower()}"
    widths = [candidate for candidate in WIDTHS if candidate < width] or []
    widths.append(min(width, WIDTHS[-1]))
    return tuple(Rendition(f"{base}-{chosen}.webp", chosen) for chosen in sorted(set(widths)))


def encode(measured: Measured, rendition: Rendition, cache: Path) -> Path:
    """The file of a rendition in the cache, made when it is not there yet."""
    digest = hashlib.sha256(measured.path.read_bytes()).hexdigest()[:32]
    target = cache / f"{digest}-{rendition.width}-q{QUALITY}.webp"
    if not target.exists():
        cache.mkdir(parents=True, exist_ok=True)
        _write(measured.path, rendition.width, target)
    return target


def _write(source: Path, width: int, target: Path) -> None:
    with Image.open(source) as opened:
        upright = ImageOps.exif_transpose(opened)
        image = upright.convert(
            "RGBA" if upright.mode in ("RGBA", "LA", "P") and "transparency" in upright.info else "RGB"
        )
    height = max(1, round(image.height * width / image.width))
    resized = image if image.width == width else image.resize((width, height), Image.Resampling.LANCZOS)
    beside = target.with_suffix(f".{os.getpid()}.tmp")
    resized.save(beside, "WEBP", quality=QUALITY, method=4)
    beside.replace(target)
