"""PDF files: lines put together to paragraphs by their indents, ruled tables, no page numbers."""

from __future__ import annotations

import io
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, takewhile
from typing import Any

import pdfplumber
import pikepdf

from generator.content.radicals import RAISED, as_seen
from generator.intake.manuscripts.pieces import ADDRESS, Grid, Manuscript, Paragraph, PrintedPlace, filled, joined
from generator.intake.manuscripts.printed_sheets import PrintedGrid, is_overflowing, side_by_side
from generator.intake.manuscripts.text_reader import FOLIO, NUMBERED, ORNAMENT, STARTS
from generator.machine.apart import Refused

MOST_PAGES = 400
_CONTINUED = re.compile(r"[（(]?(?:续上?表|（续）|接上表)\s*\d*[）)]?")
_RULE = 5
"""Points: shorter ones are the ends of rules across."""
_NEAR = 30
"""Points: so near the middle of a page its columns part."""
_BODY = 0.92
"""Of a page: what stands below is its foot."""
_MARGINS = 2.5
"""Characters between the end of a full line and the edge of its cell, at most."""

_LOOSE = 0.75
"""Characters that the widest line of a column may be wider than others that are full, as with hanging points."""

_OVERPRINT = 0.1
"""Of the size of a letter: so near to itself it stands only where it is printed again. The thinnest take twice that."""

_SEEN = 0.1
"""Points of the size of a letter that can be seen at all."""

_Spot = tuple[float, float]
_Box = tuple[float, float, float, float]

_COUNTER = re.compile(r"\d+\s*[/／]\s*\d+|第\s*\d+\s*页")
"""What differs from page to page in a line at its foot, as browsers print it: the page's address with 1/4."""

_UNBROKEN = re.compile(
    r"(?:(?:[（(《“‘]*[\u4e00-\u9fff]?[，、。；：！？）》”’“‘]+)+[\u4e00-\u9fff]?)?[（(]?[\x21-\x7e]*"
)
"""What no line is broken within: a word or number, characters with the punctuation and quotation marks between them."""

_STOPS = ("。", "；", "）")
_ENDS = re.compile(r"[。；：）]$|[….·]{3,}\s*\d+$")
_TITLE_ENDS = re.compile("的(?:通知|公告|通告|函)$")
_GAP = 0.6
"""Of the size of a character: more between Chinese and Western ones is no gap that programs leave by themselves."""

_WESTERN = "\u2e7f"
"""Above are the characters of East Asia."""

_INDENTED = 0.25
"""Of the lines: where so many are indented, paragraphs are."""

_FEW = 10
"""Characters a page; a document with fewer is scanned."""


@dataclass(frozen=True)
class _PrintedLine:
    """A line of a page, its edges in points."""

    text: str
    page: int
    number: int
    left: float
    right: float
    top: float
    size: float


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
    found = sum(len(piece.text) if isinstance(piece, _PrintedLine) else _FEW for page in pages for piece in page)
    if found < _FEW * len(pages):
        raise Refused("是扫描件，里面只有图片没有文字", "用带文字的原件，或者先做文字识别（OCR）再导入")
    return Manuscript(
        tuple(_pieces([piece for page in side_by_side([*_without_heads(pages)]) for piece in page], width))
    )


def _pages(raw: bytes) -> tuple[list[list[_PrintedLine | Grid]], float]:
    """What stands on the pages, and how wide a column is. Raises `Refused`."""
    with pdfplumber.open(io.BytesIO(raw)) as document:
        if len(document.pages) > MOST_PAGES:
            raise Refused(f"超过 {MOST_PAGES} 页，不像一份通知", "只留下通知正文和附件再导入")
        width = float(_columns(document.pages[0])[-1].width)
        pages = []
        for number, page in enumerate(document.pages, 1):
            pages.append(_page(page, number))
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


