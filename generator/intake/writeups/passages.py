"""HTML from Word as blocks of Markdown: headings, paragraphs, lists, tables, pictures, footnotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from xml.etree.ElementTree import Element

from generator.intake.manuscripts.html_reader import cell_grid
from generator.text import html_tree

_SPECIAL = re.compile(r"[\\`*\[$]|(?<=\])\(|~(?=~)|<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<!\w)_|_(?!\w)")
_NOTE = re.compile(r"#?(footnote|endnote)-(ref-)?(\d+)")
FORMULA = "\ue002\ue003"
"""What stands before and behind a formula that is LaTeX already."""

_LONG = 60
"""Characters of a cell that is text, not data."""

_LEAST_ROWS = 2
"""Rows of a table: its head and what is below it."""

_CAPTION = 30
"""Characters of a line below a picture in a cell that says what it shows."""

_INLINE = {"strong": "**", "b": "**", "em": "*", "i": "*", "s": "~~"}


@dataclass(frozen=True)
class CellText:
    """A cell that is text, not data: the words of the cell to its left, its own, and what it holds."""

    label: str
    words: str
    parts: tuple[WordPart, ...]
    is_row: bool
    """Whether it and its label fill a row of more cells, as in a form; below the head of a list nothing does."""


@dataclass(frozen=True)
class WordPart:
    """One thing in a text: what it is, its words as they are read, and its Markdown."""

    kind: str
    """heading, paragraph, list, table, picture or note."""

    words: str
    markdown: str
    level: int = 0
    """Of a heading, from 1; 0 for a paragraph that is bold throughout and may be one."""

    rows: tuple[tuple[str, ...], ...] = ()
    """The words of a table's cells."""

    texts: tuple[CellText, ...] = ()
    """The cells of a table that are text."""

    is_beside: bool = False
    """Whether it stands to the right of what comes before it: a picture beside another."""


