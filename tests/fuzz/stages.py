"""What is done to an input: it is read, it is built, the output is searched, its pages are opened."""

from __future__ import annotations

import csv
import functools
import http.server
import io
import json
import os
import re
import shutil
import threading
import urllib.parse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pikepdf
import pypdfium2
from PIL import Image
from playwright.sync_api import BrowserContext, Error, Page, sync_playwright

from benchmarks import chromium
from generator import project
from generator.content.tree import shown
from generator.diagnostics import Diagnostic, Report
from generator.diagnostics.codes import CODES
from generator.publish import Request, Stopped
from generator.publish.build import build
from tests.fuzz.contest import Contest, Input
from tests.fuzz.words import WORD, Fate, hidden_characters, hidden_words
from tests.test_mistakes import FOREIGN

# Reading


@dataclass(frozen=True)
class Verdict:
    """Whether an input is accepted, and which of its diagnostics an editor would not understand."""

    accepted: bool
    unclear: tuple[str, ...] = ()


def check(contest: Contest, inputs: Sequence[Input]) -> Verdict:
    """Put inputs into the contest and read it."""
    contest.put(inputs)
    report = project.load(contest.root).report
    for written in (report.to_text(), report.to_json(), report.to_github()):
        written.encode()
    unclear = unclear_diagnostics(contest.root, report, "\n".join(given.text for given in inputs))
    return Verdict(not report.has_errors, tuple(unclear))


_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_QUOTED = re.compile(r"“.*”|`.*`|（.*）", re.DOTALL)


def unclear_diagnostics(root: Path, report: Report, written: str) -> Iterator[str]:
    """The errors without a place, or in words that are not the editor's. `written` is what the editor wrote."""
    for found in report.errors:
        if found.code not in CODES:
            yield f"unknown code: {found}"
        if fault := _misplaced(root, found):
            yield f"{fault}: {found}"
        told = _QUOTED.sub("", f"{found.message} {found.hint}")
        if not _CHINESE.search(found.message):
            yield f"not Chinese: {found}"
        for foreign in FOREIGN:
            if foreign in told and foreign not in written:
                yield f"speaks of {foreign}: {found}"


def _below(root: Path) -> Iterator[str]:
    return (str(path.relative_to(root)) for path in root.rglob("*"))


def _misplaced(root: Path, found: Diagnostic) -> str:
    path = root / found.at.path
    known = os.path.lexists(path) or found.at.path in map(shown, _below(root))  # odd letters are told as escapes
    if not found.at.path or not (known or found.code in ("missing-file", "missing-image")):
        return "no such file"
    if path.is_file() and path.resolve().is_relative_to(root.resolve()) and os.access(path, os.R_OK):
        lines = re.split(rb"\r\n?|\n", path.read_bytes())
        if not 1 <= found.at.line <= len(lines):
            return f"the file has {len(lines)} lines"
    return ""


# Building


@dataclass(frozen=True)
class Job:
    """Inputs that are built together, as of a day."""

    inputs: tuple[Input, ...]
    day: date
    books: bool = False


@dataclass(frozen=True)
class Built:
    """What became of a build: `refused` when a picture or a book turned out bad, `stopped` without a place to mend."""

    status: str
    text: str = ""
    unclear: tuple[str, ...] = ()
    leaks: tuple[tuple[str, str], ...] = ()
    """Every word that stands where it must not: file and word."""
    injected: tuple[str, ...] = ()
    """Files that programs would read otherwise than they were meant."""


def build_site(contest: Contest, out: Path, job: Job) -> Built:
    """Build the contest with these inputs into `out` and search it."""
    shutil.rmtree(out, ignore_errors=True)
    shutil.rmtree(contest.root / ".cache" / "books", ignore_errors=True)
    contest.put(job.inputs)
    try:
        result = build(Request(contest.root, out, job.day, handbooks=job.books))
    except Stopped as stopped:
        details = "\n".join(str(bad) for bad in getattr(stopped, "bad", ()))
        return Built("stopped", f"{stopped}\n{details}")
    if result.published is None:
        written = "\n".join(given.text for given in job.inputs)
        unclear = tuple(unclear_diagnostics(contest.root, result.report, written))
        return Built("refused", result.report.to_text(), unclear)
    return Built("published", leaks=tuple(leaks(out, job.day)), injected=tuple(injected(out)))


