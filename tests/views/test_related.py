"""Which other cases the page of a case shows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from generator.model import CaseId, CaseText
from generator.project import load
from generator.site.facts import site
from generator.views import Site


@pytest.fixture
def facts(minimal: Path) -> Site:
    """A track of 60 cases, some of whose topics are rare."""
    catalog = load(minimal).catalog
    assert catalog is not None
    one, random = next(iter(catalog.cases.values())), Random(7)
    topics = [None, *["甲"] * 4, *["乙"] * 20, *["丙"] * 35]
    made = {
        CaseId(f"{one.edition}/case-{number:02}"): one.model_copy(
            update={
                "id": CaseId(f"{one.edition}/case-{number:02}"),
                "topic": topic,
                "tags": tuple(random.sample("子丑寅卯辰", random.randrange(4))),
                "award": random.choice(catalog.award_levels(one.edition)),
            }
        )
        for number, topic in enumerate(topics)
    }
    texts = dict.fromkeys(made, CaseText())
    return site(minimal, replace(catalog, cases=made, case_texts=texts), None)


def test_the_same_topic_comes_first_then_shared_tags_then_the_order_of_the_track(facts: Site) -> None:
    for record in facts.catalog.cases.values():
        track = facts.catalog.tracks[record.track_id]
        others = [other for other in facts.catalog.cases_in(track.id) if other.id != record.id]
        others.sort(key=lambda other: (other.topic != record.topic, -len({*record.tags} & {*other.tags})))
        assert facts.catalog.cases_like(record, 100) == others
        assert facts.catalog.cases_like(record, 4) == others[:4]
