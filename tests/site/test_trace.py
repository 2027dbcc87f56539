"""What a page asks tells whether it would be another now: never too little, and not much too much."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.catalog.addresses import Address
from generator.content.documents import Document
from generator.content.kept import KeptRecords
from generator.machine.store import Store, key
from generator.model import BranchId, WinningCase
from generator.project import load
from generator.site.facts import site
from generator.site.part import FileGroup, Part, planned_pages
from generator.site.trace import Answers, Made, Recalled, Trace, Traces, Untraceable, follows, traced
from generator.views import Plan, Site

ROOT = Path(__file__).parents[2]
CASES = "content/alpha/2026/cases"


def facts(root: Path, as_of: date = date(2026, 9, 1), kept: KeptRecords | None = None) -> Site:
    catalog = load(root, kept).catalog
    assert catalog
    return site(root, catalog.public(as_of), "https://contest.example/")


def pages(made: Site) -> dict[Address, Plan]:
    return {plan.address: plan for plans in planned_pages(made).values() for plan in plans}


def asked(made: Site) -> dict[Address, Mapping[str, str]]:
    """The questions of every page."""
    answers, found = Answers(made), {}
    for address, plan in pages(made).items():
        trace = Trace(answers)
        shown = plan.make(traced(trace))
        assert answers.digest(shown) == answers.digest(plan.make(made)), address
        assert trace.asked is not None, address
        found[address] = trace.asked
    return found


@pytest.mark.parametrize("name", ["minimal", "real"])
def test_every_page_can_be_traced_and_is_the_same(name: str, contest: Path) -> None:
    root, kept = ROOT if name == "real" else contest, KeptRecords()
    questions = asked(facts(root, kept=kept))
    assert all(questions.values())
    again = Answers(facts(root, kept=kept))  # now no file is decoded
    assert [
        name for each in questions.values() for name, digest in each.items() if not again.unchanged(name, digest)
    ] == []


EDITS = {
    "body": ("cases/river-gauge/index.md", r"\Z", "\n又写了一句。\n"),
    "title": ("cases/river-gauge/index.md", "title: ", "title: 新"),
    "award": ("cases/river-gauge/index.md", "award: .*", "award: 二等奖"),
    "tags": ("cases/river-gauge/index.md", "title: ", "tags: [新]\ntitle: "),
    "draft": ("cases/river-gauge/index.md", "title: ", "draft: true\ntitle: "),
    "page": ("pages/about.md", "这是虚构的比赛", "这是改过的比赛"),
    "edition": ("edition.yml", "name: ", "name: 新"),
    "timeline": ("timeline.yml", "name: ", "name: 新"),
    "awards": ("awards.yml", r"\A", "# 只是一句注释\n"),
    "branch": ("../../../branches/alpha/branch.yml", "full_name: ", "full_name: 新"),
    "contest": ("../../contest.yml", "name: ", "name: 新"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_a_page_with_the_same_answers_is_the_same(edit: str, contest: Path) -> None:
    before = facts(contest)
    questions, old = asked(before), pages(before)
    name, pattern, new = EDITS[edit]
    path = contest / "content/alpha/2026" / name
    text = path.read_text("utf-8")
    assert re.search(pattern, text)
    path.write_text(re.sub(pattern, new, text, count=1), "utf-8")
    after = facts(contest)
    answers = Answers(after)
    current = {address for address in pages(after).keys() & old.keys() if same(answers, questions[address])}
    told = {address for address in current if pages(after)[address].about == old[address].about}
    for address in told:
        assert answers.digest(old[address].make(before)) == answers.digest(pages(after)[address].make(after)), address
    assert (len(told) < len(old)) == (edit != "awards")
    assert len(told) > len(old) / 3 or edit in ("branch", "contest", "edition")


def test_what_follows_from_the_facts_needs_no_text_and_no_file(contest: Path) -> None:
    """Every question that any page asks is answered alike by a site in which nothing but the facts is known."""
    made = facts(contest)
    questions = {name: digest for each in asked(made).values() for name, digest in each.items()}
    sources = {key: Document(document.path, {}) for key, document in made.catalog.sources.items()}
    bare = Answers(replace(made, catalog=replace(made.catalog, case_texts={}, sources=sources), history={}))
    assert bare.facts == Answers(facts(contest)).facts != "", "whatever was worked out meanwhile"
    assert len([name for name in questions if follows(name)]) > len(questions) / 2
    assert [name for name, digest in questions.items() if follows(name) and not bare.unchanged(name, digest)] == []
    assert {json.loads(name)[0] for name in questions if not follows(name)} <= {
        *("catalog.case_texts[]", "galleries[]", "attachments[]", "history[]"),
    }


@pytest.mark.parametrize("edit", EDITS)
def test_pages_are_taken_over_together_only_when_each_would_be(edit: str, contest: Path, tmp_path: Path) -> None:
    results = Store(tmp_path)

    def group() -> tuple[FileGroup, list[bytes | None]]:
        """The pages, and the keys they have when each is made."""
        made = facts(contest)
        part = Part(ROOT, made, BranchId("alpha"), traces=Traces(Answers(made), results))
        plans = planned_pages(made)[part.id]
        return part.pages(plans), [part.page(plan).key for plan in plans]

    (first, before), (again, _) = group(), group()
    assert again.key == first.key
    name, pattern, new = EDITS[edit]
    path = contest / "content/alpha/2026" / name
    path.write_text(re.sub(pattern, new, path.read_text("utf-8"), count=1), "utf-8")
    for made, expected in (group(), group()):
        assert (made.key == first.key) == (expected == before)
        assert [each.key for each in made.sets] == expected


def same(answers: Answers, questions: Mapping[str, str]) -> bool:
    return all(answers.unchanged(*each) for each in questions.items())


def test_a_case_is_not_concerned_by_the_text_of_another_track(contest: Path) -> None:
    questions = asked(facts(contest))
    path = contest / CASES / "river-gauge/index.md"
    path.write_text(path.read_text("utf-8") + "\n又写了一句。\n", "utf-8")
    after = Answers(facts(contest))
    concerned = {address for address, each in questions.items() if not same(after, each)}
    track = facts(contest).catalog.cases["alpha/2026/river-gauge"].track  # type: ignore[index]
    others = [case for case in facts(contest).catalog.cases.values() if case.track != track]
    assert others
    assert {f"{case.edition}/cases/{case.slug}/index.html" for case in others} - concerned


def test_what_cannot_be_written_down_is_never_current(contest: Path, tmp_path: Path) -> None:
    made = facts(contest)
    trace = Trace(Answers(made))
    stranger = next(iter(made.catalog.cases.values())).model_copy(update={"title": "别的"})
    assert isinstance(stranger, WinningCase)
    traced(trace).catalog.topic_of(stranger)
    assert trace.asked is None
    with pytest.raises(Untraceable):
        trace.answers.digest(lambda: 1)
    traces = Traces(trace.answers, Store(tmp_path))
    sure = Made(key("x"), {'["catalog.only_portal"]': trace.answers.digest(made.catalog.only_portal)})
    traces.keep(key("pages"), [sure, None])
    assert traces.recall(key("pages"), 2) == Recalled([sure, None], holds=False)
    traces.keep(key("pages"), [sure, sure])
    assert traces.recall(key("pages"), 2) == Recalled([sure, sure], holds=True)
    assert traces.recall(key("pages"), 3) == Recalled([None] * 3, holds=False)


@pytest.mark.parametrize(
    "kept", ["", "[]", "{", '{"facts": 3}', '{"facts": "", "asked": 3, "made": []}',
             '{"facts": "", "asked": [["q"]], "made": []}', '{"facts": "", "asked": [], "made": [["zz", []]]}',
             '{"facts": "", "asked": [], "made": [["00", [0]]]}', '{"facts": "", "asked": [], "made": [["00", 3]]}',
             '{"facts": "", "asked": [["[", "1"]], "made": [["00", [0]]]}',
             '{"facts": "", "asked": [["[\\"no.such.thing\\"]", ""]], "made": [["00", [0]]]}',
             '{"facts": "","asked":[["[\\"catalog.cases_of()\\",[\\"cases\\",\\"x\\"]]", "1"]], "made": [["00", [0]]]}']
)  # fmt: skip
def test_damaged_traces_are_no_traces(kept: str, contest: Path, tmp_path: Path) -> None:
    traces = Traces(Answers(facts(contest)), Store(tmp_path))
    traces.results.put(key("page"), kept.encode())
    assert traces.recall(key("page"), 1) == Recalled([None], holds=False)
