"""The way to the national finals: from several branches, and only from those whose content is as real."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import EditionId
from generator.project import load
from generator.site.facts import site
from generator.views import Site
from generator.views.pages.finals import FinalsView, finals, onward

NATIONAL = """
id: gamma
name: 全国
full_name: 全国
kind: national
colours: {primary: "#5a2a82", accent: "#8a3b12"}
mark: 国
demo: DEMO
"""
EDITION = """
name: 2026年“知行数据”大赛
document: {}
organisers: {}
finals: {quota: 3, scope: each-branch, at_most: true}
rules:
  - {name: 形式审核, text: 秘书处核对材料。}
"""
TIMELINE = "phases: [{id: final, name: 全国总决赛, kind: final, text: 2026年10月}]"


def facts(contest: Path, *, demo: bool) -> Site:
    """The fabricated contest with a national one; `alpha` is fabricated, `beta` is not."""
    branch, edition = contest / "branches/gamma", contest / "content/gamma/2026"
    for folder in (branch, edition):
        folder.mkdir(parents=True)
    (branch / "branch.yml").write_text(NATIONAL.replace("DEMO", str(demo).lower()), "utf-8")
    (edition / "edition.yml").write_text(EDITION, "utf-8")
    (edition / "timeline.yml").write_text(TIMELINE, "utf-8")
    (edition / "awards.yml").write_text("levels: [一等奖, 二等奖]", "utf-8")
    project = load(contest)
    assert project.catalog
    assert not project.report.has_errors, project.report.to_text()
    return site(contest, project.catalog, None)


def page(made: Site, edition: str) -> FinalsView:
    return finals(made, made.catalog.editions[EditionId(edition)])


def test_a_branch_tells_how_many_of_how_many_and_what_became_of_them(contest: Path) -> None:
    view = page(facts(contest, demo=True), "gamma/2026")
    assert [step.value for step in view.steps] == ["2个项目", "", "", "", "1个项目"]
    assert [step.facts for step in view.steps[1:4]] == [
        (("形式审核", "秘书处核对材料。"),),
        (),
        (("全国总决赛：2026年10月", ""),),
    ]
    (alpha,) = view.nominations
    assert (alpha.name.label, alpha.count, alpha.limit, alpha.width) == ("甲州", "2", "2", 100)
    assert alpha.awards == (("二等奖", "1个"),)


def test_what_is_not_known_is_counted_apart_and_claimed_of_nobody(contest: Path) -> None:
    case = contest / "content/alpha/2026/cases/river-gauge/index.md"
    case.write_text(case.read_text("utf-8").replace("sme: false\n", ""), "utf-8")
    (alpha,) = page(facts(contest, demo=True), "gamma/2026").nominations
    assert (alpha.sme, alpha.unknown) == ("1个，至少占50%", "1个")
    assert alpha.missing == ("1个项目未写明是不是中小企业",)


def test_a_real_national_page_shows_no_fabricated_branch(contest: Path) -> None:
    made = facts(contest, demo=False)
    (beta,) = page(made, "gamma/2026").nominations
    assert (beta.name.label, beta.count, beta.limit, beta.missing) == ("乙原", "", "3", ("推荐名单尚未收录",))
    assert made.catalog.national_edition(EditionId("alpha/2026")) is None
    assert "尚未收录" not in "".join(step.value for step in page(made, "alpha/2026").steps)


@pytest.mark.parametrize(
    ("demo", "ways"), [(True, ["推荐与总决赛", "2026年“知行数据”大赛总决赛"]), (False, ["推荐与总决赛"])]
)
def test_pages_lead_to_the_finals_and_back(contest: Path, demo: bool, ways: list[str]) -> None:
    made = facts(contest, demo=demo)
    alpha = made.catalog.editions[EditionId("alpha/2026")]
    assert [link.label for link in onward(made, alpha)] == ways
    back = [link.label for link in page(made, "alpha/2026").links]
    assert back == ["奖项设置", "获奖名单", *ways[1:]]
