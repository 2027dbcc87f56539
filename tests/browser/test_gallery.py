"""The gallery, the header's search and highlighted terms in a real browser: by mouse, keyboard and address."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

SEARCH = "demo/search/index.html"
CASES = "demo/2026/cases/index.html"
CASE = "demo/2026/cases/river-level-forecast/index.html"
PHONE = {"width": 360, "height": 740}
INDEX_FILES = re.compile(r"/search/.*\.js(\?.*)?$")
ENGINE = re.compile(r"/assets/search\.[0-9a-f]+\.js(\?.*)?$")

Open = Callable[[str], Page]


@pytest.fixture
def errors(page: Page) -> Iterator[list[str]]:
    """What went wrong in the page's scripts; nothing may."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    yield found
    assert found == []


@pytest.fixture(params=["disk", "server"])
def visit(request: pytest.FixtureRequest, page: Page, site: Path, server: str, errors: list[str]) -> Open:
    """Open an address of the site, from disk and from a plain static server below a sub-path."""
    base = f"{site.as_uri()}/" if request.param == "disk" else server
    return lambda address: _opened(page, base + address)


@pytest.fixture
def disk(page: Page, site: Path, errors: list[str]) -> Open:
    """Open an address of the site from disk."""
    return lambda address: _opened(page, f"{site.as_uri()}/{address}")


def _opened(page: Page, url: str) -> Page:
    page.goto(url)
    return page


# What a page shows


def _count(page: Page) -> Locator:
    return page.locator("[data-gallery-count]")


def _total(page: Page) -> int:
    page.locator("[data-gallery-results][data-done]:not([aria-busy])").wait_for(state="attached")
    return int(re.sub(r"\D", "", _count(page).inner_text()))


def _query(page: Page) -> Locator:
    return page.locator("[data-gallery-query]")


def _header(page: Page) -> Locator:
    return page.locator("#site-query")


def _hits(page: Page) -> Locator:
    return page.locator("[data-gallery-results] article")


def _choice(page: Page, facet: str, label: str) -> Locator:
    return page.locator(f"[data-facet={facet}] .choice").filter(has_text=re.compile(rf"^{re.escape(label)}\s*\d+$"))


def _number(choice: Locator) -> int:
    return int(choice.locator(".choice__count").inner_text())


def _ready(page: Page) -> Page:
    page.locator("[data-gallery-results][data-done]").wait_for(state="attached")
    return page


# Facets and the address


def test_facets_count_what_choosing_them_gives(visit: Open) -> None:
    page = _ready(visit(SEARCH))
    everything = _total(page)
    cases = _choice(page, "kind", "案例")
    expected = _number(cases)
    assert 0 < expected < everything
    cases.click()
    expect(_count(page)).to_have_text(f"共 {expected} 条结果")
    first, second = _choice(page, "award", "一等奖"), _choice(page, "award", "二等奖")
    both = _number(first) + _number(second)
    first.click()
    expect(_count(page)).to_have_text(f"共 {both - _number(second)} 条结果")  # the other choices keep their counts
    second.click()
    expect(_count(page)).to_have_text(f"共 {both} 条结果")
    assert "kind=case" in page.url
    assert page.url.count("award=") == 2


def test_the_address_holds_the_whole_state(visit: Open, context: BrowserContext) -> None:
    page = _ready(visit(SEARCH))
    _query(page).fill("数据")
    expect(page).to_have_url(re.compile("q="))
    _choice(page, "kind", "案例").click()
    _choice(page, "year", "2026年").click()
    page.locator("[data-gallery-sort]").select_option("title")
    expect(page).to_have_url(re.compile("sort=title"))
    total, titles = _total(page), _hits(page).locator("h2").all_inner_texts()
    other = context.new_page()
    other.goto(page.url)
    expect(_query(other)).to_have_value("数据")
    assert _total(other) == total
    assert _hits(other).locator("h2").all_inner_texts() == titles
    assert other.locator("[data-gallery-sort]").input_value() == "title"
    assert other.locator(".chip").all_inner_texts()[:2] == ["类型：案例", "年份：2026年"]


