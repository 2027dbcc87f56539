"""Mutants one by one in copies of the project: what the tests say of each."""

from __future__ import annotations

import compileall
import json
import os
import py_compile
import resource
import shutil
import signal
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from tests.mutate.mutants import Mutant
from tests.mutate.reach import Reach, Suite, read

PYTEST = (
    *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"),
    # A test that hangs ends the run.
    *("-o", "faulthandler_timeout=30", "-o", "faulthandler_exit_on_timeout=true"),
)
HUNG = "Timeout (0:00:30)!"
MEMORY = 6 << 30
FIRST = 12
"""Most mutants fall to the first few tests; to collect them all takes longer than to run these."""
FATES = ("killed", "timeout", "survived", "unreached", "error", "unusable")


def copy(root: Path, to: Path) -> Path:
    """A project of its own, with its history and what git would take; mutants never stand in the checkout."""
    clone = ["git", "clone", "--quiet", "--shared", "--no-checkout", str(root), str(to)]
    subprocess.run(clone, check=True, capture_output=True)
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout
    for name in filter(None, listed.split("\0")):
        if (root / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, to / name, follow_symlinks=False)
    # Tests that limit the size of files must not be the first to write byte code.
    compileall.compile_dir(to, quiet=2)
    return to


def measure(suite: Suite, project: Path) -> Reach:
    """The run without a change."""
    junit, data = project.parent / "junit.xml", project.parent / "coverage"
    options = [f"--cov={room}" for room in suite.rooms]
    options += ["--cov-context=test", "--cov-report=", f"--junitxml={junit}"]
    options += ["-o", "junit_family=xunit1", "-o", "junit_duration_report=total"]
    status, told = _run([*PYTEST, *suite.options, *options], project, 3600, COVERAGE_FILE=str(data))
    if status not in (0, 1) or not junit.exists():
        raise SystemExit(f"the tests do not run without a change:\n{told}")
    return read(project, junit, data)


def run(suite: Suite, reach: Reach, mutants: Sequence[Mutant], copies: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """The fate of each mutant, as they come; as many at a time as there are copies."""
    free: SimpleQueue[Path] = SimpleQueue()
    for project in copies:
        free.put(project)

    def one(mutant: Mutant) -> dict[str, Any]:
        project = free.get()
        try:
            return fate(suite, reach, mutant, project)
        finally:
            free.put(project)

    with ThreadPoolExecutor(len(copies)) as pool:
        yield from pool.map(one, mutants)


def fate(suite: Suite, reach: Reach, mutant: Mutant, project: Path) -> dict[str, Any]:
    """What the tests say of one mutant; the copy is as before when they have."""
    module = project / mutant.path
    source = module.read_text("utf-8")
    tests = reach.tests(suite, mutant.path, mutant.line, source)
    if not tests:
        return {**mutant.facts(), "fate": "unreached", "told": ""}
    _write(module, mutant.text)
    try:
        for some in filter(None, (tests[:FIRST], tests[FIRST:])):
            limit = 60 + 4 * sum(reach.seconds[test] for test in some)
            found, told = judge(*_run([*PYTEST, "-x", *suite.options, *some], project, limit))
            if found != "survived":
                break
        if found == "error":
            load = [*PYTEST, "--collect-only", *suite.options, *some]
            with_it = _run(load, project, 120)[0]
            _write(module, source)
            # The tests are as good as before, and with the mutant they cannot even be loaded.
            found = "unusable" if with_it != 0 and _run(load, project, 120)[0] == 0 else "error"
    finally:
        _write(module, source)
    return {**mutant.facts(), "fate": found, "told": told}


def judge(status: int | None, told: str) -> tuple[str, str]:
    """A failed test kills; what keeps pytest from running tests does not."""
    test = next((line for line in told.splitlines() if line.startswith(("FAILED", "ERROR "))), "")
    if status is None or HUNG in told:
        return "timeout", test
    if status in (0, 1):
        return ("killed" if status else "survived"), test
    return "error", f"exit {status}: {told[-2000:]}"


def _write(module: Path, text: str) -> None:
    """A module with its byte code: times of files are too coarse to tell two mutants of one size apart."""
    module.write_text(text, "utf-8")
    py_compile.compile(str(module), doraise=True)


def _run(command: Sequence[str], project: Path, limit: float, **more: str) -> tuple[int | None, str]:
    """Exit status, None when the time was over, and what was written; nothing started is left running."""
    scratch = project.parent / f"{project.name}.tmp"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    # The project is installed as the checkout: the copy must come before it, also in processes that tests start.
    own = {"PYTHONPATH": str(project), "TMPDIR": str(scratch), "HOME": str(scratch)}
    output = project.parent / f"{project.name}.log"
    with output.open("wb") as log:
        process = subprocess.Popen(
            command,
            cwd=project,
            env={**os.environ, **own, **more},
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        resource.prlimit(process.pid, resource.RLIMIT_AS, (MEMORY, MEMORY))
        status: int | None = None
        with suppress(subprocess.TimeoutExpired):
            status = process.wait(limit)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    return status, output.read_text("utf-8", errors="replace")


def resumed(kept: Path) -> list[dict[str, Any]]:
    """What an earlier run has found; the rest is tried again, as there may be more tests now."""
    lines = kept.read_text("utf-8").splitlines() if kept.exists() else []
    return [found for found in map(json.loads, lines) if found["fate"] in ("killed", "timeout", "unusable")]


def proved(equivalent: Path) -> set[tuple[str, ...]]:
    """The changes that are proved to change nothing."""
    return {change(one) for one in tomllib.loads(equivalent.read_text("utf-8"))["mutant"]}


def change(facts: dict[str, Any]) -> tuple[str, ...]:
    """A change wherever it stands in its module."""
    return tuple(facts[key] for key in ("path", "operator", "before", "after"))


def name(found: dict[str, Any]) -> str:
    """The name of a mutant that was kept."""
    return Mutant(**{key: found[key] for key in ("path", "line", "operator", "before", "after")}, text="").name


def table(found: Sequence[dict[str, Any]]) -> str:
    """The figures by room, in Markdown."""
    rooms = sorted({_room(one) for one in found})
    rows = [["room", "mutants", *FATES, "killed %"]]
    for room in [*rooms, "all"]:
        fates = Counter(one["fate"] for one in found if room in (_room(one), "all"))
        counted = fates.total() - fates["unusable"]
        share = 100 * (fates["killed"] + fates["timeout"]) / (counted or 1)
        rows.append([room, str(counted), *(str(fates[fate]) for fate in FATES), f"{share:.1f}"])
    rows.insert(1, ["---"] * len(rows[0]))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _room(found: dict[str, Any]) -> str:
    return str(Path(found["path"]).parts[1])
