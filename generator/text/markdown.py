"""Markdown to safe HTML: a function of the text alone, read by pages, books, search and checks.

What comes out is in one form: lower-case names, quoted attributes, every element closed, and `<` and `>` nowhere but
around tags. So others may find tags in it by a plain pattern. References to records are left as they were written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from html import escape, unescape
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.extensions.toc import slugify_unicode
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from generator.machine import program, store
from generator.machine.store import Store
from generator.text import footnotes, formulas, inlines, languages, lists, sanitise, scan
from generator.text.clock import TooLong, at_most

SECONDS = 5
"""Processor time for one text; a long one needs a tenth of a second, the worst that passes the check about two."""


_ATTRIBUTE = re.compile(r'<(?:a|img)(?= )[^>]*? (?P<name>href|src)="(?P<value>[^"]*)"')
_HEADING = re.compile(r'<h[2-6] id="(?P<id>[^"]*)"[^>]*>(?P<words>.*?)</h[2-6]>', re.DOTALL)
_TAG = re.compile("<[^>]*>")
_INLINE = re.compile(r"</?(?:a|abbr|br|code|del|em|img|kbd|span|strong|sub|sup|m[a-z]+)(?: [^>]*)?>")
"""What text runs on through; `m…` are those of formulas."""

_WORD = (
    "A-Za-z0-9\u4e00-\u9fff\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff5e"  # letters, 、。〈《「【〔, full width
    "\u2014\u2018\u2019\u201c\u201d\u2026\u00b7"  # —‘’“”…·
)
_LINE = rf"(?![0-9]+\.)[{_WORD}][{_WORD} ,.%/()]*(?<! )"
_PLAIN = re.compile(rf"\n*{_LINE}(?:\n+{_LINE})*\n*")
"""Paragraphs in which nothing means anything to Markdown: what most texts are."""

_WORDS = re.compile(rf"[{_WORD} ,.%/()\n]*")
"""The same within a paragraph, a list or a table."""

_PARTED = re.compile("\n{2,}")


class TooComplex(Exception):
    """A text that takes too long or too much memory, although it is within all limits."""


class _Figures(Treeprocessor):
    """Pictures that stand alone in their paragraph are figures; several of them a figure of figures, charts apart."""

    def run(self, root: Element) -> None:
        for parent in [*root.iter()]:
            for paragraph in [each for each in parent if each.tag == "p" and _is_pictures(each)]:
                images, tail = list(paragraph), paragraph.tail
                paragraph.clear()
                paragraph.tag, paragraph.tail = "figure", tail
                for image in images:
                    image.tail = None
                if len(images) == 1:
                    paragraph.append(images[0])
                    continue
                for image in images:
                    SubElement(paragraph, "figure").append(image)
                if any(image.get("src", "").startswith("#") for image in images):
                    place = list(parent).index(paragraph)
                    parent[place : place + 1] = list(paragraph)


class _PlainWords(Treeprocessor):
    """Words in which no mark means anything are not looked through for each of two dozen marks."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and " \n" not in element.text and _WORDS.fullmatch(element.text):
                element.text = AtomicString(element.text)


def _is_pictures(paragraph: Element) -> bool:
    words = [paragraph.text, *(each.tail for each in paragraph)]
    return (
        len(paragraph) > 0 and all(each.tag == "img" for each in paragraph) and not "".join(filter(None, words)).strip()
    )


_FORMULA = re.compile("<code>\ue000(?P<inline>.*?)\ue001</code>|\ue002(?P<block>.*?)\ue003", re.DOTALL)
"""A formula, which becomes MathML when what else a text has was sanitised."""

_NAMELESS = re.compile('<th((?: style="[^"]*")?)></th>')
"""A head that names no column, as at the corner of a matrix: it is an empty cell."""

