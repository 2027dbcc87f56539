"""Verification of a built site: every link inside it resolves, and nothing is loaded from anywhere else.

Links are relative and name the file they lead to, so the site works under any base path and from disk. Links to
other sites are fine; scripts, images, style sheets and frames of other sites are not. Pages are read with two
regular expressions instead of a parser: 5,000 pages take a few seconds, and the HTML is our own or sanitised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from html import unescape
from pathlib import Path
from posixpath import dirname, normpath
from urllib.parse import unquote


class Fault(StrEnum):
    """What is wrong with a link, in the words of the message."""

    MISSING = "指向的文件不存在"
    ANCHOR = "指向的页内位置不存在"
    FOLDER = "指向目录而不是文件，从磁盘打开时会失效"
    OUTSIDE = "指向网站目录之外"
    ABSOLUTE = "是以 / 开头的绝对路径，网站换到子目录下会失效"
    FOREIGN = "从别的网站加载内容"
    SCRIPT = "是 javascript: 链接"
    EMPTY = "是空的"
    BASE = "页面里有 <base>，会改变全部相对链接"


@dataclass(frozen=True, order=True, slots=True)
class BadLink:
    """A link that must not be published: the page it is on, what it says, what is wrong."""

    page: str
    target: str
    fault: Fault

    def __str__(self) -> str:
        return f"{self.page}：“{self.target}”{self.fault}"


def verify(folder: Path, base_path: str = "/") -> list[BadLink]:
    """Every bad link of the site in `folder`, sorted; an empty list is a sound site.

    `base_path` is the path part of the site's address. A 404 page is shown under any address, so it alone may use
    absolute paths below it.
    """
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    site = _Site(frozenset(names), base_path)
    for name in names:
        if name.endswith((".html", ".svg")):
            site.read_markup(name, (folder / name).read_text("utf-8"))
        elif name.endswith(".css"):
            site.read_css(name, (folder / name).read_text("utf-8"))
    return sorted(site.bad | site.missing_anchors())


@dataclass
class _Site:
    """What is known so far of a site: its files, the ids of its pages, the fragments that its links want."""

    files: frozenset[str]
    base_path: str
    ids: dict[str, set[str]] = field(default_factory=dict)
    wanted: dict[tuple[str, str], BadLink] = field(default_factory=dict)
    """By target file and fragment: the first link there, as it would be reported."""
    bad: set[BadLink] = field(default_factory=set)

    def read_markup(self, page: str, text: str) -> None:
        """Check the links of an HTML page or an SVG image, and collect its ids."""
        ids = self.ids.setdefault(page, set())
        links: set[tuple[str, bool]] = set()
        for element in _elements(text):
            ids.update(element.anchors())
            links.update((target, False) for target in element.leads_to())
            links.update((target, True) for target in element.loads())
            if element.name == "base":
                self.bad.add(BadLink(page, element.attributes.get("href", ""), Fault.BASE))
        for target, loaded in links:
            self._check(page, target, loaded)

    def read_css(self, sheet: str, text: str) -> None:
        """Check what a style sheet loads."""
        for target in set(_css_targets(text)):
            self._check(sheet, target, loaded=True)

    def missing_anchors(self) -> set[BadLink]:
        """The links whose page has no element by the id they name."""
        return {link for (page, fragment), link in self.wanted.items() if fragment not in self.ids[page]}

    def _check(self, page: str, target: str, loaded: bool) -> None:
        if fault := self._fault(page, target, loaded):
            self.bad.add(BadLink(page, target, fault))

    def _fault(self, page: str, target: str, loaded: bool) -> Fault | None:
        if not target:
            return Fault.EMPTY
        if scheme := _SCHEME.match(target):
            return _scheme_fault(scheme[0].lower(), loaded)
        address, _, fragment = target.partition("#")
        path = unquote(address.partition("?")[0])
        found = self._resolve(page, path) if path else page
        if isinstance(found, Fault):
            return found
        self._want(BadLink(page, target, Fault.ANCHOR), found, unquote(fragment))
        return None

    def _resolve(self, page: str, path: str) -> str | Fault:
        """The file that a path leads to, or what is wrong with it."""
        if path.startswith("/"):
            if not page.endswith("404.html") or not path.startswith(self.base_path):
                return Fault.ABSOLUTE
            joined = path.removeprefix(self.base_path)
        else:
            joined = f"{dirname(page)}/{path}".lstrip("/")
        found = normpath(joined)
        if found in self.files and not path.endswith("/"):
            return found
        if found.startswith(".."):
            return Fault.OUTSIDE
        return Fault.FOLDER if normpath(f"{found}/index.html") in self.files else Fault.MISSING

    def _want(self, link: BadLink, page: str, fragment: str) -> None:
        # `#top` always works; `#q=…` is the state of a page that its script reads.
        if fragment and fragment != "top" and "=" not in fragment and page.endswith((".html", ".svg")):
            self.wanted.setdefault((page, fragment), link)


_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def _scheme_fault(scheme: str, loaded: bool) -> Fault | None:
    if scheme == "javascript:":
        return Fault.SCRIPT
    return Fault.FOREIGN if loaded and scheme != "data:" else None


# Reading

_ATTRIBUTES = r"""[^>"']*+(?:"[^"]*+"[^>"']*+|'[^']*+'[^>"']*+)*+"""
_ELEMENT = re.compile(
    r"<!--.*?-->"
    rf"|<(?P<raw>script|style|textarea|title)(?P<raw_attributes>\s{_ATTRIBUTES})?>(?P<text>.*?)</(?P=raw)\s*>"
    rf"|<(?P<name>[a-z][a-z0-9-]*)(?P<attributes>\s{_ATTRIBUTES})>",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_CANDIDATE = re.compile(r"\s*([^\s,]\S*[^\s,])(?:\s+[^,]+)?\s*(?:,|$)")
_REFRESH = re.compile(r"\s*\d+\s*[;,]\s*url\s*=\s*['\"]?([^'\"]*)", re.IGNORECASE)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_TARGET = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE
)

_LOADING_RELS = frozenset(
    {"stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest", "preload", "modulepreload", "prefetch"}
    | {"prerender", "preconnect", "dns-prefetch"}
)


@dataclass(frozen=True, slots=True)
class _Element:
    """One start tag, with the text inside when that is no markup (scripts, styles)."""

    name: str
    attributes: dict[str, str]
    text: str = ""

    def anchors(self) -> Iterator[str]:
        """The names by which fragments can point at the element."""
        if "id" in self.attributes:
            yield self.attributes["id"]
        if self.name == "a" and "name" in self.attributes:
            yield self.attributes["name"]

    def leads_to(self) -> Iterator[str]:
        """Where a reader gets by following, submitting or waiting."""
        if self._only_leads():
            yield from self._values("href", "xlink:href", "action", "formaction")
        elif self.name == "meta" and self.attributes.get("http-equiv", "").lower() == "refresh":
            yield from _REFRESH.findall(self.attributes.get("content", ""))

    def loads(self) -> Iterator[str]:
        """What a browser fetches to show the page."""
        if not self._only_leads() and self.name != "base":
            yield from self._values("href", "xlink:href")
        yield from self._values("src", "poster", *(["data"] if self.name == "object" else []))
        for candidates in self._values("srcset", "imagesrcset"):
            yield from _CANDIDATE.findall(candidates)
        if "style" in self.attributes:
            yield from _css_targets(self.attributes["style"])
        if self.name == "style":
            yield from _css_targets(self.text)

    def _only_leads(self) -> bool:
        if self.name == "link":
            return _LOADING_RELS.isdisjoint(self.attributes.get("rel", "").lower().split())
        return self.name in {"a", "area", "form", "button", "input"}

    def _values(self, *names: str) -> list[str]:
        return [self.attributes[name].strip() for name in names if name in self.attributes]


def _elements(text: str) -> Iterator[_Element]:
    for match in _ELEMENT.finditer(text):
        written = match["attributes"] or match["raw_attributes"]
        if written or match["text"]:
            name = (match["name"] or match["raw"]).lower()
            yield _Element(name, _attributes(written or ""), match["text"] or "")


def _attributes(written: str) -> dict[str, str]:
    found = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(written)}
    return {name: unescape(value) for name, value in found.items()} if "&" in written else found


def _css_targets(text: str) -> Iterator[str]:
    for match in _CSS_TARGET.finditer(_CSS_COMMENT.sub("", text)):
        yield next((group for group in match.groups() if group is not None), "").strip()
