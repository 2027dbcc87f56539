"""Whether a build would change anything: the site is whole, and all that it was made from is as it was then."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostic, Report, Span
from generator.machine import git, program, signs, store
from generator.machine.looks import look
from generator.machine.signs import Sign
from generator.machine.store import Store
from generator.model.moment import begins, day_of
from generator.publish import manifest, untouched
from generator.publish.manifest import Manifest
from generator.publish.request import Request
from generator.publish.result import BuildResult

_READ = ("content", "branches")


@dataclass(frozen=True)
class Inputs:
    """All that a build reads or is told: a digest of it, and the SHA-256 of every file below the root by its path."""

    digest: str
    files: Mapping[str, str]
    signs: Mapping[str, Sign] = field(default_factory=dict, repr=False, compare=False)
    """Of files that have another sign once they are changed."""


_NOTHING = Inputs("", {})


def inputs(request: Request, known: Inputs = _NOTHING) -> Inputs | None:
    """What a build would read now; None when something there is no plain file or folder.

    Then the checks will say what it is. Files that are as they were when something was `known` are not read again.
    """
    root, latest = request.root.resolve(), signs.latest()
    try:
        looks = {name: look(root / name) for name in _READ}
        if any(seen.others for seen in looks.values()):
            return None
        found = {f"{name}/{path}": sign for name, seen in looks.items() for path, sign in sorted(seen.files.items())}
        files = {
            name: known.files[name] if known.signs.get(name) == sign else _digest(f"{root}/{name}")
            for name, sign in found.items()
        }
    except OSError:
        return None
    told = [day_of(request.as_of).isoformat(), request.site_url or "", "part" * request.part, *request.branches]
    made_by = [program.of(root), tools() if request.handbooks else ""]
    lines = [*told, *made_by, git.state(root), str(root), *chain.from_iterable(files.items())]
    digest = hashlib.sha256("\0".join(lines).encode("utf-8", "surrogateescape")).hexdigest()
    return Inputs(digest, files, {name: sign for name, sign in found.items() if signs.holds(sign, latest)})


def tools() -> str:
    """A digest of what prints books besides this program: fonts, libraries of the system."""
    from generator.handbook.layout import renderer  # here: it is only needed for books, and slow to load

    return renderer.tools()


def _digest(path: str) -> str:
    with open(path, "rb") as file:  # noqa: PTH123 - thousands of files
        return hashlib.sha256(file.read()).hexdigest()


def remember(results: Store, request: Request, inputs: str, made: BuildResult) -> None:
    """Keep from what a site was made just now, what was found on the way, and within which minutes it holds."""
    out, report = request.out, made.report
    told = [found.to_dict() for found in report.diagnostics]
    kept = {"inputs": inputs, "manifest": manifest.digest(out), "files": report.files, "found": told}
    kept["holds"] = [begins(request.as_of).isoformat(), made.due.isoformat() if made.due else "9999"]
    results.remember(_key(out), kept)
    untouched.remember(results, out, made.published or Manifest())
    results.flush()


def recall(results: Store, request: Request, inputs: str) -> BuildResult | None:
    """The site that there is with what was found when it was made, if a build would make just that."""
    out = request.out
    try:
        kept = _kept(results, out)
        if kept.get("inputs") != inputs or not _holds(kept, request):
            return None
    except OSError:
        return None
    present = manifest.read(out)
    signs_then = untouched.recall(results, out)
    if out.with_name(f"{out.name}.building").exists() or not manifest.is_intact(out, present, untouched=signs_then):
        return None
    report = Report(kept["files"])
    report.extend(_diagnostic(**found) for found in kept["found"])
    return BuildResult(report, present)


def is_of_then(results: Store, request: Request) -> bool:
    """Whether what was public when the site was made is what is public now, as far as it is known."""
    try:
        kept = _kept(results, request.out)
    except OSError:
        return True
    return not kept or _holds(kept, request)


def _kept(results: Store, out: Path) -> dict[str, Any]:
    """What was kept of the site that there is. Raises `OSError` when there is none."""
    kept = results.recall(_key(out))
    return kept if kept.get("manifest") == manifest.digest(out) else {}


def _holds(kept: dict[str, Any], request: Request) -> bool:
    first, due = kept["holds"]
    return bool(first <= begins(request.as_of).isoformat() < due)


def _diagnostic(path: str, line: int, column: int, code: str, message: str, hint: str, **_: str) -> Diagnostic:
    return Diagnostic(code, Span(path, line, column), message, hint)


def _key(out: Path) -> bytes:
    return store.key("site", os.path.realpath(out))
