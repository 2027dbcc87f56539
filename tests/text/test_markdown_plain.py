"""Texts that are only paragraphs are written without the reader of Markdown, and just as it would write them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text import markdown

ROOT = Path(__file__).parents[2]


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet="Aa129数据要素，。（）《》“”—…·％！～ ,.%/()\n\n\n", max_size=40))
def test_the_same_as_the_reader_writes(text: str) -> None:
    if markdown.is_plain(text):
        assert markdown.html(text) == markdown._rendered(text)


def test_the_same_for_real_texts() -> None:
    bodies = (path.read_text("utf-8").split("---\n", 2)[2] for path in (ROOT / "content").rglob("*.md"))
    texts = [part.strip() for body in bodies for part in re.split("^#+ .*$", body, flags=re.MULTILINE) if part.strip()]
    plain = [text for text in texts if markdown.is_plain(text)]
    assert len(plain) > len(texts) / 2
    assert [text for text in plain if markdown.html(text) != markdown._rendered(text)] == []


MARKED = [
    *(
        "",
        " ",
        "- 一",
        "* 一",
        "+ 一",
        "1. 一",
        "甲\n2. 二",
        "# 题",
        "题\n===",
        "> 引",
        "    码",
        "`码`",
        "**重**",
        "_重_",
    ),
    *("<b>甲</b>", "甲 & 乙", "&amp;", "[链](/)", "![图](a.png)", "|甲|\n|-|", "甲  \n乙", "甲 \n乙", "\t甲", "甲\t乙"),
    *("词\n: 义", "\\*", "```\n码\n```", "\u3000甲", "甲\u200b", "甲\x0b乙", "\x02甲\x03", "https://甲", "~~~", "---"),
    "甲\r\n乙",
]


@pytest.mark.parametrize("text", MARKED)
def test_whatever_may_mean_something_is_read(text: str) -> None:
    assert not markdown.is_plain(text)


SLOW = markdown._reader()
SLOW.treeprocessors.deregister("plain-words")


@settings(max_examples=500, deadline=None)
@given(
    st.lists(st.sampled_from([*MARKED, "数据，", "A b.", "  ", "\n", "\n\n", "1. ", "- "]), max_size=12).map("".join)
)
def test_words_without_marks_are_the_same_unread(text: str) -> None:
    assert markdown._readers[0].reset().convert(text) == SLOW.reset().convert(text)
