"""Rooms of the program, as ARCHITECTURE.md lists them: imports go down only, and no name stands for two things."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HOMES = {
    "weasyprint": "handbook/engine/",
    "mkdocs": "plugin/",
    "material": "plugin/",
    "click": "commands/",
    "mammoth": "intake/",
}
"""The one room that may import a library."""
SHARED = set(
    (
        "addresses awards cases catalog certificates charts editions entries figures handbook hub judging page "
        "pictures search texts timeline tracks"
    ).split()
)
"""Nouns that several rooms see, each in its own way."""
MOST = 15
LONGEST = 400
"""Lines of a module."""

DECISIONS = 15
"""Branches, loops, conditions and parts of comprehensions in one function: more nobody reads at once."""


def rooms(document: str) -> list[str]:
    """The rooms from the top down: the first column of the first table."""
    table = document.partition("| room |")[2].partition("\n\n")[0]
    return re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)


def problems(root: Path, listed: list[str]) -> list[str]:
    """All that is wrong with the modules below a folder."""
    files = {path.relative_to(root).as_posix(): path for path in sorted(root.rglob("*.py"))}
    nodes = {name: list(ast.walk(ast.parse(path.read_text("utf-8")))) for name, path in files.items()}
    imports = {name: set(_imports(within, files, root.name)) for name, within in nodes.items()}
    found = [*_upward(imports, listed), *_circles(imports), *_libraries(nodes), *_doubles(nodes), *_folders(files)]
    return [*found, *_tangles(nodes)]


def _room(name: str, listed: list[str]) -> str | None:
    return max((room for room in listed if name.startswith(room)), key=len, default=None)


def _imports(nodes: Iterable[ast.AST], files: Mapping[str, Path], package: str) -> Iterator[str]:
    """The modules that a module imports, now or later; a package stands for its `__init__.py`."""
    for module, names in _imported(nodes):
        if module.split(".")[0] == package:
            for name in names or [""]:
                inner = f"{module}.{name}".rstrip(".").split(".")[1:]
                places = ("/".join(inner) + ".py", "/".join([*inner, "__init__.py"]))
                places += ("/".join(inner[:-1]) + ".py", "/".join([*inner[:-1], "__init__.py"]))
                yield next(place for place in places if place in files)


def _imported(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, list[str]]]:
    for node in nodes:
        if isinstance(node, ast.ImportFrom):
            yield node.module or "", [each.name for each in node.names]
        elif isinstance(node, ast.Import):
            yield from ((each.name, []) for each in node.names)


def _upward(imports: Mapping[str, set[str]], listed: list[str]) -> Iterator[str]:
    for name, found in imports.items():
        here = _room(name, listed)
        if here is None:
            yield f"{name}: no room"
            continue
        for other in sorted(found):
            there = _room(other, listed)
            if there and listed.index(there) < listed.index(here):
                yield f"{name}: imports {other} from above"


def _circles(imports: Mapping[str, set[str]]) -> Iterator[str]:
    try:
        TopologicalSorter({name: found - {name} for name, found in imports.items()}).prepare()
    except CycleError as error:
        yield f"circle: {' '.join(sorted(set(error.args[1])))}"


def _libraries(nodes: Mapping[str, Sequence[ast.AST]]) -> Iterator[str]:
    for name, within in nodes.items():
        for module, _ in _imported(within):
            library = module.split(".")[0]
            if not name.startswith(HOMES.get(library, "")):
                yield f"{name}: imports {library}"


def _doubles(nodes: Mapping[str, Sequence[ast.AST]]) -> Iterator[str]:
    classes = Counter(n.name for within in nodes.values() for n in within if isinstance(n, ast.ClassDef))
    yield from (f"class {name} twice" for name, count in classes.items() if count > 1)
    modules = Counter(name.removesuffix("/__init__.py").removesuffix(".py").split("/")[-1] for name in nodes)
    yield from (f"module {name} twice" for name, count in modules.items() if count > 1 and name not in SHARED)


def _folders(files: Mapping[str, Path]) -> Iterator[str]:
    counts = Counter(name.rpartition("/")[0] for name in files if not name.endswith("__init__.py"))
    yield from (f"{folder}: {count} modules" for folder, count in counts.items() if count > MOST)
    lengths = {name: len(path.read_text("utf-8").splitlines()) for name, path in files.items()}
    yield from (f"{name}: {length} lines" for name, length in lengths.items() if length > LONGEST)


def _tangles(nodes: Mapping[str, Sequence[ast.AST]]) -> Iterator[str]:
    for name, within in nodes.items():
        for node in within:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                count = sum(map(_decisions, ast.walk(node)))
                if count > DECISIONS:
                    yield f"{name}: {node.name} decides {count} times"


def _decisions(node: ast.AST) -> int:
    """What ruff counts in C901, and what it passes over: `and`, `or`, conditional values and comprehensions."""
    if isinstance(node, ast.BoolOp):
        return len(node.values) - 1
    if isinstance(node, ast.comprehension):
        return 1 + len(node.ifs)
    return isinstance(node, ast.If | ast.IfExp | ast.For | ast.While | ast.ExceptHandler | ast.match_case)


def test_the_program_keeps_to_its_rooms() -> None:
    listed = rooms((ROOT / "ARCHITECTURE.md").read_text("utf-8"))
    assert all((ROOT / "generator" / room).exists() for room in listed)
    assert problems(ROOT / "generator", listed) == []


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({"low/a.py": "def f():\n    from generator.top import b"}, "low/a.py: imports top/b.py from above"),
        (
            {"low/a.py": "import generator.low.c", "low/c.py": "from generator.low import a"},
            "circle: low/a.py low/c.py",
        ),
        ({"low/a.py": "class A: ...", "low/c.py": "class A: ..."}, "class A twice"),
        ({"low/b.py": ""}, "module b twice"),
        ({"cellar/a.py": ""}, "cellar/a.py: no room"),
        ({"low/a.py": "import weasyprint.text"}, "low/a.py: imports weasyprint"),
        ({f"low/m{number}.py": "" for number in range(16)}, "low: 16 modules"),
        ({"low/a.py": "\n" * 401}, "low/a.py: 401 lines"),
        ({"low/a.py": f"def f(x):\n    return {' or '.join('x' * 22)}"}, "low/a.py: f decides 21 times"),
    ],
)
def test_a_planted_fault_is_found(tmp_path: Path, files: dict[str, str], problem: str) -> None:
    for name, text in {"top/b.py": "", **files}.items():
        path = tmp_path / "generator" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    assert problems(tmp_path / "generator", ["top/", "low/"]) == [problem]
