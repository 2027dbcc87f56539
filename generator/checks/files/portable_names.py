"""The rule that names are names on every system: one that Windows does not know keeps a project out of it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

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
    meant = _meant(catalog)
    for folder, folders, files in _walked(root):
        first: dict[str, str] = {}
        for name in sorted([*folders, *files]):
            path = f"{folder}/{name}"
            alike = folded(path)
            twin, right = first.setdefault(alike, name), meant.get(alike, name)
            if (fault := name_fault(name)) and not _ADDRESSES.fullmatch(f"{path}/" if name in folders else path):
                hint = "换一个名字，不然 Windows 上取不到这个项目"
                yield Diagnostic("unsafe-path", Span(path), f"“{name}”{fault}", hint)
            elif twin != name:
                message = f"“{name}”与“{twin}”只有大小写不同"
                hint = "给其中一个换名字，有的系统上它们是同一个文件"
                yield Diagnostic("address-collision", Span(path), message, hint)
            elif right != name and right not in {*folders, *files}:  # read all the same: this system knows no case
                yield Diagnostic("missing-file", Span(path), f"“{name}”应当叫“{right}”", f"改名为 {right}")


def _meant(catalog: Catalog) -> dict[str, str]:
    """The names under which files and their folders are read, by their paths without upper and lower case."""
    found: dict[str, str] = {}
    read = (document.path for document in catalog.sources.values())
    for file in (*read, *(f"content/{edition}/entries.csv" for edition in catalog.editions)):
        path = file
        while path and (alike := folded(path)) not in found:
            path, _, found[alike] = path.rpartition("/")
    return found


def _walked(root: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """Every folder with the names of the folders and of the files in it."""
    for top in FOLDERS:
        for here, folders, files in os.walk(root / top, followlinks=True):  # links out of the project were refused
            yield name_in(root, here), folders, files
