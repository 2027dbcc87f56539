from __future__ import annotations

import csv
import io
import json

import pytest
from jsonschema import Draft202012Validator

from generator.exports import schemas
from generator.exports.cases import case_records, cases_csv, cases_json
from tests.exports.fabricated import FULL, SILENT, SITE

KEYS = [
    *("id", "url", "title", "year", "track", "topic", "award", "unit", "partners", "region", "sme", "tags"),
    *("summary", "metrics", "finals", "demo", "printed_page"),
]


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_json_has_the_contract_s_keys_and_the_record_s_facts(catalog):
    document = json.loads(cases_json(case_records(catalog, FULL, None)))
    assert list(document) == ["schema", "cases"]
    river = document["cases"][0]
    assert list(river) == KEYS
    assert river["id"] == "yunchuan/2026/river"
    assert (river["track"], river["topic"], river["year"]) == ("transport", "topic-1", 2026)
    assert river["metrics"][0] == {"label": "合格率", "value": 94.2, "unit": "%", "before": None}
    assert river["finals"] == {"recommended": True, "award": "二等奖"}
    assert river["demo"] is True
    assert river["printed_page"] is None


def test_what_a_case_does_not_say_is_null(catalog):
    risky = json.loads(cases_json(case_records(catalog, FULL, None)))["cases"][1]
    assert [risky[key] for key in ("topic", "sme", "finals")] == [None, None, None]
    assert risky["partners"] == risky["metrics"] == []
    assert risky["demo"] is False


@pytest.mark.parametrize(("site_url", "prefix"), [(None, ""), (SITE, SITE)])
def test_urls_are_canonical(catalog, site_url, prefix):
    document = json.loads(cases_json(case_records(catalog, FULL, site_url)))
    assert document["cases"][0]["url"] == f"{prefix}yunchuan/2026/cases/river/"


@pytest.mark.parametrize("edition", [FULL, SILENT])
def test_the_document_fits_its_schema(catalog, edition):
    described = next(each for each in schemas.EXPORTS if each.name == "cases-1")
    schema = schemas.export_schema(described)
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(cases_json(case_records(catalog, edition, None))))


def test_csv_has_the_columns_of_the_json_and_the_same_order_of_cases(catalog):
    data = cases_csv(case_records(catalog, FULL, None))
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == 3
    table = rows(data)
    assert list(table[0]) == KEYS
    assert [row["id"] for row in table] == [f"{FULL}/river", f"{FULL}/risky"]


def test_csv_reads_back_as_the_json_says(catalog):
    river = rows(cases_csv(case_records(catalog, FULL, None)))[0]
    source = json.loads(cases_json(case_records(catalog, FULL, None)))["cases"][0]
    for key in ("id", "url", "title", "track", "topic", "award", "unit", "region", "summary"):
        assert river[key] == source[key]
    assert int(river["year"]) == source["year"]
    assert river["partners"].split("；") == source["partners"]
    assert river["tags"].split("；") == source["tags"]
    assert (river["sme"], river["demo"], river["printed_page"]) == ("true", "true", "")
    assert river["metrics"] == "合格率：94.2%；成效：显著"
    assert river["finals"] == "已推荐；二等奖"


def test_csv_holds_no_formula_but_keeps_numbers(catalog):
    risky = rows(cases_csv(case_records(catalog, FULL, None)))[1]
    assert risky["title"] == '\'=HYPERLINK("https://evil.invalid")'
    assert risky["unit"] == "'@命令公司"
    assert risky["tags"] == "+8"
    assert risky["region"] == "-5"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_every_risky_start_is_disarmed(catalog, start):
    case_id, case = next(iter(catalog.cases.items()))
    catalog.cases[case_id] = case.model_copy(update={"unit": f"{start}1+1"})
    assert rows(cases_csv(case_records(catalog, FULL, None)))[1]["unit"] == f"'{start}1+1"


def test_an_edition_without_cases_has_an_empty_table(catalog):
    assert json.loads(cases_json(case_records(catalog, SILENT, None))) == {"schema": "cases/1", "cases": []}
    assert rows(cases_csv(case_records(catalog, SILENT, None))) == []