@dataclass
class PassageReader:
    """Goes through the HTML once; `left_out` collects what is not taken over, `notes` what came over otherwise."""

    is_section: Callable[[str], bool] = lambda _: False
    """Whether a cell of a form is the heading of a section, which then stands beside or below it."""

    left_out: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def blocks(self, html: str) -> list[WordPart]:
        """The blocks of a text in their order, footnotes last."""
        return self.parts(html_tree.read(html))

    def parts(self, elements: Iterable[Element]) -> list[WordPart]:
        """The blocks of some elements in their order."""
        return [block for element in elements for block in self._blocks(element)]

    def _blocks(self, element: Element) -> Iterator[WordPart]:
        tag = element.tag
        if match := re.fullmatch("h([1-6])", tag):
            level = 1 if "title" in element.get("class", "") else int(match[1]) + 1
            yield from self._flow(element, "heading", level)
        elif tag == "p" and element.get("class") == "contents":
            self.notes.append("目录没有导入")
        elif tag == "p":
            yield from (part for line in _lines(element) for part in self._flow(line, "paragraph", 0))
        elif tag in ("ul", "ol"):
            yield from self._list(element)
        elif tag == "table":
            yield from self._table(element)
        elif tag == "img":  # of a drawing in VML, which comes behind its paragraph
            yield from self._pictures(element)

    def _flow(self, element: Element, kind: str, level: int) -> Iterator[WordPart]:
        """A heading or paragraph, then the pictures in it."""
        words = _words(element)
        if words:
            bold = kind == "paragraph" and _is_bold(element)
            text = re.sub(r"^\$([^$]+)\$$", r"$$\1$$", escaped_start(self.inline(element).strip()))
            yield WordPart("bold" if bold else kind, words, words if kind == "heading" else text, level)
        yield from self._pictures(element)

    def _pictures(self, element: Element) -> Iterator[WordPart]:
        sources = [source for image in element.iter("img") if (source := image.get("src"))]
        yield from (WordPart("picture", "", source, is_beside=source != sources[0]) for source in sources)

    def inline(self, element: Element) -> str:
        """The Markdown of what stands in a line."""
        parts = [escaped(element.text or "")]
        for child in element:
            parts.append(self._inline(child))
            parts.append(escaped(child.tail or ""))
        return re.sub(r"[ \t\n]+", " ", "".join(parts).replace("\xa0", " "))

    def _inline(self, child: Element) -> str:
        tag, inside = child.tag, self.inline(child)
        if tag == "sup" and (note := _NOTE.fullmatch(next((a.get("href", "") for a in child.iter("a")), ""))):
            return f"[^{_mark(note)}]"
        if tag in _INLINE and inside.strip():
            mark, bare = _INLINE[tag], inside.strip()
            before, after = inside[: len(inside) - len(inside.lstrip())], inside[len(inside.rstrip()) :]
            return f"{before}{mark}{bare}{mark}{after}" if _takes_marks(bare) else inside
        if tag in ("sub", "sup") and inside:
            return f"<{tag}>{inside}</{tag}>"
        if tag == "a" and re.match(r"https?://|mailto:", child.get("href", "")) and inside.strip():
            text = inside.replace("]", r"\]")
            address = re.sub(r"\s", "%20", child.get("href", "").strip())
            return f"[{text}](<{address}>)"
        if tag == "a" and child.get("href", "#")[:1] != "#":
            self.left_out.append(f"链接 {child.get('href')}")
        return " " if tag == "br" else "" if tag == "img" else inside

    def _list(self, element: Element) -> Iterator[WordPart]:
        items = self._said(element)
        notes = [(item, note) for item in items if (note := _NOTE.fullmatch(item.get("id", "")))]
        if notes:
            yield from (self._note(*each) for each in notes)
            return
        words = "\n".join(_words(item) for item in items)
        if words.strip():
            yield WordPart("list", words, "\n".join(self._items(element, "")))
        yield from self._pictures(element)

    def _note(self, item: Element, note: re.Match[str]) -> WordPart:
        text = " ".join(self.inline(each).replace("↑", "").strip() for each in item)
        return WordPart("note", text, f"[^{_mark(note)}]: {text.strip()}")

    def _said(self, element: Element) -> list[Element]:
        """The items of a list that say something: Markdown knows no others, and counts on without them."""
        items = [item for item in element if item.tag == "li"]
        said = [item for item in items if _words(item)]
        if element.tag == "ol" and said and said != items[: len(said)]:
            self.notes.append("编号列表里空着的项没有导入，后面的号依次提前")
        return said

    def _items(self, element: Element, indent: str) -> Iterator[str]:
        first = int(element.get("start", "1"))
        for number, item in enumerate(self._said(element), first):
            mark = f"{number}." if element.tag == "ol" else "-"
            flat = Element("p")
            flat.text = item.text
            flat.extend(each for each in item if each.tag not in ("ul", "ol"))
            yield f"{indent}{mark} {escaped_start(self.inline(flat).strip())}"
            for nested in item:
                if nested.tag in ("ul", "ol"):
                    yield from self._items(nested, f"{indent}    ")

    def _table(self, table: Element) -> Iterator[WordPart]:
        rows = cell_grid(table)
        width = max(map(len, rows), default=0)
        if self._is_frame(rows):
            yield from self._framed(rows)
            return
        if any(self.is_section(_words(cell)) for row in rows for cell in row):
            yield from self._form(rows)
            return
        if any(cell.get("rowspan") or cell.get("colspan") for row in rows for cell in row):
            self.notes.append("表格里合并的格已拆开：上下合并的每格都填上，左右合并的只写一次")
        yield from self._cells(table, rows, width)

    def _is_frame(self, rows: list[list[Element]]) -> bool:
        """Whether a table only lays out the page: text in one column, or a row of pictures, long texts or sections."""
        columns = {column for row in rows for column, cell in enumerate(row) if _words(cell)}
        filled = [row for row in rows if any(map(_words, row))]
        if len(columns) < 2 or len(filled) != 1:
            return len(columns) < 2
        beside = any(next(cell.iter("img"), None) is not None for row in rows for cell in row)
        longest = max(len(_words(cell)) for cell in filled[0])
        return beside or longest > _LONG or any(self.is_section(_words(each)) for cell in filled[0] for each in cell)

    def _framed(self, rows: list[list[Element]]) -> Iterator[WordPart]:
        """What stands in a table that only lays out the page: column by column, each cell once."""
        cells: dict[Element, int] = {}
        for place, column in enumerate(zip_longest(*rows)):
            cells |= {cell: place for cell in column if cell is not None and cell not in cells}
        for cell, place in cells.items():
            blocks = _with_caption([block for child in cell for block in self._blocks(child)])
            yield from (replace(block, is_beside=place > 0) for block in blocks)

    def _form(self, rows: list[list[Element]]) -> Iterator[WordPart]:
        """A form whose cells are sections: each heading once, then what stands in the other cells."""
        seen: list[Element] = []
        for row in rows:
            cells = [cell for place, cell in enumerate(row) if cell not in row[:place] and cell not in seen]
            seen += cells
            if len(cells) > 1 and not any(self.is_section(_words(cell)) for cell in cells):
                texts = tuple(_words(cell) for cell in cells)
                yield WordPart("table", " ".join(texts), _line([self._cell(cell) for cell in cells]), rows=(texts,))
                continue
            for cell in cells:
                if self.is_section(words := _words(cell)):
                    yield WordPart("heading", words, words, 2)
                else:
                    yield from (part for each in cell for part in self._blocks(each))

    def _cells(self, table: Element, rows: list[list[Element]], width: int) -> Iterator[WordPart]:
        while len(rows) > _LEAST_ROWS and width > 1 and rows[0] == [rows[0][0]] * width:
            yield from self._above(rows[0][0])
            rows = rows[1:]
        is_grouped = any(cell.get("colspan") for cell in rows[0])  # then what is merged downwards tells the head's rows
        heads = max(min(int(cell.get("rowspan", "1")), 4) for cell in rows[0]) if is_grouped else 1
        texts = _filled(
            [self._row(row, number >= heads) + [""] * (width - len(row)) for number, row in enumerate(rows)]
        )
        if texts:
            head = [" ".join(filter(None, dict.fromkeys(column))) for column in zip(*texts[:heads], strict=True)]
            lines = [head, ["---"] * len(texts[0]), *texts[heads:]]
            words = tuple(tuple(_words(cell) for cell in row) for row in rows)
            markdown = "\n".join(f"| {' | '.join(row)} |" for row in lines) if lines[2:] else _line(head)
            told = "\n".join(" ".join(row) for row in words)
            yield WordPart("table", told, markdown, rows=words, texts=tuple(self._texts(rows)))
        yield from self._pictures(table)

    def _above(self, cell: Element) -> Iterator[WordPart]:
        """What stands across the head of a table: its title, and no heading, or a text."""
        parts = self.parts(cell) if len(cell) else [WordPart("paragraph", _words(cell), self._cell(cell))]
        yield from (replace(part, kind="paragraph") if part.kind == "bold" else part for part in parts if part.markdown)

    def _texts(self, rows: list[list[Element]]) -> Iterator[CellText]:
        """The cells that are text, each once."""
        seen: list[Element] = []
        for row in rows:
            for place, cell in enumerate(row):
                if cell not in seen and len(words := _words(cell)) > _LONG:
                    parts = tuple(part for part in PassageReader(self.is_section).parts(cell) if part.kind != "picture")
                    label = _words(row[place - 1]) if place else ""
                    yield CellText(label, words, parts, len(row) > 2 >= len({*row}))
                    seen.append(cell)

    def _row(self, row: list[Element], is_body: bool) -> list[str]:
        """The texts of a row; below the head, what is merged across stands once."""
        again = (is_body and place > 0 and cell is row[place - 1] for place, cell in enumerate(row))
        return ["" if is_same else self._cell(cell) for cell, is_same in zip(row, again, strict=True)]

    def _cell(self, cell: Element) -> str:
        parts = [line for each in cell for line in self._cell_lines(each)] if len(cell) else [escaped(cell.text or "")]
        return "<br>".join(filter(None, parts)).replace("|", "\\|")

    def _cell_lines(self, element: Element) -> list[str]:
        """The lines of a paragraph, list or table in a cell, which in Markdown holds only lines."""
        if element.tag in ("ul", "ol"):
            return [re.sub(r"^- ", "• ", item.strip()) for item in self._items(element, "")]
        if element.tag == "table":
            return [_line([self._cell(cell) for cell in row]).strip() for row in cell_grid(element)]
        return [self.inline(element).strip()]


