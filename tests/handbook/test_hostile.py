"""Units that must not harm anything: each is named or printed well, and no book is written that lacks something."""

from __future__ import annotations

import io
import os
import resource
import signal
import subprocess
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from generator.handbook.book import Unit
from generator.handbook.engine import worker
from generator.handbook.layout import pool as pools
from generator.handbook.layout.pool import Pool
from generator.papers import Make
from tests.handbook.fabricated import book, build, case, header, lay_out, photo, with_case

MANUAL = (Path(__file__).parents[2] / "docs" / "diagnostics.md").read_text("utf-8")

DRAWINGS = {
    "plain.svg": "<rect width='5' height='5'/>",
    "scripted.svg": "<script>SECRET()</script><rect width='5' height='5' onclick='SECRET()'/>",
    "fetching.svg": "<image href='http://127.0.0.1:9/x.png' width='5' height='5'/>",
    "reading.svg": "<image href='file:///etc/passwd' width='5' height='5'/>",
    "nesting.svg": "<image href='photo.jpg' width='5' height='5'/>",
    "importing.svg": "<style>@import 'http://127.0.0.1:9/x.css';</style><rect width='5' height='5'/>",
    "using.svg": "<use href='plain.svg#a'/>",
    "cut.svg": "<rect",
}
SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>"
MULTIPLYING = "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10 if n else 'x' * 10}'>" for n in range(10))
ENTITIES = {
    "multiplying.svg": f"<!DOCTYPE s [{MULTIPLYING}]>{SVG}<text>&e9;</text></svg>",
    "outer.svg": f"<!DOCTYPE s [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>{SVG}<text>&x;</text></svg>",
}


