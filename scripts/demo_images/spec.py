"""The description of a picture: reading the files and finding mistakes. The format: `README.md` beside this file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

Spec = dict[str, Any]  # a picture, or a part of it, as it was written

# Required and optional keys.
COMMON_KEYS = {"case", "file", "kind", "title"}, {"subtitle"}
KIND_KEYS: dict[str, tuple[set[str], set[str]]] = {
    "line": ({"x", "series"}, {"unit", "min", "max", "threshold"}),
    "bar": ({"labels", "series"}, {"unit", "max", "horizontal"}),
    "flow": (set(), {"steps", "layers", "feedback"}),
    "map": ({"points"}, {"links", "base", "panel"}),
    "grid": ({"rows", "columns", "values"}, {"unit", "highlight"}),
    "gauge": ({"items"}, set()),
}


class SpecError(Exception):
    """A picture is described wrongly; the message says how."""


def read_specs(folder: Path) -> Iterator[tuple[str, Spec]]:
    """Every picture of every file of a folder, with the words that name it in a message."""
    for path in sorted(folder.glob("*.yml")):
        for place, spec in enumerate(yaml.safe_load(path.read_text("utf-8")) or [], 1):
            yield f"{path.name}, picture {place} ({spec.get('case')}/{spec.get('file')})", spec


def check_spec(spec: Spec) -> None:
    """Raise `SpecError` when keys are missing or unknown, or lists do not match."""
    if spec.get("kind") not in KIND_KEYS:
        raise SpecError(f"kind “{spec.get('kind')}” is none of {', '.join(KIND_KEYS)}")
    required, optional = (a | b for a, b in zip(COMMON_KEYS, KIND_KEYS[spec["kind"]], strict=True))
    if missing := required - spec.keys():
        raise SpecError(f"missing: {', '.join(sorted(missing))}")
    if unknown := spec.keys() - required - optional:
        raise SpecError(f"unknown: {', '.join(sorted(unknown))}")
    if not re.fullmatch(r"\d{4}/[a-z0-9-]+", spec["case"]) or not re.fullmatch(r"[a-z0-9-]+\.png", spec["file"]):
        raise SpecError("case must look like 2026/slug, file like cover.png")
    check_lengths(spec)


def check_lengths(spec: Spec) -> None:
    """Raise `SpecError` when the lists of one picture do not belong together."""
    names = spec.get("x") or spec.get("labels") or []
    for row in spec.get("series", []):
        if len(row["values"]) != len(names):
            raise SpecError(f"series “{row['name']}” has {len(row['values'])} values for {len(names)} names")
    if spec["kind"] == "grid" and [len(row) for row in spec["values"]] != [len(spec["columns"])] * len(spec["rows"]):
        raise SpecError("values must have one list per row and one value per column")
    if spec["kind"] == "flow" and ("steps" in spec) == ("layers" in spec):
        raise SpecError("needs either steps or layers")
    if spec.get("feedback") and not 2 <= len(spec.get("steps", [])) <= 5:
        raise SpecError("feedback needs 2–5 steps")
