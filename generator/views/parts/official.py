"""What a public body owes under every page, and the tags by which its pages are read.

Tags, their names and contents: annex on page design of 《政府网站发展指引》（国办发〔2017〕47号）. Numbers are looked
up at beian.miit.gov.cn (ICP) and beian.mps.gov.cn (public security); zfwzgl.www.gov.cn takes reports of mistakes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlsplit

from generator.catalog import addresses
from generator.catalog.addresses import Address
from generator.model import Branch, Edition
from generator.model.moment import begins
from generator.views.parts.page import FooterView, Link, Mark, Site

_ICP = "https://beian.miit.gov.cn/"
_POLICE = "https://beian.mps.gov.cn/#/query/webSearch?code="
_MISTAKES = "https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code="

_MARKS = {"party-government": "党政机关网站标识", "institution": "事业单位网站标识"}

_COLUMN_TYPES = {
    "home": "首页",
    "guide": "办事服务",
    "notices": "工作动态",
    "statistics": "数据发布",
    "downloads": "数据开放",
    "faq": "回应关切",
    "contact": "咨询投诉",
}
"""The kinds of columns that the rule names; all others are about the contest itself."""

_COLUMN_TYPE = "概况信息"


@dataclass(frozen=True, slots=True)
class Article:
    """What a page with a text of its own says of it: who stands behind it, since when it is public, its catchwords."""

    source: str | None = None
    published: date | None = None
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PortalColumn:
    """The part of a portal that a page belongs to: its key, its name, and what it holds."""

    section: str
    name: str
    description: str


def footer(site: Site, branch: Branch, edition: Edition, here: Address, links: tuple[Link, ...]) -> FooterView:
    """The footer of a page: who is responsible, how to reach them, numbers and marks with their proofs."""
    given, mark = branch.footer, branch.footer.mark
    privacy = _privacy(site, branch, edition)
    return FooterView(
        texts=tuple(text for text in (given.copyright, given.text) if text),
        lines=tuple(_lines(site, branch, here)),
        links=(*links, *([privacy] if privacy else ())),
        marks=(Mark(addresses.branch_file(branch.key, mark.file), _MARKS[mark.kind], mark.url),) if mark else (),
        badge=addresses.branch_file(branch.key, given.police_badge) if given.police_badge else None,
        police=_police(given.police) if given.police else None,
    )


def _lines(site: Site, branch: Branch, here: Address) -> Iterator[Link]:
    given = branch.footer
    said = (("主办单位", given.organiser), ("承办单位", given.undertaker), ("地址", given.address))
    yield from (Link(f"{name}：{value}") for name, value in said if value)
    if given.phone:
        yield Link(f"电话：{given.phone}", external=f"tel:{re.sub(r'[^0-9+]', '', given.phone)}")
    if given.email:
        yield Link(f"电子邮箱：{given.email}", external=f"mailto:{given.email}")
    if given.icp:
        yield Link(given.icp, external=_ICP)
    if given.site_code:
        yield Link(f"网站标识码：{given.site_code}")
        page = site.canonical(here)
        about = f"&url={quote(page, safe='')}" if page else ""
        yield Link("政府网站找错", external=f"{_MISTAKES}{quote(given.site_code)}{about}")
    if given.ipv6:
        yield Link("本网站支持 IPv6")


def _police(number: str) -> Link:
    """The number leads to the register by its digits."""
    code = re.sub(r"\D", "", number)
    return Link(number, external=f"{_POLICE}{code}" if code else None)


def _privacy(site: Site, branch: Branch, edition: Edition) -> Link | None:
    """The page on privacy of this edition, or else of the newest that has one."""
    if not branch.footer.privacy:
        return None
    editions = (edition, *site.catalog.editions_of(branch.key))
    found = (addresses.resolve(site.catalog, each.id, f"pages/{branch.footer.privacy}") for each in editions)
    address = next((each for each in found if each), None)
    return Link("隐私声明", address) if address else None


def tags(
    site: Site, branch: Branch, name: str, column: PortalColumn, title: str, article: Article | None, url: str | None
) -> Iterator[tuple[str, str]]:
    """The tags of a page of a public body's site: those of the site, of its column, and of its text; none of others.

    The rule's Description is the `description` that every page has: names of tags are the same in either case.
    """
    if branch.profile_kind != "government":
        return
    yield "SiteName", name
    if site.site_url:
        yield "SiteDomain", urlsplit(site.site_url).netloc
    if branch.footer.site_code:
        yield "SiteIDCode", branch.footer.site_code
    yield "ColumnName", column.name
    yield "ColumnDescription", column.description
    yield "ColumnKeywords", f"{column.name},{name}"
    yield "ColumnType", _COLUMN_TYPES.get(column.section, _COLUMN_TYPE)
    if article:
        yield from _article_tags(branch, title, article)
    if article and url:
        yield "Url", url


def _article_tags(branch: Branch, title: str, article: Article) -> Iterator[tuple[str, str]]:
    yield "ArticleTitle", title
    if article.published:
        yield "PubDate", begins(article.published).strftime("%Y-%m-%d %H:%M")
    source = article.source or branch.footer.organiser
    if source:
        yield "ContentSource", source
        yield "Author", source
    if article.keywords:
        yield "Keywords", ",".join(article.keywords)
