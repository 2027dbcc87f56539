"""From the file of a notice to the draft of an edition: read, gathered, written where nothing is yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.catalog import Catalog
from generator.intake import manuscripts
from generator.intake.notices import edition_files
from generator.intake.notices.fact import Fact, Gap, leaves
from generator.intake.notices.gathering import Gathered, gather
from generator.intake.tracks.wanted import Wanted
from generator.machine.apart import Refused


@dataclass(frozen=True)
class Imported:
    """The files of an edition by their path below its folder, and what to tell about them."""

    files: Mapping[str, str]
    gathered: Gathered

    def to_text(self) -> str:
        """What was found, and how much is still to be done."""
        trees = [*self.gathered.files.values(), *(sheet.front for sheet in self.gathered.tracks)]
        found = [leaf for tree in trees for _, leaf in leaves(tree)]
        topics = sum(len(sheet.topics) for sheet in self.gathered.tracks)
        doubts = sum(isinstance(leaf, Fact) and bool(leaf.doubt) for leaf in found)
        doubts += sum(bool(topic.doubt) for sheet in self.gathered.tracks for topic in sheet.topics)
        gaps = topics + sum(isinstance(leaf, Gap) for leaf in found)
        told = f"共 {len(found) - gaps + 2 * topics} 项，其中待核对 {doubts} 处；待补充 {gaps} 处。"
        return "\n".join((*self.gathered.notes, told))

    def write(self, folder: Path, begun: Mapping[Path, str]) -> None:
        """Write all files; none is written when one is there already that is not just as it was `begun`.

        Raises:
            Refused: a file is there.
        """
        found = {name: folder / name for name in self.files if (folder / name).exists()}
        there = [name for name, path in found.items() if path.read_text("utf-8") != begun.get(path)]
        there += [path.name for path in folder.glob("tracks/*.md")][:1]
        if there:
            raise Refused(
                f"不能写入：{folder.name} 里已有 {there[0]}", "已有的内容不会覆盖；先移走，或者用 portal proof 对照"
            )
        for name, text in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")


def prepare(path: Path, catalog: Catalog, branch: str, year: int) -> Imported:
    """What a notice would become.

    Raises:
        Refused: the file cannot be read.
    """
    gathered = gather(manuscripts.read(path), wanted(catalog, branch, year))
    return Imported(dict(edition_files.files(gathered, path.name)), gathered)


def wanted(catalog: Catalog, branch: str, year: int) -> Wanted:
    """What the project knows of a contest before its notice is read."""
    contest = catalog.contest
    kind = next((each.kind for each in catalog.branches.values() if each.id == branch), "provincial")
    sectors = {sector.name: sector.id for sector in catalog.sectors.values()}
    forms = contest.name_forms
    return Wanted(year, contest.name, (forms.national, forms.branch), kind == "national", sectors, contest.words.track)
