from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from generator.exports.feed import NAMESPACE, feed_xml
from tests.exports.fabricated import FULL, SILENT, SITE

NAMES = {"a": NAMESPACE}


def texts(root: ET.Element, path: str) -> list[str | None]:
    return [element.text for element in root.findall(path, NAMES)]


def links(root: ET.Element, path: str) -> dict[str, str]:
    return {link.attrib["rel"]: link.attrib["href"] for link in root.findall(path, NAMES)}


@pytest.fixture
def feed(catalog):
    return ET.fromstring(feed_xml(catalog, FULL, None))


def test_notices_stand_newest_first(feed):
    assert texts(feed, "a:entry/a:title") == ["【虚构示例】结果公示", "分赛启动"]
    assert texts(feed, "a:entry/a:updated") == ["2026-08-21T00:00:00+08:00", "2026-06-01T00:00:00+08:00"]
    assert texts(feed, "a:entry/a:summary") == ["<b>启动</b> & 报名"]


def test_the_feed_names_itself(feed):
    assert texts(feed, "a:title") == ["2026年大赛云川分赛通知公告"]
    assert texts(feed, "a:updated") == ["2026-08-21T00:00:00+08:00"]
    assert texts(feed, "a:author/a:name") == ["云川省数据局"]


def test_links_are_relative_to_the_feed_until_the_site_has_an_address(feed):
    assert links(feed, "a:link") == {"self": "feed.xml", "alternate": "../notices/index.html"}
    assert links(feed, "a:entry[2]/a:link") == {"alternate": "../notices/launch/index.html"}
    assert not any(name.endswith("base") for element in feed.iter() for name in element.attrib)


def test_links_are_absolute_when_the_site_has_an_address(catalog):
    feed = ET.fromstring(feed_xml(catalog, FULL, SITE))
    assert links(feed, "a:link")["self"] == f"{SITE}yunchuan/2026/data/feed.xml"
    assert links(feed, "a:entry[2]/a:link") == {"alternate": f"{SITE}yunchuan/2026/notices/launch/"}


def test_ids_differ_and_do_not_depend_on_where_the_site_is(catalog, feed):
    elsewhere = ET.fromstring(feed_xml(catalog, FULL, SITE))
    ids = texts(feed, ".//a:id")
    assert ids == texts(elsewhere, ".//a:id")
    assert len(set(ids)) == 3
    assert all(text and text.startswith("tag:") for text in ids)


def test_an_edition_without_notices_has_a_valid_empty_feed(catalog):
    feed = ET.fromstring(feed_xml(catalog, SILENT, None))
    assert texts(feed, "a:entry") == []
    assert texts(feed, "a:updated") == ["2026-01-01T00:00:00+08:00"]
