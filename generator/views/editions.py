"""The pages of one edition that say what the contest is: home, timeline, guide, judging, awards, contact."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.addresses import Address
from generator.model import Edition, Indicator, QuotaScope, Rubric, Track
from generator.model.edition import Benefit, Contact, Organisers, SourceNote, SubmissionItem
from generator.model.judging import Panel, Stage
from generator.views import parts, wording
from generator.views.base import Link, Site
from generator.views.parts import CaseCard, Figure, NoticeItem, PhaseView, TrackCard

HIGHLIGHTS = 6
LATEST_NOTICES = 5


@dataclass(frozen=True, slots=True)
class RegistrationView:
    """Where and when to register."""

    url: str | None
    text: str
    closes: str


@dataclass(frozen=True, slots=True)
class OrganiserGroup:
    """The bodies in one role."""

    role: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """An edition at a glance."""

    name: tuple[str, ...]
    theme: str | None
    summary: str | None
    branch: str
    figures: tuple[Figure, ...]
    phases: tuple[PhaseView, ...]
    registration: RegistrationView
    tracks: tuple[TrackCard, ...]
    notices: tuple[NoticeItem, ...]
    cases: tuple[CaseCard, ...]
    cases_total: int
    organisers: tuple[OrganiserGroup, ...]
    links: dict[str, Address]


def home(site: Site, edition: Edition) -> HomeView:
    """An edition's home."""
    catalog = site.catalog
    cases = catalog.cases_of(edition.id)
    top = sorted(cases, key=lambda case: (catalog.award_rank(edition.id, case.award), case.track, case.slug))
    return HomeView(
        name=wording.phrases(edition.name),
        theme=edition.theme,
        summary=edition.summary,
        branch=catalog.branches[edition.branch].full_name,
        figures=figures(site, edition),
        phases=parts.phases(site, edition),
        registration=_registration(edition),
        tracks=tuple(parts.track_card(site, track) for track in catalog.tracks_of(edition.id)),
        notices=tuple(parts.notice_item(notice) for notice in catalog.notices_of(edition.id)[:LATEST_NOTICES]),
        cases=tuple(parts.case_card(site, case) for case in top[:HIGHLIGHTS]),
        cases_total=len(cases),
        organisers=organisers(edition.organisers),
        links={name: addresses.section(edition.id, name) for name in addresses.SECTIONS},
    )


def figures(site: Site, edition: Edition) -> tuple[Figure, ...]:
    """The numbers that describe an edition; what the notice does not say is left out."""
    catalog = site.catalog
    tracks = catalog.tracks_of(edition.id)
    scheme = catalog.awards.get(edition.id)
    cases = catalog.cases_of(edition.id)
    counted = (
        ("赛道", len(tracks), "个", "tracks"),
        ("赛题", sum(len(track.topics) for track in tracks), "个", "tracks"),
        ("奖项", scheme.total if scheme else None, "个", "awards"),
        ("推荐总决赛名额", edition.finals.quota, "个", "awards"),
        ("公布案例", len(cases) or None, "个", "cases"),
    )
    return tuple(
        Figure(label, wording.number(value), unit, addresses.section(edition.id, section))
        for label, value, unit, section in counted
        if value is not None
    )


def _registration(edition: Edition) -> RegistrationView:
    given = edition.registration
    return RegistrationView(
        url=given.url,
        text=given.text or wording.UNSTATED,
        closes=given.closes.isoformat() if given.closes else "",
    )


def organisers(given: Organisers) -> tuple[OrganiserGroup, ...]:
    """The bodies of an edition by role; roles that the notice does not name are left out."""
    roles = (
        ("指导单位", given.guiding),
        ("主办单位", given.hosts),
        ("承办单位", given.undertakers),
        ("协办和支持单位", given.supporters),
        ("组委会成员单位", given.committee),
        ("秘书处（组委会办公室）", given.secretariat),
    )
    return tuple(OrganiserGroup(role, names) for role, names in roles if names)


