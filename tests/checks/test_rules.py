"""Fine points of the rules, for which a whole mistaken contest would be too much."""

from __future__ import annotations

import io
import shutil
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from generator.catalog.names import group_key, title_key, unit_key
from generator.checks.entries import project_is_awarded_once
from generator.checks.pictures import content_problem
from generator.diagnostics import Diagnostic
from generator.media import branch_files
from generator.media.pictures import MAX_BYTES
from generator.model import CaseId, EditionId
from generator.project import load

CASES = "content/alpha/2026/cases"


@pytest.fixture
def found(contest: Path) -> Callable[..., list[Diagnostic]]:
    """What is found after the text `old` of a file was replaced by `new`."""

    def change(name: str, *changes: tuple[str, str]) -> list[Diagnostic]:
        path = contest / name
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
        return load(contest).report.diagnostics

    return change


def codes(diagnostics: list[Diagnostic]) -> list[str]:
    return [diagnostic.code for diagnostic in diagnostics]


@pytest.mark.parametrize(
    ("first", "second"),
    [("甲（乙）公司", "甲(乙) 公司"), ("ＡＢ公司", "ab公司"), ("甲【乙】", "甲乙")],
)
def test_units_that_differ_in_typing_only_are_the_same(first: str, second: str) -> None:
    assert unit_key(first) == unit_key(second)


def test_titles_are_compared_by_their_words() -> None:
    assert title_key("从雨滴到门牌：水位智能预报") == title_key("从雨滴到门牌——水位 智能预报")
    assert title_key("水位预报") != title_key("水位预警")


def test_groups_of_companies_share_the_first_part_of_their_name() -> None:
    assert group_key("甲州数据集团有限公司") == group_key("甲州数据集团临河有限公司")
    assert group_key("甲州数据有限公司") != group_key("甲州数据港有限公司")


@pytest.mark.parametrize("unit", ["甲州省水利厅", "甲州省水利厅信息中心", "甲州数据港有限公司", "甲州省工业厅"])
def test_public_bodies_and_strangers_may_win(found: Callable[..., list[Diagnostic]], unit: str) -> None:
    assert codes(found(f"{CASES}/night-bus/index.md", ("临河公交有限公司", unit))) == []


@pytest.mark.parametrize(
    "unit",
    [
        "甲州省数据局",
        "甲州省数据局信息中心",
        "甲州数据集团有限公司临河分公司",
        "甲州数据集团（有限公司）",
        "甲州数据集团",
    ],
)
def test_organisers_and_their_affiliates_may_not_win(found: Callable[..., list[Diagnostic]], unit: str) -> None:
    assert codes(found(f"{CASES}/night-bus/index.md", ("临河公交有限公司", unit))) == ["organiser-awarded"]


def test_organisers_may_win_where_the_edition_says_so(contest: Path) -> None:
    edition, case = contest / "content/alpha/2026/edition.yml", contest / f"{CASES}/night-bus/index.md"
    case.write_text(case.read_text("utf-8").replace("临河公交有限公司", "甲州数据集团有限公司"), "utf-8")
    assert codes(load(contest).report.diagnostics) == ["organiser-awarded"]
    text = edition.read_text("utf-8")
    edition.write_text(text.replace("max_representatives: 5", "organisers_may_enter: true"), "utf-8")
    assert codes(load(contest).report.diagnostics) == []


def test_drafts_count_in_no_quota_and_may_be_incomplete(found: Callable[..., list[Diagnostic]]) -> None:
    changes = (("award: 二等奖", "award: 一等奖"), ("demo: true", "draft: true\ndemo: true"), ("## 应用成效\n", ""))
    more = (("sme: true", "sme: true\nfinals: {recommended: true}"),)
    assert codes(found(f"{CASES}/night-bus/index.md", *changes, *more)) == []


