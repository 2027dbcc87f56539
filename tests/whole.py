"""The fabricated contest with all that a real build needs: templates, settings, folders of assets."""

from __future__ import annotations

import fcntl
import functools
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from generator.diagnostics.progress import Progress, silent
from generator.handbook import printing
from generator.handbook.book import Book
from generator.handbook.printing import Choice
from generator.model import Edition
from generator.papers import Make
from generator.publish import BuildResult, Request
from generator.publish.build import build
from generator.views import Site

ROOT = Path(__file__).parents[1]
MINIMAL = ROOT / "tests" / "fixtures" / "minimal"
DAY = date(2026, 9, 30)
"""Everything of the contest is public."""

AUTUMN = date(2026, 11, 1)
"""The day of `published`."""

BOOKS = (
    *((edition, Choice(makes=(Make.SCREEN,))) for edition in ("demo/2026", "demo/2025", "liaoning/2026")),
    ("demo/2025", Choice(("guide",), (Make.PRINT,))),
)
"""Books that `published` has: every kind for the screen, one for print, and the longest real guide."""


@functools.cache
def _fabricated() -> tuple[list[str], dict[str, bytes]]:
    """The folders and the files of the contest, read once by a process: more than a thousand tests copy it."""
    found = [(path.relative_to(MINIMAL).as_posix(), path) for path in sorted(MINIMAL.rglob("*"))]
    return [name for name, path in found if path.is_dir()], {
        name: path.read_bytes() for name, path in found if path.is_file()
    }


def copied(folder: Path) -> Path:
    """A copy of the contest that may be changed."""
    folders, files = _fabricated()
    for name in ("", *folders):
        os.mkdir(f"{folder}/{name}")  # noqa: PTH102 - as `Path` it takes twice the time
    for name, content in files.items():
        with open(f"{folder}/{name}", "wb") as file:  # noqa: PTH123 - likewise
            file.write(content)
    return folder


def lay(folder: Path) -> Path:
    """A copy of the contest in `folder` that can be built and changed."""
    copied(folder)
    (folder / "templates").symlink_to(ROOT / "templates")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for branch in (folder / "branches").iterdir():
        (branch / "assets").mkdir(exist_ok=True)
        (branch / "mkdocs.yml").write_text(
            f"INHERIT: ../../mkdocs.yml\ndocs_dir: assets\nplugins: {{contest-portal: {{branch: {branch.name}}}}}\n",
            "utf-8",
        )
    return folder


def real(contest: Path) -> Path:
    """The same contest, nothing of which says that it is made up: the hub shows all of it."""
    for path in (*contest.glob("branches/*/branch.yml"), *contest.glob("content/**/*.md")):
        path.write_text(path.read_text("utf-8").replace("demo: true\n", ""), "utf-8")
    return contest


def make(
    contest: Path, day: date = DAY, out: Path | None = None, handbooks: bool = True, progress: Progress = silent
) -> BuildResult:
    """Build it for real; fails when nothing was published."""
    result = build(Request(contest, out or contest / "site", day, handbooks=handbooks), progress)
    assert result.published is not None, result.report.to_text()
    return result


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that one process of the run makes, and all may read."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    with folder.with_suffix(".lock").open("a+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            try:
                make(folder)
            except BaseException:  # nobody takes a half for the whole
                shutil.rmtree(folder, ignore_errors=True)
                raise
    return folder


@contextmanager
def printing_only(books: Iterable[tuple[str, Choice]]) -> Iterator[None]:
    """Builds print these books, each with the id of its edition."""
    planned = printing._planned

    def some(root: Path, site: Site, editions: Sequence[Edition], _: Choice) -> Iterator[tuple[Edition, Book]]:
        for edition, (of, choice) in product(editions, books):
            if edition.id == of:
                yield from planned(root, site, [edition], choice)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(printing, "_planned", some)
        yield


def published(factory: pytest.TempPathFactory) -> Path:
    """The project's own site with some of its books, built once a run."""

    def make(out: Path) -> None:
        with printing_only(BOOKS):
            result = build(Request(ROOT, out, AUTUMN))
        assert result.published is not None, result.report.to_text()

    return once(factory, "site", make)


def warm(contest: Path, factory: pytest.TempPathFactory) -> Path:
    """The contest, with all that books of the unchanged one keep in the cache: only what differs is laid out."""
    printed = once(factory, "printed", lambda folder: make(lay(folder)))
    shutil.copytree(printed / ".cache", contest / ".cache", dirs_exist_ok=True)
    return contest


def contents(folder: Path) -> dict[str, bytes]:
    """Every file by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
