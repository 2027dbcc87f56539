"""An edition, its cases and notices, and what leads there as schema.org linked data (JSON-LD), for search engines.

Addresses are absolute or not there: without the site's public address (`site_url`, which ends with a slash) every
`url` is left out. A day is given only where the notice gives it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from generator.catalog import Catalog, addresses
from generator.catalog.addresses import Address
from generator.model import Edition, FaqItem, Notice, Phase, PhaseKind, WinningCase
from generator.model.moment import begins, day_of, ends, in_beijing
from generator.model.record import FABRICATED, marked

LinkedData = dict[str, object]

CONTEXT = "https://schema.org"
_SCHEDULED = "https://schema.org/EventScheduled"
LANGUAGE = "zh-CN"

_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def event(catalog: Catalog, edition: Edition, site_url: str | None, pictured: bool = False) -> LinkedData | None:
    """An edition as an Event; its phases with exact days are the events inside it.

    `pictured` is whether pictures for sharing are drawn. None when no day is known on which it begins, nor when a phase
    may begin before the first that is known: an Event without that day is none (Google, Event structured data).
    """
    phases = catalog.phases_of(edition.id)
    span = _whole_span(edition, phases)
    if not span:
        return None
    place = _place(catalog, edition)
    return {
        "@context": CONTEXT,
        "@type": "Event",
        "name": marked(edition.name, catalog.is_demo(edition.id)),
        **_present("description", edition.summary),
        **span,
        "location": place,
        "eventStatus": _SCHEDULED,
        "inLanguage": LANGUAGE,
        **_present("organizer", _organizations(edition.organisers.hosts or edition.organisers.committee)),
        **_image(site_url, addresses.edition_home(edition.id), pictured),
        **_url(site_url, addresses.edition_home(edition.id)),
        **_present("subEvent", [*_sub_events(phases, place)]),
    }


def item_list(catalog: Catalog, cases: Iterable[WinningCase], site_url: str | None) -> LinkedData:
    """A list of cases as an ItemList, in the order given."""
    items = [
        {
            "@type": "ListItem",
            "position": position,
            "name": marked(case.title, _is_fabricated(catalog, case)),
            **_url(site_url, addresses.case(case.id)),
        }
        for position, case in enumerate(cases, start=1)
    ]
    return {"@context": CONTEXT, "@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}


def creative_work(
    catalog: Catalog,
    case: WinningCase,
    site_url: str | None,
    pictured: bool = False,
    changed: date | None = None,
) -> LinkedData:
    """A case as a CreativeWork by the units behind it; published when its embargo ends, as far as it says so."""
    topic = catalog.topic_of(case)
    fabricated = _is_fabricated(catalog, case)
    return {
        "@context": CONTEXT,
        "@type": "CreativeWork",
        "name": marked(case.title, fabricated),
        "abstract": case.summary,
        "author": _organizations(case.units) or [{"@type": "Person", "name": name} for name in case.people],
        "award": _awards(catalog, case),
        **_present("about", topic.title if topic else None),
        **_present("keywords", list(case.tags)),
        **_present("creativeWorkStatus", FABRICATED if fabricated else None),
        "inLanguage": LANGUAGE,
        **_dates(case.publish_at, changed),
        **_image(site_url, addresses.case(case.id), pictured),
        **_url(site_url, addresses.case(case.id)),
    }


def news_article(
    catalog: Catalog,
    notice: Notice,
    site_url: str | None,
    pictured: bool = False,
    changed: date | None = None,
) -> LinkedData:
    """A notice as a NewsArticle of the body that publishes the portal."""
    edition = catalog.editions[notice.edition]
    fabricated = notice.demo or catalog.is_demo(edition.id)
    body = catalog.branches[edition.branch].footer.organiser or edition.name
    return {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "headline": marked(notice.title, fabricated),
        **_present("description", notice.summary),
        **_dates(notice.publish_at or notice.date, changed),
        "author": [_organization(body)],
        "publisher": _organization(body),
        "inLanguage": LANGUAGE,
        **_image(site_url, addresses.of(notice), pictured),
        **_url(site_url, addresses.of(notice)),
    }


def breadcrumbs(trail: Sequence[tuple[str, Address]], site_url: str | None) -> LinkedData | None:
    """The way from the home page as a BreadcrumbList; the page itself comes last. Its addresses must be absolute."""
    if not trail or not site_url:
        return None
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": addresses.canonical(site_url, address)}
        for position, (name, address) in enumerate(trail, start=1)
    ]
    return {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": items}


def faq_page(questions: Iterable[FaqItem]) -> LinkedData:
    """Questions with their answers as a FAQPage."""
    asked = [
        {"@type": "Question", "name": each.question, "acceptedAnswer": {"@type": "Answer", "text": each.answer}}
        for each in questions
    ]
    return {"@context": CONTEXT, "@type": "FAQPage", "inLanguage": LANGUAGE, "mainEntity": asked}


def web_site(name: str, home: Address, search: Address, site_url: str | None) -> LinkedData | None:
    """A portal or the hub as a WebSite that can be searched at its public address."""
    if not site_url:
        return None
    target = f"{addresses.canonical(site_url, search)}?q={{search_term_string}}"
    return {
        "@context": CONTEXT,
        "@type": "WebSite",
        "name": name,
        "url": addresses.canonical(site_url, home),
        "inLanguage": LANGUAGE,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": target},
            "query-input": "required name=search_term_string",
        },
    }


def scripts(*found: LinkedData | None) -> tuple[str, ...]:
    """What is there, each as the text of a `<script>` element."""
    return tuple(script_text(data) for data in found if data)


def script_text(data: LinkedData) -> str:
    """JSON that may stand inside a `<script>` element: nothing in it can end the element or the line."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _whole_span(edition: Edition, phases: Iterable[Phase]) -> LinkedData:
    """The first and the last day, each when no phase may go beyond it on a day not known; nothing without the first."""
    known = [phase for phase in phases if phase.start or phase.end]
    starts = [
        (_earliest(phase), phase.exact_start and _known(phase, phase.exact_start))
        for phase in known
        if phase.exact_start or phase.kind is not PhaseKind.PREPARATION  # in which nobody takes part
    ]
    opens = edition.registration.opens
    starts += [(begins(opens), opens)] if opens else []
    _, first = min(starts, key=lambda start: (start[0], start[1] is None), default=(None, None))
    if first is None:
        return {}
    last = max(known, key=_latest, default=None)
    end = {"endDate": in_beijing(_known(last, last.exact_end))} if last and last.exact_end else {}
    return {"startDate": in_beijing(first), **end}


