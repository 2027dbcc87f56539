"""The commands `portal export`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from generator.commands.imports import branch_option, opened, refusals, year_option
from generator.commands.terminal import CommandGroup, root_option
from generator.model import EditionId

_out = click.option("--out", "-o", metavar="文件", type=click.Path(path_type=Path), help="写到哪里；默认是当前目录。")


@click.group("export", cls=CommandGroup)
def export_group() -> None:
    """导出为 XLSX，在表格软件里改好再用 portal import 导入。

    \b
    例：
        portal export winners --branch demo --year 2026
    """


@export_group.command()
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

    catalog, edition_id = opened(root, branch, year)
    _write(lambda: exported(catalog, edition_id, root / "content" / edition_id), "winners", edition_id, out)


@export_group.command()
@branch_option
@year_option
@root_option
@_out
def edition(branch: str | None, year: int | None, root: Path, out: Path | None) -> None:
    """导出一届的全部设置：届次、赛程、奖项、评审、名单、手册、统计和赛道，改好用 portal import edition 导入。

    \b
    例：
        portal export edition --branch demo --year 2026 -o 示例分赛.xlsx
    """
    from generator.intake.exchange.editions import export

    _, edition_id = opened(root, branch, year)
    _write(lambda: export(root / "content" / edition_id), "edition", edition_id, out)


def _write(made: Callable[[], bytes], what: str, edition_id: EditionId, out: Path | None) -> None:
    with refusals(""):
        data = made()
    path = out or Path(f"{what}-{edition_id.replace('/', '-')}.xlsx")
    path.write_bytes(data)
    click.echo(f"已写到 {path}。")
