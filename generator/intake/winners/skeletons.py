"""A draft of a case for every winner that has none yet."""

from __future__ import annotations

from pathlib import Path

from generator.catalog import Catalog
from generator.intake import drafts
from generator.intake.winners import table
from generator.model import EditionId, ListKind


def write(folder: Path, catalog: Catalog, edition: EditionId) -> list[str]:
    """Make the drafts below an edition's folder and name them in `entries.csv`; the names of their folders."""
    cases, entries = folder / "cases", table.read(folder / "entries.csv")
    taken = {path.name for path in cases.iterdir()} if cases.is_dir() else set()
    tracks, outline = catalog.tracks_of(edition), catalog.editions[edition].case_outline
    awards, made = catalog.award_levels(edition), []
    for entry in catalog.entries_of(edition):
        if not entry.is_in(ListKind.WINNERS) or catalog.case_of(edition, entry.number) or entry.case:
            continue
        name = drafts.slug(entry.title, taken)
        (cases / name).mkdir(parents=True)
        text = drafts.skeleton(entry, tracks, awards, outline, catalog.is_demo(edition))
        (cases / name / "index.md").write_text(text, "utf-8", newline="\n")
        entries.set(entry.number, "case", name)
        taken.add(name)
        made.append(name)
    if made:
        (folder / "entries.csv").write_bytes(entries.to_csv())
    return made
