"""Pictures in texts: sizes, web renditions and their names.

Every published image is re-encoded, which drops EXIF, GPS and anything else that hides in a file. The work is
kept in a cache by the content's hash, so an unchanged image costs nothing.
"""

from __future__ import annotations

import hashlib
import io
import os
import struct
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import PIL
from PIL import Image, ImageCms, ImageFile, ImageOps, features

from generator.machine import cache

warnings.filterwarnings("ignore", module="PIL")  # what is wrong with a picture is told by the checks, in Chinese

WIDTHS = (640, 960, 1600)
"""Widths in pixels that pages choose from, the first for cards on a phone; never wider than the original."""

QUALITY = 84
ENCODING = f"q{QUALITY}-3-{PIL.__version__}-{features.version('webp')}"
"""Ends the names of cached files: the number grows when the same original comes out otherwise, and so may libraries."""

FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}
"""The formats that may be published, by the ending of the file's name."""

PILLOW = sorted(set(FORMATS.values()))
"""Their names."""

MAX_BYTES = 10 * 1024 * 1024
MAX_PIXELS = 40_000_000
"""A 600 ppi scan of A4 has 35 million; more does not fit into memory several times over."""

MAX_SIDE = 30_000
"""Pixels of a side of an original: what every reader and the encoder of JPEG (65,500) take."""

MAX_WEBP_SIDE = 16_383
"""WebP has 14 bits for a side."""


def fits(width: int, height: int) -> bool:
    """Whether a picture of that size can be published and printed, turned by a quarter or not.

    One pixel is the least width of a rendition, so what is longer than WebP's side must be wider than a pixel.
    """
    low, high = sorted((width, height))
    return low > 0 and high <= min(MAX_SIDE, low * MAX_WEBP_SIDE) and low * high <= MAX_PIXELS


@dataclass(frozen=True, slots=True)
class Rendition:
    """One published file of a picture: its name and its width in pixels."""

    name: str
    width: int


@dataclass(frozen=True, slots=True)
class MeasuredPicture:
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


Gallery = Mapping[str, MeasuredPicture]
"""The readable pictures of one record by file name."""


def gallery(folder: Path, names: Iterable[str]) -> Gallery:
    """Measure pictures of a folder from their headers; unreadable files are left out (checks report them)."""
    measured = ((name, _measure(folder / name)) for name in sorted(names))
    return {name: found for name, found in measured if found is not None}


def _measure(path: Path) -> MeasuredPicture | None:
    try:
        with Image.open(path) as image:
            width, height = image.size
            if is_turned(image):
                width, height = height, width
    except UNREADABLE:
        return None
    return MeasuredPicture(path, width, height, _renditions(path.name, width, height))


def is_turned(image: Image.Image) -> bool:
    """Whether a picture is shown turned by a quarter (orientations 5 to 8), by what stands before its pixels."""
    return has_exif(image) and image.getexif().get(0x0112, 1) >= 5


def has_exif(image: Image.Image) -> bool:
    """Whether to ask for EXIF. To look for it behind the pixels of a PNG, Pillow would decode all of them."""
    return "exif" in image.info or image.format != "PNG"


_SPACES = {"L": b"GRAY", "RGB": b"RGB ", "RGBA": b"RGB ", "CMYK": b"CMYK"}
"""The kind of profile (ICC.1, 7.2.6) that the colours of a mode may have."""


def plain(image: Image.Image) -> Image.Image:
    """Upright in grey, colour, or colour with transparency, all in sRGB; nothing else, and no metadata."""
    profile = image.info.get("icc_profile") or b""
    if has_exif(image):
        image = ImageOps.exif_transpose(image)
    if image.mode.startswith("I"):  # 16 bits of grey, which `convert` would cut off at white
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
        image.info = {}
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        mode = "RGBA"
    else:
        mode = "L" if image.mode in ("1", "L") else "RGB"
    made = _in_srgb(image if image.mode == "CMYK" else image.convert(mode), profile).convert(mode)
    made.info = {}
    return made


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """A picture in the colours that its ICC profile means; as it is, when that is broken or not for its colours."""
    if profile[16:20] != _SPACES[image.mode]:
        return image
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        meant = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, meant, ImageCms.createProfile("sRGB"), outputMode=mode) or image
    except (ImageCms.PyCMSError, OSError):
        return image


def published_stem(name: str) -> str:
    """What the names of a picture's renditions begin with. Two pictures of one folder need two, whatever the case."""
    stem, suffix = os.path.splitext(name)  # noqa: PTH122 (thousands of names: no `Path` for each)
    # The suffix keeps apart two originals that differ in nothing else.
    return stem if suffix.lower() == ".png" else f"{stem}-{suffix[1:].lower()}"


def _renditions(name: str, width: int, height: int) -> tuple[Rendition, ...]:
    widest = max(1, min(width, WIDTHS[-1], width * MAX_WEBP_SIDE // max(1, height)))
    widths = [*(candidate for candidate in WIDTHS if candidate < widest), widest]
    return tuple(Rendition(f"{published_stem(name)}-{chosen}.webp", chosen) for chosen in widths)


def encode(measured: MeasuredPicture, rendition: Rendition, root: Path) -> bytes:
    """A rendition as it is published, kept in the cache of the project at `root`. Raises `BrokenPicture`."""
    entry = _entry(root, digest(measured), str(rendition.width))
    return cache.entry(entry, lambda: _encoded(_opened(measured.path), rendition.width))


def digest(measured: MeasuredPicture) -> str:
    """Stands for a picture's original."""
    facts = measured.path.stat()
    return _digest(measured.path, facts.st_size, facts.st_mtime_ns)


def _entry(root: Path, digest: str, made: str) -> Path:
    return root / cache.FOLDER / "images" / f"{digest}-{made}-{ENCODING}"


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


# Pictures that keep their format and size


_SAVED: dict[str, tuple[str, dict[str, int | bool]]] = {
    "PNG": ("PNG", {"optimize": True}),
    "JPEG": ("JPEG", {"quality": 92, "optimize": True}),
    "MPO": ("JPEG", {"quality": 92, "optimize": True}),  # a JPEG with a second picture behind it
    "WEBP": ("WEBP", {"quality": 92, "method": 4}),
}


def stripped(data: bytes) -> tuple[str, bytes]:
    """Media type and bytes of a picture that is encoded anew in its own format, without anything else.

    Raises one of `UNREADABLE` for what is no whole picture, or none that `fits`.
    """
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    with Image.open(io.BytesIO(data), formats=PILLOW) as opened:
        if not fits(*opened.size):
            raise ValueError(opened.size)
        form, options = _SAVED[opened.format or ""]
        image = plain(opened)
    out = io.BytesIO()
    image.save(out, form, **options)
    return f"image/{form.lower()}", out.getvalue()


def republished(path: Path, root: Path) -> bytes:
    """What is published instead of a picture, see `stripped`; kept in the project's cache. Raises `BrokenPicture`."""
    data = path.read_bytes()
    return cache.entry(_entry(root, hashlib.sha256(data).hexdigest()[:32], "own"), lambda: _stripped(path, data))


def _stripped(path: Path, data: bytes) -> bytes:
    try:
        return stripped(data)[1]
    except UNREADABLE as error:
        raise BrokenPicture(path) from error
