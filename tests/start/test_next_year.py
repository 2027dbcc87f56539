"""An edition like that of another year: nothing of that year can be published unseen."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner

from generator.commands import cli
from generator.content.gaps import DOUBTFUL
from generator.project import load


def made(contest: Path) -> Path:
    """The edition of 2027 like that of 2026 in the fabricated contest."""
    order = ["new", "edition", "alpha", "2027", "--like", "2026", "--root", str(contest)]
    result = CliRunner().invoke(cli.main, order, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return contest / "content/alpha/2027"


def test_what_was_of_the_other_year_is_to_do_and_nothing_else_is_wrong(contest: Path) -> None:
    path = contest / "content/alpha/2026/pages/about.md"
    path.write_text(path.read_text("utf-8") + "\n2026年的大赛由数据局举办。\n", "utf-8")
    folder = made(contest)
    report = load(contest).report
    assert {found.code for found in report.diagnostics} == {"to-do"}
    assert {found.at.path.split("/")[2] for found in report.diagnostics} == {"2027"}
    text = (folder / "edition.yml").read_text("utf-8")
    assert text.startswith("name: 2027年“知行数据”大赛甲州分赛\n")
    for file in folder.rglob("*.*"):
        for line in file.read_text("utf-8").splitlines():
            assert "2026" not in line or DOUBTFUL in line, (file, line)


def test_without_the_marks_it_is_the_other_year_but_for_its_name(contest: Path) -> None:
    folder = made(contest)
    for file in folder.rglob("*.*"):
        text = file.read_text("utf-8").replace(f"{DOUBTFUL}：", "").replace("name: 2027年", "name: 2026年")
        assert text == (contest / "content/alpha/2026" / file.relative_to(folder)).read_text("utf-8")


def test_notices_cases_and_figures_are_not_copied(contest: Path) -> None:
    folder = made(contest)
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")}
    assert not [name for name in names if re.match("notices|cases|entries|statistics|handbook", name)]
    assert {"edition.yml", "timeline.yml", "awards.yml", "judging.yml", "pages/about.md"} <= names


def test_a_year_that_is_not_there_is_told(contest: Path) -> None:
    order = ["new", "edition", "alpha", "2027", "--like", "2024", "--root", str(contest)]
    result = CliRunner().invoke(cli.main, order)
    assert result.exit_code == 1
    assert "“alpha”还没有2024年这一届" in result.stderr
    assert not (contest / "content/alpha/2027").exists()
