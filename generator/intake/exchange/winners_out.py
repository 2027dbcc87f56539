"""The table of entries as a workbook, with all its columns, ready to be changed and imported again."""

from __future__ import annotations

from pathlib import Path

from generator.catalog import Catalog
from generator.intake.exchange.sheets_out import SheetOut, workbook
from generator.intake.winners import table
from generator.intake.winners.projects import TITLES
from generator.intake.winners.table import EntryTable
from generator.machine.apart import Refused
from generator.model import EditionId, Entry

_TRUTHS = ("sme", "finalist", "recommended")


def winners(catalog: Catalog, edition: EditionId, folder: Path) -> bytes:
    """The workbook. Raises `Refused` when the edition has no entries."""
    entries = _entries(catalog, edition, folder)
    titles = entries.rows[entries.head]
    rows = [row for row in entries.rows[entries.head + 1 :] if any(row)]
    if not rows:
        raise Refused("还没有项目", "先用 portal import winners 导入，或写好 entries.csv")
    tracks = [track.name for track in catalog.tracks_of(edition)]
    awards = list(catalog.award_levels(edition))
    words = {"track": tracks, "awards": awards, "proposed": awards, "finals": awards}
    words |= {key: ["是", "否"] for key in _TRUTHS}
    choices = {column: words[key] for key, column in entries.columns.items() if key in words}
    full = [[*row, *[""] * (len(titles) - len(row))] for row in rows]
    return workbook([SheetOut("项目", titles, full, choices)])


def _entries(catalog: Catalog, edition: EditionId, folder: Path) -> EntryTable:
    """The rows of `entries.csv`, or those in `entries.yml`."""
    there = table.read(folder / "entries.csv")
    kept = catalog.entries.get(edition)
    if there.places or kept is None:
        return there
    return table.new({entry.number: _texts(entry) for entry in kept.entries})


def _texts(entry: Entry) -> dict[str, str]:
    values = ((key, getattr(entry, key)) for key in TITLES)
    return {key: _text(value) for key, value in values if value not in (None, ())}


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    return "、".join(value) if isinstance(value, tuple) else str(value)
