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
from typing import BinaryIO
from urllib.parse import unquote, unquote_to_bytes

from PIL import Image

from generator.handbook.page import inks
from generator.media import drawings
from generator.media.pictures import FORMATS, MAX_BYTES, PILLOW, UNREADABLE, fits, is_turned, plain
from generator.papers import Make, Stock

BASE = "portal:///"
"""What relative names in a unit's HTML are resolved against; no other scheme leads to a file."""

_OTHER_COLOURS = re.compile(rb"\b(?:ok)?l(?:ab|ch)\s*\(|\b(?:color|device-cmyk)\s*\(", re.IGNORECASE)
"""Colours that nothing turns into inks."""

SCREEN_PPI = 150
JPEG_QUALITY = {Make.SCREEN: 82, Make.PRINT: 92}


class RefusedPicture(ValueError):
    """A file that may not or cannot be printed; the message says why, in Chinese."""


@dataclass
class UnitPictures:
    """The pictures of one unit: what was asked for, what was refused."""

    root: Path
    refused: list[tuple[str, str]] = field(default_factory=list)
    """Name and reason of everything that was not served."""

    sources: dict[str, Path] = field(default_factory=dict)
    """The file of every URL that was served as a raster image."""

    placed: bool = False
    """Set when the pictures of all boxes are known: whoever asks for a file later would print an empty image."""

    def serve(self, url: str) -> tuple[bytes, str]:
        """What stands for a URL during layout, and its media type. Raises `RefusedPicture`."""
        try:
            return self._serve(url)
        except RefusedPicture as refused:
            self.refused.append((named(url), str(refused)))
            raise

    def _serve(self, url: str) -> tuple[bytes, str]:
        if url.startswith("data:"):
            return _inline(url)
        path = vetted(self.root, url)
        if path.suffix.lower() == ".svg":
            return drawing(path.read_bytes()), "image/svg+xml"
        if self.placed:
            raise RefusedPicture("图片只能直接放在页面上，不能放在 SVG 里或当作附件")
        self.sources[url] = path
        return _blank(*dimensions(path)), "image/png"


def vetted(root: Path, url: str) -> Path:
    """The project's file that a URL names. Raises `RefusedPicture` for anything else."""
    plain = re.sub(r"^(portal:/{2,3}|file:(?!/))", "", url)
    if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", plain) or plain.startswith("/"):
        raise RefusedPicture("排版时只读取本项目的文件，不访问网络和项目之外的文件")
    path = root / unquote(plain.partition("?")[0].partition("#")[0])
    try:
        inside, exists = path.resolve(), path.is_file()
    except (OSError, ValueError, RuntimeError):  # too long, with a zero byte, links in a circle
        raise RefusedPicture("文件不存在") from None
    base = root.resolve()
    if not inside.is_relative_to(base) or any(part.startswith(".") for part in inside.relative_to(base).parts):
        raise RefusedPicture("文件不在本项目的目录中")
    if inside.suffix.lower() not in {*FORMATS, ".svg"}:
        raise RefusedPicture("只能印 PNG、JPEG、WebP 和 SVG 图片")
    if not exists:
        raise RefusedPicture("文件不存在")
    if inside.stat().st_size > MAX_BYTES:
        raise RefusedPicture("文件超过 10 MB")
    return inside


def dimensions(picture: Path | BinaryIO) -> tuple[int, int]:
    """Width and height in pixels as shown. Raises `RefusedPicture` for what is broken or enormous."""
    try:
        with Image.open(picture, formats=PILLOW) as image:
            width, height = image.size
            if fits(width, height):
                return (height, width) if is_turned(image) else (width, height)
    except Image.DecompressionBombError as error:
        raise RefusedPicture("图片过大") from error
    except UNREADABLE as error:
        raise RefusedPicture("图片损坏或格式不受支持") from error
    raise RefusedPicture(f"图片过大（{width}×{height} 像素）")


