"""Rules about links within texts."""

from __future__ import annotations

import re

from generator.catalog import Catalog, Kind, addresses
from generator.catalog.records import FIELDS
from generator.checks.rule import Findings, published, references, rule, track_hint
from generator.content.documents import Document
from generator.content.hints import by_id_or_name, nearest
from generator.diagnostics import Diagnostic
from generator.model import CaseId, EditionId, ListKind, TrackId
from generator.model.moment import begins, written
from generator.model.record import Publication, edition_of, slug_of
from generator.text import markdown
from generator.text.scan import LINKING, Reference, anchor, links, span

_TEXTS: frozenset[Kind] = frozenset({"track", "notice", "page", "case"})
_KINDS: dict[str, Kind] = {"tracks": "track", "cases": "case", "notices": "notice", "pages": "page"}
_OUTSIDE = ("http://", "https://", "mailto:", "tel:")

_ENDING = re.compile(r"(?:/?\bindex)?(?:\.md|\.html)?/?$")
_PREFIX = re.compile(r"((?:^|/)(?:tracks|notices)/)\d[\d-]*-")
"""What addresses and files have around the slug that a reference names."""

Problem = tuple[str, str]
"""A message and a hint."""


@rule
def links_lead_somewhere(catalog: Catalog) -> Findings:
    """正文里的每个链接都要有去处：站内写 record: 编号，同页写 #小标题，站外写完整网址。"""
    for (kind, key), document in catalog.sources.items():
        if kind not in _TEXTS or not document.may_hold(*LINKING):
            continue
        for link in references(document.body, links, "href"):
            if problem := _problem(catalog, kind, key, document, link):
                yield Diagnostic("dead-link", span(document, link.offset), *problem)


@rule
def links_of_essays_lead_somewhere(catalog: Catalog) -> Findings:
    """手册前言和后记里的链接也要有去处；书里没有同页链接。"""
    for edition, at, text in catalog.essays():
        for link in references(text, links, "href"):
            if problem := _essay_problem(catalog, edition, link):
                yield Diagnostic("dead-link", at, *problem)


@rule
def links_of_questions_lead_somewhere(catalog: Catalog) -> Findings:
    """常见问题的 link 要有去处：站内写 record: 编号，站外写完整网址。"""
    for edition, faq in catalog.faqs.items():
        for place, asked in enumerate(faq.questions):
            record, mark, reference = (asked.link or "").partition("record:")
            if mark and not record and (problem := _unknown(catalog, edition, reference)):
                yield Diagnostic("dead-link", catalog.span("faq", edition, "questions", place, "link"), *problem)


def _essay_problem(catalog: Catalog, edition: EditionId, link: Reference) -> Problem | None:
    """What is wrong with a link in a book; on what day its target is public does not matter, a book has no day."""
    if link.target.startswith("#"):
        return f"书里没有同页链接：“{link.target}”", "去掉方括号和去处，只留文字"
    if link.target.startswith("record:") and not link.html:
        return _unknown(catalog, edition, link.target.removeprefix("record:"))
    return _problem(catalog, "handbook", edition, Document("", {}), link)


def _problem(catalog: Catalog, kind: Kind, key: str, document: Document, link: Reference) -> Problem | None:
    """What is wrong with a link in the text of the record `kind`, `key`."""
    target = link.target
    if target.startswith("record:") and link.html:
        return "HTML 写法的链接里不能用 record: 编号", f"改成 Markdown 写法：[文字]({target})"
    if target.startswith("record:"):
        return _record_problem(catalog, kind, key, target.removeprefix("record:"))
    if target.startswith("#"):
        return _anchor_problem(catalog, kind, key, document, target[1:])
    lower = target.lower()
    if any(lower.startswith(scheme) and len(lower) > len(scheme) for scheme in _OUTSIDE):
        return ("网址里有空格，不会成为链接", "删去空格") if re.search(r"\s", target) else None
    if not target:
        return "链接没有写去处", "站内写 record: 编号，站外写完整网址；不需要链接就去掉方括号"
    return f"链接“{target}”没有去处", _rewrite(catalog, edition_of(key), target)


def _rewrite(catalog: Catalog, edition: EditionId, target: str) -> str:
    """What to write instead of a target that is neither a record nor a full URL."""
    path = _PREFIX.sub(r"\1", _ENDING.sub("", target)).lstrip("./").removeprefix(f"{edition}/")
    for reference in (path, f"/{path}") if path else ():
        if addresses.resolve(catalog, edition, reference):
            return f"站内内容写 record: 编号，这里写 record:{reference}"
    if target.startswith(("//", "www.")):
        return f"站外网址写全：https://{target.lstrip('/')}"
    return "站内内容写 record: 编号，如 [赛程](record:timeline)、[某案例](record:cases/案例短名)"


def _anchor_problem(catalog: Catalog, kind: Kind, key: str, document: Document, name: str) -> Problem | None:
    """A link within the page must name one of its headings."""
    offered = _anchors(catalog, kind, key, document)
    if name in offered:
        return None
    numbered = next((place for place, heading in offered.items() if anchor(heading) == anchor(name)), None)
    if numbered:
        return f"本页没有编号“{name}”", f"“{offered[numbered]}”在页面上的编号是 `#{numbered}`"
    return f"本页没有小标题“{name}”", by_id_or_name(name, offered) or "加上小标题，或去掉链接"


