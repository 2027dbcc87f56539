"""The commands `portal import notice` and `portal proof`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.imports import confirmed, import_group, refusals
from generator.commands.terminal import YEAR, Command, Mistake, root_option

if TYPE_CHECKING:
    from generator.intake.manuscripts import Manuscript

_files = click.argument(
    "files",
    metavar="通知 [附件]...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)


def _read(files: Sequence[Path]) -> tuple[str, Manuscript, list[Path]]:
    """The names of the files, the notice first, what stands in them, and the annexes among them."""
    from generator.intake.structure import annex_files

    read = []
    _, *annexes = ordered = annex_files.in_order(files)
    for path in ordered:
        with refusals(path.name):
            read.append((path.name, annex_files.read(path)))
    return "、".join(name for name, _ in read), annex_files.together(read), annexes


@import_group.command("notice")
@_files
@click.option("--branch", metavar="分赛", help="哪个分赛的通知，必写。")
@click.option("--year", type=YEAR, metavar="年份", help="哪一年的通知，必写。")
@root_option
@click.option("--yes", is_flag=True, help="写入；不加就只列出读到多少，终端上会问。")
def import_notice(files: tuple[Path, ...], branch: str | None, year: int | None, root: Path, yes: bool) -> None:
    """把办赛通知（.docx .pdf .html .txt .md）写成一届的内容草稿；附件另成文件的，跟在后面，表格也可以。

    \b
    名称、文号、组织机构、赛道赛题、赛程、奖项、评分表、联系方式照通知写，每项注明在通知里的位置；
    没有找到的写“待补充”，拿不准的写“待核对：…”，portal check 逐一列出，改好以前不会发布。
    通知的句子不抄：简介和要求留空待写，原文放在旁边的注释里。姓名和手机号略去。已有的内容不覆盖。
    另成文件的附件（.docx .xlsx .pdf）同时放进“资料下载”，看过、删去“待核对”才发布。

    \b
    例：
        portal import notice 通知.docx --branch demo --year 2027
        portal import notice 通知.pdf 附件1.docx 附件2.xlsx --branch demo --year 2027
    """
    from generator.intake.notices import edition_draft
    from generator.model import BranchId
    from generator.project import load
    from generator.start.growing import Grower

    if branch is None or year is None:
        raise Mistake("写明是哪个分赛、哪一年的通知，如 --branch hubei --year 2026。")
    catalog = load(root).catalog
    if catalog is None or branch not in catalog.branches:
        raise Mistake(
            f"没有名为“{branch}”的分赛，或者项目读不出来：先运行 portal new branch {branch}，或 portal check。"
        )
    folder = root / "content" / branch / str(year)
    source, notice, annexes = _read(files)
    with refusals(source):
        found = edition_draft.prepare(notice, source, catalog, branch, year, annexes)
        click.echo(found.to_text())
        if yes or confirmed():
            begun = Grower(root, catalog).edition(catalog.branches[BranchId(branch)], year)
            found.write(folder, {root / each.path: each.text for each in begun})
            where = folder.relative_to(root).as_posix()
            click.echo(
                f"已写入 {where}。接着运行 portal check 看待办，portal proof {branch} {year} 通知文件 对照原文。"
            )


@click.command(cls=Command)
@click.argument("branch", metavar="分赛")
@click.argument("year", metavar="年份", type=YEAR)
@_files
@root_option
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="文件", help="对照表（.html）。")
@click.pass_context
def proof(ctx: click.Context, branch: str, year: int, files: tuple[Path, ...], root: Path, out: Path | None) -> None:
    """把一届的内容与通知逐项对照，不同的排在前面。

    \b
    每个名称、日期、数字、单位、标题旁边是通知里的那一行；名额和奖项、赛题和赛道、单位和职责等对错了，名称少了字，
    也算不同。自己写的话里，数字和书名号里的文件名也要在通知里有，
    连着 16 个字与通知相同的算照抄。通知里有而内容里没有的也列出。对照表是一个网页文件，可以打印后两个人核对。

    \b
    例：
        portal proof demo 2026 通知.docx
    """
    from generator.intake.notices import edition_draft
    from generator.intake.proof import proof_sheet, proving
    from generator.model import EditionId
    from generator.project import load

    catalog = load(root).catalog
    folder = root / "content" / branch / str(year)
    if catalog is None or not folder.is_dir():
        raise Mistake(f"没有 content/{branch}/{year}，或者项目读不出来。先运行 portal check。")
    source, notice, _ = _read(files)
    proved = proving.prove(notice, folder, edition_draft.wanted(catalog, branch, year))
    for line in proof_sheet.told(proved):
        click.echo(line)
    colours = next(
        (each.colours for each in catalog.branches.values() if each.id == branch), catalog.contest.site.colours
    )
    written = out or Path(f"proof-{branch}-{year}.html")
    edition = catalog.editions.get(EditionId(f"{branch}/{year}"))
    name = edition.name if edition else f"{branch} {year}"
    written.write_text(proof_sheet.page(proved, name, source, root, colours), "utf-8")
    click.echo(f"对照表：{written}")
    ctx.exit(1 if any(row.verdict in proving.WRONG for row in proved) else 0)
