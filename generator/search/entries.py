"""What is searched: cases, tracks, topics, notices, free pages and the fixed pages of a portal, as plain texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Literal

from generator.catalog import Catalog, addresses
from generator.catalog.addresses import Address
from generator.machine import digests
from generator.model import CaseText, Edition, Entry, FreePage, ListKind, Notice, Topic, Track, WinningCase, Words
from generator.search.fixed_pages import FixedPage, first, fixed_pages
from generator.text.markdown import blocks

Kind = Literal["case", "entry", "topic", "track", "notice", "page", "question"]
KINDS: dict[Kind, str] = {
    "case": "案例",
    "entry": "获奖项目",
    "topic": "赛题",
    "track": "赛道",
    "notice": "通知公告",
    "page": "页面",
    "question": "常见问题",
}

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
    asked: tuple[str, ...] = ()
    """What readers type who want to come here, besides its words."""

    def one(self, name: str) -> str:
        """A field that has one value at most."""
        return next(iter(self.texts.get(name, ())), "")


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry that need not be made when what is made from it is at hand."""

    key: str
    """Stands for all that it is made from."""
    address: Address
    make: Callable[[], SearchEntry]
    """A pure function of that."""

    @classmethod
    def of(cls, entry: SearchEntry) -> Draft:
        """An entry that has been made."""
        return cls(digests.of(entry), entry.address, lambda: entry)


@dataclass(frozen=True)
class _Common:
    """What all documents of one edition have in common."""

    facets: Facets
    demo: bool
    words: Words

    def document(
        self,
        kind: Kind,
        address: Address,
        texts: Texts,
        facets: Facets | None = None,
        rank: int = 0,
        cover: Address | None = None,
        demo: bool = False,
        asked: tuple[str, ...] = (),
    ) -> SearchEntry:
        """A document of the edition."""
        place = (*texts.get("place", ()), *(label for name in ("branch", "year") for _, label in self.facets[name]))
        every = {**self.facets, "kind": ((kind, self.words.say(KINDS[kind])),), **(facets or {})}
        return SearchEntry(kind, address, {**texts, "place": place}, every, rank, cover, demo or self.demo, asked)


def gather(catalog: Catalog, edition: Edition, cover: Cover, known: digests.Known | None = None) -> Iterator[Draft]:
    """Everything of an edition that can be found: pages, tracks with their topics, notices, cases, other winners."""
    branch = catalog.branches[edition.branch]
    facets: Facets = {
        "branch": ((branch.id, branch.name),),
        "year": ((str(edition.year), f"{edition.year}年"),),
    }
    common = _Common(facets, catalog.is_demo(edition.id), catalog.contest.words)
    of_all = digests.of(common)

    def draft(make: Callable[..., SearchEntry], address: Address, *given: object) -> Draft:
        """A document of what is given, and of nothing else."""
        key = digests.of(make.__name__, of_all, address, given, known=known)
        return Draft(key, address, partial(make, common, address, *given))

    for page in fixed_pages(catalog, edition):
        yield draft(_fixed, page.address, page)
    for record in catalog.pages_of(edition.id):
        yield draft(_text, addresses.of(record), record)
    for track in catalog.tracks_of(edition.id):
        placed = _placed(catalog, track)
        yield draft(_track, addresses.track(track.id), track, placed)
        for topic in track.topics:
            group = next((group.title for group in track.topic_groups if group.number == topic.group), None)
            yield draft(_topic, addresses.topic(track.id, topic.id), topic, track.name, group, placed)
    for notice in catalog.notices_of(edition.id):
        yield draft(_text, addresses.of(notice), notice)
    for case in catalog.cases_of(edition.id):
        text = catalog.case_texts[case.id]
        yield draft(_case, addresses.case(case.id), case, text, *_about(catalog, case), cover(case))
    for entry in catalog.entries_in(edition.id, ListKind.WINNERS):
        track_of = catalog.track(edition.id, entry.track)
        if track_of and not catalog.case_of(edition.id, entry.number):
            rank = min(catalog.award_rank(edition.id, award) for award in entry.awards)
            address = addresses.entry(edition.id, entry.number)
            yield draft(_entry, address, entry, track_of.name, _placed(catalog, track_of), rank)


def _fixed(common: _Common, address: Address, page: FixedPage) -> SearchEntry:
    texts = {"title": (page.title,), "summary": (page.summary,), "body": tuple(page.texts)}
    return common.document("question" if page.is_question else "page", address, texts, asked=page.asked)


