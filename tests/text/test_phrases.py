"""Headings break between phrases; not a character of them changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.text import phrases


@pytest.mark.parametrize(
    "said",
    [
        "陶瓷|产业|数据|要素",
        "赛题1|建设|高质量|垂直|行业|大模型|数据集",
        "具身|智能|驱动的|机器人|作业|与协同|优化",
        "A&B|测试|与Python 3.11",
        "日处理|能力4930万立方米",
        "获奖|公示|结束，|24个|项目|确定|获奖",
        "2025年9月30日前|报名",
        "截至8月31日17时30分|报名",
        "6月上旬|公示5个工作日",
        "“一件事”|怎么办：|从“办一件”|到“治一类”",
        "2026年|“数据要素×”|大赛|宁夏回族自治区|分赛",
    ],
)
def test_words_particles_and_measures_stay_together(said: str) -> None:
    assert phrases.split(said.replace("|", "")) == tuple(said.split("|"))


@given(st.text(alphabet=st.characters(codec="utf-8")) | st.text("数据要素与的“”（），。1年 a×<&"))
def test_no_character_is_lost_or_believed(text: str) -> None:
    assert "".join(phrases.split(text)) == text
    assert phrases.html(text).striptags() == Markup.escape(text).striptags()


def test_a_name_with_a_sign_is_kept_whole() -> None:
    assert phrases.html("“数据要素×”大赛") == (
        '<span class="phrases"><span class="whole">“数据要素×”</span><wbr aria-hidden="true">大赛</span>'
    )


def test_no_line_begins_with_a_dash() -> None:
    assert '<span class="whole">监测—</span>' in phrases.html("内涝监测—预警—调度")


def test_books_keep_phrases_that_fit_in_a_narrow_column() -> None:
    assert phrases.kept("中国移动A&B") == '<span class="keep">中国移动</span><span class="keep">A&amp;B</span>'
    assert phrases.kept("日处理能力14930万立方米").endswith("</span>能力14930万立方米")
    assert phrases.kept("") == ""
