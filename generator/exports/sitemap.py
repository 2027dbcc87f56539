"""`sitemap.xml` and `robots.txt`: where search engines find the pages. Both need the site's public address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from xml.etree import ElementTree as ET

from generator.catalog import addresses
from generator.catalog.addresses import Address
from generator.exports import xml_tree

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

LIMIT = 50_000
"""More pages than this may not stand in one sitemap."""

Entry = tuple[Address, date | None]
"""A page and the day of its last change, None when that is not known."""


def sitemap_files(pages: Iterable[Entry], site_url: str, limit: int = LIMIT) -> Iterator[tuple[Address, bytes]]:
    """`sitemap.xml`, which becomes a list of `sitemap-1.xml`, `sitemap-2.xml`, … when the pages are too many."""
    ordered = sorted(pages, key=lambda entry: entry[0])
    if len(ordered) <= limit:
        yield addresses.hub_file("sitemap.xml"), _document("urlset", "url", ordered, site_url)
        return
    parts: list[Entry] = []
    for number, start in enumerate(range(0, len(ordered), limit), start=1):
        address = addresses.hub_file(f"sitemap-{number}.xml")
        parts.append((address, None))
        yield address, _document("urlset", "url", ordered[start : start + limit], site_url)
    yield addresses.hub_file("sitemap.xml"), _document("sitemapindex", "sitemap", parts, site_url)


def robots_txt(site_url: str | None) -> bytes:
    """Everything may be read; the sitemap is named when the site's address is known."""
    lines = ["User-agent: *", "Allow: /"]
    if site_url:
        lines.append(f"Sitemap: {addresses.canonical(site_url, addresses.hub_file('sitemap.xml'))}")
    return "".join(f"{line}\n" for line in lines).encode()


def _document(root_tag: str, tag: str, entries: Sequence[Entry], site_url: str) -> bytes:
    root = ET.Element(root_tag, {"xmlns": NAMESPACE})
    for address, changed in entries:
        element = xml_tree.add(root, tag)
        xml_tree.add(element, "loc", addresses.canonical(site_url, address))
        if changed:
            xml_tree.add(element, "lastmod", changed.isoformat())
    return xml_tree.to_bytes(root)
