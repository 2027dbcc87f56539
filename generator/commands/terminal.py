"""What the commands share: click in Chinese, values checked in the editor's words, common options, progress shown."""

from __future__ import annotations

import gettext
import io
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from generator.diagnostics import Diagnostic
from generator.machine.faults import Stopped, as_stops

if TYPE_CHECKING:
    from generator.catalog import Catalog, Kind
    from generator.project import Project

LOCALE = Path(__file__).with_name("locale")
"""The catalogue of click's own words, which click asks gettext for."""

os.environ["LANGUAGE"] = "zh_CN"  # what gettext goes by first: our readers' language, whatever the system's is
gettext.bindtextdomain("messages", str(LOCALE))


class _Formatter(click.HelpFormatter):
    """Help with Chinese punctuation."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line of usage, without a space after its colon."""
        super().write_usage(prog, args, prefix or gettext.gettext("Usage:"))

    def write_heading(self, heading: str) -> None:
        """A heading with a full-width colon."""
        self.write(f"{heading}：\n")


class _Context(click.Context):
    formatter_class = _Formatter


_HELP = {"help_option_names": ["--help", "-h"]}


class Command(click.Command):
    """A command whose help is Chinese throughout."""

    context_class = _Context

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[选项]", "context_settings": _HELP} | kwargs)


class CommandGroup(click.Group):
    """The commands together: help and mistakes in Chinese, no traceback for what a person typed."""

    context_class = _Context
    command_class = Command

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        said = {"options_metavar": "[选项]", "subcommand_metavar": "命令 …", "context_settings": _HELP}
        super().__init__(*args, **said | kwargs)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click asks
        """The commands in the order in which they were added, which is that of the work."""
        return list(self.commands)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Do what the process was asked for, in letters that it can write."""
        for stream in (sys.stdout, sys.stderr):
            _have_chinese(stream)
        return super().main(*args, **kwargs)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the options that stand before the command."""
        with _own_words():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Read the command with its options, and do it."""
        with _own_words():
            return super().invoke(ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was typed."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            names = self.list_commands(ctx)
            meant = get_close_matches(args[0], names, n=1)
            offered = f"您是否想写“{meant[0]}”？" if meant else f"可用的命令：{'、'.join(names)}。"
            ctx.fail(f"没有命令“{args[0]}”，{offered}")
        return super().resolve_command(ctx, args)


class Mistake(click.ClickException):
    """What a person is told when a command cannot go on; the process ends with 1."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message without click's English before it."""
        click.echo(self.message, file=file, err=file is None)


class UsageMistake(Mistake):
    """A command that cannot be understood."""

    exit_code = 2


class Interruption(Mistake):
    """Ctrl+C."""

    exit_code = 130


def _have_chinese(stream: IO[str]) -> None:
    """No command ends for a character that cannot be written.

    What is no window on Windows has the letters of its language: without Chinese in English ones, where readers of
    logs take UTF-8; Chinese ones lack few characters.
    """
    if isinstance(stream, io.TextIOWrapper):
        try:
            "数据".encode(stream.encoding)
            stream.reconfigure(errors="replace")
        except UnicodeEncodeError:
            stream.reconfigure(encoding="utf-8")


@contextmanager
def _own_words() -> Iterator[None]:
    """Say click's complaints, and what the machine lacks, in the words of our readers."""
    try:
        with as_stops():
            yield
    except (KeyboardInterrupt, click.Abort):  # the latter at a question
        raise Interruption("已中断。") from None
    except Stopped as error:
        raise Mistake(str(error)) from error
    except click.UsageError as error:
        raise UsageMistake(_explain(error)) from error


