"""Pictures of every kind, with words hidden in each place that a file has for them, and damaged in many ways."""

from __future__ import annotations

import io
import struct
import zlib
from random import Random

from PIL import Image, ImageCms, PngImagePlugin

MODES = {
    "PNG": ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"),
    "JPEG": ("L", "RGB", "CMYK"),
    "WEBP": ("RGB", "RGBA"),
}
SUFFIX = {"PNG": ".png", "JPEG": ".jpg", "WEBP": ".webp"}


def hidden(form: str, mode: str, words: tuple[str, str], random: Random) -> bytes:
    """A picture with the words in EXIF (also GPS), XMP, ICC, comments and text chunks, and behind its end."""
    image = _drawn(mode, random)
    first, second = words
    exif = Image.Exif()
    exif[0x0112] = random.randint(1, 8)  # orientation
    exif[0x010E], exif[0x8298], exif[0x013B] = first, second, first  # description, copyright, artist
    exif.get_ifd(0x8825).update({1: "N", 2: (43.0, 7.0, 1.0), 29: first, 27: second.encode()})  # GPS
    exif.get_ifd(0x8769).update({0x9286: b"ASCII\0\0\0" + first.encode(), 0xA430: second})  # comment, owner
    options: dict[str, object] = {"exif": exif.tobytes(), "icc_profile": _profile(first)}
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{first}</x:xmpmeta>"
    if form == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Comment", first)
        text.add_text("Author", second, zip=True)
        text.add_itxt("XML:com.adobe.xmp", xmp, zip=True)
        options["pnginfo"] = text
    elif form == "JPEG":
        options["comment"] = first.encode()
        options["xmp"] = xmp.encode()
    else:
        options["xmp"] = xmp.encode()
    if mode == "P":
        options["transparency"] = 0
    if form != "JPEG" and random.random() < 0.2 and mode in ("RGB", "RGBA"):
        options |= {"save_all": True, "append_images": [image.rotate(180)], "duration": 50}
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue() + random.choice((b"", second.encode()))


def _drawn(mode: str, random: Random) -> Image.Image:
    size = (random.randint(40, 600), random.randint(40, 400))
    grey = Image.linear_gradient("L").resize(size)
    if mode == "I;16":
        return grey.convert("I").point(lambda value: value * 257).convert("I;16")
    colour = Image.merge("RGB", (grey, grey.transpose(Image.Transpose.FLIP_TOP_BOTTOM), grey.rotate(180)))
    return colour.convert("RGBA").convert(mode) if mode in ("RGBA", "LA") else colour.convert(mode)


def _profile(word: str) -> bytes:
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[24:36] = bytes(12)  # the time of day
    return bytes(made) + word.encode()


def damaged(content: bytes, random: Random) -> bytes:
    """A picture that broke on its way: bits flipped, cut off, sizes that lie, chunks twice."""
    return random.choice(DAMAGES)(content, random)


def flipped(content: bytes, random: Random) -> bytes:
    """Some bytes are others, more often those of the header."""
    raw = bytearray(content)
    for _ in range(random.randint(1, 12)):
        raw[random.randrange(min(len(raw), random.choice((64, 400, len(raw)))))] = random.randrange(256)
    return bytes(raw)


def cut(content: bytes, random: Random) -> bytes:
    """Only the beginning, sometimes with a good end."""
    end = random.choice((b"", b"\xff\xd9", b"\0\0\0\0IEND\xaeB`\x82"))
    return content[: random.randrange(len(content))] + end


def resized(content: bytes, random: Random) -> bytes:
    """Its header tells other sizes: 0, 1, huge."""
    width, height = (random.choice((0, 1, 3, 16_383, 65_535, 2**31 - 1)) for _ in range(2))
    raw = bytearray(content)
    if raw[:4] == b"\x89PNG":
        raw[16:24] = struct.pack(">II", width, height)
        raw[29:33] = struct.pack(">I", zlib.crc32(raw[12:29]))
    elif raw[:2] == b"\xff\xd8" and (at := max(raw.find(b"\xff\xc0"), raw.find(b"\xff\xc2"))) > 0:
        raw[at + 5 : at + 9] = struct.pack(">HH", height & 0xFFFF, width & 0xFFFF)
    elif raw[12:16] == b"VP8X":
        raw[24:30] = (width & 0xFFFFFF).to_bytes(3, "little") + (height & 0xFFFFFF).to_bytes(3, "little")
    return bytes(raw)


def shuffled(content: bytes, random: Random) -> bytes:
    """A piece of it stands somewhere else."""
    start = random.randrange(len(content))
    piece = content[start : start + random.randrange(1, 200)]
    at = random.randrange(len(content))
    return content[:at] + piece + content[at:]


DAMAGES = (flipped, cut, resized, shuffled)


def bomb(random: Random) -> bytes:
    """Few bytes that unpack to many."""
    side = random.choice((6_000, 20_000, 40_000))
    if random.random() < 0.5:
        rows = zlib.compress(bytes(side // 8 + 1) * min(side, 2_000), 9)
        header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
        return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", "x" * 30_000_000, zip=True)
    out = io.BytesIO()
    Image.new("L", (50, 50)).save(out, "PNG", pnginfo=text)
    return out.getvalue()


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
