"""When content files last changed, from the git history: the same on every machine for one commit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from generator.diagnostics import Diagnostic, Span
from generator.machine import git


def last_changes(root: Path) -> Mapping[str, date]:
    """The day of the last commit that touched each content file, by path relative to `root`.

    Empty when `root` is not in a git checkout or git is not installed; files never committed are absent.
    """
    log = git.said(root, "-c", "core.quotePath=off", "log", "--format=%x00%cs", "--name-only", "--relative", *_WRITTEN)
    changes: dict[str, date] = {}
    for commit in (log or "").split("\0")[1:]:
        day, *paths = commit.split("\n")
        for path in filter(None, paths):
            changes.setdefault(path, date.fromisoformat(day))
    return changes


def shortcomings(root: Path) -> Iterator[Diagnostic]:
    """Why pages will not say, or not rightly say, when they were changed."""
    shallow = git.said(root, "rev-parse", "--is-shallow-repository")
    if shallow is None:
        hint = "新建的项目运行 git init，再提交；已有的用 git clone 取得，压缩包里没有修改记录"
        yield Diagnostic("no-history", Span("content"), "没有 git 修改记录，网页上不写更新日期", hint)
    elif shallow.strip() == "true":
        hint = "运行 git fetch --unshallow；流水线里取全部记录（fetch-depth: 0 或 GIT_DEPTH: 0）"
        yield Diagnostic("no-history", Span("content"), "只有最近的 git 修改记录，更新日期会不对", hint)


_WRITTEN = ("--", "content", "branches")
