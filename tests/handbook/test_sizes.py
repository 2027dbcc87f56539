"""Lengths that style sheets set and the fitting counts with: each stands in one place."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from generator.handbook.page import sizes
from generator.handbook.page.type_area import page_rules, sheet
from generator.papers import Make, Paper

HANDBOOK = Path(sizes.__file__).parents[1]
ROOT = HANDBOOK.parents[1]
CSS = "\n".join(file.read_text("utf-8") for file in sorted((ROOT / "templates/handbook/css").glob("*.css")))
TABLE = dict(re.findall(r"--([\w-]+):([^;]*)", sizes.properties()))
RULES = page_rules(sheet(Paper.A4, Make.PRINT))
SIZE = re.compile(r"\bfont-size: ([^;}]+)|\bfont: \d+ ([^/ ]+)")
LEADING = re.compile(r"\bline-height: ([^;}]+)|\bfont: \d+ [^/ ]+/(\S+)")
SPACE = re.compile(r"[ {](?:margin|padding)(?:-top|-bottom)?: (\S+?)(?: \S+ (\S+?))?[ ;]")


def test_a_length_is_a_custom_property() -> None:
    wanted = {"line": "18.0pt", "half": "9.0pt", "opening": "18.0pt 0 36.0pt", "indent": "2em", "caption-gap": "4.5pt"}
    assert wanted.items() <= TABLE.items()
    assert sizes.properties() in RULES


def test_style_sheets_use_what_there_is() -> None:
    others = {"primary", "accent", "soft", "rule", "banner", "banner-deep", "slack", "picture"}
    assert set(re.findall(r"var\(--([\w-]+)", CSS)) <= set(re.findall(r"--([\w-]+):", RULES)) | others


@pytest.mark.parametrize("name", TABLE)
def test_a_length_in_the_table_is_set_and_counted(name: str) -> None:
    counted = re.compile(rf"\b{name.upper().replace('-', '_')}\b")
    assert f"var(--{name})" in CSS
    assert any(counted.search(file.read_text("utf-8")) for file in HANDBOOK.rglob("*.py") if file.name != "sizes.py")


@pytest.mark.parametrize("declared", [SIZE, LEADING], ids=["size", "leading"])
def test_style_sheets_take_type_from_the_table(declared: re.Pattern[str]) -> None:
    values = {value for found in declared.findall(CSS) for value in found if value}
    named = {TABLE[value[6:-1]] for value in values if value.startswith("var(")}
    assert not {f"{float(value[:-2])}pt" for value in values if re.fullmatch(r"[\d.]+pt", value)} & named


def test_style_sheets_take_the_grid_from_the_table() -> None:
    values = {value for found in SPACE.findall(CSS) for value in found}
    assert not values & {f"{sign}{length:g}pt" for length in (sizes.LINE, sizes.HALF) for sign in ("", "-")}
    pairs = {value.replace(".0pt", "pt") for value in TABLE.values() if " " in value}
    assert pairs
    assert not pairs & set(re.findall(r"\bmargin: ([^;}]+)", CSS))


@pytest.mark.parametrize(
    "file",
    [*sorted((HANDBOOK / "fit").glob("*.py")), *sorted((HANDBOOK / "plan/cases").glob("*.py"))],
    ids=lambda file: file.stem,
)
def test_counting_takes_lengths_from_the_table(file: Path) -> None:
    numbers = (node.value for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Constant))
    assert not [value for value in numbers if isinstance(value, float) and value >= 1]
