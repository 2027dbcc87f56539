"""The way to the national finals: what branches recommend, and what becomes of it, as far as it is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.catalog import addresses
from generator.catalog.addresses import Address
from generator.exports import nominations
from generator.model import Edition, Entry, ListKind, PhaseKind
from generator.model.entry import sme_share
from generator.views.parts import wording
from generator.views.parts.page import Link, Site
from generator.views.parts.shell import label

Told = tuple[str, str]
"""A name and what is said under it."""


@dataclass(frozen=True, slots=True)
class StageView:
    """One step of the way: the number that sums it up (empty while none is known), and what is told of it."""

    name: str
    value: str
    facts: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Nomination:
    """What a branch recommends, or one of its tracks; every cell empty where nothing is known.

    `width` is the count in per cent of the limit.
    """

    name: Link
    count: str
    limit: str
    width: float
    sme: str
    unknown: str
    tracks: tuple[Told, ...]
    awards: tuple[Told, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FinalsView:
    """The chain of a national edition, or that of one branch."""

    national: bool
    steps: tuple[StageView, ...]
    by: str
    nominations: tuple[Nomination, ...]
    missing: tuple[str, ...]
    """What a branch lacks; of a national edition its branches say it."""
    sized: bool
    """Whether units enter, of which the share of small enterprises counts."""
    title: str
    """Of the table of all projects."""
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    workbook: Address | None
    links: tuple[Link, ...]


@dataclass(frozen=True)
class _Chain:
    """All editions whose projects are counted together, under the rules of a national edition where it is known."""

    site: Site
    edition: Edition
    host: Edition | None
    members: tuple[Edition, ...]

    def recommended(self, edition: Edition) -> tuple[Entry, ...]:
        return self.site.catalog.entries_in(edition.id, ListKind.RECOMMENDED)

    @property
    def entries(self) -> list[Entry]:
        return [entry for member in self.members for entry in self.recommended(member)]


def finals(site: Site, edition: Edition) -> FinalsView:
    """An edition's page of the finals."""
    catalog = site.catalog
    national = catalog.is_national(edition)
    host = edition.id if national else catalog.national_edition(edition.id)
    members = catalog.branch_editions(edition.id) if national else (edition.id,)
    chain = _Chain(
        site, edition, catalog.editions[host] if host else None, tuple(map(catalog.editions.__getitem__, members))
    )
    rows = () if national else tuple(nominations.rows(catalog, edition.id))
    return FinalsView(
        national=national,
        steps=tuple(_steps(chain)),
        by=site.say("分赛" if national else "赛道"),
        nominations=tuple(_branch(chain, member) for member in chain.members) if national else _by_track(chain),
        missing=() if national else _branch(chain, edition).missing,
        sized=catalog.contest.entrants.unit,
        title=nominations.title(catalog, edition.id),
        columns=nominations.columns(catalog),
        rows=rows,
        workbook=addresses.export(edition.id, "nominations.xlsx") if rows else None,
        links=(
            *(Link(label(site, name), addresses.section(edition.id, name)) for name in ("awards", "winners")),
            *(_page(site, chain.host) if chain.host and not national else ()),
        ),
    )


def onward(site: Site, edition: Edition) -> tuple[Link, ...]:
    """From other pages of an edition to its own page of the finals and to the national one, where these are."""
    national = site.catalog.national_edition(edition.id)
    ahead = dict.fromkeys((edition.id, *([national] if national else ())))
    return tuple(link for each in ahead for link in _page(site, site.catalog.editions[each]))


def _page(site: Site, edition: Edition) -> tuple[Link, ...]:
    """The way to an edition's page of the finals, if it has one."""
    name = f"{edition.name}{site.say('总决赛')}" if site.catalog.is_national(edition) else site.say("推荐与总决赛")
    there = site.catalog.has_finals(edition.id)
    return (Link(name, addresses.section(edition.id, "finals")),) if there else ()


def _steps(chain: _Chain) -> Iterator[StageView]:
    entries, say = chain.entries, chain.site.say
    awarded = [entry for entry in entries if entry.finals]
    yield StageView("推荐", say(_projects(entries)), tuple(_limits(chain)))
    yield StageView("形式审查", "", _rules(chain, "形式审核", "形式审查"))
    yield StageView("公示", "", (*_periods(chain), *_rules(chain, say("入围公示"))))
    yield StageView(say("总决赛"), "", _finals(chain))
    yield StageView(say("获奖"), say(_projects(awarded)), (*_awards(chain, awarded), *_rules(chain, say("获奖公示"))))


