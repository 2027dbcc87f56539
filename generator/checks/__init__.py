"""Rules across records: one small function each, its docstring the rule in the organiser's words.

A rule reads the catalog (and, for files beside records, the project's folder) and yields diagnostics. It never
logs, raises or renders. Rules about one noun share a module, whose public functions from a catalog (and a folder) to
``Findings`` they are; nobody lists them.
"""

from __future__ import annotations

from pathlib import Path

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
from generator.diagnostics.discovery import rules_of

_MODULES = (
    *(branches, editions, timeline, awards, judging, tracks, cases, charts, entries, units),
    *(links, pictures, texts, marks, shapes, values, unicode, addresses, rules, unread),
)


_FIRST = (*texts.LIMITS, texts.gaps_are_filled)
"""What comes before all other rules."""

RULES: tuple[Rule, ...] = tuple(
    rule for module in _MODULES for rule in rules_of(module, "Catalog", "Findings") if rule not in _FIRST
)
FILE_RULES: tuple[FileRule, ...] = tuple(
    rule for module in _MODULES for rule in rules_of(module, "Catalog", "Path", "Findings")
)


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
