"""Parts of a site: portals that were made apart, found in folders and held against what would be made now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import project
from generator.content.kept import KeptRecords
from generator.diagnostics import Report
from generator.machine import program
from generator.machine.faults import Stopped, as_stops
from generator.machine.store import Store
from generator.model import BranchId
from generator.model.moment import day_of
from generator.publish import manifest
from generator.publish.manifest import MARKER, PORTALS, Conditions, Manifest, Origin
from generator.publish.origins import differences, origins
from generator.publish.output import AGAIN, KeptPortal
from generator.publish.request import Request
from generator.site.facts import site
from generator.text import markdown
from generator.text.prose import TextTooHard


@dataclass(frozen=True)
class MadePortal:
    """A portal of a part, and from what it was made."""

    branch: BranchId
    folder: Path
    manifest: Manifest
    origin: Origin

    @property
    def kept(self) -> KeptPortal:
        """Where its files are."""
        return KeptPortal(self.folder, tuple(manifest.below(self.manifest, self.branch).items()))

    def fault(self) -> str:
        """What is damaged or foreign in its folder; nothing when it is whole."""
        wrong = manifest.misplaced(self.folder, self.manifest.files)
        if not wrong and not manifest.is_intact(self.folder, self.manifest, self.branch):
            wrong = [f"{self.branch}/"]
        return manifest.mismatch(self.folder, wrong[0]) if wrong else ""


def found(places: Iterable[Path]) -> Iterator[MadePortal]:
    """The portals of parts; a place is a part, or a folder with parts in it. Places that are not there have none."""
    for place in places:
        inside = [place] if (place / MARKER).is_file() else sorted(path.parent for path in place.glob(f"*/{MARKER}"))
        for folder in inside:
            yield from _portals(folder)


def _portals(folder: Path) -> Iterator[MadePortal]:
    read = manifest.read(folder)
    told = read.conditions.get(PORTALS)
    for branch, origin in told.items() if isinstance(told, dict) else ():
        if isinstance(origin, dict):
            yield MadePortal(BranchId(branch), folder, read, origin)


def choose(
    made: Sequence[MadePortal],
    wanted: Mapping[BranchId, Origin],
    fault: Callable[[MadePortal], str] = lambda _: "",
) -> tuple[dict[BranchId, MadePortal], dict[BranchId, str]]:
    """For each wanted portal the first that was made from the same, or why there is none, in words."""
    chosen: dict[BranchId, MadePortal] = {}
    reasons: dict[BranchId, str] = {}
    for branch, origin in wanted.items():
        told = []
        for portal in made:
            if portal.branch == branch and branch not in chosen:
                differing = differences(portal.origin, origin)
                wrong = f"{portal.folder} 与现在的不同：{'、'.join(differing)}" if differing else fault(portal)
                if wrong:
                    told.append(wrong)
                else:
                    chosen[branch] = portal
        if branch not in chosen:
            reasons[branch] = "；".join(told) or "没有做过"
    return chosen, reasons


def join(places: Sequence[Path], wanted: Mapping[BranchId, Origin]) -> dict[BranchId, KeptPortal]:
    """The wanted portals as parts have them. Raises `Stopped` when one is missing, or is not what would be made now."""
    chosen, reasons = choose(list(found(places)), wanted)
    if reasons:
        told = "\n".join(f"    {branch}：{reason}" for branch, reason in reasons.items())
        again = " ".join(f"--branch {branch}" for branch in reasons)
        raise Stopped(
            f"缺少 {len(reasons)} 个分赛的部分，没有合并；原有网站不变。\n{told}\n"
            f"请用同一份内容、同样的选项重做：portal build --part {again} --out 目录"
        )
    for portal in chosen.values():
        if wrong := manifest.misplaced(portal.folder, portal.manifest.files):
            raise Stopped(f"{manifest.mismatch(portal.folder, wrong[0])}。{AGAIN}")
    return {branch: portal.kept for branch, portal in chosen.items()}


def touched(request: Request) -> tuple[Report, dict[BranchId, str]]:
    """The portals that must be made before the parts of a request can be joined, with the reason of each."""
    results = Store(request.root)
    with markdown.keeping(results), as_stops():
        loaded = project.load(request.root, KeptRecords(results))
        if loaded.catalog is None or loaded.report.has_errors:
            return loaded.report, {}
        catalog = loaded.catalog.public(request.as_of)
        url = request.site_url or catalog.contest.site.url
        conditions = Conditions(
            day_of(request.as_of), url, handbooks=request.handbooks, program=program.of(request.root)
        )
        facts = site(request.root, catalog, url, shown=())
        try:
            wanted = origins(request.root, facts, conditions, catalog.branches)
        except TextTooHard as hard:
            loaded.report.extend([hard.diagnostic()])
            return loaded.report, {}
        return loaded.report, choose(list(found(request.parts)), wanted, MadePortal.fault)[1]
