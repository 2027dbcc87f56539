from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

from generator.catalog import addresses
from generator.exports.sitemap import NAMESPACE, robots_txt, sitemap_files
from generator.model import CaseId
from tests.exports.fabricated import FULL, SITE

NAMES = {"s": NAMESPACE}
PAGES = [
    (addresses.edition_home(FULL), date(2026, 6, 1)),
    (addresses.case(CaseId(f"{FULL}/river")), None),
    (addresses.hub(), None),
]


def texts(data: bytes, path: str) -> list[str | None]:
    return [element.text for element in ET.fromstring(data).findall(path, NAMES)]


def test_pages_are_listed_by_their_canonical_address():
    ((address, data),) = sitemap_files(PAGES, SITE)
    assert address == "sitemap.xml"
    assert texts(data, "s:url/s:loc") == [SITE, f"{SITE}yunchuan/2026/cases/river/", f"{SITE}yunchuan/2026/"]
    assert texts(data, "s:url/s:lastmod") == ["2026-06-01"]


def test_the_order_of_the_pages_does_not_matter():
    assert list(sitemap_files(reversed(PAGES), SITE)) == list(sitemap_files(PAGES, SITE))


def test_too_many_pages_become_several_sitemaps():
    files = dict(sitemap_files(PAGES, SITE, limit=2))
    assert list(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    parts = [f"{SITE}sitemap-1.xml", f"{SITE}sitemap-2.xml"]
    assert texts(files[addresses.hub_file("sitemap.xml")], "s:sitemap/s:loc") == parts
    assert len(texts(files[addresses.hub_file("sitemap-2.xml")], "s:url/s:loc")) == 1


def test_robots_name_the_sitemap_when_the_site_has_an_address():
    assert robots_txt(None) == b"User-agent: *\nAllow: /\n"
    assert robots_txt(SITE).endswith(f"\nSitemap: {SITE}sitemap.xml\n".encode())
