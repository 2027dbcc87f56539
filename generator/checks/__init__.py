"""Rules across records: one small function each, its docstring the rule in the organiser's words.

A rule reads the catalog (and, for files beside records, the project's folder) and yields diagnostics. It never
logs, raises or renders. Rules about one noun share a module; a module lists its rules in ``RULES``.
"""

from __future__ import annotations

from pathlib import Path

from generator.catalog import Catalog
from generator.diagnostics import Report


def run(root: Path, catalog: Catalog, report: Report) -> None:
    """Apply every rule."""
