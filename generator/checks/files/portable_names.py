"""The rule that names are names on every system: one that Windows does not know keeps a project out of it."""

from __future__ import annotations

import re

from generator.catalog import Catalog
from generator.catalog.addresses import folded, name_fault
from generator.checks.rule import Findings, file_rule
from generator.content.tree import Tree
from generator.diagnostics import Diagnostic, Span

_ADDRESSES = re.compile(
    r"(?:content|branches)/[^/]+/|content/[^/]+/[^/]+/"
    r"|content/[^/]+/\d{4}/(?:cases/[^/]+/|(?:tracks|pages|notices)/[^/]+\.(?i:md|markdown)(?:\.txt)?)"
)
"""What gives addresses their words, folders with a slash: these are held to more, and told where they are read."""


@file_rule
def names_are_the_same_on_every_system(catalog: Catalog, tree: Tree) -> Findings:  # noqa: ARG001 - as rules are asked
    """名字在各种系统上都要能用；只差大小写的，在有的系统上是同一个文件。"""
    for folder, entries in tree.folders.items():
        first: dict[str, str] = {}
        for name, entry in entries.items():
            path = f"{folder}/{name}"
            at, twin = Span(path), first.setdefault(folded(name), name)
            if (fault := name_fault(name)) and not _ADDRESSES.fullmatch(f"{path}/" if entry.is_folder else path):
                yield Diagnostic("unsafe-path", at, f"“{name}”{fault}", "换一个名字，不然 Windows 上取不到这个项目")
            elif twin != name:
                message = f"“{name}”与“{twin}”只有大小写不同"
                yield Diagnostic("address-collision", at, message, "给其中一个换名字，有的系统上它们是同一个文件")
