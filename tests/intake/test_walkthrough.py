"""The walk of docs/walkthrough.zh-CN.md on fewer files: from an empty folder to content without a problem."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.commands.cli import main
from generator.content.gaps import DOUBTFUL, MISSING
from generator.project import load
from tests.intake import walkthrough

MANUAL = Path(__file__).parents[2] / "docs/walkthrough.zh-CN.md"
EDITION = Path("content/yuntai/2026")
_MARK = re.compile(f"(?<!；){MISSING}(：[^\n]*)?|{DOUBTFUL}：")


def said(command: str) -> str:
    """What a command of the manual says; it must not fail, but for what is to do."""
    words = command.removeprefix("$ portal").split()
    result = CliRunner().invoke(main, words, catch_exceptions=False)
    assert result.exit_code == 0 or words == ["check"], result.output
    return result.output


def fill() -> int:
    """Write something of one's own at every mark, and drop what nobody has; how many marks there were."""
    edition = EDITION / "edition.yml"
    edition.write_text(re.sub(r"(?m)^(finals|attachments):\n(  .*\n)+", "", edition.read_text("utf-8")), "utf-8")
    count = 0
    for path in (path for path in EDITION.rglob("*") if path.suffix in (".yml", ".md")):
        text, found = _MARK.subn(lambda mark: "自己的话" if MISSING in mark[0] else "", path.read_text("utf-8"))
        path.write_text(text.replace("draft: true\n", ""), "utf-8")
        count += found
    return count


def test_the_walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    walkthrough.main(tmp_path, rows=12, cases=2)
    commands = re.findall(r"(?m)^\$ portal (?:new|import|proof|check).*", MANUAL.read_text("utf-8"))
    heard = []
    for command in commands:
        heard.append(said(command))
        if "20 个错误" in heard[-1]:
            assert fill() == 17  # and three that are dropped with their keys
        elif "没有变化 2。" in heard[-1]:
            assert fill() == 4
    told = "\n".join(heard)
    for line in (
        "读到 4 个赛道、10 个赛题。",
        "共 144 项，其中待核对 0 处；待补充 20 处。",
        "一致 105，自写 24。",
        "新增 12 项",
        "新建 2。",
    ):
        assert line in told
    assert "没有发现问题" in heard[-1]
    assert not load(tmp_path).report.diagnostics
