"""`feed.xml`: the notices of one edition as an Atom feed, the newest first."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

from generator.catalog import Catalog, addresses
from generator.catalog.addresses import Address
from generator.exports import xml_tree
from generator.model import Edition, EditionId, Notice
from generator.model.record import FABRICATED

NAMESPACE = "http://www.w3.org/2005/Atom"

_AUTHORITY = "contest-portal.invalid"
"""Ids are tag URIs and not addresses, so that a site that moves does not announce its old notices again."""


def feed_xml(catalog: Catalog, edition_id: EditionId, site_url: str | None) -> bytes:
    """The bytes of `feed.xml`; links are relative to the feed unless the site's address is known."""
    edition = catalog.editions[edition_id]
    notices = catalog.notices_of(edition_id)
    here = addresses.export(edition_id, "feed.xml")
    root = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": "zh-CN"})
    xml_tree.add(root, "id", _tag(edition, "notices"))
    xml_tree.add(root, "title", f"{edition.name}通知公告")
    xml_tree.add(root, "updated", _moment(_updated(edition, notices)))
    xml_tree.add(xml_tree.add(root, "author"), "name", _author(catalog, edition))
    _link(root, "self", here, here, site_url)
    _link(root, "alternate", here, addresses.section(edition_id, "notices"), site_url)
    for notice in notices:
        _entry(root, catalog, edition, notice, site_url)
    return xml_tree.to_bytes(root)


def _entry(root: ET.Element, catalog: Catalog, edition: Edition, notice: Notice, site_url: str | None) -> None:
    entry = xml_tree.add(root, "entry")
    demo = notice.demo or catalog.is_demo(edition.id)
    xml_tree.add(entry, "id", _tag(edition, f"notices/{notice.slug}"))
    xml_tree.add(entry, "title", f"【{FABRICATED}】{notice.title}" if demo else notice.title)
    xml_tree.add(entry, "published", _moment(notice.date))
    xml_tree.add(entry, "updated", _moment(notice.date))
    _link(entry, "alternate", addresses.export(edition.id, "feed.xml"), addresses.notice(notice.id), site_url)
    if notice.summary:
        xml_tree.add(entry, "summary", notice.summary)


def _link(parent: ET.Element, rel: str, here: Address, target: Address, site_url: str | None) -> None:
    href = addresses.canonical(site_url, target) if site_url else addresses.relative(here, target)
    xml_tree.add(parent, "link", attributes={"rel": rel, "href": href})


def _author(catalog: Catalog, edition: Edition) -> str:
    return catalog.branches[edition.branch].footer.organiser or edition.name


def _tag(edition: Edition, path: str) -> str:
    return f"tag:{_AUTHORITY},{edition.year}:{edition.id}/{path}"


def _updated(edition: Edition, notices: list[Notice]) -> date:
    """The newest notice's day; while there is none, the day of the edition's document or its year's first."""
    return notices[0].date if notices else edition.document.issued or date(edition.year, 1, 1)


def _moment(day: date) -> str:
    """The start of a day in China."""
    return f"{day.isoformat()}T00:00:00+08:00"
