"""From the file of a notice to the draft of an edition: read, gathered, written where nothing is yet.

Facts are written as content files: each with its place in a comment, doubts and gaps with the to-do mark.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from generator.catalog import Catalog
from generator.content.gaps import DOUBTFUL, MISSING
from generator.content.hints import listing
from generator.intake.manuscripts import Manuscript
from generator.intake.notices.fact import Fact, Gap, Tree, leaves
from generator.intake.notices.gathering import Gathered, gather
from generator.intake.structure import annex_files
from generator.intake.tracks.track_guide import FoundTrack
from generator.intake.tracks.wanted import Wanted
from generator.machine.apart import Refused

_HEAD = "# 由 {source} 导入。每项后面注明它在通知里的位置；待补充、待核对的改好以后删去记号。\n"
_EXCERPT = 2000

_OFFERED = (".pdf", ".docx", ".xlsx")
"""Annexes that readers can have; the others are of programs that not everybody has."""

_UNSEEN = "看过没有个人信息、不是内部材料再公开"


@dataclass(frozen=True)
class Imported:
    """The files of an edition by their path below its folder, what it offers, and what to tell about them."""

    files: Mapping[str, str]
    gathered: Gathered
    annexes: Mapping[str, Path]
    """By their names in the edition's folder."""

    def to_text(self) -> str:
        """What was found, and how much is still to be done."""
        trees = [*self.gathered.files.values(), *(track.front for track in self.gathered.tracks)]
        found = [leaf for tree in trees for _, leaf in leaves(tree)]
        topics = sum(len(track.topics) for track in self.gathered.tracks)
        doubts = sum(isinstance(leaf, Fact) and bool(leaf.doubt) for leaf in found)
        doubts += sum(bool(topic.doubt) for track in self.gathered.tracks for topic in track.topics)
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
        there += [name for name in self.annexes if (folder / name).exists()]
        there += [path.name for path in folder.glob("tracks/*.md")][:1]
        if there:
            raise Refused(
                f"不能写入：{folder.name} 里已有 {there[0]}", "已有的内容不会覆盖；先移走，或者用 portal proof 对照"
            )
        for name, text in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
        for name, annex in self.annexes.items():
            shutil.copyfile(annex, folder / name)


def prepare(
    notice: Manuscript, source: str, catalog: Catalog, branch: str, year: int, annexes: Sequence[Path] = ()
) -> Imported:
    """What a notice would become; `source` is the name of its file, `annexes` are files that came with it."""
    gathered = gather(notice, wanted(catalog, branch, year))
    named = {f"annex-{number}{path.suffix.lower()}": path for number, path in enumerate(annexes, 1)}
    titles = {name: annex_files.title(path, number) for number, (name, path) in enumerate(named.items(), 1)}
    titles = {name: title for name, title in titles.items() if name.endswith(_OFFERED)}
    if titles:
        gathered = _offering(gathered, titles)
    if left := [path.name for name, path in named.items() if name not in titles]:
        told = f"没有放进资料下载：{listing(left)}。要提供下载，另存为 .docx、.xlsx 或 PDF，再列入 attachments。"
        gathered = replace(gathered, notes=(*gathered.notes, told))
    return Imported(dict(_files(gathered, source)), gathered, {name: named[name] for name in titles})


def _offering(gathered: Gathered, titles: Mapping[str, str]) -> Gathered:
    """The same with files to download, by their names in the edition's folder, each to be looked at first."""
    listed = [{"file": Fact(name), "title": Fact(title, doubt=_UNSEEN)} for name, title in titles.items()]
    edition: Any = gathered.files["edition.yml"]
    return replace(gathered, files={**gathered.files, "edition.yml": {**edition, "attachments": listed}})


def wanted(catalog: Catalog, branch: str, year: int) -> Wanted:
    """What the project knows of a contest before its notice is read."""
    contest = catalog.contest
    kind = next((each.kind for each in catalog.branches.values() if each.id == branch), "provincial")
    sectors = {sector.name: sector.id for sector in catalog.sectors.values()}
    forms = contest.name_forms
    return Wanted(year, contest.name, (forms.national, forms.branch), kind == "national", sectors, contest.words.track)


def _files(gathered: Gathered, source: str) -> Iterator[tuple[str, str]]:
    """The name and text of every file of the edition's folder."""
    head = _HEAD.format(source=re.sub(r"\s+", " ", source))
    for name, tree in gathered.files.items():
        yield name, head + "".join(f"{line}\n" for line in _lines(tree, ""))
    for number, track in enumerate(gathered.tracks, 1):
        yield f"tracks/{number:02}-{track.slug}.md", _track(track)


def _track(track: FoundTrack) -> str:
    """A track's file: each topic with an empty summary and the notice's words in a comment."""
    parts = ["---\n" + "".join(f"{line}\n" for line in _lines(track.front, "")) + "---\n"]
    if track.introduction:
        parts.append(_comment("", track.introduction))
    group = ""
    level = "###" if any(topic.group for topic in track.topics) else "##"
    for topic in track.topics:
        if topic.group != group:
            group = topic.group
            parts.append(f"## {group}\n")
        marks = {"units": "、".join(topic.units), "label": topic.label}
        marked = " ".join(f'{key}="{value}"' for key, value in marks.items() if value)
        title = f"{DOUBTFUL}：{topic.title}" if topic.doubt else topic.title
        heading = f"{level} {title}" + (f" {{{marked}}}" if marked else "")
        place = "，".join(filter(None, (str(topic.place), topic.doubt)))
        parts.append(f"{heading}\n{MISSING}：简介，用自己的话\n" + _comment(place, topic.excerpt))
    return "\n".join(parts)


def _comment(place: str, excerpt: str) -> str:
    words = re.sub("-{2,}", "—", excerpt[:_EXCERPT]).replace("<!", "").replace(">", "＞")
    return f"<!-- {place}{'原文：' if words else ''}{words} -->\n"


def _lines(tree: Tree, indent: str) -> Iterator[str]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _entry(f"{indent}{key}:", value, indent + "  ")
    elif isinstance(tree, list):
        for value in tree:
            if isinstance(value, dict):
                first, *rest = _lines(value, indent + "  ")
                while first.lstrip().startswith("#"):
                    yield f"{indent}{first.lstrip()}"
                    first, *rest = rest
                yield f"{indent}- {first.lstrip()}"
                yield from rest
            else:
                yield from _entry(f"{indent}-", value, indent + "  ")


def _entry(key: str, value: Any, indent: str) -> Iterator[str]:
    """A key or a dash with its value: on the same line, or below it."""
    if isinstance(value, Gap):
        if value.excerpt:
            words = re.sub(r"\s+", " ", value.excerpt[:_EXCERPT])
            yield f"{indent[:-2]}# {value.place}原文：{words}"
        yield f"{key} {_scalar(MISSING + (f'：{value.what}' if value.what else ''))}"
    elif isinstance(value, Fact):
        shown = value.value if isinstance(value.value, str) else _scalar(value.value)
        text = _scalar(f"{DOUBTFUL}：{shown}" if value.doubt else value.value)
        aside = [*([] if value.place is None else [str(value.place)]), *filter(None, [value.doubt])]
        comment = f"  # {'，'.join(aside)}" if aside else ""
        yield f"{key} {text}{comment}"
    elif not value:
        yield f"{key} []"
    else:
        yield key
        yield from _lines(value, indent)


def _scalar(value: Any) -> str:
    """A value as YAML reads it back; moments without seconds."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    text: str = yaml.safe_dump(value, allow_unicode=True, width=10**9).removesuffix("\n").removesuffix("\n...")
    return text
