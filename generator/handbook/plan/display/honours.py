"""Who is honoured: the roll of winners by award, and pages of photographs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from generator.catalog import addresses
from generator.handbook.page.type_area import TypeArea
from generator.handbook.plan.maker import UnitMaker
from generator.media.pictures import is_turned
from generator.model import Edition, ListKind, Picture
from generator.views import Site
from generator.views.parts.certificates import persons

_GAP = 9.0
"""Points between photographs."""


@dataclass(frozen=True, slots=True)
class Laureate:
    """A project with its awards; `anchor` is where its case opens in the book."""

    title: str
    unit: str
    partners: str
    persons: tuple[tuple[str, str], ...]
    region: str | None
    track: str
    awards: tuple[str, ...]
    anchor: str | None
    demo: bool


@dataclass(frozen=True, slots=True)
class Honour:
    """An award with those who have it; the rank of the highest level is 1, that of special awards 0."""

    award: str
    rank: int
    laureates: tuple[Laureate, ...]


@dataclass(frozen=True, slots=True)
class PrintedPhoto:
    """A photograph at its printed size in points."""

    source: str
    alt: str
    caption: str | None
    width: float
    height: float


def laureates(site: Site, edition: Edition, anchors: dict[str, str]) -> tuple[Laureate, ...]:
    """An edition's winners by track and award, without those who lost their award; `anchors` are those of cases."""
    catalog = site.catalog
    gone = catalog.kept(edition.id).ended()
    names = {track.slug: track.name for track in catalog.tracks_of(edition.id)}
    found = []
    for entry in catalog.entries_in(edition.id, ListKind.WINNERS):
        if entry.number not in gone:
            case = catalog.case_of(edition.id, entry.number)
            found.append(
                Laureate(
                    title=entry.title,
                    unit=entry.holder,
                    partners="、".join(entry.partners),
                    persons=persons(site, entry),
                    region=entry.region,
                    track=names.get(entry.track, entry.track),
                    awards=entry.awards,
                    anchor=anchors.get(addresses.case(case)) if case else None,
                    demo=catalog.is_made_up(edition.id, entry.number),
                )
            )
    return tuple(found)


def roll(site: Site, edition: Edition, found: Sequence[Laureate]) -> tuple[Honour, ...]:
    """The roll of an edition's winners: by level, the first prizes first, then special awards."""
    ranks = {level: rank for rank, level in enumerate(site.catalog.scheme(edition.id).levels, start=1)}
    special = dict.fromkeys((award for each in found for award in each.awards if award not in ranks), 0)
    ranked = (ranks | special).items()
    honours = (Honour(award, rank, tuple(each for each in found if award in each.awards)) for award, rank in ranked)
    return tuple(each for each in honours if each.laureates)


def photos(maker: UnitMaker, given: Sequence[Picture]) -> tuple[tuple[PrintedPhoto, ...], ...]:
    """Photographs in rows of one height that fill the measure."""
    folder = f"content/{maker.edition.id}"
    sized = [(each, _shape(maker.root / folder / each.file)) for each in given]
    return tuple(_row(row, maker.page, folder) for row in _rows(sized))


def _shape(path: Path) -> float:
    """How wide a picture is for its height, as it is seen: a camera may have turned it."""
    with Image.open(path) as image:
        width, height = image.size
        return height / width if is_turned(image) else width / height


def _rows(sized: Sequence[tuple[Picture, float]]) -> Iterator[list[tuple[Picture, float]]]:
    """A row is full when it is about twice as wide as high; rows of one and of more take turns."""
    row: list[tuple[Picture, float]] = []
    full = 1.4
    for each in sized:
        row.append(each)
        if sum(shape for _, shape in row) >= full:
            yield row
            row, full = [], 4.2 - full
    if row:
        yield row


def _row(row: Sequence[tuple[Picture, float]], page: TypeArea, folder: str) -> tuple[PrintedPhoto, ...]:
    height = (page.measure - _GAP * (len(row) - 1)) / sum(shape for _, shape in row)
    height = min(height, 0.45 * page.depth)
    return tuple(
        PrintedPhoto(f"file:{folder}/{each.file}", each.alt, each.caption, height * shape, height)
        for each, shape in row
    )
