"""One build's `Site`: the public catalog with its pictures, its history and its public address."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from pathlib import Path

from generator.catalog import Catalog, addresses, history
from generator.catalog.addresses import Address
from generator.catalog.books import BookFile, Shelf
from generator.media import lettering
from generator.media.attachments import AttachedFile
from generator.media.pictures import gallery
from generator.model import Edition
from generator.text.prose import Prose
from generator.views import Site

HANDBOOKS = Path("build/handbooks")
"""Where `portal handbook` writes books, below the project's root."""


def site(
    root: Path,
    catalog: Catalog,
    site_url: str | None,
    shelf: Shelf | None = None,
    shown: Collection[str] | None = None,
) -> Site:
    """What views are made from. `catalog` holds what is public; pictures are measured here, and here only.

    Those of the branches that are `shown`, or of all: whoever makes no page with a picture need not wait for them.
    """
    within = tuple(f"{branch}/" for branch in (catalog.branches if shown is None else shown))
    galleries = {
        addresses.beside(record, ""): gallery((root / document.path).parent, {image.file for image in record.images})
        for document, record in catalog.illustrated()
        if record.id.startswith(within)
    }
    return Site(
        catalog,
        Prose(catalog),
        galleries,
        _attachments(root, catalog),
        history.last_changes(root),
        site_url or None,
        shelf or Shelf(),
        hub=catalog.only_portal is None,
        lettered=lettering.files() is not None,
    )


def _attachments(root: Path, catalog: Catalog) -> dict[Address, tuple[AttachedFile, ...]]:
    return {
        addresses.beside(record, ""): tuple(AttachedFile.of(each.title, root / name, root) for each, name in files)
        for _, record, files in catalog.attached()
    }


def printed_before(root: Path, catalog: Catalog) -> Shelf:
    """The books that `portal handbook` has left, whole and printed when the same could be read as in `catalog`."""
    folder = root / HANDBOOKS
    names = ((edition, path) for edition in catalog.editions.values() for path in _facts_of(folder, edition))
    found = (_book(catalog, edition, path) for edition, path in names)
    return Shelf(folder, tuple(book for book in found if book))


def _facts_of(folder: Path, edition: Edition) -> list[Path]:
    return sorted((folder / edition.id / "downloads").glob("*-*.json"))


def _book(catalog: Catalog, edition: Edition, path: Path) -> BookFile | None:
    """A book by the facts beside it; None when it is not what they say, or when something else was public then."""
    try:
        facts = json.loads(path.read_text("utf-8"))
        whole = facts["sha256"] == hashlib.sha256(path.with_suffix(".pdf").read_bytes()).hexdigest()
        whole = whole and path.with_suffix(".png").is_file()
        if facts["schema"] != "handbook/1" or not whole or facts["readable"] != catalog.readable:
            return None
        return BookFile.of(edition.id, f"{edition.id}/downloads/{path.stem}", facts)
    except (OSError, ValueError, KeyError, TypeError):
        return None
