"""When content was changed, as git tells it; and what git cannot tell."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from generator.catalog import history
from generator.project import load
from generator.text.prose import Prose
from generator.views import Site, plans


def git(folder: Path, *command: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *who, *command], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Two commits: the first file is changed in both, the second only in the first."""
    folder = tmp_path / "checkout"
    (folder / "content").mkdir(parents=True)
    git(folder, "init")
    for day, names in (("2026-06-01", ("a.md", "b.md")), ("2026-08-20", ("a.md",))):
        for name in names:
            (folder / "content" / name).write_text(day)
        git(folder, "add", ".")
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("GIT_COMMITTER_DATE", f"{day}T12:00:00+08:00")
            git(folder, "commit", "-m", day)
    return folder


def test_the_newest_day_counts(checkout: Path) -> None:
    days = {"content/a.md": date(2026, 8, 20), "content/b.md": date(2026, 6, 1)}
    assert history.last_changes(checkout) == days
    assert list(history.shortcomings(checkout)) == []


def test_no_checkout_is_told(tmp_path: Path) -> None:
    assert history.last_changes(tmp_path) == {}
    (told,) = history.shortcomings(tmp_path)
    assert "没有 git 修改记录" in told.message


def test_no_git_is_told(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert history.last_changes(checkout) == {}
    (told,) = history.shortcomings(checkout)
    assert "没有安装 git" in told.message


def test_a_folder_of_somebody_else_is_told(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a USB stick, a network drive or a mounted volume; the variable is that of git's own tests."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert history.last_changes(checkout) == {}
    (told,) = history.shortcomings(checkout)
    assert "属于另一个用户" in told.message
    assert "safe.directory" in (told.hint or "")


def test_part_of_the_history_is_told(checkout: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--depth=1", checkout.as_uri(), "shallow")
    assert set(history.last_changes(tmp_path / "shallow").values()) == {date(2026, 8, 20)}
    (told,) = history.shortcomings(tmp_path / "shallow")
    assert "只有最近的 git 修改记录" in told.message


def test_a_page_tells_the_newest_day_of_all_that_it_is_made_from(minimal: Path) -> None:
    """The site map names the same day as the page."""
    days = {"content/alpha/2026/edition.yml": date(2026, 6, 1), "content/alpha/2026/timeline.yml": date(2026, 8, 20)}
    catalog = load(minimal).catalog
    assert catalog is not None
    made = Site(catalog, Prose(catalog), history=days)
    told = {
        plan.address: (plan.changed, plan.make(made)[0].updated_iso) for plan in plans(made, catalog.branches["alpha"])
    }
    newest, first = (date(2026, 8, 20), "2026-08-20"), (date(2026, 6, 1), "2026-06-01")
    assert told["alpha/index.html"] == told["alpha/2026/timeline/index.html"] == newest
    assert told["alpha/2026/guide/index.html"] == first
    assert told["alpha/2026/about/index.html"] == (None, None)
