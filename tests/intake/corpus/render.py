"""Writes a fabricated notice in every format: its source is a list of pieces.

A piece is `(kind, …)`: `title`, `line` (a line of its own, centred), `p`, `h` (level, label, text, rest), `right`, `table` (rows;
a cell of None goes on with the one above, a cell of `<` with the one at its left), `break`.
"""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

Pieces = list[tuple[Any, ...]]

_STYLE = """
@page { size: A4; margin: 35mm 26mm 32mm 28mm; @bottom-center { content: "— " counter(page) " —"; font-size: 10pt } }
body { font: 16pt/28pt "Noto Serif CJK SC", serif; } p { text-indent: 2em; margin: 0; text-align: justify; }
p.title { font-size: 20pt; text-align: center; text-indent: 0; font-weight: bold; } p.line { text-align: center; text-indent: 0; }
p.right { text-align: right; text-indent: 0 } p.left { text-indent: 0 }
table { border-collapse: collapse; width: 100%; font-size: 12pt; line-height: 18pt; } td { border: 0.6pt solid black; padding: 2pt 4pt; }
"""


def told(text: str) -> Pieces:
    """Pieces of a text, a line a paragraph: `= ` title, `~ ` line in the middle, `> ` right, `---` next page, `#2 ` heading."""
    kinds = {"= ": "title", "~ ": "line", "> ": "right"}
    made: Pieces = []
    for line in text.strip("\n").splitlines():
        if line == "---":
            made.append(("break",))
        elif line[:1] == "#":
            made.append(("h", int(line[1]), "", line[3:]))
        elif line[:2] in kinds:
            made.append((kinds[line[:2]], line[2:]))
        elif line:
            made.append(("p", line))
    return made


def pieces_of(text: str) -> Pieces:
    """Pieces of a text as `told` has them; `|` begins a row of a table, a cell `^` is that above."""
    made: Pieces = []
    rows: list[list[str | None]] = []
    for line in text.strip("\n").splitlines():
        if line.startswith("|"):
            rows.append([None if cell == "^" else cell.replace("\\n", "\n") for cell in line.strip("|").split("|")])
            continue
        if rows:
            made.append(("table", rows))
            rows = []
        made += told(line)
    return [*made, ("table", rows)] if rows else made


def write(pieces: Pieces | str, path: Path, numbered: bool = False, style: str = "") -> Path:
    """Write by the ending of `path`, a text as it is; `numbered` has Word count by itself, `style` is one of text files: `md`, `wrapped`, or `columns` of a PDF."""
    if isinstance(pieces, str):
        path.write_text(pieces, "utf-8")
    elif path.suffix == ".docx":
        _docx(pieces, path, numbered)
    elif path.suffix == ".pdf":
        columns = "body { columns: 2; font-size: 11pt; line-height: 18pt }" if style == "columns" else ""
        page = HTML(string=f"<style>{_STYLE}{columns}</style><body>{_html(pieces)}</body>")
        page.write_pdf(path, uncompressed_pdf=True, font_config=_fonts())  # a tenth of the time
    elif path.suffix == ".html":
        nav = "<nav><a href='/'>首页</a> 您的位置</nav><script>var a='报名时间：1月1日';</script>"
        path.write_text(
            f"<html><head><meta charset='utf-8'><title>页</title></head><body>{nav}<div id=article>{_html(pieces, True)}"
            "</div><footer>主办单位：某网站　电话：0000-0000000</footer></body></html>",
            "utf-8",
        )
    else:
        text = "\n".join(_text(pieces, style)) + "\n"
        path.write_bytes(text.encode("gb18030" if style == "gbk" else "utf-8"))
    return path


@cache
def _fonts() -> FontConfiguration:
    """One for all files: each would look for the fonts again."""
    return FontConfiguration()


def _flat(piece: tuple[Any, ...]) -> str:
    if piece[0] == "h":
        return piece[2] + piece[3] + (piece[4] if len(piece) > 4 else "")
    return str(piece[1]) if len(piece) > 1 else ""


def _cells(rows: list[list[str | None]]) -> list[list[str]]:
    made: list[list[str]] = []
    for row in rows:
        cells: list[str] = []
        for column, cell in enumerate(row):
            cells.append(made[-1][column] if cell is None else cells[-1] if cell == "<" else cell)
        made.append(cells)
    return made


