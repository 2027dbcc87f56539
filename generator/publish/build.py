"""One build, told from content to published site."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator import exports, project
from generator.catalog import Catalog, addresses, history
from generator.catalog.addresses import Address
from generator.catalog.books import Shelf
from generator.diagnostics import Diagnostic, Report, Span
from generator.exports.sitemap import robots_txt, sitemap_files
from generator.machine import program
from generator.machine.faults import Stopped, as_stops
from generator.machine.store import Store
from generator.media.pictures import BrokenPicture
from generator.model import BranchId
from generator.publish import manifest, verification, workers
from generator.publish.manifest import MARKER, Conditions, Manifest
from generator.publish.output import SiteWriter, WrittenFile, link_or_copy
from generator.publish.request import Request
from generator.publish.result import BrokenSite, BuildResult, Progress, silent
from generator.publish.staging import books_beside, staged
from generator.site.facts import site
from generator.site.part import HUB, PartId
from generator.text import markdown
from generator.text.prose import TextTooHard
from generator.views import Plan, Site, hub_plans, plans


class Unprintable(Exception):
    """A book could not be printed; the report says why."""


def build(request: Request, progress: Progress = silent) -> BuildResult:
    """Build what is asked for.

    Nothing is written when the content has errors, and the site changes only when everything has been built and
    verified. Raises `Stopped` when the site cannot be published.
    """
    results = Store(request.root)
    with markdown.keeping(results):
        progress("读取内容", 0, 1)
        loaded = project.load(request.root)
        progress("读取内容", 1, 1)
        if loaded.catalog is None or loaded.report.has_errors:
            return BuildResult(loaded.report)
        _refuse_sources(loaded.root, request.out)
        loaded.report.extend(history.shortcomings(request.root))
        catalog = loaded.catalog.public(request.as_of)
        results.prune(lambda: map(markdown.key, catalog.texts()))
        try:
            return _publish(request, catalog, results, loaded.report, progress)
        except Unprintable:
            return BuildResult(loaded.report)
        except BrokenPicture as broken:
            loaded.report.extend([_broken(request.root, catalog, broken)])
            return BuildResult(loaded.report)
        except TextTooHard as hard:
            loaded.report.extend([hard.diagnostic()])
            return BuildResult(loaded.report)


def _publish(request: Request, catalog: Catalog, results: Store, report: Report, progress: Progress) -> BuildResult:
    """Make the site of a public catalog and exchange it with the present one; all of it or nothing."""
    root, out = request.root, request.out
    url = request.site_url or catalog.contest.site.url
    conditions = Conditions(request.as_of, url, handbooks=request.handbooks, program=program.of(root))
    before = manifest.read(out)
    chosen = _chosen(catalog, request.branches, out, before, conditions)
    with as_stops(), staged(out) as folder:
        facts = site(root, catalog, url)
        if request.handbooks:
            own = books_beside(folder)
            facts = replace(facts, shelf=_print_books(root, facts, chosen, own, report, progress))
        planned = planned_pages(facts)
        _carry_over(out, folder, [branch for branch in catalog.branches if branch not in chosen])
        writer = SiteWriter(folder, out, results, request.verified)
        job = workers.Job(root, facts, planned, writer, conditions.program, chosen)
        written = _write_parts(job, progress)
        _write_all(folder, _shared_files(facts, planned), progress)
        _verify(catalog, folder, url, written, progress)
        after = manifest.of(folder, conditions, {path: file.entry for path, file in written.items()})
        (folder / MARKER).write_bytes(after.to_json())
        progress("发布", 0, 1)
    progress("发布", 1, 1)
    return BuildResult(report, after, manifest.changes(before, after), chosen)


def _refuse_sources(root: Path, out: Path) -> None:
    """A site within what it is made from would be read by the next build."""
    for name in ("content", "branches", "templates"):
        if Path(os.path.realpath(out)).is_relative_to(root / name):
            raise Stopped(f"输出目录不能放在 {name}/ 里。请用 --out 另选目录。")


def _broken(root: Path, catalog: Catalog, broken: BrokenPicture) -> Diagnostic:
    """Said only now: to find it in every check, every picture would have to be decoded every time."""
    picture = broken.path.relative_to(root)
    at = Span(picture.as_posix())
    for case in catalog.cases.values():
        source = catalog.source("case", case.id)
        if source and Path(source.path).parent == picture.parent:
            named = (index for index, image in enumerate(case.images) if image.file == picture.name)
            at = next((source.span("images", index, "file") for index in named), at)
    return Diagnostic("broken-image", at, str(broken), "用看图软件打开确认，重新导出为 PNG 或 JPEG")


# Which portals


def _chosen(
    catalog: Catalog, wanted: Collection[str], out: Path, before: Manifest, conditions: Conditions
) -> tuple[BranchId, ...]:
    """The portals to build: those wanted, and those that the present site has not whole, or from other conditions.

    A site of two days, or of two states of the program, must not be; refusing it would only make people type the
    command again without `--branch`.
    """
    unknown = sorted(set(wanted) - set(catalog.branches))
    if unknown:
        raise Stopped(f"没有名为“{'、'.join(unknown)}”的分赛。可选：{'、'.join(sorted(catalog.branches))}。")
    if not wanted or before.conditions != conditions.to_dict():
        return tuple(sorted(catalog.branches))
    kept = {branch for branch in catalog.branches if branch not in wanted and manifest.is_intact(out, before, branch)}
    return tuple(sorted(catalog.branches.keys() - kept))


def _carry_over(out: Path, folder: Path, branches: Iterable[BranchId]) -> None:
    """Take portals from the present site as they are."""
    for branch in branches:
        shutil.copytree(out / branch, folder / branch, copy_function=link_or_copy)


# What the site is made of


def _print_books(
    root: Path,
    facts: Site,
    branches: Collection[BranchId],
    folder: Path,
    report: Report,
    progress: Progress,
) -> Shelf:
    """Print the books of the chosen portals into `folder`; raises `Unprintable` once the report says why."""
    from generator.handbook.printing import build_books  # here: half of all that a build without books would load

    editions = [edition for edition in facts.catalog.editions.values() if edition.branch in branches]
    printed = build_books(root, facts, editions, folder, progress)
    report.extend(printed.problems)
    if printed.failed:
        raise Unprintable
    return Shelf(folder, printed.files)


def _write_parts(job: workers.Job, progress: Progress) -> dict[str, WrittenFile]:
    """Write the hub and some portals; gives every file that was written by its address."""
    tasks = job.tasks([*job.chosen, HUB])
    written: dict[str, WrittenFile] = {}
    progress("生成网页", 0, len(tasks))
    for done, files in enumerate(workers.run(job, tasks), start=1):
        for file in files:
            if file.address in written:
                raise Stopped(f"有两份内容都要写到 {file.address}。请给分赛 assets 目录里的这个文件改名。")
            written[file.address] = file
        progress("生成网页", done, len(tasks))
    return written


def planned_pages(facts: Site) -> dict[PartId, tuple[Plan, ...]]:
    """Every page of the site: the hub's, and those of each portal."""
    planned: dict[PartId, tuple[Plan, ...]] = {HUB: tuple(hub_plans())}
    planned.update((key, tuple(plans(facts, branch))) for key, branch in facts.catalog.branches.items())
    return planned


def _shared_files(facts: Site, planned: Mapping[PartId, Sequence[Plan]]) -> list[tuple[Address, bytes]]:
    """What belongs to no portal: schemas, rules for robots, the site map."""
    files = list(exports.schema_files())
    files.append((addresses.hub_file("robots.txt"), robots_txt(facts.site_url)))
    if facts.site_url:
        listed = [(plan.address, plan.changed) for pages in planned.values() for plan in pages if plan.listed]
        files += sitemap_files(listed, facts.site_url)
    return files


def _write_all(folder: Path, files: Sequence[tuple[Address, bytes]], progress: Progress) -> None:
    progress("导出数据", 0, len(files))
    for address, content in files:
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    progress("导出数据", len(files), len(files))


def _verify(
    catalog: Catalog, folder: Path, site_url: str | None, written: Mapping[str, WrittenFile], progress: Progress
) -> None:
    progress("核对链接", 0, 1)
    bad = verification.verify(folder, site_url, {path: file.reading for path, file in written.items()})
    progress("核对链接", 1, 1)
    if bad:
        raise BrokenSite(bad, {str(page): source for page, source in addresses.sources(catalog).items()})
