"""The files of a site, made by several processes when there are several processors.

The books' pool (`handbook.layout.pool`) is another on purpose: see there.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import signal
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, TypeVar

from generator.catalog.addresses import Address
from generator.machine.store import Store
from generator.publish.manifest import FileEntry
from generator.publish.verification import Reading, read
from generator.site import part
from generator.site.part import Files, Page, Part, PartId
from generator.text import markdown
from generator.views import Plan, Site

T = TypeVar("T")
What = Literal["texts", "index", "files", "pictures", "pages"]

PAGES = 100
"""So many pages to a task: few enough that processes end together, many enough that sending them costs nothing."""

TEXTS = 200
"""So many texts to a task."""

PICTURED = 20
"""So many cases with pictures to a task."""


@dataclass(frozen=True, slots=True)
class Task:
    """Some files of a part of the site: some of its pages, pictures of some cases, its index, or all others.

    Or texts that several of these will show, which are rendered before.
    """

    what: What
    part: PartId = part.HUB
    start: int = 0
    size: int = 0

    def of(self, things: Sequence[T]) -> Sequence[T]:
        """The pages or cases that this task is about."""
        return things[self.start : self.start + self.size]


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that was written, with what the manifest and the verification need to know of it."""

    address: Address
    entry: FileEntry
    reading: Reading | None

    def to_json(self) -> bytes:
        """All but the address, to be kept with the key of a page."""
        reading = self.reading or Reading()
        said = [sorted(reading.ids), sorted(reading.links), reading.bases]
        return json.dumps([self.entry.size, self.entry.sha256, *said], ensure_ascii=False).encode()

    @classmethod
    def from_json(cls, address: Address, kept: bytes) -> WrittenFile:
        """What was kept of a page with links."""
        size, sha256, ids, links, bases = json.loads(kept)
        reading = Reading(frozenset(ids), frozenset((target, loaded) for target, loaded in links), tuple(bases))
        return cls(address, FileEntry(size, sha256), reading)


@dataclass(frozen=True)
class Job:
    """What all tasks of one build share."""

    root: Path
    site: Site
    plans: Mapping[PartId, Sequence[Plan]]
    """The pages of every portal and of the hub."""
    folder: Path
    present: Path
    """The site that there is now, which may have pages that stay as they are."""
    results: Store
    """What is kept from build to build."""

    @cached_property
    def texts(self) -> Sequence[str]:
        """The texts that have not been rendered in a build before."""
        keys = {markdown.key(text): text for text in self.site.catalog.texts() if text}
        return [keys[key] for key in sorted(self.results.missing(keys))]

    @cached_property
    def parts(self) -> Mapping[PartId, Part]:
        """The hub and every portal."""
        return {name: Part(self.root, self.site, name) for name in self.plans}

    def tasks(self, parts: Sequence[PartId]) -> list[Task]:
        """All that is to be done for some parts once texts are rendered, what takes longest first."""
        return [
            *(Task("index", name) for name in parts if name),
            *(task for name in parts for task in _split("pictures", self.parts[name].pictured, PICTURED, name)),
            *(Task("files", name) for name in parts),
            *(task for name in parts for task in _split("pages", self.plans[name], PAGES, name)),
        ]

    def first_tasks(self) -> list[Task]:
        """Rendering of texts that pages and indexes will ask for."""
        return list(_split("texts", self.texts, TEXTS))

    def run(self, task: Task) -> list[WrittenFile]:
        """Write the files of a task."""
        with markdown.keeping(self.results):
            if task.what == "pages":
                return self._pages(self.parts[task.part], task.of(self.plans[task.part]))
            return [_write(self.folder, address, part.content(content)) for address, content in self._files(task)]

    def _files(self, task: Task) -> Files:
        made = self.parts[task.part]
        if task.what == "texts":
            return self._rendered(task.of(self.texts))
        if task.what == "index":
            return made.search_index()
        if task.what == "files":
            return made.files()
        return made.pictures(task.of(made.pictured))

    def _pages(self, made: Part, planned: Sequence[Plan]) -> list[WrittenFile]:
        """Write pages; one that would be rendered from the same as the present one is taken over."""
        pages = [made.page(plan) for plan in planned]
        kept = self.results.get_all(page.key for page in pages)
        return [self._taken_over(page, kept.get(page.key)) or self._render(page) for page in pages]

    def _taken_over(self, page: Page, kept: bytes | None) -> WrittenFile | None:
        if kept is None:
            return None
        written = WrittenFile.from_json(page.address, kept)
        present = self.present / page.address
        try:
            if FileEntry.of(present.read_bytes()) != written.entry:
                return None
        except OSError:
            return None
        link_or_copy(present, _place(self.folder, page.address))
        return written

    def _render(self, page: Page) -> WrittenFile:
        written = _write(self.folder, page.address, page.render())
        self.results.put(page.key, written.to_json())
        return written

    def _rendered(self, texts: Sequence[str]) -> Files:
        """No files; one that is too complex is told with its place by the page that shows it."""
        for text in texts:
            with suppress(markdown.TooComplex):
                markdown.html(text)
        return iter(())


def _split(what: What, things: Sequence[object], size: int, part: PartId = part.HUB) -> Iterator[Task]:
    return (Task(what, part, start, size) for start in range(0, len(things), size))


def _write(folder: Path, address: Address, content: bytes) -> WrittenFile:
    _place(folder, address).write_bytes(content)
    return WrittenFile(address, FileEntry.of(content), read(address, content))


def _place(folder: Path, address: Address) -> Path:
    path = folder / address
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def link_or_copy(source: str | Path, target: str | Path) -> None:
    """A second name for the same file costs nothing; where the file system has none, a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def run(job: Job, tasks: Sequence[Task], processes: int | None = None) -> Iterator[list[WrittenFile]]:
    """Do all tasks, and give the files of each when it is done."""
    processes = min(processes or available_processors(), len(tasks))
    if processes <= 1:
        yield from map(job.run, tasks)
        return
    first = job.first_tasks()
    for name in {task.part for task in tasks}:
        job.parts[name].prepare()  # once, not in every process
    gc.freeze()  # what is there now is shared with the workers as long as nobody looks at it
    with ProcessPoolExecutor(processes, initializer=_adopt, initargs=(job, os.getpid())) as pool:
        try:
            list(pool.map(_run, first))
            for future in as_completed([pool.submit(_run, task) for task in tasks]):
                yield future.result()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def available_processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


# In a worker process. The job comes once with the process, by fork or by pickle, not once with every task.

_job: list[Job] = []


def _adopt(job: Job, parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C ends a worker at once and without a traceback
    threading.Thread(target=_end_with, args=[parent], daemon=True).start()
    _job[:] = [job]


def _end_with(parent: int) -> None:
    """End this worker soon after its parent, which may have been killed: a worker would wait for it for ever.

    The parent tells its own number: one killed before it is asked for would already be another.
    """
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


def _run(task: Task) -> list[WrittenFile]:
    return _job[0].run(task)