_EXTENSIONS: dict[str, dict[str, Any]] = {
    "tables": {},
    "fenced_code": {},
    "sane_lists": {},
    "def_list": {},
    "footnotes": {"BACKLINK_TITLE": "回到正文", "SUPERSCRIPT_TEXT": "[{}]", "USE_DEFINITION_ORDER": False},
    "toc": {"slugify": slugify_unicode, "permalink": False, "marker": ""},
    "pymdownx.tilde": {"subscript": False},  # 3~5天 is a range
    "pymdownx.arithmatex": {
        "generic": True,
        "inline_syntax": ["dollar"],
        "block_syntax": ["dollar"],
        "inline_tag": "code",
        "block_tag": "p",
        "tex_inline_wrap": ["\ue000", "\ue001"],
        "tex_block_wrap": ["\ue002", "\ue003"],
    },
}


def _reader() -> markdown.Markdown:
    reader = markdown.Markdown(extensions=list(_EXTENSIONS), extension_configs=_EXTENSIONS)
    reader.treeprocessors.register(_PlainWords(reader), "plain-words", 25)  # before the marks are looked for, at 20
    reader.treeprocessors.register(_Figures(reader), "figures", 5)
    lists.register(reader)
    inlines.register(reader)
    return reader


_readers = [_reader()]
"""The one that is used; another takes its place when it was left in the middle of a text."""


_stores: list[Store] = []
"""Where results are kept from build to build, while a build runs."""


@contextmanager
def keeping(results: Store) -> Iterator[None]:
    """Take what was rendered before from there, and keep there what is rendered now."""
    _stores.append(results)
    try:
        yield
    finally:
        _stores.pop()
        results.flush()


def is_plain(source: str) -> bool:
    """Whether a text is nothing but paragraphs, which need no reader of Markdown and are not kept."""
    return _PLAIN.fullmatch(source) is not None


def key(source: str) -> bytes:
    """By which the HTML of a text is kept."""
    return store.key("markdown", program.code(), source)


@lru_cache(maxsize=1 << 16)
def html(source: str) -> str:
    """The text as HTML in which only harmless elements are left. Raises `TooComplex`."""
    if is_plain(source):
        return "\n".join(f"<p>{paragraph}</p>" for paragraph in _PARTED.split(source.strip("\n")))
    if not _stores:
        return _rendered(source)
    kept = _stores[-1].get(key(source))
    if kept is None:
        kept = _rendered(source).encode()
        _stores[-1].put(key(source), kept)
    return kept.decode()


def _rendered(source: str) -> str:
    try:
        with at_most(SECONDS):
            html = sanitise.clean(_readers[0].reset().convert(_without_comments(source)))
            html = _NAMELESS.sub(r"<td\1></td>", sanitise.placed(html, source))
            return languages.marked(inlines.linked(_FORMULA.sub(_formula, html)))
    except (TooLong, RecursionError, MemoryError) as error:
        _readers[0] = _reader()
        raise TooComplex from error


def _formula(found: re.Match[str]) -> str:
    """A formula as MathML, or as it was written where it is none."""
    mark, display = ("$", "inline") if found["block"] is None else ("$$", "block")
    latex = unescape(found["inline"] or found["block"] or "").strip()
    shown = formulas.mathml(latex, display) if formulas.is_formula(latex) else None
    return shown or escape(f"{mark}{latex}{mark}", quote=False)


def _without_comments(source: str) -> str:
    """What editors note between `<!--` and `-->` is nobody else's, even over several paragraphs."""
    if "<!--" not in source:
        return source
    written, kept, at = scan.prose(source), [], 0
    while (start := written.find("<!--", at)) >= 0 and (end := written.find("-->", start)) >= 0:
        kept.append(source[at:start])
        at = end + len("-->")
    return "".join([*kept, source[at:]])


def targets(source: str, attribute: str) -> Iterator[str]:
    """Where the links (`href`) or the pictures (`src`) of a text lead."""
    for found in _ATTRIBUTE.finditer(html(source)):
        if found["name"] == attribute:
            yield unescape(found["value"])


def anchors(source: str) -> dict[str, str]:
    """The ids of a text's headings, each with its heading."""
    return {unescape(found["id"]): unescape(_TAG.sub("", found["words"])) for found in _HEADING.finditer(html(source))}


def blocks(source: str) -> Iterator[str]:
    """What readers see of a text: its paragraphs, headings, list items and table cells in order, a string each."""
    parts = _TAG.split(_INLINE.sub("", footnotes.MARKS.sub("", html(source))))
    yield from filter(None, (unescape(part).strip() for part in parts))
