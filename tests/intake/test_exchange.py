"""Content as workbooks and back: nothing is lost, and what was changed comes back to its place."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import openpyxl
import pytest
import yaml
from click.testing import CliRunner, Result
from openpyxl.worksheet.worksheet import Worksheet

from generator import project
from generator.commands.cli import main
from generator.intake.exchange.yaml_edit import edited
from generator.project import load

ROOT = Path(__file__).parents[2]
EDITIONS = sorted(path.parent.relative_to(ROOT / "content") for path in ROOT.glob("content/*/*/edition.yml"))


def run(root: Path, edition: str, *words: str) -> Result:
    branch, year = edition.split("/")
    return CliRunner().invoke(main, [*words, "--root", str(root), "--branch", branch, "--year", year])


def export(root: Path, what: str, target: Path, edition: str = "alpha/2026") -> Path:
    result = run(root, edition, "export", what, "-o", str(target))
    assert result.exit_code == 0, result.output
    return target


def changed(path: Path, sheet: str, change: Callable[[Worksheet], None]) -> Path:
    book = openpyxl.load_workbook(path)
    change(book[sheet])
    book.save(path)
    return path


@pytest.fixture(scope="module")
def read_once() -> Iterator[None]:
    """The project's own content, which nobody changes here, is read once for all commands."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(project, "load", cache(load))
        yield


@pytest.mark.usefixtures("read_once")
@pytest.mark.parametrize("edition", EDITIONS, ids=str)
def test_every_edition_comes_back_as_it_was(edition: Path, tmp_path: Path) -> None:
    path = export(ROOT, "edition", tmp_path / "e.xlsx", edition.as_posix())
    assert run(ROOT, edition.as_posix(), "import", "edition", str(path)).output == "没有变化。\n"
    assert export(ROOT, "edition", tmp_path / "f.xlsx", edition.as_posix()).read_bytes() == path.read_bytes()


@pytest.mark.usefixtures("read_once")
def test_every_table_of_entries_comes_back_as_it_was(tmp_path: Path) -> None:
    for table in ROOT.glob("content/*/*/entries.csv"):
        edition = table.parent.relative_to(ROOT / "content").as_posix()
        path = export(ROOT, "winners", tmp_path / "w.xlsx", edition)
        told = run(ROOT, edition, "import", "winners", str(path)).output
        assert "新增 0 项，修改 0 项" in told
        assert "没有写入" not in told


def test_changes_come_back_to_their_places(contest: Path, tmp_path: Path) -> None:
    folder = contest / "content/alpha/2026"
    timeline = folder / "timeline.yml"
    timeline.write_text(f"# 依据通知第五部分\n{timeline.read_text('utf-8')}", "utf-8")
    before = timeline.read_text("utf-8").split("\n")
    path = export(contest, "edition", tmp_path / "e.xlsx")

    def phone(sheet: Worksheet) -> None:
        heads = [cell.value for cell in sheet[1]]
        sheet.cell(2, heads.index("电话（phone）") + 1).value = "0999-7654321"

    def day(sheet: Worksheet) -> None:
        heads = [cell.value for cell in sheet[1]]
        sheet.cell(2, heads.index("开始日期（start）") + 1).value = "2026-06-03"

    def goal(sheet: Worksheet) -> None:
        sheet.append(["goals[2]", "", "让数据用起来。"])

    changed(path, "届次 edition.contacts", phone)
    changed(path, "届次 edition", goal)
    changed(path, "赛程 timeline.phases", day)
    shown = run(contest, "alpha/2026", "import", "edition", str(path))
    assert "edition.yml contacts[1].phone：“0999-1234567” → “0999-7654321”" in shown.output
    assert "edition.yml goals[2]：（没有） → “让数据用起来。”" in shown.output
    assert timeline.read_text("utf-8").split("\n") == before
    assert run(contest, "alpha/2026", "import", "edition", str(path), "--yes").exit_code == 0
    after = timeline.read_text("utf-8").split("\n")
    assert [new for old, new in zip(before, after, strict=True) if old != new] == [
        next(line for line in after if "2026-06-03" in line)
    ]
    catalog = load(contest).catalog
    assert catalog is not None
    edition = catalog.editions["alpha/2026"]  # type: ignore[index]
    assert edition.contacts[0].phone == "0999-7654321"
    assert edition.goals[-1] == "让数据用起来。"
    assert run(contest, "alpha/2026", "import", "edition", str(path)).output == "没有变化。\n"


