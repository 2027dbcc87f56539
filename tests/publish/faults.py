"""Faults of the disk, one after the other: in a real build the 1st, 2nd, 3rd … file operation fails.

`python -m tests.publish.faults` goes through all of them, with three kinds of error, until a build passes untouched;
the tests take a part. After every fault the live site must be whole, one sentence must have said what happened, and
the next build must succeed as if nothing had been.
"""

from __future__ import annotations

import argparse
import errno
import multiprocessing
import os
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.machine.faults import Stopped
from generator.publish import Request, manifest, staging, workers
from generator.publish.build import build
from tests import whole
from tests.publish import disk

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)
CHANGES = frozenset({"os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir", "os.truncate", "os.utime"})
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

_counted = multiprocessing.Value("i", 0)
"""Operations so far, in all processes of a build."""
_plan = {"at": 0, "error": 0, "below": ""}


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    """An audit hook: fails the operation whose turn it is."""
    if not _plan["at"] or not (event in CHANGES or (event == "open" and (arguments[2] or 0) & _WRITING)):
        return
    path = arguments[0] if isinstance(arguments[0], str | os.PathLike) else ""
    if not os.fspath(path).startswith(str(_plan["below"])):
        return
    with _counted.get_lock():
        _counted.value += 1
        due = _counted.value == _plan["at"]
    if due:
        number = int(_plan["error"])
        raise OSError(number, os.strerror(number), os.fspath(path))


@dataclass(frozen=True)
class Outcome:
    """What a build with one fault came to: `told` is its sentence, empty when it passed; `bad` is what is wrong."""

    told: str
    bad: str
    untouched: bool


def attempt(contest: Path, at: int, error: int, handbooks: bool = False, exchange: bool = True) -> Outcome:
    """Build over the present site in a process of its own, with the operation number `at` failing."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(
        target=_build, args=(sender, contest, at, error, handbooks, exchange)
    )
    process.start()
    sender.close()
    try:
        told, bad, count = receiver.recv()
    except EOFError:
        told, bad, count = "", "the process died", at
    process.join()
    return Outcome(told, bad or _site_is_whole(contest / "site"), untouched=count < at)


def _build(sender: Any, contest: Path, at: int, error: int, handbooks: bool, exchange: bool) -> None:
    if not exchange:
        staging._exchange = lambda first, second: False
    workers.available_processors = lambda: 1  # the operations come in one order
    told = bad = ""
    _counted.value = 0
    sys.addaudithook(_watch)
    _plan.update(at=at, error=error, below=str(contest))
    try:
        result = build(Request(contest, contest / "site", whole.DAY, handbooks=handbooks))
        bad = "" if result.published else result.report.to_text()
    except Stopped as stop:
        told = str(stop)
        bad = "" if "\n" not in told and any("一" <= letter <= "龥" for letter in told) else f"no sentence: {told}"
    except BaseException:  # noqa: BLE001 - shown by whoever asked
        bad = traceback.format_exc()
    _plan["at"] = 0
    sender.send((told, bad, _counted.value))


def _site_is_whole(out: Path) -> str:
    named = manifest.read(out).files
    if not named or disk.strangers(out):
        return f"the site is not whole: {disk.strangers(out)[:3]}"
    return "" if disk.files(out) == named else "a file of the site is not what its manifest says"


def campaign(
    contest: Path, step: int = 1, handbooks: bool = False, exchange: bool = True
) -> Iterator[tuple[int, Outcome]]:
    """Every `step`-th operation, until a build passes untouched; after each fault a build without one."""
    at = 1
    while True:
        _change(contest, at)
        outcome = attempt(contest, at, ERRORS[(at // step) % len(ERRORS)], handbooks, exchange)
        yield at, outcome
        if outcome.untouched:
            return
        again = attempt(contest, 10**9, errno.EIO, handbooks, exchange)
        left = [path.name for path in contest.iterdir() if path.name.startswith("site.")]
        if again.bad or again.told or left:
            yield at, Outcome("", f"the next build: {again.told}{again.bad}{left}", untouched=False)
        at += step


def _change(contest: Path, number: int) -> None:
    """Have something to publish: a page and a picture change each time."""
    page = contest / "content/alpha/2026/pages/about.md"
    page.write_text(f"{page.read_text('utf-8').rstrip()}\n\n第 {number} 次。\n", "utf-8")
    shutil.rmtree(contest / ".cache" / "images", ignore_errors=True)


def prepared(folder: Path, handbooks: bool = False) -> Path:
    """A small contest with a live site."""
    contest = whole.lay(folder)
    whole.make(contest, handbooks=handbooks)
    return contest


def main() -> None:
    """All operations; prints a line for each fault that was not borne."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--step", type=int, default=1, help="only every n-th operation")
    options.add_argument("--handbooks", action="store_true")
    options.add_argument("--renames", action="store_true", help="as where folders cannot be exchanged")
    chosen = options.parse_args()
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        contest = prepared(Path(folder) / "contest", chosen.handbooks)
        for at, outcome in campaign(contest, chosen.step, chosen.handbooks, not chosen.renames):
            counts["bad" if outcome.bad else "told" if outcome.told else "borne"] += 1
            if outcome.bad:
                print(f"operation {at}: {outcome.bad}")
    print(f"{sum(counts.values())} faults: {counts['told']} told, {counts['borne']} borne, {counts['bad']} bad")
    sys.exit(1 if counts["bad"] else 0)


if __name__ == "__main__":
    main()
