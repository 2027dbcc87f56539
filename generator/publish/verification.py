"""Verification of a built site: every link inside it resolves, and nothing is loaded from anywhere else.

Links are relative and name the file they lead to, so the site works under any base path and from disk. Links to
other sites are fine; scripts, images, style sheets and frames of other sites are not. Pages are read with two
regular expressions instead of a parser: 5,000 pages take a few seconds, and the HTML is our own or sanitised.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from html import unescape
from pathlib import Path
from posixpath import basename, dirname, normpath
from urllib.parse import unquote

from generator.catalog.addresses import folded, name_fault


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
    BASE = "会改变页面里全部的相对链接"
    NAME = "这个名字在有的系统上不能用作文件名"
    TWIN = "与它只有大小写不同，在有的系统上是同一个文件"


@dataclass(frozen=True, order=True, slots=True)
class BadLink:
    """A link that must not be published: the page it is on, what it says, what is wrong."""

    page: str
    target: str
    fault: Fault

    def __str__(self) -> str:
        return f"{self.page}：“{self.target}”{self.fault}"


Link = tuple[str, bool]
"""Where a link leads, and whether a browser loads it to show the page."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a page, drawing or style sheet says: the ids of its elements, its links, where it says that they start."""

    ids: frozenset[str] = frozenset()
    links: frozenset[Link] = frozenset()
    bases: tuple[str, ...] = ()


_MARKUP, _STYLE = (".html", ".svg"), ".css"
_READ = (*_MARKUP, _STYLE)


def read(name: str, content: bytes) -> Reading | None:
    """What a file says; None for one that has no links."""
    if name.endswith(_MARKUP):
        return _read_markup(content.decode())
    if name.endswith(_STYLE):
        return Reading(links=frozenset((target, True) for target in _css_targets(content.decode())))
    return None


Destination = tuple[str, str]
"""A file, and the id in it that a link leads to; the empty one is the file itself."""


@dataclass(frozen=True, slots=True)
class LinksFound:
    """The bad links of a site, and where else in it its files lead to."""

    bad: list[BadLink]
    destinations: frozenset[Destination]


@dataclass
class Readings:
    """What the files of the site in `folder` say, each read when it is asked for unless it is `known`."""

    folder: Path
    names: Collection[str]
    known: dict[str, Reading | None] = field(default_factory=dict)

    def of(self, name: str) -> Reading:
        """What a file says; nothing when it has neither ids nor links."""
        if name not in self.known:
            self.known[name] = read(name, (self.folder / name).read_bytes()) if name.endswith(_READ) else None
        return self.known[name] or Reading()


def verify(
    readings: Readings, site_url: str | None = None, within: Collection[str] = (), sound: Collection[str] = ()
) -> LinksFound:
    """The links of a site; it is sound when none is bad.

    `site_url` (ends with a slash) is the address of the site: a 404 page may name its own folder there as `<base>`.
    `within` names the folders of a part of a site: links to what is beside them are not judged, for that is made
    elsewhere. `sound` are files whose links are known to be good; they are not read.
    """
    names = sorted(readings.names)
    site = _Site(frozenset(names), site_url, frozenset(within))
    for name in names:
        if name not in sound:
            site.check(name, readings.of(name))
    bad = sorted({*site.bad, *site.missing_anchors(readings), *_bad_names(names)})
    return LinksFound(bad, frozenset(site.destinations))


def _bad_names(names: Iterable[str]) -> Iterator[BadLink]:
    """The files and folders that Windows or macOS would lose or mistake for another: sites are copied to sticks."""
    paths = dict.fromkeys(names)
    for name in names:
        while (name := dirname(name)) and name not in paths:
            paths[name] = None
    first: dict[str, str] = {}
    for path in paths:
        if name_fault(basename(path)):
            yield BadLink(path, basename(path), Fault.NAME)
        if (twin := first.setdefault(folded(path), path)) != path:
            yield BadLink(path, twin, Fault.TWIN)


@dataclass
class _Site:
    """What is known so far of a site: its files, where its links lead to, what is wrong with them."""

    files: frozenset[str]
    site_url: str | None
    within: frozenset[str]
    wanted: dict[tuple[str, str], BadLink] = field(default_factory=dict)
    """By target file and fragment: the first link there, as it would be reported."""
    destinations: set[Destination] = field(default_factory=set)
    """Where links lead to in other files than their own."""
    bad: set[BadLink] = field(default_factory=set)
    resolved: dict[tuple[str, str], str | Fault] = field(default_factory=dict)

    def check(self, page: str, reading: Reading) -> None:
        """Check what a file says."""
        self.bad.update(BadLink(page, base, Fault.BASE) for base in reading.bases if not self._is_own(page, base))
        for target, loaded in reading.links:
            self._check(page, target, loaded)

    def missing_anchors(self, readings: Readings) -> set[BadLink]:
        """The links whose page has no element by the id they name."""
        return {link for (page, fragment), link in self.wanted.items() if fragment not in readings.of(page).ids}

    def _check(self, page: str, target: str, loaded: bool) -> None:
        destination = _destination(target, loaded)
        fault = self._arrive(page, target, *destination) if isinstance(destination, tuple) else destination
        if fault:
            self.bad.add(BadLink(page, target, fault))

    def _arrive(self, page: str, target: str, path: str, fragment: str) -> Fault | None:
        """What is wrong with a link inside the site; whether its fragment exists is known when all pages are read."""
        if not path and page.endswith(".svg"):
            return None  # drawing programs leave names of gradients behind that are drawn nowhere
        found = self._resolve(page, path) if path else page
        if isinstance(found, Fault):
            return found
        if found in self.files:
            place = found, fragment if found.endswith(_MARKUP) else ""
            if place[1]:
                self.wanted.setdefault(place, BadLink(page, target, Fault.ANCHOR))
            if found != page:
                self.destinations.add(place)
        return None

    def _resolve(self, page: str, path: str) -> str | Fault:
        """The file that a path leads to, or what is wrong with it; most are asked for by page after page."""
        up = 0
        while path.startswith("../", 3 * up):
            up += 1
        above = _above(page)
        if up >= len(above):
            return Fault.OUTSIDE
        place = above[up], path[3 * up :]
        if place not in self.resolved:
            self.resolved[place] = self._resolve_below(*place)
        return self.resolved[place]

    def _resolve_below(self, folder: str, path: str) -> str | Fault:
        found = normpath(f"{folder}/{path}" if folder else path)
        if found in self.files and not path.endswith("/"):
            return found
        if found.startswith(".."):
            return Fault.OUTSIDE
        if self.within and found.partition("/")[0] not in self.within:
            return found
        return Fault.FOLDER if normpath(f"{found}/index.html") in self.files else Fault.MISSING

    def _is_own(self, page: str, base: str) -> bool:
        """A 404 page is shown under any address, so it alone may say where its relative links start: at home."""
        home = f"{self.site_url}{page.removesuffix('404.html')}"
        return self.site_url is not None and basename(page) == "404.html" and unescape(base) == home


