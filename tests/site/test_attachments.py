"""Official files: where they are published and listed, and that they go with their notice."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from generator.media.attachments import fault
from generator.model import BranchId
from generator.project import load
from generator.site.facts import site
from generator.site.part import Part
from generator.views import Site
from generator.views.pages import texts

EDITION = "content/alpha/2026"
NOTICE = "notices/2026-06-01-launch.md"


@pytest.fixture
def offering(contest: Path) -> Path:
    """A contest with a form of its edition, and a plan of a notice that is public from October on."""
    folder = contest / EDITION
    with (folder / "edition.yml").open("a", encoding="utf-8") as file:
        file.write("attachments: [{file: entry-form.docx, title: 报名表}]\n")
    _document(folder / "entry-form.docx", "word/document.xml")
    text = (folder / NOTICE).read_text("utf-8")
    planned = "attachments: [{file: plan.pdf, title: 方案}]\npublish_at: 2026-10-01\n"
    (folder / NOTICE).write_text(text.replace("---\n", f"---\n{planned}", 1), "utf-8")
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(folder / "notices/plan.pdf")
    return contest


def _document(path: Path, *parts: str) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        for part in parts:
            packed.writestr(part, "")


def _on(contest: Path, day: date) -> tuple[Site, dict[str, object]]:
    project = load(contest)
    assert project.catalog is not None, project.report.to_text()
    views = site(contest, project.catalog.public(day), None)
    return views, dict(Part(contest, views, BranchId("alpha")).data())


def test_files_are_listed_with_format_and_size_and_go_with_their_notice(offering: Path) -> None:
    form, plan = "alpha/2026/downloads/files/entry-form.docx", "alpha/2026/notices/launch/plan.pdf"
    views, before = _on(offering, date(2026, 9, 30))
    assert form in before
    assert plan not in before
    views, after = _on(offering, date(2026, 10, 1))
    assert {form, plan} <= after.keys()
    edition = next(each for each in views.catalog.editions.values() if each.id == "alpha/2026")
    listed = texts.downloads(views, edition).attachments
    assert [(each.name, each.address, each.form) for each in listed] == [
        ("报名表", form, "Word，1 KB"),
        ("方案", plan, "PDF，1 KB"),
    ]
    notice = next(each for each in views.catalog.notices.values() if each.slug == "launch")
    assert [each.address for each in texts.notice(views, notice).attachments] == [plan]


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
