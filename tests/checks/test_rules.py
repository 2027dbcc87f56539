"""Fine points of the rules, for which a whole mistaken contest would be too much."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from generator.checks import text as text_rules
from generator.checks.names import group_key, title_key, unit_key
from generator.checks.pictures import MAX_BYTES
from generator.diagnostics import Diagnostic
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
    "text",
    [
        "13800138000",
        "电话13800138000。",
        "138-0013-8000",
        "138 0013 8000",
        "138.0013.8000",
        "+86 13800138000",
        "(+86)138-0013-8000",
        "8613800138000",
        "１３８００１３８０００",
        "138\u00a00013\u00a08000",
        "13800138000@mail.example",
        "tel:13800138000",
        "110105194912310 02X".replace(" ", ""),
        "身份证110105 19491231 002x",
    ],
)
def test_private_numbers_are_found(text: str) -> None:
    assert len(list(text_rules._private(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "024-83988827",
        "甲数发〔2026〕13800138000001号",
        "编号 2026-13800138000",
        "https://a.example/13800138000.html",
        "https://a.example/t20260613_13800138000.html",
        "DL13800138000",
        "13800138000.5",
        "产值15000000000元",
        "12345678901",
        "公安备案 11010502030143 号",
        "110105194912310021",  # the check digit is wrong
        "110105194913310025",  # there is no thirteenth month
        "2026-06-01 2026-06-30",
        "统一社会信用代码 91110000802100433B",
        "1.3 8001 3800 0",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert list(text_rules._private(text)) == []


def test_private_numbers_are_not_repeated_in_messages() -> None:
    for number in ("13800138000", "11010519491231002X"):
        ((_, message),) = text_rules._private(number)
        assert number[8:] not in message


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


def test_drafts_count_in_no_quota_and_may_be_incomplete(found: Callable[..., list[Diagnostic]]) -> None:
    changes = (("award: 二等奖", "award: 一等奖"), ("demo: true", "draft: true\ndemo: true"), ("## 应用成效\n", ""))
    more = (("sme: true", "sme: true\nfinals: {recommended: true}"),)
    assert codes(found(f"{CASES}/night-bus/index.md", *changes, *more)) == []


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
        ("start: 2026-12-01", "start: 2027-02-28", []),
        ("start: 2026-12-01", "start: 2027-03-01", ["phase-outside"]),
        ("start: 2025-12-31", "start: 2026-01-01", ["phase-outside"]),
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
@pytest.mark.parametrize("kept", [1.0, 0.5], ids=["whole", "cut-off"])
def test_images_that_broke_off_are_found(contest: Path, form: str, suffix: str, kept: float) -> None:
    case = contest / CASES / "leaf-tally"
    (case / "cover.png").unlink()
    raw = encoded(form)
    (case / f"cover.{suffix}").write_bytes(raw[: int(len(raw) * kept)])
    text = (case / "index.md").read_text(encoding="utf-8")
    (case / "index.md").write_text(text.replace("cover.png", f"cover.{suffix}"), encoding="utf-8")
    assert codes(load(contest).report.diagnostics) == ([] if kept == 1 else ["broken-image"])


def test_images_may_have_another_ending_or_data_after_their_end(contest: Path) -> None:
    (contest / CASES / "leaf-tally" / "cover.png").write_bytes(encoded("JPEG") + bytes(1000))
    assert codes(load(contest).report.diagnostics) == []


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


def test_values_have_a_length(found: Callable[..., list[Diagnostic]]) -> None:
    (told,) = found("content/alpha/2026/edition.yml", ("\ntheme: ", "\ntheme: " + "长" * 1_000_000))
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
