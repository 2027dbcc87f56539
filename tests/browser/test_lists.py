"""Lists of entries: narrowed on the screen, and on paper as an office posts them."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from playwright.sync_api import Browser, Page, expect

FINALISTS = "demo/2026/lists/finalists/index.html"
PROPOSED = "demo/2025/lists/proposed/index.html"


def test_a_list_is_narrowed_by_words_and_choices(page: Page, site: Path) -> None:
    page.goto((site / FINALISTS).as_uri())
    rows, count = page.locator("tbody tr:visible"), page.locator("[data-narrow-count]")
    expect(count).to_have_text("共 48 个项目")
    page.get_by_role("searchbox", name="查找").fill("海棠 渡口")
    expect(rows).to_have_count(1)
    expect(count).to_have_text("共 1 个项目")
    expect(page.get_by_role("heading", name="交通运输赛道")).to_be_visible()
    expect(page.get_by_role("heading", name="医疗健康赛道")).to_be_hidden()
    page.get_by_role("searchbox", name="查找").fill("")
    page.locator("select[name=track]").select_option("医疗健康")
    page.locator("select[name=region]").select_option("海棠市")
    expect(rows).to_have_count(1)
    page.get_by_role("searchbox", name="查找").fill("没有这样的项目")
    expect(count).to_have_text("没有符合条件的项目")


def test_a_list_is_whole_without_scripts(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / FINALISTS).as_uri())
    expect(page.locator("tbody tr:visible")).to_have_count(48)
    expect(page.locator("form[data-narrow]")).to_be_hidden()
    context.close()


def test_a_list_prints_as_an_office_posts_it(page: Page, site: Path) -> None:
    """Title, basis, period, all projects with what became of them, objections, issuer and day; nothing to click."""
    page.emulate_media(color_scheme="dark")
    page.goto((site / PROPOSED).as_uri())
    margin = dict.fromkeys(("top", "bottom", "left", "right"), "12mm")  # less wide than a table is on the screen
    document = pypdfium2.PdfDocument(page.pdf(format="A4", margin=margin))
    text = "".join(sheet.get_textpage().get_text_bounded() for sheet in document)
    told = [
        "2025年示例分赛拟获奖项目公示",
        "根据决赛答辩成绩",
        "2025年9月1日至9月5日17:00",
        "药房缺药的三日预警",
        "9月4日被替换",
        "有异议的",
        "示例分赛组委会办公室",
        "2025年9月1日",
    ]
    flat = text.replace("\r", "").replace("\n", "")
    places = [flat.find(each) for each in told]
    assert -1 not in places
    assert places[:4] == sorted(places[:4])
    assert places[3] < places[4] < flat.rfind(told[5]) < flat.rfind(told[7])
    assert "打印名单" not in flat
    assert "典型案例" not in flat, "the navigation"
    assert "虚构" in flat
    assert len(document) <= 2
    assert "拟获奖项 项目 单位 地区 结果" in text, "a table, not the list that a phone shows"


def test_what_a_project_won_is_told_on_its_page(page: Page, site: Path) -> None:
    page.goto((site / "demo/2026/winners/index.html").as_uri())
    row = page.locator("tr", has_text="村医手里的")
    expect(row.locator(".badge", has_text="数据惠民奖")).to_be_visible()
    page.goto((site / "demo/2025/entries/yl-01/index.html").as_uri())
    expect(page.locator(".steps")).to_contain_text("获奖名单：二等奖")
    expect(page.locator("main")).to_contain_text("药房缺药的三日预警")
    page.get_by_role("link", name="阅读案例").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("从一管血看见未来")
    page.get_by_role("link", name="评选经过").click()
    expect(page).to_have_url((site / "demo/2025/entries/yl-01/index.html").as_uri())
