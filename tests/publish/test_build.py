"""From content to published site: what is built, what is kept, what stops it."""

from __future__ import annotations

import pickle
import shutil
from datetime import date
from importlib.metadata import version
from itertools import chain
from pathlib import Path

import pytest

import generator
from generator import plugin
from generator.catalog import addresses
from generator.diagnostics import Span
from generator.media.pictures import BrokenPicture
from generator.project import load
from generator.publish import BrokenSite, BuildResult, Stopped, build, manifest, workers
from generator.publish.build import planned_pages
from generator.site import hub
from generator.site.facts import site
from generator.text.prose import TextTooHard
from generator.views import Site

DAY = date(2026, 9, 1)

pytestmark = pytest.mark.usefixtures("quick_pages")


def run(contest: Path, **options: object) -> BuildResult:
    return build(contest, **{"as_of": DAY, "out": contest / "site", "handbooks": False, **options})  # type: ignore[arg-type]


def pages(contest: Path) -> dict[str, bytes]:
    out = contest / "site"
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def test_whole_site(contest: Path) -> None:
    steps: list[tuple[str, int, int]] = []
    result = run(contest, progress=lambda *step: steps.append(step))
    built = pages(contest)
    assert result.built == ("alpha", "beta")
    assert {"index.html", "alpha/index.html", "beta/index.html", "robots.txt", "sitemap.xml"} < built.keys()
    assert {"schema/index.json", "manifest.json"} < built.keys()
    assert result.published is not None
    assert result.published.files.keys() == built.keys() - {"manifest.json"}
    assert result.changes.added == tuple(sorted(result.published.files))
    told: dict[str, list[tuple[int, int]]] = {}
    for name, *numbers in steps:
        told.setdefault(name, []).append((numbers[0], numbers[1]))
    assert list(told) == ["读取内容", "生成网页", "导出数据", "核对链接", "发布"]
    assert told["生成网页"] == [(0, 3), (1, 3), (2, 3), (3, 3)]
    for numbers in told.values():
        (first, _), (last, whole) = numbers[0], numbers[-1]
        assert (first, last) == (0, whole)


def test_same_content_gives_the_same_bytes(contest: Path) -> None:
    run(contest)
    first = pages(contest)
    again = run(contest)
    assert pages(contest) == first
    assert not again.changes


def test_site_map_names_public_pages(contest: Path) -> None:
    run(contest, site_url="https://elsewhere.example/x/")
    sitemap = pages(contest)["sitemap.xml"].decode()
    assert "<loc>https://elsewhere.example/x/alpha/</loc>" in sitemap
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


