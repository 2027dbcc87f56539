"""The commands `portal export`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.imports import branch_option, opened, year_option
from generator.commands.terminal import Command, CommandGroup, Mistake, root_option

_out = click.option("--out", "-o", metavar="文件", type=click.Path(path_type=Path), help="写到哪里；默认是当前目录。")


@click.group("export", cls=CommandGroup)
def export_group() -> None:
    """导出为 XLSX，在表格软件里改好再用 portal import 导入。

    \b
    例：
        portal export winners --branch demo --year 2026
    """


@export_group.command(cls=Command)
@branch_option
@year_option
@root_option
@_out
def winners(branch: str | None, year: int | None, root: Path, out: Path | None) -> None:
    """导出项目表：入围、获奖、推荐等各列都在，改好用 portal import winners 导入。

    \b
    空格不会抹去已有的内容；要删去的在 entries.csv 里删。

    \b
    例：
        portal export winners --branch demo --year 2026 -o 获奖名单.xlsx
    """
    from generator.intake.exchange.winners_out import winners as exported
    from generator.machine.apart import Refused

    catalog, edition = opened(root, branch, year)
    try:
        data = exported(catalog, edition, root / "content" / edition)
    except Refused as refused:
        raise Mistake(f"{refused.message}。\n提示：{refused.hint}。") from refused
    path = out or Path(f"winners-{edition.replace('/', '-')}.xlsx")
    path.write_bytes(data)
    click.echo(f"已写到 {path}。")
