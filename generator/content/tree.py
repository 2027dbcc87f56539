"""The one rule for everything that is read: plain files and folders, resolved below the project, of sensible size.

`look` looks at all of `content/` and `branches/` before anything there is opened. Where it finds something wrong,
nothing is read at all: no later step needs to think of links that lead out, of pipes that never end, or of devices.
Nor does one look again: what is there is known.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from generator.content.hints import cut
from generator.diagnostics import Diagnostic, Span
from generator.machine import signs
from generator.machine.faults import words
from generator.machine.paths import name_in
from generator.machine.signs import Sign

FOLDERS = ("content", "branches")
"""What people write; `templates/` belongs to the program."""

TEXTS = frozenset({".md", ".yml", ".yaml"})
MAX_TEXT = 2_000_000
"""Bytes of a file that people write: fifty times a long notice."""

MAX_TABLE = 10_000_000
"""Bytes of a table: some forty thousand rows."""

MAX_FILE = 100_000_000
"""Bytes of any other file, such as a scanned document for download."""

MAX_NAME = 200
"""Bytes of a name: file systems end at 255, and what is made from a file has a longer name."""

MAX_DEPTH = 12
"""Folders within folders; a case's picture stands in the sixth."""

FILES = TEXTS | {".png", ".jpg", ".jpeg", ".webp", ".svg", ".pdf", ".csv"}
"""Endings that only files have."""

Problem = tuple[str, str]
"""A message and a hint."""

_KINDS = (
    (stat.S_ISFIFO, "是一个管道"),
    (stat.S_ISSOCK, "是一个套接字"),
    (stat.S_ISCHR, "是一个设备"),
    (stat.S_ISBLK, "是一个设备"),
)


class FolderEntry(NamedTuple):
    """A file or a folder in a folder."""

    is_folder: bool
    sign: Sign

    @property
    def size(self) -> int:
        """Bytes of a file."""
        return self.sign[1]


@dataclass(frozen=True)
class Tree:
    """What is below a project's `content/` and `branches/`, as one look has found it; links as what they lead to."""

    root: Path
    folders: Mapping[str, Mapping[str, FolderEntry]]
    """What is in each folder, by name and in that order; folders by their paths below the root."""
    problems: Sequence[Diagnostic]
    """Everything there that must not be read."""
    latest: int
    """See `signs.latest`."""

    def inside(self, folder: str) -> Mapping[str, FolderEntry]:
        """What is in a folder; nothing when there is none."""
        return self.folders.get(folder, {})

    def below(self, folder: str) -> Iterator[str]:
        """The paths of the files in a folder and in those within it."""
        for name, entry in self.inside(folder).items():
            path = f"{folder}/{name}"
            yield from self.below(path) if entry.is_folder else (path,)

    def has_file(self, path: str) -> bool:
        """Whether there is a file of that path."""
        folder, _, name = path.rpartition("/")
        found = self.inside(folder).get(name)
        return found is not None and not found.is_folder

    def lasting_sign(self, path: str) -> Sign | None:
        """By which a file that is there is known to be as it was; None when it may be changed and keep it."""
        folder, _, name = path.rpartition("/")
        sign = self.inside(folder)[name].sign
        return sign if signs.holds(sign, self.latest) else None


def look(root: Path) -> Tree:
    """Look at everything that there is to read in the project in `root`."""
    latest, looker = signs.latest(), _Looker(os.path.realpath(root))
    for name in FOLDERS:
        path = f"{looker.root}/{name}"
        if os.path.lexists(path):
            looker.look(name, path, (), is_link=Path(path).is_symlink())
    return Tree(root, looker.folders, looker.problems, latest)


@dataclass
class _Looker:
    """Goes through all folders, and notes what is in them and what is wrong."""

    root: str
    folders: dict[str, Mapping[str, FolderEntry]] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)

    def look(self, name: str, path: str, above: tuple[str, ...], *, is_link: bool) -> FolderEntry | None:
        """An entry, if it may be read, after all below it; `above` are the real folders that lead to it."""
        try:
            real = _resolved(self.root, path) if is_link else path
            facts = os.stat(path)  # noqa: PTH116 - thousands of files
        except OSError as error:
            self._refuse(name, f"打不开：{words(error)}", "检查它的权限；是符号链接就换成文件本身")
            return None
        if real is None:
            self._refuse(name, "是指向项目之外的符号链接", "把文件本身放进项目，不用链接")
            return None
        is_folder = stat.S_ISDIR(facts.st_mode)
        problem = _problem(name, facts) or (_folder_problem(name, real, above) if is_folder else None)
        if problem:
            self._refuse(name, *problem)
            return None
        if is_folder:
            self._look_inside(name, path, (*above, real))
        return FolderEntry(is_folder, signs.sign(facts))

    def _look_inside(self, name: str, path: str, above: tuple[str, ...]) -> None:
        try:
            with os.scandir(path) as entries:
                found = sorted(entries, key=attrgetter("name"))
        except OSError as error:
            self._refuse(name, f"打不开：{words(error)}", "检查目录的权限")
            return
        inside = self.folders[name] = {}
        for entry in found:
            if looked := self.look(f"{name}/{entry.name}", entry.path, above, is_link=entry.is_symlink()):
                inside[entry.name] = looked

    def _refuse(self, name: str, what: str, hint: str) -> None:
        place = shown(name)
        at = Span(place)
        self.problems.append(Diagnostic("unreadable-file", at, f"“{place.rpartition('/')[2]}”{what}", hint))


def _resolved(root: str, path: str) -> str | None:
    """Where a link leads, None when that is outside the project or hidden in it. Raises `OSError` for broken links."""
    real = os.path.realpath(path, strict=True)
    inside = Path(root) in Path(real).parents and not any(
        part.startswith(".") for part in name_in(root, real).split("/")
    )
    return real if inside else None


def _problem(name: str, facts: os.stat_result) -> Problem | None:
    """What is wrong with a file or folder itself."""
    base = name.rpartition("/")[2]
    if len(os.fsencode(base)) > MAX_NAME:
        return f"名字太长，超过 {MAX_NAME} 个字节", "换一个短一些的名字"
    if shown(base) != base:
        return "名字里有看不见的字符，或者不是 UTF-8 编码", "换一个名字"
    if stat.S_ISDIR(facts.st_mode):
        return None
    if not stat.S_ISREG(facts.st_mode):
        kind = next((words for test, words in _KINDS if test(facts.st_mode)), "不是文件")
        return f"{kind}，不是普通文件", "删去它，换成普通文件"
    limit = MAX_TEXT if _ending(base) in TEXTS else MAX_TABLE if _ending(base) == ".csv" else MAX_FILE
    if facts.st_size > limit:
        return f"有 {facts.st_size / 1e6:.1f} MB，超过 {limit / 1e6:.0f} MB", "缩小文件，或者分成几个"
    return None


def _folder_problem(name: str, real: str, above: tuple[str, ...]) -> Problem | None:
    if _ending(name) in FILES:
        return "是一个目录，名字却像文件", "给目录改名，或者换成同名的文件"
    if real in above:
        return "是绕回上级目录的符号链接", "删去这个链接"
    if len(above) >= MAX_DEPTH:
        return f"目录套了 {MAX_DEPTH} 层以上", "减少目录的层数"
    return None


def _ending(name: str) -> str:
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 - thousands of files


def shown(name: str) -> str:
    """A file's name as it can be printed: control characters, lone surrogates and the like as escapes, cut short."""
    text = "".join(letter if letter.isprintable() else letter.encode("unicode-escape").decode() for letter in name)
    return cut(text, 300)
