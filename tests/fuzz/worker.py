"""A process that does one task after another, watched from outside: what hangs is counted and killed."""

from __future__ import annotations

import contextlib
import math
import multiprocessing
import os
import resource
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

_TICKS = os.sysconf("SC_CLK_TCK")
MEMORY = 4 * 1024**3
"""Bytes of address space that a watched task may take."""

_fork = multiprocessing.get_context("fork")


@dataclass(frozen=True)
class Outcome:
    """How a task ended; `value` is its result, the traceback, or what it had used when it was killed."""

    kind: Literal["done", "traceback", "over-time"]
    value: Any


class Worker:
    """Does `do(task)` in a process of its own; with `core`, on that processor alone and in limited memory."""

    def __init__(self, do: Callable[[Any], Any], core: int | None = None) -> None:
        self._do = do
        self._core = core
        self._start()

    def _start(self) -> None:
        self._pipe, far = _fork.Pipe()
        self._process = _fork.Process(target=_serve, args=(self._do, far, self._pipe, self._core), daemon=False)
        self._process.start()
        far.close()

    def run(self, task: Any, *, cpu: float, still: float = 10, wall: float = math.inf) -> Outcome:
        """Do a task. It is killed after `cpu` seconds of processor time, or `still` seconds of waiting for nothing.

        A browser's process is never quite still; it has `wall` seconds on the clock.
        """
        latest = time.monotonic() + wall
        self._pipe.send(task)
        begun = seen = self._used()
        since = time.monotonic()
        while not self._pipe.poll(0.1):
            used, now = self._used(), time.monotonic()
            if used > seen or self._state() == "R":
                seen, since = used, now
            if used - begun > cpu or now - since > still or now > latest:
                self._restart()
                return Outcome("over-time", f"killed after {used - begun:.1f} s of processor time")
        try:
            kind, value = self._pipe.recv()
        except EOFError:
            self._process.join()
            code = self._process.exitcode
            self._restart()
            return Outcome("traceback", f"the process died with {code}")
        return Outcome(kind, value)

    def _stat(self) -> list[str]:
        try:
            return Path(f"/proc/{self._process.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        except FileNotFoundError:
            return ["Z", *["0"] * 20]

    def _state(self) -> str:
        return self._stat()[0]

    def _used(self) -> float:
        """Processor time of the process and of its children that have ended."""
        return sum(map(int, self._stat()[11:15])) / _TICKS

    def _restart(self) -> None:
        self._kill()
        self._start()

    def close(self) -> None:
        """Let the process end, so that a browser can clear away what it has."""
        self._pipe.send(None)
        self._process.join(2)
        self._kill()

    def _kill(self) -> None:
        """End the process and all that it started."""
        assert self._process.pid is not None
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.join()
        self._pipe.close()


def _serve(do: Callable[[Any], Any], pipe: Any, other: Any, core: int | None) -> None:
    os.setsid()
    other.close()
    if core is not None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[core % len(cores)]})
    while True:
        task = pipe.recv()
        if task is None:
            return
        try:
            answer = ("done", do(task))
        except Exception:  # noqa: BLE001 - to count them is the purpose
            answer = ("traceback", traceback.format_exc())
        pipe.send(answer)
