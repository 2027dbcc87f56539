"""A limit on processor time that leaves everything as it was."""

from __future__ import annotations

import re
import signal
import threading
import time

import pytest

from generator.text.clock import TooLong, at_most


def spin() -> None:
    while True:
        pass


def slow_pattern() -> None:
    re.match("(a*)*b", "a" * 60)


@pytest.mark.parametrize("work", [spin, slow_pattern])
def test_python_and_patterns_are_interrupted(work) -> None:
    started = time.process_time()
    with pytest.raises(TooLong), at_most(0.2):
        work()
    assert time.process_time() - started < 2


def test_what_was_there_is_put_back() -> None:
    def handler(*_: object) -> None: ...

    before = signal.signal(signal.SIGVTALRM, handler)
    signal.setitimer(signal.ITIMER_VIRTUAL, 1000)
    try:
        with at_most(5):
            pass
        assert signal.getsignal(signal.SIGVTALRM) is handler
        assert signal.getitimer(signal.ITIMER_VIRTUAL)[0] > 900
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def test_other_threads_have_no_limit() -> None:
    done: list[bool] = []

    def work() -> None:
        with at_most(0.001):
            time.sleep(0.01)
        done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done
