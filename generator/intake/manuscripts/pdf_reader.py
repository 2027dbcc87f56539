"""PDF files: lines of pages put together to paragraphs by their indents, tables over pages, no page numbers."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pdfplumber
import pikepdf

from generator.intake.manuscripts import pdf_page, pdf_tables
from generator.intake.manuscripts.pdf_page import PrintedLine
from generator.intake.manuscripts.pieces import Grid, Manuscript, Paragraph, PrintedPlace, filled, is_cut, joined, wide
from generator.intake.manuscripts.printed_sheets import side_by_side
from generator.intake.manuscripts.text_reader import FOLIO, NUMBERED, ORNAMENT, STARTS
from generator.machine.apart import Refused

MOST_PAGES = 400
_CONTINUED = re.compile(r"[（(]?(?:续上?表|（续）|接上表)\s*\d*[）)]?")

_COUNTER = re.compile(r"\d+\s*[/／]\s*\d+|第\s*\d+\s*页")
"""What differs from page to page in a line at its foot, as browsers print it: the page's address with 1/4."""

_ENDS = re.compile(r"[。；：）]$|[….·]{3,}\s*\d+$")
_TITLE_ENDS = re.compile("的(?:通知|公告|通告|函)$")

_INDENTED = 0.25
"""Of the lines: where so many are indented, paragraphs are."""

_FEW = 10
"""Characters a page; a document with fewer is scanned."""


@dataclass(frozen=True, slots=True)
class _Margins:
    """Where the lines of a document begin and end in points, the size of most, and whether paragraphs are indented."""

    left: float
    right: float
    body: float
    are_indented: bool


def read(raw: bytes) -> Manuscript:
    """The document; its places are lines of pages.

    Raises:
        Refused: broken, locked, scanned, or too long.
    """
    pages, width = _pages(_mended(raw))
    found = sum(len(piece.text) if isinstance(piece, PrintedLine) else _FEW for page in pages for piece in page)
    if found < _FEW * len(pages):
        raise Refused("是扫描件，里面只有图片没有文字", "用带文字的原件，或者先做文字识别（OCR）再导入")
    return Manuscript(
        tuple(_pieces([piece for page in side_by_side([*_without_heads(pages)]) for piece in page], width))
    )


def _pages(raw: bytes) -> tuple[list[list[PrintedLine | Grid]], float]:
    """What stands on the pages, and how wide a column is. Raises `Refused`."""
    with pdfplumber.open(io.BytesIO(raw)) as document:
        if len(document.pages) > MOST_PAGES:
            raise Refused(f"超过 {MOST_PAGES} 页，不像一份通知", "只留下通知正文和附件再导入")
        width = float(pdf_page.columns(document.pages[0])[-1].width)
        pages = []
        for number, page in enumerate(document.pages, 1):
            pages.append(pdf_page.pieces(page, number))
            page.close()  # or it would keep all that is on it
        return pages, width


def _mended(raw: bytes) -> bytes:
    """The file written anew: sound, for pdfminer loses pages of others, and with what fills its forms on its pages.

    Raises:
        Refused: broken, or locked.
    """
    out = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(raw)) as document:
            document.flatten_annotations("all")
            document.save(out)
    except (pikepdf.PdfError, pikepdf.PasswordError) as error:
        why = "加了密码" if isinstance(error, pikepdf.PasswordError) else "不是完好的 PDF"
        raise Refused(why, "打开后另存一份再导入") from error
    return out.getvalue()


def _without_heads(pages: list[list[PrintedLine | Grid]]) -> Iterator[list[PrintedLine | Grid]]:
    """The pages without folios, and without what stands at the top or foot of most of them."""
    sizes = Counter(piece.size for page in pages for piece in page if isinstance(piece, PrintedLine)).most_common(1)
    ends = (piece for page in pages for piece in {*page[:1], *page[-1:]} if isinstance(piece, PrintedLine))
    edges = Counter((_COUNTER.sub("", line.text), (line.size,) < sizes[0]) for line in ends)
    # Of two pages both may begin with a heading, but not with one in small print.
    repeated = {text for (text, is_small), n in edges.items() if n > max(2 - is_small, len(pages) / 2)}
    for page in pages:
        kept = list(page)
        for end in (0, -1):
            while kept and isinstance(piece := kept[end], PrintedLine):
                if not (FOLIO.fullmatch(piece.text) or _COUNTER.sub("", piece.text) in repeated):
                    break
                del kept[end]
        yield kept


def _pieces(found: list[PrintedLine | Grid], width: float) -> Iterator[Paragraph | Grid]:
    """Paragraphs and tables of lines and of what of tables stands on each page."""
    found = [piece for piece in found if isinstance(piece, Grid) or not _CONTINUED.fullmatch(piece.text)]
    margins = _margins([piece for piece in found if isinstance(piece, PrintedLine)], width)
    whole: list[list[PrintedLine] | Grid] = []
    for piece in found:
        last = whole[-1] if whole else None
        if isinstance(piece, Grid):
            if isinstance(last, Grid) and len(piece.rows[0]) == len(last.rows[0]):
                whole[-1] = pdf_tables.over_pages(last, piece)
            else:
                whole.append(piece)
        elif isinstance(last, list) and _goes_on(last[-1], piece, margins):
            last.append(piece)
        else:
            whole.append([piece])
    for each in whole:
        if isinstance(each, Grid):
            yield Grid(filled(each.rows), each.place, is_overflowing=each.is_overflowing)
        else:
            yield Paragraph(joined(line.text for line in each), PrintedPlace(each[0].page, each[0].number, "行"))


def _margins(lines: list[PrintedLine], width: float) -> _Margins:
    """Where lines begin and end in a column of that width."""
    left = _usual([line.left for line in lines if len(line.text) > _FEW // 2])
    rights = sorted(line.right for line in lines if len(line.text) > _FEW)
    # Some lines hang out at the right; where none is full, the margins are about equal.
    right = max(rights[len(rights) * 3 // 4] if rights else 0, width - left)
    body = Counter(line.size for line in lines).most_common(1)[0][0] if lines else 0
    indented = sum(1.5 < (line.left - left) / line.size < 2.5 for line in lines)
    return _Margins(left, right, body, indented > _INDENTED * len(lines))


def _usual(edges: list[float]) -> float:
    """The left edge of lines that go on: the leftmost that is common."""
    counts = Counter(round(edge) for edge in edges)
    several = 0.08 * len(edges)  # of a short text one line may be the only one that goes on
    return min((edge for edge, count in counts.items() if count >= several), default=0)


def _goes_on(line: PrintedLine, following: PrintedLine, margins: _Margins) -> bool:
    """Whether a line is full, and the next begins at the very left, or is of a title as well, in the same size."""
    if is_cut(line.text, following.text):
        return True
    full = line.right + wide(following.text) * line.size > margins.right - 2.2 * line.size
    indented = following.left > margins.left + 1.2 * following.size and following.size < margins.body + 1
    if _TITLE_ENDS.search(line.text) and re.match("各|.*：$", following.text):
        return False
    if not margins.are_indented and line.text.endswith("。") and _is_heading(following, margins):
        return False
    begins = NUMBERED if margins.are_indented else STARTS
    if ORNAMENT.match(following.text) or (_ENDS.search(line.text) and begins.match(following.text)):
        return False
    return full and not indented and abs(line.size - following.size) < 1


def _is_heading(line: PrintedLine, margins: _Margins) -> bool:
    """Whether a line is too short to go on, and ends no sentence."""
    return line.right < (margins.left + margins.right) / 2 and line.text[-1] not in "。；，、：！？”"
