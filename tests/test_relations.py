"""Topics shared between editions, found from titles and corrected by editors."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from generator.catalog import Catalog
from generator.catalog import relations as module
from generator.catalog.relations import relations
from generator.checks import tracks
from generator.model import (
    Branch,
    BranchId,
    Contest,
    Edition,
    EditionId,
    Sector,
    SectorId,
    Topic,
    TopicGroup,
    TopicLinks,
    Track,
    TrackId,
    TrackKind,
)
from generator.model.branch import Colours, Footer
from generator.model.contest import NameForms, SiteSettings
from generator.model.edition import Organisers, SourceDocument
from generator.project import load

ROOT = Path(__file__).parent.parent
COLOURS = Colours(primary="#0b4f8a", accent="#a85b00")
SECTORS = {"transport": "交通运输", "urban": "城市治理", "finance": "金融服务"}


@pytest.fixture(scope="module")
def real() -> Catalog:
    """The project's own content."""
    found = load(ROOT).catalog
    assert found is not None
    return found


def track(name: str, *titles: str, sectors: tuple[str, ...] = ("transport",), groups: tuple[str, ...] = ()) -> Track:
    """A track `<branch>/<year>/<slug>` with topics; with groups, one topic a group."""
    edition, _, slug = name.rpartition("/")
    topics = [
        Topic(id=f"topic-{n}", number=n, title=title, place=1, group=n if groups else None)
        for n, title in enumerate(titles, start=1)
    ]
    return Track(
        id=TrackId(name),
        edition=EditionId(edition),
        slug=slug,
        name=slug,
        number=1,
        kind=TrackKind.PROFESSIONAL,
        sectors=sectors,
        topic_groups=tuple(TopicGroup(number=n, title=title) for n, title in enumerate(groups, start=1)),
        topics=tuple(topics),
    )


def catalog(*tracks: Track, links: TopicLinks | None = None, demo: tuple[str, ...] = ()) -> Catalog:
    """A catalog of only those tracks."""
    editions = {each.edition: each.edition.split("/") for each in tracks}
    return Catalog(
        contest=Contest(
            name="赛",
            name_forms=NameForms(national="{year}", branch="{year}{branch}"),
            site=SiteSettings(title="站", mark="站", colours=COLOURS),
        ),
        sectors={SectorId(key): Sector(id=key, name=name) for key, name in SECTORS.items()},
        branches={
            BranchId(branch): Branch(
                id=branch,
                name=branch,
                full_name=branch,
                kind="provincial",
                colours=COLOURS,
                mark=branch[0],
                footer=Footer(organiser=branch),
            )
            for branch, _ in editions.values()
        },
        editions={
            key: Edition(
                id=key,
                branch=BranchId(branch),
                year=int(year),
                name=key,
                document=SourceDocument(),
                organisers=Organisers(),
                demo=key in demo,
            )
            for key, (branch, year) in editions.items()
        },
        tracks={each.id: each for each in tracks},
        topic_links=links or TopicLinks(),
    )


def told(found: Catalog) -> dict[str, list[str]]:
    """The relations as text: `track#topic` to `track#topic kind`."""
    return {
        f"{key[0]}#{key[1]}": [f"{each.track}#{each.topic.id} {each.kind}" for each in related]
        for key, related in relations(found).items()
    }


def test_equal_titles_are_the_same_topic_whatever_their_width_blanks_and_sectors():
    found = catalog(
        track("a/2026/roads", "高速公路数据“上图上车”", "其他"),
        track("b/2026/city", "高速公路 数据 ＂上图上车＂", sectors=("urban",)),
    )
    assert told(found) == {
        "a/2026/roads#topic-1": ["b/2026/city#topic-1 same"],
        "b/2026/city#topic-1": ["a/2026/roads#topic-1 same"],
    }


def test_near_titles_are_renamed_topics_in_comparable_sectors_only():
    titles = ("拓展公共数据创新应用", "拓展公共数据应用")
    same_sector = catalog(track("a/2026/x", titles[0]), track("b/2025/x", titles[1]))
    assert told(same_sector)["a/2026/x#topic-1"] == ["b/2025/x#topic-1 renamed"]
    overlapping = catalog(track("a/2026/x", titles[0]), track("b/2025/x", titles[1], sectors=("finance", "transport")))
    assert told(overlapping)["b/2025/x#topic-1"] == ["a/2026/x#topic-1 renamed"]
    apart = catalog(track("a/2026/x", titles[0]), track("b/2025/x", titles[1], sectors=("finance",)))
    assert told(apart) == {}


