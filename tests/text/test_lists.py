"""Lists as people write them."""

from __future__ import annotations

import re

import pytest

from generator.text import markdown

ONE, TWO = "<ul><li>甲</li><li>乙</li></ul>", "<ol><li>甲</li><li>乙</li></ol>"
NESTED = "<ul><li>甲<ul><li>乙</li></ul></li><li>丙</li></ul>"


def html(text: str) -> str:
    return re.sub(r"\s*\n\s*", "", markdown.html(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("话\n- 甲\n- 乙", f"<p>话</p>{ONE}"),
        ("话\n1. 甲\n2. 乙", f"<p>话</p>{TWO}"),
        ("话\n2026. 年\n* 甲\n* 乙", f"<p>话2026. 年</p>{ONE}"),
        *((f"- 甲\n{' ' * spaces}- 乙\n- 丙", NESTED) for spaces in (2, 3, 4, 5, 8)),
        ("- 甲\n - 乙", ONE),
        ("1. 甲\n  - 乙\n", "<ol><li>甲<ul><li>乙</li></ul></li></ol>"),
        ("- 甲\n  - 乙\n    - 丙\n", "<ul><li>甲<ul><li>乙<ul><li>丙</li></ul></li></ul></li></ul>"),
        ("1. 甲\n- 乙", "<ol><li>甲</li></ol><ul><li>乙</li></ul>"),
        ("- 甲\n\n  又\n- 乙", "<ul><li><p>甲</p><p>又</p></li><li><p>乙</p></li></ul>"),
        ("- 甲\n  续\n- 乙", "<ul><li>甲续</li><li>乙</li></ul>"),
        ("- 甲\n\n话", "<ul><li>甲</li></ul><p>话</p>"),
        ("- 甲\n## 题", '<ul><li>甲</li></ul><h2 id="题">题</h2>'),
        ("```\n话\n- 甲\n```", "<pre><code>话- 甲</code></pre>"),
        ("<pre>话\n- 甲</pre>", "<pre>话- 甲</pre>"),
        ("话\n- - -", "<p>话</p><hr>"),
        ("> 话\n> - 甲", "<blockquote><p>话- 甲</p></blockquote>"),
    ],
)
def test_lists_need_no_blank_lines_and_few_spaces(text: str, wanted: str) -> None:
    assert html(text) == wanted
