from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.media import drawings
from generator.media.palette import palette
from generator.model.branch import Colours
from generator.model.figures.chart import Chart, ChartKind, Series, Threshold
from generator.text import html_tree
from generator.views.charts import drawing, thumbnail, web_figure
from generator.views.charts.canvas import Canvas, ems, ticks

ROLES = drawing.roles(palette(Colours(primary="#0b4f8a", accent="#a85b00")))
CATEGORIES = {ChartKind.BAR: 13, ChartKind.LINE: 120, ChartKind.SHARE: 8, ChartKind.CHANGE: 12}
SERIES = {ChartKind.BAR: 3, ChartKind.LINE: 4}
SVG = "{http://www.w3.org/2000/svg}"


def chart(kind: str, categories: list[str], *series: tuple[str, list[float | None]], **facts: object) -> Chart:
    return Chart.model_validate(
        {
            "id": "x", "type": kind, "title": "图题", "source": "来源",
            "categories": tuple(categories),
            "series": tuple(Series(name=name, values=tuple(values)) for name, values in series),
            **facts,
        }
    )  # fmt: skip


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """Any chart that the check lets through."""
    kind = draw(st.sampled_from(ChartKind))
    share = kind is ChartKind.SHARE
    names = st.text("甲乙丙工业制造A1.%-", min_size=1, max_size=14 if share else 20)
    categories = draw(st.lists(names, min_size=2, max_size=CATEGORIES[kind], unique=True))
    count = 1 if share else 2 if kind is ChartKind.CHANGE else draw(st.integers(1, SERIES[kind]))
    places = draw(st.sampled_from((1, 100, 1000)))
    number = (
        st.integers(-(10**10), 10**10).map(lambda value: value / places) | st.integers(-99, 99).map(float) | st.none()
    )
    size = len(categories)
    series = []
    for place in range(count):
        if share:
            cuts = sorted(draw(st.lists(st.integers(0, 100), min_size=size - 1, max_size=size - 1)))
            values: list[float | None] = [float(b - a) for a, b in zip([0, *cuts], [*cuts, 100], strict=True)]
        else:
            values = draw(
                st.lists(number, min_size=size, max_size=size).filter(lambda found: any(v is not None for v in found))
            )
        series.append((f"{draw(names)[:18]}{place}", values))
    threshold = draw(st.none() | st.just(Threshold(value=3.5, label="警戒线"))) if kind is ChartKind.LINE else None
    return chart(kind, categories, *series, threshold=threshold)


@pytest.mark.parametrize(("width", "size"), [(640, 14), (340, 14), (420, 8), (367.5, 8)])
@given(made=charts())
def test_everything_stands_within_the_drawing_in_letters_that_can_be_read(
    made: Chart, width: float, size: float
) -> None:
    canvas = drawing.drawn(made, Canvas(width, size, ROLES))
    svg = canvas.svg()
    assert b"<text" in drawings.cleaned(svg.encode())
    for words in ElementTree.fromstring(svg).iter(f"{SVG}text"):
        letters = float(words.get("font-size", ""))
        assert letters >= 0.9 * size
        wide, x = ems(words.text or "") * letters, float(words.get("x", ""))
        left = x - {"middle": wide / 2, "end": wide}.get(words.get("text-anchor", ""), 0)
        assert left > -0.5 * size, words.text
        assert left + wide < width + 0.5 * size, words.text
        assert 0 < float(words.get("y", "")) <= canvas.height
    assert "nan" not in svg
    for name in ("x", "y", "width", "height"):
        assert all(float(value) >= -0.5 * size for value in re.findall(rf'<rect[^>]* {name}="([^"]*)"', svg))


@given(
    names=st.lists(st.integers(1, 20).map("甲".__mul__), min_size=2, max_size=120),
    width=st.sampled_from((640.0, 340.0)),
)
def test_names_below_a_line_never_touch_and_the_last_one_is_among_them(names: list[str], width: float) -> None:
    made = chart("line", names, ("一", [*range(len(names))]), ("二", [1.0] * len(names)))
    svg = drawing.drawn(made, Canvas(width, 14)).svg()
    told = re.findall(r'<text x="([^"]*)"[^>]*middle"[^>]*>(甲+)<', svg)
    spans = [(float(x) - 7 * len(name), float(x) + 7 * len(name)) for x, name in told]
    assert all(end < start for (_, end), (start, _) in pairwise(spans))
    assert told[-1][1] == names[-1]


