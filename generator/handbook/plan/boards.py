"""宣传展板: one sheet a case and a track, made to be seen across a hall, at real size with bleed for large printers.

Chinese characters are read without effort when they are as high as an angle of half a degree is wide (30 minutes of
arc; Latin letters need 20). From two metres that is 17.5 mm, or 50 points, and nothing on a board is smaller: captions
are read from 2 m (50 pt), lists and names of figures from 2.5 m (62 pt), the summary from 3.5 m (87 pt), the title and
the figures from 4.5 to 10 m (111 to 247 pt), as room allows. A code is scanned from ten times its width: one of 140 mm
from 1.4 m.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import radians, tan
from pathlib import Path
from typing import Any

from markupsafe import Markup

from generator.catalog import addresses
from generator.catalog.addresses import Address
from generator.handbook.book import Book, Bookmark
from generator.handbook.chinese.count_lines import broken, lines
from generator.handbook.page.trim import POINTS
from generator.handbook.plan.maker import UnitMaker
from generator.model import Edition, Track, WinningCase
from generator.papers import LooseSheet, Make
from generator.text import phrases
from generator.views import Site
from generator.views.parts import blocks, certificates
from generator.views.parts.blocks import Figure

SIZES = (LooseSheet.ROLL_UP, LooseSheet.PANEL)
FIGURES = 3

METRES = {"caption": 2, "label": 2.5, "badge": 3}
"""From how far each kind of type is read."""

TEXT = (3.5, 3, 2.5, 2)
"""The same of the summary, which is set as large as there is room for."""

LARGE = (10, 8, 7, 6, 5, 4.5)
"""And of the title and the figures."""

LONGEST = 7
"""Metres from which a title is read that takes several lines."""

LINE, TITLE_LINE = 1.5, 1.28
"""From line to line of lists and titles, in characters."""


@dataclass(frozen=True, slots=True)
class Room:
    """The room of a board in millimetres.

    Widths: of its text, of a figure, of the bodies beside the code. Heights: of its title, of its text or list, of the
    bodies below the first. `figures` is from how many metres they may be read at most.
    """

    width: float
    figure: float
    beside: float
    title: float
    text: float
    bodies: float
    figures: float


ROOMS = {
    LooseSheet.ROLL_UP: Room(700, 209, 530, 330, 270, 130, 10),
    LooseSheet.PANEL: Room(800, 228, 630, 195, 225, 140, 5),
}


def readable(metres: float) -> float:
    """The size of type in points that is read without effort from so far."""
    return metres * 1000 * tan(radians(0.5)) * POINTS


@dataclass(frozen=True, slots=True)
class BoardView:
    """What stands on a board, from the top down."""

    badge: str
    title: tuple[tuple[str, float], ...]
    """Its parts, each with the width in characters to which its lines are evened out."""

    picture: str | None
    alt: str
    figures: tuple[Figure, ...]
    text: str | None
    rows: tuple[str, ...]
    role: str
    lead: str
    bodies: str
    """All after the first."""

    persons: tuple[str, ...]
    """Who stands beside the holder, by role."""

    qr: Markup | None
    code: str
    """What the code leads to."""

    demo: bool
    artwork: Markup
    sizes: str
    """The sizes of type as custom properties."""


def boards(
    root: Path, site: Site, edition: Edition, case: str | None = None, sizes: Sequence[LooseSheet] = SIZES
) -> Iterator[tuple[str, Book]]:
    """Every board of an edition with the name of its file; those of one case when its slug is given."""
    for size in sizes:
        drawn = _Boards(UnitMaker.of_sheets(root, site, edition, size, Make.PRINT))
        for record in site.catalog.cases_of(edition.id):
            if case in (None, record.slug):
                yield drawn.of_case(record)
        for track in () if case else site.catalog.tracks_of(edition.id):
            yield drawn.of_track(track)


@dataclass(frozen=True)
class _Boards:
    maker: UnitMaker

    def of_case(self, case: WinningCase) -> tuple[str, Book]:
        """A case: picture, figures, summary."""
        track = self.maker.site.catalog.tracks[case.track_id]
        return self._board(
            case.slug,
            source=self.maker.source("case", case.id),
            address=addresses.case(case.id),
            code=self.maker.say("看完整案例"),
            badge=f"{self.maker.site.words.track_name(track.name)} · {case.award}",
            title=case.title,
            pictured=case,
            figures=blocks.metrics(case)[:FIGURES],
            text=case.summary,
            role=self.maker.say("获奖单位" if case.units else "获奖者"),
            bodies=case.units or (case.holder,),
            persons=certificates.persons(self.maker.site, case),
            demo=case.demo or self.maker.demo,
        )

    def of_track(self, track: Track) -> tuple[str, Book]:
        """A track: how much it has, and its winners, or its topics until there are any."""
        catalog = self.maker.site.catalog
        cases = catalog.cases_in(track.id)
        best = min(cases, key=lambda case: (catalog.award_rank(case.edition, case.award), case.slug), default=None)
        counted = (
            ("赛题", len(track.topics), "个"),
            ("获奖案例", len(cases), "个"),
            ("获奖单位", len({unit for case in cases for unit in case.units}), "家"),
        )
        return self._board(
            f"track-{track.slug}",
            source=self.maker.source("track", track.id),
            address=addresses.track(track.id),
            code=self.maker.say("看赛题和案例" if cases else "看全部赛题"),
            badge=f"{self.maker.say('赛道')}{track.number}",
            title=self.maker.site.words.track_name(track.name),
            pictured=best,
            figures=tuple(Figure(self.maker.say(label), str(count), unit) for label, count, unit in counted if count),
            rows=[case.title for case in cases] or [topic.title for topic in track.topics],
            role="指导单位" if track.guiding_units else "",
            bodies=track.guiding_units,
            demo=self.maker.demo or any(case.demo for case in cases),
        )

    def _board(
        self,
        name: str,
        *,
        source: str,
        address: Address,
        code: str,
        badge: str,
        title: str,
        pictured: WinningCase | None,
        figures: tuple[Figure, ...],
        role: str,
        bodies: tuple[str, ...],
        demo: bool,
        text: str | None = None,
        rows: Sequence[str] = (),
        persons: Sequence[tuple[str, str]] = (),
    ) -> tuple[str, Book]:
        maker, page = self.maker, self.maker.page
        url, room = maker.public(address), ROOMS[LooseSheet(str(page.paper))]
        size = _title_size(title, room)
        picture = (pictured.lead_picture or pictured.cover_picture) if pictured else None
        folder = maker.source("case", pictured.id).rpartition("/")[0] if pictured else ""
        named = _persons(persons, room, most=1 if bodies[1:] else 2)
        view = BoardView(
            badge=badge,
            title=tuple((line, _evened(line, room.width * POINTS / size)) for line in _lines(title, room, size)),
            picture=f"file:{folder}/{picture.file}" if picture else None,
            alt=picture.alt if picture else "",
            figures=figures,
            text=text,
            rows=_fitting(rows, room),
            role=role,
            lead=bodies[0] if bodies else "",
            bodies=_named(bodies[1:], room, named),
            persons=named,
            qr=maker.code(url, f"{title}的网页"),
            code=code,
            demo=demo,
            artwork=maker.drawing(page.width / 4, page.height / 12),
            sizes=_sizes({"title": size, "figure": _figure_size(figures, room), "text": _text_size(text, room)}),
        )
        paths = (Path(folder) / picture.file,) if picture else ()
        facts: dict[str, Any] = {"bare": True, "numbering": "none", "demo": demo, "paths": paths, "source": source}
        unit = maker.unit(
            f"board-{name}", "prints/board.html", view, headings=(Bookmark(1, title, f"board-{name}--top"),), **facts
        )
        book = maker.book(f"board-{name}", f"{maker.edition.name}{title}", [unit], sheets=("prints/board.css",))
        return f"{name}-{page.paper}", book


def _parts(title: str) -> tuple[str, ...]:
    """A title breaks after its colon, when it has one."""
    head, colon, rest = title.partition("：")
    return (head + colon, rest) if rest else (title,)


def _lines(title: str, room: Room, size: float) -> tuple[str, ...]:
    """The parts of a title, broken between phrases where there is room for that."""
    ems = room.width * POINTS / size
    found = tuple(line for part in _parts(title) for line in broken(phrases.split(part), ems))
    depth = sum(lines(line, ems) for line in found) * size * TITLE_LINE
    return found if depth <= room.title * POINTS else _parts(title)


def _title_size(title: str, room: Room) -> float:
    """The largest size in points at which a title has each of its parts in one line; if none, at which it has room."""
    parts, sizes = _parts(title), [readable(metres) for metres in LARGE if metres <= LONGEST]
    counts = [[lines(part, room.width * POINTS / size) for part in parts] for size in sizes]
    single = (size for size, count in zip(sizes, counts, strict=True) if max(count) == 1)
    depths = (sum(count) * size * TITLE_LINE for size, count in zip(sizes, counts, strict=True))
    fits = (size for size, depth in zip(sizes, depths, strict=True) if depth <= room.title * POINTS)
    return next(single, next(fits, sizes[-1]))


def _figure_size(figures: Sequence[Figure], room: Room) -> float:
    """The largest size in points at which all figures with their units stand in one line each."""
    sizes = [readable(metres) for metres in LARGE if metres <= room.figures]
    unit = readable(METRES["badge"])
    left = [(figure.value, room.figure * POINTS - unit * (len(figure.unit) + 0.5)) for figure in figures]
    # Bold figures are a tenth wider than those that are counted with.
    fits = (size for size in sizes if all(lines(value, width / size / 1.1) == 1 for value, width in left))
    return next(fits, sizes[-1])


def _text_size(text: str | None, room: Room) -> float:
    sizes = [readable(metres) for metres in TEXT]
    fits = (size for size in sizes if lines(text or "", room.width * POINTS / size) * size * LINE <= room.text * POINTS)
    return next(fits, sizes[-1])


def _sizes(more: dict[str, float]) -> str:
    sizes = {kind: readable(metres) for kind, metres in METRES.items()} | more
    return "".join(f"--{kind}:{size:.1f}pt;" for kind, size in sizes.items())


def _evened(text: str, ems: float) -> float:
    """The least width in characters at which a text has no more lines than at `ems`."""
    count = lines(text, ems)
    return next(width for width in range(1, int(ems) + 2) if lines(text, width) <= count)


def _fitting(rows: Sequence[str], room: Room) -> tuple[str, ...]:
    """As many rows as there is room for; the last says how many more there are."""
    size = readable(METRES["label"])
    left, ems = int(room.text * POINTS / (size * LINE)), room.width * POINTS / size - 1
    shown: list[str] = []
    for row in rows:
        left -= lines(row, ems)
        if left < (len(shown) + 1 < len(rows)):
            return (*shown, f"另有{len(rows) - len(shown)}个，见网页")
        shown.append(row)
    return tuple(shown)


def _named(bodies: Sequence[str], room: Room, below: Sequence[str]) -> str:
    """As many bodies as there is room for above other lines, and then how many there are in all with the first."""
    size = readable(METRES["caption"])
    ems = room.beside * POINTS / size
    most = int(room.bodies * POINTS / (size * LINE)) - sum(lines(each, ems) for each in below)
    return _as_many("", bodies, f"{len(bodies) + 1}家", ems, most)


def _persons(persons: Sequence[tuple[str, str]], room: Room, most: int) -> tuple[str, ...]:
    """Roles with their names, each in so many lines."""
    ems = room.beside * POINTS / readable(METRES["caption"])
    listed = [(role, names.split("、")) for role, names in persons]
    told = (_as_many(f"{role}：", names, f"{len(names)}人", ems, most) for role, names in listed)
    return tuple(filter(None, told))


def _as_many(head: str, names: Sequence[str], counted: str, ems: float, most: int) -> str:
    """As many names as stand on so many lines; nothing where there is no room for one."""
    told = [f"{head}{'、'.join(names[:count])}等{counted}" for count in range(1, len(names))]
    return next((each for each in (f"{head}{'、'.join(names)}", *reversed(told)) if lines(each, ems) <= most), "")
