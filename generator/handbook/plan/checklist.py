"""参赛材料清单: what an entry needs, with boxes to tick, on a sheet for the desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.catalog import addresses
from generator.handbook.book import Book, Bookmark
from generator.handbook.plan.maker import UnitMaker
from generator.model import Edition
from generator.views.pages import editions
from generator.views.pages.editions import TimelineView
from generator.views.parts import wording

TITLE = "参赛材料清单"
CSS = ("prints/forms.css", "prints/checklist.css")


@dataclass(frozen=True, slots=True)
class CheckItem:
    """A box to tick: what it is, and the smaller boxes below it."""

    text: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckGroup:
    """Boxes of one kind; short ones stand side by side."""

    id: str
    title: str
    note: str
    checks: tuple[CheckItem, ...]
    short: bool = False


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """All that an entrant ticks off, and until when."""

    blanks: tuple[str, ...]
    """Names of the lines to fill in by hand."""

    groups: tuple[CheckGroup, ...]
    timeline: TimelineView
    source: str
    qr: Markup | None
    """The way to the guide, where changes are told."""


def checklist(maker: UnitMaker) -> Book | None:
    """The checklist of an edition, None when its notice names nothing to hand in."""
    site, edition = maker.site, maker.edition
    if not edition.submission:
        return None
    title, url = maker.say(TITLE), maker.public(addresses.section(edition.id, "guide"))
    view = ChecklistView(
        blanks=tuple(map(maker.say, ("项目名称", "牵头单位", "赛道和赛题", "团队名称"))),
        groups=tuple(
            replace(group, title=maker.say(group.title), note=maker.say(group.note))
            for group in _groups(edition)
            if group.checks
        ),
        timeline=editions.timeline(site, edition),
        source=wording.source(edition),
        qr=maker.code(url, f"{edition.name}{maker.say('参赛指南网页')}"),
    )
    headings = (
        Bookmark(1, title, "checklist--top"),
        Bookmark(2, "日程", "checklist--timeline"),
        *(Bookmark(2, group.title, f"checklist--{group.id}") for group in view.groups),
    )
    source = maker.source("edition", edition.id)
    unit = maker.unit("checklist", "prints/checklist.html", view, title, headings=headings, source=source)
    return maker.book("checklist", f"{edition.name}{title}", [unit], sheets=CSS)


def _groups(edition: Edition) -> Iterator[CheckGroup]:
    dues = (f"（{item.due}提交）" if item.due else "" for item in edition.submission)
    materials = tuple(
        CheckItem(f"{item.item}{due}", item.parts) for item, due in zip(edition.submission, dues, strict=True)
    )
    yield CheckGroup("materials", "提交材料", "备齐一项，勾一项。", materials)
    outline = tuple(map(CheckItem, edition.case_outline))
    yield CheckGroup("outline", "案例提纲", "获奖以后写成案例，依次有这些部分。", outline, short=True)
    units = tuple(map(CheckItem, edition.eligibility))
    yield CheckGroup("eligibility", "参赛单位要求", "报名之前，逐条核对。", units)
    projects = tuple(map(CheckItem, edition.project_requirements))
    yield CheckGroup("projects", "参赛项目要求", "提交之前，逐条核对。", projects)