def _anchors(catalog: Catalog, kind: Kind, key: str, document: Document) -> dict[str, str]:
    """What can be linked to on the page of a text: anchors, each with its heading.

    The page numbers the groups and topics of a track and the parts of a case; other headings go by their words.
    """
    if track := catalog.tracks.get(TrackId(key)) if kind == "track" else None:
        groups = {f"group-{group.number}": group.title for group in track.topic_groups}
        return groups | {topic.id: topic.title for topic in track.topics}
    text = catalog.case_texts.get(CaseId(key)) if kind == "case" else None
    if text is None:
        return markdown.anchors(document.body)
    parts = {f"section-{number}": section.heading for number, section in enumerate(text.sections, start=1)}
    for part in text.parts():
        parts |= markdown.anchors(part)
    return parts


def _record_problem(catalog: Catalog, kind: Kind, key: str, reference: str) -> Problem | None:
    """A reference must lead to something that readers can see as long as they see the text itself."""
    edition = edition_of(key)
    if addresses.resolve(catalog, edition, reference) is None:
        return _unknown(catalog, edition, reference)
    place = _target(edition, reference)
    target = _publication(catalog, *place) if place else _list_publication(catalog, edition, reference)
    if target is None or catalog.is_broken(kind, key):
        return None
    return _embargo_problem(_publication(catalog, kind, key) or Publication(), target, reference)


def _unknown(catalog: Catalog, edition: EditionId, reference: str) -> Problem | None:
    """A reference must lead to a record; one that could not be decoded is reported elsewhere."""
    if addresses.resolve(catalog, edition, reference) is not None or _is_broken(catalog, edition, reference):
        return None
    return f"record:{reference} 没有指向任何内容", _offered(catalog, edition, reference)


def _embargo_problem(source: Publication, target: Publication, reference: str) -> Problem | None:
    if source.draft:
        return None
    if target.draft:
        return f"record:{reference} 是草稿，读者看不到", "发布该内容（删去 `draft: true`），或者去掉链接"
    since, until = source.publish_at, source.expire_at
    if target.publish_at and (since is None or begins(since) < begins(target.publish_at)):
        message = f"record:{reference} 到 {written(target.publish_at)} 才发布，在那之前链接没有去处"
        return message, "推迟本文的 `publish_at`，或者去掉链接"
    if target.expire_at and (until is None or begins(until) > begins(target.expire_at)):
        message = f"record:{reference} 到 {written(target.expire_at)} 撤下，从那天起链接没有去处"
        return message, "让本文不晚于那天撤下（`expire_at`），或者去掉链接"
    return None


def _target(edition: EditionId, reference: str) -> tuple[Kind, str] | None:
    """The kind and the id of the record that a reference names, if it names one."""
    edition, folder, slug, _ = addresses.referred(edition, reference)
    return (_KINDS[folder], f"{edition}/{slug}") if folder in _KINDS and slug else None


def _is_broken(catalog: Catalog, edition: EditionId, reference: str) -> bool:
    """Whether the reference names a record, or is in an edition, whose file could not be decoded."""
    place = _target(edition, reference)
    if place is not None and catalog.is_broken(*place):
        return True
    return catalog.is_broken("edition", addresses.referred(edition, reference)[0])


def _publication(catalog: Catalog, kind: Kind, key: str) -> Publication | None:
    """The record's terms of publication; tracks have none."""
    record = getattr(catalog, FIELDS[kind]).get(key)
    return record if isinstance(record, Publication) else None


def _list_publication(catalog: Catalog, edition: EditionId, reference: str) -> Publication | None:
    """When the list or the page of figures is public that a reference names, if it names one."""
    edition, folder, stage, _ = addresses.referred(edition, reference)
    kept = catalog.entries.get(edition)
    if folder == "statistics" and kept is None and edition in catalog.statistics:
        return Publication(publish_at=catalog.statistics[edition].publish_at)
    if kept is None or folder != "lists" or stage not in list(ListKind):
        return None
    return Publication(publish_at=kept.list_of(ListKind(stage)).publish_at)


def _offered(catalog: Catalog, edition: EditionId, reference: str) -> str:
    """What a reference that leads nowhere may have meant."""
    named, folder, slug, fragment = addresses.referred(edition, reference)
    if named not in catalog.editions:
        return nearest(f"/{named}", [f"/{known}" for known in catalog.editions])
    if folder not in _KINDS or not slug:
        return nearest(reference, addresses.SECTIONS)
    for _, renamed in catalog.all_of(_KINDS[folder]):
        if edition_of(renamed.id) == named and slug in renamed.aliases:
            return f"改了名：写 record:{folder}/{slug_of(renamed.id)}"
    if folder == "tracks":
        track = catalog.track(named, slug)
        if track is None:
            return track_hint(catalog, named, slug)
        return by_id_or_name(fragment, {topic.id: topic.title for topic in track.topics})
    own = (each for kind, each in published(catalog) if kind == _KINDS[folder] and each.edition == named)
    return by_id_or_name(slug, {each.slug: each.title for each in own}) or "检查编号，或去掉链接"
