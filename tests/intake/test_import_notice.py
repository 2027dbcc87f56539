"""From a notice to a draft that only needs its gaps filled, and back to the notice."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner

from generator.commands.cli import main
from generator.project import load
from tests.intake.corpus import first
from tests.intake.corpus.render import write

FIXTURE = Path(__file__).parents[1] / "fixtures" / "minimal"


def run(*arguments: str | Path):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FIXTURE, tmp_path / "project"))


@pytest.fixture
def branch(project: Path) -> str:
    return min(path.parent.name for path in project.glob("branches/*/branch.yml"))


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    return write(first._plain(Random(1))[1], tmp_path / "通知.docx")


def test_a_notice_becomes_a_draft_with_nothing_but_gaps(project, branch, notice) -> None:
    options = ("--branch", branch, "--year", "2027", "--root", project)
    asked = run("import", "notice", notice, *options)
    assert "读到 4 个赛道" in asked.output
    assert "略去了 2 个姓名和 1 个手机号。" in asked.output
    assert not (project / "content" / branch / "2027").exists()
    before = len(load(project).report.diagnostics)
    assert run("import", "notice", notice, *options, "--yes").exit_code == 0
    report = load(project).report
    new = [found for found in report.diagnostics if f"content/{branch}/2027" in str(found.at)]
    assert before == len(report.diagnostics) - len(new)
    assert {found.code for found in new} == {"to-do"}
    again = run("import", "notice", notice, *options, "--yes")
    assert again.exit_code != 0
    assert "已有的内容不会覆盖" in again.output


def test_an_edition_that_was_only_begun_is_filled_and_one_that_was_edited_is_not(project, branch, notice) -> None:
    options = ("--branch", branch, "--year", "2027", "--root", project, "--yes")
    assert run("new", "edition", branch, "2027", "--root", project).exit_code == 0
    timeline = project / "content" / branch / "2027" / "timeline.yml"
    begun = timeline.read_text("utf-8")
    timeline.write_text(f"{begun}# 已经查过\n", "utf-8")
    assert "里已有 timeline.yml" in run("import", "notice", notice, *options).output
    timeline.write_text(begun, "utf-8")
    assert run("import", "notice", notice, *options).exit_code == 0
    assert "registration" in timeline.read_text("utf-8")


def test_what_is_missing_or_broken_is_said(project, branch, notice, tmp_path) -> None:
    assert "写明是哪个分赛、哪一年的通知" in run("import", "notice", notice, "--root", project).output
    there = ("--year", "2031", "--root", project)
    assert "portal new branch nowhere" in run("import", "notice", notice, "--branch", "nowhere", *there).output
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 rubbish")
    told = run("import", "notice", tmp_path / "a.pdf", "--branch", branch, *there).output
    assert "a.pdf 不是完好的 PDF。\n提示：打开后另存一份再导入。" in told


def test_a_new_branch_takes_its_notice(project, notice) -> None:
    named = ("--name", "云川", "--full-name", "云川省", "--kind", "provincial", "--year", "2026")
    assert run("new", "branch", "yunchuan", *named, "--root", project).exit_code == 0
    options = ("--branch", "yunchuan", "--year", "2026", "--root", project, "--yes")
    assert run("import", "notice", notice, *options).exit_code == 0
    assert "青禾智启" in (project / "content/yunchuan/2026/edition.yml").read_text("utf-8").replace(" ", "")
    assert run("import", "notice", notice, *options).exit_code != 0


def test_facts_have_places_and_sentences_stay_in_comments(project, branch, notice) -> None:
    run("import", "notice", notice, "--branch", branch, "--year", "2027", "--root", project, "--yes")
    folder = project / "content" / branch / "2027"
    edition = (folder / "edition.yml").read_text("utf-8")
    assert re.search(r"number: 云数发.*  # 第\d+段|number: .+〔2026〕\d+号  # 第\d+段", edition)
    assert "quota: 12  # 第" in edition
    assert not re.search(r"1380000\d{4}", edition)
    sheet = next(folder.glob("tracks/01-*.md")).read_text("utf-8")
    assert re.search(r"## .+\n待补充：简介，用自己的话\n<!-- 第\d+段原文：.+ -->", sheet)


def test_proof_shows_differences_first(project, branch, notice, tmp_path) -> None:
    run("import", "notice", notice, "--branch", branch, "--year", "2027", "--root", project, "--yes")
    folder = project / "content" / branch / "2027"
    planted = {
        "edition.yml": [("quota: 12", "quota: 13"), ("max_representatives: ", "max_representatives: 1")],
        "awards.yml": [("cny: 50000", "cny: 30000"), ("count: 3", "count: 2")],
        "timeline.yml": [("end: 待核对：2027-06-15", "end: 2027-06-16")],
    }
    for name, swaps in planted.items():
        text = (folder / name).read_text("utf-8")
        for old, new in swaps:
            assert old in text
            text = text.replace(old, new)
        (folder / name).write_text(text, "utf-8")
    page = tmp_path / "proof.html"
    told = run("proof", branch, "2027", notice, "--root", project, "--out", page)
    assert told.exit_code == 1
    differing = [line for line in told.output.splitlines() if "：不同[" in line]
    assert [re.sub(r"^(\S+?):.*\[(.+)\] ", r"\1 \2 ", line) for line in differing] == [
        "edition.yml 团队·参赛代表人数上限 " + differing[0].rpartition(" ")[2],
        "edition.yml 全国总决赛·推荐名额 13",
        "timeline.yml 赛程阶段·结束日期 2027-06-16",
        "awards.yml 名额 2",
        "awards.yml 奖励·奖金（元） 30000",
    ]
    html = page.read_text("utf-8")
    assert html.index("与通知不同") < html.index("与通知一致")
    assert "http://" not in re.sub(r"http://(match|data)\S+", "", html)
    assert not re.search("<link|<script", html)


def test_content_that_agrees_is_proved(project, branch, notice, tmp_path) -> None:
    run("import", "notice", notice, "--branch", branch, "--year", "2027", "--root", project, "--yes")
    told = run("proof", branch, "2027", notice, "--root", project, "--out", tmp_path / "p.html").output
    assert not re.search(r"：(不同|通知里没有找到|照抄原文)\[|内容里没有\[", told)
