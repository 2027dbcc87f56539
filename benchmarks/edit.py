"""How long it takes from saving a file to seeing it in the browser, in `portal serve`: `make bench-edit`.

Real Chromium shows a page of a made-up contest; a file is written, and the time is taken until the page shows it. Each
page is measured several times; the middle and the worst are told.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from playwright.sync_api import Page, sync_playwright

from benchmarks import chromium, corpus

PROGRAM = Path(__file__).parents[1]
HOME = f"{corpus.BRANCH}/{corpus.YEAR}"

PAGES = {
    "case": f"{HOME}/cases/case-00000/",
    "list": f"{HOME}/cases/",
    "neighbour": f"{HOME}/cases/case-00080/",
    "hub": "cases/",
    "search": f"{corpus.BRANCH}/search/?q={{title}}",
    "hub search": "search/?q={title}",
}
"""The pages on which a new title is looked for, in their links; the case is the first of its track and award."""

SHOWN = "main h1, main a:not([data-gallery-elsewhere])"
"""Where a title stands that a page knows of itself: a search without hits repeats what was typed in a link."""


@click.command()
@click.option("--sizes", default="1000,5000", show_default=True, help="Numbers of cases, separated by commas.")
@click.option("--times", default=5, show_default=True, help="How often each page is measured.")
def main(sizes: str, times: int) -> None:
    """Edit a case's title and print when each page shows it."""
    print(f"{'cases':>6}  {'page':<12}{'median s':>9}{'worst s':>9}")
    for count in map(int, sizes.split(",")):
        with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
            root = corpus.make(Path(temporary), count, PROGRAM, pictures=False)
            (root / "templates").unlink()
            shutil.copytree(PROGRAM / "templates", root / "templates")
            _measure(root, count, times)


def _measure(root: Path, count: int, times: int) -> None:
    case = root / "content" / HOME / "cases/case-00000/index.md"
    sheet = next((root / "templates/shell/assets/css").glob("*.css"))
    with _served(root) as address, sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        page = browser.new_page(bypass_csp=True)  # to wait for what is seen
        for index, (name, path) in enumerate(PAGES.items()):
            taken = [_edit(page, address, path, case, f"第{index}之{n}版") for n in range(times)]
            _print(count, name, taken)
        _print(count, "style sheet", [_restyle(page, address, sheet, n) for n in range(times)])
        browser.close()


def _edit(page: Page, address: str, path: str, case: Path, title: str) -> float:
    page.goto(address + path.format(title=title))
    page.wait_for_function("document.readyState === 'complete'")
    time.sleep(0.5)  # the page has begun to ask
    text = re.sub("^title: .*$", f"title: {title}", case.read_text("utf-8"), count=1, flags=re.MULTILINE)
    begun = time.perf_counter()
    case.write_text(text, "utf-8")
    _until(page, f"[...document.querySelectorAll('{SHOWN}')].some((each) => each.textContent.includes('{title}'))")
    return time.perf_counter() - begun


def _restyle(page: Page, address: str, sheet: Path, number: int) -> float:
    page.goto(address + PAGES["case"])
    time.sleep(0.5)
    begun = time.perf_counter()
    sheet.write_text(f"{sheet.read_text('utf-8')}\nmain h1 {{ letter-spacing: {number + 1}px }}\n", "utf-8")
    _until(page, f"getComputedStyle(document.querySelector('main h1')).letterSpacing === '{number + 1}px'")
    return time.perf_counter() - begun


def _until(page: Page, true: str) -> None:
    """Until something is so; a page that is just being loaded anew is asked again."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            page.wait_for_function(true, polling=10, timeout=60_000)
        except Exception as error:
            if "context" not in str(error) and "navigat" not in str(error):
                raise
        else:
            return
    sys.exit(f"not seen: {true}")


@contextmanager
def _served(root: Path) -> Iterator[str]:
    serve = ["serve", "--root", str(root), "--port", "0", "--as-of", "2026-09-01"]
    process = subprocess.Popen(
        [sys.executable, "-c", "from generator.commands.cli import main; main()", *serve],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(PROGRAM)},
    )
    assert process.stderr is not None
    for line in process.stderr:
        if found := re.search("预览地址：(http://[^（]*/)", line):
            break
    else:
        sys.exit("the preview did not begin")
    try:
        with open(os.devnull, "w") as nowhere:  # noqa: PTH123
            drain = subprocess.Popen(["cat"], stdin=process.stderr, stdout=nowhere)
            yield found[1]
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()
        drain.wait()


def _print(count: int, name: str, taken: list[float]) -> None:
    print(f"{count:>6}  {name:<12}{statistics.median(taken):>9.2f}{max(taken):>9.2f}", flush=True)


if __name__ == "__main__":
    main()
