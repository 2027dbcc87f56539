"""The command `portal new`: content files with their valid values; what was not said is asked on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import wraps
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from generator.commands.terminal import (
    DAY,
    YEAR,
    CommandGroup,
    Mistake,
    Value,
    asked,
    is_on_terminal,
    matching,
    now,
    one_of,
    refuse_broken,
    root_option,
)

if TYPE_CHECKING:
    from generator.model import EditionId
    from generator.start.growing import Grower
    from generator.start.new_files import NewFile

T = TypeVar("T")

KINDS = ("provincial", "national")
TRACKS = ("professional", "open", "composite")


def _slug(text: str) -> str:
    """A part of an address."""
    from generator.catalog.addresses import is_slug

    if not is_slug(text):
        raise ValueError(text)
    return text


SLUG = Value("英文短名", _slug, "“{}”不能用作网址，只用小写字母、数字和连字符，如 urban-governance。")
NAME = Value("名称", lambda text: matching(r"(?s)\S.*", text.strip()), "不能空着。")


@click.group("new", cls=CommandGroup)
def new_group() -> None:
    """新建项目、分赛、届次、赛道、通知、页面、常见问题和案例；已有的文件不会动。

    \b
    在终端里缺什么问什么，也可以全部写成选项。写出的文件带着说明和可选的值，
    还没有的事实写着“待补充”，portal check 会逐处列出。

    \b
    例：
        portal new branch hubei --name 湖北 --full-name 湖北省 --year 2026
        portal new track hubei 2026 城市治理
        portal new notice hubei 2026 获奖名单公示 --date 2026-09-01
    """


@new_group.command()
@click.argument("name", metavar="[赛事名称]", required=False, type=NAME)
@click.option("--into", metavar="目录", default=".", type=click.Path(path_type=Path), help="放在哪里；默认是当前目录。")
def project(name: str | None, into: Path) -> None:
    """在空目录里新建一个项目：赛事、统一领域表、说明，以及发布到 GitHub、GitLab 的流水线。

    \b
    例：
        portal new project 云川市青少年机器人大赛
    """
    from generator.start.growing import project as files
    from generator.start.new_files import write

    written = write(into, files(into, _asked(name, "赛事名称", "赛事名称", NAME)))
    _tell(written, "接着运行 portal new branch 新建第一个分赛；不设分赛的加上 --kind national。")


def _growing(command: Callable[..., Iterable[NewFile]]) -> Callable[..., None]:
    """A command that adds files to a project, with its folder as an option."""

    @root_option
    @wraps(command)
    def grow(root: Path, **asked: Any) -> None:
        from generator.project import load
        from generator.start.growing import Grower
        from generator.start.new_files import write

        catalog = load(root).catalog
        if catalog is None:
            raise Mistake("现有的内容读不出来，先运行 portal check 看看错误。")
        written = write(root, list(command(Grower(root, catalog), **asked)))
        branch = written[-1].split("/")[1]
        _tell(written, f"接着填写，再运行 portal check {branch} 看还缺什么，portal serve {branch} 看网页。")

    return grow


def _in_edition(command: Callable[..., Iterable[NewFile]]) -> Callable[..., Iterable[NewFile]]:
    """A command about an edition, the only or newest one where none is said."""

    @click.argument("branch", metavar="[分赛", required=False)
    @click.argument("year", metavar="年份", required=False, type=YEAR)
    @wraps(command)
    def within(grower: Grower, branch: str | None, year: int | None, **asked: Any) -> Iterable[NewFile]:
        return command(grower, _edition(grower, branch, year), **asked)

    return within


_short = click.option("--slug", "short", type=SLUG, help="英文短名，就是网址的一部分；默认用名称的拼音。")


@new_group.command()
@click.argument("key", metavar="[编号]", required=False, type=SLUG)
@click.option("--name", type=NAME, help="简称，如 湖北。")
@click.option("--full-name", type=NAME, help="全称，如 湖北省；默认与简称相同。")
@click.option(
    "--kind",
    type=one_of(*KINDS),
    metavar="类别",
    help="provincial（分赛，默认）或 national（全国大赛，不设分赛的赛事也用它）。",
)
@click.option("--year", type=YEAR, help="同时新建这一年的届次；默认是今年。")
@click.option("--demo", is_flag=True, help="内容都是虚构的示例。")
@_growing
def branch(
    grower: Grower,
    key: str | None,
    name: str | None,
    full_name: str | None,
    kind: str | None,
    year: int | None,
    demo: bool,
) -> Iterable[NewFile]:
    """新建一个分赛和它的第一届。编号是网址的一部分，用小写英文。"""
    from generator.catalog.addresses import RESERVED_BRANCHES

    key = _asked(key, "编号（英文，如 hubei）", "编号", SLUG)
    if key in RESERVED_BRANCHES:
        raise Mistake(f"“{key}”是网站自己的网址，换一个编号。")
    if name is None and key in grower.catalog.branches:  # before more is asked for nothing
        raise Mistake(f"已经有分赛“{key}”，加一届用 portal new edition {key}。")
    name = _asked(name, "简称（如 湖北）", "--name", NAME)
    full_name = _asked(full_name, "全称（如 湖北省）", "--full-name", NAME, name)
    kind = _asked(kind, "类别（provincial 分赛，national 全国大赛）", "--kind", one_of(*KINDS), KINDS[0])
    year = int(_asked(year, "哪一年的", "--year", YEAR, now().year))
    return grower.branch(key, name, full_name, kind, year, demo)


@new_group.command()
@click.argument("branch", metavar="[分赛", required=False)
@click.argument("year", metavar="年份]", required=False, type=YEAR)
@click.option("--like", metavar="年份", type=YEAR, help="照哪一年的做；不写就是空的三个文件。")
@_growing
def edition(grower: Grower, branch: str | None, year: int | None, like: int | None) -> Iterable[NewFile]:
    """新建一届：届次、赛程、奖项三个文件，赛程和奖项先空着；也可以照往年的做。

    \b
    照往年的做，就把那一年的机构、规则、提纲、赛程、奖项、评审、赛道、页面和常见问题抄来，
    日期、文件、报名和写着那一年的话前面都加上“待核对”，逐处核对、删去记号以前发布不了；
    通知、案例、名单、数字和手册的设置是每一年自己的，不抄。

    \b
    例：
        portal new edition hubei 2027 --like 2026
    """
    from generator.model import BranchId

    key = _branch(grower, branch)
    known = _edition(grower, key, like) if like else None
    there = {each.year for each in grower.catalog.editions.values() if each.branch == key}
    free = next(each for each in count(now().year) if each not in there)
    year = int(_asked(year, "年份", "年份", YEAR, free))
    return grower.edition(grower.catalog.branches[BranchId(key)], year, known)


@new_group.command()
@_short
@click.option(
    "--kind",
    type=one_of(*TRACKS),
    metavar="类别",
    help="professional（专业）、open（开放创新）或 composite（综合）；通知没有分类的不写。",
)
@_growing
@_in_edition
@click.argument("name", metavar="名称]", required=False, type=NAME)
def track(
    grower: Grower, edition: EditionId, name: str | None, short: str | None, kind: str | None
) -> Iterable[NewFile]:
    """新建一个赛道，排在已有的赛道后面。

    \b
    例：
        portal new track hubei 2026 城市治理 --slug urban-governance
    """
    from generator.model import TrackKind

    name = _asked(name, "赛道名称", "名称", NAME)
    return grower.track(edition, name, short, TrackKind(kind) if kind else None)


@new_group.command()
@_short
@click.option("--date", "day", type=DAY, help="通知的日期，如 2026-09-01；默认是今天。")
@_growing
@_in_edition
@click.argument("title", metavar="标题]", required=False, type=NAME)
def notice(
    grower: Grower, edition: EditionId, title: str | None, short: str | None, day: date | None
) -> Iterable[NewFile]:
    """新建一则通知，先是草稿。

    \b
    例：
        portal new notice hubei 2026 获奖名单公示 --date 2026-09-01
    """
    return grower.notice(edition, _asked(title, "标题", "标题", NAME), short, day or now().date())


@new_group.command()
@_short
@_growing
@_in_edition
@click.argument("title", metavar="标题]", required=False, type=NAME)
def page(grower: Grower, edition: EditionId, title: str | None, short: str | None) -> Iterable[NewFile]:
    """新建一个自由正文页，先是草稿。"""
    return grower.page(edition, _asked(title, "标题", "标题", NAME), short)


@new_group.command()
@_growing
@_in_edition
@click.argument("question", metavar="第一个问题]", required=False, type=NAME)
def faq(grower: Grower, edition: EditionId, question: str | None) -> Iterable[NewFile]:
    """新建一届的常见问题，先有一个问题。

    \b
    例：
        portal new faq hubei 2026 怎样报名？
    """
    return grower.faq(edition, _asked(question, "第一个问题", "问题", NAME, "怎样报名？"))


@new_group.command()
@_short
@click.option("--unit", type=NAME, help="牵头单位。")
@click.option("--track", metavar="赛道", help="赛道的名称或英文短名。")
@click.option("--award", metavar="奖项", help="奖项名称。")
@_growing
@_in_edition
@click.argument("title", metavar="案例名称]", required=False, type=NAME)
def case(
    grower: Grower,
    edition: EditionId,
    title: str | None,
    short: str | None,
    unit: str | None,
    track: str | None,
    award: str | None,
) -> Iterable[NewFile]:
    """新建一个案例，先是草稿；各部分照 edition.yml 的 case_outline。

    项目表里有这个项目的，单位、赛道、奖项等照表里的写。

    \b
    例：
        portal new case hubei 2026 中小河流水位智能预报 --unit 某某科技有限公司
    """
    title = _asked(title, "案例名称", "案例名称", NAME)
    entry = grower.listed(edition, title)
    if entry:
        unit, track = unit or entry.unit, track or entry.track
        award = award or (entry.awards[0] if len(entry.awards) == 1 else None)
    else:
        unit = _asked(unit, "牵头单位", "--unit", NAME, "待补充")
    tracks = {each.slug: each.name for each in grower.catalog.tracks_of(edition)}
    track = _asked_of(track, "赛道", "--track", tracks)
    award = _asked_of(award, "奖项", "--award", dict.fromkeys(grower.catalog.award_levels(edition), ""))
    return grower.case(edition, title, short, unit, track, award, entry)


# Asking


def _asked(
    given: T | None, words: str, option: str, kind: click.ParamType[Any], default: Any = None
) -> Any:  # the kind says of what type
    """What was given, or what a person on the terminal says; elsewhere the default. Raises `Mistake`."""
    if given is not None:
        return given
    if is_on_terminal():
        return asked(words, kind, default)
    if default is None:
        raise Mistake(f"还缺{words}：写在命令里（{option}）。")
    return default


def _asked_of(given: str | None, words: str, option: str, offered: dict[str, str]) -> str | None:
    """One of what an edition has, by its id or its name; None where it has nothing, or nothing was said."""
    told = "、".join(f"{key} {name}".strip() for key, name in offered.items())
    given = next((key for key, name in offered.items() if name and name == given), given)
    if given is not None and given not in offered:
        raise Mistake(f"没有{words}“{given}”。可选：{told or '还没有'}。")
    if given is None and offered and is_on_terminal():
        return str(_asked(None, f"{words}（{told}）", option, one_of(*offered), next(iter(offered))))
    return given


def _branch(grower: Grower, given: str | None) -> str:
    known = sorted(grower.catalog.branches)
    if given is None and len(known) == 1:
        return known[0]
    if given is not None:
        refuse_broken(grower.catalog, "branch", given)
    if not known:
        raise Mistake("还没有分赛，先运行 portal new branch。")
    key = str(_asked(given, f"分赛（{'、'.join(known)}）", "分赛", NAME))
    if key not in known:
        raise Mistake(f"没有名为“{key}”的分赛。可选：{'、'.join(known)}。")
    return key


def _edition(grower: Grower, branch: str | None, year: int | None) -> EditionId:
    from generator.model import EditionId

    key = _branch(grower, branch)
    years = sorted((each.year for each in grower.catalog.editions.values() if each.branch == key), reverse=True)
    if not years or (year is not None and year not in years):
        refuse_broken(grower.catalog, "edition", f"{key}/{year or now().year}")
        raise Mistake(
            f"“{key}”还没有{year or ''}年这一届，先运行 portal new edition {key} {year or ''}".rstrip() + "。"
        )
    return EditionId(f"{key}/{year or years[0]}")


def _tell(written: Iterable[str], then: str) -> None:
    for path in written:
        click.echo(f"已新建 {path}")
    click.echo(then)