def _explain(error: click.UsageError) -> str:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    message = error.format_message()
    if isinstance(error, click.BadParameter) and error.param is not None:
        of_argument = (error.param.metavar or error.param.type.name).strip("[]")
        named = error.param.opts[0] if isinstance(error.param, click.Option) else of_argument
        message = f"缺少{named}。" if isinstance(error, click.MissingParameter) else f"{named}：{error.message}"
    if error.ctx and "多写" in message and any("--branch" in each.opts for each in error.ctx.command.params):
        message += "哪个分赛写在 --branch 后面。"
    return f"{message}\n用法见：{error.ctx.command_path} --help" if error.ctx else message


# Values


class Value(click.ParamType[Any]):
    """A kind of value: what reads it from what was typed or raises `ValueError`, and what is said then of “{}”."""

    def __init__(self, name: str, read: Callable[[str], Any], fault: str) -> None:
        self.name, self._read, self._fault = name, read, fault

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The value; defaults are values already."""
        try:
            return self._read(value) if type(value) is str else value
        except ValueError:
            self.fail(self._fault.format(value), param, ctx)


def matching(pattern: str, text: str) -> str:
    """The text, all of which must be as the pattern says. Raises `ValueError`."""
    if not re.fullmatch(pattern, text):
        raise ValueError(text)
    return text


def one_of(*words: str) -> Value:
    """One of a few words."""
    return Value("|".join(words), lambda text: str(words[words.index(text)]), f"“{{}}”不行，可选：{'、'.join(words)}。")


def _day(text: str) -> date:
    """A date as 2026-09-01, or a minute as 2026-09-01T09:00."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M") if "T" in text else date.fromisoformat(text)  # noqa: DTZ007


def _port(text: str) -> int:
    """A port number; 0 lets the system choose."""
    return range(65536).index(int(matching(r"\d{1,5}", text)))


_ANSWERS = ("是", "否", "y", "n", "yes", "no", "好", "不")
"""Yes and no in turn."""


def _site_url(text: str) -> str:
    """The address that a site will have; a missing slash at the end is added."""
    return matching(r"https?://[^\s/?#]+(/[^\s?#]*)?", text).rstrip("/") + "/"


DAY = Value("日期", _day, "“{}”不是日期，写成 2026-09-01 或 2026-09-01T09:00 这样。")
YEAR = Value("年份", lambda text: int(matching("[0-9]{4}", text)), "“{}”不是年份，写成 2026 这样。")
PORT = Value("端口", _port, "“{}”不是端口号，写 0 到 65535 之间的整数。")
YES = Value("是否", lambda text: _ANSWERS.index(text.strip().lower()) % 2 == 0, "“{}”不明白，写“是”或“否”。")
SITE_URL = Value("网址", _site_url, "“{}”不是网址，写成 https://example.org/portal/ 这样。")


# Options that several commands have


MARK = Path("content", "contest.yml")
"""The file by which a folder is known as a project."""


def project_around(start: Path) -> Path | None:
    """The nearest folder from there upwards that is a project."""
    return next((folder for folder in (start, *start.parents) if (folder / MARK).is_file()), None)


def _root(_ctx: click.Context, _param: click.Parameter, value: str | None) -> Path:
    """The project's folder: the one that was named, or the nearest above that has `content/contest.yml`."""
    start = Path(value or ".").resolve()
    found = start if (start / MARK).is_file() else None if value else project_around(start)
    if found:
        return found
    where = f"“{start}”" if value else "当前目录及其上级目录"
    raise Mistake(f"{where}不是项目目录：没有 content/contest.yml。请进入项目目录，或用 --root 指明它。")


Decorator = Callable[[Callable[..., None]], Callable[..., None]]

root_option: Decorator = click.option(
    "--root", metavar="目录", callback=_root, help="项目目录；默认是当前目录或最近的上级项目目录。"
)
day_option: Decorator = click.option(
    "--as-of",
    type=DAY,
    help="按哪一天或几点几分公开的内容生成，如 2026-09-01；默认是现在（北京时间）。",
)
site_url_option: Decorator = click.option(
    "--site-url",
    type=SITE_URL,
    envvar="PORTAL_SITE_URL",
    help="网站的网址；默认取自环境变量 PORTAL_SITE_URL，其次 contest.yml。",
)