@pytest.fixture(scope="session")
def pictures(press):
    """Pictures of every kind in `content/`."""
    folder = press / "content"
    photo(folder / "photo.jpg", 60, 40)
    (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n nothing")
    whole = (folder / "photo.jpg").read_bytes()
    (folder / "cut.jpg").write_bytes(whole[: len(whole) // 2])
    header(folder / "large.png", 8000, 8000)
    header(folder / "bomb.png", 60_000, 60_000)
    (folder / "link.png").symlink_to("/etc/passwd")
    (folder / "circle.png").symlink_to("circle.png")
    for name, inside in DRAWINGS.items():
        (folder / name).write_text(f"{SVG}{inside}</svg>" if name != "cut.svg" else SVG + inside, "utf-8")
    for name, text in ENTITIES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def image(source: str) -> str:
    return f'<img alt="x" style="width: 20mm" src="{source}">'


OUTSIDE, NOWHERE, BROKEN = "排版时只读取本项目的文件", "文件不存在", "图片损坏"
ABOVE, DRAWN, PLACED = "文件不在本项目的目录中", "SVG 图片", "图片只能直接放在页面上"
REFUSED = {
    "network": (image("http://127.0.0.1:9/x.png"), OUTSIDE),
    "encrypted network": (image("https://127.0.0.1:9/x.png"), OUTSIDE),
    "network of this scheme": (image("//127.0.0.1:9/x.png"), OUTSIDE),
    "outside": (image("file:///etc/passwd"), OUTSIDE),
    "above": (image("file:../../etc/passwd.png"), ABOVE),
    "above, encoded": (image("file:content/%2e%2e/%2e%2e/passwd.png"), ABOVE),
    "through a link": (image("file:content/link.png"), ABOVE),
    "in a circle": (image("file:content/circle.png"), NOWHERE),
    "hidden": (image("file:.git/x.png"), ABOVE),
    "zero byte": (image("file:content/a%00b.png"), NOWHERE),
    "long name": (image(f"file:content/{'a' * 400}.png"), NOWHERE),
    "no picture": (image("file:content/case.md"), "只能印 PNG"),
    "absent": (image("file:content/none.png"), NOWHERE),
    "broken": (image("file:content/broken.png"), BROKEN),
    "cut short": (image("file:content/cut.jpg"), BROKEN),
    "too large": (image("file:content/large.png"), "图片过大（8000×8000 像素）"),
    "bomb": (image("file:content/bomb.png"), "图片过大"),
    "untold": ('<img src="file:content/photo.jpg">', "图片没有替代文字"),
    "data of another kind": (image("data:text/html,x"), "不支持的内嵌图片"),
    "pixels as data": (image("data:image/png;base64,AAAA"), "不支持的内嵌图片"),
    "half data": (image("data:image/svg+xml;base64,A"), "内嵌图片损坏"),
    "data with a link": (image(f"data:image/svg+xml,{SVG}{DRAWINGS['fetching.svg']}</svg>"), DRAWN),
    **{name: (image(f"file:content/{name}"), DRAWN) for name in (*list(DRAWINGS)[1:], *ENTITIES)},
    "drawing on the page": (f"<svg viewBox='0 0 9 9'>{DRAWINGS['fetching.svg']}</svg>", OUTSIDE),
    "photo in a drawing": ("<svg viewBox='0 0 9 9'><image href='file:content/photo.jpg'/></svg>", PLACED),
    "attached photo": ('<a rel="attachment" href="file:content/photo.jpg">x</a>', PLACED),
    "attachment": ('<a rel="attachment" href="file:///etc/passwd">x</a>', OUTSIDE),
    "import": ("<style>@import 'http://127.0.0.1:9/x.css';</style>", OUTSIDE),
    "style sheet": ('<link rel="stylesheet" href="http://127.0.0.1:9/x.css">', OUTSIDE),
    "object": ('<object data="http://127.0.0.1:9/x.png">x</object>', OUTSIDE),
    "ground": ('<p style="background: url(http://127.0.0.1:9/x.png)">x</p>', OUTSIDE),
    "font": ("<style>@font-face { font-family: q; src: url(file:///etc/passwd) }</style>", OUTSIDE),
    "other base": (f'<base href="http://127.0.0.1:9/">{image("x.png")}', OUTSIDE),
    "nested blocks": ("<div>" * 1000 + "x" + "</div>" * 1000, "内容嵌套得太深，排不出来"),
    "nested lists": ("<ul><li>" * 1000 + "x" + "</li></ul>" * 1000, "内容嵌套得太深，排不出来"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_may_not_be_printed_is_named(kind, press, pictures):
    html, told = REFUSED[kind]
    found = lay_out(press, case(1, extra=html, paragraphs=1))
    assert [(each.code, each.at.path) for each in found] == [("print-layout", "content/case-1.md")]
    assert told in found[0].message


PRINTED = {
    "a drawing": image("file:content/plain.svg"),
    "a drawing as data": image(f"data:image/svg+xml,{SVG}{DRAWINGS['plain.svg']}</svg>"),
    "a cell over many rows": '<table><tr><td rowspan="10000000">x</td></tr></table>',
    "a list from far": '<ol start="99999999999999"><li>x</li></ol>',
    "control characters": "<p>\x01\x0b\ufffe\u202e\u2066字</p>",
    "a word without a break": f"<p>{'x' * 100_000}</p>",
    "many accents": "<p>a" + "\u0301" * 5000 + "</p>",
}


@pytest.mark.parametrize("kind", PRINTED)
def test_what_is_only_odd_is_printed(kind, press, pictures):
    assert lay_out(press, case(1, extra=PRINTED[kind], paragraphs=1)) == []


# Limits


def test_a_worker_that_eats_memory_is_replaced(press):
    greedy = case(1, extra='<table><tr><td colspan="90000000">x</td></tr></table>', paragraphs=1)
    found = lay_out(press, greedy, case(7, paragraphs=1))
    assert [(each.at.path, each.message) for each in found] == [("content/case-1.md", pools.DIED)]
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < worker.MEMORY


def test_a_worker_that_cannot_start_tells_why(tmp_path, monkeypatch):
    fake = tmp_path / "elsewhere/weasyprint"
    (fake / "text").mkdir(parents=True)
    (fake / "__init__.py").write_text("__version__ = '71.0'")
    (fake / "text/fonts.py").write_text("FontConfiguration = None")
    (fake / "urls.py").write_text("URLFetcher = URLFetcherResponse = object")
    monkeypatch.syspath_prepend(fake.parent)
    with Pool(tmp_path) as workers, pytest.raises(RuntimeError, match=r"needs WeasyPrint 70, found 71\.0"):
        lay_out(tmp_path, case(1, paragraphs=1), workers=workers)


def test_a_worker_that_takes_long_or_hangs_is_replaced(tmp_path, monkeypatch):
    started = []

    class Started(subprocess.Popen):
        def __init__(self, *arguments, **options):
            super().__init__(*arguments, **options)
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Started)
    endless = case(1, extra=f"<p>{'数' * 1_700_000}</p>", paragraphs=1)  # 5 MB
    with Pool(tmp_path, processes=1, seconds=2) as small:
        found = lay_out(tmp_path, endless, case(2, paragraphs=1), workers=small)
        assert [(each.at.path, each.message) for each in found] == [("content/case-1.md", pools.DIED)]
        assert started[0].returncode == -signal.SIGXCPU
        small.patience = 0.5
        os.kill(started[1].pid, signal.SIGSTOP)
        found = lay_out(tmp_path, case(3, paragraphs=1), workers=small)
        assert [(each.at.path, each.message) for each in found] == [("content/case-3.md", pools.DIED)]
    assert [each.poll() is None for each in started] == [False, False]


def test_a_bug_names_its_unit(press):
    unit = case(1, paragraphs=1, extra='<p style="font-size: 999999999px">x</p>')
    with pytest.raises(RuntimeError, match=r"^case-1\n"):
        lay_out(press, unit)


# Where the mistake is


def test_the_line_of_a_broken_picture_is_named(press):
    (press / "content").mkdir(exist_ok=True)
    (press / "content" / "case-6.md").write_text("---\ntitle: x\n---\n![图](none.png)\n", "utf-8")
    (found,) = lay_out(press, case(6, extra=image("file:content/none.png"), paragraphs=1))
    assert str(found.at) == "content/case-6.md:4:6"
    assert found.message == "“content/none.png”：文件不存在"


def test_nothing_is_written_of_a_book_with_a_mistake(press, screen):
    before = set(press.rglob("*.pdf"))
    bound, _ = build(press, with_case(book(2), case(1, extra=REFUSED["nested blocks"][0])))
    assert (bound.pdf, bound.facts) == (None, {})
    assert set(press.rglob("*.pdf")) == before
    assert not [*press.rglob("*.part"), *press.rglob("*.tmp")]
    told = str(bound.problems[0].message)
    assert f"错误[print-layout] {told}\n    提示：{bound.problems[0].hint}\n" in MANUAL


def test_characters_without_a_font_are_left_out_and_told_once(press):
    """It stands in the case's title, so in the contents as well; that is no second mistake."""
    (press / "content").mkdir(exist_ok=True)
    (press / "content" / "case-5.md").write_text("---\ntitle: x\n---\n字\U000f1234\n", "utf-8")
    lacking = Unit(
        "case-1", "<h1 id='case-1--top'>题</h1><p>留\U000f1234下😀来\U000f4321</p>", source="content/case-5.md"
    )
    made = with_case(book(2), lacking)
    title = Unit("cover", "<p>\U000f1234</p>", bare=True, numbering="none")
    bound, _ = build(press, with_case(made, title))
    told = "“😀”（U+1F600）、“\U000f1234”（U+F1234）、“\U000f4321”（U+F4321）"
    assert [(each.code, str(each.at), each.message) for each in bound.problems] == [
        ("missing-glyph", "content/case-5.md:4:2", f"没有字体能印{told}，手册里略去了"),
    ]
    assert bound.pdf, "they are left out"


# Photos


@pytest.mark.parametrize("make", list(Make))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_photos_lose_what_is_hidden_in_them(press, make, form):
    name = f"hiding.{form.lower()}"
    photo(press / "content" / name, 300, 200, form)
    assert b"SECRET" in (press / "content" / name).read_bytes()
    unit = case(1, extra=f"<p>{image(f'file:content/{name}')}</p>", paragraphs=1)
    bound, _ = build(press, with_case(book(2, make), unit))
    with pikepdf.open(bound.pdf) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        images = [each for each in streams if each.get("/Subtype") == "/Image"]
        assert [int(each.Width) for each in images] == [118 if make is Make.SCREEN else 300]
        for each in streams:
            assert b"SECRET" not in each.read_raw_bytes()
            if each.get("/Filter") == "/FlateDecode":
                assert b"SECRET" not in each.read_bytes()
        if form != "PNG":
            read = Image.open(io.BytesIO(images[0].read_raw_bytes()))
            assert read.getexif() == {}
            assert not read.info.keys() & {"exif", "xmp", "comment"}


def test_grey_of_16_bits_stays_grey(press):
    Image.linear_gradient("L").resize((60, 60)).convert("I").point(lambda value: value * 257).convert("I;16").save(
        press / "content" / "deep.png"
    )
    unit = case(1, extra=f"<p>{image('file:content/deep.png')}</p>", paragraphs=1)
    bound, _ = build(press, with_case(book(2, Make.PRINT), unit))
    with pikepdf.open(bound.pdf) as pdf:
        found = next(each for each in pdf.objects if isinstance(each, pikepdf.Stream) and "/Width" in each)
        assert 120 < sum(found.read_bytes()) / len(found.read_bytes()) < 136


def test_a_picture_under_a_wrong_name_is_printed(press):
    """A PNG with transparency that somebody has named .jpg, and a photo that is to be shown on its side."""
    exif = Image.Exif()
    exif[0x0112] = 6
    clear = Image.new("RGBA", (40, 30), (200, 0, 0, 90))
    clear.save(press / "content" / "clear.jpg", "PNG")
    Image.new("RGB", (40, 30), "red").save(press / "content" / "turned.jpg", exif=exif)
    html = image("file:content/clear.jpg") + image("file:content/turned.jpg")
    bound, _ = build(press, with_case(book(2, Make.PRINT), case(1, extra=f"<p>{html}</p>", paragraphs=1)))
    with pikepdf.open(bound.pdf) as pdf:
        found = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and "/Width" in each]
        sizes = {(int(each.Width), int(each.Height), "/SMask" in each) for each in found}
    assert sizes == {(40, 30, True), (40, 30, False), (30, 40, False)}, "the mask is a picture of its own"


def test_a_long_picture_is_printed_whole(press):
    (press / "content").mkdir(exist_ok=True)
    Image.linear_gradient("L").resize((1080, 16_500)).save(press / "content" / "long.png")
    html = '<p><img alt="长图" style="width: 10mm; height: 152.78mm" src="file:content/long.png"></p>'
    bound, _ = build(press, with_case(book(2, Make.PRINT), case(1, extra=html, paragraphs=1)))
    assert not bound.problems
    with pikepdf.open(bound.pdf) as pdf:
        found = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and "/Width" in each]
        assert [(int(each.Width), int(each.Height)) for each in found] == [(1080, 16_500)]


def test_a_picture_with_too_few_pixels_is_a_warning(press):
    photo(press / "content" / "small.png", 400, 300, "PNG")
    unit = case(1, extra='<p><img alt="小图" style="width: 100mm" src="file:content/small.png"></p>', paragraphs=1)
    bound, _ = build(press, with_case(book(2, Make.PRINT), unit))
    assert bound.pdf
    assert [(each.code, each.severity.value) for each in bound.problems] == [("low-resolution", "warning")]
    assert "只有 102 像素" in bound.problems[0].message


def test_several_of_one_case_are_one_warning(press):
    for name, side in (("small", 400), ("smaller", 200)):
        photo(press / "content" / f"{name}.png", side, side, "PNG")
    shown = '<p><img alt="小图" style="width: 100mm" src="file:content/{}.png"></p>'
    unit = case(1, extra=shown.format("small") + shown.format("smaller"), paragraphs=1)
    (found,) = build(press, with_case(book(2, Make.PRINT), unit))[0].problems
    assert found.message == "图片“smaller.png”印出来每英寸只有 51 像素，少于 300；还有 1 张也少：small.png（102）"
    assert found.hint == "换一张宽高各为现在 6.0 倍以上的原图"


def test_an_ornament_is_an_artifact(press):
    photo(press / "content" / "ornament.jpg", 300, 300)
    unit = case(1, extra='<p><img alt="" style="width: 20mm" src="file:content/ornament.jpg"></p>', paragraphs=1)
    bound, _ = build(press, with_case(book(2), unit))
    with pikepdf.open(bound.pdf) as pdf:
        drawn = [page.Contents[1].read_bytes() for page in pdf.pages if "/XObject" in page.Resources]
    assert any(b"/Artifact" in each and b" Do" in each for each in drawn)
    assert not any(b"/Figure" in each for each in drawn)
