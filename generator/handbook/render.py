"""Units to fragments: what is in the cache is taken from there, the rest is laid out by workers."""

from __future__ import annotations

import functools
import hashlib
import json
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from generator.diagnostics import Diagnostic, Span
from generator.handbook import fragment, pictures, stamps
from generator.handbook.book import Book, Unit
from generator.handbook.fragment import FORMAT, Face, Fragment
from generator.handbook.frame import style
from generator.handbook.orders import Failed, Order, Subset
from generator.handbook.pool import Pool

CACHE = Path(".cache") / "handbook"
LAYOUT_CODE = ("layout.py", "cut.py", "tags.py", "pictures.py", "fragment.py", "frame.py", "stamps.py")
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
PACKAGES = ("weasyprint", "pydyf", "pillow", "tinycss2", "tinyhtml5", "fonttools")

_FILES = re.compile(r"""(?:src|href|data|poster)\s*=\s*["']?([^"'\s>]+)|url\(\s*["']?([^"')]+)""")
STAMPS = Unit("stamps", "<p>&#160;</p>")


@dataclass
class Renderer:
    """Lays out the units of one project's books."""

    root: Path
    pool: Pool
    laid_out: int = 0
    """How many units were not in the cache."""
    _digests: Digests = field(init=False)
    _keys: dict[tuple[int, int], tuple[Book, Unit, str]] = field(default_factory=dict)
    """Keys by the identity of book and unit, which are kept alive here so that it stays theirs."""

    def __post_init__(self) -> None:
        self._digests = Digests(self.root)

    def key(self, book: Book, unit: Unit) -> str:
        """The hash of everything that the layout of a unit depends on."""
        own = (id(book), id(unit))
        if own not in self._keys:
            self._keys[own] = (book, unit, self._key(book, unit))
        return self._keys[own][2]

    def _key(self, book: Book, unit: Unit) -> str:
        parts = [
            *(FORMAT, tools(), style(book), book.css, book.make, book.language, _classes(book)),
            *(unit.id, unit.html, unit.left_head, unit.right_head),
            *(f"{path}={self._digests.of(path)}" for path in _paths(self.root, book, unit)),
        ]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    def render(self, book: Book, units: Sequence[Unit]) -> tuple[list[Fragment | None], list[Diagnostic]]:
        """The fragment of every unit, in their order; None with a diagnostic for those that cannot be laid out."""
        targets = [self._target(self.key(book, unit)) for unit in units]
        found: list[Fragment | None] = [_cached(target) for target in targets]
        todo = [place for place, each in enumerate(found) if each is None]
        problems: list[Diagnostic] = []
        orders = [_order(book, units[place], targets[place]) for place in todo]
        for index, result in self.pool.run(orders):
            place = todo[index]
            if isinstance(result, Failed):
                problems.append(_problem(self.root, units[place], result.message))
            else:
                self.laid_out += 1
                found[place] = fragment.open_file(targets[place])
        self._digests.save()
        return found, problems

    def fonts(self, faces: dict[str, Face]) -> dict[str, bytes]:
        """The subsetted file of every font."""
        targets = {key: self._font_target(key, face) for key, face in faces.items()}
        todo = [key for key, target in targets.items() if not target.exists()]
        tasks = [Subset(key, faces[key].description, faces[key].glyphs) for key in todo]
        for place, result in self.pool.run(tasks):
            if isinstance(result, Failed):
                raise RuntimeError(f"cannot subset {faces[todo[place]].description}")
            store(targets[todo[place]], result.data)
        return {key: target.read_bytes() for key, target in targets.items()}

    def _target(self, key: str) -> Path:
        return self.root / CACHE / "units" / key[:2] / f"{key}.unit"

    def _font_target(self, key: str, face: Face) -> Path:
        words = ",".join(map(str, sorted(face.glyphs)))
        digest = hashlib.sha256(f"{tools()}|{key}|{face.description}|{words}".encode()).hexdigest()
        return self.root / CACHE / "fonts" / f"{digest}.font"


