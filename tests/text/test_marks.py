"""Formulas, footnotes and what else Markdown can do beyond paragraphs."""

from __future__ import annotations

from itertools import count
from xml.etree.ElementTree import fromstring

import pytest

from generator.text import footnotes, formulas, markdown


def test_formulas_are_mathml() -> None:
    assert markdown.html("能量 $E=mc^2$。") == (
        '<p>能量 <math display="inline" alttext="E=mc^2"><mrow><mi>E</mi><mo>=</mo><mi>m</mi>'
        "<msup><mi>c</mi><mn>2</mn></msup></mrow></math>。</p>"
    )
    assert markdown.html("$$\n\\frac{a}{b} < c\n$$").startswith('<p><math display="block"')
    assert list(markdown.blocks("能量 $E=mc^2$，质量 $m$。")) == ["能量 E=mc2，质量 m。"]


@pytest.mark.parametrize(
    "text",
    ["投资$5万，收入$8万", "5$，收入8$", "\\$5 和 \\$6", "$5 与 $6", "$5,$6", "`$x$`", "$ x $", "$x", "$x\n\ny$"],
)
def test_dollars_may_be_money(text: str) -> None:
    assert "<math" not in markdown.html(text)
    assert list(formulas.problems(text if "`" not in text else "")) == []


@pytest.mark.parametrize(
    "latex",
    [r"\foo{x}", r"\frac{a}", "x_{", "x}", r"\left( x", r"\href{javascript:alert(1)}{x}", r"\text{<img src=x>}"],
)
def test_formulas_do_no_harm(latex: str) -> None:
    shown = markdown.html(f"${latex}$")
    assert "javascript" not in shown or "alttext" in shown
    assert "<img" not in shown
    fromstring(shown)


def test_formulas_that_cannot_be_shown_are_told() -> None:
    found = list(formulas.problems(r"甲 $x$ 乙 $\foo{x}$ 丙 $\begin{matrix}a\end{matrix}$"))
    assert [(at, message.partition("“")[0]) for at, message in found] == [(8, "读不懂公式"), (20, "手册里排不出公式")]


def test_numbers_of_sources_are_no_formulas() -> None:
    assert list(formulas.problems(r"见\[1\]、\[2-4\]和\[5, 7\]。")) == []
    assert [at for at, _ in formulas.problems(r"\[1+x\]")] == [0]


def test_footnotes_are_numbered_through_a_page() -> None:
    numbers = count(1)
    first, second = (
        footnotes.numbered(markdown.html(text), numbers) for text in ("甲[^a]。\n\n[^a]: 子", "乙[^a]。\n\n[^a]: 丑")
    )
    assert '<sup id="fnref:2"><a href="#fn:2" rel="noopener">[2]</a></sup>' in second
    assert '<p>甲\u2060<sup id="fnref:1">' in first
    texts, notes = footnotes.gathered([first, second])  # type: ignore[list-item]
    assert "notes" not in "".join(texts)
    assert notes.count('<ol start="1">') == notes.count('<li id="fn:1">') == notes.count('<li id="fn:2">') == 1


def test_marks_of_footnotes_are_no_words() -> None:
    assert list(markdown.blocks("甲[^a]乙[^a]。\n\n[^a]: 子")) == ["甲乙。", "子"]


@pytest.mark.parametrize(
    ("text", "html"), [("~~甲~~", "<del>甲</del>"), ("3~5天，6~8天", "3~5天，6~8天"), ("甲\n: 乙", "<dd>乙</dd>")]
)
def test_further_marks(text: str, html: str) -> None:
    assert html in markdown.html(text)
    assert not markdown.is_plain(text)


def test_text_in_other_scripts_tells_its_language() -> None:
    shown = markdown.html("维 شىنجاڭ ئۇيغۇر，藏 བོད་ཡིག，彝 ꆈꌠ。")
    assert '<span class="script" lang="ug" dir="rtl">شىنجاڭ ئۇيغۇر</span>，' in shown
    assert shown.count(' lang="') == 3
    assert list(markdown.blocks("藏 བོད་ཡིག 文")) == ["藏 བོད་ཡིག 文"]
