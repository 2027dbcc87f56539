"""What tests share: the fabricated contest, rewriting of expected outputs, and one Chromium a worker."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from benchmarks import chromium

FIXTURES = Path(__file__).parent / "fixtures"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regen", action="store_true", help="rewrite expected outputs; review the change as code")


FIRST = """
    handbook/test_typography.py publish/test_incremental.py publish/test_days.py browser/test_pages.py
    handbook/test_publishing.py publish/test_joining.py browser/test_gallery_states.py fuzz/ publish/test_campaigns.py
    test_pipelines.py handbook/
""".split()
"""What takes longest begins first, so that the processes of a run end together; of each file one test, since the others
would wait for what it makes for all."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    seen: set[str] = set()

    def place(item: pytest.Item) -> tuple[bool, int]:
        name = item.path.relative_to(Path(__file__).parent).as_posix()
        rank = next((number for number, first in enumerate(FIRST) if name.startswith(first)), len(FIRST))
        another = rank == len(FIRST) or FIRST[rank] in seen
        seen.update(FIRST[rank : rank + 1])
        return another, rank

    items.sort(key=place)


@pytest.fixture(scope="session")
def regen(request: pytest.FixtureRequest) -> bool:
    """Whether expected outputs are rewritten instead of compared."""
    return bool(request.config.getoption("--regen"))


@pytest.fixture(scope="session")
def minimal() -> Path:
    """The fabricated contest, to be read only."""
    return FIXTURES / "minimal"


@pytest.fixture
def contest(tmp_path: Path, minimal: Path) -> Path:
    """A copy of the fabricated contest that a test may change."""
    return Path(shutil.copytree(minimal, tmp_path / "contest"))


@pytest.fixture
def project(contest: Path) -> Path:
    """A copy of the fabricated contest with the real templates and what MkDocs needs for the branch `alpha`."""
    for name in ("templates", "mkdocs.yml"):
        (contest / name).symlink_to(FIXTURES.parents[1] / name)
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
        running = chromium.launch(playwright)
        yield running
        running.close()
