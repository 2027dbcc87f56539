"""Documents of every format come out as the same paragraphs; broken and hostile ones get one clear message."""

from __future__ import annotations

import zipfile

import docx
import pytest

from generator.intake import manuscripts
from generator.intake.manuscripts import Grid, Paragraph, text_reader
from generator.machine.apart import Refused
from tests.intake.corpus.render import write

PIECES = [
    ("title", "关于举办示例竞赛的通知"),
    ("p", "各有关单位："),
    (
        "p",
        "这是一段很长的文字，说明竞赛的来由、目的和安排，长到在纸面上必须换行，换行以后仍然应当是同一段，不能断成两段。",
    ),
    ("h", 1, "一、", "赛道设置"),
    ("h", 2, "（一）", "工业制造赛道"),
    ("table", [["一级指标", "二级指标", "分值"], ["创新", "技术", "60"], [None, "模式", "40"]]),
]
WANTED = [
    "关于举办示例竞赛的通知",
    "各有关单位：",
    "这是一段很长的文字，说明竞赛的来由、目的和安排，长到在纸面上必须换行，换行以后仍然应当是同一段，不能断成两段。",
    "一、赛道设置",
    "（一）工业制造赛道",
    (("一级指标", "二级指标", "分值"), ("创新", "技术", "60"), ("创新", "模式", "40")),
]


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("a.docx", {}),
        ("counted.docx", {"numbered": True}),
        ("a.pdf", {}),
        ("a.html", {}),
        ("a.txt", {}),
        ("a.txt", {"style": "wrapped"}),
        ("a.txt", {"style": "gbk"}),
        ("a.md", {"style": "md"}),
    ],
)
def test_every_format_says_the_same(name, how, tmp_path) -> None:
    found = manuscripts.read(write(PIECES, tmp_path / name, **how)).pieces
    assert [piece.rows if isinstance(piece, Grid) else piece.text for piece in found] == WANTED
    first = {"docx": "第1段", "html": "第1段", "pdf": "第1页第1行"}.get(name.rpartition(".")[2], "第1行")
    assert str(found[0].place) == first


@pytest.mark.parametrize("lines", [12, 14, 15, 17, 19])
def test_a_table_in_a_pdf_goes_on_over_the_page(lines, tmp_path) -> None:
    rows: list[list[str | None]] = [["一级指标", "二级指标", "分值", "要点"]]
    wanted = [tuple(rows[0])]
    for top in "甲乙丙":
        for place in range(3):
            focus = "、".join(f"{top}{place}要点之{number}说明" for number in range(6))
            rows.append([None if place else top, f"{top}{place}指标", "11", focus])
            wanted.append((top, *rows[-1][1:]))
    pieces = [("p", f"第{number}行。") for number in range(lines)]
    found = manuscripts.read(write([*pieces, ("table", rows)], tmp_path / "a.pdf")).pieces
    assert [piece.rows for piece in found if isinstance(piece, Grid)] == [tuple(wanted)]