@dataclass(frozen=True, slots=True)
class TimelineView:
    """All phases, and the calendar file."""

    phases: tuple[PhaseView, ...]
    vague: bool
    calendar: Address
    registration: RegistrationView


def timeline(site: Site, edition: Edition) -> TimelineView:
    """An edition's timeline."""
    listed = parts.phases(site, edition)
    return TimelineView(
        phases=listed,
        vague=any(phase.approximate or not (phase.starts and phase.ends) for phase in listed),
        calendar=addresses.export(edition.id, "timeline.ics"),
        registration=_registration(edition),
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
    rules: tuple[tuple[str, str], ...]
    organisers: tuple[OrganiserGroup, ...]
    organiser_notes: tuple[str, ...]
    source_notes: tuple[SourceNote, ...]
    links: dict[str, Address]


def guide(site: Site, edition: Edition) -> GuideView:
    """An edition's guide for entrants."""
    return GuideView(
        facts=_guide_facts(edition),
        registration=_registration(edition),
        goals=edition.goals,
        eligibility=edition.eligibility,
        project_requirements=edition.project_requirements,
        submission=edition.submission,
        case_outline=edition.case_outline,
        benefits=tuple(_benefit(site, edition, benefit) for benefit in edition.benefits),
        rules=tuple((rule.name, rule.text) for rule in edition.rules),
        organisers=organisers(edition.organisers),
        organiser_notes=edition.organisers.notes,
        source_notes=edition.source_notes,
        links={name: addresses.section(edition.id, name) for name in addresses.SECTIONS},
    )


def _guide_facts(edition: Edition) -> tuple[tuple[str, str], ...]:
    finals = edition.finals
    share = f"，其中中小企业不少于{wording.percent(finals.sme_min_share)}" if finals.sme_min_share else ""
    limit = edition.team.max_representatives
    return (
        ("赛事名称", edition.name),
        ("赛事主题", edition.theme or wording.UNSTATED),
        ("依据文件", wording.source(edition)),
        ("成文日期", wording.day(edition.document.issued)),
        ("报名时间", edition.registration.text or wording.UNSTATED),
        ("每队参赛代表", f"不超过{limit}人" if limit else wording.UNSTATED),
        ("公示期", wording.publicity(edition.publicity)),
        ("推荐全国总决赛", f"{finals.quota}个项目{share}" if finals.quota else wording.UNSTATED),
    )


def _benefit(site: Site, edition: Edition, benefit: Benefit) -> BenefitView:
    tracks = (site.catalog.track(edition.id, slug) for slug in benefit.tracks)
    links = tuple(Link(track.name, addresses.track(track.id)) for track in tracks if track)
    return BenefitView(benefit.name, benefit.text, links)


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One leaf of a rubric: the cells of the higher levels that begin here (with row spans), and its own."""

    heads: tuple[tuple[str, int], ...]
    name: str
    points: str
    width: float
    note: str | None
    focus: str


@dataclass(frozen=True, slots=True)
class RubricView:
    """A rubric as a table; `levels` counts its levels of indicators."""

    name: str
    scope: str
    total: str | None
    levels: int
    rows: tuple[IndicatorRow, ...]
    shares: tuple[Figure, ...]
    widths: tuple[float, ...]
    has_points: bool
    has_notes: bool
    has_focus: bool


@dataclass(frozen=True, slots=True)
class JudgingView:
    """How entries are judged."""

    rubrics: tuple[RubricView, ...]
    stages: tuple[Stage, ...]
    panels: tuple[Panel, ...]
    notes: tuple[str, ...]


def judging(site: Site, edition: Edition) -> JudgingView:
    """An edition's judging page."""
    given = site.catalog.judging.get(edition.id)
    if given is None:
        return JudgingView((), (), (), ())
    rubrics = tuple(_rubric(site, edition, rubric) for rubric in given.rubrics)
    return JudgingView(rubrics, given.stages, given.panels, given.notes)


def _rubric(site: Site, edition: Edition, rubric: Rubric) -> RubricView:
    leaves = [leaf for top in rubric.indicators for leaf in top.leaves()]
    highest = max((leaf.points or 0 for leaf in leaves), default=0)
    rows = tuple(row for top in rubric.indicators for row in _rows(top, (), highest))
    sums = [(top.name, sum(leaf.points or 0 for leaf in top.leaves())) for top in rubric.indicators]
    whole = rubric.points() or 0
    tracks = [track for slug in rubric.tracks if (track := site.catalog.track(edition.id, slug))]
    return RubricView(
        name=rubric.name,
        scope="、".join(track.name for track in tracks) if tracks else "全部赛道",
        total=wording.number(rubric.total) if rubric.total else None,
        levels=max(top.depth for top in rubric.indicators),
        rows=rows,
        shares=tuple(Figure(name, wording.number(points), "分") for name, points in sums if points),
        widths=tuple(round(100 * points / whole, 2) for _, points in sums if points) if whole else (),
        has_points=any(leaf.points is not None for leaf in leaves),
        has_notes=any(leaf.note for leaf in leaves),
        has_focus=any(leaf.focus for leaf in leaves),
    )


def _rows(indicator: Indicator, heads: tuple[tuple[str, int], ...], highest: float) -> list[IndicatorRow]:
    if not indicator.children:
        points = indicator.points
        return [
            IndicatorRow(
                heads=heads,
                name=indicator.name,
                points=wording.number(points) if points is not None else "",
                width=round(100 * (points or 0) / highest, 2) if highest else 0,
                note=indicator.note,
                focus="、".join(indicator.focus),
            )
        ]
    rows: list[IndicatorRow] = []
    span = sum(1 for _ in indicator.leaves())
    for index, child in enumerate(indicator.children):
        rows += _rows(child, (*heads, (indicator.name, span)) if index == 0 else (), highest)
    return rows


@dataclass(frozen=True, slots=True)
class AwardRow:
    """One line of the award table: whom it is for, how many of each level, and their sum."""

    scope: str
    tracks: tuple[Link, ...]
    counts: tuple[str, ...]
    total: str


@dataclass(frozen=True, slots=True)
class AwardBar:
    """One level with its count as a bar; `width` in per cent of the longest."""

    name: str
    rank: int
    count: str
    width: float
    prize: str | None


@dataclass(frozen=True, slots=True)
class AwardsView:
    """The award scheme as table and bars."""

    levels: tuple[str, ...]
    rows: tuple[AwardRow, ...]
    bars: tuple[AwardBar, ...]
    prizes: tuple[tuple[str, str], ...]
    special: tuple[tuple[str, str], ...]
    total: str
    forms: str | None
    notes: tuple[str, ...]
    finals: tuple[tuple[str, str], ...]
    publicity: str
    benefits: tuple[BenefitView, ...]


def awards(site: Site, edition: Edition) -> AwardsView:
    """An edition's awards page."""
    scheme = site.catalog.awards[edition.id]
    prizes = {prize.level: wording.money(prize.cny) for prize in scheme.prizes}
    finals = edition.finals
    return AwardsView(
        levels=scheme.levels,
        rows=_award_rows(site, edition),
        bars=_award_bars(site, edition, prizes),
        prizes=tuple(prizes.items()),
        special=tuple((award.name, award.rule or wording.UNSTATED) for award in scheme.special),
        total=wording.count(scheme.total),
        forms="、".join(scheme.forms) or None,
        notes=scheme.notes,
        finals=(
            ("推荐名额", wording.count(finals.quota)),
            ("中小企业最低比例", wording.percent(finals.sme_min_share) if finals.sme_min_share else wording.UNSTATED),
        ),
        publicity=wording.publicity(edition.publicity),
        benefits=tuple(_benefit(site, edition, benefit) for benefit in edition.benefits),
    )


def _award_rows(site: Site, edition: Edition) -> tuple[AwardRow, ...]:
    """Quotas that concern the same tracks share a line."""
    scheme = site.catalog.awards[edition.id]
    lines: dict[tuple[QuotaScope, tuple[str, ...]], dict[str, int | None]] = {}
    for quota in scheme.quotas:
        lines.setdefault((quota.scope, quota.tracks), {})[quota.level] = quota.count
    return tuple(
        _award_row(site, edition, scope, slugs, counts, scheme.levels) for (scope, slugs), counts in lines.items()
    )


def _award_row(
    site: Site,
    edition: Edition,
    scope: QuotaScope,
    slugs: tuple[str, ...],
    counts: dict[str, int | None],
    levels: tuple[str, ...],
) -> AwardRow:
    tracks = [track for slug in slugs if (track := site.catalog.track(edition.id, slug))]
    shown = tuple(wording.count(counts[level]) if level in counts else "—" for level in levels)
    known = all(value is not None for value in counts.values())
    total = wording.number(sum(value or 0 for value in counts.values())) if known else wording.UNSTATED
    return AwardRow(_scope(scope, tracks), _track_links(tracks), shown, total)


def _scope(scope: QuotaScope, tracks: list[Track]) -> str:
    if scope is QuotaScope.EDITION:
        return "全届合计"
    if scope is QuotaScope.GROUP:
        return f"{len(tracks)}个赛道合计"
    if not tracks:
        return "每个赛道"
    return "单个赛道" if len(tracks) == 1 else f"{len(tracks)}个赛道各设"


def _track_links(tracks: list[Track]) -> tuple[Link, ...]:
    return tuple(Link(track.name, addresses.track(track.id)) for track in tracks)


def _award_bars(site: Site, edition: Edition, prizes: dict[str, str]) -> tuple[AwardBar, ...]:
    totals = level_totals(site, edition)
    longest = max((total for total in totals.values() if total), default=0)
    return tuple(
        AwardBar(
            name=level,
            rank=rank,
            count=wording.count(total),
            width=round(100 * (total or 0) / longest, 2) if longest else 0,
            prize=prizes.get(level),
        )
        for rank, (level, total) in enumerate(totals.items(), start=1)
    )


def level_totals(site: Site, edition: Edition) -> dict[str, int | None]:
    """How many awards of each level the whole edition has; None where the notice does not say."""
    scheme = site.catalog.awards[edition.id]
    all_tracks = len(site.catalog.tracks_of(edition.id))
    totals: dict[str, int | None] = {}
    for level in scheme.levels:
        quotas = [quota for quota in scheme.quotas if quota.level == level]
        known = bool(quotas) and all(quota.count is not None for quota in quotas)
        times = (
            (quota.count or 0) * ((len(quota.tracks) or all_tracks) if quota.scope is QuotaScope.TRACK else 1)
            for quota in quotas
        )
        totals[level] = sum(times) if known else None
    return totals


@dataclass(frozen=True, slots=True)
class ContactView:
    """Whom to ask, where to register, where to object."""

    contacts: tuple[Contact, ...]
    registration: RegistrationView
    document: tuple[tuple[str, str], ...]
    rules: tuple[tuple[str, str], ...]


def contact(site: Site, edition: Edition) -> ContactView:
    """An edition's contact page."""
    document = edition.document
    asked = tuple((rule.name, rule.text) for rule in edition.rules if "举报" in rule.name or "异议" in rule.name)
    return ContactView(
        contacts=edition.contacts,
        registration=_registration(edition),
        document=(
            ("文件", wording.source(edition)),
            ("发文机关", document.issuer or wording.UNSTATED),
            ("成文日期", wording.day(document.issued)),
        ),
        rules=asked,
    )