def _text(common: _Common, address: Address, record: Notice | FreePage) -> SearchEntry:
    day = (f"{record.date.year}年{record.date.month}月{record.date.day}日",) if isinstance(record, Notice) else ()
    origin = (record.source,) if isinstance(record, Notice) and record.source else ()
    body = tuple(blocks(record.body))
    texts: Texts = {
        "title": (record.title,),
        "summary": (record.summary or first(body),),
        "place": day,
        "body": (*body, *origin),
    }
    kind: Kind = "notice" if isinstance(record, Notice) else "page"
    return common.document(kind, address, texts, demo=record.demo)


def _track(common: _Common, address: Address, track: Track, placed: Facets) -> SearchEntry:
    topics = tuple(topic.title for topic in track.topics)
    texts: Texts = {
        "title": (common.words.track_name(track.name),),
        "unit": ("、".join(track.guiding_units),),
        "track": (track.source_name,) if track.source_name else (),
        "summary": (first(topics),),
        "headings": tuple(group.title for group in track.topic_groups),
        "body": (*blocks(track.introduction), *topics),
    }
    return common.document("track", address, texts, facets=placed)


def _topic(
    common: _Common, address: Address, topic: Topic, track: str, group: str | None, placed: Facets
) -> SearchEntry:
    texts: Texts = {
        "title": (topic.title,),
        "unit": ("、".join(topic.guiding_units),),
        "track": (common.words.track_name(track),),
        "summary": (" ".join(blocks(topic.summary)),),
        "body": tuple(f"{name}：{fact}" for name, fact in topic.facts),
        "headings": (group,) if group else (),
    }
    return common.document("topic", address, texts, facets={**placed, "topic": ((topic.title, topic.title),)})


def _about(catalog: Catalog, case: WinningCase) -> tuple[str | None, str | None, Facets, int]:
    """What other records say of a case: its track, its topic, where the track is placed, the rank of its award."""
    track, topic = catalog.tracks.get(case.track_id), catalog.topic_of(case)
    placed = _placed(catalog, track) if track else {}
    rank = catalog.award_rank(case.edition, case.award)
    return track.name if track else None, topic.title if topic else None, placed, rank


def _case(
    common: _Common,
    address: Address,
    case: WinningCase,
    text: CaseText,
    track: str | None,
    topic: str | None,
    placed: Facets,
    rank: int,
    cover: Address | None,
) -> SearchEntry:
    facets: Facets = {
        **placed,
        "topic": ((topic, topic),) if topic else (),
        "award": ((case.award, case.award),),
        "region": ((case.region, case.region),) if case.region else (),
        "sme": () if case.sme is None else ((("yes", "中小企业"),) if case.sme else (("no", "其他单位"),)),
        "tags": tuple((tag, tag) for tag in dict.fromkeys(case.tags)),
    }
    texts = _case_texts(case, text, common.words.track_name(track) if track else None, topic)
    return common.document("case", address, texts, facets=facets, rank=rank, cover=cover, demo=case.demo)


def _entry(common: _Common, address: Address, entry: Entry, track: str, placed: Facets, rank: int) -> SearchEntry:
    facets: Facets = {
        **placed,
        "award": tuple((award, award) for award in entry.awards),
        "region": ((entry.region, entry.region),) if entry.region else (),
    }
    texts: Texts = {
        "title": (entry.title,),
        "unit": (entry.holder,),
        "partners": (*entry.partners, *((entry.team,) if entry.team else ()), *entry.people, *entry.mentors),
        "track": (common.words.track_name(track),),
        "place": (*entry.awards, *((entry.region,) if entry.region else ())),
    }
    return common.document("entry", address, texts, facets=facets, rank=rank)


def _case_texts(case: WinningCase, text: CaseText, track: str | None, topic: str | None) -> Texts:
    figures = (f"{metric.label} {metric.value}{metric.unit or ''}" for metric in case.metrics)
    captions = (image.caption for image in case.images if image.caption)
    said = filter(None, (case.quote and case.quote.text, case.jury))
    charts = (" ".join([chart.title, *chart.categories, chart.source]) for chart in case.charts)
    written = chain.from_iterable(map(blocks, text.parts()))
    return {
        "title": (case.title,),
        "unit": (case.holder,),
        "partners": (*case.partners, *((case.team.name,) if case.team.name else ()), *case.people, *case.mentors),
        "tags": case.tags,
        "topic": (topic,) if topic else (),
        "track": (track,) if track else (),
        "place": (case.award, *((case.region,) if case.region else ())),
        "summary": (case.summary,),
        "headings": tuple(section.heading for section in text.sections),
        "body": (*written, *figures, *captions, *charts, *said),
    }


def _placed(catalog: Catalog, track: Track) -> Facets:
    sectors = (catalog.sectors.get(key) for key in track.sectors)  # type: ignore[call-overload]
    return {
        "track": ((track.name, track.name),),
        "sector": tuple((sector.id, sector.name) for sector in sectors if sector),
    }
