"""Rules about any text that is published: what must not stand in it, and how long it may be."""

from __future__ import annotations

import re
from typing import Any

from generator.catalog import Catalog, Kind
from generator.checks.markdown import Table, prose, span, tables
from generator.checks.rule import Found, Rule, essays
from generator.diagnostics import Diagnostic, Span
from generator.documents import Document

MAX_SUMMARY = 120
"""Characters of a summary: what a card and a search result can show."""

MAX_MARKS = 400
"""Opening brackets of one kind in a paragraph; reading Markdown takes time with the square of their number."""

_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*\n?)+")


def tables_have_no_empty_columns(catalog: Catalog) -> Found:
    """表格的每一列都要有内容；整列空白说明漏填，或者这一列不需要。"""
    for document in catalog.sources.values():
        if "|" not in document.body:
            continue
        for table in tables(prose(document.body)):
            for column in _empty_columns(table):
                title = table.header[column] if column < len(table.header) else ""
                yield Diagnostic(
                    code="empty-column",
                    at=_column_span(document, table, column),
                    message=f"表格的“{title}”一列全是空的" if title else f"表格第 {column + 1} 列全是空的",
                    hint="补上内容，或删去这一列；确实没有数据的格子写“—”",
                )


def _empty_columns(table: Table) -> list[int]:
    """The columns without any content below their header."""
    if not table.rows:
        return []
    return [
        column for column in range(len(table.header)) if not any(row[column] for row in table.rows if column < len(row))
    ]


def _column_span(document: Document, table: Table, column: int) -> Span:
    """Where the column's header cell begins."""
    row = document.body.split("\n")[table.line]
    bars = [match.end() for match in re.finditer(r"(?<!\\)\|", row)]
    starts = bars if row.lstrip().startswith("|") else [0, *bars]
    at = starts[column] if column < len(starts) else 0
    return document.body_span(table.line, at + 1 + len(row[at:]) - len(row[at:].lstrip()))


def marks_are_few(catalog: Catalog) -> Found:
    """一段文字里的方括号、尖括号不超过 400 个；再多就不是链接，网页和手册也要排很久。"""
    for document in catalog.sources.values():
        if _most_marks(document.body) <= MAX_MARKS:
            continue
        for paragraph in _PARAGRAPH.finditer(prose(document.body)):
            if (marks := _most_marks(paragraph[0])) > MAX_MARKS:
                yield _many_marks(span(document, paragraph.start()), marks)
    for _, at, text in essays(catalog):
        marks = max((_most_marks(paragraph) for paragraph in _PARAGRAPH.findall(text)), default=0)
        if marks > MAX_MARKS:
            yield _many_marks(at, marks)


def _most_marks(text: str) -> int:
    return max(text.count("["), text.count("<"))


def _many_marks(at: Span, marks: int) -> Diagnostic:
    message = f"这一段有 {marks} 个左括号标记（[ 或 <），超过 {MAX_MARKS} 个"
    return Diagnostic("too-many-marks", at, message, "删去多余的括号；确实是一长串链接时，分成几段或列表")


def summaries_are_short(catalog: Catalog) -> Found:
    """摘要不超过 120 个字，卡片和检索结果里才放得下。"""
    kinds: tuple[tuple[Kind, Any], ...] = (
        ("edition", catalog.editions),
        ("notice", catalog.notices),
        ("page", catalog.pages),
        ("case", catalog.cases),
    )
    for kind, records in kinds:
        for key, record in records.items():
            length = len(record.summary or "")
            if length > MAX_SUMMARY:
                yield Diagnostic(
                    code="long-summary",
                    at=catalog.span(kind, key, "summary"),
                    message=f"摘要有 {length} 个字，超过 {MAX_SUMMARY} 个字",
                    hint="只留最要紧的一两句话",
                )


RULES: tuple[Rule, ...] = (
    tables_have_no_empty_columns,
    marks_are_few,
    summaries_are_short,
)
