"""What tests share: the fabricated contest, rewriting of expected outputs, and one Chromium a worker."""

from __future__ import annotations

import functools
import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from benchmarks import chromium
from generator.catalog import history
from generator.handbook.engine.worker import RUBBISH
from generator.handbook.layout.pool import Pool
from generator.publish import workers
from tests import whole

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "tests" / "fixtures"


gc.disable()  # until all is collected: nothing of it is rubbish, and every process collects five thousand tests


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.set_threshold(*RUBBISH)  # builds make many objects and little rubbish; as where books are laid out
    gc.enable()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regen", action="store_true", help="rewrite expected outputs; review the change as code")


FIRST = """
    browser/test_pages.py::test_pages_from_disk[0] publish/test_days.py::test_what_a_day
    publish/test_incremental.py::test_a_build handbook/test_figures.py
    handbook/test_cache.py handbook/test_publishing.py::test_every
    test_pipelines.py test_another_contest.py publish/test_joining.py::test_books handbook/test_typography.py::test_hard
    publish/test_campaigns.py handbook/test_loose.py fuzz/ browser/test_pages.py browser/test_gallery_states.py
    browser/test_live.py mutate/ handbook/ publish/ browser/
""".split()
"""What takes longest begins first, so that the processes of a run end together; but while one makes what several need
(a site, books), the others have something else to do."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    def rank(item: pytest.Item) -> int:
        name = item.nodeid.removeprefix("tests/")
        return next((number for number, first in enumerate(FIRST) if name.startswith(first)), len(FIRST))

    items.sort(key=rank)


@pytest.fixture(scope="session", autouse=True)
def one_process() -> Iterator[None]:
    """Sites are made by the process of the test, books by one more: to start others takes longer than what they do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "available_processors", lambda: 1)
        patch.setattr(Pool.__init__, "__defaults__", (1, *Pool.__init__.__defaults__[1:]))
        yield


@pytest.fixture(scope="session", autouse=True)
def one_history() -> Iterator[None]:
    """Git is asked once for the history of the project itself: no test changes it, and hundreds would ask."""
    read = history.last_changes
    own = functools.cache(lambda: read(ROOT))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(history, "last_changes", lambda root: own() if root == ROOT else read(root))
        yield


@pytest.fixture(scope="session")
def regen(request: pytest.FixtureRequest) -> bool:
    """Whether expected outputs are rewritten instead of compared."""
    return bool(request.config.getoption("--regen"))


@pytest.fixture(scope="session")
def minimal() -> Path:
    """The fabricated contest, to be read only."""
    return FIXTURES / "minimal"


@pytest.fixture
def contest(tmp_path: Path) -> Path:
    """A copy of the fabricated contest that a test may change."""
    return whole.copied(tmp_path / "contest")


@pytest.fixture
def project(contest: Path) -> Path:
    """A copy of the fabricated contest with the real templates and what MkDocs needs for the branch `alpha`."""
    for name in ("templates", "mkdocs.yml"):
        (contest / name).symlink_to(ROOT / name)
    settings = contest / "branches" / "alpha" / "mkdocs.yml"
    settings.write_text(
        "INHERIT: ../../mkdocs.yml\ndocs_dir: assets\nplugins: {contest-portal: {branch: alpha}}\n", "utf-8"
    )
    (settings.parent / "assets").mkdir(exist_ok=True)
    return contest


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One for all tests of a worker."""
    with sync_playwright() as playwright:
        running = chromium.launch(playwright, "--renderer-process-limit=1")  # pages of one profile share it
        yield running
        running.close()
