"""Rules about any text that is published: what must not stand in it, and how long it may be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.catalog import Catalog
from generator.checks.rule import Findings, Rule, new_documents, rule, shows, written
from generator.content import gaps
from generator.content.documents import Document
from generator.diagnostics import Diagnostic, Span
from generator.text import formulas, markdown
from generator.text.limits import MAX_STRING, too_hard
from generator.text.prose import TextTooHard
from generator.text.sanitise import removed
from generator.text.scan import Table, may_link, prose, tables

MAX_SUMMARY = 120
"""Characters of a summary: what a card and a search result can show."""

_FIRST_LEVEL = re.compile(r"^#(?!#).*\S", re.MULTILINE)
_FOOTNOTE = re.compile(r"(?<!\\)\[\^(?P<label>[^\]\n]+)\](?P<note>:)?")


@rule
def tables_have_no_empty_columns(catalog: Catalog) -> Findings:
    """表格的每一列都要有内容；整列空白说明漏填，或者这一列不需要。"""
    for _, document in new_documents(catalog):
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


def texts_can_be_read(catalog: Catalog) -> Findings:
    """每篇文字的长短、层次和标记都有限度，网页和手册才排得出来；再多就不是给人读的文字。"""
    for at, text in written(catalog):
        hard = list(too_hard(text))
        for found in hard:
            yield Diagnostic(found.code, at(found.offset), found.message, found.hint)
        if not hard and may_link(text):
            yield from _in_time(at, text)


def _in_time(at: Callable[[int], Span], text: str) -> Findings:
    """Rules about links and pictures read these texts as pages do; the others are read when pages are made."""
    try:
        markdown.html(text)
    except markdown.TooComplex:
        yield TextTooHard(at(0)).diagnostic()


def values_are_short(catalog: Catalog) -> Findings:
    """元数据和 YAML 里的每个值不超过两万个字符；更长的写进正文。"""
    for _, document in new_documents(catalog):
        for keys, value, _ in document.leaves():
            if isinstance(value, str) and len(value) > MAX_STRING and keys[-1:] != ("text",):
                message = f"`{keys[-1]}` 有 {len(value):,} 个字符，超过 {MAX_STRING:,} 个"
                yield Diagnostic("text-too-long", document.span(*keys), message, "只留要紧的话，其余写进正文")


def gaps_are_filled(catalog: Catalog) -> Findings:
    """公开的内容里不能有“待补充”“待核对：…”的记号；草稿可以有，会列出来。"""
    for _, document in new_documents(catalog):
        yield from gaps.found(document)


@rule
def html_is_kept(catalog: Catalog) -> Findings:
    """正文里的 HTML 只能用允许的标签和属性；其余的会被去掉，里面的格式就没有了。"""
    for at, text in written(catalog):
        for offset, what in removed(prose(text)) if "<" in text else ():
            yield Diagnostic("removed-html", at(offset), f"{what} 会被去掉", _HTML_HINT)
        for match in _FIRST_LEVEL.finditer(prose(text)) if "#" in text else ():
            yield Diagnostic("removed-html", at(match.start()), "一级标题 # 会变成普通文字", _FIRST_LEVEL_HINT)


@rule
def pages_say_something(catalog: Catalog) -> Findings:
    """公开的通知和页面要有正文；只有附件或图片的也算。"""
    for kind, record in catalog.all_of("notice", "page"):
        document = catalog.sources[kind, record.id]
        if not (record.draft or record.attachments or record.images or document.sound or shows(document.body)):
            message = "没有正文，公开以后是一张空的网页"
            yield Diagnostic("no-text", document.body_span(0), message, "写上正文；还没写好的加 `draft: true`")


_FIRST_LEVEL_HINT = "页面的标题写在元数据里，正文的小标题从 ## 开始；不是标题就写成 \\#"
_HTML_HINT = "改用 Markdown 写法，或删去；要显示标签本身就放进 `代码`"


@rule
def footnotes_are_whole(catalog: Catalog) -> Findings:
    """脚注要成对：正文里写标记 [^1]，另起一行写注文 [^1]: …；小标题里不用脚注。"""
    for at, text in written(catalog):
        if "[^" in text:
            for offset, message in _broken_footnotes(prose(text)):
                yield Diagnostic("footnote", at(offset), message, _FOOTNOTE_HINT)


_FOOTNOTE_HINT = "标记写 [^1]，注文另起一行写 [^1]: 内容；不是脚注就在方括号前加反斜杠：\\[^"


def _broken_footnotes(text: str) -> Iterator[tuple[int, str]]:
    notes, marks = dict[str, int](), dict[str, int]()
    for found in _FOOTNOTE.finditer(text):
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        is_note = found["note"] and not line.strip() and len(line) < 4
        if is_note and found["label"] in notes:
            yield found.start(), f"脚注 [^{found['label']}] 有两条注文"
        if line.startswith("#"):
            yield found.start(), f"小标题里有脚注 {found[0]}"
        (notes if is_note else marks).setdefault(found["label"], found.start())
    yield from ((at, f"脚注 [^{label}] 没有注文") for label, at in marks.items() if label not in notes)
    yield from (
        (at, f"正文里没有标记 [^{label}]，这条注文没有着落") for label, at in notes.items() if label not in marks
    )


@rule
def formulas_can_be_set(catalog: Catalog) -> Findings:
    """公式写在 $ 之间，用 LaTeX 的常用写法；读不懂的会照原样显示。"""
    for at, text in written(catalog):
        for offset, message in formulas.problems(prose(text)) if "$" in text or "\\" in text else ():
            yield Diagnostic("formula", at(offset), message, _FORMULA_HINT)


_FORMULA_HINT = "写成 $E=mc^2$，单独成段的写在 $$ 之间，只用上下标、分式、根号和求和；不是公式就写成 \\$"


@rule
def summaries_are_short(catalog: Catalog) -> Findings:
    """摘要不超过 120 个字，卡片和检索结果里才放得下。"""
    for kind, record in catalog.all_of("edition", "notice", "page", "case"):
        length = len(record.summary or "")
        if length > MAX_SUMMARY:
            yield Diagnostic(
                code="long-summary",
                at=catalog.span(kind, record.id, "summary"),
                message=f"摘要有 {length} 个字，超过 {MAX_SUMMARY} 个字",
                hint="只留最要紧的一两句话",
            )


LIMITS: tuple[Rule, ...] = (texts_can_be_read, values_are_short)
"""Rules that come before all others, which would take too long over a text that breaks them."""