def _page(page: Any, number: int) -> list[_PrintedLine | Grid]:
    """The lines and tables of a page, column by column."""
    made: list[_PrintedLine | Grid] = []
    for part in _columns(_printed_once(page)):
        made += _part(part, number, len(made))
    return made


def _printed_once(page: Any) -> Any:
    """A page without the letters that are printed over the same ones to make them bold, or too small to be seen."""
    seen: dict[tuple[str, int], list[_Spot]] = defaultdict(list)
    again = set()
    for char in page.chars:
        if char["size"] < _SEEN:
            again.add(id(char))
            continue
        row, near = round(char["top"] / char["size"]), _OVERPRINT * char["size"]
        spots = (spot for each in (row - 1, row, row + 1) for spot in seen[char["text"], each])
        if any(abs(left - char["x0"]) < near and abs(top - char["top"]) < near for left, top in spots):
            again.add(id(char))
        else:
            seen[char["text"], row].append((char["x0"], char["top"]))
    return page.filter(lambda thing: id(thing) not in again) if again else page


def _columns(page: Any) -> list[Any]:
    """A page of two columns as what stands over both and these, others whole; the first is full where it is one."""
    middle, body = int(page.width / 2), [char for char in page.chars if char["bottom"] < _BODY * page.height]
    at = min(range(middle - _NEAR, middle + _NEAR), key=lambda x: sum(char["x0"] < x < char["x1"] for char in body))
    top = max((char["bottom"] for char in body if char["x0"] < at < char["x1"]), default=0)
    halves = [[char for char in body if char["top"] >= top and (char["x0"] < at) == left] for left in (True, False)]
    rows = [{round(char["top"]) for char in half} for half in halves]
    full = {round(char["top"]) for char in halves[0] if at - char["x1"] < 2 * char["size"]}
    few = min(map(len, rows)) < _FEW or len(halves[0]) < _FEW * len(rows[0]) or 4 * len(full) < len(rows[0])
    ruled = any(edge["x0"] - _RULE < at < edge["x1"] + _RULE for edge in page.edges if edge["top"] >= top)
    if few or ruled or 3 * top > page.height:  # labels, maybe, and what stands beside them
        return [page]
    boxes = [(min(c["x0"] for c in half), top, max(c["x1"] for c in half), page.height) for half in halves]
    return [page.crop(box, strict=False) for box in (*([(0, 0, page.width, top)] if top else []), *boxes)]


