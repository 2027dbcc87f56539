"""Lists of entries, the roll of winners among them, and the page of one entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.catalog import addresses
from generator.catalog.addresses import Address
from generator.model import Change, ChangeKind, Edition, Entry, EntryList, ListKind
from generator.model.moment import begins, ends, written
from generator.views.pages.finals import onward
from generator.views.parts import blocks, certificates, regulations, today, wording
from generator.views.parts.blocks import AwardBadge, Figure, PhaseView
from generator.views.parts.page import Link, Site
from generator.views.parts.regulations import RuleView
from generator.views.parts.today import ResultsLine

NAMES = {
    ListKind.FINALISTS: "入围名单",
    ListKind.PROPOSED: "拟获奖名单",
    ListKind.WINNERS: "获奖名单",
    ListKind.RECOMMENDED: "推荐全国总决赛名单",
    ListKind.FINALS: "全国总决赛获奖名单",
}

CHANGES = {
    ChangeKind.WITHDRAWN: "退出",
    ChangeKind.DISQUALIFIED: "取消资格",
    ChangeKind.REPLACED: "被替换",
    ChangeKind.REGRADED: "奖项调整",
    ChangeKind.CORRECTED: "更正",
}

FEW = 12
"""Rows that are found at a glance, without choices to narrow them."""


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One line of a list; `number` only where entries were given one."""

    number: str | None
    awards: tuple[AwardBadge, ...]
    title: str
    address: Address | None
    unit: str
    beside: tuple[tuple[str, str], ...]
    region: str | None
    outcome: str | None
    demo: bool


@dataclass(frozen=True, slots=True)
class EntriesOfTrack:
    """The lines of a track by award."""

    name: str
    address: Address
    rows: tuple[EntryRow, ...]


@dataclass(frozen=True, slots=True)
class PeriodView:
    """The time in which a list is open to objections; ISO minutes for the reader's clock, over from `ends` on."""

    text: str
    starts: str
    ends: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What became different."""

    day: str
    kind: str
    entry: Link
    by: Link | None
    note: str | None


@dataclass(frozen=True, slots=True)
class ListView:
    """A list with what its publication says, and what became of it."""

    tabs: tuple[Link, ...]
    title: str
    basis: str | None
    note: str | None
    period: PeriodView | None
    objections: str | None
    offices: tuple[tuple[str, tuple[str, ...]], ...]
    issuer: str | None
    issued: str | None
    publicity: str | None
    """How long the notice wants results to be open to objections; None where the list has its own period, or none."""
    phases: tuple[PhaseView, ...]
    rules: tuple[RuleView, ...]
    """What the notice says of publicity."""
    results: tuple[ResultsLine, ...]
    """What is said where there is nothing to list."""
    levels: tuple[Figure, ...]
    columns: tuple[str, ...]
    """What stands in a line: the award, the region, the outcome."""
    entered: str
    """Who stands in a line: units, or whoever enters."""
    tracks: tuple[EntriesOfTrack, ...]
    choices: tuple[tuple[str, str, tuple[str, ...]], ...]
    """By what the lines may be narrowed: key, name, values."""
    changes: tuple[ChangeView, ...]
    cases: Address | None
    table: Address
    timeline: Address
    onward: tuple[Link, ...]


def name_of(site: Site, kind: ListKind) -> str:
    """What a list is called."""
    return site.say(NAMES[kind])


def kinds(site: Site, edition: Edition) -> Iterator[ListKind]:
    """The lists of an edition that have entries, but for the winners, whose page is always there."""
    kept = edition.id in site.catalog.entries
    yield from (kind for kind in ListKind if kind != "winners" and kept and site.catalog.entries_in(edition.id, kind))


def entry_list(site: Site, edition: Edition, kind: ListKind) -> ListView:
    """One of an edition's lists."""
    catalog = site.catalog
    found = catalog.entries_in(edition.id, kind)
    kept = catalog.kept(edition.id)
    given = kept.list_of(kind)
    numbers = {entry.number for entry in found}
    changes = [each for each in kept.changes if not numbers.isdisjoint((each.entry, each.by))]
    tracks, period = _by_track(site, edition, kind, found), _period(given)
    results = kind in (ListKind.FINALISTS, ListKind.PROPOSED, ListKind.WINNERS)
    return ListView(
        tabs=_tabs(site, edition, kind),
        title=given.title or f"{edition.name}{name_of(site, kind)}",
        basis=given.basis,
        note=given.note,
        period=period,
        objections=given.objections,
        offices=tuple((office.role, _reached(office.phone, office.email, office.address)) for office in given.offices),
        issuer=given.issuer,
        issued=wording.day(given.issued) if given.issued else None,
        publicity=wording.publicity(edition.publicity) if results and not period else None,
        phases=tuple(phase for phase in blocks.phases(site, edition) if phase.kind == "publicity"),
        rules=regulations.about(site, edition, "publicity", "complaints"),
        results=() if found else today.results(site, edition),
        levels=_levels(site, edition, kind, found),
        columns=_columns(site, kind, tracks),
        entered="单位" if catalog.contest.entrants.unit else site.say("参赛方"),
        tracks=tracks,
        choices=_choices(site, edition, kind, found),
        changes=tuple(_change(site, edition, change) for change in changes),
        cases=addresses.section(edition.id, "cases") if catalog.cases_of(edition.id) else None,
        table=addresses.export(edition.id, "entries.csv"),
        timeline=addresses.section(edition.id, "timeline"),
        onward=onward(site, edition),
    )


