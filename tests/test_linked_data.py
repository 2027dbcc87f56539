from __future__ import annotations

import json
from datetime import date

import pytest

from generator.catalog.addresses import Address
from generator.exports import linked_data
from generator.model import BranchId, CaseId, FaqItem, PhaseKind
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
    assert event["location"]["address"]["addressCountry"] == phase["location"]["address"]["addressCountry"] == "CN"


def test_an_event_begins_on_its_first_known_day_and_ends_when_nothing_vague_follows(catalog):
    edition = catalog.editions[FULL]
    event = linked_data.event(catalog, edition, None)
    assert (event["startDate"], event["endDate"]) == ("2026-06-22", "2026-08-28")
    timeline = catalog.timelines[FULL]
    last = timeline.phases[1].model_copy(update={"start": date(2026, 9, 1), "end": date(2026, 9, 30)})
    catalog.timelines[FULL] = timeline.model_copy(update={"phases": (timeline.phases[0], last)})
    event = linked_data.event(catalog, edition, None)
    assert event["startDate"] == "2026-06-22"
    assert "endDate" not in event
    before = last.model_copy(update={"start": date(2026, 5, 1), "end": date(2026, 5, 31)})
    catalog.timelines[FULL] = timeline.model_copy(update={"phases": (before, timeline.phases[0])})
    assert linked_data.event(catalog, edition, None) is None, "it begins on some day of May"
    before = before.model_copy(update={"kind": PhaseKind.PREPARATION})
    catalog.timelines[FULL] = timeline.model_copy(update={"phases": (before, timeline.phases[0])})
    assert linked_data.event(catalog, edition, None)["startDate"] == "2026-06-22", "nobody takes part in preparations"


def test_an_edition_without_any_day_is_no_event(catalog):
    assert linked_data.event(catalog, catalog.editions[SILENT], None) is None


def test_a_notice_is_an_article_of_who_publishes_the_portal(catalog):
    notice = next(iter(catalog.notices.values()))
    article = linked_data.news_article(catalog, notice, SITE, True, date(2030, 1, 2))
    assert article["headline"] == notice.title
    assert article["datePublished"] == notice.date.isoformat()
    assert article["dateModified"] == "2030-01-02"
    assert article["image"] == [f"{article['url']}share.jpg"]
    assert article["publisher"] in article["author"]
    before = linked_data.news_article(catalog, notice, None, False, date(2020, 1, 1))
    assert before["dateModified"] == before["datePublished"]
    assert "image" not in before


def test_a_trail_counts_from_the_home_page():
    trail = linked_data.breadcrumbs(
        [("首页", Address("a/index.html")), ("赛程", Address("a/timeline/index.html"))], SITE
    )
    assert [(each["position"], each["item"]) for each in trail["itemListElement"]] == [
        (1, f"{SITE}a/"),
        (2, f"{SITE}a/timeline/"),
    ]


def test_questions_have_their_answers():
    page = linked_data.faq_page([FaqItem(question="问？", answer="答。")])
    (asked,) = page["mainEntity"]
    assert (asked["@type"], asked["acceptedAnswer"]["text"]) == ("Question", "答。")


def test_a_site_says_how_it_is_searched():
    site = linked_data.web_site("门户", Address("a/index.html"), Address("a/search/index.html"), SITE)
    assert site["potentialAction"]["target"]["urlTemplate"] == f"{SITE}a/search/?q={{search_term_string}}"


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
