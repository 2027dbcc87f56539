"""Files beside texts: where pictures and official files are published and listed, what is left out of them, and
that they go with their page."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from itertools import chain
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from docx import Document
from docx.oxml.ns import qn
from PIL import Image

from generator import exports
from generator.machine.apart import Refused
from generator.machine.faults import Stopped
from generator.media.attachments import faults, offered, republished
from generator.model import BranchId, EditionId
from generator.project import load
from generator.site.facts import site
from generator.site.part import Content, Part, content
from generator.views import Site
from generator.views.pages import texts, tracks
from generator.views.parts import wording
from tests.intake.office_files import understate

EDITION = "content/alpha/2026"
NOTICE = "notices/2026-06-01-launch.md"
TRACK = "tracks/01-smart-factory.md"
PAGE = "pages/about.md"


def fault(path: Path) -> tuple[str, str] | None:
    """Why a file cannot be offered, and what to do."""
    try:
        offered(path)
    except Refused as refused:
        return refused.message, refused.hint
    return None


@pytest.fixture
def offering(contest: Path) -> Path:
    """A contest with files on every kind of page; those of a notice are public from October on."""
    folder = contest / EDITION
    with (folder / "edition.yml").open("a", encoding="utf-8") as file:
        file.write("attachments: [{file: entry-form.docx, title: 报名表}]\n")
    form = Document()
    form.core_properties.author = "起草人"
    form.add_paragraph("报名表正文")
    form.save(str(folder / "entry-form.docx"))
    _head(folder / NOTICE, "attachments: [{file: plan.pdf, title: 方案}]", "publish_at: 2026-10-01", _picture("stage"))
    (folder / NOTICE).write_text((folder / NOTICE).read_text("utf-8") + "\n![会场](stage.jpg)\n", "utf-8")
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.docinfo["/Author"] = "起草人"
    pdf.save(folder / "notices/plan.pdf")
    _head(folder / TRACK, "attachments: [{file: data.xlsx, title: 数据说明}]", _picture("plant"))
    text = (folder / TRACK).read_text("utf-8")
    (folder / TRACK).write_text(text.replace("\n## ", "\n![车间](plant.jpg)\n\n## ", 1), "utf-8")
    book = openpyxl.Workbook()
    book.properties.creator = book.properties.lastModifiedBy = "起草人"
    book.active["A1"] = "字段"
    book.save(folder / "tracks/data.xlsx")
    _head(folder / PAGE, "attachments: [{file: rules.pdf, title: 章程}]")
    pdf.save(folder / "pages/rules.pdf")
    for name in ("notices/stage.jpg", "tracks/plant.jpg"):
        Image.new("RGB", (900, 600), "teal").save(folder / name)
    return contest


def _picture(name: str) -> str:
    return f"images: [{{file: {name}.jpg, alt: 一块蓝绿色}}]"


def _head(path: Path, *lines: str) -> None:
    added = "".join(f"{line}\n" for line in lines)
    path.write_text(path.read_text("utf-8").replace("---\n", f"---\n{added}", 1), "utf-8")


def _on(contest: Path, day: date) -> tuple[Site, Mapping[str, Content]]:
    project = load(contest)
    assert project.catalog is not None, project.report.to_text()
    views = site(contest, project.catalog.public(day), None)
    part = Part(contest, views, BranchId("alpha"))
    return views, dict(chain(part.downloads(), *(each.make() for each in (*part.data(), part.pictures(part.pictured)))))


FORM = "alpha/2026/downloads/files/entry-form.docx"
PLAN = "alpha/2026/notices/launch/plan.pdf"
STAGE = "alpha/2026/notices/launch/stage-jpg-900.webp"


def test_files_are_listed_with_format_and_size_and_go_with_their_page(offering: Path) -> None:
    views, before = _on(offering, date(2026, 9, 30))
    assert FORM in before
    assert not {PLAN, STAGE} & before.keys()
    views, after = _on(offering, date(2026, 10, 1))
    assert {FORM, PLAN, STAGE, "alpha/2026/tracks/smart-factory/plant-jpg-640.webp"} <= after.keys()
    edition = views.catalog.editions[EditionId("alpha/2026")]
    listed = texts.downloads(views, edition).attachments
    assert [(each.name, each.text, each.form.split("，")[0]) for each in listed] == [
        ("报名表", "", "Word"),
        ("数据说明", "智能制造赛道", "Excel"),
        ("章程", "关于大赛", "PDF"),
        ("方案", "甲州分赛启动报名", "PDF"),
    ]
    sizes = {each.address: wording.size(len(content(after[each.address]))) for each in listed}
    assert sizes == {each.address: each.form.split("，")[1] for each in listed}
    notice = next(each for each in views.catalog.notices.values() if each.slug == "launch")
    seen = texts.notice(views, notice)
    assert [each.address for each in seen.attachments] == [PLAN]
    assert 'src="stage-jpg-900.webp"' in seen.body
    assert 'alt="一块蓝绿色"' in seen.body
    track = next(each for each in views.catalog.tracks.values() if each.slug == "smart-factory")
    assert "plant-jpg-640.webp 640w" in tracks.track(views, track).introduction
    assert b'rel="enclosure"' in exports.feed_xml(views.catalog, edition.id, None)


def test_who_wrote_a_file_is_not_published(offering: Path) -> None:
    _, published = _on(offering, date(2026, 10, 1))
    form, plan, table = (content(published[each]) for each in (FORM, PLAN, "alpha/2026/tracks/smart-factory/data.xlsx"))
    read = Document(io.BytesIO(form))
    assert (read.core_properties.author, read.paragraphs[0].text) == ("", "报名表正文")
    book = openpyxl.load_workbook(io.BytesIO(table))
    assert (book.properties.creator, book.active["A1"].value) == (None, "字段")
    with pikepdf.open(io.BytesIO(plan)) as pdf:
        assert (len(pdf.pages), "/Info" in pdf.trailer) == (1, False)


def test_a_signed_file_stays_as_it_is(contest: Path) -> None:
    folder = contest / EDITION
    with (folder / "edition.yml").open("a", encoding="utf-8") as file:
        file.write("attachments: [{file: a.docx, title: 甲}, {file: b.pdf, title: 乙}]\n")
    _document(folder / "a.docx", "word/document.xml", "docProps/core.xml", "_xmlsignatures/sig1.xml")
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.Root.AcroForm = pikepdf.Dictionary(SigFlags=3, Fields=pikepdf.Array())
    pdf.save(folder / "b.pdf")
    _, published = _on(contest, date(2026, 10, 1))
    for name in ("a.docx", "b.pdf"):
        assert content(published[f"alpha/2026/downloads/files/{name}"]) == (folder / name).read_bytes()


def _document(path: Path, *parts: str) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        for part in parts:
            packed.writestr(part, "")


@pytest.mark.parametrize(
    ("name", "parts", "told"),
    [
        ("a.docx", ("word/document.xml",), None),
        ("a.docx", ("xl/workbook.xml",), "的内容不是 Word 文件"),
        ("a.xlsx", ("xl/workbook.xml", "xl/vbaProject.bin"), "带有宏"),
    ],
)
def test_a_file_is_what_its_name_says(tmp_path: Path, name: str, parts: tuple[str, ...], told: str | None) -> None:
    _document(tmp_path / name, *parts)
    assert (fault(tmp_path / name) or (None, ""))[0] == told


EXTERNAL = '<Relationship Id="r1" Type="http://schemas.example/relationships/{}" Target="{}" TargetMode="External"/>'


@pytest.mark.parametrize(
    ("kind", "target", "told"),
    [
        ("hyperlink", "https://example.org/", None),
        ("attachedTemplate", "file:///C:/Users/a/Templates/a.dotm", None),
        ("image", "https://example.org/a.png", "打开时会从别处取图片、表格或模板"),
    ],
)
def test_a_file_brings_what_it_shows(tmp_path: Path, kind: str, target: str, told: str | None) -> None:
    form = tmp_path / "a.docx"
    _document(form, "word/document.xml")
    with zipfile.ZipFile(form, "a") as packed:
        packed.writestr(
            "word/_rels/settings.xml.rels", f"<Relationships>{EXTERNAL.format(kind, target)}</Relationships>"
        )
    assert (fault(form) or (None, ""))[0] == told


def test_a_signed_text_may_not_load_its_template(tmp_path: Path) -> None:
    """For it stays as it is; from others it is taken."""
    path = tmp_path / "a.docx"
    _document(path, "word/document.xml", "_xmlsignatures/sig1.xml")
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr(
            "word/_rels/settings.xml.rels", EXTERNAL.format("attachedTemplate", "https://example.org/a.dotm")
        )
    assert (fault(path) or ("",))[0] == "打开时会从别处取图片、表格或模板"


def test_the_template_of_a_text_is_not_published(contest: Path) -> None:
    folder = contest / EDITION
    with (folder / "edition.yml").open("a", encoding="utf-8") as file:
        file.write("attachments: [{file: a.docx, title: 甲}]\n")
    text = Document()
    text.add_paragraph("正文")
    settings = next(each for each in text.part.package.iter_parts() if each.partname == "/word/settings.xml")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    known = settings.relate_to("file:///C:/Users/起草人/a.dotm", kind, is_external=True)
    settings.element.insert(0, settings.element.makeelement(qn("w:attachedTemplate"), {qn("r:id"): known}))
    text.save(str(folder / "a.docx"))
    _, published = _on(contest, date(2026, 10, 1))
    made = content(published["alpha/2026/downloads/files/a.docx"])
    assert Document(io.BytesIO(made)).paragraphs[0].text == "正文"
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        said = b"".join(packed.read(name) for name in packed.namelist())
    assert b"attachedTemplate" not in said
    assert b"a.dotm" not in said


SCRIPT = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


@pytest.mark.parametrize("streams", list(pikepdf.ObjectStreamMode))
def test_a_pdf_does_nothing_by_itself(tmp_path: Path, streams: pikepdf.ObjectStreamMode) -> None:
    """Wherever its action stands, also where the file shows no letter of it."""
    path, told = tmp_path / "a.pdf", ("带有脚本，或者会启动程序", "另存为不带脚本的 PDF，例如用“打印到 PDF”")
    for action, found in (
        (None, None),
        (pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://example.org/JavaScript"), None),
        (SCRIPT, told),
        (pikepdf.Dictionary(S=pikepdf.Name.Launch, F="a.exe"), told),
    ):
        with pikepdf.new() as pdf:
            page = pdf.add_blank_page()
            if action:
                click = pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action
                )
                page.Annots = pikepdf.Array([pdf.make_indirect(click)])
            pdf.save(path, object_stream_mode=streams)
        assert fault(path) == found
        with pikepdf.new() as pdf:
            pdf.add_blank_page()
            if action:
                pdf.Root.OpenAction = action
            pdf.save(path, object_stream_mode=streams)
        assert fault(path) == found


NUMBERED = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [5 0 R] /Count 3 0 R>> endobj
3 0 obj 1 endobj
4 0 obj null endobj
5 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>> endobj
trailer <</Root 1 0 R /Size 6>>
"""
"""Its numbers are objects of their own, as most programs write the lengths of streams."""


