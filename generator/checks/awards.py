"""Rules about the award scheme, and about how many awards were given."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from generator.catalog import Catalog
from generator.checks.rule import Findings, any_broken, repeated, rule
from generator.content import gaps
from generator.content.hints import listing, nearest, separated
from generator.diagnostics import Diagnostic, Span
from generator.model import AwardScheme, EditionId, Entry, ListKind, Quota, QuotaScope


@rule
def named_awards_are_offered(catalog: Catalog) -> Findings:
    """名额、奖金、案例和名单所写的奖项，必须是本届设置的奖项等级或特色奖。"""
    without = set[EditionId]()
    for edition, award, at in _named(catalog):
        levels = catalog.award_levels(edition)
        if not (catalog.awards[edition].levels or award in levels or gaps.is_gap(award)):
            if edition not in without:
                message, place = f"`levels` 空着，却有“{award}”等奖项", catalog.span("awards", edition, "levels")
                yield Diagnostic("unknown-award", place, message, "把奖项由高到低写进 `levels`：[一等奖, 二等奖]")
            without.add(edition)
            continue
        offered = [name for level in levels for name in (level, *separated(level))]  # joined names are told as such
        if award not in offered:
            yield Diagnostic("unknown-award", at(), f"本届没有“{award}”这个奖项", nearest(award, offered))


def _named(catalog: Catalog) -> Iterator[tuple[EditionId, str, Callable[[], Span]]]:
    """Every award that is named: its edition, itself, and what finds the place."""
    for edition, scheme in catalog.awards.items():
        for key in ("quotas", "prizes"):
            for index, each in enumerate(getattr(scheme, key)):
                yield edition, each.level, partial(catalog.span, "awards", edition, key, index, "level")
    for case in (each for each in catalog.cases.values() if each.edition in catalog.awards):
        yield case.edition, case.award, partial(catalog.span, "case", case.id, "award")
    for edition, entries in catalog.entries.items():
        for entry in entries.entries if catalog.award_levels(edition) else ():
            for fact, awards in (("proposed", entry.proposed), ("awards", entry.awards)):
                at = partial(catalog.entry_span, edition, entry.number, fact)
                yield from ((edition, award, at) for award in awards)


@rule
def awards_are_listed_once(catalog: Catalog) -> Findings:
    """每个奖项等级和特色奖只列一次。"""
    for edition, scheme in catalog.awards.items():
        for place, name in repeated(scheme.names):
            beyond = place - len(scheme.levels)
            yield Diagnostic(
                code="duplicate-entry",
                at=catalog.span("awards", edition, *(("special", beyond) if beyond >= 0 else ("levels", place))),
                message=f"奖项“{name}”列了两次",
                hint="删去其中一个",
            )


@rule
def quotas_are_given_once(catalog: Catalog) -> Findings:
    """同一赛道同一奖项的名额只写一次，免得两个数不同。"""
    for edition, scheme in catalog.awards.items():
        seen: set[tuple[QuotaScope, str, str]] = set()
        for index, quota in enumerate(scheme.quotas):
            keys = {(quota.scope, slug, quota.level) for slug in _counted(catalog, edition, quota)}
            if keys & seen:
                yield Diagnostic(
                    code="duplicate-entry",
                    at=catalog.span("awards", edition, "quotas", index),
                    message=f"“{quota.level}”的名额与前面重复",
                    hint="同一赛道、同一奖项只写一条名额",
                )
            seen |= keys


@rule
def quotas_say_how_many(catalog: Catalog) -> Findings:
    """名额写个数或者比例；通知没有写明的，写 count: null。"""
    for edition, scheme in catalog.awards.items():
        for index, quota in enumerate(scheme.quotas):
            at = catalog.span("awards", edition, "quotas", index)
            if quota.share is None and "count" not in quota.model_fields_set:
                hint = "写 `count: 个数`、`share: 比例`；通知没有写明就写 `count: null`"
                yield Diagnostic("missing-key", at, f"没有写“{quota.level}”设多少个", hint)
            if quota.share is not None and quota.count is not None:
                yield Diagnostic("invalid-value", at, f"“{quota.level}”写了个数，又写了比例", "照通知只留一样")
            if quota.of and quota.share is None:
                hint = "写上 `share: 比例`，或删去 `of`"
                yield Diagnostic("missing-key", at, f"“{quota.level}”写了占什么的比例，没有写比例", hint)


@rule
def total_is_the_sum_of_quotas(catalog: Catalog) -> Findings:
    """奖项总数等于各级名额之和；有名额未知时，已知之和不能超过总数。"""
    for edition, scheme in catalog.awards.items():
        if scheme.total is None or not (scheme.quotas and scheme.levels) or any_broken(catalog, "track", edition):
            continue
        graded = _sum(catalog, edition, scheme, scheme.levels)
        everything = _sum(catalog, edition, scheme, catalog.award_levels(edition))
        wrong = graded > scheme.total if _is_open(scheme) else scheme.total not in (graded, everything)
        if wrong:
            yield Diagnostic(
                code="award-total",
                at=catalog.span("awards", edition, "total"),
                message=f"奖项总数写作 {scheme.total}，各级名额之和是 {graded}",
                hint="核对每条名额的范围（各赛道、合计或全届）和数目，或改正 `total`",
            )


def _is_open(scheme: AwardScheme) -> bool:
    """Whether the number of some level is not known."""
    counted = {quota.level for quota in scheme.quotas if quota.count is not None}
    return any(quota.count is None for quota in scheme.quotas) or not counted.issuperset(scheme.levels)


def _sum(catalog: Catalog, edition: EditionId, scheme: AwardScheme, levels: tuple[str, ...]) -> int:
    """How many awards of those levels the known quotas allow."""
    tracks = _all_tracks(catalog, edition)
    return sum(quota.total(tracks) or 0 for quota in scheme.quotas if quota.level in levels)


def _counted(catalog: Catalog, edition: EditionId, quota: Quota) -> tuple[str, ...]:
    """The tracks that a quota speaks of; `*` stands for the whole edition."""
    return ("*",) if quota.scope is QuotaScope.EDITION else quota.holds_for(_all_tracks(catalog, edition))


def _all_tracks(catalog: Catalog, edition: EditionId) -> tuple[str, ...]:
    """The slugs of an edition's tracks, also of those whose file could not be decoded."""
    prefix = f"{edition}/"
    return tuple(key[len(prefix) :] for kind, key in catalog.sources if kind == "track" and key.startswith(prefix))


