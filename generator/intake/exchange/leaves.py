"""Data of a content file as single values by their places, as texts in cells, and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.content.documents import KeyPath

Leaves = dict[KeyPath, Any]

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_NUMBER = re.compile(r"[-+]?(0|[1-9]\d*)(\.\d+)?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def leaves(data: Any, path: KeyPath = ()) -> Leaves:
    """The values that are no mapping and no list, in their order; empty lists say nothing."""
    if isinstance(data, Mapping | list | tuple):
        pairs = data.items() if isinstance(data, Mapping) else enumerate(data)
        return {keys: value for key, inner in pairs for keys, value in leaves(inner, (*path, key)).items()}
    return {path: data}


def nested(found: Mapping[KeyPath, Any]) -> dict[str, Any]:
    """The data that has these values; lists close up where items are gone."""
    root: dict[Any, Any] = {}
    for path, value in found.items():
        place = root
        for key in path[:-1]:
            place = place.setdefault(key, {})
        place[path[-1]] = value
    return {key: _listed(value) for key, value in root.items()}


def _listed(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if all(isinstance(key, int) for key in value):
        return tuple(_listed(value[key]) for key in sorted(value))
    return {key: _listed(inner) for key, inner in value.items()}


def to_text(value: Any) -> str:
    """A value as it stands in a cell."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return value.isoformat() if isinstance(value, date) else str(value)


def to_value(text: str) -> Any:
    """What a text in a cell most likely is: a day, a number, yes or no, or a text."""
    if text == "null":
        return None
    if text in ("true", "false", "是", "否"):
        return text in ("true", "是")
    if _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else text
    except ValueError:
        return text


def parsed(text: str) -> KeyPath:
    """The place that is written so."""
    return tuple(int(place) - 1 if place else name for name, place in _STEP.findall(text))
