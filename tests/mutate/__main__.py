"""`python -m tests.mutate`: a sample of mutants, and how many the tests notice."""

from __future__ import annotations

import itertools
import json
import os
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from tests.mutate import campaign, mutants
from tests.mutate.mutants import Mutant
from tests.mutate.reach import Suite

PROGRAM = Path(__file__).parents[2]
RESULTS = PROGRAM / "build" / "mutate"
EQUIVALENT = Path(__file__).with_name("equivalent.toml")
WANTED = 0.9

SLOW = (
    *("fuzz", "handbook", "media/test_drawings.py", "mutate"),
    *("publish/test_campaigns.py", "publish/test_days.py", "publish/test_incremental.py"),
)
"""Real books, real browsers and campaigns: minutes each, for little more about these rooms."""

SUITE = Suite(
    rooms=tuple(f"generator/{room}" for room in ("catalog", "checks", "content", "publish", "search")),
    options=("-m", "not browser", *(f"--ignore=tests/{name}" for name in SLOW)),
    whole={"generator/publish": "tests/publish"},
)


@click.command()
@click.option("--seed", default=1, show_default=True, help="The same seed draws the same mutants of a program.")
@click.option("--count", default=300, show_default=True, help="Mutants to judge.")
@click.option("--jobs", default=2, show_default=True, help="Mutants at a time.")
@click.option("--resume", is_flag=True, help="Keep the kills of an earlier run, such as one before tests were added.")
def main(seed: int, count: int, jobs: int, resume: bool) -> None:
    """Change the program in small ways and see whether the tests notice. See docs/mutation.md."""
    os.nice(10)
    # A shell lets what it starts in the background ignore this signal, and some tests send it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    kept = RESULTS / f"{seed}-{count}.jsonl"
    kept.parent.mkdir(parents=True, exist_ok=True)
    found = campaign.resumed(kept) if resume else []
    kept.write_text("".join(map(_line, found)), "utf-8")
    with tempfile.TemporaryDirectory(prefix="mutate-") as name:
        copies = [campaign.copy(PROGRAM, Path(name) / str(number)) for number in range(jobs)]
        reach = campaign.measure(SUITE, copies[0])
        for test in sorted(reach.failed):
            click.echo(f"left out, it fails without a change: {test}")
        drawn = _new(seed, {campaign.name(one) for one in found})
        while missing := count - sum(one["fate"] != "unusable" for one in found):
            batch = list(itertools.islice(drawn, missing))
            if not batch:
                break
            for one in campaign.run(SUITE, reach, batch, copies):
                found.append(one)
                with kept.open("a", encoding="utf-8") as file:
                    file.write(_line(one))
                click.echo(f"{len(found):4} {one['fate']:9} {campaign.name(one)}")
    sys.exit(_report(found))


def _new(seed: int, known: set[str]) -> Iterator[Mutant]:
    """Mutants that nothing is known of: neither a result nor a proof that they change nothing."""
    proved = campaign.proved(EQUIVALENT)
    for mutant in mutants.drawn(PROGRAM, SUITE.paths(PROGRAM), seed):
        if campaign.change(mutant.facts()) in proved:
            click.echo(f"passed over, it changes nothing: {mutant.name}")
        elif mutant.name not in known:
            yield mutant


def _report(found: list[dict[str, Any]]) -> int:
    """Tell the figures; whether they are bad."""
    click.echo(f"\n{campaign.table(found)}")
    fates = Counter(one["fate"] for one in found)
    killed = fates["killed"] + fates["timeout"]
    return int(bool(fates["error"]) or killed < WANTED * (fates.total() - fates["unusable"]))


def _line(one: dict[str, Any]) -> str:
    return json.dumps(one, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    main()
