"""`feed.xml`: the notices and lists of one edition as an Atom feed, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree as ET

from generator.catalog import Catalog, addresses
from generator.catalog.addresses import Address
from generator.exports import xml_tree
from generator.model import Edition, EditionId
from generator.model.moment import begins
from generator.model.record import FABRICATED

NAMESPACE = "http://www.w3.org/2005/Atom"

_OFFICE = "application/vnd.openxmlformats-officedocument"
_TYPES = {
    "pdf": "application/pdf",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "pptx": f"{_OFFICE}.presentationml.presentation",
}

_AUTHORITY = "contest-portal.invalid"
"""Ids are tag URIs and not addresses, so that a site that moves does not announce its old notices again."""


def feed_xml(catalog: Catalog, edition_id: EditionId, site_url: str | None) -> bytes:
    """The bytes of `feed.xml`; links are relative to the feed unless the site's address is known."""
    edition = catalog.editions[edition_id]
    items = sorted([*_notices(catalog, edition), *_lists(catalog, edition)], key=lambda item: item.at, reverse=True)
    here = addresses.export(edition_id, "feed.xml")
    root = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": "zh-CN"})
    xml_tree.add(root, "id", _tag(edition, "notices"))
    xml_tree.add(root, "title", f"{edition.name}通知公告")
    xml_tree.add(root, "updated", _moment(items[0].at if items else begins(edition.begun)))
    author = catalog.branches[edition.branch].footer.organiser or edition.name
    xml_tree.add(xml_tree.add(root, "author"), "name", author)
    _link(root, "self", here, here, site_url)
    _link(root, "alternate", here, addresses.section(edition_id, "notices"), site_url)
    for item in items:
        _entry(root, edition, item, site_url)
    return xml_tree.to_bytes(root)


@dataclass(frozen=True, slots=True)
class _Item:
    at: datetime
    path: str
    title: str
    demo: bool
    address: Address
    summary: str | None
    files: tuple[tuple[Address, str], ...] = ()
    """What is attached: where it is, and its title."""


def _notices(catalog: Catalog, edition: Edition) -> Iterator[_Item]:
    for notice in catalog.notices_of(edition.id):
        demo = notice.demo or catalog.is_demo(edition.id)
        at, page = begins(notice.date), addresses.of(notice)
        files = tuple((addresses.beside(notice, each.file), each.title) for each in notice.attachments)
        yield _Item(at, f"notices/{notice.slug}", notice.title, demo, page, notice.summary, files)


def _lists(catalog: Catalog, edition: Edition) -> Iterator[_Item]:
    """Lists of which it is known when they were published."""
    for given in catalog.kept(edition.id).lists:
        at = given.publish_at or given.issued or given.start
        if at and given.title and catalog.entries_in(edition.id, given.stage):
            page, demo = addresses.entry_list(edition.id, given.stage), catalog.is_demo(edition.id)
            yield _Item(begins(at), f"lists/{given.stage}", given.title, demo, page, given.basis)


def _entry(root: ET.Element, edition: Edition, item: _Item, site_url: str | None) -> None:
    entry = xml_tree.add(root, "entry")
    xml_tree.add(entry, "id", _tag(edition, item.path))
    xml_tree.add(entry, "title", f"【{FABRICATED}】{item.title}" if item.demo else item.title)
    xml_tree.add(entry, "published", _moment(item.at))
    xml_tree.add(entry, "updated", _moment(item.at))
    here = addresses.export(edition.id, "feed.xml")
    _link(entry, "alternate", here, item.address, site_url)
    for address, title in item.files:
        _link(entry, "enclosure", here, address, site_url, title=title, type=_TYPES[address.rpartition(".")[2]])
    if item.summary:
        xml_tree.add(entry, "summary", item.summary)


def _link(parent: ET.Element, rel: str, here: Address, target: Address, site_url: str | None, **more: str) -> None:
    href = addresses.canonical(site_url, target) if site_url else addresses.relative(here, target)
    xml_tree.add(parent, "link", attributes={"rel": rel, "href": href, **more})


def _tag(edition: Edition, path: str) -> str:
    return f"tag:{_AUTHORITY},{edition.year}:{edition.id}/{path}"


def _moment(at: datetime) -> str:
    """A minute in China."""
    return f"{at.isoformat()}+08:00"
