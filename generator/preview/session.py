"""A project while somebody writes in it: loaded again when files change, shown as it was when it was last right."""

from __future__ import annotations

import hashlib
import json
import os
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator import project
from generator.catalog import Catalog, mixed
from generator.catalog.addresses import Address
from generator.content.kept import KeptRecords
from generator.diagnostics import Diagnostic, Report, Span, news
from generator.media.pictures import BrokenPicture
from generator.preview.showing import Looks, Showing
from generator.text.prose import TextTooHard

FOLDERS = ("content", "branches", "templates")
"""What is watched."""

EDITOR = "vscode://file{path}:{line}:{column}"
"""The address that opens a file in an editor; the variable `PORTAL_EDITOR` names another, empty for none."""

UNFINISHED = frozenset({"to-do", "quota-exceeded"})
"""Errors that a preview shows, and that are in nobody's way until the site is published."""

_AGAIN = 5
"""How often a project is loaded anew when files vanish while it is."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a preview was asked to show."""

    root: Path
    day: Callable[[], date]
    """Which day it is; a preview may be left open over midnight."""
    drafts: bool = False
    follow: bool = False
    """Whether the browser goes to the page that is being edited."""


@dataclass
class Session:
    """The state of a preview. Everything but `wait` and `version` belongs to one thread."""

    asked: Asked
    site_url: str
    tell: Callable[[str], None]
    """Says something on the terminal."""
    version: int = 0
    """Counts how often it was loaded."""
    report: Report = field(default_factory=Report)
    showing: Showing | None = None
    """The last good site; None while there has been none."""
    edited: Address | None = None
    """The page of the file that was changed last, if it was one."""
    _good: Catalog | None = None
    _unread: frozenset[str | None] = frozenset()
    """The branches in which some file could not be read when it was loaded; None among them for all."""
    _told: list[Diagnostic] | None = None
    """What the terminal was told of and may still be there."""
    _kept: KeptRecords = field(default_factory=KeptRecords)
    _pages: dict[Address, bytes | None] = field(default_factory=dict)
    _news: threading.Condition = field(default_factory=threading.Condition)

    def __post_init__(self) -> None:
        self._looks = Looks(self.asked.root)

    # Loading

    def load(self, changed: frozenset[str] = frozenset()) -> None:
        """Read what is written now, and show it as far as it is right."""
        began = time.perf_counter()
        self._pages.clear()
        if not changed or any(self._is_below(path, "templates", "branches") for path in changed):
            self._looks.forget()
        try:
            if changed and self._good and all(self._is_below(path, "templates") for path in changed):
                self._show_as_it_is(self._good)
            else:
                self._show(self._loaded())
        except Exception as error:  # noqa: BLE001 - whatever it is, the preview goes on
            traceback.print_exception(error)
            self.report = Report()
            self.report.add("unreadable-file", Span("content"), f"没能读完：{error}", "改好后再保存一次")
            self._unread = frozenset({None})
        self._follow(changed)
        self._say(time.perf_counter() - began)
        with self._news:
            self.version += 1
            self._news.notify_all()

    def wait(self, version: int, seconds: float) -> None:
        """Until something newer than `version` has been loaded, but not for longer than that."""
        with self._news:
            self._news.wait_for(lambda: self.version != version, seconds)

    def _loaded(self) -> project.Project:
        """Files may vanish while they are read; then they are read again."""
        for _ in range(_AGAIN):
            try:
                return project.load(self.asked.root, self._kept)
            except OSError:
                time.sleep(0.1)
        return project.load(self.asked.root, self._kept)

    def _show(self, loaded: project.Project) -> None:
        self.report = loaded.report
        self._unread = _unread(loaded.catalog)
        concerned = _broken(loaded)
        if loaded.catalog is None or None in concerned:
            return
        broken = {branch for branch in concerned if branch}
        catalog = mixed.without(loaded.catalog, broken, self._good)
        self._good = catalog
        self._looks.age()
        self._show_as_it_is(catalog)

    def _show_as_it_is(self, catalog: Catalog) -> None:
        """Show a catalog, perhaps in other templates."""
        public = catalog.public(self.asked.day(), drafts=self.asked.drafts)
        self.showing = Showing(self.asked.root, public, self.site_url, self._looks)

    def _is_below(self, path: str, *names: str) -> bool:
        return any(Path(path).is_relative_to(self.asked.root / name) for name in names)

    def _follow(self, changed: frozenset[str]) -> None:
        if self.showing and self.asked.follow:
            names = {Path(path).relative_to(self.asked.root).as_posix() for path in changed if self._is_below(path, "")}
            found = {self.showing.pages[name] for name in names if name in self.showing.pages}
            self.edited = found.pop() if len(found) == 1 else self.edited

    def _say(self, seconds: float) -> None:
        if told := self._what_is_wrong():
            self.tell(told)
        kept = "网页保持上一次正确的样子，" if self.version else ""
        wrong = any(each.code not in UNFINISHED for each in self.report.errors)
        outcome = f"{kept}改好后自动更新。" if wrong else "网页已更新。"
        self.tell(f"{outcome}（{seconds:.1f} 秒）")

    def _what_is_wrong(self) -> str:
        """At first everything; later what is new and what is gone."""
        first, before = self._told is None, self._told or []
        found = news.between(before, self.report.diagnostics, self._unread)
        self._told = found.known
        if first:
            return self.report.to_text() if self.report.diagnostics else ""
        return found.to_text()

    # Answering

    def page(self, address: Address) -> bytes | None:
        """A page as it is now; None when there is none. Raises `Unmade`."""
        if address not in self._pages:
            self._pages[address] = self._made(lambda showing: showing.page(address))
        return self._pages[address]

    def has_part(self, address: Address) -> bool:
        """Whether the portal of an address, or the hub, can be shown at all."""
        return self.showing is not None and self.showing.has(address)

    def file(self, address: Address) -> bytes | None:
        """Any other file. Raises `Unmade`."""
        return self._made(lambda showing: showing.file(address))

    def _made(self, make: Callable[[Showing], bytes | None]) -> bytes | None:
        if self.showing is None:
            return None
        try:
            return make(self.showing)
        except Exception as error:
            self.tell("".join(traceback.format_exception_only(error)).strip())
            raise Unmade(_said(error)) from error

    def state(self, address: Address) -> dict[str, Any]:
        """What a browser compares with what it had.

        Digests of the page and of its style sheet, what is wrong, and the page that is being edited.
        """
        return {
            "page": _digest(self._look_of(address)),
            "styles": _digest(self._made(lambda showing: showing.styles(address)) or b""),
            "problems": self.problems(address),
            "edited": [f"/{self.edited}", self.version] if self.edited else None,
        }

    def _look_of(self, address: Address) -> bytes:
        try:
            page = self.page(address)
        except Unmade as unmade:
            return str(unmade).encode()
        if page is None:
            return b""
        found = str(self.version).encode() if b"data-gallery" in page else b""  # it shows what the index has
        return page + found + (self._made(lambda showing: showing.scripts(address)) or b"")

    def problems(self, address: Address) -> list[dict[str, str]]:
        """What is wrong with the portal of an address, and with what all portals share."""
        branch = address.partition("/")[0]
        return [_problem(self.asked.root, each) for each in self.report.errors if each.at.branch in (branch, None)]