@pytest.mark.parametrize("lines", [10, 11, 14, 16, 18])
def test_what_is_merged_beside_numbers_goes_on_over_the_page(lines, tmp_path) -> None:
    rows: list[list[str | None]] = [["序号", "赛道", "指导单位", "赛题", "内容"]]
    wanted = [tuple(rows[0])]
    for place in range(12):
        told = (("文化和旅游公共服务", "市文化局"), ("城市治理", "市城管局"))[place // 3 % 2]
        text = "汇聚多方数据，形成可以核对的结果，并说明在哪里试过、成效怎样，由谁使用。"
        rows.append([str(place + 1), *(told if place % 3 == 0 else (None, None)), f"赛题之{place + 1}名称", text])
        wanted.append((str(place + 1), *told, f"赛题之{place + 1}名称", text))
    pieces = [("p", f"第{number}行。") for number in range(lines)]
    found = manuscripts.read(write([*pieces, ("table", rows)], tmp_path / "a.pdf")).pieces
    assert [piece.rows for piece in found if isinstance(piece, Grid)] == [tuple(wanted)]


def test_deleted_and_inserted_words_of_a_tracked_change(tmp_path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("报名截止")._p
    for tag, text_tag, text in (("ins", "t", "7月18日"), ("del", "delText", "7月8日")):
        change = paragraph.makeelement(docx.oxml.ns.qn(f"w:{tag}"), {})
        run = change.makeelement(docx.oxml.ns.qn("w:r"), {})
        words = run.makeelement(docx.oxml.ns.qn(f"w:{text_tag}"), {})
        words.text = text
        run.append(words)
        change.append(run)
        paragraph.append(change)
    document.save(str(tmp_path / "a.docx"))
    found = manuscripts.read(tmp_path / "a.docx")
    assert ([piece.text for piece in found.pieces], found.unseen) == (["报名截止7月18日"], ("7月8日",))


def test_a_table_of_markdown_without_bars_around_it() -> None:
    lines = "获奖名单\n\n项目 | 单位\n:--- | ---\n窑温 | 陶瓷厂\n雨情 | \n\n甲|乙\n"
    found = text_reader.read(lines.encode()).pieces
    assert [piece.rows for piece in found if isinstance(piece, Grid)] == [
        (("项目", "单位"), ("窑温", "陶瓷厂"), ("雨情", ""))
    ]


@pytest.mark.parametrize(
    ("rows", "last"),
    [
        ("|项目名称|单位|合作单位|\n|窑温|陶瓷厂|大学|\n|雨情|大学|", ("雨情", "大学", "")),
        ("|奖项|项目名称|单位|\n|一等奖|窑温|陶瓷厂|\n|雨情|大学|", ("一等奖", "雨情", "大学")),
        ("|评审内容|要点|分值|\n|创新|新颖|20|\n|独特|10|", ("创新", "独特", "10")),
        ("|组别|项目名称|单位|\n|高校组|窑温|陶瓷厂|\n|高校组|雨情|", ("高校组", "雨情", "")),
        ("|单位|联系人|电话|\n|数据局|王某|1|\n|大学|2|", ("大学", "2", "")),
    ],
)
def test_short_rows_of_a_table_of_bars_lack_what_is_merged_or_left_out(rows, last) -> None:
    (table,) = text_reader.read(f"|---|\n\n{rows}\n".encode()).pieces
    assert table.rows[-1] == last


def _bomb(path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        packed.writestr("word/document.xml", b"\0" * 600_000_000)


def _xxe(path) -> None:
    document = docx.Document()
    document.save(str(path))
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    doctype = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    parts["word/document.xml"] = doctype + parts["word/document.xml"].split(b"?>", 1)[1]
    with zipfile.ZipFile(path, "w") as packed:
        for name, raw in parts.items():
            packed.writestr(name, raw)


def _scan(path) -> None:
    write([("break",), ("break",)], path)


@pytest.mark.parametrize(
    ("name", "make", "message"),
    [
        ("a.docx", _bomb, "太大：展开以后超过 500 MB"),
        ("a.docx", _xxe, "里面有 DOCTYPE 声明"),
        ("a.docx", lambda path: path.write_bytes(b"PK\3\4rubbish"), "打不开：文件损坏"),
        ("a.pdf", lambda path: path.write_bytes(b"%PDF-1.7 rubbish"), "不是完好的 PDF"),
        ("a.pdf", _scan, "是扫描件"),
        ("a.txt", lambda path: path.write_bytes(b"\x81\x00\xff\xff"), "读不出文字"),
        ("a.html", lambda path: path.write_text("<script>alert(1)</script>"), "里面没有文字"),
        ("a.png", lambda path: path.write_bytes(b"x"), "是不认识的格式"),
    ],
)
def test_what_cannot_be_read_is_said_plainly(name, make, message, tmp_path) -> None:
    make(tmp_path / name)
    with pytest.raises(Refused) as refused:
        manuscripts.read(tmp_path / name)
    assert message in refused.value.message
    assert refused.value.hint


def test_a_page_is_read_as_it_is_shown(tmp_path) -> None:
    path = tmp_path / "a.html"
    html = (
        "<noscript><p>请打开脚本</p></noscript><table><caption>一等奖</caption><tr><td>窑温<td>甲公司</table>"
        "<pre>第一行\n第二行</pre><p>水尺<s>作废</s></p><p><span style='text-decoration: line-through'>退出</span></p>"
    )
    path.write_text(html, "utf-8")
    pieces = manuscripts.read(path).pieces
    told = [piece.rows if isinstance(piece, Grid) else (piece.text, piece.is_struck) for piece in pieces]
    lines = [("第一行", False), ("第二行", False), ("水尺作废", True), ("退出", True)]
    assert told == [("一等奖", False), (("窑温", "甲公司"),), *lines]
    path.write_bytes("<meta charset=big5><p>數據要素</p>".encode("big5"))
    assert [piece.text for piece in manuscripts.read(path).pieces if isinstance(piece, Paragraph)] == ["數據要素"]
