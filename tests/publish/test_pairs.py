"""Two builds at once, of other days and into other places: neither sees anything of the other."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests import whole
from tests.damage import DAMAGES

BEFORE, AFTER = date(2026, 9, 30), date(2026, 10, 5)
CANARY = "zqx7canary"


@pytest.fixture(scope="module")
def contest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with a picture that becomes public between the two days; both days have been built once."""
    made = whole.lay(tmp_path_factory.mktemp("pairs") / "contest")
    case = made / "content/alpha/2026/cases/night-bus"
    text = (case / "index.md").read_text("utf-8")
    text = text.replace("publish_at: 2026-08-20", "publish_at: 2026-10-02").replace("夜班车", f"夜班车{CANARY}")
    (case / "index.md").write_text(text, "utf-8")
    for day in (BEFORE, AFTER):
        whole.make(made, day, made.parent / f"alone-{day}")
    return made


def test_a_build_at_every_step_of_another(contest: Path, tmp_path: Path) -> None:
    """At each step of the public build the build of a later day runs from its beginning to its end."""
    steps: list[str] = []

    def meanwhile(step: str, done: int, total: int) -> None:
        if done in (0, total):
            whole.make(contest, AFTER, tmp_path / "later")
            steps.append(f"{step} {done}")

    whole.make(contest, BEFORE, tmp_path / "public", progress=meanwhile)
    assert len(steps) >= 10
    public, later = whole.contents(tmp_path / "public"), whole.contents(tmp_path / "later")
    assert public == whole.contents(contest.parent / f"alone-{BEFORE}")
    assert later == whole.contents(contest.parent / f"alone-{AFTER}")
    assert not any(CANARY.encode() in data or CANARY in name for name, data in public.items())
    assert any(CANARY.encode() in data for data in later.values()), "the canary would have been seen"


def test_a_damaged_cache_changes_no_published_byte(contest: Path, tmp_path: Path) -> None:
    """Pictures, units, fonts, books: every file of the cache is damaged, each in another way."""
    copy = Path(shutil.copytree(contest, tmp_path / "contest", symlinks=True))
    shutil.copytree(contest / ".cache", copy / ".cache", dirs_exist_ok=True)
    files = [path for path in sorted((copy / ".cache").rglob("*")) if path.is_file()]
    assert {path.relative_to(copy / ".cache").parts[0] for path in files} == {"images", "handbook"}
    for place, path in enumerate(files):
        list(DAMAGES.values())[place % len(DAMAGES)](path)
    whole.make(copy, AFTER, tmp_path / "site")
    assert whole.contents(tmp_path / "site") == whole.contents(contest.parent / f"alone-{AFTER}")