def test_a_group_called_like_a_sector_belongs_to_it_alone():
    all_sectors = ("transport", "finance")
    groups = ("交通运输", "金融服务")
    found = catalog(
        track("a/2026/x", "修好农村公路", "拓展公共数据创新应用", sectors=all_sectors, groups=groups),
        track("b/2026/x", "拓展公共数据应用", sectors=("transport",)),
        track("b/2026/y", "拓展公共数据应用", sectors=("finance",)),
    )
    assert told(found)["a/2026/x#topic-2"] == ["b/2026/y#topic-1 renamed"]


def test_an_edition_with_both_titles_tells_that_they_are_two_topics():
    found = catalog(
        track("a/2026/x", "数智赋能中医药服务能力提升", "数智赋能中医药治理能力提升"),
        track("b/2026/x", "数智赋能中医药服务能力提升"),
    )
    assert told(found) == {
        "a/2026/x#topic-1": ["b/2026/x#topic-1 same"],
        "b/2026/x#topic-1": ["a/2026/x#topic-1 same"],
    }


def test_topics_of_one_edition_are_never_related():
    assert told(catalog(track("a/2026/x", "拓展公共数据应用"), track("a/2026/y", "拓展公共数据应用"))) == {}


def test_order_is_newest_year_then_branch_then_place():
    title = "拓展公共数据应用"
    found = catalog(
        track("z/2025/x", title),
        track("c/2026/x", "别的", title),
        track("b/2024/x", title),
        track("a/2025/x", title),
        track("d/2026/x", title),
    )
    assert told(found)["b/2024/x#topic-1"] == [
        "c/2026/x#topic-2 same",
        "d/2026/x#topic-1 same",
        "a/2025/x#topic-1 same",
        "z/2025/x#topic-1 same",
    ]
    assert next(iter(told(found))) == "c/2026/x#topic-2"


def test_fabricated_editions_stay_among_themselves():
    title = "拓展公共数据应用"
    found = catalog(
        track("a/2026/x", title),
        track("demo/2025/x", title),
        track("demo/2026/x", title),
        demo=("demo/2025", "demo/2026"),
    )
    assert told(found) == {
        "demo/2026/x#topic-1": ["demo/2025/x#topic-1 same"],
        "demo/2025/x#topic-1": ["demo/2026/x#topic-1 same"],
    }


def test_a_pair_added_by_an_editor_holds_for_all_topics_with_those_titles():
    links = TopicLinks(same=(("a/2026/x#topic-1", "c/2025/y#topic-1"),))
    found = catalog(
        track("a/2026/x", "管好住房"),
        track("b/2026/x", "管好住房"),
        track("c/2025/y", "数字人居", sectors=("urban",)),
        links=links,
    )
    assert told(found)["b/2026/x#topic-1"] == ["a/2026/x#topic-1 same", "c/2025/y#topic-1 renamed"]


def test_a_pair_refused_by_an_editor_is_not_related():
    links = TopicLinks(different=(("a/2026/x#topic-1", "b/2025/x#topic-1"),))
    tracks = (track("a/2026/x", "提高村镇发展决策科学性"), track("b/2025/x", "提高城市发展决策科学性"))
    assert told(catalog(*tracks)) != {}
    assert told(catalog(*tracks, links=links)) == {}


def test_refusing_equal_titles_refuses_that_pair_only():
    links = TopicLinks(different=(("a/2026/x#topic-1", "b/2026/x#topic-1"),))
    title = "其他创新性赛题"
    found = catalog(track("a/2026/x", title), track("b/2026/x", title), track("c/2026/x", title), links=links)
    assert told(found)["a/2026/x#topic-1"] == ["c/2026/x#topic-1 same"]
    assert told(found)["c/2026/x#topic-1"] == ["a/2026/x#topic-1 same", "b/2026/x#topic-1 same"]


def test_refusal_goes_before_addition():
    pair = (("a/2026/x#topic-1", "b/2025/x#topic-1"),)
    tracks = (track("a/2026/x", "提高村镇发展决策科学性"), track("b/2025/x", "提高城市发展决策科学性"))
    assert told(catalog(*tracks, links=TopicLinks(same=pair, different=pair))) == {}


