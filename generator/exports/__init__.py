"""Open data: what a public catalog gives to programs, spreadsheets, calendars and feed readers.

Everything here is a pure function from records to bytes: the same catalog gives the same bytes, whatever the
clock or the machine. Nothing here writes a file.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.addresses import Address
from generator.catalog import Catalog
from generator.model import EditionId

__all__ = ["files", "schema_files"]


def files(catalog: Catalog, edition_id: EditionId, site_url: str | None) -> Iterator[tuple[Address, bytes]]:
    """Every data file of one edition with its address; `site_url` ends with a slash."""
    raise NotImplementedError


def schema_files() -> Iterator[tuple[Address, bytes]]:
    """The JSON Schema of every content file and export, and an index of them."""
    raise NotImplementedError
