"""Figures that a text tells, proposed as metrics: somebody chooses among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.intake.writeups.sections import CasePart

MOST = 12
_FIRST = ("%", "个百分点", "万元", "亿元")
_UNITS = (
    "个百分点|％|%|万亿元|亿元|万元|亿千瓦时|万千瓦时|千瓦时|万吨|吨|万人次|人次|万户|户|万家|家|万条|亿条|条|万人|人|万亩|亩|"
    "万件|件|万台|台|小时|分钟|毫秒|秒|天|个月|公里|平方公里|倍|项|元|TB|GB|PB"
)
_FIGURE = re.compile(
    rf"(?P<label>[\u4e00-\u9fff]{{2,16}}?)(?P<verb>约|近|超过|超|达到|达|至|了|为|由|从|:|：|\s)*"
    rf"(?P<value>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?P<unit>{_UNITS})"
)


_CHANGE = re.compile("(提高|提升|上升|增加|增长|扩大|降低|下降|降|缩短|缩减|缩|减少|压减|压缩)(到|至|了|为)?")
"""Words that say what becomes of the thing that the clause names before."""


def proposals(sections: Iterable[CasePart]) -> str:
    """The figures in a text as comments in a case's front matter, each once, those with a share or money first."""
    found: dict[str, tuple[str, str]] = {}
    for unit, told, clause in (each for section in sections for part in section.parts for each in _figures(part)):
        found.setdefault(told, (unit, clause))
    lines = [
        f"#   - {told}  # {clause.strip()[:60]}\n"
        for told, (unit, clause) in sorted(found.items(), key=lambda each: each[1][0] not in _FIRST)
    ]
    head = "# 正文里的数字。选几个核对好、改好名称的，删去行首的“# ”，就是成效指标：\n# metrics:\n"
    return head + "".join(lines[:MOST]) if lines else ""


def _figures(part: str) -> Iterator[tuple[str, str, str]]:
    """The unit of each figure, what it seems to count with its value as written, and the words around it."""
    if part.startswith(("#", "!", "|")):
        return
    for sentence in re.split(r"[。；！？\n]", part):
        thing = ""
        for clause in sentence.split("，"):
            for match in _FIGURE.finditer(clause):
                value, unit, label = match["value"].replace(",", ""), match["unit"].replace("％", "%"), match["label"]
                if _CHANGE.fullmatch(label):
                    label = thing + label
                else:
                    thing = label
                if not label.endswith("其中"):
                    yield unit, f'{{label: {label}, value: {value}, unit: "{unit}"}}', clause
