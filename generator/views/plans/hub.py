"""The pages of the hub: all branches and editions, side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from generator.catalog import addresses
from generator.catalog.addresses import Address
from generator.exports import linked_data
from generator.media.palette import palette
from generator.model import Branch, Edition
from generator.views.pages import access, cases, editions, search
from generator.views.pages.compare import Column, all_branches, all_editions, column, compare, searched
from generator.views.pages.editor import editor
from generator.views.pages.search import GalleryView
from generator.views.pages.texts import MovedView
from generator.views.pages.topics import topics
from generator.views.parts import blocks, sharing, today, wording
from generator.views.parts.blocks import CaseCard, Figure
from generator.views.parts.page import FooterView, Link, PageKind, Plan, PortalHead, SearchBox, Shell, Site
from generator.views.parts.shell import Heading, edition_shell
from generator.views.parts.today import StandingLine
from generator.views.plans import pictures

NEWEST_CASES = 6

STATUSES = (
    ("before", "尚未开始"),
    ("open", "报名中"),
    ("closing", "即将截止"),
    ("closed judging", "已截止或评审中"),
    ("publicity", "公示中"),
    ("results after", "已结束"),
)


@dataclass(frozen=True, slots=True)
class EditionEntry:
    """One edition in a list of branches."""

    year: str
    address: Address
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class BranchEntry:
    """One branch: what its newest edition is about now, and its older editions, the newest of these first."""

    full_name: str
    mark: str
    profile: str | None
    address: Address
    colour: str
    demo: bool
    standing: tuple[StandingLine, ...]
    newest: EditionEntry
    older: tuple[EditionEntry, ...]


@dataclass(frozen=True, slots=True)
class HubHomeView:
    """The hub's home."""

    theme: str | None
    summary: str | None
    figures: tuple[Figure, ...]
    branches: tuple[BranchEntry, ...]
    statuses: tuple[tuple[str, str], ...]
    """By what branches may be narrowed: states, and how they are called."""
    cases: tuple[CaseCard, ...]
    cases_total: int
    links: dict[str, Address]


@dataclass(frozen=True, slots=True)
class HubCasesView:
    """The cases of all branches by edition."""

    groups: tuple[tuple[Column, tuple[CaseCard, ...], int, Address], ...]
    total: int
    gallery: GalleryView | None


PAGES = (("", "首页"), ("compare", "分赛对照"), ("topics", "共有赛题"), ("cases", "全部案例"))


SOURCES = "各分赛内容依据其公开通知整理，如有出入，以通知原文为准。"


def plans(site: Site) -> Iterator[Plan]:
    """Every page of the hub; where there is but one portal, the way there stands in for most of them."""
    for kind in (*KINDS, ACCESSIBILITY) if site.catalog.only_portal is None else (FRONT,):
        yield Plan(addresses.hub(kind.section), kind, listed=kind.listed)
    yield Plan(addresses.hub_file("404.html"), MISSING, listed=MISSING.listed)
    if site.catalog.contest.editor:
        yield Plan(addresses.hub(EDITOR.section), EDITOR, listed=EDITOR.listed)


def shell(heading: str, site: Site, plan: Plan) -> Shell:
    """The shell of a page of the hub; its home is called as the site is."""
    contest, address, current = site.catalog.contest, plan.address, plan.kind.section
    only = site.catalog.only_portal
    here, pages = (addresses.hub, PAGES) if only is None else (partial(addresses.branch_page, only), ())
    heading = site.say(heading) or contest.site.title
    links = tuple(Link(site.say(label), addresses.hub(name), current=name == current) for name, label in pages)
    branches = tuple(
        Link(f"{branch.full_name}（示例）" if branch.demo else branch.full_name, addresses.branch_home(branch.key))
        for branch in all_branches(site, demo=True)
    )
    is_home = address == addresses.hub()
    return Shell(
        address=address,
        title=heading if is_home else f"{heading} · {contest.site.title}",
        heading=heading,
        description=contest.summary or contest.name,
        portal=PortalHead(
            name=contest.site.title,
            full_name=contest.site.title,
            mark=contest.site.mark,
            home=addresses.hub(),
            assets=addresses.hub_file("assets"),
            colour=palette(contest.site.colours).banner,
            hub=True,
        ),
        navigation=links,
        breadcrumbs=() if is_home else (Link("首页", addresses.hub()), Link(heading, current=True)),
        editions=(),
        search=SearchBox(
            page=here("search"),
            manifest=addresses.search_manifest(searched(site)),
            scope=site.say("各分赛") if only is None else "本站",
            branches=searched(site) is None,
        ),
        accessibility=here("accessibility"),
        footer=FooterView((site.say(SOURCES),) if only is None else (), branches),
        canonical=site.canonical(address),
        base=site.base(address),
        missing=not plan.listed,
        index=plan.listed,
        json_ld=_data(site, heading, address),
        head=sharing.head(
            site,
            title=heading,
            description=contest.summary or contest.name,
            name=contest.site.title,
            url=site.canonical(address),
            picture=addresses.share_picture(addresses.hub()),
            icons=sharing.icons(site, None),
        ),
    )


