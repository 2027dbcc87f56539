"""A code as it is drawn holds the modules that were encoded, and its words as words."""

from __future__ import annotations

import re

import segno

from generator.media import qr


def test_every_dark_module_is_drawn() -> None:
    url = "https://contest.example/alpha/2026/cases/night-bus/index.html"
    code = segno.make(url, error="m", micro=False, mask=qr.MASK)
    dark, x, y = set(), 0, 0
    for right, down, width in re.findall(r"m(-?\d+) (\d+)h(\d+)", qr.svg(url, "网址")):
        x, y = x + int(right), y + int(down)
        dark |= {(y, each) for each in range(x, x + int(width))}
        x += int(width)
    matrix = code.matrix_iter(border=qr.QUIET)
    assert dark == {(row, at) for row, each in enumerate(matrix) for at, module in enumerate(each) if module}


def test_the_words_are_no_markup() -> None:
    drawn = qr.svg("https://contest.example/", "a<b>&c")
    assert "<title>a&lt;b&gt;&amp;c</title>" in drawn
    assert f'viewBox="0 0 {25 + 2 * qr.QUIET} {25 + 2 * qr.QUIET}"' in drawn
