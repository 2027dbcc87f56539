"""A function in processes of its own, for files from elsewhere: what one may cost in time and memory ends there."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

A = TypeVar("A")
R = TypeVar("R")

SECONDS = 120
"""What one file may take."""

MEMORY = 2 << 30
"""Bytes that the process of one file may have, where the system can limit them."""

TOO_LONG = ("读了两分钟还没有读完", "文件太大或太复杂，分成几个再试")
TOO_LARGE = ("展开以后太大，读不下", "在办公软件里打开，删去多余的行、列和大图，另存以后再试")


class Refused(Exception):
    """A file that is not read: why, and what to do, both in Chinese."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.message, self.hint = message, hint


class Apart(Generic[A, R]):
    """One process that applies a function to what it is given; a function of a module, its values can be pickled."""

    def __init__(self, function: Callable[[A], R], seconds: float = SECONDS) -> None:
        self._function, self._seconds = function, seconds
        self._process: Any = None

    def __enter__(self) -> Apart[A, R]:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None

    def __call__(self, given: A) -> R:
        """What the function returns. Raises what it raises, and `Refused` when it takes too much."""
        try:
            if self._process is None:
                self._start()
            self._ours.send(given)
            if not self._ours.poll(self._seconds):
                self.__exit__()
                raise Refused(*TOO_LONG)
            fine, value = self._ours.recv()
        except (EOFError, ConnectionError):
            self.__exit__()
            raise Refused(*TOO_LARGE) from None
        if not fine:
            raise value
        return value  # type: ignore[no-any-return]

    def _start(self) -> None:
        """Start the process and wait until it listens, for only what it reads should be timed."""
        context = get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(self._function, theirs), daemon=True)
        self._process.start()
        theirs.close()
        self._ours.recv()


def each(function: Callable[[A], R], items: Iterable[A], seconds: float = SECONDS) -> Iterator[R | Refused]:
    """What a function makes of every item, in their order, on all processors; a refusal in place of a result."""
    here = threading.local()
    opened: list[Apart[A, R]] = []

    def ask(item: A) -> R | Refused:
        if not hasattr(here, "process"):
            here.process = Apart(function, seconds)
            opened.append(here.process)
        try:
            result: R = here.process(item)
        except Refused as refused:
            return refused
        return result

    with ThreadPoolExecutor(os.cpu_count()) as threads:
        try:
            yield from threads.map(ask, items)
        finally:
            threads.shutdown(cancel_futures=True)
            for process in opened:
                process.__exit__()


def _serve(function: Callable[[A], R], asked: Connection[Any, Any]) -> None:
    """The life of the process; what libraries say while they fail is nobody's concern."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    _limit()
    asked.send(None)
    while True:
        try:
            given = asked.recv()
        except (EOFError, KeyboardInterrupt):
            return
        try:
            asked.send((True, function(given)))
        except MemoryError:
            asked.send((False, Refused(*TOO_LARGE)))
        except Exception as error:  # noqa: BLE001 - it is raised where the function was asked for
            asked.send((False, error))


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows; the time is limited all the same
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
