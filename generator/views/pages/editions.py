"""The pages of one edition that say what the contest is: home, timeline, guide, judging, awards, contact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.catalog import addresses
from generator.catalog.addresses import Address
from generator.catalog.standing import State
from generator.model import Edition
from generator.model.edition import About, Benefit, Contact, Finals, SourceNote, SubmissionItem
from generator.model.moment import written
from generator.views.parts import blocks, regulations, today, wording
from generator.views.parts.blocks import CaseCard, Figure, FoundingDocument, NoticeItem, PhaseView, TrackCard
from generator.views.parts.page import Link, Site
from generator.views.parts.regulations import RuleGroup, RuleView
from generator.views.parts.today import ResultsLine, StandingLine

HIGHLIGHTS = 6
LATEST_NOTICES = 5
BESIDE: tuple[About, ...] = ("eligibility", "registration", "materials", "awards")
"""What rules of a guide are about that stand beside what they concern."""


@dataclass(frozen=True, slots=True)
class RegistrationView:
    """Where and when to register. `closes` is the ISO minute from which nobody can, empty when it is not known."""

    url: str | None
    text: str
    closes: str
    closed: bool
    """Whether that was so on the day of the build."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """An edition at a glance."""

    name: str
    theme: str | None
    summary: str | None
    figures: tuple[Figure, ...]
    phases: tuple[PhaseView, ...]
    standing: tuple[StandingLine, ...]
    results: tuple[ResultsLine, ...]
    tracks: tuple[TrackCard, ...]
    notices: tuple[NoticeItem, ...]
    document: FoundingDocument | None
    cases: tuple[CaseCard, ...]
    cases_total: int
    organisers: tuple[tuple[str, tuple[str, ...]], ...]
    """The bodies by role."""
    links: dict[str, Address]


def home(site: Site, edition: Edition) -> HomeView:
    """An edition's home."""
    catalog = site.catalog
    cases = catalog.cases_of(edition.id)
    top = sorted(cases, key=lambda case: (catalog.award_rank(edition.id, case.award), case.track, case.slug))
    return HomeView(
        name=edition.name,
        theme=edition.theme,
        summary=edition.summary,
        figures=figures(site, edition),
        phases=blocks.phases(site, edition),
        standing=today.standing(site, edition),
        results=() if cases else today.results(site, edition),
        tracks=tuple(blocks.track_card(site, track) for track in catalog.tracks_of(edition.id)),
        notices=tuple(blocks.notice_item(notice) for notice in catalog.notices_of(edition.id)[:LATEST_NOTICES]),
        document=blocks.founding_document(edition),
        cases=tuple(blocks.case_card(site, case) for case in top[:HIGHLIGHTS]),
        cases_total=len(cases),
        organisers=edition.organisers.roles(),
        links={name: addresses.section(edition.id, name) for name in addresses.SECTIONS},
    )


def figures(site: Site, edition: Edition) -> tuple[Figure, ...]:
    """The numbers that describe an edition; what the notice does not say is left out."""
    catalog = site.catalog
    tracks = catalog.tracks_of(edition.id)
    scheme = catalog.scheme(edition.id)
    cases = catalog.cases_of(edition.id)
    counted = (
        ("赛道", len(tracks) or None, "个", "tracks"),
        ("赛题", sum(len(track.topics) for track in tracks) or None, "个", "tracks"),
        (f"奖项{wording.in_principle(scheme)}", scheme.total, "个", "awards"),
        (wording.finals_label(edition.finals), edition.finals.quota, "个", "awards"),
        ("公布案例", len(cases) or None, "个", "cases"),
    )
    return tuple(
        Figure(site.say(label), wording.number(value), unit, addresses.section(edition.id, section))
        for label, value, unit, section in counted
        if value is not None
    )


def _registration(site: Site, edition: Edition) -> RegistrationView:
    table = site.catalog.standings(edition.id)
    takes_entries = (State.BEFORE, State.OPEN, State.CLOSING)
    closed = next((place for place, row in enumerate(table) if row.state not in takes_entries), len(table))
    return RegistrationView(
        url=edition.registration.url,
        text=wording.registration(edition, site.catalog.phases_of(edition.id)),
        closes=written(table[closed].since) if closed < len(table) else "",
        closed=closed <= site.catalog.standing(edition.id),
    )


@dataclass(frozen=True, slots=True)
class TimelineView:
    """All phases, and the calendar file."""

    phases: tuple[PhaseView, ...]
    standing: tuple[StandingLine, ...]
    vague: bool
    calendar: Address
    subscription: str | None
    """Where calendar programs fetch it again and again; unknown without the site's public address."""
    registration: RegistrationView


