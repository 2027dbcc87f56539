"""How long `portal build` takes as a whole process, and how that grows: `make bench`.

The contest is made up by `benchmarks.corpus` in a temporary folder. *cold* has an empty cache, *drawn* is as cold but
for pictures, those for sharing among them, which a build draws once; *again* follows with nothing changed, *body*,
*title* and *award* after the text, the title and the award of one case were edited.
Beside them Hugo with a minimal theme over the same cases (`--no-peer` leaves it out).
"""

from __future__ import annotations

import math
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import click

from benchmarks import corpus, peer_hugo
from generator.machine import store

PROGRAM = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Run:
    """What one build took: seconds on the clock, seconds of processor in all its processes, its largest process."""

    cases: int
    name: str
    wall: float
    cpu: float
    peak_mb: float
    pages: int


@click.command()
@click.option("--sizes", default="100,1000,5000", show_default=True, help="Numbers of cases, separated by commas.")
@click.option("--folder", type=click.Path(path_type=Path), help="Keep the contests here instead of a temporary folder.")
@click.option("--pictures", is_flag=True, help="A quarter of the cases has a picture.")
@click.option("--peer/--no-peer", default=True, help="Also build the same cases with Hugo.")
@click.option("--profile", is_flag=True, help="Also profile the largest cold build and print its slowest functions.")
def main(sizes: str, folder: Path | None, pictures: bool, peer: bool, profile: bool) -> None:
    """Build made-up contests of several sizes and print what each build took."""
    counts = sorted(int(size) for size in sizes.split(","))
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        base = folder or Path(temporary)
        print(f"{platform.machine()}, {len(os.sched_getaffinity(0))} processors, Python {platform.python_version()}\n")
        print(f"{'cases':>6}  {'build':<11}{'wall s':>8}{'CPU s':>8}{'ms/case':>9}{'peak MB':>9}{'files':>8}")
        runs = []
        for count in counts:
            for run in _measure(base / str(count), count, pictures):
                runs.append(run)
                _print(run)
            if peer and peer_hugo.is_there():
                for run in _measure_hugo(base / f"{count}-hugo", base / str(count), count):
                    _print(run)
        _print_growth([run for run in runs if run.name == "cold"])
        if profile:
            _profile(base / str(counts[-1]))


def _measure(root: Path, count: int, pictures: bool) -> Iterator[Run]:
    """A cold build, one with nothing changed, and one after each edit."""
    if not root.exists():
        corpus.make(root, count, PROGRAM, pictures)
    yield _build(root, count, "cold")
    shutil.rmtree(root / "site")
    (root / store.FILE).unlink()
    yield _build(root, count, "drawn")
    yield _build(root, count, "again")
    case = root / "content" / corpus.BRANCH / str(corpus.YEAR) / "cases/case-00000/index.md"
    for name in EDITS:
        _edit(case, name)
        yield _build(root, count, name)


EDITS = {
    "body": ("## 项目概述\n", "## 项目概述\n\n编辑刚刚加上的一句话。\n"),
    "title": ("title: ", "title: 新的"),
    "award": ("award: 一等奖", "award: 二等奖"),
}


def _edit(case: Path, name: str) -> None:
    old, new = EDITS[name]
    text = case.read_text("utf-8")
    assert old in text
    case.write_text(text.replace(old, new, 1), "utf-8")


def _measure_hugo(folder: Path, contest: Path, count: int) -> Iterator[Run]:
    if not folder.exists():
        peer_hugo.prepare(contest, folder)
    for name in ("cold", "again"):
        yield _run(peer_hugo.command(folder), folder / "public", count, f"hugo {name}")
    _edit(folder / "content/cases/case-00001.md", "body")
    yield _run(peer_hugo.command(folder), folder / "public", count, "hugo body")


_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""As the program is used: compiled once, not in every run."""


def _build(root: Path, count: int, name: str) -> Run:
    return _run(_command(root), root / "site", count, name)


def _run(command: list[str], site: Path, count: int, name: str) -> Run:
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=_ENVIRONMENT)
    assert process.stderr is not None
    told = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(told.decode())
    files = sum(path.is_file() for path in site.rglob("*"))
    return Run(count, name, wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, files)


def _command(root: Path) -> list[str]:
    build = ["build", "--root", str(root), "--as-of", "2026-09-01", "--no-handbooks"]
    return [sys.executable, "-c", "from generator.commands.cli import main; main()", *build]


def _print(run: Run) -> None:
    each = 1000 * run.cpu / run.cases
    print(f"{run.cases:>6}  {run.name:<11}{run.wall:>8.2f}{run.cpu:>8.2f}{each:>9.2f}{run.peak_mb:>9.0f}{run.pages:>8}")


def _print_growth(runs: list[Run]) -> None:
    """The exponent between neighbouring sizes: 1 is in proportion, 2 means twice the cases take four times as long."""
    for small, large in pairwise(runs):
        exponent = math.log(large.cpu / small.cpu) / math.log(large.cases / small.cases)
        print(
            f"\nCPU grows with the number of cases to the power of {exponent:.2f} from {small.cases} to {large.cases}",
            end="",
        )
    print()


def _profile(root: Path) -> None:
    """Everything in one process, the one that is watched."""
    code = (
        "import cProfile, os, pstats, sys; from pathlib import Path; from datetime import date;"
        "from generator.publish import Request; from generator.publish.build import build;"
        "os.sched_setaffinity(0, {0}); root = Path(sys.argv[1]); profile = cProfile.Profile();"
        "profile.runcall(build, Request(root, root / 'site', date(2026, 9, 1), handbooks=False));"
        "pstats.Stats(profile).sort_stats('tottime').print_stats(25)"
    )
    subprocess.run([sys.executable, "-c", code, str(root)], check=True)


if __name__ == "__main__":
    main()
