"""A part of the campaigns of faults, kills and strikes, on real builds."""

from __future__ import annotations

import compileall
import errno
import os
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import generator
from generator.machine.faults import Stopped
from generator.publish import Request
from generator.publish.build import build
from tests import whole
from tests.publish import faults, kills, strikes


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small contest with its site."""
    return faults.prepared(tmp_path_factory.mktemp("faults") / "contest")


@pytest.mark.parametrize("exchange", [True, False], ids=["exchange", "renames"])
def test_faults_of_the_disk(live: Path, exchange: bool) -> None:
    """A few operations fail; the whole campaign is `python -m tests.publish.faults`."""
    found = dict(faults.campaign(live, step=97 if exchange else 83, exchange=exchange))
    assert {at: each.bad for at, each in found.items() if each.bad} == {}
    assert any(
        "磁盘已满" in each.told or "磁盘读写出错" in each.told or "没有权限" in each.told for each in found.values()
    )
    assert list(found.values())[-1].untouched


def test_a_fault_that_is_not_borne_would_be_seen(live: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["generator.publish.build"], "as_stops", _no_stops)
    assert any("Errno" in faults.attempt(live, at, errno.ENOSPC).bad for at in range(40, 400, 17))


@contextmanager
def _no_stops() -> Iterator[None]:
    yield


@pytest.mark.parametrize("limit", [20, 2_000, 60_000])
def test_a_limit_on_the_size_of_files(live: Path, limit: int) -> None:
    """Truly half-written files: the system stops a write in the middle."""
    before = whole.contents(live / "site")
    page = live / "content/alpha/2026/pages/about.md"
    page.write_text(page.read_text("utf-8") + "\n\n再改。\n", "utf-8")
    # Byte code that a process writes now would be cut off too, and every later command would stumble over it.
    compileall.compile_dir(Path(generator.__file__).parent, quiet=2)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        with pytest.raises(Stopped, match="文件超过了系统允许的大小"):
            build(Request(live, live / "site", whole.DAY, handbooks=limit > 20))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert whole.contents(live / "site") == before
    assert not (live / "site.building").exists()


def test_kills(tmp_path: Path) -> None:
    """A few; the whole campaign is `python -m tests.publish.kills`."""
    told: list[tuple[str, str]] = []
    reader = kills.run(whole.lay(tmp_path / "contest"), 3, os.getpid(), lambda *each: told.append(each))
    assert len(told) == 3
    assert [wrong for _, wrong in told if wrong] == []
    assert reader.bad == ""
    assert reader.read > 10


def test_kills_of_incremental_builds(tmp_path: Path) -> None:
    """A few; the whole campaign is `python -m tests.publish.strikes`."""
    struck = list(strikes.campaign(tmp_path, 2, os.getpid()))
    assert [strike for strike in struck if strike.wrong] == []
    assert len(struck) == 2


def test_a_site_that_is_half_new_would_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(asked: Request, _moment: float) -> str:
        (asked.out / "index.html").write_text("half", "utf-8")
        return "发布"

    monkeypatch.setattr(strikes, "_killed", half)
    (strike,) = strikes.campaign(tmp_path, 1, 1)
    assert "neither the old nor the new" in strike.wrong
