"""Forms and tables before the first section of a write-up: what becomes text, and what is told as left out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import docx
import pytest

from generator.intake import office
from generator.intake.manuscripts import word_numbers
from generator.intake.workbooks import workbook
from generator.intake.writeups import word
from generator.machine.apart import Refused
from generator.project import load
from generator.text import html_tree, markdown
from tests.intake.office_files import picture
from tests.intake.test_writeups import CASES, OUTLINE, arranged, run

LONG = "窑温每十秒记一次，画成一张图，哪一段升得太快一眼就看得见。" * 3


def form(path: Path, *tables: Sequence[str]) -> Path:
    """A document with tables (cells of a row apart by |) before its only section."""
    made: Any = docx.Document()
    for rows in tables:
        grid = made.add_table(len(rows), rows[0].count("|") + 1)
        for number, row in enumerate(rows):
            for column, words in enumerate(row.split("|")):
                grid.cell(number, column).text = words
        made.add_paragraph()
    made.add_heading(OUTLINE[0], 1)
    made.add_paragraph("一座窑。")
    made.save(path)
    return path


def test_a_long_text_in_a_form_on_the_first_page_is_text_under_its_label(tmp_path: Path) -> None:
    rows = ("作品名称|窑温新图", f"作品简介|{LONG}\n{LONG}", f"填写说明|{LONG}", "作品大类|制造")
    made = arranged(form(tmp_path / "a.docx", rows))
    assert made.title == "窑温新图"
    assert made.introduction == ["**作品简介**", LONG, LONG]
    assert ("作品大类", "制造") in made.cells


def test_cells_of_the_same_name_in_several_forms_are_all_told(contest: Path, tmp_path: Path) -> None:
    weeks = [("作品名称|窑温新图", f"本周|{words}", "进展|量了|又量|再量") for words in ("一", "二", "二")]
    result = run(
        contest, form(tmp_path / "a.docx", *[[row + "|" * (3 - row.count("|")) for row in week] for week in weeks])
    )
    assert result.exit_code == 0, result.output
    assert "没有导入：本周“一”、进展“量了”（3 处）、又量“再量”（3 处）、本周“二”（2 处）" in result.output


def test_a_table_of_persons_within_a_cell_of_a_form_stays_out(tmp_path: Path) -> None:
    made: Any = docx.Document()
    outer = made.add_table(2, 2)
    for cell, words in zip(outer.row_cells(0), ("作品名称", "窑温新图"), strict=True):
        cell.text = words
    cell = outer.cell(1, 0).merge(outer.cell(1, 1))
    cell.text = LONG
    inner = cell.add_table(3, 3)
    for row, words in zip(inner.rows, ("排序|姓名|备注", "1|甲乙|组长", "2|丙丁|组员"), strict=True):
        for each, word_ in zip(row.cells, words.split("|"), strict=True):
            each.text = word_
    cell.add_paragraph("八、指导教师意见")
    made.add_heading(OUTLINE[0], 1)
    made.save(tmp_path / "a.docx")
    found = arranged(tmp_path / "a.docx")
    assert found.introduction == [LONG, "八、指导教师意见"]
    assert "有关个人的内容没有导入：姓名（整张表，3 行）" in found.notes


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("指导教师意见", "不是正文，没有导入：指导教师意见"),
        ("联系方式", f"“{OUTLINE[0]}”里有关个人的内容没有导入：成员、姓名、联系方式"),
    ],
)
def test_a_long_text_in_a_row_of_its_own_comes_in_from_a_table_left_out(tmp_path: Path, last: str, told: str) -> None:
    made: Any = docx.Document()
    made.add_heading(OUTLINE[0], 1)
    grid = made.add_table(5, 3)
    rows = ("成员|姓名|学号", "成员|甲乙|01", f"简介|{LONG}|", f"{last}|{LONG}|", f"丙丁|{LONG}|02")
    for number, row in enumerate(rows):
        for column, words in enumerate(row.split("|")):
            grid.cell(number, column).text = words
    for number in (2, 3):
        grid.cell(number, 1).merge(grid.cell(number, 2))
    made.save(tmp_path / "a.docx")
    found = arranged(tmp_path / "a.docx")
    assert found.sections[0].parts == ["**简介**", LONG]
    assert f"{told}（整张表，5 行），里面成段的文字导入了" in found.notes


def test_what_a_cover_says_and_no_key_of_the_case_shows_is_told(contest: Path, tmp_path: Path) -> None:
    rows = ("作品名称|窑温新图", "作品编号|0815", "所属组别|新手组", "指导教师|甲乙")
    told = run(contest, form(tmp_path / "a.docx", rows)).output
    assert "Word 里写的这几项没有用上：编号“0815”" in told
    assert "甲乙" not in told


def test_what_the_entry_says_is_not_told_as_left_out(contest: Path, tmp_path: Path) -> None:
    settings = contest / "content/contest.yml"
    settings.write_text(settings.read_text("utf-8") + "entrants: {names: true}\n", "utf-8")
    table = "编号,项目名称,牵头单位,赛道,奖项,参赛者\nA1,窑温新图,临河陶瓷公司,智能制造,一等奖,周小舟\n"
    (contest / "content/alpha/2026/entries.csv").write_text(table, "utf-8")
    told = run(contest, form(tmp_path / "a.docx", ("作品名称|窑温新图", "讲解人|周小舟", "口号|一目了然"))).output
    assert "口号“一目了然”" in told
    assert "讲解人" not in told


def test_a_title_that_a_form_tells_is_no_guess_whatever_stands_above(tmp_path: Path) -> None:
    for lines in (["案例一：临河窑温图"], ["案例一：临河窑温图", "项目名称：窑温新图"]):
        made: Any = docx.Document()
        for line in lines:
            made.add_paragraph(line)
        made.add_heading(OUTLINE[0], 1)
        made.save(tmp_path / "a.docx")
        found = arranged(tmp_path / "a.docx")
        is_told = len(lines) > 1
        assert (found.title, found.is_guess) == ("窑温新图" if is_told else "临河窑温图", not is_told)
        assert found.cover == ["临河窑温图"] * is_told


@pytest.mark.parametrize("row", ["名称|单位|数量|金额", "学校|姓名|学科|职务", "单位|编号|编号|密级："])
def test_a_label_beside_another_is_not_what_that_one_says(tmp_path: Path, row: str) -> None:
    rows = ("作品名称|窑温新图||", row, "申报单位|临河陶瓷公司||")
    facts = arranged(form(tmp_path / "a.docx", rows)).facts
    assert facts == {"title": "窑温新图", "unit": "临河陶瓷公司"}


@pytest.mark.parametrize(
    ("line", "is_kept"),
    [
        ("电话拦截功能：陌生电话打进来时提醒。", True),
        ("手机端地址解析：把地址变成坐标。", True),
        ("联系电话：010-1234。", False),
        ("手机号码：见附件。", False),
        ("指导教师简介：教授，做过窑。", False),
    ],
)
def test_a_sentence_about_what_a_project_does_with_telephones_is_text(tmp_path: Path, line: str, is_kept: bool) -> None:
    made: Any = docx.Document()
    made.add_paragraph(line)
    made.add_heading(OUTLINE[0], 1)
    made.save(tmp_path / "a.docx")
    found = arranged(tmp_path / "a.docx")
    assert (found.introduction == [line]) is is_kept
    assert any("有关个人的内容没有导入" in note for note in found.notes) is not is_kept


def test_headings_directly_above_the_text_before_the_first_section_stay(tmp_path: Path) -> None:
    made: Any = docx.Document()
    lines = ("申报书", "填写说明：", LONG, "第一章 缘起", "1.1 为什么量", LONG, "2026年5月", "小标题", LONG, "附件目录")
    for words in lines:
        made.add_paragraph().add_run(words).bold = words not in (LONG, "2026年5月", "填写说明：")
    made.add_heading(OUTLINE[0], 1)
    made.add_paragraph("一座窑。")
    made.save(tmp_path / "a.docx")
    found = arranged(tmp_path / "a.docx")
    assert found.introduction == ["**第一章 缘起**", "**1.1 为什么量**", LONG, "**小标题**", LONG]
    assert found.cover == ["申报书", "填写说明：", LONG, "2026年5月", "附件目录"]


def test_sentences_before_the_first_section_are_text_however_short(tmp_path: Path) -> None:
    made: Any = docx.Document()
    told = ("填写说明", "一、用四号字，", LONG)
    kept = (
        "C. 别处怎么做",
        "1.2目的",
        "记了。接着",
        "窑里的温度每十秒钟记一次，记下来的数再画成一张大图给人们看一看",
        LONG,
    )
    for words in ("窑温新图", *told, *kept):
        made.add_paragraph(words)
    made.add_heading(OUTLINE[0], 1)
    made.add_paragraph("一座窑。")
    made.save(tmp_path / "a.docx")
    found = arranged(tmp_path / "a.docx")
    assert found.introduction == [f"**{kept[0]}**", f"**{kept[1]}**", *kept[2:]]
    assert found.cover == ["窑温新图", *told]


def test_a_numbered_list_right_behind_another_keeps_its_numbers(tmp_path: Path) -> None:
    made: Any = docx.Document()
    made.add_heading(OUTLINE[0], 1)
    for words in ("1. 温度", "2. 时间", "1. 半秒一次", "2. 一天一份"):
        made.add_paragraph(words)
    made.save(tmp_path / "a.docx")
    assert arranged(tmp_path / "a.docx").sections[0].parts == ["1. 温度\n2. 时间", "1\\. 半秒一次\n\n2\\. 一天一份"]


def test_typed_lines_of_a_table_of_contents_are_told_once(tmp_path: Path) -> None:
    made: Any = docx.Document()
    made.add_heading(OUTLINE[0], 1)
    for words in ("一、量温 3", "二、起因……………………4", "三、又一章......................12", "得分比 2. 5"):
        made.add_paragraph(words)
    made.add_heading("一、量温", 2)
    made.save(tmp_path / "a.docx")
    found = arranged(tmp_path / "a.docx")
    assert found.sections[0].parts == ["得分比 2. 5", "### 量温"]
    assert "目录没有导入（3 行）" in found.notes


def test_headings_below_a_title_are_not_said_to_be_missing(tmp_path: Path) -> None:
    made: Any = docx.Document()
    made.add_heading("窑温新图", 1)
    for words in ("起因", "做法"):
        made.add_heading(words, 2)
        made.add_paragraph("一座窑。")
    made.save(tmp_path / "a.docx")
    found = arranged(tmp_path / "a.docx")
    assert found.introduction == ["## 起因", "一座窑。", "## 做法", "一座窑。"]
    assert found.notes == ["只有一个大标题，当作案例名称；正文请按提纲分开"]


@pytest.mark.parametrize(
    ("head", "told"),
    [("编号|评分项|分值", []), ("编号|姓名|分值", ["有关个人的内容没有导入：姓名（整张表，3 行）"])],
)
def test_a_table_with_a_head_is_no_form(tmp_path: Path, head: str, told: list[str]) -> None:
    made = arranged(form(tmp_path / "a.docx", (head, "1|创意|20", "2|演示|30")))
    assert [note for note in made.notes if "个人" in note] == told
    assert bool(made.introduction) is not bool(told)


def test_the_same_line_of_a_cover_is_told_once(contest: Path, tmp_path: Path) -> None:
    made: Any = docx.Document()
    for words in ("周报", "周报", "优秀案例"):
        made.add_paragraph(words)
    made.add_heading(OUTLINE[0], 1)
    made.add_paragraph("一座窑。")
    made.save(tmp_path / "窑.docx")
    told = run(contest, tmp_path / "窑.docx").output
    assert "以前的“周报”没有导入（2 处）" in told
    assert (contest / CASES).is_dir()


def test_drawings_are_converted_in_one_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    runs: list[int] = []

    def all_converted(files: Sequence[bytes], ending: str, into: str, seconds: float) -> list[bytes | None]:
        runs.append(len(files))
        assert (ending, into, seconds > 0) == (".wmf", "png", True)
        return [picture().getvalue() if data == b"first" else None for data in files]

    monkeypatch.setattr(office, "all_converted", all_converted)
    gallery = word._Gallery(told := word.Counter())
    names = [gallery._keep(data, "image/x-wmf", "") for data in (b"first", b"second")]
    html = gallery.settled("".join(f'<img src="{name}"/>' for name in names))
    assert html == '<img src="figure-1.png"/><img src=""/>'
    assert ([each.name for each in gallery.pictures], runs) == (["figure-1.png"], [2])
    assert told == {"图片（EMF、WMF 格式），另存为 PNG 再补上": 1}

    def none(*given: object) -> list[bytes | None]:
        raise Refused("", "")

    monkeypatch.setattr(office, "all_converted", none)
    gallery._keep(b"third", "image/x-emf", "")
    assert gallery.settled("") == ""
    assert len(gallery.pictures) == 1


@pytest.mark.parametrize(
    ("form", "number", "printed"),
    [
        *(("lowerRoman", 4, "iv"), ("upperRoman", 19, "XIX"), ("decimalZero", 3, "03"), ("lowerLetter", 28, "bb")),
        *(("ideographTraditional", 2, "乙"), ("ideographTraditional", 11, "11"), ("ideographZodiac", 12, "亥")),
        *(("chineseLegalSimplified", 12, "拾贰"), ("chineseCounting", 12, "十二"), ("decimal", 12, "12")),
    ],
)
def test_numbers_of_lists_are_as_word_prints_them(form: str, number: int, printed: str) -> None:
    assert word_numbers._written(number, form) == printed


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (datetime.fromisoformat("2026-05-01T09:30"), "2026-05-01 09:30:00"),
        (datetime.fromisoformat("2026-05-01"), "2026-05-01"),
        (timedelta(days=1, hours=2, minutes=3), "26:03:00"),
    ],
)
def test_moments_and_spans_of_a_workbook_have_no_english_words(cell: object, text: str) -> None:
    assert workbook._text(cell) == text


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        (("阶段|内容|负责人", "一|量温|甲", "二|画图|乙"), ["阶段 内容", "一 量温", "二 画图"]),
        (("成员|角色|职责", "甲|算法负责人|训练"), ["角色 职责", "算法负责人 训练"]),
        (("项目负责人|甲", "场地|窑房", "周期|一年"), ["场地 窑房", "周期 一年"]),
        (("姓名|角色|职责", "甲|算法|训练"), []),
        (("版本|日期|拟制|审核", "1.0|5月|甲|乙"), ["版本 日期", "1.0 5月"]),
        (("负责人|李明|场地|窑房", "周期|一年|经费|十万元"), []),
        (("联系人|职责|电话", "甲|联系|010-1", "负责人|乙|010-2"), []),
        (("联系人|电话", "甲|010-1"), []),
        (("联系人|甲", "电话|010-1"), []),
    ],
)
def test_what_is_not_about_persons_in_a_table_stays(tmp_path: Path, rows: Sequence[str], kept: list[str]) -> None:
    made: Any = docx.Document()
    made.add_heading(OUTLINE[0], 1)
    grid = made.add_table(len(rows), rows[0].count("|") + 1)
    for number, row in enumerate(rows):
        for column, words in enumerate(row.split("|")):
            grid.cell(number, column).text = words
    made.save(tmp_path / "a.docx")
    found = arranged(tmp_path / "a.docx")
    lines = [line for part in found.sections[0].parts for line in part.split("\n") if "---" not in line]
    assert [" ".join(line.strip("| ").split(" | ")) for line in lines] == kept
    assert any("有关个人的内容没有导入" in note for note in found.notes)


@pytest.mark.parametrize("words", ["#方法说明", ">5 米才报警", "[index](x) 与 a[:, 1:]", "矩阵[X,Y](N,K)"])
def test_what_programs_mean_by_signs_is_text_without_warnings(contest: Path, tmp_path: Path, words: str) -> None:
    made: Any = docx.Document()
    made.add_paragraph("窑温新图", style="Title")
    for heading in OUTLINE:
        made.add_heading(heading, 1)
        made.add_paragraph(words)
    made.save(tmp_path / "a.docx")
    assert run(contest, tmp_path / "a.docx").exit_code == 0
    report = load(contest).report
    assert {found.code for found in report.diagnostics} == {"draft-to-do"}
    text = arranged(tmp_path / "a.docx").sections[0].parts[0]
    assert "".join(html_tree.read(markdown.html(text))[0].itertext()) == words


def test_a_break_within_bold_words_ends_a_line(tmp_path: Path) -> None:
    made: Any = docx.Document()
    made.add_heading(OUTLINE[0], 1)
    words = made.add_paragraph("先量温。")
    bold = words.add_run()
    bold.bold = True
    bold.add_break()
    bold.add_text("二、画图")
    words.add_run().add_break()
    words.add_run("画成一张")
    words.add_run("图")
    made.save(tmp_path / "a.docx")
    assert arranged(tmp_path / "a.docx").sections[0].parts == ["先量温。", "### 画图", "画成一张图"]
