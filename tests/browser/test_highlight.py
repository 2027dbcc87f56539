"""Terms that led to a page are marked there, and the marks can be cleared."""

from __future__ import annotations

from urllib.parse import quote

from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.gallery import CASE, STRANGE


def test_terms_are_marked_on_the_page_and_can_be_cleared(visit: Open) -> None:
    page = visit(f"{CASE}?hl={quote('河流')}&hl={quote('水 位')}")
    text = page.locator("main article.case").inner_text()
    marks = page.locator("main mark.term")
    assert set(marks.all_text_contents()) <= {"河流", "水位", "河流水位"}
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
    script = page.locator("script[src*='/portal.']").get_attribute("src")
    page.evaluate(f"history.replaceState(null, '', '?hl={quote('云启大学')}&hl=abC')")
    page.add_script_tag(url=str(script))
    assert page.locator("main article.case mark").all_inner_texts() == ["云启", "大", "学", "ＡＢ c"]
    assert page.locator("main article.case p").all_inner_texts() == ["云启大学 ＡＢ c", "云启", "大学"]


def test_strange_terms_to_mark_do_no_harm(disk: Open) -> None:
    for text in STRANGE:
        page = disk(f"{CASE}?hl={quote(text)}")
        assert page.evaluate("window.hurt") is None, text
        assert page.locator("h1").is_visible(), text
