"""The files of each kind of content, from what a person answers and what the project has."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import __version__
from generator.catalog import Catalog, Kind, addresses
from generator.catalog.names import title_key
from generator.content.gaps import MISSING
from generator.intake.drafts import slug
from generator.machine import templates
from generator.machine.faults import Stopped
from generator.model import Branch, EditionId, Entry, TrackKind
from generator.model.record import edition_of, slug_of
from generator.start import next_year
from generator.start.new_files import NewFile, filled

HUES = (
    ("#0b4f8a", "#a85b00"),
    ("#0b4f54", "#9a4d12"),
    ("#7a1f2b", "#8a5a00"),
    ("#2f4a1e", "#a34a00"),
    ("#4a2a6a", "#9a5200"),
    ("#12466b", "#a34a00"),
)
"""Main and accent colours that white text can be read on; new branches take them in turn."""


PACKAGES = (
    "git libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 "
    "fonts-noto-cjk fonts-noto-core fonts-hanazono fonts-babelstone-han"
)
"""What books need of a Debian: as in scripts/setup.sh."""


MANUALS = ("content-format.md", "diagnostics.md", "forms.md", "importing.md", "printing.md", "public-bodies.md")
"""What messages and new files send editors to, in `docs/`: as in pyproject.toml."""


def project(root: Path, name: str) -> Iterator[NewFile]:
    """A contest without branches, and what publishes it from GitHub and GitLab."""
    mark = next((letter for letter in name if letter.isalnum()), "赛")
    yield filled(root, "content/contest.yml", "contest.yml", name=name, mark=mark)
    yield filled(root, "content/sectors.yml", "sectors.yml")
    yield filled(root, "content/search.yml", "search.yml")
    yield filled(root, "README.md", "README.md", name=name)
    yield filled(root, ".gitignore", "gitignore")
    yield filled(root, "requirements.txt", "requirements.txt", version=__version__)
    yield filled(root, ".github/workflows/pages.yml", "pages.yml", packages=PACKAGES)
    yield filled(root, ".gitlab-ci.yml", "gitlab-ci.yml", packages=PACKAGES)
    yield from (NewFile(f"docs/{name}", templates.manual(name)) for name in MANUALS)


def _said_by(entry: Entry) -> dict[str, object]:
    """What a case says as its entry does, besides unit, track and award."""
    team = {"name": entry.team} if entry.team else None
    same = {key: getattr(entry, key) for key in ("partners", "people", "mentors", "topic", "region")}
    return {key: value for key, value in {"team": team, **same}.items() if value}


@dataclass(frozen=True)
class Grower:
    """What can be added to a project, whose records are there as far as they could be read."""

    root: Path
    catalog: Catalog

    def branch(self, key: str, name: str, full_name: str, kind: str, year: int, demo: bool) -> Iterator[NewFile]:
        """A branch, with its first edition where it has none; its names are without the word that pages add."""
        words, site = self.catalog.contest.words, self.catalog.contest.site
        name, full_name = (each.removesuffix(words.branch) or each for each in (name, full_name))
        primary, accent = HUES[len(self.catalog.branches) % len(HUES)]
        mark = name[0]
        if kind == "national":  # the contest's own portal looks as its site does
            primary, accent, mark = site.colours.primary, site.colours.accent, site.mark
        values = {"name": name, "full_name": full_name, "called": words.branch_name(name), "kind": kind, "demo": demo}
        path = f"branches/{key}/branch.yml"
        yield filled(self.root, path, "branch.yml", id=key, mark=mark, primary=primary, accent=accent, **values)
        if not any((self.root / "content" / key).glob("20??")):  # of one whose file was lost
            yield from self._edition(key, year, kind, name, demo)

    def edition(self, branch: Branch, year: int, like: EditionId | None = None) -> Iterator[NewFile]:
        """An edition without timeline, tracks and awards, or with those of another year as far as they may stay."""
        if like is None:
            return self._edition(branch.id, year, branch.kind, branch.name, branch.demo)
        called = self.catalog.contest.name_forms.called(branch.kind, year, branch.name)
        return next_year.copied(self.root, like, EditionId(f"{branch.id}/{year}"), called)

    def _edition(self, branch: str, year: int, kind: str, name: str, demo: bool) -> Iterator[NewFile]:
        called = self.catalog.contest.name_forms.called(kind, year, name)
        base = f"content/{branch}/{year}"
        yield filled(self.root, f"{base}/edition.yml", "edition.yml", name=called, year=year, demo=demo)
        yield filled(self.root, f"{base}/timeline.yml", "timeline.yml", year=year)
        yield filled(self.root, f"{base}/awards.yml", "awards.yml")

    def track(self, edition: EditionId, name: str, short: str | None, kind: TrackKind | None) -> Iterator[NewFile]:
        """A track without topics, after those that there are."""
        listed = self.catalog.tracks_of(edition)
        if name in (track.name for track in listed):
            raise Stopped(f"本届已经有赛道“{name}”。")
        number = max((track.number for track in listed), default=0) + 1
        sectors = [str(key) for key, sector in self.catalog.sectors.items() if sector.name == name]
        short = self._free("track", edition, short or next(iter(sectors), None), name)
        path = f"content/{edition}/tracks/{number:02}-{short}.md"
        yield filled(self.root, path, "track.md", name=name, number=number, kind=kind, sectors=sectors)

    def notice(self, edition: EditionId, title: str, short: str | None, day: date) -> Iterator[NewFile]:
        """A notice as a draft."""
        short = self._free("notice", edition, short, title)
        yield filled(self.root, f"content/{edition}/notices/{day}-{short}.md", "notice.md", title=title, date=day)

    def page(self, edition: EditionId, title: str, short: str | None) -> Iterator[NewFile]:
        """A page as a draft."""
        short = self._free("page", edition, short, title, addresses.RESERVED_PAGES)
        yield filled(self.root, f"content/{edition}/pages/{short}.md", "page.md", title=title)

    def faq(self, edition: EditionId, question: str) -> Iterator[NewFile]:
        """The questions of an edition, with the first of them."""
        yield filled(self.root, f"content/{edition}/faq.yml", "faq.yml", title=question)

    def listed(self, edition: EditionId, title: str) -> Entry | None:
        """The project of that title in the edition's table; None where none has it, or several."""
        found = [entry for entry in self.catalog.kept(edition).entries if title_key(entry.title) == title_key(title)]
        return found[0] if len(found) == 1 else None

    def case(
        self,
        edition: EditionId,
        title: str,
        short: str | None,
        unit: str | None,
        track: str | None,
        award: str | None,
        entry: Entry | None = None,
    ) -> Iterator[NewFile]:
        """A case as a draft, with the sections of its edition's outline and what its entry says."""
        tracks = self.catalog.tracks_of(edition)
        record = self.catalog.editions.get(edition)
        short = self._free("case", edition, short, title, addresses.RESERVED_CASES)
        yield filled(
            self.root,
            f"content/{edition}/cases/{short}/index.md",
            "case.md",
            title=title,
            unit=unit,
            known=_said_by(entry) if entry else {},
            track=track or (tracks[0].slug if len(tracks) == 1 else MISSING),
            tracks=[f"{each.slug} {each.name}" for each in tracks],
            award=award or MISSING,
            awards=self.catalog.award_levels(edition),
            outline=record.case_outline if record else (),
            demo=bool(record and self.catalog.is_demo(edition)),
        )

    def _free(
        self, kind: Kind, edition: EditionId, short: str | None, name: str, reserved: Collection[str] = ()
    ) -> str:
        """The address that is asked for, or one by the sound of a name. Raises `Stopped` when it is taken."""
        files = {slug_of(key) for found, key in self.catalog.sources if found == kind and edition_of(key) == edition}
        taken = {*files, *reserved}
        if short in taken:
            raise Stopped(f"网址“{short}”已经有了，用 --slug 另写一个。")
        return short or slug(name, taken)
