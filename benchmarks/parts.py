"""What it takes to build a contest of several branches in parts and to join them, beside the whole at once.

`python -m benchmarks.parts --branches 8 --cases 250` runs the real commands one after the other on this machine: on
several, the time that passes is the longest part and the join. *cold* has an empty cache; *edit* follows an edit of
one case of one branch, with all caches and parts kept.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

from benchmarks import corpus

PROGRAM = Path(__file__).parents[1]


@click.command()
@click.option("--branches", default=8, show_default=True, help="How many.")
@click.option("--cases", default=250, show_default=True, help="How many in each.")
def main(branches: int, cases: int) -> None:
    """Print seconds on the clock and seconds of processor of each command."""
    names = [f"branch-{number:02}" for number in range(branches)]
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        root = corpus.make(Path(folder) / "contest", cases, PROGRAM, branches=names)
        print(f"{branches} branches of {cases} cases, {len(os.sched_getaffinity(0))} processors")
        print(f"{'':<14}{'wall s':>8}{'CPU s':>8}")
        _run(root, "whole, cold", "build", "--out", "whole")
        _leave(root, "whole")
        for name in names:
            _part(root, name, name)
        _run(root, "join", "join", "parts", "--out", "site")
        _edit(root, names[0])
        _run(root, "touched", "touched", "parts")
        _part(root, f"{names[0]}, edit", names[0])
        _run(root, "join, edit", "join", "parts", "--out", "site")
        _enter(root, "whole")
        _run(root, "whole, edit", "build", "--out", "whole")
        same = subprocess.run(["diff", "-rq", "whole", "site"], cwd=root, check=False).returncode == 0
        print("the same bytes" if same else "NOT the same bytes")


def _part(root: Path, told: str, branch: str) -> None:
    _enter(root, branch)
    _run(root, told, "build", "--part", "--branch", branch, "--out", f"parts/{branch}")
    _leave(root, branch)


def _enter(root: Path, machine: str) -> None:
    """Have the cache of a machine, empty the first time; whoever only joins has none."""
    shutil.rmtree(root / ".cache", ignore_errors=True)
    if (root / machine).with_suffix(".cache").exists():
        (root / machine).with_suffix(".cache").rename(root / ".cache")


def _leave(root: Path, machine: str) -> None:
    (root / ".cache").rename((root / machine).with_suffix(".cache"))


def _edit(root: Path, branch: str) -> None:
    case = root / "content" / branch / str(corpus.YEAR) / "cases/case-00000/index.md"
    case.write_text(case.read_text("utf-8").replace("## 项目概述\n", "## 项目概述\n\n新的一段。\n", 1), "utf-8")


def _run(root: Path, told: str, *command: str) -> None:
    start = time.perf_counter()
    portal = [sys.executable, "-c", "from generator.commands.cli import main; main()", *command]
    process = subprocess.Popen(
        [*portal, "--as-of", "2026-09-01", "--no-handbooks"],
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(said.decode())
    print(f"{told:<14}{time.perf_counter() - start:>8.2f}{used.ru_utime + used.ru_stime:>8.2f}", flush=True)


if __name__ == "__main__":
    main()
