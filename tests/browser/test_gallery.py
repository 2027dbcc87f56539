"""The gallery by mouse: facets, the address that holds its state, and the lists of cases."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import Open
from tests.browser.gallery import CASES, PHONE, SEARCH, choice, count, hits, number, query, ready, total, until


def test_facets_count_what_choosing_them_gives(visit: Open) -> None:
    page = ready(visit(SEARCH))
    everything = total(page)
    cases = choice(page, "kind", "案例")
    expected = number(cases)
    assert 0 < expected < everything
    cases.click()
    expect(count(page)).to_have_text(f"共 {expected} 条结果")
    first, second = choice(page, "award", "一等奖"), choice(page, "award", "二等奖")
    both = number(first) + number(second)
    first.click()
    expect(count(page)).to_have_text(f"共 {both - number(second)} 条结果")  # the other choices keep their counts
    second.click()
    expect(count(page)).to_have_text(f"共 {both} 条结果")
    assert "kind=case" in page.url
    assert page.url.count("award=") == 2


def test_the_address_holds_the_whole_state(visit: Open, context: BrowserContext) -> None:
    page = ready(visit(SEARCH))
    query(page).fill("数据")
    expect(page).to_have_url(re.compile("q="))
    total(page)
    choice(page, "kind", "案例").click()
    choice(page, "year", "2026年").click()
    page.locator("[data-gallery-sort]").select_option("title")
    expect(page).to_have_url(re.compile("sort=title"))
    found, titles = total(page), hits(page).locator("h2").all_inner_texts()
    other = context.new_page()
    other.goto(page.url)
    expect(query(other)).to_have_value("数据")
    assert total(other) == found
    assert hits(other).locator("h2").all_inner_texts() == titles
    assert other.locator("[data-gallery-sort]").input_value() == "title"
    assert other.locator(".chip").all_inner_texts()[:2] == ["类型：案例", "年份：2026年"]


def test_a_press_survives_an_answer(disk: Open) -> None:
    """What stays among the choices stays in place while others come and go."""
    page = ready(disk(SEARCH))
    choice(page, "kind", "案例").hover()
    page.mouse.down()
    before = page.locator("[data-facet=kind] .choice").count()
    query(page).evaluate("field => { field.value = '河流水位'; field.dispatchEvent(new Event('input')); }")
    expect(page.locator("[data-facet=kind] .choice")).not_to_have_count(before)
    page.mouse.up()
    expect(page).to_have_url(re.compile("kind=case"))


def test_back_undoes_one_step_at_a_time(visit: Open) -> None:
    page = ready(visit(SEARCH))
    everything = total(page)
    query(page).press_sequentially("河流水位", delay=30)
    expect(page).to_have_url(re.compile(f"q={quote('河流水位')}"))
    typed = total(page)
    choice(page, "kind", "案例").click()
    expect(page).to_have_url(re.compile("kind=case"))
    page.go_back()
    expect(count(page)).to_have_text(f"共 {typed} 条结果")
    expect(query(page)).to_have_value("河流水位")
    page.go_back()  # all that was typed at one go is one step
    expect(count(page)).to_have_text(f"共 {everything} 条结果")
    expect(query(page)).to_have_value("")
    page.go_forward()
    expect(query(page)).to_have_value("河流水位")


def test_the_state_survives_where_the_address_may_not_change(page: Page, disk: Open) -> None:
    """Some browsers refuse all changes but those after the # to a page on disk."""
    page.add_init_script(
        """for (const name of ["pushState", "replaceState"])
            history[name] = () => { throw new DOMException("The operation is insecure.", "SecurityError"); };"""
    )
    ready(disk(SEARCH))
    everything = total(page)
    choice(page, "kind", "案例").click()
    expect(page).to_have_url(re.compile(r"index\.html#\?kind=case$"))
    query(page).press_sequentially("数据", delay=150)  # two steps of typing are one step back
    expect(page).to_have_url(re.compile("q=%E6%95%B0%E6%8D%AE&kind=case$"))
    found = total(page)
    page.reload()
    expect(query(page)).to_have_value("数据")
    expect(count(page)).to_have_text(f"共 {found} 条结果")
    page.go_back()
    expect(query(page)).to_have_value("")
    expect(choice(page, "kind", "案例").locator("input")).to_be_checked()
    page.get_by_role("button", name="去掉条件“类型：案例”").click()
    expect(count(page)).to_have_text(f"共 {everything} 条结果")


def test_chosen_conditions_can_be_taken_away(disk: Open) -> None:
    page = ready(disk(f"{SEARCH}?kind=case&award={quote('一等奖')}"))
    page.get_by_role("button", name="去掉条件“奖项：一等奖”").click()
    expect(page.locator(".chip")).to_have_count(1)
    assert "award" not in page.url
    assert page.evaluate("document.activeElement !== document.body")


def test_more_hits_are_added_and_kept_in_the_address(disk: Open) -> None:
    page = ready(disk(SEARCH))
    expect(hits(page)).to_have_count(24)
    page.get_by_role("button", name="再显示").click()
    expect(hits(page)).to_have_count(48)
    assert "pages=2" in page.url
    assert page.evaluate("document.activeElement.closest('li') === document.querySelectorAll('.hits > li')[24]")
    page.reload()
    expect(hits(page)).to_have_count(48)
    addresses = hits(page).locator("h2 a").evaluate_all("links => links.map((link) => link.href)")
    assert len(set(addresses)) == 48


