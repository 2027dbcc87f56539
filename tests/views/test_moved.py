"""Old addresses lead on: of a track whose file was renamed, too."""

from __future__ import annotations

from pathlib import Path

from generator.catalog.addresses import Address
from generator.model import BranchId
from generator.project import load
from generator.site.facts import site
from generator.views.pages.texts import MovedView
from generator.views.plans import portal


def test_the_old_address_of_a_track_leads_to_its_page(contest: Path) -> None:
    (path,) = contest.glob("content/alpha/2026/tracks/*-clear-water.md")
    path.write_text(path.read_text("utf-8").replace("number:", "aliases: [water]\nnumber:", 1), "utf-8")
    project = load(contest)
    assert project.catalog
    assert not project.report.has_errors, project.report.to_text()
    facts = site(contest, project.catalog, None)
    plans = {plan.address: plan for plan in portal.plans(facts, facts.catalog.branches[BranchId("alpha")])}
    moved = plans[Address("alpha/2026/tracks/water/index.html")]
    assert moved.kind.view(facts, *moved.about) == MovedView(
        Address("alpha/2026/tracks/clear-water/index.html"), "碧水"
    )


def test_a_link_by_an_old_name_is_told_the_new_one(contest: Path) -> None:
    (path,) = contest.glob("content/alpha/2026/tracks/*-clear-water.md")
    path.write_text(path.read_text("utf-8").replace("number:", "aliases: [water]\nnumber:", 1), "utf-8")
    page = contest / "content/alpha/2026/pages/about.md"
    page.write_text(page.read_text("utf-8") + "\n见[碧水](record:tracks/water)。\n", "utf-8")
    (found,) = load(contest).report.diagnostics
    assert (found.code, found.hint) == ("dead-link", "改了名：写 record:tracks/clear-water")


def test_an_old_address_of_a_track_is_no_other_tracks(contest: Path) -> None:
    (path,) = contest.glob("content/alpha/2026/tracks/*-clear-water.md")
    path.write_text(path.read_text("utf-8").replace("number:", "aliases: [smart-factory]\nnumber:", 1), "utf-8")
    assert [found.code for found in load(contest).report.diagnostics] == ["address-collision"]
