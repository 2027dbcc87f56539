"""`python -m tests.fuzz`: a campaign, or one saved finding again."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

import click

from tests.fuzz import campaign
from tests.fuzz.contest import PROGRAM

FINDINGS = PROGRAM / "build" / "fuzz"

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


@click.command()
@click.option("--seed", default=7, show_default=True, help="The same seed makes the same inputs.")
@click.option("--inputs", default=2000, show_default=True, help="Inputs to read at least.")
@click.option("--builds", default=1000, show_default=True, help="Accepted inputs to build.")
@click.option("--books", default=1, show_default=True, help="Batches whose books are printed too.")
@click.option("--replay", metavar="ID", help="Repeat one finding of build/fuzz/.")
def main(seed: int, inputs: int, builds: int, books: int, replay: str | None) -> None:
    """Show that no input leaks, crashes or hangs; what does is kept in build/fuzz/. See docs/fuzzing.md."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as name:
        folder = Path(name)
        if replay:
            tally = campaign.replay(FINDINGS / replay, folder, click.echo)
        else:
            tally = campaign.run(campaign.Plan(seed, inputs, builds, books), folder, click.echo)
            shutil.rmtree(FINDINGS, ignore_errors=True)
            for kept in campaign.keep(tally, seed, FINDINGS):
                click.echo(f"python -m tests.fuzz --replay {kept.name}")
    click.echo(tally.table())
    sys.exit(1 if tally.failed else 0)


if __name__ == "__main__":
    main()
