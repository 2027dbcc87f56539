"""The command `portal`: build, join, serve, check; `handbook` and `print` have their own modules."""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import __version__
from generator.commands.exporting import export_group
from generator.commands.from_notices import proof
from generator.commands.handbook import handbook
from generator.commands.imports import import_group
from generator.commands.new import new_group
from generator.commands.prints import print_group
from generator.commands.terminal import (
    PORT,
    CommandGroup,
    Mistake,
    ProgressBar,
    books_option,
    day_option,
    known_branch,
    now,
    one_of,
    out_option,
    project_around,
    root_option,
    site_url_option,
)

if TYPE_CHECKING:
    from generator.catalog import Catalog
    from generator.diagnostics import Report
    from generator.publish import BrokenSite, BuildResult, Request

# Material prints a long notice about MkDocs 2 whenever it is loaded; the decision about that is
# docs/decisions/0001-pure-core-mkdocs-adapter.md.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

_WHY = "原有网站里没有，不完整，或者当时的日期、网址、手册选项、程序、模板与现在不同，不能混用。"

VERIFIED = {"some": 20, "all": 1}
"""Of so many files that could be taken over one is made nevertheless, by what is asked for."""

SHOWN = 20
"""Bad links beyond this many are only counted."""


_places = click.argument("parts", metavar="部分…", nargs=-1, required=True, type=click.Path(path_type=Path))


@click.group("portal", cls=CommandGroup, invoke_without_command=True)
@click.version_option(__version__, message="portal %(version)s")
@click.pass_context
def main(ctx: click.Context) -> None:
    """把 content/ 里的赛事内容做成各分赛网站和总站；不写命令，就说说这个项目接着该做什么。

    \b
    先写内容（写法见 docs/content-format.md），再检查、预览、生成：
        portal new branch
        portal check
        portal serve ningxia
        portal build
    """
    if ctx.invoked_subcommand is None:
        click.echo(_advice())


@main.command()
@root_option
@click.option(
    "--branch", "branches", metavar="分赛", multiple=True, help="只重做这个分赛和总站，可多次使用；其余照旧。"
)
@day_option
@out_option("site")
@site_url_option
@books_option
@click.option(
    "--keep-last-good", is_flag=True, help="有错误的分赛照原有网站的样子保留，其余照常生成；不能保留就不发布。"
)
@click.option("--part", is_flag=True, help="只做这些分赛自己的部分，不做总站；以后用 portal join 合并。")
@click.option(
    "--verify-cache",
    is_flag=False,
    flag_value="some",
    type=one_of(*VERIFIED),
    metavar="多少",
    help="没有变化的文件也重新生成，与缓存比较：some（一部分，可不写）或 all（全部）。",
)
def build(
    root: Path,
    branches: tuple[str, ...],
    as_of: date | None,
    out: Path | None,
    site_url: str | None,
    handbooks: bool,
    keep_last_good: bool,
    part: bool,
    verify_cache: str | None,
) -> None:
    """生成全部网站。

    \b
    先检查内容，有错误就停下。全部网页在旁边做好、站内链接逐一核对之后，
    才整体换下旧网站；中途失败或中断，旧网站原样不动。用 --branch 只重做几个分赛时，
    别的分赛有错误不碍事，保留它们原有的样子；做全部时也要这样，用 --keep-last-good。
    保留的分赛如有内容到了公开或撤下的时间，就不能保留。

    \b
    例：预演 9 月 1 日公开的样子，只重做宁夏分赛
        portal build --branch ningxia --as-of 2026-09-01
    """
    from generator.publish import Request

    folder = out or root / "site"
    verified = VERIFIED[verify_cache] if verify_cache else 0
    asked = Request(root, folder, as_of or now(), site_url, branches, handbooks, verified, keep_last_good, part)
    result = _build(asked)
    click.echo(_summary(result, folder, branches))
    if result.kept:
        click.echo(
            f"注意：{'、'.join(result.kept)} 有错误，没有更新，网站上仍是它上一次的内容。请改正后重新生成。", err=True
        )


