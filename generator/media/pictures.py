"""Images of cases: sizes, web renditions and their names.

Every published image is re-encoded, which drops EXIF, GPS and anything else that hides in a file. The work is
kept in a cache by the content's hash, so an unchanged image costs nothing.
"""

from __future__ import annotations

import hashlib
import io
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import PIL
from PIL import Image, ImageFile, ImageOps, features

from generator import cache

WIDTHS = (480, 960, 1600)
"""Widths in pixels that pages choose from; never wider than the original."""

QUALITY = 84
ENCODING = f"q{QUALITY}-2-{PIL.__version__}-{features.version('webp')}"
"""Ends the names of cached files: the number grows when the same original comes out otherwise, and so may libraries."""

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


class BrokenPicture(Exception):
    """A file whose header is sound and whose pixels are not; `path` says which."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        """What to tell the editor."""
        return f"图片 {self.path.name} 只有一部分能读出来，多半是没有传完"


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
            if is_turned(image):
                width, height = height, width
    except UNREADABLE:
        return None
    return Measured(path, width, height, _renditions(path.stem, path.suffix, width))


def is_turned(image: Image.Image) -> bool:
    """Whether a picture is shown turned by a quarter (orientations 5 to 8), by what stands before its pixels."""
    return _has_exif(image) and image.getexif().get(0x0112, 1) >= 5


def _has_exif(image: Image.Image) -> bool:
    """Whether to ask for EXIF. To look for it behind the pixels of a PNG, Pillow would decode all of them."""
    return "exif" in image.info or image.format != "PNG"


def plain(image: Image.Image) -> Image.Image:
    """Upright in grey, colour, or colour with transparency; nothing else, and no metadata."""
    if _has_exif(image):
        image = ImageOps.exif_transpose(image)
    if image.mode.startswith("I"):  # 16 bits of grey, which `convert` would cut off at white
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
        image.info = {}
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        mode = "RGBA"
    else:
        mode = "L" if image.mode in ("1", "L") else "RGB"
    made = image.convert(mode)
    made.info = {}
    return made


def _renditions(stem: str, suffix: str, width: int) -> tuple[Rendition, ...]:
    # The suffix keeps apart two originals that differ in nothing else.
    base = stem if suffix.lower() == ".png" else f"{stem}-{suffix[1:].lower()}"
    widths = [candidate for candidate in WIDTHS if candidate < width] or []
    widths.append(min(width, WIDTHS[-1]))
    return tuple(Rendition(f"{base}-{chosen}.webp", chosen) for chosen in sorted(set(widths)))


def encode(measured: Measured, rendition: Rendition, root: Path) -> bytes:
    """A rendition as it is published, kept in the cache of the project at `root`. Raises `BrokenPicture`."""
    facts = measured.path.stat()
    digest = _digest(measured.path, facts.st_size, facts.st_mtime_ns)
    entry = root / cache.FOLDER / "images" / f"{digest}-{rendition.width}-{ENCODING}"
    data = cache.read(entry)
    if data is None:
        data = _encoded(_opened(measured.path), rendition.width)
        cache.write(entry, data)
    cache.used(entry)
    return data


@lru_cache(maxsize=64)
def _digest(path: Path, _size: int, _time: int) -> str:
    """The hash of an original; it has several renditions."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:32]


def _opened(path: Path) -> Image.Image:
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint sets it where it is loaded: half a photo would pass for whole
    try:
        with Image.open(path) as opened:
            return plain(opened)
    except UNREADABLE as error:
        raise BrokenPicture(path) from error


def _encoded(image: Image.Image, width: int) -> bytes:
    height = max(1, round(image.height * width / image.width))
    resized = image if image.width == width else image.resize((width, height), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    resized.save(out, "WEBP", quality=QUALITY, method=4)
    return out.getvalue()
