"""Portals and the hub, each built by itself: in several processes when there are several processors.

The books' pool (`handbook.layout.pool`) is another on purpose: see there.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from generator.catalog import Catalog
from generator.model import BranchId
from generator.views import Plan, Site

HUB = None
"""The task that builds the hub; every other task is the id of a branch."""

Task = BranchId | None


@dataclass(frozen=True, slots=True)
class Job:
    """What all tasks of one build share."""

    root: Path
    site: Site
    plans: Mapping[Task, Sequence[Plan]]
    """The pages of every portal and of the hub."""
    folder: Path

    def run(self, task: Task) -> Task:
        """Build one portal, or the hub."""
        # Loaded here: `portal check` and `portal --help` need neither MkDocs nor the hub.
        if task is HUB:
            from generator.site.hub import build_hub

            build_hub(self.root, self.site, self.plans[HUB], self.folder)
        else:
            from generator.plugin import build_portal

            build_portal(self.root, self.site, task, self.plans[task], self.folder)
        return task


def run(job: Job, tasks: Sequence[Task], processes: int | None = None) -> Iterator[Task]:
    """Do all tasks, the largest first, and name each when it is done."""
    processes = min(processes or available_processors(), len(tasks))
    ordered = sorted(tasks, key=_size_in(job.site.catalog), reverse=True)
    if processes <= 1:
        yield from map(job.run, ordered)
        return
    with ProcessPoolExecutor(processes, initializer=_adopt, initargs=(job, os.getpid())) as pool:
        try:
            for future in as_completed([pool.submit(_run, task) for task in ordered]):
                yield future.result()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def available_processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _size_in(catalog: Catalog) -> Callable[[Task], int]:
    """How much work a task is: a portal by its cases, the hub by all of them."""

    def size(task: Task) -> int:
        return sum(task is HUB or case.edition.startswith(f"{task}/") for case in catalog.cases.values())

    return size


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


def _run(task: Task) -> Task:
    return _job[0].run(task)
