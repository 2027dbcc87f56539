"""Nothing is built when nothing has changed; whatever a build depends on makes it build again."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.diagnostics.progress import silent
from generator.machine import program, signs
from generator.machine.store import FILE
from generator.publish import BuildResult, Request, manifest, renew, unchanged
from generator.publish.manifest import FileEntry
from tests import whole
from tests.damage import DAMAGES

DAY = date(2026, 9, 30)
ABOUT, VISIT = "content/alpha/2026/pages/about.md", "content/alpha/2026/pages/visit.md"

pytestmark = pytest.mark.usefixtures("quick_pages")


def run(contest: Path, **options: object) -> BuildResult:
    progress = options.pop("progress", silent)
    given = replace(Request(contest, contest / "site", DAY, handbooks=False), **options)  # type: ignore[arg-type]
    return renew(given, progress)  # type: ignore[arg-type]


@pytest.fixture
def built(tmp_path: Path) -> Path:
    contest = whole.lay(tmp_path / "contest")
    (contest / "templates").unlink()
    (contest / "templates/portal").mkdir(parents=True)
    assert run(contest).built == ("alpha", "beta")
    return contest


def test_nothing_is_built_twice(built: Path) -> None:
    first, before = run(built), whole.contents(built / "site")
    again = run(built)
    assert (again.built, bool(again.changes)) == ((), False)
    assert again.published == first.published
    assert again.report.to_text() == first.report.to_text()
    assert whole.contents(built / "site") == before


def _append(name: str) -> Callable[[Path], object]:
    return lambda contest: (contest / name).write_text((contest / name).read_text("utf-8") + "\n", "utf-8")


def _same_stat(path: Path) -> None:
    """Other bytes, but length and times as they were."""
    facts = path.stat()
    path.write_bytes(path.read_bytes().replace("怎样".encode(), "如何".encode()))
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert path.stat().st_size == facts.st_size


def _commit(contest: Path) -> None:
    for command in (["init", "--quiet"], ["add", "content"], ["commit", "--quiet", "--message", "x"]):
        who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
        subprocess.run(["git", *who, *command], cwd=contest, check=True)


CHANGES: dict[str, Callable[[Path], object]] = {
    "a content file": _append(ABOUT),
    "a branch": _append("branches/alpha/branch.yml"),
    "a new file": lambda contest: (contest / "content/alpha/2026/cases/night-bus/new.txt").write_text("x"),
    "a file gone": lambda contest: (contest / VISIT).unlink(),
    "a file renamed": lambda contest: (contest / VISIT).rename(contest / "content/alpha/2026/pages/other.md"),
    "the same length": lambda contest: _same_stat(contest / ABOUT),
    "a template": lambda contest: (contest / "templates/portal/x.html").write_text("x"),
    "settings": _append("mkdocs.yml"),
    "a published file changed": lambda contest: (contest / "site/alpha/index.html").write_text("x"),
    "a published file gone": lambda contest: (contest / "site/alpha/cases.txt").unlink(),
    "the manifest changed": _append("site/manifest.json"),
    "a link": lambda contest: (contest / "content/alpha/2026/link.md").symlink_to(contest / ABOUT),
    "a commit": _commit,
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_built(built: Path, change: str) -> None:
    CHANGES[change](built)
    assert run(built).built or change == "a link", "a mistake is told by the checks, too"


@pytest.mark.parametrize(
    "options", [{"as_of": date(2026, 9, 29)}, {"site_url": "https://else.example/"}, {"branches": ("alpha",)}]
)
def test_another_wish_is_built(built: Path, options: dict[str, object]) -> None:
    assert run(built, **options).built


def test_another_place_is_built(built: Path) -> None:
    assert run(built, out=built / "elsewhere").built
    assert run(built).built == ()


def test_another_program_is_built(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "code", lambda: "another")
    assert run(built).built


def test_mistakes_are_told_again_and_again(built: Path) -> None:
    case = built / "content/alpha/2026/cases/night-bus/index.md"
    sound = case.read_text("utf-8")
    case.write_text(sound.replace("\naward:", "\naward: 特特等奖 #"), encoding="utf-8")
    for _ in range(2):
        assert run(built).published is None
    case.write_text(sound, "utf-8")
    assert run(built).built == (), "as before the mistake"


def test_an_edit_while_it_is_built_is_seen_by_the_next(built: Path) -> None:
    sound = (built / ABOUT).read_text("utf-8")

    def meanwhile(step: str, done: int, _total: int) -> None:
        if (step, done) == ("读取内容", 0):
            (built / ABOUT).write_text(sound + "后来的一句。\n", "utf-8")

    _append(ABOUT)(built)
    assert run(built, progress=meanwhile).built
    (built / ABOUT).write_text(sound + "\n", "utf-8")
    assert run(built).built, "the site shows what was written meanwhile, not this"


def test_a_second_look_reads_what_was_written_since_alone(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    digest = unchanged._digest
    monkeypatch.setattr(unchanged, "_digest", lambda path: (read.append(path), digest(path))[1])
    time.sleep(0.1)  # what has just been written may be written again within a tick of the clock
    request = Request(built, built / "site", DAY, handbooks=False)
    before = unchanged.inputs(request)
    assert before
    assert len(read) == len(before.files) > 20
    read.clear()
    assert unchanged.inputs(request, before) == before
    assert read == []
    _same_stat(built / ABOUT)
    (built / VISIT).unlink()
    after = unchanged.inputs(request, before)
    assert after
    assert after.files == {name: digest(str(built / name)) for name in before.files if name != VISIT}
    assert after.files[ABOUT] != before.files[ABOUT]
    assert read == [str(built / ABOUT)]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_of_results_costs_time_only(built: Path, damage: str) -> None:
    before = whole.contents(built / "site")
    DAMAGES[damage](built / FILE)
    run(built)
    assert whole.contents(built / "site") == before


def test_leftovers_of_a_killed_build_are_cleared_away(built: Path) -> None:
    (built / "site.building/site").mkdir(parents=True)
    (built / "site.building/lock").touch()
    assert run(built).built
    assert not (built / "site.building").exists()


def test_a_file_whose_times_were_set_back_is_found(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that nothing has touched are not read again; a program cannot hide that it wrote one."""
    monkeypatch.setattr(signs, "_TICK", 0)
    _append(ABOUT)(built)
    run(built)
    time.sleep(0.02)  # two changes within a tick of the system's clock are noted as one
    page = built / "site/alpha/index.html"
    facts, before = page.stat(), page.read_bytes()
    page.write_bytes(before.swapcase())
    os.utime(page, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert page.stat().st_size == facts.st_size
    assert run(built).built
    assert page.read_bytes() == before


def test_untouched_files_are_not_read(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signs, "_TICK", 0)
    _append(ABOUT)(built)
    assert run(built).built
    read: list[str] = []
    monkeypatch.setattr(manifest, "_entry", lambda path: read.append(path.name) or FileEntry.of(path.read_bytes()))
    assert run(built).built == ()
    assert len(read) < 5, read
