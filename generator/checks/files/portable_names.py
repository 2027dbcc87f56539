"""The rule that names are names on every system: one that Windows does not know keeps a project out of it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.catalog import Catalog
from generator.catalog.addresses import folded, name_fault
from generator.checks.rule import Findings, file_rule
from generator.content.tree import FOLDERS
from generator.diagnostics import Diagnostic, Span
from generator.machine.paths import name_in

_ADDRESSES = re.compile(
    r"(?:content|branches)/[^/]+/|content/[^/]+/[^/]+/"
    r"|content/[^/]+/\d{4}/(?:cases/[^/]+/|(?:tracks|pages|notices)/[^/]+\.(?i:md|markdown)(?:\.txt)?)"
)
"""What gives addresses their words, folders with a slash: these are held to more, and told where they are read."""


@file_rule
def names_are_the_same_on_every_system(catalog: Catalog, root: Path) -> Findings:
    """名字在各种系统上都要能用；只差大小写的，在有的系统上是同一个文件。"""
    read = {document.path for document in catalog.sources.values()}
    read |= {f"content/{edition}/entries.csv" for edition in catalog.editions}
    meant = {folded(name): name for path in read for name in (path, *map(str, PurePosixPath(path).parents))}
    for folder, folders, files in _walked(root):
        first: dict[str, str] = {}
        for name in sorted([*folders, *files]):
            path = f"{folder}/{name}"
            at, twin = Span(path), first.setdefault(folded(name), name)
            right = meant.get(folded(path), path).rpartition("/")[2]
            if (fault := name_fault(name)) and not _ADDRESSES.fullmatch(f"{path}/" if name in folders else path):
                yield Diagnostic("unsafe-path", at, f"“{name}”{fault}", "换一个名字，不然 Windows 上取不到这个项目")
            elif twin != name:
                message = f"“{name}”与“{twin}”只有大小写不同"
                yield Diagnostic("address-collision", at, message, "给其中一个换名字，有的系统上它们是同一个文件")
            elif (
                right not in folders and right not in files
            ):  # it was read all the same, for this system has no upper and lower case
                yield Diagnostic("missing-file", at, f"“{name}”应当叫“{right}”", f"改名为 {right}")


def _walked(root: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """Every folder with the names of the folders and of the files in it."""
    for top in FOLDERS:
        for here, folders, files in os.walk(root / top, followlinks=True):  # links out of the project were refused
            yield name_in(root, here), folders, files
