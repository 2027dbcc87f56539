"""The campaign calls mutants what they are, and leaves the project as it was."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.mutate import campaign, mutants
from tests.mutate.__main__ import EQUIVALENT, PROGRAM
from tests.mutate.mutants import Mutant
from tests.mutate.reach import Reach, Suite

SHOP = '''"""Prices."""


def total(price: int | None, count: int) -> int:
    return (price or 0) * count


def postage(weight: int) -> int:
    if weight > 5:
        return 9
    return 0


def unseen(price: int) -> int:
    return price + 1
'''
TESTS = """
from program.shop import price


def test_total():
    assert price.total(2, 3) == 6


def test_postage():
    assert price.postage(10) == 9


def test_that_fails():
    assert price.postage(10) == 8
"""
PATH = "program/shop/price.py"
SUITE = Suite(rooms=("program/shop",), share=1)
TOTAL, POSTAGE, FAILS = (f"test_price.py::test_{name}" for name in ("total", "postage", "that_fails"))
REACH = Reach(
    seconds={POSTAGE: 0.2, TOTAL: 0.1, FAILS: 0.1, "test_price.py::test_removed": 0.1},
    cases={},
    failed=frozenset([FAILS]),
    contexts={PATH: {5: {TOTAL}, 9: {POSTAGE, FAILS}, 10: {POSTAGE, FAILS}, 11: {"test_price.py::test_removed"}}},
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of a small shop with its tests."""
    for name, text in ((PATH, SHOP), ("test_price.py", TESTS), (".gitignore", "secret\n"), ("secret", "")):
        file = tmp_path / "checkout" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path / "checkout", check=True)
    return campaign.copy(tmp_path / "checkout", tmp_path / "copy")


@pytest.mark.parametrize(
    ("line", "before", "after", "fate"),
    [
        (5, "* count", "+ count", "killed"),
        (9, "> 5", "> 6", "survived"),
        (15, "+ 1", "- 1", "unreached"),
        (11, "return 0", "return 1", "error"),
        (5, "def total", "total = 1 / 0\n\n\ndef total", "unusable"),
    ],
)
def test_fates(project: Path, line: int, before: str, after: str, fate: str) -> None:
    mutant = Mutant(PATH, line, "Test", before, after, SHOP.replace(before, after))
    found = campaign.fate(SUITE, REACH, mutant, project)
    assert (found["fate"], campaign.name(found)) == (fate, mutant.name)
    assert (project / PATH).read_text("utf-8") == SHOP
    assert ("test_removed" in found["told"]) == (fate == "error")


def test_what_is_no_failed_test_kills_nothing() -> None:
    assert [campaign.judge(status, "")[0] for status in (None, 0, 1)] == ["timeout", "survived", "killed"]
    assert campaign.judge(1, f"+++ {campaign.HUNG} +++")[0] == "timeout"
    assert {campaign.judge(status, "")[0] for status in (-9, 2, 3, 4, 5)} == {"error"}


def test_the_copy_has_what_git_would_take(project: Path) -> None:
    assert {path.name for path in project.rglob("*") if path.suffix != ".pyc"} >= {"price.py", "test_price.py"}
    assert not (project / "secret").exists()


def test_the_table_leaves_out_what_cannot_be_loaded() -> None:
    fates = ["killed", "killed", "timeout", "survived", "unusable"]
    told = campaign.table([{"path": PATH, "fate": fate} for fate in fates])
    assert told.splitlines()[-1] == "| all | 4 | 2 | 1 | 1 | 0 | 0 | 1 | 75.0 |"


def test_kills_are_kept_and_the_rest_is_tried_again(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text('{"fate": "killed"}\n{"fate": "error"}\n{"fate": "survived"}\n')
    assert campaign.resumed(tmp_path / "kept") == [{"fate": "killed"}]
    assert campaign.resumed(tmp_path / "none") == []


def test_proofs_are_about_the_program_as_it_is() -> None:
    for path, _, before, _ in campaign.proved(EQUIVALENT):
        assert before in [line.strip() for line in (PROGRAM / path).read_text("utf-8").splitlines()]


def test_from_drawing_to_the_fate(project: Path) -> None:
    pytest.importorskip("cosmic_ray", reason="only in the environment of `make mutate`")
    pytest.importorskip("pytest_cov", reason="only in the environment of `make mutate`")
    drawn = list(mutants.drawn(project, SUITE.paths(project), seed=1))
    assert [one.name for one in drawn] == [one.name for one in mutants.drawn(project, SUITE.paths(project), seed=1)]
    assert not any("None" in one.operator or "| None" not in one.text for one in drawn)  # types are left alone
    reach = campaign.measure(SUITE, project)
    assert reach.failed == {FAILS}
    found = {one["line"]: one["fate"] for one in campaign.run(SUITE, reach, drawn, [project]) if one["line"] != 9}
    assert found == {5: "killed", 10: "killed", 11: "unreached", 15: "unreached"}
