"""Rules across records: one small function each, its docstring the rule in the organiser's words.

A rule reads the catalog (and, for files beside records, the project's folder) and yields diagnostics. It never
logs, raises or renders. Rules about one noun share a module; a module lists its rules in ``RULES``, those that
look at the folder in ``FILE_RULES``.
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

RULES: tuple[Rule, ...] = (
    *branches.RULES,
    *editions.RULES,
    *timeline.RULES,
    *awards.RULES,
    *judging.RULES,
    *tracks.RULES,
    *cases.RULES,
    *charts.RULES,
    *entries.RULES,
    *units.RULES,
    *links.RULES,
    *pictures.RULES,
    *texts.RULES,
    *marks.RULES,
    *shapes.RULES,
    *values.RULES,
    *unicode.RULES,
    *addresses.RULES,
)

FILE_RULES: tuple[FileRule, ...] = (
    *branches.FILE_RULES,
    *pictures.FILE_RULES,
    *rules.FILE_RULES,
    *addresses.FILE_RULES,
    *unread.FILE_RULES,
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
