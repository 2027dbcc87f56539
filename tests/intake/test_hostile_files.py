"""Files that nobody means well, or that programs broke: one message that says what and where, or made right."""

from __future__ import annotations

import io
import os
import socket
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest

from generator.intake import manuscripts
from generator.intake.manuscripts import opening
from generator.intake.winners import sheets
from generator.intake.writeups import sources, word
from generator.machine.apart import Refused
from tests.intake.test_office import rezipped
from tests.intake.test_winner_documents import Make, read
from tests.intake.test_winners import entered, told, wish  # noqa: F401  (a fixture)

HEAD, ROW = ("赛道", "项目名称", "单位", "奖项"), ("碧水", "窑温一张图", "甲厂", "一等奖")


def book(path: Path, change: Callable[[str], str] = str) -> Path:
    """A list whose sheet is changed as text."""
    made = openpyxl.Workbook()
    for row in (HEAD, ROW):
        made.active.append(row)
    made.save(path)
    with zipfile.ZipFile(path) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    return rezipped(path, path.with_name("changed.xlsx"), **{"xl/worksheets/sheet1.xml": change(sheet).encode()})


def document(path: Path, words: str = "窑温一张图", change: Callable[[str], str] = str) -> Path:
    """A document with a list, whose text is changed as XML."""
    made = docx.Document()
    table = made.add_table(2, 4)
    for cell, text in zip(table._cells, (*HEAD, "碧水", words, *ROW[2:]), strict=True):
        cell.text = text
    made.save(str(path))
    xml = change(docx.Document(str(path)).element.xml)
    return rezipped(path, path.with_name("changed.docx"), **{"word/document.xml": xml.encode()})


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda xml: xml.replace('<row r="2"', '<row hidden="1" r="x"'), "打不开：文件损坏"),
        (lambda xml: xml.replace("<sheetData>", '<cols><col hidden="1"/></cols><sheetData>'), "打不开：文件损坏"),
        (
            lambda xml: xml.replace(
                "</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
            ),
            "“Sheet”表从 A1 起合并的格盖住了别的内容",
        ),
    ],
    ids=["row", "column", "merged over all"],
)
def test_workbooks_are_refused(change: Callable[[str], str], message: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        sheets.read(book(tmp_path / "w.xlsx", change))
    assert caught.value.message.startswith(message)


@pytest.mark.parametrize(
    ("name", "is_told"),
    [("1900-02-28", True), ("20260901", True), ("窑" * 10_000, True), ("5G", False)],
    ids=["date", "number", "endless", "short"],
)
def test_what_is_no_name_is_asked_about(name: str, is_told: bool, wish: Make, tmp_path: Path) -> None:  # noqa: F811
    path = tmp_path / "w.csv"
    path.write_text(f"{','.join(HEAD)}\n{','.join(ROW).replace(ROW[1], name)}\n", "utf-8")
    assert [each.partition("：")[0] for each in told(read(path, wish))] == ["B2"] * is_told


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-16-le"])
def test_zero_bytes_are_no_text(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "w.csv").write_bytes(f"{','.join(HEAD)}\n{','.join(ROW)}\n".encode(encoding))
    with pytest.raises(Refused, match="读不出文字"):
        sheets.read(tmp_path / "w.csv")


HIDDEN = ("窑\u202e温\u2066一\u2069张\u200d图\ufeff", unicodedata.normalize("NFD", "窑温ガ一张图Café"), "窑温⼀张图")
SEEN = ("窑温一张图", "窑温ガ一张图Café", "窑温一张图")


@pytest.mark.parametrize("ending", ["csv", "docx", "html", "txt"])
@pytest.mark.parametrize(("hidden", "seen"), list(zip(HIDDEN, SEEN, strict=True)), ids=["signs", "marks", "radicals"])
def test_names_come_as_they_are_seen(
    hidden: str,
    seen: str,
    ending: str,
    wish: Make,  # noqa: F811
    tmp_path: Path,
) -> None:
    path, row = tmp_path / f"w.{ending}", ("碧水", hidden, *ROW[2:])
    if ending == "docx":
        path = document(path, hidden)
    elif ending == "html":
        path.write_text(f"<table><tr><td>{'<td>'.join(HEAD)}<tr><td>{'<td>'.join(row)}</table>", "utf-8")
    else:
        between = "," if ending == "csv" else "\t"
        path.write_text(f"{between.join(HEAD)}\n{between.join(row)}\n", "utf-8")
    assert entered(read(path, wish), "title") == [(seen,)]


def test_a_cell_over_all_columns_takes_no_memory(tmp_path: Path) -> None:
    path = document(
        tmp_path / "w.docx", change=lambda xml: xml.replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="200000000"/>', 1)
    )
    (grid,) = opening.opened((".docx", path.read_bytes())).pieces
    assert isinstance(grid, manuscripts.Grid)
    assert len(grid.rows[0]) < 200


def test_a_list_deeper_than_those_of_word_has_no_numbers(tmp_path: Path) -> None:
    made = docx.Document()
    numbering = made.part.numbering_part.element
    level = numbering.find("{*}abstractNum/{*}lvl")
    number = numbering.find("{*}num")
    level.set(level.keys()[0], "900000000")
    properties = made.add_paragraph("桥").paragraph_format.element.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = 900_000_000, int(number.numId)
    made.save(str(tmp_path / "w.docx"))
    (found,) = opening.opened((".docx", (tmp_path / "w.docx").read_bytes())).pieces
    assert getattr(found, "text", "") == "桥"


def test_endless_documents_are_refused(tmp_path: Path) -> None:
    empty = document(
        tmp_path / "w.docx", change=lambda xml: xml.replace("<w:body>", f"<w:body>{'<w:p/>' * 200_001}", 1)
    )
    with pytest.raises(Refused, match="超过 200000 段"):
        word.read(empty.read_bytes(), ".docx")
    with pytest.raises(Refused, match="第2行超过 8000 字，不像一段"):
        opening.opened((".txt", f"名单\n{'大赛 ' * 3000}\n".encode()))


def test_a_broken_character_is_no_question_of_size(tmp_path: Path) -> None:
    broken = document(tmp_path / "w.docx", change=lambda xml: xml.replace("窑温", "&#xD800;"))
    with pytest.raises(Refused, match="打不开：文件损坏"):
        word.read(broken.read_bytes(), ".docx")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have no names here")
def test_pipes_and_sockets_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("w.xlsx", "w.docx", "w.pdf", "w.csv", "w.zip"):
        os.mkfifo(name)
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("s.docx")
    for name in ("w.xlsx", "w.docx", "w.pdf", "w.csv", "s.docx", "gone.pdf"):
        with pytest.raises(Refused, match="不是普通的文件，或者已经移走"):
            sheets.read(Path(name))
    assert sources.find([Path("w.zip")]) == ([], ["w.zip"])


def test_a_file_that_vanishes_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def vanish(_: Path) -> bytes:
        raise FileNotFoundError(2, "gone")

    path = book(tmp_path / "w.xlsx")
    monkeypatch.setattr(Path, "read_bytes", vanish)
    with pytest.raises(Refused, match="读不出来：它不存在"):
        sheets.read(path)


def test_archives_that_lead_elsewhere_stay_in_the_contest(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in ("/etc/甲.docx", "../../乙.docx", "..\\丙.docx", "丁.zip"):
            archive.writestr(name, b"x")
    (tmp_path / "w.zip").write_bytes(packed.getvalue())
    found, others = sources.find([tmp_path / "w.zip"])
    assert [source.stem for source in found] == ["乙", "丙", "甲"]
    assert others == ["丁.zip"]


def _garbled(path: Path, name: str) -> bytes:
    """A packed file in which the packed bytes of a part are others."""
    raw = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as parts:
        found = parts.getinfo(name)
    start = found.header_offset + 30 + len(name)
    raw[start : start + found.compress_size] = b"\x07" * found.compress_size
    return bytes(raw)


def test_parts_that_cannot_be_unpacked_are_told(tmp_path: Path) -> None:
    broken = _garbled(document(tmp_path / "w.docx"), "word/document.xml")
    with pytest.raises(Refused, match="打不开：文件损坏"):
        opening.opened((".docx", broken))
    with zipfile.ZipFile(tmp_path / "whole.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.docx", b"x" * 200)
    (tmp_path / "w.zip").write_bytes(_garbled(tmp_path / "whole.zip", "a.docx"))
    (found,), _ = sources.find([tmp_path / "w.zip"])
    with pytest.raises(Refused, match="在压缩包里打不开"):
        found.read()


def test_names_that_come_twice_in_an_archive_are_two_files(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(tmp_path / "w.zip", "w") as archive:  # noqa: PT031
        archive.writestr("甲.docx", b"first")
        archive.writestr("甲.docx", b"second")
    found, _ = sources.find([tmp_path / "w.zip"])
    assert {each.name: each.read() for each in found} == {"甲.docx": b"first", "甲（2）.docx": b"second"}