def test_the_place_in_the_list_is_kept(served: Open) -> None:
    page = served(f"{SEARCH}?pages=2")
    expect(hits(page)).to_have_count(48)
    link = hits(page).nth(40).locator("h2 a")
    link.scroll_into_view_if_needed()
    top = page.evaluate("scrollY")
    link.click()
    page.wait_for_url(lambda url: "/search/" not in url)
    page.go_back()
    expect(hits(page)).to_have_count(48)
    until(page, f"Math.abs(scrollY - {top}) < 50")


def test_unknown_parameters_do_no_harm(disk: Open) -> None:
    page = ready(disk(f"{SEARCH}?utm_source=x&sort=worst&pages=-3&kind=nonsense&year=2026"))
    expect(count(page)).to_have_text("共 0 条结果")
    page.get_by_role("button", name="去掉全部筛选条件").click()
    expect(hits(page)).to_have_count(24)


def test_wider_choices_are_offered_only_when_they_find_something(disk: Open) -> None:
    page = ready(disk(f"{SEARCH}?q={quote('河流')}&year=1999"))
    expect(page.locator(".nothing")).to_contain_text(re.compile(r"去掉全部筛选条件\s*[1-9]\d* 条"))
    page = ready(disk(f"{SEARCH}?q={quote('蹴鞠')}&year=2026"))
    expect(page.locator(".nothing")).to_contain_text("请检查有没有错别字")
    expect(page.locator(".nothing button")).to_have_count(0)


def test_facets_on_a_phone(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(server + SEARCH)
    ready(page)
    expect(page.locator("#gallery-facets")).to_be_hidden()
    page.get_by_role("button", name="筛选").click()
    choice(page, "kind", "案例").click()
    expect(page).to_have_url(re.compile("kind=case"))
    done = page.get_by_role("button", name=re.compile(r"查看 \d+ 条结果"))
    expect(done).to_be_in_viewport()  # however long the list of choices
    done.click()
    expect(page.locator("#gallery-facets")).to_be_hidden()
    expect(page.get_by_role("button", name="筛选（已选 1 项）")).to_be_visible()
    assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    assert _small_targets(page) == []
    context.close()


def _small_targets(page: Page) -> list[str]:
    """Buttons, fields and choices smaller than 24 × 24 px (WCAG 2.5.8)."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll(".gallery :is(button, select, label, input[type=search])")]
            .map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
            .filter(([, box]) => box.width && (box.width < 24 || box.height < 24)).map(([text]) => text)"""
    )
    return found


# Lists of cases


def test_the_list_of_cases_stands_until_it_is_narrowed(visit: Open) -> None:
    page = ready(visit(CASES))
    listed = page.locator("[data-gallery-list] .case-card")
    everything = listed.count()
    expect(count(page)).to_have_text(f"共 {everything} 个案例")
    expect(listed.first).to_be_visible()
    choice(page, "award", "一等奖").click()
    expect(listed.first).to_be_hidden()
    expect(hits(page)).to_have_count(total(page))
    assert 0 < total(page) < everything
    page.go_back()
    expect(listed.first).to_be_visible()
    assert page.locator("[data-facet=kind]").count() == 0


def test_the_year_of_the_list_can_be_left(disk: Open) -> None:
    page = ready(disk(CASES))
    this_year = total(page)
    choice(page, "year", "2025年").click()
    expect(page).to_have_url(re.compile("year=2026.*year=2025|year=2025.*year=2026"))
    expect(count(page)).not_to_have_text(f"共 {this_year} 个案例")
    assert total(page) > this_year


def test_a_narrowed_list_starts_narrowed(disk: Open) -> None:
    page = ready(disk("demo/2026/cases/track/transport/index.html"))
    expect(choice(page, "track", "交通运输").locator("input")).to_be_checked()
    listed = total(page)
    choice(page, "track", "交通运输").click()
    expect(page).to_have_url(re.compile("track="))
    expect(count(page)).not_to_have_text(f"共 {listed} 个案例")


def test_the_hub_finds_in_every_portal(visit: Open) -> None:
    page = ready(visit(f"search/index.html?q={quote('数据')}&kind=track"))
    branches = page.locator("[data-facet=branch] .choice")
    assert branches.count() >= 5
    choice(page, "branch", "辽宁").click()
    expect(page).to_have_url(re.compile("branch=liaoning"))
    expect(hits(page).first).to_contain_text("辽宁")
    hits(page).first.locator("h2 a").click()
    page.wait_for_url("**/liaoning/**")


# Without scripts


@pytest.mark.parametrize("scripts", ["off", "old"])
def test_without_scripts_the_lists_stand(browser: Browser, site: str, server: str, scripts: str) -> None:
    """So also in browsers that are older than those the scripts are written for."""
    context = browser.new_context(java_script_enabled=scripts == "old")
    context.add_init_script("delete Element.prototype.replaceChildren")
    page = context.new_page()
    page.goto(f"{server}demo/index.html")
    page.get_by_label("搜索示例分赛").fill("河流")
    page.get_by_label("站内搜索").get_by_role("button", name="搜索").click()
    page.wait_for_url("**/demo/search/index.html?q=**")
    expect(page.locator("[data-gallery-form]")).to_be_hidden()
    page.get_by_role("link", name="2026年典型案例").click()
    expect(page.locator(".case-card").first).to_be_visible()
    expect(page.locator("[data-gallery-form]")).to_be_hidden()
    page.get_by_role("navigation", name="按赛道筛选").get_by_role("link", name="交通运输").click()
    page.wait_for_url("**/cases/track/transport/**")
    context.close()
