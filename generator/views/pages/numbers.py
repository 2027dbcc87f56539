"""An edition in numbers: what was handed in, what is in its lists, and the years of its branch side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from generator.catalog import addresses
from generator.model import Edition, Entry, ListKind, Submitted
from generator.views.parts import wording
from generator.views.parts.blocks import Figure
from generator.views.parts.page import Link, Site

Counts = Mapping[str, int]

UNKNOWN = "未写明"
"""Entries of which the lists do not say it; counted apart, never as nothing."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One number as text and as a bar in per cent of the longest; no bar for what was not recorded."""

    text: str
    width: float | None


_LACKING = "—"
"""Stands for a number that the site does not have."""


@dataclass(frozen=True, slots=True)
class Division:
    """Counts of one kind: rows by name with a cell a column; `total` is empty where a sum would say nothing."""

    id: str
    title: str
    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Counted, ...]], ...]
    total: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class StatisticsView:
    """The tables of an edition, and where their numbers are from."""

    figures: tuple[Figure, ...]
    tables: tuple[Division, ...]
    years: Division | None
    source: str | None
    editions: tuple[Link, ...]

    @property
    def is_sparse(self) -> bool:
        """Whether a number is lacking anywhere."""
        tables = (*self.tables, *([self.years] if self.years else []))
        return any(cell.text == _LACKING for table in tables for _, row in table.rows for cell in row)


def statistics(site: Site, edition: Edition) -> StatisticsView:
    """An edition's statistics."""
    catalog = site.catalog
    given = catalog.statistics.get(edition.id)
    submitted = given.submitted if given else Submitted(total=0)
    tables = (
        _by_track(site, edition, submitted),
        _by_award(site, edition),
        _table("regions", "地区", _columns(site, edition, attrgetter("region"), submitted.by_region)),
        _table("kinds", "单位类型", _columns(site, edition, attrgetter("kind"), submitted.by_kind)),
    )
    return StatisticsView(
        figures=_figures(site, edition),
        tables=tuple(table for table in tables if table.rows),
        years=_years(site, edition),
        source=given.source if given else None,
        editions=tuple(
            Link(f"{other.year}年", addresses.section(other.id, "statistics"))
            for other in catalog.editions_of(edition.branch)
            if other.id != edition.id and catalog.has_statistics(other.id)
        ),
    )


_MEASURES: tuple[tuple[str, ListKind | None], ...] = (
    ("报送", None),
    ("入围", ListKind.FINALISTS),
    ("获奖", ListKind.WINNERS),
    ("推荐总决赛", ListKind.RECOMMENDED),
    ("总决赛获奖", ListKind.FINALS),
)
"""What is counted of every edition: projects handed in, and those in its lists."""


def _count(site: Site, edition: Edition, kind: ListKind | None) -> int | None:
    """How many; None where nothing was recorded."""
    if kind is None:
        given = site.catalog.statistics.get(edition.id)
        return given.submitted.total if given else None
    return len(site.catalog.entries_in(edition.id, kind)) or None


def _figures(site: Site, edition: Edition) -> tuple[Figure, ...]:
    counted = ((site.say(f"{name}项目"), _count(site, edition, kind)) for name, kind in _MEASURES)
    return tuple(Figure(name, wording.number(count), "个") for name, count in counted if count is not None)


def _years(site: Site, edition: Edition) -> Division | None:
    """The years of the branch, the newest first; None when there is only one to show."""
    editions = [each for each in site.catalog.editions_of(edition.branch) if site.catalog.has_statistics(each.id)]
    columns = [(site.say(name), [_count(site, each, kind) for each in editions]) for name, kind in _MEASURES]
    columns = [column for column in columns if any(count is not None for count in column[1])]
    if len(editions) < 2 or not columns:
        return None
    cells = [_cells(counts) for _, counts in columns]
    rows = tuple((f"{each.year}年", tuple(cell[place] for cell in cells)) for place, each in enumerate(editions))
    return Division("years", "历年比较", "年份", tuple(name for name, _ in columns), rows, ())


def _by_track(site: Site, edition: Edition, submitted: Submitted) -> Division:
    names = {track.slug: track.name for track in site.catalog.tracks_of(edition.id)}
    given = {names.get(slug, slug): count for slug, count in submitted.by_track.items()}
    columns = _columns(site, edition, lambda entry: names.get(entry.track, entry.track), given)
    return _table("tracks", site.say("赛道"), columns, tuple(names.values()))


def _columns(
    site: Site, edition: Edition, told: Callable[[Entry], str | None], submitted: Counts
) -> list[tuple[str, Counts]]:
    """What was handed in beside what is in the lists; only lists of which something is told."""
    entries = ((site.say(title), site.catalog.entries_in(edition.id, kind)) for title, kind in _MEASURES if kind)
    counted = ((title, Counter(told(entry) or UNKNOWN for entry in found)) for title, found in entries)
    listed = [(title, counts) for title, counts in counted if counts.keys() - {UNKNOWN}]
    return [("报送", submitted), *listed] if submitted else [*listed]


def _table(key: str, name: str, columns: list[tuple[str, Counts]], order: tuple[str, ...] = ()) -> Division:
    """Rows in the order given, or from the largest of the first column that has them."""
    by_size = [found for _, counts in columns for found, _ in Counter(counts).most_common() if found != UNKNOWN]
    unknown = [UNKNOWN] if any(UNKNOWN in counts for _, counts in columns) else []
    names = list(dict.fromkeys([*order, *by_size, *unknown])) if columns else []
    cells = [_cells([counts.get(found, 0) for found in names]) for _, counts in columns]
    return Division(
        id=key,
        title=f"按{name}",
        name=name,
        columns=tuple(title for title, _ in columns),
        rows=tuple((found, tuple(column[place] for column in cells)) for place, found in enumerate(names)),
        total=tuple(Counted(wording.number(sum(counts.values())), None) for _, counts in columns),
    )


def _by_award(site: Site, edition: Edition) -> Division:
    """Winners by award; an entry with several is counted at each, so that there is no total."""
    catalog = site.catalog
    counts = Counter(award for entry in catalog.entries_in(edition.id, ListKind.WINNERS) for award in entry.awards)
    names = [name for name in dict.fromkeys([*catalog.award_levels(edition.id), *counts]) if name in counts]
    rows = tuple(zip(names, ((cell,) for cell in _cells([counts[name] for name in names])), strict=True))
    return Division("awards", site.say("按奖项"), site.say("奖项"), (site.say("获奖"),), rows, ())


def _cells(counts: Sequence[int | None]) -> list[Counted]:
    longest = max((count for count in counts if count), default=0)
    return [
        Counted(_LACKING, None)
        if count is None
        else Counted(wording.number(count), round(100 * count / longest, 2) if longest else 0)
        for count in counts
    ]
