"""The pages in Firefox: they stand, nothing runs over, nothing goes wrong, and the search answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import firefox
from tests.browser.test_aids import PAGES

pytestmark = [
    pytest.mark.skipif(firefox.PROGRAM is None, reason="Firefox is not installed"),
    pytest.mark.xdist_group("firefox"),  # it is started once a run
]

HITS = """new Promise((done, fail) => {
    setTimeout(() => fail(new Error("no hits")), 20000);
    const look = () => document.querySelector("[data-gallery-results] a") ? done(true) : setTimeout(look, 50);
    look();
})"""


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[firefox.Tab]:
    with firefox.running(tmp_path_factory.mktemp("firefox")) as tab:
        yield tab


@pytest.mark.parametrize("width", [360, 1366])
def test_pages_stand(tab: firefox.Tab, site: Path, width: int) -> None:
    tab.size(width, 800)
    for page in PAGES:
        tab.open((site / page).as_uri())
        assert tab.get("document.querySelector('h1').getBoundingClientRect().height > 10"), page
        assert tab.get("document.documentElement.scrollWidth <= innerWidth"), page
    assert tab.errors == []


def test_the_search_answers(tab: firefox.Tab, site: Path, server: str) -> None:
    for base in (f"{site.as_uri()}/", server):
        tab.open(f"{base}demo/search/index.html?q=水位")
        tab.get(HITS)
    assert tab.errors == []
