"""Lists that were written before any was imported: right or told, and nothing wrong in silence."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import replace
from pathlib import Path

from generator.catalog import Catalog
from generator.intake.winners.comparing import Wish
from generator.model import ListKind
from tests.intake.corpus.announced import Announced, announced
from tests.intake.corpus.winners import Fact
from tests.intake.test_winner_lists import EDITION, attempt, contests  # noqa: F401  (a fixture)

RIGHT = 93
"""Of 103 facts. At first sight 71 were right, 8 asked or told, 22 refused (lines with dashes, an award a paragraph,
cards, columns of spaces, awards as columns) and 2 wrong in silence: marks of footnotes in titles."""


def test_lists_are_right_or_told(contests: dict[bool, Catalog], tmp_path: Path) -> None:  # noqa: F811
    total: Counter[str] = Counter()
    for place, case in enumerate(announced()):
        (folder := tmp_path / str(place)).mkdir()
        total += score(case, contests[False], folder)[0]
    assert total.total() == 103
    assert total["right"] >= RIGHT
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
    told = "asked" if found.problems else "missing"
    wrong = [each for each in made if each not in true]
    counts = Counter({"right": right, told: max(0, len(true) - right - len(wrong))})
    counts["asked" if found.problems else "wrong"] += len(wrong)
    return +counts, said + "".join(f"\n  ! {dict(each)}" for each in wrong)
