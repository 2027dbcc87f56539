"""Papers and makes: one enumeration that everything else agrees with."""

from __future__ import annotations

import re
from pathlib import Path

from generator.exports.schemas import CONTENT, content_schema
from generator.papers import Make, Paper

ROOT = Path(__file__).parents[1]


def test_a_paper_has_its_name_and_size() -> None:
    assert [(paper, paper.label, *paper.size) for paper in Paper] == [
        ("a4", "A4", 210, 297),
        ("210x285", "大16开", 210, 285),
        ("185x260", "16开", 185, 260),
    ]
    assert Paper("a4") is Paper.A4


def test_a_make_has_its_name() -> None:
    assert [(make, make.label) for make in Make] == [("screen", "屏幕阅读版"), ("print", "付印版")]


def test_the_schema_and_the_description_of_handbooks_offer_every_paper() -> None:
    handbook = next(each for each in CONTENT if each.name == "content/handbook")
    assert content_schema(handbook)["properties"]["paper"]["enum"] == [*Paper]
    description = (ROOT / "docs" / "content-format.md").read_text("utf-8")
    told = next(line for line in description.splitlines() if line.startswith("paper: "))
    assert [option.split()[0] for option in told.partition("#")[2].split("|")] == [*Paper]


def test_style_sheets_know_papers_by_their_values() -> None:
    sheets = (ROOT / "templates" / "handbook" / "css").glob("*.css")
    named = {name for sheet in sheets for name in re.findall(r"\.paper-(\w+)", sheet.read_text("utf-8"))}
    assert named
    assert named <= {*Paper}
