"""The files of a site, made by several processes when there are several processors.

The books' pool (`handbook.layout.pool`) is another on purpose: see there.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from multiprocessing import get_context, parent_process
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Literal, TypeVar

from generator.model import BranchId
from generator.publish.output import KeptPortal, SiteWriter, WrittenFile
from generator.render import Environments
from generator.site import part
from generator.site.part import FileGroup, FileSet, Part, PartId
from generator.site.trace import Answers, Traces
from generator.text import markdown
from generator.views import Plan, Site

T = TypeVar("T")
What = Literal["texts", "index", "files", "pictures", "cards", "pages", "kept"]

PAGES = 100
"""So many pages to a task: few enough that processes end together, many enough that sending them costs nothing."""

TEXTS = 200
"""So many texts to a task."""

KEPT = 200
"""So many files of portals that were made before to a task."""

PICTURED = 20
"""So many cases with pictures to a task."""

CARDED = 40
"""So many pictures for sharing to a task."""

MOST = 61
"""Processes of a pool: Windows waits for no more."""


@dataclass(frozen=True, slots=True)
class Task:
    """Some files of a part of the site: some of its pages, pictures of some cases, its index, or all others.

    Or some files of a portal that was made before. Or texts that several of these will show, which are rendered before.
    """

    what: What
    part: PartId = part.HUB
    start: int = 0
    size: int = 0

    def of(self, things: Sequence[T]) -> Sequence[T]:
        """The pages, cases, files or texts that this task is about."""
        return things[self.start : self.start + self.size]


@dataclass(frozen=True)
class Job:
    """What all tasks of one build share."""

    root: Path
    site: Site
    plans: Mapping[PartId, Sequence[Plan]]
    """The pages of what is made: portals, the hub."""
    writer: SiteWriter
    made_by: str
    """What stands for the program and the templates in keys."""
    kept: Mapping[BranchId, KeptPortal] = field(default_factory=dict)
    """The portals that are taken over as they are."""
    beside: Collection[BranchId] = ()
    """The portals whose cards the hub's search may show as they are there."""

    @cached_property
    def texts(self) -> Sequence[str]:
        """The texts that have not been rendered in a build before; a kept one that was lost its page renders itself."""
        shown = (text for branch in self.plans if branch for text in self.site.catalog.of(branch).texts(new=True))
        keys = {markdown.key(text): text for text in shown if text and not markdown.is_plain(text)}
        return [keys[key] for key in sorted(self.writer.results.missing(keys))]

    @cached_property
    def answers(self) -> Answers:
        """What the site answers to those who ask for pages."""
        return Answers(self.site)

    @cached_property
    def parts(self) -> Mapping[PartId, Part]:
        """What is made."""
        shared: Environments = {}
        traces, known = Traces(self.answers, self.writer.results), self.answers.records
        return {name: Part(self.root, self.site, name, self.made_by, shared, traces, known) for name in self.plans}

    @cached_property
    def cards(self) -> Mapping[PartId, Sequence[Plan]]:
        """The pages that are drawn where they are shared."""
        return {name: made.carded(self.plans[name]) for name, made in self.parts.items()}

    def tasks(self) -> list[Task]:
        """All that is to be done once texts are rendered, what takes longest first.

        The hub's index comes after those of the portals, whose documents are then tokenised.
        """
        parts = self.parts
        self.answers.know_facts()
        return [
            *(Task("index", name) for name in sorted(parts, key=lambda name: name is part.HUB)),
            *(task for name in parts for task in _split("pictures", parts[name].pictured, PICTURED, name)),
            *(Task("files", name) for name in parts),
            *(task for name in parts for task in _split("cards", self.cards[name], CARDED, name)),
            *(task for name in parts for task in _split("pages", self.plans[name], PAGES, name)),
            *(task for name, portal in self.kept.items() for task in _split("kept", portal.files, KEPT, name)),
        ]

    def first_tasks(self) -> list[Task]:
        """Rendering of texts that pages and indexes will ask for."""
        return list(_split("texts", self.texts, TEXTS))

    def run(self, task: Task) -> list[WrittenFile]:
        """Write the files of a task."""
        with markdown.keeping(self.writer.results):
            if task.what == "texts":
                _render(task.of(self.texts))
                return []
            if task.what == "kept" and task.part:
                portal = self.kept[task.part]
                return self.writer.keep(portal.folder, task.of(portal.files))
            return self.writer.write_group(self._group(self.parts[task.part], task))

    def _group(self, made: Part, task: Task) -> FileGroup:
        if task.what == "pages":
            return made.pages(task.of(self.plans[task.part]))
        if task.what == "cards":
            return made.cards(task.of(self.cards[task.part]))
        return FileGroup(self._file_sets(made, task))

    def _file_sets(self, made: Part, task: Task) -> list[FileSet]:
        if task.what == "index":
            return list(made.search_index(self.writer.results, self.beside))
        return made.files() if task.what == "files" else [made.pictures(task.of(made.pictured))]


def _render(texts: Sequence[str]) -> None:
    """Have texts kept as HTML; one that is too complex is told with its place by the page that shows it."""
    for text in texts:
        with suppress(markdown.TooComplex):
            markdown.html(text)


def _split(what: What, things: Sequence[object], size: int, part: PartId = part.HUB) -> Iterator[Task]:
    return (Task(what, part, start, size) for start in range(0, len(things), size))


def run(job: Job, tasks: Sequence[Task], processes: int | None = None) -> Iterator[list[WrittenFile]]:
    """Do all tasks, and give the files of each when it is done."""
    processes = min(processes or available_processors(), len(tasks), MOST)
    if processes <= 1:
        yield from map(job.run, tasks)
        return
    first = job.first_tasks()
    with _shared_memory(), ProcessPoolExecutor(processes, _context(), initializer=_adopt, initargs=(job,)) as pool:
        try:
            list(pool.map(_run, first))
            for future in as_completed([pool.submit(_run, task) for task in tasks]):
                yield future.result()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _context() -> BaseContext:
    """Forks where they are safe, whatever a Python starts by itself: they need not be sent the job."""
    return get_context("fork" if sys.platform == "linux" and hasattr(os, "fork") else None)


@contextmanager
def _shared_memory() -> Iterator[None]:
    """What there is now is shared with new processes as long as nobody writes to it, as the garbage collector does.

    It looks at what comes later alone: pages leave much rubbish.
    """
    were_collected = gc.isenabled()
    gc.freeze()
    gc.enable()
    try:
        yield
    finally:
        gc.unfreeze()
        if not were_collected:
            gc.disable()


def available_processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


# In a worker process. The job comes once with the process, by fork or by pickle, not once with every task.

_job: list[Job] = []


def _adopt(job: Job) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C ends a worker at once and without a traceback
    threading.Thread(target=_end_with_build, daemon=True).start()
    _job[:] = [job]


def _end_with_build() -> None:
    """End this worker with its build, which may be killed: a worker would wait for it for ever."""
    if build := parent_process():
        build.join()
    os._exit(1)


def _run(task: Task) -> list[WrittenFile]:
    return _job[0].run(task)
