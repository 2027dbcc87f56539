"""Rules about charts: figures that fit together, and no more of them than can be read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.catalog import Catalog
from generator.checks.rule import Findings, rule
from generator.diagnostics import Diagnostic
from generator.model import WinningCase
from generator.model.figures.chart import Chart, ChartKind
from generator.text import markdown
from generator.text.scan import images, prose, span

_DIGITS = 12
"""Digits of a number that can be read at a glance, and of one that has room."""

_LIST_HINT = "`categories` 有几项，每组 `values` 就写几个数；不知道的写 null"

Key = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class _Limits:
    """What one kind of chart holds: categories, series, characters of a name."""

    categories: tuple[int, int]
    series: tuple[int, int]
    name: int = 20


_LIMITS = {
    ChartKind.BAR: _Limits((2, 20), (1, 3)),
    ChartKind.LINE: _Limits((2, 120), (1, 4)),
    ChartKind.SHARE: _Limits((2, 8), (1, 1), 14),
    ChartKind.CHANGE: _Limits((1, 12), (2, 2)),
}
_BARS = 40
"""Bars of one chart that fill most of a page."""


@rule
def charts_are_sound(catalog: Catalog) -> Findings:
    """图表的每组数据与类别一一对应，占比之和为 100，类别不多到看不清。"""
    for case in catalog.cases.values():
        ids = Counter(chart.id for chart in case.charts)
        for place, chart in enumerate(case.charts):
            problems = [*_named(chart, ids), *_counted(chart), *_valued(chart)]
            for key, message, hint in problems:
                yield Diagnostic("chart", catalog.span("case", case.id, "charts", place, *key), message, hint)


def _named(chart: Chart, ids: Counter[str]) -> Iterator[tuple[Key, str, str]]:
    if ids[chart.id] > 1:
        yield ("id",), f"编号 {chart.id} 用了 {ids[chart.id]} 次", "每张图表一个编号"
    names = [series.name for series in chart.series]
    for key, words, found in (("categories", "类别", chart.categories), ("series", "数据", names)):
        for name, count in Counter(found).items():
            if count > 1:
                yield (key,), f"{words}“{name}”写了 {count} 次", "各项名称不能相同"
    limit = _LIMITS[chart.type].name
    marks = [chart.threshold.label] if chart.threshold else []
    for key, found in (("categories", chart.categories), ("series", names), ("threshold", marks)):
        if long := next((name for name in found if len(name) > limit), None):
            yield (key,), f"名称“{long}”有 {len(long)} 个字，图上放不下", f"不超过 {limit} 个字"


def _counted(chart: Chart) -> Iterator[tuple[Key, str, str]]:
    limits, categories, series = _LIMITS[chart.type], len(chart.categories), len(chart.series)
    low, high = limits.categories
    if not low <= categories <= high:
        hint = "合并次要的类别，或者改用正文里的表格" if categories > high else "只有一个数时写在正文里"
        yield ("categories",), f"有 {categories} 个类别，这种图表要有 {low} 到 {high} 个", hint
    low, high = limits.series
    if not low <= series <= high:
        wanted = f"{low} 组" if low == high else f"{low} 到 {high} 组"
        yield ("series",), f"有 {series} 组数据，这种图表要有 {wanted}", "分成几张图表，或者换一种图表"
    if chart.type is ChartKind.BAR and categories <= limits.categories[1] and categories * series > _BARS:
        yield ("categories",), f"共有 {categories * series} 根柱子，最多 {_BARS} 根", "分成几张图表"
    if chart.threshold and chart.type is not ChartKind.LINE:
        yield ("threshold",), "只有折线图可以写参照值", "删去 `threshold`，或者改用 `type: line`"
    for place, each in enumerate(chart.series):
        if len(each.values) != categories:
            message = f"“{each.name}”有 {len(each.values)} 个数，类别却有 {categories} 个"
            yield ("series", place, "values"), message, _LIST_HINT


def _valued(chart: Chart) -> Iterator[tuple[Key, str, str]]:
    for place, series in enumerate(chart.series):
        at: Key = ("series", place, "values")
        given = [value for value in series.values if value is not None]
        if not given:
            yield at, f"“{series.name}”一个数也没有", "补上数值，或者删去这一组"
        if chart.type is ChartKind.SHARE and given:
            yield from ((at, *problem) for problem in _share(given, len(series.values)))
        yield from _long(at, given)
    yield from _long(("threshold",), [chart.threshold.value] if chart.threshold else [])
    if chart.type is ChartKind.SHARE and chart.unit not in (None, "%"):
        yield ("unit",), f"占比图的单位是 %，写的却是“{chart.unit}”", "换算成百分数，或者改用 `type: bar`"


def _long(at: Key, values: Sequence[float]) -> Iterator[tuple[Key, str, str]]:
    digits = max((len(f"{Decimal(f'{value:.15g}'):f}".lstrip("-0.").replace(".", "")) for value in values), default=0)
    if digits > _DIGITS:
        yield at, f"这里有 {digits} 位的数", "换用更大的单位，如亿元；小数四舍五入"


def _share(given: Sequence[float], count: int) -> Iterator[tuple[str, str]]:
    """The sum may be off by one in the last place that is written, as rounded shares are."""
    written = [Decimal(f"{value:.15g}") for value in given]
    total = sum(written, Decimal(0))
    places = max(len(f"{value:f}".partition(".")[2]) for value in written)
    if len(given) < count or min(given) < 0:
        yield "占比要每一项都有，而且不是负数", "补全数值"
    elif abs(total - 100) > Decimal(1).scaleb(-places):
        yield f"各项占比之和是 {total:f}，不是 100", "核对数值；其余的归入“其他”"


@rule
def charts_are_in_their_place(catalog: Catalog) -> Findings:
    """正文里的 `![](#编号)` 独占一段，只写一次，编号是登记过的图表。"""
    for case in catalog.cases.values():
        document = catalog.sources["case", case.id]
        if not document.sound and "](#" in document.body:
            named = [image for image in images(prose(document.body)) if image.target.startswith("#")]
            alone = Counter(re.findall(r'<figure><img [^>]*src="(#[^"]*)"', markdown.html(document.body)))
            seen = Counter[str]()
            for image in named:
                seen[image.target] += 1
                problem = _misplaced(case, image.target, seen[image.target], alone)
                if problem:
                    yield Diagnostic("chart", span(document, image.offset), *problem)


def _misplaced(case: WinningCase, target: str, times: int, alone: Counter[str]) -> tuple[str, str] | None:
    ids = [chart.id for chart in case.charts]
    if target[1:] not in ids:
        there = f"登记的有：{'、'.join(ids)}" if ids else "先在 `charts` 里登记"
        return f"没有编号为 {target[1:] or '空'} 的图表", there
    if times > 1:
        return f"图表 {target[1:]} 在正文里出现了 {times} 次", "只写一次"
    return None if alone[target] else (f"图表 {target[1:]} 没有独占一段，不会显示", "前后各空一行")
