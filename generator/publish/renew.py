"""The site as a build would make it: left alone when nothing has changed, built when something has."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

from generator.machine.store import Store
from generator.publish import unchanged
from generator.publish.result import BuildResult, Progress, silent
from generator.publish.unchanged import Inputs


def renew(
    root: Path,
    *,
    branches: Collection[str] | None = None,
    as_of: date,
    out: Path,
    site_url: str | None = None,
    handbooks: bool = True,
    verified: int = 0,
    progress: Progress = silent,
) -> BuildResult:
    """What `build` gives and does, but nothing when it would change nothing. Raises `Stopped` as `build` does."""
    results = Store(root)
    inputs = Inputs(root.resolve(), as_of, site_url, handbooks, tuple(sorted(branches or ())))
    before = inputs.digest()
    if before and not verified and (present := unchanged.recall(results, out, before)):
        return BuildResult(present.report, present.manifest)
    from generator.publish.build import build  # here: it loads everything, which takes longer than looking

    made = build(
        root,
        branches=branches,
        as_of=as_of,
        out=out,
        site_url=site_url,
        handbooks=handbooks,
        verified=verified,
        progress=progress,
    )
    if made.published and before and before == inputs.digest():  # nobody wrote anything meanwhile
        unchanged.remember(results, out, before, made.report)
    return made
