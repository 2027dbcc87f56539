"""Which HTML is let through to readers, and what else an editor wrote that is taken out.

Text of cases comes from contestants: only elements that cannot act are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from xml.etree.ElementTree import Element

import nh3

from generator.text import html_tree

TAGS = {
    *("p", "br", "hr", "strong", "em", "del", "code", "pre", "blockquote", "sub", "sup", "kbd", "abbr"),
    *("h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "a"),
    *("table", "thead", "tbody", "tr", "th", "td", "img", "figure", "figcaption"),
}
ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt"},
    "sup": {"id"},
    "li": {"id"},
    "ol": {"start"},
    "th": {"style", "scope"},
    "td": {"style"},
    **{level: {"id"} for level in ("h2", "h3", "h4", "h5", "h6")},
}
_GENERIC = {"lang", "title"}
"""Attributes that nh3 leaves on every element."""

SPANS = re.compile(r"<t[dh]\b[^<>]*?\s(?P<name>(?:row|col)span)\s*=\s*[\"']?(?![01]\b)", re.IGNORECASE)
"""Cells that go over several rows or columns; without this attribute, which is not kept, others would be moved."""

_HOLDERS = {"li": ("ul", "ol"), "dt": ("dl",), "dd": ("dl",), "figcaption": ("figure",)}
_LISTS = ("ul", "ol", "dl")
_PART = re.compile(r"<(?:li|d[tdl]|figcaption|[uo]l)\b", re.IGNORECASE)

_NOTE = re.compile(r"fn(ref\d*)?:.+")
_ALIGN = re.compile(r"text-align:\s*(left|center|right);?")
_TAG = re.compile(
    r"<!--.*?-->|<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\s+[^\s\"'<>=/]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))?)*)\s*/?>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s\"'<>=/]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))?")


def clean(html: str) -> str:
    """The HTML with harmless elements and attributes only."""
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=_keep,
        url_schemes={"http", "https", "mailto", "tel", "record"},
        link_rel="noopener",
    )


def placed(html: str, source: str) -> str:
    """Sanitised HTML in which parts of lists and figures stand in these: what HTML in the source left alone is text."""
    if not _PART.search(source):
        return html
    tree = html_tree.read(html)
    for holder in list(tree.iter()):
        if holder.tag in _LISTS and not _is_list(holder):
            html_tree.unwrap(holder)
        for part in holder:
            if holder.tag not in _HOLDERS.get(part.tag, (holder.tag,)):
                html_tree.unwrap(part)
    return html_tree.write(tree)


def _is_list(holder: Element) -> bool:
    """Whether nothing stands in a list but its parts."""
    loose = "".join(filter(None, (holder.text, *(part.tail for part in holder)))).strip()
    return not loose and all(holder.tag in _HOLDERS.get(part.tag, ()) for part in holder)


def _keep(element: str, attribute: str, value: str) -> str | None:
    """Of styles only the alignment of table cells is kept, of ids those of headings and of footnotes."""
    if attribute == "id" and element in {"sup", "li"}:
        return value if _NOTE.fullmatch(value) else None
    if attribute != "style":
        return value
    match = _ALIGN.fullmatch(value.strip())
    return f"text-align: {match[1]}" if match else None


def removed(text: str) -> Iterator[tuple[int, str]]:
    """What `clean` takes out of the tags in a Markdown text without code: offset, and the tag or attribute as words."""
    for match in _TAG.finditer(text):
        name = (match[2] or "").lower()
        if not name or match[1]:
            continue
        if name not in TAGS:
            yield match.start(), f"标签 <{name}>"
            continue
        for attribute, value in _ATTRIBUTE.findall(match[3]):
            if not SPANS.match(match[0]) and not _is_kept(name, attribute.lower(), unescape(value.strip("\"'"))):
                yield match.start(), f"<{name}> 的属性 {attribute}"


def _is_kept(name: str, attribute: str, value: str) -> bool:
    if attribute not in ATTRIBUTES.get(name, set()) | _GENERIC:
        return False
    return _keep(name, attribute, value) is not None
