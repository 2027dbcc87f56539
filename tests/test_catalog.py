from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.catalog import Catalog
from generator.diagnostics import Span
from generator.model import BranchId, CaseId, EditionId, TrackId
from generator.project import load

EDITION = EditionId("alpha/2026")


@pytest.fixture
def catalog(contest: Path) -> Catalog:
    found = load(contest).catalog
    assert found is not None
    return found


def reload(contest: Path, slug: str, *lines: str) -> Catalog:
    """The catalog after some lines were added to a case."""
    path = contest / "content/alpha/2026/cases" / slug / "index.md"
    text = path.read_text(encoding="utf-8").replace("publish_at: 2026-08-20\n", "")
    path.write_text(text.replace("demo: true", "\n".join(("demo: true", *lines))), encoding="utf-8")
    found = load(contest).catalog
    assert found is not None
    return found


def test_records_stand_in_reading_order(catalog: Catalog) -> None:
    assert [track.slug for track in catalog.tracks_of(EDITION)] == ["smart-factory", "clear-water", "common-good"]
    assert [case.slug for case in catalog.cases_of(EDITION)] == [
        "kiln-heat-map",
        "river-gauge",
        "night-bus",
        "leaf-tally",
    ]
    assert [notice.slug for notice in catalog.notices_of(EDITION)] == ["winners", "launch"]
    assert [page.slug for page in catalog.pages_of(EDITION)] == ["about", "visit"]
    assert [case.slug for case in catalog.cases_in(TrackId("alpha/2026/common-good"))] == ["night-bus", "leaf-tally"]


def test_empty_queries_give_nothing(catalog: Catalog) -> None:
    assert catalog.cases_of(EditionId("beta/2026")) == []
    assert catalog.editions_of(BranchId("gamma")) == []
    assert catalog.current_edition(BranchId("gamma")) is None
    assert catalog.track(EDITION, "nothing") is None


def test_special_awards_rank_after_the_levels(catalog: Catalog) -> None:
    assert catalog.award_levels(EDITION) == ("一等奖", "二等奖", "优秀奖", "最佳实践奖")
    assert catalog.award_rank(EDITION, "二等奖") == 2
    assert catalog.award_rank(EDITION, "没有的奖") == 5


def test_topics_are_found_by_title_and_number(catalog: Catalog) -> None:
    topics = [catalog.topic_of(case) for case in catalog.cases_of(EDITION)]
    assert [topic.title if topic else None for topic in topics] == [
        "设备预测维护",
        "中小河流预报",
        "夜间公交",
        "城市绿化",
    ]


def test_a_case_of_an_unknown_track_has_no_topic(contest: Path) -> None:
    path = contest / "content/alpha/2026/cases/night-bus/index.md"
    path.write_text(path.read_text("utf-8").replace("track: common-good", "track: nothing"), "utf-8")
    catalog = load(contest).catalog
    assert catalog is not None
    assert catalog.topic_of(catalog.cases[CaseId("alpha/2026/night-bus")]) is None


def test_records_know_where_they_were_written(catalog: Catalog) -> None:
    path = "content/alpha/2026/cases/kiln-heat-map/index.md"
    assert catalog.span("case", "alpha/2026/kiln-heat-map", "award") == Span(path, 5, 8)
    assert catalog.span("awards", EDITION, "total") == Span("content/alpha/2026/awards.yml", 13, 8)


def test_whole_branches_may_be_samples(catalog: Catalog) -> None:
    assert catalog.is_demo(EDITION)
    assert not catalog.is_demo(EditionId("beta/2026"))


def test_embargo_hides_until_its_day(catalog: Catalog) -> None:
    assert catalog.public(date(2026, 8, 19)).cases_of(EDITION) == []
    assert [notice.slug for notice in catalog.public(date(2026, 8, 19)).notices_of(EDITION)] == ["launch"]
    assert len(catalog.public(date(2026, 8, 20)).cases_of(EDITION)) == 4
    assert len(catalog.cases_of(EDITION)) == 4


def test_expired_records_leave_on_their_day(contest: Path) -> None:
    catalog = reload(contest, "night-bus", "expire_at: 2026-12-01")
    assert CaseId("alpha/2026/night-bus") in catalog.public(date(2026, 11, 30)).cases
    assert CaseId("alpha/2026/night-bus") not in catalog.public(date(2026, 12, 1)).cases


def test_drafts_are_never_public(contest: Path) -> None:
    catalog = reload(contest, "night-bus", "draft: true")
    assert CaseId("alpha/2026/night-bus") in catalog.cases
    assert CaseId("alpha/2026/night-bus") not in catalog.public(date(9999, 1, 1)).cases


@pytest.mark.parametrize("line", ["draft: true", "publish_at: 2026-12-02", "expire_at: 2026-12-01"])
@pytest.mark.parametrize("name", ["pages/about.md", "notices/2026-06-01-launch.md"])
def test_texts_are_hidden_as_cases_are(contest: Path, name: str, line: str) -> None:
    path = contest / "content/alpha/2026" / name
    path.write_text(path.read_text("utf-8").replace("---\n", f"---\n{line}\n", 1), "utf-8")
    catalog = load(contest).catalog
    assert catalog is not None
    public = catalog.public(date(2026, 12, 1))
    assert [page.slug for page in public.pages_of(EDITION)] == (["visit"] if "about" in name else ["about", "visit"])
    assert [each.slug for each in public.notices_of(EDITION)] == ["winners", "launch"][: 1 + ("about" in name)]


def test_hidden_records_are_in_no_index(contest: Path) -> None:
    catalog = reload(contest, "night-bus", "draft: true").public(date(2026, 12, 1))
    assert [case.slug for case in catalog.cases_in(TrackId("alpha/2026/common-good"))] == ["leaf-tally"]


def test_broken_files_are_known(contest: Path) -> None:
    catalog = reload(contest, "night-bus", "colour: 蓝")
    assert catalog.is_broken("case", "alpha/2026/night-bus")
    assert not catalog.is_broken("case", "alpha/2026/leaf-tally")
    assert not catalog.is_broken("case", "alpha/2026/nothing")
    assert not catalog.is_broken("contest", "")
    assert not catalog.is_broken("sectors", "")
    assert not catalog.is_broken("topic-links", "")


def test_broken_links_of_topics_are_known(contest: Path) -> None:
    (contest / "content/topic-links.yml").write_text("same: 5\n", "utf-8")
    catalog = load(contest).catalog
    assert catalog is not None
    assert catalog.is_broken("topic-links", "")