def test_back_undoes_one_step_at_a_time(visit: Open) -> None:
    page = _ready(visit(SEARCH))
    everything = _total(page)
    _query(page).press_sequentially("河流水位", delay=30)
    expect(page).to_have_url(re.compile(f"q={quote('河流水位')}"))
    typed = _total(page)
    _choice(page, "kind", "案例").click()
    expect(page).to_have_url(re.compile("kind=case"))
    page.go_back()
    expect(_count(page)).to_have_text(f"共 {typed} 条结果")
    expect(_query(page)).to_have_value("河流水位")
    page.go_back()  # all that was typed at one go is one step
    expect(_count(page)).to_have_text(f"共 {everything} 条结果")
    expect(_query(page)).to_have_value("")
    page.go_forward()
    expect(_query(page)).to_have_value("河流水位")


def test_chosen_conditions_can_be_taken_away(disk: Open) -> None:
    page = _ready(disk(f"{SEARCH}?kind=case&award={quote('一等奖')}"))
    page.get_by_role("button", name="去掉条件“奖项：一等奖”").click()
    expect(page.locator(".chip")).to_have_count(1)
    assert "award" not in page.url
    assert page.evaluate("document.activeElement !== document.body")


def test_more_hits_are_added_and_kept_in_the_address(disk: Open) -> None:
    page = _ready(disk(SEARCH))
    expect(_hits(page)).to_have_count(24)
    page.get_by_role("button", name="再显示").click()
    expect(_hits(page)).to_have_count(48)
    assert "pages=2" in page.url
    assert page.evaluate("document.activeElement.closest('li') === document.querySelectorAll('.hits > li')[24]")
    page.reload()
    expect(_hits(page)).to_have_count(48)
    addresses = [link.get_attribute("href") for link in _hits(page).locator("h2 a").all()]
    assert len(set(addresses)) == 48


def test_unknown_parameters_do_no_harm(disk: Open) -> None:
    page = _ready(disk(f"{SEARCH}?utm_source=x&sort=worst&pages=-3&kind=nonsense&year=2026"))
    expect(_count(page)).to_have_text("共 0 条结果")
    page.get_by_role("button", name="去掉全部筛选条件").click()
    expect(_hits(page)).to_have_count(24)


# The list of cases


def test_the_list_of_cases_stands_until_it_is_narrowed(visit: Open) -> None:
    page = _ready(visit(CASES))
    listed = page.locator("[data-gallery-list] .case-card")
    total = listed.count()
    expect(_count(page)).to_have_text(f"共 {total} 个案例")
    expect(listed.first).to_be_visible()
    _choice(page, "award", "一等奖").click()
    expect(listed.first).to_be_hidden()
    expect(_hits(page)).to_have_count(_total(page))
    assert 0 < _total(page) < total
    page.go_back()
    expect(listed.first).to_be_visible()
    assert page.locator("[data-facet=kind]").count() == 0


def test_the_year_of_the_list_can_be_left(disk: Open) -> None:
    page = _ready(disk(CASES))
    this_year = _total(page)
    _choice(page, "year", "2025年").click()
    expect(page).to_have_url(re.compile("year=2026.*year=2025|year=2025.*year=2026"))
    expect(_count(page)).not_to_have_text(f"共 {this_year} 个案例")
    assert _total(page) > this_year


def test_a_narrowed_list_starts_narrowed(disk: Open) -> None:
    page = _ready(disk("demo/2026/cases/track/transport/index.html"))
    expect(_choice(page, "track", "交通运输").locator("input")).to_be_checked()
    listed = _total(page)
    _choice(page, "track", "交通运输").click()
    expect(page).to_have_url(re.compile("track="))
    expect(_count(page)).not_to_have_text(f"共 {listed} 个案例")


