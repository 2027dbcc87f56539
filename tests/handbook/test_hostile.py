"""Units that must not harm anything: each is named, and no book is written."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image

from generator.handbook.book import Make
from tests.handbook.fabricated import book, build, case, photo, problems, with_case

HOSTILE = {
    "colspan": '<table><tr><td colspan="10000000">x</td></tr></table>',
    "network": '<img alt="x" src="http://127.0.0.1:9/x.png">',
    "outside": '<img alt="x" src="file:///etc/passwd">',
    "above": '<img alt="x" src="file:../../etc/passwd.png">',
    "hidden": '<img alt="x" src="file:.git/x.png">',
    "absent": '<img alt="x" src="file:content/none.png">',
    "broken": '<img alt="x" src="file:content/broken.png">',
    "untold": '<img src="file:content/broken.png">',
    "import": "<style>@import 'http://127.0.0.1:9/x.css';</style>",
    "attachment": '<a rel="attachment" href="file:///etc/passwd">x</a>',
}


@pytest.mark.parametrize("kind", [kind for kind in HOSTILE if kind != "colspan"])
def test_what_may_not_be_read_is_named(kind, press):
    (press / "content").mkdir(exist_ok=True)
    (press / "content" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n nothing")
    found = problems(press, case(1, extra=HOSTILE[kind]))
    assert [(each.code, each.at.path) for each in found] == [("print-layout", "content/case-1.md")]


def test_a_thousand_nested_blocks_are_named_or_printed(press):
    bound, _ = build(press, with_case(book(2), case(1, extra="<div>" * 1000 + "x" + "</div>" * 1000)))
    assert bound.pdf or [each.code for each in bound.problems] == ["print-layout"]


def test_a_worker_that_eats_memory_or_time_is_replaced(press):
    found = problems(press, case(1, extra=HOSTILE["colspan"]), seconds=8)
    assert [(each.code, each.at.path) for each in found] == [("print-layout", "content/case-1.md")]


def test_the_line_of_a_broken_picture_is_named(press):
    (press / "content").mkdir(exist_ok=True)
    (press / "content" / "case-1.md").write_text("---\ntitle: x\n---\n![图](none.png)\n", "utf-8")
    found = problems(press, case(1, extra=HOSTILE["absent"]))
    assert str(found[0].at) == "content/case-1.md:4:6"
    (press / "content" / "case-1.md").unlink()


def test_a_character_without_a_font_is_named(press):
    found = problems(press, case(1, extra="<p>\U0001fbff\U000f1234</p>"))
    assert {each.code for each in found} == {"missing-glyph"}


@pytest.mark.parametrize("make", list(Make))
def test_photos_lose_what_is_hidden_in_them(press, make):
    photo(press / "content" / "photo.jpg", 2400, 1600)
    unit = case(1, extra='<p><img alt="照片" style="width: 100mm" src="file:content/photo.jpg"></p>')
    bound, _ = build(press, with_case(book(2, make), unit))
    assert bound.pdf
    assert b"SECRET" not in bound.pdf.read_bytes()
    with pikepdf.open(bound.pdf) as pdf:
        images = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"]
        assert [int(each.Width) for each in images] == [591 if make is Make.SCREEN else 2400]
        assert Image.open(io.BytesIO(images[0].read_raw_bytes())).getexif() == {}


def test_a_picture_with_too_few_pixels_is_a_warning(press):
    photo(press / "content" / "small.png", 400, 300, "PNG")
    unit = case(1, extra='<p><img alt="小图" style="width: 100mm" src="file:content/small.png"></p>')
    bound, _ = build(press, with_case(book(2, Make.PRINT), unit))
    assert bound.pdf
    assert [(each.code, each.severity.value) for each in bound.problems] == [("low-resolution", "warning")]
    assert "只有 102 像素" in bound.problems[0].message


def test_an_ornament_is_an_artifact(press):
    photo(press / "content" / "ornament.jpg", 300, 300)
    unit = case(1, extra='<p><img alt="" style="width: 20mm" src="file:content/ornament.jpg"></p>')
    bound, _ = build(press, with_case(book(2), unit))
    assert bound.pdf
