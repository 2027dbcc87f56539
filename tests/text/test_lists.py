"""Lists and tables as people write them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest

from generator.text import html_tree, markdown

ONE, TWO = "<ul><li>甲</li><li>乙</li></ul>", "<ol><li>甲</li><li>乙</li></ol>"
TABLE = "<table><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
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
        ("2026. 9. 1起施行", "<p>2026. 9. 1起施行</p>"),
        ("3*4*5米，2**8", "<p>3*4*5米，2**8</p>"),
        ("共*3*个`3*4*5`", "<p>共<em>3</em>个<code>3*4*5</code></p>"),
        ("话\n---\n又", "<p>话</p><hr><p>又</p>"),
        ("话\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |", f"<p>话</p>{TABLE}"),
        ("话\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |", f"<p>话</p>{TABLE}"),
        ("- 甲\n - 乙", ONE),
        ("1. 甲\n  - 乙\n", "<ol><li>甲<ul><li>乙</li></ul></li></ol>"),
        ("- 甲\n  - 乙\n    - 丙\n", "<ul><li>甲<ul><li>乙<ul><li>丙</li></ul></li></ul></li></ul>"),
        ("1. 甲\n- 乙", "<ol><li>甲</li></ol><ul><li>乙</li></ul>"),
        ("- 甲\n  1. 乙\n  - 丙", "<ul><li><p>甲</p><ol><li>乙</li></ol><ul><li>丙</li></ul></li></ul>"),
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


def test_every_item_keeps_its_place() -> None:
    """Random lists: what is so far in belongs to what it is in, whatever stands around it."""
    dice = random.Random(3)
    for _ in range(300):
        lines, levels, step = [], [0], dice.choice([2, 3, 4])
        for number in range(dice.randint(1, 8)):
            level = dice.randint(0, levels[-1] + 1) if number else 0
            levels.append(level)
            mark = dice.choice(["-", f"{number + 1}."]) if step > 2 else "-"
            lines.append(f"{' ' * step * level}{mark} 项{number}")
            if dice.random() < 0.2:
                lines += ["", f"{' ' * step * (level + 1)}段{number}"]
            lines += [""] * (dice.random() < 0.2)
        tree = html_tree.read(markdown.html("\n".join(lines)))
        depths = [depth for item, depth in _items(tree, 0)]
        assert depths == levels[1:], "\n".join(lines)


def _items(parent: Element, depth: int) -> Iterator[tuple[Element, int]]:
    for child in parent:
        if child.tag == "li":
            yield child, depth - 1
        yield from _items(child, depth + (child.tag in {"ul", "ol"}))


def test_a_head_without_words_names_no_column() -> None:
    """As at the corner of a matrix; who hears the table would be told of a head that says nothing."""
    html = markdown.html("| | 之前 | 之后 |\n|---|--:|--:|\n| 时长 | 3 | 2 |\n")
    assert re.findall(r"<(th|td)\b[^>]*>(.*?)</", html)[:3] == [("td", ""), ("th", "之前"), ("th", "之后")]
