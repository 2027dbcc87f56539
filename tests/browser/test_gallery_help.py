"""What search does for readers who do not find at once: everyday words, near hits, other ways of writing."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.gallery import header, query, ready

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


def test_other_words_have_no_such_answer(disk: Open) -> None:
    expect(likely(asked(disk, "数据要素"))).to_have_count(0)
    expect(likely(asked(disk, "电话银行反诈模型"))).to_have_count(0)


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
