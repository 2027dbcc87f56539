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
        why, hint = _SILENCE[git.silence(root)]
        yield Diagnostic("no-history", Span("content"), f"{why}，网页上不写更新日期", hint)
    elif shallow.strip() == "true":
        hint = "运行 git fetch --unshallow；流水线里取全部记录（fetch-depth: 0 或 GIT_DEPTH: 0）"
        yield Diagnostic("no-history", Span("content"), "只有最近的 git 修改记录，更新日期会不对", hint)


_SILENCE = {
    "absent": ("没有安装 git，看不到修改记录", "安装 git 以后再运行；不需要更新日期的不用管"),
    "foreign": (
        "项目目录属于另一个用户，git 不肯读修改记录",
        "运行 git status，照它提示的 git config --global --add safe.directory … 设一次",
    ),
    "none": ("没有 git 修改记录", "新建的项目运行 git init，再提交；已有的用 git clone 取得，压缩包里没有修改记录"),
}
_WRITTEN = ("--", "content", "branches")
