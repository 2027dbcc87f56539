"""Builds killed at random moments: readers see a whole site all the time, and the next build is as if nothing had been.

`python -m tests.publish.kills --kills 100 --seed 1` runs the real command; the tests take a few. A kill waits for
the step that it is to interrupt, then for a moment within it, and counts only when the command was still running.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.publish import manifest
from tests import whole
from tests.publish import disk

STEPS = ("读取内容", "生成网页", "导出数据", "核对链接", "发布")
CONDITIONS = manifest.Conditions(whole.DAY, None)
PORTAL = "from generator.commands.cli import main; main()"
COMMAND = (sys.executable, "-c", PORTAL, "build", "--as-of", whole.DAY.isoformat(), "--no-handbooks", "--root")


OUTLIVED = 30
"""Seconds after which what a killed build has left running would run for ever."""


def kill_one(contest: Path, chance: random.Random, signals: tuple[signal.Signals, ...]) -> str:
    """Start a build and end it within a step; gives the step, or nothing when the build was faster.

    Raises:
        TimeoutError: something of the build goes on without it.
    """
    step, moment = chance.choice(STEPS), chance.random() ** 2
    with subprocess.Popen([*COMMAND, str(contest)], stderr=subprocess.PIPE, text=True, start_new_session=True) as run:
        assert run.stderr is not None
        for line in run.stderr:
            if line.startswith(step):
                break
        time.sleep(moment * 0.5)
        if run.poll() is not None:
            return ""
        os.kill(run.pid, chance.choice(signals))
        run.wait()
        until = time.monotonic() + OUTLIVED
        while _is_alive(run.pid):  # its workers end soon after it
            if time.monotonic() > until:
                raise TimeoutError(f"a worker outlives a build that was killed in {step}")
            time.sleep(0.05)
    return step if run.returncode else ""


def _is_alive(session: int) -> bool:
    try:
        os.killpg(session, 0)
    except ProcessLookupError:
        return False
    return True


class Reader(threading.Thread):
    """Reads the whole site again and again, and holds every file against the manifest that came with it."""

    def __init__(self, site: Path) -> None:
        super().__init__(daemon=True)
        self.site, self.read, self.bad, self.ended = site, 0, "", False

    def run(self) -> None:
        """Until told to end, or until something is wrong."""
        while not self.ended and not self.bad:
            try:
                self._once()
            except Exception as error:  # noqa: BLE001 - shown by the test
                self.bad = repr(error)
            time.sleep(0.05)  # the build shall have the processor, too

    def _once(self) -> None:
        folder = os.open(self.site, os.O_DIRECTORY)
        try:  # the folder that was opened stays the same one when another takes its name
            seen = Path(f"/proc/self/fd/{folder}")
            if self._is_whole(seen) or not _is_same(folder, self.site):
                self.read += 1
            else:
                self.bad = "a site that is not what its manifest says"
        finally:
            os.close(folder)

    @staticmethod
    def _is_whole(seen: Path) -> bool:
        named = manifest.read(seen).files
        try:
            return bool(named) and disk.files(Path(os.path.realpath(seen))) == named
        except OSError:
            return False


def _is_same(folder: int, path: Path) -> bool:
    return os.path.samestat(os.fstat(folder), path.stat())


def campaign(contest: Path, kills: int, seed: int, signals: tuple[signal.Signals, ...]) -> Iterator[tuple[str, str]]:
    """So many true kills: the step of each, and what was wrong after it."""
    chance, done = random.Random(seed), 0
    page = contest / "content/alpha/2026/pages/about.md"
    original = page.read_text("utf-8")
    while done < kills:
        page.write_text(f"{original}\n\n第 {chance.random()} 次。\n", "utf-8")
        if step := kill_one(contest, chance, signals):
            done += 1
            yield step, _wrong(contest)


def _wrong(contest: Path) -> str:
    site = contest / "site"
    if disk.files(site) != manifest.read(site).files:
        return "the site is not what its manifest says"
    left = {path.name for path in contest.iterdir()} - {"content", "branches", "templates", "mkdocs.yml"}
    return "" if left <= {"site", "site.building", ".cache"} else f"left behind: {left}"


def run(contest: Path, kills: int, seed: int, told: Callable[[str, str], None]) -> Reader:
    """The campaign beside a reader; then one build in peace, which must give what it gives elsewhere."""
    whole.make(contest, handbooks=False)
    reader = Reader(contest / "site")
    reader.start()
    for step, wrong in campaign(contest, kills, seed, (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)):
        told(step, wrong)
    whole.make(contest, handbooks=False)
    reader.ended = True
    reader.join()
    whole.make(contest, out=contest.parent / "elsewhere", handbooks=False)
    if whole.contents(contest / "site") != whole.contents(contest.parent / "elsewhere"):
        told("afterwards", "another site than elsewhere")
    if (contest / "site.building").exists():
        told("afterwards", "the workspace is still there")
    return reader


def main() -> None:
    """Run, and print a table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--kills", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    steps: Counter[str] = Counter()
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        contest = whole.lay(Path(folder) / "contest")

        def told(step: str, wrong: str) -> None:
            steps[step] += not wrong
            faults.extend([f"{step}: {wrong}"] if wrong else [])

        reader = run(contest, chosen.kills, chosen.seed, told)
    faults += [reader.bad] * bool(reader.bad)
    print(f"{chosen.kills} kills ({dict(steps)}), {reader.read} times read whole meanwhile, {len(faults)} faults")
    print("\n".join(faults))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
