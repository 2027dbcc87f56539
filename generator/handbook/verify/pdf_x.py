"""PDF/X-4 rules (ISO 15930-7) that a machine can check on the print make."""

from __future__ import annotations

from collections.abc import Iterator

from generator.handbook.page.inks import BLACK, HAIRLINE, TWO_INKS, WHITE
from generator.handbook.page.trim import POINTS, SLUG
from generator.handbook.verify.finished import FinishedPdf
from generator.handbook.verify.inking import Ink
from generator.handbook.verify.pdf_ua import Rule, fonts_are_consistent, fonts_are_embedded, is_open

CMYK_PRINTER = (b"prtr", b"CMYK")

REGISTRATION = "/Separation /All /DeviceCMYK"
PRINTED = {"/DeviceCMYK", "/DeviceGray", "/Pattern", REGISTRATION}
"""Colour spaces of the print make."""

MOST_INK = 3.0
"""The sum of the four inks that coated paper holds."""

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
        boxes = (page.get(name, ()) for name in ("/MediaBox", "/BleedBox", "/TrimBox"))
        media, bleed, trim = ([float(edge) for edge in box] for box in boxes)
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


def colours_are_inks(book: FinishedPdf) -> Iterator[str]:
    """ISO 15930-7, 6.2.4, and a printer's rule: nothing is left to be converted; grey is black ink."""
    for index, page in book.pages:
        for space in sorted({each.ink.space for each in book.painted(page)} - PRINTED):
            yield f"第 {index + 1} 页有不是油墨的颜色（{space}）"


def text_is_one_ink(book: FinishedPdf) -> Iterator[str]:
    """A printer's rule: text is black alone, white, or a colour of the book; a drawing's own has two inks at most."""
    for index, page in book.pages:
        for ink in {each.ink for each in book.painted(page) if each.kind == "text"}:
            black = ink.space == "/DeviceCMYK" and ink.shares == BLACK
            if black != ink.over:
                yield f"第 {index + 1} 页有{'黑字没有叠印' if black else '不是黑色的字叠印'}"
            elif ink.shares not in {BLACK, WHITE, *book.colours} and ink.total > TWO_INKS:
                yield f"第 {index + 1} 页的字由几种油墨混成（{_told(ink)}）"
            elif ink.total and not any(ink.shares[:3]) and not black:
                yield f"第 {index + 1} 页有灰色的字（{_told(ink)}）"


def ink_is_limited(book: FinishedPdf) -> Iterator[str]:
    """A printer's rule: paper holds only so much ink, in pictures and everywhere else."""
    for index, page in book.pages:
        most = max((each.ink.total for each in book.painted(page)), default=0)
        if most > MOST_INK + 0.01:
            yield f"第 {index + 1} 页的油墨总量达到 {most:.0%}，超过 {MOST_INK:.0%}"


def lines_are_wide_enough(book: FinishedPdf) -> Iterator[str]:
    """A printer's rule: a line thinner than half a point prints only in a solid ink."""
    for index, page in book.pages:
        for each in book.painted(page):
            if each.kind == "line" and each.width < HAIRLINE - 0.01 and max(each.ink.shares, default=0) < 1:
                yield f"第 {index + 1} 页有过细的线（{each.width:g} 磅）"
                break


def marks_are_on_every_plate(book: FinishedPdf) -> Iterator[str]:
    """A printer's rule: crop marks and fold marks stand on all plates, so that these can be laid upon each other."""
    for index, page in book.pages:
        if not any(each.kind == "line" and each.ink.space == REGISTRATION for each in book.painted(page)):
            yield f"第 {index + 1} 页没有四色的裁切线"


def _told(ink: Ink) -> str:
    return "、".join(f"{name}{share:.0%}" for name, share in zip("CMYK", ink.shares, strict=False))


def _beyond(outer: list[float], inner: list[float]) -> list[float]:
    """How far one box reaches beyond another on its four sides."""
    return [sign * (far - near) for far, near, sign in zip(outer, inner, (-1, -1, 1, 1), strict=False)]


RULES: tuple[Rule, ...] = (
    names_the_standard,
    has_an_output_intent,
    has_an_identifier,
    boxes_are_nested,
    has_no_annotations,
    colours_are_inks,
    text_is_one_ink,
    ink_is_limited,
    lines_are_wide_enough,
    marks_are_on_every_plate,
    is_open,
    fonts_are_embedded,
    fonts_are_consistent,
)