def drawing(data: bytes) -> bytes:
    """An SVG picture with nothing but what draws. Raises `RefusedPicture`."""
    if _OTHER_COLOURS.search(data):
        raise RefusedPicture("SVG 图片的颜色只能写成 RGB 或名称")
    try:
        return drawings.cleaned(data)
    except drawings.UnsafeDrawing as unsafe:
        raise RefusedPicture(f"SVG 图片{unsafe}") from None


def _blank(width: int, height: int) -> bytes:
    """An empty grey PNG: all that layout needs of a picture is its size."""
    out = io.BytesIO()
    Image.new("L", (width, height)).save(out, "PNG", compress_level=1)
    return out.getvalue()


def _inline(url: str) -> tuple[bytes, str]:
    """A picture inside a `data:` URL: drawings of our own templates, such as QR codes."""
    head, _, body = url.partition(",")
    media = head[len("data:") :].partition(";")[0].lower()
    if media != "image/svg+xml" or len(url) > drawings.MAX_BYTES:
        raise RefusedPicture("不支持的内嵌图片")
    try:
        data = base64.b64decode(unquote(body)) if head.endswith(";base64") else unquote_to_bytes(body)
    except ValueError:
        raise RefusedPicture("内嵌图片损坏") from None
    return drawing(data), media


@dataclass(frozen=True, slots=True)
class EncodedPicture:
    """A picture ready for a PDF: JPEG, or the pixel data of a PNG; its transparency apart."""

    data: bytes
    form: str
    mode: str
    width: int
    height: int
    mask: EncodedPicture | None = None


def encode(path: Path, make: Make, ppi: float, stock: Stock = Stock.COATED) -> EncodedPicture:
    """The picture as it goes into the book, where its own pixels are printed at `ppi`. Raises `RefusedPicture`.

    In the print make it has the inks of the stock.
    """
    size = _wanted(dimensions(path), make, ppi)
    try:
        with Image.open(path, formats=PILLOW) as opened:
            opened.draft(None, size[::-1] if is_turned(opened) else size)
            image = plain(opened)
    except UNREADABLE as error:
        raise RefusedPicture(f"“{path.name}”：图片损坏或格式不受支持") from error
    if image.size != size:
        image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2)
    mask = _pixels(image.getchannel("A")) if image.mode == "RGBA" else None
    image = image.convert("RGB") if mask else image
    if make is Make.PRINT and image.mode == "RGB":
        image = inks.picture(image, stock)
    if path.suffix.lower() in {".jpg", ".jpeg", ".webp"} and not mask and (data := _jpeg(image, make, stock)):
        return EncodedPicture(data, "JPEG", image.mode, *image.size)
    return _pixels(image, mask)


def _jpeg(image: Image.Image, make: Make, stock: Stock) -> bytes | None:
    """The picture as JPEG, unless the noise that this adds to sharp edges is more ink than the stock holds."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=JPEG_QUALITY[make], subsampling=0 if make is Make.PRINT else 2)
    is_too_much = image.mode == "CMYK" and inks.most(Image.open(out)) > stock.limit
    return None if is_too_much else out.getvalue()


def _pixels(image: Image.Image, mask: EncodedPicture | None = None) -> EncodedPicture:
    """Lossless: a PNG's own compressed pixels are what a PDF wants."""
    out = io.BytesIO()
    # PNG has no inks, but four channels are four channels.
    shown = Image.frombytes("RGBA", image.size, image.tobytes()) if image.mode == "CMYK" else image
    shown.save(out, "PNG")
    data, at, found = out.getvalue(), 8, []
    while at < len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if kind == b"IDAT":
            found.append(data[at + 8 : at + 8 + length])
        at += length + 12
    return EncodedPicture(b"".join(found), "PNG", image.mode, *image.size, mask)


def _wanted(size: tuple[int, int], make: Make, ppi: float) -> tuple[int, int]:
    if make is Make.PRINT or ppi <= SCREEN_PPI:
        return size
    factor = SCREEN_PPI / ppi
    return max(1, round(size[0] * factor)), max(1, round(size[1] * factor))


def named(url: str) -> str:
    """A picture as its editor knows it."""
    if url.startswith("data:") and len(url) > 60:
        return url[:60] + "…"
    return re.sub("^file:(?!/)", "", url.removeprefix(BASE))
