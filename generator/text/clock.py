"""A limit on processor time, for work that nothing else bounds."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn


class TooLong(Exception):
    """The work took more processor time than it was given."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise `TooLong` when the block takes more processor time than that.

    Python code and the regular expressions of `re` are interrupted, other extensions when they return. Only the main
    thread of a POSIX process can be interrupted; elsewhere there is no limit.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: object) -> NoReturn:
        raise TooLong

    before = signal.signal(signal.SIGVTALRM, stop)
    timer = signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, *timer)
        signal.signal(signal.SIGVTALRM, before or signal.SIG_DFL)