# Searching

TEXT = (".html", ".js", ".json", ".xml", ".ics", ".csv", ".txt", ".svg", ".css", ".webmanifest")


def leaks(out: Path, day: date) -> Iterator[tuple[str, str]]:
    """File and word, for every word in the output that nobody may see on that day."""
    for path in sorted(path for path in out.rglob("*") if path.is_file()):
        name = path.relative_to(out).as_posix()
        for text in (name, *_texts(path)):
            yield from ((name, found) for found in hidden_words(text, day))
        if path.suffix in TEXT:
            text = path.read_text("utf-8", "replace")
            yield from ((name, found) for found in hidden_characters(text, day))


def _texts(path: Path) -> Iterator[str]:
    """All that a file says: its bytes, what they unpack to, and text that its bytes do not spell out."""
    raw = path.read_bytes()
    yield raw.decode("latin-1")
    yield urllib.parse.unquote(raw.decode("utf-8", "replace")) if path.suffix in TEXT and b"%" in raw else ""
    if path.suffix in (".png", ".jpg", ".webp"):
        with Image.open(io.BytesIO(raw)) as image:
            image.load()
            yield f"{image.info} {dict(image.getexif())} {dict(image.getexif().get_ifd(0x8825))}"
    if path.suffix == ".pdf":
        yield from _pdf(path)


def _pdf(path: Path) -> Iterator[str]:
    with pikepdf.open(path) as pdf:
        for held in pdf.objects:
            if isinstance(held, pikepdf.Stream):
                try:
                    yield held.read_bytes().decode("latin-1")
                except pikepdf.PdfError:  # photographs stay packed
                    yield held.read_raw_bytes().decode("latin-1")
                yield repr(held.stream_dict)
            elif isinstance(held, pikepdf.Dictionary | pikepdf.Array):
                yield "\n".join(_strings(held))
    document = pypdfium2.PdfDocument(path)
    yield from (page.get_textpage().get_text_bounded() for page in document)


def _strings(held: Any) -> Iterator[str]:
    """The strings and names directly inside a PDF object; objects of their own come by themselves."""
    if isinstance(held, pikepdf.String | pikepdf.Name):
        yield str(held)
    elif isinstance(held, pikepdf.Dictionary):
        for key, value in held.items():
            yield key
            if not getattr(value, "is_indirect", False):
                yield from _strings(value)
    elif isinstance(held, pikepdf.Array):
        for value in held:
            if not getattr(value, "is_indirect", False):
                yield from _strings(value)


_LINKED_DATA = re.compile(r'<script type="application/ld\+json"[^>]*>(.*?)</script', re.DOTALL)
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠](?![0-9.]+$)")


def injected(out: Path) -> Iterator[str]:
    """Files that do not follow their format, calendar lines and spreadsheet formulas that a text smuggled in."""
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out).as_posix()
        reader = READERS.get(path.suffix)
        if reader and path.is_file():
            try:
                yield from (f"{name}: {fault}" for fault in reader(path.read_text("utf-8-sig")))
            except (ValueError, ElementTree.ParseError) as error:
                yield f"{name}: {error}"


def _html(text: str) -> Iterator[str]:
    for found in _LINKED_DATA.finditer(text):
        json.loads(found[1])
    yield from ()


def _json(text: str) -> Iterator[str]:
    json.loads(text, parse_constant=_no_number)
    yield from ()


def _no_number(name: str) -> None:
    raise ValueError(name)


def _xml(text: str) -> Iterator[str]:
    ElementTree.fromstring(text)
    yield from ()


def _calendar(text: str) -> Iterator[str]:
    yield from re.findall(r"^(?:X-CANARY|ATTACH).*", text, re.MULTILINE)


