from __future__ import annotations

import json

import pytest

from generator.exports import linked_data
from generator.model import BranchId, CaseId
from tests.exports import fabricated
from tests.exports.fabricated import FULL, SILENT, SITE

RIVER = CaseId(f"{FULL}/river")
RISKY = CaseId(f"{FULL}/risky")


@pytest.fixture
def catalog():
    return fabricated.catalog()


def keys(value: object) -> set[str]:
    """Every key at any depth."""
    if isinstance(value, dict):
        return set(value) | {key for part in value.values() for key in keys(part)}
    return {key for part in value for key in keys(part)} if isinstance(value, list) else set()


def test_an_event_holds_its_exact_phases_only(catalog):
    event = linked_data.event(catalog, catalog.editions[FULL], SITE)
    assert event["@type"] == "Event"
    assert event["url"] == f"{SITE}yunchuan/2026/"
    assert event["organizer"] == [{"@type": "Organization", "name": "云川省数据局"}]
    (phase,) = event["subEvent"]
    assert (phase["name"], phase["startDate"], phase["endDate"]) == ("启动报名", "2026-06-22", "2026-07-18")
    assert "location" not in keys(event)


def test_an_event_spans_days_only_when_every_phase_is_exact(catalog):
    edition = catalog.editions[FULL]
    assert "startDate" not in linked_data.event(catalog, edition, None)
    timeline = catalog.timelines[FULL]
    catalog.timelines[FULL] = timeline.model_copy(update={"phases": timeline.phases[:1]})
    event = linked_data.event(catalog, edition, None)
    assert (event["startDate"], event["endDate"]) == ("2026-06-22", "2026-07-18")


def test_a_silent_edition_claims_nothing(catalog):
    event = linked_data.event(catalog, catalog.editions[SILENT], None)
    assert set(event) == {"@context", "@type", "name", "eventStatus", "inLanguage"}


def test_the_committee_organises_where_no_host_is_named(catalog):
    edition = catalog.editions[FULL]
    organisers = edition.organisers.model_copy(update={"hosts": ()})
    event = linked_data.event(catalog, edition.model_copy(update={"organisers": organisers}), None)
    assert [body["name"] for body in event["organizer"]] == ["甲厅", "乙厅"]


def test_cases_are_listed_in_the_order_given(catalog):
    cases = [catalog.cases[RIVER], catalog.cases[RISKY]]
    listed = linked_data.item_list(catalog, cases, SITE)
    assert listed["numberOfItems"] == 2
    first = listed["itemListElement"][0]
    assert (first["position"], first["name"]) == (1, "从雨滴到门牌（虚构示例）")
    assert first["url"] == f"{SITE}yunchuan/2026/cases/river/"


def test_a_case_is_a_work_of_its_units_with_its_awards_and_no_date(catalog):
    work = linked_data.creative_work(catalog, catalog.cases[RIVER], SITE)
    assert [author["name"] for author in work["author"]] == ["云川智测公司", "临河水文站", "云川理工大学"]
    assert work["award"] == ["2026年大赛云川分赛一等奖", "全国总决赛二等奖"]
    assert work["about"] == "畅通路网"
    assert work["creativeWorkStatus"] == "虚构示例"
    assert not [key for key in keys(work) if "date" in key.lower()]


def test_a_fabricated_branch_marks_all_its_pages(catalog):
    branch = BranchId("yunchuan")
    catalog.branches[branch] = catalog.branches[branch].model_copy(update={"demo": True})
    assert linked_data.creative_work(catalog, catalog.cases[RISKY], None)["creativeWorkStatus"] == "虚构示例"
    assert "虚构示例" in linked_data.event(catalog, catalog.editions[FULL], None)["name"]


def test_without_the_site_s_address_there_are_no_urls(catalog):
    documents = [
        linked_data.event(catalog, catalog.editions[FULL], None),
        linked_data.item_list(catalog, catalog.cases.values(), None),
        linked_data.creative_work(catalog, catalog.cases[RIVER], None),
    ]
    assert not keys(documents) & {"url", "@id"}


def test_script_text_cannot_leave_its_element(catalog):
    work = linked_data.creative_work(catalog, catalog.cases[RISKY], SITE)
    text = linked_data.script_text(work)
    assert not set(text) & set("<>&\u2028\u2029\n")
    assert json.loads(text) == work