@main.command()
@_places
@root_option
@day_option
@out_option("site")
@site_url_option
@books_option
def join(
    parts: tuple[Path, ...], root: Path, as_of: date | None, out: Path | None, site_url: str | None, handbooks: bool
) -> None:
    """把分头做好的各分赛合并为完整的网站。

    \b
    每个“部分”是 portal build --part 的输出目录，也可以写放着许多部分的上级目录；
    同一分赛有几份时，用排在前面、与现在的内容相符的那一份。总站、站点地图和清单在这里生成，
    全部链接在这里核对，做出的文件与一台机器上 portal build 的逐字节相同。
    缺少、损坏，或者由别的内容、程序、日期做成的部分，会写明是哪一个、哪里不同，不会发布。

    \b
    例：两台机器各做一个分赛，再合并
        portal build --part --branch ningxia --out parts/ningxia
        portal build --part --branch xinjiang --out parts/xinjiang
        portal join parts --out site
    """
    from generator.publish import Request

    folder = out or root / "site"
    result = _build(Request(root, folder, as_of or now(), site_url, handbooks=handbooks, parts=parts))
    click.echo(f"已合并到 {folder}：{_counts(result)}。")


@main.command()
@_places
@root_option
@day_option
@site_url_option
@books_option
@click.option("--format", "form", type=one_of("text", "json"), default="text", metavar="格式", help="text 或 json。")
def touched(
    parts: tuple[Path, ...], root: Path, as_of: date | None, site_url: str | None, handbooks: bool, form: str
) -> None:
    """列出要重做的分赛：已有的部分里，没有与现在的内容相符的那一份。

    \b
    选项要与以后的 portal build --part、portal join 相同。json 是分赛编号的列表，供流水线使用。

    \b
    例：
        portal touched parts
    """
    from generator.publish import Request
    from generator.publish.joining import touched as found

    report, reasons = found(Request(root, root, as_of or now(), site_url, handbooks=handbooks, parts=parts))
    if report.has_errors:
        raise Mistake(f"{report.to_text()}\n内容有错误。")
    told = "\n".join(f"{branch}：{reason}" for branch, reason in reasons.items()) or "没有要重做的分赛。"
    click.echo(json.dumps(list(reasons)) if form == "json" else told)


@main.command()
@click.argument("branch", metavar="[分赛]", required=False)
@root_option
@click.option("--port", type=PORT, default=8000, show_default=True, help="本机端口。")
@day_option
@click.option("--drafts", is_flag=True, help="草稿也显示。")
@click.option("--follow", is_flag=True, help="浏览器跟到刚刚保存的那个文件的网页。")
def serve(branch: str | None, root: Path, port: int, as_of: date | None, drafts: bool, follow: bool) -> None:
    """在本机预览全部网站，保存文件后网页自动更新，只有本机能访问。

    \b
    写了分赛编号，就从这个分赛的首页看起。内容有错误时，网页保持上一次正确的样子，
    并写明哪个文件、哪一行、怎么改；一个分赛有错误，别的分赛照常更新。
    手册不会自动重排，需要时另开命令行运行 portal handbook。按 Ctrl+C 结束。

    \b
    例：边写边看宁夏分赛，草稿也看
        portal serve ningxia --drafts
    """
    from generator import preview

    known_branch(root, branch)
    asked = preview.Asked(root.resolve(), lambda: as_of or now(), drafts, follow)
    preview.serve(asked, port, f"{branch}/" if branch else "", lambda text: click.echo(text, err=True))


@main.command()
@click.argument("branch", metavar="[分赛]", required=False)
@root_option
@click.option(
    "--format",
    "form",
    type=one_of("text", "json", "github"),
    default="text",
    metavar="格式",
    help="text、json 或 github。",
)
@click.pass_context
def check(ctx: click.Context, branch: str | None, root: Path, form: str) -> None:
    """检查内容，一次列出所有问题，不生成网站；写了分赛编号，就只看它和各分赛共用的文件。

    \b
    每个问题写明文件、行、列、原因和改法，最后是公开、定时、草稿和待补充的数目。
    有错误时退出码为 1，只有警告时为 0。json 供程序读取，github 在代码托管平台上逐行标注。

    \b
    例：
        portal check
        portal check ningxia
    """
    from generator.project import load

    known_branch(root, branch)
    project = load(root)
    report = project.report.of(branch) if branch else project.report
    written = {"text": report.to_text, "json": report.to_json, "github": report.to_github}
    click.echo(written[form]())
    if form == "text" and project.catalog:
        click.echo(_inventory(project.catalog, branch, report))
    ctx.exit(1 if report.has_errors else 0)


# How the commands do it


