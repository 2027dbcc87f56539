"""A notice whose annexes are files of their own says what it would say as one file."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from generator.intake.manuscripts import Manuscript, Paragraph
from generator.intake.manuscripts.opening import opened
from generator.intake.notices.gathering import gather
from generator.intake.structure import annex_files
from generator.intake.tracks.wanted import Wanted
from tests.intake.corpus import made_up
from tests.intake.corpus.render import Pieces, write
from tests.intake.fabricated import SETS
from tests.intake.scoring import items_of
from tests.intake.test_import_notice import FIXTURE, run

_ANNEX = re.compile(r"附\s*件\s*(?:\d{1,2}|[一二三四五])?[：:]?")


def _parts(pieces: Pieces) -> list[Pieces]:
    """The notice, and its annexes without the lines that number them."""
    made: list[Pieces] = [[]]
    for place, piece in enumerate(pieces):
        if place > 5 and piece[0] != "table" and len(piece) > 1 and _ANNEX.fullmatch(str(piece[1]).strip()):
            made.append([])
        elif piece[0] != "break":
            made[-1].append(piece)
    return made


def _workbook(pieces: Pieces, path: Path) -> Path:
    """Lines merged over the table, as offices make annexes."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    width = max(len(piece[1][0]) for piece in pieces if piece[0] == "table")
    row = 1
    for piece in pieces:
        rows = piece[1] if piece[0] == "table" else [[piece[1], *["<"] * (width - 1)]]
        for y, cells in enumerate(rows):
            for x, cell in enumerate(cells):
                if cell in (None, "<"):
                    continue
                sheet.cell(row + y, x + 1, cell)
                down = next((at for at in range(y + 1, len(rows)) if rows[at][x : x + 1] != [None]), len(rows))
                right = next((at for at in range(x + 1, len(cells)) if cells[at] != "<"), len(cells))
                sheet.merge_cells(start_row=row + y, start_column=x + 1, end_row=row + down - 1, end_column=right)
        row += len(rows)
    book.save(path)
    return path


def _files(parts: list[Pieces], folder: Path) -> Iterator[tuple[str, Manuscript]]:
    """Every other annex has its title in the name of its file alone; tables are workbooks."""
    for number, part in enumerate(parts):
        title = re.sub(r"[/\s]", "", str(part[0][1])) if number and part[0][0] != "table" else "表"
        name = f"附件{number}：{title}" if number else "通知"
        if number and any(piece[0] == "table" for piece in part) and all(len(piece) == 2 for piece in part):
            path = _workbook(part, folder / f"{name}.xlsx")
        else:
            path = write(part[number % 2 if title != "表" else 0 :] if number else part, folder / f"{name}.docx")
        yield path.name, annex_files.read(path)


@pytest.mark.parametrize(
    ("which", "name"),
    [
        ("fifteenth", "yanlei.docx"),
        ("sixteenth", "district.docx"),
        ("eighteenth", "minlan.pdf"),
        ("eleventh", "chuze.pdf"),
    ],
)
def test_annexes_may_be_files(tmp_path: Path, which: str, name: str) -> None:
    notices, contest, forms = SETS[which]
    facts, pieces = next((facts, pieces) for file, facts, pieces, _ in notices() if file == name)
    assert isinstance(pieces, list)
    wanted = Wanted(facts.year, contest, forms, False, made_up.FIELDS)
    whole = opened((".docx", write(pieces, tmp_path / "whole.docx").read_bytes()))
    parts = _parts(pieces)
    assert len(parts) > 1
    files = [*_files(parts, tmp_path)]
    assert set(items_of(gather(annex_files.together(files), wanted))) == set(items_of(gather(whole, wanted)))


def test_places_tell_the_file(tmp_path: Path) -> None:
    """Whatever the order in which the files are told; the proof takes them, too."""
    pieces = SETS["first"][0]
    project = Path(shutil.copytree(FIXTURE, tmp_path / "project"))
    _, _, told, _ = next(each for each in pieces() if each[0].endswith(".docx"))
    assert isinstance(told, list)
    notice = write(told, tmp_path / "关于举办大赛的通知.docx")
    rubric: Pieces = [("title", "评分标准"), ("table", [["指标", "分值"], ["场景新颖", "40"], ["成效明显", "60"]])]
    annex = _workbook(rubric, tmp_path / "附件9.评分标准.xlsx")
    options = ("--branch", "alpha", "--year", "2027", "--root", project)
    assert run("import", "notice", annex, notice, *options, "--yes").exit_code == 0
    written = (project / "content/alpha/2027/judging.yml").read_text("utf-8")
    assert written.startswith("# 由 关于举办大赛的通知.docx、附件9.评分标准.xlsx 导入。")
    assert re.search(r"name: 场景新颖  # 附件9.评分标准.xlsx 第\d行起的表", written)
    proved = run("proof", "alpha", "2027", annex, notice, "--root", project, "--out", tmp_path / "proof.html").output
    assert "场景新颖" not in proved
    alone = run("proof", "alpha", "2027", notice, "--root", project, "--out", tmp_path / "proof.html").output
    assert "通知里没有找到[评价指标·指标] 场景新颖" in alone


