"""Where an edition stands at a moment: one table of boundaries, from which pages and their scripts both read.

The table says nothing about today; who reads it looks for the last line that has begun.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from generator.model import Edition, Phase, PhaseKind
from generator.model.moment import begins, day_of, ends

CLOSING_DAYS = 7
"""From so many days before registration closes it is said to close soon."""

ALWAYS, NEVER = datetime.min, datetime.max  # noqa: DTZ901 - like all moments in Beijing time
"""The beginning of a table's first line, and what has no end."""

_JUDGED = (PhaseKind.REVIEW, PhaseKind.FINAL)
_AFTER_ENTRY = (*_JUDGED, PhaseKind.PUBLICITY, PhaseKind.CEREMONY)


class State(StrEnum):
    """What an edition is about, from its readers' point of view."""

    BEFORE = "before"
    OPEN = "open"
    CLOSING = "closing"
    CLOSED = "closed"
    JUDGING = "judging"
    PUBLICITY = "publicity"
    RESULTS = "results"
    AFTER = "after"
    UNTOLD = "untold"
    """Nobody has told of any phase."""


_RUNNING = {
    PhaseKind.REVIEW: State.JUDGING,
    PhaseKind.FINAL: State.JUDGING,
    PhaseKind.PUBLICITY: State.PUBLICITY,
    PhaseKind.CEREMONY: State.RESULTS,
}


@dataclass(frozen=True, slots=True)
class Intake:
    """When teams can register. A day that the notice does not give exactly is in the bounds, but None as a moment."""

    begin: datetime | None
    end: datetime | None
    opens: date | None
    closes: date | None


@dataclass(frozen=True, slots=True)
class Standing:
    """One line: from `since` on the edition is in that state, with these phases running and that one next."""

    since: datetime
    state: State
    running: tuple[Phase, ...]
    next: Phase | None


@dataclass(frozen=True, slots=True)
class _Span:
    """A phase from its begin to its end; without a begin it is only a deadline, without an end it has none."""

    phase: Phase
    begin: datetime | None
    end: datetime | None

    def runs(self, at: datetime) -> bool:
        return self.begin is not None and self.begin <= at and (self.end is None or at < self.end)

    def is_ahead(self, at: datetime) -> bool:
        return (self.begin or self.end or NEVER) > at


def intake(edition: Edition, every: tuple[Phase, ...]) -> Intake:
    """When teams can register: as the edition says, else as its registration phases do."""
    phases = [phase for phase in every if phase.kind is PhaseKind.REGISTRATION]
    first, opens = _first_day(phases)
    last = max((phase for phase in phases if phase.end), key=lambda phase: ends(phase.end or date.max), default=None)
    opens = edition.registration.opens or opens
    closes = edition.registration.closes or (last.exact_end if last else None)
    begin, end = opens or first, closes or (last.end if last else None)
    return Intake(begins(begin) if begin else None, ends(end) if end else None, opens, closes)


def _first_day(phases: list[Phase]) -> tuple[date | None, date | None]:
    """When the first of them begins, and the same if one says it exactly."""
    first = min((phase.start for phase in phases if phase.start), key=begins, default=None)
    return first, next((phase.exact_start for phase in phases if phase.exact_start and phase.start == first), None)


def standings(edition: Edition, phases: tuple[Phase, ...]) -> tuple[Standing, ...]:
    """The table of an edition, in order; its first line holds from `ALWAYS`."""
    spans = _spans(phases)
    entered = intake(edition, phases)
    lines = [_line(at, spans, entered) for at in sorted({ALWAYS, *_boundaries(spans, entered)})]
    changed = (new for old, new in pairwise(lines) if replace(new, since=old.since) != old)
    return (lines[0], *changed)


def last_begun(table: tuple[Standing, ...], at: datetime) -> int:
    """The place of the line that holds at a moment."""
    return sum(line.since <= at for line in table) - 1


def _spans(phases: tuple[Phase, ...]) -> list[_Span]:
    """An open end lasts until the next phase begins."""
    starts = sorted(begins(phase.start) for phase in phases if phase.start)
    spans = []
    for phase in phases:
        begin = begins(phase.start) if phase.start else None
        following = next((start for start in starts if begin and start > begin), None)
        spans.append(_Span(phase, begin, ends(phase.last) if phase.last else following))
    return spans


def _boundaries(spans: list[_Span], entered: Intake) -> Iterator[datetime]:
    for span in spans:
        yield from (at for at in (span.begin, span.end) if at)
    yield from (at for at in (entered.begin, entered.end) if at)
    if entered.closes:
        yield begins(day_of(entered.closes) - timedelta(days=CLOSING_DAYS))


def _line(at: datetime, spans: list[_Span], entered: Intake) -> Standing:
    running = tuple(span.phase for span in spans if span.runs(at))
    dated = sorted((span for span in spans if span.is_ahead(at)), key=lambda span: span.begin or span.end or NEVER)
    begun = max((place for place, span in enumerate(spans) if not span.is_ahead(at)), default=-1)
    ahead = [span.phase for span in dated if span.begin or span.end or spans.index(span) > begun]
    begun_kinds = {span.phase.kind for span in spans if span.begin and span.begin <= at}
    return Standing(at, _state(at, entered, running, ahead, begun_kinds), running, next(iter(ahead), None))


def _state(
    at: datetime, entered: Intake, running: tuple[Phase, ...], ahead: list[Phase], begun: set[PhaseKind]
) -> State:
    judged = not begun.isdisjoint(_AFTER_ENTRY)
    if not judged and not (entered.begin or entered.end):
        return State.BEFORE if running or ahead else State.AFTER if begun else State.UNTOLD
    if entered.begin and at < entered.begin:
        return State.BEFORE
    if at < entered.end if entered.end else not judged:
        return _entry_state(at, entered)
    shown = next((_RUNNING[phase.kind] for phase in running if phase.kind in _RUNNING), None)
    if shown:
        return shown
    if not running and not ahead:
        return State.AFTER
    return _between(ahead, judged)


def _entry_state(at: datetime, entered: Intake) -> State:
    soon = entered.closes and at >= begins(day_of(entered.closes) - timedelta(days=CLOSING_DAYS))
    return State.CLOSING if soon else State.OPEN


def _between(ahead: list[Phase], judged: bool) -> State:
    """While no phase runs that says so: what is still to come tells."""
    if not judged:
        return State.CLOSED
    if any(phase.kind in _JUDGED or (phase.kind is PhaseKind.PUBLICITY and phase.start) for phase in ahead):
        return State.JUDGING
    return State.PUBLICITY if any(phase.kind is PhaseKind.PUBLICITY for phase in ahead) else State.RESULTS