def _line(cells: list[str]) -> str:
    """The only row of a table, as a line: a table has a head and something below it."""
    return " ".join(cells).replace("<br>", " ")


def _filled(rows: list[list[str]]) -> list[list[str]]:
    """Rows of one width without the columns and the rows in which nothing stands."""
    columns = [column for column in zip(*rows, strict=True) if any(column)]
    return [list(row) for row in zip(*columns, strict=True) if any(row)]


def _with_caption(cell: list[WordPart]) -> list[WordPart]:
    """What a cell that lays out the page holds: a short line below its picture is what that is called."""
    is_one = [part.kind for part in cell] in (["picture", "paragraph"], ["picture", "bold"])
    if is_one and len(cell[1].words) <= _CAPTION and not cell[1].words.endswith("。"):
        return [replace(cell[0], words=cell[1].words)]
    return cell


def _mark(note: re.Match[str]) -> str:
    return note[3] if note[1] == "footnote" else f"e{note[3]}"


def _lines(element: Element) -> list[Element]:
    """A paragraph as those that its line breaks make of it, also breaks within words that look alike."""
    lines = [_like(element, element.text)]
    for child in element:
        if child.tag == "br":
            lines.append(_like(element, None))
        else:
            first, *more = _lines(child)
            lines[-1].append(first)
            for piece in more:
                lines.append(_like(element, None))
                lines[-1].append(piece)
        if len(lines[-1]):  # behind its last piece, else at the beginning of the line
            lines[-1][-1].tail = child.tail
        else:
            lines[-1].text = child.tail
    return lines