def test_relations_are_symmetric_and_stable(real):
    related = relations(real)
    pairs = {(key, (each.track, each.topic.id), each.kind) for key, listed in related.items() for each in listed}
    assert pairs == {(other, key, kind) for key, other, kind in pairs}
    assert list(relations(real).items()) == list(related.items())


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("liaoning/2026/transport#topic-4", "ningxia/2026/open-innovation#topic-3", "same"),
        ("liaoning/2026/comprehensive#topic-4", "national/2025/financial-services#topic-1", "renamed"),
        ("liaoning/2026/meteorological-services#topic-5", "guangdong/2026/meteorological-services#topic-5", "renamed"),
        ("liaoning/2026/urban-governance#topic-8", "xinjiang/2025/urban-governance#topic-1", "renamed"),
        ("ningxia/2026/open-innovation#topic-21", "guangdong/2026/data-infrastructure#topic-5", "renamed"),
        ("guangdong/2026/urban-governance#topic-6", "national/2025/urban-governance#topic-12", None),
        ("guangdong/2026/urban-governance#topic-3", "national/2025/urban-governance#topic-11", None),
        ("guangdong/2026/traditional-chinese-medicine#topic-2", "liaoning/2026/comprehensive#topic-40", None),
    ],
)
def test_real_topics(real, one, other, kind):
    key, _, topic = one.partition("#")
    related = relations(real).get((TrackId(key), topic), ())
    assert next((each.kind for each in related if f"{each.track}#{each.topic.id}" == other), None) == kind


def test_every_link_of_the_real_contest_changes_something(real):
    links = real.topic_links
    assert links.same
    assert list(tracks.topic_links_are_known(real)) == []
    everything = told(real)
    for name, pairs in (("same", links.same), ("different", links.different)):
        for pair in pairs:
            others = tuple(each for each in pairs if each != pair)
            fewer = TopicLinks.model_validate({**links.model_dump(), name: others})
            assert told(replace(real, topic_links=fewer)) != everything, pair


def diagnostics(contest: Path, text: str) -> list[str]:
    (contest / "content" / "topic-links.yml").write_text(text, encoding="utf-8")
    return load(contest).report.to_text().split("\n")


def test_unknown_references_are_told(contest):
    lines = diagnostics(
        contest,
        "same:\n"
        "  - [alpha/2026/clear-water#topic-9, alpha/2026/clear-watr#topic-1]\n"
        "different:\n"
        "  - [alpha/2026/clear-water, gamma/2026/x#topic-1]\n",
    )
    path = "content/topic-links.yml"
    assert lines == [
        f"{path}:2:6: 错误[unknown-topic] 没有赛题“alpha/2026/clear-water#topic-9”",
        "    提示：该赛道的赛题是 topic-1 至 topic-2",
        f"{path}:2:38: 错误[unknown-topic] 没有赛题“alpha/2026/clear-watr#topic-1”",
        "    提示：您是否想写 `clear-water`（碧水）？",
        f"{path}:4:6: 错误[unknown-topic] 没有赛题“alpha/2026/clear-water”",
        "    提示：写成“届次/赛道#topic-序号”，如 liaoning/2026/transport#topic-3",
        f"{path}:4:30: 错误[unknown-topic] 没有赛题“gamma/2026/x#topic-1”",
        "    提示：届次写成“分赛编号/年份”，如 liaoning/2026",
        lines[-1],
    ]


def test_a_pair_is_two_topics_of_two_editions(contest):
    lines = diagnostics(
        contest,
        "same:\n  - [alpha/2026/clear-water#topic-1, alpha/2026/clear-water#topic-2]\n",
    )
    assert lines[0] == "content/topic-links.yml:2:5: 错误[invalid-value] 这一对赛题属于同一届"
    three = diagnostics(contest, "same:\n  - [a#topic-1, b#topic-1, c#topic-1]\n")
    assert "最多只能有 2 项" in three[0]
    assert "至少要有 2 项" in diagnostics(contest, "same:\n  - [a#topic-1]\n")[0]


def test_a_broken_track_is_not_told_twice(contest):
    path = next((contest / "content/alpha/2026/tracks").glob("*clear-water.md"))
    path.write_text(path.read_text(encoding="utf-8").replace("kind:", "sort:"), encoding="utf-8")
    lines = diagnostics(contest, "same:\n  - [alpha/2026/clear-water#topic-1, beta/2026/x#topic-1]\n")
    assert not [line for line in lines if "topic-links.yml" in line and "clear-water" in line]


def test_threshold_is_between_the_reviewed_pairs():
    def value(one: str, other: str) -> float:
        bigrams = [frozenset(a + b for a, b in pairwise(title)) for title in (one, other)]
        return module.similarity(*bigrams)

    assert value("提升应对气候变化能力", "提升辽宁应对气候变化与气候资源利用能力") > module.THRESHOLD
    assert value("提升城市运行管理服务智能化水平", "提升城市管理协同化水平") < module.THRESHOLD