def _projects(entries: Sequence[Entry]) -> str:
    return f"{wording.number(len(entries))}个项目" if entries else ""


def _limits(chain: _Chain) -> Iterator[Told]:
    """How many may be recommended, as the edition's own notice says, else the national one."""
    notices = (chain.edition, *([chain.host] if chain.host else []))
    given = next((each.finals for each in notices if each.finals.quota is not None), None)
    if given:
        yield "推荐名额", chain.site.say(wording.finals(given))


def _rules(chain: _Chain, *names: str) -> tuple[Told, ...]:
    """Rules of the national notice by words in their names."""
    rules = chain.host.rules if chain.host else ()
    return tuple((rule.name, rule.text) for rule in rules if any(name in rule.name for name in names))


def _periods(chain: _Chain) -> Iterator[Told]:
    """When the branch's own list is open to objections."""
    given = chain.site.catalog.kept(chain.edition.id).list_of(ListKind.RECOMMENDED)
    if given.start and given.end:
        yield "推荐名单公示", wording.period(given.start, given.end)


def _finals(chain: _Chain) -> tuple[Told, ...]:
    phases = chain.site.catalog.phases_of(chain.host.id) if chain.host else ()
    finals = (phase for phase in phases if phase.kind is PhaseKind.FINAL)
    return tuple((f"{phase.name}：{wording.when(phase)}", phase.description or "") for phase in finals)


def _awards(chain: _Chain, entries: Iterable[Entry]) -> tuple[Told, ...]:
    """How many of each award of the finals, the highest first."""
    catalog, ranked = chain.site.catalog, chain.host or chain.edition
    counts = Counter(entry.finals for entry in entries if entry.finals)
    names = sorted(counts, key=lambda name: (catalog.award_rank(ranked.id, name), name))
    return tuple((name, f"{counts[name]}个") for name in names)


def _branch(chain: _Chain, edition: Edition) -> Nomination:
    """A branch's row; its link leads to its own page of the finals, or to its awards."""
    catalog, entries = chain.site.catalog, chain.recommended(edition)
    section = "finals" if entries else "awards"
    name = Link(catalog.branches[edition.branch].name, addresses.section(edition.id, section))
    names = {track.slug: track.name for track in catalog.tracks_of(edition.id)}
    counts = Counter(names.get(entry.track, entry.track) for entry in entries)
    by_track = tuple((track, str(count)) for track, count in counts.items())
    return _nomination(chain, name, entries, _limit(chain, edition), by_track)


def _limit(chain: _Chain, edition: Edition) -> int | None:
    """How many a branch may recommend: as its own notice says, else as the national one says for each branch."""
    given = chain.host.finals if chain.host else None
    each = given.quota if given and given.scope == "each-branch" else None
    return each if edition.finals.quota is None else edition.finals.quota


def _by_track(chain: _Chain) -> tuple[Nomination, ...]:
    entries = chain.entries
    tracks = chain.site.catalog.tracks_of(chain.edition.id)
    groups = ((track, [entry for entry in entries if entry.track == track.slug]) for track in tracks)
    return tuple(
        _nomination(chain, Link(track.name, addresses.track(track.id)), found, None, ())
        for track, found in groups
        if found
    )


def _nomination(
    chain: _Chain, name: Link, entries: Sequence[Entry], limit: int | None, tracks: tuple[Told, ...]
) -> Nomination:
    small, unknown, total = sme_share(entries)
    awards = _awards(chain, entries)
    share = f"{small}个，{'至少' if unknown else ''}占{wording.percent(round(small / total, 4))}" if total else ""
    return Nomination(
        name=name,
        count=wording.number(total) if total else "",
        limit=wording.number(limit) if limit is not None else "",
        width=round(100 * min(1, total / limit), 2) if limit else 0,
        sme=share if small + unknown < total or small else "",
        unknown=f"{unknown}个" if unknown else "",
        tracks=tracks,
        awards=awards,
        missing=tuple(map(chain.site.say, _missing(chain, total, unknown, awards))),
    )


def _missing(chain: _Chain, total: int, unknown: int, awards: Sequence[Told]) -> Iterator[str]:
    """What we lack; nothing is said of whether it exists elsewhere."""
    if not total:
        yield "推荐名单尚未收录"
        return
    if unknown and chain.site.catalog.contest.entrants.unit:
        yield f"{unknown}个项目未写明是不是中小企业"
    if not awards:
        yield "总决赛结果尚未收录"