@pytest.mark.parametrize("kind", ["bar", "line"])
def test_values_are_as_they_were_written(kind: str) -> None:
    svg = drawing.drawn(chart(kind, ["甲", "乙", "丙"], ("数", [12345.0, -2.5, 94.125])), Canvas(640, 14)).svg()
    assert {"12,345", "−2.5", "94.125"} <= set(re.findall(r"<text[^>]*>([^<]*)", svg))


def test_long_names_lay_bars_down() -> None:
    short = drawing.drawn(chart("bar", ["甲", "乙"], ("数", [1, 2])), Canvas(420, 8))
    long = drawing.drawn(chart("bar", ["甲" * 20, "乙" * 20] * 3, ("数", [1, 2] * 3)), Canvas(420, 8))
    assert 'text-anchor="middle"' in short.svg()
    assert 'text-anchor="middle"' not in long.svg()


def test_styles_differ_without_their_colours() -> None:
    grey = {**dict.fromkeys(ROLES, "#888888"), "paper": "#ffffff"}
    drawn = []
    for style in range(8):
        canvas = Canvas(100, 8, grey)
        canvas.block(0, 0, 40, 20, style)
        drawn.append(canvas.svg())
    assert len({*drawn[:3], *drawn[3:5], drawn[6]}) >= 5
    for count in (2, 3):  # as many as bars have series
        assert len(set(drawn[:count])) == count
    marks = []
    for style in range(4):
        canvas = Canvas(100, 8, grey)
        canvas.dot(10, 10, style)
        marks.append(canvas.svg())
    assert len(set(marks)) == 4


def test_on_pages_colours_are_left_to_the_style_sheet() -> None:
    figure = str(web_figure.figure(chart("share", ["甲", "乙"], ("数", [60, 40]), unit="%")))
    assert "#" not in figure
    assert "style=" not in figure
    assert 'class="fill-first"' in figure


def test_a_figure_tells_what_it_shows_in_words_and_in_a_table() -> None:
    made = chart("before-after", ["等水", "<等机>"], ("前", [5.8, None]), ("后", [1.9, 1.3]), unit="天")
    figure = str(web_figure.figure(made))
    assert figure.count('role="img"') == 2
    assert "前后对比图，单位：天。前：等水5.8；后：等水1.9，&lt;等机&gt;1.3。" in figure
    (table,) = html_tree.read(figure).iter("table")
    assert ["".join(cell.itertext()) for cell in table.iter() if cell.tag in ("th", "td")] == [
        *("", "前", "后"), *("等水", "5.8", "1.9"), *("<等机>", "—", "1.3"),
    ]  # fmt: skip
    ids = re.findall(r' id="([^"]*)"', figure)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'aria-[a-z]+by="([^"]*)"', figure)) <= set(ids)


def test_nothing_in_a_drawing_is_read_beside_what_it_says() -> None:
    figure = str(web_figure.figure(chart("line", ["甲", "乙"], ("数", [60, 40]))))
    shown = re.sub(r'<g aria-hidden="true">.*?</g></svg>', "</svg>", figure)
    assert figure.count("<text") > shown.count("<text") == 0


def test_a_long_series_is_told_by_its_ends_and_extremes() -> None:
    made = chart("line", [f"{hour}时" for hour in range(9)], ("水位", [3, 2, 1, 4, 9, 8, 7, 6, 5]))
    assert drawing.description(made) == "折线图。水位：从0时的3到8时的5，最高9（4时），最低1（2时）。"


@given(low=st.floats(-1e9, 1e9), span=st.floats(0, 1e9))
def test_ticks_hold_all_values_at_even_steps(low: float, span: float) -> None:
    found = ticks(low, low + span)
    tolerance = 1e-6 * max(1, abs(low), span)
    assert min(found[0], 0) <= low + tolerance
    assert found[-1] >= low + span - tolerance
    assert 2 <= len(found) <= 8


@given(made=charts())
def test_the_picture_for_lists_has_no_words(made: Chart) -> None:
    svg = thumbnail.svg(made, palette(Colours(primary="#0b4f8a", accent="#a85b00")))
    assert "<text" not in svg
    assert drawings.cleaned(svg.encode())
