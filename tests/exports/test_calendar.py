from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest

from generator.exports.calendar import timeline_ics
from generator.model import Approximation, BranchId, Phase, PhaseKind, Timeline
from tests.exports.fabricated import FULL, SILENT, SITE


def read(data: bytes) -> dict[str, icalendar.Event]:
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return {str(event["SUMMARY"]).partition(" · ")[0]: event for event in events}


@pytest.fixture
def events(catalog):
    return read(timeline_ics(catalog, FULL, None))


def test_exact_phases_are_all_day_events_with_an_exclusive_end(events):
    event = events["启动报名"]
    assert event.decoded("DTSTART") == date(2026, 6, 22)
    assert event.decoded("DTEND") == date(2026, 7, 19)
    assert event["STATUS"] == "CONFIRMED"
    assert "6月22日—7月18日" in event["DESCRIPTION"]
    assert "填写; 逗号, 与反斜杠\\。" in event["DESCRIPTION"]


def test_approximate_phases_span_what_the_wording_allows_and_say_so(events):
    event = events["初赛评审（约）"]
    assert event.decoded("DTSTART") == date(2026, 7, 11)
    assert event.decoded("DTEND") == date(2026, 8, 21)
    assert event["STATUS"] == "TENTATIVE"
    assert "7月中旬至8月中旬" in event["DESCRIPTION"]
    assert "没有给出确切日期" in event["DESCRIPTION"]


def test_open_phases_show_only_the_known_day(events):
    opening, closing = events["技术验证（开始）"], events["异议受理（截止）"]
    assert (opening.decoded("DTSTART"), opening.decoded("DTEND")) == (date(2026, 8, 21), date(2026, 8, 22))
    assert (closing.decoded("DTSTART"), closing.decoded("DTEND")) == (date(2026, 8, 28), date(2026, 8, 29))
    assert "没有写明结束日期" in opening["DESCRIPTION"]
    assert "没有写明开始日期" in closing["DESCRIPTION"]


def test_a_phase_without_any_day_is_left_out(events):
    assert len([name for name in events if "截止：" not in name]) == 4
    assert not any("颁奖" in name for name in events)


def test_what_was_revised_later_replaces_what_programs_have(catalog):
    calendar = icalendar.Calendar.from_ical(timeline_ics(catalog, FULL, SITE, date(2026, 6, 11)))
    for event in calendar.walk("VEVENT"):
        assert event.decoded("DTSTAMP") == event.decoded("LAST-MODIFIED") == datetime(2026, 6, 11, tzinfo=UTC)
        assert event["SEQUENCE"] == 10
    assert "METHOD" not in calendar
    assert calendar.decoded("REFRESH-INTERVAL") == timedelta(days=1)
    assert calendar["SOURCE"] == f"{SITE}{FULL}/data/timeline.ics"


def test_deadlines_are_events_with_an_alarm_on_the_day_before(catalog, events):
    deadline = events["报名截止：启动报名"]
    assert (deadline.decoded("DTSTART"), deadline.decoded("DTEND")) == (date(2026, 7, 18), date(2026, 7, 19))
    (alarm,) = deadline.walk("VALARM")
    assert (alarm["ACTION"], alarm.decoded("TRIGGER")) == ("DISPLAY", timedelta(hours=-15))
    assert not any(event.walk("VALARM") for name, event in events.items() if "截止：" not in name)


def test_a_deadline_with_an_hour_is_that_minute(catalog):
    timeline = catalog.timelines[FULL]
    phase = timeline.phases[0].model_copy(update={"end": datetime(2026, 7, 18, 17)})  # noqa: DTZ001 - Beijing
    catalog.timelines[FULL] = timeline.model_copy(update={"phases": (phase,)})
    deadline = read(timeline_ics(catalog, FULL, None))["报名截止（17:00）：启动报名"]
    assert deadline.decoded("DTSTART").isoformat() == "2026-07-18T17:00:00+08:00"
    assert "DTEND" not in deadline
    assert deadline.walk("VALARM")[0].decoded("TRIGGER") == timedelta(days=-1)


def test_stamps_come_from_the_document_and_ids_differ(events):
    assert {event.decoded("DTSTAMP").isoformat() for event in events.values()} == {"2026-06-01T00:00:00+00:00"}
    assert len({event["UID"] for event in events.values()}) == len(events)


def test_ids_do_not_depend_on_where_the_site_is(catalog, events):
    elsewhere = read(timeline_ics(catalog, FULL, SITE))
    assert [event["UID"] for event in elsewhere.values()] == [event["UID"] for event in events.values()]
    assert elsewhere["启动报名"]["URL"] == f"{SITE}yunchuan/2026/timeline/"
    assert "URL" not in events["启动报名"]


def test_a_fabricated_edition_says_so(catalog):
    branch = BranchId("yunchuan")
    catalog.branches[branch] = catalog.branches[branch].model_copy(update={"demo": True})
    calendar = icalendar.Calendar.from_ical(timeline_ics(catalog, FULL, None))
    assert "虚构示例" in calendar["X-WR-CALNAME"]
    assert all("虚构示例" in event["SUMMARY"] for event in calendar.walk("VEVENT"))


def test_an_edition_without_timeline_has_an_empty_calendar(catalog):
    data = timeline_ics(catalog, SILENT, None)
    assert read(data) == {}
    assert data.endswith(b"END:VCALENDAR\r\n")


def test_an_hour_makes_a_timed_event_in_beijing_time_and_a_half_day_a_whole_one(catalog):
    phases = (
        Phase(id="r", name="报名", kind=PhaseKind.REGISTRATION, end="2026-06-20T17:00", text="6月20日17:00止"),
        Phase(id="m", name="路演", kind=PhaseKind.FINAL, start=date(2026, 8, 21), end="2026-08-21T12:00",
              approximate=Approximation.HALF_DAY, text="8月21日上午（暂定）"),
    )  # fmt: skip
    timed = replace(catalog, timelines={FULL: Timeline(phases=phases)})
    events = read(timeline_ics(timed, FULL, None))
    closing = events["报名（17:00截止）"]
    assert closing["DTSTART"].params["TZID"] == "Asia/Shanghai"
    assert closing.decoded("DTSTART").isoformat() == "2026-06-20T17:00:00+08:00"
    assert "DTEND" not in closing, "an end must be later than the start"
    assert events["路演（上午）"].decoded("DTSTART") == date(2026, 8, 21)
    assert events["路演（上午）"]["STATUS"] == "CONFIRMED"
    zones = icalendar.Calendar.from_ical(timeline_ics(timed, FULL, None)).walk("VTIMEZONE")
    assert [zone["TZID"] for zone in zones] == ["Asia/Shanghai"]
