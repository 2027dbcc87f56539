"""All pages of a portal: the table of their kinds, which there are, and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any

from generator.catalog import Kind, addresses
from generator.catalog.addresses import Address
from generator.exports import linked_data
from generator.exports.linked_data import LinkedData
from generator.model import Branch, Edition, FreePage, ListKind, Notice, Track, WinningCase
from generator.views.pages import (
    access,
    awards,
    cases,
    editions,
    entries,
    faq,
    finals,
    judging,
    numbers,
    search,
    texts,
    tracks,
)
from generator.views.parts.official import Article
from generator.views.parts.page import Link, PageKind, Plan, Shell, Site
from generator.views.parts.shell import LABELS, Heading, edition_shell, label
from generator.views.plans import pictures

View = Callable[[Site, Edition], Any]


def plans(site: Site, branch: Branch) -> Iterator[Plan]:
    """Every page of a branch's portal."""
    catalog = site.catalog
    current = catalog.current_edition(branch.key)
    if current is None:
        return
    home = addresses.branch_home(branch.key)
    yield _plan(site, HOME, current, home, current)
    yield _plan(site, SEARCH, current, addresses.branch_page(branch.key, "search"), branch)
    yield _plan(site, SITEMAP, current, addresses.branch_page(branch.key, "sitemap"), branch)
    yield _plan(site, ELDERS, current, addresses.branch_page(branch.key, "elders"), current)
    yield _plan(site, ACCESSIBILITY, current, addresses.branch_page(branch.key, "accessibility"), branch)
    yield _plan(site, MISSING, current, addresses.branch_file(branch.key, "404.html"), current)
    for edition in catalog.editions_of(branch.key):
        address = addresses.edition_home(edition.id)
        yield _plan(site, HOME, edition, address, edition, listed=edition.id != current.id)
        yield from _edition(site, edition)


def _edition(site: Site, edition: Edition) -> Iterator[Plan]:
    """The pages of an edition but its home."""
    catalog = site.catalog
    kinds = {kind.section: kind for kind in SECTIONS}
    for name in (name for name in addresses.sections(catalog, edition.id) if name in kinds):
        yield _plan(site, kinds[name], edition, addresses.section(edition.id, name), edition)
    for selection in cases.selections(site, edition):
        yield _plan(site, LISTING, edition, selection.address, selection)
    for list_kind in entries.kinds(site, edition):
        yield _plan(site, LIST, edition, addresses.entry_list(edition.id, list_kind), edition, list_kind)
    for entry in catalog.entries_in(edition.id, ListKind.WINNERS):
        if catalog.has_row(edition.id, entry.number):
            yield _plan(site, ENTRY, edition, addresses.entry(edition.id, entry.number), edition, entry.number)
    for kind, records in (
        (TRACK, catalog.tracks_of(edition.id)),
        (NOTICE, catalog.notices_of(edition.id)),
        (FREE_PAGE, catalog.pages_of(edition.id)),
        (CASE, catalog.cases_of(edition.id)),
    ):
        for record in records:
            yield _plan(site, kind, edition, addresses.of(record), record)
            for old in record.aliases:
                yield _plan(site, MOVED, edition, addresses.alias(record, old), record)


def _plan(site: Site, kind: PageKind, edition: Edition, address: Address, *about: Any, listed: bool = True) -> Plan:
    documents = tuple(filter(None, (site.catalog.file(name, about[0].id) for name in kind.documents)))
    demo = site.catalog.is_demo(edition.id) or any(getattr(each, "demo", False) for each in about)
    listed = listed and kind.listed and not demo
    return Plan(address, kind, about, edition.id, documents, site.changed(*documents), listed)


# What each kind of page says of itself


def _home(site: Site, edition: Edition, _: Edition) -> Heading:
    is_current = site.catalog.current_edition(edition.branch) == edition
    return Heading(
        title=edition.name,
        description=edition.summary or edition.name,
        json_ld=linked_data.scripts(
            linked_data.event(site.catalog, edition, site.site_url, site.lettered),
            _web_site(site, edition) if is_current else None,
        ),
        canonical=addresses.branch_home(edition.branch) if is_current else None,
    )


