"""Rules across records: one small function each, its docstring the rule in the organiser's words.

A rule reads the catalog (and, for files beside records, the project's folder) and yields diagnostics. It never
logs, raises or renders. Rules about one noun share a module, whose public functions from a catalog (and a folder) to
``Findings`` they are; nobody lists them.
"""

from __future__ import annotations

from inspect import isfunction
from pathlib import Path
from typing import Any

from generator.catalog import Catalog
from generator.checks import (
    addresses,
    awards,
    branches,
    cases,
    editions,
    entries,
    judging,
    links,
    pictures,
    texts,
    timeline,
    tracks,
    unicode,
    units,
)
from generator.checks.figures import charts
from generator.checks.files import unread
from generator.checks.privacy import rules
from generator.checks.rule import FileRule, Rule
from generator.checks.typed import marks, shapes, values
from generator.diagnostics import Report

_MODULES = (
    *(branches, editions, timeline, awards, judging, tracks, cases, charts, entries, units),
    *(links, pictures, texts, marks, shapes, values, unicode, addresses, rules, unread),
)


def _rules(**parameters: str) -> tuple[Any, ...]:
    """The public functions of all modules that make findings of just these."""
    wanted = {**parameters, "return": "Findings"}
    named = (each for module in _MODULES for each in vars(module).items() if not each[0].startswith("_"))
    found = (value for _, value in named if isfunction(value) and value.__annotations__ == wanted)
    return tuple(dict.fromkeys(found))


RULES: tuple[Rule, ...] = tuple(
    rule for rule in _rules(catalog="Catalog") if rule not in (*texts.LIMITS, texts.gaps_are_filled)
)
FILE_RULES: tuple[FileRule, ...] = _rules(catalog="Catalog", root="Path")


def run(root: Path, catalog: Catalog, report: Report) -> bool:
    """Apply every rule, and say so; those of all texts alone when one is so hard that others would take too long.

    Of a place where something is to do, nothing else is said.
    """
    hard = [found for rule in texts.LIMITS for found in rule(catalog)]
    report.extend(hard)
    if hard:
        return False
    report.extend(texts.gaps_are_filled(catalog))
    gaps = {found.at for found in report.diagnostics if found.code in ("to-do", "draft-to-do")}
    for rule in RULES:
        report.extend(found for found in rule(catalog) if found.at not in gaps)
    for file_rule in FILE_RULES:
        report.extend(found for found in file_rule(catalog, root) if found.at not in gaps)
    return True
