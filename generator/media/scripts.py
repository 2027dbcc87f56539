"""Scripts of a portal: each is a module with all that it imports, bundled into one file that also runs from disk.

Browsers refuse to load modules from `file://`. So every module becomes a function that gives its exports, called in
the order of imports. Only the few forms of `import` and `export` that we write are known; every other is refused,
because nothing here parses JavaScript (docs/decisions/0008-script-modules.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_NAME = r"[A-Za-z_]\w*"
_FILE = r"\.{1,2}/(?:[a-z0-9-]+/)*[a-z0-9-]+\.js"
_IMPORT = re.compile(rf'^import \{{\s*((?:{_NAME},\s*)*{_NAME}),?\s*\}} from "({_FILE})";$', re.MULTILINE)
_EXPORT = re.compile(rf"^export (?=(?:async function|function|class|const) ({_NAME}))", re.MULTILINE)
_DECLARATION = re.compile(rf"^(?:async function\*?|function\*?|class|const|let) ({_NAME})", re.MULTILINE)
_OTHER_FORM = re.compile(r"\b(?:import|export)\b")
_REMARK = re.compile(r"/\*.*?\*/|(?<!:)//.*")


class BadScript(ValueError):
    """A script that cannot be bundled; the message names the file and says why."""


@dataclass(frozen=True, slots=True)
class _Module:
    """A file: the names that it takes from other files, those that it gives, and its code without the two."""

    path: Path
    imports: Mapping[Path, tuple[str, ...]]
    exports: tuple[str, ...]
    code: str


def bundle(entry: Path) -> str:
    """A script with all that it imports, without the comments that stand on lines of their own. Raises `BadScript`."""
    entry = entry.resolve()
    modules: dict[Path, _Module] = {}
    _collect(entry, (), modules)
    script = modules.pop(entry)
    if script.exports:
        raise BadScript(f"{entry}: a script exports {script.exports[0]}, which nobody can import")
    parts = [_function(module, entry.parent) for module in modules.values()]
    return "\n".join(["(() => {", '"use strict";', *parts, _body(script, entry.parent), "})();\n"])


def _collect(path: Path, importers: tuple[Path, ...], modules: dict[Path, _Module]) -> None:
    """Add a module after those that it imports, each once."""
    if path in modules:
        return
    if path in importers:
        circle = " → ".join(step.name for step in (*importers[importers.index(path) :], path))
        raise BadScript(f"{path}: imports go in a circle: {circle}")
    trail = (*importers, path)
    module = _read(path)
    for source, names in module.imports.items():
        if not source.is_relative_to(trail[0].parent):
            raise BadScript(f"{path}: imports {source}, which is not beside or below the script")
        _collect(source, trail, modules)
        for name in names:
            if name not in modules[source].exports:
                raise BadScript(f"{path}: imports {name}, which {source.name} does not export")
    modules[path] = module


def _read(path: Path) -> _Module:
    if not path.is_file():
        raise BadScript(f"{path}: no such file")
    text = "\n".join(_code_lines(path))
    imports: dict[Path, tuple[str, ...]] = {}
    for names, address in _IMPORT.findall(text):
        source = (path.parent / address).resolve()
        imports[source] = (*imports.get(source, ()), *re.findall(_NAME, names))
    exports = tuple(_EXPORT.findall(text))
    code = _EXPORT.sub("", _IMPORT.sub("", text)).strip("\n")
    for line in code.splitlines():
        if _OTHER_FORM.search(_REMARK.sub("", line)):
            raise BadScript(f"{path}: a form of import or export that is not known: {line.strip()}")
    declared = [name for names in imports.values() for name in names] + _DECLARATION.findall(code)
    if len(declared) > len(set(declared)):
        raise BadScript(f"{path}: declares {max(declared, key=declared.count)} twice")
    return _Module(path, imports, exports, code)


def _code_lines(path: Path) -> Iterator[str]:
    """The lines of a file without blank ones and without comments on lines of their own."""
    in_comment = False
    for line in path.read_text("utf-8").splitlines():
        text = line
        if in_comment or line.lstrip().startswith("/*"):
            _, closed, text = line.partition("*/")
            in_comment = not closed
        if in_comment or not text.strip() or text.lstrip().startswith("//"):
            continue
        if _REMARK.sub("", text).count("`") % 2:
            raise BadScript(f"{path}: a text in ` that goes over the end of its line: {text.strip()}")
        yield text


def _function(module: _Module, root: Path) -> str:
    """A module as a call that gives its exports, kept under a name that nothing else has."""
    exports = f"return {{ {', '.join(module.exports)} }};"
    return f"const {_variable(module.path, root)} = (() => {{\n{_body(module, root)}\n{exports}\n}})();"


def _body(module: _Module, root: Path) -> str:
    named = ((_variable(source, root), ", ".join(names)) for source, names in module.imports.items())
    imports = [f"const {{ {names} }} = {variable};" for variable, names in named]
    return "\n".join([f"// {module.path.relative_to(root).as_posix()}", *imports, module.code])


def _variable(path: Path, root: Path) -> str:
    return "$" + re.sub(r"\W", "_", path.relative_to(root).with_suffix("").as_posix())
