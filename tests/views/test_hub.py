"""What the hub shows of branches; fabricated content is neither counted nor found, nor published if so set."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from generator.catalog import Catalog
from generator.project import load
from generator.site.facts import site
from generator.site.part import planned_pages
from generator.views import Site
from generator.views.pages.compare import COLUMNS
from generator.views.pages.topics import topics
from generator.views.plans import hub
from tests import whole


def facts(contest: Path) -> Site:
    catalog = load(contest).catalog
    assert catalog
    return site(contest, catalog.public(whole.DAY), None)


def test_older_years_stand_under_the_newest(contest: Path) -> None:
    older = contest / "content/beta/2025"
    shutil.copytree(contest / "content/beta/2026", older)
    for path in older.rglob("*.yml"):
        path.write_text(path.read_text("utf-8").replace("2026", "2025"), "utf-8")
    (branch,) = hub.home(facts(contest)).branches
    assert (branch.newest.year, [each.year for each in branch.older]) == ("2026年", ["2025年"])


def test_what_is_made_up_is_not_shown_beside_what_is_real(contest: Path) -> None:
    made = facts(contest)
    home = hub.home(made)
    assert [branch.full_name for branch in home.branches] == ["乙原自治区"]
    assert (home.cases, home.cases_total, hub.all_cases(made).total) == ((), 0, 0)


def test_what_is_made_up_is_not_for_search_engines(contest: Path) -> None:
    made = facts(contest)
    pages = planned_pages(made)
    assert {plan.listed for plan in pages["alpha"]} == {False}  # type: ignore[index]
    assert all(not plan.make(made)[0].index for plan in pages["alpha"])  # type: ignore[index]
    assert any(plan.listed for plan in pages["beta"])  # type: ignore[index]


def test_a_site_may_be_published_without_it(contest: Path) -> None:
    settings = contest / "content/contest.yml"
    settings.write_text(settings.read_text("utf-8").replace("site:\n", "site:\n  demo: false\n"), "utf-8")
    made: Catalog = facts(contest).catalog
    assert list(made.branches) == ["beta"]
    assert not any(edition.startswith("alpha/") for edition in (*made.editions, *made.timelines))
    assert not made.cases


def test_a_site_of_examples_alone_shows_them(contest: Path) -> None:
    shutil.rmtree(contest / "content/beta")
    shutil.rmtree(contest / "branches/beta")
    made = facts(contest)
    home = hub.home(made)
    assert [branch.demo for branch in home.branches] == [True]
    assert [(figure.label, figure.value) for figure in home.figures[:2]] == [("赛事（示例）", "1"), ("赛道", "3")]
    assert topics(made).total == 6


def test_topics_are_shared_by_tracks_without_a_field(project: Path) -> None:
    """Groups have none; what they share stood on no page but was told beside each topic."""
    for top in ("branches", "content"):
        for path in shutil.copytree(project / top / "beta", project / top / "gamma").rglob("*.yml"):
            text = path.read_text("utf-8").replace("id: beta", "id: gamma").replace("乙原", "丙原")
            path.write_text(text, "utf-8")
    for path in project.glob("content/*/2026/tracks/*.md"):
        path.write_text(re.sub("(?m)^sectors:.*\n", "", path.read_text("utf-8")), "utf-8")
    found = topics(facts(project))
    assert (found.shared, [each.name for each in found.sectors]) == (1, ["开放创新"])


def test_many_editions_are_named_below_each_other(project: Path) -> None:
    """A column for each of thirty would be one character wide."""
    for number in range(COLUMNS):
        for top in ("branches", "content"):
            copied = shutil.copytree(project / top / "beta", project / top / f"beta-{number}")
            for path in [*copied.rglob("*.yml"), *copied.rglob("*.md")]:
                text = path.read_text("utf-8").replace("id: beta", f"id: beta-{number}")
                path.write_text(text.replace("乙原", f"第{number}原"), "utf-8")
    renamed = project / "content/beta-7/2026/tracks/01-open-field.md"
    renamed.write_text(renamed.read_text("utf-8").replace("自选题目", "自拟题目"), "utf-8")
    same = [["beta-7/2026/open-field#topic-1", "beta/2026/open-field#topic-1"]]
    (project / "content/topic-links.yml").write_text(f"same: {same}\ndifferent: []\n", "utf-8")
    settings = project / "content/contest.yml"
    settings.write_text(settings.read_text("utf-8") + "editor: {}\n", "utf-8")
    whole.make(project, handbooks=False)
    starters = (project / "site/admin/index.html").read_text("utf-8")
    assert "\nunit: 待补充" in starters  # new files begin there as they do on the command line
    assert "\n# kind: professional" in starters
    page = (project / "site/topics/index.html").read_text("utf-8")
    rows = [re.sub("<[^>]+>", "", row).split() for row in re.findall("<p>((?:同名|自拟题目)：.*?)</p>", page)]
    places = [f"第{number}原" for number in range(COLUMNS - 1)]
    assert rows == [["同名：2026年", "乙原", *places], ["自拟题目：2026年", "第7原"]]
    assert "table--stack" not in (project / "site/compare/index.html").read_text("utf-8")
