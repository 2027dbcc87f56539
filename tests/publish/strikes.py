"""Incremental builds killed at random moments: the live site is the old or the new one in full, the next build right.

`python -m tests.publish.strikes --kills 50 --seed 1` runs the real command over the site of the build before, after a
random edit each time; the tests take a few. The whole group of processes gets SIGKILL at a moment between its first
step and the time that the build before took; it counts only when the command was still running. Old, new and next are
held byte for byte against builds from nothing.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.publish import Request, renew
from tests import whole
from tests.publish.kills import PORTAL
from tests.publish.workshop import EDITION, EDITS, Workshop

CHOSEN = (
    *("a body", "a title", "a tag", "a caption", "a picture", "a notice", "a topic", "a phase", "a new address"),
    *("colours", "the other branch", "a template", "a partial", "a style sheet"),
)
"""Edits that leave the content sound in any order; a line on a page goes with each, so that something changes."""

FOUND = {True: "new", False: "old"}
EXPECTED = {"content", "branches", "templates", "mkdocs.yml", "site", ".cache"}


@dataclass(frozen=True)
class Strike:
    """A build that was killed: after which edit, how far it had told to be, which site stood there, what was wrong."""

    edit: str
    step: str
    found: str
    wrong: str


def campaign(folder: Path, kills: int, seed: int) -> Iterator[Strike]:
    """So many true kills."""
    chance, shop, done = random.Random(seed), Workshop(folder / "contest"), 0
    _build(shop.asked)
    _edit(shop, "a body", chance)
    lasting, old = _build(shop.asked), whole.contents(shop.asked.out)
    while done < kills:
        name = chance.choice(CHOSEN)
        _edit(shop, name, chance)
        new = shop.publish_anew(folder / "anew") or {}
        assert new not in ({}, old), name
        step = _killed(shop.asked, chance.random() * lasting)
        found = whole.contents(shop.asked.out)
        lasting = _build(shop.asked) or lasting
        wrong = "" if found in (old, new) else "the live site is neither the old nor the new one; "
        wrong += "" if whole.contents(shop.asked.out) == new else "the next site is not that of a build from nothing; "
        if left := {path.name for path in shop.root.iterdir()} - EXPECTED:
            wrong += f"left behind: {sorted(left)}"
        if step or wrong:
            done += 1
            yield Strike(name, step, FOUND[found == new], wrong)
        old = new


def _edit(shop: Workshop, name: str, chance: random.Random) -> None:
    EDITS[name](shop)
    with (shop.root / EDITION / "pages/about.md").open("a", encoding="utf-8") as page:
        page.write(f"\n\n第 {chance.random()} 次。\n")


def _build(asked: Request) -> float:
    """A build in peace: the seconds that it took; 0 when there was nothing to do."""
    start = time.monotonic()
    made = renew(asked)
    assert made.published
    return time.monotonic() - start if made.built else 0


def _killed(asked: Request, moment: float) -> str:
    """Kill all processes of a build so long after its first step; the step it told of last, "" when it was faster.

    Before its first step nothing can go wrong.
    """
    options = ["--root", str(asked.root), "--out", str(asked.out), "--as-of", asked.as_of.isoformat()]
    with subprocess.Popen(
        [sys.executable, "-c", PORTAL, "build", "--no-handbooks", *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as run:
        assert run.stderr is not None
        first = run.stderr.readline().rstrip()
        time.sleep(moment)
        with suppress(ProcessLookupError):
            os.killpg(run.pid, signal.SIGKILL)
        _, told = run.communicate()
    steps = [line for line in (first, *told.splitlines()) if line.endswith(" …")]
    return steps[-1].removesuffix(" …") if run.returncode == -signal.SIGKILL else ""


def main() -> None:
    """Run, and print a table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--kills", type=int, default=50)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        strikes = list(campaign(Path(folder), chosen.kills, chosen.seed))
    wrong = [strike for strike in strikes if strike.wrong]
    for (step, found), count in sorted(Counter((strike.step, strike.found) for strike in strikes).items()):
        print(f"{count:>4}  killed in {step}, {found} site")
    print(f"{len(strikes)} kills, seed {chosen.seed}: {len(wrong)} wrong")
    print("\n".join(map(str, wrong)))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
