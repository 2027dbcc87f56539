"""The one rule for everything that is read: plain files and folders, resolved below the project, of sensible size.

`problems` looks at all of `content/` and `branches/` before anything there is opened. Where it finds something,
nothing is read at all: no later step needs to think of links that lead out, of pipes that never end, or of devices.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from generator.content.hints import cut
from generator.diagnostics import Diagnostic, Span
from generator.machine.faults import words
from generator.machine.paths import name_in

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


def problems(root: Path) -> Iterator[Diagnostic]:
    """Everything below the project's `root` that must not be read."""
    real = os.path.realpath(root)
    for name in FOLDERS:
        path = f"{real}/{name}"
        if os.path.lexists(path):
            yield from _look(real, name, path, (), is_link=Path(path).is_symlink())


def _look(root: str, name: str, path: str, above: tuple[str, ...], *, is_link: bool) -> Iterator[Diagnostic]:
    """The problems of one entry and of all below it; `above` are the real folders that lead to it."""
    try:
        real = _resolved(root, path) if is_link else path
        facts = os.stat(path)  # noqa: PTH116 - thousands of files
    except OSError as error:
        yield _refused(name, f"打不开：{words(error)}", "检查它的权限；是符号链接就换成文件本身")
        return
    if real is None:
        yield _refused(name, "是指向项目之外的符号链接", "把文件本身放进项目，不用链接")
        return
    problem = _problem(name, facts) or (_folder_problem(name, real, above) if stat.S_ISDIR(facts.st_mode) else None)
    if problem:
        yield _refused(name, *problem)
    elif stat.S_ISDIR(facts.st_mode):
        yield from _inside(root, name, path, (*above, real))


def _inside(root: str, name: str, path: str, above: tuple[str, ...]) -> Iterator[Diagnostic]:
    try:
        with os.scandir(path) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield _refused(name, f"打不开：{words(error)}", "检查目录的权限")
        return
    for entry in found:
        yield from _look(root, f"{name}/{entry.name}", entry.path, above, is_link=entry.is_symlink())


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


def _refused(name: str, what: str, hint: str) -> Diagnostic:
    place = shown(name)
    return Diagnostic("unreadable-file", Span(place), f"“{place.rpartition('/')[2]}”{what}", hint)


def shown(name: str) -> str:
    """A file's name as it can be printed: control characters, lone surrogates and the like as escapes, cut short."""
    text = "".join(letter if letter.isprintable() else letter.encode("unicode-escape").decode() for letter in name)
    return cut(text, 300)
