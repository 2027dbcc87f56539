"""Rules about a branch's own files."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from generator.catalog import Catalog
from generator.catalog.addresses import RESERVED_ASSETS, folded, name_fault
from generator.checks.pictures import Problem, content_problem
from generator.checks.rule import Findings, file_rule, rule
from generator.content.tree import Tree
from generator.diagnostics import Diagnostic, Span
from generator.media import branch_files, drawings
from generator.media.hues import READABLE, contrast
from generator.media.pictures import FORMATS
from generator.model import Branch
from generator.model.branch import Colours


@rule
def colours_are_readable(catalog: Catalog) -> Findings:
    """分赛和总站的主色与点缀色用作文字和按钮底色，与白色的对比度都不能低于 4.5:1。"""
    site = catalog.contest.site.colours
    yield from _too_pale(site, partial(catalog.span, "contest", "", "site", "colours"))
    for branch in catalog.branches:
        colours = catalog.branches[branch].colours
        yield from _too_pale(colours, partial(catalog.span, "branch", branch, "colours"))


@rule
def branches_have_editions(catalog: Catalog) -> Findings:
    """没有届次的分赛在网站上没有网页，总站也不列出。"""
    known = {key.partition("/")[0] for kind, key in catalog.sources if kind == "edition"}
    for key, branch in catalog.branches.items():
        if key not in known:
            hint = f"运行 portal new edition {key} 新建一届，或删去 branches/{key}/"
            yield Diagnostic(
                "no-edition", catalog.span("branch", key), f"“{branch.name}”还没有届次，网站上看不到它", hint
            )


def _too_pale(colours: Colours, place: Callable[[str], Span]) -> Findings:
    """The colours that white text cannot be read on; `place` says where each was written."""
    for key, name, colour in (("primary", "主色", colours.primary), ("accent", "点缀色", colours.accent)):
        measured = contrast(colour, "#ffffff")
        if measured < READABLE:
            message = f"{name} {colour} 与白色的对比度只有 {measured:.2f}:1"
            yield Diagnostic("low-contrast", place(key), message, f"换深一些的颜色，对比度至少 {READABLE}:1")


@file_rule
def assets_are_safe(catalog: Catalog, tree: Tree) -> Findings:
    """分赛的标志和 assets 里的其他文件能发布：格式在册，能打开，不会在网站上运行。"""
    for key, branch in catalog.branches.items():
        folder = tree.root / "branches" / key / "assets"
        files = {path.relative_to(folder).as_posix(): path for path in branch_files.listed(folder)}
        pictures = _pictures(branch)
        for name, (keys, called, instead) in pictures.items():
            if problem := _picture_problem(name, called, instead, f"branches/{key}/assets/", files):
                code, message, hint = problem
                yield Diagnostic(code, catalog.span("branch", key, *keys), message, hint)
        for name, path in files.items():
            if name not in pictures and (problem := _problem(name, path) or _collision(name)):
                code, message, hint = problem
                yield Diagnostic(code, Span(path.relative_to(tree.root).as_posix()), message, hint)


def _pictures(branch: Branch) -> dict[str, tuple[tuple[str, ...], str, str]]:
    """The pictures that a branch names: where, what they are called, and what to do without one."""
    footer = branch.footer
    named = (
        (branch.logo, ("logo",), "标志图片", "删去 `logo`（改用字标）"),
        (footer.police_badge, ("footer", "police_badge"), "公安备案图标", "删去 `police_badge`"),
        (footer.mark and footer.mark.file, ("footer", "mark", "file"), "网站标识图片", "删去 `mark`"),
    )
    return {file: (keys, called, instead) for file, keys, called, instead in named if file}


def _picture_problem(name: str, called: str, instead: str, folder: str, files: Mapping[str, Path]) -> Problem | None:
    if "/" in name or "\\" in name:
        return "unsafe-path", f"{called}“{name}”带有目录", f"把图片直接放进 {folder}，这里只写文件名"
    if name not in files:
        return "missing-image", f"{called} {name} 不存在", f"把图片放进 {folder}，或{instead}"
    if files[name].suffix.lower() not in {*FORMATS, branch_files.DRAWING}:
        return "broken-image", f"{called} {name} 的格式不受支持", "存成 SVG、PNG、JPEG 或 WebP"
    return _problem(name, files[name])


@rule
def privacy_page_is_there(catalog: Catalog) -> Findings:
    """branch.yml 的 privacy 写隐私声明页的短名，至少一届有这一页。"""
    for key, branch in catalog.branches.items():
        slug = branch.footer.privacy
        editions = catalog.editions_of(key)
        if slug and editions and not any(f"{edition.id}/{slug}" in catalog.pages for edition in editions):
            at = catalog.span("branch", key, "footer", "privacy")
            hint = f"在 content/{editions[0].id}/pages/ 里写 {slug}.md，或删去 `privacy`"
            yield Diagnostic("dead-link", at, f"没有名为“{slug}”的页面", hint)


def _problem(name: str, path: Path) -> Problem | None:
    """What is wrong with one file, in itself."""
    if path.is_symlink():
        return "unsafe-path", f"“{name}”是链接，不是文件", "把文件本身放进来"
    if any(map(name_fault, name.split("/"))):
        return None  # told of every file
    suffix = path.suffix.lower()
    if suffix == branch_files.DRAWING:
        try:
            drawings.cleaned(path.read_bytes())
        except drawings.UnsafeDrawing as unsafe:
            return "unsafe-file", f"图片 {name} {unsafe}", _PLAIN
    elif suffix in FORMATS:
        if problem := content_problem(str(path), path.stat().st_size):
            return "broken-image", f"图片 {name} {problem[0]}", problem[1]
    elif suffix not in branch_files.AS_THEY_ARE:
        return "unsafe-file", f"{suffix[1:].upper() or '没有后缀的'} 文件不能放在网站上", _KINDS
    return None


_PLAIN = "在绘图软件里另存为普通 SVG（文字转成路径，不用动画和链接），或者导出为 PNG"
_KINDS = "assets 里只放 PNG、JPEG、WebP、SVG 图片，ICO、PDF、办公文档、压缩包、CSV、TXT 和 WOFF2"


def _collision(name: str) -> Problem | None:
    """What is wrong with a file's place on the portal."""
    top, slash, _ = folded(name).partition("/")
    if slash and (top in RESERVED_ASSETS or re.fullmatch(r"\d{4}", top)):
        return "address-collision", f"目录“{name.partition('/')[0]}”是网站自己的网址", "给目录换一个名字"
    return None