def test_only_drafts_may_exceed_a_quota(found: Callable[..., list[Diagnostic]]) -> None:
    case, special = f"{CASES}/night-bus/index.md", ("award: 二等奖", "award: 最佳实践奖")
    assert codes(found(case, special)) == ["quota-exceeded"]
    assert codes(found(case, ("demo: true", "draft: true\ndemo: true"))) == []


def test_only_drafts_may_exceed_the_places_in_the_finals(found: Callable[..., list[Diagnostic]]) -> None:
    case = f"{CASES}/night-bus/index.md"
    assert codes(found(case, ("sme: true", "sme: true\nfinals: {recommended: true}"))) == ["finals-quota"]
    assert codes(found(case, ("demo: true", "draft: true\ndemo: true"))) == []


@pytest.mark.parametrize(("year", "expected"), [(2026, ["repeated-project"]), (2027, [])])
def test_a_project_may_win_again_in_another_year(minimal: Path, year: int, expected: list[str]) -> None:
    catalog = load(minimal).catalog
    assert catalog is not None
    first = catalog.cases[CaseId("alpha/2026/night-bus")]
    again = first.model_copy(update={"id": CaseId(f"beta/{year}/bus"), "edition": EditionId(f"beta/{year}")})
    both = replace(catalog, cases={first.id: first, again.id: again})
    assert codes(list(project_is_awarded_once(both))) == expected


@pytest.mark.parametrize("role", ["committee: [甲州省数据局, ", "guiding: ["])
def test_companies_among_those_who_guide_may_not_win(found: Callable[..., list[Diagnostic]], role: str) -> None:
    told = found("content/alpha/2026/edition.yml", (role, f"{role}临河公交有限公司, "))
    assert [(each.code, each.at.path) for each in told] == [("organiser-awarded", f"{CASES}/night-bus/index.md")]


def test_branches_may_be_called_by_their_full_name(found: Callable[..., list[Diagnostic]]) -> None:
    assert codes(found("content/alpha/2026/edition.yml", ("大赛甲州分赛\ntheme", "大赛甲州省分赛\ntheme"))) == []


PHASE = "  - {{id: {0}, name: 甲, kind: other, text: 乙, {1}}}\n"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("start: 2026-06-25", "start: 2026-06-21, end: 2026-06-30, approximate: part-of-month", []),
        ("start: 2026-06-25", "start: 2026-06-11, end: 2026-06-20, approximate: ten-day", ["phase-order"]),
        ("start: 2026-06-25", "end: 2026-06-30", []),
        ("start: 2026-06-25", "end: 2026-06-20", ["phase-order"]),
        ("start: 2026-06-25", "description: 另行通知", []),
        ("start: 2026-12-01", "start: 2027-06-30", []),
        ("start: 2026-12-01", "start: 2027-07-01", ["phase-outside"]),
        ("start: 2025-09-01", "start: 2026-01-01", []),
        ("start: 2025-08-31", "start: 2026-01-01", ["phase-outside"]),
    ],
)
def test_vague_and_open_phases_have_room(contest: Path, first: str, second: str, expected: list[str]) -> None:
    timeline = contest / "content/alpha/2026/timeline.yml"
    timeline.write_text("phases:\n" + PHASE.format("a", first) + PHASE.format("b", second), encoding="utf-8")
    assert codes(load(contest).report.diagnostics) == expected


def test_open_dates_are_no_contradiction(found: Callable[..., list[Diagnostic]]) -> None:
    assert codes(found("content/alpha/2026/edition.yml", ("  opens: 2026-06-01\n", ""))) == []


def test_unknown_shares_of_points_are_no_mistake(found: Callable[..., list[Diagnostic]]) -> None:
    changes = [(f", points: {points}", "") for points in (25, 15, 20)]
    assert codes(found("content/alpha/2026/judging.yml", *changes, ("        points: 40\n", ""))) == []


@pytest.mark.parametrize("count", ["7", "8"])
def test_totals_may_include_special_awards(found: Callable[..., list[Diagnostic]], count: str) -> None:
    assert codes(found("content/alpha/2026/awards.yml", ("total: 7", f"total: {count}"))) == []


