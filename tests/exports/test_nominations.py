"""The workbook of recommended projects, opened with a reader that is not its writer."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from generator.catalog import Catalog
from generator.exports.nominations import COLUMNS, nominations_xlsx
from generator.model import EditionId
from generator.project import load

ALPHA = EditionId("alpha/2026")


@pytest.fixture
def catalog(minimal: Path) -> Catalog:
    found = load(minimal).catalog
    assert found
    return found


def test_a_row_tells_what_is_known_of_a_project(catalog: Catalog) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(nominations_xlsx(catalog, ALPHA))).active
    title, heads, *rows = sheet.iter_rows(values_only=True)
    assert title[0] == "2026年“知行数据”大赛甲州分赛推荐参加全国总决赛项目汇总表（虚构示例）"
    assert heads == tuple(COLUMNS)
    listed = {row[1]: dict(zip(COLUMNS, row, strict=True)) for row in rows}
    assert [row[0] for row in rows] == [1, 2]
    assert {row["总决赛奖项"] for row in listed.values()} == {"", "二等奖"}
    assert sheet.print_title_rows == "$2:$2"
    assert sheet.page_setup.orientation == "landscape"


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-2", "@SUM(A1)", "{=1}", "https://a.example/", "＝1", "007"])
def test_a_text_stays_a_text(catalog: Catalog, text: str) -> None:
    cases = {key: case.model_copy(update={"title": text}) for key, case in catalog.cases.items()}
    sheet = openpyxl.load_workbook(io.BytesIO(nominations_xlsx(replace(catalog, cases=cases), ALPHA))).active
    assert (sheet["B3"].value, sheet["B3"].data_type, sheet["B3"].hyperlink) == (text, "s", None)


def test_the_same_projects_give_the_same_bytes(catalog: Catalog) -> None:
    assert nominations_xlsx(catalog, ALPHA) == nominations_xlsx(replace(catalog), ALPHA)
