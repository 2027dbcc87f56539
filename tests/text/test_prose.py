"""Texts as pages show them."""

from __future__ import annotations

import pytest

from generator.project import load
from generator.text import markdown
from generator.text.html_tree import read
from generator.text.prose import PictureView, Prose, Text
from tests.whole import MINIMAL

CATALOG = load(MINIMAL).catalog
assert CATALOG


@pytest.mark.parametrize(
    "words", ['<table onclick="x">', "<figure><figure>", '<a href="record:cases">甲</a>', "</table>", '<img src="#a">']
)
def test_what_describes_a_picture_is_never_taken_for_html(words: str) -> None:
    picture = PictureView((("a-640.webp", 640),), 800, 600, words, None)
    text = Text("alpha/2026/index.html", None, {"a.png": picture})
    (figure,) = read(Prose(CATALOG).html("![画面](a.png)", text))
    assert [each.tag for each in figure.iter()] == ["figure", "img"]
    assert figure[0].get("alt") == words
    assert not {name for name in figure[0].attrib if name.startswith("on")}


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<li>甲</li>", "甲"),
        ("<dl>字<dt>甲</dt></dl>", "字甲"),
        ("<ul><p>甲</p></ul>", "<p>甲</p>"),
        ("<figcaption>题&lt;</figcaption>", "题&lt;"),
        ("<ul><li>甲<ol><li>乙</li></ol></li></ul>", "<ul><li>甲<ol><li>乙</li></ol></li></ul>"),
    ],
)
def test_parts_of_lists_stand_in_lists(source: str, shown: str) -> None:
    assert markdown.html(source) == shown