def _problem(root: Path, found: Diagnostic) -> dict[str, str]:
    """A problem for the browser: its place, what is wrong, what to do, what opens the file in an editor.

    `unfinished` is not empty when pages are shown as they are nevertheless.
    """
    at, editor = found.at, os.environ.get("PORTAL_EDITOR", EDITOR)
    path = urlsplit((root / at.path).as_uri()).path  # `C:\大赛` is `/C:/大赛` there
    return {
        "place": str(at),
        "message": found.message,
        "hint": found.hint,
        "editor": editor.format(path=path, line=at.line, column=at.column),
        "unfinished": "yes" if found.code in UNFINISHED else "",
    }


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _broken(loaded: project.Project) -> frozenset[str | None]:
    """The branches that cannot be shown as they are; a gap or a full quota is no reason while somebody writes."""
    if loaded.catalog is None:
        return frozenset({None})
    undecoded = _undecoded(loaded.catalog)
    found = (each for each in loaded.report.errors if each.code not in UNFINISHED or each.at.path in undecoded)
    return frozenset(each.at.branch for each in found)


def _undecoded(catalog: Catalog) -> set[str]:
    """The files that could not be decoded."""
    return {document.path for key, document in catalog.sources.items() if catalog.is_broken(*key)}


def _unread(catalog: Catalog | None) -> frozenset[str | None]:
    """The branches in which not everything could be looked at."""
    return frozenset({None}) if catalog is None else frozenset(Span(path).branch for path in _undecoded(catalog))


class Unmade(Exception):
    """A page that could not be made, in words."""


def _said(error: Exception) -> str:
    if isinstance(error, TextTooHard):
        found = error.diagnostic()
        return f"{found.at}：{found.message}。{found.hint}"
    if isinstance(error, BrokenPicture):
        return str(error)
    return f"这一页没能做出来：{type(error).__name__}: {error}"


def token(state: dict[str, Any]) -> str:
    """A state as one word."""
    return _digest(json.dumps(state, sort_keys=True).encode())
