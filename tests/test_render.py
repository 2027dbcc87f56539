"""Markdown made safe, with links to records and pictures of the case."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from generator.catalog.addresses import Address
from generator.model import EditionId
from generator.project import load
from generator.text import markdown
from generator.text.clock import TooLong
from generator.text.prose import PictureView, Prose, Text, TextTooHard

HERE = Address("alpha/2026/cases/river-gauge/index.html")
EDITION = EditionId("alpha/2026")


@pytest.fixture(scope="module")
def prose(minimal: Path) -> Prose:
    """Prose over the small contest."""
    catalog = load(minimal).catalog
    assert catalog is not None
    return Prose(catalog)


def _html(prose: Prose, source: str, pictures: dict[str, PictureView] | None = None) -> str:
    return str(prose.html(source, Text(HERE, EDITION, pictures or {})))


@pytest.mark.parametrize(
    "payload",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "<iframe src='https://evil.example'></iframe>",
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        '<a href="https://ok.example" onclick="alert(1)">x</a>',
        '<svg onload="alert(1)"></svg>',
        '<td style="background:url(https://evil.example/x)">x</td>',
        '<form action="https://evil.example"><input name=a></form>',
        "<style>body{display:none}</style>",
        '<meta http-equiv="refresh" content="0;url=https://evil.example">',
        "<base href='https://evil.example/'>",
        "[x](vbscript:msgbox)",
        "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
    ],
)
def test_nothing_that_acts_is_left(prose: Prose, payload: str) -> None:
    html = _html(prose, f"前文\n\n{payload}\n\n后文")
    for trace in (
        "<script",
        "onerror",
        "onclick",
        "onload",
        "javascript:",
        "vbscript:",
        "data:text",
        "evil.example",
        "<iframe",
        "<form",
        "<style",
        "<meta",
        "<base",
        "<svg",
    ):
        assert trace not in html
    assert "前文" in html
    assert "后文" in html


def test_record_links_become_relative(prose: Prose) -> None:
    assert 'href="../../timeline/index.html"' in _html(prose, "[赛程](record:timeline)")
    assert 'href="../../tracks/smart-factory/index.html#topic-1"' in _html(
        prose, "[题](record:tracks/smart-factory#topic-1)"
    )


def test_no_line_begins_with_a_dash(prose: Prose) -> None:
    assert _html(prose, "三个问题——哪条沟先涨") == "<p>三个问题\u2060——哪条沟先涨</p>"
    dashed = _html(prose, '[2024—2026年](https://a.example/a—b "2024—2026年")\n\n| 甲 |\n| --- |\n| — |')
    assert dashed.count("\u2060") == 1
    assert ">2024\u2060—2026年<" in dashed
    assert "<td>—</td>" in dashed
    assert "<code>a—b</code>" in _html(prose, "用 `a—b` 表示")


def test_a_link_to_what_readers_cannot_see_is_only_its_words(prose: Prose) -> None:
    hidden = Prose(replace(prose.catalog, cases={}))
    assert _html(hidden, '见[水 *尺*](record:cases/river-gauge "题名")等。') == "<p>见水 <em>尺</em>等。</p>"


def test_registered_pictures_become_figures_with_renditions(prose: Prose) -> None:
    sources = (
        (Address("alpha/2026/cases/river-gauge/flow-480.webp"), 480),
        (Address("alpha/2026/cases/river-gauge/flow-960.webp"), 960),
    )
    picture = PictureView(sources, 1600, 900, "流程图", "图 1 流程")
    html = _html(prose, "![流程](flow.png)", {"flow.png": picture})
    assert "<figure>" in html
    assert 'srcset="flow-480.webp 480w, flow-960.webp 960w"' in html
    assert 'width="1600" height="900"' in html.replace("'", '"') or ('width="1600"' in html and 'height="900"' in html)
    assert "<figcaption>图 1 流程</figcaption>" in html
    assert 'alt="流程图"' in html


def test_what_editors_note_for_themselves_is_not_shown(prose: Prose) -> None:
    assert _html(prose, "甲<!-- 自用\n\n- 乙 -->丙`<!-- 丁 -->`") == "<p>甲丙<code>&lt;!-- 丁 --&gt;</code></p>"


def test_tables_scroll_in_a_named_region(prose: Prose) -> None:
    html = _html(prose, "| 甲 | 乙 |\n|:--|--:|\n| 1 | 2 |")
    assert '<div class="table-scroll" role="region" aria-label="表格1" tabindex="0"><table>' in html
    assert 'style="text-align: right"' in html
    written = _html(prose, '<table lang="en" title="a>b"><tr><td>1</td></tr></table>')
    assert written.startswith(
        '<div class="table-scroll" role="region" aria-label="表格1" tabindex="0"><table lang="en"'
    )


def test_formulas_of_their_own_scroll_in_a_group(prose: Prose) -> None:
    html = _html(prose, "甲 $a$\n\n$$\nb\n$$")
    group = (
        '<p><span class="formula-scroll" role="group" aria-label="公式" tabindex="0"><math display="block" alttext="b">'
    )
    assert html.count("formula-scroll") == 1
    assert group in html
    assert html.endswith("</math></span></p>")


def test_long_formulas_in_a_line_scroll_too(prose: Prose) -> None:
    html = _html(prose, f"甲 $a$ 乙 ${'+'.join('abcdefghijklmnop')}$ 丙")
    assert html.count('<span class="formula-scroll formula-scroll--inline"') == 1
    assert html.endswith("</math></span> 丙</p>")


def test_headings_keep_chinese_anchors(prose: Prose) -> None:
    assert '<h2 id="怎样进行">怎样进行</h2>' in _html(prose, "## 怎样进行")


@pytest.mark.parametrize("error", [TooLong, RecursionError, MemoryError])
def test_a_text_that_is_too_hard_is_named(minimal: Path, monkeypatch: pytest.MonkeyPatch, error: type) -> None:
    catalog = load(minimal).catalog
    assert catalog is not None
    prose = Prose(catalog)
    document = next(each for each in catalog.sources.values() if each.path.endswith("2026-06-01-launch.md"))

    def convert(_: object) -> str:
        raise error

    markdown.html.cache_clear()
    monkeypatch.setattr(markdown._readers[0], "convert", convert)
    with pytest.raises(TextTooHard) as hard:
        _html(prose, document.body)
    assert pickle.loads(pickle.dumps(hard.value)).at == hard.value.at
    found = hard.value.diagnostic()
    assert (found.code, found.at.path, found.at.line) == ("slow-text", document.path, document.body_line)
    assert "甲" in _html(prose, "甲")  # the next text is read as if nothing had happened
