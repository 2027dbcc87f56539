"""The proof as one page that needs no other file, on screen and on paper; and as lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from generator.intake.proof.proving import WRONG, Proved, Verdict, counts
from generator.machine import templates
from generator.media import palette
from generator.model.branch import Colours
from generator.render import Renderer

_TITLES = {
    Verdict.DIFFERS: "与通知不同",
    Verdict.MISSING: "通知里没有找到",
    Verdict.UNTOLD: "通知里有，内容里没有",
    Verdict.COPIED: "照抄了通知的句子",
    Verdict.TO_DO: "待补充、待核对",
    Verdict.SAME: "与通知一致",
    Verdict.OWN: "自己的话，没有通知里没有的数字",
}


@dataclass(frozen=True)
class ProofGroup:
    """Rows of one verdict."""

    title: str
    wrong: bool
    rows: tuple[Proved, ...]


@dataclass(frozen=True)
class ProofSheet:
    """The page."""

    title: str
    source: str
    styles: Markup
    counts: tuple[tuple[str, int], ...]
    groups: tuple[ProofGroup, ...]


def page(proved: Sequence[Proved], edition: str, source: str, root: Path, colours: Colours) -> str:
    """The whole page; differences come first."""
    styles = [palette.stylesheet(colours), *_styles(root)]
    groups = tuple(_groups(proved))
    view = ProofSheet(
        f"{edition}：与通知对照",
        f"对照的文件：{source}。先看不同的，其余逐项核对后打勾。",
        Markup("\n".join(styles)),  # noqa: S704 - our own style sheets
        tuple((verdict.value, count) for verdict, count in counts(proved).items()),
        groups,
    )
    return Renderer(templates.folders(root, "proof")).environment.get_template("proof.html").render(view=view)


def _styles(root: Path) -> Iterator[str]:
    for below, name in (("shell/assets/css", "00-tokens.css"), ("proof", "proof.css")):
        yield from (path.read_text("utf-8") for path in templates.found(root, below, name))


def _groups(proved: Sequence[Proved]) -> Iterator[ProofGroup]:
    for verdict, title in _TITLES.items():
        if rows := tuple(row for row in proved if row.verdict is verdict):
            yield ProofGroup(title, verdict in WRONG, rows)


def told(proved: Sequence[Proved]) -> Iterator[str]:
    """What must be looked at, line by line, and how many there are of each."""
    for row in proved:
        if row.verdict in WRONG:
            place = f"{row.at}：" if row.at else f"通知{row.found.place}：" if row.found else ""
            yield f"{place}{row.verdict}[{row.name}] {row.value}"
            if row.note:
                yield f"    {row.note}"
            if row.found and row.at:
                yield f"    通知{row.found.place}：{row.found.before}【{row.found.words}】{row.found.after}"
    yield "，".join(f"{verdict} {count}" for verdict, count in counts(proved).items()) + "。"
