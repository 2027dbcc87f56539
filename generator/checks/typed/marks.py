"""Marks of Markdown that a page would show as they were typed, or that take away what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from generator.catalog import Catalog
from generator.checks.rule import Findings, new_documents, rule, written
from generator.content.hints import cut
from generator.diagnostics import Diagnostic, Span
from generator.text import markdown
from generator.text.scan import prose, span

Found = tuple[int, str, str]
"""Where in a text, what is wrong, what to do."""

_PICTURE = re.compile(r"！\[[^\]\n]*\]\([^\s:)]+\.(?:png|jpe?g|webp)\)", re.IGNORECASE)
_WIDE = (
    (re.compile(r"＊{2}"), "着重的星号是全角的", "改成半角：**文字**"),
    (re.compile(r"^[ \t]*＃(?!\d)", re.MULTILINE), "标题的井号是全角的", "改成半角，后面空一格：## 标题"),
    (re.compile(r"[\]】］](?:（|(?<!\])\()(?=record:|https?:)"), "链接的括号是全角的", "改成半角：[文字](record:…)"),
    (_PICTURE, "图片的叹号是全角的", "改成半角：![画面内容](文件名)"),
    (re.compile(r"｀"), "反引号是全角的", "改成半角：`代码`"),
    (re.compile(r"～～(?=[^～\n]+～～)"), "删去线的波浪号是全角的", "改成半角：~~文字~~"),
    (re.compile(r"\A[ \t]*[》＞](?=\s*[^\s\d])"), "引用的标记是全角的", "改成半角，后面空一格：> 文字"),
    (re.compile(r"^[ \t]*[—–―－﹣＿]{3,}[ \t]*$", re.MULTILINE), "分隔线不是半角连字符", "写成三个半角连字符：---"),
    (re.compile(r"^[ \t]*={3,}[ \t]*$", re.MULTILINE), "一行等号不是标记", "分隔线写成三个半角连字符：---"),
)
"""What input methods make of marks."""

_LEFT = (
    ("**", "着重的 ** 没有配对", "前后各写两个星号，里面不留空格：**文字**"),
    ("~~", "删去线的 ~~ 没有配对", "前后各写两个波浪号：~~文字~~"),
    ("```", "代码块的 ``` 没有结束", "在代码后面单独写一行 ```"),
    ("`", "反引号没有配对", "前后各写一个：`代码`"),
    ("![", "图片没有写完整", "写成 ![画面内容](文件名)"),
    ("](", "链接没有写完整", "写成 [文字](网址)，网址里不留空格"),
    ("<!--", "注释没有结束", "在注释后面写 -->"),
    ("record:", "站内链接没有写成链接", "写成 [文字](record:timeline)"),
)
"""Halves of marks, which are left in a finished page."""

_ODD = re.compile("[＊＃》＞！｀～—–―－＿]|record:")
"""What those texts have in which nothing means anything to Markdown."""

_PAIRS = tuple(map(tuple, ("“”", "《》", "（）", "【】", "「」")))
_PARAGRAPH = re.compile(r"(?:^.*\S.*(?:\n|\Z))+", re.MULTILINE)
_ESCAPED = re.compile(r"\\[^\s\w]|(?<=\d)\*+(?=\d)")
"""Marks that are none: after a backslash, and asterisks between digits."""

_MARKED = re.compile(r"\*\*(?!\s)[^*\n]+\*\*|(?<!\])\[[^\[\]\n]+\]\((?:record:|https?:)[^)\n]*\)")
"""What Markdown would make bold or a link."""

_COMMENT = re.compile("<!--.*?-->", re.DOTALL)
_TAG = re.compile("<[^>]*>")
_ASTERISKS = re.compile(r"(?<!\*)\*(?![\s*])[^*\n]+(?<![\s*])\*(?!\*)")
_IN_WORDS = re.compile(r"(?<=\w)(?<!\d)\*[^*]+\*(?=\w)")


@rule
def marks_are_read(catalog: Catalog) -> Findings:
    """Markdown 的标记用半角，成对地写；不然会照原样显示在网页上。"""
    for at, text in written(catalog):
        for offset, message, hint in _shown(text):
            yield Diagnostic("shown-mark", at(offset), f"{message}，会照原样显示", hint)


def _shown(text: str) -> Iterator[Found]:
    if markdown.is_plain(text) and not _ODD.search(text):
        return
    text = _COMMENT.sub(lambda note: re.sub(r"[^\n]", " ", note[0]), prose(text))
    for paragraph in _PARAGRAPH.finditer(text):
        found = list(_wide(paragraph[0])) or list(_left(paragraph[0]))
        yield from ((paragraph.start() + offset, message, hint) for offset, message, hint in found)


def _wide(paragraph: str) -> Iterator[Found]:
    """The first of each kind of mark in full width."""
    for pattern, message, hint in _WIDE:
        if match := pattern.search(paragraph):
            yield match.start(), message, hint


def _left(paragraph: str) -> Iterator[Found]:
    """The first half of a mark that is left when the paragraph is read."""
    source = _without_escapes(paragraph)
    possible = [each for each in _LEFT if each[0] in source]
    try:
        shown = unescape(_TAG.sub("", markdown.html(source))) if possible else ""
    except markdown.TooComplex:
        return
    for mark, message, hint in possible:
        if mark in shown:
            yield source.rindex(mark), message, hint
            return


def _without_escapes(text: str) -> str:
    return _ESCAPED.sub(lambda mark: " " * len(mark[0]), text)


@rule
def values_are_plain(catalog: Catalog) -> Findings:
    """键的值是纯文字，不认 Markdown 的标记；着重和链接只能写在正文里。"""
    for kind, document in new_documents(catalog):
        for keys, value, _ in document.leaves() if _MARKED.search(document.written) else ():
            is_essay = kind == "handbook" and keys[-1] == "text"
            if isinstance(value, str) and not is_essay and (match := _MARKED.search(value)):
                message = f"这里是纯文字，“{cut(match[0], 20)}”会照原样显示"
                yield Diagnostic("shown-mark", document.span(*keys), message, "只留文字，去掉星号、方括号和去处")


@rule
def asterisks_are_kept(catalog: Catalog) -> Findings:
    """字与字之间的一对星号是斜体的标记，网页上看不到；乘号要写“×”。"""
    for at, text in written(catalog):
        source = _without_escapes(prose(text)) if "*" in text else ""
        for match in _ASTERISKS.finditer(source):
            if not _IN_WORDS.match(source, match.start()):
                continue
            message = f"“{match[0]}”的两个星号会消失，中间变成斜体"
            yield Diagnostic("lost-asterisk", at(match.start()), message, "乘号写成 ×，着重写成 **文字**，星号写成 \\*")


@rule
def marks_are_paired(catalog: Catalog) -> Findings:
    """引号、书名号和括号要成对，在同一段里。"""
    for _, document in new_documents(catalog):
        for keys, value, _ in document.leaves():
            if isinstance(value, str) and (found := _unpaired(value)):
                yield _half(document.span(*keys), found)
        for paragraph in _PARAGRAPH.finditer(prose(document.body)) if _unpaired(document.body) else ():
            if found := _unpaired(paragraph[0].lstrip("》 \t")):  # what a wide > is told as already
                yield _half(span(document, paragraph.start() + paragraph[0].index(found)), found)


def _half(at: Span, mark: str) -> Diagnostic:
    return Diagnostic("unpaired-mark", at, f"这一段里的“{mark}”没有配对", "补上缺的一半，或删去多的一半")


def _unpaired(text: str) -> str:
    """The mark that a text has more of than of its other half; only one half of brackets may stand alone: 1）."""
    for opening, closing in _PAIRS:
        more = text.count(opening) - text.count(closing)
        if more > 0 or (more < 0 and closing != "）"):
            return opening if more > 0 else closing
    return ""
