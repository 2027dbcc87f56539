"""`cases.json` and `cases.csv`: the winning cases of one edition. The models here are the contract `cases/1`."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from typing import Literal

from pydantic import Field

from generator.catalog import Catalog, addresses
from generator.exports.json_model import Export, Number, to_json
from generator.model import EditionId, Entry, WinningCase
from generator.model.record import FABRICATED


class MetricOut(Export):
    """One figure that shows the effect: a number or a wording, and its unit."""

    label: str = Field(title="指标名称")
    value: Number | str = Field(title="数值")
    unit: str | None = Field(title="单位")
    before: Number | str | None = Field(title="应用前的数值")


class FinalsResultOut(Export):
    """Whether the case went to the national finals, and what it won there."""

    recommended: bool = Field(title="是否推荐")
    award: str | None = Field(title="总决赛奖项")


class CaseOut(Export):
    """A case; `track` and `topic` are the ids that `edition.json` of the same edition explains."""

    id: str = Field(title="案例编号")
    url: str = Field(title="网址（未设网站地址时从网站根目录算起）")
    title: str = Field(title="案例名称")
    year: int = Field(title="年份")
    track: str = Field(title="赛道编号")
    topic: str | None = Field(title="赛题编号")
    award: str = Field(title="奖项")
    unit: str | None = Field(title="牵头单位")
    partners: tuple[str, ...] = Field(title="合作单位")
    region: str | None = Field(title="地区")
    sme: bool | None = Field(title="中小企业")
    tags: tuple[str, ...] = Field(title="标签")
    summary: str = Field(title="摘要")
    metrics: tuple[MetricOut, ...] = Field(title="成效指标")
    finals: FinalsResultOut | None = Field(title="全国总决赛")
    demo: bool = Field(title=FABRICATED)
    printed_page: str | None = Field(title="案例集页码")


class CasesOut(Export):
    """The whole of `cases.json`."""

    schema_: Literal["cases/1"] = Field("cases/1", alias="schema", title="格式版本")
    cases: tuple[CaseOut, ...] = Field(title="案例")


COLUMNS = tuple(CaseOut.model_fields)
"""The columns of `cases.csv`: the keys of a case in `cases.json`."""

SEPARATOR = "；"
"""Between the parts of a list in one cell."""

_RISKY = tuple("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet program may take for the start of a formula; some also take the full-width signs."""

_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")


Folios = Mapping[str, str]
"""The page of every case in its printed collection, by case id."""

NONE: Folios = {}


def cases_json(cases: tuple[CaseOut, ...]) -> bytes:
    """The bytes of `cases.json`."""
    return to_json(CasesOut(cases=cases))


def cases_csv(cases: tuple[CaseOut, ...]) -> bytes:
    """The bytes of `cases.csv`."""
    return csv_of(COLUMNS, map(cells, cases))


def cells(row: Export) -> list[str]:
    """All that is exported of a record, each value as one cell."""
    return [cell(getattr(row, column)) for column in type(row).model_fields]


def csv_of(titles: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """A table in UTF-8 with BOM and CRLF, which spreadsheet programs open without asking."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows((titles, *rows))
    return text.getvalue().encode("utf-8-sig")


def case_records(
    catalog: Catalog, edition_id: EditionId, site_url: str | None, folios: Folios = NONE
) -> tuple[CaseOut, ...]:
    """The cases of an edition by track, award and slug; `folios` are their pages in the printed collection."""
    return tuple(_case(catalog, case, site_url, folios.get(case.id)) for case in catalog.cases_of(edition_id))


def _case(catalog: Catalog, case: WinningCase, site_url: str | None, folio: str | None) -> CaseOut:
    topic = catalog.topic_of(case)
    return CaseOut.from_record(
        case,
        url=addresses.canonical(site_url or "", addresses.case(case.id)),
        year=catalog.editions[case.edition].year,
        topic=topic.id if topic else None,
        finals=_finals(catalog.entry_of(case.id)),
        demo=case.demo or catalog.is_demo(case.edition),
        printed_page=folio,
    )


def _finals(entry: Entry | None) -> FinalsResultOut | None:
    if entry is None or (entry.recommended is None and entry.finals is None):
        return None
    return FinalsResultOut(recommended=bool(entry.recommended), award=entry.finals)


def cell(value: object) -> str:
    """A value as one cell that no spreadsheet program will run."""
    text = _flat(value)
    return f"'{text}" if text.startswith(_RISKY) and not _NUMBER.fullmatch(text) else text


def _flat(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case tuple():
            return SEPARATOR.join(_flat(part) for part in value)
        case MetricOut():
            return f"{value.label}：{value.value}{value.unit or ''}"
        case FinalsResultOut():
            state = "已推荐" if value.recommended else "未推荐"
            return SEPARATOR.join([state, *([value.award] if value.award else [])])
    return str(value)
