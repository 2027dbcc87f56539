"""Pictures for print: vetted files of the project only, re-encoded at the size at which they are printed.

While a page is laid out a picture is an empty image of the right size. Only when its printed size is known is the
original read and encoded: 150 pixels an inch for the screen, every pixel for print. Re-encoding drops EXIF, GPS
and whatever else hides in a file.
"""

from __future__ import annotations

import base64
import io
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes

from PIL import Image, ImageOps

from generator.handbook.book import Make

BASE = "portal:///"
"""What relative names in a unit's HTML are resolved against; no other scheme leads to a file."""

SCREEN_PPI = 150
MAX_BYTES = 80_000_000
MAX_PIXELS = 120_000_000
"""A 600 ppi scan of A3 has 70 million; beyond this a picture is a mistake or an attack."""

MAX_DATA_URL = 4_000_000
FORMATS = ("JPEG", "PNG", "WEBP")
JPEG_QUALITY = {Make.SCREEN: 82, Make.PRINT: 92}


class Refused(ValueError):
    """A file that may not or cannot be printed; the message says why, in Chinese."""


@dataclass
class Shelf:
    """The pictures of one unit: what was asked for, what was refused."""

    root: Path
    refused: list[tuple[str, str]] = field(default_factory=list)
    """Name and reason of everything that was not served."""

    sources: dict[str, Path] = field(default_factory=dict)
    """The file of every URL that was served as a raster image."""

    def serve(self, url: str) -> tuple[bytes, str]:
        """What stands for a URL during layout, and its media type. Raises `Refused`."""
        try:
            return self._serve(url)
        except Refused as refused:
            self.refused.append((_name(url), str(refused)))
            raise

    def _serve(self, url: str) -> tuple[bytes, str]:
        if url.startswith("data:"):
            return _inline(url)
        path = vetted(self.root, url)
        if path.suffix.lower() == ".svg":
            return path.read_bytes(), "image/svg+xml"
        self.sources[url] = path
        return _blank(*dimensions(path)), "image/png"


def vetted(root: Path, url: str) -> Path:
    """The project's file that a URL names. Raises `Refused` for anything else."""
    plain = re.sub(r"^(portal:/{2,3}|file:(?!/))", "", url)
    if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", plain) or plain.startswith("/"):
        raise Refused("排版时只读取本项目的文件，不访问网络和项目之外的文件")
    path = root / unquote(plain.partition("?")[0].partition("#")[0])
    inside = path.resolve()
    if not inside.is_relative_to(root.resolve()) or any(part.startswith(".") for part in _below(inside, root)):
        raise Refused("文件不在本项目的目录中")
    if inside.suffix.lower() not in {".png", ".jpg", ".jpeg", ".webp", ".svg"}:
        raise Refused("只能印 PNG、JPEG、WebP 和 SVG 图片")
    if not inside.is_file():
        raise Refused("文件不存在")
    if inside.stat().st_size > MAX_BYTES:
        raise Refused("文件超过 80 MB")
    return inside


def _below(path: Path, root: Path) -> tuple[str, ...]:
    return path.relative_to(root.resolve()).parts


def dimensions(path: Path) -> tuple[int, int]:
    """Width and height in pixels as shown. Raises `Refused` for what is broken or enormous."""
    try:
        with Image.open(path, formats=FORMATS) as image:
            width, height = image.size
            turned = image.getexif().get(0x0112, 1) >= 5  # orientations 5–8 are turned by a quarter
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Refused("图片损坏或格式不受支持") from error
    if width * height > MAX_PIXELS:
        raise Refused(f"图片过大（{width}×{height} 像素）")
    return (height, width) if turned else (width, height)


def _blank(width: int, height: int) -> bytes:
    """An empty grey PNG: all that layout needs of a picture is its size."""
    out = io.BytesIO()
    Image.new("L", (width, height)).save(out, "PNG", compress_level=1)
    return out.getvalue()


def _inline(url: str) -> tuple[bytes, str]:
    """A picture inside a `data:` URL: drawings of our own templates, such as QR codes."""
    head, _, body = url.partition(",")
    media = head[len("data:") :].partition(";")[0].lower()
    if media not in {"image/png", "image/svg+xml"} or len(url) > MAX_DATA_URL:
        raise Refused("不支持的内嵌图片")
    return (base64.b64decode(unquote(body)) if head.endswith(";base64") else unquote_to_bytes(body)), media


@dataclass(frozen=True, slots=True)
class Encoded:
    """A picture ready for a PDF: JPEG, or the pixel data of a PNG; its transparency apart."""

    data: bytes
    form: str
    mode: str
    width: int
    height: int
    mask: Encoded | None = None


def encode(path: Path, make: Make, ppi: float) -> Encoded:
    """The picture as it goes into the book, where its own pixels are printed at `ppi`. Raises `Refused`."""
    size = _wanted(dimensions(path), make, ppi)
    try:
        with Image.open(path, formats=FORMATS) as opened:
            opened.draft(None, size if opened.getexif().get(0x0112, 1) < 5 else size[::-1])
            image = _plain(ImageOps.exif_transpose(opened))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Refused(f"“{path.name}”：图片损坏或格式不受支持") from error
    if image.size != size:
        image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2)
    if path.suffix.lower() in {".jpg", ".jpeg"} or (path.suffix.lower() == ".webp" and image.mode != "RGBA"):
        out = io.BytesIO()
        image.save(out, "JPEG", quality=JPEG_QUALITY[make], subsampling=0 if make is Make.PRINT else 2)
        return Encoded(out.getvalue(), "JPEG", image.mode, *image.size)
    mask = _pixels(image.getchannel("A")) if image.mode == "RGBA" else None
    return _pixels(image.convert("RGB") if mask else image, mask)


def _pixels(image: Image.Image, mask: Encoded | None = None) -> Encoded:
    """Lossless: a PNG's own compressed pixels are what a PDF wants."""
    out = io.BytesIO()
    image.save(out, "PNG")
    data, at, found = out.getvalue(), 8, []
    while at < len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if kind == b"IDAT":
            found.append(data[at + 8 : at + 8 + length])
        at += length + 12
    return Encoded(b"".join(found), "PNG", image.mode, *image.size, mask)


def _wanted(size: tuple[int, int], make: Make, ppi: float) -> tuple[int, int]:
    if make is Make.PRINT or ppi <= SCREEN_PPI:
        return size
    factor = SCREEN_PPI / ppi
    return max(1, round(size[0] * factor)), max(1, round(size[1] * factor))


def _plain(image: Image.Image) -> Image.Image:
    """In grey, colour, or colour with transparency; nothing else, and no metadata."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        mode = "RGBA"
    else:
        mode = "L" if image.mode in ("1", "L") else "RGB"
    plain = image.convert(mode)
    plain.info = {}
    return plain


def _name(url: str) -> str:
    return url[:60] + "…" if url.startswith("data:") and len(url) > 60 else url.removeprefix(BASE)
