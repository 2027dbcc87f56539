"""All pages of a portal: which there are, where they stand, and how each is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from generator.catalog import addresses
from generator.catalog.addresses import Address
from generator.exports import linked_data
from generator.model import Branch, Edition, FreePage, Notice, Track, WinningCase
from generator.views.pages import awards, cases, editions, judging, search, texts, tracks
from generator.views.parts.page import Link, Plan, Shell, Site
from generator.views.parts.shell import LABELS, Heading, edition_shell

Build = Callable[[Site, Edition], Any]

FIXED: tuple[tuple[str, str, Build, str], ...] = (
    ("tracks", "tracks.html", tracks.tracks, "全部赛道及其赛题"),
    ("timeline", "timeline.html", editions.timeline, "各阶段的时间安排"),
    ("guide", "guide.html", editions.guide, "参赛条件、项目要求、提交材料与权益"),
    ("judging", "judging.html", judging.judging, "评审环节与评价指标"),
    ("awards", "awards.html", awards.awards, "奖项名额、奖励与推荐规则"),
    ("winners", "winners.html", cases.winners, "各赛道获奖项目与公示"),
    ("notices", "notices.html", texts.notices, "通知与公告"),
    ("downloads", "downloads.html", texts.downloads, "日历、数据与手册下载"),
    ("contact", "contact.html", editions.contact, "咨询、报名与举报渠道"),
)
"""Section, template, view and description of every fixed page but the list of cases."""

_DOCUMENTS = {
    "timeline": "timeline",
    "judging": "judging",
    "awards": "awards",
}


def plans(site: Site, branch: Branch) -> Iterator[Plan]:
    """Every page of a branch's portal."""
    current = site.catalog.current_edition(branch.key)
    if current is None:
        return
    yield _home(site, current, addresses.branch_home(branch.key))
    yield _search(site, branch, current)
    yield _sitemap(site, branch, current)
    yield _missing(site, branch, current)
    for edition in site.catalog.editions_of(branch.key):
        yield from _edition(site, edition)


def _edition(site: Site, edition: Edition) -> Iterator[Plan]:
    catalog = site.catalog
    yield _home(site, edition, addresses.edition_home(edition.id))
    for name, template, build, about in FIXED:
        yield _fixed(site, edition, name, template, build, about)
    for selection in cases.selections(site, edition):
        yield _listing(site, edition, selection)
    for track in catalog.tracks_of(edition.id):
        yield _track(site, edition, track)
    for notice in catalog.notices_of(edition.id):
        yield _notice(site, edition, notice)
        yield from _aliases(site, edition, notice)
    for page in catalog.pages_of(edition.id):
        yield _free_page(site, edition, page)
        yield from _aliases(site, edition, page)
    for case in catalog.cases_of(edition.id):
        yield _case(site, edition, case)
        yield from _aliases(site, edition, case)


def _home(site: Site, edition: Edition, address: Address) -> Plan:
    is_current = site.catalog.current_edition(edition.branch) == edition
    public = addresses.branch_home(edition.branch) if is_current else address

    def make() -> tuple[Shell, Any]:
        heading = Heading(
            title=edition.name,
            description=edition.summary or edition.name,
            documents=(("edition", edition.id), ("timeline", edition.id)),
            json_ld=(linked_data.script_text(linked_data.event(site.catalog, edition, site.site_url)),),
            canonical=public,
        )
        shell = edition_shell(site, edition, address, heading, "home")
        return shell, editions.home(site, edition)

    return Plan(address, "home.html", make, edition.id, _changed(site, "edition", edition.id), listed=public == address)


def _fixed(site: Site, edition: Edition, name: str, template: str, build: Build, about: str) -> Plan:
    address = addresses.section(edition.id, name)
    kind: Any = _DOCUMENTS.get(name, "edition")

    def make() -> tuple[Shell, Any]:
        documents = ((kind, edition.id),)
        heading = Heading(title=LABELS[name], description=f"{edition.name}：{about}。", documents=documents)
        return edition_shell(site, edition, address, heading, name), build(site, edition)

    return Plan(address, template, make, edition.id, _changed(site, kind, edition.id))


def _listing(site: Site, edition: Edition, selection: cases.Selection) -> Plan:
    def make() -> tuple[Shell, Any]:
        view = cases.listing(site, edition, selection)
        narrowed = f"：{view.chosen}" if view.chosen else ""
        place = f"（第{selection.page}页）" if selection.page > 1 else ""
        shown = site.catalog.cases_of(edition.id)
        first = selection == cases.Selection(edition.id)
        items = linked_data.item_list(site.catalog, shown[: cases.PAGE_SIZE], site.site_url)
        heading = Heading(
            title=f"典型案例{narrowed}{place}",
            description=f"{edition.name}典型案例{narrowed}，共{view.total}个。",
            trail=() if first else (Link(LABELS["cases"], addresses.section(edition.id, "cases")),),
            json_ld=(linked_data.script_text(items),) if first and shown else (),
        )
        return edition_shell(site, edition, selection.address, heading, "cases"), view

    return Plan(selection.address, "cases.html", make, edition.id)


