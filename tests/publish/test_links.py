"""What is published leads somewhere, and loads nothing from elsewhere."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from generator.catalog.addresses import Address
from generator.machine.store import Store
from generator.publish import manifest, verification
from generator.publish.good_links import Links
from generator.publish.manifest import MARKER, FileEntry, Manifest
from generator.publish.output import WrittenFile
from generator.publish.verification import BadLink, Fault
from tests.publish import disk

HOME = "https://contest.example/x/"


def write(folder: Path, **files: str) -> Path:
    """Files by name; `__` stands for a slash and `_` before the last part for its dot."""
    for name, text in files.items():
        path = folder / ".".join(name.replace("__", "/").rsplit("_", 1))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def faults(folder: Path, site_url: str | None = None) -> list[tuple[str, Fault]]:
    return [(bad.target, bad.fault) for bad in verification.verify(disk.readings(folder), site_url).bad]


def test_sound_site(tmp_path: Path) -> None:
    page = """<!doctype html><html><head>
        <link rel="stylesheet" href="../a.css"><link rel="canonical" href="https://contest.example/a/">
        <script src="../a.js"></script></head><body id="body">
        <a href="index.html">me</a> <a href="../b/index.html#topic-1">there</a> <a href="#body">up</a>
        <a href="#top">top</a> <a href="../b/index.html?q=1#q=水位&amp;f=2">search</a>
        <a href="https://elsewhere.example/">out</a> <a href="mailto:a@b.example">mail</a> <a href="tel:110">call</a>
        <img src="../%E6%B0%B4.png" srcset="../%E6%B0%B4.png 480w, ../水.png 960w" alt="">
        <img src="data:image/gif;base64,R0lGOD" alt=""><svg><use href="#icon"/><symbol id="icon"/></svg>
        <p style="background: url('../水.png')">x</p></body></html>"""
    write(tmp_path, a__index_html=page, b__index_html='<h2 id="topic-1">1</h2>', a_css="", a_js="", 水_png="")
    assert faults(tmp_path) == []


@pytest.mark.parametrize(
    ("markup", "target", "fault"),
    [
        ('<a href="gone.html">x</a>', "gone.html", Fault.MISSING),
        ("<A HREF=gone.html>x</A>", "gone.html", Fault.MISSING),
        ("<a\n class='b'\n href='gone.html'>x</a>", "gone.html", Fault.MISSING),
        ('<a title="a > b" href="gone.html">x</a>', "gone.html", Fault.MISSING),
        ('<a href="a.html?x=1&amp;y=2#z">x</a>', "a.html?x=1&y=2#z", Fault.MISSING),
        ('<img src="gone.png" alt="">', "gone.png", Fault.MISSING),
        ('<img srcset="index.html 1x, gone.png 2x" alt="">', "gone.png", Fault.MISSING),
        ('<source srcset="gone.webp">', "gone.webp", Fault.MISSING),
        ('<script src="gone.js"></script>', "gone.js", Fault.MISSING),
        ('<link rel="stylesheet" href="gone.css">', "gone.css", Fault.MISSING),
        ('<link rel="alternate" href="feed.xml">', "feed.xml", Fault.MISSING),
        ('<video poster="gone.jpg"></video>', "gone.jpg", Fault.MISSING),
        ('<object data="gone.pdf"></object>', "gone.pdf", Fault.MISSING),
        ('<form action="gone.html"></form>', "gone.html", Fault.MISSING),
        ('<meta http-equiv="refresh" content="0; url=../new/index.html">', "../new/index.html", Fault.OUTSIDE),
        ("<meta http-equiv='refresh' content='0;URL=new.html'>", "new.html", Fault.MISSING),
        ('<p style="background:url(gone.png)">x</p>', "gone.png", Fault.MISSING),
        ("<style>p { background: url( 'gone.png' ) }</style>", "gone.png", Fault.MISSING),
        ('<svg><use href="icons.svg#a"/></svg>', "icons.svg#a", Fault.MISSING),
        ('<a href="#nowhere">x</a>', "#nowhere", Fault.ANCHOR),
        ('<a href="index.html#nowhere">x</a>', "index.html#nowhere", Fault.ANCHOR),
        ('<a href="#%E8%B5%9B%E9%A2%98">x</a>', "#%E8%B5%9B%E9%A2%98", Fault.ANCHOR),
        ('<a href="sub/">x</a>', "sub/", Fault.FOLDER),
        ('<a href="sub">x</a>', "sub", Fault.FOLDER),
        ('<a href="./">x</a>', "./", Fault.FOLDER),
        ('<a href="index.html/">x</a>', "index.html/", Fault.MISSING),
        ('<a href="../other/index.html">x</a>', "../other/index.html", Fault.OUTSIDE),
        ('<a href="/index.html">x</a>', "/index.html", Fault.ABSOLUTE),
        ('<img src="/a.png" alt="">', "/a.png", Fault.ABSOLUTE),
        ('<script src="https://cdn.example/a.js"></script>', "https://cdn.example/a.js", Fault.FOREIGN),
        ('<script src="//cdn.example/a.js"></script>', "//cdn.example/a.js", Fault.FOREIGN),
        ('<img src="http://cdn.example/a.png" alt="">', "http://cdn.example/a.png", Fault.FOREIGN),
        ('<img srcset="https://cdn.example/a.png 2x" alt="">', "https://cdn.example/a.png", Fault.FOREIGN),
        ('<iframe src="https://video.example/1"></iframe>', "https://video.example/1", Fault.FOREIGN),
        ('<link rel="preconnect" href="https://fonts.example">', "https://fonts.example", Fault.FOREIGN),
        ('<link rel="shortcut icon" href="https://cdn.example/i">', "https://cdn.example/i", Fault.FOREIGN),
        ("<style>@import 'https://cdn.example/a.css';</style>", "https://cdn.example/a.css", Fault.FOREIGN),
        ('<a href="javascript:alert(1)">x</a>', "javascript:alert(1)", Fault.SCRIPT),
        ('<a href="JavaScript:alert(1)">x</a>', "JavaScript:alert(1)", Fault.SCRIPT),
        ('<img src="HTTPS://cdn.example/a.png" alt="">', "HTTPS://cdn.example/a.png", Fault.FOREIGN),
        ('<a href="">x</a>', "", Fault.EMPTY),
        ('<a href="#">x</a>', "#", Fault.EMPTY),
        ('<base href="https://contest.example/x/">', "https://contest.example/x/", Fault.BASE),
    ],
)
def test_bad_link(tmp_path: Path, markup: str, target: str, fault: Fault) -> None:
    write(tmp_path, index_html=f"<!doctype html><p>{markup}</p>", sub__index_html="<p>")
    assert faults(tmp_path, HOME) == [(target, fault)]


@pytest.mark.parametrize(
    "markup",
    [
        '<!-- <a href="gone.html"> -->',
        '<script>document.write("<a href=gone.html>")</script>',
        '<textarea><a href="gone.html"></textarea>',
        '<code>&lt;a href="gone.html"&gt;</code>',
        "<p title=\"<a href='gone.html'>\">x</p>",
        '<p data-href="gone.html">x</p>',
        '<p title=" href=gone.html">x</p>',
        '<meta name="description" content="0; url=gone.html">',
        "<style>/* url(gone.png) */</style>",
    ],
)
def test_text_that_looks_like_a_link(tmp_path: Path, markup: str) -> None:
    write(tmp_path, index_html=markup)
    assert faults(tmp_path) == []


def test_style_sheets(tmp_path: Path) -> None:
    css = """@import "base.css"; a { background: url(data:image/png;base64,AA==), url("../i/gone.png") }
        /* url(never.png) */ b { src: url(https://fonts.example/f.woff2) }"""
    write(tmp_path, assets__a_css=css, assets__base_css="", index_html="")
    assert faults(tmp_path) == [
        ("../i/gone.png", Fault.MISSING),
        ("https://fonts.example/f.woff2", Fault.FOREIGN),
    ]


def test_broken_navigation_is_told_for_every_page(tmp_path: Path) -> None:
    write(tmp_path, a_html='<a href="gone.html">x</a>' * 2, b_html='<a href="gone.html">x</a>')
    assert verification.verify(disk.readings(tmp_path)).bad == [
        BadLink("a.html", "gone.html", Fault.MISSING),
        BadLink("b.html", "gone.html", Fault.MISSING),
    ]
    assert str(verification.verify(disk.readings(tmp_path)).bad[0]) == "a.html：“gone.html”指向的文件不存在"


def test_anchors_by_name_and_in_chinese(tmp_path: Path) -> None:
    links_there = '<a href="#old">x</a><a href="#%E8%B5%9B%E9%A2%98">x</a><a href="#赛题">x</a>'
    write(tmp_path, index_html=f'<a name="old">x</a><h2 id="赛题">x</h2>{links_there}')
    assert faults(tmp_path) == []


def test_404_page_may_name_its_own_folder_as_base(tmp_path: Path) -> None:
    page = f'<base href="{HOME}demo/"><a href="index.html">x</a>'
    write(tmp_path, demo__404_html=page, demo__index_html="")
    assert faults(tmp_path, HOME) == []
    assert faults(tmp_path, "https://elsewhere.example/") == [(f"{HOME}demo/", Fault.BASE)]
    assert faults(tmp_path) == [(f"{HOME}demo/", Fault.BASE)]


def test_a_thousand_pages_in_a_second(tmp_path: Path) -> None:
    rows = "".join(
        f'<li class="card"><a class="b" href="../{n}/index.html#h">项目 {n}</a><p>{"文" * 60}</p>' for n in range(60)
    )
    page = f'<!doctype html><h1 id="h">x</h1><ul>{rows}</ul>'
    for number in range(1000):
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "index.html").write_text(page, encoding="utf-8")
    start = time.process_time()
    assert verification.verify(disk.readings(tmp_path)).bad == []
    assert time.process_time() - start < 2.5  # 0.4 s on the machine where it was written


# Names


def test_names_that_some_system_loses_are_found(tmp_path: Path) -> None:
    for name in ("a/Plan.pdf", "a/plan.pdf", "B/x.txt", "b/y.txt", "aux.txt", "c/con/z.txt", "dot./z.txt", "blank "):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", "utf-8")
    assert {(bad.page, bad.target, bad.fault) for bad in verification.verify(disk.readings(tmp_path)).bad} == {
        ("a/plan.pdf", "a/Plan.pdf", Fault.TWIN),
        ("b", "B", Fault.TWIN),
        ("aux.txt", "aux.txt", Fault.NAME),
        ("c/con", "con", Fault.NAME),
        ("dot.", "dot.", Fault.NAME),
        ("blank ", "blank ", Fault.NAME),
    }


def test_names_of_a_large_site_take_little_time() -> None:
    names = [f"demo/2026/cases/case-{number}/index.html" for number in range(20_000)]
    before = time.process_time()
    assert list(verification._bad_names(names)) == []
    assert time.process_time() - before < 1.5


def test_drawings_may_name_gradients_that_they_have_not(tmp_path: Path) -> None:
    write(tmp_path, a_svg='<svg><g fill="url(#gone)"/><use href="#none"/></svg>')
    assert faults(tmp_path) == []
    write(tmp_path, a_svg='<svg><image href="https://elsewhere.example/x.png"/></svg>')
    assert faults(tmp_path) == [("https://elsewhere.example/x.png", Fault.FOREIGN)]


# What was found good


def files_of(folder: Path) -> dict[str, WrittenFile]:
    contents = {path.name: path.read_bytes() for path in folder.iterdir() if path.name != MARKER}
    return {
        name: WrittenFile(Address(name), FileEntry.of(found), verification.read(name, found))
        for name, found in contents.items()
    }


@pytest.mark.parametrize(
    ("files", "bad"),
    [
        ({}, []),
        ({"b_html": '<p id="x">longer</p>'}, []),
        ({"d_html": "new"}, []),
        ({"b_html": '<p id="y"></p>'}, ["a.html"]),
        ({"b_html": ""}, ["a.html"]),
        ({"c_html": '<a href="a.html#none">a</a>'}, ["c.html"]),
        ({"a_html": ""}, ["c.html"]),
    ],
)
def test_links_that_were_good_are_bad_when_what_they_lead_to_changes(
    tmp_path: Path, files: dict[str, str], bad: list[str]
) -> None:
    """Whatever is remembered of the present site, the same is found as without it."""
    out = write(tmp_path / "out", a_html='<a id="a" href="b.html#x">b</a>', b_html='<p id="x"></p>')
    write(out, c_html='<a href="a.html#a">a</a>')
    results = Store(tmp_path)
    first = Links(results, out, None, (), files_of(out))
    assert first.bad(out, Manifest()) == []
    (out / MARKER).write_bytes(Manifest({}, {name: file.entry for name, file in files_of(out).items()}).to_json())
    first.keep(out)
    new = Path(shutil.copytree(out, tmp_path / "new"))
    (new / MARKER).unlink()
    write(new, **files)
    for empty in [path for path in new.iterdir() if not path.read_bytes()]:
        empty.unlink()
    found = Links(results, out, None, (), files_of(new)).bad(new, manifest.read(out))
    assert [each.page for each in found] == bad == [each.page for each in verification.verify(disk.readings(new)).bad]
