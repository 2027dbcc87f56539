"""One build, told from content to published site."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path

from generator import project
from generator.catalog import Catalog, addresses, history, mixed
from generator.catalog.books import Shelf
from generator.content.kept import KeptRecords
from generator.diagnostics import Diagnostic, Report, Span
from generator.diagnostics.progress import Progress, silent
from generator.machine import cache, program
from generator.machine.faults import Stopped, as_stops
from generator.machine.paths import remove_tree
from generator.machine.store import Store
from generator.media import lettering
from generator.media.pictures import BrokenPicture
from generator.model import BranchId
from generator.model.moment import begins, day_of
from generator.publish import joining, last_good, manifest, unchanged, untouched, workers
from generator.publish.good_links import Links
from generator.publish.manifest import MARKER, Conditions, FileEntry, Manifest
from generator.publish.origins import origins
from generator.publish.output import KeptPortal, SiteWriter, WrittenFile, place_file
from generator.publish.request import Request
from generator.publish.result import BrokenSite, BuildResult
from generator.publish.staging import NewSite, staged
from generator.publish.unchanged import Inputs
from generator.site.facts import site
from generator.site.part import HUB, FileSet, planned_pages, shared_files
from generator.text import markdown
from generator.text.prose import TextTooHard
from generator.views import Site


class Unprintable(Exception):
    """A book could not be printed; the report says why."""


def build(request: Request, progress: Progress = silent) -> BuildResult:
    """Build what is asked for.

    Nothing is written when the content has errors, and the site changes only when everything has been built and
    verified. Raises `Stopped` when the site cannot be published.
    """
    results = Store(request.root)
    before = unchanged.inputs(request) if request.part or request.parts else None
    with markdown.keeping(results):
        progress("读取内容", 0, 1)
        loaded = project.load(request.root, KeptRecords(results))
        progress("读取内容", 1, 1)
        stays = _stays(request, loaded)
        if loaded.catalog is None or stays is None:
            return BuildResult(loaded.report)
        _refuse_sources(loaded.root, request.out)
        loaded.report.extend([*history.shortcomings(request.root), *lettering.shortcomings()])
        whole = _with_those_that_stay(request, loaded.catalog, stays, results, loaded.report)
        catalog = whole.public(request.as_of)
        results.prune(
            lambda: chain(map(markdown.key, catalog.texts()), last_good.wanted(results, request, catalog.branches))
        )
        try:
            made = _publish(request, catalog, results, loaded.report, before, progress, stays)
            return replace(made, kept=() if request.part else stays, due=whole.due(begins(request.as_of)))
        except Unprintable:
            return BuildResult(loaded.report)
        except BrokenPicture as broken:
            loaded.report.extend([_broken(request.root, catalog, broken)])
            return BuildResult(loaded.report)
        except TextTooHard as hard:
            loaded.report.extend([hard.diagnostic()])
            return BuildResult(loaded.report)


def _stays(request: Request, loaded: project.Project) -> tuple[str, ...] | None:
    """The branches with mistakes that need not stop the build; None when something does."""
    broken = {branch for branch in loaded.report.broken if branch}
    may_stay = request.keep_last_good or (request.branches and broken.isdisjoint(request.branches))
    if request.parts or None in loaded.report.broken or (broken and not may_stay):
        return None if loaded.report.has_errors else ()
    return tuple(sorted(broken))


def _with_those_that_stay(
    request: Request, catalog: Catalog, stays: Collection[str], results: Store, report: Report
) -> Catalog:
    """The catalog with what the present portals of some branches were made from; a part can do without them."""
    if request.part:
        return mixed.without(catalog, stays)
    try:
        for branch in stays:
            catalog = mixed.without(catalog, {branch}, last_good.recall(results, request, branch))
    except Stopped as stopped:
        raise Stopped(f"{report.to_text()}\n{stopped}") from stopped
    return catalog


def _publish(
    request: Request,
    catalog: Catalog,
    results: Store,
    report: Report,
    read: Inputs | None,
    progress: Progress,
    stays: Collection[str],
) -> BuildResult:
    """Make the site of a public catalog and exchange it with the present one; all of it or nothing."""
    root, out = request.root, request.out
    url = request.site_url or catalog.contest.site.url
    conditions = Conditions(day_of(request.as_of), url, handbooks=request.handbooks, program=program.of(root))
    spare = _spare(request)
    with as_stops(), staged(out, spare) as new:
        folder, before = new.folder, new.before
        facts = site(root, catalog, url, shown=request.shown)
        if stays and not request.part:
            last_good.refuse_other(before, conditions)
        made, kept = _portals(request, facts, before, conditions, unchanged.is_of_then(results, request), stays)
        if request.handbooks and made:
            facts = replace(facts, shelf=_print_books(root, facts, made, new.books, report, progress))
        planned = planned_pages(facts)
        pages = {part: planned[part] for part in (*made, *(() if request.part else (HUB,)))}
        writer = SiteWriter(folder, out, results, _untouched(new, results, out), new.carried(), request.verified)
        beside = catalog.branches if request.parts else made  # parts are what would be made now
        written = _write_parts(workers.Job(root, facts, pages, writer, conditions.program, kept, beside), progress)
        progress("导出数据", 0, 1)
        if HUB in pages:
            of_all = writer.write([FileSet(None, lambda: shared_files(facts, planned))])
            written.update((file.address, file) for file in of_all)
        new.sweep(written.keys())
        progress("导出数据", 1, 1)
        links = Links(results, out, url, made if request.part else (), written)
        _verify(links, folder, before, catalog, progress)
        origin = origins(root, facts, conditions, made) if request.part else None
        after = manifest.of({path: file.entry for path, file in written.items()}, conditions, origin)
        place_file(folder / MARKER, after.to_json())
        links.keep(folder)
        _refuse_edits(request, read)
        progress("发布", 0, 1)
    progress("发布", 1, 1)
    readable = {branch: catalog.of(branch).readable for branch in made}
    changes = manifest.changes(before, after)
    if 2 * len(changes.changed) > len(after.files):
        _forget(spare)
    return BuildResult(report, after, changes, readable)


def _untouched(new: NewSite, results: Store, out: Path) -> dict[str, FileEntry]:
    """The files of the present site that are as they were when they were made."""
    same = untouched.recall(results, out).items() & new.present.files.items()
    return {path: new.before.files[path] for path, _ in same if path in new.before.files}


def _verify(links: Links, folder: Path, before: Manifest, catalog: Catalog, progress: Progress) -> None:
    """See that every link leads somewhere. Raises `BrokenSite`."""
    progress("核对链接", 0, 1)
    if bad := links.bad(folder, before):
        raise BrokenSite(bad, {str(page): source for page, source in addresses.sources(catalog).items()})
    progress("核对链接", 1, 1)


def _spare(request: Request) -> Path | None:
    """Where the site before the present one is kept to be brought up to date; pipelines would only carry it about."""
    if os.environ.get("CI"):
        return None
    of = hashlib.sha256(os.fsencode(os.path.realpath(request.out))).hexdigest()[:16]
    return request.root / cache.FOLDER / "spare" / of


def _forget(spare: Path | None) -> None:
    """Of a site that is mostly another now the one before would be a second copy on the disk."""
    if spare:
        remove_tree(spare)


def _refuse_edits(request: Request, read: Inputs | None) -> None:
    """A part says from what it was made, and what is joined is held against that: it must not change meanwhile."""
    if read and read != unchanged.inputs(request, read):
        raise Stopped("生成的时候，内容或程序被改动了，没有发布。请等改完后再试。")


def _refuse_sources(root: Path, out: Path) -> None:
    """A site within what it is made from would be read by the next build."""
    for name in ("content", "branches", "templates"):
        if Path(os.path.realpath(out)).is_relative_to(root / name):
            raise Stopped(f"输出目录不能放在 {name}/ 里。请用 --out 另选目录。")


def _broken(root: Path, catalog: Catalog, broken: BrokenPicture) -> Diagnostic:
    """Said only now: to find it in every check, every picture would have to be decoded every time."""
    picture = broken.path.relative_to(root)
    at = Span(picture.as_posix())
    for source, record in catalog.illustrated():
        if Path(source.path).parent == picture.parent:
            named = (index for index, image in enumerate(record.images) if image.file == picture.name)
            at = next((source.span("images", index, "file") for index in named), at)
    return Diagnostic("broken-image", at, str(broken), "用看图软件打开确认，重新导出为 PNG 或 JPEG")


# Which portals


def _portals(
    request: Request, facts: Site, before: Manifest, conditions: Conditions, of_then: bool, stays: Collection[str]
) -> tuple[tuple[BranchId, ...], Mapping[BranchId, KeptPortal]]:
    """The portals to make, and those that are taken over from the present site or from parts."""
    branches = facts.catalog.branches
    if request.parts:
        return (), joining.join(request.parts, origins(request.root, facts, conditions, branches))
    made = tuple(name for name in _chosen(request, branches, before, conditions, of_then) if name not in stays)
    rest = () if request.part else sorted(branches.keys() - made)
    return made, {branch: KeptPortal(request.out, tuple(manifest.below(before, branch).items())) for branch in rest}


def _chosen(
    request: Request, branches: Collection[BranchId], before: Manifest, conditions: Conditions, of_then: bool
) -> tuple[BranchId, ...]:
    """The portals to build: those wanted, and those that the present site has not whole, or from other conditions.

    A site of two days, of minutes between which something became public, or of two states of the program, must not
    be; refusing it would only make people type the command again without `--branch`. Parts are held against one
    another when they are joined.
    """
    wanted = {branch for branch in branches if branch in request.branches or not request.branches}
    if unknown := sorted(set(request.branches) - wanted):
        raise Stopped(f"没有名为“{'、'.join(unknown)}”的分赛。可选：{'、'.join(sorted(branches))}。")
    if request.part:
        return tuple(sorted(wanted))
    if before.conditions != conditions.to_dict() or not of_then:
        return tuple(sorted(branches))
    rest = set(branches) - wanted
    kept = {branch for branch in rest if manifest.is_intact(request.out, before, branch)}
    return tuple(sorted(set(branches) - kept))


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
    """Write what is made and what is taken over; gives every file by its address."""
    tasks = job.tasks()
    written: dict[str, WrittenFile] = {}
    progress("生成网页", 0, len(tasks))
    for done, files in enumerate(workers.run(job, tasks), start=1):
        for file in files:
            if file.address in written:
                raise Stopped(f"有两份内容都要写到 {file.address}。请给分赛 assets 目录里的这个文件改名。")
            written[file.address] = file
        progress("生成网页", done, len(tasks))
    return written
