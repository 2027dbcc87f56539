"""PDF/X-4 rules (ISO 15930-7) that a machine can check on the print make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.handbook.page.trim import POINTS, SLUG
from generator.handbook.verify.finished import FinishedPdf
from generator.handbook.verify.pdf_ua import Rule, fonts_are_consistent, fonts_are_embedded, is_open

CMYK_PRINTER = (b"prtr", b"CMYK")

BLEED = 3.0
"""Millimetres that every printer asks for; large sheets have more."""


def names_the_standard(book: FinishedPdf) -> Iterator[str]:
    """ISO 15930-7, 6.6: the metadata names the version of the standard, and whether the file is trapped."""
    xmp = book.root.Metadata.read_bytes()
    if b"<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" not in xmp or b"<pdf:Trapped>" not in xmp:
        yield "元数据没有注明 PDF/X-4"
    if str(book.pdf.docinfo.get("/GTS_PDFXVersion", "")) != "PDF/X-4" or "/Trapped" not in book.pdf.docinfo:
        yield "文件信息没有注明 PDF/X-4"


def has_an_output_intent(book: FinishedPdf) -> Iterator[str]:
    """ISO 15930-7, 6.2.3: exactly one PDF/X output intent, with the profile of a printing condition."""
    intents = [each for each in book.root.get("/OutputIntents", ()) if each.S == "/GTS_PDFX"]
    if len(intents) != 1 or "/DestOutputProfile" not in intents[0]:
        yield "没有印刷条件（OutputIntent）"
        return
    profile = intents[0].DestOutputProfile
    head = profile.read_bytes()[:20]
    if (head[12:16], head[16:20]) != CMYK_PRINTER or profile.N != 4:
        yield "印刷条件的色彩特性文件不是四色印刷的"


def has_an_identifier(book: FinishedPdf) -> Iterator[str]:
    """ISO 15930-7, 6.1.2: the trailer has a file identifier."""
    if "/ID" not in book.pdf.trailer:
        yield "文件没有标识"


def boxes_are_nested(book: FinishedPdf) -> Iterator[str]:
    """ISO 15930-7, 6.4: trim box inside bleed box inside media box, the same on all sides; 3 mm bleed, crop marks."""
    for index, page in book.pages:
        media, bleed, trim = (_edges(page, name) for name in ("/MediaBox", "/BleedBox", "/TrimBox"))
        cut = _beyond(bleed, trim)
        if not cut or min(cut) < BLEED * POINTS - 0.01 or max(cut) - min(cut) > 0.01:
            yield f"第 {index + 1} 页的出血不足 {BLEED:g} 毫米，或者四边不相等"
        elif any(abs(slug - SLUG * POINTS) > 0.01 for slug in _beyond(media, bleed)):
            yield f"第 {index + 1} 页没有放裁切线的余地"


def has_no_annotations(book: FinishedPdf) -> Iterator[str]:
    """ISO 15930-7, 6.11: no links or other annotations on the printed area."""
    for index, page in book.pages:
        if "/Annots" in page:
            yield f"第 {index + 1} 页有链接"


def colours_are_defined(book: FinishedPdf) -> Iterator[str]:
    """ISO 15930-7, 6.2.4: RGB says which RGB it is, since the output intent is CMYK."""
    for index, page in book.pages:
        if "/DefaultRGB" not in page.Resources.get("/ColorSpace", {}):
            yield f"第 {index + 1} 页的颜色没有定义"


def text_is_plain_black(book: FinishedPdf) -> Iterator[str]:
    """A printer's rule: grey and black are printed with black ink alone, never mixed from three colours."""
    for index, page in book.pages:
        data = b"\n".join(part.read_bytes() for part in page.Contents)
        if re.search(rb"(?<![\d.] )(?<![\d.])([\d.]+) \1 \1 rg\b", data):
            yield f"第 {index + 1} 页的黑色由彩色混成"


def _edges(page: Any, name: str) -> list[float]:
    return [float(edge) for edge in page.get(name, ())]


def _beyond(outer: list[float], inner: list[float]) -> list[float]:
    """How far one box reaches beyond another on its four sides."""
    return [sign * (far - near) for far, near, sign in zip(outer, inner, (-1, -1, 1, 1), strict=False)]


RULES: tuple[Rule, ...] = (
    names_the_standard,
    has_an_output_intent,
    has_an_identifier,
    boxes_are_nested,
    has_no_annotations,
    colours_are_defined,
    text_is_plain_black,
    is_open,
    fonts_are_embedded,
    fonts_are_consistent,
)
