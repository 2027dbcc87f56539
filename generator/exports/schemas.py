"""JSON Schemas of what people write (content files) and of what programs read (exports), made from the models."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.catalog import addresses
from generator.catalog.addresses import Address
from generator.exports.cases import CasesOut
from generator.exports.edition_json import EditionOut
from generator.exports.entries import EntriesOut
from generator.model import (
    AwardScheme,
    Branch,
    CaseFile,
    Contest,
    EditionFile,
    Entries,
    Faq,
    Handbook,
    Judging,
    NoticeFile,
    PageFile,
    Statistics,
    Timeline,
    TopicLinks,
    TrackFile,
)
from generator.model.contest import SearchWords, SectorsFile

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True)
class FileSchema:
    """A kind of file that has a schema: the schema's name, its Chinese title, and the files it describes."""

    name: str
    title: str
    files: str
    model: type[BaseModel]


CONTENT = (
    FileSchema("content/contest", "赛事", "content/contest.yml", Contest),
    FileSchema("content/sectors", "统一领域表", "content/sectors.yml", SectorsFile),
    FileSchema("content/topic-links", "赛题对照", "content/topic-links.yml", TopicLinks),
    FileSchema("content/search", "搜索用语", "content/search.yml", SearchWords),
    FileSchema("content/branch", "分赛", "branches/<branch>/branch.yml", Branch),
    FileSchema("content/edition", "届次", "content/<branch>/<year>/edition.yml", EditionFile),
    FileSchema("content/timeline", "赛程", "content/<branch>/<year>/timeline.yml", Timeline),
    FileSchema("content/awards", "奖项设置", "content/<branch>/<year>/awards.yml", AwardScheme),
    FileSchema("content/judging", "评审", "content/<branch>/<year>/judging.yml", Judging),
    FileSchema("content/handbook", "手册", "content/<branch>/<year>/handbook.yml", Handbook),
    FileSchema("content/entries", "项目与名单", "content/<branch>/<year>/entries.yml", Entries),
    FileSchema("content/statistics", "统计数字", "content/<branch>/<year>/statistics.yml", Statistics),
    FileSchema("content/faq", "常见问题", "content/<branch>/<year>/faq.yml", Faq),
    FileSchema("content/track", "赛道文件的元数据", "content/<branch>/<year>/tracks/<NN>-<slug>.md", TrackFile),
    FileSchema("content/notice", "通知的元数据", "content/<branch>/<year>/notices/<date>-<slug>.md", NoticeFile),
    FileSchema("content/page", "页面的元数据", "content/<branch>/<year>/pages/<slug>.md", PageFile),
    FileSchema("content/case", "案例的元数据", "content/<branch>/<year>/cases/<slug>/index.md", CaseFile),
)
"""What an editor writes; of Markdown files the front matter."""

EXPORTS = (
    FileSchema("edition-1", "届次数据 edition/1", "<branch>/<year>/data/edition.json", EditionOut),
    FileSchema("cases-1", "案例数据 cases/1", "<branch>/<year>/data/cases.json", CasesOut),
    FileSchema("entries-1", "项目数据 entries/1", "<branch>/<year>/data/entries.json", EntriesOut),
)
"""What we publish for programs."""


class _ContentSchema(GenerateJsonSchema):
    """Lists of texts may be left empty in a content file: a key without value is null."""

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        """The list itself, or null; content models have no other function before validation."""
        return {"anyOf": [super().function_before_schema(schema), {"type": "null"}]}


@cache
def schema_files() -> tuple[tuple[Address, bytes], ...]:
    """Every schema with its address, then `schema/index.json`, which names them all."""
    return tuple(_files())


def _files() -> Iterator[tuple[Address, bytes]]:
    for described in CONTENT:
        yield address(described), _to_bytes(content_schema(described))
    for described in EXPORTS:
        yield address(described), _to_bytes(export_schema(described))
    yield addresses.hub_file("schema/index.json"), _to_bytes(_index())


def address(described: FileSchema) -> Address:
    """Where a schema is published."""
    return addresses.hub_file(f"schema/{described.name}.json")


def content_schema(described: FileSchema) -> dict[str, Any]:
    """The schema of a content file as an editor may write it."""
    return _schema(described, "validation", _ContentSchema)


def export_schema(described: FileSchema) -> dict[str, Any]:
    """The schema of an export as we write it: every key is there."""
    return _schema(described, "serialization", GenerateJsonSchema)


def _schema(
    described: FileSchema, mode: Literal["validation", "serialization"], generator: type[GenerateJsonSchema]
) -> dict[str, Any]:
    """Chinese titles only: class names and docstrings are for programmers."""
    schema = described.model.model_json_schema(mode=mode, by_alias=True, schema_generator=generator)
    for part in (schema, *schema.get("$defs", {}).values()):
        part.pop("title", None)
        part.pop("description", None)
    return {"$schema": DIALECT, "title": described.title, "description": described.files, **schema}


def _index() -> dict[str, Any]:
    listed = [
        {"name": described.name, "title": described.title, "schema": f"{described.name}.json", "files": described.files}
        for described in (*CONTENT, *EXPORTS)
    ]
    return {"schema": "schemas/1", "schemas": listed}


def _to_bytes(document: dict[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n"
