"""What stands somewhere in a notice and yet is wrong: exchanged with something else, or a piece of a longer name."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from random import Random

import pytest

from generator.intake import manuscripts
from generator.intake.manuscripts import Manuscript, Paragraph, PrintedPlace
from generator.intake.notices import edition_draft
from generator.intake.proof.evidence import Evidence
from generator.intake.proof.proving import Verdict, _words, prove
from generator.intake.tracks.wanted import Wanted
from generator.project import load
from tests.intake.corpus import first
from tests.intake.corpus.render import write
from tests.intake.test_import_notice import FIXTURE, run


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Manuscript, Path, Wanted]:
    """A notice, the folder of the edition that was drafted from it, and what is wanted of it."""
    folder = tmp_path_factory.mktemp("proof")
    project = Path(shutil.copytree(FIXTURE, folder / "project"))
    notice = write(first._plain(Random(1))[1], folder / "通知.docx")
    assert run("import", "notice", notice, "--branch", "alpha", "--year", "2027", "--root", project, "--yes")
    catalog = load(FIXTURE).catalog
    assert catalog
    wanted = edition_draft.wanted(catalog, "alpha", 2027)
    return manuscripts.read(notice), project / "content/alpha/2027", wanted


def _notes(drafted: tuple[Manuscript, Path, Wanted], folder: Path) -> set[str]:
    """What is told of differences, but for the places in the notice."""
    notes = (row.note for row in prove(drafted[0], folder, drafted[2]) if row.verdict is Verdict.DIFFERS)
    return {re.sub("（第.*）", "", note) for note in notes}


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("临江省总工会", "临江省生态环境厅", {"通知里读到 商贸流通", "通知里读到 金融服务"}),
        ("强化电梯维保数据融合应用", "探索景区客流智能预警能力", {"通知里读到 商贸流通", "通知里读到 金融服务"}),
        ("临江省应急管理厅", "临江大学", {"通知里读到 主办单位", "通知里读到 协办和支持单位"}),
        ("- 一等奖", "- 二等奖", {"通知里读到 第1级", "通知里读到 第2级"}),
        ("max_representatives: 3", "max_representatives: 5", {"通知里读到 3"}),
        ("临江数据集团有限公司", "临江数据集团", {"通知里是“临江数据集团有限公司”"}),
        ("临江省生态环境厅", "江省生态环境厅", {"通知里是“临江省生态环境厅”"}),
        ("探索景区客流智能预警能力", "景区客流智能预警", {"通知里是“探索景区客流智能预警能力”"}),
    ],
)
def test_what_is_exchanged_or_cut_differs(
    drafted: tuple[Manuscript, Path, Wanted], tmp_path: Path, one: str, other: str, told: set[str]
) -> None:
    folder = Path(shutil.copytree(drafted[1], tmp_path / "edition"))
    assert not _notes(drafted, folder)
    for path in folder.rglob("*.*"):
        text = path.read_text("utf-8")
        path.write_text(text.replace(one, "\0").replace(other, one).replace("\0", other), "utf-8")
    assert _notes(drafted, folder) == told


def test_sentences_that_are_copied_and_numbers_of_nowhere_are_told(
    drafted: tuple[Manuscript, Path, Wanted], tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(drafted[1], tmp_path / "edition"))
    path = folder / "edition.yml"
    found = {}
    for said in ("各队都要建立监测模型，支撑日常管理和应急处置", "共7654321个数据集。", "用数据办好事。"):
        path.write_text(re.sub("(?m)^summary: .*", f"summary: {said}", path.read_text("utf-8")), "utf-8")
        row = next(row for row in prove(drafted[0], folder, drafted[2]) if row.value == said)
        found[row.verdict] = row.note
    assert found == {
        Verdict.COPIED: "“建立监测模型支撑日常管理和应急处置”",
        Verdict.MISSING: "其中：7654321个",
        Verdict.OWN: "",
    }


def test_a_topic_that_is_marked_is_to_do(drafted: tuple[Manuscript, Path, Wanted], tmp_path: Path) -> None:
    folder = Path(shutil.copytree(drafted[1], tmp_path / "edition"))
    for path in folder.glob("tracks/*.md"):
        path.write_text(re.sub("(?m)^## (?=探索景区)", "## 待核对：", path.read_text("utf-8")), "utf-8")
    rows = [row for row in prove(drafted[0], folder, drafted[2]) if "探索景区客流智能预警能力" in row.value]
    assert [(row.value, row.verdict) for row in rows] == [("待核对：探索景区客流智能预警能力", Verdict.TO_DO)]


@pytest.mark.parametrize(
    ("told", "levels"),
    [
        ("决出冠亚季军各一名", ["冠军", "亚军", "季军"]),
        ("设特等奖和一、二、三等奖", ["特等奖", "一等奖", "二等奖", "三等奖"]),
        ("评出金、银、铜奖若干", ["金奖", "银奖", "铜奖"]),
    ],
)
def test_awards_that_are_told_together_are_there(told: str, levels: list[str]) -> None:
    evidence = Evidence(Manuscript((Paragraph(told, PrintedPlace(number=1)),)))
    assert {_words(level, evidence)[0] for level in levels} == {Verdict.SAME}
    assert _words("殿军", evidence)[0] is not Verdict.SAME