def _text(pieces: Pieces, style: str) -> list[str]:
    lines: list[str] = []
    for piece in pieces:
        if piece[0] == "table" and style == "md":
            rows = _cells(piece[1])
            lines += ["", f"| {' | '.join(rows[0])} |", "|" + " --- |" * len(rows[0])]
            lines += [f"| {' | '.join(row)} |" for row in rows[1:]] + [""]
        elif piece[0] == "table":
            lines += ["\t".join("" if cell is None else cell for cell in row) for row in piece[1]]
        elif piece[0] != "break":
            mark = (
                "#" * piece[1] + " "
                if style == "md" and piece[0] == "h"
                else "# "
                if style == "md" and piece[0] == "title"
                else ""
            )
            text = ("" if style == "md" or piece[0] != "p" else "　　") + mark + _flat(piece)
            width = 30 if style == "wrapped" else len(text) or 1
            lines += [text[at : at + width] for at in range(0, len(text), width)] + ([""] if style == "md" else [])
    return lines


def _html(pieces: Pieces, web: bool = False) -> str:
    made = []
    for piece in pieces:
        kind = piece[0]
        if kind == "table":
            made.append(_html_table(piece[1]))
        elif kind == "break":
            made.append("<p style='break-after: page'></p>" if not web else "<p>&nbsp;</p>")
        elif web and kind == "h" and piece[1] == 1:
            made.append(f"<p><strong><span>{escape(_flat(piece))}</span></strong></p>")
        else:
            made.append(f"<p class={kind}>{escape(_flat(piece))}</p>")
    return "\n".join(made)


def _html_table(rows: list[list[str | None]]) -> str:
    made = ""
    for y, row in enumerate(rows):
        made += "<tr>"
        for x, cell in enumerate(row):
            if cell in (None, "<"):
                continue
            down = next((n for n in range(1, len(rows) - y) if rows[y + n][x] is not None), len(rows) - y)
            right = next((n for n in range(1, len(row) - x) if row[x + n] != "<"), len(row) - x)
            spans = (f" rowspan={down}" if down > 1 else "") + (f" colspan={right}" if right > 1 else "")
            made += f"<td{spans}>{escape(str(cell))}</td>"
        made += "</tr>"
    return f"<table>{made}</table>"


_FORMS = {
    "一、": ("chineseCountingThousand", "%{n}、"),
    "（一）": ("chineseCountingThousand", "（%{n}）"),
    "1.": ("decimal", "%{n}."),
}


def _docx(pieces: Pieces, path: Path, numbered: bool) -> None:
    document = docx.Document()
    if numbered:
        _define_numbers(document)
    for piece in pieces:
        kind = piece[0]
        if kind == "table":
            _docx_table(document, piece[1])
        elif kind == "break":
            document.add_page_break()
        elif numbered and kind == "h" and piece[1] in (1, 2, 3) and piece[5:] != ("typed",):
            paragraph = document.add_paragraph(piece[3] + (piece[4] if len(piece) > 4 else ""))
            _number(paragraph, piece[1] - 1)
        else:
            paragraph = document.add_paragraph(_flat(piece))
            if kind in ("title", "line"):
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.save(str(path))


def _docx_table(document: Any, rows: list[list[str | None]]) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    table.style = "Table Grid"
    made = [list(row.cells) for row in table.rows]  # asked for one by one, all are looked through each time
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            if cell is None:
                made[y][x] = made[y - 1][x].merge(made[y][x])
            elif cell == "<":
                made[y][x] = made[y][x - 1].merge(made[y][x])
            else:
                made[y][x].text = str(cell)


def _define_numbers(document: Any) -> None:
    root = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "90")
    for level, (form, text) in enumerate(_FORMS.values()):
        element = OxmlElement("w:lvl")
        element.set(qn("w:ilvl"), str(level))
        for name, value in (
            ("w:start", "1"),
            ("w:numFmt", form),
            ("w:lvlText", text.format(n=level + 1).replace("{n}", "")),
        ):
            child = OxmlElement(name)
            child.set(qn("w:val"), value)
            element.append(child)
        abstract.append(element)
    root.insert(0, abstract)
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), "90")
    link = OxmlElement("w:abstractNumId")
    link.set(qn("w:val"), "90")
    number.append(link)
    root.append(number)


def _number(paragraph: Any, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = 90
