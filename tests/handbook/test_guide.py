"""The guides of all editions: every fact of the records stands in them."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from generator.handbook.book import Make
from tests.handbook.books import catalog, ids, made, text, units

EDITIONS = sorted(catalog().editions)
REAL = [edition for edition in EDITIONS if not edition.startswith("demo/")]


@pytest.fixture(scope="module", params=EDITIONS)
def edition(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def words(edition: str) -> str:
    return text("".join(unit.html for unit in units(made(edition)["guide"]))).replace("&#39;", "'")


def test_all_five_real_editions_have_one() -> None:
    assert len(REAL) == 5
    assert all("guide" in made(edition) for edition in REAL)


def test_nothing_that_the_notice_says_is_missing(edition: str) -> None:
    content, found = catalog(), words(edition)
    record = content.editions[edition]  # type: ignore[index]
    said = [record.name, *record.organisers.bodies(), *record.eligibility, *record.project_requirements, *record.goals]
    said += [part for item in record.submission for part in (item.item, *item.parts)]
    said += [part for rule in (*record.rules, *record.benefits) for part in (rule.name, rule.text)]
    said += [part for note in record.source_notes for part in (note.place, note.note)]
    said += [part for each in record.contacts for part in (each.role, each.phone, each.email) if part]
    timeline = content.timelines[edition]  # type: ignore[index]
    said += [part for phase in timeline.phases for part in (phase.name, phase.text)]
    for track in content.tracks_of(record.id):
        said += [track.name, *track.guiding_units]
        said += [part for topic in track.topics for part in (topic.title, topic.summary)]
    missing = [each for each in said if text(each) not in found]
    assert not missing


def test_awards_and_rubrics_are_tables(edition: str) -> None:
    content = catalog()
    parts = {unit.id: unit for unit in units(made(edition)["guide"])}
    scheme = content.awards[edition]  # type: ignore[index]
    assert all(level in text(parts["awards"].html) for level in scheme.levels)
    judging = content.judging.get(edition)  # type: ignore[call-overload]
    for rubric in judging.rubrics if judging else ():
        shown = text(parts["judging"].html)
        assert rubric.name in shown
        assert all(text(leaf.name) in shown for top in rubric.indicators for leaf in top.leaves())


def test_tables_have_heads_and_every_heading_a_bookmark(edition: str) -> None:
    for unit in units(made(edition)["guide"]):
        for table in re.findall(r"<table.*?</table>", unit.html, re.DOTALL):
            assert "<th " in table
            assert not re.search(r"<th(?![^>]*scope=)[\s>]", table)
        written = re.findall(r'<h([1-6])[^>]*id="([^"]*)"', unit.html)
        assert written == [(str(head.level), head.anchor) for head in unit.headings]


def test_ids_are_unique_and_links_lead_somewhere(edition: str) -> None:
    made_units = units(made(edition)["guide"])
    counted = Counter(name for unit in made_units for name in ids(unit))
    assert not [name for name, count in counted.items() if count > 1]
    targets = {target for unit in made_units for target in re.findall(r'href="#([^"]*)"', unit.html)}
    assert targets <= counted.keys()


def test_only_the_demo_branch_is_marked(edition: str) -> None:
    book = made(edition, Make.PRINT)["guide"]
    assert book.demo == edition.startswith("demo/")
    assert ("示例 · 内容虚构" in "".join(unit.html for unit in units(book))) == book.demo
