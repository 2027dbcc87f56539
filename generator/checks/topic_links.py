"""The rule about what editors decided on topics of several editions."""

from __future__ import annotations

from generator.catalog import Catalog, relations
from generator.checks.rule import Findings, Rule
from generator.content.hints import by_id_or_name
from generator.diagnostics import Diagnostic
from generator.model import TopicLinks, TrackId
from generator.model.record import edition_of, slug_of


def references_are_known(catalog: Catalog) -> Findings:
    """`topic-links.yml` names existing topics only, two of different editions in each pair."""
    links = catalog.topic_links or TopicLinks()
    for name, pairs in (("same", links.same), ("different", links.different)):
        for place, pair in enumerate(pairs):
            found = [relations.find(catalog, reference) for reference in pair]
            for side, reference in enumerate(pair):
                if found[side] is None and not _is_broken(catalog, reference):
                    at = catalog.span("topic-links", "", name, place, side)
                    yield Diagnostic("unknown-topic", at, f"没有赛题“{reference}”", _hint(catalog, reference))
            editions = {topic[0].edition for topic in found if topic}
            if all(found) and len(editions) == 1:
                at = catalog.span("topic-links", "", name, place)
                yield Diagnostic("invalid-value", at, "这一对赛题属于同一届", "只写不同届次的赛题")


def _is_broken(catalog: Catalog, reference: str) -> bool:
    """Whether the reference is to a track whose file has mistakes of its own."""
    return catalog.is_broken("track", reference.partition("#")[0])


def _hint(catalog: Catalog, reference: str) -> str:
    track_id, _, topic = reference.partition("#")
    track = catalog.tracks.get(TrackId(track_id))
    if not topic:
        return "写成“届次/赛道#topic-序号”，如 liaoning/2026/transport#topic-3"
    if track is None:
        offered = {each.slug: each.name for each in catalog.tracks_of(edition_of(track_id))}
        return by_id_or_name(slug_of(track_id), offered) or "届次写成“分赛编号/年份”，如 liaoning/2026"
    return f"该赛道的赛题是 topic-1 至 topic-{len(track.topics)}"


RULES: tuple[Rule, ...] = (references_are_known,)
