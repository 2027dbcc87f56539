from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from generator.exports import schemas
from generator.exports.schemas import CONTENT, EXPORTS, content_schema, schema_files
from generator.model import Branch, CaseFile, EditionFile, NoticeFile, Record, TrackFile
from tests.exports.fabricated import FULL, SILENT

ALL = [*CONTENT, *EXPORTS]


def authored(record: Record, model: type[Record]) -> dict[str, object]:
    """What an editor wrote to get the record."""
    return record.model_dump(mode="json", include=set(model.model_fields))


def errors(name: str, data: object) -> list[str]:
    described = next(each for each in CONTENT if each.name == f"content/{name}")
    return [error.message for error in Draft202012Validator(content_schema(described)).iter_errors(data)]


def test_every_schema_is_a_schema_and_the_index_names_it():
    files = {address: json.loads(data) for address, data in schema_files()}
    index = files.pop("schema/index.json")
    assert [f"schema/{entry['schema']}" for entry in index["schemas"]] == list(files)
    for schema in files.values():
        Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("described", ALL, ids=lambda described: described.name)
def test_titles_are_chinese(described):
    _, data = next(file for file in schema_files() if file[0] == schemas.address(described))
    schema = json.loads(data)
    assert "一" <= schema["title"][0] <= "鿿"
    for part in (schema, *schema.get("$defs", {}).values()):
        for name, prop in part.get("properties", {}).items():
            assert not prop["title"].isascii(), name


def test_what_the_model_accepts_fits_the_schema(catalog):
    assert errors("contest", authored(catalog.contest, type(catalog.contest))) == []
    assert errors("edition", authored(catalog.editions[FULL], EditionFile)) == []
    assert errors("edition", authored(catalog.editions[SILENT], EditionFile)) == []
    assert errors("timeline", catalog.timelines[FULL].model_dump(mode="json")) == []
    assert errors("awards", catalog.awards[FULL].model_dump(mode="json")) == []
    assert errors("judging", catalog.judging[FULL].model_dump(mode="json")) == []
    assert [error for case in catalog.cases.values() for error in errors("case", authored(case, CaseFile))] == []
    assert [error for track in catalog.tracks.values() for error in errors("track", authored(track, TrackFile))] == []
    assert [error for one in catalog.notices.values() for error in errors("notice", authored(one, NoticeFile))] == []
    assert [error for one in catalog.branches.values() for error in errors("branch", authored(one, Branch))] == []


def test_a_list_without_value_fits_as_the_loader_reads_it():
    track = {"name": "交通运输", "number": 1, "kind": "open", "guiding_units": None}
    TrackFile.model_validate(track)
    assert errors("track", track) == []


def test_mistakes_do_not_fit():
    track = {"name": "交通运输", "number": 1, "kind": "open"}
    assert errors("track", {**track, "kind": "closed"})
    assert errors("track", {**track, "nmae": "交通"})
    assert errors("track", {"name": "交通运输"})