@lru_cache(maxsize=1)
def _above(page: str) -> tuple[str, ...]:
    """The folder of a page, and all that it is in; the last is the site's own."""
    folders = page.split("/")[:-1]
    return tuple("/".join(folders[:size]) for size in range(len(folders), -1, -1))


_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def _destination(target: str, loaded: bool) -> tuple[str, str] | Fault | None:
    """Path and fragment of a link inside the site, what is wrong with it, or None when it rightly leads elsewhere."""
    if not target or (target == "#" and not loaded):
        return Fault.EMPTY
    if scheme := _SCHEME.match(target):
        return _scheme_fault(scheme[0].lower(), loaded)
    if target.startswith("/"):
        return Fault.ABSOLUTE
    address, _, fragment = target.partition("#")
    # `#top` always works; `#q=…` is the state of a page that its script reads.
    anchor = "" if fragment == "top" or "=" in fragment else unquote(fragment)
    return unquote(address.partition("?")[0]), anchor


def _scheme_fault(scheme: str, loaded: bool) -> Fault | None:
    if scheme == "javascript:":
        return Fault.SCRIPT
    return Fault.FOREIGN if loaded and scheme != "data:" else None


# Reading

_ATTRIBUTES = r"""[^>"']*+(?:"[^"]*+"[^>"']*+|'[^']*+'[^>"']*+)*+"""
_ELEMENT = re.compile(
    r"<!--.*?-->"
    rf"|<(script|style|textarea|title)(?:\s{_ATTRIBUTES})?>.*?</\1\s*>"
    # Most elements have a class and nothing else: they are passed over without coming back to Python.
    rf"|<[a-z][a-z0-9-]*+(?!\sclass=\"[^\"]*\">)\s{_ATTRIBUTES}>",
    re.IGNORECASE | re.DOTALL,
)
_BASE = re.compile(r"""<base\s[^>]*?href\s*=\s*["']?([^"'\s>]*)""", re.IGNORECASE)
_START = re.compile(rf"<([a-z][a-z0-9-]*+)({_ATTRIBUTES})>", re.IGNORECASE)
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


def _read_markup(text: str) -> Reading:
    """What an HTML page or an SVG image says."""
    ids: set[str] = set()
    links: set[Link] = set()
    for match in _ELEMENT.finditer(text):
        anchors, found = _element(match[0])
        ids.update(anchors)
        links.update(found)
    return Reading(frozenset(ids), frozenset(links), tuple(_BASE.findall(text)))


@lru_cache(maxsize=20_000)
def _element(source: str) -> tuple[tuple[str, ...], tuple[Link, ...]]:
    """The anchors and links of one element. Pages share most of theirs, so what was read is remembered."""
    start = _START.match(source)
    if start is None:  # a comment
        return (), ()
    name = start[1].lower()
    found = {key.lower(): double or single or bare for key, double, single, bare in _ATTRIBUTE.findall(start[2])}
    attributes = {key: unescape(value).strip() for key, value in found.items()}
    style = attributes.get("style", "") + (source[start.end() :] if name == "style" else "")
    anchors = (attributes.get("id"), attributes.get("name") if name == "a" else None)
    links = (*_own_links(name, attributes), *((target, True) for target in _css_targets(style)))
    return tuple(filter(None, anchors)), links


def _own_links(name: str, attributes: dict[str, str]) -> Iterator[Link]:
    """The links that an element's attributes hold, but for its style."""
    for key in ("href", "xlink:href"):
        if key in attributes and name != "base":
            yield attributes[key], not _leads(name, attributes)
    for key in ("action", "formaction"):
        if key in attributes:
            yield attributes[key], False
    for key in ("src", "poster", *(["data"] if name == "object" else [])):
        if key in attributes:
            yield attributes[key], True
    for key in ("srcset", "imagesrcset"):
        yield from ((target, True) for target in _CANDIDATE.findall(attributes.get(key, "")))
    if name == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
        yield from ((target, False) for target in _REFRESH.findall(attributes.get("content", "")))


def _leads(name: str, attributes: dict[str, str]) -> bool:
    """Whether an element's address is one that readers may follow, not one that the page needs."""
    if name == "link":
        return _LOADING_RELS.isdisjoint(attributes.get("rel", "").lower().split())
    return name in {"a", "area"}


def _css_targets(text: str) -> Iterator[str]:
    for match in _CSS_TARGET.finditer(_CSS_COMMENT.sub("", text)):
        yield next((group for group in match.groups() if group is not None), "").strip()
