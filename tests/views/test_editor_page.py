"""The editor page knows a Chinese word for everything that can be chosen, and whom it may ask."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from generator.content.hints import SAID
from generator.exports.schemas import CONTENT, content_schema
from generator.model.contest import Repository

ODD = ("{", "^https://[^", "^(https://|")
"""How the patterns begin, or what they hold, that no few words can tell."""


def _said(schema: Any, key: str) -> Iterator[Any]:
    if isinstance(schema, dict):
        if key in schema:
            yield schema[key]
        for each in schema.values():
            yield from _said(each, key)
    elif isinstance(schema, list):
        for each in schema:
            yield from _said(each, key)


@pytest.mark.parametrize("described", CONTENT, ids=lambda each: each.name)
def test_every_choice_and_pattern_has_words(described: Any) -> None:
    schema = content_schema(described)
    choices = {word for words in _said(schema, "enum") if isinstance(words, list) for word in words}
    assert {word for word in choices if isinstance(word, str)} <= SAID["words"].keys()
    patterns = {each for each in _said(schema, "pattern") if isinstance(each, str)}
    assert {each for each in patterns - SAID["patterns"].keys() if not any(odd in each for odd in ODD)} == set()


@pytest.mark.parametrize(
    ("kind", "url", "api", "path"),
    [
        ("github", "https://github.com/office/portal", "https://api.github.com", "office/portal"),
        ("github", "https://git.example/office/portal.git", "https://git.example/api/v3", "office/portal"),
        ("gitlab", "https://gitlab.com/a/b/portal", "https://gitlab.com/api/v4", "a/b/portal"),
        ("gitea", "https://git.example:3000/office/portal", "https://git.example:3000/api/v1", "office/portal"),
        ("gitee", "https://gitee.com/office/portal", "https://gitee.com/api/v5", "office/portal"),
    ],
)
def test_where_a_repository_is_asked(kind: Any, url: str, api: str, path: str) -> None:
    repository = Repository(kind=kind, url=url)
    assert (repository.api, repository.path, repository.branch) == (api, path, "main")


@pytest.mark.parametrize(
    "url", ["http://git.example/a/b", "https://git.example/a/b/", "git@example.org:a/b", "https://"]
)
def test_tokens_go_to_no_other_place(url: str) -> None:
    with pytest.raises(ValueError, match="url"):
        Repository(kind="gitea", url=url)
