from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from generator.handbook.join.assemble import BookLayout
from generator.handbook.verify import book_rules
from generator.papers import Make
from tests.handbook import fabricated
from tests.handbook.fabricated import book, build, close


@pytest.hookimpl(tryfirst=True)  # before groups are read
def pytest_collection_modifyitems(items):
    """One process of a run has the press."""
    for item in items:
        if "press" in item.fixturenames:
            item.add_marker(pytest.mark.xdist_group("press"))


@pytest.fixture(scope="session")
def press(tmp_path_factory):
    """The folder in which the tests print; its workers and its cache serve all of them."""
    folder = tmp_path_factory.mktemp("press")
    yield folder
    close(folder)


@pytest.fixture(scope="session")
def laid(press) -> dict[Make, tuple[Path, BookLayout]]:
    """The small book in both makes, each with what it was made from."""
    found = {}
    examine = book_rules.book

    def remember(pdf, made, chosen=None):
        found[made.book.make] = made
        return examine(pdf, made, chosen)

    paths = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(book_rules, "book", remember)
        for make in Make:
            bound, _ = build(press, book(make=make), [f"demo/2026/{number}" for number in range(4)])
            assert bound.pdf, bound.problems
            paths[make] = bound.pdf
    return {make: (paths[make], found[make]) for make in Make}


@pytest.fixture(scope="session")
def screen(laid) -> Path:
    return laid[Make.SCREEN][0]


@pytest.fixture(scope="session")
def printed(laid) -> Path:
    return laid[Make.PRINT][0]


@pytest.fixture(scope="session")
def coloured(press) -> Path:
    """A print make with colours in every place that has any."""
    bound, _ = build(press, fabricated.coloured(press))
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
