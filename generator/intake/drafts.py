"""Cases as drafts: what is known as front matter, what is not as a mark, and a folder's name that stays."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Any

import yaml
from pypinyin import lazy_pinyin

from generator.catalog import Catalog
from generator.catalog.addresses import RESERVED_CASES, is_slug
from generator.content.gaps import MISSING
from generator.model import CaseFile, EditionId, Entry
from generator.model.record import Publication

_ORDER = sorted(CaseFile.model_fields, key=Publication.model_fields.__contains__)
"""The keys of a case: its facts, then when it is public."""

_SYLLABLES = 8
_LONGEST = 60
_LEAD = re.compile("^(基于|关于|面向|打造|构建|建设)")


def slug(title: str, taken: Collection[str]) -> str:
    """The name of a case's folder: the title by sound, its first words only, with a number where that is taken."""
    plain = unicodedata.normalize("NFKC", title)
    plain = _LEAD.sub("", plain) or plain
    runs = re.findall(r"[a-z0-9]+|[^\W\d_a-z]+", plain.casefold())
    sounds = (word for run in runs for word in ([run] if run.isascii() else lazy_pinyin(run, errors="ignore")))
    words = list(sounds)[:_SYLLABLES]
    while len("-".join(words)) > _LONGEST:
        words.pop()
    base = "-".join(words) or "case"
    if not is_slug(base):
        base = f"case-{base}"
    names = [base, *(f"{base}-{number}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken and name not in RESERVED_CASES)


def front_matter(values: Mapping[str, Any]) -> str:
    """The head of a case's file in the order of the format; what YAML would read as something else is quoted."""
    values = {key: values[key] for key in _ORDER if key in values}
    return f"---\n{yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10_000)}---\n"


def facts(entry: Entry, catalog: Catalog, edition: EditionId) -> dict[str, Any]:
    """What an entry says of its case, in the order of the format; what a case must have and nobody said is marked.

    Of several awards it has the one that comes first in the edition.
    """
    tracks, awards = catalog.tracks_of(edition), catalog.award_levels(edition)
    track = next((each.slug for each in tracks if entry.track in (each.slug, each.name)), MISSING)
    values: dict[str, Any] = {
        "title": entry.title,
        "track": track,
        "topic": entry.topic,
        "award": next((award for award in awards if award in entry.awards), MISSING),
        "unit": entry.unit,
        "partners": list(entry.partners),
        "team": {"name": entry.team} if entry.team else None,
        "people": list(entry.people),
        "mentors": list(entry.mentors),
        "region": entry.region,
        "sme": entry.sme,
        "finals": _finals(entry),
    }
    return as_draft(values, catalog, edition)


def as_draft(values: Mapping[str, Any], catalog: Catalog, edition: EditionId) -> dict[str, Any]:
    """What is known of a case, with what every draft says; keys of which nothing is known are left out."""
    said = {"summary": f"{MISSING}：一两句话的摘要", "demo": catalog.is_demo(edition) or None, "draft": True}
    return {key: value for key, value in {**values, **said}.items() if value not in (None, [])}


def _finals(entry: Entry) -> dict[str, Any] | None:
    if entry.recommended is None:
        return None
    return {"recommended": entry.recommended} | ({"award": entry.finals} if entry.finals else {})


def skeleton(entry: Entry, catalog: Catalog, edition: EditionId) -> str:
    """A case's file without its text: each section of the edition's outline is still empty."""
    sections = "".join(f"\n## {heading}\n" for heading in catalog.editions[edition].case_outline)
    return front_matter(facts(entry, catalog, edition)) + sections
