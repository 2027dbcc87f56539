"""Word files and workbooks as offices make them, written by libraries."""

from __future__ import annotations

import io
import shutil
import struct
import subprocess
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from PIL import Image

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def converted(path: Path, ending: str) -> Path:
    """What LibreOffice makes of a file, beside it."""
    convert([path], ending, path.parent)
    return path.with_suffix(f".{ending}")


def convert(paths: Sequence[Path], ending: str, folder: Path) -> None:
    """Have LibreOffice convert files into a folder: to start it takes longer than to convert ten."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", str(folder), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True)


def picture(colour: str = "red", form: str = "PNG", size: tuple[int, int] = (60, 40)) -> io.BytesIO:
    """A plain picture as a file."""
    target = io.BytesIO()
    Image.new("RGB", size, colour).save(target, form)
    target.seek(0)
    return target


def write_up(path: Path, title: str = "窑温一张图", unit: str = "临河陶瓷有限公司", styled: bool = False) -> Path:
    """A case with nearly everything: a cover, a table of facts, two forms of headings, lists, tables, pictures."""
    document = docx.Document()
    document.add_heading(title, 0)
    document.add_paragraph("“知行数据”大赛甲州分赛申报书")
    document.add_paragraph(f"申报单位：{unit}")
    document.add_paragraph("联系人：王小明")
    facts = document.add_table(2, 4)
    for place, text in enumerate(
        ["所属赛道", "智能制造", "所在城市", "临河市", "联系电话", "13800138000", "备注", "无"]
    ):
        facts.cell(place // 4, place % 4).text = text
    _heading(document, "一、项目概述", 1, styled)
    document.add_paragraph("窑炉共 3 座，能耗降低12.5%，3*4*5 米，节约成本1,200万元。电话13800138000。")
    _heading(document, "（一）背景", 2, styled)
    for text in ("温度不匀", "记录靠手抄"):
        document.add_paragraph(text, style="List Bullet")
    for text in ("装表", "接线"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("2026. 9. 1 起试用。")
    document.add_picture(picture())
    document.add_paragraph("图1 窑温分布")
    _heading(document, "二、解决的方案", 1, styled)
    table = document.add_table(3, 3)
    for place, text in enumerate(["指标", "之前", "之后", "能耗", "100", "87.5", "废品", "9|1", ""]):
        table.cell(place // 3, place % 3).text = text
    table.cell(1, 1).merge(table.cell(2, 1))
    formula(document.add_paragraph("效率为"), "E=mc2")
    document.add_picture(picture("blue", "BMP"))
    document.add_picture(picture())
    _heading(document, "三、应用成效", 1, styled)
    document.add_paragraph("服务企业32家。")
    _heading(document, "四、知识产权", 1, styled)
    document.add_paragraph("专利两项。")
    document.save(str(path))
    return path


def _heading(document: Any, text: str, level: int, styled: bool) -> None:
    if styled:
        document.add_heading(text, level)
    else:
        document.add_paragraph().add_run(text).bold = True


def formula(paragraph: Any, text: str) -> None:
    """Add a formula as the editor of Word writes it."""
    xml = f'<m:oMath xmlns:m="{M}"><m:r><m:t>{text}</m:t></m:r></m:oMath>'
    paragraph._p.append(parse_xml(xml))


def footnoted(path: Path, source: Path) -> Path:
    """The file with a footnote behind its first sentence: python-docx writes none."""
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2"><w:p><w:r><w:t>据2025年台账。</w:t></w:r></w:p></w:footnote>'
        "</w:footnotes>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "[Content_Types].xml":
                add = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
                text = text.replace(b"</Types>", add.encode())
            elif name == "word/_rels/document.xml.rels":
                add = f'<Relationship Id="rIdN" Type="{relation}" Target="footnotes.xml"/></Relationships>'
                text = text.replace(b"</Relationships>", add.encode())
            elif name == "word/document.xml":
                mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
                text = text.replace("服务企业32家。</w:t></w:r>".encode(), f"服务企业32家。</w:t></w:r>{mark}".encode())
            new.writestr(name, text)
        new.writestr("word/footnotes.xml", notes)
    return path


def deleted(paragraph: Any, text: str) -> None:
    """Add words that somebody has struck out while changes were tracked."""
    change, run, words = OxmlElement("w:del"), OxmlElement("w:r"), OxmlElement("w:delText")
    words.text = text
    change.set(qn("w:id"), "9")
    run.append(words)
    change.append(run)
    paragraph._p.append(change)


def understate(path: Path, part: bytes) -> None:
    """Have a packed file state the size and the check sum of the beginning of a part, so that only its end tells."""
    packed, beginning = path.read_bytes(), part[:300]
    for true, said in ((len(part), len(beginning)), (zlib.crc32(part), zlib.crc32(beginning))):
        assert packed.count(struct.pack("<L", true)) == 2, "beside the part and in the directory"
        packed = packed.replace(struct.pack("<L", true), struct.pack("<L", said))
    path.write_bytes(packed)