def test_the_hub_finds_in_every_portal(visit: Open) -> None:
    page = _ready(visit(f"search/index.html?q={quote('数据')}&kind=track"))
    branches = page.locator("[data-facet=branch] .choice")
    assert branches.count() >= 5
    _choice(page, "branch", "辽宁").click()
    expect(page).to_have_url(re.compile("branch=liaoning"))
    expect(_hits(page).first).to_contain_text("辽宁")
    _hits(page).first.locator("h2 a").click()
    page.wait_for_url("**/liaoning/**")


# Keyboard


def test_everything_works_by_keyboard(disk: Open) -> None:
    page = _ready(disk(SEARCH))
    page.keyboard.press("/")
    expect(_query(page)).to_be_focused()
    page.keyboard.type("河流")
    expect(page.locator("[data-gallery-results] mark").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    links = _hits(page).locator("h2 a")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(_query(page)).to_be_focused()
    expect(_query(page)).to_have_value("河流")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(_query(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(_query(page)).to_have_value("")
    page.keyboard.type("河流水位")
    page.keyboard.press("Enter")
    expect(page.locator("[data-gallery-results] mark").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**hl=**")


def test_choosing_keeps_the_focus_on_the_choice(disk: Open) -> None:
    page = _ready(disk(SEARCH))
    box = _choice(page, "kind", "案例").locator("input")
    box.focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("kind=case"))
    expect(box).to_be_focused()
    expect(box).to_be_checked()


def test_the_slash_key_can_be_given_back(visit: Open) -> None:
    page = _ready(visit(SEARCH))
    page.get_by_label("在任意页面按").uncheck()
    page.reload()
    page.keyboard.press("/")
    expect(_query(page)).not_to_be_focused()
    expect(page.get_by_label("在任意页面按")).not_to_be_checked()


def test_what_is_found_is_announced(disk: Open) -> None:
    page = _ready(disk(SEARCH))
    _query(page).fill("河流水位")
    expect(page).to_have_url(re.compile("q="))
    expect(page.locator("[data-gallery-live]")).to_have_text(f"找到 {_total(page)} 条结果")


# Typing

SLOW_ENGINE = """
window.asked = [];
const hit = (title) => ({
  id: title, kind: "page", title, address: "demo/index.html", branch: "demo", year: 2026, track: "", award: "",
  unit: "", region: "", summary: "", cover: null, demo: false, fields: {}, snippet: null,
});
const search = async ({query}) => {
  window.asked.push(query);
  await new Promise((done) => setTimeout(done, query === "慢" ? 600 : 10));
  const hits = [hit(`答：${query}`)];
  return {total: 1, hits, facets: [], suggestions: [], terms: [], bytes: 0, snippets: Promise.resolve(hits)};
};
window.PortalSearch = {open: async () => ({search})};
"""


def _slow(page: Page) -> None:
    page.route(ENGINE, lambda route: route.fulfill(body=SLOW_ENGINE, content_type="text/javascript"))


def test_late_answers_are_dropped(page: Page, server: str, errors: list[str]) -> None:
    _slow(page)
    page.goto(server + SEARCH)
    expect(_hits(page)).to_have_text(re.compile("答："))
    _query(page).fill("慢")
    page.wait_for_function("asked.includes('慢')")
    _query(page).fill("快")
    expect(_hits(page)).to_have_text(re.compile("答：快"))
    page.wait_for_timeout(700)
    expect(_hits(page)).to_have_text(re.compile("答：快"))


def test_an_input_method_is_left_to_compose(page: Page, server: str, errors: list[str]) -> None:
    _slow(page)
    page.goto(server + SEARCH)
    expect(_hits(page)).to_have_text(re.compile("答："))
    client = page.context.new_cdp_session(page)
    _query(page).focus()
    for typed in ("h", "he", "he l", "he liu"):
        client.send(
            "Input.imeSetComposition", {"text": typed, "selectionStart": len(typed), "selectionEnd": len(typed)}
        )
        page.wait_for_timeout(150)
    assert page.evaluate("asked") == [""]
    client.send("Input.insertText", {"text": "河流"})
    expect(_hits(page)).to_have_text(re.compile("答：河流"))
    assert page.evaluate("asked") == ["", "河流"]


def test_typing_is_asked_for_once(page: Page, server: str, errors: list[str]) -> None:
    _slow(page)
    page.goto(server + SEARCH)
    expect(_hits(page)).to_have_text(re.compile("答："))
    _query(page).press_sequentially("数据要素", delay=20)
    expect(_hits(page)).to_have_text(re.compile("答：数据要素"))
    assert page.evaluate("asked") == ["", "数据要素"]


# What may go wrong


def test_nothing_found_offers_ways_on(disk: Open) -> None:
    page = _ready(disk(f"{SEARCH}?q={quote('河流 绝无此词')}&kind=case"))
    expect(page.locator(".nothing")).to_contain_text("没有找到")
    page.locator(".nothing .suggestion").first.click()
    expect(_hits(page).first).to_be_visible()
    expect(page.locator(".nothing")).to_have_count(0)


@pytest.mark.parametrize("address", [SEARCH, CASES])
@pytest.mark.parametrize("fault", ["missing", "damaged", "no engine"])
def test_a_broken_index_is_told_and_can_be_retried(
    page: Page, server: str, address: str, fault: str, errors: list[str]
) -> None:
    def answer(route: Route) -> None:
        if fault == "damaged":
            route.fulfill(body="/* 损坏 */", content_type="text/javascript")
        else:
            route.abort()

    broken = ENGINE if fault == "no engine" else INDEX_FILES
    page.route(broken, answer)
    page.goto(f"{server}{address}?q={quote('河流')}")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(re.compile("[一-鿿]"))
    expect(page.locator("[data-gallery-list] a").first).to_be_visible()
    if address == CASES:
        expect(page.get_by_role("navigation", name="按赛道筛选")).to_be_visible()
    page.unroute(broken)
    alert.get_by_role("button", name="重试").click()
    expect(_hits(page).first).to_be_visible()
    expect(alert).to_have_count(0)


def test_the_header_tells_a_broken_index_too(page: Page, server: str, errors: list[str]) -> None:
    page.route(INDEX_FILES, lambda route: route.abort())
    page.goto(server + "demo/index.html")
    _header(page).fill("河流")
    again = page.locator("#site-search").get_by_role("button", name="重试")
    expect(again).to_be_visible()
    page.unroute(INDEX_FILES)
    again.click()
    expect(page.get_by_role("option").first).to_be_visible()


STRANGE = [
    "<img src=x onerror=window.hurt=1>",
    "</script><script>window.hurt=1</script>",
    "\"'><svg/onload=window.hurt=1>",
    "javascript:window.hurt=1",
    ".*+?^${}()|[]\\",
    '"没有关上的引号',
    '- -- -- ""',
    "👩‍👩‍👧‍👦🏳️‍🌈",
    "\u202eمرحبا\u2067",
    "%E0%A4%A",
    "a" * 10_000,
    "数据 " * 4_000,
]


@pytest.mark.parametrize("text", STRANGE, ids=range(len(STRANGE)))
def test_strange_queries_are_only_text(disk: Open, text: str) -> None:
    page = _ready(disk(f"{SEARCH}?q={quote(text)}"))
    _total(page)
    _query(page).fill("")
    _query(page).fill(text)
    _header(page).fill(text)
    page.wait_for_timeout(300)
    assert page.evaluate("window.hurt") is None
    assert page.locator(".gallery img[src=x], .site-search img, .gallery script").count() == 0


def test_a_hostile_record_is_only_text(page: Page, server: str, errors: list[str]) -> None:
    hostile = SLOW_ENGINE.replace("`答：${query}`", "'<img src=x onerror=window.hurt=1>'")
    page.route(ENGINE, lambda route: route.fulfill(body=hostile, content_type="text/javascript"))
    page.goto(f"{server}{SEARCH}?q=x")
    expect(_hits(page)).to_contain_text("<img src=x")
    _header(page).fill("x")
    expect(page.get_by_role("option").first).to_contain_text("<img src=x")
    assert page.evaluate("window.hurt") is None


# The header


def test_the_header_loads_the_index_only_when_it_is_used(page: Page, site: Path, errors: list[str]) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "demo/index.html").as_uri())
    assert not [url for url in asked if ENGINE.search(url) or INDEX_FILES.search(url)]
    _header(page).focus()
    page.wait_for_function("window.PortalSearch")
    assert [url for url in asked if ENGINE.search(url)]


def test_the_header_lists_the_first_hits_by_kind(visit: Open) -> None:
    page = visit("demo/2026/guide/index.html")
    field = _header(page)
    field.fill("河流")
    options = page.get_by_role("option")
    expect(options.last).to_contain_text("查看全部")
    assert 2 <= options.count() <= 9
    assert page.get_by_role("listbox").get_by_role("group").count() >= 2
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    first = options.first
    expect(first).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == first.get_attribute("id")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    expect(options.first).to_be_hidden()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    page.wait_for_url("**hl=**")


def test_the_header_leads_to_all_hits(visit: Open) -> None:
    page = visit("demo/index.html")
    _header(page).fill("河流")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/index.html?q=**")
    expect(_query(page)).to_have_value("河流")
    expect(_hits(page).first).to_be_visible()


def test_the_header_on_a_phone(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto((site / "demo/index.html").as_uri())
    field = _header(page)
    expect(field).to_be_hidden()
    page.get_by_role("button", name="打开搜索").click()
    expect(field).to_be_focused()
    field.fill("河流")
    expect(page.get_by_role("option").first).to_be_visible()
    box = page.locator(".site-search__hits").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]
    assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    for _ in range(3):  # closes the list, empties the field, hides it
        page.keyboard.press("Escape")
    expect(field).to_be_hidden()
    assert page.evaluate("document.activeElement.matches('[data-search-toggle]')")
    context.close()


def test_facets_on_a_phone(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto((site / SEARCH).as_uri())
    _ready(page)
    expect(page.locator("#gallery-facets")).to_be_hidden()
    page.get_by_role("button", name="筛选").click()
    _choice(page, "kind", "案例").click()
    expect(page).to_have_url(re.compile("kind=case"))
    page.get_by_role("button", name=re.compile(r"查看 \d+ 条结果")).click()
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


# Terms on the page


def test_terms_are_marked_on_the_page_and_can_be_cleared(visit: Open) -> None:
    page = visit(f"{CASE}?hl={quote('河流')}&hl={quote('水 位')}")
    text = page.locator("main article.case").inner_text()
    marks = page.locator("main mark.term")
    assert set(marks.all_inner_texts()) <= {"河流", "水位", "河流水位"}
    assert marks.count() > 2
    page.get_by_role("button", name="下一处").click()
    expect(page.locator("mark.term--now")).to_be_in_viewport()
    page.get_by_role("button", name="清除高亮").click()
    expect(marks).to_have_count(0)
    assert page.locator("main article.case").inner_text() == text
    assert "hl=" not in page.url


def test_marked_terms_run_through_elements_but_not_through_paragraphs(disk: Open) -> None:
    page = disk(CASE)
    page.evaluate(
        """() => { document.querySelector("main article.case").innerHTML =
            "<p>云启<strong>大</strong>学 ＡＢ c</p><p>云启</p><p>大学</p>"; }"""
    )
    script = page.locator("script[src*='highlight']").get_attribute("src")
    page.evaluate(f"history.replaceState(null, '', '?hl={quote('云启大学')}&hl=abC')")
    page.add_script_tag(url=str(script))
    assert page.locator("main article.case mark").all_inner_texts() == ["云启", "大", "学", "ＡＢ c"]
    assert page.locator("main article.case p").all_inner_texts() == ["云启大学 ＡＢ c", "云启", "大学"]


@pytest.mark.parametrize("text", STRANGE, ids=range(len(STRANGE)))
def test_strange_terms_to_mark_do_no_harm(disk: Open, text: str) -> None:
    page = disk(f"{CASE}?hl={quote(text)}")
    assert page.evaluate("window.hurt") is None
    assert page.locator("h1").is_visible()


# Without scripts


def test_without_scripts_the_lists_stand(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "demo/index.html").as_uri())
    page.get_by_label("搜索示例分赛").fill("河流")
    page.get_by_label("站内搜索").get_by_role("button", name="搜索").click()
    page.wait_for_url("**/demo/search/index.html?q=**")
    expect(page.locator("noscript .note")).to_be_visible()
    expect(page.locator("[data-gallery-form]")).to_be_hidden()
    page.get_by_role("link", name="2026年典型案例").click()
    expect(page.locator(".case-card").first).to_be_visible()
    expect(page.locator("[data-gallery-form]")).to_be_hidden()
    page.get_by_role("navigation", name="按赛道筛选").get_by_role("link", name="交通运输").click()
    page.wait_for_url("**/cases/track/transport/**")
    context.close()


# Every state is accessible and stands still


STATES = {
    "all": (SEARCH, "fieldset"),
    "hits": (f"{SEARCH}?q={quote('数据 预测')}", ".hit"),
    "narrowed": (f"{SEARCH}?kind=case&year=2026", ".chip"),
    "nothing": (f"{SEARCH}?q={quote('绝无此词 数据')}&kind=case", ".nothing"),
    "failed": (f"{SEARCH}?q={quote('数据')}", ".failure"),
    "cases": (CASES, "fieldset"),
    "cases narrowed": (f"{CASES}?award={quote('一等奖')}", "[data-gallery-results] .case-card"),
    "cases failed": (CASES, ".failure"),
    "hub": ("search/index.html", "fieldset"),
    "hub cases": ("cases/index.html", "fieldset"),
    "marked": (f"{CASE}?hl={quote('水位')}", "mark"),
}
"""Address, and what is there when the state is reached. Those that failed have no index."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_every_state_is_accessible(browser: Browser, server: str, width: int, scheme: str) -> None:
    problems = []
    for name, (address, sign) in STATES.items():
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        if sign == ".failure":
            page.route(INDEX_FILES, lambda route: route.abort())
        page.goto(server + address)
        page.locator(sign).first.wait_for(state="attached")
        if width < 960 and page.locator("[data-gallery-toggle]").count():
            page.locator("[data-gallery-toggle]").click()
        problems += [f"{name}: {problem}" for problem in _violations(page)]
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            problems.append(f"{name}: scrolls sideways")
        context.close()
    assert problems == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_the_header_list_is_accessible(browser: Browser, server: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(server + "demo/index.html")
    if width < 768:
        page.get_by_role("button", name="打开搜索").click()
    _header(page).fill("河流")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert _violations(page) == []
    _header(page).fill("绝无此词")
    expect(page.locator(".site-search__say")).to_be_visible()
    assert _violations(page) == []
    context.close()


def _violations(page: Page) -> list[str]:
    found = Axe().run(page, options={"preload": False}).response["violations"]
    return [f"{violation['id']} at {violation['nodes'][0]['html'][:120]}" for violation in found]


WATCH_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize(
    "address", [SEARCH, f"{SEARCH}?q={quote('数据')}", CASES, "demo/2026/cases/track/transport/index.html"]
)
def test_nothing_moves_while_loading(browser: Browser, server: str, width: int, address: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.add_init_script(WATCH_SHIFTS)
    page.goto(server + address)
    _ready(page)
    page.wait_for_timeout(400)
    assert page.evaluate("shifted") < 0.01
    context.close()


def test_the_place_in_the_list_is_kept(page: Page, server: str, errors: list[str]) -> None:
    page.goto(f"{server}{SEARCH}?pages=2")
    expect(_hits(page)).to_have_count(48)
    link = _hits(page).nth(40).locator("h2 a")
    link.scroll_into_view_if_needed()
    top = page.evaluate("scrollY")
    link.click()
    page.wait_for_url(lambda url: "/search/" not in url)
    page.go_back()
    expect(_hits(page)).to_have_count(48)
    page.wait_for_function(f"Math.abs(scrollY - {top}) < 50")
