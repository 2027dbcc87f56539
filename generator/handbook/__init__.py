"""All that is printed from the same records as the portals: books, forms, certificates and boards."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.handbook.book import Book
    from generator.model import Edition
    from generator.papers import Make, Paper
    from generator.views import Site


def books(site: Site, edition: Edition, make: Make, root: Path = Path(), paper: Paper | None = None) -> list[Book]:
    """An edition's books: the guide always, books of cases once these are public, its forms on screen.

    The book of its own cases, and that of the cases that it chose from any contests.

    Forms are for anybody's printer, which needs no bleed: the checklist and the scoring sheets where there is anything
    to put into them.

    `root` is the project's folder, where templates and pictures are; `paper` goes before what `handbook.yml` says.
    """
    # Loaded here: the engine's worker processes import this package, and need neither records nor views.
    from generator.handbook.plan.casebook import casebook, collection  # noqa: PLC0415
    from generator.handbook.plan.checklist import checklist  # noqa: PLC0415
    from generator.handbook.plan.guide import guide  # noqa: PLC0415
    from generator.handbook.plan.scoring import scoring  # noqa: PLC0415
    from generator.papers import Make  # noqa: PLC0415

    made = [guide(root, site, edition, make, paper)]
    if site.catalog.cases_of(edition.id):
        made.append(casebook(root, site, edition, make, paper))
    if site.catalog.chosen(edition.id):
        made.append(collection(root, site, edition, make, paper))
    if make is Make.SCREEN:
        made += filter(None, (checklist(root, site, edition), scoring(root, site, edition)))
    return made
