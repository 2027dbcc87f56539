"""How much of the content readers see at a moment, and how much waits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from generator.catalog.records import Records
from generator.model import ListKind
from generator.model.moment import begins


@dataclass(frozen=True)
class Inventory:
    """Numbers of notices, pages, cases and lists, and when the next of them becomes public."""

    public: int
    scheduled: int
    drafts: int
    withdrawn: int
    next: datetime | None


def inventory(records: Records, on: date, within: str = "") -> Inventory:
    """What there is at a moment, in editions whose ids begin so."""
    at = begins(on)
    drafts, terms = 0, list[tuple[datetime, datetime]]()
    for is_draft, publish, expire in _terms(records, within):
        drafts += is_draft
        if not is_draft:
            terms.append((begins(publish or date.min), begins(expire or date.max)))
    waiting = [publish for publish, _ in terms if publish > at]
    withdrawn = sum(publish <= at and expire <= at for publish, expire in terms)
    return Inventory(
        public=len(terms) - len(waiting) - withdrawn,
        scheduled=len(waiting),
        drafts=drafts,
        withdrawn=withdrawn,
        next=min(waiting, default=None),
    )


def _terms(records: Records, within: str) -> Iterator[tuple[bool, date | None, date | None]]:
    for _, record in records.all_of("notice", "page", "case"):
        if record.id.startswith(within):
            yield record.draft, record.publish_at, record.expire_at
    yield from ((False, each.publish_at, None) for key, each in records.statistics.items() if key.startswith(within))
    for edition, kept in records.entries.items():
        described = {each.stage: each.publish_at for each in kept.lists}
        found = [kind for kind in ListKind if any(entry.is_in(kind) for entry in kept.entries)]
        lists = described | {kind: None for kind in found if kind not in described}  # which are public at once
        yield from ((False, publish, None) for publish in lists.values() if edition.startswith(within))
