"""Lists in the shapes of offices: their facts are right, or somebody is told; nothing is wrong in silence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.catalog import Catalog
from generator.commands.cli import main
from generator.commands.imports import listed_once
from generator.intake.winners import comparing
from generator.intake.winners.comparing import Import, Wish
from generator.intake.workbooks.workbook import CellPlace, Problem
from generator.machine.apart import Refused
from generator.model import EditionId, ListKind
from generator.project import load
from tests.intake.corpus.winners import AWARDS, SPECIAL, TRACKS, Fact, WinnerList, lists

EDITION = EditionId("yunchuan/2026")


def contest(root: Path, name: str, tracks: dict[str, list[str]], awards: list[str], more: str = "") -> Catalog:
    """A new project with its tracks, topics and awards."""
    there = ["--root", str(root)]
    for words in (
        ["project", name, "--into", str(root)],
        ["branch", "yunchuan", "--name", "云川", "--full-name", "云川省", "--year", "2026", "--demo", *there],
        *(["track", "yunchuan", "2026", track, *there] for track in tracks),
    ):
        made = CliRunner().invoke(main, ["new", *words])
        assert made.exit_code == 0, made.output
    folder = root / "content" / EDITION
    for file, topics in zip(sorted((folder / "tracks").glob("*.md")), tracks.values(), strict=True):
        file.write_text(file.read_text("utf-8") + "".join(f"\n## {each}\n简介。\n" for each in topics), "utf-8")
    special = f"special: [{{name: {SPECIAL}}}]\n"
    (folder / "awards.yml").write_text(f"levels: [{', '.join(awards)}]\n{special}", "utf-8")
    with (root / "content/contest.yml").open("a", encoding="utf-8") as file:
        file.write(more)
    catalog = load(root).catalog
    assert catalog is not None
    return catalog


@pytest.fixture(scope="module")
def contests(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Catalog]:
    """A contest of units, and one of young people."""
    youth = {"小学组": [], "初中组": []}, ["金奖", "银奖"], "entrants: {unit: false, names: true, mentors: true}\n"
    return {
        False: contest(tmp_path_factory.mktemp("units"), "“云上数据×”大赛", TRACKS, AWARDS),
        True: contest(tmp_path_factory.mktemp("youth"), "云川青少年大赛", *youth),
    }


@pytest.mark.parametrize("case", [pytest.param(each, id=each.name) for each in lists()])
def test_a_list_is_right_or_told(case: WinnerList, contests: dict[bool, Catalog], tmp_path: Path) -> None:
    path = case.write(tmp_path)
    plain = Wish(contests[case.is_youth], tmp_path, EDITION)
    first, said = attempt(path, plain)
    assert all(word in said for word in case.told), said
    if case.is_refused:
        assert first is None or first.problems
        return
    stage = ListKind(case.stage) if case.stage else None
    answered = replace(plain, columns=case.columns, meanings=case.meanings, stage=stage)
    found, said = attempt(path, answered)
    assert found is not None, said
    assert not found.problems, said
    assert list(map(plain_facts(case), found.changes.new.values())) == case.facts, said
    found.write(tmp_path)
    again, said = attempt(path, answered)
    assert again is not None, said
    assert again.changes.is_empty, said


@pytest.mark.parametrize(
    ("rows", "said", "told"),
    [
        (("队名|备用名|名次", "甲队|子|1", "乙队|丑|2"), {"队名": "title"}, "没有写着牵头单位的列"),
        (("课题|作品名称|负责人", "甲|乙图|丙", "丁|戊图|己"), {"负责人": "-"}, "没有写着牵头单位的列"),
        (("序号|所属部|项目名称|负责人", "1|甲部|乙图|丙"), {}, "认得的只有“项目名称”，还要有单位、奖项等"),
        (("项目名称|单位", "乙图|甲公司"), {"奖次栏": "awards", "Z": "-"}, "没有叫“奖次栏”的列，--map 里的没有用上"),
        (("编号|项目名称|单位", "1|乙图|甲公司"), {}, "“编号”只是 1、2、3，没有当作项目编号"),
        (("|项目名称|单位", "丙|乙图|甲公司"), {"A": "title"}, "“项目名称”与“A”是同一列"),
    ],
)
def test_what_was_said_of_columns_is_held_against_the_table(
    rows: Sequence[str], said: dict[str, str], told: str, contests: dict[bool, Catalog], tmp_path: Path
) -> None:
    path = tmp_path / "w.csv"
    path.write_text("\n".join(row.replace("|", ",") for row in rows), "utf-8")
    assert told in attempt(path, Wish(contests[False], tmp_path, EDITION, columns=said))[1]


def test_the_same_problem_is_said_once_with_all_its_places() -> None:
    problems = [
        Problem(CellPlace(0, "甲", row), words, "填上") for row, words in enumerate(("没有单位", "别的", "没有单位"))
    ]
    assert listed_once(problems).splitlines() == [
        "“甲”表 A1：没有单位（共 2 处，还有“甲”表 A3）",
        "    提示：填上",
        "“甲”表 A2：别的",
        "    提示：填上",
    ]


def plain_facts(case: WinnerList) -> Callable[[dict[str, str]], Fact]:
    """An entry but for a number that the program gave."""
    numbered = any("number" in each for each in case.facts)
    return lambda values: {key: value for key, value in values.items() if key != "number" or numbered}


def attempt(path: Path, wish: Wish) -> tuple[Import | None, str]:
    """What an import finds, and all that it says."""
    try:
        found = comparing.prepare(path, wish, lambda _: None)
    except Refused as refused:
        return None, f"{refused} {refused.hint}"
    return found, "\n".join([*map(str, found.problems), *found.notes])
