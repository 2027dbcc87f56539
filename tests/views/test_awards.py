"""How many awards there are, and whether the organisers may still change it."""

from __future__ import annotations

from pathlib import Path

from generator.model import EditionId
from generator.project import load
from generator.site.facts import site
from generator.views.pages.awards import awards
from generator.views.pages.compare import compare
from generator.views.pages.editions import figures


def test_numbers_in_principle_are_never_told_without_that_word(contest: Path) -> None:
    scheme = contest / "content/alpha/2026/awards.yml"
    scheme.write_text(scheme.read_text("utf-8") + "in_principle: true\n", "utf-8")
    branch = contest / "branches/alpha/branch.yml"
    branch.write_text(branch.read_text("utf-8").replace("demo: true\n", ""), "utf-8")
    catalog = load(contest).catalog
    assert catalog
    made, edition = site(contest, catalog, None), catalog.editions[EditionId("alpha/2026")]
    assert awards(made, edition).in_principle == "（原则上）"
    assert "奖项（原则上）" in [figure.label for figure in figures(made, edition)]
    row = next(measure for measure in compare(made).measures if measure.name == "奖项总数")
    assert [text.startswith("原则上") for text, _ in row.cells].count(True) == 1
