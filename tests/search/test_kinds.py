"""The program and the pages' scripts call the kinds of what is found by the same names, in the same order."""

from __future__ import annotations

import json
import re
from pathlib import Path

from generator.search.entries import KINDS

SCRIPT = next((Path(__file__).parents[2] / "templates").rglob("js/shared/site.js"))


def test_kinds_are_called_alike() -> None:
    found = re.search(r"^export const KINDS = (\{.*\});$", SCRIPT.read_text("utf-8"), re.MULTILINE)
    assert found
    told = json.loads(re.sub(r"(\w+):", r'"\1":', found[1]))
    assert list(told.items()) == list(KINDS.items())
