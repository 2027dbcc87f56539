"""The commands as people use them: what they print, how they end, what they say when typed wrongly."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click
import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from click.testing import CliRunner, Result

from generator import publish
from generator.catalog.addresses import Address
from generator.catalog.books import BookFile
from generator.commands import cli, terminal
from generator.commands.terminal import ProgressBar
from generator.diagnostics import Diagnostic, Report, Span
from generator.diagnostics.progress import Progress
from generator.handbook import printing
from generator.handbook.printing import PrintResult
from generator.papers import Make, Paper
from generator.publish import BrokenSite, BuildResult, Request, Stopped
from generator.publish.manifest import Changes, Conditions, FileEntry, Manifest
from generator.publish.verification import BadLink, Fault

DAY = date(2026, 9, 1)


@pytest.fixture
def portal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run the command; bugs of ours come through as they are."""
    monkeypatch.delenv("PORTAL_SITE_URL", raising=False)

    def run(*arguments: str | Path) -> Result:
        return CliRunner().invoke(cli.main, [str(argument) for argument in arguments], catch_exceptions=False)

    return run


@pytest.fixture
def mistaken(contest: Path) -> Path:
    """A contest with one mistake."""
    case = contest / "content/alpha/2026/cases/night-bus/index.md"
    case.write_text(case.read_text("utf-8").replace("award: 二等奖", "award: 二等将"), encoding="utf-8")
    return contest


# check


def test_check_of_sound_content(portal: Callable[..., Result], contest: Path) -> None:
    result = portal("check", "--root", contest)
    assert result.exit_code == 0
    assert result.stdout.startswith("没有发现问题，共检查 ")
    table = "编号,项目名称,牵头单位,赛道,入围\nA1,灯下一张图,甲有限公司,开放创新,是\n"
    (contest / "content/beta/2026/entries.csv").write_text(table, "utf-8")
    public = [re.search(r"公开 (\d+) 项", each.stdout) for each in (result, portal("check", "--root", contest))]
    assert [int(each[1]) for each in public if each] == [9, 10]  # a list that nothing describes is public at once


def test_check_tells_place_reason_and_remedy(portal: Callable[..., Result], mistaken: Path) -> None:
    result = portal("check", "--root", mistaken)
    assert result.exit_code == 1
    assert "content/alpha/2026/cases/night-bus/index.md:5:8: 错误[unknown-award]" in result.stdout
    assert "提示：您是否想写“二等奖”？" in result.stdout


def test_check_as_json(portal: Callable[..., Result], mistaken: Path) -> None:
    result = portal("check", "--root", mistaken, "--format", "json")
    assert result.exit_code == 1
    document = json.loads(result.stdout)
    assert document["schema"] == "diagnostics/1"
    assert document["errors"] == 1


def test_check_as_annotations(portal: Callable[..., Result], mistaken: Path) -> None:
    result = portal("check", "--root", mistaken, "--format", "github")
    assert result.exit_code == 1
    assert result.stdout.startswith("::error file=content/alpha/2026/cases/night-bus/index.md,line=5,col=8,")