def test_numbers_that_are_objects_are_no_reason_to_break_off(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(NUMBERED)
    assert fault(tmp_path / "a.pdf") is None
    assert republished(tmp_path / "a.pdf", tmp_path) != NUMBERED


def test_what_forbids_changes_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path, encryption=pikepdf.Encryption(owner="o"))
    assert republished(path, tmp_path) == path.read_bytes()


def test_a_pdf_can_be_opened(tmp_path: Path) -> None:
    """All at once, as a check asks; what can be is kept as it is published, and not opened again."""
    for name in ("fine", "locked"):
        with pikepdf.new() as pdf:
            pdf.add_blank_page()
            lock = pikepdf.Encryption(owner="o", user="u") if name == "locked" else False
            pdf.save(tmp_path / f"{name}.pdf", encryption=lock)
    pikepdf.new().save(tmp_path / "blank.pdf")
    (tmp_path / "scrambled.pdf").write_bytes(b"%PDF-1.4\n" + bytes(range(256)) * 100)
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.4\n1 0 obj ")
    (tmp_path / "other.pdf").write_bytes(b"a text")
    files = sorted(tmp_path.glob("*.pdf"))
    assert {path.stem: message for path, (message, _) in faults(files, tmp_path).items()} == {
        "blank": "里没有一页",
        "cut": "已经损坏，打不开",
        "locked": "要输入密码才能打开",
        "other": "的内容不是 PDF 文件",
        "scrambled": "已经损坏，打不开",
    }
    assert len([each for each in (tmp_path / ".cache/attachments").iterdir() if each.is_file()]) == 1


def test_a_file_that_was_broken_after_the_check_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\n1 0 obj ")
    with pytest.raises(Stopped, match=r"附件 a\.pdf 已经损坏，打不开。提示：找到原件"):
        republished(tmp_path / "a.pdf", tmp_path)


def test_a_bomb_and_a_damaged_file_are_told(tmp_path: Path) -> None:
    bomb, damaged = tmp_path / "a.docx", tmp_path / "b.docx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(5):
            packed.writestr(f"word/{number}.xml", bytes(100_000_000))
    assert (fault(bomb) or ("",))[0] == "展开后有 500 MB"
    _document(damaged, "word/document.xml")
    with zipfile.ZipFile(damaged, "w") as packed:
        packed.writestr("word/document.xml", "x" * 1000)
    damaged.write_bytes(damaged.read_bytes().replace(b"xxx", b"xyx", 1))
    assert (fault(damaged) or ("",))[0] == "里的 word/document.xml 已经损坏"


def test_a_part_that_is_larger_than_it_says_is_told(tmp_path: Path) -> None:
    path, large = tmp_path / "a.docx", b"<a>" + bytes(50_000_000)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", large)
    understate(path, large)
    assert (fault(path) or ("",))[0] == "展开以后比文件里写的大，可能是恶意的"
