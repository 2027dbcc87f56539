"""What search does for readers who do not find at once: everyday words, near hits, other ways of writing."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.gallery import INDEX_FILES, SEARCH, header, hits, query, ready

HUB = "search/index.html"


def asked(visit: Open, text: str, address: str = "ningxia/search/index.html") -> Page:
    return ready(visit(f"{address}?q={quote(text)}"))


def likely(page: Page) -> Locator:
    """What answers the question."""
    return page.get_by_role("region", name="您要找的可能是")


@pytest.mark.parametrize(
    ("text", "title", "answer"),
    [
        ("怎么报名？", "参赛指南", "6月6日"),
        ("奖金多少", "奖项设置", "一等奖（奖金3万元）"),
        ("请问什么时候截止", "赛程安排", "启动报名"),
        ("联系电话", "有咨询电话吗？", "没有"),
        ("需要交什么材料", "要提交哪些材料？", "申报书"),
        ("请问大学生可以参赛吗", "参赛指南", "6月6日"),
        ("主办单位是谁", "组织机构", "主办单位："),
        ("下载报名表", "资料下载", ""),
    ],
)
def test_everyday_words_lead_to_the_page_that_answers(visit: Open, text: str, title: str, answer: str) -> None:
    page = asked(visit, text)
    item = likely(page).get_by_role("listitem").filter(has=page.get_by_role("link", name=title, exact=True))
    expect(item).to_contain_text(answer)
    item.get_by_role("link").click()
    page.wait_for_url("**/ningxia/2026/**")


def test_the_hub_leads_to_the_page_of_each_branch_and_to_that_of_the_one_that_was_named(disk: Open) -> None:
    page = asked(disk, "怎么报名", HUB)
    guides = likely(page).get_by_role("listitem").filter(has_text="参赛指南")
    assert guides.get_by_role("link").count() >= 5
    page = asked(disk, "宁夏怎么报名", HUB)
    expect(likely(page).get_by_role("link", name="参赛指南")).to_have_attribute(
        "href", re.compile("ningxia/2026/guide")
    )


@pytest.mark.parametrize("text", ["数据要素", "电话银行反诈模型", "智能客服", "政务热线", "数字证书", "信用评分"])
def test_other_words_have_no_such_answer(disk: Open, text: str) -> None:
    expect(likely(asked(disk, text))).to_have_count(0)


def test_what_one_portal_has_not_is_looked_for_in_all(disk: Open) -> None:
    page = asked(disk, "民航")
    page.get_by_role("link", name="在各分赛中搜索“民航”").click()
    page.wait_for_url(re.compile(r"(?<!ningxia)/search/index\.html\?q="))
    expect(ready(page).get_by_role("searchbox", name="检索")).to_have_value("民航")


def test_the_answer_is_reached_by_keys(disk: Open) -> None:
    page = asked(disk, "怎么报名")
    query(page).focus()
    page.keyboard.press("ArrowDown")
    expect(likely(page).get_by_role("link").first).to_be_focused()


def test_the_header_offers_the_answer_first(visit: Open) -> None:
    page = visit("liaoning/index.html")
    header(page).fill("联系电话")
    first = page.get_by_role("group", name="您要找的可能是").get_by_role("option").first
    expect(first).to_contain_text("联系我们")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/liaoning/2026/contact/**")


def note(page: Page) -> Locator:
    """How hits differ from what was asked."""
    return page.locator("[data-gallery-notice] .note")


def test_what_has_most_of_the_query_is_shown_when_nothing_has_all(visit: Open) -> None:
    page = asked(visit, "水位 大模型 蹴鞠", SEARCH)
    expect(note(page)).to_have_text("没有同时含“水位”“大模型”“蹴鞠”的结果，以下含其中一部分。")
    expect(hits(page).first.locator("mark").first).to_be_visible()
    expect(page.locator("[data-gallery-live]")).to_have_text(re.compile("^没有同时含"))


def test_the_longest_parts_of_a_long_word_are_looked_for(disk: Open) -> None:
    page = asked(disk, "河流水位蹴鞠预报", SEARCH)
    expect(note(page)).to_contain_text("以下含其中一部分")
    expect(hits(page).first).to_contain_text("河流水位")


@pytest.mark.parametrize(
    ("text", "said"), [("河流水位", None), ("數據", "“数据”"), ("heliu", "“he liu”"), ("hlsw", "“hlsw”")]
)
def test_traditional_characters_and_pinyin_find(visit: Open, text: str, said: str | None) -> None:
    page = asked(visit, text, SEARCH)
    expect(hits(page).first).to_be_visible()
    if said is None:
        expect(note(page)).to_have_count(0)
    else:
        expect(note(page)).to_contain_text(said)


def test_tables_of_characters_are_not_loaded_while_something_is_found(page: Page, disk: Open) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    expect(note(asked(disk, "水位", SEARCH))).to_have_count(0)
    assert not [url for url in loaded if "variants" in url]


def test_the_header_says_what_it_found_instead(disk: Open) -> None:
    page = disk("demo/index.html")
    header(page).fill("shuiwei")
    expect(page.locator(".site-search__say")).to_contain_text("名称读作“shui wei”")
    expect(page.get_by_role("option").first).to_contain_text("水位")


def test_pages_among_the_hits_say_what_is_on_them(disk: Open) -> None:
    page = asked(disk, "奖项设置")
    expect(hits(page).first.locator(".hit__snippet")).to_contain_text("一等奖")


def test_plain_links_stand_below_the_hits_and_their_button(disk: Open) -> None:
    page = ready(disk(SEARCH))
    tops = [
        page.locator(part).evaluate("element => element.getBoundingClientRect().top")
        for part in ("[data-gallery-results]", "[data-gallery-more]", ".gallery__plain")
    ]
    assert tops == sorted(tops)


@pytest.mark.parametrize(("address", "most"), [(SEARCH, 10), (HUB, 14)])
def test_a_search_asks_for_few_files(page: Page, disk: Open, address: str, most: int) -> None:
    """Until 24 hits are shown with their texts."""
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    asked(disk, "数据", address)
    page.wait_for_load_state("networkidle")
    files = [url for url in loaded if INDEX_FILES.search(url)]
    assert len(files) <= most, files