def _like(element: Element, text: str | None) -> Element:
    made = Element(element.tag, element.attrib)
    made.text = text
    return made


def _words(element: Element) -> str:
    """What is read, but for footnote marks."""
    parts = [element.text or ""]
    for child in element:
        is_note = child.tag == "sup" and any(_NOTE.fullmatch(a.get("href", "")) for a in child.iter("a"))
        parts += ["" if is_note else " " if child.tag == "br" else _words(child), child.tail or ""]
    return re.sub(f"[{FORMULA}]", "$", re.sub(r"\s+", " ", "".join(parts))).strip()


def _is_bold(element: Element) -> bool:
    """Whether all words of a paragraph are bold, as those are that stand for headings."""
    outside = [element.text or "", *(child.tail or "" for child in element)]
    return len(element) > 0 and not "".join(outside).strip() and all(c.tag in ("strong", "b", "img") for c in element)


def _takes_marks(text: str) -> bool:
    """Whether marks of emphasis work around a text: they do not beside punctuation on the inner side."""
    return re.match(r"\w", text) is not None and re.search(r"[\w%％]$", text) is not None


def escaped(text: str) -> str:
    """Plain text as Markdown that shows it unchanged; formulas between dollars."""
    names = {"<": "&lt;", "&": "&amp;"}
    parts = re.split(f"[{FORMULA}]", text)
    parts[::2] = [_SPECIAL.sub(lambda match: names.get(match[0], f"\\{match[0]}"), part) for part in parts[::2]]
    return "$".join(parts)


def escaped_start(text: str) -> str:
    """A line that Markdown would take for a heading, an item or a rule, as the text that it is."""
    if match := re.match(r"(\d+)([.)])(?=\s|$)", text):
        return f"{match[1]}\\{text[match.end(1) :]}"
    return f"\\{text}" if re.match(r"[#>]|[+\-=:](\s|[#>=-]|$)", text) else text
