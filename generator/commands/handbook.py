"""The command `portal handbook`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.terminal import (
    YEAR,
    Command,
    Mistake,
    ProgressBar,
    day_option,
    now,
    one_of,
    out_option,
    root_option,
    site_url_option,
    sound,
)
from generator.papers import Make, Paper

if TYPE_CHECKING:
    from generator.catalog import Catalog
    from generator.model import Edition

BOTH = "both"
BOOKS = ("casebook", "collection", "guide", "checklist", "scoring")


@click.command(cls=Command)
@click.argument("branch", metavar="[分赛", required=False)
@click.argument("year", metavar="[年份]]", required=False, type=YEAR)
@root_option
@click.option(
    "--book",
    type=one_of(*BOOKS),
    metavar="书",
    help="casebook（案例集）、collection（跨届跨分赛的案例选集）、guide（参赛指南）、checklist（材料清单）"
    "或 scoring（评分表）；默认都做。",
)
@click.option(
    "--make",
    type=one_of(*Make, BOTH),
    default=BOTH,
    metavar="版式",
    help="screen（屏幕阅读）、print（付印）或 both；默认都做。",
)
@click.option(
    "--paper",
    type=one_of(*Paper),
    metavar="开本",
    help=f"{'、'.join([*Paper][:-1])} 或 {[*Paper][-1]}；默认按 handbook.yml。",
)
@day_option
@out_option("build/handbooks")
@site_url_option
def handbook(
    branch: str | None,
    year: int | None,
    root: Path,
    book: str | None,
    make: str,
    paper: str | None,
    as_of: date | None,
    out: Path | None,
    site_url: str | None,
) -> None:
    """排印手册：典型案例集和参赛指南，以及材料清单和评分表，PDF 格式。

    \b
    写了分赛和年份，就只做这一届的；不写，就做全部。
    付印版分正文和封面两个文件，带 3 毫米出血和裁切线；屏幕版带书签和链接；清单和评分表只有一种，办公打印机就能印。

    \b
    例：只做示例分赛的案例集
        portal handbook demo 2026 --book casebook
    """
    from generator.handbook.printing import Choice, build_books
    from generator.project import load
    from generator.site.facts import HANDBOOKS, site

    project = load(root)
    catalog = sound(project, branch, "没有排印手册").public(as_of or now())
    editions = chosen(catalog, branch, year)
    makes = tuple(Make) if make == BOTH else (Make(make),)
    choice = Choice((book,) if book else (), makes, Paper(paper) if paper else None)
    target = out or root / HANDBOOKS
    facts = site(root, catalog, site_url or catalog.contest.site.url)
    with ProgressBar() as progress:
        printed = build_books(root, facts, editions, target, progress, choice)
    project.report.extend(printed.problems)
    if printed.problems:
        click.echo(project.report.to_text(), err=True)
    if printed.failed:
        raise Mistake("有内容不能排印，没有写出任何手册。")
    if not printed.files:
        reasons = {
            "casebook": "还没有公开的案例，没有案例集",
            "collection": "handbook.yml 没有选收公开的案例，没有选集",
        }
        lacking = reasons.get(book or "", "这一届没有内容")
        raise Mistake(f"{lacking}可以排印。")
    for each in printed.files:
        click.echo(f"{target / each.address}：{each.pages} 页，{each.bytes / 1e6:.1f} MB")
    if skipped := sorted(filter(None, project.report.broken)) if not branch else []:
        raise Mistake(f"{'、'.join(skipped)} 没有排印手册。")


def chosen(catalog: Catalog, branch: str | None, year: int | None) -> Sequence[Edition]:
    """The editions that were asked for. Raises `Mistake` when there is none."""
    found = [
        edition
        for edition in catalog.editions.values()
        if branch in (None, str(edition.branch)) and year in (None, edition.year)
    ]
    if not catalog.editions:
        raise Mistake("还没有读得出来的届次，没有什么可印。先运行 portal check 看看。")
    if not found:
        known = "、".join(key.replace("/", " ") for key in sorted(catalog.editions))
        raise Mistake(f"没有“{branch}{f' {year}' if year else ''}”这一届。可选：{known}。")
    return found
