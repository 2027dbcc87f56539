from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from generator.handbook.book import Make
from tests.handbook.fabricated import book, build


@pytest.fixture(scope="session")
def press(tmp_path_factory):
    return tmp_path_factory.mktemp("press")


@pytest.fixture(scope="session")
def screen(press) -> Path:
    bound, _ = build(press, book(), [f"demo/2026/{number}" for number in range(4)])
    assert bound.pdf, bound.problems
    return bound.pdf


@pytest.fixture(scope="session")
def printed(press) -> Path:
    bound, _ = build(press, book(make=Make.PRINT))
    assert bound.pdf, bound.problems
    return bound.pdf


@pytest.fixture(scope="session")
def read():
    def texts(path: Path) -> list[str]:
        document = pypdfium2.PdfDocument(path)
        return [page.get_textpage().get_text_bounded() for page in document]

    return texts


@pytest.fixture
def opened(screen):
    with pikepdf.open(screen) as pdf:
        yield pdf
