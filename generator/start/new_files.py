"""New content files from the templates in `templates/new`; what is there is never overwritten."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.machine import templates
from generator.machine.faults import Stopped


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to be written: its path below the project, and its text."""

    path: str
    text: str


def filled(root: Path, path: str, template: str, **values: object) -> NewFile:
    """A file from a template, which may be the project's own."""
    environment = Environment(  # noqa: S701 - nothing of it is HTML
        loader=FileSystemLoader(templates.folders(root, "new")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["yaml"] = _written
    return NewFile(path, environment.get_template(template).render(values))


def _written(value: object) -> str:
    """A text as YAML reads it back, quoted only where it must be; names and their lists on one line."""
    if not isinstance(value, str):
        value = [*value] if isinstance(value, tuple) else value
        return yaml.safe_dump(value, allow_unicode=True, width=10_000, default_flow_style=True).strip()
    dumped = yaml.safe_dump({"key": value}, allow_unicode=True, width=10_000)
    return str(dumped).removeprefix("key: ").strip()


def write(root: Path, files: Iterable[NewFile]) -> list[str]:
    """Write all of them or, where one is there already, none; gives their paths. Raises `Stopped`."""
    files = list(files)
    if there := [file.path for file in files if (root / file.path).exists()]:
        raise Stopped(f"{'、'.join(there)} 已经有了，没有覆盖，什么也没有写。")
    for file in files:
        path = root / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(file.text)
    return [file.path for file in files]
