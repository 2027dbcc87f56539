"""Figures that a text tells, proposed as metrics: somebody chooses among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.intake.writeups.sections import CasePart

MOST = 12
_UNITS = (
    "个百分点|％|%|万亿元|亿元|万元|亿千瓦时|万千瓦时|千瓦时|万吨|吨|万人次|人次|万户|户|万家|家|万条|亿条|条|万人|人|万亩|亩|"
    "万件|件|万台|台|小时|分钟|毫秒|秒|天|个月|公里|平方公里|倍|项|元|TB|GB|PB"
)
_FIGURE = re.compile(
    rf"(?P<label>[\u4e00-\u9fff]{{2,16}}?)(?P<verb>约|近|超过|超|达到|达|至|了|为|由|从|:|：|\s)*"
    rf"(?P<value>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?P<unit>{_UNITS})"
)


def proposals(sections: Iterable[CasePart]) -> str:
    """The figures in a text as comments in a case's front matter, each once, those with a share or money first."""
    found = dict.fromkeys(each for section in sections for part in section.parts for each in _figures(part))
    lines = [line for _, line in sorted(found, key=lambda each: each[0] not in ("%", "个百分点", "万元", "亿元"))]
    head = "# 正文里的数字。选几个核对好、改好名称的，删去行首的“# ”，就是成效指标：\n# metrics:\n"
    return head + "".join(lines[:MOST]) if lines else ""


def _figures(part: str) -> Iterator[tuple[str, str]]:
    """The unit of each figure, and its line: what it seems to count, its value as written, the words around it."""
    if part.startswith(("#", "!", "|")):
        return
    for clause in re.split(r"[，。；！？\n]", part):
        for match in _FIGURE.finditer(clause):
            value, unit = match["value"].replace(",", ""), match["unit"].replace("％", "%")
            told = f'{{label: {match["label"]}, value: {value}, unit: "{unit}"}}'
            yield unit, f"#   - {told}  # {clause.strip()[:60]}\n"
