"""Marks within a paragraph as people write them."""

from __future__ import annotations

import pytest

from generator.text import markdown


def link(address: str) -> str:
    return f'<a translate="no" href="{address}" rel="noopener">{address}</a>'


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("登录https://a.cn填报", f"登录{link('https://a.cn')}填报"),
        ("（见 http://a.cn/x_y_z/）。", f"（见 {link('http://a.cn/x_y_z/')}）。"),
        ("<https://a.cn/x>，", f"{link('https://a.cn/x')}，"),
        ("(https://a.cn/w_(b)_c), 后", f"({link('https://a.cn/w_(b)_c')}), 后"),
        (r"https://a.cn/w\_b\_c，", f"{link('https://a.cn/w_b_c')}，"),
        ("https://a.cn/3*4/x", link("https://a.cn/3*4/x")),
        ("https://a.cn;", f"{link('https://a.cn')};"),
        ("**https://a.cn**", f"<strong>{link('https://a.cn')}</strong>"),
        ("https://a.cn/?a=1&copy=3", link("https://a.cn/?a=1&amp;copy=3")),
        ("https://a.cn/%E5%95%8A...", f"{link('https://a.cn/%E5%95%8A')}..."),
        ('"https://a.cn/"onx', f'"{link("https://a.cn/")}"onx'),
        ("`https://a.cn`", "<code>https://a.cn</code>"),
        ("[https://a.cn](https://b.cn)", '<a href="https://b.cn" rel="noopener">https://a.cn</a>'),
        ('<a href="https://b.cn">https://a.cn/</a>', '<a href="https://b.cn" rel="noopener">https://a.cn/</a>'),
        ('<a href="https://b.cn">甲</a>', '<a href="https://b.cn" rel="noopener">甲</a>'),
        ("https://、ftp://a.cn、xhttps://a.cn", "https://、ftp://a.cn、xhttps://a.cn"),
        ("javascript:https//a.cn", "javascript:https//a.cn"),
    ],
)
def test_addresses_are_links_to_themselves(text: str, wanted: str) -> None:
    assert markdown.html(text) == f"<p>{wanted}</p>"


def test_a_backslash_at_the_end_of_a_line_ends_it() -> None:
    """Editors that hide the marks write it where CommonMark has a hard break."""
    assert markdown.html("甲\\\n乙\\") == "<p>甲<br>\n乙\\</p>"
    assert markdown.html("甲\\\\\n乙") == "<p>甲\\\n乙</p>"


def test_addresses_in_formulas_are_none() -> None:
    assert "href" not in markdown.html("$$\n\\text{https://a.cn/x}\n$$")
