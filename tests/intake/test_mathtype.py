"""Formulas of equation editors: their bytes as LaTeX, in the line where they stand."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import docx
import olefile
import pytest
from docx.oxml import parse_xml

from generator.intake.writeups import mathtype, word
from generator.machine.apart import Refused
from generator.text import formulas
from tests.intake.test_writeups import OUTLINE, arranged, parts

OBJECTS = b'<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/>'
LAST, FREE, MINI = 0xFFFFFFFE, 0xFFFFFFFF, 64
EQUATION = """<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
 <w:rPr><w:position w:val="-10"/></w:rPr><w:object><o:OLEObject ProgID="{program}" r:id="{id}"/></w:object></w:r>"""


def entry(name: str, kind: int, start: int, length: int, child: int = FREE) -> bytes:
    """An entry of a compound file's directory."""
    coded = name.encode("utf-16-le")
    head = coded.ljust(64, b"\0") + struct.pack("<HBB", len(coded) + 2 * bool(coded), kind, 1)
    head += struct.pack("<3I", FREE, FREE, child) + b"\0" * 36
    return (head + struct.pack("<IQ", start, length))[:128].ljust(128, b"\0")


def embedded(formula: bytes, name: str = "Equation Native") -> bytes:
    """A compound file with one stream: sectors for the table, the directory, the short streams, their table."""
    stream = b"\0" * 28 + formula
    sectors = -(-len(stream) // MINI)
    assert sectors <= 8
    head = olefile.MAGIC + b"\0" * 16 + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6) + b"\0" * 6
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 3, 1, LAST, 0) + struct.pack("<109I", 0, *[FREE] * 108)
    table = struct.pack("<128I", 0xFFFFFFFD, LAST, LAST, LAST, *[FREE] * 124)
    listed = [entry("Root Entry", 5, 2, sectors * MINI, child=1), entry(name, 2, 0, len(stream))]
    short = struct.pack("<128I", *range(1, sectors), LAST, *[FREE] * (128 - sectors))
    return head + table + b"".join(listed).ljust(512, b"\0") + stream.ljust(512, b"\0") + short


def third(*records: int | bytes) -> bytes:
    """A formula of the old editor, in a line of full size."""
    inside = b"".join(each if isinstance(each, bytes) else bytes([each]) for each in records)
    return b"\3\1\1\3\36\x0a\1" + inside + b"\0\0"


def letter(character: str, face: int = 131) -> bytes:
    return bytes([2, face]) + struct.pack("<H", ord(character))


def line(inside: bytes) -> bytes:
    return b"\1" + inside + b"\0"


NONE = b"\x11"
LOW = b"\3\x0f\1\0\x0b" + line(letter("i")) + NONE + b"\0"
SUM = b"\3\x1d\1\0" + line(letter("x") + LOW) + line(letter("i")) + line(letter("n")) + letter("∑", 134) + b"\0"
FRACTION = b"\3\x0e\0\0" + line(letter("a")) + line(letter("窑")) + b"\0"
BRACES = b"\3\2\0\0" + line(letter("a")) + letter("{", 134) + letter("}", 134) + b"\0"
HAT = b"\x22\x83" + struct.pack("<H", ord("y")) + b"\6\x09\0"
FIFTH = (
    b"\5\1\0\7\x08DSMT7\0\1\x13WinAllBasicCodePages\0\x11\5Times\0"
    b"\x12\0\1\x21\x2f\1\x45\x8f\2\1\0\0"  # preferences: a size, a space, two styles
    b"\x0a\1\0"
     b"\2\0\x83" + struct.pack("<H", ord("e"))
    + b"\3\0\x1c\0\0\x0b\1\1\1\0" + b"\2\0\x83" + struct.pack("<H", ord("x")) + b"\0\0"
    + b"\0\0"
)  # fmt: skip


@pytest.mark.parametrize(
    ("formula", "written"),
    [
        (third(letter("x"), LOW), "x_{i}"),
        (third(letter("x"), LOW, LOW), "x_{ii}"),
        (third(SUM), r"\sum_{i}^{n}x_{i}"),
        (third(FRACTION), r"\frac{a}{\text{窑}}"),
        (third(BRACES), r"\{a\}"),
        (third(HAT), r"\hat{y}"),
        (third(letter("l", 130), letter("g", 130)), r"\mathrm{lg}"),
        (FIFTH, "e^{x}"),
        (third(b"\5\0\0\0\1\1\0\0\0"), None),
        (third(b"\4\0\0" + line(letter("a")) + line(letter("b")) + b"\0"), None),
        (third(letter("\uf001")), None),
        (b"\2", None),
        (b"\3\1\1\3\36\1", None),
    ],
)
def test_what_a_formula_says(formula: bytes, written: str | None) -> None:
    assert mathtype.latex(embedded(formula)) == written


@pytest.mark.parametrize("raw", [b"", olefile.MAGIC, embedded(b"")[:600], embedded(b"").replace(b"E\0q", b"F\0q")])
def test_what_is_no_formula(raw: bytes) -> None:
    assert mathtype.latex(raw) is None


def test_only_braces_that_are_written_are_shown() -> None:
    assert [bool(formulas.mathml(each)) for each in (r"\{a\}", "a}", r"\left\{a")] == [True, False, False]


def with_objects(path: Path, *given: tuple[str, bytes]) -> Path:
    """A document whose only line has objects between its words."""
    made = docx.Document()
    made.add_heading(OUTLINE[0], 1)
    words = made.add_paragraph("温度")
    for number, (program, _) in enumerate(given):
        words._p.append(parse_xml(EQUATION.format(program=program, id=f"rIdEq{number}")))
        words.add_run("，")
    raw = io.BytesIO()
    made.save(raw)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/oleObject"
    links = "".join(
        f'<Relationship Id="rIdEq{number}" Type="{kind}" Target="embeddings/oleObject{number}.bin"/>'
        for number, _ in enumerate(given)
    )
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/_rels/document.xml.rels":
                data = data.replace(b"</Relationships>", links.encode() + b"</Relationships>")
            elif name == "[Content_Types].xml":
                bin_type = (
                    b'<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/>'
                )
                data = data.replace(b"<Override", bin_type + b"<Override", 1)
            new.writestr(name, data)
        for number, (_, data) in enumerate(given):
            new.writestr(f"word/embeddings/oleObject{number}.bin", data)
    return path


def test_a_formula_stands_in_its_line_or_leaves_a_mark_there(tmp_path: Path) -> None:
    fine, other = embedded(third(letter("x"), LOW)), embedded(b"\2")
    path = with_objects(tmp_path / "a.docx", ("Equation.DSMT4", fine), ("Equation.3", other), ("Excel.Sheet.12", b""))
    made = arranged(path, OUTLINE)
    assert parts(made)[OUTLINE[0]] == ["温度$x_{i}$，（待补充：公式），，"]
    assert [note for note in made.notes if "公式" in note] == []
    assert word.read(path.read_bytes(), ".docx").left_out == (
        "公式的样式，内容写成了 LaTeX，请对照原文",
        "公式，原处留了记号",
        "嵌入的对象（Excel 表等），只有它的图片",
    )


def test_a_file_with_a_password_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="加了密码"):
        word.read(embedded(b"locked", "EncryptionInfo"), ".docx")
