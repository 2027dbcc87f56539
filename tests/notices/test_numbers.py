"""The numbers that the editions export, against a table; needs no notices."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.notices.numbers import NUMBERS


@pytest.fixture
def expected(edition):
    return NUMBERS[edition]


def test_every_real_edition_is_in_the_table(catalog):
    assert {edition for edition in catalog.editions if not catalog.is_demo(edition)} == set(NUMBERS)


def test_headline_numbers(catalog):
    topics = {edition: sum(len(track.topics) for track in catalog.tracks_of(edition)) for edition in NUMBERS}
    tracks = {edition: len(catalog.tracks_of(edition)) for edition in NUMBERS}
    assert (tracks["liaoning/2026"], topics["liaoning/2026"]) == (11, 115)
    assert (tracks["ningxia/2026"], topics["ningxia/2026"]) == (8, 83)
    assert (tracks["guangdong/2026"], topics["guangdong/2026"]) == (17, 121)
    assert (tracks["xinjiang/2025"], topics["xinjiang/2025"]) == (14, 82)
    assert (tracks["national/2025"], topics["national/2025"]) == (14, 82)
    assert sum(topics.values()) == 483


def test_tracks_and_topics(exported, expected):
    assert [track["number"] for track in exported["tracks"]] == list(range(1, len(expected.topics) + 1))
    assert tuple(len(track["topics"]) for track in exported["tracks"]) == expected.topics
    groups = Counter(topic["group"] for track in exported["tracks"] for topic in track["topics"] if topic["group"])
    assert tuple(groups.items()) == expected.groups


def test_phases(exported, expected):
    assert len(exported["timeline"]) == expected.phases


def test_awards(exported, expected):
    awards = exported["awards"]
    given = {(track["id"], level): 0 for track in exported["tracks"] for level in awards["levels"]}
    whole = {}
    for quota in awards["quotas"]:
        if quota["scope"] == "edition":
            whole[quota["level"]] = quota["count"]
        for track in quota["tracks"]:
            given[track, quota["level"]] = quota["count"]
    levels = [level for level in awards["levels"] if level not in whole]
    per_track = tuple(tuple(given[track["id"], level] for level in levels) for track in exported["tracks"])
    silent = ((None,) * len(levels),) * len(exported["tracks"])
    assert per_track == (expected.per_track or silent)
    assert whole == expected.per_edition
    assert awards["total"] == expected.awards
    if expected.awards is not None:
        assert sum(map(sum, per_track)) + sum(whole.values()) == expected.awards
    assert {prize["level"]: prize["cny"] for prize in awards["prizes"]} == expected.cash
    assert len(awards["special"]) == expected.special


def test_organisers(catalog, edition, exported, expected):
    roles = {**exported["organisers"], "secretariat": catalog.editions[edition].organisers.secretariat}
    assert {role: len(bodies) for role, bodies in roles.items() if bodies} == expected.organisers
    assert catalog.editions[edition].organisers.supporters == ()


def test_rubrics(exported, expected):
    rubrics = exported["judging"]
    assert tuple(len(rubric["indicators"]) for rubric in rubrics) == expected.indicators
    assert tuple(rubric["total"] for rubric in rubrics) == expected.points
    for rubric in rubrics:
        points = [indicator["points"] for indicator in rubric["indicators"]]
        assert sum(points) == rubric["total"] if rubric["total"] else set(points) == {None}


def test_finals_publicity_teams_and_panels(catalog, edition, exported, expected):
    record = catalog.editions[edition]
    finals = exported["finals"]
    assert (finals["quota"], finals["at_most"], finals["sme_min_share"]) == expected.finals
    assert finals["scope"] == ("each-branch" if edition == "national/2025" else "this-branch")
    assert (exported["publicity_days"], record.publicity.unit) == expected.publicity
    assert record.team.max_representatives == expected.representatives
    panels = {panel.name: panel.members for panel in catalog.judging[edition].panels if panel.members}
    assert panels == expected.panels


def test_contacts(exported, expected):
    assert sum(contact["phone"] is not None for contact in exported["contacts"]) == expected.phones
    assert sum(contact["email"] is not None for contact in exported["contacts"]) == expected.emails
