"""评分表: the rubrics as sheets on which experts write their points.

A rubric gives one sheet for a single entry, which says what to look at, and for each of its tracks sheets with columns
for several entries: the finalists once they are public, and until then as many as are written in by hand. Who sits on
which panel in which stage is ticked by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from generator.handbook.book import Book, Bookmark, Unit
from generator.handbook.plan.guide import PrintedRubric, printed
from generator.handbook.plan.maker import UnitMaker
from generator.model.entry import ListKind
from generator.views.pages.judging import JudgingView, judging

TITLE = "评分表"
COLUMNS = 5
"""Entries that are scored side by side, at most."""

CSS = ("prints/forms.css", "prints/scoring.css")


@dataclass(frozen=True, slots=True)
class ScoringView:
    """One sheet. What is None or empty of `track` and of the numbers of `entries` is to be written by hand."""

    judging: JudgingView
    rubric: PrintedRubric
    track: str | None
    entries: tuple[str, ...]


def scoring(maker: UnitMaker) -> Book | None:
    """The scoring sheets of an edition, None when no rubric has been published."""
    view = judging(maker.site, maker.edition)
    if not view.rubrics:
        return None
    return maker.book("scoring", f"{maker.edition.name}{TITLE}", _sheets(maker, view), sheets=CSS)


def _sheets(maker: UnitMaker, view: JudgingView) -> Iterator[Unit]:
    catalog, edition = maker.site.catalog, maker.edition.id
    for number, (rubric, record) in enumerate(zip(view.rubrics, catalog.judging[edition].rubrics, strict=True), 1):
        names = {track.slug: track.name for track in catalog.tracks_of(edition)}
        shown = printed(rubric)
        yield _sheet(maker, view, shown, f"sheet-{number}")
        for slug in record.tracks or names:
            for place, entries in enumerate(_columns(maker, slug), 1):
                yield _sheet(maker, view, shown, f"sheet-{number}-{slug}-{place}", names[slug], entries)


def _columns(maker: UnitMaker, track: str) -> Iterator[tuple[str, ...]]:
    """The finalists of a track who have not left, about as many on every sheet."""
    catalog, edition = maker.site.catalog, maker.edition.id
    left = catalog.kept(edition).ended()
    listed = (each for each in catalog.entries_in(edition, ListKind.FINALISTS) if each.track == track)
    numbers = [each.number for each in listed if each.number not in left] or [""] * COLUMNS
    wide = ceil(len(numbers) / ceil(len(numbers) / COLUMNS))
    return (tuple(numbers[start : start + wide]) for start in range(0, len(numbers), wide))


def _sheet(
    maker: UnitMaker,
    view: JudgingView,
    rubric: PrintedRubric,
    unit_id: str,
    track: str | None = None,
    entries: tuple[str, ...] = ("",),
) -> Unit:
    words = maker.site.words.track_name(track) if track else f"{rubric.name}（{maker.say('单个项目')}）"
    if known := [number for number in entries if number]:
        words += f"（{known[0]}至{known[-1]}）"
    return maker.unit(
        unit_id,
        "prints/scoring.html",
        ScoringView(view, rubric, track, entries),
        TITLE,
        headings=(Bookmark(1, words, f"{unit_id}--top"),),
        source=maker.source("judging", maker.edition.id),
    )
