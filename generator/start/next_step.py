"""What a project needs next, in a sentence or two and the command for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.catalog import Catalog
from generator.checks.rule import published
from generator.diagnostics import Diagnostic
from generator.model import Edition
from generator.project import Project

TO_DO = frozenset({"to-do", "draft-to-do"})


@dataclass(frozen=True, slots=True)
class NextStep:
    """What there is to do, and what to type or to open."""

    what: str
    how: str


def next_step(project: Project, site: Path) -> NextStep:
    """The first thing that is to do; `site` is where the site is made."""
    return next(_steps(project, site))


def _steps(project: Project, site: Path) -> Iterator[NextStep]:
    wrong = [found for found in project.report.errors if found.code not in TO_DO]
    if wrong:
        yield NextStep(f"有 {len(wrong)} 处错误，第一处在 {wrong[0].at}：{wrong[0].message}。", _check(wrong[0]))
    catalog = project.catalog
    if catalog is None:
        return
    if not catalog.branches:
        yield NextStep("还没有分赛。", "portal new branch 新建分赛和它的第一届；不设分赛的加上 --kind national")
    for key in sorted(catalog.branches):
        if not catalog.editions_of(key):
            yield NextStep(
                f"“{catalog.branches[key].name}”还没有届次，网站上看不到它。", f"portal new edition {key} 新建一届"
            )
    gaps = [found for found in project.report.diagnostics if found.code in TO_DO]
    if gaps:
        first = gaps[0]
        yield NextStep(f"有 {len(gaps)} 处待补充，第一处在 {first.at}。", f"{_check(first)}；{_serve(first)}")
    for edition in catalog.editions.values():
        yield from _missing(catalog, edition)
    drafts = [record for _, record in published(catalog) if record.draft]
    if drafts:
        branch = drafts[0].edition.partition("/")[0]
        how = f"portal serve {branch} --drafts 看网页；写好的删去 draft: true"
        yield NextStep(f"有 {len(drafts)} 篇草稿，第一篇是“{drafts[0].title}”。", how)
    if not (site / "manifest.json").is_file():
        yield NextStep("内容没有错误，还没有生成网站。", "portal serve 先看一看；portal build 生成网站")
    yield NextStep("内容没有错误。", "portal serve 边写边看；portal build 生成网站")


def _missing(catalog: Catalog, edition: Edition) -> Iterator[NextStep]:
    """What an edition begins with and has not yet."""
    called, base = edition.id.replace("/", " "), f"content/{edition.id}"
    scheme, timeline = catalog.awards.get(edition.id), catalog.timelines.get(edition.id)
    if not catalog.tracks_of(edition.id):
        yield NextStep(f"{edition.name}还没有赛道。", f"portal new track {called} 赛道名称")
    if timeline and not timeline.phases:
        yield NextStep(f"{edition.name}还没有赛程。", f"填写 {base}/timeline.yml")
    if scheme and not scheme.names:
        yield NextStep(f"{edition.name}还没有奖项设置。", f"填写 {base}/awards.yml")


def _check(found: Diagnostic) -> str:
    return f"portal check{f' {found.at.branch}' if found.at.branch else ''} 逐处列出"


def _serve(found: Diagnostic) -> str:
    return f"portal serve{f' {found.at.branch}' if found.at.branch else ''} 边写边看"
