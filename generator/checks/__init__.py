"""Rules across records: one small function each, its docstring the rule in the organiser's words.

A rule reads the catalog (and, for files beside records, the project's folder) and yields diagnostics. It never
logs, raises or renders. Rules about one noun share a module; `@rule` has one applied, `@file_rule` one that looks at
the folder. Every module in this room is loaded, so that none is forgotten.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

from generator.catalog import Catalog
from generator.checks import texts
from generator.checks.rule import FILE_RULES, RULES
from generator.content.tree import Tree
from generator.diagnostics import Report

for _module in walk_packages(__path__, f"{__name__}."):
    import_module(_module.name)


def run(tree: Tree, catalog: Catalog, report: Report) -> bool:
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
        report.extend(found for found in file_rule(catalog, tree) if found.at not in gaps)
    return True
