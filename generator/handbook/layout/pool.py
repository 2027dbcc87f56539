"""A few worker processes that can be lost: those that die or hang are replaced, their task is reported.

The portals' pool (`publish.workers`) is another on purpose: its workers are forks that know the whole catalog and may
write, and the loss of one ends the build. These here meet hostile HTML: they start from nothing, know no secret, have
limits, and answer in plain data, never in pickles.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

from generator.handbook.layout.orders import Crash, Failure, MachineFault, Success, Unprepared, receive_reply, send
from generator.machine.faults import Stopped

PROCESSES = 2
SECONDS = 30
"""Processor time for one task; an ordinary unit needs a tenth of a second, a contents list of 1,000 cases two."""

PATIENCE = 4 * SECONDS
"""Seconds after which a worker is taken to hang; the limit on processor time comes first unless it sleeps."""

ENVIRONMENT = ("PATH", "HOME", "LANG", "LC_", "TZ", "TMPDIR", "FONTCONFIG_", "XDG_", "LD_", "DYLD_", "PYTHONHASHSEED")
"""How the names begin of what a worker is told of its surroundings; a pipeline's secrets are none of its business."""

UNPREPARED = (
    "排印手册要用 Pango，这台电脑上没有装好（{}）。"
    "Debian、Ubuntu 上运行 apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0，"
    "macOS 上运行 brew install pango，Windows 上用 WSL 或容器。只要网站就用 portal build --no-handbooks。"
)

DIED = "排版这部分内容用的时间或内存超过了限度"


@dataclass
class Pool:
    """Workers for one project. Use as a context manager; processes start with the first task."""

    root: Path
    processes: int = PROCESSES
    seconds: int = SECONDS
    """Processor time for one task."""
    patience: float = PATIENCE
    _idle: list[subprocess.Popen[bytes]] = field(default_factory=list)
    _busy: set[subprocess.Popen[bytes]] = field(default_factory=set)
    _closed: bool = False

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        self._closed = True
        for process in (*self._idle, *self._busy):
            _end(process)
        self._idle.clear()

    def run(self, tasks: Sequence[Any]) -> Iterator[tuple[int, Success | Failure | Crash]]:
        """Do all tasks; yields the place of each task with its result, in the order in which they finish."""
        threads = ThreadPoolExecutor(self.processes)
        asked = {threads.submit(self._do, task): place for place, task in enumerate(tasks)}
        try:
            for done in as_completed(asked):
                yield asked[done], done.result()
        finally:
            threads.shutdown(wait=False, cancel_futures=True)

    def _do(self, task: Any) -> Success | Failure | Crash:
        """Have a worker do one task, and another the next when this one is lost."""
        if self._closed:
            return Failure(DIED)
        try:
            process = self._idle.pop()
        except IndexError:
            process = self._start()
        self._busy.add(process)
        if self._closed:  # while it started, so that nobody else ends it
            _end(process)
            return Failure(DIED)
        result = _ask(process, task, self.patience)
        self._busy.discard(process)
        if result is None:
            _end(process)
            return Failure(DIED)
        self._idle.append(process)
        return result

    def _start(self) -> subprocess.Popen[bytes]:
        kept = {name: value for name, value in os.environ.items() if name.startswith(ENVIRONMENT)}
        environment = kept | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        process = subprocess.Popen(
            # -P: the folder one is in holds no modules
            [sys.executable, "-P", "-m", "generator.handbook.engine.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        assert process.stdin
        send(process.stdin, (str(self.root), self.seconds))
        return process


def _ask(process: subprocess.Popen[bytes], task: Any, patience: float) -> Success | Failure | Crash | None:
    """A worker's answer, or None when it died, had to be killed or said what is no answer."""
    assert process.stdin
    assert process.stdout
    alarm = threading.Timer(patience, process.kill)
    alarm.start()
    try:
        send(process.stdin, task)
        answer = receive_reply(process.stdout)
    except (EOFError, OSError):
        return None
    finally:
        alarm.cancel()
    if isinstance(answer, MachineFault):
        raise answer.error()
    if isinstance(answer, Unprepared):
        raise Stopped(UNPREPARED.format(answer.message))
    return answer


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream:
            try:
                stream.close()
            except OSError:
                continue
