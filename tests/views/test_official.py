"""Footers and tags of public bodies, how pages are passed on, questions: what the views say of a branch's own words."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.catalog import addresses
from generator.catalog.addresses import Address
from generator.model import Branch, BranchId, EditionId, Faq, FaqItem
from generator.model.branch import SiteMark
from generator.project import load
from generator.publish.manifest import MARKER
from generator.search.entries import gather
from generator.site.facts import site
from generator.site.part import Part, content
from generator.views import Plan, Shell, Site, plans
from tests.search.fabricated import no_cover

ALPHA = BranchId("alpha")
EDITION = EditionId("alpha/2026")
SITE = "https://contest.example/"


@pytest.fixture
def views(contest: Path) -> Site:
    project = load(contest)
    assert project.catalog is not None
    return site(contest, project.catalog.public(date(2026, 9, 30)), SITE)


def with_branch(views: Site, footer: dict[str, Any], **changes: Any) -> Site:
    branch: Branch = views.catalog.branches[ALPHA]
    branch = branch.model_copy(update={"footer": branch.footer.model_copy(update=footer), **changes})
    return replace(views, catalog=replace(views.catalog, branches={**views.catalog.branches, ALPHA: branch}))


def plan(views: Site, address: str) -> Plan:
    return next(each for each in plans(views, views.catalog.branches[ALPHA]) if each.address == address)


def shell(views: Site, address: str) -> Shell:
    return plan(views, address).make(views)[0]


HOME = "alpha/2026/index.html"
NOTICE = "alpha/2026/notices/launch/index.html"


def test_numbers_lead_to_the_registers_that_hold_them(views: Site) -> None:
    given = {"icp": "甲ICP备1号", "police": "甲公网安备 10203040506070号", "site_code": "1234567890"}
    given["phone"] = "0000-123 45"
    footer = shell(with_branch(views, given), NOTICE).footer
    links = {line.label: line.external for line in footer.lines}
    assert links["甲ICP备1号"] == "https://beian.miit.gov.cn/"
    assert links["电话：0000-123 45"] == "tel:000012345"
    page = "https%3A%2F%2Fcontest.example%2Falpha%2F2026%2Fnotices%2Flaunch%2F"
    assert links["政府网站找错"] == f"https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=1234567890&url={page}"
    assert footer.police
    assert footer.police.external == "https://beian.mps.gov.cn/#/query/webSearch?code=10203040506070"


def test_a_branch_that_says_nothing_claims_nothing(views: Site) -> None:
    found = shell(views, HOME)
    labels = [line.label for line in found.footer.lines]
    assert labels == ["主办单位：甲州省数据局", "甲ICP备00000000号"]
    assert (found.footer.police, found.footer.marks, found.leaving) == (None, (), None)
    assert [name for name, _ in found.head.names] == ["twitter:card"]


def test_marks_are_pictures_of_the_branch_with_their_proof(views: Site) -> None:
    mark = SiteMark(file="body.png", kind="institution", url="https://mark.example/")
    (shown,) = shell(with_branch(views, {"mark": mark}), HOME).footer.marks
    assert (shown.picture, shown.words, shown.external) == (
        "alpha/body.png",
        "事业单位网站标识",
        "https://mark.example/",
    )


def test_pages_of_public_bodies_have_the_tags_of_their_kind(views: Site) -> None:
    public = with_branch(views, {"site_code": "1234567890"}, profile_kind="government")
    home, notice = (dict(shell(public, address).head.names) for address in (HOME, NOTICE))
    assert (home["SiteDomain"], home["SiteIDCode"], home["ColumnType"]) == ("contest.example", "1234567890", "首页")
    assert "ArticleTitle" not in home
    record = next(each for each in public.catalog.notices.values() if addresses.of(each) == NOTICE)
    assert notice["ArticleTitle"] == record.title
    assert notice["PubDate"] == f"{record.date} 00:00"
    assert notice["ContentSource"] == record.source or "甲州省数据局"
    assert (notice["ColumnName"], notice["Url"]) == ("通知公告", f"{SITE}alpha/2026/notices/launch/")


def test_without_an_address_nothing_absolute_is_said(views: Site) -> None:
    found = shell(replace(views, site_url=None), NOTICE)
    assert not any(name in ("og:image", "og:url") for name, _ in found.head.properties)
    assert found.sharing
    assert (found.sharing.url, found.sharing.code) == (None, None)
    assert plan(replace(views, site_url=None), NOTICE).card(replace(views, site_url=None)) is None


def test_pages_show_their_own_picture_or_that_of_their_edition(views: Site) -> None:
    def picture(address: str) -> str | None:
        return dict(shell(views, address).head.properties).get("og:image")

    assert picture(NOTICE) == f"{SITE}alpha/2026/notices/launch/share.jpg"
    assert picture("alpha/index.html") == picture("alpha/2026/guide/index.html") == f"{SITE}alpha/2026/share.jpg"
    assert plan(views, NOTICE).card(views)
    assert plan(views, "alpha/2026/guide/index.html").card(views) is None


def test_the_hub_and_each_portal_have_their_icons(views: Site, contest: Path) -> None:
    for name, folder in ((None, ""), (ALPHA, "alpha/")):
        made = dict(Part(contest, views, name)._icons())
        assert {address.removeprefix(folder) for address in made} == {
            *("favicon.ico", "apple-touch-icon.png", "icon-192.png", "icon-512.png", "app.webmanifest"),
        }
        assert MARKER not in made
        manifest = json.loads(content(made[Address(f"{folder}app.webmanifest")]))
        assert all(f"{folder}{icon['src']}" in made for icon in manifest["icons"])


def test_without_a_font_there_are_neither_pictures_nor_icons(views: Site) -> None:
    plain = replace(views, lettered=False)
    found = shell(plain, NOTICE)
    assert found.head.icons is None
    assert "og:image" not in dict(found.head.properties)
    assert plan(plain, NOTICE).card(plain) is None


def test_questions_lead_to_what_readers_can_see(views: Site) -> None:
    asked = (
        {"question": "一？", "answer": "答。", "link": "record:timeline"},
        {"question": "二？", "answer": "答。", "link": "https://results.example/list"},
        {"question": "三？", "answer": "答。", "link": "record:notices/nothing"},
    )
    faq = Faq(questions=tuple(map(FaqItem.model_validate, asked)))
    asking = replace(views, catalog=replace(views.catalog, faqs={EDITION: faq}))
    address = "alpha/2026/faq/index.html"
    _, view = plan(asking, address).make(asking)
    links = [each.link and (each.link.label, each.link.address or each.link.external) for each in view.questions]
    assert links == [
        ("赛程安排", "alpha/2026/timeline/index.html"),
        ("results.example", "https://results.example/list"),
        None,
    ]
    found = {each.address: each.make() for each in gather(asking.catalog, asking.catalog.editions[EDITION], no_cover)}
    assert found[addresses.question(EDITION, 2)].one("title") == "二？"
    assert "常见问题" in [link.label for link in shell(asking, HOME).navigation]
    assert "常见问题" not in [link.label for link in shell(views, HOME).navigation]


# The document that an edition began with


@pytest.mark.parametrize("url", [None, "https://data.example/notice"])
def test_an_edition_without_posts_shows_the_document_that_it_began_with(contest: Path, url: str | None) -> None:
    for post in (contest / "content/alpha/2026/notices").iterdir():
        post.unlink()
    edition = contest / "content/alpha/2026/edition.yml"
    text = edition.read_text("utf-8").replace(
        "  number: 甲数发", f"  url: {url}\n  number: 甲数发" if url else "  number: 甲数发"
    )
    edition.write_text(text, "utf-8")
    for page in ("", "notices/"):
        html = shown(contest, f"alpha/2026/{page}")
        assert "《关于举办2026年“知行数据”大赛甲州分赛的通知》（甲数发〔2026〕1号）" in html
        assert '<time datetime="2026-05-20">2026年5月20日</time>' in html
        assert (f'<a href="{url}" rel="noopener"' in html) == bool(url)
        assert ("没有原文网址。" in html) == (not url)
        assert "尚未收录通知" not in html


def test_an_edition_of_which_no_document_is_known_has_no_notices(contest: Path) -> None:
    for post in (contest / "content/beta/2026/notices").iterdir():
        post.unlink()
    html = shown(contest, "beta/2026/notices/")
    assert "本站尚未收录通知。" in html
    assert "notice-list" not in html


def shown(contest: Path, address: str) -> str:
    """A page of a contest, without what lets its headings break."""
    catalog = load(contest).catalog
    assert catalog is not None
    made = site(contest, catalog.public(date(2026, 9, 30)), SITE)
    branch = BranchId(address.partition("/")[0])
    plan = next(each for each in plans(made, made.catalog.branches[branch]) if each.address == f"{address}index.html")
    ((_, page),) = Part(contest, made, branch).page(plan).make()
    html = content(page).decode()
    return re.sub('<wbr[^>]*>|<span class="(phrases|whole)">|</span>', "", html)