def encoded(form: str) -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise((64, 64), 60).convert("RGB").save(buffer, form)
    return buffer.getvalue()


@pytest.mark.parametrize(("form", "suffix"), [("PNG", "png"), ("JPEG", "jpg"), ("WEBP", "webp")])
@pytest.mark.parametrize("kept", [1.0, 0.999, 0.5], ids=["whole", "almost whole", "cut-off"])
def test_images_that_broke_off_are_found(contest: Path, form: str, suffix: str, kept: float) -> None:
    case = contest / CASES / "leaf-tally"
    (case / "cover.png").unlink()
    raw = encoded(form)
    (case / f"cover.{suffix}").write_bytes(raw[: int(len(raw) * kept)])
    text = (case / "index.md").read_text(encoding="utf-8")
    (case / "index.md").write_text(text.replace("cover.png", f"cover.{suffix}"), encoding="utf-8")
    assert codes(load(contest).report.diagnostics) == ([] if kept == 1 else ["broken-image"])


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_images_may_have_another_ending_or_data_after_their_end(contest: Path, form: str) -> None:
    (contest / CASES / "leaf-tally" / "cover.png").write_bytes(encoded(form) + bytes(1000))
    assert codes(load(contest).report.diagnostics) == []


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
@pytest.mark.parametrize("appended", [65_000, 66_000])
def test_the_end_of_an_image_is_looked_for_in_its_last_bytes(contest: Path, form: str, appended: int) -> None:
    (contest / CASES / "leaf-tally" / "cover.png").write_bytes(encoded(form) + bytes(appended))
    assert codes(load(contest).report.diagnostics) == ([] if appended == 65_000 else ["broken-image"])


def test_an_image_may_have_ten_megabytes(contest: Path) -> None:
    path = contest / CASES / "leaf-tally" / "cover.png"
    png = path.read_bytes()
    for size, told in ((MAX_BYTES, []), (MAX_BYTES + 1, ["10.0 MB"]), (12_000_000, ["11.4 MB"])):
        # What is appended stands before the end, in a chunk that programs pass over.
        body, end = png[:-12], png[-12:]
        content = bytes(size - len(png) - 12)
        chunk = struct.pack(">I", len(content)) + b"teSt" + content
        path.write_bytes(body + chunk + struct.pack(">I", zlib.crc32(chunk[4:])) + end)
        found = [each.message for each in load(contest).report.diagnostics]
        assert [message.partition("有 ")[2].partition("，")[0] for message in found] == told


