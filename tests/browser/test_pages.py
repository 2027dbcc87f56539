"""Every page kind at three widths, light and dark, from disk: quiet, self-contained, fitting, accessible."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.browser.accessibility import Examiner

KINDS = [
    "index.html",
    "compare/index.html",
    "topics/index.html",
    "cases/index.html",
    "404.html",
    "demo/index.html",
    "demo/2026/tracks/index.html",
    "demo/2026/tracks/meteorological-services/index.html",
    "demo/2026/timeline/index.html",
    "demo/2026/guide/index.html",
    "demo/2026/judging/index.html",
    "demo/2026/awards/index.html",
    "demo/2026/winners/index.html",
    "demo/2026/lists/finalists/index.html",
    "demo/2025/lists/proposed/index.html",
    "demo/2025/entries/yl-01/index.html",
    "demo/2025/finals/index.html",
    "demo/2026/statistics/index.html",
    "demo/2026/cases/index.html",
    "demo/2026/cases/track/transport/index.html",
    "demo/2026/cases/river-level-forecast/index.html",
    "demo/2026/notices/index.html",
    "demo/2026/notices/launch/index.html",
    "demo/2026/downloads/index.html",
    "demo/2026/contact/index.html",
    "demo/2026/faq/index.html",
    "demo/2026/about/index.html",
    "demo/elders/index.html",
    "demo/accessibility/index.html",
    "accessibility/index.html",
    "demo/sitemap/index.html",
    "demo/404.html",
    "liaoning/index.html",
    "liaoning/2026/winners/index.html",
    "liaoning/2026/cases/index.html",
    "liaoning/2026/tracks/comprehensive/index.html",
    "ningxia/2026/judging/index.html",
    "ningxia/2026/tracks/open-innovation/index.html",
    "xinjiang/2025/judging/index.html",
    "xinjiang/2025/guide/index.html",
    "guangdong/2026/timeline/index.html",
    "national/2025/awards/index.html",
    "national/2025/finals/index.html",
]
WIDTHS = [360, 768, 1440]
SHARE = 22
"""So many pages are one test, so that several processes take part."""


@dataclass
class Ears:
    """What a page said and asked for while it was open."""

    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        """Note console warnings, errors, and requests to anywhere but the disk."""
        page.on(
            "console", lambda message: self.said.append(message.text) if message.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on(
            "request",
            lambda request: None if request.url.startswith(("file:", "data:")) else self.asked.append(request.url),
        )


@pytest.mark.parametrize("first", range(0, len(KINDS), SHARE))
def test_pages_from_disk(page: Page, site: Path, first: int) -> None:
    ears = Ears()
    ears.listen(page)
    examiner = Examiner()
    problems = []
    for kind in KINDS[first : first + SHARE]:
        page.goto((site / kind).as_uri())
        problems += [f"{kind}: {fault}" for fault in examiner.faults(page, *WIDTHS)]
        assert ears.said == ears.asked == [], kind
    assert problems == []


def test_what_is_wrong_with_a_page_would_be_seen(page: Page) -> None:
    page.set_content("""<!doctype html><html lang="zh"><title>题</title><main><h1>题目</h1><img src="data:,">
        <style>p { color: #888; background: #999 } b { display: block; background: #999 }
        main { width: 200vw } @media (prefers-color-scheme: dark) { p { color: #000 } b { color: #888 } }</style>
        <p>浅色的文字看不清楚</p><b>夜里的文字看不清楚</b></main>""")
    found = [fault.partition(" at ")[0] for fault in Examiner().faults(page, 360, 1440)]
    both = ["scrolls sideways", "color-contrast"]
    light, dark = [f"light: {each}" for each in [*both, "image-alt"]], [f"dark: {each}" for each in both]
    assert found == [f"{width} {each}" for width in (360, 1440) for each in light + dark]


ALIKE = """<!doctype html><html lang="zh"><title>题</title><main><h1>题目</h1>
    <style>div { background: #fff } .night { background: #555 }</style>
    <div><p>看得清楚</p><p>看得清楚</p></div>%s</main>"""


@pytest.mark.parametrize(
    "other",
    [
        '<div class="night"><p>背景不同</p></div>',
        '<div><p style="color: #999">颜色不同</p></div>',
        '<div style="color: #888"><p>继承的颜色不同</p></div>',
        '<div style="opacity: 0.5"><p>透明</p></div>',
        '<div><p style="color: #fff">与背景同色</p></div>',
        '<div style="color: #888"><p style="font-size: 24px">大字</p><p>小字</p></div>',
    ],
)
def test_of_what_looks_alike_each_look_is_measured(page: Page, other: str) -> None:
    examiner = Examiner()
    page.set_content(ALIKE % "")
    assert list(examiner.faults(page, 1440)) == []
    assert page.locator("p[data-seen]").count() == 2, "measured in light, and dark is no different"
    page.set_content(ALIKE % other)
    (found,) = {fault.partition(" at ")[0].partition(": ")[2] for fault in examiner.faults(page, 1440)}
    assert found == "color-contrast"


def test_every_kind_works_below_a_sub_path(page: Page, server: str) -> None:
    failed: list[str] = []
    ears = Ears()
    ears.listen(page)
    page.on("requestfailed", lambda request: failed.append(request.url) if not _left_behind(request) else None)
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    for kind in KINDS:
        page.goto(server + kind.removesuffix("index.html"))
        assert page.locator("h1").count() == 1, kind
    assert failed == ears.said == []


def _left_behind(request: Request) -> bool:
    """Whether the page was left before a picture was there."""
    return request.failure == "net::ERR_ABORTED"


@pytest.mark.parametrize(
    "path", ["demo/index.html", "demo/2026/cases/river-level-forecast/index.html", "demo/2026/index.html"]
)
def test_fabricated_content_says_so(page: Page, site: Path, path: str) -> None:
    page.goto((site / path).as_uri())
    assert page.get_by_text("示例", exact=True).first.is_visible()


def test_real_branches_carry_nothing_fabricated(page: Page, site: Path) -> None:
    page.goto((site / "liaoning/2026/cases/index.html").as_uri())
    assert page.locator("[data-moments] > .empty:visible").count() == 1
    assert page.locator(".demo-bar").count() == 0


def test_a_moved_case_leads_on(page: Page, site: Path) -> None:
    page.goto((site / "demo/2026/cases/river-stage-forecast/index.html").as_uri())
    page.wait_for_url("**/river-level-forecast/index.html")


LARGE = {
    "html { }": 320,
    "html { font-size: 200% !important }": 390,
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }": 390,
}
"""What a reader does to all text, and how wide the page is then."""


def test_large_type_does_not_break_the_page(browser: Browser, site: Path) -> None:
    """WCAG 1.4.4, 1.4.10 and 1.4.12: at 400 % on a 1280 px screen the page is 320 px wide."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    for kind in ("demo/index.html", "demo/2026/cases/river-level-forecast/index.html", "demo/2026/awards/index.html"):
        page.goto((site / kind).as_uri())
        for style, width in LARGE.items():
            page.set_viewport_size({"width": width, "height": 256})
            page.add_style_tag(content=style)
            assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth"), (kind, style)
            page.evaluate("document.head.lastChild.remove()")
    context.close()
