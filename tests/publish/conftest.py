"""Fakes for the slow parts of a build: pages that are quick to make and easy to break."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import plugin
from generator.site import hub
from generator.views import Site

PAGE = '<!doctype html><title>{title}</title><h1 id="top-of-page">{title}</h1><a href="{link}">…</a>'


@pytest.fixture
def quick_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Portals and the hub of one page each, linked to one another."""

    def portal(root: Path, facts: Site, branch: str, planned: object, out_dir: Path) -> None:
        catalog = facts.catalog
        (out_dir / branch).mkdir()
        text = PAGE.format(title=catalog.branches[branch].name, link="../index.html#top-of-page")
        (out_dir / branch / "index.html").write_text(text, encoding="utf-8")
        cases = (case for case in catalog.cases if case.startswith(f"{branch}/"))
        (out_dir / branch / "cases.txt").write_text("\n".join(cases), encoding="utf-8")

    def whole(root: Path, facts: Site, planned: object, out_dir: Path) -> None:
        links = "".join(f'<a href="{branch}/index.html">…</a>' for branch in sorted(facts.catalog.branches))
        (out_dir / "index.html").write_text(PAGE.format(title="总站", link="#top-of-page") + links, encoding="utf-8")

    monkeypatch.setattr(plugin, "build_portal", portal)
    monkeypatch.setattr(hub, "build_hub", whole)