@rule
def awards_stay_within_quotas(catalog: Catalog) -> Findings:
    """获奖的项目，公示期间是拟获奖的项目，不能超过奖项名额：每个赛道、所列赛道合计或全届合计；退出的和草稿不计，原则上的名额可以调整。"""
    for edition, scheme in catalog.awards.items():
        if scheme.in_principle:
            continue
        kind = ListKind.WINNERS if catalog.entries_in(edition, ListKind.WINNERS) else ListKind.PROPOSED
        given = _given(catalog, edition, kind)
        for index, quota in enumerate(scheme.quotas):
            for name, winners in _scopes(catalog, edition, quota, given):
                if quota.count is not None and len(winners) > quota.count:
                    yield Diagnostic(
                        code="quota-exceeded",
                        at=catalog.entry_span(edition, winners[-1].number, kind.fact),
                        message=f"{name}“{quota.level}”名额为 {quota.count} 个，已有 {len(winners)} 个项目",
                        hint=f"核对获奖名单（{listing(entry.number for entry in winners)}），"
                        f"或改正 awards.yml 第 {catalog.span('awards', edition, 'quotas', index).line} 行的名额",
                    )


Given = Mapping[str, Mapping[str, list[Entry]]]
"""Award, then track, to the entries that received it."""


def _given(catalog: Catalog, edition: EditionId, kind: ListKind) -> Given:
    given: defaultdict[str, defaultdict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    left = catalog.kept(edition).ended()
    for entry in (each for each in catalog.entries_in(edition, kind) if each.number not in left):
        for award in getattr(entry, kind.fact):
            given[award][entry.track].append(entry)
    return given


def _scopes(catalog: Catalog, edition: EditionId, quota: Quota, given: Given) -> Iterator[tuple[str, list[Entry]]]:
    """What the quota's count holds for: a name, and the entries that received the award there."""
    by_track = given.get(quota.level, {})
    if quota.scope is QuotaScope.TRACK:
        for slug in _counted(catalog, edition, quota):
            track = catalog.track(edition, slug)
            yield f"“{track.name if track else slug}”赛道", by_track.get(slug, [])
    elif quota.scope is QuotaScope.GROUP:
        chosen = [by_track.get(slug, []) for slug in _counted(catalog, edition, quota)]
        yield "所列赛道合计", [entry for entries in chosen for entry in entries]
    else:
        yield "全届", [entry for entries in by_track.values() for entry in entries]


@rule
def prizes_are_given_once(catalog: Catalog) -> Findings:
    """每个奖项的奖励只写一次，各赛道不同的各写一次。"""
    for edition, scheme in catalog.awards.items():
        counts = Counter((prize.level, slug) for prize in scheme.prizes for slug in prize.tracks or ("",))
        for level in sorted({level for (level, _), times in counts.items() if times > 1}):
            index = max(place for place, prize in enumerate(scheme.prizes) if prize.level == level)
            yield Diagnostic(
                code="duplicate-entry",
                at=catalog.span("awards", edition, "prizes", index),
                message=f"“{level}”的奖金写了两次",
                hint="删去其中一个",
            )


@rule
def prizes_say_what_they_are(catalog: Catalog) -> Findings:
    """奖励要写奖金、实物或者服务；写了不设奖金的，不再写奖金。"""
    for edition, scheme in catalog.awards.items():
        if scheme.no_cash and any(prize.cny for prize in scheme.prizes):
            at = catalog.span("awards", edition, "no_cash")
            yield Diagnostic("invalid-value", at, "`no_cash` 说不设奖金，`prizes` 里却有奖金", "核对通知，删去其中一个")
        document = catalog.source("awards", edition)
        for index, prize in enumerate(scheme.prizes):
            written = document.data["prizes"][index] if document else {}
            marked = any(map(gaps.is_gap, written.values()))  # that is told already
            if prize.cny is None and not (prize.items or marked):
                at = catalog.span("awards", edition, "prizes", index)
                yield Diagnostic("missing-key", at, f"没有写“{prize.level}”奖励什么", "写 `cny`、`items` 或者两样都写")
