"""Printed books from the same records as the portals: case collections and contest guides."""

from __future__ import annotations

from pathlib import Path

from generator.handbook.book import Book, Make
from generator.handbook.casebook import casebook
from generator.handbook.guide import guide
from generator.model import Edition
from generator.views import Site


def books(site: Site, edition: Edition, make: Make, root: Path = Path()) -> list[Book]:
    """An edition's books: the guide always, the case collection once there are public cases.

    `root` is the project's folder, where templates and pictures are.
    """
    made = [guide(root, site, edition, make)]
    if site.catalog.cases_of(edition.id):
        made.append(casebook(root, site, edition, make))
    return made