def test_warnings_alone_are_no_failure(
    portal: Callable[..., Result], contest: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = Report(files=1)
    report.add("long-summary", Span("a.md"), "摘要过长")
    monkeypatch.setattr("generator.project.load", lambda root: type("P", (), {"report": report, "catalog": None}))
    result = portal("check", "--root", contest)
    assert result.exit_code == 0
    assert "警告[long-summary]" in result.stdout


def test_check_ends_with_what_there_is(portal: Callable[..., Result], contest: Path) -> None:
    notices = contest / "content/alpha/2026/notices"
    head = "---\ntitle: 通知\ndate: 2026-07-0{}\n{}\n---\n"
    (notices / "2026-07-01-later.md").write_text(head.format(1, "publish_at: 2030-01-01T09:00"), "utf-8")
    (notices / "2026-07-02-gone.md").write_text(head.format(2, "expire_at: 2026-07-03"), "utf-8")
    (notices / "2026-07-03-draft.md").write_text(head.format(3, "draft: true\nsummary: 待补充"), "utf-8")
    (notices / "note.txt").write_text("", "utf-8")
    told = portal("check", "--root", contest).stdout.splitlines()[-1]
    assert "定时 1 项（最早 2030-01-01 09:00），草稿 1 项，已撤下 1 项，待补充 1 处，没有用到的文件 1 个" in told
    assert "草稿 0 项" in portal("check", "beta", "--root", contest).stdout


def test_check_of_one_branch(portal: Callable[..., Result], mistaken: Path) -> None:
    assert portal("check", "beta", "--root", mistaken).exit_code == 0
    result = portal("check", "alpha", "--root", mistaken)
    assert result.exit_code == 1
    assert "unknown-award" in result.stdout
    unknown = portal("check", "gamma", "--root", mistaken)
    assert unknown.exit_code == 1
    assert unknown.stderr == "没有名为“gamma”的分赛。可选：alpha、beta。\n"


# The project's folder


def test_project_is_found_above(portal: Callable[..., Result], contest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(contest / "content/alpha/2026/cases")
    assert portal("check").exit_code == 0


def test_not_a_project(portal: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = portal("check")
    assert result.exit_code == 1
    assert result.stderr.startswith("当前目录及其上级目录不是项目目录：没有 content/contest.yml。")
    result = portal("build", "--root", tmp_path)
    assert result.exit_code == 1
    assert f"“{tmp_path}”不是项目目录" in result.stderr


# build


class Asked:
    """What `publish.renew` was asked for, instead of a build."""

    request: Request
    readable: dict[str, str] = {}  # noqa: RUF012
    changes = Changes(("index.html",), (), ())

    def renew(self, request: Request, progress: Progress) -> BuildResult:
        self.request = request
        progress("生成网页", 0, 2)
        progress("生成网页", 2, 2)
        made = Manifest(Conditions(request.as_of, None).to_dict(), {"index.html": FileEntry(1, "1")})
        return BuildResult(Report(files=1), made, self.changes, self.readable)  # type: ignore[arg-type]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    asked = Asked()
    monkeypatch.setattr(publish, "renew", asked.renew)
    return asked


def test_build_with_defaults(portal: Callable[..., Result], contest: Path, asked: Asked) -> None:
    result = portal("build", "--root", contest)
    assert result.exit_code == 0
    assert replace(asked.request, as_of=DAY) == Request(contest, contest / "site", DAY)
    day = asked.request.as_of.date()
    assert abs((day - date.today()).days) <= 1  # noqa: DTZ011 - Shanghai's day is today's or a neighbour
    assert "（新增 1，修改 0，删除 0）" in result.stdout
    assert result.stderr == "生成网页 …\n"


def test_pages_that_are_gone_are_told(portal: Callable[..., Result], contest: Path, asked: Asked) -> None:
    """Whoever renames a file breaks links of others, which nothing on the site itself shows."""
    asked.changes = Changes((), (), ("alpha/2026/cases/gauge/cover-800.webp", "alpha/2026/cases/gauge/index.html"))
    told = portal("build", "--root", contest).stdout.splitlines()
    assert told[1] == "1 个网址没有了：alpha/2026/cases/gauge/。改了名的，把旧短名写进 `aliases`，旧链接才不断。"
    assert len(told) == 2


def test_build_with_options(
    portal: Callable[..., Result], contest: Path, asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORTAL_SITE_URL", "https://contest.example/x")
    options = ["--branch", "alpha", "--branch", "beta", "--as-of", "2026-09-01", "--out", str(tmp_path / "o")]
    assert portal("build", "--root", contest, *options).exit_code == 0
    url = "https://contest.example/x/"
    assert asked.request == Request(contest, tmp_path / "o", DAY, url, ("alpha", "beta"))
    portal("build", "--root", contest, "--site-url", "https://elsewhere.example", "--no-handbooks")
    assert (asked.request.site_url, asked.request.handbooks) == ("https://elsewhere.example/", False)


@pytest.mark.parametrize(("option", "verified"), [("--verify-cache", 20), ("--verify-cache=all", 1)])
def test_build_that_verifies_what_is_kept(
    portal: Callable[..., Result], contest: Path, asked: Asked, option: str, verified: int
) -> None:
    assert portal("build", "--root", contest, option).exit_code == 0
    assert asked.request.verified == verified


def test_build_says_when_nothing_has_changed(portal: Callable[..., Result], contest: Path, asked: Asked) -> None:
    asked.changes = Changes((), (), ())
    assert portal("build", "--root", contest).stdout == f"没有变化，{contest / 'site'} 就是现在的内容。\n"


def test_build_says_which_portals_nobody_asked_for(portal: Callable[..., Result], contest: Path, asked: Asked) -> None:
    asked.readable = {"alpha": "", "beta": ""}
    assert "没有要求" not in portal("build", "--root", contest).stdout
    assert "没有要求的分赛也重做了：beta。" in portal("build", "--root", contest, "--branch", "alpha").stdout


def test_build_into_a_circle_of_links(portal: Callable[..., Result], contest: Path) -> None:
    (contest / "site").symlink_to("other")
    (contest / "other").symlink_to("site")
    result = portal("build", "--root", contest)
    assert result.exit_code == 1
    assert "是绕成圈的符号链接" in result.stderr


def test_build_stops_at_mistakes(portal: Callable[..., Result], mistaken: Path) -> None:
    result = portal("build", "--root", mistaken)
    assert result.exit_code == 1
    assert "错误[unknown-award]" in result.stderr
    assert re.search(r"内容有错误，没有生成网站；原有网站不变。（用时 \d+\.\d 秒）\n$", result.stderr)
    assert not (mistaken / "site").exists()


def test_build_tells_bad_links(portal: Callable[..., Result], contest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> BuildResult:
        everywhere = [BadLink(f"{'a/' * depth}index.html", f"{'../' * depth}x.js", Fault.MISSING) for depth in range(3)]
        raise BrokenSite(
            [*everywhere, *(BadLink("b.html", f"{n}.html", Fault.MISSING) for n in range(24))],
            {Address("b.html"): "b.md"},
        )

    monkeypatch.setattr(publish, "renew", broken)
    result = portal("build", "--root", contest, "--branch", "alpha")
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert lines[0] == "生成的网站有 27 个坏链接，没有发布；原有网站不变。"
    assert lines[1] == "index.html 等 3 页：“x.js”指向的文件不存在"
    assert lines[2] == "b.html（b.md）：“0.html”指向的文件不存在"
    assert lines[-2] == "……另有 5 种"
    assert "去掉 --branch" in lines[-1]


def test_build_that_cannot_be_published(
    portal: Callable[..., Result], contest: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> BuildResult:
        raise Stopped("另一个生成正在进行。")

    monkeypatch.setattr(publish, "renew", stopped)
    result = portal("build", "--root", contest)
    assert (result.exit_code, result.stderr) == (1, "另一个生成正在进行。\n")


def test_bug_of_ours_keeps_its_traceback(
    portal: Callable[..., Result], contest: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> BuildResult:
        raise RuntimeError("a bug")

    monkeypatch.setattr(publish, "renew", fail)
    with pytest.raises(RuntimeError, match="a bug"):
        portal("build", "--root", contest)


def test_interrupted(portal: Callable[..., Result], contest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> BuildResult:
        raise KeyboardInterrupt

    monkeypatch.setattr(publish, "renew", interrupt)
    result = portal("build", "--root", contest)
    assert (result.exit_code, result.stderr) == (130, "已中断。\n")


# parts


def test_build_of_a_part(portal: Callable[..., Result], contest: Path, asked: Asked) -> None:
    assert portal("build", "--root", contest, "--part", "--branch", "alpha").exit_code == 0
    assert replace(asked.request, as_of=DAY) == Request(contest, contest / "site", DAY, branches=("alpha",), part=True)


def test_join_with_options(portal: Callable[..., Result], contest: Path, asked: Asked, tmp_path: Path) -> None:
    options = ["--as-of", "2026-09-01", "--out", tmp_path, "--site-url", "https://x.example", "--no-handbooks"]
    result = portal("join", "made", tmp_path / "parts", "--root", contest, *options)
    parts = (Path("made"), tmp_path / "parts")
    expected = Request(contest, tmp_path, DAY, "https://x.example/", handbooks=False, parts=parts)
    assert asked.request == expected
    assert result.stdout == f"已合并到 {tmp_path}：共 1 个文件（新增 1，修改 0，删除 0）。\n"


def test_join_of_nothing(portal: Callable[..., Result], contest: Path, tmp_path: Path) -> None:
    result = portal("join", tmp_path, "--root", contest)
    assert result.exit_code == 1
    assert "缺少 2 个分赛的部分，没有合并；原有网站不变。\n    alpha：没有做过\n    beta：没有做过\n" in result.stderr
    assert portal("join", "--root", contest).exit_code == 2


def test_touched(portal: Callable[..., Result], contest: Path, tmp_path: Path) -> None:
    ask = ["touched", tmp_path, "--root", contest, "--no-handbooks"]
    assert portal(*ask).stdout == "alpha：没有做过\nbeta：没有做过\n"
    assert portal(*ask, "--format", "json").stdout == '["alpha", "beta"]\n'


def test_touched_stops_at_mistakes(portal: Callable[..., Result], mistaken: Path, tmp_path: Path) -> None:
    result = portal("touched", tmp_path, "--root", mistaken)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.endswith("内容有错误。\n")


def test_touched_when_all_parts_fit(
    portal: Callable[..., Result], contest: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.publish.joining.touched", lambda _: (Report(files=1), {}))
    assert portal("touched", "parts", "--root", contest).stdout == "没有要重做的分赛。\n"


# handbook. Real books are printed in handbook/test_publishing.py.


@pytest.fixture
def ordered(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What `build_books` was asked for, instead of books."""
    orders: list[Any] = []

    def build_books(*order: Any) -> PrintResult:
        orders.extend(order)
        name = "alpha/2026/downloads/guide-print"
        return PrintResult(
            (BookFile("alpha/2026", "guide", Make.PRINT, Paper.A4, "书", f"{name}.pdf", "", 8, 1_250_000, {}),)
        )  # type: ignore[arg-type]

    monkeypatch.setattr(printing, "build_books", build_books)
    return orders


def test_handbooks_with_defaults(portal: Callable[..., Result], contest: Path, ordered: list[Any]) -> None:
    result = portal("handbook", "--root", contest)
    assert result.exit_code == 0
    assert result.stdout == f"{contest}/build/handbooks/alpha/2026/downloads/guide-print.pdf：8 页，1.2 MB\n"
    root, views, editions, out, _, choice = ordered
    assert (root, out) == (contest, contest / "build" / "handbooks")
    assert sorted(edition.id for edition in editions) == ["alpha/2026", "beta/2026"]
    assert choice == printing.Choice()
    assert views.site_url == "https://contest.example/"


def test_handbooks_with_options(
    portal: Callable[..., Result], contest: Path, ordered: list[Any], tmp_path: Path
) -> None:
    options = ["--book", "guide", "--make", "print", "--paper", "a4", "--as-of", "2026-08-01", "--out", tmp_path]
    result = portal("handbook", "alpha", "2026", *options, "--site-url", "https://b.example", "--root", contest)
    assert result.exit_code == 0
    _, views, editions, out, _, choice = ordered
    assert [edition.id for edition in editions] == ["alpha/2026"]
    assert out == tmp_path
    assert choice == printing.Choice(("guide",), (Make.PRINT,), Paper.A4)
    assert views.site_url == "https://b.example/"
    assert not views.catalog.cases, "none is public on that day"


@pytest.mark.parametrize(
    ("named", "told"),
    [
        (["gamma"], "没有“gamma”这一届。可选：alpha 2026、beta 2026。\n"),
        (["alpha", "2025"], "没有“alpha 2025”这一届。可选：alpha 2026、beta 2026。\n"),
    ],
)
def test_handbook_of_no_edition(
    portal: Callable[..., Result], contest: Path, ordered: list[Any], named: list[str], told: str
) -> None:
    result = portal("handbook", *named, "--root", contest)
    assert (result.exit_code, result.stderr) == (1, told)
    assert ordered == []


def test_handbook_of_a_project_without_editions(
    portal: Callable[..., Result], contest: Path, ordered: list[Any]
) -> None:
    shutil.rmtree(contest / "content/alpha")
    shutil.rmtree(contest / "content/beta")
    result = portal("handbook", "--root", contest)
    assert (result.exit_code, ordered) == (1, [])
    assert result.stderr.endswith("还没有读得出来的届次，没有什么可印。先运行 portal check 看看。\n")


def test_handbook_stops_at_mistakes(portal: Callable[..., Result], mistaken: Path, ordered: list[Any]) -> None:
    result = portal("handbook", "alpha", "2026", "--root", mistaken)
    assert result.exit_code == 1
    assert "index.md:5:8: 错误[unknown-award]" in result.stderr
    assert result.stderr.endswith("内容有错误，没有排印手册。\n")
    assert ordered == []


def test_books_of_others_go_on(portal: Callable[..., Result], mistaken: Path, ordered: list[Any]) -> None:
    assert portal("handbook", "beta", "2026", "--root", mistaken).exit_code == 0
    result = portal("handbook", "--root", mistaken)
    assert result.exit_code == 1
    assert "alpha 有错误，跳过；其余照常。" in result.stderr
    assert result.stderr.endswith("alpha 没有排印手册。\n")
    assert [edition.id for edition in ordered[2]] == ["beta/2026"] == [edition.id for edition in ordered[8]]


# serve


def test_serve_unknown_branch(portal: Callable[..., Result], contest: Path) -> None:
    result = portal("serve", "gamma", "--root", contest)
    assert (result.exit_code, result.stderr) == (1, "没有名为“gamma”的分赛。可选：alpha、beta。\n")


def test_serve_at_a_taken_port(portal: Callable[..., Result], contest: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = portal("serve", "alpha", "--root", contest, "--port", str(port))
    assert (result.exit_code, result.stderr.startswith(f"端口 {port} 已被别的程序占用")) == (1, True)


# Help, and what is typed wrongly


@pytest.mark.parametrize("command", [[], ["build"], ["serve"], ["check"], ["handbook"]])
def test_help_is_chinese_and_has_an_example(portal: Callable[..., Result], command: list[str]) -> None:
    told = portal(*command, "--help").stdout
    assert f"portal {' '.join(command)}".strip() in told
    for english in ("Usage", "Options", "Commands", "Show", "default", "env var"):
        assert english not in told


def test_no_command_tells_what_is_next(
    portal: Callable[..., Result], mistaken: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "接着：portal new project" in portal().stdout
    monkeypatch.chdir(mistaken / "content/alpha")
    told = portal().stdout
    assert "有 1 处错误，第一处在 content/alpha/2026/cases/night-bus/index.md:5:8" in told
    assert "接着：portal check alpha" in told


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["bild"], "没有命令“bild”，您是否想写“build”？"),
        (["help"], "没有命令“help”，可用的命令：new、import、"),
        (["build", "alpha"], "不认识多写的“alpha”。哪个分赛写在 --branch 后面。"),
        (["build", "--foo"], "没有选项 --foo。"),
        (["check", "--forma"], "没有选项 --forma。 您是否想写 '--format'？\n"),
        (["build", "--branc"], "没有选项 --branc。 您是否想写 '--branch'？\n"),
        (["check", "a", "b"], "不认识多写的“b”。\n"),
        (["build", "--as-of", "9月1日"], "--as-of：“9月1日”不是日期，写成 2026-09-01 或 2026-09-01T09:00 这样。"),
        (["build", "--site-url", "contest.example"], "--site-url：“contest.example”不是网址"),
        (["build", "--site-url", "https://a.example/?x"], "--site-url：“https://a.example/?x”不是网址"),
        (["check", "--format", "xml"], "--format：“xml”不行，可选：text、json、github。"),
        (["serve", "--port", "99999"], "--port：“99999”不是端口号"),
        (["handbook", "alpha", "今年"], "年份：“今年”不是年份，写成 2026 这样。"),
        (["handbook", "--book", "album"], "--book：“album”不行，可选：casebook、collection、guide、"),
        (["handbook", "--make", "both sides"], "--make：“both sides”不行，可选：screen、print、both。"),
        (["handbook", "--paper", "A4"], "--paper：“A4”不行，可选：a4、210x285、185x260。"),
        (["handbook", "--site-url", "contest.example"], "--site-url：“contest.example”不是网址"),
    ],
)
def test_typed_wrongly(portal: Callable[..., Result], contest: Path, arguments: list[str], told: str) -> None:
    root = ["--root", str(contest)] if len(arguments) > 1 else []
    result = portal(*arguments[:1], *root, *arguments[1:])
    assert result.exit_code == 2
    assert result.stderr.startswith(told)
    assert "用法见：portal" in result.stderr


def test_help_is_had_by_either_name_in_the_order_of_the_work(portal: Callable[..., Result]) -> None:
    told = portal("-h").stdout
    assert told == portal("--help").stdout
    places = [told.index(f"\n  {name} ") for name in ("new", "import", "check", "serve", "build", "handbook", "join")]
    assert places == sorted(places)
    assert portal("import", "case", "-h").stdout.startswith("用法：portal import case")
    assert "..." not in portal("import", "-h").stdout


def test_a_value_that_is_wanted_is_named(portal: Callable[..., Result]) -> None:
    assert portal("print", "checklist", "alpha").stderr.startswith("缺少年份。\n")


@pytest.mark.parametrize(
    ("option", "told"),
    [("--out", "选项 --out 后面要写值。\n"), ("--handbooks=no", "选项 --handbooks 后面不写值。\n")],
)
def test_option_and_its_value(portal: Callable[..., Result], option: str, told: str) -> None:
    result = portal("build", option)
    assert (result.exit_code, result.stderr) == (2, told)


def test_words_are_chinese_whatever_the_system_speaks() -> None:
    command = [sys.executable, "-c", "from generator.commands.cli import main; main()", "--help"]
    speaking = {**os.environ, "LANGUAGE": "en_US:en", "LC_ALL": "C", "PYTHONUTF8": "1"}
    assert "用法：" in subprocess.run(command, capture_output=True, text=True, check=True, env=speaking).stdout


def test_catalogue_is_compiled() -> None:
    source = terminal.LOCALE / "zh_CN/LC_MESSAGES/messages.po"
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(source.read_bytes())))
    assert _undated(source.with_suffix(".mo").read_bytes()) == _undated(compiled.getvalue())


def _undated(catalogue: bytes) -> bytes:
    return re.sub(rb"(?<=POT-Creation-Date: ).{21}", b"", catalogue)


def test_click_still_says_what_the_catalogue_translates() -> None:
    catalogue = read_po(io.BytesIO((terminal.LOCALE / "zh_CN/LC_MESSAGES/messages.po").read_bytes()))
    said = "".join(path.read_text("utf-8") for path in Path(click.__file__).parent.glob("*.py"))
    messages = [message for message in catalogue if message.id]
    words = [word for each in messages for word in (each.id if each.pluralizable else [each.id])]
    assert [word for word in words if f'"{word}"' not in said] == []


def test_progress_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    mistake = Diagnostic("print-layout", Span("a.md", 3), "排不出来", "改")
    with ProgressBar() as progress:
        progress("读取内容", 0, 1)
        for done in range(4):
            progress("生成网页", done, 3, mistake if done == 2 else None)
        progress("发布", 0, 1)
    shown = click.unstyle(capsys.readouterr().err)
    assert shown.startswith("读取内容 …\n")
    assert "\na.md:3:1: 错误[print-layout] 排不出来\n" in shown, "before the step is done"
    assert shown.index("排不出来") < shown.index("100%")
    assert shown.endswith("发布 …\n")


def test_light_commands_load_no_heavy_packages(contest: Path) -> None:
    code = (
        "import sys; from generator.commands.cli import main; main(sys.argv[1:], standalone_mode=False);"
        "print(sorted({'mkdocs', 'material', 'weasyprint'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code, "check", "--root", str(contest)]
    run = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONUTF8": "1"})
    assert run.stdout.splitlines()[-1] == "[]"
