"""Printed books from the same records as the portals: case collections and contest guides."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.handbook.book import Book
    from generator.model import Edition
    from generator.papers import Make, Paper
    from generator.views import Site


def books(site: Site, edition: Edition, make: Make, root: Path = Path(), paper: Paper | None = None) -> list[Book]:
    """An edition's books: the guide always, the case collection once there are public cases.

    `root` is the project's folder, where templates and pictures are; `paper` goes before what `handbook.yml` says.
    """
    # Loaded here: the engine's worker processes import this package, and need neither records nor views.
    from generator.handbook.plan.casebook import casebook  # noqa: PLC0415
    from generator.handbook.plan.guide import guide  # noqa: PLC0415

    made = [guide(root, site, edition, make, paper)]
    if site.catalog.cases_of(edition.id):
        made.append(casebook(root, site, edition, make, paper))
    return made
