"""Work is shared by as many processes as may be; a worker ends with its build, whenever that is killed."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.publish import workers
from generator.publish.workers import available_processors  # as it is before tests begin

ADOPTED = """
import time
from generator.publish import workers
workers._adopt(None, {parent})
time.sleep(20)
print("still here")
"""


def adopted(parent: str) -> subprocess.CompletedProcess[str]:
    """A process that was told that it works for another."""
    command = [sys.executable, "-c", ADOPTED.format(parent=parent)]
    return subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)


def test_a_worker_whose_build_was_killed_before_it_looked_ends() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as dead:
        dead.wait()
    ended = adopted(str(dead.pid))
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, "", "")


@dataclass(frozen=True)
class Noted:
    """A job that notes in which process it did a task."""

    folder: Path

    def first_tasks(self) -> list[str]:
        return ["first"]

    def run(self, task: str) -> str:
        (self.folder / f"{task}.txt").write_text(str(os.getpid()))
        return task

    def processes(self) -> set[int]:
        return {int(path.read_text()) for path in self.folder.glob("*.txt")}


@pytest.mark.parametrize(("processes", "tasks"), [(1, ["c", "a", "b"]), (4, ["a"])])
def test_what_one_process_can_do_is_done_here(tmp_path: Path, processes: int, tasks: list[str]) -> None:
    noted = Noted(tmp_path)
    assert list(workers.run(noted, tasks, processes)) == tasks
    assert noted.processes() == {os.getpid()}


def test_more_is_done_in_others(tmp_path: Path) -> None:
    noted = Noted(tmp_path)
    assert set(workers.run(noted, ["c", "a", "b"], 2)) == {"a", "b", "c"}
    assert os.getpid() not in noted.processes()
    assert len(noted.processes()) <= 2
    assert (tmp_path / "first.txt").exists(), "what others will ask for is done before"


def test_processors_are_those_that_may_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {2, 5, 7}, raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    assert available_processors() == 3
    monkeypatch.delattr(os, "sched_getaffinity")
    assert available_processors() == 8
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert available_processors() == 1
