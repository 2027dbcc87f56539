"""What tests share: the fabricated contest, and rewriting of expected outputs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parent / "fixtures"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regen", action="store_true", help="rewrite expected outputs; review the change as code")


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
