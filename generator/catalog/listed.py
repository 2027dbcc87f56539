"""Entries and cases of an edition as one: rows find their write-ups, and cases without a row are entries themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.catalog.names import title_key
from generator.model import CaseId, Entry, WinningCase


@dataclass(frozen=True)
class Listed:
    """All entries of an edition: the rows of its file in their order, then the cases that have none."""

    entries: Mapping[str, Entry]
    """By number."""
    cases: Mapping[str, CaseId]
    """The write-up of an entry, by its number."""
    numbers: Mapping[CaseId, str]
    """The other way round."""


def listed(rows: Sequence[Entry], cases: Sequence[WinningCase]) -> Listed:
    """Join the rows of an edition with its cases, by slug or else by title."""
    by_slug = {case.slug: case for case in cases}
    by_title = {title_key(case.title): case for case in cases}
    found = {row.number: by_slug.get(row.case or "") or by_title.get(title_key(row.title)) for row in rows}
    numbers = {case.id: number for number, case in found.items() if case}
    alone = {case.slug: case for case in cases if case.id not in numbers and case.slug not in found}
    return Listed(
        {row.number: row for row in rows} | {slug: of_case(case) for slug, case in alone.items()},
        {number: case.id for number, case in (found | alone).items() if case},
        numbers | {case.id: slug for slug, case in alone.items()},
    )


def of_case(case: WinningCase) -> Entry:
    """A case as an entry, with its slug for a number."""
    return Entry(
        number=case.slug,
        title=case.title,
        unit=case.unit,
        partners=case.partners,
        team=case.team.name,
        track=case.track,
        topic=case.topic,
        region=case.region,
        sme=case.sme,
        awards=(case.award,),
        recommended=case.finals.recommended if case.finals else None,
        finals=case.finals.award if case.finals else None,
        case=case.slug,
    )
