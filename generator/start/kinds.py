"""The files of each kind of content, from what a person answers and what the project has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.catalog import Catalog
from generator.content.gaps import MISSING
from generator.model import Branch, EditionId, TrackKind
from generator.start.files import NewFile, filled, slug

HUES = (
    ("#0b4f8a", "#a85b00"),
    ("#0b4f54", "#9a4d12"),
    ("#7a1f2b", "#8a5a00"),
    ("#2f4a1e", "#a34a00"),
    ("#4a2a6a", "#9a5200"),
    ("#12466b", "#a34a00"),
)
"""Main and accent colours that white text can be read on; new branches take them in turn."""


def project(root: Path, name: str) -> Iterator[NewFile]:
    """A contest without branches."""
    mark = next((letter for letter in name if letter.isalnum()), "赛")
    yield filled(root, "content/contest.yml", "contest.yml", name=name, mark=mark)
    yield filled(root, "content/sectors.yml", "sectors.yml")
    yield filled(root, "README.md", "README.md", name=name)
    yield filled(root, ".gitignore", "gitignore")


@dataclass(frozen=True)
class Grower:
    """What can be added to a project, whose records are there as far as they could be read."""

    root: Path
    catalog: Catalog

    def branch(self, key: str, name: str, full_name: str, kind: str, year: int, demo: bool) -> Iterator[NewFile]:
        """A branch with its first edition."""
        primary, accent = HUES[len(self.catalog.branches) % len(HUES)]
        values = {"name": name, "full_name": full_name, "kind": kind, "demo": demo}
        path = f"branches/{key}/branch.yml"
        yield filled(self.root, path, "branch.yml", id=key, mark=name[0], primary=primary, accent=accent, **values)
        yield from self._edition(key, year, kind, name, demo)

    def edition(self, branch: Branch, year: int) -> Iterator[NewFile]:
        """An edition without timeline, tracks and awards."""
        return self._edition(branch.id, year, branch.kind, branch.name, branch.demo)

    def _edition(self, branch: str, year: int, kind: str, name: str, demo: bool) -> Iterator[NewFile]:
        forms = self.catalog.contest.name_forms
        form = forms.national if kind == "national" else forms.branch
        called = form.replace("{year}", str(year)).replace("{branch}", name)
        base = f"content/{branch}/{year}"
        yield filled(self.root, f"{base}/edition.yml", "edition.yml", name=called, year=year, demo=demo)
        yield filled(self.root, f"{base}/timeline.yml", "timeline.yml", year=year)
        yield filled(self.root, f"{base}/awards.yml", "awards.yml")

    def track(self, edition: EditionId, name: str, short: str | None, kind: TrackKind) -> Iterator[NewFile]:
        """A track without topics, after those that there are."""
        listed = self.catalog.tracks_of(edition)
        number = max((track.number for track in listed), default=0) + 1
        sectors = [str(key) for key, sector in self.catalog.sectors.items() if sector.name == name]
        short = short or next(iter(sectors), slug(name, [track.slug for track in listed]))
        path = f"content/{edition}/tracks/{number:02}-{short}.md"
        yield filled(self.root, path, "track.md", name=name, number=number, kind=str(kind), sectors=sectors)

    def notice(self, edition: EditionId, title: str, short: str | None, day: date) -> Iterator[NewFile]:
        """A notice as a draft."""
        short = short or slug(title, [notice.slug for notice in self.catalog.notices_of(edition)])
        yield filled(self.root, f"content/{edition}/notices/{day}-{short}.md", "notice.md", title=title, date=day)

    def page(self, edition: EditionId, title: str, short: str | None) -> Iterator[NewFile]:
        """A page as a draft."""
        yield filled(self.root, f"content/{edition}/pages/{short or slug(title)}.md", "page.md", title=title)

    def case(
        self, edition: EditionId, title: str, short: str | None, unit: str, track: str | None, award: str | None
    ) -> Iterator[NewFile]:
        """A case as a draft, with the sections of its edition's outline."""
        tracks, awards = self.catalog.tracks_of(edition), self.awards(edition)
        record = self.catalog.editions.get(edition)
        short = short or slug(title, [case.slug for case in self.catalog.cases_of(edition)])
        yield filled(
            self.root,
            f"content/{edition}/cases/{short}/index.md",
            "case.md",
            title=title,
            unit=unit,
            track=track or (tracks[0].slug if len(tracks) == 1 else MISSING),
            tracks=[f"{each.slug} {each.name}" for each in tracks],
            award=award or MISSING,
            awards=awards,
            outline=record.case_outline if record else (),
            demo=bool(record and self.catalog.is_demo(edition)),
        )

    def awards(self, edition: EditionId) -> Sequence[str]:
        """The awards that an edition gives."""
        scheme = self.catalog.awards.get(edition)
        return scheme.names if scheme else ()