def _web_site(site: Site, edition: Edition) -> LinkedData | None:
    home, found = addresses.branch_home(edition.branch), addresses.branch_page(edition.branch, "search")
    return linked_data.web_site(edition.name, home, found, site.site_url)


def _said(title: str, about: str, site: Site, edition: Edition, *_: object, index: bool = True) -> Heading:
    """What is the same for all; {} stands for the edition's name."""
    return Heading(site.say(title), site.say(about).format(edition.name), index=index)


def _faq(site: Site, edition: Edition, __: Edition) -> Heading:
    asked = site.catalog.questions_of(edition.id)
    about = f"{edition.name}：报名、材料、评审、奖励等常见问题的回答。"
    return Heading(label(site, "faq"), about, json_ld=linked_data.scripts(linked_data.faq_page(asked)))


def _listing(site: Site, edition: Edition, selection: cases.Selection) -> Heading:
    chosen = cases.chosen_label(site, selection)
    narrowed = f"：{chosen}" if chosen else ""
    place = f"（第{selection.page}页）" if selection.page > 1 else ""
    shown = site.catalog.cases_of(edition.id)
    first = selection == cases.Selection(edition.id)
    items = linked_data.item_list(site.catalog, shown[: cases.PAGE_SIZE], site.site_url)
    return Heading(
        title=f"{label(site, 'cases')}{narrowed}{place}",
        description=f"{edition.name}{label(site, 'cases')}{narrowed}，共{len(cases.chosen(site, selection))}个。",
        trail=() if first else _under(site, "cases", edition),
        json_ld=linked_data.scripts(items) if first and shown else (),
    )


def _list(site: Site, edition: Edition, __: Edition, kind: ListKind) -> Heading:
    name = entries.name_of(site, kind)
    return Heading(name, f"{edition.name}{name}。", trail=_under(site, "winners", edition))


def _entry(site: Site, edition: Edition, _: Edition, number: str) -> Heading:
    entry = site.catalog.entry(edition.id, number)
    assert entry
    won = f"{edition.name}{site.say('获奖项目')}：{entry.title}，{entry.holder}，{'、'.join(entry.awards)}。"
    return Heading(entry.title, won, trail=_under(site, "winners", edition))


def _track(site: Site, edition: Edition, track: Track) -> Heading:
    count = f"{len(track.topics)}个" if track.topics else ""
    name = site.words.track_name(track.name)
    return Heading(
        title=name,
        description=f"{edition.name}{name}的{count}{site.say('赛题、指导单位与获奖案例。')}",
        trail=_under(site, "tracks", edition),
    )


def _case(site: Site, edition: Edition, case: WinningCase) -> Heading:
    changed = _changed(site, "case", case.id)
    work = linked_data.creative_work(site.catalog, case, site.site_url, site.lettered, changed)
    return Heading(
        title=case.title,
        description=case.summary,
        trail=_under(site, "cases", edition),
        demo=case.demo,
        json_ld=linked_data.scripts(work),
        article=Article(case.holder, case.publish_at, case.tags),
    )


def _changed(site: Site, kind: Kind, record: str) -> date | None:
    file = site.catalog.file(kind, record)
    return site.changed(file) if file else None


def _notice(site: Site, edition: Edition, notice: Notice) -> Heading:
    changed = _changed(site, "notice", notice.id)
    article = linked_data.news_article(site.catalog, notice, site.site_url, site.lettered, changed)
    return Heading(
        title=notice.title,
        description=notice.summary or f"{edition.name}：{notice.title}",
        trail=_under(site, "notices", edition),
        demo=notice.demo,
        json_ld=linked_data.scripts(article),
        article=Article(notice.source, notice.publish_at or notice.date),
    )


def _free_page(_: Site, edition: Edition, page: FreePage) -> Heading:
    about = page.summary or f"{edition.name}：{page.title}"
    return Heading(page.title, about, demo=page.demo, article=Article(published=page.publish_at))


