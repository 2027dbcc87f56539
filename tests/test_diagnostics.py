from __future__ import annotations

import json
from dataclasses import replace

import pytest

from generator.diagnostics import Diagnostic, Report, Span, news
from generator.diagnostics.codes import CODES, Severity

AWARD = Diagnostic("unknown-award", Span("content/a.md", 5, 8), "本届没有“一等将”这个奖项", "您是否想写“一等奖”？")
SUMMARY = Diagnostic("missing-summary", Span("content/a.md", 2), "赛题“甲”没有简介")

OTHER = Diagnostic("missing-summary", Span("content/b.md", 2), "赛题“乙”没有简介", "写一两句")


def report_of(*found: Diagnostic, files: int = 3) -> Report:
    report = Report(files)
    report.extend(found)
    return report


def test_text_names_place_severity_code_and_remedy() -> None:
    assert AWARD.to_text() == (
        "content/a.md:5:8: 错误[unknown-award] 本届没有“一等将”这个奖项\n    提示：您是否想写“一等奖”？"
    )
    assert SUMMARY.to_text() == "content/a.md:2:1: 警告[missing-summary] 赛题“甲”没有简介"


def test_reports_are_sorted_and_tell_everything_once() -> None:
    report = report_of(AWARD, SUMMARY, AWARD)
    assert report.diagnostics == [SUMMARY, AWARD]
    assert report.to_text().split("\n")[-1] == "1 个错误、1 个警告，3 个文件中的 1 个"


@pytest.mark.parametrize(
    ("found", "summary"),
    [
        ((), "没有发现问题，共检查 3 个文件"),
        ((AWARD,), "1 个错误，3 个文件中的 1 个"),
        ((SUMMARY,), "1 个警告，3 个文件中的 1 个"),
    ],
)
def test_summary_counts(found: tuple[Diagnostic, ...], summary: str) -> None:
    assert report_of(*found).summary() == summary


def test_only_errors_stop_a_build() -> None:
    assert report_of(AWARD, SUMMARY).has_errors
    assert not report_of(SUMMARY).has_errors
    assert report_of(AWARD, SUMMARY).errors == [AWARD]


def test_json_has_every_field() -> None:
    document = json.loads(report_of(AWARD).to_json())
    assert document == {
        "schema": "diagnostics/1",
        "files": 3,
        "errors": 1,
        "warnings": 0,
        "diagnostics": [
            {
                "path": "content/a.md",
                "line": 5,
                "column": 8,
                "severity": "error",
                "code": "unknown-award",
                "message": "本届没有“一等将”这个奖项",
                "hint": "您是否想写“一等奖”？",
            }
        ],
    }


def test_github_annotations_are_one_line_each() -> None:
    percent = Diagnostic("sme-share", Span("content/e.yml", 1), "不足 50%")
    award, share, summary = report_of(AWARD, percent).to_github().split("\n")
    assert award.startswith("::error file=content/a.md,line=5,col=8,title=unknown-award::")
    assert award.endswith("::本届没有“一等将”这个奖项%0A提示：您是否想写“一等奖”？")
    assert share == "::error file=content/e.yml,line=1,col=1,title=sme-share::不足 50%25"
    assert summary == "2 个错误，3 个文件中的 2 个"


def test_github_annotations_escape_file_names() -> None:
    odd = Diagnostic("unsafe-path", Span("content/a,b:c.md"), "名字不能用作网址")
    assert "file=content/a%2Cb%3Ac.md,line=1" in odd.to_github()


def test_codes_are_kebab_names_with_a_meaning() -> None:
    for name, code in CODES.items():
        assert name == name.lower().replace("_", "-")
        assert code.meaning
        assert code.severity in Severity


def test_no_form_of_a_message_repeats_a_number_of_a_person() -> None:
    """Whatever a message is about, it may quote what an editor wrote."""
    found = Diagnostic("invalid-value", Span("content/a.md"), "`phone` 不能是“13800138000”", "不要写 1380 013 8000")
    for told in (found.to_text(), found.to_github(), json.dumps(found.to_dict(), ensure_ascii=False)):
        assert told.count("138********") == 2, told
        assert "8000" not in told


def moved(found: Diagnostic, line: int) -> Diagnostic:
    return replace(found, at=replace(found.at, line=line))


def test_a_second_look_tells_what_is_new_and_what_is_gone() -> None:
    now = news.between([AWARD, SUMMARY], [moved(SUMMARY, 3), OTHER])
    assert now.to_text().splitlines() == [
        *OTHER.to_text().splitlines(),
        "已没有：content/a.md:5:8: 错误[unknown-award] 本届没有“一等将”这个奖项",
        "新增 1 个警告；减少 1 个错误；1 个警告没有变，portal check 列出全部",
    ]
    assert news.between(now.known, [moved(SUMMARY, 9)]).to_text().split("\n")[-1].startswith("减少 1 个警告；")
    assert news.between([], []).to_text() == ""


def test_problems_of_one_wording_are_counted() -> None:
    same = [moved(SUMMARY, line) for line in (2, 4, 6)]
    assert news.between(same, same[:2]).gone == same[2:]
    assert news.between(same[:1], [moved(SUMMARY, line) for line in (3, 5)]).new == [moved(SUMMARY, 5)]


@pytest.mark.parametrize("unread", ["xia", None])
def test_what_could_not_be_looked_at_is_not_gone(unread: str | None) -> None:
    before = [replace(SUMMARY, at=Span("content/xia/2026/edition.yml"))]
    now = news.between(before, [AWARD], {unread})
    assert (now.gone, now.new) == ([], [AWARD])
    assert news.between(now.known, before).to_text().split("\n")[-1].endswith("1 个警告没有变，portal check 列出全部")
