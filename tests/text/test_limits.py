"""Limits of texts: what is refused, what is far within, and that whatever passes is rendered soon."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalog.addresses import Address
from generator.model import EditionId
from generator.project import load
from generator.text.limits import DEEP, LONG, MARKS, too_hard, without_fences
from generator.text.prose import Prose, Text

HERE = Text(Address("alpha/2026/notices/x/index.html"), EditionId("alpha/2026"))
MINIMAL = Path(__file__).parent.parent / "fixtures" / "minimal"
SECONDS = 4
CATALOG = load(MINIMAL).catalog
assert CATALOG
PROSE = Prose(CATALOG)


def codes(text: str) -> set[str]:
    return {found.code for found in too_hard(text)}


def nested(mark: str, depth: int) -> str:
    return "\n".join("    " * level + f"{mark} 甲" for level in range(depth))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("*a **b " * 20_000, MARKS),
        ("_a __b " * 20_000, MARKS),
        ("\n\n".join(["<a " * 390] * 100), MARKS),
        (nested("-", 300), DEEP),
        (nested("1.", 300), DEEP),
        ("> " * 300 + "甲", DEEP),
        ("|甲|乙|\n|-|-|\n" + "|一|二|\n" * 20_000, LONG),
        ("甲" * 1_000_000, LONG),
        ("甲\n" * 100_000, LONG),
        ("[" * 31 + "甲" + "](https://a.example)" * 31, DEEP),
        ("\n\n".join(["[" * 399 + "甲" * 2_000] * 10), MARKS),
        ("\n\n".join(["[a](" * 399 + "甲" * 2_000] * 10), MARKS),
        ("# 甲\n" * 3_000, MARKS),
        ("甲\n---\n" * 3_000, MARKS),
        ("```a\n" * 6_400, MARKS),
        ("~~~~a\n~~~\n" * 6_400, MARKS),
        ("<br>" * 300 + "\n\n<hr>" * 2_000, MARKS),
        ("<b id=1>\n\n" * 100, DEEP),
        ("甲\n: 乙\n" * 200, DEEP),
        ("[a]: b " + '"' * 500, MARKS),
        ("\\\\" * 50_000, MARKS),
        ("[a](b)\n\n" * 20_001, MARKS),
    ],
    ids=range(22),
)
def test_what_takes_too_long_is_refused_at_once(text: str, code: str) -> None:
    started = time.process_time()
    assert code in codes(text)
    assert time.process_time() - started < 1


HONEST = {
    "long": "数据要素的价值在于流通和使用。" * 13_000,
    "paragraphs": ("数据要素×**交通运输**，见[通知](https://a.example/x_(y))。" * 8 + "\n\n") * 400,
    "table": "|甲|乙|丙|丁|\n|-|-|-|-|\n" + "|一|[二](https://a.example/x_y)|**三**|`四`|\n" * 1_000,
    "links": "、".join(["[某链接](https://a.example/x_y_z)"] * 300),
    "list": "- **甲**：[链接](https://a.example)\n" * 300,
    "lists": "- 甲\n- 乙\n\n甲\n\n" * 200,
    "headings": "## 标题\n\n一段文字。\n\n" * 300,
    "code": "```python\n" + "a[b[c[0]]] < d[1] & e  # *f*\n" * 5_000 + "```\n",
    "long lines of code": "```\n" + "数据 = [1, 2, 3] " * 20 + "\n```\n",
    "terms": "术语\n:   释义\n\n" * 300,
    "quotes": "> 甲\n>\n> > 乙\n\n" * 300,
    "comparison": "当 a<b 时，温度 <5 ℃。\n\n" * 90,
}


@pytest.mark.parametrize("name", HONEST)
def test_honest_texts_are_far_within_the_limits(name: str) -> None:
    assert codes(HONEST[name]) == set()
    started = time.process_time()
    PROSE.html(HONEST[name], HERE)
    assert time.process_time() - started < SECONDS


def test_fences_are_those_that_are_closed() -> None:
    assert without_fences("```\n[\n```\n[").count("[") == 1
    assert without_fences("```\n[\n````\n[").count("[") == 2
    assert without_fences("```\n[\n~~~\n[\n```\n[").count("[") == 1
    assert without_fences(" ```\n[\n ```").count("[") == 1


SYNTAX = "[]()<>*_`\\&!#~|:-+=\"'\n \t1.a/甲^{}%@"
fragments = st.lists(
    st.tuples(st.text(st.sampled_from(SYNTAX), min_size=1, max_size=12), st.integers(1, 2_000)), min_size=1, max_size=4
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(fragments)
def test_whatever_passes_is_rendered_soon(parts: list[tuple[str, int]]) -> None:
    text = "".join(fragment * count for fragment, count in parts)
    if codes(text):
        return
    started = time.process_time()
    PROSE.html(text, HERE)
    assert time.process_time() - started < SECONDS