def test_annexes_are_offered_once_somebody_has_looked_at_them(tmp_path: Path) -> None:
    project = Path(shutil.copytree(FIXTURE, tmp_path / "project"))
    notice = write([("title", "关于举办大赛的通知"), ("p", "报名时间：2027年5月6日至6月15日。")], tmp_path / "通知.txt")
    form = write(
        [("title", "参赛报名表"), ("table", [["项目名称", ""], ["牵头单位", ""]])], tmp_path / "附件2 报名表.docx"
    )
    topics = _workbook(
        [("title", "赛题"), ("table", [["赛道", "赛题"], ["智能制造", "窑炉温控优化"]])], tmp_path / "附件1.xlsx"
    )
    (tmp_path / "附件3：名单.csv").write_text("单位,人数\n某局,3\n", "utf-8")
    given = ("import", "notice", notice, topics, form, tmp_path / "附件3：名单.csv")
    options = ("--branch", "alpha", "--year", "2027", "--root", project, "--yes")
    made = run(*given, *options)
    assert made.exit_code == 0
    assert "没有放进资料下载：附件3：名单.csv。" in made.output
    edition = project / "content/alpha/2027/edition.yml"
    why = "看过没有个人信息、不是内部材料再公开"
    assert edition.read_text("utf-8").endswith(
        "attachments:\n"
        f"  - file: annex-1.xlsx\n    title: 待核对：附件1  # {why}\n"
        f"  - file: annex-2.docx\n    title: 待核对：附件2：报名表  # {why}\n"
    )
    assert (edition.parent / "annex-1.xlsx").read_bytes() == topics.read_bytes()
    assert (edition.parent / "annex-2.docx").read_bytes() == form.read_bytes()
    assert not [*edition.parent.glob("*.csv")]
    told = [line for line in run("check", "--root", project).output.splitlines() if "annex-" in line or "附件2" in line]
    assert [line.partition(": ")[2] for line in told] == ["错误[to-do] `title` 待核对：附件2：报名表"]
    for written in edition.parent.rglob("*.[ym]*"):
        written.unlink()
    assert "2027 里已有 annex-1.xlsx" in run(*given, *options).output


def test_a_second_notice_is_no_annex(tmp_path: Path) -> None:
    titles = {"通知": "关于举办大赛的通知", "更正": "关于延长大赛报名时间的通知", "方案": "大赛实施方案"}
    for name, title in titles.items():
        write([("title", title), ("p", "报名时间：2027年5月6日至6月15日。")], tmp_path / f"{name}.txt")
    read = [(name, annex_files.read(tmp_path / name)) for name in map("{}.txt".format, titles)]
    texts = [piece.text for piece in annex_files.together(read).pieces if isinstance(piece, Paragraph)]
    assert texts[2:] == [
        "关于延长大赛报名时间的通知",
        "报名时间：2027年5月6日至6月15日。",
        "附件2",
        "大赛实施方案",
        "报名时间：2027年5月6日至6月15日。",
    ]


def test_hidden_sheets_and_columns_are_no_annex(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first: Any = book.active
    first.title = "赛题"
    for row in (["赛题清单", None], ["赛道", "赛题"], ["工业制造", "窑炉温控优化"], ["注：可以自拟", None]):
        first.append(row)
    hidden = book.create_sheet("草稿")
    hidden.append(["不要了"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    pieces = annex_files.read(tmp_path / "a.xlsx").pieces
    assert [piece.text if isinstance(piece, Paragraph) else piece.rows for piece in pieces] == [
        "赛题清单",
        (("赛道", "赛题"), ("工业制造", "窑炉温控优化")),
        "注：可以自拟",
    ]


def test_what_cannot_be_read_is_told_by_its_name(tmp_path: Path) -> None:
    notice = write([("title", "关于举办大赛的通知"), ("p", "报名时间：2027年5月6日至6月15日。")], tmp_path / "通知.txt")
    (tmp_path / "附件1.zip").write_bytes(b"PK")
    told = run(
        "import", "notice", notice, tmp_path / "附件1.zip", "--branch", "alpha", "--year", "2027", "--root", FIXTURE
    )
    assert told.exit_code != 0
    assert "附件1.zip 是不认识的格式" in told.output