def png_header(width: int, height: int, kind: tuple[int, ...] = (8, 2, 0, 0, 0), checksum: int = 0) -> bytes:
    """A picture without pixels, as far as its header tells."""
    header = b"IHDR" + struct.pack(">II5B", width, height, *kind)
    return (
        b"\x89PNG\r\n\x1a\n\0\0\0\r"
        + header
        + struct.pack(">I", zlib.crc32(header) ^ checksum)
        + b"\0\0\0\0IEND\xae\x42\x60\x82"
    )


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (png_header(30_000, 1_333), ""),
        (png_header(8_000, 5_000), ""),
        (png_header(1, 16_383), ""),
        (png_header(5, 5, (16, 6, 0, 0, 1)), ""),
        (png_header(5, 5, (1, 3, 0, 0, 0)), ""),
        (png_header(30_001, 1_000), "有 30001×1000 像素，一边超过 30000"),
        (png_header(8_001, 5_000), "有 40 百万像素，超过 40 百万"),
        (png_header(9_000, 5_000), "有 45 百万像素，超过 40 百万"),
        (png_header(1, 16_384), "有 1×16384 像素，太细长"),
        (png_header(0, 5), "打不开，可能损坏或者不是图片"),
        (png_header(5, 0), "打不开，可能损坏或者不是图片"),
        (png_header(5, 5, checksum=1), "打不开，可能损坏或者不是图片"),
        (png_header(5, 5, (3, 2, 0, 0, 0)), "打不开，可能损坏或者不是图片"),
        (png_header(5, 5, (16, 3, 0, 0, 0)), "打不开，可能损坏或者不是图片"),
        (png_header(5, 5, (8, 5, 0, 0, 0)), "打不开，可能损坏或者不是图片"),
        (png_header(5, 5, (8, 2, 1, 0, 0)), "打不开，可能损坏或者不是图片"),
        (png_header(5, 5, (8, 2, 1, 1, 0)), "打不开，可能损坏或者不是图片"),
        (png_header(5, 5, (8, 2, 0, 1, 0)), "打不开，可能损坏或者不是图片"),
        (png_header(5, 5, (8, 2, 0, 0, 2)), "打不开，可能损坏或者不是图片"),
    ],
)
def test_the_header_of_an_image_tells_whether_it_can_be_shown(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(data)
    problem = content_problem(str(path), len(data))
    assert (problem[0] if problem else "") == told


def test_large_files_are_found(contest: Path) -> None:
    path = contest / CASES / "leaf-tally" / "cover.png"
    path.write_bytes(path.read_bytes() + bytes(MAX_BYTES))
    (diagnostic,) = load(contest).report.diagnostics
    assert diagnostic.code == "broken-image"
    assert "10.0 MB" in diagnostic.message


def test_references_to_broken_records_are_not_told_twice(found: Callable[..., list[Diagnostic]]) -> None:
    broken = found("content/alpha/2026/tracks/02-clear-water.md", ("kind: open", "kind: opne"))
    assert codes(broken) == ["invalid-value"]
    assert {diagnostic.at.path for diagnostic in broken} == {"content/alpha/2026/tracks/02-clear-water.md"}


@pytest.mark.parametrize("name", ["branches/alpha/branch.yml", "content/alpha/2026/edition.yml", "content/sectors.yml"])
def test_broken_files_of_the_whole_are_told_alone(found: Callable[..., list[Diagnostic]], name: str) -> None:
    assert codes(found(name, ("name", "nmae"))) != []
    assert {diagnostic.at.path for diagnostic in found(name, ("nmae", "mnae"))} == {name}


def test_texts_may_link_to_what_is_public_as_long_as_they_are(found: Callable[..., list[Diagnostic]]) -> None:
    notice = "content/alpha/2026/notices/2026-08-20-winners.md"
    assert codes(found(notice, ("publish_at: 2026-08-20", "publish_at: 2026-08-21"))) == []
    assert codes(found(notice, ("publish_at: 2026-08-21", "publish_at: 2026-08-19"))) == ["dead-link"]
    assert codes(found(notice, ("publish_at: 2026-08-19", "draft: true"))) == []


# Names that cannot be laid down as files of this repository: some systems could not take it out of git


def test_assets_have_names_that_every_system_keeps(contest: Path) -> None:
    folder = contest / "branches/alpha/assets"
    (folder / "Forms").mkdir(parents=True)
    for name in (
        "Forms/plan.pdf",
        "forms.zip",
        "FORMS.zip",
        "aux.pdf",
        "dot..txt",
        "read.txt",
        "表格.docx",
        ".hidden.html",
    ):
        (folder / name).write_bytes(b"x")
    (folder / "end.").write_bytes(b"x")
    told = {(each.code, each.at.path.rpartition("/")[2]) for each in load(contest).report.errors}
    assert told == {
        ("address-collision", "forms.zip"),
        ("unsafe-path", "aux.pdf"),
        ("unsafe-path", "end."),
    }


@pytest.mark.parametrize("name", ["con.png", "LPT1.png"])
def test_pictures_have_names_that_every_system_keeps(contest: Path, name: str) -> None:
    case = contest / CASES / "leaf-tally"
    (case / "cover.png").rename(case / name)
    text = (case / "index.md").read_text(encoding="utf-8")
    (case / "index.md").write_text(text.replace("cover.png", name), encoding="utf-8")
    assert codes(load(contest).report.diagnostics) == ["unsafe-path"]


@pytest.mark.parametrize("place", ["cases/aux", "tracks/04-con.md", "notices/2026-06-01-nul.md", "pages/prn.md"])
def test_slugs_are_no_devices_of_windows(contest: Path, place: str) -> None:
    path = contest / "content/alpha/2026" / place
    path.mkdir() if "." not in path.name else path.write_text("---\ntitle: x\n---\n", "utf-8")
    (found,) = load(contest).report.diagnostics
    assert (found.code, found.at.path) == ("unsafe-path", f"content/alpha/2026/{place}")
    assert "Windows" in found.message


def test_what_systems_leave_is_no_asset(contest: Path) -> None:
    """A text that is open in Word has a file beside it that holds the name of who opened it."""
    folder = contest / "branches/alpha/assets"
    (folder / "__MACOSX").mkdir(parents=True)
    for name in ("~$form.docx", "Thumbs.db", "desktop.ini", ".DS_Store", "__MACOSX/form.docx"):
        (folder / name).write_bytes(b"x")
    assert load(contest).report.diagnostics == []
    assert branch_files.listed(folder) == []


@pytest.mark.parametrize("suffix", ["html", "js", "css", "xhtml", "xml", "svgz", "md", "exe", "gif", ""])
def test_assets_are_nothing_that_a_browser_runs(contest: Path, suffix: str) -> None:
    folder = contest / "branches/alpha/assets"
    folder.mkdir()
    (folder / f"page.{suffix}".rstrip(".")).write_bytes(b"x")
    assert codes(load(contest).report.diagnostics) == ["unsafe-file"]


def test_values_have_a_length(found: Callable[..., list[Diagnostic]]) -> None:
    (told,) = found("content/alpha/2026/edition.yml", ("\ntheme: ", "\ntheme: " + "长" * 500_000))
    assert (told.code, told.message[:7]) == ("text-too-long", "`theme`")
    assert len(told.message) < 60


@pytest.mark.parametrize(
    ("text", "code"), [("> " * 300 + "甲", "text-too-deep"), ("甲[^1]", "footnote"), ("甲<u>乙</u>", "removed-html")]
)
def test_forewords_are_texts_too(contest: Path, text: str, code: str) -> None:
    planned = contest / "content/alpha/2026/handbook.yml"
    planned.write_text(f"casebook:\n  foreword:\n    title: 前言\n    text: |\n      {text}\n", encoding="utf-8")
    (told,) = load(contest).report.diagnostics
    assert (told.code, told.at.path) == (code, "content/alpha/2026/handbook.yml")


def test_branches_have_ids_that_may_stand_in_addresses(contest: Path) -> None:
    folder = contest / "branches" / "Gamma_1"
    shutil.copytree(contest / "branches/beta", folder)
    path = folder / "branch.yml"
    path.write_text(path.read_text("utf-8").replace("id: beta", "id: Gamma_1"), "utf-8")
    told = [each for each in load(contest).report.errors if each.code == "unsafe-path"]
    assert [(each.at.path, each.message) for each in told] == [("branches/Gamma_1", "名字“Gamma_1”不能用作网址")]


def test_pictures_that_only_the_reader_of_markdown_finds_are_told(found: Callable[..., list[Diagnostic]]) -> None:
    image = "![数据流程](flow.png)"
    hidden = "<math><meta content='0'>\n<![CDATA[><img/src=cover.png>]]>"
    told = found(f"{CASES}/kiln-heat-map/index.md", (image, f"{image}\n\n{hidden}"))
    assert "HTML 写法的图片“cover.png”不会显示" in [each.message for each in told]


def test_forewords_may_be_longer_than_values(contest: Path) -> None:
    planned = contest / "content/alpha/2026/handbook.yml"
    text = "\n\n".join(["长" * 1_000] * 21)
    indented = text.replace("\n", "\n      ")
    planned.write_text(f"casebook:\n  foreword:\n    title: 前言\n    text: |\n      {indented}\n", encoding="utf-8")
    assert codes(load(contest).report.diagnostics) == []