def test_files_keep_the_ends_of_their_lines(contest: Path, tmp_path: Path) -> None:
    """Else all of a file that was checked out at Windows is another for who compares it."""
    edition = contest / "content/alpha/2026/edition.yml"
    edition.write_text(edition.read_text("utf-8"), "utf-8", newline="\r\n")
    before = edition.read_bytes()

    def goal(sheet: Worksheet) -> None:
        sheet.append(["goals[2]", "", "让数据用起来。"])

    path = changed(export(contest, "edition", tmp_path / "e.xlsx"), "届次 edition", goal)
    assert run(contest, "alpha/2026", "import", "edition", str(path), "--yes").exit_code == 0
    after = edition.read_bytes()
    assert after != before
    assert after.count(b"\n") == after.count(b"\r\n")


def test_a_track_comes_back_with_its_text(contest: Path, tmp_path: Path) -> None:
    track = contest / "content/alpha/2026/tracks/01-smart-factory.md"
    before = track.read_text("utf-8")

    def change(sheet: Worksheet) -> None:
        heads = [cell.value for cell in sheet[1]]
        sheet.cell(2, heads.index("指导单位（guiding_units，一行一个）") + 1).value = "甲州省工业厅\n甲州省数据局"
        sheet.cell(2, heads.index("正文") + 1).value = before.partition("\n---\n")[2].replace("面向工厂", "面向车间")

    path = changed(export(contest, "edition", tmp_path / "e.xlsx"), "赛道 tracks", change)
    told = run(contest, "alpha/2026", "import", "edition", str(path), "--yes").output
    assert "01-smart-factory.md guiding_units[2]：（没有） → “甲州省数据局”" in told
    assert "01-smart-factory.md 正文改了" in told
    after = before.replace("guiding_units: [甲州省工业厅]", "guiding_units:\n- 甲州省工业厅\n- 甲州省数据局")
    assert track.read_text("utf-8") == after.replace("面向工厂", "面向车间")


def test_a_wrong_cell_is_named(contest: Path, tmp_path: Path) -> None:
    def day(sheet: Worksheet) -> None:
        heads = [cell.value for cell in sheet[1]]
        sheet.cell(2, heads.index("开始日期（start）") + 1).value = "六月初"

    path = changed(export(contest, "edition", tmp_path / "e.xlsx"), "赛程 timeline.phases", day)
    told = run(contest, "alpha/2026", "import", "edition", str(path))
    assert told.exit_code == 1
    assert "赛程 timeline.phases:2:4: 错误[wrong-type] `phases[1].start` 应为日期" in told.output
    assert "什么都没有写" in told.output


def test_other_workbooks_are_refused(contest: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["甲"])
    book.save(tmp_path / "e.xlsx")
    assert (
        "不是 portal export edition 导出的工作簿"
        in run(contest, "alpha/2026", "import", "edition", str(tmp_path / "e.xlsx")).output
    )
    shutil.rmtree(contest / "content/alpha/2026/cases")
    assert "还没有项目" in run(contest, "alpha/2026", "export", "winners", "-o", str(tmp_path / "w.xlsx")).output


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("a: 1 # one\nb: [x, y]  # two\n", {"a": 2, "b": ["x", "z, w"]}),
        ("a: 1\n# about b\nb:\n  - c: 1\n    d: |\n      long\n\n# about e\ne: 2\n", {"a": 1, "b": [{"c": 1}], "e": 2}),
        ("a:\n  b: '1'\n", {"a": {"b": "2"}, "c": {"d": [1, 2]}}),
        ("a: x\nb: y\n", {"b": "z: 甲"}),
        ("# nothing\n", {"a": "b"}),
        ("a: null\nb: {c: 2026-01-02}\n", {"a": "x", "b": {"c": "yes"}}),
    ],
)
def test_a_text_gets_other_values_and_keeps_its_comments(text: str, new: dict[str, object]) -> None:
    made = edited(text, yaml.safe_load(text) or {}, new)
    assert yaml.safe_load(made) == new
    for comment in ("# one", "# two", "# about b", "# about e", "# nothing"):
        assert (comment in made) == (comment in text)
