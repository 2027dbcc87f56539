"""The words of a portal's fixed pages, taken from the records that the pages are made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.catalog import Catalog, addresses
from generator.catalog.addresses import Address
from generator.model import Edition, Indicator
from generator.views.parts.shell import LABELS


@dataclass(frozen=True, slots=True)
class FixedPage:
    """A fixed page: its heading and its texts, empty ones left out."""

    title: str
    address: Address
    summary: str
    texts: tuple[str, ...]


def fixed_pages(catalog: Catalog, edition: Edition) -> Iterator[FixedPage]:
    """An edition's home and those of its fixed pages that say something of their own, and its questions."""
    yield FixedPage(edition.name, addresses.edition_home(edition.id), edition.summary or "", _given(_home(edition)))
    sections = {
        "timeline": _timeline(catalog, edition),
        "guide": _guide(edition),
        "judging": _judging(catalog, edition),
        "awards": _awards(catalog, edition),
        "contact": _contact(edition),
    }
    for name, texts in sections.items():
        yield FixedPage(catalog.contest.words.say(LABELS[name]), addresses.section(edition.id, name), "", _given(texts))
    yield from _questions(catalog, edition)


def _questions(catalog: Catalog, edition: Edition) -> Iterator[FixedPage]:
    """A question is found by itself, and leads to its answer."""
    for number, asked in enumerate(catalog.questions_of(edition.id), start=1):
        yield FixedPage(asked.question, addresses.question(edition.id, number), asked.answer, ())


def _given(texts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))


def _home(edition: Edition) -> Iterator[str | None]:
    document = edition.document
    yield from (edition.theme, document.title, document.number, document.issuer)
    yield from edition.organisers.bodies()
    yield from edition.organisers.notes
    yield from edition.goals


def _timeline(catalog: Catalog, edition: Edition) -> Iterator[str | None]:
    timeline = catalog.timelines.get(edition.id)
    for phase in timeline.phases if timeline else ():
        yield f"{phase.name}：{phase.text}"
        yield phase.description


def _guide(edition: Edition) -> Iterator[str | None]:
    yield from edition.eligibility
    yield from edition.project_requirements
    for material in edition.submission:
        yield from (material.item, *material.parts)
    for benefit in edition.benefits:
        yield from (benefit.name, benefit.text)
    for rule in edition.rules:
        yield from (rule.name, rule.text)


def _judging(catalog: Catalog, edition: Edition) -> Iterator[str | None]:
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


def _indicator(indicator: Indicator) -> Iterator[str | None]:
    yield from (indicator.name, indicator.note, *indicator.focus)
    for child in indicator.children:
        yield from _indicator(child)


def _awards(catalog: Catalog, edition: Edition) -> Iterator[str | None]:
    scheme = catalog.awards.get(edition.id)
    if scheme is None:
        return
    yield from scheme.levels
    for award in scheme.special:
        yield from (award.name, award.rule)
    yield from (*scheme.forms, *scheme.notes)


def _contact(edition: Edition) -> Iterator[str | None]:
    for contact in edition.contacts:
        yield from (contact.role, contact.phone, contact.email, contact.hours)