def _moved(site: Site, _: Edition, record: Track | Notice | FreePage | WinningCase) -> Heading:
    view = texts.moved(site, record)
    return Heading(f"已移至：{view.title}", view.title, index=False, canonical=view.target)


def _under(site: Site, section: str, edition: Edition) -> tuple[Link, ...]:
    """The trail of a page below a section's own."""
    return (Link(label(site, section), addresses.section(edition.id, section)),)


# The table of kinds


def _shell(heading: Callable[..., Heading], site: Site, plan: Plan) -> Shell:
    assert plan.edition
    edition = site.catalog.editions[plan.edition]
    return edition_shell(site, edition, plan, heading(site, edition, *plan.about))


def _kind(template: str, view: Callable[..., Any], heading: Callable[..., Heading], **facts: Any) -> PageKind:
    return PageKind(f"{template}.html", view, partial(_shell, heading), **facts)


def _fixed(name: str, view: View, about: str, document: Kind = "edition") -> PageKind:
    """A section that is one page about its edition."""
    return _kind(name, view, partial(_said, LABELS[name], f"{{}}：{about}。"), section=name, documents=(document,))


_NOW: tuple[Kind, ...] = ("edition", "timeline")
HOME = _kind("home", editions.home, _home, section="home", documents=_NOW, card=pictures.edition)
SECTIONS = (
    _fixed("tracks", tracks.tracks, "全部赛道及其赛题"),
    _fixed("timeline", editions.timeline, "各阶段的时间安排", "timeline"),
    _fixed("guide", editions.guide, "参赛条件、项目要求、提交材料与权益"),
    _fixed("judging", judging.judging, "评审环节与评价指标", "judging"),
    _fixed("awards", awards.awards, "奖项名额、奖励与推荐规则", "awards"),
    _fixed("winners", partial(entries.entry_list, kind=ListKind.WINNERS), "各赛道获奖项目与公示"),
    _fixed("finals", finals.finals, "推荐项目与全国总决赛", "entries"),
    _fixed("statistics", numbers.statistics, "报送、获奖与推荐项目的数字", "statistics"),
    _fixed("notices", texts.notices, "通知与公告"),
    _fixed("downloads", texts.downloads, "日历、数据与手册下载"),
    _kind("faq", faq.faq, _faq, section="faq", documents=("faq",)),
    _fixed("contact", editions.contact, "咨询、报名与举报渠道"),
)
LIST = _kind("winners", entries.entry_list, _list, section="winners", documents=("entries",))
ENTRY = _kind("entry", entries.page, _entry, section="winners", documents=("entries",))
LISTING = _kind("cases", cases.listing, _listing, section="cases")
TRACK = _kind("track", tracks.track, _track, section="tracks", documents=("track",), card=pictures.track)
CASE = _kind("case", cases.page, _case, section="cases", documents=("case",), card=pictures.case)
NOTICE = _kind("text", texts.notice, _notice, section="notices", documents=("notice",), card=pictures.notice)
FREE_PAGE = _kind("text", texts.free_page, _free_page, documents=("page",))
MOVED = _kind("moved", texts.moved, _moved, listed=False)
SEARCH = _kind("search", search.portal, partial(_said, "搜索", "检索{}门户的案例、赛道、赛题、通知与页面。"))
SITEMAP = _kind("sitemap", texts.sitemap, partial(_said, "网站地图", "{}门户的全部页面。"))
_OF_ELDERS = partial(_said, "长者版", "{}：进行到哪一步、怎样报名、赛道和电话，大字。")
ELDERS = _kind("elders", access.elders, _OF_ELDERS, documents=_NOW)
_OF_ACCESS = partial(_said, "无障碍说明", "{}网站的阅读工具、快捷键与无障碍检查。")
ACCESSIBILITY = _kind("accessibility", access.accessibility, _OF_ACCESS)
_OF_NOTHING = partial(_said, "没有找到这个页面", "页面不存在或已移走。", index=False)
MISSING = _kind("404", editions.home, _OF_NOTHING, listed=False)
