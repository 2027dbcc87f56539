"""Open data: what a public catalog gives to programs, spreadsheets, calendars and feed readers.

Everything here is a pure function from records to bytes: the same catalog gives the same bytes, whatever the
clock or the machine. Nothing here writes a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.catalog import Catalog, addresses
from generator.catalog.addresses import Address
from generator.exports.cases import NONE, Folios, case_records, cases_csv, cases_json
from generator.exports.edition_json import edition_json
from generator.exports.entries import entries_csv, entries_json, entry_records
from generator.exports.feed import feed_xml
from generator.exports.nominations import nominations_xlsx
from generator.exports.schemas import schema_files
from generator.exports.sitemap import robots_txt, sitemap_files
from generator.exports.web_app import web_manifest
from generator.model import EditionId, ListKind

__all__ = ["files", "robots_txt", "schema_files", "sitemap_files", "web_manifest"]


def files(
    catalog: Catalog, edition_id: EditionId, site_url: str | None, folios: Folios = NONE, changed: date | None = None
) -> Iterator[tuple[Address, bytes]]:
    """Every data file of one edition with its address.

    The catalog is the public one, `site_url` ends with a slash, `folios` are the pages of printed cases; `changed` is
    the day of the last change of the edition or its timeline.
    """
    from generator.exports.calendar import timeline_ics  # noqa: PLC0415 - its library is slow to load, data rarely made

    yield addresses.export(edition_id, "edition.json"), edition_json(catalog, edition_id)
    cases = case_records(catalog, edition_id, site_url, folios)
    yield addresses.export(edition_id, "cases.json"), cases_json(cases)
    yield addresses.export(edition_id, "cases.csv"), cases_csv(cases)
    entries = entry_records(catalog, edition_id, site_url)
    yield addresses.export(edition_id, "entries.json"), entries_json(catalog, edition_id, entries)
    yield addresses.export(edition_id, "entries.csv"), entries_csv(catalog, entries)
    yield addresses.export(edition_id, "timeline.ics"), timeline_ics(catalog, edition_id, site_url, changed)
    if catalog.entries_in(edition_id, ListKind.RECOMMENDED):
        yield addresses.export(edition_id, "nominations.xlsx"), nominations_xlsx(catalog, edition_id)
    yield addresses.export(edition_id, "feed.xml"), feed_xml(catalog, edition_id, site_url)
