"""What visitors need on a phone, on the usual office laptop, in high contrast, on paper, and at a wrong address."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Open, Quiet

CASE = "demo/2026/cases/river-level-forecast/index.html"
PHONE = {"width": 360, "height": 760}
LAPTOP = {"width": 1366, "height": 768}
IN_VIEW = "element => { const box = element.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight }"


def test_on_a_phone_the_menu_leads_to_other_editions_and_to_the_hub(page: Page, disk: Open) -> None:
    page.set_viewport_size(PHONE)
    disk(CASE).click("[data-menu-toggle]")
    more = page.locator(".site-nav__more")
    assert more.locator("a:visible").all_inner_texts() == ["2026年", "2025年", "各分赛总览"]


def test_on_a_phone_the_facts_of_a_case_are_a_fold_under_its_summary(page: Page, disk: Open) -> None:
    page.set_viewport_size(PHONE)
    fold = disk(CASE).locator(".fold")
    assert fold.get_attribute("open") is None
    assert fold.evaluate("e => e.offsetTop < document.querySelector('.case > section').offsetTop")
    fold.locator("summary").click()
    assert fold.get_by_text("牵头单位").is_visible()
    page.set_viewport_size(LAPTOP)
    assert disk(CASE).locator(".fold .facts").is_visible()


def test_without_scripts_the_facts_are_open(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 760})
    page = context.new_page()
    page.goto(f"{site.as_uri()}/{CASE}")
    assert page.locator(".fold .facts").is_visible()
    context.close()


@pytest.mark.parametrize("address", ["search/index.html", "demo/2026/cases/index.html"])
def test_on_a_phone_there_is_room_for_a_query(page: Page, disk: Open, address: str) -> None:
    page.set_viewport_size(PHONE)
    field = disk(address).locator("[data-gallery-query]").bounding_box()
    assert field
    assert field["width"] > 220


@pytest.mark.parametrize("address", ["compare/index.html", "topics/index.html", "ningxia/2026/judging/index.html"])
def test_on_a_phone_rows_are_blocks_as_high_as_their_words(page: Page, disk: Open, address: str) -> None:
    page.set_viewport_size(PHONE)
    hidden = disk(address).evaluate(
        "[...document.querySelectorAll('.table-scroll')].filter(e => e.scrollWidth > e.clientWidth).length"
    )
    rows = page.evaluate(
        "[...document.querySelectorAll('.table--rubric tbody tr')].filter("
        "e => e.innerText.length < 20 && e.offsetHeight > 120).length"
    )
    assert (hidden, rows) == (0, 0)


def test_topics_are_found_by_words_and_by_their_sector(page: Page, disk: Open) -> None:
    disk("topics/index.html").fill("[name=words]", "产业链协同")
    expect(page.locator("[data-narrow-count]")).to_have_text("共 1 个赛题")
    assert page.locator("tbody tr:visible").count() == 1
    page.fill("[name=words]", "")
    page.get_by_role("navigation", name="领域").get_by_role("link", name="金融服务").click()
    expect(page.get_by_role("heading", name="金融服务")).to_be_in_viewport()


@pytest.mark.usefixtures("context")  # which has the clock of its pages
def test_the_comparison_of_timelines_shows_dates_and_today(page: Page, disk: Open) -> None:
    page.clock.set_fixed_time("2026-07-02T04:00:00Z")
    assert "启动报名 6月22日—7月18日" in disk("compare/index.html").locator(".gantt__label").all_inner_texts()
    (left,) = {each.get_attribute("style") for each in page.locator(".gantt__bars .gantt__today").all()}
    assert left
    assert 49 < float(left.removeprefix("left:").removesuffix("%")) < 51


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_goes_on_to_the_side_has_a_shadow(page: Page, disk: Open, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size(PHONE)
    region = disk("liaoning/2026/awards/index.html").locator(".table-scroll").first
    assert region.evaluate("e => e.scrollWidth > e.clientWidth")
    assert region.evaluate("e => getComputedStyle(e).backgroundAttachment") == "local, local, scroll, scroll"


def test_on_a_laptop_the_list_of_sections_is_in_view_and_follows_the_reader(page: Page, disk: Open) -> None:
    page.set_viewport_size(LAPTOP)
    toc = disk(CASE).locator(".side--toc")
    assert toc.evaluate(IN_VIEW)
    third = page.locator(".case section").nth(2)
    third.evaluate("e => scrollTo({top: e.getBoundingClientRect().top + scrollY - 20, behavior: 'instant'})")
    expect(toc.locator("li a").nth(2)).to_have_attribute("aria-current", "true")
    assert toc.evaluate(IN_VIEW)
    assert toc.locator("[aria-current]").count() == 1


@pytest.mark.parametrize("address", ["demo/2026/index.html", CASE, "index.html", "compare/index.html"])
def test_a_page_printed_from_dark_is_black_on_white(page: Page, disk: Open, address: str) -> None:
    page.emulate_media(color_scheme="dark")
    disk(address).evaluate("document.documentElement.dataset.theme = 'dark'")
    page.emulate_media(color_scheme="dark", media="print")
    pale = page.evaluate("""[...document.querySelectorAll("body *")].filter(e => {
        const words = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
        const light = c => c.match(/\\d+/g).slice(0, 3).map(Number).reduce((a, b) => a + b) > 382;
        const {color, backgroundColor: ground} = getComputedStyle(e);
        const unread = light(color) || !light(ground) && ground !== "rgba(0, 0, 0, 0)";
        return words && e.checkVisibility() && !e.closest(".badge, svg") && unread;
    }).map(e => e.outerHTML.slice(0, 90))""")
    assert pale == []
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize(
    ("address", "most", "wide"),
    [
        ("demo/2026/index.html", 3, False),  # the foot is not alone on a sheet
        (CASE, 5, False),
        ("demo/2026/cases/index.html", 4, False),
        ("index.html", 2, False),
        ("compare/index.html", 4, True),
        ("topics/index.html", 11, True),
    ],
)
def test_a_page_takes_little_paper(page: Page, disk: Open, tmp_path: Path, address: str, most: int, wide: bool) -> None:
    disk(address).pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    with pikepdf.open(tmp_path / "page.pdf") as book:
        box = book.pages[-1].mediabox
        assert len(book.pages) <= most
        assert (box[2] > box[3]) is wide


def test_nothing_is_printed_that_stands_for_what_is_not(page: Page, disk: Open) -> None:
    """The head of a closed fold, or a bare link to another page; and figures stay with what they count."""
    page.emulate_media(media="print")
    disk(CASE)
    assert page.locator("summary:visible, .fold > p:visible").count() == 0
    assert page.locator(".chart__data").count()
    assert page.locator(".case .figures").evaluate("e => getComputedStyle(e).breakInside") == "avoid"


def test_the_bars_of_the_comparison_differ_on_paper(page: Page, disk: Open) -> None:
    page.emulate_media(media="print")
    disk("compare/index.html")
    looks = page.locator(".legend span:not(.gantt__today)").evaluate_all(
        "bars => bars.map(e => getComputedStyle(e).background + getComputedStyle(e).outline)"
    )
    assert len(set(looks)) == len(looks) == 4
    vague = page.locator(".gantt__bar--registration.gantt__bar--vague").first
    assert "repeating-linear-gradient" in vague.evaluate("e => getComputedStyle(e).backgroundImage")


def test_what_is_printed_says_where_it_comes_from(page: Page, disk: Open) -> None:
    page.emulate_media(media="print")
    disk("guangdong/2026/index.html")
    shown = page.evaluate(
        "[...document.querySelectorAll('.provenance a[href^=http]')].map(a => getComputedStyle(a, '::after').content)"
    )
    assert all("http" in each for each in shown)
    assert page.locator("button:visible, .button:visible, nav:visible").count() == 0


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("compare/index.html", ".gantt__bar:not(.gantt__bar--vague)"),
        ("liaoning/2026/awards/index.html", ".bars__fill"),
        ("ningxia/2026/judging/index.html", ".number-bar__fill"),
        ("demo/2026/awards/index.html", ".site-nav [aria-current]"),
        ("demo/2026/winners/index.html", ".tabs [aria-current]"),
    ],
)
def test_in_high_contrast_bars_and_the_current_tab_are_there(
    browser: Browser, site: Path, address: str, shown: str
) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{site.as_uri()}/{address}")
    colours = page.locator(shown).first.evaluate(
        "e => [e.tagName === 'rect' ? getComputedStyle(e).fill : getComputedStyle(e).backgroundColor,"
        " getComputedStyle(document.body).backgroundColor]"
    )
    assert colours[0] not in (colours[1], "rgba(0, 0, 0, 0)")
    context.close()


def test_no_focus_is_mostly_below_a_column_that_stays(page: Page, disk: Open) -> None:
    """With many editions rows do not become blocks on phones; the reader goes back through the links of the table."""
    page.set_viewport_size({"width": 360, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    covered = disk("compare/index.html").evaluate("""() => {
        const table = document.querySelector(".table--matrix");
        table.classList.remove("table--stack");
        const links = [...table.querySelectorAll("tbody td a")].reverse();
        return links.filter(link => {
            link.focus();
            const head = link.closest("tr").firstElementChild.getBoundingClientRect();
            const {left, right} = link.getBoundingClientRect();
            return (left + right) / 2 < head.right;
        }).length / links.length;
    }""")
    assert covered == 0


def test_more_contrast_is_given_in_the_dark_too(page: Page, disk: Open) -> None:
    page.emulate_media(color_scheme="dark", contrast="more")
    colours = disk("demo/2026/winners/index.html").evaluate("""[
        getComputedStyle(document.body).color,
        getComputedStyle(document.querySelector(".table--winners tr:nth-child(2) td")).borderTopColor,
        getComputedStyle(document.querySelector(".badge--1")).backgroundColor,
        getComputedStyle(document.querySelector(".badge--2")).color,
    ]""")
    assert len(set(colours)) == 1, colours


@pytest.fixture
def astray(site: Path, tmp_path: Path) -> Iterator[str]:
    """A server that shows the nearest page for missing addresses, below a sub-path; the site knows no address."""

    class Missing(Quiet):
        def send_error(self, code: int, *args: object, **named: object) -> None:
            page = site / ("demo" if "/demo/" in self.path else "") / "404.html"
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.read_bytes())

    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "here").symlink_to(site)
    handler = functools.partial(Missing, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, args=[0.01], daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/below/here/"
        running.shutdown()


@pytest.mark.parametrize(
    ("address", "home"), [("demo/2026/cases/no/such/case/", "demo/"), ("nowhere", ""), ("a/b/c/d&quot;/e", "")]
)
def test_a_wrong_address_at_any_depth_finds_home(
    page: Page, astray: str, errors: list[str], address: str, home: str
) -> None:
    page.goto(astray + address)
    page.wait_for_selector("html.js")
    assert page.evaluate("document.baseURI") == astray + home
    assert page.evaluate("getComputedStyle(document.querySelector('.page-head')).backgroundColor") != "rgba(0, 0, 0, 0)"
    page.locator("main li a").first.click()
    assert page.locator("h1").inner_text() != "没有找到这个页面"


@pytest.mark.parametrize("address", ["liaoning/2026/tracks/index.html", CASE, "topics/index.html", "index.html"])
@pytest.mark.parametrize("width", [320, 360, 768])
def test_no_heading_breaks_within_a_word(page: Page, disk: Open, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    broken = disk(address).evaluate("""() => {
        const found = [];
        for (const heading of document.querySelectorAll(".phrases")) {
            const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const range = document.createRange();
                range.selectNodeContents(walker.currentNode);
                const tops = new Set([...range.getClientRects()].map(each => Math.round(each.top)));
                const words = walker.currentNode.data;
                const fits = words.length * 18 < heading.closest("h1,h2,h3,th,li,a").clientWidth;
                if (tops.size > 1 && fits && !/[^\\w\\u4e00-\\u9fff]/.test(words)) found.push(words);
            }
        }
        return found;
    }""")
    assert broken == []
