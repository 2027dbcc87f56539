"""What pages say of an edition on a day: every real edition and the sample on many days, against a readable table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.catalog import Catalog
from generator.catalog.standing import standings
from generator.content.documents import parse
from generator.content.validate import validate
from generator.diagnostics import Report
from generator.model import Edition, EditionId, PhaseKind, Timeline
from generator.project import load
from generator.site.facts import site
from generator.views.parts import today
from generator.views.parts.today import StandingLine

ROOT = Path(__file__).parents[2]
NO_DAYS = {"opens": None, "closes": None, "text": None}
GOLDEN = ROOT / "tests/fixtures/goldens/today.txt"
DAYS = (
    *("01-01", "04-20", "05-03", "06-06", "06-18", "06-21", "07-04", "07-10", "07-18", "07-19"),
    *("08-19", "08-21", "08-24", "09-05", "09-20", "10-01", "11-01", "12-31"),
)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """The project's own content."""
    found = load(ROOT).catalog
    assert found is not None
    return found


def shown(catalog: Catalog, edition: Edition, day: date) -> StandingLine:
    """The line that a build of that day shows."""
    views = site(ROOT, catalog.public(day), None, shown=())
    return next(line for line in today.standing(views, edition) if line.shown)


def test_editions_on_many_days(catalog: Catalog, regen: bool) -> None:
    lines = []
    for edition in sorted(catalog.editions.values(), key=lambda edition: edition.id):
        lines.append(f"\n{edition.id}")
        for day in (date.fromisoformat(f"{edition.year}-{day}") for day in DAYS):
            line = shown(catalog, edition, day)
            text = " ".join(line.sentences)
            lines.append(f"{day}  {line.state:<9}  {line.title}｜{text}｜{line.action.label}")
    told = "\n".join(lines).lstrip() + "\n"
    if regen:
        GOLDEN.write_text(told, "utf-8")
    assert told == GOLDEN.read_text("utf-8")


def test_where_results_are_told_elsewhere_pages_lead_there(catalog: Catalog) -> None:
    edition = catalog.editions[EditionId("liaoning/2026")]
    results = edition.results.model_copy(update={"url": "https://results.example/", "note": "名单共87个。"})
    edition = edition.model_copy(update={"results": results})
    views = site(ROOT, catalog.public(date(2026, 10, 1)), None, shown=())
    before, after = today.results(views, edition)
    assert (before.shown, before.text) == (False, "本站还没有本届获奖结果；通知安排的颁奖仪式在8月21日下午。")
    assert (after.shown, after.since, after.url) == (True, "2026-08-29T00:00", "https://results.example/")
    line = next(line for line in today.standing(views, edition) if line.shown)
    assert line.sentences == ("本站尚未收录本届获奖结果，请以主办单位公布为准。名单共87个。",)
    assert line.action.external == "https://results.example/"


TIMED = """
phases:
  - {id: r, name: 报名, kind: registration, start: 2026-06-01T09:00, end: 2026-06-20T17:00, text: 6月1日—6月20日}
  - {id: f, name: 决赛, kind: final, start: 2026-07-01, text: 7月1日起}
"""


def test_an_hour_opens_and_closes_registration_to_the_minute(catalog: Catalog) -> None:
    report = Report()
    document = parse("timeline.yml", TIMED.encode(), report)
    assert document
    timeline = validate(Timeline, document, report)
    assert timeline
    assert report.diagnostics == []
    edition = EditionId("national/2025")
    views = site(ROOT, replace(catalog, timelines={edition: timeline}), None, shown=())
    lines = today.standing(views, views.catalog.editions[edition])
    assert [(line.since, line.state) for line in lines] == [
        ("", "before"),
        ("2026-06-01T09:00", "open"),
        ("2026-06-13T00:00", "closing"),
        ("2026-06-20T17:00", "closed"),
        ("2026-07-01T00:00", "judging"),
    ]
    assert lines[0].sentences == ("报名将于6月1日09:00开始，6月20日17:00截止。",)
    assert lines[2].countdown == today.Countdown("2026-06-20", "距报名截止还有", "报名今天17:00截止。")
    assert lines[3].sentences == ("报名已于6月20日17:00截止。", "下一阶段：决赛（7月1日起）。")


def test_a_ceremony_is_over_with_its_day_though_nobody_says_so(catalog: Catalog) -> None:
    edition = catalog.editions[EditionId("demo/2026")]
    *_, phase = (each for each in catalog.timelines[edition.id].phases if each.kind is PhaseKind.CEREMONY)
    timeline = Timeline(phases=(phase.model_copy(update={"end": None}),))
    lines = standings(edition, timeline.phases)
    assert [line.running for line in lines if line.since.date() >= phase.sort_day] == [timeline.phases, ()]
    since = Timeline(phases=(phase.model_copy(update={"end": None, "text": "9月16日起"}),))
    assert standings(edition, since.phases)[-1].running == since.phases, "what begins on a day is not over with it"


def test_of_several_phases_the_one_that_ends_is_named_and_what_has_no_day_is_no_deadline(catalog: Catalog) -> None:
    edition = catalog.editions[EditionId("demo/2026")]
    final, ceremony = (
        next(each for each in catalog.timelines[edition.id].phases if each.kind is kind)
        for kind in (PhaseKind.FINAL, PhaseKind.CEREMONY)
    )
    during = {"start": date(2026, 8, 18), "end": date(2026, 8, 20)}
    both = Timeline(phases=(final, final.model_copy(update={**during, "id": "tour", "name": "现场{路演}"})))
    untold = Timeline(phases=(final.model_copy(update={"start": None, "end": None, "text": "另行通知"}), ceremony))
    nothing = edition.model_copy(update={"registration": edition.registration.model_copy(update=NO_DAYS)})

    def lines(timeline: Timeline) -> tuple[StandingLine, ...]:
        views = site(ROOT, replace(catalog, timelines={edition.id: timeline}), None, shown=())
        return tuple(today.standing(views, nothing))

    named = [line.countdown for line in lines(both) if line.countdown and "结束" in line.countdown.words]
    assert named == [today.Countdown("2026-08-20", f"距{final.name}结束还有", f"{final.name}今天结束。")]
    assert lines(untold)[0].sentences[0].startswith("下一阶段：")
