"""Lists that were written before any was imported: right or told, and nothing wrong in silence."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from generator.catalog import Catalog
from generator.intake.winners.comparing import Wish
from generator.model import ListKind
from tests.intake.corpus.announced import CITY, FIRST, Announced, announced, lines
from tests.intake.corpus.announced_again import announced_again, announced_last
from tests.intake.corpus.winners import Fact, fact
from tests.intake.test_winner_lists import EDITION, attempt, contests  # noqa: F401  (a fixture)

SETS = [
    # At first sight 71 were right, 8 asked or told, 22 refused (lines with dashes, an award a paragraph, cards, columns
    # of spaces, awards as columns) and 2 wrong in silence: marks of footnotes in titles.
    pytest.param(announced, 103, 93, id="first"),
    # After that was mended, at first sight 30 were right, 3 asked, 11 refused and 1 wrong in silence: a mark in a cell.
    pytest.param(announced_again, 45, 39, id="again"),
    # At first sight 9 were right, 2 asked, 2 refused and 1 wrong in silence: a number before a title with a digit.
    pytest.param(announced_last, 14, 13, id="last"),
]


@pytest.mark.parametrize(("lists", "facts", "right"), SETS)
def test_lists_are_right_or_told(
    lists: Callable[[], list[Announced]],
    facts: int,
    right: int,
    contests: dict[bool, Catalog],  # noqa: F811
    tmp_path: Path,
) -> None:
    total: Counter[str] = Counter()
    for place, case in enumerate(lists()):
        (folder := tmp_path / str(place)).mkdir()
        total += score(case, contests[False], folder)[0]
    assert total.total() == facts
    assert total["right"] >= right
    assert not total["wrong"] + total["missing"], total


def plain(facts: Fact) -> tuple[tuple[str, str], ...]:
    """What is compared: all but a number, whatever the width of its letters."""
    return tuple(sorted((key, unicodedata.normalize("NFKC", value)) for key, value in facts.items() if key != "number"))


def score(case: Announced, catalog: Catalog, folder: Path) -> tuple[Counter[str], str]:
    """How many facts are right, asked, refused, missing and wrong at first sight, and all that is said."""
    path = case.write(folder)
    wish = replace(Wish(catalog, folder, EDITION), stage=ListKind(case.stage))
    found, said = attempt(path, wish)
    if found is None:
        return Counter(refused=len(case.facts)), said
    made = [plain(values) for values in found.changes.new.values()]
    true = [plain(each) for each in case.facts]
    right = len([each for each in true if each in made])
    others = [each for each in made if each not in true]
    asked = [each for each in others if found.problems and _is_spoken_of(dict(each), said, true)]
    told = "asked" if found.problems else "missing"
    counts = Counter({"right": right, told: max(0, len(true) - right - len(others))})
    counts["asked"] += len(asked)
    counts["wrong"] += len(others) - len(asked)
    return +counts, said + "".join(f"\n  ! {dict(each)}" for each in others)


def _is_spoken_of(entry: Fact, said: str, true: list[tuple[tuple[str, str], ...]]) -> bool:
    """Whether a problem names the project, or what keeps the table out is that it lacks something."""
    named = unicodedata.normalize("NFKC", said)
    return any(entry.get(key, "？") in named for key in ("title", "unit")) or any(
        set(entry.items()) < set(each) for each in true
    )


@pytest.mark.parametrize(
    ("told", "asked", "answer", "first"),
    [
        (
            ["城市治理赛道", "一等奖（3个）", "1. 堤防巡检（云川水利局）", "2. 热网调平*（临河热力有限公司）"],
            ("“一等奖（3个）”下面读到的是 2 项", "“热网调平*”后面像是脚注的记号"),
            {"一等奖（3个）": "一等奖（3个）", "热网调平*": "热网调平"},
            fact("热网调平", "临河热力有限公司", CITY, FIRST),
        ),
        (
            [
                "一等奖",
                "现代农业",
                "作品简称：稻谷",
                "牵头单位：甲农场",
                "城市治理",
                "作品简称：河",
                "牵头单位：乙农场",
            ],
            ("“现代农业”是赛道或奖项，不像项目名称",),
            {},
            None,
        ),
    ],
    ids=["counts and marks", "cards below tracks"],
)
def test_what_is_asked_can_be_answered(
    told: list[str],
    asked: tuple[str, ...],
    answer: dict[str, str],
    first: Fact | None,
    contests: dict[bool, Catalog],  # noqa: F811
    tmp_path: Path,
) -> None:
    path = lines(*told)(tmp_path)
    wish = replace(Wish(contests[False], tmp_path, EDITION), stage=ListKind.WINNERS)
    _, said = attempt(path, wish)
    assert all(each in said for each in asked), said
    if first:
        found, said = attempt(path, replace(wish, meanings=answer))
        assert found is not None
        assert not found.problems, said
        assert plain(first) in map(plain, found.changes.new.values())


def test_a_paragraph_that_is_struck_is_asked_about(contests: dict[bool, Catalog], tmp_path: Path) -> None:  # noqa: F811
    made = docx.Document()
    made.add_paragraph("城市治理赛道")
    struck = made.add_paragraph().add_run("一等奖（2个）：堤防巡检（云川水利局）；热网调平（临河热力有限公司）。")
    struck.font.strike = True
    made.save(str(tmp_path / "w.docx"))
    found, said = attempt(tmp_path / "w.docx", Wish(contests[False], tmp_path, EDITION))
    assert found is not None
    assert said.count("划了删除线") == 2, said
