"""`timeline.ics`: the phases of one edition as events of days, or of hours where the notice gives them; its deadlines.

By RFC 5545 and 7986. There is no METHOD, so DTSTAMP is when what the event says was last revised (3.8.7.2): the same
for every build of one commit. SEQUENCE counts the days from the notice to that revision, so it grows with corrections.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

import icalendar

from generator.catalog import Catalog, addresses
from generator.catalog.addresses import Address
from generator.model import Approximation, Edition, EditionId, Phase, PhaseKind
from generator.model.moment import begins, day_of, ends
from generator.model.record import marked

_PRODUCT = "-//contest-portal//timeline//ZH"
_BEIJING = ZoneInfo("Asia/Shanghai")

_DEADLINES = {PhaseKind.REGISTRATION: "报名截止", PhaseKind.PUBLICITY: "公示截止"}
"""The phases that readers must act in, and how their end is called."""

_REFRESH = timedelta(days=1)
"""How often those who subscribe should look again."""

_WARNING = timedelta(days=-1)
"""When a deadline with an hour is called to mind."""

_WARNING_OF_DAY = timedelta(hours=-15)
"""The same for a whole day: at nine in the morning of the day before."""


def timeline_ics(catalog: Catalog, edition_id: EditionId, site_url: str | None, changed: date | None = None) -> bytes:
    """The bytes of `timeline.ics`; a phase of which no day is known is left out.

    `changed` is the day on which the edition or its timeline was last changed, if that is known.
    """
    edition = catalog.editions[edition_id]
    calendar = _calendar(_title(catalog, edition), addresses.export(edition_id, "timeline.ics"), site_url)
    phases = catalog.phases_of(edition_id)
    revised = max(edition.begun, changed or date.min)
    if any(map(_is_timed, phases)):
        calendar.add_component(_time_zone())
    for phase in phases:
        if phase.start or phase.end:
            calendar.add_component(_phase_event(catalog, edition, phase, site_url, revised))
        if phase.kind in _DEADLINES and phase.exact_end:
            calendar.add_component(_deadline(catalog, edition, phase, site_url, revised))
    text: bytes = calendar.to_ical()
    return text


def _calendar(name: str, address: Address, site_url: str | None) -> icalendar.Calendar:
    calendar = icalendar.Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    if site_url:
        calendar.add("source", addresses.canonical(site_url, address), parameters={"VALUE": "URI"})
    return calendar


def _time_zone() -> icalendar.Timezone:
    """Beijing time has had no summer time since 1991."""
    standard = icalendar.TimezoneStandard()
    standard.add("dtstart", datetime(1991, 9, 15, 2))  # noqa: DTZ001 - local by definition
    standard.add("tzoffsetfrom", timedelta(hours=8))
    standard.add("tzoffsetto", timedelta(hours=8))
    zone = icalendar.Timezone()
    zone.add("tzid", _BEIJING.key)
    zone.add_component(standard)
    return zone


def _is_timed(phase: Phase) -> bool:
    """Whether the notice gives an hour; those of a half day are ours."""
    return phase.approximate is None and any(isinstance(each, datetime) for each in (phase.start, phase.end))


def _hour(phase: Phase, moment: date | None) -> str:
    """The hour for a title: programs show an event without length as one of an hour, which would look like its end."""
    return f"{moment:%H:%M}" if _is_timed(phase) and isinstance(moment, datetime) else ""


def _title(catalog: Catalog, edition: Edition) -> str:
    return marked(edition.name, catalog.is_demo(edition.id))


def _phase_event(
    catalog: Catalog, edition: Edition, phase: Phase, site_url: str | None, revised: date
) -> icalendar.Event:
    first, last = _extent(phase)
    event = _event(catalog, edition, phase.id, site_url, revised)
    event.add("dtstart", first)
    if last > first:  # a minute at which something opens or closes lasts no time
        event.add("dtend", last)
    event.add("summary", f"{phase.name}{_vagueness(phase)} · {_title(catalog, edition)}")
    event.add("description", _description(edition, phase))
    event.add("status", "TENTATIVE" if phase.is_vague else "CONFIRMED")
    return event


def _deadline(catalog: Catalog, edition: Edition, phase: Phase, site_url: str | None, revised: date) -> icalendar.Event:
    """The last day or minute of a phase as an event of its own, which is called to mind on the day before."""
    assert phase.end
    hour = _hour(phase, phase.end)
    name = f"{_DEADLINES[phase.kind]}{hour and f'（{hour}）'}：{phase.name} · {_title(catalog, edition)}"
    event = _event(catalog, edition, f"{phase.id}/deadline", site_url, revised)
    day = day_of(phase.end)
    event.add("dtstart", ends(phase.end).replace(tzinfo=_BEIJING) if hour else day)
    if not hour:
        event.add("dtend", day + timedelta(days=1))
    event.add("summary", name)
    event.add("description", _description(edition, phase))
    event.add("status", "CONFIRMED")
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", name)
    alarm.add("trigger", _WARNING if hour else _WARNING_OF_DAY)
    event.add_component(alarm)
    return event


def _event(catalog: Catalog, edition: Edition, name: str, site_url: str | None, revised: date) -> icalendar.Event:
    """What all events have; the name tells those of one edition apart for ever."""
    stamp = datetime.combine(revised, time(), UTC)
    event = icalendar.Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"{catalog.contest.name}/{edition.id}/timeline/{name}")))
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", (revised - edition.begun).days)
    event.add("transp", "TRANSPARENT")
    if site_url:
        event.add("url", addresses.canonical(site_url, addresses.section(edition.id, "timeline")))
    return event


def _extent(phase: Phase) -> tuple[date, date]:
    """The first day or minute of the event, and the first after it; an open phase shows only what is known."""
    first, last = phase.start or phase.end, phase.end or phase.start
    assert first
    assert last
    if _is_timed(phase):
        return (begins if phase.start else ends)(first).replace(tzinfo=_BEIJING), ends(last).replace(tzinfo=_BEIJING)
    return day_of(first), day_of(last) + timedelta(days=1)


def _vagueness(phase: Phase) -> str:
    """What the title says about days that are not exact or not all known."""
    halves = ("上午", "下午") if phase.approximate is Approximation.HALF_DAY else ()
    marks = [half for half in halves if half in phase.text]
    marks += ["约"] * phase.is_vague
    marks += [f"{_hour(phase, phase.start)}开始"] * (phase.end is None)
    marks += [f"{_hour(phase, phase.end)}截止"] * (phase.start is None)
    return f"（{'，'.join(marks)}）" if marks else ""


def _description(edition: Edition, phase: Phase) -> str:
    lines = [f"通知的写法：{phase.text}"]
    if phase.is_vague:
        lines.append("（约）通知没有给出确切日期，这里按最早与最晚可能的一天标出。")
    if phase.end is None:
        lines.append("通知没有写明结束日期，这里只标出开始的一天。")
    if phase.start is None:
        lines.append("通知没有写明开始日期，这里只标出截止的一天。")
    if phase.description:
        lines.append(phase.description)
    if edition.document.number:
        lines.append(f"依据：{edition.document.number}")
    return "\n".join(lines)
