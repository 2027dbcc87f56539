"""Entries and cases of an edition as one: rows find their write-ups, and cases without a row are entries themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.catalog.names import title_key, unit_key
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
    """Join the rows of an edition with its cases."""
    written = _write_ups(rows, cases if rows else ())
    found = {row.number: case for row in rows if (case := written(row))}
    numbers = {case.id: number for number, case in found.items()}
    alone = {case.slug: case for case in cases if case.id not in numbers}
    return Listed(
        {row.number: row for row in rows} | {slug: case.entry for slug, case in alone.items()},
        {number: case.id for number, case in (found | alone).items()},
        numbers | {case.id: slug for slug, case in alone.items()},
    )


def _write_ups(rows: Sequence[Entry], cases: Sequence[WinningCase]) -> Callable[[Entry], WinningCase | None]:
    """The case of a row: the one whose slug it gives, else of the same title, and unit if several rows have it."""
    by_slug = {case.slug: case for case in cases}
    named = {row.case or row.number for row in rows}
    free = [case for case in cases if case.slug not in named]
    by_title = {title_key(case.title): case for case in free}
    by_project = {_project(case): case for case in free}
    alike = Counter(title_key(row.title) for row in rows)

    def written(row: Entry) -> WinningCase | None:
        title = title_key(row.title)
        by_name = by_title if alike[title] == 1 and not row.case else {}
        return by_slug.get(row.case or row.number) or by_project.get(_project(row)) or by_name.get(title)

    return written


def _project(told: Entry | WinningCase) -> tuple[str, str]:
    return title_key(told.title), unit_key(told.holder)
