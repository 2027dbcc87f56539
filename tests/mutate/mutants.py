"""What can be changed in a module: the operators are those of cosmic-ray, one change a mutant."""

from __future__ import annotations

import ast
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

Position = tuple[int, int]
Place = tuple[str, Position, Position]

SAME = ("Is_Eq", "IsNot_NotEq")
"""What changes nothing: we compare identity with None and with members of enumerations only."""


@dataclass(frozen=True)
class Mutant:
    """One change of one module."""

    path: str
    line: int
    operator: str
    before: str
    after: str
    """The first line that differs, before and after."""
    text: str
    """The whole module, changed."""

    @property
    def name(self) -> str:
        """What tells this mutant from all others, also in reports."""
        return f"{self.path}:{self.line} {self.operator}: {self.before} → {self.after}"

    def facts(self) -> dict[str, object]:
        """What is kept of a mutant."""
        return {key: value for key, value in asdict(self).items() if key != "text"}


def drawn(root: Path, paths: Sequence[str], seed: int) -> Iterator[Mutant]:
    """All mutants in an order that is the same for a seed and a program; a place is changed in one way only."""
    places = defaultdict(list)
    for path in paths:
        for operator, occurrence, place in _changes(path, (root / path).read_text("utf-8")):
            places[place].append((operator, occurrence))
    dice = random.Random(seed)
    for place in dice.sample(sorted(places), len(places)):
        mutant = _mutant(root, place, *dice.choice(places[place]))
        if mutant:
            yield mutant


def _changes(path: str, source: str) -> Iterator[tuple[str, int, Place]]:
    """Every change that the operators know, but those that no running program can notice."""
    from cosmic_ray.ast import ast_nodes, get_ast
    from cosmic_ray.plugins import get_operator, operator_names

    silent = list(_silent(ast.parse(source)))
    nodes = list(ast_nodes(get_ast(source)))
    for name in operator_names():
        operator_class = get_operator(name)
        if operator_class.arguments() or name.endswith(SAME):
            continue
        positions = (found for node in nodes for found in operator_class().mutation_positions(node))
        for occurrence, (start, end) in enumerate(positions):
            if not any(first <= start < last for first, last in silent):
                yield name, occurrence, (path, tuple(start), tuple(end))


def _silent(tree: ast.Module) -> Iterator[tuple[Position, Position]]:
    """Where types are told and not used."""
    for node in ast.walk(tree):
        told: list[ast.AST | None] = []
        if isinstance(node, ast.arg | ast.AnnAssign):
            told = [node.annotation]
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            told = [node.returns]
        elif isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            told = [node]
        for part in filter(None, told):
            yield (part.lineno, part.col_offset), (part.end_lineno, part.end_col_offset)


def _mutant(root: Path, place: Place, operator: str, occurrence: int) -> Mutant | None:
    """The change carried out; nothing when Python sees the same program, or none."""
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator

    path, (line, _), _ = place
    source = (root / path).read_text("utf-8")
    text = mutate_code(source, get_operator(operator)(), occurrence)
    try:
        if ast.dump(ast.parse(text)) == ast.dump(ast.parse(source)):
            return None
    except SyntaxError:
        return None
    lines = zip(source.splitlines(), text.splitlines(), strict=False)
    before, after = next(((old.strip(), new.strip()) for old, new in lines if old != new), ("", ""))
    before = before or source.splitlines()[line - 1].strip()  # of a decorator
    return Mutant(path, line, operator.removeprefix("core/"), before, after, text)
