"""Content that is odd but may be written: it stays in its columns, at its place, and is told apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests import whole

WORD = "Interdisciplinary" * 5
AWARD = "数据要素市场化配置改革综合示范应用最佳实践卓越贡献与创新引领特别荣誉奖"
CASE = "cases/night-bus"
METRICS = (
    "{label: 甲, value: 1, unit: 件}, {label: 乙, value: 2, unit: 件}, {label: 合计, value: 123456789012.5, unit: 元}"
)
PAGES = (
    "",
    CASE,
    *"tracks tracks/clear-water timeline guide awards winners cases notices contact".split(),
    "../elders",
)
WIDE = "|".join(f"第{n}列名称" for n in range(14)) + "\n" + "|".join(["---"] * 14) + "\n" + "|".join(["12.5万元"] * 14)
BODY = f"""
> 一位司机说：

- 一层
    - 二层
        - 三层

{WIDE}
"""
REPLACED = {
    "夜班车随叫随到": WORD,
    "中小河流预报": WORD,
    "临河公交有限公司": WORD,
    "举报要求": WORD,
    "有独立法人资格的单位可以报名。": WORD,
    "项目申报书": WORD,
    "甲州省水利厅": WORD,
    "初赛评审": WORD,
    "关于举办": WORD,
    "一等奖": AWARD,
    "手机预约，动态排线。": BODY,
    "sme: true\nsummary: 夜里": f"metrics: [{METRICS}]\nsummary: 夜里",
}


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a contest with words longer than lines, an award with a long name, a quotation and lists in lists."""
    contest = whole.lay(tmp_path_factory.mktemp("odd") / "contest")
    for path in (*contest.rglob("alpha/**/*.yml"), *contest.rglob("alpha/**/*.md")):
        text = path.read_text("utf-8")
        for plain, long in REPLACED.items():
            text = text.replace(plain, long)
        path.write_text(text, "utf-8")
    whole.make(contest, handbooks=False)
    return contest / "site"


def test_words_longer_than_lines_break(page: Page, odd: Path) -> None:
    """Nothing moves to the side on the narrowest phone."""
    page.set_viewport_size({"width": 320, "height": 700})
    for kind in PAGES:
        page.goto((odd / "alpha/2026" / kind / "index.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") == 320, kind


@pytest.mark.parametrize("width", [360, 1366])
def test_an_award_with_a_long_name_stays_in_its_column(page: Page, odd: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto((odd / "alpha/2026/winners/index.html").as_uri())
    badge = page.locator(".table--winners .badge", has_text=AWARD).first
    title = page.locator(".table--winners tbody th").first
    (left, right) = badge.bounding_box(), title.bounding_box()
    assert left
    assert right
    assert left["x"] + left["width"] <= right["x"]
    page.goto((odd / "alpha/2026/awards/index.html").as_uri())
    assert page.locator(".table thead th").evaluate_all("all => all.every(e => e.scrollWidth <= e.clientWidth)")


def test_a_long_number_stays_in_one_line(page: Page, odd: Path) -> None:
    page.goto((odd / "alpha/2026" / CASE / "index.html").as_uri())
    lines = """e => {
      const range = document.createRange();
      range.selectNode(e.firstChild);
      return range.getClientRects().length;
    }"""
    assert page.locator(".figure dd", has_text="123,456,789,012.5").evaluate(lines) == 1


def test_quotations_and_lists_in_lists_have_their_form(page: Page, odd: Path) -> None:
    page.goto((odd / "alpha/2026" / CASE / "index.html").as_uri())
    quotation = page.locator(".prose blockquote")
    assert quotation.evaluate("e => parseFloat(getComputedStyle(e).borderLeftWidth)") > 0
    below = "e => e.getBoundingClientRect().bottom - e.querySelector('li li li').getBoundingClientRect().bottom"
    assert page.locator(".prose > ul").evaluate(below) < 30


def test_a_table_of_many_columns_is_whole_on_paper(page: Page, odd: Path) -> None:
    page.set_viewport_size({"width": 680, "height": 900})  # as wide as A4 without its margins
    page.emulate_media(media="print")
    page.goto((odd / "alpha/2026" / CASE / "index.html").as_uri())
    right = page.locator(".prose table").evaluate("e => e.getBoundingClientRect().right")
    assert right <= 680


def test_a_small_picture_is_as_large_as_it_is_and_has_its_room_before_it_comes(page: Page, odd: Path) -> None:
    page.route("**/*.webp", lambda route: None)
    page.goto((odd / "alpha/2026/cases/kiln-heat-map/index.html").as_uri(), wait_until="domcontentloaded")
    wide, high = page.locator(".prose figure img").evaluate("e => [e.offsetWidth, e.offsetHeight]")
    assert (wide, high) == (48, pytest.approx(27, abs=2))