def _tabs(site: Site, edition: Edition, current: ListKind) -> tuple[Link, ...]:
    """The way to an edition's other lists; none when there is only one."""
    others = set(kinds(site, edition))
    there = [kind for kind in ListKind if kind == "winners" or kind in others]
    named = ((kind, name_of(site, kind), addresses.entry_list(edition.id, kind)) for kind in there)
    return tuple(Link(name, to, current=kind == current) for kind, name, to in named) if len(there) > 1 else ()


def _reached(phone: str | None, email: str | None, address: str | None) -> tuple[str, ...]:
    ways = (("电话", phone), ("电子邮箱", email), ("地址", address))
    return tuple(f"{name}：{value}" for name, value in ways if value)


def _period(given: EntryList) -> PeriodView | None:
    if not given.start or not given.end:
        return None
    return PeriodView(wording.period(given.start, given.end), written(begins(given.start)), written(ends(given.end)))


def _columns(site: Site, kind: ListKind, tracks: tuple[EntriesOfTrack, ...]) -> tuple[str, str, str]:
    """The titles of the awards, of the regions and of what came of the entries, empty where no line has any."""
    award = site.say({"proposed": "拟获奖项", "finals": "总决赛奖项", "finalists": ""}.get(kind, "奖项"))
    outcomes = {"proposed": "结果", "winners": "全国总决赛", "recommended": "总决赛结果"}
    rows = [row for track in tracks for row in track.rows]
    outcome = site.say(outcomes.get(kind, "变动")) if any(row.outcome for row in rows) else ""
    return award, "地区" if any(row.region for row in rows) else "", outcome


def _awards(entry: Entry, kind: ListKind) -> tuple[str, ...]:
    """The awards that a list is about."""
    if kind is ListKind.FINALS:
        return (entry.finals,) if entry.finals else ()
    return {ListKind.FINALISTS: (), ListKind.PROPOSED: entry.proposed}.get(kind, entry.awards)


def _levels(site: Site, edition: Edition, kind: ListKind, entries: tuple[Entry, ...]) -> tuple[Figure, ...]:
    """How many entries have each award, and how many there are where awards do not count."""
    counts = Counter(award for entry in entries for award in _awards(entry, kind))
    if not counts or kind is ListKind.RECOMMENDED:
        return (Figure(site.say("项目"), wording.number(len(entries)), "个"),) if entries else ()
    order = dict.fromkeys((*(site.catalog.award_levels(edition.id) if kind is not ListKind.FINALS else ()), *counts))
    return tuple(Figure(award, wording.number(counts[award]), "个") for award in order if award in counts)


def _by_track(site: Site, edition: Edition, kind: ListKind, entries: tuple[Entry, ...]) -> tuple[EntriesOfTrack, ...]:
    grouped = {slug: tuple(found) for slug, found in groupby(entries, key=lambda entry: entry.track)}
    ended = site.catalog.kept(edition.id).ended()
    return tuple(
        EntriesOfTrack(
            track.name,
            addresses.track(track.id),
            tuple(_row(site, edition, kind, entry, ended.get(entry.number)) for entry in grouped[track.slug]),
        )
        for track in site.catalog.tracks_of(edition.id)
        if track.slug in grouped
    )


def _row(site: Site, edition: Edition, kind: ListKind, entry: Entry, ended: Change | None) -> EntryRow:
    catalog = site.catalog
    return EntryRow(
        number=entry.number if catalog.has_row(edition.id, entry.number) else None,
        awards=_badges(site, edition, kind, entry),
        title=entry.title,
        address=addresses.of_entry(catalog, edition.id, entry),
        unit=entry.holder,
        beside=((("合作", "、".join(entry.partners)),) if entry.partners else ()) + certificates.persons(site, entry),
        region=entry.region,
        outcome=_outcome(site, edition, kind, entry, ended),
        demo=catalog.is_made_up(edition.id, entry.number),
    )


def _badges(site: Site, edition: Edition, kind: ListKind, entry: Entry) -> tuple[AwardBadge, ...]:
    awards = _awards(entry, kind)
    if kind is ListKind.FINALS:
        return tuple(AwardBadge(award, 0) for award in awards)
    return tuple(blocks.award_badge(site, edition.id, award) for award in awards)


def _outcome(site: Site, edition: Edition, kind: ListKind, entry: Entry, ended: Change | None) -> str | None:
    """What became of an entry after a list."""
    if ended:
        return f"{wording.moment(ended.on)}{site.say(CHANGES[ended.kind])}"
    match kind:
        case ListKind.PROPOSED:
            decided = site.catalog.entries_in(edition.id, ListKind.WINNERS)
            return ("、".join(entry.awards) or site.say("未获奖")) if decided else None
        case ListKind.WINNERS:
            return finals(site, entry)
        case ListKind.RECOMMENDED:
            return entry.finals
        case _:
            return None


