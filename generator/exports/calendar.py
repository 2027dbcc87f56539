"""`timeline.ics`: the phases of one edition as events of days, or of hours where the notice gives them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

import icalendar

from generator.catalog import Catalog, addresses
from generator.model import Approximation, Edition, EditionId, Phase
from generator.model.moment import begins, day_of, ends
from generator.model.record import FABRICATED

_PRODUCT = "-//contest-portal//timeline//ZH"
_BEIJING = ZoneInfo("Asia/Shanghai")


def timeline_ics(catalog: Catalog, edition_id: EditionId, site_url: str | None) -> bytes:
    """The bytes of `timeline.ics`; a phase of which no day is known is left out."""
    edition = catalog.editions[edition_id]
    timeline = catalog.timelines.get(edition_id)
    calendar = _calendar(_title(catalog, edition))
    phases = timeline.phases if timeline else ()
    if any(map(_is_timed, phases)):
        calendar.add_component(_time_zone())
    for phase in phases:
        if phase.start or phase.end:
            calendar.add_component(_event(catalog, edition, phase, site_url))
    text: bytes = calendar.to_ical()
    return text


def _calendar(name: str) -> icalendar.Calendar:
    calendar = icalendar.Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
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


def _title(catalog: Catalog, edition: Edition) -> str:
    return f"{edition.name}（{FABRICATED}）" if catalog.is_demo(edition.id) else edition.name


def _event(catalog: Catalog, edition: Edition, phase: Phase, site_url: str | None) -> icalendar.Event:
    first, last = _extent(phase)
    event = icalendar.Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"{catalog.contest.name}/{edition.id}/timeline/{phase.id}")))
    event.add("dtstamp", _stamp(edition))
    event.add("dtstart", first)
    if last > first:  # a minute at which something opens or closes lasts no time
        event.add("dtend", last)
    event.add("summary", f"{phase.name}{_vagueness(phase)} · {_title(catalog, edition)}")
    event.add("description", _description(edition, phase))
    event.add("status", "TENTATIVE" if phase.is_vague else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    if site_url:
        event.add("url", addresses.canonical(site_url, addresses.section(edition.id, "timeline")))
    return event


def _extent(phase: Phase) -> tuple[date, date]:
    """The first day or minute of the event, and the first after it; an open phase shows only what is known."""
    first = phase.start or phase.end
    last = phase.end or phase.start
    if first is None or last is None:
        raise ValueError(phase.id)
    if _is_timed(phase):
        return (begins if phase.start else ends)(first).replace(tzinfo=_BEIJING), ends(last).replace(tzinfo=_BEIJING)
    return day_of(first), day_of(last) + timedelta(days=1)


def _stamp(edition: Edition) -> datetime:
    """The day on which the notice was issued, never the clock's; the year's first day when it is not known."""
    return datetime.combine(edition.document.issued or date(edition.year, 1, 1), time(), UTC)


def _vagueness(phase: Phase) -> str:
    """What the title says about days that are not exact or not all known."""
    halves = ("上午", "下午") if phase.approximate is Approximation.HALF_DAY else ()
    marks = [half for half in halves if half in phase.text]
    marks += ["约"] * phase.is_vague
    marks += ["开始"] * (phase.end is None) + ["截止"] * (phase.start is None)
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
