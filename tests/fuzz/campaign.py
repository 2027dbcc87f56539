"""A campaign told once: inputs are read, those that are accepted are built in batches, their pages are opened."""

from __future__ import annotations

import json
import re
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.fuzz import inputs, stages
from tests.fuzz.contest import Contest, Input, save
from tests.fuzz.stages import Built, Job, Opener, Seen, Verdict
from tests.fuzz.words import DAYS, WORD
from tests.fuzz.worker import Outcome, Worker

LIMIT = 10
"""Seconds of processor time for reading one input."""

BATCH = 50
"""Inputs that are built together."""

STILL = 10
"""Seconds after which a process that waits for nothing is taken to hang."""

GOALS = ("tracebacks", "over-time", "unclear", "stopped", "injected", "executed", "foreign", "leaked")
"""What must stay at 0; docs/fuzzing.md explains each."""

COLUMNS = ("inputs", "refusals", "accepted", "built", *GOALS)

KINDS = {"traceback": "tracebacks", "over-time": "over-time"}


@dataclass(frozen=True)
class Finding:
    """A fault with the inputs that show it. `what` is one of `GOALS`; `amount` is what it counts for."""

    what: str
    text: str
    given: tuple[Input, ...]
    job: Job | None = None
    amount: int = 1

    @property
    def name(self) -> str:
        """Its folder's name, without the seed."""
        numbers = f"{self.given[0].number}" if len(self.given) == 1 else f"{len(self.given)}-inputs"
        return f"{numbers}-{self.what}"


@dataclass
class Tally:
    """What a campaign counted and found."""

    counts: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)

    def add(self, finding: Finding) -> None:
        """Count a fault."""
        self.counts[finding.what] += finding.amount
        self.findings.append(finding)

    @property
    def failed(self) -> bool:
        """Whether anything was counted that may not be."""
        return any(self.counts[goal] for goal in GOALS)

    def table(self) -> str:
        """One line of figures under their names."""
        names = [name.rjust(max(10, len(name))) for name in COLUMNS]
        figures = [str(self.counts[name]).rjust(len(title)) for name, title in zip(COLUMNS, names, strict=True)]
        return f"{' '.join(names)}\n{' '.join(figures)}"


Say = Callable[[str], None]