def _track(site: Site, edition: Edition, track: Track) -> Plan:
    address = addresses.track(track.id)

    def make() -> tuple[Shell, Any]:
        heading = Heading(
            title=f"{track.name}赛道",
            description=f"{edition.name}{track.name}赛道的{len(track.topics)}个赛题、指导单位与获奖案例。",
            documents=(("track", track.id),),
            trail=(Link(LABELS["tracks"], addresses.section(edition.id, "tracks")),),
        )
        return edition_shell(site, edition, address, heading, "tracks"), tracks.track(site, track)

    return Plan(address, "track.html", make, edition.id, _changed(site, "track", track.id))


def _case(site: Site, edition: Edition, case: WinningCase) -> Plan:
    address = addresses.case(case.id)

    def make() -> tuple[Shell, Any]:
        work = linked_data.creative_work(site.catalog, case, site.site_url)
        heading = Heading(
            title=case.title,
            description=case.summary,
            documents=(("case", case.id),),
            trail=(Link(LABELS["cases"], addresses.section(edition.id, "cases")),),
            demo=case.demo,
            json_ld=(linked_data.script_text(work),),
        )
        return edition_shell(site, edition, address, heading, "cases"), cases.case(site, case)

    return Plan(address, "case.html", make, edition.id, _changed(site, "case", case.id))


def _notice(site: Site, edition: Edition, notice: Notice) -> Plan:
    address = addresses.notice(notice.id)

    def make() -> tuple[Shell, Any]:
        heading = Heading(
            title=notice.title,
            description=notice.summary or f"{edition.name}：{notice.title}",
            documents=(("notice", notice.id),),
            trail=(Link(LABELS["notices"], addresses.section(edition.id, "notices")),),
            demo=notice.demo,
        )
        return edition_shell(site, edition, address, heading, "notices"), texts.notice(notice)

    return Plan(address, "text.html", make, edition.id, _changed(site, "notice", notice.id))


def _free_page(site: Site, edition: Edition, page: FreePage) -> Plan:
    address = addresses.free_page(page.id)

    def make() -> tuple[Shell, Any]:
        heading = Heading(
            title=page.title,
            description=page.summary or f"{edition.name}：{page.title}",
            documents=(("page", page.id),),
            demo=page.demo,
        )
        return edition_shell(site, edition, address, heading), texts.free_page(page)

    return Plan(address, "text.html", make, edition.id, _changed(site, "page", page.id))


def _aliases(site: Site, edition: Edition, record: Notice | FreePage | WinningCase) -> Iterator[Plan]:
    for old in record.aliases:
        address = addresses.alias(record, old)
        yield Plan(address, "moved.html", partial(_moved, site, edition, record, address), edition.id, listed=False)


def _moved(
    site: Site, edition: Edition, record: Notice | FreePage | WinningCase, address: Address
) -> tuple[Shell, texts.MovedView]:
    target = addresses.of(record)
    heading = Heading(f"已移至：{record.title}", record.title, index=False, canonical=target)
    return edition_shell(site, edition, address, heading), texts.MovedView(target, record.title)


def _search(site: Site, branch: Branch, edition: Edition) -> Plan:
    address = addresses.branch_page(branch.key, "search")

    def make() -> tuple[Shell, Any]:
        heading = Heading("搜索", f"检索{edition.name}门户的案例、赛道、赛题、通知与页面。")
        return edition_shell(site, edition, address, heading), search.portal(site, branch)

    return Plan(address, "search.html", make, edition.id)


def _sitemap(site: Site, branch: Branch, edition: Edition) -> Plan:
    address = addresses.branch_page(branch.key, "sitemap")

    def make() -> tuple[Shell, Any]:
        heading = Heading("网站地图", f"{edition.name}门户的全部页面。")
        return edition_shell(site, edition, address, heading), texts.sitemap(site, branch)

    return Plan(address, "sitemap.html", make, edition.id)


def _missing(site: Site, branch: Branch, edition: Edition) -> Plan:
    address = addresses.branch_file(branch.key, "404.html")

    def make() -> tuple[Shell, Any]:
        heading = Heading("没有找到这个页面", "页面不存在或已移走。", index=False)
        return edition_shell(site, edition, address, heading), editions.home(site, edition)

    return Plan(address, "404.html", make, edition.id, listed=False)


def _changed(site: Site, kind: Any, record_id: str) -> Any:
    source = site.catalog.source(kind, record_id)
    return site.changed(source.path) if source else None