books_option: Decorator = click.option("--handbooks/--no-handbooks", default=True, help="是否排印手册；默认排印。")


def out_option(default: str) -> Decorator:
    """Where a command writes; `default` is said in the help, below the project's folder."""
    told = f"输出到哪里；默认是项目目录下的 {default}。"
    return click.option("--out", "-o", metavar="目录", type=click.Path(path_type=Path), help=told)


def known_branch(root: Path, branch: str | None) -> None:
    """Refuse a branch that the project has no folder for."""
    folders = (path for top in ("branches", "content") for path in (root / top).glob("[!._]*") if path.is_dir())
    known = sorted({path.name for path in folders})
    if branch and branch not in known:
        raise Mistake(f"没有名为“{branch}”的分赛。可选：{'、'.join(known)}。")


def refuse_broken(catalog: Catalog, kind: Kind, key: str) -> None:
    """Say of a branch or an edition that it is there, and not to be read; else one would make it again."""
    if catalog.is_broken(kind, key):
        path = catalog.sources[kind, key].path
        raise Mistake(f"{path} 有错误，读不出来：先运行 portal check {key.partition('/')[0]}，照提示改正。")


def sound(project: Project, branch: str | None, nothing: str) -> Catalog:
    """A project's catalog without the branches that have mistakes; what is found is told.

    Raises `Mistake`, which ends with `nothing`, when the branch that is asked for cannot be had.
    """
    from generator.catalog import mixed  # noqa: PLC0415 - only when a command needs the content

    found = project.report.of(branch) if branch else project.report
    broken = {name for name in project.report.broken if name}
    if found.has_errors:
        click.echo(found.to_text(), err=True)
    if project.catalog is None or None in project.report.broken or branch in broken:
        raise Mistake(f"内容有错误，{nothing}。")
    if not branch and broken:
        click.echo(f"{'、'.join(sorted(broken))} 有错误，跳过；其余照常。", err=True)
    return mixed.without(project.catalog, broken)


def is_on_terminal() -> bool:
    """Whether there is somebody at a terminal to answer."""
    return sys.stdin.isatty()


def asked(words: str, kind: click.ParamType[Any], default: object = None) -> Any:
    """What somebody at the terminal says, who is asked again until it is of that kind."""
    while True:
        offered = None if default is None else str(default)  # for anything else click would speak English
        typed = click.prompt(words, default=offered, prompt_suffix="：", err=True)
        try:
            return kind.convert(typed, None, None)
        except click.BadParameter as error:
            click.echo(error.message, err=True)


def now() -> datetime:
    """The minute it is where the contest is held, without its time zone."""
    return datetime.now(ZoneInfo("Asia/Shanghai")).replace(second=0, microsecond=0, tzinfo=None)


# Progress


class ProgressBar(ExitStack):
    """Shows the steps of a build: a bar on a terminal, a line a step elsewhere."""

    _step = ""
    _done = 0
    _bar: Any = None  # click does not export the type of its bars

    def __call__(self, step: str, done: int, total: int, problem: Diagnostic | None = None) -> None:
        """Say that `done` of `total` parts of a step are done, and what was wrong with the last one."""
        if step != self._step or done < self._done:
            self._start(step, total)
        if problem:  # in one line; the report at the end has its hint
            click.echo("\n" * bool(self._bar) + problem.to_text().partition("\n")[0], err=True)
        if self._bar is not None:
            self._bar.update(done - self._done)
        self._done = done

    def _start(self, step: str, total: int) -> None:
        self.close()
        self._step, self._done, self._bar = step, 0, None
        if total > 1 and sys.stderr.isatty():
            self._bar = self.enter_context(click.progressbar(length=total, label=step, file=sys.stderr))
        else:
            click.echo(f"{step} …", err=True)
