"""Rules about a branch's own file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from generator.catalog import Catalog
from generator.checks.rule import FileRule, Found, Rule
from generator.colour import READABLE, contrast
from generator.diagnostics import Diagnostic, Span
from generator.model.branch import Colours


def colours_are_readable(catalog: Catalog) -> Found:
    """分赛和总站的主色与点缀色用作文字和按钮底色，与白色的对比度都不能低于 4.5:1。"""
    site = catalog.contest.site.colours
    yield from _too_pale(site, partial(catalog.span, "contest", "", "site", "colours"))
    for branch in catalog.branches:
        colours = catalog.branches[branch].colours
        yield from _too_pale(colours, partial(catalog.span, "branch", branch, "colours"))


def _too_pale(colours: Colours, place: Callable[[str], Span]) -> Found:
    """The colours that white text cannot be read on; `place` says where each was written."""
    for key, name, colour in (("primary", "主色", colours.primary), ("accent", "点缀色", colours.accent)):
        measured = contrast(colour, "#ffffff")
        if measured < READABLE:
            message = f"{name} {colour} 与白色的对比度只有 {measured:.2f}:1"
            yield Diagnostic("low-contrast", place(key), message, f"换深一些的颜色，对比度至少 {READABLE}:1")


def logo_exists(catalog: Catalog, root: Path) -> Found:
    """分赛的标志图片要放在分赛目录的 assets 里。"""
    for key, branch in catalog.branches.items():
        if branch.logo and not (root / "branches" / key / "assets" / branch.logo).is_file():
            yield Diagnostic(
                code="missing-image",
                at=catalog.span("branch", key, "logo"),
                message=f"标志图片 {branch.logo} 不存在",
                hint=f"把图片放进 branches/{key}/assets/，或删去 `logo`（改用字标）",
            )


RULES: tuple[Rule, ...] = (colours_are_readable,)
FILE_RULES: tuple[FileRule, ...] = (logo_exists,)
