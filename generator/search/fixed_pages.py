"""The words of a portal's fixed pages, taken from the records that the pages are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalog import Catalog, addresses
from generator.catalog.addresses import Address
from generator.model import Edition, Indicator, ListKind, Prize
from generator.views.parts import wording
from generator.views.parts.shell import LABELS

SUMMARY = 100
"""Characters of a summary that is made of several texts; the first is there whatever its length."""


NAMED = 4
"""So many bodies of one role a summary names."""


@dataclass(frozen=True, slots=True)
class FixedPage:
    """A fixed page: its heading, what answers first, its texts, and the phrases that readers ask it by."""

    title: str
    address: Address
    summary: str
    texts: tuple[str, ...]
    asked: tuple[str, ...] = ()
    is_question: bool = False


Texts = Iterable[str | None]
_Section = Callable[[Catalog, Edition], Texts]


def fixed_pages(catalog: Catalog, edition: Edition) -> Iterator[FixedPage]:
    """An edition's home, its sections with something in them, and its questions; the newest edition answers."""
    say, answers = catalog.contest.words.say, edition == catalog.current_edition(edition.branch)

    def asked(name: str) -> tuple[str, ...]:
        return tuple(map(say, catalog.search_words.of(name))) if answers else ()

    yield FixedPage(edition.name, addresses.edition_home(edition.id), edition.summary or "", _given(_home(edition)))
    if roles := edition.organisers.roles():
        place = Address(f"{addresses.section(edition.id, 'guide')}#organisers")
        texts = (*(f"{role}：{'、'.join(names)}" for role, names in roles), *edition.organisers.notes)
        yield FixedPage("组织机构", place, first(map(_role, roles)), texts, asked("organisers"))
    for name in addresses.sections(catalog, edition.id):
        if not catalog.is_empty(edition.id, name):
            texts = _given(_TEXTS[name](catalog, edition)) if name in _TEXTS else ()
            summary = first(_SUMMARIES[name](catalog, edition)) if name in _SUMMARIES else first(texts)
            yield FixedPage(say(LABELS[name]), addresses.section(edition.id, name), summary, texts, asked(name))
    for number, each in enumerate(catalog.questions_of(edition.id), start=1):
        own = (each.question, *each.asked) if answers else ()
        yield FixedPage(each.question, addresses.question(edition.id, number), each.answer, (), own, True)


def first(texts: Iterable[str | None]) -> str:
    """The first texts, as many as a summary takes."""
    summary = ""
    for text in filter(None, texts):
        if summary and len(summary) + len(text) >= SUMMARY:
            return f"{summary.rstrip('。')}……"
        summary = f"{summary.rstrip('。')}；{text}" if summary else text
    return summary


def _given(texts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


# What pages say


def _home(edition: Edition) -> Texts:
    document = edition.document
    yield from (edition.theme, document.title, document.number, document.issuer)
    yield from edition.goals


def _role(role: tuple[str, Sequence[str]]) -> str:
    called, names = role
    return f"{called}：{'、'.join(names) if len(names) <= NAMED else f'{names[0]}等{len(names)}家'}"


def _timeline(catalog: Catalog, edition: Edition) -> Texts:
    for phase in catalog.phases_of(edition.id):
        yield f"{phase.name}：{phase.text}"
        yield phase.description


def _guide(_: Catalog, edition: Edition) -> Texts:
    yield from edition.eligibility
    yield from edition.project_requirements
    for material in edition.submission:
        yield from (material.item, *material.parts)
    for benefit in edition.benefits:
        yield from (benefit.name, benefit.text)
    for rule in edition.rules:
        yield from (rule.name, rule.text)


def _judging(catalog: Catalog, edition: Edition) -> Texts:
    judging = catalog.judging.get(edition.id)
    if judging is None:
        return
    for stage in judging.stages:
        yield from (stage.name, stage.text)
    for panel in judging.panels:
        yield from (panel.name, panel.text)
    for rubric in judging.rubrics:
        yield rubric.name
        for indicator in rubric.indicators:
            yield from _indicator(indicator)
    yield from judging.notes


def _indicator(indicator: Indicator) -> Texts:
    yield from (indicator.name, indicator.note, *indicator.focus)
    for child in indicator.children:
        yield from _indicator(child)


def _awards(catalog: Catalog, edition: Edition) -> Texts:
    scheme = catalog.scheme(edition.id)
    yield from scheme.levels
    for award in scheme.special:
        yield from (award.name, award.rule)
    yield from (*scheme.forms, *scheme.notes)


_TEXTS: Mapping[str, _Section] = {
    "timeline": _timeline,
    "guide": _guide,
    "judging": _judging,
    "awards": _awards,
    "contact": lambda _, edition: (
        told for contact in edition.contacts for told in (contact.role, contact.phone, contact.email, contact.hours)
    ),
}
"""Of other sections the records can be found themselves."""


# What answers first


def _phases(catalog: Catalog, edition: Edition) -> Texts:
    for phase in catalog.phases_of(edition.id):
        yield f"{phase.name}：{wording.when(phase)}"


def _entry(catalog: Catalog, edition: Edition) -> Texts:
    yield f"报名：{wording.registration(edition, catalog.phases_of(edition.id))}"
    yield from edition.eligibility


def _prizes(catalog: Catalog, edition: Edition) -> Texts:
    scheme = catalog.scheme(edition.id)
    prizes = {prize.level: _prize(prize) for prize in scheme.prizes if not prize.tracks}
    yield "、".join(f"{level}（{prizes[level]}）" if level in prizes else level for level in scheme.names)
    yield from scheme.forms


def _prize(given: Prize) -> str:
    return f"奖金{wording.prize(given)}" if given.cny is not None else wording.prize(given)


def _stages(catalog: Catalog, edition: Edition) -> Texts:
    if judging := catalog.judging.get(edition.id):
        yield from (stage.name for stage in judging.stages)
        yield from (rubric.name for rubric in judging.rubrics)


_SUMMARIES: Mapping[str, _Section] = {
    "timeline": _phases,
    "guide": _entry,
    "judging": _stages,
    "awards": _prizes,
    "contact": lambda _, edition: (
        "，".join(filter(None, (contact.role, contact.phone, contact.email))) for contact in edition.contacts
    ),
    "tracks": lambda catalog, edition: ["、".join(track.name for track in catalog.tracks_of(edition.id))],
    "winners": lambda catalog, edition: [
        catalog.contest.words.say(f"{len(catalog.entries_in(edition.id, ListKind.WINNERS))}个获奖项目")
    ],
    "cases": lambda catalog, edition: [catalog.contest.words.say(f"{len(catalog.cases_of(edition.id))}个典型案例")],
    "notices": lambda catalog, edition: (notice.title for notice in catalog.notices_of(edition.id)),
    "downloads": lambda _, edition: (attachment.title for attachment in edition.attachments),
    "faq": lambda catalog, edition: (each.question for each in catalog.questions_of(edition.id)),
    "finals": lambda catalog, edition: [catalog.contest.words.say(wording.finals(edition.finals))],
}
"""Facts as the pages word them."""
