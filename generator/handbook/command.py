"""The command `portal handbook`."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from generator.terminal import Command, Day, Mistake, OneOf, Progress

BOTH = "both"


@click.command(cls=Command)
@click.argument("branch", metavar="[分赛", required=False)
@click.argument("year", metavar="[年份]]", required=False, type=int)
@click.option(
    "--root", metavar="目录", type=click.Path(path_type=Path), help="项目目录；默认是当前目录或最近的上级项目目录。"
)
@click.option(
    "--book", type=OneOf("casebook", "guide"), metavar="书", help="casebook（案例集）或 guide（参赛指南）；默认都做。"
)
@click.option(
    "--make",
    type=OneOf("screen", "print", BOTH),
    default=BOTH,
    metavar="版式",
    help="screen（屏幕阅读）或 print（付印）；默认都做。",
)
@click.option(
    "--paper",
    type=OneOf("a4", "210x285", "185x260"),
    metavar="开本",
    help="a4、210x285 或 185x260；默认按 handbook.yml。",
)
@click.option("--as-of", type=Day(), help="按哪一天公开的内容排印，如 2026-09-01；默认是今天（北京时间）。")
@click.option(
    "--out", metavar="目录", type=click.Path(path_type=Path), help="输出到哪里；默认是项目目录下的 build/handbooks。"
)
def handbook(
    branch: str | None,
    year: int | None,
    root: Path | None,
    book: str | None,
    make: str,
    paper: str | None,
    as_of: date | None,
    out: Path | None,
) -> None:
    """排印手册：典型案例集和参赛指南，PDF 格式。

    \b
    写了分赛和年份，就只做这一届的；不写，就做全部。
    付印版带 3 毫米出血和裁切线，屏幕版带书签和链接。

    \b
    例：只做示例分赛的案例集
        portal handbook demo 2026 --book casebook
    """
    from generator.handbook.book import Make, Paper
    from generator.handbook.publishing import Choice, build_books
    from generator.project import load
    from generator.site import site

    folder = _root(root)
    project = load(folder)
    if project.catalog is None or project.report.has_errors:
        click.echo(project.report.to_text(), err=True)
        raise Mistake("内容有错误，没有排印手册。")
    catalog = project.catalog.public(as_of or datetime.now(ZoneInfo("Asia/Shanghai")).date())
    editions = [
        edition
        for edition in catalog.editions.values()
        if branch in (None, str(edition.branch)) and year in (None, edition.year)
    ]
    if not editions:
        known = "、".join(sorted(catalog.editions))
        raise Mistake(f"没有“{branch}{f' {year}' if year else ''}”这一届。可选：{known}。")
    makes = tuple(Make) if make == BOTH else (Make(make),)
    choice = Choice((book,) if book else (), makes, Paper(paper) if paper else None)
    target = out or folder / "build" / "handbooks"
    with Progress() as progress:
        printed = build_books(
            folder, site(folder, catalog, catalog.contest.site.url), editions, target, progress, choice
        )
    project.report.extend(printed.problems)
    if printed.problems:
        click.echo(project.report.to_text(), err=True)
    if printed.failed:
        raise Mistake("有内容不能排印，没有写出任何手册。")
    for each in printed.files:
        click.echo(f"{target / each.address}：{each.pages} 页，{each.bytes / 1e6:.1f} MB")


def _root(named: Path | None) -> Path:
    """The project's folder: the one that was named, or the nearest above that has `content/contest.yml`."""
    start = (named or Path()).resolve()
    for folder in [start] if named else [start, *start.parents]:
        if (folder / "content" / "contest.yml").is_file():
            return folder
    raise Mistake(f"“{start}”不是项目目录：没有 content/contest.yml。请进入项目目录，或用 --root 指明它。")
