"""Prints the scores of the importer of notices: `make bench-import`."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from generator.project import load
from tests.intake import fabricated, official
from tests.intake.scoring import Score


def table(title: str, scores: Iterable[tuple[str, Score]]) -> None:
    """One line a notice, then all together."""
    heads = f"{'facts':>7}{'right':>7}{'marked':>8}{'missed':>8}{'wrong':>7}{'right %':>9}{'seconds':>9}"
    print(f"\n{title}\n{'notice':28}{heads}")
    total, began = Score(), time.monotonic()
    for name, score in scores:
        print(_line(name, score, time.monotonic() - began))
        total, began = total + score, time.monotonic()
    print(_line("all", total))


def _line(name: str, score: Score, seconds: float | None = None) -> str:
    counts = f"{score.total:7}{score.right:7}{score.marked:8}{len(score.missed):8}{len(score.wrong):7}"
    return (
        f"{name:28}{counts}{100 * score.right / max(score.total, 1):9.1f}{'' if seconds is None else f'{seconds:9.1f}'}"
    )


def main() -> None:
    """All sets that are at hand."""
    catalog = load(Path(__file__).parents[2]).catalog
    assert catalog is not None
    table("official notices (beside the repository)", official.scores(catalog))
    for which, title in (
        ("first", "fabricated, seen while the rules were written"),
        ("second", "fabricated by another generator"),
        ("third", "written by hand, of seven shapes"),
        ("fourth", "three more shapes"),
        ("fifth", "six of other offices"),
        ("sixth", "six more of other offices"),
        ("seventh", "six more of other offices"),
        ("eighth", "six by another hand"),
        ("ninth", "six more by that hand"),
        ("tenth", "six more by that hand"),
        ("eleventh", "eight more by that hand"),
        ("twelfth", "eight more by that hand"),
        ("thirteenth", "eight more"),
        ("fourteenth", "eight more"),
        ("fifteenth", "eight more"),
        ("sixteenth", "ten more"),
        ("seventeenth", "ten more"),
        ("eighteenth", "eight more"),
        ("nineteenth", "eight more"),
        ("twentieth", "eight more"),
        ("twenty-first", "ten more"),
        ("twenty-second", "eight more"),
        ("twenty-third", "eight more"),
        ("twenty-fourth", "ten more"),
        ("twenty-fifth", "eight more"),
        ("twenty-sixth", "eight more"),
        ("twenty-seventh", "eight more"),
        ("twenty-eighth", "eight more"),
        ("twenty-ninth", "eight more"),
        ("thirtieth", "eight more"),
        ("thirty-first", "eight in the shapes of real pages"),
        ("thirty-second", "ten as offices lay theirs out"),
        ("thirty-third", "six more"),
        ("thirty-fourth", "six more"),
        ("thirty-fifth", "eight more"),
        ("thirty-sixth", "five of branches and contests beside them"),
    ):
        with tempfile.TemporaryDirectory() as folder:
            table(title, fabricated.scores(Path(folder), which))


if __name__ == "__main__":
    main()