def _table(text: str) -> Iterator[str]:
    for row in csv.reader(io.StringIO(text, newline="")):
        yield from (cell for cell in row if _FORMULA.match(cell))


READERS = {".html": _html, ".json": _json, ".xml": _xml, ".ics": _calendar, ".csv": _table}
"""Each says what is wrong with a text, or raises `ValueError`."""


# Opening


OWN = "https://contest.example/"
"""The site's own address, where the page for missing addresses starts its links, since it is shown at any depth."""


@dataclass(frozen=True)
class Seen:
    """A script that ran (its word), or a request to another host (its address), and on which page."""

    what: str
    value: str
    page: str


POKE = """() => {
  for (const element of document.querySelectorAll('*')) {
    for (const { name } of [...element.attributes])
      if (name.startsWith('on')) element.dispatchEvent(new Event(name.slice(2), { bubbles: false }));
    for (const key of ['href', 'xlink:href', 'action', 'formaction']) {
      const value = element.getAttribute(key);
      if (value === null) continue;
      let scheme = '';
      try { scheme = new URL(value, location.href).protocol } catch { continue }
      if (['javascript:', 'data:', 'vbscript:'].includes(scheme))
        element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    }
  }
}"""
"""Fires every handler that stands in an attribute, and follows every link that would run a script."""


class Opener:
    """A Chromium that opens the pages of built sites; started by the first task, in the process that uses it."""

    def __init__(self) -> None:
        self._context: BrowserContext | None = None
        self._seen: list[Seen] = []
        self._at = ""

    def __call__(self, out: Path) -> list[Seen]:
        """Open every page on which a word of an input stands, and the search with such a word."""
        self._seen = []
        handler = functools.partial(_Quiet, directory=str(out))
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            self._origin = f"http://127.0.0.1:{server.server_port}/"
            page = self._new_page()
            for address in pages(out):
                self._open(page, address)
            page.close()
            server.shutdown()
        return list(dict.fromkeys(self._seen))

    def _new_page(self) -> Page:
        if self._context is None:
            running = chromium.launch(
                sync_playwright().start(), "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
            )
            # The policy of the pages would hide what the sanitiser lets through.
            self._context = running.new_context(bypass_csp=True)
            self._context.expose_binding("__canary", lambda _, *said: self._executed(said))
            self._context.on("request", lambda request: self._requested(request.url))
        page = self._context.new_page()
        page.set_default_timeout(10_000)
        page.on("dialog", lambda dialog: (self._executed((dialog.message,)), dialog.dismiss()))
        return page

    def _executed(self, said: Sequence[Any]) -> None:
        self._seen.append(Seen("executed", str(said[0] if said else ""), self._at))

    def _requested(self, url: str) -> None:
        if not url.startswith((self._origin, OWN, "data:", "blob:", "about:")):
            self._seen.append(Seen("foreign", url, self._at))

    def _open(self, page: Page, address: str) -> None:
        self._at = address
        try:
            page.goto(self._origin + address, wait_until="load")
            page.evaluate(POKE)
            page.wait_for_timeout(20)
        except Error as error:
            if "Timeout" in str(error):
                self._seen.append(Seen("executed", f"the page does not answer: {str(error)[:80]}", address))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""


def pages(out: Path) -> Iterator[str]:
    """Pages with a word that a script might say, then those that fetch such words by themselves."""
    for path in sorted(out.rglob("*.html")):
        said = (found[1].lower() for found in WORD.finditer(path.read_text("utf-8", "replace")))
        if Fate.PUBLIC in said:
            yield f"{urllib.parse.quote(path.relative_to(out).as_posix())}?hl=zqxj7"
    searched = (path for path in sorted(out.rglob("*.html")) if path.name in ("search.html", "cases.html"))
    yield from (f"{path.relative_to(out).as_posix()}?q=zqxj7c" for path in searched)
    for path in sorted(out.rglob("*.svg")):
        yield urllib.parse.quote(path.relative_to(out).as_posix())
