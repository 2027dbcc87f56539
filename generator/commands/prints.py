"""The command `portal print`: what is handed over, filled in and hung up."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands.handbook import chosen
from generator.commands.terminal import (
    YEAR,
    CommandGroup,
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

if TYPE_CHECKING:
    from generator.handbook.loose import Prints

FOLDER = "prints"
SIZES = ("80x180", "90x120")


@click.group("print", cls=CommandGroup)
def print_group() -> None:
    """排印证书、展板、评分表和材料清单，PDF 格式。

    \b
    例：
        portal print certificates demo 2026
    """


def _printing(command: Callable[..., None]) -> Callable[..., None]:
    """What all of these commands are asked."""
    for option in (
        *(site_url_option, out_option(f"{FOLDER}/<分赛>/<年份>"), day_option, root_option),
        click.argument("year", metavar="年份", type=YEAR),
        click.argument("branch", metavar="分赛"),
    ):
        command = option(command)
    return command


@print_group.command()
@_printing
def certificates(**asked: Any) -> None:
    """荣誉证书：每个奖项一张，A4 横向，留出盖章的位置。

    \b
    certificates/all.pdf 是付印版，所有证书合在一起，带出血和裁切线；
    其余一证一个文件，可以直接发给获奖单位；numbers.csv 是编号和获奖单位的清单。
    编号规则、正文、颁发单位写在 handbook.yml 的 certificate 里。
    """
    from generator.handbook import loose

    _print(loose.certificates, **asked)


@print_group.command()
@_printing
@click.option("--case", metavar="案例", help="只做这个案例的；默认做全部案例和赛道的。")
@click.option("--size", type=one_of(*SIZES), metavar="尺寸", help="80x180 或 90x120，厘米；默认都做。")
def boards(case: str | None, size: str | None, **asked: Any) -> None:
    """宣传展板：一个案例、一个赛道各一块，实际尺寸，带 10 毫米出血。

    \b
    例：
        portal print boards demo 2025 --case casting-defect-tracing --size 80x180
    """
    from generator.handbook import loose
    from generator.papers import LooseSheet

    sizes = [LooseSheet(each) for each in SIZES if size in (None, each)]
    _print(lambda root, facts, edition, _: loose.boards(root, facts, edition, case, sizes), **asked)


@print_group.command()
@_printing
def scoring(**asked: Any) -> None:
    """评分表：按公布的评价指标，每个赛道一张，另有单个项目用的一张。"""
    from generator.handbook import loose

    _print(lambda root, facts, edition, _: loose.forms(root, facts, edition, "scoring"), **asked)


@print_group.command()
@_printing
def checklist(**asked: Any) -> None:
    """参赛材料清单：材料、提纲、日程和要求，逐项打勾。"""
    from generator.handbook import loose

    _print(lambda root, facts, edition, _: loose.forms(root, facts, edition, "checklist"), **asked)


def _print(
    planned: Callable[..., Prints],
    branch: str,
    year: int,
    root: Path,
    as_of: date | None,
    out: Path | None,
    site_url: str | None,
) -> None:
    """Print what is planned; whatever stops it ends the command with its message."""
    from generator.handbook.loose import write
    from generator.project import load
    from generator.site.facts import site

    began = time.monotonic()
    project = load(root)
    catalog = sound(project, branch, "没有排印").public(as_of or now())
    (edition,) = chosen(catalog, branch, year)
    facts = site(root, catalog, site_url or catalog.contest.site.url, shown=(branch,))
    target = out or root / FOLDER / edition.id
    with ProgressBar() as progress:
        printed = write(root, planned(root, facts, edition, target), target, progress)
    if printed.problems:
        project.report.extend(printed.problems)
        click.echo(project.report.to_text(), err=True)
    if not printed.files:
        raise Mistake("有内容不能排印，没有写出任何文件。")
    size = sum(path.stat().st_size for path in printed.files) / 1e6
    told = "、".join(path.relative_to(target).as_posix() for path in printed.files[:3])
    more = f"等 {len(printed.files)} 个文件" if len(printed.files) > 3 else ""
    click.echo(f"已排印到 {target}：{told}{more}，共 {size:.1f} MB。（用时 {time.monotonic() - began:.1f} 秒）")
