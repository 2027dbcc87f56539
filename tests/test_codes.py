from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.diagnostics.codes import BUILT, CODES

ROOT = Path(__file__).parent.parent
MANUAL = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
ENTRIES = dict(re.findall(r"^### `([a-z-]+)`\n\n(.*?)(?=^##|\Z)", MANUAL, re.MULTILINE | re.DOTALL))


def test_every_code_is_documented_once() -> None:
    assert sorted(ENTRIES) == sorted(CODES)
    assert MANUAL.count("### `") == len(CODES)


@pytest.mark.parametrize("code", sorted(CODES))
def test_an_entry_tells_gravity_meaning_example_and_remedy(code: str) -> None:
    entry = ENTRIES[code]
    assert entry.startswith(f"{CODES[code].severity.label}：{CODES[code].meaning}。")
    assert "\n改法：" in entry
    example = re.search(r"```text\n(.*?)\n```", entry, re.DOTALL)
    assert example
    if code in BUILT:
        return  # tests/test_render.py and tests/handbook make these mistakes
    told = (ROOT / "tests/fixtures/mistakes" / code / "expected.txt").read_text(encoding="utf-8")
    assert set(example[1].split("\n")) <= set(told.split("\n"))  # several in a row have their hint once


def test_every_code_is_reported_somewhere() -> None:
    source = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "generator").rglob("*.py") if path.stem != "codes"
    )
    assert [code for code in CODES if f'"{code}"' not in source] == []
