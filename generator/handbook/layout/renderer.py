"""Units to fragments: what is in the cache is taken from there, the rest is laid out by workers."""

from __future__ import annotations

import ctypes
import functools
import hashlib
import html
import os
import re
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from generator.diagnostics import Diagnostic, Span
from generator.handbook.book import Book, Unit, working_on
from generator.handbook.layout import pictures
from generator.handbook.layout.cache_files import CACHE, Digests
from generator.handbook.layout.cache_files import unit as unit_entry
from generator.handbook.layout.orders import Crash, Failure, Order, Subset, Success
from generator.handbook.layout.pool import DIED, Pool
from generator.handbook.page import fragment
from generator.handbook.page.fragment import FORMAT, Face, Fragment
from generator.handbook.page.stamps import LINES, STAMPS, tab_lines
from generator.handbook.page.trim import style
from generator.machine import cache
from generator.papers import Make

ROOMS = (
    "handbook/book.py",
    "handbook/page",
    "handbook/chinese",
    "handbook/layout",
    "handbook/engine",
    "machine",
    "media",
    "papers.py",
    "text/quantities.py",
)
"""What makes fragments: all that a worker loads, and what gives it its orders."""

PACKAGES = ("weasyprint", "pydyf", "pillow", "tinycss2", "tinyhtml5", "cssselect2", "pyphen", "fonttools")
LIBRARIES = (
    ("libpango-1.0.so.0", "pango_version_string", ctypes.c_char_p),
    ("libharfbuzz.so.0", "hb_version_string", ctypes.c_char_p),
    ("libfontconfig.so.1", "FcGetVersion", ctypes.c_int),
)
"""What WeasyPrint shapes text with: the library, its function that says the version, and what that gives."""

FONT_FOLDERS = (
    *("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts"),
    *("/etc/fonts", "~/.config/fontconfig"),
)
"""Where fonts are, and the rules by which one is chosen."""

Watch = Callable[[Diagnostic | None], None]
"""Told of every unit as soon as it is laid out, or of what is wrong with it."""


def unwatched(_problem: Diagnostic | None) -> None:
    """Nobody waits for a unit."""


_FILES = re.compile(
    r"""(?:src|href|data|poster)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))|url\(\s*(?:"([^"]*)"|'([^']*)'|([^)]*))"""
)


@dataclass
class UnitRenderer:
    """Lays out the units of one project's books."""

    root: Path
    pool: Pool
    _digests: Digests = field(init=False)

    def __post_init__(self) -> None:
        self._digests = Digests(self.root)

    def key(self, book: Book, unit: Unit) -> str:
        """The hash of everything that the layout of a unit depends on."""
        parts = [
            *(FORMAT, tools(), style(book), book.css, book.make, book.language, _classes(book)),
            *(unit.id, unit.html, unit.left_head, unit.right_head, unit.tab.label if unit.tab else ""),
            repr(book.inks) if book.make is Make.PRINT else "",
            *(self._digests.of(path) for path in _paths(self.root, book, unit)),
        ]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    def render(
        self, book: Book, units: Sequence[Unit], watch: Watch = unwatched
    ) -> tuple[list[Fragment | None], list[Diagnostic]]:
        """The fragment of every unit, in their order; None with a diagnostic for those that cannot be laid out."""
        targets = [unit_entry(self.root, self.key(book, unit)) for unit in units]
        found: list[Fragment | None] = [_cached(target) for target in targets]
        todo = [place for place, each in enumerate(found) if each is None]
        problems: list[Diagnostic] = []
        for _ in range(len(units) - len(todo)):
            watch(None)
        orders = [_order(book, units[place], targets[place]) for place in todo]
        for index, result in self.pool.run(orders):
            place = todo[index]
            if isinstance(result, Crash):
                with working_on(units[place]):
                    raise RuntimeError(result.message)
            found[place] = _cached(targets[place]) if isinstance(result, Success) else None
            problem = None
            if not found[place]:
                problem = _problem(self.root, units[place], result.message if isinstance(result, Failure) else DIED)
                problems.append(problem)
            watch(problem)
        self._digests.save()
        return found, problems

    def fonts(self, faces: dict[str, Face]) -> dict[str, bytes]:
        """The subsetted file of every font."""
        targets = {key: self._font_target(key, face) for key, face in faces.items()}
        files = {key: data for key, target in targets.items() if (data := cache.read(target)) is not None}
        cache.used(*(targets[key] for key in files))
        todo = [key for key in faces if key not in files]
        tasks = [Subset(key, faces[key].description, faces[key].glyphs) for key in todo]
        for place, result in self.pool.run(tasks):
            if not isinstance(result, Success):
                raise RuntimeError(f"cannot subset {faces[todo[place]].description}: {result}")
            files[todo[place]] = result.data
            cache.write(targets[todo[place]], result.data)
        return {key: files[key] for key in faces}

    def _font_target(self, key: str, face: Face) -> Path:
        words = ",".join(map(str, sorted(face.glyphs)))
        digest = hashlib.sha256(f"{tools()}|{key}|{face.description}|{words}".encode()).hexdigest()
        return self.root / CACHE / "fonts" / f"{digest}.font"