def test_bad_link_stops_the_publication(contest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(contest)
    before = pages(contest)

    def broken(root: Path, facts: Site, planned: object, out_dir: Path) -> None:
        (out_dir / "index.html").write_text('<a href="gone.html">x</a>')

    monkeypatch.setattr(hub, "build_hub", broken)
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

    monkeypatch.setattr(plugin, "build_portal", fail)
    with pytest.raises(RuntimeError, match="a bug"):
        run(contest)
    assert pages(contest) == before
    assert not (contest / "site.building").exists()


# Only some portals


def test_other_portals_are_carried_over(contest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(contest)
    before = pages(contest)
    inode = (contest / "site/beta/index.html").stat().st_ino
    result = run(contest, branches=["alpha"])
    assert result.built == ("alpha",)
    assert pages(contest) == before
    assert (contest / "site/beta/index.html").stat().st_ino == inode
    monkeypatch.setattr("os.link", lambda *_: (_ for _ in ()).throw(OSError))
    run(contest, branches=["alpha"])
    assert pages(contest) == before


def test_portal_that_was_never_built_is_built(contest: Path) -> None:
    assert run(contest, branches=["alpha"]).built == ("alpha", "beta")


@pytest.mark.parametrize("changed", [{"as_of": date(2026, 9, 2)}, {"site_url": "https://elsewhere.example/"}])
def test_nothing_is_carried_over_from_other_conditions(contest: Path, changed: dict[str, object]) -> None:
    """Yesterday's portal may show what is no longer public today."""
    run(contest)
    assert run(contest, branches=["alpha"], **changed).built == ("alpha", "beta")


@pytest.mark.parametrize("changed", ["templates/hub/home.html", "mkdocs.yml", "generator/render.py", "jinja2"])
def test_nothing_is_carried_over_from_another_program(
    contest: Path, changed: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One version has many states; a site of two of them fits nowhere."""
    program = Path(shutil.copytree(Path(generator.__file__).parent, tmp_path / "generator"))
    monkeypatch.setattr(manifest.resources, "files", lambda _: program)
    (contest / "templates/hub").mkdir(parents=True)
    run(contest)
    assert run(contest, branches=["alpha"]).built == ("alpha",)
    if "." in changed:
        path = (tmp_path if "generator" in changed else contest) / changed
        path.write_text("#", "utf-8")
    else:
        monkeypatch.setattr(manifest, "version", lambda name: "9" if name == changed else version(name))
    assert run(contest, branches=["alpha"]).built == ("alpha", "beta")


def test_unknown_branch(contest: Path) -> None:
    with pytest.raises(Stopped, match="没有名为“gamma”的分赛。可选：alpha、beta。"):
        run(contest, branches=["gamma"])


# Processes


def job_of(contest: Path, folder: Path) -> workers.Job:
    catalog = load(contest).catalog
    assert catalog is not None
    facts = site(contest, catalog.public(DAY), None)
    return workers.Job(contest, facts, planned_pages(facts), folder)


@pytest.mark.parametrize("processes", [1, 2])
def test_any_number_of_processes_does_the_same(contest: Path, tmp_path: Path, processes: int) -> None:
    job = job_of(contest, tmp_path)
    tasks = [*job.site.catalog.branches, workers.HUB]
    done = list(workers.run(job, tasks, processes))
    assert sorted(map(str, done)) == sorted(map(str, tasks))
    assert (tmp_path / "alpha/index.html").exists()
    assert (tmp_path / "index.html").exists()


def test_failure_in_a_process_is_ours(contest: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(plugin, "build_portal", fail)
    job = job_of(contest, tmp_path)
    with pytest.raises(RuntimeError, match="a bug"):
        list(workers.run(job, [*job.site.catalog.branches], 2))


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

    def portal(*_: object) -> None:
        raise BrokenPicture(cover)

    monkeypatch.setattr(plugin, "build_portal", portal)
    result = run(contest)
    assert result.published is None
    told = "content/alpha/2026/cases/leaf-tally/index.md:10:12: 错误[broken-image] 图片 cover.png 只有一部分能读出来"
    assert told in result.report.to_text()
    assert pages(contest) == before


def test_a_text_that_takes_too_long_stops_the_build(contest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def portal(*_: object) -> None:
        raise TextTooHard(Span("content/alpha/2026/pages/about.md", 6))

    monkeypatch.setattr(plugin, "build_portal", portal)
    result = run(contest)
    assert result.published is None
    assert "content/alpha/2026/pages/about.md:6:1: 错误[slow-text]" in result.report.to_text()


def test_a_bad_link_is_told_with_the_content_of_its_page(contest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def portal(root: Path, facts: Site, branch: str, planned: object, out_dir: Path) -> None:
        for record in facts.catalog.pages.values():
            page = out_dir / addresses.of(record)
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text('<a href="nowhere.html">…</a>', encoding="utf-8")

    monkeypatch.setattr(plugin, "build_portal", portal)
    with pytest.raises(BrokenSite) as broken:
        run(contest)
    about = addresses.Address("alpha/2026/about/index.html")
    assert broken.value.sources[about] == "content/alpha/2026/pages/about.md"
    assert about in {bad.page for bad in broken.value.bad}
