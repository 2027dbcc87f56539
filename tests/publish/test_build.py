"""From content to published site: what is built, what is kept, what stops it."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from importlib.metadata import version
from itertools import chain
from pathlib import Path

import pytest

import generator
from generator.catalog import addresses
from generator.diagnostics import Span
from generator.diagnostics.progress import silent
from generator.machine import program
from generator.machine.store import Store
from generator.media.pictures import BrokenPicture
from generator.project import load
from generator.publish import BrokenSite, BuildResult, Request, Stopped, workers
from generator.publish.build import build, planned_pages
from generator.publish.manifest import FileEntry
from generator.publish.output import SiteWriter
from generator.publish.workers import Job, Task
from generator.site.facts import site
from generator.site.part import HUB, FileGroup, FileSet, Part
from generator.text.prose import TextTooHard
from tests import whole

DAY = date(2026, 9, 1)

pytestmark = pytest.mark.usefixtures("quick_pages")


def run(contest: Path, **options: object) -> BuildResult:
    progress = options.pop("progress", silent)
    asked = replace(Request(contest, contest / "site", DAY, handbooks=False), **options)  # type: ignore[arg-type]
    return build(asked, progress)  # type: ignore[arg-type]


def pages(contest: Path) -> dict[str, bytes]:
    out = contest / "site"
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def test_whole_site(contest: Path) -> None:
    steps: list[tuple[str, int, int]] = []
    result = run(contest, progress=lambda *step: steps.append(step))
    built = pages(contest)
    assert result.built == ("alpha", "beta")
    assert {"index.html", "alpha/index.html", "beta/index.html", "robots.txt", "sitemap.xml"} < built.keys()
    assert "manifest.json" in built
    assert result.published is not None
    assert result.published.files.keys() == built.keys() - {"manifest.json"}
    assert result.changes.added == tuple(sorted(result.published.files))
    told: dict[str, list[tuple[int, int]]] = {}
    for name, *numbers in steps:
        told.setdefault(name, []).append((numbers[0], numbers[1]))
    assert list(told) == ["读取内容", "生成网页", "导出数据", "核对链接", "发布"]
    assert [done for done, _ in told["生成网页"]] == list(range(len(told["生成网页"])))
    for numbers in told.values():
        (first, _), (last, total) = numbers[0], numbers[-1]
        assert (first, last) == (0, total)


def test_same_content_gives_the_same_bytes(contest: Path) -> None:
    run(contest)
    first = pages(contest)
    again = run(contest)
    assert pages(contest) == first
    assert not again.changes


def test_site_map_names_public_pages(contest: Path) -> None:
    run(contest, site_url="https://elsewhere.example/x/")
    sitemap = pages(contest)["sitemap.xml"].decode()
    assert "<loc>https://elsewhere.example/x/beta/</loc>" in sitemap
    assert "alpha" not in sitemap, "fabricated"
    assert "404" not in sitemap
    assert b"Sitemap: https://elsewhere.example/x/sitemap.xml" in pages(contest)["robots.txt"]


def test_mistakes_in_the_content_stop_everything(contest: Path) -> None:
    run(contest)
    before = pages(contest)
    case = contest / "content/alpha/2026/cases/night-bus/index.md"
    case.write_text(case.read_text("utf-8").replace("\naward:", "\naward: 特特等奖 #"), encoding="utf-8")
    result = run(contest)
    assert result.published is None
    assert [found.code for found in result.report.errors] == ["unknown-award"]
    assert pages(contest) == before


def test_unreadable_contest_is_reported(contest: Path) -> None:
    (contest / "content/contest.yml").write_text("name：错\n", encoding="utf-8")
    result = run(contest)
    assert result.published is None
    assert result.report.has_errors
    assert not (contest / "site").exists()


def hub_with(page: str) -> Callable[[Job, Part, Task], FileGroup]:
    """A hub of that page; portals are as they were."""
    others = Job._group

    def group(job: Job, part: Part, task: Task) -> FileGroup:
        hub = FileSet(None, lambda: iter([(addresses.hub(), page.encode())]))
        return FileGroup([hub]) if part.id is HUB and task.what == "files" else others(job, part, task)

    return group


def test_bad_link_stops_the_publication(contest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(contest)
    before = pages(contest)

    monkeypatch.setattr(Job, "_group", hub_with('<a href="gone.html">x</a>'))
    with pytest.raises(BrokenSite) as stopped:
        run(contest)
    assert [str(bad) for bad in stopped.value.bad] == [
        "alpha/index.html：“../index.html#top-of-page”指向的页内位置不存在",
        "index.html：“gone.html”指向的文件不存在",
    ]
    assert pages(contest) == before
    assert not (contest / "site.building").exists()


def test_bug_in_a_portal_keeps_the_site(contest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(contest)
    before = pages(contest)

    def fail(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(Job, "_group", fail)
    with pytest.raises(RuntimeError, match="a bug"):
        run(contest)
    assert pages(contest) == before
    assert not (contest / "site.building").exists()


# Only some portals


def test_other_portals_are_carried_over(contest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(contest)
    before = pages(contest)
    inode = (contest / "site/beta/index.html").stat().st_ino
    result = run(contest, branches=("alpha",))
    assert result.built == ("alpha",)
    assert pages(contest) == before
    assert (contest / "site/beta/index.html").stat().st_ino == inode
    monkeypatch.setattr("os.link", lambda *_: (_ for _ in ()).throw(OSError))
    run(contest, branches=("alpha",))
    assert pages(contest) == before


def test_portal_that_was_never_built_is_built(contest: Path) -> None:
    assert run(contest, branches=("alpha",)).built == ("alpha", "beta")


@pytest.mark.parametrize("changed", [{"as_of": date(2026, 9, 2)}, {"site_url": "https://elsewhere.example/"}])
def test_nothing_is_carried_over_from_other_conditions(contest: Path, changed: dict[str, object]) -> None:
    """Yesterday's portal may show what is no longer public today."""
    run(contest)
    assert run(contest, branches=("alpha",), **changed).built == ("alpha", "beta")


