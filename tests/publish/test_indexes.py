"""The search of a built site: every index answers from the files that are there, whatever was built before."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from benchmarks import corpus
from generator.publish import Request, renew
from tests import whole
from tests.search.reference import Searcher

EDITION = "content/beta/2026/edition.yml"


def published(root: Path, *branches: str) -> dict[str, bytes]:
    """The site after a build."""
    asked = Request(root, root / "site", date(2026, 9, 30), branches=branches, handbooks=False)
    assert renew(asked).published
    return whole.contents(root / "site")


def folders(site: dict[str, bytes]) -> list[str]:
    """Where the hub's index has the cards of each portal."""
    return [folder for folder, *_ in Searcher(site, "search/").manifest["blocks"]]


def found(site: dict[str, bytes], query: str, folder: str = "search/") -> set[str]:
    """The branches of all hits."""
    return {address.partition("/")[0] for address in Searcher(site, folder).search(query).addresses}


def test_the_hub_finds_what_is_in_any_portal_and_shows_its_cards(tmp_path: Path) -> None:
    site = published(whole.real(whole.lay(tmp_path / "contest")))
    assert sorted(folders(site)) == ["../alpha/search/", "../beta/search/"]
    assert found(site, "2026年") == {"alpha", "beta"}
    assert found(site, "2026年", "alpha/search/") == {"alpha"}


def test_the_hub_finds_what_is_in_portals_that_were_left_as_they_were(tmp_path: Path) -> None:
    root = whole.real(whole.lay(tmp_path / "contest"))
    published(root)
    edition = root / EDITION
    edition.write_text(f"{edition.read_text('utf-8')}summary: 改动过的\n", "utf-8")
    site = published(root, "alpha")
    assert sorted(folders(site)) == ["", "../alpha/search/"]
    assert found(site, "2026年") == {"alpha", "beta"}
    assert found(site, "改动过的") == {"beta"}
    assert found(site, "改动过的", "beta/search/") == set()
    assert found(published(root), "改动过的", "beta/search/") == {"beta"}


def test_the_hub_over_one_portal_searches_its_index(tmp_path: Path) -> None:
    site = published(corpus.make(tmp_path, 3, whole.ROOT, pictures=False))
    assert not any(path.startswith("search/") and path.endswith(".js") for path in site)
    page = site["search/index.html"].decode()
    assert 'data-manifest="../bench/search/manifest.js"' in page
    assert "data-branches" not in page
    assert found(site, "测速", "bench/search/") == {"bench"}
