from __future__ import annotations

from pathlib import Path

import pytest

from generator.catalog import Catalog, addresses
from generator.catalog.addresses import Address
from generator.model import BranchId, CaseId, EditionId, NoticeId, PageId, TrackId
from generator.project import load

EDITION = EditionId("alpha/2026")


@pytest.fixture(scope="module")
def catalog(minimal: Path) -> Catalog:
    found = load(minimal).catalog
    assert found is not None
    return found


def test_pages_are_folders_with_an_index(catalog: Catalog) -> None:
    assert addresses.hub() == "index.html"
    assert addresses.hub("search") == "search/index.html"
    assert addresses.branch_home(BranchId("alpha")) == "alpha/index.html"
    assert addresses.branch_page(BranchId("alpha"), "search") == "alpha/search/index.html"
    assert addresses.branch_file(BranchId("alpha"), "404.html") == "alpha/404.html"
    assert addresses.edition_home(EDITION) == "alpha/2026/index.html"
    assert addresses.section(EDITION, "timeline") == "alpha/2026/timeline/index.html"
    assert addresses.track(TrackId("alpha/2026/clear-water")) == "alpha/2026/tracks/clear-water/index.html"
    assert addresses.topic(TrackId("alpha/2026/clear-water"), "topic-2").endswith("clear-water/index.html#topic-2")
    assert addresses.case(CaseId("alpha/2026/night-bus")) == "alpha/2026/cases/night-bus/index.html"
    assert addresses.of(catalog.notices[NoticeId("alpha/2026/launch")]) == "alpha/2026/notices/launch/index.html"
    assert addresses.of(catalog.pages[PageId("alpha/2026/about")]) == "alpha/2026/about/index.html"
    assert addresses.export(EDITION, "cases.csv") == "alpha/2026/data/cases.csv"


def test_listings_name_track_award_and_page() -> None:
    assert addresses.listing(EDITION) == "alpha/2026/cases/index.html"
    assert addresses.listing(EDITION, page=2) == "alpha/2026/cases/page/2/index.html"
    assert (
        addresses.listing(EDITION, "clear-water", 1, 3)
        == "alpha/2026/cases/track/clear-water/award/1/page/3/index.html"
    )


@pytest.mark.parametrize(
    ("source", "target", "link"),
    [
        ("alpha/2026/cases/a/index.html", "alpha/2026/cases/b/index.html", "../b/index.html"),
        ("alpha/2026/cases/a/index.html", "alpha/2026/cases/a/cover.webp", "cover.webp"),
        ("index.html", "alpha/index.html", "alpha/index.html"),
        ("alpha/index.html", "index.html", "../index.html"),
        ("alpha/404.html", "alpha/index.html", "index.html"),
        ("alpha/2026/tracks/x/index.html", "alpha/2026/tracks/x/index.html#topic-1", "#topic-1"),
        ("alpha/2026/index.html", "alpha/2026/tracks/x/index.html#topic-1", "tracks/x/index.html#topic-1"),
        ("alpha/index.html", "alpha/index.html", "index.html"),
    ],
)
def test_links_are_relative_and_name_the_file(source: str, target: str, link: str) -> None:
    assert addresses.relative(Address(source), Address(target)) == link


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("index.html", "https://contest.example/"),
        ("alpha/2026/index.html", "https://contest.example/alpha/2026/"),
        ("alpha/2026/tracks/x/index.html#topic-1", "https://contest.example/alpha/2026/tracks/x/#topic-1"),
        ("alpha/404.html", "https://contest.example/alpha/404.html"),
        ("alpha/2026/data/cases.csv", "https://contest.example/alpha/2026/data/cases.csv"),
    ],
)
def test_public_urls_leave_the_index_out(address: str, url: str) -> None:
    assert addresses.canonical("https://contest.example/", Address(address)) == url


@pytest.mark.parametrize(
    ("reference", "address"),
    [
        ("", "alpha/2026/index.html"),
        ("timeline", "alpha/2026/timeline/index.html"),
        ("tracks", "alpha/2026/tracks/index.html"),
        ("tracks/clear-water", "alpha/2026/tracks/clear-water/index.html"),
        ("tracks/clear-water#topic-2", "alpha/2026/tracks/clear-water/index.html#topic-2"),
        ("tracks/clear-water#用水效率", "alpha/2026/tracks/clear-water/index.html#topic-2"),
        ("cases/night-bus", "alpha/2026/cases/night-bus/index.html"),
        ("notices/launch", "alpha/2026/notices/launch/index.html"),
        ("pages/about", "alpha/2026/about/index.html"),
        ("/beta/2026", "beta/2026/index.html"),
        ("/beta/2026/", "beta/2026/index.html"),
        ("/beta/2026/tracks/open-field", "beta/2026/tracks/open-field/index.html"),
        ("nothing", None),
        ("timeline#topic-1", None),
        ("tracks/nothing", None),
        ("tracks/clear-water#topic-9", None),
        ("cases/night-bus#section-1", None),
        ("cases/night-bus/cover.png", None),
        ("cases/launch", None),
        ("notices/about", None),
        ("pages/launch", None),
        ("pages/night-bus", None),
        ("tracks/night-bus", None),
        ("/beta/2027/tracks", None),
        ("/beta", None),
        ("/", None),
    ],
)
def test_references_resolve_to_addresses(catalog: Catalog, reference: str, address: str | None) -> None:
    assert addresses.resolve(catalog, EDITION, reference) == address


def test_every_record_has_its_address(catalog: Catalog) -> None:
    records = [
        *catalog.branches.values(),
        *catalog.editions.values(),
        *catalog.tracks.values(),
        *catalog.cases.values(),
        *catalog.notices.values(),
        *catalog.pages.values(),
    ]
    found = [addresses.of(record) for record in records]
    assert len(set(found)) == len(records)


def test_old_addresses_stand_beside_the_new(catalog: Catalog) -> None:
    case, notice = catalog.cases[CaseId("alpha/2026/leaf-tally")], catalog.notices[NoticeId("alpha/2026/launch")]
    assert addresses.alias(case, "tree-files") == "alpha/2026/cases/tree-files/index.html"
    assert addresses.alias(notice, "start") == "alpha/2026/notices/start/index.html"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("river-2", True),
        ("a", True),
        ("River", False),
        ("a--b", False),
        ("-a", False),
        ("a_b", False),
        ("河", False),
        ("", False),
        ("a" * 81, False),
    ],
)
def test_slugs_are_plain(name: str, safe: bool) -> None:
    assert addresses.is_slug(name) is safe


@pytest.mark.parametrize(
    "name", ["con", "aux.png", "NUL", "com1.tar.gz", "lpt9", "conin$", "CONOUT$.txt", "com¹", "prn .x"]
)
def test_devices_of_windows_are_no_names(name: str) -> None:
    assert addresses.name_fault(name) == "是 Windows 保留的设备名"
    assert not addresses.is_slug(name)


@pytest.mark.parametrize("name", ["a.", "a ", " a", "a?.png", "a:b", "a\x01", "a\\b", "字" * 67, "a" * 201])
def test_names_that_some_system_cannot_keep(name: str) -> None:
    assert addresses.name_fault(name)


@pytest.mark.parametrize("name", ["console", "com10", "com", "a.con", "icon.png", "报名表.docx", "a b.pdf", "a" * 200])
def test_names_that_every_system_keeps(name: str) -> None:
    assert addresses.name_fault(name) == ""


def test_names_that_are_one_without_case_or_composition() -> None:
    assert addresses.folded("A/É.png") == addresses.folded("a/e\u0301.PNG")
    assert addresses.folded("a") != addresses.folded("b")
