"""Charts from a case's file to its page, its lists and its files."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from generator.catalog.addresses import Address
from generator.model import BranchId, CaseId
from generator.project import load
from generator.site.facts import site
from generator.site.part import Part, content
from generator.views.pages import cases
from generator.views.parts import blocks

CASE = "content/alpha/2026/cases/leaf-tally/index.md"
CHARTS = """charts:
  - {id: trees, type: bar, title: 各年, categories: [甲, 乙], series: [{name: 数, values: [3, 4]}], source: 台账}
  - {id: cost, type: bar, title: 花费, categories: [甲, 乙], series: [{name: 数, values: [5, 6]}], source: 台账}
"""


def part(contest: Path, images: str = "") -> Part:
    (contest / "templates").symlink_to(Path(__file__).parents[2] / "templates")
    path = contest / CASE
    text = re.sub(r"images:\n.*\n", images, path.read_text("utf-8")).replace("publish_at:", f"{CHARTS}publish_at:")
    path.write_text(text.replace("补种更及时。", "补种更及时。\n\n![](#trees)\n"), "utf-8")
    if not images:
        (path.parent / "cover.png").unlink()
    project = load(contest)
    assert project.catalog
    assert not project.report.diagnostics, project.report.to_text()
    return Part(contest, site(contest, project.catalog.public(date(2026, 9, 1)), None), BranchId("alpha"))


def test_charts_stand_where_the_text_says_and_others_before_it(contest: Path) -> None:
    made = part(contest).site
    view = cases.page(made, made.catalog.cases[CaseId("alpha/2026/leaf-tally")])
    assert 'id="chart-cost"' in view.introduction
    assert 'id="chart-trees"' in view.sections[-1].body
    assert view.cover is None


def test_lists_show_the_first_chart_of_a_case_without_pictures(contest: Path) -> None:
    made = part(contest)
    files = dict(made.pictures(made.pictured).make())
    cover = blocks.cover(made.site, made.site.catalog.cases[CaseId("alpha/2026/leaf-tally")])
    assert cover
    assert cover.largest == Address("alpha/2026/cases/leaf-tally/trees.svg")
    assert content(files[cover.largest]).startswith(b"<svg")


def test_a_picture_before_the_text_comes_first(contest: Path) -> None:
    made = part(contest, "images:\n  - {file: cover.png, alt: 行道树分布图}\n")
    cover = blocks.cover(made.site, made.site.catalog.cases[CaseId("alpha/2026/leaf-tally")])
    assert cover
    assert cover.largest.endswith(".webp")
    assert not any(name.endswith(".svg") for name, _ in made.pictures(made.pictured).make())