def _advice() -> str:
    """What the project around needs next; where there is none, how to begin one."""
    root = project_around(Path.cwd())
    if root is None:
        return "这里还没有项目。\n接着：portal new project 赛事名称\n全部命令：portal --help"
    from generator.project import load
    from generator.start.next_step import next_step

    step = next_step(load(root), root / "site")
    return f"项目：{root}\n{step.what}\n接着：{step.how}\n全部命令：portal --help"


def _build(request: Request) -> BuildResult:
    """Build; whatever stops the build ends the command with its message."""
    from generator import publish

    began = time.monotonic()
    try:
        with ProgressBar() as progress:
            result = publish.renew(request, progress)
    except publish.BrokenSite as error:
        raise Mistake(_broken(error, partial=bool(request.branches))) from error
    if result.report.diagnostics:
        click.echo(result.report.to_text(), err=True)
    if result.published is None:
        raise Mistake(f"内容有错误，没有生成网站；原有网站不变。（用时 {time.monotonic() - began:.1f} 秒）")
    return result


def _summary(result: BuildResult, out: Path, wanted: Collection[str]) -> str:
    if not result.built and not result.changes:
        return f"没有变化，{out} 就是现在的内容。"
    told = f"已生成 {out}：重做 {len(result.built)} 个分赛，{_counts(result)}。{_gone(result)}"
    more = sorted(set(result.built) - set(wanted)) if wanted else ()
    return f"{told}\n没有要求的分赛也重做了：{'、'.join(more)}。{_WHY}" if more else told


def _gone(result: BuildResult) -> str:
    """The pages that readers can no longer open, as renaming and deleting files leave behind."""
    from generator.content.hints import listing

    pages = [name.removesuffix("index.html") for name in result.changes.removed if name.endswith("/index.html")]
    if not pages:
        return ""
    return f"\n{len(pages)} 个网址没有了：{listing(pages)}。改了名的，把旧短名写进 `aliases`，旧链接才不断。"


def _inventory(catalog: Catalog, branch: str | None, report: Report) -> str:
    """How much there is of a branch, or of all, how much waits, how much is to do."""
    from generator.catalog.inventory import inventory

    there = inventory(catalog, now(), f"{branch}/" if branch else "")
    found = Counter(each.code for each in report.diagnostics)
    parts = [
        f"公开 {there.public} 项",
        f"定时 {there.scheduled} 项{f'（最早 {there.next:%Y-%m-%d %H:%M}）' if there.next else ''}",
        f"草稿 {there.drafts} 项",
        *([f"已撤下 {there.withdrawn} 项"] if there.withdrawn else []),
        f"待补充 {found['to-do'] + found['draft-to-do']} 处",
        f"没有用到的文件 {found['unread-file'] + found['unreferenced-image']} 个",
    ]
    return f"{'，'.join(parts)}。（通知、页面、案例和名单）"


def _counts(result: BuildResult) -> str:
    changes, files = result.changes, len(result.published.files) if result.published else 0
    changed = f"新增 {len(changes.added)}，修改 {len(changes.changed)}，删除 {len(changes.removed)}"
    return f"共 {files} 个文件（{changed}）"


def _broken(error: BrokenSite, partial: bool) -> str:
    """The bad links, those that many pages share in one line."""
    pages: dict[tuple[str, str], list[str]] = {}
    for bad in error.bad:
        pages.setdefault((bad.target.replace("../", ""), bad.fault), []).append(bad.page)
    told = [
        f"{_page(error, on[0])}{f' 等 {len(on)} 页' if len(on) > 1 else ''}：“{target}”{fault}"
        for (target, fault), on in pages.items()
    ]
    lines = [f"{error}；原有网站不变。", *told[:SHOWN]]
    if len(told) > SHOWN:
        lines.append(f"……另有 {len(told) - SHOWN} 种")
    if partial:
        lines.append("提示：没有重做的分赛可能与现在的内容不一致，去掉 --branch 全部重做。")
    return "\n".join(lines)


def _page(error: BrokenSite, page: str) -> str:
    """A page, and the content file that its text is from."""
    source = error.sources.get(page)
    return f"{page}（{source}）" if source else page


for _command in (handbook, new_group, print_group, import_group, export_group, proof):
    main.add_command(_command)
_ORDER = ("new", "import", "proof", "check", "serve", "build", "handbook", "print", "export", "join", "touched")
main.commands = {name: main.commands[name] for name in _ORDER}
