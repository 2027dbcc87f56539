"""Fakes for the slow parts of a build: pages that are quick to make and easy to break."""

from __future__ import annotations

import pytest

from generator.catalog import addresses
from generator.publish.workers import Job, Task
from generator.site.part import FileGroup, Files, FileSet, Part

PAGE = '<!doctype html><title>{title}</title><h1 id="top-of-page">{title}</h1><a href="{link}">…</a>'


@pytest.fixture(autouse=True)
def as_at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds keep what pipelines do not."""
    monkeypatch.delenv("CI", raising=False)


@pytest.fixture
def quick_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Portals and the hub of one page each, linked to one another."""

    def files(part: Part) -> Files:
        catalog = part.site.catalog
        if part.id is None:
            links = "".join(f'<a href="{branch}/index.html">…</a>' for branch in sorted(catalog.branches))
            yield addresses.hub(), (PAGE.format(title="总站", link="#top-of-page") + links).encode()
            return
        text = PAGE.format(title=catalog.branches[part.id].name, link="../index.html#top-of-page")
        yield addresses.branch_home(part.id), text.encode()
        cases = (case for case in catalog.cases if case.startswith(f"{part.id}/"))
        yield addresses.branch_file(part.id, "cases.txt"), "\n".join(cases).encode()

    def group(_: Job, part: Part, task: Task) -> FileGroup:
        return FileGroup([FileSet(None, lambda: files(part))] if task.what == "files" else [])

    monkeypatch.setattr(Job, "_group", group)
