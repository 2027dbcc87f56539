"""Files of office programs that must not come in: one clear message each."""

from __future__ import annotations

import os
import time
import tracemalloc
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from generator.intake.workbooks import workbook
from generator.intake.writeups import word
from generator.machine.apart import TOO_LARGE, TOO_LONG, Apart, Refused, each
from tests.intake.office_files import understate, write_up


def rezipped(source: Path, target: Path, **changed: bytes) -> Path:
    """The packed file with other or more parts; names are given with `__` for `/` and `_dot_` for `.`."""
    parts = {name.replace("__", "/").replace("_dot_", "."): data for name, data in changed.items()}
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, data in parts.items():
            new.writestr(name, data)
    return target


def refusal(path: Path) -> str:
    with pytest.raises(Refused) as caught:
        workbook.read(path) if path.suffix in workbook.ENDINGS else word.read(path.read_bytes(), path.suffix)
    assert caught.value.hint
    return caught.value.message


@pytest.fixture
def book(tmp_path: Path) -> Path:
    made = openpyxl.Workbook()
    made.active.append(["项目名称", "牵头单位"])
    made.save(tmp_path / "made.xlsx")
    return tmp_path / "made.xlsx"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    return write_up(tmp_path / "made.docx")


def test_a_bomb_is_not_unpacked(book: Path, text: Path, tmp_path: Path) -> None:
    bomb = b"<a>" + b"0" * 120_000_000
    began = time.monotonic()
    assert "太大" in refusal(rezipped(book, tmp_path / "b.xlsx", xl__worksheets__sheet1_dot_xml=bomb))
    assert "太大" in refusal(rezipped(text, tmp_path / "b.docx", word__document_dot_xml=bomb))
    assert time.monotonic() - began < 20


def test_a_bomb_under_another_name_is_none_of_pictures(book: Path, tmp_path: Path) -> None:
    bomb = b"\xef\xbb\xbf <worksheet>" + b" " * 120_000_000
    assert "太大" in refusal(rezipped(book, tmp_path / "b.xlsx", xl__media__sheet1_dot_png=bomb))


def test_a_drawing_may_declare_its_type(text: Path, tmp_path: Path) -> None:
    drawing = b"<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' ''><svg xmlns='http://www.w3.org/2000/svg'/>"
    path = rezipped(text, tmp_path / "b.docx", word__media__image9_dot_svg=drawing)
    assert word.read(path.read_bytes(), ".docx")


@pytest.mark.parametrize("ending", [".xlsx", ".docx"])
def test_a_part_that_is_larger_than_it_says_is_not_unpacked(
    book: Path, text: Path, tmp_path: Path, ending: str
) -> None:
    large = b"<a>" + b"0" * 300_000_000
    path = rezipped(book if ending == ".xlsx" else text, tmp_path / f"b{ending}", customXml__item1_dot_xml=large)
    understate(path, large)
    tracemalloc.start()
    assert refusal(path) == "展开以后比文件里写的大，可能是恶意的"
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(("length", "is_refused"), [(30_000, True), (3, False)])
def test_a_text_that_many_cells_show_is_counted_for_each(length: int, is_refused: bool, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "b.xlsx") as made:
        sheet = made.add_worksheet()
        for row in range(5_000):
            sheet.write_row(row, 0, ["甲" * length, "乙"])
    if is_refused:
        assert refusal(tmp_path / "b.xlsx") == "太大：展开以后超过 100 MB"
    else:
        assert len(workbook.read(tmp_path / "b.xlsx")[0].rows) == 5_000


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_entities_are_refused(book: Path, text: Path, tmp_path: Path, encoding: str) -> None:
    attack = f'<?xml version="1.0"?><!--{"x" * 9000}--><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    data = attack.encode(encoding)
    assert "DOCTYPE" in refusal(rezipped(book, tmp_path / "b.xlsx", xl__workbook_dot_xml=data))
    assert "DOCTYPE" in refusal(rezipped(text, tmp_path / "b.docx", word__document_dot_xml=data))


def test_macros_are_refused(book: Path, text: Path, tmp_path: Path) -> None:
    assert refusal(rezipped(book, tmp_path / "b.xlsx", xl__vbaProject_dot_bin=b"x")) == "带宏"
    assert refusal(rezipped(text, tmp_path / "b.docx", word__vbaProject_dot_bin=b"x")) == "带宏"


def test_a_million_rows_are_too_many(tmp_path: Path) -> None:
    made = openpyxl.Workbook(write_only=True)
    sheet = made.create_sheet("名单")
    for number in range(100_001):
        sheet.append([number, "某项目"])
    made.save(tmp_path / "b.xlsx")
    assert refusal(tmp_path / "b.xlsx") == "“名单”有 100001 行 2 列，最多读 100000 行 500 列"
    (tmp_path / "b.csv").write_text("项目名称,牵头单位\n" + "甲,乙\n" * 1_000_000, "utf-8")
    assert "1000001 行" in refusal(tmp_path / "b.csv")


def test_a_cell_far_away_does_not_take_the_memory(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    made.active["A1"], made.active["XFD1048576"] = "甲", "乙"
    made.save(tmp_path / "b.xlsx")
    assert refusal(tmp_path / "b.xlsx") == TOO_LARGE[0]


@pytest.mark.parametrize("ending", [".xlsx", ".xls", ".ods", ".docx", ".doc"])
def test_what_is_no_office_file(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"b{ending}"
    path.write_bytes(b"plain text, nothing else" * 9)
    assert "打不开" in refusal(path)
    path.write_bytes(b"PK\x03\x04" + os.urandom(500))
    assert "打不开" in refusal(path)


def test_broken_old_workbooks(tmp_path: Path) -> None:
    (tmp_path / "b.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + os.urandom(3000))
    assert "打不开" in refusal(tmp_path / "b.xls")


def test_empty_files_and_tables(book: Path, tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_bytes(b"")
    assert refusal(tmp_path / "b.csv") == "是空的"
    openpyxl.Workbook().save(book)
    assert refusal(book) == "里面没有内容"


def test_bytes_in_no_known_encoding(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_bytes("项目名称,牵头单位\n".encode() + b"\xff\xfe\x80\x81" * 9)
    assert "编码" in refusal(tmp_path / "b.csv")


def _sleep(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def _die(_: int) -> None:
    os._exit(1)


def test_one_that_takes_too_long_is_stopped_and_the_others_go_on() -> None:
    found = list(each(_sleep, [0, 60, 0.01], seconds=3))
    assert (found[0], found[2]) == (0, 0.01)
    assert isinstance(found[1], Refused)
    assert found[1].message == TOO_LONG[0]


def test_a_process_that_dies_is_told() -> None:
    with Apart(_die) as apart, pytest.raises(Refused, match=TOO_LARGE[0]):
        apart(1)