def finals(site: Site, entry: Entry) -> str | None:
    """What is known of an entry in the national finals."""
    if entry.finals:
        return f"{site.say('总决赛')}{entry.finals}"
    return site.say("推荐参加全国总决赛") if entry.recommended else None


def _choices(
    site: Site, edition: Edition, kind: ListKind, entries: tuple[Entry, ...]
) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    if len(entries) <= FEW:
        return ()
    tracks = tuple(track.name for track in site.catalog.tracks_of(edition.id))
    awards = tuple(dict.fromkeys(award for entry in entries for award in _awards(entry, kind)))
    ranked = sorted(awards, key=lambda award: site.catalog.award_rank(edition.id, award))
    regions = tuple(sorted({entry.region for entry in entries if entry.region}))
    choices = (("track", "赛道", tracks), ("award", "奖项", tuple(ranked)), ("region", "地区", regions))
    return tuple((key, site.say(name), values) for key, name, values in choices if len(values) > 1)


def _change(site: Site, edition: Edition, change: Change) -> ChangeView:
    return ChangeView(
        day=wording.day(change.on),
        kind=site.say(CHANGES[change.kind]),
        entry=_named(site, edition, change.entry),
        by=_named(site, edition, change.by) if change.by else None,
        note=change.note,
    )


def _named(site: Site, edition: Edition, number: str) -> Link:
    entry = site.catalog.entry(edition.id, number)
    assert entry
    return Link(entry.title, addresses.of_entry(site.catalog, edition.id, entry))


@dataclass(frozen=True, slots=True)
class StepView:
    """A list in which an entry stands: its name, what it says of the entry, when."""

    name: Link
    text: str
    when: str | None


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry: what it won, and how it came to that."""

    title: str
    unit: str
    awards: tuple[AwardBadge, ...]
    facts: tuple[tuple[str, str], ...]
    track: Link
    topic: Link | None
    case: Link | None
    demo: bool
    finals: str | None
    steps: tuple[StepView, ...]
    changes: tuple[ChangeView, ...]
    roll: Address


def page(site: Site, edition: Edition, number: str) -> EntryView:
    """The page of an entry that holds an award."""
    catalog = site.catalog
    entry = catalog.entry(edition.id, number)
    assert entry
    track = catalog.track(edition.id, entry.track)
    assert track
    topic = track.topic(entry.topic) if entry.topic else None
    case = catalog.case_of(edition.id, number)
    changes = catalog.entries[edition.id].changes
    return EntryView(
        title=entry.title,
        unit=entry.holder,
        awards=_badges(site, edition, ListKind.WINNERS, entry),
        facts=facts(site, entry, entry.number, _certificates(site, edition, entry)),
        track=Link(site.words.track_name(track.name), addresses.track(track.id)),
        topic=Link(topic.title, addresses.topic(track.id, topic.id)) if topic else None,
        case=Link(site.say("阅读案例"), addresses.case(case)) if case else None,
        demo=catalog.is_made_up(edition.id, number),
        finals=finals(site, entry),
        steps=tuple(_steps(site, edition, entry)),
        changes=tuple(_change(site, edition, change) for change in changes if number in (change.entry, change.by)),
        roll=addresses.section(edition.id, "winners"),
    )


def facts(site: Site, entry: Entry, number: str = "", certificate: str = "") -> tuple[tuple[str, str], ...]:
    """What is known of an entry: who enters, from where, under which numbers."""
    known = (
        ("项目编号", number),
        ("牵头单位", entry.unit),
        ("合作单位", "、".join(entry.partners)),
        ("参赛团队", entry.team),
        ("参赛者", "、".join(entry.people)),
        ("指导教师", "、".join(entry.mentors)),
        ("所在地区", entry.region),
        ("单位类型", entry.kind),
        ("企业类型", "中小企业" if entry.sme else ""),
        ("证书编号", certificate),
    )
    return tuple((site.say(label), value) for label, value in known if value)


def _certificates(site: Site, edition: Edition, entry: Entry) -> str:
    """Their numbers, with the awards where there are several."""
    held = certificates.of(site, edition, entry)
    return "、".join(f"{each.number}（{each.award}）" if len(held) > 1 else each.number for each in held)


def _steps(site: Site, edition: Edition, entry: Entry) -> Iterator[StepView]:
    """The lists in which an entry stands, in the order in which they are made."""
    entries = site.catalog.entries[edition.id]
    for kind in ListKind:
        if entry.is_in(kind):
            given = entries.list_of(kind)
            period = _period(given)
            day = wording.day(given.issued) if given.issued else None
            text = "、".join(_awards(entry, kind)) if kind is not ListKind.RECOMMENDED else ""
            link = Link(name_of(site, kind), addresses.entry_list(edition.id, kind))
            yield StepView(link, text, period.text if period else day)
