"""The site as a build would make it: left alone when nothing has changed, built when something has."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from generator.diagnostics.progress import Progress, silent
from generator.machine.store import Store
from generator.publish import unchanged
from generator.publish.request import Request
from generator.publish.result import BuildResult


def renew(request: Request, progress: Progress = silent) -> BuildResult:
    """What `build` gives and does, but nothing when it would change nothing. Raises `Stopped` as `build` does.

    Parts are always joined: what they are is seen by reading them.
    """
    results = Store(request.root)
    before = None if request.parts else unchanged.inputs(request)
    if before and not request.verified and (present := unchanged.recall(results, request, before.digest)):
        return present
    # Here: these load everything, which takes longer than looking.
    from generator.publish import last_good
    from generator.publish.build import build

    with _uncollected():
        made = build(request, progress)
    if made.published and before and before == unchanged.inputs(request, before):  # nobody wrote anything meanwhile
        unchanged.remember(results, request, "" if made.kept else before.digest, made)  # mistakes are looked at again
        if not request.part:
            last_good.keep(results, request, made, before.files)
    return made


@contextmanager
def _uncollected() -> Iterator[None]:
    """A build keeps nearly all that it makes until it ends; looking for rubbish takes a tenth of its time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
