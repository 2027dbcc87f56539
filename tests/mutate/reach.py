"""Which tests reach a line: one run of the quick tests under coverage, without any change."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from pathlib import Path

Lines = Mapping[int, Iterable[str]]


@dataclass(frozen=True)
class Suite:
    """What is changed, and the tests that may notice."""

    rooms: tuple[str, ...]
    options: tuple[str, ...] = ()
    """Options of pytest that choose the tests."""
    whole: Mapping[str, str] = field(default_factory=dict)
    """Rooms that also run in processes that coverage does not see, with the folder that tests them."""
    share: float = 0.5
    """How much of the time of all tests a mutant is worth; who survives that is called a survivor."""

    def paths(self, root: Path) -> list[str]:
        """Every module of the rooms."""
        return sorted(str(path.relative_to(root)) for room in self.rooms for path in (root / room).rglob("*.py"))


@dataclass(frozen=True)
class Reach:
    """What one run without a change tells."""

    seconds: Mapping[str, float]
    """How long each test takes, `file::function` without parameters."""
    cases: Mapping[str, int]
    """How many cases each test has."""
    failed: frozenset[str]
    """Tests that fail without a change: they can tell nothing."""
    contexts: Mapping[str, Lines]
    """For each module, the tests that ran a line; an empty name stands for the time of import."""

    def tests(self, suite: Suite, path: str, line: int, source: str) -> list[str]:
        """The tests that may notice a change of this line, those first that are quick and run little else."""
        lines = self.contexts.get(path, {})
        found = {name for at in _statement(ast.parse(source), line) for name in lines.get(at, ())}
        if "" in found or not _in_function(ast.parse(source), line):
            found = {name for names in lines.values() for name in names}
        folders = [folder for room, folder in suite.whole.items() if path.startswith(room)]
        wanted = {
            test
            for test in self.seconds
            if test in found or test.split("::")[0] in found or test.startswith(tuple(folders))
        }
        ordered = sorted(wanted - self.failed, key=self._cost)
        spent = accumulate(self.seconds[test] for test in ordered)
        limit = suite.share * sum(self.seconds.values())
        return [test for test, seconds in zip(ordered, spent, strict=True) if seconds <= limit]

    def _cost(self, test: str) -> float:
        """What one case of a test takes, and how little it says of a single line."""
        return (1 + self._breadth[test]) * self.seconds[test] / self.cases.get(test, 1)

    @cached_property
    def _breadth(self) -> Counter[str]:
        """How many lines each test runs."""
        return Counter(test for lines in self.contexts.values() for tests in lines.values() for test in tests)


def _statement(tree: ast.Module, line: int) -> range:
    """The lines of the innermost statement, without the statements within it."""
    spans = []
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt):
            first = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", []))])
            body = getattr(node, "body", None)
            last = body[0].lineno - 1 if body else node.end_lineno
            spans.append(range(first, max(first, last) + 1))
    return min((span for span in spans if line in span), key=len, default=range(line, line + 1))


def _in_function(tree: ast.Module, line: int) -> bool:
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return any(node.body[0].lineno <= line <= node.end_lineno for node in functions)


def read(root: Path, junit: Path, data: Path) -> Reach:
    """What a run of pytest has left."""
    from coverage import CoverageData

    seconds: dict[str, float] = defaultdict(float)
    cases: Counter[str] = Counter()
    failed = set()
    for case in ET.parse(junit).iter("testcase"):
        test = f"{case.get('file')}::{_function(case.get('name'))}"
        seconds[test] += float(case.get("time"))
        cases[test] += 1
        if case.find("failure") is not None or case.find("error") is not None:
            failed.add(test)
    measured = CoverageData(str(data))
    measured.read()
    contexts = {
        str(Path(file).relative_to(root)): {
            line: {_reader(name) for name in names} for line, names in measured.contexts_by_lineno(file).items()
        }
        for file in measured.measured_files()
    }
    return Reach(dict(seconds), cases, frozenset(failed), contexts)


def _function(name: str) -> str:
    return re.sub(r"\[.*", "", name, flags=re.DOTALL)


def _reader(context: str) -> str:
    """The test of a context; of what is set up, perhaps for several tests, the whole file."""
    name, _, phase = context.rpartition("|")
    test = _function(name)
    return test if phase in ("run", "") else test.split("::")[0]
