"""Branches with mistakes while others are published: their portals stay as they are, or nothing is published."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.machine import store
from generator.publish import BuildResult, Request, Stopped
from generator.publish.renew import renew

DAY, LATER = date(2026, 8, 25), date(2026, 9, 1)
CASES = "content/alpha/2026/cases"

quick = pytest.mark.usefixtures("quick_pages")


def run(contest: Path, **options: object) -> BuildResult:
    return renew(replace(Request(contest, contest / "site", DAY, handbooks=False), **options))  # type: ignore[arg-type]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def portal(contest: Path, branch: str) -> dict[str, bytes]:
    folder = contest / "site" / branch
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def broken(contest: Path) -> Path:
    """A contest that was published; since then alpha got a mistake and beta a new summary."""
    run(contest)
    edit(contest / CASES / "kiln-heat-map/index.md", "award: 一等奖", "award: 一等将")
    edit(contest / CASES / "river-gauge/index.md", "title: ", "title: 改过的")
    edit(contest / "content/beta/2026/notices/2026-06-20-launch.md", "title: ", "title: 新的")
    return contest


@quick
def test_a_whole_publication_wants_all_clean(broken: Path) -> None:
    before = portal(broken, "beta")
    assert run(broken).published is None
    assert portal(broken, "beta") == before


@pytest.mark.parametrize("asked", [{"keep_last_good": True}, {"branches": ("beta",)}])
def test_the_others_go_on(broken: Path, asked: dict[str, object]) -> None:
    before = portal(broken, "alpha")
    made = run(broken, **asked)
    assert (made.published is not None, made.built, made.kept) == (True, ("beta",), ("alpha",))
    assert made.report.has_errors
    assert portal(broken, "alpha") == before
    hub = {path: file for path, file in portal(broken, ".").items() if not path.startswith("alpha/")}
    assert any("新的乙原分赛启动".encode() in file for file in hub.values())
    assert not any("改过的".encode() in file for file in hub.values())
    assert any(b"alpha/2026/cases/river-gauge" in file for path, file in hub.items() if not path.startswith("beta/"))
    assert run(broken, keep_last_good=True).kept == ("alpha",)  # and once more, from what was kept


@quick
def test_texts_that_are_still_wanted_do_not_grow_too_old(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    today = store._today()
    for day in (20, 40, 60):
        monkeypatch.setattr(store, "_today", lambda day=day: today + day)
        assert run(broken, keep_last_good=True).kept == ("alpha",)


@quick
def test_what_is_asked_for_must_be_clean(broken: Path) -> None:
    assert run(broken, branches=("alpha",)).published is None


@quick
def test_it_stays_over_days(broken: Path) -> None:
    assert run(broken, keep_last_good=True, as_of=LATER).kept == ("alpha",)


def _embargo(contest: Path) -> None:
    edit(contest / CASES / "river-gauge/index.md", "publish_at: 2026-08-20", "publish_at: 2026-08-30")


def _withdrawal(contest: Path) -> None:
    edit(contest / CASES / "river-gauge/index.md", "demo: true", "demo: true\nexpire_at: 2026-08-30")


@quick
@pytest.mark.parametrize("terms", [_embargo, _withdrawal])
def test_nothing_stays_past_its_time(contest: Path, terms: Callable[[Path], None]) -> None:
    """What should have appeared or vanished since is a reason to stop, also for an earlier day than the site's."""
    terms(contest)
    run(contest)
    edit(contest / CASES / "kiln-heat-map/index.md", "award: 一等奖", "award: 一等将")
    with pytest.raises(Stopped, match="公开或撤下的时间"):
        run(contest, keep_last_good=True, as_of=LATER)


@quick
def test_a_portal_that_is_not_whole_does_not_stay(broken: Path) -> None:
    (broken / "site/alpha/index.html").write_text("", "utf-8")
    with pytest.raises(Stopped, match="没有完整的“alpha”"):
        run(broken, keep_last_good=True)


@quick
def test_mistakes_in_what_all_share_stop_all(broken: Path) -> None:
    edit(broken / "content/contest.yml", "name:", "nome:")
    assert run(broken, keep_last_good=True).published is None


@quick
def test_a_portal_of_another_address_does_not_stay(broken: Path) -> None:
    with pytest.raises(Stopped, match="网址"):
        run(broken, keep_last_good=True, site_url="https://elsewhere.example/")


@quick
def test_a_part_is_made_beside_a_broken_branch(broken: Path) -> None:
    made = run(broken, branches=("beta",), part=True, out=broken / "part")
    assert (made.built, made.kept) == (("beta",), ())