def _part(page: Any, number: int, before: int) -> list[_PrintedLine | Grid]:
    """The lines and tables of a page or a column from its top, which has some `before`."""
    _lower(page.chars)
    # Where the page cuts a cell it has no rule.
    ends = [end for edge in page.vertical_edges if edge["height"] > _RULE for end in (edge["top"], edge["bottom"])]
    found = page.find_tables({"explicit_horizontal_lines": [min(ends), max(ends)]} if ends else None)
    tables = [table for table in found if len(table.rows) > 1 or len(table.rows[0].cells) > 1]
    boxes = [table.bbox for table in tables]

    def outside(thing: Any) -> bool:
        middle = ((thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2)
        return not any(x0 <= middle[0] <= x1 and top <= middle[1] <= bottom for x0, top, x1, bottom in boxes)

    rest = page.filter(lambda thing: thing["object_type"] != "char" or outside(thing))
    blanks = [char for char in rest.chars if char["text"].isspace()]
    lines: list[tuple[float, _PrintedLine | Grid]] = []
    for count, line in enumerate(rest.extract_text_lines(return_chars=True, x_tolerance_ratio=0.2), before + 1):
        size = Counter(round(char["size"], 1) for char in line["chars"]).most_common(1)[0][0]
        text = _closed(line, blanks)
        edges = line["x0"] - page.bbox[0], line["x1"] - page.bbox[0], line["top"]
        lines.append((line["top"], _PrintedLine(text, number, count, *edges, size)))
    for table in tables:
        place = PrintedPlace(number, before + len(lines) + 1, "行（表格）")
        lines.append((table.bbox[1], _table(table, place)))
    return [piece for _, piece in sorted(lines, key=lambda item: item[0])]


def _closed(line: dict[str, Any], blanks: list[Any]) -> str:
    """The text of a line without the gaps that programs leave between Chinese and Western characters."""
    here = [each["x0"] for each in blanks if line["top"] - 1 < each["bottom"] and each["top"] < line["bottom"] + 1]
    text, at, made = line["text"], 0, ""
    last: dict[str, Any] = {"x1": 0.0}
    for same in (list(each) for _, each in groupby(line["chars"], id)):  # a ligature is there for each of its letters
        char = same[0]
        if text[at : at + 1] == " " and char["text"] != " ":
            at += 1
            is_mixed = (made[-1:] > _WESTERN) != (text[at : at + 1] > _WESTERN)
            is_typed = any(last["x1"] - 1 < blank < char["x0"] for blank in here)
            is_left = is_mixed and not is_typed and char["x0"] - last["x1"] < _GAP * char["size"]
            made += "" if is_left else " "
        made, at, last = made + text[at : at + len(same)], at + len(same), char
    return made.strip()


def _lower(chars: list[Any]) -> None:
    """Set small digits that stand high in the line of what they stand behind, in signs of their own."""
    last = {"size": 0.0, "x1": 0.0, "bottom": 0.0}
    for char in chars:
        char["text"] = as_seen(char["text"])
        is_high = char["text"].isdigit() and 0 < last["bottom"] - char["bottom"] < last["size"]
        if is_high and char["size"] < 0.9 * last["size"] and abs(char["x0"] - last["x1"]) < last["size"]:
            char |= {"text": char["text"].translate(RAISED), **{key: last[key] for key in ("top", "bottom", "doctop")}}
        else:
            last = char


def _table(table: Any, place: PrintedPlace) -> PrintedGrid:
    """A table, what is merged across repeated."""
    told = zip(table.rows, table.extract(), strict=True)
    cells = [each for row, found in told for each in zip(row.cells, found, strict=True)]
    texts = {cell: (text or "").strip() for cell, text in cells if cell}
    broken = [cell for cell, text in texts.items() if "\n" in text]
    texts |= _unwrapped({cell: table.page.crop(cell, strict=False).extract_text_lines() for cell in broken})
    middles = [(row.bbox[1] + min(cell[3] for cell in row.cells if cell)) / 2 for row in table.rows]
    rows = [sorted(cell for cell in texts if cell[1] < middle < cell[3]) for middle in middles]
    lefts = sorted({cell[0] for cell in texts})
    if len(set(map(len, rows))) > 1:  # some are merged across
        rows = [[next((cell for cell in row if cell[0] <= left < cell[2]), None) for left in lefts] for row in rows]
    tops = tuple(row.bbox[1] for row, cells in zip(table.rows, rows, strict=True) if any(cells))
    shown = tuple(tuple(texts[cell] if cell else "" for cell in row) for row in rows if any(row))
    return PrintedGrid(shown, place, is_overflowing=is_overflowing(table), tops=tops, lefts=tuple(lefts))


def _unwrapped(lines: Mapping[_Box, list[Any]]) -> Iterator[tuple[_Box, str]]:
    """The texts of cells by their lines: one that the next would have fitted in goes on in none."""
    widest: dict[tuple[float, float], float] = defaultdict(float)
    for cell, found in lines.items():
        widest[cell[0], cell[2]] = max(widest[cell[0], cell[2]], *(line["x1"] - line["x0"] for line in found))
    for cell, found in lines.items():
        parts: list[list[str]] = [[]]
        for line, after in zip(found, [*found[1:], {"text": ""}], strict=True):
            size, room = line["chars"][0]["size"], widest[cell[0], cell[2]] - (line["x1"] - line["x0"])
            is_full = cell[2] - line["x1"] < _MARGINS * size and room < (_wide(after["text"]) + _LOOSE) * size
            goes_on = is_full or _is_cut(line["text"], after["text"])
            parts[-1].append(line["text"])
            parts += [] if goes_on else [[]]
        yield cell, "\n".join(map(joined, parts)).strip()


def _without_heads(pages: list[list[_PrintedLine | Grid]]) -> Iterator[list[_PrintedLine | Grid]]:
    """The pages without folios, and without what stands at the top or foot of most of them."""
    sizes = Counter(piece.size for page in pages for piece in page if isinstance(piece, _PrintedLine)).most_common(1)
    ends = (piece for page in pages for piece in {*page[:1], *page[-1:]} if isinstance(piece, _PrintedLine))
    edges = Counter((_COUNTER.sub("", line.text), (line.size,) < sizes[0]) for line in ends)
    # Of two pages both may begin with a heading, but not with one in small print.
    repeated = {text for (text, is_small), n in edges.items() if n > max(2 - is_small, len(pages) / 2)}
    for page in pages:
        kept = list(page)
        for end in (0, -1):
            while kept and isinstance(piece := kept[end], _PrintedLine):
                if not (FOLIO.fullmatch(piece.text) or _COUNTER.sub("", piece.text) in repeated):
                    break
                del kept[end]
        yield kept


def _pieces(found: list[_PrintedLine | Grid], width: float) -> Iterator[Paragraph | Grid]:
    found = [piece for piece in found if isinstance(piece, Grid) or not _CONTINUED.fullmatch(piece.text)]
    lines = [piece for piece in found if isinstance(piece, _PrintedLine)]
    left = _usual([line.left for line in lines if len(line.text) > _FEW // 2])
    rights = sorted(line.right for line in lines if len(line.text) > _FEW)
    # Some lines hang out at the right; where none is full, the margins are about equal.
    right = max(rights[len(rights) * 3 // 4] if rights else 0, width - left)
    body = Counter(line.size for line in lines).most_common(1)[0][0] if lines else 0
    indented = sum(1.5 < (line.left - left) / line.size < 2.5 for line in lines)
    margins = _Margins(left, right, body, indented > _INDENTED * len(lines))
    held: list[_PrintedLine] = []
    table: Grid | None = None
    for piece in [*found, None]:
        if held and not (isinstance(piece, _PrintedLine) and _goes_on(held[-1], piece, margins)):
            yield _paragraph(held)
            held = []
        if table and not (isinstance(piece, Grid) and len(piece.rows[0]) == len(table.rows[0])):
            yield Grid(filled(table.rows), table.place, is_overflowing=table.is_overflowing)
            table = None
        if isinstance(piece, Grid):
            table = _over_pages(table, piece) if table else piece
        elif piece:
            held.append(piece)


def _over_pages(table: Grid, more: Grid) -> Grid:
    is_overflowing = table.is_overflowing or more.is_overflowing
    return replace(table, rows=_continued(table.rows, more.rows), is_overflowing=is_overflowing)


def _continued(rows: tuple[tuple[str, ...], ...], more: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """A table with its rows on the next page, which may repeat the head and begin within a row."""
    more = more[more[0] == rows[0] :]
    rest = ("",) * len(rows[0])
    apart = more and all(bool(one) != bool(other) for one, other in zip(rows[-1], more[0], strict=True))
    if apart or (more and (_is_rest(more[0], filled(rows)) or any(map(_is_cut, rows[-1], more[0])))):
        rest, more = more[0], more[1:]
        rows = (*rows[:-1], tuple(map(joined, zip(rows[-1], rest, strict=True))))
    return (*rows, *_across(filled(rows)[-1], rest, more))


def _across(
    above: tuple[str, ...], rest: tuple[str, ...], rows: tuple[tuple[str, ...], ...]
) -> Iterator[tuple[str, ...]]:
    """Rows behind a cut: what is merged across it stands beside their numbers with the rest of its text, or empty."""
    for at, row in enumerate(rows):
        first = int(row[0].isdigit())
        pairs = [*zip(row[first:-1], rest[first:], strict=False)]  # rows of a broken table may differ in length
        end = first + len([*takewhile(lambda pair: pair[0] in ("", pair[1]), pairs)])
        if end == first:
            yield from rows[at:]
            return
        above = (*row[:first], *above[first:end], *row[end:])
        yield above


def _is_rest(row: tuple[str, ...], before: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a row only goes on with the last one before: it is empty where nothing is merged, or ends a sentence."""
    first = next((place for place, cell in enumerate(row) if cell), 0)
    merged = {place for one, other in pairwise(before) for place, cell in enumerate(one) if cell == other[place]}
    lacking = [place for place, cell in enumerate(row) if before[-1][place] and not cell]
    is_open = bool(merged) and not before[-1][first].endswith(_STOPS)
    cut = (place > first or (place not in merged and (is_open or before[-1][place].isdigit())) for place in lacking)
    return not row[0] and (any(cut) or any(cell and _is_open(place, before) for place, cell in enumerate(row)))


def _is_open(place: int, rows: tuple[tuple[str, ...], ...]) -> bool:
    """Whether the last cell of a column of sentences is none."""
    above = [row[place].endswith(_STOPS) for row in rows[1:-1]]
    return len(above) > 1 and all(above) and not rows[-1][place].endswith(_STOPS)


def _usual(edges: list[float]) -> float:
    """The left edge of lines that go on: the leftmost that is common."""
    counts = Counter(round(edge) for edge in edges)
    several = 0.08 * len(edges)  # of a short text one line may be the only one that goes on
    return min((edge for edge, count in counts.items() if count >= several), default=0)


def _goes_on(line: _PrintedLine, following: _PrintedLine, margins: _Margins) -> bool:
    """Whether a line is full, and the next begins at the very left, or is of a title as well, in the same size."""
    if _is_cut(line.text, following.text):
        return True
    full = line.right + _wide(following.text) * line.size > margins.right - 2.2 * line.size
    indented = following.left > margins.left + 1.2 * following.size and following.size < margins.body + 1
    if _TITLE_ENDS.search(line.text) and re.match("各|.*：$", following.text):
        return False
    if not margins.are_indented and line.text.endswith("。") and _is_heading(following, margins):
        return False
    begins = NUMBERED if margins.are_indented else STARTS
    if ORNAMENT.match(following.text) or (_ENDS.search(line.text) and begins.match(following.text)):
        return False
    return full and not indented and abs(line.size - following.size) < 1


def _wide(text: str) -> float:
    """How wide what a line begins with is, in characters: it went into none with less room."""
    word = _UNBROKEN.match(text)
    return sum(1 if char > _WESTERN else 0.5 for char in word[0]) if word else 0


def _is_heading(line: _PrintedLine, margins: _Margins) -> bool:
    """Whether a line is too short to go on, and ends no sentence."""
    return line.right < (margins.left + margins.right) / 2 and line.text[-1] not in "。；，、：！？”"


def _is_cut(text: str, following: str) -> bool:
    """Whether a line ends within a number, the last word of a title, or an address: behind a sign, or before one."""
    number = re.search(r"\d{3}[-–—]$", text) and re.match(r"\d{6}", following)
    if number or ("关于" in text and re.fullmatch("的?(?:通?知|[通公]?告|函)", following)):
        return True
    ends, begins = ADDRESS.search(text), re.match(r"[\x21-\x7e]", following)
    return bool(ends and begins and (re.search(r"[-./_@]$", text) or begins[0] in "-./_@?="))


def _paragraph(lines: list[_PrintedLine]) -> Paragraph:
    return Paragraph(joined(line.text for line in lines), PrintedPlace(lines[0].page, lines[0].number, "行"))
