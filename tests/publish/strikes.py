"""Incremental builds killed at random moments: the live site is the old or the new one in full, the next build right.

`python -m tests.publish.strikes --kills 50 --seed 1` runs the real command over the site of the build before, after a
random edit each time; the tests take a few. The whole group of processes gets SIGKILL at a moment between the start of
the command and the time that such a build takes; it counts only when the command was still running. Old, new and next
are held byte for byte against builds from nothing.
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
from dataclasses import dataclass
from pathlib import Path

from generator.publish import Request
from tests import whole
from tests.publish.kills import PORTAL
from tests.publish.workshop import EDITION, EDITS, Workshop

CHOSEN = (
    *("a body", "a title", "a tag", "a caption", "a picture", "a notice", "a topic", "a phase", "a new address"),
    *("colours", "the other branch", "a template", "a partial", "a style sheet"),
)
"""Edits that leave the content sound in any order; a line on a page goes with each, so that something changes."""

FOUND = {True: "new", False: "old"}


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
    shop.publish()
    lasting = _typical(shop)
    old = shop.publish() or {}
    while done < kills:
        name = chance.choice(CHOSEN)
        _edit(shop, name, chance)
        new = shop.publish_anew(folder / "anew") or {}
        assert new not in ({}, old), name
        step = _killed(shop.asked, chance.random() * lasting)
        found = whole.contents(shop.root / "site")
        wrong = "" if found in (old, new) else "the live site is neither the old nor the new one"
        again = shop.publish()
        left = {path.name for path in shop.root.iterdir()} - {"content", "branches", "templates", "mkdocs.yml"}
        if again != new:
            wrong += " the next build gives another site than a build from nothing"
        if not left <= {"site", ".cache"}:
            wrong += f" left behind: {sorted(left)}"
        if step is not None:
            done += 1
            yield Strike(name, step, FOUND[found == new], wrong)
        elif wrong:
            yield Strike(name, "after its end", "", wrong)
        old = new


def _edit(shop: Workshop, name: str, chance: random.Random) -> None:
    EDITS[name](shop)
    with (shop.root / EDITION / "pages/about.md").open("a", encoding="utf-8") as page:
        page.write(f"\n\n第 {chance.random()} 次。\n")


def _command(asked: Request) -> list[str]:
    options = ["--root", str(asked.root), "--out", str(asked.out), "--as-of", asked.as_of.isoformat()]
    return [sys.executable, "-c", PORTAL, "build", "--no-handbooks", *options]


def _typical(shop: Workshop) -> float:
    """How long the command takes after an edit, in seconds: the longer of two."""
    took = []
    for number in range(2):
        _edit(shop, "a body", random.Random(number))
        start = time.monotonic()
        subprocess.run(_command(shop.asked), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
        took.append(time.monotonic() - start)
    return max(took)


def _killed(asked: Request, moment: float) -> str | None:
    """Start a build and kill all its processes; gives the last step it told of, None when it was faster."""
    pipes = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    with subprocess.Popen(_command(asked), **pipes, text=True, start_new_session=True) as run:
        time.sleep(moment)
        ended = run.poll() is not None
        if not ended:
            os.killpg(run.pid, signal.SIGKILL)
        _, told = run.communicate()
    steps = [line.removesuffix(" …") for line in told.splitlines() if line.endswith(" …")]
    return None if ended or run.returncode != -signal.SIGKILL else (steps or ["before the first step"])[-1]


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