def _cached(target: Path) -> Fragment | None:
    """A unit's fragment from the cache, or None when there is no whole one."""
    try:
        found = fragment.open_file(target)
    except (ValueError, KeyError, TypeError):
        return None
    cache.used(target)
    return found


def _classes(book: Book) -> str:
    return f"{book.make} paper-{book.paper}" + " demo" * book.demo


def _order(book: Book, unit: Unit, target: Path) -> Order:
    """What a worker needs to know."""
    lines = LINES if unit.id == STAMPS.id else tab_lines(unit.tab.label) if unit.tab else ()
    return Order(
        *(unit.id, unit.html, unit.left_head, unit.right_head, style(book), book.css),
        *(book.make, book.language, _classes(book), target, book.inks, lines),
    )


def _paths(root: Path, book: Book, unit: Unit) -> list[Path]:
    """The files that a unit's pages may show, in a fixed order."""
    named = {root / path for path in unit.paths}
    for text in (unit.html, book.css):
        for match in _FILES.finditer(text):
            url = html.unescape(next(group for group in match.groups() if group is not None))
            try:
                named.add(pictures.vetted(root, url.strip(" \t\n'\"")))
            except pictures.RefusedPicture:
                continue
    return sorted(named)


def _problem(root: Path, unit: Unit, message: str) -> Diagnostic:
    hint = "改正这里的内容；表格过宽、嵌套过深、图片损坏是常见的原因"
    return Diagnostic("print-layout", span(root, unit, *re.findall(r"“([^”]+)”", message)), message, hint)


def span(root: Path, unit: Unit, *words: str) -> Span:
    """The line of the unit's content file that has one of some words (of a file its name alone), or the file."""
    try:
        lines = (root / unit.source).read_text("utf-8").splitlines() if unit.source else []
    except (OSError, UnicodeDecodeError):
        lines = []
    for word in words:
        name = word.rsplit("/", 1)[-1]
        for number, line in enumerate(lines, start=1):
            if name and name in line:
                return Span(unit.source, number, line.index(name) + 1)
    return Span(unit.source or unit.id)


# What layout depends on besides the unit


@functools.cache
def tools() -> str:
    """A digest of the programs and fonts that make fragments."""
    parts = [f"python={sys.version_info[:2]}", f"zlib={zlib.ZLIB_RUNTIME_VERSION}"]
    parts += [f"{name}={version(name)}" for name in PACKAGES]
    parts += _libraries()
    parts.append(code(*ROOMS))
    parts += _fonts()
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def code(*rooms: str) -> str:
    """A digest of modules, or of whole rooms of them with what else lies there; named from `generator/`."""
    program = Path(str(files("generator")))
    found = [path for room in rooms for path in ((program / room).glob("*.*") if "." not in room else [program / room])]
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(found))).hexdigest()


def _libraries() -> Iterator[str]:
    """The versions of the system's libraries, asked without loading WeasyPrint."""
    for name, asked, kind in LIBRARIES:
        try:
            function = getattr(ctypes.CDLL(name), asked)
        except (OSError, AttributeError):
            continue  # another system names it otherwise; WeasyPrint will say whether it is there
        function.restype = kind
        yield f"{name}={function()}"


def _fonts() -> Iterator[str]:
    """Names, sizes and times of all font files and of the rules for choosing among them."""
    yield f"{os.environ.get('FONTCONFIG_FILE')}|{os.environ.get('FONTCONFIG_PATH')}"
    for folder in FONT_FOLDERS:
        for path in sorted(Path(folder).expanduser().rglob("*")):
            if path.is_file():
                facts = path.stat()
                yield f"{path}|{facts.st_size}|{facts.st_mtime_ns}"
