"""Write-ups from Word as drafts of cases: what comes over, what is marked, what is told, and going on after a stop."""

from __future__ import annotations

import io
import re
import shutil
import time
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner, Result
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from PIL import Image

from generator.commands.cli import main
from generator.handbook.page import inks
from generator.intake.writeups import figures, manuscript_text, sections, sources, word
from generator.intake.writeups.passages import PassageReader
from generator.intake.writeups.sections import Arranged, CasePart
from generator.papers import Stock
from generator.project import load
from generator.text import markdown
from tests import whole
from tests.intake.corpus.render import Pieces, write
from tests.intake.office_files import M, W, converted, deleted, footnoted, picture, write_up

CASES = "content/alpha/2026/cases"
OUTLINE = ("项目概述", "解决方案", "应用成效")


def run(contest: Path, *paths: Any) -> Result:
    edition = ["--root", str(contest), "--branch", "alpha", "--year", "2026"]
    return CliRunner().invoke(main, ["import", "case", *edition, *map(str, paths)])


def renamed(model: Path, title: str) -> bytes:
    """The Word file with another title."""
    target = io.BytesIO()
    with zipfile.ZipFile(model) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace("题目在此".encode(), title.encode()))
    return target.getvalue()


def arranged(path: Path, outline: tuple[str, ...] = OUTLINE) -> Arranged:
    text = word.read(path.read_bytes(), path.suffix)
    reader = PassageReader(lambda words: bool(sections.section_of(words, outline)))
    return sections.arrange(reader.blocks(text.html), outline)


def parts(made: Arranged) -> dict[str, list[str]]:
    return {each.heading: each.parts for each in made.sections}


@pytest.mark.parametrize("styled", [True, False], ids=["with styles", "in bold"])
def test_a_case(contest: Path, tmp_path: Path, styled: bool, regen: bool) -> None:
    path = footnoted(tmp_path / "窑温一张图（临河陶瓷）.docx", write_up(tmp_path / "a.docx", "窑温新图", styled=styled))
    result = run(contest, path)
    assert result.exit_code == 0, result.output
    folder = contest / CASES / "yao-wen-xin-tu"
    made, expected = (folder / "index.md").read_text("utf-8"), Path(__file__).with_name("case.md")
    if regen:
        expected.write_text(made, "utf-8")
    assert made == expected.read_text("utf-8")
    with Image.open(folder / "figure-2.png") as image:
        assert (image.format, image.size) == ("PNG", (60, 40))
    for note in (
        "标题“解决的方案”当作“解决方案”",
        "提纲里没有“知识产权”，放在“应用成效”里",
        "有关个人的内容没有导入：联系人",
        "公式的样式，内容写成了 LaTeX",
        "出现手机号码 138********，已删去",
        "2 张图片要写替代文字",
        "表格里合并的格已拆开",
    ):
        assert note in result.output
    assert "王小明" not in result.output
    report = load(contest).report
    assert {found.code for found in report.diagnostics} == {"draft-to-do"}


def test_what_an_entry_says_comes_first(contest: Path, tmp_path: Path) -> None:
    table = contest / "content/alpha/2026/entries.csv"
    table.write_text(
        "编号,项目名称,牵头单位,合作单位,赛道,奖项\nA-1,窑温新图,临河陶瓷股份有限公司,甲州大学,智能制造,优秀奖\n",
        "utf-8",
    )
    result = run(contest, write_up(tmp_path / "a.docx", "窑温新图"))
    assert "Word 里的牵头单位是“临河陶瓷有限公司”，按项目表写作“临河陶瓷股份有限公司”" in result.output
    text = (contest / CASES / "yao-wen-xin-tu/index.md").read_text("utf-8")
    assert "award: 优秀奖\nunit: 临河陶瓷股份有限公司\npartners:\n- 甲州大学\n" in text
    assert "yao-wen-xin-tu" in table.read_text("utf-8-sig")
    near = run(contest, write_up(tmp_path / "b.docx", "窑温的新图表"))
    assert "最像 A-1“窑温新图”" in near.output


def test_a_large_archive_goes_on_where_it_was_stopped(contest: Path, tmp_path: Path) -> None:
    archive = tmp_path / "案例.zip"
    models = [write_up(tmp_path / f"{styled}.docx", "题目在此", styled=styled) for styled in (False, True)]
    with zipfile.ZipFile(archive, "w") as packed:
        for number in range(30):
            packed.writestr(f"案例/{number:03}.docx", renamed(models[number % 2], f"第{number}号水尺"))
        packed.writestr("案例/~$001.docx", b"")
        packed.writestr("__MACOSX/._001.docx", b"")
        packed.writestr("案例/Thumbs.db", b"")
        packed.writestr("案例/汇总表.xlsx", b"")
        packed.writestr("案例/坏的.docx", b"PK not at all")
    began = time.monotonic()
    result = run(contest, archive)
    assert time.monotonic() - began < 72
    assert "新建 30，没有读 1。" in result.output
    assert "案例/坏的.docx（没有读）\n    打不开" in result.output
    assert "没有读的文件：案例/汇总表.xlsx" in result.output
    assert "Thumbs" not in result.output
    assert result.exit_code == 1
    made = sorted(path.name for path in (contest / CASES).iterdir())
    assert len(made) == 34  # with those that were there
    by_hand = contest / CASES / "di-1-hao-shui-chi/index.md"
    by_hand.write_text(by_hand.read_text("utf-8") + "\n手改。\n", "utf-8")
    shutil.rmtree(contest / CASES / "di-2-hao-shui-chi")
    again = run(contest, archive)
    assert "新建 1，没有变化 29，没有读 1。" in again.output
    assert sorted(path.name for path in (contest / CASES).iterdir()) == made
    assert by_hand.read_text("utf-8").endswith("手改。\n")
    assert not load(contest).report.has_errors


