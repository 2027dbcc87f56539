"""The shell of a page: portal head, navigation, breadcrumbs, source and dates, footer."""

from __future__ import annotations

from dataclasses import dataclass

from generator.catalog import addresses
from generator.catalog.addresses import Address
from generator.exports import linked_data
from generator.media.palette import palette
from generator.model import Branch, Edition
from generator.views.parts import official, sharing, wording
from generator.views.parts.official import Article, PortalColumn
from generator.views.parts.page import FooterView, Link, PageHead, Plan, PortalHead, SearchBox, Shell, Site

LABELS = {
    "tracks": "赛道赛题",
    "timeline": "赛程安排",
    "guide": "参赛指南",
    "judging": "评审标准",
    "awards": "奖项设置",
    "winners": "获奖名单",
    "finals": "总决赛",
    "cases": "典型案例",
    "statistics": "数据统计",
    "notices": "通知公告",
    "downloads": "资料下载",
    "faq": "常见问题",
    "contact": "联系我们",
}
"""How the sections of an edition are called."""


def label(site: Site, section: str) -> str:
    """What a section is called in the contest's words."""
    return site.say(LABELS[section])


@dataclass(frozen=True, slots=True)
class Heading:
    """What a page says of itself: its heading, and a description for search engines."""

    title: str
    description: str
    trail: tuple[Link, ...] = ()
    demo: bool = False
    json_ld: tuple[str, ...] = ()
    index: bool = True
    canonical: Address | None = None
    article: Article | None = None
    """What a page with a text of its own says of it; such pages are passed on by themselves."""


def edition_shell(site: Site, edition: Edition, plan: Plan, heading: Heading) -> Shell:
    """The shell of a page that belongs to an edition."""
    branch = site.catalog.branches[edition.branch]
    address, changed, repository = plan.address, plan.changed, (branch.repository or "").rstrip("/")
    home = Link("首页", addresses.edition_home(edition.id))
    trail = (home, *heading.trail, Link(heading.title, current=True)) if address != home.address else ()
    demo = heading.demo or site.catalog.is_demo(edition.id)
    return Shell(
        address=address,
        title=heading.title if heading.title == edition.name else f"{heading.title} · {edition.name}",
        heading=heading.title,
        description=heading.description,
        portal=portal_head(site, branch, edition),
        navigation=navigation(site, edition, plan.kind.section),
        breadcrumbs=trail,
        editions=tuple(
            Link(f"{each.year}年", addresses.edition_home(each.id), current=each.id == edition.id)
            for each in site.catalog.editions_of(branch.key)
        ),
        footer=_footer(site, branch, edition, heading.canonical or address),
        search=_search(site, branch),
        accessibility=addresses.branch_page(branch.key, "accessibility"),
        elders=addresses.branch_page(branch.key, "elders"),
        demo=demo,
        announced=site.catalog.is_announced(edition.id),
        source=wording.source(edition),
        source_url=edition.document.url,
        edit_url=f"{repository}/{plan.documents[0]}" if repository and plan.documents else None,
        updated=wording.day(changed) if changed else None,
        updated_iso=changed.isoformat() if changed else None,
        canonical=site.canonical(heading.canonical or address),
        base=site.base(address),
        missing=address.endswith("404.html"),
        feed=addresses.export(edition.id, "feed.xml"),
        index=heading.index and not demo,
        json_ld=(*heading.json_ld, *_trail_data(site, heading, trail, address)),
        head=_head(site, branch, edition, plan, heading),
        sharing=sharing.sharing(site, address) if heading.article else None,
        leaving=branch.leaving_notice,
    )


def _head(site: Site, branch: Branch, edition: Edition, plan: Plan, heading: Heading) -> PageHead:
    """What the page says of itself; one without a picture of its own shows that of its edition."""
    own = plan.address if plan.kind.card else addresses.edition_home(edition.id)
    own = addresses.edition_home(edition.id) if own == addresses.branch_home(branch.key) else own
    name = portal_head(site, branch, edition).name
    section = plan.kind.section
    called = label(site, section) if section in LABELS else "首页" if section == "home" else heading.title
    column = PortalColumn(section, called, f"{edition.name}：{called}" if heading.article else heading.description)
    url = site.canonical(heading.canonical or plan.address)
    tags = tuple(official.tags(site, branch, edition.name, column, heading.title, heading.article, url))
    icons = sharing.icons(site, branch.key)
    picture = addresses.share_picture(own)
    return sharing.head(site, heading.title, heading.description, name, url, picture, icons, heading.article, tags)


def _trail_data(site: Site, heading: Heading, trail: tuple[Link, ...], address: Address) -> tuple[str, ...]:
    """The trail for search engines."""
    steps = [(link.label, link.address or address) for link in trail if heading.index]
    return linked_data.scripts(linked_data.breadcrumbs(steps, site.site_url))


def portal_head(site: Site, branch: Branch, edition: Edition) -> PortalHead:
    """Name, mark and home of an edition's portal."""
    name = site.catalog.contest.name if branch.kind == "national" else site.words.branch_name(branch.name)
    return PortalHead(
        name=name,
        full_name=edition.name,
        mark=branch.mark,
        home=addresses.edition_home(edition.id),
        assets=addresses.branch_file(branch.key, "assets"),
        logo=addresses.branch_file(branch.key, branch.logo) if branch.logo else None,
        colour=palette(branch.colours).banner,
        overview=addresses.hub() if site.hub else None,
    )


def _search(site: Site, branch: Branch) -> SearchBox:
    whole = "本站" if branch.key == site.catalog.only_portal else site.say("全国大赛")
    scope = whole if branch.kind == "national" else site.words.branch_name(branch.name)
    return SearchBox(addresses.branch_page(branch.key, "search"), addresses.search_manifest(branch.key), scope)


def navigation(site: Site, edition: Edition, current: str = "", empty: bool = False) -> tuple[Link, ...]:
    """An edition's home and its sections; those with nothing in them yet only where they are, or when asked for."""
    catalog = site.catalog
    there = [
        name
        for name in addresses.sections(catalog, edition.id)
        if empty or name == current or not catalog.is_empty(edition.id, name)
    ]
    home = Link("首页", addresses.edition_home(edition.id), current=current == "home")
    listed = (name for name in LABELS if name in there)
    return (
        home,
        *(Link(label(site, name), addresses.section(edition.id, name), current=current == name) for name in listed),
    )


def _footer(site: Site, branch: Branch, edition: Edition, here: Address) -> FooterView:
    pages = tuple(
        Link(page.title, addresses.of(page))
        for page in site.catalog.pages_of(edition.id)
        if page.nav and page.slug != branch.footer.privacy
    )
    links = (
        *pages,
        Link(label(site, "contact"), addresses.section(edition.id, "contact")),
        Link("网站地图", addresses.branch_page(branch.key, "sitemap")),
        *([Link(site.say("各分赛总览"), addresses.hub())] if site.hub else ()),
    )
    return official.footer(site, branch, edition, here, links)
