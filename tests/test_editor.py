"""What VS Code is told of the project: schemas that fit the content, a reader of problems, snippets that pass."""

from __future__ import annotations

import json
import re
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.exports.schemas import CONTENT, content_schema
from generator.project import load

ROOT = Path(__file__).parent.parent
SETTINGS = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
FILES = sorted(path for top in ("content", "branches") for path in (ROOT / top).rglob("*.yml"))


class Texts(yaml.SafeLoader):
    """Reads as the editor's extension does: YAML 1.2, in which dates are texts, and so is `on`."""


Texts.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in kept if tag != "tag:yaml.org,2002:timestamp" and first not in "oOyY"]
    for first, kept in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def test_schemas_in_the_repository_are_those_of_the_models(regen: bool) -> None:
    made = {f"{each.name.split('/')[1]}.json": content_schema(each) for each in CONTENT}
    if regen:
        for name, schema in made.items():
            text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
            (ROOT / "docs/schema" / name).write_text(text, "utf-8", newline="\n")
    assert {path.name: json.loads(path.read_text("utf-8")) for path in (ROOT / "docs/schema").iterdir()} == made


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_content_file_has_one_schema_and_fits_it(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    if path.name == "mkdocs.yml":
        return
    (schema,) = [file for file, files in SETTINGS.items() if fnmatchcase(name, files)]
    validator = Draft202012Validator(json.loads((ROOT / schema).read_text("utf-8")))
    read = yaml.load(path.read_text("utf-8"), Texts)
    assert [error.message for error in validator.iter_errors(read)] == []


def test_problems_are_read_with_their_place() -> None:
    tasks = json.loads((ROOT / ".vscode/tasks.json").read_text("utf-8"))["tasks"]
    patterns = {each["severity"]: each["pattern"] for each in tasks[0]["problemMatcher"]}
    told = (ROOT / "tests/fixtures/mistakes/unregistered-image__unseen/expected.txt").read_text("utf-8")
    found = {
        severity: [match.groups() for line in told.splitlines() if (match := re.match(each["regexp"], line))]
        for severity, each in patterns.items()
    }
    assert [place[:4] for place in found["error"]] == [
        ("content/alpha/2026/pages/about.md", "5", "20", "unregistered-image")
    ]
    assert [place[3] for place in found["warning"]] == ["removed-html", "removed-html"]


VARIABLES = {"CURRENT_YEAR": "2026", "CURRENT_MONTH": "06", "CURRENT_DATE": "09"}
PLACES = {
    "通知": "notices/2026-06-09-news.md",
    "案例": "cases/new-case/index.md",
    "图表": "cases/leaf-tally/index.md",
    "页面": "pages/new-page.md",
    "赛道": "tracks/04-new-track.md",
    "赛程阶段": "timeline.yml",
    "名单": "entries.yml",
}

CONCERNED = ("award-total",)
"""What a new track makes wrong elsewhere, rightly so."""


def _typed(body: list[str]) -> str:
    """A snippet as it stands when nobody changes what it offers."""
    text = re.sub(r"\$(CURRENT_\w+)", lambda name: VARIABLES[name[1]], "\n".join(body))
    text = re.sub(r"\$\{\d+\|([^,|]+)[^|]*\|\}", r"\1", text)
    return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text)


def snippets() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / ".vscode/content.code-snippets").read_text("utf-8"))
    return found


@pytest.mark.parametrize("name", snippets())
def test_a_snippet_passes_the_check(name: str, contest: Path) -> None:
    path = contest / "content/alpha/2026" / PLACES[name]
    typed = _typed(snippets()[name]["body"])
    match path.name:
        case "timeline.yml":
            typed = path.read_text("utf-8") + "\n".join(f"  {line}" for line in typed.splitlines())
        case "entries.yml":
            typed = f"lists:\n{typed}\n"
        case "index.md" if typed.startswith("charts:"):
            typed = path.read_text("utf-8").replace("publish_at:", f"{typed}publish_at:")
        case _:
            typed = typed.replace("赛道的短名", "smart-factory").replace("number: 9", "number: 4")
            typed = typed.replace("draft:", "demo: true\ndraft:")  # as all cases of this branch
    path.parent.mkdir(exist_ok=True)
    path.write_text(typed, "utf-8")
    found = [each.to_text() for each in load(contest).report.errors if each.code not in CONCERNED]
    assert found == []