def test_a_newer_file_renews_its_case_unless_somebody_worked_on_that(contest: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    run(contest, write_up(path, "窑温新图"))
    case = contest / CASES / "yao-wen-xin-tu/index.md"
    changed = run(contest, write_up(path, "窑温新图", "临河第二陶瓷公司，云川大学/甲州大学"))
    assert "更新 1。" in changed.output
    assert "unit: 临河第二陶瓷公司\npartners:\n- 云川大学\n- 甲州大学\n" in case.read_text("utf-8")
    case.write_text(case.read_text("utf-8").replace("待补充：一两句话的摘要", "看得见的窑温。"), "utf-8")
    kept = run(contest, write_up(path, "窑温新图", "临河第三陶瓷厂"))
    assert "保留 1。" in kept.output
    assert "看得见的窑温。" in case.read_text("utf-8")
    assert "更新 1。" in run(contest, path, "--overwrite").output
    assert "临河第三陶瓷厂" in case.read_text("utf-8")


def test_a_case_follows_what_the_table_says_of_its_project(contest: Path, tmp_path: Path) -> None:
    table = contest / "content/alpha/2026/entries.csv"
    table.write_text("编号,项目名称,牵头单位,赛道,奖项\nZN-001,窑温新图,临河厂,智能制造,一等奖\n", "utf-8")
    path = write_up(tmp_path / "a.docx", "窑温新图")
    assert "新建 1。" in run(contest, path).output
    assert "没有变化 1。" in run(contest, path).output
    table.write_text(table.read_text("utf-8-sig").replace("临河厂", "临河新厂"), "utf-8")
    assert "更新 1。" in run(contest, path).output
    assert "unit: 临河新厂" in (contest / CASES / "yao-wen-xin-tu/index.md").read_text("utf-8")


def test_a_case_that_is_there_is_not_made_twice(contest: Path, tmp_path: Path) -> None:
    before = (contest / CASES / "night-bus/index.md").read_text("utf-8")
    assert "保留 1。" in run(contest, write_up(tmp_path / "a.docx", "夜班车随叫随到")).output
    assert (contest / CASES / "night-bus/index.md").read_text("utf-8") == before


def _old(folder: Path) -> Path:
    folder.mkdir()
    return converted(write_up(folder / "a.docx"), "doc")


@pytest.mark.parametrize("ending", ["doc", "wps"])
def test_old_formats(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, ending: str) -> None:
    old = whole.once(tmp_path_factory, "old-write-up", _old) / "a.doc"
    made = arranged(Path(shutil.copy(old, tmp_path / f"b.{ending}")))
    assert "### 背景" in parts(made)["项目概述"]
    assert any(part.startswith("| 指标 | 之前 | 之后 |") for part in parts(made)["解决方案"])
    assert "服务企业32家。" in parts(made)["应用成效"]


def test_sections_by_labelnumbers_and_contents(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("项目概述........1")
    document.add_paragraph("解决方案........2")
    document.add_paragraph(
        "本项目用三年时间，把全省两千座水库的水位接到一张图上，使值班的人在一处就看得到全部水情，不必再逐一打电话询问。"
    )
    for heading, text in (
        ("第一部分 项目概述", "甲。"),
        ("第二部分 解决方案：", "乙。"),
        ("三、应用成效：很好。", "丙。"),
    ):
        document.add_paragraph(heading)
        document.add_paragraph(text)
    document.save(str(tmp_path / "a.docx"))
    made = arranged(tmp_path / "a.docx")
    assert parts(made) == {"项目概述": ["甲。"], "解决方案": ["乙。"], "应用成效": ["很好。", "丙。"]}
    assert [text[:6] for text in made.introduction] == ["本项目用三年"]
    free = arranged(write_up(tmp_path / "b.docx", styled=True), outline=())
    assert list(parts(free)) == ["项目概述", "解决的方案", "应用成效", "知识产权"]


def test_text_that_markdown_would_take_for_something_else(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("项目概述")
    lines = [
        "1. 先装表",
        "# 号线",
        "- 甲",
        "a_b 与 _c_",
        "<b>粗</b> 与 5<6",
        "$5 与 $6",
        "[1]：见下",
        "A&amp;B",
        "~~甲~~",
    ]
    for line in lines:
        document.add_paragraph(line)
    changed = document.add_paragraph("留下")
    deleted(changed, "删去的")
    document.save(str(tmp_path / "a.docx"))
    made = arranged(tmp_path / "a.docx")
    html = markdown.html("\n\n".join(made.sections[0].parts))
    shown = [line.removeprefix("<p>").removesuffix("</p>") for line in html.split("\n") if line]
    escaped = [line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for line in lines]
    assert shown == [*escaped, "留下"]


def test_pictures_that_are_told_and_those_that_say_nothing(contest: Path, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("水尺", 0)
    document.add_paragraph("项目概述")
    for colour, said in (("red", "村口的水尺"), ("blue", "图片 3"), ("green", "图形用户界面\n\n描述已自动生成")):
        document.add_picture(picture(colour))
        document.inline_shapes[-1]._inline.docPr.set("descr", said)
    document.add_picture(picture("black", size=(4, 4)))
    document.save(str(tmp_path / "a.docx"))
    result = run(contest, tmp_path / "a.docx")
    text = (contest / CASES / "shui-chi/index.md").read_text("utf-8")
    assert "alt: 村口的水尺" in text
    assert text.count("alt: 待补充：图中内容") == 2
    assert "没有照原样导入：图片（打不开，或者只是小图标）" in result.output
    assert "figure-4" not in text


def test_names_packed_by_chinese_systems(tmp_path: Path) -> None:
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("AAAA.docx", b"x")
    archive.write_bytes(archive.read_bytes().replace(b"AAAA", "水尺".encode("gb18030")))
    found, _ = sources.find([archive])
    assert [(each.name, each.read()) for each in found] == [("水尺.docx", b"x")]


def test_a_form_that_is_one_table(contest: Path, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("附件1")
    document.add_paragraph("甲州分赛案例申报表")
    form = document.add_table(6, 4)
    texts = [
        ["项目名称", "水尺上网", "申报单位（盖章）", "临河水文站"],
        ["联系人", "王小明", "手机", "13800138000"],
        ["项目概述（500字以内）", "全省两千把水尺。", "", ""],
        ["二、解决方案", "", "", ""],
        ["先装表，再接线。", "", "", ""],
        ["应用成效", "少跑一半路。", "", ""],
    ]
    for row, line in zip(form.rows, texts, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
    for row in (2, 5):
        form.cell(row, 1).merge(form.cell(row, 3))
    for row in (3, 4):
        form.cell(row, 0).merge(form.cell(row, 3))
    form.cell(2, 1).add_paragraph("看得见水位。")
    form.cell(5, 1).paragraphs[0].add_run().add_picture(picture())
    document.save(str(tmp_path / "a.docx"))
    made = arranged(tmp_path / "a.docx")
    assert (made.title, made.facts["unit"]) == ("水尺上网", "临河水文站")
    assert parts(made) == {
        "项目概述": ["全省两千把水尺。", "看得见水位。"],
        "解决方案": ["先装表，再接线。"],
        "应用成效": ["少跑一半路。", "![图 1](figure-1.png)"],
    }
    assert not any("13800138000" in note or "王小明" in note for note in made.notes)


def test_a_cover_without_styles_and_powers_raised_by_hand(contest: Path, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("“知行数据”大赛甲州分赛")
    document.add_paragraph().add_run("一把水尺管一条河").bold = True
    document.add_paragraph("2026年6月")
    document.add_paragraph("项目概述")
    paragraph = document.add_paragraph("每秒10")
    raised = paragraph.add_run("3")
    raised._r.get_or_add_rPr().append(parse_xml(f'<w:position xmlns:w="{W}" w:val="8"/>'))
    paragraph.add_run("方。")
    paragraph.add_run().add_break()
    paragraph.add_run("第二行。")
    document.save(str(tmp_path / "a.docx"))
    run(contest, tmp_path / "a.docx")
    text = (contest / CASES / "yi-ba-shui-chi-guan-yi-tiao-he/index.md").read_text("utf-8")
    assert "title: 待核对：一把水尺管一条河\n" in text
    assert "## 项目概述\n\n每秒10<sup>3</sup>方。\n\n第二行。\n" in text


def test_numbers_that_labelcounts_by_itself(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("项目概述")
    for step in ("装表", "接线", "试用"):
        document.add_paragraph(step, style="List Number")
        document.add_paragraph(f"{step}的说明。")
    document.save(str(tmp_path / "a.docx"))
    text = parts(arranged(tmp_path / "a.docx"))["项目概述"]
    assert text == ["1. 装表", "装表的说明。", "2. 接线", "接线的说明。", "3. 试用", "试用的说明。"]
    assert '<ol start="2">' in markdown.html("\n\n".join(text))


def test_a_list_below_an_item_stands_in_the_list_that_counts_on(tmp_path: Path) -> None:
    made = docx.Document()
    for line, style in (("项目概述", None), ("读得出", "List Number"), ("报得快：", "List Number"), ("1. 白天", None)):
        made.add_paragraph(line, style=style)
    for line, style in (("2. 夜里", None), ("修得起", "List Number")):
        made.add_paragraph(line, style=style)
    made.save(str(tmp_path / "b.docx"))
    listed = "1. 读得出\n2. 报得快：\n    1. 白天\n    2. 夜里\n3. 修得起"
    assert parts(arranged(tmp_path / "b.docx"))["项目概述"] == [listed]


def test_empty_items_and_tables_of_contents_are_no_text(tmp_path: Path) -> None:
    document = docx.Document()
    document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("水尺从哪里来\t3", style="toc 1")
    document.add_paragraph("项目概述")
    for item in ("装表", "", "试用"):
        document.add_paragraph(item, style="List Number")
    document.save(str(tmp_path / "a.docx"))
    reader = PassageReader()
    blocks = reader.blocks(word.read((tmp_path / "a.docx").read_bytes(), ".docx").html)
    assert [block.markdown for block in blocks] == ["项目概述", "1. 装表\n2. 试用"]
    assert [*dict.fromkeys(reader.notes)] == ["目录没有导入", "编号列表里空着的项没有导入，后面的号依次提前"]


@pytest.mark.parametrize(
    ("html", "written"),
    [
        ("<ol><li>甲<ul><li>乙</li></ul></li><li>丙</li></ol>", ["1. 甲\n    - 乙\n2. 丙"]),
        (
            (
                "<table><tr><td>步骤</td><td>内容</td></tr><tr><td><ul><li>装表</li><li>试用</li></ul></td>"
                "<td><table><tr><td>水</td><td>尺</td></tr></table></td></tr></table>"
            ),
            ["| 步骤 | 内容 |\n| --- | --- |\n| • 装表<br>• 试用 | 水 尺 |"],
        ),
        (
            "<table><tr><td><p><img src='a.png' /></p><p>图</p></td><td><p><img src='b.png' /></p></td></tr></table>",
            ["a.png", "b.png"],
        ),
        ("<p>见<a href='https://example.org/a b'>网站</a></p>", ["见[网站](<https://example.org/a%20b>)"]),
        ("<p><strong>窑温<br />一张图</strong>，<em>水<br />尺</em></p>", ["**窑温**", "**一张图**，*水*", "*尺*"]),
    ],
)
def test_blocks_of_a_text(html: str, written: list[str]) -> None:
    assert [block.markdown for block in PassageReader().blocks(html)] == written


def test_what_stands_across_the_head_of_a_table_is_its_title(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "水尺一览"
    for column, (head, value) in enumerate((("编号", "一"), ("河", "青河"), ("公里", "3"))):
        table.cell(1, column).text, table.cell(2, column).text = head, value
    document.save(str(tmp_path / "a.docx"))
    blocks = PassageReader().blocks(word.read((tmp_path / "a.docx").read_bytes(), ".docx").html)
    assert [block.markdown for block in blocks] == [
        "水尺一览",
        "| 编号 | 河 | 公里 |\n| --- | --- | --- |\n| 一 | 青河 | 3 |",
    ]


def test_headings_that_labelnumbers_in_chinese(tmp_path: Path) -> None:
    document = docx.Document()
    for heading in OUTLINE:
        document.add_paragraph(heading, style="List Number")
        document.add_paragraph(f"{heading}如下。")
    for abstract in document.part.numbering_part.element.findall(qn("w:abstractNum")):
        for level in abstract.findall(qn("w:lvl")):
            level.find(qn("w:numFmt")).set(qn("w:val"), "chineseCounting")
            level.find(qn("w:lvlText")).set(qn("w:val"), "%1、")
    document.save(str(tmp_path / "a.docx"))
    assert parts(arranged(tmp_path / "a.docx")) == {heading: [f"{heading}如下。"] for heading in OUTLINE}


def test_a_form_of_tables_that_lay_out_the_page(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("“知行数据”大赛项目申报书", 0)
    facts = made.add_table(1, 2)
    for cell, text in zip(facts.rows[0].cells, ["项目名称", "窑温一张图"], strict=True):
        cell.text = text
    for heading in OUTLINE:
        made.add_heading(heading, 1)
        page = made.add_table(1, 2)
        page.cell(0, 0).text = f"{heading}的内容。"
        page.cell(0, 1).paragraphs[0].add_run().add_picture(picture())
    members = made.add_table(2, 2)
    for place, text in enumerate(["姓名", "分工", "王小明", "安装"]):
        members.cell(place // 2, place % 2).text = text
    made.add_paragraph("项目联系人：王小明")
    made.add_paragraph("与上游厂的联系：每日一报。")
    made.save(tmp_path / "a.docx")
    found = arranged(tmp_path / "a.docx")
    assert found.title == "窑温一张图"
    last = OUTLINE[-1]
    shown = "![图 1](figure-1.png)"
    assert parts(found) == {each: [f"{each}的内容。", shown] for each in OUTLINE[:-1]} | {
        last: [f"{last}的内容。", shown, "与上游厂的联系：每日一报。"]
    }
    assert [note for note in found.notes if "个人" in note] == [
        f"“{last}”里有关个人的内容没有导入：姓名（整张表，2 行）",
        f"“{last}”里有关个人的内容没有导入：项目联系人",
    ]


def test_a_title_among_the_lines_of_a_cover_is_known_by_the_table_of_projects(contest: Path, tmp_path: Path) -> None:
    table = contest / "content/alpha/2026/entries.csv"
    table.write_text("编号,项目名称,牵头单位,赛道,奖项\nA-1,窑温新图,临河陶瓷有限公司,智能制造,优秀奖\n", "utf-8")
    made = docx.Document()
    for line in ("优秀案例", "窑温新图", "报送者甲"):
        made.add_paragraph(line)
    made.add_heading(OUTLINE[0], 1)
    made.add_paragraph("一座窑。")
    made.save(tmp_path / "案例5.docx")
    result = run(contest, tmp_path / "案例5.docx")
    assert (contest / CASES / "yao-wen-xin-tu/index.md").read_text("utf-8").startswith("---\ntitle: 窑温新图\n")
    assert [line.strip() for line in result.output.splitlines() if "以前" in line] == [
        "第一部分以前的“优秀案例”没有导入",
        "第一部分以前的“报送者甲”没有导入",
    ]


def test_a_title_in_a_form_is_known_by_the_table_of_projects_and_its_other_cells_are_told(
    contest: Path, tmp_path: Path
) -> None:
    table = contest / "content/alpha/2026/entries.csv"
    table.write_text("编号,项目名称,牵头单位,赛道,奖项\nA-1,窑温新图,临河陶瓷有限公司,智能制造,优秀奖\n", "utf-8")
    made = docx.Document()
    made.add_paragraph("品质改善报告书")
    grid = made.add_table(2, 4)
    for row, words in enumerate(("主题 窑温新图 单位 临河陶瓷有限公司", "圈名 窑火 姓名 甲")):
        for column, label in enumerate(words.split()):
            grid.cell(row, column).text = label
    made.add_heading(OUTLINE[0], 1)
    made.add_paragraph("一座窑。")._p.append(parse_xml(f'<w:r xmlns:w="{W}"><w:object/></w:r>'))
    made.save(tmp_path / "报告.docx")
    result = run(contest, tmp_path / "报告.docx")
    assert (contest / CASES / "yao-wen-xin-tu/index.md").read_text("utf-8").startswith("---\ntitle: 窑温新图\n")
    for note in (
        "以前的表里没有导入：圈名“窑火”",
        "个人的内容没有导入：姓名",
        "嵌入的对象（Excel 表等）",
    ):
        assert note in result.output


def test_the_only_heading_is_the_title_and_nobody_known_enters(contest: Path, tmp_path: Path) -> None:
    file = contest / "content/contest.yml"
    file.write_text(f"{file.read_text('utf-8')}\nentrants: {{unit: false}}\n", "utf-8")
    made = docx.Document()
    made.add_heading("窑温新图", 1)
    made.add_paragraph("一座窑。")
    made.save(tmp_path / "提案-01.docx")
    assert "只有一个大标题，当作案例名称；正文请按提纲分开" in run(contest, tmp_path / "提案-01.docx").output
    text = (contest / CASES / "yao-wen-xin-tu/index.md").read_text("utf-8")
    assert "title: 窑温新图\n" in text
    assert "unit: 待补充\n" in text
    assert text.partition("\n---\n")[2].startswith(f"一座窑。\n\n## {OUTLINE[0]}\n\n待补充")
    assert not [each for each in load(contest).report.errors if "yao-wen-xin-tu" in each.at.file]


R = "<m:r><m:t>{}</m:t></m:r>"
FRACTION = f"<m:f><m:num>{R.format('α·(R−Q)')}</m:num><m:den>{R.format('面积')}</m:den></m:f>"
SUB = f"<m:sSub><m:e>{R.format('h')}</m:e><m:sub>{R.format('0')}</m:sub></m:sSub>"
NARY = f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{R.format("i")}</m:sub><m:sup/><m:e>{SUB}</m:e></m:nary>'
MATRIX = f"<m:m><m:mr><m:e>{R.format('a')}</m:e></m:mr></m:m>"


@pytest.mark.parametrize(
    ("inside", "written"),
    [
        (f"{R.format('h=')}{FRACTION}{R.format('+')}{SUB}", r"$$h=\frac{α·(R−Q)}{\text{面积}}+{h}_{0}$$"),
        (f"{R.format('E=')}{NARY}{R.format('5%')}", r"$$E=\sum_{i}{h}_{0}5\%$$"),
        (f"{R.format('5~10%')}", r"$$5\sim 10\%$$"),
        (f"{R.format('x^2')}", "（待补充：公式 x^2）"),
        (f"{R.format('a')}{MATRIX}", "（待补充：公式 aa）"),
        (f"<m:rad><m:deg/><m:e>{R.format('x')}</m:e></m:rad>", r"$$\sqrt{x}$$"),
        (f"<m:d><m:e>{R.format('x')}</m:e></m:d>", "$$(x)$$"),
        ("<m:r><m:rPr><m:sty m:val='p'/></m:rPr><m:t>km</m:t></m:r>", r"$$\mathrm{km}$$"),
        (f"<m:rad><m:deg>{R.format('3')}</m:deg><m:e>{R.format('x')}</m:e></m:rad>", "（待补充：公式 3x）"),
    ],
)
def test_formulas_in_lines_of_their_own(tmp_path: Path, inside: str, written: str) -> None:
    made = docx.Document()
    made.add_paragraph("项目概述")
    line = made.add_paragraph()._p
    line.append(parse_xml(f'<m:oMathPara xmlns:m="{M}"><m:oMath>{inside}</m:oMath></m:oMathPara>'))
    made.save(tmp_path / "a.docx")
    assert parts(arranged(tmp_path / "a.docx"))["项目概述"] == [written]


def test_headings_of_its_own_where_none_is_of_the_outline(tmp_path: Path) -> None:
    made = docx.Document()
    for line in ("水尺上网", "一、做法", "（一）装表", "两千把水尺。", "二、收获", "1、少跑路；", "2、早知道。"):
        made.add_paragraph().add_run(line).bold = line[0] in "水一二（"
    made.save(tmp_path / "a.docx")
    found = arranged(tmp_path / "a.docx")
    assert parts(found) == {"做法": ["### 装表", "两千把水尺。"], "收获": ["1. 少跑路；\n2. 早知道。"]}
    assert (found.title, found.notes) == (
        "水尺上网",
        [f"提纲的标题一个也没有，照原文的标题分的，请改成：{'、'.join(OUTLINE)}"],
    )


def test_instructions_of_a_form_are_no_text(tmp_path: Path) -> None:
    made = docx.Document()
    for line in ("填 报 说 明", "1. 请用A4纸打印。", "项目概述", "两千把水尺。"):
        made.add_paragraph(line)
    made.save(tmp_path / "a.docx")
    found = arranged(tmp_path / "a.docx")
    assert (found.introduction, found.cover) == ([], ["填 报 说 明", "1. 请用A4纸打印。"])


def test_names_of_figures_wherever_they_stand(tmp_path: Path) -> None:
    made = docx.Document()
    lines = (
        "项目概述",
        "图1-1 甲",
        "#",
        "#",
        "图2：乙",
        "图2所示为乙",
        "#",
        "#",
        "图3 丙 图4 丁",
        "#",
        "图5 戊说得清楚。",
    )
    for line in lines:
        made.add_picture(picture()) if line == "#" else made.add_paragraph(line)
    pair = made.add_table(2, 2)
    for place, colour in enumerate(("blue", "green")):
        pair.cell(0, place).paragraphs[0].add_run().add_picture(picture(colour))
        pair.cell(1, place).text = f"使用{'前后'[place]}"
    made.save(tmp_path / "a.docx")
    shown = parts(arranged(tmp_path / "a.docx"))["项目概述"]
    assert [part[: part.find("]") + 1] or part for part in shown] == [
        *("![甲]", "![乙]", "图“乙”所示为乙", "![丙]", "![丁]", "![图 1]", "图5 戊说得清楚。"),
        *("![图 2]", "使用前", "![图 3]", "使用后"),
    ]


def test_what_is_merged_across_stands_once_below_the_head(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading(OUTLINE[0], 1)
    grid = made.add_table(3, 3)
    for row, words in enumerate(("主题 重要性 合计", "跌倒 38 114", "说明 圈员七人 圈员七人")):
        for column, label in enumerate(words.split()):
            grid.cell(row, column).text = label
    grid.cell(2, 1).merge(grid.cell(2, 2)).text = "圈员七人"
    made.save(tmp_path / "a.docx")
    (table,) = parts(arranged(tmp_path / "a.docx"))[OUTLINE[0]]
    assert table.splitlines()[2:] == ["| 跌倒 | 38 | 114 |", "| 说明 | 圈员七人 |  |"]


def test_tables_of_one_row_and_tables_within_cells(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("项目概述")
    flow = made.add_table(1, 3)
    form = made.add_table(2, 2)
    for place, text in enumerate(("采集", "→", "分析")):
        flow.cell(0, place).text = text
    for place, heading in enumerate(OUTLINE[1:]):
        form.cell(place, 0).text, form.cell(place, 1).text = heading, "如下。"
    inner = form.cell(0, 1).add_table(2, 2)
    for place, text in enumerate(("级别", "天数", "红", "7")):
        inner.cell(place // 2, place % 2).text = text
    made.save(tmp_path / "a.docx")
    found = parts(arranged(tmp_path / "a.docx"))
    assert found["项目概述"] == ["采集 → 分析"]
    assert found[OUTLINE[1]] == ["如下。", "| 级别 | 天数 |\n| --- | --- |\n| 红 | 7 |"]


def test_an_archive_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "一").mkdir()
    with zipfile.ZipFile(tmp_path / "一/包.zip", "w") as packed:
        packed.writestr("水尺/水尺.docx", b"x")
    found, _ = sources.find([tmp_path])
    assert [(each.name, each.read()) for each in found] == [("一/水尺/水尺.docx", b"x")]


def test_figures_are_told_by_their_names(tmp_path: Path) -> None:
    made = docx.Document()
    for line in ("项目概述", "见图2-1和图3；地图2张（图2—1）。", "#", "图2-1　水尺分布", "图4 没有的图"):
        made.add_picture(picture()) if line == "#" else made.add_paragraph(line)
    made.save(tmp_path / "a.docx")
    found = arranged(tmp_path / "a.docx")
    assert parts(found)["项目概述"][0] == "见图“水尺分布”和图3；地图2张（图“水尺分布”）。"
    assert "没有的图" not in "".join(parts(found)["项目概述"])
    assert found.notes[-4:] == [
        "正文里的“图2-1”写作图“水尺分布”",
        "正文里的“图3”是哪张图没有写明，请改写",
        "正文里的“图2—1”写作图“水尺分布”",
        "没有导入没有图的图题、附件名称、签名和“以下无正文”：图4 没有的图",
    ]


def test_pictures_beside_each_other_stay_so(tmp_path: Path) -> None:
    """Those of a row of a table, and of a paragraph; those below each other do not."""
    made = docx.Document()
    made.add_paragraph("项目概述")
    table = made.add_table(2, 2)
    for column, name in enumerate(("立春", "雨水")):
        table.cell(0, column).paragraphs[0].add_run().add_picture(picture(size=(40, 90 + column)))
        table.cell(1, column).text = f"图{column + 1} {name}"
    made.add_paragraph("之后。")
    made.add_picture(picture("blue"))
    made.add_picture(picture("green"))
    made.save(tmp_path / "a.docx")
    kinds = parts(arranged(tmp_path / "a.docx"))["项目概述"]
    assert [part.count("![") for part in kinds] == [2, 0, 1, 1]
    assert kinds[0].startswith("![立春](")


@pytest.mark.parametrize(("name", "unit"), [("BS-002.docx", ""), ("乙厂.docx", "申报单位：乙厂")])
def test_projects_of_one_title_are_told_apart(contest: Path, tmp_path: Path, name: str, unit: str) -> None:
    """By the number in the name of the file, or by the unit that the text names."""
    table = contest / "content/alpha/2026/entries.csv"
    lines = ("编号,项目名称,牵头单位,赛道,奖项", "BS-001,一把水尺,甲厂,碧水,", "BS-002,一把水尺,乙厂,碧水,")
    table.write_text("\n".join(lines), "utf-8")
    made = docx.Document()
    for line in ("项目名称：一把水尺", *[unit] * bool(unit), "一、项目概述", "量水。"):
        made.add_paragraph(line)
    made.save(tmp_path / name)
    assert "同名" not in run(contest, tmp_path / name).output
    assert "BS-002,一把水尺,乙厂,碧水,,yi-ba-shui-chi" in table.read_text("utf-8-sig")


def test_a_pdf_is_read_when_it_is_named_itself(contest: Path, tmp_path: Path) -> None:
    (tmp_path / "一").mkdir()
    pieces: Pieces = [("title", "水尺上网"), ("p", "一、项目概述"), ("p", "全省两千把水尺。")]
    path = write([*pieces, ("table", [["级别", "天数"], ["红", "7"]])], tmp_path / "一/水尺.pdf")
    refused = run(contest, path.parent)
    assert (refused.exit_code, "单独写出它的文件名" in refused.output) == (1, True)
    assert "没有照原样导入：图片和公式" in run(contest, path).output
    text = (contest / CASES / "shui-chi-shang-wang/index.md").read_text("utf-8")
    assert "## 项目概述\n\n全省两千把水尺。\n\n| 级别 | 天数 |\n| --- | --- |\n| 红 | 7 |\n" in text


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (
            "水尺.md",
            "# 水尺上网\n\n## 一、项目概述\n\n全省**两千**把水尺。\n\n| 级别 | 天数 |\n| --- | --- |\n| 红 | 7 |\n",
        ),
        ("水尺.txt", "水尺上网\n\n一、项目概述\n\n全省两千把水尺。\n\n级别\t天数\n红\t7\n"),
        (
            "水尺.html",
            (
                "<title>水尺上网</title><h1>水尺上网</h1><h2>一、项目概述</h2><p>全省<b>两千</b>把水尺。</p>"
                "<table><tr><th>级别</th><th>天数</th></tr><tr><td>红</td><td>7</td></tr></table>"
            ),
        ),
    ],
)
def test_texts_and_web_pages_are_read_when_they_are_named_themselves(
    contest: Path, tmp_path: Path, name: str, written: str
) -> None:
    path = tmp_path / "一" / name
    path.parent.mkdir()
    path.write_text(written, "utf-8")
    refused = run(contest, path.parent)
    assert (refused.exit_code, "单独写出它的文件名" in refused.output) == (1, True)
    assert run(contest, path).exit_code == 0
    text = (contest / CASES / "shui-chi-shang-wang/index.md").read_text("utf-8")
    assert "## 项目概述\n\n全省两千把水尺。\n\n| 级别 | 天数 |\n| --- | --- |\n| 红 | 7 |\n" in text


def test_figures_that_change_are_named_by_what_changes() -> None:
    text = "企业32家，其中80%在园区。平均到场由38分钟缩短到27分钟，缩短28.9%。平均到场由38分钟起。"
    told = figures.proposals([CasePart("应用成效", [text])])
    assert re.findall("label: ([^,]*), value: ([^,]*)", told) == [
        *(("平均到场缩短", "28.9"), ("企业", "32"), ("平均到场", "38"), ("平均到场缩短到", "27")),
    ]


def test_numbers_of_several_levels_make_headings(tmp_path: Path) -> None:
    made = docx.Document()
    for line in ("项目概述", "1.1 背景", "两千把水尺。", "1.1.1 总体目标", "1.5万把水尺", "2.1 %的水尺坏了。"):
        made.add_paragraph(line)
    made.save(tmp_path / "a.docx")
    found = parts(arranged(tmp_path / "a.docx"))["项目概述"]
    assert found == ["### 背景", "两千把水尺。", "#### 总体目标", "1.5万把水尺", "2.1 %的水尺坏了。"]


def test_lists_typed_by_hand_are_lists_and_what_closes_a_document_is_left_out(tmp_path: Path) -> None:
    made = docx.Document()
    lines = (
        *(
            "1、项目概述",
            "分三层：",
            "1. 感知层，1.5万把水尺",
            "2.平台层：*值*",
            "3、应用层",
            "1. 只有一项",
            "4. 不接着",
        ),
        *(
            "2、解决方案",
            "如下。",
            "窑主签字确认。",
            "参赛者签名：甲某 日期：2026年8月20日",
            "申报单位（盖章）",
            "（以下无正文）",
            "附件：1. 营业执照",
            "2. 承诺书",
            "3、应用成效",
            "附件说明了原因。",
        ),
    )
    for line in lines:
        made.add_paragraph(line)
    made.save(tmp_path / "a.docx")
    found = arranged(tmp_path / "a.docx")
    assert parts(found) == {
        "项目概述": [
            "分三层：",
            "1. 感知层，1.5万把水尺\n2. 平台层：\\*值\\*\n3. 应用层",
            "1\\. 只有一项",
            "4\\. 不接着",
        ],
        "解决方案": ["如下。", "窑主签字确认。"],
        "应用成效": ["附件说明了原因。"],
    }
    for line in ("参赛者签名", "申报单位（盖章）", "附件：1. 营业执照、2. 承诺书"):
        assert line in found.notes[-1]


@pytest.mark.parametrize("kind", ["grey of 16 bits", "inks"])
def test_pictures_keep_their_shades(tmp_path: Path, kind: str) -> None:
    """They were cut off at white, or came in as if inks were light."""
    target = io.BytesIO()
    if kind == "inks":
        inked = inks.picture(Image.new("RGB", (60, 40), "#336699"), Stock.COATED)
        inked.save(target, "TIFF", icc_profile=inks.profile(Stock.COATED))
    else:
        Image.new("I;16", (60, 40), 0x8000).save(target, "PNG")
    made = docx.Document()
    made.add_picture(target)
    made.save(tmp_path / "a.docx")
    (picture,) = word.read((tmp_path / "a.docx").read_bytes(), ".docx").pictures
    with Image.open(io.BytesIO(picture.data)) as image:
        assert "icc_profile" not in image.info
        shade = image.convert("RGB").getpixel((30, 20))
    meant = (0x33, 0x66, 0x99) if kind == "inks" else (128, 128, 128)
    assert max(abs(one - other) for one, other in zip(shade, meant, strict=True)) < 16


def test_pictures_of_old_drawings_come_over_and_cut_ones_are_told(tmp_path: Path) -> None:
    made: Any = docx.Document()
    made.add_paragraph("案例三 窑温一张图")
    made.add_paragraph("云川市编办")
    made.add_paragraph("【项目概述】")
    for colour in ("red", "blue"):
        made.add_picture(picture(colour))
    made.element.body.findall(f".//{qn('a:stretch')}")[0].addprevious(
        parse_xml('<a:srcRect xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" l="50000"/>')
    )
    drawn = made.element.body.findall(f".//{qn('w:drawing')}")[-1]
    shown = drawn.find(f".//{qn('a:blip')}").get(qn("r:embed"))
    names = f'xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="{docx.oxml.ns.nsmap["r"]}"'
    drawn.getparent().replace(
        drawn, parse_xml(f'<w:pict {names}><v:shape><v:imagedata r:id="{shown}"/></v:shape></w:pict>')
    )
    empty = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处</w:t></w:r></w:sdtContent>"
    blank = f"<w:sdt {names}>{empty}</w:sdt>"
    made.add_paragraph("两座窑。")._p.append(parse_xml(blank))
    made.add_paragraph("【专家点评】")
    made.add_paragraph("【图1 窑温】")
    made.save(tmp_path / "a.docx")
    found = arranged(tmp_path / "a.docx")
    assert (found.title, len(found.pictures)) == ("窑温一张图", 2)
    assert parts(found)["项目概述"][2:] == ["两座窑。", "### 专家点评", "【图1 窑温】"]
    told = word.read((tmp_path / "a.docx").read_bytes(), ".docx").left_out
    assert [each.partition("（")[0] for each in told] == ["没有填的空", "图片的裁剪和旋转"]


def test_what_a_page_hides_or_strikes_out_is_told() -> None:
    page = "<h2>项目概述</h2><p><del>两千</del>三千把水尺。</p><p hidden>旧稿</p>"
    assert manuscript_text.read(page.encode(), ".html").left_out[1:] == (
        "删除线（划去的字也导入了，请对照原文）",
        "隐藏的内容 1 处",
    )
