"""From what each portal is made, so that one made elsewhere or before is known to be what would be made now.

A portal's pages show the content of its own branch, what all branches share, and little of other branches: the topics
that are related to its own, the way to the national finals, and whether records that its texts name are there. All of
that is here and nothing else, which `tests/publish/test_joining.py` holds against the views. The day counts only by
what is public on it and by where each edition stands.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator
from pathlib import Path

from generator.catalog import Catalog, addresses
from generator.machine import program
from generator.model import BranchId, EditionId
from generator.publish.manifest import Conditions, Origin
from generator.publish.unchanged import tools
from generator.text.prose import Prose
from generator.views import Site
from generator.views.pages import finals, tracks

WORDS = {
    "generator": "程序版本",
    "program": "程序、模板、软件库或 mkdocs.yml",
    "site_url": "网址",
    "handbooks": "是否带手册",
    "tools": "排印手册的字体和系统库",
    "content": "分赛的内容",
    "contest": "各分赛共用的内容（content/ 下的 yml 文件）",
    "public": "当天公开的内容",
    "standing": "当天所处的赛程阶段",
    "changed": "git 里的修改日期",
    "elsewhere": "所引用的其他分赛内容",
}
"""What a portal is made from, in the words of messages."""


def origins(root: Path, site: Site, conditions: Conditions, branches: Collection[BranchId]) -> dict[BranchId, Origin]:
    """From what some portals would be made now. Raises `TextTooHard`."""
    common = {name: value for name, value in conditions.to_dict().items() if name != "as_of"}
    common |= {"tools": tools() if conditions.handbooks else "", "contest": _files(root, "content", "branches")}
    return {branch: common | _own(root, site, branch) for branch in sorted(branches)}


def differences(one: Origin, other: Origin) -> list[str]:
    """In what two origins differ, in words."""
    return [words for name, words in WORDS.items() if one.get(name) != other.get(name)]


def _own(root: Path, site: Site, branch: BranchId) -> dict[str, str]:
    """What holds for one portal only."""
    own = site.catalog.of(branch)
    folders = (f"content/{branch}", f"branches/{branch}")
    written = tuple(f"{folder}/" for folder in folders)
    dates = [f"{path} {day}" for path, day in sorted(site.history.items()) if path.startswith(written)]
    return {
        "content": _digest([program.folder(root / folder) for folder in folders]),
        "public": own.readable,
        "standing": _digest([str(own.standing(edition)) for edition in sorted(own.editions)]),
        "changed": _digest(dates),
        "elsewhere": _digest([*_related(site, own), *_named(site.catalog, own), *_chains(site, own)]),
    }


def _related(site: Site, own: Catalog) -> Iterator[str]:
    """The topics elsewhere that pages show beside their own."""
    for (track, topic), found in site.related_topics.items():
        if track in own.tracks:
            links = (tracks.related(site, other) for other in found)
            yield json.dumps([track, topic, *((link.label, link.address) for link in links)])


def _chains(site: Site, own: Catalog) -> Iterator[str]:
    """What pages of the finals show of the national edition, and that one of the branches before it."""
    catalog = site.catalog
    for edition in own.editions.values():
        if host := catalog.national_edition(edition.id):
            national = catalog.editions[host]
            shown = (national.name, national.finals, national.rules, catalog.award_levels(host))
            yield repr((*shown, catalog.timelines.get(host)))
        if catalog.is_national(edition):
            yield repr(finals.finals(site, edition))


def _named(catalog: Catalog, own: Catalog) -> Iterator[str]:
    """Where the references to other editions lead; to nothing while readers cannot see the record."""
    prose = Prose(catalog)
    for text in sorted({*own.texts(), *(essay for _, _, essay in own.essays())}):
        for reference in prose.references(text):
            if reference.startswith("/"):
                yield json.dumps([reference, addresses.resolve(catalog, EditionId(""), reference)])


def _files(root: Path, *folders: str) -> str:
    """A digest of the files that lie directly in some folders."""
    files = (path for folder in folders for path in sorted((root / folder).iterdir()) if path.is_file())
    return _digest([f"{path.relative_to(root).as_posix()} {_digest([path.read_bytes().hex()])}" for path in files])


def _digest(lines: list[str]) -> str:
    return hashlib.sha256("\0".join(lines).encode("utf-8", "surrogateescape")).hexdigest()
