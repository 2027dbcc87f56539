"""Rules about tracks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from generator.catalog import Catalog, Kind, relations
from generator.catalog.records import FIELDS
from generator.checks.rule import Findings, any_broken, repeated, rule, track_hint
from generator.content.hints import by_id_or_name, nearest
from generator.diagnostics import Diagnostic, Span
from generator.model import EditionId, TopicLinks, TrackId
from generator.model.record import edition_of, slug_of
from generator.model.track import DIFFICULTY

_NAMING: tuple[tuple[Kind, str, str], ...] = (
    ("awards", "quotas", "名额"),
    ("awards", "prizes", "奖励"),
    ("judging", "rubrics", "评价指标"),
    ("edition", "benefits", "权益"),
)
"""What names tracks: the kind of file, the key of the list, what its items are called."""


@rule
def named_tracks_are_known(catalog: Catalog) -> Findings:
    """案例、名额、奖励、评价指标、权益和分项数字的赛道必须是本届的赛道。"""
    for edition, slug, at, message in _named(catalog):
        key = f"{edition}/{slug}"
        if key not in catalog.tracks and not catalog.is_broken("track", key):
            yield Diagnostic("unknown-track", at(), message, track_hint(catalog, edition, slug))


def _named(catalog: Catalog) -> Iterator[tuple[EditionId, str, Callable[[], Span], str]]:
    """Every track that is named: its edition, its slug, what finds the place, and what to say of an unknown one."""
    for case in catalog.cases.values():
        yield case.edition, case.track, partial(catalog.span, "case", case.id, "track"), f"本届没有赛道“{case.track}”"
    for edition, figures in catalog.statistics.items():
        for slug in figures.submitted.by_track:
            at = partial(catalog.span, "statistics", edition, "submitted", "by_track", slug)
            yield edition, slug, at, f"本届没有赛道“{slug}”"
    for kind, key, called in _NAMING:
        for edition, record in getattr(catalog, FIELDS[kind]).items():
            for index, item in enumerate(getattr(record, key)):
                name = f"“{item.name}”" if hasattr(item, "name") else ""
                for place, slug in enumerate(item.tracks):
                    at = partial(catalog.span, kind, edition, key, index, "tracks", place)
                    yield edition, slug, at, f"{called}{name}所写的赛道“{slug}”不存在"


@rule
def sectors_are_known(catalog: Catalog) -> Findings:
    """赛道对应的领域必须在统一领域表里，总站据此对照各分赛。"""
    if not catalog.sectors:
        return
    offered = {str(key): sector.name for key, sector in catalog.sectors.items()}
    for track in catalog.tracks.values():
        for place, sector in enumerate(track.sectors):
            if sector not in offered:
                yield Diagnostic(
                    code="unknown-sector",
                    at=catalog.span("track", track.id, "sectors", place),
                    message=f"领域表里没有“{sector}”",
                    hint=by_id_or_name(sector, offered),
                )


@rule
def topics_are_in_sectors_of_their_track(catalog: Catalog) -> Findings:
    """赛题自己的领域是其赛道领域中的几个。"""
    for track in catalog.tracks.values():
        for topic in track.topics:
            for sector in set(topic.sectors).difference(track.sectors):
                at = replace(catalog.span("track", track.id), line=topic.line)
                message = f"赛题“{topic.title}”的领域“{sector}”不在赛道的领域里"
                yield Diagnostic("unknown-sector", at, message, nearest(sector, track.sectors))


@rule
def own_fields_of_topics_are_known(catalog: Catalog) -> Findings:
    """赛题自己的项目和难度要在 contest.yml 的 `topics` 里列出。"""
    known = catalog.contest.topics
    for track in catalog.tracks.values():
        for topic in track.topics:
            at = replace(catalog.span("track", track.id), line=topic.line)
            for name, value in topic.facts:
                if name == DIFFICULTY and known.difficulties:
                    if value not in known.difficulties:
                        hint = nearest(value, known.difficulties)
                        yield Diagnostic("invalid-value", at, f"没有“{value}”这一级难度", hint)
                elif name not in known.fields:
                    hint = nearest(name, known.fields) or "在 contest.yml 的 `topics` 里列出，或删去"
                    yield Diagnostic("unknown-key", at, f"不认识的标记 `{name}`", hint)


@rule
def numbers_run_from_one(catalog: Catalog) -> Findings:
    """赛道从 1 起连续编号，一个序号只给一个赛道。"""
    for edition in catalog.editions:
        last, tracks = 0, catalog.tracks_of(edition)
        if not all(f"/{track.number:02}-" in catalog.sources["track", track.id].path for track in tracks):
            continue  # a file's name says another number, which is told when it is read
        for track in tracks:
            at = catalog.span("track", track.id, "number")
            if track.number == last:
                message = f"序号 {track.number} 已经给了另一个赛道" if last else "序号从 1 起"
                yield Diagnostic("track-number", at, message, "每个赛道用自己的序号，文件名也一起改")
            elif track.number != last + 1 and not any_broken(catalog, "track", edition):
                message = f"序号从 {last} 跳到了 {track.number}" if last else f"第一个赛道的序号是 {track.number}"
                yield Diagnostic("track-number", at, message, f"这里应为 {last + 1}，文件名也一起改")
            last = track.number


@rule
def names_differ(catalog: Catalog) -> Findings:
    """同一届的赛道名称不能相同。"""
    for edition in catalog.editions:
        tracks = catalog.tracks_of(edition)
        for place, name in repeated(track.name for track in tracks):
            yield Diagnostic(
                code="duplicate-entry",
                at=catalog.span("track", tracks[place].id, "name"),
                message=f"本届另有赛道叫“{name}”",
                hint="对照通知改正赛道名称",
            )


@rule
def topic_links_are_known(catalog: Catalog) -> Findings:
    """`topic-links.yml` names existing topics only, two of different editions in each pair."""
    links = catalog.topic_links or TopicLinks()
    for name, pairs in (("same", links.same), ("different", links.different)):
        for place, pair in enumerate(pairs):
            found = [relations.find(catalog, reference) for reference in pair]
            for side, reference in enumerate(pair):
                if found[side] is None and not catalog.is_broken("track", reference.partition("#")[0]):
                    at = catalog.span("topic-links", "", name, place, side)
                    yield Diagnostic("unknown-topic", at, f"没有赛题“{reference}”", _topic_hint(catalog, reference))
            editions = {topic[0].edition for topic in found if topic}
            if all(found) and len(editions) == 1:
                at = catalog.span("topic-links", "", name, place)
                yield Diagnostic("invalid-value", at, "这一对赛题属于同一届", "只写不同届次的赛题")


def _topic_hint(catalog: Catalog, reference: str) -> str:
    track_id, _, topic = reference.partition("#")
    track = catalog.tracks.get(TrackId(track_id))
    if not topic:
        return "写成“届次/赛道#topic-序号”，如 liaoning/2026/transport#topic-3"
    if track is None:
        offered = {each.slug: each.name for each in catalog.tracks_of(edition_of(track_id))}
        return by_id_or_name(slug_of(track_id), offered) or "届次写成“分赛编号/年份”，如 liaoning/2026"
    return f"该赛道的赛题是 topic-1 至 topic-{len(track.topics)}"
