"""Values that were typed so that they say something else, or say it so that it cannot be counted or found."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from unicodedata import normalize

from generator.catalog import Catalog
from generator.checks.rule import Findings, new_documents, rule, written
from generator.content.documents import Document
from generator.content.hints import separated
from generator.diagnostics import Diagnostic
from generator.text.scan import prose, span

YEARS = (-2, 5)
"""How far from an edition's year a date of its files may be: earlier bases, and pages that are taken down later."""

_OF_ONE_YEAR = frozenset({"notice", "case", "entries", "statistics"})
"""Files of which no date is before the September in which a contest of that year may begin."""

_LISTS = frozenset(
    "partners guiding hosts undertakers supporters committee secretariat".split()
    + "guiding_units tags levels people mentors".split()
)
"""Keys of lists of names."""

_THOUSANDS = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_AMOUNT = re.compile(r"(?P<number>[-+]?\d[\d,]*(?:\.\d+)?)\s*(?P<unit>[^\d\s,.以多余左右至到—–~/:：、-]{1,4})")
_WIDE_DIGIT = re.compile("[０-９]")
_WIDE = re.compile(r"[０-９]|(?<=[０-９\d])[－．／：](?=[０-９\d])")
_WIDE_DIGITS = re.compile(r"[０-９]+(?:[.．]?[０-９\d]+)*")
_DAY = re.compile(
    r"(?:(?<!\d)(?P<year>\d{4}) ?年 ?)?(?<!\d)(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?[日号](?![\u4e00-\u9fff]*龄)"
)
_EDITION = re.compile(r"content/[^/]+/(\d{4})/")


@rule
def names_are_single(catalog: Catalog) -> Findings:
    """单位、标签等列表里一项只写一个名称；几个写在一起，网页和统计就多出一个并不存在的单位。"""
    for _, document in new_documents(catalog):
        for keys, value, _ in document.leaves() if any(mark in document.written for mark in "、，；;") else ():
            if isinstance(value, str) and _is_name(keys) and len(names := separated(value)) > 1:
                hint = f"这里只写“{names[0]}”，其余写进 `partners`"
                hint = hint if keys[-1] == "unit" else f"分开写：[{', '.join(names)}]"
                yield Diagnostic("joined-names", document.span(*keys), f"“{value}”会当成一个名称", hint)


def _is_name(keys: tuple[str | int, ...]) -> bool:
    return keys[-2] in _LISTS if isinstance(keys[-1], int) else keys == ("unit",)


@rule
def figures_are_numbers(catalog: Catalog) -> Findings:
    """数值用半角数字，不写千分位逗号，单位另写在 `unit` 里，才能排序、比较和求和。"""
    for kind, document in new_documents(catalog):
        for keys, value, around in document.leaves():
            if not isinstance(value, str):
                continue
            if _WIDE_DIGIT.search(value):
                hint = f"改成半角：{_WIDE.sub(lambda mark: normalize('NFKC', mark[0]), value)}"
                yield Diagnostic("number-form", document.span(*keys), f"`{keys[-1]}` 里有全角数字", hint)
            elif kind == "case" and keys[0] == "metrics" and keys[-1] == "value":
                yield from _figure(document, keys, value, around.get("unit"))
        for found in _WIDE_DIGITS.finditer(prose(document.body)):
            at = span(document, found.start())  # not what it says: it may be the number of a person
            yield Diagnostic("number-form", at, "正文里有全角数字", "改成半角数字")


def _figure(document: Document, keys: tuple[str | int, ...], value: str, unit: object) -> Findings:
    if _THOUSANDS.fullmatch(value):
        message, hint = f"数值“{value}”里有逗号", f"写成 {value.replace(',', '')}"
    elif (amount := _AMOUNT.fullmatch(value)) and unit:
        message, hint = f"数值“{value}”带着单位，后面又会印一次“{unit}”", f"`value` 只写 {amount['number']}"
    elif amount:
        message = f"数值“{value}”带着单位"
        hint = f'写成 value: {amount["number"].replace(",", "")}, unit: "{amount["unit"]}"'
    else:
        return
    yield Diagnostic("number-form", document.span(*keys), message, hint)


@rule
def dates_are_near(catalog: Catalog) -> Findings:
    """日期在本届前后几年之内；差得太远多半是年份打错，到了日子不公开，或者提前公开。"""
    for kind, document in new_documents(catalog):
        edition = _EDITION.match(document.path)
        for keys, value, _ in document.leaves() if edition and kind != "timeline" else ():
            month = _month_of(value)
            first, last = (int(edition[1]) + years for years in YEARS) if edition else (0, 0)
            since = (first + 1, 9) if kind in _OF_ONE_YEAR else (first, 1)
            if month and not since <= month <= (last, 12):
                message = f"`{keys[-1]}` 的年月 {month[0]}-{month[1]:02} 与本届相差太远"
                yield Diagnostic("odd-date", document.span(*keys), message, "检查年份是否写错")


def _month_of(value: object) -> tuple[int, int] | None:
    """Year and month of a day or a moment."""
    if isinstance(value, date):
        return value.year, value.month
    moment = re.fullmatch(r"(\d{4})-(\d\d)-\d\dT[\d:]+", value) if isinstance(value, str) else None
    return (int(moment[1]), int(moment[2])) if moment else None


@rule
def days_exist(catalog: Catalog) -> Findings:
    """文字里的日期是日历上有的日子。"""
    for at, text in written(catalog):
        for offset, day in _no_days(prose(text)):
            yield Diagnostic("odd-date", at(offset), f"没有“{day}”这一天", "对照原文改正")
    for _, document in new_documents(catalog):
        for keys, value, _ in document.leaves() if "月" in document.written else ():
            for _, day in _no_days(value) if isinstance(value, str) else ():
                yield Diagnostic("odd-date", document.span(*keys), f"没有“{day}”这一天", "对照原文改正")


def _no_days(text: str) -> Iterator[tuple[int, str]]:
    for match in _DAY.finditer(text) if "月" in text else ():
        year, month, day = int(match["year"] or 2024), int(match["month"]), int(match["day"])
        if not (1 <= month <= 12 and 1 <= day <= monthrange(max(year, 1), month)[1]):
            yield match.start(), match[0]


@rule
def book_numbers_are_sound(catalog: Catalog) -> Findings:
    """书号（ISBN）有 13 位数字，最后一位是前十二位算出的校验码；印错的书号查不到书，也不能改。"""
    for edition, planned in catalog.handbooks.items():
        for name in ("casebook", "collection", "guide"):
            isbn = getattr(planned, name).isbn
            if isbn and (wrong := _wrong_in(isbn)):
                at = catalog.span("handbook", edition, name, "isbn")
                hint = "照出版社给的书号逐位核对；还没有书号，连键删去"
                yield Diagnostic("wrong-isbn", at, f"书号 {isbn} {wrong}", hint)


def _wrong_in(isbn: str) -> str:
    """What is wrong with an ISBN of groups of digits, by ISO 2108: weights 1 and 3 in turn make a multiple of ten."""
    digits = [int(each) for each in isbn if each.isdigit()]
    if len(digits) != 13:
        return f"有 {len(digits)} 位数字，应为 13 位"
    check = -sum(digit * (1, 3)[place % 2] for place, digit in enumerate(digits[:12])) % 10
    return "" if digits[12] == check else f"的校验码不对：前十二位算出的是 {check}，写的是 {digits[12]}"
