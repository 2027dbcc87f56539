"""What is searched: cases, tracks, topics, notices, free pages and the fixed pages of a portal, as plain texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from generator.catalog import Catalog, addresses
from generator.catalog.addresses import Address
from generator.model import Edition, FreePage, Notice, Topic, Track, WinningCase
from generator.search.fixed_pages import fixed_pages
from generator.text.plain import blocks

Kind = Literal["case", "topic", "track", "notice", "page"]
KINDS: dict[Kind, str] = {"case": "案例", "topic": "赛题", "track": "赛道", "notice": "通知公告", "page": "页面"}

FIELDS = ("title", "unit", "partners", "tags", "topic", "track", "place", "summary", "headings", "body")
"""The fields of a document from the weightiest. `place` is what the page says of it: award, region, year, branch."""

Cover = Callable[[WinningCase], Address | None]
"""Finds the picture to show beside a case."""

Value = tuple[str, str]
"""A facet's value: what addresses and requests say, and what readers see."""

Texts = Mapping[str, tuple[str, ...]]
"""The values of each field as readers see them; title, unit and summary have one at most."""

Facets = Mapping[str, tuple[Value, ...]]
"""The values of each facet."""

FACETS: dict[str, str] = {
    "kind": "类型",
    "branch": "分赛",
    "year": "年份",
    "track": "赛道",
    "sector": "领域",
    "topic": "赛题",
    "award": "奖项",
    "region": "地区",
    "sme": "中小企业",
    "tags": "标签",
}
"""The facets and their labels, in the order in which they are offered."""


@dataclass(frozen=True)
class SearchEntry:
    """One thing that can be found. `rank` is the award's, 1 the highest; 0 is what wins no award."""

    kind: Kind
    address: Address
    texts: Texts
    facets: Facets
    rank: int = 0
    cover: Address | None = None
    demo: bool = False

    def one(self, name: str) -> str:
        """A field that has one value at most."""
        return next(iter(self.texts.get(name, ())), "")


@dataclass(frozen=True)
class _Source:
    """Where the documents of one edition come from."""

    catalog: Catalog
    edition: Edition
    cover: Cover
    common: Facets

    def document(
        self,
        kind: Kind,
        address: Address,
        texts: Texts,
        facets: Facets | None = None,
        rank: int = 0,
        cover: Address | None = None,
        demo: bool = False,
    ) -> SearchEntry:
        """A document with what all documents of the edition have in common."""
        place = (*texts.get("place", ()), *(label for name in ("branch", "year") for _, label in self.common[name]))
        every = {**self.common, "kind": ((kind, KINDS[kind]),), **(facets or {})}
        is_demo = demo or self.catalog.is_demo(self.edition.id)
        return SearchEntry(kind, address, {**texts, "place": place}, every, rank, cover, is_demo)


def gather(catalog: Catalog, edition: Edition, cover: Cover) -> Iterator[SearchEntry]:
    """Everything of an edition that can be found: pages, tracks with their topics, notices, cases."""
    branch = catalog.branches[edition.branch]
    common: Facets = {
        "branch": ((branch.id, branch.name),),
        "year": ((str(edition.year), f"{edition.year}年"),),
    }
    source = _Source(catalog, edition, cover, common)
    yield from _fixed(source)
    yield from (_text(source, page) for page in catalog.pages_of(edition.id))
    for track in catalog.tracks_of(edition.id):
        yield _track(source, track)
        yield from (_topic(source, track, topic) for topic in track.topics)
    yield from (_text(source, notice) for notice in catalog.notices_of(edition.id))
    yield from (_case(source, case) for case in catalog.cases_of(edition.id))


def _fixed(source: _Source) -> Iterator[SearchEntry]:
    for page in fixed_pages(source.catalog, source.edition):
        texts = {"title": (page.title,), "summary": (page.summary,), "body": tuple(page.texts)}
        yield source.document("page", page.address, texts)


def _text(source: _Source, record: Notice | FreePage) -> SearchEntry:
    day = (f"{record.date.year}年{record.date.month}月{record.date.day}日",) if isinstance(record, Notice) else ()
    origin = (record.source,) if isinstance(record, Notice) and record.source else ()
    texts: Texts = {
        "title": (record.title,),
        "summary": (record.summary or "",),
        "place": day,
        "body": (*blocks(record.body), *origin),
    }
    kind: Kind = "notice" if isinstance(record, Notice) else "page"
    return source.document(kind, addresses.of(record), texts, demo=record.demo)


def _track(source: _Source, track: Track) -> SearchEntry:
    texts: Texts = {
        "title": (f"{track.name}赛道",),
        "unit": ("、".join(track.guiding_units),),
        "track": (track.source_name,) if track.source_name else (),
        "headings": tuple(group.title for group in track.topic_groups),
        "body": (*blocks(track.introduction), *(topic.title for topic in track.topics)),
    }
    return source.document("track", addresses.track(track.id), texts, facets=_placed(source, track))


def _topic(source: _Source, track: Track, topic: Topic) -> SearchEntry:
    group = next((group.title for group in track.topic_groups if group.number == topic.group), None)
    texts: Texts = {
        "title": (topic.title,),
        "unit": ("、".join(topic.guiding_units),),
        "track": (f"{track.name}赛道",),
        "summary": (" ".join(blocks(topic.summary)),),
        "headings": (group,) if group else (),
    }
    facets = {**_placed(source, track), "topic": ((topic.title, topic.title),)}
    return source.document("topic", addresses.topic(track.id, topic.id), texts, facets=facets)


def _case(source: _Source, case: WinningCase) -> SearchEntry:
    catalog = source.catalog
    track, topic = catalog.tracks.get(case.track_id), catalog.topic_of(case)
    facets: Facets = {
        **(_placed(source, track) if track else {}),
        "topic": ((topic.title, topic.title),) if topic else (),
        "award": ((case.award, case.award),),
        "region": ((case.region, case.region),) if case.region else (),
        "sme": () if case.sme is None else ((("yes", "中小企业"),) if case.sme else (("no", "其他单位"),)),
        "tags": tuple((tag, tag) for tag in dict.fromkeys(case.tags)),
    }
    rank = catalog.award_rank(case.edition, case.award)
    texts = _case_texts(case, track, topic)
    cover = source.cover(case)
    return source.document(
        "case", addresses.case(case.id), texts, facets=facets, rank=rank, cover=cover, demo=case.demo
    )


def _case_texts(case: WinningCase, track: Track | None, topic: Topic | None) -> Texts:
    figures = (f"{metric.label} {metric.value}{metric.unit or ''}" for metric in case.metrics)
    captions = (image.caption for image in case.images if image.caption)
    sections = chain.from_iterable(blocks(section.body) for section in case.sections)
    return {
        "title": (case.title,),
        "unit": (case.unit,),
        "partners": (*case.partners, *((case.team.name,) if case.team.name else ())),
        "tags": case.tags,
        "topic": (topic.title,) if topic else (),
        "track": (f"{track.name}赛道",) if track else (),
        "place": (case.award, *((case.region,) if case.region else ())),
        "summary": (case.summary,),
        "headings": tuple(section.heading for section in case.sections),
        "body": (*blocks(case.introduction), *sections, *figures, *captions),
    }


def _placed(source: _Source, track: Track) -> Facets:
    sectors = (source.catalog.sectors.get(key) for key in track.sectors)  # type: ignore[call-overload]
    return {
        "track": ((track.name, track.name),),
        "sector": tuple((sector.id, sector.name) for sector in sectors if sector),
    }
