"""An edition's award scheme as table and bars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import AwardScheme, Edition, Quota, QuotaScope, Track
from generator.model.edition import Finals
from generator.views.pages import editions
from generator.views.pages.finals import onward
from generator.views.parts import blocks, regulations, wording
from generator.views.parts.page import Link, Site
from generator.views.parts.regulations import RuleView


@dataclass(frozen=True, slots=True)
class AwardRow:
    """One line of the award table: whom it is for, how many of each level, and their sum."""

    scope: str
    tracks: tuple[Link, ...]
    counts: tuple[str, ...]
    total: str


@dataclass(frozen=True, slots=True)
class AwardBar:
    """One level with its count; `width` of its bar in per cent of the longest, None where bars would say nothing."""

    name: str
    rank: int
    count: str
    counted: bool
    """Whether that is a number."""
    width: float | None
    prize: str | None


@dataclass(frozen=True, slots=True)
class TrackPrize:
    """What an award brings in some tracks."""

    tracks: tuple[Link, ...]
    level: str
    text: str


@dataclass(frozen=True, slots=True)
class AwardsView:
    """The award scheme as table and bars."""

    levels: tuple[str, ...]
    rows: tuple[AwardRow, ...]
    bars: tuple[AwardBar, ...]
    prizes: tuple[tuple[str, str], ...]
    cash: bool
    """Whether prizes are money only."""
    by_track: tuple[TrackPrize, ...]
    special: tuple[tuple[str, str], ...]
    total: str
    counted: bool
    """Whether that is a number."""
    in_principle: str
    forms: str | None
    no_cash: bool
    """Whether the notice says that no prize is money."""
    notes: tuple[str, ...]
    finals: tuple[tuple[str, str], ...]
    publicity: str
    benefits: tuple[editions.BenefitView, ...]
    onward: tuple[Link, ...]
    rules: tuple[RuleView, ...]

    @property
    def drawn(self) -> bool:
        """Whether any level has a bar."""
        return any(bar.width is not None for bar in self.bars)


def awards(site: Site, edition: Edition) -> AwardsView:
    """An edition's awards page."""
    scheme = site.catalog.awards[edition.id]
    prizes = {prize.level: wording.prize(prize) for prize in scheme.prizes if not prize.tracks}
    finals = edition.finals
    return AwardsView(
        levels=scheme.levels,
        rows=tuple(_award_rows(site, edition)),
        bars=_award_bars(site, edition, prizes),
        prizes=tuple(prizes.items()),
        cash=not any(prize.items for prize in scheme.prizes),
        by_track=tuple(
            TrackPrize(blocks.track_links(tracks), prize.level, wording.prize(prize))
            for prize in scheme.prizes
            if (tracks := blocks.named_tracks(site, edition, prize.tracks))
        ),
        special=tuple((award.name, award.rule or wording.UNSTATED) for award in scheme.special),
        total=_unsummed(scheme.quotas) if scheme.total is None else wording.number(scheme.total),
        counted=scheme.total is not None,
        in_principle=wording.in_principle(scheme),
        forms=wording.rewards(scheme) or None,
        no_cash=scheme.no_cash,
        notes=scheme.notes,
        finals=tuple(_finals(site, finals)) if finals != Finals() else (),
        publicity=wording.publicity(edition.publicity, site.catalog.phases_of(edition.id)),
        benefits=tuple(editions.benefit(site, edition, given) for given in edition.benefits),
        onward=onward(site, edition),
        rules=regulations.about(site, edition, "awards", "finals"),
    )


def _finals(site: Site, finals: Finals) -> Iterator[tuple[str, str]]:
    yield "推荐名额", site.say(wording.finals_quota(finals))
    if finals.sme_min_share:
        yield "中小企业最低比例", wording.percent(finals.sme_min_share)
    elif site.catalog.contest.entrants.unit:  # of a contest of persons and teams nobody asks for it
        yield "中小企业最低比例", wording.UNSTATED
    if finals.others_at_most:
        yield "其他赛事", site.say(f"每个赛事最多{finals.others_at_most}个项目")


def _award_rows(site: Site, edition: Edition) -> Iterator[AwardRow]:
    """Quotas that concern the same tracks share a line."""
    scheme = site.catalog.awards[edition.id]
    lines: dict[tuple[QuotaScope, tuple[str, ...]], dict[str, Quota]] = {}
    for quota in scheme.quotas:
        lines.setdefault((quota.scope, quota.tracks), {})[quota.level] = quota
    for (scope, slugs), quotas in lines.items():
        tracks = blocks.named_tracks(site, edition, slugs)
        shown = tuple(wording.quota(quotas[level]) if level in quotas else "—" for level in scheme.levels)
        counts = [quota.count for quota in quotas.values() if quota.count is not None]
        total = wording.number(sum(counts)) if len(counts) == len(quotas) else _unsummed(quotas.values())
        said = f"{site.say(_scope(scope, tracks))}{wording.in_principle(scheme)}"
        yield AwardRow(said, blocks.track_links(tracks), shown, total)


def _unsummed(quotas: Iterable[Quota]) -> str:
    """What stands for a number of awards that nobody can add up."""
    return "按比例" if any(quota.share for quota in quotas) else wording.UNSTATED


def _scope(scope: QuotaScope, tracks: list[Track]) -> str:
    if scope is QuotaScope.EDITION:
        return "全届合计"
    if scope is QuotaScope.GROUP:
        return f"{len(tracks)}个赛道合计"
    if not tracks:
        return "每个赛道"
    return "单个赛道" if len(tracks) == 1 else f"{len(tracks)}个赛道各设"


def _award_bars(site: Site, edition: Edition, prizes: dict[str, str]) -> tuple[AwardBar, ...]:
    scheme, tracks = site.catalog.awards[edition.id], site.catalog.track_slugs(edition.id)
    totals = {level: scheme.total_of(level, tracks) for level in scheme.levels}
    known = {total for total in totals.values() if total}
    longest = max(known) if len(known) > 1 else 0
    return tuple(
        AwardBar(
            name=level,
            rank=rank,
            count=_level(scheme, level) if total is None else wording.number(total),
            counted=total is not None,
            width=round(100 * total / longest, 2) if total and longest else None,
            prize=prizes.get(level),
        )
        for rank, (level, total) in enumerate(totals.items(), start=1)
    )


def _level(scheme: AwardScheme, level: str) -> str:
    """What the notice says of a level whose number is not known: a share, where it is one for all."""
    quotas = [quota for quota in scheme.quotas if quota.level == level]
    said = set(map(wording.quota, quotas))
    return said.pop() if len(said) == 1 else _unsummed(quotas)
