"""Every page of the small fabricated contest against its golden: what stands inside `<main>`.

Rewrite with `pytest --regen` and review the difference as code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.media import assets
from generator.project import load
from generator.render import Renderer
from generator.security import policy
from generator.site.facts import site
from generator.views import Plan, Site, hub_plans, plans

ROOT = Path(__file__).parents[2]
GOLDENS = Path(__file__).parents[1] / "fixtures" / "goldens"
AS_OF = date(2026, 9, 30)


@pytest.fixture(scope="module")
def views(minimal: Path) -> Site:
    """The small contest as readers see it."""
    project = load(minimal)
    assert project.catalog is not None
    return site(minimal, project.catalog.public(AS_OF), "https://contest.example/")


def _pages(views: Site) -> Iterator[tuple[Renderer, Plan]]:
    templates = ROOT / "templates"
    shell = assets.shell(ROOT)
    portal = Renderer((templates / "portal", *shell))
    for branch in views.catalog.branches.values():
        yield from ((portal, plan) for plan in plans(views, branch))
    hub = Renderer((templates / "hub", *shell))
    yield from ((hub, plan) for plan in hub_plans(views))


def _main(html: str) -> str:
    """The page's own content, one element a line, icons left out."""
    found = re.search(r"<main.*?</main>", html, re.DOTALL)
    assert found is not None
    without_icons = re.sub(r'<svg class="icon".*?</svg>', "", found[0], flags=re.DOTALL)
    lines = (line.strip() for line in without_icons.replace("><", ">\n<").splitlines())
    return "\n".join(line for line in lines if line) + "\n"


def test_pages_equal_their_goldens(views: Site, regen: bool) -> None:
    made = {}
    for renderer, plan in _pages(views):
        shell, view = plan.make(views)
        name = plan.address.removesuffix("/index.html").replace("/", "__") or "index"
        made[f"{name.removesuffix('.html')}.html"] = _main(renderer.page(plan.kind.template, shell, view))
    if regen:
        GOLDENS.mkdir(parents=True, exist_ok=True)
        for old in GOLDENS.glob("*.html"):
            old.unlink()
        for name, text in made.items():
            (GOLDENS / name).write_text(text, "utf-8")
    kept = {path.name: path.read_text("utf-8") for path in GOLDENS.glob("*.html")}
    assert sorted(made) == sorted(kept)
    for name, text in made.items():
        assert text == kept[name], f"{name} differs from its golden"


def test_every_page_says_first_what_it_may_load(views: Site) -> None:
    for renderer, plan in _pages(views):
        shell, view = plan.make(views)
        html = renderer.page(plan.kind.template, shell, view)
        before, said, after = html.partition(f'<meta http-equiv="Content-Security-Policy" content="{policy.PAGE}">')
        assert said, plan.address
        assert re.findall(r"<(?!!doctype)(\w+)", before) in (["html", "head", "meta"], ["html", "head", "meta", "base"])
        assert re.findall(r"<style|<script(?! src=)(?! type=.application/ld.json)|\son\w+=", after) == [], plan.address
        assert "livereload" not in html


def test_every_page_of_a_sample_says_so(views: Site) -> None:
    said = {}
    for renderer, plan in _pages(views):
        shell, view = plan.make(views)
        html = renderer.page(plan.kind.template, shell, view)
        said[plan.address] = ('<p class="demo-bar">' in html, "<title>【示例】" in html)
    assert said == {address: (address.startswith("alpha/"),) * 2 for address in said}
