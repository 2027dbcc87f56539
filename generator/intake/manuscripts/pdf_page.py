"""A page of a PDF file: its columns, and the lines and tables in each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from generator.content.radicals import RAISED, as_seen
from generator.intake.manuscripts import pdf_tables
from generator.intake.manuscripts.pieces import WESTERN, Grid, PrintedPlace

_RULE = 5
"""Points: shorter ones are the ends of rules across."""

_NEAR = 30
"""Points: so near the middle of a page its columns part."""

_BODY = 0.92
"""Of a page: what stands below is its foot."""

_HEAD = 3
"""The part of a page that what stands over two columns takes at most: a third."""

_FEW = 10
"""Lines of a column, and characters of most of its lines, at least."""

_FULL = 4
"""The part of the lines of a left column that reach the gap, at least: a fourth."""

_OVERPRINT = 0.1
"""Of the size of a letter: so near to itself it stands only where it is printed again. The thinnest take twice that."""

_SEEN = 0.1
"""Points of the size of a letter that can be seen at all."""

_GAP = 0.6
"""Of the size of a character: more between Chinese and Western ones is no gap that programs leave by themselves."""

_Spot = tuple[float, float]


@dataclass(frozen=True)
class PrintedLine:
    """A line of a page, its edges in points."""

    text: str
    page: int
    number: int
    left: float
    right: float
    top: float
    size: float


def pieces(page: Any, number: int) -> list[PrintedLine | Grid]:
    """The lines and tables of a page, column by column."""
    made: list[PrintedLine | Grid] = []
    for part in columns(_printed_once(page)):
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


def columns(page: Any) -> list[Any]:
    """A page of two columns as what stands over both and these, others whole."""
    body = [char for char in page.chars if char["bottom"] < _BODY * page.height]
    gap = _gap(body, int(page.width / 2))
    top = max((char["bottom"] for char in body if char["x0"] < gap < char["x1"]), default=0)
    below = [char for char in body if char["top"] >= top]
    left = [char for char in below if char["x0"] < gap]
    right = [char for char in below if char["x0"] >= gap]
    if _HEAD * top > page.height or _is_ruled(page, gap, top) or not _are_columns(left, right, gap):
        return [page]
    over = [(0, 0, page.width, top)] if top else []
    return [page.crop(box, strict=False) for box in (*over, _box(left, top, page), _box(right, top, page))]


def _is_ruled(page: Any, gap: int, top: float) -> bool:
    """Whether a rule stands in the gap or crosses it: then it is in a table."""
    return any(edge["x0"] - _RULE < gap < edge["x1"] + _RULE for edge in page.edges if edge["top"] >= top)


def _box(column: list[Any], top: float, page: Any) -> tuple[float, float, float, float]:
    return min(char["x0"] for char in column), top, max(char["x1"] for char in column), page.height


def _gap(chars: list[Any], middle: int) -> int:
    """Where, near the middle, fewest characters stand."""
    return min(range(middle - _NEAR, middle + _NEAR), key=lambda x: sum(each["x0"] < x < each["x1"] for each in chars))


def _are_columns(left: list[Any], right: list[Any], gap: int) -> bool:
    """Whether both halves have lines enough, and those of the left one are full: else they are labels, maybe."""
    rows = {round(char["top"]) for char in left}
    full = {round(char["top"]) for char in left if gap - char["x1"] < 2 * char["size"]}
    enough = min(len(rows), len({round(char["top"]) for char in right})) >= _FEW
    return enough and len(left) >= _FEW * len(rows) and _FULL * len(full) >= len(rows)


def _part(page: Any, number: int, before: int) -> list[PrintedLine | Grid]:
    """The lines and tables of a page or a column from its top, which has some `before`."""
    _lower(page.chars)
    tables = _tables(page)
    boxes = [table.bbox for table in tables]

    def outside(thing: Any) -> bool:
        middle = ((thing["x0"] + thing["x1"]) / 2, (thing["top"] + thing["bottom"]) / 2)
        return not any(x0 <= middle[0] <= x1 and top <= middle[1] <= bottom for x0, top, x1, bottom in boxes)

    rest = page.filter(lambda thing: thing["object_type"] != "char" or outside(thing))
    pieces: list[tuple[float, PrintedLine | Grid]] = [(line.top, line) for line in _lines(rest, number, before)]
    for table in tables:
        place = PrintedPlace(number, before + len(pieces) + 1, "行（表格）")
        pieces.append((table.bbox[1], pdf_tables.of_rules(table, place)))
    return [piece for _, piece in sorted(pieces, key=lambda item: item[0])]


def _tables(page: Any) -> list[Any]:
    """What has more than one cell; where the page cuts a cell it has no rule."""
    ends = [end for edge in page.vertical_edges if edge["height"] > _RULE for end in (edge["top"], edge["bottom"])]
    found = page.find_tables({"explicit_horizontal_lines": [min(ends), max(ends)]} if ends else None)
    return [table for table in found if len(table.rows) > 1 or len(table.rows[0].cells) > 1]


def _lines(page: Any, number: int, before: int) -> Iterator[PrintedLine]:
    """The lines of the text that is in no table."""
    blanks = [char for char in page.chars if char["text"].isspace()]
    for count, line in enumerate(page.extract_text_lines(return_chars=True, x_tolerance_ratio=0.2), before + 1):
        size = Counter(round(char["size"], 1) for char in line["chars"]).most_common(1)[0][0]
        edges = line["x0"] - page.bbox[0], line["x1"] - page.bbox[0], line["top"]
        yield PrintedLine(_closed(line, blanks), number, count, *edges, size)


def _closed(line: dict[str, Any], blanks: list[Any]) -> str:
    """The text of a line without the gaps that programs leave between Chinese and Western characters."""
    here = [each["x0"] for each in blanks if line["top"] - 1 < each["bottom"] and each["top"] < line["bottom"] + 1]
    text, at, made = line["text"], 0, ""
    last: dict[str, Any] = {"x1": 0.0}
    for same in (list(each) for _, each in groupby(line["chars"], id)):  # a ligature is there for each of its letters
        char = same[0]
        if text[at : at + 1] == " " and char["text"] != " ":
            at += 1
            is_mixed = (made[-1:] > WESTERN) != (text[at : at + 1] > WESTERN)
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
