"""The commands `portal import`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.terminal import (
    YEAR,
    YES,
    CommandGroup,
    Mistake,
    ProgressBar,
    asked,
    is_on_terminal,
    one_of,
    refuse_broken,
    root_option,
)
from generator.model import ListKind

if TYPE_CHECKING:
    from generator.catalog import Catalog
    from generator.intake.winners.meaning import Question
    from generator.intake.workbooks.workbook import Problem
    from generator.intake.writeups.batch import Outcome
    from generator.model import EditionId

_file = click.argument("file", metavar="文件", type=click.Path(exists=True, dir_okay=False, path_type=Path))
branch_option = click.option("--branch", metavar="分赛", help="导入哪个分赛；项目里只有一届时可不写。")
year_option = click.option("--year", type=YEAR, metavar="年份", help="导入哪一年；这个分赛只有一届时可不写。")
_yes = click.option("--yes", is_flag=True, help="写入；不加就只列出会有什么变化，终端上会问。")


_PLACES = 30
_PUBLIC = "名单没有在 entries.yml 里写 publish_at 的，下次生成网站就公开；先运行 portal check。"


@click.group("import", cls=CommandGroup)
def import_group() -> None:
    """导入办公文件：先列出变化和问题，确认以后才写入。

    \b
    例：
        portal import winners 获奖名单.xlsx --branch demo --year 2026
    """


@import_group.command()
@_file
@branch_option
@year_option
@root_option
@_yes
@click.option(
    "--map", "columns", metavar="列名=项目", multiple=True, help="这一列是什么，如 完成人单位=牵头单位；不读写 =-。"
)
@click.option(
    "--mean", "meanings", metavar="写法=意思", multiple=True, help="表里的赛道、奖项等是什么，如 工业智造=工业制造。"
)
@click.option(
    "--list", "stage", type=one_of(*ListKind), metavar="名单", help=f"这张表是哪份名单：{'、'.join(ListKind)}。"
)
@click.option("--overwrite", is_flag=True, help="手工改过的值也换成表里的。")
@click.option("--cases", is_flag=True, help="为每个获奖项目建立案例草稿。")
def winners(
    file: Path,
    branch: str | None,
    year: int | None,
    root: Path,
    yes: bool,
    columns: tuple[str, ...],
    meanings: tuple[str, ...],
    stage: str | None,
    overwrite: bool,
    cases: bool,
) -> None:
    """把获奖名单导入 entries.csv：表格，或者文档里的表格。

    \b
    读 .xlsx .xls .et .ods .csv，.docx .pdf .html .md 里的表格也读。
    列名按办公常用的写法认；有合并格、几张表、小计、分节标题都可以。没有编号的项目由程序编号，
    再次导入时编号不变，只更新变了的内容，手工改过的保留。有问题一次列出，改好以前什么都不写。

    \b
    例：
        portal import winners 获奖名单.xlsx --branch demo --year 2026
    """
    from generator.content.hints import listing
    from generator.intake.winners import comparing
    from generator.project import load

    catalog, edition = opened(root, branch, year)
    wish = comparing.Wish(
        catalog,
        root / "content" / edition,
        edition,
        _columns(columns),
        dict(_pairs(meanings)),
        ListKind(stage) if stage else None,
        overwrite,
    )
    with refusals(file.name):
        found = comparing.prepare(file, wish, _ask)
    if not found.problems:
        click.echo(found.changes.to_text())
    for note in found.notes:
        click.echo(note, err=True)
    if found.problems:
        raise Mistake(f"{listed_once(found.problems)}\n{len(found.problems)} 个问题，什么都没有写。")
    if not found.changes.is_empty or cases:
        if not (yes or confirmed()):
            return
        click.echo(f"已写入 {found.write(wish.folder).relative_to(root).as_posix()}。{_PUBLIC}")
    if cases:
        made = comparing.write_cases(wish.folder, load(root).catalog or catalog, edition)
        click.echo(f"新建 {len(made)} 个案例草稿：{listing(made)}" if made else "填了“奖项”的项目都已有案例。")


def _columns(given: Iterable[str]) -> dict[str, str]:
    """By the head of a column what it is. Raises `Mistake` for what no column is."""
    from generator.content import headings

    named = {headings.plain(title) or title: headings.key_of(key) or key for title, key in _pairs(given)}
    if unknown := [key for key in named.values() if key != "-" and key not in headings.NAMES]:
        offered = "、".join(word for word in headings.NAMES if not word.isascii())
        raise Mistake(f"没有“{unknown[0]}”这一列。可选：{offered}。")
    return named


@import_group.command()
@click.argument("paths", metavar="文件…", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@branch_option
@year_option
@root_option
@click.option("--mean", "meanings", metavar="名称=编号", multiple=True, help="Word 里的这个名称是项目表里的哪一项。")
@click.option("--overwrite", is_flag=True, help="有人改过的案例也换成 Word 里的。")
@click.option("--report", type=click.Path(path_type=Path), metavar="文件", help="报告写到哪里；默认显示在屏幕上。")
@click.pass_context
def case(
    ctx: click.Context,
    paths: tuple[Path, ...],
    branch: str | None,
    year: int | None,
    root: Path,
    meanings: tuple[str, ...],
    overwrite: bool,
    report: Path | None,
) -> None:
    """把 Word 案例导入为案例草稿，可以是文件、文件夹或 ZIP。

    \b
    读 .docx .doc .wps；PDF、.html、.txt、.md 要写出文件名。
    各部分按本届的提纲对应，名称、单位、奖项取自项目表；图片、表格、脚注一并导入，个人信息删去。
    缺的、没把握的都留“待补充”“待核对”的记号，portal check 会列出来；写好再删去 draft: true。
    中断以后再运行就接着做；已经有人改过的案例不会动。

    \b
    例：
        portal import case 案例.zip --branch demo --year 2026
    """
    from generator.content.hints import listing
    from generator.intake.writeups import sources
    from generator.intake.writeups.batch import Batch

    catalog, edition = opened(root, branch, year)
    with refusals(""):
        found, others = sources.find(paths)
    if not found:
        only = f"，只有 {listing(others)}；里面的压缩包先解压" if others else ""
        raise Mistake(f"里面没有 Word 文件（.docx .doc .wps）{only}。{_BY_NAME if _is_named(others) else ''}")
    batch = Batch(catalog, edition, root / "content" / edition, dict(_pairs(meanings)), overwrite)
    with ProgressBar() as progress:
        outcomes = list(batch.run(found, progress))
    lines = [line for outcome in outcomes for line in _told(outcome)]
    lines += [f"没有读的文件：{name}" for name in others] + [_BY_NAME] * _is_named(others)
    told = "\n".join(lines)
    if report:
        report.write_text(f"{told}\n", "utf-8")
    elif told:
        click.echo(told)
    counts = Counter(outcome.done for outcome in outcomes)
    click.echo("，".join(f"{word} {counts[done]}" for done, word in _DONE.items() if counts[done]) + "。")
    ctx.exit(1 if counts["refused"] else 0)


_BY_NAME = (
    "文件夹和压缩包里的 PDF、网页和文本不读，多是证书、扫描件和说明；案例就是这样的文件，单独写出它的文件名就导入。"
)


def _is_named(names: Iterable[str]) -> bool:
    from generator.intake.writeups.manuscript_text import ENDINGS

    return any(name.lower().endswith(ENDINGS) for name in names)


_DONE = {"new": "新建", "renewed": "更新", "same": "没有变化", "kept": "保留", "refused": "没有读"}


def _told(outcome: Outcome) -> Iterable[str]:
    """What a person should know of a file: nothing of one that was done before."""
    if outcome.done != "same":
        where = f" → cases/{outcome.slug}/" if outcome.slug else ""
        yield f"{outcome.source}{where}（{_DONE[outcome.done]}）"
        yield from (f"    {note}" for note in outcome.notes)


@import_group.command()
@_file
@branch_option
@year_option
@root_option
@_yes
def edition(file: Path, branch: str | None, year: int | None, root: Path, yes: bool) -> None:
    """把 portal export edition 导出、改过的工作簿写回各个文件，没有改的地方原样不动，注释也在。

    \b
    例：
        portal import edition 示例分赛.xlsx --branch demo --year 2026
    """
    from generator.intake.exchange import editions
    from generator.intake.workbooks import workbook

    _, edition_id = opened(root, branch, year)
    with refusals(file.name):
        made = editions.read(workbook.read(file), root / "content" / edition_id)
    if made.report.diagnostics:
        raise Mistake(f"{made.report.to_text()}\n什么都没有写。")
    click.echo("\n".join(made.lines) or "没有变化。")
    if made.lines and (yes or confirmed()):
        made.write()
        click.echo(f"改了 {len(made.texts)} 个文件；再运行 portal check。")


def opened(root: Path, branch: str | None, year: int | None) -> tuple[Catalog, EditionId]:
    """The catalog, and the edition that is meant. Raises `Mistake` when that is not clear."""
    from generator.project import load

    project = load(root)
    if project.catalog is None:
        raise Mistake(f"{project.report.to_text()}\n内容读不出来，先改好再导入。")
    found = [
        edition.id
        for edition in project.catalog.editions.values()
        if branch in (None, edition.branch) and year in (None, edition.year)
    ]
    if len(found) != 1:
        refuse_broken(project.catalog, "edition", f"{branch}/{year}")
        listed = "、".join(sorted(found or project.catalog.editions))
        raise Mistake(
            f"{'写明导入哪一届' if found else '没有这一届'}，如 --branch demo --year 2026。已有的：{listed}。"
        )
    return project.catalog, found[0]


@contextmanager
def refusals(name: str) -> Iterator[None]:
    """Say why a file is not read."""
    from generator.machine.apart import Refused

    try:
        yield
    except Refused as refused:
        raise Mistake(f"{name} {refused.message}。\n提示：{refused.hint}。".lstrip()) from refused


def confirmed() -> bool:
    """Whether somebody at a terminal says yes."""
    if not is_on_terminal():
        click.echo("没有写入；加上 --yes 就写入。")
        return False
    return bool(asked("写入吗？（是、否）", YES, "否"))


def _pairs(given: Iterable[str]) -> Iterable[tuple[str, str]]:
    for each in given:
        left, found, right = each.strip("“”").rpartition("=")
        if not found or not left or not right:
            raise Mistake(f"“{each}”里要有等号，如 工业智造=工业制造。")
        yield left.strip(), right.strip()


def listed_once(problems: Iterable[Problem]) -> str:
    """The problems as lines; what is the same at several places once, at the first of them, with the others."""
    from generator.content.hints import listing

    same: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        same.setdefault((problem.message, problem.hint), []).append(problem)
    lines = []
    for first, *more in same.values():
        places = listing([str(each.at) for each in more], _PLACES)
        others = f"（共 {len(more) + 1} 处，还有{places}）" if more else ""
        lines.append(str(replace(first, message=f"{first.message}{others}")))
    return "\n".join(lines)


def _ask(question: Question) -> str | None:
    """Ask at a terminal which of the offered words is meant."""
    if not is_on_terminal():
        return None
    choices = list(dict.fromkeys((*question.near, *question.offered)))
    click.echo(f"{question.at}：“{question.word}”是哪个{question.kind}？")
    for number, choice in enumerate(choices, 1):
        click.echo(f"  {number} {choice}")
    numbers = one_of(*map(str, range(len(choices) + 1)))
    chosen = int(asked("编号（0 先不定）", numbers, 1 if question.near else 0))
    return choices[chosen - 1] if chosen else None
