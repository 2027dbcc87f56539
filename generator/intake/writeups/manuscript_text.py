"""A PDF, a web page or a text as HTML: its paragraphs and tables; what a page only shows is told to be missing."""

from __future__ import annotations

from markupsafe import escape

from generator.intake.manuscripts import Grid, Paragraph
from generator.intake.manuscripts.opening import opened
from generator.intake.writeups.word import WordText

ENDINGS = (".pdf", ".md", ".txt", ".html", ".htm")
_STRUCK = "删除线（划去的字也导入了，请对照原文）"
_LEFT_OUT = "图片和公式（另存为图片再补上），列表、上下标和脚注请对照原文"


def read(raw: bytes, ending: str) -> WordText:
    """The text of a file of one of `ENDINGS`. Raises `Refused`."""
    found = opened((ending, raw))
    is_struck = any(bool(piece.struck if isinstance(piece, Grid) else piece.is_struck) for piece in found.pieces)
    told = (_LEFT_OUT, *[_STRUCK] * is_struck, *[f"隐藏的内容 {len(found.unseen)} 处"] * bool(found.unseen))
    return WordText("".join(map(_written, found.pieces)), (), told)


def _written(piece: Paragraph | Grid) -> str:
    if isinstance(piece, Grid):
        rows = ("".join(f"<td><p>{escape(cell)}</p></td>" for cell in row) for row in piece.rows)
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
    text = escape(piece.text)
    return f"<p><strong>{text}</strong></p>" if piece.level else f"<p>{text}</p>"