def _earliest(phase: Phase) -> datetime:
    """When a phase has begun at the earliest, as far as it is told."""
    return begins(phase.start or phase.end or date.max)


def _latest(phase: Phase) -> datetime:
    """When a phase is over at the latest."""
    return ends(phase.end or phase.start or date.min)


def _place(catalog: Catalog, edition: Edition) -> LinkedData:
    """The region of the branch, the whole country for the national contest: no notice need say more."""
    region = catalog.branches[edition.branch].region
    address = {"@type": "PostalAddress", **_present("addressRegion", region), "addressCountry": "CN"}
    return {"@type": "Place", "name": region or "全国", "address": address}


def _known(phase: Phase, moment: date) -> date:
    """The hours of a half day are ours, its day is the notice's."""
    return day_of(moment) if phase.approximate else moment


def _sub_events(phases: Iterable[Phase], place: LinkedData) -> Iterator[LinkedData]:
    for phase in phases:
        if not phase.is_vague and phase.start and phase.end:
            yield {
                "@type": "Event",
                "name": phase.name,
                "startDate": in_beijing(_known(phase, phase.start)),
                "endDate": in_beijing(_known(phase, phase.end)),
                "location": place,
                "eventStatus": _SCHEDULED,
                **_present("description", phase.description),
            }


def _organizations(names: Iterable[str]) -> list[LinkedData]:
    return [_organization(name) for name in names]


def _organization(name: str) -> LinkedData:
    return {"@type": "Organization", "name": name}


def _awards(catalog: Catalog, case: WinningCase) -> list[str]:
    """The awards of the edition, then that of the national finals."""
    entry, edition = catalog.entry_of(case.id), catalog.editions[case.edition]
    awards = [f"{edition.name}{award}" for award in dict.fromkeys((case.award, *(entry.awards if entry else ())))]
    return [*awards, f"{catalog.contest.words.say('全国总决赛')}{entry.finals}"] if entry and entry.finals else awards


def _is_fabricated(catalog: Catalog, case: WinningCase) -> bool:
    return case.demo or catalog.is_demo(case.edition)


def _url(site_url: str | None, address: Address) -> LinkedData:
    return {"url": addresses.canonical(site_url, address)} if site_url else {}


def _image(site_url: str | None, page: Address, pictured: bool) -> LinkedData:
    return {"image": [addresses.canonical(site_url, addresses.share_picture(page))]} if site_url and pictured else {}


def _dates(published: date | None, changed: date | None) -> LinkedData:
    """When something was published, and when it was changed after that."""
    modified = changed if changed and (published is None or day_of(published) <= changed) else published
    return {
        **({"datePublished": in_beijing(published)} if published else {}),
        **({"dateModified": in_beijing(modified)} if modified else {}),
    }


def _present(key: str, value: object) -> LinkedData:
    """The key with its value, or nothing when there is no value."""
    return {key: value} if value else {}
