from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from generator.exports import schemas
from generator.exports.edition_json import edition_json
from tests.exports.fabricated import FULL, SILENT

KEYS = [
    *("schema", "branch", "year", "name", "theme", "document", "organisers", "tracks", "timeline", "awards"),
    *("judging", "publicity_days", "finals", "contacts", "registration_url", "registration", "eligibility"),
    *("project_requirements", "submission", "case_outline", "max_representatives", "publicity", "benefits", "rules"),
    *("stages", "panels", "results"),
]


@pytest.fixture
def full(catalog):
    return json.loads(edition_json(catalog, FULL))


def test_keys_stand_in_the_order_of_the_contract(full):
    assert list(full) == KEYS
    assert list(full["branch"]) == ["id", "name", "full_name"]
    assert list(full["document"]) == ["number", "issued", "title", "issuer", "url", "bases"]
    bodies = ["guiding", "hosts", "undertakers", "committee", "supporters", "secretariat"]
    assert list(full["organisers"]) == bodies
    assert list(full["tracks"][0]) == ["id", "number", "name", "kind", "sectors", "guiding_units", "topics"]
    topic = ["id", "number", "title", "group", "place", "label", "guiding_units", "summary"]
    assert list(full["tracks"][0]["topics"][0]) == topic
    assert list(full["timeline"][0]) == ["id", "name", "kind", "start", "end", "approximate", "exact", "text"]
    awards = ["levels", "quotas", "prizes", "special", "special_rules", "in_principle", "total", "rewards"]
    assert list(full["awards"]) == awards
    assert list(full["awards"]["quotas"][0]) == ["scope", "tracks", "level", "count", "share", "of"]
    assert list(full["judging"][0]) == ["name", "tracks", "total", "indicators"]
    assert list(full["contacts"][0]) == ["role", "phone", "email", "hours", "about"]


def test_tracks_stand_by_number_with_the_title_of_their_topic_group(full):
    assert [track["id"] for track in full["tracks"]] == ["transport", "composite"]
    assert full["tracks"][0]["topics"][0]["group"] is None
    assert full["tracks"][1]["topics"][0]["group"] == "金融服务"
    assert full["tracks"][0]["topics"][1]["summary"] is None


def test_phases_keep_their_wording_and_their_vagueness(full):
    review = full["timeline"][1]
    assert review["text"] == "7月中旬至8月中旬"
    assert review["approximate"] == "ten-day"
    assert full["timeline"][2]["end"] is None
    assert full["timeline"][4]["start"] is None


def test_awards_name_the_tracks_that_each_quota_counts_over(full):
    awards = full["awards"]
    assert [quota["tracks"] for quota in awards["quotas"]] == [["transport", "composite"], ["transport"], []]
    assert [quota["count"] for quota in awards["quotas"]] == [1, 2, None]
    assert awards["special"] == ["科技创新奖"]
    assert awards["prizes"] == [{"level": "一等奖", "cny": 30000}]
    assert awards["rewards"] == [{"level": "一等奖", "cny": 30000, "items": [], "tracks": []}]


def test_indicators_are_flat_and_whole_points_are_integers(full, catalog):
    first, second = full["judging"]
    assert first["indicators"] == [
        {"path": ["数据供给", "合规治理"], "points": 60},
        {"path": ["数据供给", "融合供给"], "points": 39.5},
        {"path": ["应用", "成效", "就业"], "points": 0.5},
    ]
    assert first["tracks"] == ["transport", "composite"]
    assert second["tracks"] == ["composite"]
    assert second["total"] is None
    assert second["indicators"] == [{"path": ["创新"], "points": None}]
    assert b'"total": 100,' in edition_json(catalog, FULL)


def test_a_silent_notice_gives_nulls_and_empty_lists(catalog):
    silent = json.loads(edition_json(catalog, SILENT))
    assert list(silent) == KEYS
    assert silent["document"] == {**dict.fromkeys(("number", "issued", "title", "issuer", "url")), "bases": []}
    nothing = {key: [] for key in ("levels", "quotas", "prizes", "special", "special_rules", "rewards")}
    assert silent["awards"] == {**nothing, "in_principle": False, "total": None}
    assert silent["finals"] == {
        **dict.fromkeys(("quota", "others_at_most", "sme_min_share")),
        "at_most": False,
        "scope": "this-branch",
    }
    unknown = {"theme", "publicity_days", "registration_url", "max_representatives", "publicity"}
    assert {key for key, value in silent.items() if value is None} == unknown
    assert silent["tracks"] == silent["timeline"] == silent["judging"] == silent["contacts"] == []


@pytest.mark.parametrize("edition", [FULL, SILENT])
def test_the_document_fits_its_schema(catalog, edition):
    described = next(each for each in schemas.EXPORTS if each.name == "edition-1")
    schema = schemas.export_schema(described)
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(edition_json(catalog, edition)))