def store(target: Path, data: bytes) -> None:
    """Write a whole file or none."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_suffix(f".{os.getpid()}.tmp")
    beside.write_bytes(data)
    beside.replace(target)


def _cached(target: Path) -> Fragment | None:
    try:
        return fragment.open_file(target)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _classes(book: Book) -> str:
    return f"{book.make} paper-{book.paper}" + " demo" * book.demo


def _order(book: Book, unit: Unit, target: Path) -> Order:
    """What a worker needs to know."""
    lines = stamps.LINES if unit.id == STAMPS.id else ()
    return Order(
        *(unit.id, unit.html, unit.left_head, unit.right_head, style(book), book.css),
        *(book.make, book.language, _classes(book), target, lines),
    )


def _paths(root: Path, book: Book, unit: Unit) -> list[Path]:
    """The files that a unit's pages may show."""
    named = {root / path for path in unit.paths}
    for text in (unit.html, book.css):
        for match in _FILES.finditer(text):
            try:
                named.add(pictures.vetted(root, match[1] or match[2]))
            except (pictures.Refused, OSError, ValueError):
                continue
    return sorted(named)


def _problem(root: Path, unit: Unit, message: str) -> Diagnostic:
    hint = "改正这里的内容；表格过宽、嵌套过深、图片损坏是常见的原因"
    return Diagnostic("print-layout", span(root, unit, *re.findall(r"“([^”]+)”", message)), message, hint)


def span(root: Path, unit: Unit, *words: str) -> Span:
    """The line of the unit's content file that has one of some words (a file's name counts without its folder)."""
    source = unit.source or unit.id
    try:
        lines = (root / source).read_text("utf-8").splitlines() if unit.source else []
    except (OSError, UnicodeDecodeError):
        lines = []
    for word in words:
        name = word.rsplit("/", 1)[-1]
        for number, line in enumerate(lines, start=1):
            if name and name in line:
                return Span(source, number, line.index(name) + 1)
    return Span(source)


# What layout depends on besides the unit


@functools.cache
def tools() -> str:
    """A digest of the programs and fonts that make fragments."""
    here = files("generator.handbook")
    parts = [f"{name}={version(name)}" for name in PACKAGES]
    parts += [hashlib.sha256((here / name).read_bytes()).hexdigest() for name in LAYOUT_CODE]
    parts += _fonts()
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _fonts() -> Iterable[str]:
    """Names, sizes and times of all font files."""
    for folder in FONT_FOLDERS:
        for path in sorted(Path(folder).expanduser().rglob("*")):
            if path.is_file():
                facts = path.stat()
                yield f"{path}|{facts.st_size}|{facts.st_mtime_ns}"


class Passed:
    """The units whose pages have passed the checks in some book: joining moves their bytes, but never changes them."""

    def __init__(self, root: Path, code: str) -> None:
        self.file, self.code = root / CACHE / "passed.json", code
        try:
            code, *keys = json.loads(self.file.read_text("utf-8"))
        except (OSError, ValueError):
            code, keys = "", []
        self.keys: set[str] = set(keys) if code == self.code else set()

    def add(self, keys: Iterable[str]) -> None:
        """Remember more."""
        self.keys |= set(keys)
        store(self.file, json.dumps([self.code, *sorted(self.keys)]).encode())


class Digests:
    """Hashes of files, remembered by size and time so that an unchanged photo is not read again."""

    def __init__(self, root: Path) -> None:
        self.file = root / CACHE / "digests.json"
        self.changed = False
        try:
            self.known: dict[str, list[str | int]] = json.loads(self.file.read_text("utf-8"))
        except (OSError, ValueError):
            self.known = {}

    def of(self, path: Path) -> str:
        """The SHA-256 of a file; empty when there is none."""
        try:
            facts = path.stat()
        except OSError:
            return ""
        stamp = [facts.st_size, facts.st_mtime_ns]
        if (known := self.known.get(str(path))) and known[:2] == stamp:
            return str(known[2])
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        self.known[str(path)] = [*stamp, digest]
        self.changed = True
        return digest

    def save(self) -> None:
        """Keep what was learnt."""
        if self.changed:
            store(self.file, json.dumps(self.known).encode())
            self.changed = False