class Campaign:
    """The processes of a campaign and their contests, in a folder that must be empty."""

    def __init__(self, folder: Path, seed: int, say: Say = lambda _: None, processes: int = 2) -> None:
        self.seed = seed
        self.tally = Tally()
        self._say = say
        self._out = folder / "site"
        contests = [Contest(_made(folder / f"reader{core}")) for core in range(processes)]
        self._readers = [Worker(_reading(contest), core) for core, contest in enumerate(contests)]
        full = Contest(_made(folder / "builder"), inputs.secrets())
        self._packer = Worker(_reading(full), 0)
        self._builder = Worker(lambda job: stages.build_site(full, self._out, job), 1)
        self._printer = Worker(lambda job: stages.build_site(full, self._out, job))
        self._opener = Worker(Opener())

    def close(self) -> None:
        """End all processes."""
        for worker in (*self._readers, self._packer, self._builder, self._printer, self._opener):
            worker.close()

    # Stage 1

    def read(self, given: Sequence[Input]) -> list[Input]:
        """Read inputs, each by itself; gives those that were accepted, in order."""
        outcomes: dict[int, Outcome] = {}

        def drive(worker: Worker, share: Sequence[Input]) -> None:
            for each in share:
                outcomes[each.number] = worker.run((each,), cpu=LIMIT, still=STILL)

        count = len(self._readers)
        threads = [
            threading.Thread(target=drive, args=(worker, given[first::count]))
            for first, worker in enumerate(self._readers)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return [each for each in given if self._judged(each, outcomes[each.number])]

    def _judged(self, given: Input, outcome: Outcome) -> bool:
        self.tally.counts["inputs"] += 1
        if outcome.kind != "done":
            self._add(Finding(KINDS[outcome.kind], outcome.value, (given,)))
            return False
        verdict: Verdict = outcome.value
        self.tally.counts["accepted" if verdict.accepted else "refusals"] += 1
        if verdict.unclear:
            self._add(Finding("unclear", "\n".join(verdict.unclear), (given,)))
        return verdict.accepted

    def _add(self, finding: Finding) -> None:
        self.tally.add(finding)
        last = finding.text.strip().rpartition("\n")[2]
        self._say(f"{finding.name} ({', '.join(sorted({each.family for each in finding.given}))}): {last[:200]}")

    # Stages 2 and 3

    def batches(self, accepted: Sequence[Input]) -> Iterable[tuple[Input, ...]]:
        """Inputs that go together: they change different files, and are accepted together."""
        waiting = deque(accepted)
        while waiting:
            batch, later = self._fitting(waiting)
            if not batch:  # alone among the records that are always there it is refused
                later.popleft()
            else:
                yield batch
            waiting = later

    def _fitting(self, waiting: Iterable[Input]) -> tuple[tuple[Input, ...], deque[Input]]:
        apart, later = _apart(waiting)
        batch, put_off = self._added((), apart)
        return batch, deque([*put_off, *later])

    def _added(self, batch: tuple[Input, ...], more: tuple[Input, ...]) -> tuple[tuple[Input, ...], tuple[Input, ...]]:
        """The batch with as many more as go together with it, and the others."""
        if self._go_together((*batch, *more)):
            return (*batch, *more), ()
        if len(more) == 1:
            return batch, more
        batch, first = self._added(batch, more[: len(more) // 2])
        batch, second = self._added(batch, more[len(more) // 2 :])
        return batch, (*first, *second)

    def _go_together(self, given: tuple[Input, ...]) -> bool:
        outcome = self._packer.run(given, cpu=5 * LIMIT)
        return outcome.kind == "done" and outcome.value.accepted

    def build(self, batch: tuple[Input, ...], *, books: bool = False) -> tuple[Input, ...]:
        """Build a batch as of three days, search each site, open the pages of the first. Gives what can be built."""
        self.tally.counts["built"] += 0 if books else len(batch)
        sound = batch
        for day in DAYS:
            sound = tuple(self._settle(Job(sound, day, books), opened=day == DAYS[0]))
        return sound

    def _settle(self, job: Job, *, opened: bool) -> list[Input]:
        """Build; when that fails, build parts, until the inputs are found that make it fail. Gives the others."""
        outcome = self.outcome(job)
        built: Built | None = outcome.value if outcome.kind == "done" else None
        if built and built.status == "published":
            self._judge(job, built)
            if opened:
                self._open(job)
            return list(job.inputs)
        sound: list[Input] = []
        for part in _parts(job.inputs, built.text if built else outcome.value):
            sound += self._settle(replace(job, inputs=part), opened=opened)
        if len(job.inputs) < 2 or len(sound) == len(job.inputs):  # nothing fails by itself: together they do
            self._failed(job, outcome)
            return []
        return sound

    def outcome(self, job: Job) -> Outcome:
        """What becomes of a build."""
        if job.books:
            return self._printer.run(job, cpu=900, still=600)
        return self._builder.run(job, cpu=3 * LIMIT + 2 * len(job.inputs), still=4 * LIMIT)

    def _failed(self, job: Job, outcome: Outcome) -> None:
        if outcome.kind != "done":
            self._add(Finding(KINDS[outcome.kind], outcome.value, job.inputs, job))
        elif outcome.value.status == "stopped":
            self._add(Finding("stopped", outcome.value.text, job.inputs, job))
        else:
            self.tally.counts["refusals"] += 1
            if outcome.value.unclear:
                self._add(Finding("unclear", "\n".join(outcome.value.unclear), job.inputs, job))

    def _judge(self, job: Job, built: Built) -> None:
        for fault in built.injected:
            self._add(Finding("injected", fault, _guilty(job, fault), job))
        by_word: dict[str, list[str]] = {}
        for name, found in built.leaks:
            by_word.setdefault(found, []).append(name)
        for found, names in by_word.items():
            amount = len(found.encode()) * len(names)
            text = f"{job.day}: {found} in {', '.join(dict.fromkeys(names))}"
            self._add(Finding("leaked", text, _guilty(job, found), job, amount))

    def _open(self, job: Job) -> None:
        outcome = self._opener.run(self._out, cpu=900, still=300, wall=300)
        if outcome.kind == "over-time":  # a browser may stop by itself; a page that stops it does so twice
            outcome = self._opener.run(self._out, cpu=900, still=300, wall=600)
        if outcome.kind != "done":
            self._add(Finding(KINDS[outcome.kind], outcome.value, job.inputs, job))
            return
        seen: Seen
        for seen in outcome.value:
            self._add(Finding(seen.what, f"{seen.page}: {seen.value}", _guilty(job, seen.value), job))


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def _reading(contest: Contest) -> Callable[[Sequence[Input]], Verdict]:
    return lambda given: stages.check(contest, given)


def _apart(waiting: Iterable[Input]) -> tuple[tuple[Input, ...], deque[Input]]:
    """The first inputs that change different files, one batch at most, and all others."""
    taken: set[str] = set()
    apart, later = [], deque[Input]()
    for given in waiting:
        if len(apart) < BATCH and not given.meets(taken):
            apart.append(given)
            taken |= {edit.path for edit in given.edits}
        else:
            later.append(given)
    return tuple(apart), later


def _parts(given: tuple[Input, ...], told: str) -> list[tuple[Input, ...]]:
    """Those that an error names apart from the others; halves when it names none."""
    if len(given) < 2:
        return []
    named = tuple(each for each in given if re.search(rf"\bz{each.number}\b", told))
    if named and len(named) < len(given):
        others = tuple(each for each in given if each not in named)
        return [*((each,) for each in named), others]
    return [given[: len(given) // 2], given[len(given) // 2 :]]


def _guilty(job: Job, text: str) -> tuple[Input, ...]:
    """The inputs whose words stand in the text; the whole batch when none does."""
    numbers = {int(found[2]) for found in WORD.finditer(text)}
    return tuple(given for given in job.inputs if given.number in numbers) or job.inputs


@dataclass(frozen=True)
class Plan:
    """How much a campaign does. `books` is the number of batches whose books are printed too."""

    seed: int = 7
    inputs: int = 2000
    builds: int = 1000
    books: int = 1


def run(plan: Plan, folder: Path, say: Say = lambda _: None) -> Tally:
    """A whole campaign in an empty folder. Where too few inputs are accepted, more are made."""
    campaign = Campaign(folder, plan.seed, say)
    try:
        accepted = campaign.read(_inputs(plan.seed, 0, plan.inputs))
        while len(accepted) < plan.builds and campaign.tally.counts["inputs"] < 4 * plan.inputs:
            begun = campaign.tally.counts["inputs"]
            accepted += campaign.read(_inputs(plan.seed, begun, begun + max(20, plan.builds - len(accepted))))
        say(campaign.tally.table())
        printed = []
        for batch in campaign.batches(accepted[: plan.builds]):
            sound = campaign.build(batch)
            printed += [sound[: BATCH // 4]] * (len(printed) < plan.books)
            say(f"built {campaign.tally.counts['built']} of {plan.builds}")
        for batch in printed:
            campaign.build(batch, books=True)
    finally:
        campaign.close()
    return campaign.tally


def _inputs(seed: int, start: int, end: int) -> list[Input]:
    return [inputs.make(seed, number) for number in range(start, end)]


def keep(tally: Tally, seed: int, folder: Path) -> list[Path]:
    """Save every finding with its inputs; gives the folders."""
    kept: dict[str, Path] = {}
    for finding in tally.findings:
        name = f"{seed}-{finding.name}"
        if name in kept:
            continue
        job = {"day": finding.job.day.isoformat(), "books": finding.job.books} if finding.job else None
        facts = {"seed": seed, "what": finding.what, "text": finding.text, "job": job}
        save(folder / name, finding.given, facts)
        kept[name] = folder / name
    return list(kept.values())


def replay(saved: Path, folder: Path, say: Say = lambda _: None) -> Tally:
    """Read, build and open one saved finding again."""
    document = json.loads((saved / "input.json").read_text("utf-8"))
    given = tuple(Input.from_json(each) for each in document["inputs"])
    campaign = Campaign(folder, document["seed"], say, processes=1)
    try:
        if len(given) == 1:
            campaign.read(given)
        if document["job"]:
            campaign.build(given, books=document["job"]["books"])
    finally:
        campaign.close()
    return campaign.tally
