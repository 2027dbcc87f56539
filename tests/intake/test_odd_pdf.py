"""PDF files as few programs write them: read all the same, or refused in one sentence."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from generator.intake.manuscripts import opening
from generator.machine.apart import Refused

LETTERS = (
    b"begincmap 1 begincodespacerange <00><ff> endcodespacerange 2 beginbfchar <01><fb00> <02><2e3a> endbfchar endcmap"
)


def printed(shown: str, font: Dictionary) -> pikepdf.Pdf:
    """A page with one line, which a content stream shows (PDF, 9.4) in a font."""
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(595, 842))
    page.obj.Resources = Dictionary(Font=Dictionary(F=font))
    page.obj.Contents = made.make_stream(f"BT /F 12 Tf 72 700 Td {shown} Tj ET".encode("latin-1"))
    return made


def latin() -> Dictionary:
    widths = Array([500] * 256)
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, FirstChar=0, LastChar=255, Widths=widths
    )


def nameless() -> Dictionary:
    """A font of numbered glyphs that does not say which letters they are."""
    system = Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0)
    glyphs = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.Plain, CIDSystemInfo=system, DW=1000)
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name.Plain,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([glyphs]),
    )


def saved(made: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    made.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def text(raw: bytes) -> str:
    return "\n".join(getattr(piece, "text", "") for piece in opening.opened((".pdf", raw)).pieces)


def test_signs_that_are_several_letters_are_there_once() -> None:
    font = latin()
    made = printed(r"(Su\001icient \001 e\001ects \002 words)", font)
    font.ToUnicode = made.make_stream(LETTERS)
    made.pages[0].obj.Resources.Font.F = font
    assert text(saved(made)) == "Sufficient ff effects —— words"


def test_letters_printed_twice_to_make_them_bold_are_there_once() -> None:
    again = "(Full bills) Tj ET BT /F 12 Tf 72.4 700.2 Td (Full bills)"
    assert text(saved(printed(again, latin()))) == "Full bills"


def test_files_that_others_open_are_read() -> None:
    raw = saved(printed("(A line of words)", latin()))
    assert text(raw.replace(b"/Type /Catalog", b"/Cata (log) /Type")) == "A line of words"


def test_what_fills_a_form_is_read() -> None:
    made = printed("(Name of the office:)", latin())
    shown = made.make_stream(b"/Tx BMC BT /F 12 Tf 2 4 Td (Data Bureau) Tj ET EMC")
    shown.Type, shown.Subtype, shown.BBox = Name.XObject, Name.Form, Array([0, 0, 200, 20])
    shown.Resources = made.pages[0].obj.Resources
    field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T="office", Rect=[200, 696, 400, 716], F=4)
    field.AP = Dictionary(N=shown)
    held = made.make_indirect(field)
    made.pages[0].obj.Annots = Array([held])
    made.Root.AcroForm = Dictionary(Fields=Array([held]))
    assert text(saved(made)) == "Name of the office: Data Bureau"


def test_a_file_with_a_password_is_told() -> None:
    out = io.BytesIO()
    printed("(A line of words)", latin()).save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(Refused, match="加了密码"):
        text(out.getvalue())


def test_glyphs_that_are_no_letters_are_refused() -> None:
    with pytest.raises(Refused, match="读出来是乱码"):
        text(saved(printed("<000100020003000400050006000700080009000a000b>", nameless())))


def test_a_text_of_signs_alone_is_none() -> None:
    with pytest.raises(Refused, match="里面没有文字"):
        opening.opened((".txt", "———\n＊＊＊".encode()))


def test_letters_far_outside_a_page_of_columns_and_unseen_ones_are_harmless() -> None:
    lines = [
        f"{x} {700 - 14 * row} Td (Words of column and line {row}, as full as any line of columns is.) Tj"
        for x in (40, 320)
        for row in range(20)
    ]
    shown = "() Tj ET " + " ET ".join(
        f"BT /F 8 Tf {each}" for each in (*lines, "-90000 400 Td (x) Tj", "72 300 Td /F 0.01 Tf (unseen) Tj")
    )
    raw = saved(printed(f"{shown} ET BT /F 8 Tf 40 420 Td (end)", latin()))
    assert text(raw).count("Words of column") == 40
    assert "unseen" not in text(raw)