@pytest.mark.parametrize("changed", ["templates/hub/home.html", "mkdocs.yml", "generator/render.py", "jinja2"])
def test_nothing_is_carried_over_from_another_program(
    contest: Path, changed: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One version has many states; a site of two of them fits nowhere."""
    copied = Path(shutil.copytree(Path(generator.__file__).parent, tmp_path / "generator"))
    monkeypatch.setattr(program, "of_package", lambda _: copied)
    (contest / "templates/hub").mkdir(parents=True)
    program.code.cache_clear()
    run(contest)
    assert run(contest, branches=("alpha",)).built == ("alpha",)
    if "." in changed:
        path = (tmp_path if "generator" in changed else contest) / changed
        path.write_text("#", "utf-8")
    else:
        monkeypatch.setattr(program, "version", lambda name: "9" if name == changed else version(name))
    program.code.cache_clear()
    assert run(contest, branches=("alpha",)).built == ("alpha", "beta")
    program.code.cache_clear()


def test_unknown_branch(contest: Path) -> None:
    with pytest.raises(Stopped, match="没有名为“gamma”的分赛。可选：alpha、beta。"):
        run(contest, branches=("gamma",))


# Processes


def job_of(contest: Path, folder: Path) -> workers.Job:
    catalog = load(contest).catalog
    assert catalog is not None
    facts = site(contest, catalog.public(DAY), None)
    return workers.Job(contest, facts, planned_pages(facts), SiteWriter(folder, folder, Store(contest)), "")


def test_any_number_of_processes_does_the_same(contest: Path, tmp_path: Path) -> None:
    made = []
    for processes in (1, 2):
        job = job_of(contest, tmp_path / f"{processes}")
        done = list(workers.run(job, job.tasks(), processes))
        written = {file.address: file.entry for files in done for file in files}
        files = whole.contents(tmp_path / f"{processes}")
        assert {name: FileEntry.of(data) for name, data in files.items()} == written
        made.append(files)
    assert {"index.html", "alpha/index.html"} < made[0].keys()
    assert made[0] == made[1]


def test_failure_in_a_process_is_ours(contest: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(Job, "_group", fail)
    job = job_of(contest, tmp_path)
    with pytest.raises(RuntimeError, match="a bug"):
        list(workers.run(job, job.tasks(), 2))


def test_job_survives_pickling(contest: Path, tmp_path: Path) -> None:
    """Where processes are spawned instead of forked, the job is sent to them."""
    job = job_of(contest, tmp_path)
    sent = pickle.loads(pickle.dumps(job))
    assert sent.site == job.site
    for one, other in zip(chain(*sent.plans.values()), chain(*job.plans.values()), strict=True):
        assert (one.address, one.kind.template, one.make(sent.site)) == (
            other.address,
            other.kind.template,
            other.make(job.site),
        )


def test_embargo_holds(contest: Path) -> None:
    """What is not public on the day of the build never gets as far as a portal."""
    case = contest / "content/alpha/2026/cases/night-bus/index.md"
    later = case.read_text("utf-8").replace("publish_at: 2026-08-20", "publish_at: 2026-09-02")
    case.write_text(later, encoding="utf-8")
    run(contest)
    assert b"night-bus" not in pages(contest)["alpha/cases.txt"]
    run(contest, as_of=date(2026, 9, 2))
    assert b"night-bus" in pages(contest)["alpha/cases.txt"]


def test_a_picture_that_breaks_off_stops_the_build(contest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(contest)
    before = pages(contest)
    cover = contest / "content/alpha/2026/cases/leaf-tally/cover.png"

    def pages_of(*_: object) -> None:
        raise BrokenPicture(cover)

    monkeypatch.setattr(Job, "_group", pages_of)
    result = run(contest)
    assert result.published is None
    told = "content/alpha/2026/cases/leaf-tally/index.md:10:12: 错误[broken-image] 图片 cover.png 只有一部分能读出来"
    assert told in result.report.to_text()
    assert pages(contest) == before


def test_a_text_that_takes_too_long_stops_the_build(contest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def pages_of(*_: object) -> None:
        raise TextTooHard(Span("content/alpha/2026/pages/about.md", 6))

    monkeypatch.setattr(Job, "_group", pages_of)
    result = run(contest)
    assert result.published is None
    assert "content/alpha/2026/pages/about.md:6:1: 错误[slow-text]" in result.report.to_text()


def test_a_bad_link_is_told_with_the_content_of_its_page(contest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def pages_of(job: Job, part: Part, task: Task) -> FileGroup:
        planned = task.of(job.plans[part.id]) if task.what == "pages" else ()
        texts = [plan.address for plan in planned if plan.kind.template == "text.html"]
        made = FileSet(None, lambda: ((address, '<a href="nowhere.html">…</a>'.encode()) for address in texts))
        return FileGroup([made])

    monkeypatch.setattr(Job, "_group", pages_of)
    with pytest.raises(BrokenSite) as broken:
        run(contest)
    about = addresses.Address("alpha/2026/about/index.html")
    assert broken.value.sources[about] == "content/alpha/2026/pages/about.md"
    assert about in {bad.page for bad in broken.value.bad}
