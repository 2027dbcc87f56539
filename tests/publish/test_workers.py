"""Work is shared by as many processes as may be; a worker ends with its build, whenever that is killed."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.publish import workers
from generator.publish.workers import available_processors  # as it is before tests begin

BUILD = """
import multiprocessing, os, sys, time
from generator.publish import workers

if sys.argv[1] == "spawn":  # as on Windows, which tells the number of a parent even when that has ended
    parent = os.getppid()
    os.getppid = lambda: parent

class Job:
    def first_tasks(self):
        return []

    def run(self, task):
        os.write(1, f"{os.getpid()}\\n".encode())  # at once: print may let another line in between
        time.sleep(60)

if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    list(workers.run(Job(), ["a", "b"], 2))
"""


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_workers_end_when_their_build_is_killed(tmp_path: Path, method: str) -> None:
    program = tmp_path / "build.py"
    program.write_text(BUILD)
    with subprocess.Popen([sys.executable, str(program), method], stdout=subprocess.PIPE) as build:
        assert build.stdout
        assert all(build.stdout.readline().strip().isdigit() for _ in range(2))
        build.kill()
        ended, _, _ = select.select([build.stdout], [], [], 20)  # no worker has it open
        assert ended


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


def test_no_pool_is_larger_than_windows_can_wait_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def pool(processes: int, *_: object, **__: object) -> None:
        raise InterruptedError(processes)

    monkeypatch.setattr(workers, "ProcessPoolExecutor", pool)
    monkeypatch.setattr(workers, "available_processors", lambda: 96)
    with pytest.raises(InterruptedError, match=r"^61$"):
        list(workers.run(Noted(tmp_path), [str(place) for place in range(100)]))
