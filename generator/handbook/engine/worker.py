"""The process that lays out units: reads tasks from its standard input, writes results to its standard output.

Runs with limits on memory and, for every task, on processor time; whatever a unit makes WeasyPrint do, the worst
that happens is that this process dies and its parent starts another.
"""

from __future__ import annotations

import gc
import os
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any

from generator.handbook.layout.orders import Crash, Failure, MachineFault, Subset, Success, Unprepared, receive, reply
from generator.machine import cache
from generator.machine.faults import is_of_the_machine

with suppress(ImportError):  # Windows has no limits; there the parent's patience is the only one
    import resource

LIMITED = "resource" in globals()

MEMORY = 1_500_000_000
"""Bytes of address space; an ordinary unit needs a fifth."""

RUBBISH = (100_000, 20, 20)
"""After how many new objects rubbish is looked for: a unit keeps most of its objects until it is printed."""


def main() -> None:
    """Serve tasks until the input ends."""
    tasks, results = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not get between the messages
    root, seconds = receive(tasks)
    if LIMITED:
        _limit(resource.RLIMIT_AS, MEMORY)
        _limit(resource.RLIMIT_CORE, 0)
    try:
        from generator.handbook.engine import typesetter  # noqa: PLC0415 - loaded under the limits, in this process only

        engine = typesetter.Typesetter(Path(root))
    except Exception as error:
        receive(tasks)
        reply(results, told := _cannot_start(error))
        if isinstance(told, Crash):
            raise
        return
    gc.freeze()  # what there is now stays: to look through it again and again takes a tenth of the layout
    gc.set_threshold(*RUBBISH)
    while True:
        try:
            task = receive(tasks)
        except EOFError:
            return
        if LIMITED:
            _limit_time(seconds)
        reply(results, _work(typesetter, engine, task))


def _cannot_start(error: Exception) -> Unprepared | MachineFault | Crash:
    """Why there is no engine: Pango is missing, the machine lacks something, or it is another WeasyPrint."""
    if isinstance(error, OSError) and error.errno is None:  # so cffi tells of a library that it cannot load
        return Unprepared(str(error).partition(":")[0])
    return _fault(error, traceback.format_exc())


def _work(typesetter: Any, engine: Any, task: Any) -> Success | Failure | MachineFault | Crash:
    try:
        if isinstance(task, Subset):
            return Success(typesetter.subset(engine, task.key, task.css, task.glyphs))
        cache.write(task.target, engine.print(task).to_bytes())
        return Success()
    except typesetter.CannotPrint as error:
        return Failure(str(error))
    except MemoryError:
        os._exit(77)  # a fresh process is safer than one that ran out of memory
    except Exception as error:  # noqa: BLE001 - our bug; the parent raises it with this traceback
        named = task.key if isinstance(task, Subset) else task.id
        return _fault(error, f"{named}\n{traceback.format_exc()}")


def _fault(error: Exception, told: str) -> MachineFault | Crash:
    if isinstance(error, OSError) and is_of_the_machine(error):
        return MachineFault(f"{error.errno} {error.filename or ''}")
    return Crash(told)


def _limit(kind: int, value: int) -> None:
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def _limit_time(seconds: int) -> None:
    """Let the kernel end this process when the next task takes too long."""
    spent = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, int(spent.ru_utime + spent.ru_stime) + seconds)


if __name__ == "__main__":
    main()