def _data(site: Site, heading: str, address: Address) -> tuple[str, ...]:
    """The hub as a site that can be searched, or the way from there to a page."""
    name, home = site.catalog.contest.site.title, addresses.hub()
    if address == home:
        return linked_data.scripts(linked_data.web_site(name, home, addresses.hub("search"), site.site_url))
    trail = [("首页", home), (heading, address)] if address != addresses.hub_file("404.html") else []
    return linked_data.scripts(linked_data.breadcrumbs(trail, site.site_url))


def home(site: Site) -> HubHomeView:
    """The hub's home."""
    catalog = site.catalog
    columns = all_editions(site)
    shown = [
        case
        for edition in columns
        for case in catalog.cases_of(edition.id)
        if case.award in catalog.award_levels(edition.id)[:1]
    ]
    return HubHomeView(
        theme=catalog.contest.theme,
        summary=catalog.contest.summary,
        figures=tuple(_figures(site)),
        branches=tuple(_branch(site, branch) for branch in all_branches(site)),
        statuses=STATUSES,
        cases=tuple(blocks.case_card(site, case) for case in shown[:NEWEST_CASES]),
        cases_total=sum(len(catalog.cases_of(edition.id)) for edition in columns),
        links={name: addresses.hub(name) for name, _ in PAGES if name},
    )


def _figures(site: Site) -> Iterator[Figure]:
    """How much all contests have together, without those that are made up unless there are no others."""
    catalog, compared = site.catalog, addresses.hub("compare")
    real = all_editions(site)
    tracks = [track for edition in real for track in catalog.tracks_of(edition.id)]
    made_up = "（示例）" if any(catalog.is_demo(edition.id) for edition in real) else ""
    told = "（不含示例）" if len(real) < len(catalog.editions) else made_up
    yield Figure(f"赛事{told}", wording.number(len(real)), "届")
    yield Figure(site.say("赛道"), wording.number(len(tracks)), "个", compared)
    yield Figure(site.say("赛题"), wording.number(sum(len(track.topics) for track in tracks)), "个", compared)
    if fields := {sector for track in tracks for sector in track.sectors}:
        yield Figure("领域", wording.number(len(fields)), "个", compared)


def _branch(site: Site, branch: Branch) -> BranchEntry:
    newest, *older = site.catalog.editions_of(branch.key)
    return BranchEntry(
        full_name=branch.full_name,
        mark=branch.mark,
        profile=branch.profile,
        address=addresses.branch_home(branch.key),
        colour=palette(branch.colours).banner,
        demo=branch.demo,
        standing=today.standing(site, newest),
        newest=_edition(site, newest),
        older=tuple(_edition(site, edition) for edition in older),
    )


def _edition(site: Site, edition: Edition) -> EditionEntry:
    return EditionEntry(f"{edition.year}年", addresses.edition_home(edition.id), editions.figures(site, edition)[:3])


def only(site: Site) -> MovedView:
    """The way to the only portal."""
    assert site.catalog.only_portal
    return MovedView(addresses.branch_home(site.catalog.only_portal), site.catalog.contest.name)


def _way_in(site: Site, plan: Plan) -> Shell:
    """The shell of that page: the portal's, with the hub's style sheets."""
    assert site.catalog.only_portal
    edition, name = site.catalog.current_edition(site.catalog.only_portal), site.catalog.contest.name
    assert edition
    heading = Heading(name, name, index=False, canonical=addresses.branch_home(site.catalog.only_portal))
    made = edition_shell(site, edition, plan, heading)
    return replace(made, portal=replace(made.portal, assets=addresses.hub_file("assets")))


def all_cases(site: Site) -> HubCasesView:
    """The cases of all branches, the best of each edition and the way to the rest."""
    groups = []
    for edition in all_editions(site):
        found = site.catalog.cases_of(edition.id)
        if found:
            best = sorted(found, key=lambda case: site.catalog.award_rank(case.edition, case.award))
            cards = tuple(blocks.case_card(site, case) for case in best[: cases.PAGE_SIZE])
            groups.append((column(site, edition), cards, len(found), addresses.listing(edition.id)))
    total = sum(count for _, _, count, _ in groups)
    return HubCasesView(tuple(groups), total, search.all_cases(site) if total else None)


def _kind(name: str, view: Callable[[Site], Any], heading: str) -> PageKind:
    card = None if name else pictures.hub
    return PageKind(f"{name or 'home'}.html", view, partial(shell, heading), section=name, card=card)


KINDS = (
    _kind("", home, ""),
    _kind("compare", compare, "分赛对照"),
    _kind("topics", topics, "共有赛题"),
    _kind("cases", all_cases, "全部案例"),
    _kind("search", search.hub, "搜索"),
)
FRONT = PageKind("moved.html", only, _way_in, listed=False)
"""The home of a contest that has but one portal."""
EDITOR = PageKind("admin.html", editor, partial(shell, "编辑内容"), section="admin", listed=False)
ACCESSIBILITY = _kind("accessibility", access.of_hub, "无障碍说明")
MISSING = PageKind("missing.html", home, partial(shell, "没有找到这个页面"), section="404", listed=False)
