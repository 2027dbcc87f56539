"""What leads readers to pages as schema.org linked data: trails, questions with their answers, the portal's search."""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalog import addresses
from generator.catalog.addresses import Address
from generator.exports.linked_data import CONTEXT, LANGUAGE, LinkedData
from generator.model import FaqItem


def breadcrumbs(trail: Iterable[tuple[str, Address]], site_url: str) -> LinkedData:
    """The way from the home page as a BreadcrumbList; the page itself comes last."""
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


def web_site(name: str, home: Address, search: Address, site_url: str) -> LinkedData:
    """A portal or the hub as a WebSite that can be searched."""
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
