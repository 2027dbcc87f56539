"""Style sheets for browsers of 2020, without what no page uses."""

from __future__ import annotations

import re

import pytest

from generator.media import styles
from tests.conftest import ROOT

CLASS = re.compile(r"\.-?[_a-zA-Z][\w-]*")
TEMPLATES = ROOT / "templates"


@pytest.mark.parametrize(
    ("written", "published"),
    [
        (".a :is(b, .c) > d { color: red; }", ".a b>d,.a .c>d{color:red}"),
        (":is(a, b) :is(c, d), e:not(f, g) {}", "a c,a d,b c,b d,e:not(f,g){}"),
        ("a .b:is(c, .d) {}", "a c.b,a .b.d{}"),
        ("@media print { .a:is(b):nth-child(n + 2) { inset: 0 } }", None),
        ("p { clip-path: inset(50%); inset: 1px }", "p{clip-path:inset(50%);top:1px;right:1px;bottom:1px;left:1px}"),
    ],
)
def test_what_old_browsers_do_not_know_is_written_out(written: str, published: str | None) -> None:
    found = styles.published(written)
    assert found == published or (published is None and ":is" not in found and "{top:0;right:0" in found)


def test_of_material_only_what_texts_may_have_is_left() -> None:
    sheet = (
        ".md-typeset p,.md-header p{a:b}.md-nav{c:d}html{e:f}[data-md-color-scheme=x] b{g:h}"
        "@media print{.md-typeset h2{i:j}.md-tabs{k:l}}@media screen{.md-tabs{m:n}}.md-typeset details{o:p}"
    )
    assert styles.prose(sheet) == ".md-typeset p{a:b}html{e:f}@media print{.md-typeset h2{i:j}}"


def test_every_class_in_a_published_sheet_is_one_of_ours() -> None:
    """What is written out wrongly would style nothing, and nobody would be told."""
    for sheet in (TEMPLATES / "shell/assets/css").glob("*.css"):
        written = sheet.read_text("utf-8")
        assert set(CLASS.findall(styles.published(written))) <= set(CLASS.findall(written)), sheet.name
