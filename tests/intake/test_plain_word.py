"""Elements of Word that one reader or the other does not know: what is printed is read, or told."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from generator.intake import manuscripts
from generator.intake.manuscripts import Grid, plain_word
from generator.intake.writeups import word
from generator.machine.apart import Refused
from tests.intake.office_files import W

SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": W,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": SHAPES,
        "v": "urn:schemas-microsoft-com:vml",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    }.items()
)


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def field(code: str, shown: str = "") -> str:
    kinds = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    codes = "".join(f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in code.split("|"))
    return kinds["begin"] + codes + kinds["separate"] + shown + kinds["end"]


def box(*blocks: str) -> str:
    """A text box as Word writes it: once for itself, and again for what came before 2010."""
    inside = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    new = f"<w:drawing><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def row(*cells: str, look: str = "") -> str:
    return f"<w:tr><w:trPr>{look}</w:trPr>{''.join(f'<w:tc>{paragraph(run(cell))}</w:tc>' for cell in cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def saved(path: Path, *blocks: str) -> Path:
    document = docx.Document()
    for block in parse_xml(f"<w:body {NAMES}>{''.join(blocks)}</w:body>"):
        document.element.body.insert(len(document.element.body) - 1, block)
    document.save(str(path))
    return path


@pytest.mark.parametrize(
    ("blocks", "read"),
    [
        ([paragraph("<w:fldSimple w:instr='SEQ'>", run("3"), "</w:fldSimple>", run("家单位"))], "3家单位"),
        ([paragraph('<w:bdo w:val="ltr">', run("产值"), "</w:bdo><w:dir>", run("增长"), "</w:dir>")], "产值增长"),
        (
            [paragraph(f"<w:r><w:ruby><w:rt>{run('yáo')}</w:rt><w:rubyBase>{run('窑')}</w:rubyBase></w:ruby></w:r>")],
            "窑",
        ),
        ([paragraph(run("前"), "<w:sdt><w:sdtContent>", run("☑是"), "</w:sdtContent></w:sdt>")], "前☑是"),
        ([paragraph(run("A"), "<w:r><w:noBreakHyphen/></w:r>", run("3"))], "A-3"),
        ([paragraph(run("甲"), '<w:r><w:sym w:font="Wingdings 2" w:char="F050"/></w:r>')], "甲✓"),
        ([paragraph(run("ü", '<w:rFonts w:ascii="Wingdings"/>'), run("达标"))], "✓达标"),
        ([paragraph(run("甲"), '<w:r><w:sym w:font="Nowhere" w:char="F001"/></w:r>')], "甲〓"),
        ([paragraph(run("\uf06c\uf020甲"))], "〓 甲"),
        ([paragraph(field(r" eq \o\ac(|○|,12)"), run("窑温"))], "⑫窑温"),
        ([paragraph(field(r" eq \o\ac(□,√)"), run("窑温"))], "☑窑温"),
        ([paragraph(run("三成即"), field(r" EQ \F(3,10) "))], "三成即3/10"),
        ([paragraph(field(r'EQ \* jc2 \* "Font:宋体" \o\ad(\s\up 9(yáo),窑)'), run("温"))], "窑温"),
        ([paragraph(run("约"), field(r" EQ \R(3,8) "))], "约〓"),
        ([paragraph(field(" FORMCHECKBOX "), run("小微企业"))], "☐小微企业"),
        ([paragraph(run("正文。"), box(paragraph(run("框里的话。"))))], "正文。\n框里的话。"),
        ([paragraph('<w:r><w:pict><v:shape><v:textpath string="标语"/></v:shape></w:pict></w:r>')], "标语"),
        (
            ["<w:p><w:pPr><w:framePr w:dropCap='drop'/></w:pPr>" + run("窑") + "</w:p>", paragraph(run("温高。"))],
            "窑温高。",
        ),
        (["<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("上半") + "</w:p>", paragraph(run("下半"))], "上半下半"),
    ],
)
def test_what_is_printed_is_read(tmp_path: Path, blocks: list[str], read: str) -> None:
    path = saved(tmp_path / "a.docx", *blocks)
    pieces = manuscripts.read(path).pieces
    assert "\n".join(piece.text for piece in pieces if not isinstance(piece, Grid)) == read
    html = word.read(path.read_bytes(), ".docx").html
    assert html.replace("</p><p>", "\n").removeprefix("<p>").removesuffix("</p>") == read


def test_tables_keep_their_columns(tmp_path: Path) -> None:
    later = row("丙", look='<w:gridBefore w:val="1"/>')
    path = saved(tmp_path / "a.docx", table(row("甲", "乙"), later), paragraph(run("图"), box(table(row("丁", "戊")))))
    grids = [piece.rows for piece in manuscripts.read(path).pieces if isinstance(piece, Grid)]
    assert grids == [(("甲", "乙"), ("", "丙")), (("丁", "戊"),)]
    assert "<tr><td></td><td><p>丙</p></td></tr>" in word.read(path.read_bytes(), ".docx").html


def test_what_reads_otherwise_is_told(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.docx", paragraph(run("约"), field(r" EQ \R(3,8) "), box(paragraph(run("框")))))
    told = " ".join(word.read(path.read_bytes(), ".docx").left_out)
    assert r"域“EQ \R(3,8)”" in told
    assert "文本框" in told


def test_pictures_of_a_shape_with_words_stay(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.docx", paragraph(box(paragraph("<w:object/>"), paragraph(run("图注")))))
    assert "嵌入的对象" in " ".join(word.read(path.read_bytes(), ".docx").left_out)


@pytest.mark.parametrize("element", ["altChunk", "subDoc"])
def test_another_file_inside_is_refused(tmp_path: Path, element: str) -> None:
    path = saved(tmp_path / "a.docx", f'<w:{element} r:id="rId9"/>')
    for reads in (lambda: manuscripts.read(path), lambda: word.read(path.read_bytes(), ".docx")):
        with pytest.raises(Refused, match="嵌入了另一份文件"):
            reads()


def test_strict_files_and_other_names_of_parts(tmp_path: Path) -> None:
    usual = saved(tmp_path / "a.docx", table(row("甲", "乙")), paragraph(run("正文。")))
    names = {usual: strict for strict, usual in plain_word.STRICT.items()}
    path = tmp_path / "b.docx"
    with zipfile.ZipFile(usual) as old, zipfile.ZipFile(path, "w") as new:
        for part in old.namelist():
            data = old.read(part).replace(b"word/document.xml", b"word/document2.xml")
            for usual_name, strict in names.items():
                data = data.replace(usual_name, strict)
            new.writestr(part.replace("document.xml", "document2.xml"), data)
    assert manuscripts.read(path).pieces == manuscripts.read(usual).pieces
    assert word.read(path.read_bytes(), ".docx") == word.read(usual.read_bytes(), ".docx")


def test_notes_are_read_whatever_the_file_says_that_they_are(tmp_path: Path) -> None:
    document = docx.Document()
    note = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="1">{paragraph(run("注文。"))}</w:footnote></w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), "application/xml", note.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    document.add_paragraph("正文。")._p.append(parse_xml(f'<w:r xmlns:w="{W}"><w:footnoteReference w:id="1"/></w:r>'))
    document.save(str(tmp_path / "a.docx"))
    assert "注文。" in word.read((tmp_path / "a.docx").read_bytes(), ".docx").html