def timeline(site: Site, edition: Edition) -> TimelineView:
    """An edition's timeline."""
    listed, calendar = blocks.phases(site, edition), addresses.export(edition.id, "timeline.ics")
    return TimelineView(
        phases=listed,
        standing=today.standing(site, edition),
        vague=any(phase.approximate or not (phase.starts and phase.ends) for phase in listed),
        calendar=calendar,
        subscription=f"webcal:{url.partition(':')[2]}" if (url := site.canonical(calendar)) else None,
        registration=_registration(site, edition),
    )


@dataclass(frozen=True, slots=True)
class BenefitView:
    """Something offered, and to the entrants of which tracks."""

    name: str
    text: str
    tracks: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class GuideView:
    """Everything an entrant must know, on one page that prints."""

    facts: tuple[tuple[str, str], ...]
    registration: RegistrationView
    goals: tuple[str, ...]
    eligibility: tuple[str, ...]
    project_requirements: tuple[str, ...]
    submission: tuple[SubmissionItem, ...]
    case_outline: tuple[str, ...]
    benefits: tuple[BenefitView, ...]
    rules: tuple[RuleGroup, ...]
    """Those that do not stand beside what they concern."""
    beside: Mapping[str, tuple[RuleView, ...]]
    organisers: tuple[tuple[str, tuple[str, ...]], ...]
    organiser_notes: tuple[str, ...]
    source_notes: tuple[SourceNote, ...]
    links: dict[str, Address]


def guide(site: Site, edition: Edition) -> GuideView:
    """An edition's guide for entrants."""
    return GuideView(
        facts=_guide_facts(site, edition),
        registration=_registration(site, edition),
        goals=edition.goals,
        eligibility=edition.eligibility,
        project_requirements=edition.project_requirements,
        submission=edition.submission,
        case_outline=edition.case_outline,
        benefits=tuple(benefit(site, edition, given) for given in edition.benefits),
        rules=regulations.grouped(site, edition, BESIDE),
        beside={subject: regulations.about(site, edition, subject) for subject in BESIDE},
        organisers=edition.organisers.roles(),
        organiser_notes=edition.organisers.notes,
        source_notes=edition.source_notes,
        links={name: addresses.section(edition.id, name) for name in addresses.SECTIONS},
    )


def _guide_facts(site: Site, edition: Edition) -> tuple[tuple[str, str], ...]:
    limit, finals = edition.team.max_representatives, edition.finals
    facts = (
        ("赛事名称", edition.name),
        ("赛事主题", edition.theme or wording.UNSTATED),
        ("依据文件", wording.source(edition)),
        ("成文日期", _dated(edition)),
        ("办赛依据", "、".join(edition.document.bases)),
        ("报名时间", wording.registration(edition, site.catalog.phases_of(edition.id))),
        (site.say("每队参赛代表"), f"不超过{limit}人" if limit else wording.UNSTATED),
        ("公示期", wording.publicity(edition.publicity, site.catalog.phases_of(edition.id))),
        (site.say("推荐全国总决赛"), site.say(wording.finals(finals)) if finals != Finals() else ""),
    )
    return _told(facts)


def _told(facts: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, fact) for name, fact in facts if fact)


def _dated(edition: Edition) -> str:
    """The day of the document; empty where our copy lacks it, for the notice itself hardly does."""
    return wording.day(edition.document.issued) if edition.document.issued else ""


def benefit(site: Site, edition: Edition, given: Benefit) -> BenefitView:
    """Something offered, with links to the tracks it is for."""
    links = blocks.track_links(blocks.named_tracks(site, edition, given.tracks))
    return BenefitView(given.name, given.text, links)


@dataclass(frozen=True, slots=True)
class ContactView:
    """Whom to ask, where to register, where to object."""

    contacts: tuple[Contact, ...]
    registration: RegistrationView
    document: tuple[tuple[str, str], ...]
    rules: tuple[RuleView, ...]
    faq: Address | None
    """Where most is answered already."""


def contact(site: Site, edition: Edition) -> ContactView:
    """An edition's contact page."""
    return ContactView(
        contacts=edition.contacts,
        registration=_registration(site, edition),
        document=_told(
            (
                ("文件", wording.source(edition)),
                ("发文机关", edition.document.issuer or ""),
                ("成文日期", _dated(edition)),
            )
        ),
        rules=regulations.about(site, edition, "complaints", "questions"),
        faq=addresses.section(edition.id, "faq") if site.catalog.questions_of(edition.id) else None,
    )
