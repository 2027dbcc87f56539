"""Questions that readers ask of an edition, and their answers."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.catalog import addresses
from generator.model import Edition, EditionId, FaqItem, ListKind
from generator.views.pages import entries
from generator.views.parts.page import Link, Site
from generator.views.parts.shell import LABELS, label


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question by its anchor, its answer, and the page that says more."""

    id: str
    question: str
    answer: str
    link: Link | None


@dataclass(frozen=True, slots=True)
class FaqView:
    """All questions in their order, and the page of those who answer others."""

    questions: tuple[QuestionView, ...]
    contact: Link


def faq(site: Site, edition: Edition) -> FaqView:
    """An edition's questions."""
    asked = enumerate(site.catalog.questions_of(edition.id), start=1)
    questions = (_question(site, edition.id, number, each) for number, each in asked)
    return FaqView(tuple(questions), Link(label(site, "contact"), addresses.section(edition.id, "contact")))


def _question(site: Site, edition: EditionId, number: int, asked: FaqItem) -> QuestionView:
    link = _link(site, edition, asked.link) if asked.link else None
    return QuestionView(addresses.question_id(number), asked.question, asked.answer, link)


def _link(site: Site, edition: EditionId, target: str) -> Link | None:
    """Where a question leads on; nowhere when readers cannot see it."""
    if target.startswith(("http://", "https://")):
        return Link(urlsplit(target).netloc, external=target)
    reference = target.removeprefix("record:")
    address = addresses.resolve(site.catalog, edition, reference)
    return Link(_label(site, edition, reference), address) if address else None


def _label(site: Site, edition: EditionId, target: str) -> str:
    """What a reference is called that leads somewhere."""
    catalog = site.catalog
    edition, kind, slug, _ = addresses.referred(edition, target)
    key = f"{edition}/{slug}"
    if kind == "tracks" and slug:
        return site.words.track_name(catalog.tracks[key].name)  # type: ignore[index]
    if kind in ("cases", "notices", "pages") and slug:
        return str(getattr(catalog, kind)[key].title)
    if kind == "lists":
        return entries.name_of(site, ListKind(slug))
    return label(site, kind) if kind in LABELS else catalog.editions[edition].name
